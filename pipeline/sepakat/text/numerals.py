"""Quantities in Indonesian text: numerals, ranges, and the words that make a number approximate.

`M` and `T` mean miliar (10**9) and triliun (10**12), never million, and only in money. `beberapa`, `belasan`,
`puluhan ribu`, `ratusan`, `ribuan` give no number. Dates, years, clock times, phone numbers, numbers of
documents and digits glued to letters (`P3K`, `B.02`, `21/22023`) are not quantities.
Digits are read in `number_digits`, words in `number_words`; the conventions are told there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ahocorasick_rs import AhoCorasick

from sepakat.text.article import Span
from sepakat.text.normalise import lower
from sepakat.text.number_digits import DIGITS as DIGITS
from sepakat.text.number_digits import MONEY_NUMBER as MONEY_NUMBER
from sepakat.text.number_digits import NUMBER as NUMBER
from sepakat.text.number_digits import digits_value, read_digits
from sepakat.text.number_words import FIRST_WORDS, GAP, read_words
from sepakat.text.number_words import SCALES as SCALES
from sepakat.text.number_words import WORDS as WORDS
from sepakat.text.number_words import spell as spell

Approx = Literal["exact", "about", "more_than", "less_than", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text gives it.

    Attributes:
        value: The number, or the lower end of a range. Integral values have no fraction digits.
        value_max: Upper end, included, when `approx` is `range`; else None.
        approx: `about` (sekitar, hampir, -an), `more_than` (also minimal), `less_than` (also maksimal),
            `range`, `exact`.
    """

    value: Decimal
    value_max: Decimal | None = None
    approx: Approx = "exact"


def read(text: str, *, money: bool = False, whole: bool = False) -> Decimal | None:
    """Read a numeral; the whole string must be one, with one reading.

    Args:
        text: Digits or words, any case, with or without scale: `4.746`, `2,7 juta`, `setengah juta`.
        money: Whether it counts rupiah: then `M` and `T` are scales, `,-` may follow, and `16,800` groups.
        whole: Whether it counts what comes in wholes (people): then `1,485` is 1485, not 1.485.

    Returns:
        The value, integral values without fraction digits; None when the string is anything else.
    """
    text = text.strip()
    digits = "0" <= text[:1] <= "9"
    value = read_digits(text, money=money, whole=whole) if digits else read_words(text)
    return None if value is None else _plain(value)


