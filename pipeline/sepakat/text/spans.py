"""Looking up what lies inside a span, or touches it, without going through everything: time stays near linear."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from sepakat.text.article import Mention, Span

T = TypeVar("T")


def _place(item: tuple[Span, Any]) -> tuple[int, int]:
    """Where a thing stands; tuples are compared faster than spans."""
    return item[0].start, item[0].end


class SpanIndex(Generic[T]):
    """Things with a place in the text, in order of place."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        """Index things by their spans; spans may overlap."""
        self._items = sorted(items, key=_place)
        self._starts = [span.start for span, _ in self._items]
        self._longest = max((span.end - span.start for span, _ in self._items), default=0)

    def inside(self, span: Span) -> list[tuple[Span, T]]:
        """Things that lie wholly inside `span`, in order of place."""
        return [item for item in self._between(span.start, span.end) if item[0].end <= span.end]

    def touching(self, span: Span) -> list[tuple[Span, T]]:
        """Things that share at least one code point with `span`, in order of place."""
        return [item for item in self._between(span.start - self._longest, span.end) if item[0].overlaps(span)]

    def _between(self, start: int, end: int) -> list[tuple[Span, T]]:
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def longest_first(mentions: Iterable[Mention[T]]) -> list[Mention[T]]:
    """Mentions without overlaps, in order of place: of two that overlap the longer stands, then the earlier."""
    kept: list[tuple[Span, int]] = []
    chosen: list[Mention[Any]] = sorted(mentions, key=lambda m: (-len(m.span), m.span.start))
    for index, mention in enumerate(chosen):
        place = bisect_left(kept, (mention.span, -1))
        neighbours = kept[max(0, place - 1) : place + 1]
        if not any(span.overlaps(mention.span) for span, _ in neighbours):
            insort(kept, (mention.span, index))
    return [chosen[index] for _, index in kept]
