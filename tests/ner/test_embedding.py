from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.util import load_model

from sepakat.ner import embedding, weights
from sepakat.ner.corpora import read_articles
from sepakat.ner.embedding import Embedding
from sepakat.ner.maxout import Floats
from sepakat.ner.weights import SPACY_MODEL

CORPUS = Path(__file__).parents[2] / "corpus"
NLP = load_model(weights.folder(SPACY_MODEL))
MODEL: Any = NLP.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]


def by_spacy(words: list[str]) -> Floats:
    [rows] = MODEL.predict([Doc(NLP.vocab, words=words)])
    return rows


def test_computes_what_spacy_computes_in_the_corpus() -> None:
    articles = sorted((CORPUS / "entities").glob("*.txt"))[::5]
    words = [word for path in articles for sentence in read_articles([path]) for word in sentence.words]
    assert len(words) > 10_000
    numpy.testing.assert_allclose(Embedding(MODEL, NLP.vocab).of(words), by_spacy(words), rtol=1e-4, atol=1e-4)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12) | st.sampled_from(["DATE", "X", "NOUN", "LAW", "\u00c5"]), min_size=1))
def test_computes_what_spacy_computes_for_any_words(words: list[str]) -> None:
    numpy.testing.assert_allclose(Embedding(MODEL, NLP.vocab).of(words), by_spacy(words), rtol=1e-4, atol=1e-4)


def test_a_row_does_not_depend_on_the_words_before_it_or_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    words = sorted(
        {word for path in sorted((CORPUS / "articles").glob("*.txt"))[:40] for word in path.read_text().split()}
    )
    expected = Embedding(MODEL, NLP.vocab).of(words)
    monkeypatch.setattr(embedding, "_REMEMBERED", 50)
    monkeypatch.setattr(embedding, "_ROOM", 8)
    other = Embedding(MODEL, NLP.vocab)
    sizes = [1, 2, 7, 30, 64, 13]
    start = 0
    while start < len(words):
        size = sizes[start % len(sizes)]
        assert numpy.array_equal(other.of(words[start : start + size]), expected[start : start + size])
        start += size


def test_the_vocabulary_does_not_grow() -> None:
    n_before = len(NLP.vocab.strings), len(NLP.vocab)
    Embedding(MODEL, NLP.vocab).of([f"Kata{i}baru" for i in range(100)])
    assert (len(NLP.vocab.strings), len(NLP.vocab)) == n_before


def test_an_embedding_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="other layers"):
        Embedding(MODEL.layers[0], NLP.vocab)
