"""Looking up what lies inside a span, or touches it, without going through everything: time stays linear in the text."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from sepakat.text.article import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things with a place in the text, in order of place."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        """Index things by their spans; spans may overlap."""
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span.start for span, _ in self._items]
        self._longest = max((len(span) for span, _ in self._items), default=0)

    def inside(self, span: Span) -> list[tuple[Span, T]]:
        """Things that lie wholly inside `span`, in order of place."""
        return [item for item in self._between(span.start, span.end) if item[0].end <= span.end]

    def touching(self, span: Span) -> list[tuple[Span, T]]:
        """Things that share at least one code point with `span`, in order of place."""
        return [item for item in self._between(span.start - self._longest, span.end) if item[0].overlaps(span)]

    def _between(self, start: int, end: int) -> list[tuple[Span, T]]:
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
