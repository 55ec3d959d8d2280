"""Several articles at once give what each gives alone."""

from pathlib import Path

import pytest

from sepakat.errors import SourceError
from sepakat.extraction import extract, extract_all
from sepakat.ner.weights import Kind
from sepakat.text.article import Article


@pytest.mark.parametrize("ner", ["none", "spacy"])
def test_together_as_alone(root: Path, ner: Kind) -> None:
    paths = sorted((root / "corpus" / "articles").glob("*.txt"))
    articles = [Article(path.read_text(encoding="utf-8"), source=path.name) for path in paths]
    articles.insert(3, Article("Tanpa isi.", source="x"))
    alone = [extract(article, ner=ner) for article in articles]
    for size in (1, 3, 8, len(articles)):
        together = [
            result for i in range(0, len(articles), size) for result in extract_all(articles[i : i + size], ner=ner)
        ]
        assert together == alone


def test_nothing() -> None:
    assert extract_all([], ner="spacy") == []


def test_a_text_that_cannot_be_written_down() -> None:
    with pytest.raises(SourceError, match="lone surrogate"):
        extract_all([Article("baik"), Article("\ud800")])
