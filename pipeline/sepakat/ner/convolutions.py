"""The layers that let each token's vector know its neighbours: spaCy's `MaxoutWindowEncoder`, up to rounding."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy

from sepakat.ner.maxout import Floats, Maxout

if TYPE_CHECKING:
    from thinc.model import Model


class Convolutions:
    """A stack of them: each adds to a token's vector what it makes of the token with its two neighbours."""

    def __init__(self, encoder: "Model[Any, Any]") -> None:
        """Take what is learned out of a pipeline's encoder.

        Raises:
            ValueError: If it is not built as `models/configs` describes.
        """
        [stack] = encoder.layers
        self._pad = int(encoder.attrs["pad"])
        """Empty tokens before, between and after sentences, so that none sees another."""
        self._layers = [_read(layer) for layer in stack.layers]
        self.width = self._layers[0].width
        """Of a token's vector."""

    def run(self, vectors: Floats, lengths: Sequence[int]) -> Floats:
        """Encode sentences.

        Args:
            vectors: A row for each token, sentence after sentence.
            lengths: Tokens of each sentence.

        Returns:
            A new row for each token.
        """
        n_tokens, width = vectors.shape
        places = numpy.arange(n_tokens) + numpy.repeat(self._pad * numpy.arange(1, len(lengths) + 1), lengths)
        n_rows = n_tokens + self._pad * (len(lengths) + 1)
        windows = numpy.zeros((n_rows, 3, width), "float32")  # a row's left neighbour, itself, its right neighbour
        rows = numpy.zeros((n_rows, width), "float32")
        rows[places] = vectors
        for layer in self._layers:
            windows[1:, 0], windows[:, 1], windows[:-1, 2] = rows[:-1], rows, rows[1:]
            rows += layer.of(windows.reshape(n_rows, -1))
        encoded: Floats = rows[places]
        return encoded


def _read(layer: "Model[Any, Any]") -> Maxout:
    if layer.name != "residual(expand_window>>maxout>>layernorm>>dropout)":
        raise ValueError(f"it has a layer {layer.name}, and not those of models/configs")
    window, maxout, layernorm, _ = _flat(layer.layers[0])
    if window.attrs["window_size"] != 1:
        raise ValueError("it sees other neighbours than those of models/configs")
    return Maxout(maxout, layernorm, numpy.matmul)


def _flat(model: "Model[Any, Any]") -> list["Model[Any, Any]"]:
    """The parts of a chain, of which some are chains."""
    return [part for layer in model.layers for part in _flat(layer)] if ">>" in model.name else [model]
