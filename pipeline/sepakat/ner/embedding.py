"""What a reader's network makes of a word by itself: spaCy's `MultiHashEmbed` with floret vectors, and a memory of it.

The same rows as the layers of the pipeline give, up to rounding, without spaCy's documents: those cost more than the
network, and a vocabulary keeps each word that it has ever seen, in an archive some millions.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy
from spacy.attrs import IDS  # type: ignore[import-not-found]
from spacy.strings import get_string_id
from spacy.vocab import Vocab

from sepakat.ner.maxout import Floats, Maxout

if TYPE_CHECKING:
    from thinc.model import Model

_REMEMBERED: Final = 100_000
"""Words whose rows are kept at most; 38 MB."""
_ROOM: Final = 4096
"""Rows that there is room for at first."""


class Embedding:
    """Rows of words, kept, since in an article most words have been seen before."""

    def __init__(self, model: "Model[Any, Any]", vocab: Vocab) -> None:
        """Take what is learned out of a pipeline's embedding.

        Raises:
            ValueError: If it is not built as `models/configs` describes.
        """
        parts: dict[str, list[Model[Any, Any]]] = {}
        for part in model.walk():
            parts.setdefault(part.name, []).append(part)
        try:
            [features], [static] = parts["extract_features"], parts["static_vectors"]
            tables = parts["hashembed"]
            [maxout], [layernorm] = parts["maxout"], parts["layernorm"]
        except (KeyError, ValueError) as error:
            raise ValueError("its embedding has other layers than that of models/configs") from error
        getters: Any = vocab.lex_attr_getters  # type: ignore[attr-defined]
        self._getters = [getters[IDS[name]] for name in features.attrs["columns"]]
        self._tables: list[tuple[Any, int]] = [(table.get_param("E"), table.attrs["seed"]) for table in tables]
        ops: Any = model.ops
        self._ops = ops
        self._vectors: Any = vocab.vectors
        weights: Any = static.get_param("W")
        self._static = numpy.ascontiguousarray(weights.T)
        self._mix = Maxout(maxout, layernorm, ops.gemm)
        self._row_of: dict[str, int] = {}
        self._rows: Floats = numpy.empty((_ROOM, self._mix.width), "float32")
        """Rows of the words known so far, behind them room for more."""

    def of(self, words: Sequence[str]) -> Floats:
        """A row for each word."""
        new = [word for word in dict.fromkeys(words) if word not in self._row_of]
        if len(self._row_of) + len(new) > _REMEMBERED:
            self._row_of.clear()
            new = [*dict.fromkeys(words)]
        if new:
            first = len(self._row_of)
            while len(self._rows) < first + len(new):
                self._rows = numpy.concatenate([self._rows, numpy.empty_like(self._rows)])
            self._rows[first : first + len(new)] = self.compute(new)
            self._row_of.update(zip(new, range(first, first + len(new)), strict=True))
        rows: Floats = self._rows[[self._row_of[word] for word in words]]
        return rows

    def compute(self, words: Sequence[str]) -> Floats:
        """A row for each word, all computed; it does not depend on the other words."""
        parts = []
        for getter, (table, seed) in zip(self._getters, self._tables, strict=True):
            ids = numpy.array([get_string_id(getter(word)) for word in words], "uint64")
            parts.append(table[self._ops.hash(ids, seed) % len(table)].sum(axis=1))
        parts.append(self._ops.gemm(self._vectors.get_batch(words), self._static))
        return self._mix.of(numpy.concatenate(parts, axis=1))
