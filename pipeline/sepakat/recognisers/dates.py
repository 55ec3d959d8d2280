"""Dates as Indonesian news prints them: full, without a year, only a weekday, only a year, `kemarin`.

Forms: `Rabu (4/6/2025)`, `Rabu, 4 Juni 2025`, `(25/7)`, `(25|3)`, `7-8 Oktober 2024`, `19-01-2022`,
`2022-01-19`, `Juli 2022`, `akhir Juli`, `tahun 2021`, `Selasa`, `(08/10/25) kemarin`, `hari ini`. The order
is day, month, year (EYD V), or ISO 8601. Two digits are a year of this century: BPJS Ketenagakerjaan exists
since 2014 (UU 24/2011).

Nothing is worked out here: a missing year stays missing; `31 Februari` and `21/22023` are kept and marked as
impossible. The year or number of a regulation is no date, nor are shares, times, scores, phone and document
numbers.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Layout
from sepakat.text.phrases import Phrases

LABEL: Final = "date"


@dataclass(frozen=True, slots=True)
class DateMention:
    """What a date says; parts that are not written are None.

    Attributes:
        year: Four digits.
        month: From 1.
        day: From 1; of a range the first day.
        day_end: Last day of a range within one month, included.
        weekday: Monday is 0.
        relative: Word that counts from the day of writing: `hari ini`, `kemarin`, `pekan lalu`, `depan`.
        valid: False when the calendar has no such day, or the digits are garbled.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_end: int | None = None
    weekday: int | None = None
    relative: str | None = None
    valid: bool = True


# --- Patterns, all on the text in lower case ----------------------------------------------------------------

_FULL_MONTHS: Final = (
    "januari", "februari", "pebruari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
    "oktober", "november", "nopember", "desember",
)  # fmt: skip
_OTHER_MONTHS: Final = (
    "january", "february", "march", "may", "june", "july", "august", "october", "december", "jan", "feb",
    "peb", "mar", "mrt", "apr", "jun", "jul", "agust", "agus", "agu", "agt", "ags", "aug", "sept", "sep",
    "okt", "oct", "nov", "nop", "des", "dec",
)  # fmt: skip
_NOT_IN_DATEPARSER: Final = {"agust": "agustus", "agus": "agustus", "ags": "agustus"}
_WEEKDAYS: Final = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jum at": 4, "sabtu": 5,
    "minggu": 6, "ahad": 6,
}  # fmt: skip
_WEEKDAY_NAMES: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")

_MONTH: Final = rf"(?:{'|'.join(_FULL_MONTHS + _OTHER_MONTHS)})(?![a-z])"
_WEEKDAY: Final = r"(?:senin|selasa|rabu|kamis|jum[' ]?at|sabtu|minggu|ahad)(?![a-z])"
_PART: Final = r"(?:pagi|siang|sore|petang|malam|dini hari)(?![a-z])"
_RELATIVE: Final = (
    r"(?:hari ini|kemar[ie]n|tadi|besok|lusa|(?:pekan |minggu )?(?:lalu|kemar[ie]n|depan|mendatang)"
    r"|(?:pekan|minggu) ini)(?![a-z])"
)
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_TO: Final = r"(?:-|/|&|s/d|sd\.?|s\.d\.?|hingga|sampai(?:\sdengan)?|dan)"

