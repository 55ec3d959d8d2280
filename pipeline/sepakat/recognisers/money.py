"""Sums of money in rupiah, as Indonesian news writes them.

Forms: `Rp42 juta`, `Rp 42.000.000,-`, `Rp. 24 juta`, `Rp1,86 miliar`, `1,9 Milyar`, `Rp5 M`, `Rp100.000,00`,
`42 juta rupiah`, `Rp10-16 ribu`, `Rp10.000 hingga Rp16.800`, with `per orang per bulan` behind. `M` is miliar
(10**9), never million. Without `Rp` or `rupiah` a sum is read only after a word that counts money (`santunan
42 juta`). Malformed digits are kept when they can be read in one way (`Rp 42 000 000`), else left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.numerals import Approx, Quantity, find_quantities
from sepakat.text.openings import WordPattern

LABEL: Final = "money"

Per = Literal["person", "month", "year", "person_month", "person_year"]


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money.

    Attributes:
        rupiah: Whole rupiah; of a range the lower end. Sen are dropped: they are no tender.
        rupiah_max: Upper end of a range, included, or None.
        approx: How the text qualifies the number.
        per: What the words right behind say it is for one of (`per orang per bulan`), or None.
    """

    rupiah: int
    rupiah_max: int | None = None
    approx: Approx = "exact"
    per: Per | None = None


# --- Patterns, on the text in lower case --------------------------------------------------------------------

# Where a sum may be: a currency, or a scale that most often counts rupiah.
_ANCHOR: Final = WordPattern(
    re.compile(r"rp|idr|rupiah|mil[a-z]{0,3}ar|tril[a-z]{0,2}un|juta|jt\b|ribu|iuran|premi"),
    ("rp", "idr", "rupiah", "mil", "tril", "juta", "jt", "ribu", "iuran", "premi"),
)
_RP_BEFORE: Final = re.compile(r"(?<![a-z0-9])(?:rp|idr)\s{0,2}[.:]?\s{0,2}$")
_RP: Final = WordPattern(re.compile(r"(?<![a-z0-9])(?:rp|idr)\s{0,2}[.:]?\s{0,2}(?=[0-9])"), ("rp", "idr"))
_RUPIAH: Final = re.compile(r"\s{0,2}rupiah\b")
_BIG: Final = re.compile(r"mil[a-z]{0,3}ar|tril[a-z]{0,2}un")
_SCALE: Final = re.compile(r"juta|jt|ribu|rb")
_SPACED: Final = re.compile(r"[1-9][0-9]{0,2}(?:(?:\s|\.\s?|\s\.)[0-9]{3}){1,4}(?![0-9]|\s?[.,]\s?[0-9])")
_TWO_READINGS: Final = re.compile(r"[0-9]\.[0-9]{3},[0-9]{3}(?![0-9])")  # 42.000,000
# Words that count money: a scale behind them needs no `Rp`.
_MONEY_WORD: Final = re.compile(
    r"(?:senilai|seharga|\buang|santunan|iuran|premi|anggar|\bdana\b|biaya|beasiswa|\bgaji|\bupah|\bhonor|insentif"
    r"|hibah|zakat|tunggak|piutang|klaim|\bapbd|manfaat|donasi|investasi)[^.;\n]{0,70}$"
)
_MONEY_WORD_NEAR: Final = re.compile(
    r"(?:senilai|seharga|\buang|santunan|iuran|premi|anggaran|\bdana|biaya|beasiswa|\bgaji|\bupah|\bhonor|insentif"
    r"|hibah|tunggakan|klaim|donasi)(?:nya)?(?:\s[a-z]{2,14}){0,3}\s$"
)
# `Rp42 juta untuk 6 orang dan 70 juta untuk 2 orang`
_GOES_ON: Final = re.compile(r"[^.;\n]{0,80}[\s,](?:dan|serta|atau|sampai|hingga)\s")
_CONTRIBUTION_NEAR: Final = re.compile(
    r"(?:iuran|premi)(?:nya)?(?:\s(?:hanya|cuma|cukup|sebesar|senilai|sekitar|mulai|dari|bulanan|minimal|yakni|yaitu"
    r"|adalah)){0,3}\s$"
)
# What may follow a sum without `Rp`; any other word would be the thing that is counted.
_FREE_AFTER: Final = re.compile(
    r"\s{0,2}(?:$|[^a-z0-9\s]|\n|(?:per|perbulan|pertahun|untuk|kepada|bagi|dan|dari|yang|serta|atau|dengan"
    r"|sebagai|oleh|pada|setiap|tiap|sebulan|setahun|di|ke|itu|tersebut|lalu|saja|dalam|melalui|hingga|sampai"
    r"|selama|lebih|telah|sudah|kurang|lagi|langsung|di(?:terima|beri|bayar|serah|salur|cair|kucur)[a-z]*)\b)"
)
_PERSON: Final = (
    r"orang|org|peserta|pekerja|jiwa|kepala|nelayan|petani|anak|tenaga kerja|ahli waris|keluarga|kk|anggota"
    r"|buruh|penerima|guru|kader|marbot"
)
_PER_UNIT: Final = re.compile(
    rf"(?:,-)?\s{{0,2}}(?:untuk |bagi |dalam )?(?:(?:per|/|setiap|tiap-tiap|tiap|saban)[\s-]?"
    rf"(?:(?P<person>{_PERSON})|(?P<month>bulan|bln)|(?P<year>tahun|thn))(?:nya)?\b"
    r"|(?P<month2>sebulan|perbulan)\b|(?P<year2>setahun|pertahun)\b)"
)

