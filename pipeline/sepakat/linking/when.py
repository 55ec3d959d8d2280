"""Working out dates: the year of `Rabu (4/6)`, the day of `Selasa`, and what each date is the date of.

A date that is written in full stays as written, also when its weekday disagrees: that is for the checks. What
is missing is worked out from the publication date, or from the other dates of the article where they leave
one reading. News appears on the day of the event or within a week: so the latest such day that is not after
the publication is meant. The weekday is evidence: it may choose among years, it never changes what is told.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from sepakat.recognisers.dates import DateMention
from sepakat.text.article import Mention
from sepakat.text.layout import Layout

Basis = Literal["explicit", "resolved"]
DateRole = Literal[
    "event", "statement", "as_of", "expiry", "period", "regulation", "other_event", "statistic", "publication"
]
"""`event`: of what the article reports. `statement`: when somebody said it. `as_of`: of a count or share.
`expiry`, `period`: end, start or stretch of a term. `other_event`: an earlier deal, a founding, a ceremony.
`statistic`: a year or month that a number belongs to. `publication`: printed in the head or tail."""

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
        if published:
            chosen = _by_publication(value, published)
        else:
            chosen = _by_anchors(value, others, published_year)
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


# --- What a date is the date of -----------------------------------------------------------------------------

_SIGNING: Final = re.compile(
    r"menanda ?tangan|penanda ?tanga|ditanda ?tangani|tanda ?tangan|\b(?:di|me)?n?teken\b|\bmou\b|\bpks\b"
    r"|nota kesep|perjanjian kerja|menyepakati|menjalin|kerja ?sama (?:ini|itu|tersebut)|add?endum"
)
_OCCASION: Final = re.compile(
    r"\b(?:acara|kegiatan|hal|kesempatan|momen|agenda|prosesi|seremoni|pertemuan)"
    r"(?:nya| (?:itu|ini|tersebut|yang))\b"
    r"|\b(?:acara|kegiatan) (?:di|ber)"
)
_SPEECH: Final = re.compile(
    r"\b(?:kata|ujar|ucap|ungkap|jelas|tutur|papar|terang|sebut|tegas|imbuh|tambah|tandas|beber|sambung|pungkas"
    r"|cetus)(?:nya)?\b|\bmen(?:gatakan|jelaskan|gungkap|yebut|egas|yampaikan|utur|erang|ambah)[a-z]*"
)
_STATEMENT: Final = re.compile(
    r"keterangan(?:nya)?(?: tertulis| resmi| pers|,| di\b| yang\b| pada\b| kepada\b)|siaran pers|\brilis"
    r"|press release|pernyataan tertulis|dikonfirmasi|dihubungi|ditemui|diwawancara|wawancara|\bditerima\b"
    r"|berbincang|kepada (?:para |sejumlah )?(?:wartawan|awak|media|jurnalis)|(?:konferensi|jumpa) pers"
    r"|dilansir|mengutip|dikutip"
)
_OTHER: Final = re.compile(
    r"\brapat|\bkunjungan|launching|peluncuran|meluncurkan|penghargaan|\baward|sosialisasi|dilantik|pelantikan"
    r"|\bhut\b|hari jadi|\bberdiri\b|didirikan|dibentuk|\blahir\b|meninggal|peresmian|diresmikan|meresmikan"
    r"|santunan"
)
_EARLIER: Final = re.compile(
    r"(?:menindak ?lanjuti|tindak lanjut|lanjutan|turunan|berdasarkan|mengacu|merujuk)[^.;,]{0,120}$"
    r"|\byang (?:telah|sudah|pernah|sebelumnya) (?:di[a-z]+|terjalin)[^.;,]{0,80}$"
    r"|(?:\bpernah|tahun lalu|sudah (?:berjalan|terjalin)|\bsejak)[^.;]{0,80}$"
)
_BEFORE_THAT: Final = re.compile(r"\bsebelumnya\b[^.;]{0,40}$")
_HAD: Final = re.compile(r"[^.;]{0,80}\b(?:telah|sudah|pernah)\b")
_ENDING: Final = re.compile(r"(?:berakhir|\bhabis|kedaluwarsa|kadaluarsa|jatuh tempo)[^.;,]{0,30}$")
_VALIDITY: Final = re.compile(r"(?:berlaku|masa (?:berlaku|kerja)|jangka waktu)[^.;,]{0,50}$")
_DAY_WORDS: Final = r"(?: (?:tanggal|tgl\.?|bulan|tahun|awal|akhir|hari ini|saat ini|per|pada))*[ ,:]{1,3}$"
_AS_OF: Final = re.compile(
    rf"(?:\bper|\bhingga|\bsampai(?: dengan)?|\bs/d|\bs\.d\.?|\bsd|\bposisi|\bdata){_DAY_WORDS}"
)
_PERIOD: Final = re.compile(
    rf"(?:\bmulai|\bsejak|terhitung|\bperiode|\bselama|\btmt|\bsepanjang|\bdari){_DAY_WORDS}"
)
_REGULATION: Final = re.compile(
    r"(?:nomor|\bno\b\.?|peraturan|instruksi|surat edaran|keputusan|undang-undang|\bperda|\bperbup|\binpres)"
    r"[^.;]{0,60}(?:tanggal|tertanggal|ditetapkan|diundangkan|diterbitkan|terbit)[^.;]{0,20}$"
)
_PLANNED: Final = re.compile(r"\bakan\b|rencana|dijadwalkan|nantinya")
_WINDOW: Final = 400  # code points of a sentence that are looked at before a date; half as many after it


def date_role(layout: Layout, mention: Mention[DateMention]) -> DateRole:
    """What a date is the date of, told from its sentence.

    Args:
        layout: The article.
        mention: One of its dates.

    Returns:
        The role; `event` for the date of the signing, or of whatever else the article reports.
    """
    start, end = mention.span.start, mention.span.end
    zone = layout.zone_at(start)
    printed = layout.published_span is not None and layout.published_span.overlaps(mention.span)
    if printed or zone in ("head", "tail", "title"):
        return "publication"
    if zone == "read_also":
        return "other_event"
    sentence = layout.sentence_at(start)
    first = max(sentence.span.start if sentence else 0, start - _WINDOW)
    last = min(sentence.span.end if sentence else len(layout.lower), end + _WINDOW // 2)
    left, right = layout.lower[first:start], layout.lower[end:last]
    bound = _bound_role(left)
    if bound:
        return bound
    value = mention.value
    if value.day or value.weekday is not None or value.relative:
        return _day_role(left, right)
    if layout.lower.startswith("tahun anggaran", start):
        return "period"
    if not _SIGNING.search(left[-_WINDOW // 4 :]):
        return "statistic"
    return "event" if _PLANNED.search(left) else "other_event"


def _bound_role(left: str) -> DateRole | None:
    """The role that the words right before a date give it."""
    if _REGULATION.search(left):
        return "regulation"
    until = _AS_OF.search(left)
    if _ENDING.search(left) or (until and _VALIDITY.search(left)):
        return "expiry"
    if until:
        return "as_of"
    return "period" if _PERIOD.search(left) and not _SIGNING.search(left) else None


def _day_role(left: str, right: str) -> DateRole:
    """The role of a day: that of the last cue before it, or of the sentence where no cue stands before it."""
    if _EARLIER.search(left) and _SIGNING.search(left):
        return "other_event"
    if _BEFORE_THAT.search(left) and _HAD.match(right):
        return "other_event"
    signing, speech, statement = (_last(pattern, left) for pattern in (_SIGNING, _SPEECH, _STATEMENT))
    if max(speech, statement) > signing:
        return "statement"
    if signing >= 0 or _OCCASION.search(left):
        return "event"
    if _SIGNING.search(right):
        return "event"
    if _STATEMENT.search(right):
        return "statement"
    return "other_event" if _OTHER.search(left) or _OTHER.search(right) else "event"


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern starts; -1 when there is none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)