_DIGITS: Final = re.compile(r"[0-9][0-9]{0,3}(?=[ \n/|.\-a-z])")  # so written, the search goes from digit to digit
_GLUED: Final = re.compile(r"(?:[\w@#]|[0-9][.,/:-])\Z")
_DATED: Final = re.compile(
    rf"""
    (?P<iso>(?P<iso_year>{_YEAR})(?P<iso_sep>[-/])(?P<iso_month>[0-9]{{2}})(?P=iso_sep)(?P<iso_day>[0-9]{{2}}))
        (?![0-9])
    | (?P<worded>(?P<w_day>[0-9]{{1,2}})(?:\s?{_TO}\s?(?P<w_end>[0-9]{{1,2}}))?        # 7-8
        (?:\s?[-/]\s?|\s{{0,2}})(?:bulan\s)?(?P<w_month>{_MONTH})                      # Oktober
        (?:\.?\s?[-,/]?\s?(?:tahun\s)?(?P<w_year>{_YEAR}[0-9]?|'[0-9]{{2}})(?![0-9a-z]|[.,][0-9]))?)
    | (?P<numeric>(?P<n_day>[0-9]{{1,2}})(?:\ ?-\ ?(?P<n_end>[0-9]{{1,2}})(?=\ ?[/|]))?
        \ ?(?P<n_sep>[/|.-])\ ?(?P<n_month>[0-9]{{1,2}})
        (?:\ ?(?P<n_sep2>[/|.-])\ ?(?P<n_year>[0-9]{{2,5}})(?![/|][0-9]))?)
        (?![0-9]|[.,][0-9])
    | (?P<garbled>(?P<g_day>[0-9]{{1,2}})/(?P<g_rest>[0-9]{{5,6}}))(?![0-9])           # 21/22023
    """,
    re.VERBOSE,
)
_MONTH_YEAR: Final = re.compile(
    rf"(?P<month>{_MONTH})(?:\s(?P<day>[0-9]{{1,2}}),?\s(?P<full>{_YEAR})(?![0-9])"  # Juli 12, 2023
    rf"|\.?,?\s(?:tahun\s)?(?P<year>{_YEAR})(?![0-9]|[-/.,]?[0-9]))?"  # Juli 2023
)
_YEAR_ALONE: Final = re.compile(
    r"(?:tahun|thn\.?|th\.?)(?:\s(?:anggaran|ajaran|buku|fiskal|akademik))?\s?[:(]?\s?"
    rf"(?P<year>{_YEAR})(?![0-9]|\s?[-/.]\s?[0-9])"
)
# `pada 2023,` and `sejak 2021 lalu`: digits behind a word of time are a year where nothing is counted.
_YEAR_BEHIND: Final = re.compile(
    rf"(?:pada|sejak|akhir|awal|medio|mulai)\s(?P<year>{_YEAR})"
    r"(?=[,.](?![0-9])|\s?[;)\n]|$|\s(?:lalu|silam|ini|itu|dan|yang|oleh|antara|sudah|telah|hingga|sampai)\b)"
)
_COPYRIGHT: Final = re.compile(
    rf"(?:copyright|hak cipta|©)[^\n0-9]{{0,40}}(?:{_YEAR}\s?-\s?)?(?P<year>{_YEAR})(?![0-9])"
)
_WEEKDAY_ALONE: Final = re.compile(rf"(?P<day>{_WEEKDAY})(?:\s{_PART})?(?:\s(?P<relative>{_RELATIVE}))?")

_RELATIVE_ALONE: Final = re.compile(rf"(?:hari ini|kemar[ie]n|besok|lusa|tadi {_PART})(?![a-z])")

