"""Working out dates: the year of `Rabu (4/6)`, the day of `Selasa` and of `kemarin`.

A date that is written in full stays as written, also when its weekday disagrees: that is for the checks. What
is missing is worked out from the publication date, or from the other dates of the article where they leave
one reading. News appears on the day of the event or within a week: so the latest such day that is not after
the publication is meant. The weekday is evidence: it may choose among years, it never changes what is told.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from sepakat.linking.date_roles import date_role as date_role  # asked for together with `resolve`
from sepakat.recognisers.dates import DateMention

Basis = Literal["explicit", "resolved"]
_NEAR_DAYS: Final = 60  # how far other dates of an article may lie from its event and still tell the year
_FIRST_YEAR: Final = 2014  # BPJS Ketenagakerjaan began its work on 1 January 2014 (UU 24/2011, pasal 62)


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A date worked out as far as the text goes.

    Attributes:
        date: Partial ISO date: `2022-01-19`, `2022-01` or `2022`.
        basis: `explicit` when all of it is written, `resolved` when the year or day was worked out.
        weekday_agrees: Whether the written weekday is that of the date; None when one of them is missing.
        certain: Whether one reading is left: False when weekday and date disagree, the day is impossible, or
            the publication date leaves more than one year.
    """

    date: str
    basis: Basis
    weekday_agrees: bool | None = None
    certain: bool = True


def resolve(
    value: DateMention,
    *,
    published: date | None = None,
    published_year: int | None = None,
    anchors: Iterable[DateMention] = (),
) -> ResolvedDate | None:
    """Work out the date that a mention means.

    Args:
        value: What is written.
        published: Publication date of the article.
        published_year: Its year, when a copyright line or the URL tells no more; not used beside `published`.
        anchors: Other dates of the article, and `DateMention(year=...)` for the regulations that it names.

    Returns:
        The date, or None when nothing tells the year.
    """
    if value.year is not None:
        return _written(value, value.year)
    others = [anchor for anchor in anchors if anchor.year is not None and anchor.valid]
    if value.month and value.day and value.valid:
        by_text = None if published else _by_anchors(value, others, published_year)
        chosen = _by_publication(value, published) if published else by_text
        return _worked_out(value, *chosen) if chosen else None
    if value.month and 1 <= value.month <= 12:
        return _month_only(value, published)
    day = published or _only_day(others)
    if day:
        return _counted_from(value, day, day == published)
    return ResolvedDate(f"{published_year:04}", "resolved") if published_year else None


# --- Dates as written ---------------------------------------------------------------------------------------


def _written(value: DateMention, year: int) -> ResolvedDate:
    """A date with its year: all of it where the calendar has it, otherwise the part that is certain."""
    if not value.month or not 1 <= value.month <= 12:
        return ResolvedDate(f"{year:04}", "explicit", None, value.valid)
    month = f"{year:04}-{value.month:02}"
    if not value.day:
        return ResolvedDate(month, "explicit")
    day = _day_of(value)
    if day is None:  # 31 Februari
        return ResolvedDate(month, "explicit", None, False)
    agrees = None if value.weekday is None else day.weekday() == value.weekday
    basis: Basis = "explicit" if value.valid else "resolved"
    text = month if value.day_end else day.isoformat()  # of two days neither is the one
    return ResolvedDate(text, basis, agrees, value.valid and agrees is not False)


def _day_of(value: DateMention, year: int | None = None) -> date | None:
    """The day that a mention means in its own or the given year; None when incomplete or impossible."""
    year = year or value.year
    if not (year and value.month and value.day) or not 1 <= value.month <= 12:
        return None
    if value.day > monthrange(year, value.month)[1]:
        return None
    return date(year, value.month, value.day)


def _worked_out(value: DateMention, day: date, certain: bool) -> ResolvedDate:
    """A day whose year was worked out."""
    agrees = None if value.weekday is None else day.weekday() == value.weekday
    text = day.isoformat()[:7] if value.day_end else day.isoformat()
    return ResolvedDate(text, "resolved", agrees, certain and agrees is not False)


# --- Day and month without a year ---------------------------------------------------------------------------


