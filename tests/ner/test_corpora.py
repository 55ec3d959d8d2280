from pathlib import Path

import pytest

from sepakat.errors import DataError
from sepakat.ner import markup
from sepakat.ner.corpora import (
    LabelledSentence,
    read_articles,
    read_conll,
    train_articles,
    without_leaks,
)
from sepakat.ner.corpora import (
    test_articles as measured,
)


@pytest.fixture
def corpus(root: Path) -> Path:
    return root / "corpus"


def test_a_public_set(tmp_path: Path) -> None:
    file = tmp_path / "set.txt"
    file.write_text(
        "Anis PROPN B-PER\nBaswara PROPN I-PER\ndi ADP O\nSolok PROPN I-PLACE\n\n\nJKK\tB-FNB\n", encoding="utf-8"
    )
    one, two = read_conll(file)
    assert one.words == ("Anis", "Baswara", "di", "Solok")
    assert one.entities == ((0, 2, "PER"), (3, 4, "LOC"))
    assert one.tags == ["B-PER", "I-PER", "O", "B-LOC"]
    assert two.entities == ()  # a label without counterpart


@pytest.mark.parametrize("line", ["Anis", "Anis PER", "Anis X-PER"])
def test_a_line_without_a_tag_is_told(tmp_path: Path, line: str) -> None:
    file = tmp_path / "set.txt"
    file.write_text(f"di O\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        read_conll(file)


def test_an_article_of_ours(tmp_path: Path) -> None:
    file = tmp_path / "1_x.txt"
    file.write_text(
        "Bupati <LOC>Solok</LOC> <PER>Basri</PER>, S.E. hadir. <GROUP>Petani</GROUP> senang.", encoding="utf-8"
    )
    one, two = read_articles([file])
    assert one.words == ("Bupati", "Solok", "Basri", ",", "S", ".", "E", ".", "hadir", ".")
    assert one.entities == ((1, 2, "LOC"), (2, 3, "PER"))
    assert one.spaces[:4] == (True, True, False, True)
    assert two.entities == ((0, 1, "GROUP"),)


def test_a_mark_within_a_token_is_told(tmp_path: Path) -> None:
    file = tmp_path / "1_x.txt"
    file.write_text("Warga ber<PER>budi</PER> luhur.", encoding="utf-8")
    with pytest.raises(DataError, match="does not begin and end with a token"):
        read_articles([file])


def test_a_mark_over_the_end_of_a_sentence_is_told(tmp_path: Path) -> None:
    file = tmp_path / "1_x.txt"
    file.write_text("Hadir <ORG>Bupati. Warga</ORG> senang.", encoding="utf-8")
    with pytest.raises(DataError, match="crosses the end of a sentence"):
        read_articles([file])


def test_without_marks_it_is_the_article(root: Path) -> None:
    articles = sorted((root / "corpus" / "articles").glob("*.txt"))
    assert len(articles) >= 30
    for article in articles:
        marked = (root / "corpus" / "entities" / article.name).read_text(encoding="utf-8")
        assert markup.read(marked, source=article.name).text == article.read_text(encoding="utf-8"), article.name


def test_both_markings_are_of_the_same_text(corpus: Path) -> None:
    for article in measured(corpus):
        again = corpus / "entities_second" / article.name
        texts = [markup.read(path.read_text(encoding="utf-8"), source=path.name).text for path in (article, again)]
        assert texts[0] == texts[1], article.name


def test_all_marked_articles_are_well_formed(corpus: Path) -> None:
    train, test = read_articles(train_articles(corpus)), read_articles(measured(corpus))
    assert len(train_articles(corpus)) >= 100
    assert sum(len(s.entities) for s in train) > 3_000
    assert sum(len(s.entities) for s in test) > 800


def test_no_article_is_in_both_splits_and_the_list_names_only_what_is_there(corpus: Path) -> None:
    listed = [line for line in (corpus / "entities_test.txt").read_text().splitlines() if not line.startswith("#")]
    assert [path.stem for path in measured(corpus)] == listed
    assert not set(measured(corpus)) & set(train_articles(corpus))


def test_no_sentence_is_in_both_splits(corpus: Path) -> None:
    long = {s.key for s in read_articles(measured(corpus)) if len(s.words) > 8}
    assert not [s for s in read_articles(train_articles(corpus)) if s.key in long]


def test_leaks_are_left_out() -> None:
    def sentence(*words: str) -> LabelledSentence:
        return LabelledSentence(words, (True,) * len(words), ())

    kept, n_leaks = without_leaks([sentence("A", "b."), sentence("C")], [sentence("a", "B", ".")])
    assert kept == [sentence("C")]
    assert n_leaks == 1


def test_a_folder_without_marked_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "entities_test.txt").write_text("")
    with pytest.raises(DataError, match="no marked articles"):
        train_articles(tmp_path)