_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:(?P<relative>hari ini|kemar[ie]n|besok|lusa|(?:pekan|minggu) lalu)[ ,]{1,2})?"
    rf"(?:(?P<weekday>{_WEEKDAY})(?:\s?(?:-|/|dan|sampai|hingga)\s?{_WEEKDAY})?(?:\s{_PART})?"
    rf"(?:\s(?P<later>{_RELATIVE}))?)?"
    r"(?:\s?[,.:;]|\s(?:tanggal|tgl\.?)){0,2}\s{0,2}(?P<open>[(\[]?)\s{0,2}$"
)
_CLOSE: Final = re.compile(rf"(?:\s{_PART})?\s?[/.]?\s?[)\]]")
_BEHIND: Final = re.compile(rf"(?:\s{_PART})?\s(?P<relative>{_RELATIVE})")
_DATE_WORD: Final = re.compile(r"(?:tanggal|tgl\.?)\s?$")
_ENDS: Final = re.compile(rf"\s?[/.,]?\s?[)\]]|\s{_PART}|\s?$")
_CLOCK: Final = re.compile(r"\s?(?:wib|wita|wit)\b")
# What makes the digits behind it part of a number, an address or a score.
_NUMBERED: Final = re.compile(r"(?:nomor|nomer|nmr|no|rt|rw|skor|pukul|jam|pasal|blok|telp|hp|km|versi)[ .:/]{0,3}$")
# `Nomor 63 tahun 2022`, `UU 24 tahun 2011`, `Nomor B.02/INST tahun 2021`: the year of a regulation.
_REGULATION_YEAR: Final = re.compile(
    r"(?:[0-9][\w./-]{0,30}(?<![./-])|(?:nomor|nomer|no)\b[ .:]{0,3}[\w./-]{1,30},?)\s{1,2}$"
)
# `Jalan 17 Agustus`, `Universitas 17 Agustus 1945`: names that hold a date.
_NAMED_AFTER: Final = re.compile(
    r"(?:jalan|jln?\.?|universitas|untag|lapangan|stadion|gor|masjid|rs|sma|smk|smp|yayasan|gedung|alun-alun"
    r"|jembatan|taman)\s{1,2}$"
)
_MONTH_CUE: Final = re.compile(
    r"(?<![a-z])(?:bulan|akhir|awal|pertengahan|tengah|per|hingga|sampai|sejak|mulai)\s{1,2}$"
)
_DAY_BEFORE: Final = re.compile(r"[0-9]\s?$")
_HABIT_BEFORE: Final = re.compile(r"(?:setiap|tiap|saban|[Ss]ha?lat|[Ss]holat|[Pp]asar|[Ss]ekolah)\s$")
_SPAN_AFTER: Final = re.compile(rf"\s?(?:-|s/d|sampai|hingga|dan)\s?{_WEEKDAY}")
_SPAN_BEFORE: Final = re.compile(rf"{_WEEKDAY}\s?(?:-|s/d|sampai|hingga|dan)\s?$")
_DAY_WORD: Final = re.compile(r"hari\s{1,2}$")
_SET_OFF: Final = re.compile(r"[,(]\s?$")
_NAME_AFTER: Final = re.compile(r" (?!Legi|Pahing|Pon|Wage|Kliwon)[A-Z][A-Za-z]")
_OTHER_UNIT: Final = re.compile(r"(?:tahun|bulan|minggu|pekan)\s$")


# --- Reading ------------------------------------------------------------------------------------------------


@cache
def month_number(word: str) -> int | None:
    """Number of a month, 1 to 12, by its name or abbreviation in lower case; read by the library dateparser.

    Only the month is asked for, in a date that every calendar has: so each spelling is parsed once a process.
    """
    # Slow to import: only a process that meets a month in words pays for it.
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    # With the form given it looks for no time zones; compiling their patterns takes it 0.3 s.
    parser = DateDataParser(languages=["id", "en"], settings={"PARSERS": ["custom-formats"]})
    moment = parser.get_date_data(f"1 {_NOT_IN_DATEPARSER.get(word, word)} 2000", ["%d %B %Y", "%d %b %Y"]).date_obj
    return moment.month if moment else None


def _checked(value: DateMention) -> DateMention:
    """The same value, marked if no calendar has it (29 February passes while the year is unknown)."""
    month, day = value.month, value.day
    sound = month is None or 1 <= month <= 12
    if sound and month and day is not None:
        days = monthrange(value.year or 2000, month)[1]
        sound = 1 <= day <= days and (value.day_end is None or day < value.day_end <= days)
    return value if sound else replace(value, valid=False)


def _year(digits: str | None) -> tuple[int | None, bool]:
    """Year of four or two digits, and whether the digits are sound: `202` and `20225` are no year."""
    if not digits:
        return None, True
    digits = digits.lstrip("'")
    if len(digits) == 2:
        return 2000 + int(digits), True
    sound = len(digits) == 4 and 1900 <= int(digits) <= 2100
    return (int(digits) if sound else None), sound