def _plain(value: Decimal) -> Decimal:
    """The same value without exponent and without trailing zeros after the comma."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


@dataclass(frozen=True, slots=True)
class _Token:
    """One numeral in the text; `value` is None when it stands there but must not be used."""

    start: int
    end: int
    value: Decimal | None
    words: bool
    bare: bool  # digits without scale
    about: bool  # suffix -an


def find_quantities(text: str, *, money: bool = False, whole: bool = False) -> list[tuple[Span, Quantity]]:
    """Find the quantities of a text, in order, disjoint.

    A span runs from the first digit or word to the end of the numeral with its scale and what qualifies it
    behind (`lebih`, `-an`, `(seribu)`, `,-`); a range is one span from its first to its last number.
    `sekitar`, `lebih dari`, `Rp` in front are read but lie outside the span.

    Args:
        text: Text with plain spaces and `-` for dashes, such as `layout.text`.
        money: As in `read`; for callers that keep only numbers which they know to be money.
        whole: As in `read`; for callers that keep only numbers of people or things.

    Returns:
        Pairs of span and quantity. Numerals with two readings are left out.
    """
    tokens = sorted([*_digit_tokens(text, money=money, whole=whole), *_word_tokens(text)], key=_start)
    found: list[tuple[Span, Quantity]] = []
    i = 0
    while i < len(tokens):
        first, second = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
        joined = _join(text, first, second) if second else None
        if joined is not None:
            found += joined
            i += 2
        elif second and _says_twice(text, first, second):
            closing = _CLOSES.match(text, second.end)
            end = closing.end() if closing else first.end
            same = first.value == second.value
            found += _single(text, replace(first, end=end, value=first.value if same else None))
            i += 2
        else:
            found += _single(text, first)
            i += 1
    return found


def _start(token: _Token) -> int:
    """Sort key of tokens."""
    return token.start


# --- Numerals one by one


_CLUSTER = re.compile(r"[0-9](?:[.,]?[0-9])*")
_PLAIN = re.compile(NUMBER)
_MONEY = re.compile(MONEY_NUMBER)
_RP_END = re.compile(r"(?<![^\W_])(?:rp|idr)\.?$", re.IGNORECASE)


def _digit_tokens(text: str, *, money: bool, whole: bool) -> Iterator[_Token]:
    """Numerals in digits that are glued to nothing; those that count nothing have no value."""
    number, position = _MONEY if money else _PLAIN, 0
    for cluster in _CLUSTER.finditer(text):
        start = cluster.start()
        match = number.match(text, start) if start >= position else None
        if match is None or not (_free_before(text, start) and _free_after(text, match.end())):
            continue
        position, digits = match.end(), match[0]
        value = read(digits, money=money, whole=whole) if _digits_count(text, match) else None
        yield _Token(start, position, value, False, digits[-1].isdigit(), digits[-2:].lower() == "an")


def _free_before(text: str, start: int) -> bool:
    """Whether nothing is glued to the front of a numeral, except a currency sign or plain punctuation."""
    last, before = text[start - 1 : start], text[max(0, start - 2) : start - 1]
    if last in " \n(":
        return True
    if last.isalnum() or last in "./-":
        second_of_range = last == "-" and before.isdigit()  # judged together with the numeral on its left
        return second_of_range or _RP_END.search(text[max(0, start - 5) : start]) is not None
    if last in ":,|":
        return not before.isdigit()
    return last not in "_+#@\\"


def _free_after(text: str, end: int) -> bool:
    """Whether nothing is glued to the back of a numeral (`21/22`, `14:05`, `25|3`, `3K`)."""
    following, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if following.isalnum() or following == "_":
        return False
    if following in ("/", ":", "|"):
        return not beyond.isdigit()
    return not (following == "-" and beyond.isalpha())


_MONTHS = {
    "januari", "jan", "februari", "pebruari", "feb", "maret", "mar", "april", "apr", "mei", "juni", "jun",
    "juli", "jul", "agustus", "agu", "agt", "ags", "september", "sept", "sep", "oktober", "okt",
    "november", "nopember", "nov", "nop", "desember", "des",
}  # fmt: skip
_AFTER_DAY_OR_TIME = {*_MONTHS, "wib", "wita", "wit"}
_NEXT_WORD = re.compile(r"\.?\s{0,2}(?:-\s?[0-9]{1,2}\s)?([A-Za-z]{3,9})(?![A-Za-z])")
_LIST_ITEM = re.compile(r"[.)]\s")
_LINE_START = re.compile(r"(?:^|\n)[ (]{0,4}$")
_SPLIT_GROUP = re.compile(r"[.,]?\s000(?![0-9])")  # `42 000 000`: the numeral goes on
_LONG_DIGITS = re.compile(r"[0-9]{8,}")  # phone and identity numbers, unless a currency stands before
_NOUN = re.compile(r"\s[a-z]")
_LABELS = {
    "nomor", "no", "nmr", "pasal", "ayat", "pukul", "jam", "rt", "rw", "tanggal", "tgl", "telp", "telepon",
    "hp", "wa", "whatsapp", "nik", "pos", "center",
}  # fmt: skip
_BEFORE_YEAR = {
    "tahun", "anggaran", "ta", "t.a", "sejak", "akhir", "awal", "pertengahan", "sepanjang", "periode", "pada",
    *_MONTHS,
}  # fmt: skip
_BEFORE_YEAR_OR_COUNT = {"di", "dari", "hingga", "sampai", "menuju"}


def _digits_count(text: str, numeral: "re.Match[str]") -> bool:
    """Whether digits count something instead of naming a day, year, time, article or phone."""
    start, end = numeral.span()
    digits = numeral[0]
    following = _NEXT_WORD.match(text, end)
    if following and following[1].lower() in _AFTER_DAY_OR_TIME:
        return False
    if _SPLIT_GROUP.match(text, end):
        return False
    before = text[max(0, start - 18) : start]
    if len(digits) <= 2 and _LIST_ITEM.match(text, end) and _LINE_START.search(before):
        return False
    if _LONG_DIGITS.fullmatch(digits) and not _RP_END.search(before.rstrip()):
        return False
    words = before.lower().rsplit(None, 1)
    word = words[-1].strip(".:(") if words else ""
    if _is_year(digits):
        return not (word in _BEFORE_YEAR or (word in _BEFORE_YEAR_OR_COUNT and not _NOUN.match(text, end)))
    return word not in _LABELS or digits.endswith("an")


def _is_year(digits: str) -> bool:
    """Whether digits may be a year of our time."""
    return len(digits) == 4 and digits[:2] in ("19", "20") and digits.isdigit()


_RUN = re.compile(WORDS)
_FIRST_WORDS = AhoCorasick(FIRST_WORDS)
_NO_COUNT_BEFORE = re.compile(
    r"(?<![^\W_])(?:salah|terpadu|nomor|asisten|tahun|pasal|ke|jam|pukul)\s{1,2}$", re.IGNORECASE
)
_OPENS = re.compile(r"(?:^|[.!?:\"'(\n])\s{0,3}$")
_CAPITAL = re.compile(r"\s{1,2}[A-Z]")


def _word_tokens(text: str) -> Iterator[_Token]:
    """Runs of numeral words that count something; those with no reading have no value."""
    position = 0
    for _, start, _ in _FIRST_WORDS.find_matches_as_indexes(lower(text), overlapping=True):
        match = _RUN.match(text, start) if start >= position else None
        if match is None or not _words_count(text, start, match.end()):
            continue
        position, words = match.end(), match[0].lower()
        about = words.endswith("an") and not words.endswith(("delapan", "sembilan"))
        yield _Token(start, position, read(words), True, False, about)


def _words_count(text: str, start: int, end: int) -> bool:
    """Whether numeral words count something: not `salah satu`, not part of a name (`Lima Puluh Kota`)."""
    if "-" in (text[end : end + 1], text[start - 1 : start]):
        return False
    if _NO_COUNT_BEFORE.search(text[max(0, start - 12) : start]):
        return False
    if not text[start].isupper():
        return True
    opens = start < 3 or _OPENS.search(text[start - 3 : start])
    return bool(opens) and not text[start : start + 2].isupper() and not _CAPITAL.match(text, end)


# --- Two numerals that belong together


_CURRENCY = r"(?:(?:rp|idr)[. ]{0,3})?"
_UNIT = r"(?: ?%| (?:persen|orang|jiwa|pekerja|peserta|tenaga kerja))?"
_TO = r"(?:-|s/d|s\.d\.?|hingga|sampai(?: dengan)?)"
_JOINS = re.compile(rf"{_UNIT}{GAP}{_TO}{GAP}{_CURRENCY}", re.IGNORECASE)
_JOINS_BETWEEN = re.compile(rf"{_UNIT}{GAP}(?:dan|dengan|hingga|sampai){GAP}{_CURRENCY}", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<!\w)antara\s{{1,2}}{_CURRENCY}$", re.IGNORECASE)
_CLOSES = re.compile(r"\s?\)")
_DIGITS = re.compile(DIGITS)


def _join(text: str, first: _Token, second: _Token) -> list[tuple[Span, Quantity]] | None:
    """The range that two numerals make (a list of one); [] for codes and dates; None if they are not one."""
    between = text[first.end : second.start]
    if len(between) > 32 or not _is_joint(text, first, between):
        return None
    if first.value is None or second.value is None:
        return []
    if _is_year(text[first.start : first.end]) and _is_year(text[second.start : second.end]):
        return []
    low, high = first.value, second.value
    if first.bare and not second.bare and not second.words:  # `10-20 juta`: the scale counts for both
        number = _DIGITS.match(text, second.start)
        unscaled = digits_value(number[0]) if number else None
        shared = low * high / unscaled if unscaled else low
        low = shared if shared < high else low
    if low < high and text[second.end : second.end + 1] != "-":
        return [(Span(first.start, second.end), Quantity(_plain(low), high, "range"))]
    return [] if between == "-" else None


def _is_joint(text: str, first: _Token, between: str) -> bool:
    """Whether the text between two numerals makes them the ends of a range."""
    if _JOINS.fullmatch(between):
        return True
    opened = _BETWEEN.search(text[max(0, first.start - 16) : first.start])
    return opened is not None and _JOINS_BETWEEN.fullmatch(between) is not None


def _says_twice(text: str, first: _Token, second: _Token) -> bool:
    """Whether the second numeral repeats the first in parentheses, words for digits: `1.000 (seribu)`."""
    between = text[first.end : second.start]
    return first.words != second.words and len(between) < 4 and between.strip() == "("


# --- Approximators


_LESS = (
    "kurang dari", "di bawah", "dibawah", "maksimal", "maksimum", "paling banyak", "paling tinggi",
    "sebanyak-banyaknya", "setinggi-tingginya", "tidak lebih dari", "tak lebih dari", "tidak sampai",
    "tak sampai", "belum sampai", "tidak mencapai", "tak mencapai", "belum mencapai", "belum genap",
)  # fmt: skip
_MORE = (
    "lebih dari", "lebih", "di atas", "diatas", "minimal", "minimum", "sedikitnya", "setidaknya",
    "setidak-tidaknya", "sekurang-kurangnya", "sekurangnya", "paling sedikit", "paling tidak",
    "paling kurang", "tidak kurang dari", "tak kurang dari", "melebihi", "melampaui",
)  # fmt: skip
_ABOUT = (
    "sekitar", "sekira", "kurang lebih", "lebih kurang", "kira-kira", "hampir", "nyaris", "mendekati",
    "kisaran", "diperkirakan", "berkisar", "rata-rata", "±", "~", "+/-",
)  # fmt: skip
_APPROX: dict[str, Approx] = {
    **dict.fromkeys(_LESS, "less_than"),
    **dict.fromkeys(_MORE, "more_than"),
    **dict.fromkeys(_ABOUT, "about"),
}
_BETWEEN_WORDS = {"rp", "rp.", "idr", "sebanyak", "sebesar", "sejumlah", "senilai", "angka", "ada"}
_COMPARES = (
    r" (?:dari|banyak|rendah|tinggi|besar|kecil|baik|lanjut|dulu|dahulu|awal|cepat|sedikit dari)(?!\w)"
)
_APPROX_AFTER = re.compile(
    rf"\s{{1,2}}(?:(?P<about>kurang lebih|lebih kurang)|lebih(?!{_COMPARES})|sekian)(?!\w)", re.IGNORECASE
)


def _single(text: str, token: _Token) -> list[tuple[Span, Quantity]]:
    """The quantity of one numeral with its approximators; none when it must not be used."""
    in_code = text[token.start - 1 : token.start] == "-" and not token.words  # the last of `0812-3456-7890`
    if token.value is None or in_code:
        return []
    approx: Approx = "about" if token.about else "exact"
    end = token.end
    after = _APPROX_AFTER.match(text, end)
    if after:
        end = after.end()
        approx = "about" if after["about"] else "more_than"
    approx = _approx_before(text[max(0, token.start - 48) : token.start]) or approx
    return [(Span(token.start, end), Quantity(token.value, None, approx))]


def _approx_before(before: str) -> Approx | None:
    """What the words in front of a numeral make of it (`lebih dari Rp`, `sekitar`); None when nothing."""
    words = [word.lstrip("(\"'") for word in before.lower().rsplit(None, 6)[-6:]]
    while words and words[-1] in _BETWEEN_WORDS:
        words.pop()
    for count in (3, 2, 1):
        approx = _APPROX.get(" ".join(words[-count:]))
        if approx:
            return approx
    return None