def _by_publication(value: DateMention, published: date) -> tuple[date, bool] | None:
    """The latest such day not after the publication; a near one after it if weekday or `depan` say so."""
    years = range(published.year - 4, published.year + 2)  # a 29 February comes every four years
    days = [day for year in years if (day := _day_of(value, year))]
    past = [day for day in days if day <= published]
    coming = [day for day in days if published < day <= published + timedelta(_NEAR_DAYS)]
    if not past:
        return (coming[0], True) if coming else None
    latest = past[-1]
    recent = (published - latest).days <= _NEAR_DAYS
    if not coming or recent:
        return latest, recent or value.weekday == latest.weekday()
    if value.relative in ("besok", "lusa", "depan", "mendatang", "pekan depan", "minggu depan"):
        return coming[0], True
    if value.weekday is not None and coming[0].weekday() == value.weekday != latest.weekday():
        return coming[0], True
    return latest, value.weekday == latest.weekday()


def _by_anchors(
    value: DateMention, anchors: Sequence[DateMention], published_year: int | None
) -> tuple[date, bool] | None:
    """The year from the other dates of the article, where they and the weekday leave one."""
    near = {year for anchor in anchors for year in _years_near(value, anchor)}
    near |= {published_year} if published_year else set()
    days = [day for year in sorted(near) if (day := _day_of(value, year))]
    if value.weekday is not None:
        days = [day for day in days if day.weekday() == value.weekday] or days
    if len(days) == 1:
        return days[0], True
    if days or value.weekday is None:
        return None
    # A day of the year has the same weekday again after 5, 6 or 11 years: so the weekday tells which of the
    # years around a named one is meant. The named year counts first, then its neighbours, then the next.
    named = {anchor.year for anchor in anchors if anchor.year is not None}
    for distances in ((0,), (-1, 1), (2,)):
        years = {year + d for year in named for d in distances if year + d >= _FIRST_YEAR}
        fitting = [day for year in years if (day := _day_of(value, year)) and day.weekday() == value.weekday]
        if fitting:
            return (fitting[0], True) if len(fitting) == 1 else None
    return None


def _years_near(value: DateMention, anchor: DateMention) -> list[int]:
    """Years in which the day of `value` lies near another date that has at least year and month."""
    if anchor.year is None or anchor.month is None:
        return []
    middle = _day_of(anchor) or date(anchor.year, anchor.month, 15)
    years = range(middle.year - 1, middle.year + 2)
    days = [day for year in years if (day := _day_of(value, year))]
    return [day.year for day in days if abs((day - middle).days) <= _NEAR_DAYS]


def _month_only(value: DateMention, published: date | None) -> ResolvedDate | None:
    """`bulan Juli`, also `(31/9)`: the latest such month not after the publication."""
    if published is None or value.month is None:
        return None
    year = published.year if value.month <= published.month else published.year - 1
    return ResolvedDate(f"{year:04}-{value.month:02}", "resolved", None, value.valid)


# --- Weekdays and `kemarin` ---------------------------------------------------------------------------------

_OFFSETS: Final = {"hari ini": 0, "tadi": 0, "kemarin": -1, "kemaren": -1, "besok": 1, "lusa": 2}
_NEXT: Final = ("besok", "lusa", "depan", "mendatang", "pekan depan", "minggu depan")


def _only_day(anchors: Iterable[DateMention]) -> date | None:
    """The one day that all full dates of the article name."""
    days = {day for anchor in anchors if anchor.day_end is None and (day := _day_of(anchor))}
    return days.pop() if len(days) == 1 else None


def _counted_from(value: DateMention, day: date, is_published: bool) -> ResolvedDate | None:
    """A weekday or a word such as `kemarin`, counted from a day.

    Args:
        value: Has neither year nor month.
        day: Publication date, or the one full date of the article.
        is_published: Whether `day` is the publication date: only then can another day be counted from it.
    """
    relative = value.relative or ""
    if value.weekday is None:
        offset = _OFFSETS.get("tadi" if relative.startswith("tadi") else relative)
        if offset is None or (offset and not is_published):
            return None
        # Direct speech may be some days older than the article: never certain.
        return ResolvedDate((day + timedelta(offset)).isoformat(), "resolved", None, False)
    back = (day.weekday() - value.weekday) % 7
    if not is_published:
        return None if back else ResolvedDate(day.isoformat(), "resolved", True, False)
    if relative in ("pekan lalu", "minggu lalu"):
        back = day.weekday() - value.weekday + 7
    elif relative in _NEXT:
        back -= 7
    elif relative == "lalu":
        back = back or 7
    return ResolvedDate((day - timedelta(back)).isoformat(), "resolved", True)
