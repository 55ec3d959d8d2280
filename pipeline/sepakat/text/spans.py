"""Looking up what lies inside a span, or touches it, without going through everything: time stays near linear."""

from bisect import bisect_left
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
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if first >= last:  # most often
            return []
        return [item for item in self._items[first:last] if item[0].end <= span.end]

    def touching(self, span: Span) -> list[tuple[Span, T]]:
        """Things that share at least one code point with `span`, in order of place."""
        first, last = bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
        if first >= last:  # most often
            return []
        return [item for item in self._items[first:last] if item[0].end > span.start]


def longest_first(mentions: Iterable[Mention[T]]) -> list[Mention[T]]:
    """Mentions without overlaps, in order of place: of two that overlap the longer stands, then the earlier."""
    chosen: list[Mention[T]] = sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start))
    kept: list[tuple[int, int, int]] = []  # start, end, number among the chosen; in order, disjoint
    for number, mention in enumerate(chosen):
        start, end = mention.span.start, mention.span.end
        place = bisect_left(kept, (start, end))
        free_before = not place or kept[place - 1][1] <= start
        if free_before and (place == len(kept) or end <= kept[place][0]):
            kept.insert(place, (start, end, number))
    return [chosen[number] for _, _, number in kept]
