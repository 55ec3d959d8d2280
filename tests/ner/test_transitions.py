from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model

from sepakat.ner import weights
from sepakat.ner.corpora import read_articles
from sepakat.ner.reading import HEADS, Head, Tokens, load
from sepakat.ner.spacy import COMPONENTS
from sepakat.ner.transitions import Entities, Transitions
from sepakat.ner.weights import SPACY_MODEL

CORPUS = Path(__file__).parents[2] / "corpus"


def pipeline(head: Head) -> Language:
    others = [name for other, name in COMPONENTS.items() if other != head]
    nlp = load_model(weights.folder(SPACY_MODEL), exclude=others)
    if COMPONENTS[head] in nlp.disabled:
        nlp.enable_pipe(COMPONENTS[head])
    return nlp


PIPELINES = {head: pipeline(head) for head in HEADS}


def by_spacy(head: Head, sentences: list[list[str]]) -> list[Entities]:
    nlp = PIPELINES[head]
    read = nlp.pipe([Doc(nlp.vocab, words=words) for words in sentences])
    return [[(span.start, span.end, span.label_) for span in doc.ents] for doc in read]


def by_us(head: Head, sentences: list[list[str]]) -> list[Entities]:
    [reader] = load("spacy", head)
    read = reader.read([Tokens(words, [True] * len(words)) for words in sentences])
    return [[(found.start, found.end, found.label) for found in each] for each in read]


@pytest.mark.parametrize("head", HEADS)
def test_finds_what_spacy_finds_in_the_corpus(head: Head) -> None:
    articles = sorted((CORPUS / "entities").glob("*.txt"))[::4]
    sentences = [list(sentence.words) for path in articles for sentence in read_articles([path])]
    found = by_us(head, sentences)
    assert found == by_spacy(head, sentences)
    assert sum(map(len, found)) > 1_000


WORDS = st.sampled_from(
    [
        "Bupati",
        "Solok",
        "Rahmat",
        "Sudirja",
        "dan",
        ",",
        "BPJS",
        "Ketenagakerjaan",
        "Dinas",
        "guru",
        "(",
        "aula",
        "1.200",
    ]
)


@pytest.mark.parametrize("head", HEADS)
@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=9), min_size=1, max_size=5))
def test_finds_what_spacy_finds_in_any_order_of_words(head: Head, sentences: list[list[str]]) -> None:
    assert by_us(head, sentences) == by_spacy(head, sentences)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 8), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_finds_what_spacy_finds_whatever_the_vectors(lengths: list[int], seed: int) -> None:
    """Random vectors lead through moves that no sentence would."""
    nlp = PIPELINES["own"]
    width = nlp.get_pipe("tok2vec").model.get_dim("nO")
    vectors = numpy.random.default_rng(seed).normal(0, 3, (sum(lengths), width)).astype("float32")
    docs = []
    for rows in numpy.split(vectors, numpy.cumsum(lengths)[:-1]):
        docs.append(Doc(nlp.vocab, words=["kata"] * len(rows)))
        docs[-1].tensor = rows
    recogniser = nlp.get_pipe("ner")
    for doc in docs:
        recogniser(doc)
    expected = [[(span.start, span.end, span.label_) for span in doc.ents] for doc in docs]
    assert Transitions(recogniser).decode(vectors, lengths) == expected


def test_a_recogniser_of_another_kind_is_refused() -> None:
    nlp = pipeline("own")
    recogniser = nlp.get_pipe("ner")
    recogniser.cfg["beam_width"] = 4  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="other states"):
        Transitions(recogniser)
