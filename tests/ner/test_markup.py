import pytest
from hypothesis import given
from hypothesis import strategies as st

from sepakat.errors import DataError
from sepakat.ner.markup import LABELS, Marked, read, write
from sepakat.text.article import Span

MARKED = "Bupati <LOC>Solok</LOC> H. <PER>Basri Lubuk</PER> hadir.\n<ORG>PT Anu</ORG>"


def test_read() -> None:
    marked = read(MARKED)
    assert marked.text == "Bupati Solok H. Basri Lubuk hadir.\nPT Anu"
    assert [(span.of(marked.text), label) for span, label in marked.entities] == [
        ("Solok", "LOC"),
        ("Basri Lubuk", "PER"),
        ("PT Anu", "ORG"),
    ]


def test_write_is_the_way_back() -> None:
    assert write(read(MARKED)) == MARKED


@given(
    st.lists(
        st.tuples(st.text("ab <", max_size=4), st.sampled_from(["", *LABELS]), st.text("xy", min_size=1, max_size=3))
    )
)
def test_round_trip(pieces: list[tuple[str, str, str]]) -> None:
    text, entities = "", []
    for before, label, word in pieces:
        text += before
        if label:
            entities.append((Span(len(text), len(text) + len(word)), label))
        text += word
    marked = Marked(text, tuple(entities))
    assert read(write(marked)) == marked


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<PERSON>A</PERSON>", "unknown label <PERSON>"),
        ("<PER>A <ORG>B</ORG></PER>", "<ORG> inside <PER>"),
        ("<PER>A</ORG>", "closes a mark that is not open"),
        ("A</PER>", "closes a mark that is not open"),
        ("<PER>A", "<PER> is not closed"),
        ("<PER></PER>", "is empty"),
        ("a\n<PER> A</PER>", "line 2: <PER> A</PER>"),
    ],
)
def test_what_is_not_well_formed_is_told(text: str, complaint: str) -> None:
    with pytest.raises(DataError, match="x.txt") as caught:
        read(text, source="x.txt")
    assert complaint in str(caught.value)