def _read_dated(match: re.Match[str]) -> DateMention:
    """The parts that a match of `_DATED` writes."""
    g = match.group
    kind = match.lastgroup
    if kind == "iso":
        return _checked(DateMention(int(g("iso_year")), int(g("iso_month")), int(g("iso_day"))))
    if kind == "garbled":  # a slash is missing; four digits of year leave one place for it
        rest = g("g_rest")
        year, sound = _year(rest[-4:])
        value = DateMention(year, int(rest[:-4]) if sound else None, int(g("g_day")))
        return replace(_checked(value), valid=False)
    p = "w" if kind == "worded" else "n"
    year, sound = _year(g(f"{p}_year"))
    month = month_number(g("w_month")) if p == "w" else int(g("n_month"))
    end = g(f"{p}_end")
    value = _checked(DateMention(year, month, int(g(f"{p}_day")), int(end) if end else None))
    return value if sound else replace(value, valid=False)


# --- Finding ------------------------------------------------------------------------------------------------


def _is_date(match: re.Match[str], value: DateMention, anchored: bool, opened: bool) -> bool:
    """Whether digits that have the form of a date are one.

    Args:
        match: Match of `_DATED` in the article in lower case.
        value: What it says.
        anchored: Whether a weekday, `kemarin` or `tanggal` stands before it.
        opened: Whether an opening bracket stands right before it.
    """
    text, start, end, kind = match.string, match.start(), match.end(), match.lastgroup
    before = text[max(0, start - 24) : start]
    if kind == "worded":
        return not _NAMED_AFTER.search(before)
    if before[-1:] in ("/", "-", "+", "|") or (_NUMBERED.search(before) and not anchored):
        return False
    if kind == "iso":
        return value.valid
    if kind == "garbled":
        return value.month is not None and (anchored or opened)
    return _is_numeric_date(match, value, text[end : end + 12], anchored, opened)


def _is_numeric_date(match: re.Match[str], value: DateMention, after: str, anchored: bool, opened: bool) -> bool:
    """The part of `_is_date` for `25/7`, `08/10/25` and `19.01.2022`; `after` is the text behind."""
    if after[:1].isalpha() or after[:1] == "%" or (after[:1] in "/|" and after[1:2].isdigit()):
        return False
    slash = match["n_sep"] in "/|"
    year = match["n_year"]
    if year is None:
        if _CLOCK.match(after) or not (slash or (anchored and opened)):
            return False
        return anchored or (opened and value.valid and bool(_ENDS.match(after)))
    if anchored:
        return True
    full = len(year) == 4 and year[:2] in ("19", "20")
    same = match["n_sep"] == match["n_sep2"]
    return (full or (opened and slash)) and (same or opened) and (value.valid or opened)


def _dated(text: str) -> Iterator[Mention[DateMention]]:
    """Dates that start with digits, with the weekday before and the word behind that belong to them."""
    previous = 0
    for digits in _DIGITS.finditer(text):
        start = digits.start()
        if start < previous or _GLUED.search(text, max(0, start - 2), start):
            continue
        match = _DATED.match(text, start)
        if match is None:
            continue
        value = _read_dated(match)
        around = _BEFORE.search(text, max(previous, start - 44), start)
        assert around is not None  # every part of the pattern may be empty
        weekday, relative, later, opening = around.group("weekday", "relative", "later", "open")
        anchored = bool(weekday or relative or _DATE_WORD.search(text, max(0, start - 9), start))
        if not _is_date(match, value, anchored, bool(opening)):
            continue
        end = match.end()
        closing = _CLOSE.match(text, end) if opening else None
        if weekday or relative or closing:
            start = around.start("relative" if relative else "weekday" if weekday else "open")
        end = closing.end() if closing else end
        behind = _BEHIND.match(text, end)
        end = behind.end() if behind else end
        value = replace(
            value,
            weekday=_WEEKDAYS[weekday] if weekday else None,
            relative=relative or later or (behind["relative"] if behind else None),
        )
        score = 0.5 if not value.valid else 0.95 if value.year else 0.9
        yield Mention(Span(start, end), LABEL, value, f"dates.{match.lastgroup}", score)
        previous = end