# --- Reading ------------------------------------------------------------------------------------------------

_REACH_BEFORE: Final = 48  # code points around an anchor that may still belong to the sum
_REACH_AFTER: Final = 96
_LEAST: Final = 1000  # rupiah; below that a scale was lost (`masing-masing Rp42 dan Rp70 juta`)


def _windows(text: str) -> Iterator[Span]:
    """Stretches of the text that hold an anchor, disjoint, with white space or an end on both sides."""
    start = end = -1
    for anchor in _ANCHOR.finditer(text, 0, len(text)):
        first, last = anchor.start() - _REACH_BEFORE, anchor.end() + _REACH_AFTER
        if first <= end:
            end = last
            continue
        if end > 0:
            yield _at_spaces(text, start, end)
        start, end = first, last
    if end > 0:
        yield _at_spaces(text, start, end)


def _at_spaces(text: str, start: int, end: int) -> Span:
    """The span, narrowed to white space on its left and right, so that it cuts no numeral."""
    start, end = max(0, start), min(len(text), end)
    while 0 < start < end and not text[start - 1].isspace():
        start += 1
    while start < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _per(text: str, end: int) -> Per | None:
    """What the words right behind a sum say it is for one of."""
    units: set[str] = set()
    while len(units) < 3 and (match := _PER_UNIT.match(text, end)):
        unit = match.lastgroup
        assert unit is not None  # every alternative is a named group
        units.add(unit.rstrip("2"))
        end = match.end()
    if "month" in units:
        return "person_month" if "person" in units else "month"
    if "year" in units:
        return "person_year" if "person" in units else "year"
    return "person" if "person" in units else None


def _rule(text: str, span: Span, previous_end: int) -> tuple[str, float] | None:
    """Why a quantity is money, with the rule's score; None when nothing says so.

    Args:
        text: The article in lower case.
        span: Where the quantity stands.
        previous_end: Where the sum before it ends; negative when there is none.
    """
    start, end = span.start, span.end
    numeral = text[start:end]
    if _RP_BEFORE.search(text, max(0, start - 8), start):
        return "money.rp", 0.98
    if _RUPIAH.match(text, end):
        return "money.rupiah", 0.98
    if "rp" in numeral:
        return "money.range", 0.9
    if not _FREE_AFTER.match(text, end):
        return None
    if _BIG.search(numeral):
        cue = _MONEY_WORD.search(text, max(0, start - 100), start)
        return ("money.bare", 0.8) if cue else None
    if _SCALE.search(numeral):
        if previous_end >= 0 and _GOES_ON.fullmatch(text, previous_end, start):
            return "money.list", 0.8
        return ("money.bare", 0.7) if _MONEY_WORD_NEAR.search(text, max(0, start - 60), start) else None
    near = _CONTRIBUTION_NEAR.search(text, max(0, start - 48), start)
    return ("money.bare", 0.6) if near and _per(text, end) else None


def _value(quantity: Quantity, per: Per | None) -> Money | None:
    """A quantity as money; None when it is too small to be one."""
    if quantity.value < _LEAST:
        return None
    upper = quantity.value_max
    return Money(int(quantity.value), None if upper is None else int(upper), quantity.approx, per)


def _spaced(layout: Layout, taken: set[int]) -> Iterator[tuple[Span, Quantity]]:
    """Digits behind `Rp` that spaces cut into groups of three (`Rp 42 000 000`): one reading is left.

    Args:
        layout: The article.
        taken: Where quantities start that were read already.
    """
    for rp in _RP.finditer(layout.lower, 0, len(layout.lower)):
        match = None if rp.end() in taken else _SPACED.match(layout.lower, rp.end())
        if match:
            yield Span(*match.span()), Quantity(Decimal("".join(c for c in match[0] if c.isdigit())))


# --- Finding ------------------------------------------------------------------------------------------------


def find(layout: Layout) -> list[Mention[Money]]:
    """All sums of money of the article, disjoint, in order of place."""
    lower = layout.lower
    quantities: list[tuple[Span, Quantity]] = []
    for window in _windows(lower):
        for span, quantity in find_quantities(window.of(layout.text), money=True):
            quantities.append((Span(window.start + span.start, window.start + span.end), quantity))
    if "rp" in lower:
        quantities += _spaced(layout, {span.start for span, _ in quantities})
    found: list[Mention[Money]] = []
    for span, quantity in sorted(quantities, key=lambda pair: pair[0]):
        why = _rule(lower, span, found[-1].span.end if found else -1)
        if why is None or _TWO_READINGS.search(lower, span.start, span.end):
            continue
        rp = _RP_BEFORE.search(lower, max(0, span.start - 8), span.start)
        rupiah = _RUPIAH.match(lower, span.end)
        start, end = rp.start() if rp else span.start, rupiah.end() if rupiah else span.end
        value = _value(quantity, _per(lower, end))
        if value and not (found and start < found[-1].span.end):
            found.append(Mention(Span(start, end), LABEL, value, *why))
    return found


