from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.util import load_model

from sepakat.ner import weights
from sepakat.ner.convolutions import Convolutions
from sepakat.ner.weights import SPACY_MODEL

NLP = load_model(weights.folder(SPACY_MODEL))
ENCODER: Any = NLP.get_pipe("tok2vec").model.layers[1]  # type: ignore[attr-defined]
OURS = Convolutions(ENCODER)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(0, 2**32 - 1))
def test_computes_what_thinc_computes(lengths: list[int], seed: int) -> None:
    vectors = numpy.random.default_rng(seed).normal(0, 2, (sum(lengths), OURS.width)).astype("float32")
    sentences = numpy.split(vectors, numpy.cumsum(lengths)[:-1])
    numpy.testing.assert_allclose(
        OURS.run(vectors, lengths), numpy.concatenate(ENCODER.predict(sentences)), rtol=1e-4, atol=1e-4
    )


def test_a_sentence_does_not_see_another() -> None:
    vectors = numpy.random.default_rng(0).normal(0, 2, (30, OURS.width)).astype("float32")
    other = vectors.copy()
    other[12:] = 0
    numpy.testing.assert_allclose(OURS.run(vectors, [12, 18])[:12], OURS.run(other, [12, 18])[:12], atol=1e-5)
    assert not numpy.allclose(OURS.run(vectors, [30])[:12], OURS.run(other, [30])[:12], atol=1e-2)


def test_layers_of_another_kind_are_refused() -> None:
    wider = load_model(weights.folder(SPACY_MODEL)).get_pipe("tok2vec").model.layers[1]  # type: ignore[attr-defined]
    layer = wider.layers[0].layers[0].layers[0]
    window = layer.layers[0]
    window.attrs["window_size"] = 2
    with pytest.raises(ValueError, match="other neighbours"):
        Convolutions(wider)
    wider.layers[0].layers[0] = layer  # no residual around it
    with pytest.raises(ValueError, match="not those of models/configs"):
        Convolutions(wider)