def _weekday(layout: Layout, start: int) -> Mention[DateMention] | None:
    """The weekday at `start` if something happened on it: capitalised, not `setiap Jumat`, `Jumat Berkah`."""
    text, lower = layout.text, layout.lower
    match = _WEEKDAY_ALONE.match(lower, start)
    if not match or not text[start].isupper() or _HABIT_BEFORE.search(text, max(0, start - 12), start):
        return None
    end = match.end()
    if _SPAN_AFTER.match(lower, end) or _SPAN_BEFORE.search(lower, max(0, start - 20), start):
        return None
    if not _DAY_WORD.search(lower, max(0, start - 6), start):
        if _NAME_AFTER.match(text, end):
            return None
        set_off = _SET_OFF.search(text, max(0, start - 2), start)
        if match["day"] == "minggu" and (match["relative"] or not set_off):
            return None  # `minggu` is also a week
    value = DateMention(weekday=_WEEKDAYS[match["day"]], relative=match["relative"])
    return Mention(Span(start, end), LABEL, value, "dates.weekday", 0.8)


def _year_alone(layout: Layout, start: int) -> Mention[DateMention] | None:
    """`tahun 2021`, unless it belongs to a regulation's number."""
    match = _YEAR_ALONE.match(layout.lower, start)
    if not match or _REGULATION_YEAR.search(layout.lower, max(0, start - 40), start):
        return None
    return Mention(Span(*match.span()), LABEL, DateMention(int(match["year"])), "dates.year", 0.7)


def _year_behind(layout: Layout, start: int) -> Mention[DateMention] | None:
    """The year of `pada 2023`, digits alone."""
    match = _YEAR_BEHIND.match(layout.lower, start)
    if match is None:
        return None
    return Mention(Span(*match.span("year")), LABEL, DateMention(int(match["year"])), "dates.year", 0.6)


def _copyright(layout: Layout, start: int) -> Mention[DateMention] | None:
    """The year of a copyright line, often the only clue to the year; of `2014-2024` the last."""
    match = _COPYRIGHT.match(layout.lower, start)
    if match is None:
        return None
    return Mention(Span(*match.span("year")), LABEL, DateMention(int(match["year"])), "dates.copyright", 0.4)


def _month(layout: Layout, start: int) -> Mention[DateMention] | None:
    """`Juli 2022`, `Juli 12, 2022`, and a bare `Juli` after a word such as `bulan` or `akhir`."""
    match = _MONTH_YEAR.match(layout.lower, start)
    if match is None or _DAY_BEFORE.search(layout.lower, max(0, start - 3), start):
        return None  # what follows a number was judged with it
    year, day = match["full"] or match["year"], match["day"]
    if not year:
        cue = _MONTH_CUE.search(layout.lower, max(0, start - 13), start)
        if not cue or match["month"] not in _FULL_MONTHS:
            return None
    value = DateMention(int(year) if year else None, month_number(match["month"]), int(day) if day else None)
    return Mention(Span(*match.span()), LABEL, _checked(value), "dates.month", 0.7)


def _relative(layout: Layout, start: int) -> Mention[DateMention] | None:
    """`hari ini`, `kemarin`, `besok`, `tadi pagi`; not `tahun kemarin`."""
    match = _RELATIVE_ALONE.match(layout.lower, start)
    if not match or _OTHER_UNIT.search(layout.lower, max(0, start - 7), start):
        return None
    value = DateMention(relative=match[0])
    return Mention(Span(*match.span()), LABEL, value, "dates.relative", 0.5)


_READERS: Final[dict[str, Callable[[Layout, int], Mention[DateMention] | None]]] = {
    **dict.fromkeys(_FULL_MONTHS + _OTHER_MONTHS, _month),
    **dict.fromkeys(_WEEKDAYS, _weekday),
    **dict.fromkeys(("tahun", "thn", "th"), _year_alone),
    **dict.fromkeys(("pada", "sejak", "akhir", "awal", "medio", "mulai"), _year_behind),
    **dict.fromkeys(("copyright", "hak cipta", "©"), _copyright),
    **dict.fromkeys(("hari ini", "kemarin", "kemaren", "besok", "lusa", "tadi"), _relative),
}
_WORDS: Final = Phrases(_READERS)


