"""What the head and the tail of an article print about it: writer, publication date, outlet.

Writers stand as `Penulis: X`, `X - Selasa, 11 November 2025 11:55 WIB`, alone on a line at the end, or as initials
behind the last sentence, `(hen/rif/kmf)`. Publication dates are full dates on a short line of their own; a copyright
year is no date.
"""

import re
from dataclasses import dataclass
from datetime import date

from sepakat.text.article import Span
from sepakat.text.dateline import DOMAIN

_MONTHS = (
    ("jan", 1), ("feb", 2), ("peb", 2), ("mar", 3), ("apr", 4), ("mei", 5), ("may", 5), ("jun", 6), ("jul", 7),
    ("agu", 8), ("ags", 8), ("agt", 8), ("aug", 8), ("sep", 9), ("okt", 10), ("oct", 10), ("nov", 11), ("nop", 11),
    ("des", 12), ("dec", 12),
)  # fmt: skip
_MONTH_NUMBER = dict(_MONTHS)
_WEEKDAY = r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?)"
_MONTH = (
    r"(?P<month>(?:jan|[fp]eb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|no[vp]|des|dec)[a-z]{0,6})"
)
_DATE = re.compile(
    rf"(?<![\w/])(?:{_WEEKDAY}[,.]? ?[(|-]? ?)?"
    rf"(?:(?P<day>[0-9]{{1,2}})[ -]{_MONTH}[ ,-]{{1,2}}(?P<year>(?:19|20)[0-9]{{2}})"
    r"|(?P<day2>[0-9]{1,2})[/.-](?P<month2>[0-9]{1,2})[/.-](?P<year2>(?:19|20)[0-9]{2})"
    r"|(?P<year3>(?:19|20)[0-9]{2})-(?P<month3>[0-9]{2})-(?P<day3>[0-9]{2})"
    rf"|{_MONTH.replace('month', 'month4')} (?P<day4>[0-9]{{1,2}}),? (?P<year4>(?:19|20)[0-9]{{2}}))(?![\w/])\)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![0-9])[0-2]?[0-9][.:][0-5][0-9](?::[0-5][0-9])?(?![0-9])|(?<!\w)wi(?:b|ta|t)(?!\w)", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:di)?(?:terbit(?:kan)?|publikasi(?:kan)?|posting|unggah|tayang(?:kan)?|rilis)|published|posted|tanggal|upload",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"update|perbaru|last|terakhir", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A publication date on a line of its own; `rank`: 2 with a clock or a label, 1 with a name, 0 bare, -1 update."""

    span: Span
    value: date
    rank: int
    writer: Span | None


def read_date(text: str, start: int, end: int) -> tuple[Span, date] | None:
    """The first full date in `text[start:end]`, with weekday; None when there is none or no such day exists."""
    match = _DATE.search(text, start, end)
    if match is None:
        return None
    number = next(i for i in ("", "2", "3", "4") if match[f"year{i}"])
    month = match[f"month{number}"].lower()
    month_number = int(month) if month.isdigit() else _MONTH_NUMBER[month[:3]]
    try:
        value = date(int(match[f"year{number}"]), month_number, int(match[f"day{number}"]))
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
    if end - start > 110 or text[end - 1] in ".!?":
        return None
    found = read_date(text, start, end)
    if found is None:
        return None
    span, value = found
    rest = text[start : span.start] + " " + text[span.end : end]
    label = _CLOCK.search(rest) or _PUBLISHED.search(rest)
    words = re.findall(r"[^\W\d_]{2,}", _CLOCK.sub(" ", rest))
    if len(words) > 6:
        return None
    writer = _name_span(text, start, span.start)
    rank = -1 if _UPDATED.search(rest) else 2 if label else 1 if writer else 0
    return DateLine(span, value, rank, writer)


_LEAD = re.compile(r"(?:(?:date|tanggal|tgl|published|posted|diterbitkan)[ :]{1,2})?", re.IGNORECASE)
_LEAD_END = re.compile(
    r"[ ,|-]{0,3}(?:(?:pukul |jam )?[0-2]?[0-9][.:][0-5][0-9](?: wi(?:b|ta|t))?)?[ ,|-]{0,3}", re.IGNORECASE
)


