"""Greedy decoding of spaCy's entity transitions (Begin, In, Last, Unit, Out), all tokens of all sentences at once.

The same network, the same rules and the same entities as `EntityRecognizer.greedy_parse`, which steps token by token
through objects and takes most of a reader's time with that. A state knows three tokens: the next one and, within an
entity, its first and its last so far. Outside an entity the score of each move thus depends on one token alone, so that
one multiplication settles all of them; only from tokens that may begin an entity is there a walk, all walks together.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy
from numpy.typing import NDArray

from sepakat.ner.maxout import Floats

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer

Integers = NDArray[numpy.int64]
Entities = list[tuple[int, int, str]]
"""First token, last token plus one, label."""
_NEVER: Final = -numpy.inf
_STEPS: Final = numpy.arange(1, 7)
"""Tokens behind the first of an entity that are looked at together; few entities are longer."""


class Transitions:
    """The output layer of a trained entity recogniser."""

    def __init__(self, recogniser: "EntityRecognizer") -> None:
        """Take what is learned out of a pipeline's component.

        Raises:
            ValueError: If it is not the greedy recogniser with three tokens a state that `models/configs` describes.
        """
        model = recogniser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        if lower.get_dim("nF") != 3 or recogniser.cfg["beam_width"] != 1:
            raise ValueError("it reads other states than those of models/configs")
        project = model.get_ref("tok2vec").layers[-1]
        # (3, pieces, hidden, width of the projection): hidden units piece after piece, and both layers made one
        by_piece = lower.get_param("W").transpose(0, 2, 1, 3)
        self._parts_shape = by_piece.shape[:3]
        flat = by_piece.reshape(-1, by_piece.shape[-1])
        self._weights = numpy.ascontiguousarray((flat @ project.get_param("W")).T)
        self._bias = flat @ project.get_param("b")
        self._no_token = lower.get_param("pad")[0].transpose(0, 2, 1)
        self._lower_bias = lower.get_param("b").T
        self._upper_weights = numpy.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias = upper.get_param("b")
        transitions = recogniser.moves
        names = map(transitions.get_class_name, range(transitions.n_moves))  # `B-PER`, `O`; `U-` is never valid here
        moves = [name.partition("-") for name in names]
        self._labels = sorted({label for _, _, label in moves if label})
        open_in = {label: i for i, label in enumerate(self._labels)}
        self._move = [move if label or move == "O" else "" for move, _, label in moves]
        self._label = [open_in.get(label, -1) for _, _, label in moves]
        n_classes = upper.get_dim("nO")
        self._outside = numpy.full((2, n_classes), _NEVER, "float32")
        """Added to the scores outside an entity: 0 where a move is allowed, before the last token and at it."""
        self._inside = numpy.full((2, len(self._labels), n_classes), _NEVER, "float32")
        """The same within an entity of each label."""
        for i, (move, label) in enumerate(zip(self._move, self._label, strict=True)):
            if move in ("U", "O"):
                self._outside[:, i] = 0
            elif move == "B":
                self._outside[0, i] = 0
            elif move == "L":
                self._inside[:, label, i] = 0
            elif move == "I":
                self._inside[0, label, i] = 0
        self._is_begin = numpy.array([move == "B" for move in self._move])
        self._label_of = numpy.array(self._label)
        self._is_last_move = numpy.array([move == "L" for move in self._move] + [False] * (n_classes - len(moves)))

    def decode(self, vectors: Floats, lengths: Sequence[int]) -> list[Entities]:
        """Find the entities of sentences.

        Args:
            vectors: A row for each token, sentence after sentence.
            lengths: Tokens of each sentence.

        Returns:
            For each sentence its entities in order, disjoint.
        """
        parts = numpy.empty((len(vectors) + 1, *self._parts_shape), "float32")  # (tokens + 1, 3, pieces, hidden)
        parts[0] = self._no_token
        parts[1:] = (vectors @ self._weights + self._bias).reshape(-1, *self._parts_shape)
        ends = numpy.cumsum(numpy.asarray(lengths, "int64"))
        last_of = numpy.repeat(ends, lengths) - 1
        at_end = (numpy.arange(len(vectors)) == last_of).astype("int64")
        best = (self._scores(parts[1:, 0] + (parts[0, 1] + parts[0, 2])) + self._outside[at_end]).argmax(axis=1)
        closed = self._walk(parts, best, last_of)
        found: list[Entities] = []
        position = 0
        starts = numpy.flatnonzero(best != self._move.index("O"))
        bounds = [0, *numpy.searchsorted(starts, ends).tolist()]
        begins = starts.tolist()
        for sentence, end in enumerate(ends.tolist()):
            first = position
            entities: Entities = []
            for start in begins[bounds[sentence] : bounds[sentence + 1]]:
                if start >= position:
                    position = closed.get(start, start + 1)
                    entities.append((start - first, position - first, self._labels[self._label[best[start]]]))
            found.append(entities)
            position = end
        return found

    def _scores(self, states: Floats) -> Floats:
        """Scores of all moves in states, (…, pieces, hidden)."""
        hidden: Floats = (states + self._lower_bias).max(axis=-2)
        scores: Floats = hidden @ self._upper_weights + self._upper_bias
        return scores

    def _walk(self, parts: Floats, best: Integers, last_of: Integers) -> dict[int, int]:
        """Where each entity ends that a `B` among the best moves begins: first token to last token plus one."""
        starts = numpy.flatnonzero(self._is_begin[best])
        labels = self._label_of[best[starts]]
        last = last_of[starts]
        tokens = numpy.minimum(starts[:, None] + _STEPS, last[:, None])  # a few steps of each walk at once
        closed: dict[int, int] = {}
        while len(starts):
            at_end = (tokens == last[:, None]).astype("int64")
            states = parts[tokens + 1, 0] + parts[starts + 1, 1][:, None] + parts[tokens, 2]
            best = (self._scores(states) + self._inside[at_end, labels[:, None]]).argmax(axis=-1)
            ends = self._is_last_move[best]
            first = ends.argmax(axis=1)
            walks = numpy.arange(len(starts))
            done, after = ends[walks, first], tokens[walks, first] + 1
            closed.update(zip(starts[done].tolist(), after[done].tolist(), strict=True))
            starts, labels, last = starts[~done], labels[~done], last[~done]
            tokens = numpy.minimum(tokens[~done] + len(_STEPS), last[:, None])
        return closed
