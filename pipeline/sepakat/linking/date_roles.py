"""What each date of an article is the date of: the event, a statement, a count, a term, an earlier deal.

Told from the words of its sentence: those right before the date bind it (`per`, `berakhir pada`); otherwise
the last cue before it counts: signing outweighs speech only where it comes later (`kata X usai meneken MoU`).
"""

import re
from typing import Final, Literal

from sepakat.recognisers.dates import DateMention
from sepakat.text.article import Mention
from sepakat.text.layout import Layout
from sepakat.text.openings import WordPattern

DateRole = Literal[
    "event", "statement", "as_of", "expiry", "period", "regulation", "other_event", "statistic", "publication"
]
"""`event`: of what the article reports. `statement`: when somebody said it. `as_of`: of a count or share.
`expiry`, `period`: end, start or stretch of a term. `other_event`: an earlier deal, a founding, a ceremony.
`statistic`: a year or month that a number belongs to. `publication`: printed in the head or tail."""

_SIGNING: Final = WordPattern(
    re.compile(
        r"menanda ?tangan|penanda ?tanga|tanda ?tangan|\b(?:di|me)?n?teken\b|\bmou\b|\bpks\b"
        r"|nota kesep|perjanjian kerja|menyepakati|menjalin|kerja ?sama (?:ini|itu|tersebut)|add?endum"
    ),
    (
        *("menanda", "penanda", "tanda", "teken", "nteken", "diteken", "dinteken", "meteken", "menteken", "mou", "pks"),
        *("nota kesep", "perjanjian", "menyepakati", "menjalin", "kerja", "adendum", "addendum"),
    ),
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
_STATEMENT: Final = WordPattern(
    re.compile(
        r"keterangan(?:nya)?(?: tertulis| resmi| pers|,| di\b| yang\b| pada\b| kepada\b)|siaran pers|\brilis"
        r"|press release|pernyataan tertulis|dikonfirmasi|dihubungi|ditemui|diwawancara|wawancara|\bditerima\b"
        r"|berbincang|kepada (?:para |sejumlah )?(?:wartawan|awak|media|jurnalis)|(?:konferensi|jumpa) pers"
        r"|dilansir|mengutip|dikutip"
    ),
    (
        *("keterangan", "siaran", "rilis", "press", "pernyataan", "dikonfirmasi", "dihubungi", "ditemui"),
        *("diwawancara", "wawancara", "diterima", "berbincang", "kepada", "konferensi", "jumpa", "dilansir"),
        *("mengutip", "dikutip"),
    ),
)
_OTHER: Final = re.compile(
    r"\brapat|\bkunjungan|launching|peluncuran|meluncurkan|penghargaan|\baward|sosialisasi|dilantik|pelantikan"
    r"|\bhut\b|hari jadi|\bberdiri\b|didirikan|dibentuk|\blahir\b|meninggal|peresmian|diresmikan|meresmikan"
    r"|santunan"
)
_EARLIER: Final = WordPattern(
    re.compile(
        r"(?:menindak ?lanjuti|tindak lanjut|lanjutan|turunan|berdasarkan|mengacu|merujuk)[^.;,]{0,120}$"
        r"|\byang (?:telah|sudah|pernah|sebelumnya) (?:di[a-z]+|terjalin)[^.;,]{0,80}$"
        r"|(?:\bpernah|tahun lalu|sudah (?:berjalan|terjalin)|\bsejak)[^.;]{0,80}$"
    ),
    (
        *("menindak", "tindak", "lanjutan", "turunan", "berdasarkan", "mengacu", "merujuk", "yang ", "pernah"),
        *("tahun lalu", "sudah ", "sejak"),
    ),
)
_BEFORE_THAT: Final = re.compile(r"\bsebelumnya\b[^.;]{0,40}$")
_HAD: Final = re.compile(r"[^.;]{0,80}\b(?:telah|sudah|pernah)\b")
_ENDING: Final = re.compile(r"(?:berakhir|\bhabis|kedaluwarsa|kadaluarsa|jatuh tempo)[^.;,]{0,30}$")
_VALIDITY: Final = re.compile(r"(?:berlaku|masa (?:berlaku|kerja)|jangka waktu)[^.;,]{0,50}$")
_DAY_WORDS: Final = r"(?: (?:tanggal|tgl\.?|bulan|tahun|awal|akhir|hari ini|saat ini|per|pada))*[ ,:]{1,3}$"
_AS_OF: Final = re.compile(rf"(?:\bper|\bhingga|\bsampai(?: dengan)?|\bs/d|\bs\.d\.?|\bsd|\bposisi|\bdata){_DAY_WORDS}")
_PERIOD: Final = re.compile(rf"(?:\bmulai|\bsejak|terhitung|\bperiode|\bselama|\btmt|\bsepanjang|\bdari){_DAY_WORDS}")
_REGULATION: Final = re.compile(
    r"(?:nomor|\bno\b\.?|peraturan|instruksi|surat edaran|keputusan|undang-undang|\bperda|\bperbup|\binpres)"
    r"[^.;]{0,60}(?:tanggal|tertanggal|ditetapkan|diundangkan|diterbitkan|terbit)[^.;]{0,20}$"
)
_ENACTED: Final = ("tanggal", "ditetapkan", "diundangkan", "terbit")  # one of them is in each match of `_REGULATION`
# What `_AS_OF` and `_PERIOD` end with before blanks, a comma or a colon.
_TERM_ENDS: Final = (
    *("per", "hingga", "sampai", "dengan", "s/d", "s.d", "s.d.", "sd", "posisi", "data"),
    *("mulai", "sejak", "terhitung", "periode", "selama", "tmt", "sepanjang", "dari"),
    *("tanggal", "tgl", "tgl.", "bulan", "tahun", "awal", "akhir", "hari ini", "saat ini", "pada"),
)
_LONGEST_BOUND: Final = 120  # code points; no match of `_REGULATION`, `_ENDING` and `_VALIDITY` is as long
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
    near = left[-_LONGEST_BOUND:]
    if any(word in near for word in _ENACTED) and _REGULATION.search(near):
        return "regulation"
    ends_so = left.rstrip(" ,:\n").endswith(_TERM_ENDS)
    until = _AS_OF.search(left) if ends_so else None
    if _ENDING.search(near) or (until and _VALIDITY.search(near)):
        return "expiry"
    if until:
        return "as_of"
    return "period" if ends_so and _PERIOD.search(left) and not _SIGNING.search(left) else None


def _day_role(left: str, right: str) -> DateRole:
    """The role of a day: that of the last cue before it, or of the sentence where no cue stands before it."""
    signing = _last(_SIGNING, left)
    if signing >= 0 and _EARLIER.search(left):
        return "other_event"
    if "sebelumnya" in left and _BEFORE_THAT.search(left) and _HAD.match(right):
        return "other_event"
    if max(_last(_SPEECH, left), _last(_STATEMENT, left)) > signing:
        return "statement"
    if signing >= 0 or _OCCASION.search(left):
        return "event"
    if _SIGNING.search(right):
        return "event"
    if _STATEMENT.search(right):
        return "statement"
    return "other_event" if _OTHER.search(left) or _OTHER.search(right) else "event"


def _last(pattern: re.Pattern[str] | WordPattern, text: str) -> int:
    """Where the last match of a pattern starts; -1 when there is none."""
    start = -1
    for match in pattern.finditer(text):
        start = match.start()
    return start
