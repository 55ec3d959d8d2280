from collections.abc import Sequence

import pytest

from sepakat.ner.reading import Found, Head, Tokens, agree, find
from sepakat.text.article import Article
from sepakat.text.layout import read_layout


class Names:
    """A reader that finds given words."""

    name = "names-1"
    head: Head = "own"

    def __init__(self, **labels: str) -> None:
        self._labels = labels

    def read(self, sentences: Sequence[Tokens]) -> list[list[Found]]:
        return [
            [Found(i, i + 1, self._labels[w]) for i, w in enumerate(s.words) if w in self._labels] for s in sentences
        ]


TEXT = "Hadir Basri, S.E. dari Anu. Wirya pulang."


def test_places_are_those_of_the_article() -> None:
    layout = read_layout(Article(TEXT))
    found = find(layout, layout.sentences, [Names(Basri="PER", Wirya="PER", Anu="ORG")])
    assert [(m.span.of(TEXT), m.value.label, m.value.agreed, m.rule) for m in found] == [
        ("Basri", "PER", None, "ner.per"),
        ("Anu", "ORG", None, "ner.org"),
        ("Wirya", "PER", None, "ner.per"),
    ]


def test_only_the_sentences_that_are_given_are_read() -> None:
    layout = read_layout(Article(TEXT))
    assert [m.span.of(TEXT) for m in find(layout, layout.sentences[1:], [Names(Basri="PER", Wirya="PER")])] == ["Wirya"]
    assert find(layout, [], [Names(Basri="PER")]) == []


def test_what_one_of_two_readers_finds_alone_counts_less() -> None:
    layout = read_layout(Article(TEXT))
    found = find(layout, layout.sentences, [Names(Basri="PER", Anu="ORG"), Names(Basri="PER", Wirya="PER")])
    scores = {m.span.of(TEXT): (m.value.agreed, m.score) for m in found}
    assert scores["Basri"][0] is True
    assert scores["Anu"][0] is False
    assert scores["Wirya"][0] is False
    assert scores["Wirya"][1] < scores["Basri"][1]
    assert [m.span for m in found] == sorted(m.span for m in found)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([Found(0, 2, "PER")], [Found(0, 2, "PER")], [Found(0, 2, "PER", True)]),
        ([Found(0, 2, "PER")], [Found(0, 2, "ORG")], [Found(0, 2, "PER", False)]),
        ([Found(0, 2, "PER")], [Found(1, 3, "PER")], [Found(0, 2, "PER", False)]),
        ([Found(3, 4, "PER")], [Found(0, 2, "LOC")], [Found(0, 2, "LOC", False), Found(3, 4, "PER", False)]),
        ([], [], []),
    ],
)
def test_agree(first: list[Found], second: list[Found], expected: list[Found]) -> None:
    assert agree(first, second) == expected


def test_offsets_survive_wide_characters() -> None:
    text = "“Terima kasih” \U0001f600 kata Basri."
    layout = read_layout(Article(text))
    assert [m.span.of(text) for m in find(layout, layout.sentences, [Names(Basri="PER")])] == ["Basri"]


def test_people_are_tidied_by_our_guideline_alone() -> None:
    text = "Menurut Pak Basri harga naik."
    layout = read_layout(Article(text))

    class Titled(Names):
        def read(self, sentences: Sequence[Tokens]) -> list[list[Found]]:
            return [[Found(1, 3, "PER"), Found(3, 4, "GROUP")] for _ in sentences]

    own, idner = Titled(), Titled()
    idner.head = "idner"
    assert [m.span.of(text) for m in find(layout, layout.sentences, [own])] == ["Basri", "harga"]
    assert [m.span.of(text) for m in find(layout, layout.sentences, [idner])] == ["Pak Basri", "harga"]


def test_a_name_that_one_sentence_has_for_sure_is_read_in_the_others() -> None:
    text = "Ketua Panitia Pak Basri Lamadi hadir. Menurut data, Lamadi lega."
    layout = read_layout(Article(text))

    class Once(Names):
        def read(self, sentences: Sequence[Tokens]) -> list[list[Found]]:
            return [[Found(3, 5, "PER")] if "Basri" in tokens.words else [] for tokens in sentences]

    assert [m.span.of(text) for m in find(layout, layout.sentences, [Once()])] == ["Basri Lamadi", "Lamadi"]
