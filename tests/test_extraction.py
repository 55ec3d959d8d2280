"""What an article gives does not depend on the articles read before it; bad texts are refused."""

from pathlib import Path

import pytest

from sepakat.errors import SourceError
from sepakat.extraction import extract
from sepakat.ner.weights import Kind
from sepakat.text.article import Article


@pytest.mark.parametrize("ner", ["none", "spacy"])
def test_in_any_order(root: Path, ner: Kind) -> None:
    paths = sorted((root / "corpus" / "articles").glob("*.txt"))
    articles = [Article(path.read_text(encoding="utf-8"), source=path.name) for path in paths]
    articles.insert(3, Article("Tanpa isi.", source="x"))
    forwards = [extract(article, ner=ner) for article in articles]
    backwards = [extract(article, ner=ner) for article in reversed(articles)]
    assert backwards[::-1] == forwards


def test_a_text_that_cannot_be_written_down() -> None:
    with pytest.raises(SourceError, match="lone surrogate"):
        extract(Article("\ud800"))