def find(layout: Layout) -> list[Mention[DateMention]]:
    """All dates of the article, disjoint, in order of place."""
    found = list(_dated(layout.lower))
    taken = bytearray(len(layout.lower))
    for mention in found:
        taken[mention.span.start : mention.span.end] = b"\1" * len(mention.span)
    for span, word in _WORDS.find(layout.lower):
        worded = None if taken[span.start] else _READERS[word](layout, span.start)
        if worded and 1 not in taken[worded.span.start : worded.span.end]:
            taken[worded.span.start : worded.span.end] = b"\1" * len(worded.span)
            found.append(worded)
    return sorted(found, key=by_place)


def describe(value: DateMention) -> str:
    """A date in short: `2024-10-07..08`, `????-07-25 rabu`, `senin lalu`; `!` in front when impossible."""
    parts: list[str] = []
    if value.year or value.month:
        text = f"{value.year or '????'}"
        text += f"-{value.month:02}" if value.month else ""
        text += f"-{value.day:02}" if value.day else ""
        parts.append(text + (f"..{value.day_end:02}" if value.day_end else ""))
    if value.weekday is not None:
        parts.append(_WEEKDAY_NAMES[value.weekday])
    if value.relative:
        parts.append(value.relative)
    return ("" if value.valid else "!") + " ".join(parts)


EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    ("Naskah diteken di pendopo, [Rabu (4/6/2025)].", "2025-06-04 rabu"),
    ("Acara digelar pada [Rabu, 4 Juni 2025] di balai kota.", "2025-06-04 rabu"),
    ("di aula kecamatan, [Rabu 12 Juli 2023].", "2023-07-12 rabu"),
    ("usai rapat, [Jumat, (5/12/2025)].", "2025-12-05 jumat"),
    ("di Aula Wijaya. [Kamis, (31/3)].", "????-03-31 kamis"),
    ("di OR 2 Setda, [Senin ( 18/12/2023 )], bupati hadir.", "2023-12-18 senin"),
    ("di kampus, [Kamis (24/8/2023]/.", "2023-08-24 kamis"),
    ("Bupati datang [(25/7)] pagi.", "????-07-25"),
    ("katanya, [Selasa (12/4)].", "????-04-12 selasa"),
    ("seusai upacara, [Rabu (28|3)].", "????-03-28 rabu"),
    ("Bupati hadir [(25|3)].", "????-03-25"),
    ("ditemui wartawan [(08/10/25) kemarin].", "2025-10-08 kemarin"),
    ("Rapat [kemarin (25/7)] menyepakati hal itu.", "????-07-25 kemarin"),
    ("Berlangsung pada [7–8 Oktober 2024] di hotel.", "2024-10-07..08"),
    ("pelatihan [7 s/d 9 Oktober 2024] di Solo", "2024-10-07..09"),
    ("pelatihan [23-25 Agustus].", "????-08-23..25"),
    ("pada [Selasa-Rabu (7-8/10)] di Solo", "????-10-07..08 selasa"),
    ("rapat [Rabu-Kamis, 7-8 Oktober 2024 lalu], ditutup", "2024-10-07..08 rabu lalu"),
    ("Diunggah [19-01-2022] oleh admin", "2022-01-19"),
    ("Diunggah [2022-01-19] oleh admin", "2022-01-19"),
    ("diteken [19.01.2022].", "2022-01-19"),
    ("Dia hadir pada [Jum'at (3/5/2024)] sore.", "2024-05-03 jumat"),
    ("Dia hadir pada [Jum’at, 3 Mei 2024].", "2024-05-03 jumat"),
    ("diresmikan [Ahad, 2 Pebruari 2020].", "2020-02-02 minggu"),
    ("sejak [8 Nop 2021] berlaku", "2021-11-08"),
    ("terbit [3 Ags 2020].", "2020-08-03"),
    ("terbit [3 Agt. 2020].", "2020-08-03"),
    ("Terbit: [October 14, 2025] oleh Redaksi", "2025-10-14"),
    ("Terbit: [Juli 12, 2023] oleh Redaksi", "2023-07-12"),
    ("sampai [hari ini] per [12 Juli 2023] sudah", "hari ini; 2023-07-12"),
    ("Sampai dengan [Juni 2023] cakupan naik", "2023-06"),
    ("Sampai akhir [Juli] belum ada.", "????-07"),
    ("Pada [tahun 2021] ada 376 orang.", "2021"),
    ("Naskah lama diteken pada [2023], kata dia.", "2023"),
    ("sudah berjalan sejak [2021] lalu", "2021"),
    ("Copyright © KANTOR [2014]", "2014"),
    ("© 2015 - [2019] Redaksi", "2019"),
    ("[Tahun Anggaran 2026] disiapkan dana.", "2026"),
    ("berlaku hingga [31 Desember 2025].", "2025-12-31"),
    ("Acara [17 Oktober] itu ramai", "????-10-17"),
    ("Naskah diteken [Rabu (21/22023)].", "!2023-02-21 rabu"),
    ("Naskah diteken [Kamis, 31 Februari 2022].", "!2022-02-31 kamis"),
    ("Naskah diteken [Kamis (31/9)].", "!????-09-31 kamis"),
    ("Naskah diteken [Kamis (12/7/202)].", "!????-07-12 kamis"),
    ("di Kantor Bupati, [Selasa].", "selasa"),
    ("ujarnya [Senin malam].", "senin"),
    ("katanya pada [Jumat pekan lalu].", "jumat pekan lalu"),
    ("kata dia, [Minggu].", "minggu"),
    ("digelar pada hari [Minggu], kata dia", "minggu"),
    ("katanya [hari ini].", "hari ini"),
    ("Rapat itu berlangsung [kemarin].", "kemarin"),
    ("[Hari ini, Rabu (4/6)], naskah diteken.", "????-06-04 rabu hari ini"),
    ("[Rabu, 4/6/2025] 14.05 WIB", "2025-06-04 rabu"),
    ("hari [Rabu tanggal 4 bulan Juni tahun 2025]", "2025-06-04 rabu"),
    ("Instruksi itu terbit tanggal [5/8/21], kata dia", "2021-08-05"),
)
"""Text with the exact spans in brackets, and what `describe` says of their values."""