def describe(value: Money) -> str:
    """A sum in short: `42000000`, `about 16800 person_month`, `10000..16800`."""
    approx = "" if value.approx in ("exact", "range") else f"{value.approx} "
    upper = f"..{value.rupiah_max}" if value.rupiah_max else ""
    return f"{approx}{value.rupiah}{upper}" + (f" {value.per}" if value.per else "")


EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    ("santunan sebesar [Rp42 juta].", "42000000"),
    ("santunan [Rp 42.000.000,-] diberikan", "42000000"),
    ("santunan [Rp. 24 juta] itu", "24000000"),
    ("santunan [Rp.42 juta rupiah] diterima", "42000000"),
    ("santunan [Rp42juta] itu", "42000000"),
    ("santunan [Rp 24.000.000,00], kata dia", "24000000"),
    ("anggaran [Rp.661.149.750].", "661149750"),
    ("anggaran [Rp1,86 miliar] itu", "1860000000"),
    ("anggaran [Rp 1,9 Milyar] itu", "1900000000"),
    ("total klaim [58 Milyar] untuk 165 pekerja", "58000000000"),
    ("klaim mencapai [6,2 Milyar].", "6200000000"),
    ("total [Rp5 M] sudah cair", "5000000000"),
    ("APBD [Rp 1 triliun lebih] sedikit", "more_than 1000000000000"),
    ("Rp kecil, [IDR 42.000.000] besar", "42000000"),
    ("uang [42 juta rupiah] diterima", "42000000"),
    ("santunan senilai [42 juta] diterima", "42000000"),
    ("santunan sebesar [42 juta] kepada ahli waris", "42000000"),
    ("santunan [empat puluh dua juta rupiah]", "42000000"),
    ("iuran [Rp16.800] per orang per bulan", "16800 person_month"),
    ("iuran [Rp16.800]/bulan", "16800 month"),
    ("iuran [Rp 16.800] tiap bulan", "16800 month"),
    ("iuran [Rp16.800] per bulan per orang", "16800 person_month"),
    ("premi [Rp201.600] per orang setahun", "201600 person_year"),
    ("premi [Rp201.600] per tahun", "201600 year"),
    ("iurannya hanya [16.800] per bulan", "16800 month"),
    ("iuran [Rp10.000 hingga Rp16.800] itu", "10000..16800"),
    ("iuran [Rp10-16 ribu] itu", "10000..16000"),
    ("iuran antara [Rp10.000 dan Rp16.800] itu", "10000..16800"),
    ("[Rp10.000] untuk JKK dan [Rp6.800] untuk JKM", "10000; 6800"),
    ("[Rp42 Juta] untuk 6 orang dan [70 Juta] untuk 2 orang", "42000000; 70000000"),
    ("sekitar [Rp 3,6 miliar] itu", "about 3600000000"),
    ("lebih dari [Rp45 miliar] dibayarkan", "more_than 45000000000"),
    ("maksimal [Rp174 juta] untuk dua anak", "less_than 174000000"),
    ("hampir [Rp2 miliar]", "about 2000000000"),
    ("anggaran [Rp 42 000 000] itu", "42000000"),
    ("anggaran [Rp 42. 000.000] itu", "42000000"),
    ("anggaran [Rp652.780.000.800] itu", "652780000800"),
    ("sebesar [Rp1 miliar 250 juta].", "1250000000"),
    ("[Rp69,4 juta] untuk 376 nelayan", "69400000"),
    ("[Rp136.000.000] ([Rp70.000.000] santunan)", "136000000; 70000000"),
    ("biaya [Rp16,800] itu", "16800"),
)
"""Text with the exact spans in brackets, and what `describe` says of their values."""

NEGATIVES: Final[tuple[str, ...]] = (
    "anggaran Rp4.799.995.20 itu",
    "anggaran Rp42.000,000 itu",
    "anggaran Rp 42 itu",
    "masing-masing Rp504 itu",
    "sebanyak 2,7 juta pekerja",
    "terdapat 22,1 ribu nelayan",
    "penduduk 8 miliar jiwa",
    "sebanyak 2.727 tenaga kerja",
    "iuran bagi 2.727 pekerja",
    "santunan untuk 42 ahli waris",
    "beasiswa bagi 2 juta anak",
    "anggaran untuk 5 ribu petani",
    "miliaran rupiah melayang",
    "puluhan juta rupiah",
    "beberapa miliar rupiah",
    "Rp jutaan",
    "dana desa tahun 2022",
    "klaim sebanyak 8.586",
    "Kp. Harapan 42",
    "sharp 5 dan corp 6",
    "iuran 5,7 persen dari upah",
    "premi BPJS 2.500 nelayan",
    "sebanyak 1,2 juta orang",
    "US$5 juta",
)
