"""The layer that a reader's network is made of: several linear pieces, the largest of them, normalised.

What thinc's `Maxout` and `LayerNorm` compute, up to rounding, in fewer passes: thinc keeps what only training needs.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import numpy
from numpy.typing import NDArray

if TYPE_CHECKING:
    from thinc.model import Model

Floats = NDArray[numpy.float32]
Multiply = Callable[[Floats, Floats], Floats]
"""Of two matrices. NumPy's takes half the time of thinc's, but what it gives for a row may depend, in the last bits, on
the rows beside it (OpenBLAS on AMD and older Intel); thinc's (BLIS) depends on the row alone."""
_EPSILON: Final = numpy.float32(1e-8)
"""What thinc's layer normalisation adds to a variance."""


class Maxout:
    """One trained layer."""

    def __init__(self, maxout: "Model[Any, Any]", layernorm: "Model[Any, Any]", multiply: Multiply) -> None:
        """Take what is learned out of thinc's two layers, and what multiplies matrices."""
        weights: Any = maxout.get_param("W")  # (width, pieces, inputs)
        bias: Any = maxout.get_param("b")  # (width, pieces)
        self.width: int = len(weights)
        """Of what comes out."""
        self._n = numpy.float32(self.width)
        self.n_inputs: int = weights.shape[-1]
        """Width of what goes in."""
        self._weights = numpy.ascontiguousarray(weights.transpose(2, 1, 0).reshape(self.n_inputs, -1))
        """Piece after piece, so that whole blocks are compared."""
        self._bias = bias.T.reshape(-1)
        self._gain: Any = layernorm.get_param("G")
        self._shift: Any = layernorm.get_param("b")
        self._multiply = multiply

    def of(self, rows: Floats) -> Floats:
        """What comes out, (n, width), for rows that go in, (n, inputs)."""
        pieces = self._multiply(rows, self._weights)
        pieces += self._bias
        best: Floats = pieces[:, : self.width]
        for start in range(self.width, pieces.shape[1], self.width):
            best = numpy.maximum(best, pieces[:, start : start + self.width])
        best -= numpy.einsum("ij->i", best)[:, None] / self._n
        variances = numpy.einsum("ij,ij->i", best, best) / self._n
        best /= numpy.sqrt(variances + _EPSILON)[:, None]
        best *= self._gain
        best += self._shift
        return best
