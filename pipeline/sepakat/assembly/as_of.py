"""From what day a number is: `per Juli 2022`, `hingga akhir 2021`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from sepakat.recognisers.dates import DateMention
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout

_DATED: Final = re.compile(
    r"\b(?:per|hingga|sampai|sampai dengan|s/d|posisi|pada|sejak|tahun|bulan|tanggal|akhir|awal|data)"
    r"(?:\s\w+){0,2}\s$"
)
_REACH: Final = 120  # code points


def as_of(layout: Layout, number: Span, dates: Sequence[Mention[DateMention]]) -> Mention[DateMention] | None:
    """The nearest date of the number's sentence that says of when it is; days of the event itself are none.

    Args:
        layout: The article.
        number: Where the number stands.
        dates: Dates of the article, in order of place.
    """
    sentence = layout.sentence_at(number.start)
    if sentence is None:
        return None
    low = max(sentence.span.start, number.start - 2 * _REACH)
    first = bisect_left(dates, low, key=attrgetter("span.start"))
    last = bisect_left(dates, number.end + _REACH + 1, first, key=attrgetter("span.start"))
    near = [
        date
        for date in dates[first:last]
        if sentence.span.covers(date.span) and date.span.gap(number) <= _REACH and not date.value.weekday
    ]
    stated = [d for d in near if _DATED.search(layout.lower, max(0, d.span.start - 30), d.span.start)]
    return min(stated, key=lambda date: date.span.gap(number), default=None)
