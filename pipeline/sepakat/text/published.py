"""Publication dates that the head or the tail of an article print.

They are full dates on a short line of their own (`Rabu, 20 Juli 2022 14:05 WIB`, `Diterbitkan: 20/07/2022`),
beside the writer's name, or in front of the dateline. A copyright year is no date.
"""

import re
from dataclasses import dataclass
from datetime import date

from sepakat.text.article import Span
from sepakat.text.byline import personal_name

_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8,
    "ags": 8, "agt": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip
_WEEKDAY = (
    r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab|min"
    r"|(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?)"
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_YEAR = r"(?:19|20)[0-9]{2}"
_DATE = re.compile(
    rf"(?<![\w/])(?:{_WEEKDAY}[,.]? ?[(|-]? ?)?(?:"
    rf"(?P<day>[0-9]{{1,2}})[ -]{{1,3}}(?P<month>{_MONTH})[ ,-]{{1,3}}(?P<year>{_YEAR})"
    rf"|(?P<day2>[0-9]{{1,2}})[/.-](?P<month2>[0-9]{{1,2}})[/.-](?P<year2>{_YEAR})"
    rf"|(?P<year3>{_YEAR})-(?P<month3>[0-9]{{2}})-(?P<day3>[0-9]{{2}})"
    rf"|(?P<month4>{_MONTH}) (?P<day4>[0-9]{{1,2}}),? (?P<year4>{_YEAR}))(?![\w/])\)?",
    re.IGNORECASE,
)
_HOUR = r"[0-2]?[0-9][.:][0-5][0-9](?::[0-5][0-9])?"
_CLOCK = re.compile(rf"(?<![0-9]){_HOUR}(?![0-9])|(?<!\w)wi(?:b|ta|t)(?!\w)", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:di)?(?:terbit(?:kan)?|publikasi(?:kan)?|posting|unggah|tayang(?:kan)?|rilis)"
    r"|published|posted|tanggal|upload|calendar",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"update|perbaru|last|terakhir", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")

_MAX_LINE = 110  # code points
_MAX_WORDS = 6  # beside the date: a label, a name


@dataclass(frozen=True, slots=True)
class DateLine:
    """A publication date as printed.

    Attributes:
        span: The date with its weekday.
        value: The day.
        rank: 2 with a clock or a label, 1 with a name or before a dateline, 0 bare, -1 for an update.
        writer: A personal name in front of it.
    """

    span: Span
    value: date
    rank: int
    writer: Span | None = None


def read_date(text: str, start: int, end: int) -> tuple[Span, date] | None:
    """The first full date in `text[start:end]`, with its weekday; None for none or an impossible day."""
    if text.find("20", start, end) < 0 and text.find("19", start, end) < 0:  # no year
        return None
    match = _DATE.search(text, start, end)
    if match is None:
        return None
    form = next(form for form in ("", "2", "3", "4") if match[f"year{form}"])
    month = match[f"month{form}"].lower()
    number = int(month) if month.isdigit() else _MONTHS[month[:3]]
    try:
        value = date(int(match[f"year{form}"]), number, int(match[f"day{form}"]))
    except ValueError:
        return None
    return Span(match.start(), match.end()), value


def read_date_line(text: str, start: int, end: int) -> DateLine | None:
    """A short line that prints when the article was published, perhaps with its writer.

    Args:
        text: Normalised text.
        start: First code point of the line.
        end: Its end, exclusive.

    Returns:
        None when the line holds no full date or says something else besides.
    """
    if end - start > _MAX_LINE or text[end - 1] in ".!?":
        return None
    found = read_date(text, start, end)
    if found is None:
        return None
    span, value = found
    rest = text[start : span.start] + " " + text[span.end : end]
    if len(_LETTERS.findall(_CLOCK.sub(" ", rest))) > _MAX_WORDS:
        return None
    writer = personal_name(text, start, span.start)
    labelled = _CLOCK.search(rest) or _PUBLISHED.search(rest)
    rank = -1 if _UPDATED.search(rest) else 2 if labelled else 1 if writer else 0
    return DateLine(span, value, rank, writer)


_LEAD = re.compile(r"(?:(?:date|tanggal|tgl|published|posted|diterbitkan)[ :]{1,2})?", re.IGNORECASE)
_LEAD_END = re.compile(rf"[ ,|-]{{0,3}}(?:(?:pukul |jam )?{_HOUR}(?: wi(?:b|ta|t))?)?[ ,|-]{{0,3}}", re.IGNORECASE)


def read_leading_date(text: str, start: int, end: int) -> tuple[DateLine, int] | None:
    """A publication date in front of a dateline on the same line, and where the dateline begins."""
    begin = _LEAD.match(text, start, end)
    found = read_date(text, start, min(end, start + 60))
    if begin is None or found is None or found[0].start != begin.end():
        return None
    rest = _LEAD_END.match(text, found[0].end, end)
    return DateLine(found[0], found[1], 1), rest.end() if rest else found[0].end