def read_leading_date(text: str, start: int, end: int) -> tuple[DateLine, int] | None:
    """A publication date in front of a dateline on the same line, and where the dateline begins."""
    begin = _LEAD.match(text, start, end)
    found = read_date(text, start, min(end, start + 60))
    if begin is None or found is None or found[0].start != begin.end():
        return None
    rest = _LEAD_END.match(text, found[0].end, end)
    return DateLine(found[0], found[1], 1, None), rest.end() if rest else found[0].end


_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}")
_NOT_WRITERS = frozenset(
    (
        "admin",
        "administrator",
        "redaksi",
        "editor",
        "tim redaksi",
        "tim",
        "humas",
        "news",
        "berita",
        "daerah",
        "by",
        "oleh",
    )
    + (
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "sabtu",
        "minggu",
        "headline",
        "home",
        "update",
        "diterbitkan",
        "ekonomi",
    )
)


def _name_span(text: str, start: int, end: int) -> Span | None:
    """A personal name that fills `text[start:end]` but for signs at its ends."""
    begin, stop = start, end
    while begin < stop and not text[begin].isalpha():
        begin += 1
    label = _LABEL.match(text, begin, stop)
    begin = label.end() if label else begin
    while stop > begin and not (text[stop - 1].isalnum() or text[stop - 1] == "."):
        stop -= 1
    match = _NAME.fullmatch(text, begin, stop)
    if match is None or match[0].lower() in _NOT_WRITERS:
        return None
    return Span(begin, stop)