NEGATIVES: Final[tuple[str, ...]] = (
    "pada 2023 pekerja rentan",
    "mulai 2000,50 rupiah",
    "sebesar 31,07% dari semesta",
    "Perbup nomor 63 tahun 2022 tentang pedoman",
    "UU 24/2011 tentang BPJS",
    "UU Nomor 24, Tahun 2011",
    "sesuai Inpres 2/2021 itu",
    "UU Nomor 40 Tahun 2004 dan Nomor 24 Tahun 2011",
    "Instruksi Nomor: B.02/INST/30/082021 tentang",
    "Surat Edaran Nomor 560/7095/2021",
    "hubungi 0812-3456-7890 atau 021-555-0123",
    "pukul 14.05 WIB di aula",
    "menang 3-1 atas lawannya",
    "rata-rata 12.5 juta",
    "RT 02/03 Kelurahan Mekar",
    "Jalan 17 Agustus nomor 5",
    "Universitas 17 Agustus 1945 Semarang",
    "guru sekolah Minggu, marbot dan imam",
    "minggu lalu mereka bertemu",
    "dua minggu kemudian",
    "setiap Jumat mereka berkumpul",
    "program Jumat Berkah digelar pemkab",
    "buka Senin-Jumat dan libur",
    "layanan Senin sampai Jumat",
    "tahun kemarin jumlahnya turun",
    "sebanyak 12 marbot dan 5 desa",
    "periode tahun 2020-2022",
    "Per 1.310 pekerja dari 25 pekon",
    "sekitar 1/2 dari 3/4 wilayah",
    "Bu Mei dan Pak Agus hadir",
    "layanan 24/7 untuk peserta",
    "nomor 12/05/2022 tertanggal",
    "kantor di Pasar Minggu Jakarta",
)
