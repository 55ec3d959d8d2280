"""Inline marks of entities, as `corpus/entities` has them: `Bupati <LOC>Solok</LOC> <PER>Rahmat Sudirja</PER>`.

Without the marks the text is exactly the article. Marks do not nest; a mark holds no space at its ends.
"""

import re
from dataclasses import dataclass
from typing import Final

from sepakat.errors import DataError
from sepakat.text.article import Span

LABELS: Final = ("PER", "ORG", "LOC", "VENUE", "GROUP")
"""Persons, organisations, places; rooms and buildings where an event takes place; kinds of workers."""

_TAG: Final = re.compile(r"<(?P<closing>/?)(?P<label>[A-Z]+)>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the entities that were marked in it, in order of place, disjoint."""

    text: str
    entities: tuple[tuple[Span, str], ...]


def read(marked: str, *, source: str = "-") -> Marked:
    """Take the marks out of a text.

    Args:
        marked: Text with marks.
        source: Its file, for errors.

    Raises:
        DataError: If a mark has an unknown label, is not closed, nests, is empty, or begins or ends with a space.
    """
    parts: list[str] = []
    entities: list[tuple[Span, str]] = []
    opened: tuple[int, str] | None = None
    length = position = 0
    for match in _TAG.finditer(marked):
        parts.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        label = match["label"]
        line = marked.count("\n", 0, match.start()) + 1
        if label not in LABELS:
            raise DataError(f"{source}, line {line}: unknown label {match[0]}; known are {', '.join(LABELS)}")
        if not match["closing"]:
            if opened:
                raise DataError(f"{source}, line {line}: {match[0]} inside <{opened[1]}>; marks do not nest")
            opened = (length, label)
            continue
        if opened is None or opened[1] != label:
            raise DataError(f"{source}, line {line}: {match[0]} closes a mark that is not open")
        inner = "".join(parts)[opened[0] :]
        if not inner or inner != inner.strip():
            raise DataError(
                f"{source}, line {line}: <{label}>{inner}</{label}> is empty or begins or ends with a space"
            )
        entities.append((Span(opened[0], length), label))
        opened = None
    if opened:
        raise DataError(f"{source}: <{opened[1]}> is not closed")
    return Marked("".join([*parts, marked[position:]]), tuple(entities))


def write(marked: Marked) -> str:
    """Put the marks back: `write(read(text)) == text`."""
    parts: list[str] = []
    position = 0
    for span, label in marked.entities:
        parts += [marked.text[position : span.start], f"<{label}>", span.of(marked.text), f"</{label}>"]
        position = span.end
    return "".join([*parts, marked.text[position:]])
