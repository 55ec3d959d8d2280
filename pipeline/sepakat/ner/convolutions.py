"""Running spaCy's `MaxoutWindowEncoder`: what its layers compute, by NumPy's matrix multiplication and fewer passes.

The same network and, up to rounding, the same vectors as `model.predict`. thinc multiplies by BLIS, which takes about
twice as long as the OpenBLAS in NumPy, and its layers keep what only training needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy

from sepakat.ner.transitions import Floats

if TYPE_CHECKING:
    from thinc.model import Model

_EPSILON: Final = numpy.float32(1e-8)
"""What thinc's layer normalisation adds to a variance."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A token with its neighbours to as many pieces of its next vector, of which the largest is kept.

    Attributes:
        weights: (neighbourhood × width, pieces × width), piece after piece.
        bias: (pieces × width,).
        gain: (width,), of the normalisation.
        shift: (width,), of the normalisation.
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


class Convolutions:
    """Layers that let each token's vector know its neighbours."""

    def __init__(self, encoder: "Model[Any, Any]") -> None:
        """Take what is learned out of a pipeline's encoder.

        Raises:
            ValueError: If it is not built as `models/configs` describes.
        """
        [stack] = encoder.layers
        self._pad = int(encoder.attrs["pad"])
        """Empty tokens before, between and after sentences, so that none sees another."""
        self._layers = [_read(layer) for layer in stack.layers]
        self.width = len(self._layers[0].gain)
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
        mean = numpy.full(width, 1 / width, "float32")
        rows[places] = vectors
        for layer in self._layers:
            windows[1:, 0], windows[:, 1], windows[:-1, 2] = rows[:-1], rows, rows[1:]
            pieces = windows.reshape(n_rows, -1) @ layer.weights
            pieces += layer.bias
            best = pieces[:, :width]
            for start in range(width, pieces.shape[1], width):
                best = numpy.maximum(best, pieces[:, start : start + width])
            best -= (best @ mean)[:, None]
            best /= numpy.sqrt(numpy.square(best) @ mean + _EPSILON)[:, None]
            best *= layer.gain
            best += layer.shift
            rows += best
        encoded: Floats = rows[places]
        return encoded


def _read(layer: "Model[Any, Any]") -> _Layer:
    """One layer: what is added to a token's vector for its neighbours."""
    if layer.name != "residual(expand_window>>maxout>>layernorm>>dropout)":
        raise ValueError(f"it has a layer {layer.name}, and not those of models/configs")
    window, maxout, normalise, _ = _flat(layer.layers[0])
    width, n_pieces = maxout.get_dim("nO"), maxout.get_dim("nP")
    if window.attrs["window_size"] != 1:
        raise ValueError("it sees other neighbours than those of models/configs")
    weights: Any = maxout.get_param("W")  # (width, pieces, neighbourhood × width)
    bias: Any = maxout.get_param("b")  # (width, pieces)
    gain: Any = normalise.get_param("G")
    shift: Any = normalise.get_param("b")
    in_pieces = numpy.ascontiguousarray(weights.transpose(2, 1, 0).reshape(-1, n_pieces * width))
    return _Layer(in_pieces, bias.T.reshape(-1), gain, shift)


def _flat(model: "Model[Any, Any]") -> list["Model[Any, Any]"]:
    """The parts of a chain, of which some are chains."""
    return [part for layer in model.layers for part in _flat(layer)] if ">>" in model.name else [model]