_LABEL = re.compile(
    r"(?P<writer>(?:pewarta|penulis|reporter|wartawan|kontributor|jurnalis|koresponden|(?:ditulis )?oleh|by|laporan(?: wartawan"
    r"| jurnalis| reporter| kontributor)?) ?[:|/]? ?)|(?P<editor>(?:editor|redaktur|penyunting|uploader) ?[:|/]? ?)",
    re.IGNORECASE,
)
_WRITER_END = re.compile(
    r" ?(?:[|/;(]| - |,(?= *(?:editor|dari|antara))|(?<=\w\w\w)\. )| ?(?:editor|penyunting|redaktur|foto) ?:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A printed writer (`rank` 2), initials (1) or editor (0), and the outlet that stands beside the name."""

    span: Span
    rank: int
    outlet: Span | None = None


def read_byline(text: str, start: int, end: int) -> Byline | None:
    """The name behind `Pewarta:`, `Penulis:`, `Oleh:`, `Laporan Wartawan`, or `Editor:` on a line."""
    label = _LABEL.match(text, start, end)
    if label is None or end - start > 160:
        return None
    begin = label.end()
    outlet = _DOMAIN.match(text, begin, end)
    if outlet:
        begin = outlet.end()
        while begin < end and text[begin] in " ,:-/":
            begin += 1
    cut = _WRITER_END.search(text, begin, end)
    name = _name_span(text, begin, cut.start() if cut else end)
    if name is None:
        return None
    rank = 2 if label["writer"] else 0
    return Byline(name, rank, Span(*outlet.span()) if outlet else None)


_DOMAIN = re.compile(DOMAIN, re.IGNORECASE)
_INITIALS = re.compile(
    r"(?<=[.!?\"'*\n ])[ ]{0,2}(?P<all>[(\[](?P<in>[^()\[\]\n]{1,40})[)\]]|/(?P<slashed>[A-Za-z0-9]{2,12}(?:/[A-Za-z0-9]{2,12}){1,4}))[ *.]{0,4}$"
)
_DESK_MARK = re.compile(
    r"[A-Za-z]{1,12}[0-9]{0,3}(?:[/.,&*| +-]{1,2}[A-Za-z0-9]{1,15}){0,4}\.?|\*{1,5}(?:/[A-Za-z]{1,12}[0-9]?)*"
)
_NOT_INITIALS = frozenset(
    ("adv", "advertorial", "rls", "rilis", "release", "bersambung", "selesai", "habis", "ist", "foto", "dok")
)


def read_initials(text: str, start: int, end: int) -> tuple[int, Span | None] | None:
    """The mark of the desk that closes an article: `(hen/rif/kmf)`, `[tyi/loy]`, `(Red)`, `/Ash/ADV`, `(*)`.

    Args:
        text: Normalised text.
        start: First code point of the last paragraph, or of a line that holds nothing else.
        end: Its end, exclusive.

    Returns:
        Where the mark begins, and the initials in it (None for `(*)` and for words that name no writer);
        None without a mark.
    """
    low = max(start, end - 60)
    window = ("\n" if low == start else "") + text[low:end]
    match = _INITIALS.search(window)
    if match is None:
        return None
    shift = low - (1 if low == start else 0)
    group = "in" if match["in"] is not None else "slashed"
    inner = Span(match.start(group) + shift, match.end(group) + shift)
    begin = match.start("all") + shift
    before = text[start:begin].rstrip()
    if before and before[-1] not in ".!?\"'*)":
        return None
    words = inner.of(text)
    if not _DESK_MARK.fullmatch(words) or len(words.split(" ")) > 4:
        return None
    named = words.strip("*/ .")
    if not named or named.lower() in _NOT_INITIALS:
        return begin, None
    return begin, Span(inner.start + words.index(named), inner.start + words.index(named) + len(named))


def is_lone_name(text: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but a name of two to four words, or one word in capitals."""
    line = text[start:end]
    words = line.split(" ")
    if not _NAME.fullmatch(line) or line.lower() in _NOT_WRITERS or any(c.isdigit() for c in line):
        return False
    return 2 <= len(words) <= 4 or (len(words) == 1 and line.isupper() and len(line) > 3)


_COPYRIGHT = re.compile(
    rf"(?:copyright|hak cipta|©|\(c\))(?: ?©| ?\(c\))? ?(?:(?:19|20)[0-9]{{2}},? )?(?:oleh )?(?P<name>{DOMAIN}|[A-Z][\w&-]{{1,20}}(?: [A-Z][\w&-]{{1,20}}){{0,2}})",
    re.IGNORECASE,
)
_TOLD_TO = re.compile(
    rf"(?:pantauan|kepada|wartawan|reporter|kontributor|dihubungi|tim(?: redaksi)?|redaksi|diterima|laman) (?P<name>{DOMAIN})",
    re.IGNORECASE,
)


def find_outlet(text: str, dateline_outlet: Span | None, margins: list[Span]) -> Span | None:
    """The outlet as the text names it.

    Args:
        text: Normalised text.
        dateline_outlet: The outlet in the dateline.
        margins: Head, captions and tail.

    Returns:
        The outlet of the dateline; or a domain in the margins that spells the same name; without a dateline the
        copyright line, the only domain in the margins, or the outlet to which somebody spoke.
    """
    domains = [
        Span(*m.span()) for margin in margins for m in _DOMAIN.finditer(text, margin.start, margin.end)
    ]
    if dateline_outlet:
        name = _letters(dateline_outlet.of(text))
        same = (domain for domain in domains if _letters(domain.of(text).split(".")[0]) == name)
        return dateline_outlet if "." in dateline_outlet.of(text) else next(same, dateline_outlet)
    for margin in margins:
        match = _COPYRIGHT.search(text, margin.start, margin.end)
        if match:
            return Span(*match.span("name"))
    own = [domain for domain in domains if not _is_platform(domain.of(text))]
    if own and len({domain.of(text).lower() for domain in own}) == 1:
        return own[0]
    told = _TOLD_TO.search(text)
    return Span(*told.span("name")) if told else None


def _letters(name: str) -> str:
    """Lower case, letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _is_platform(domain: str) -> bool:
    """Whether a domain belongs to a network on which outlets are followed, or to the authorities."""
    return (
        re.search(
            r"facebook|twitter|instagram|youtube|whatsapp|telegram|t\.me|google|tiktok|go\.id|bpjs",
            domain.lower(),
        )
        is not None
    )
