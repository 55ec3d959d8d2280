"""Quantities in Indonesian text: numerals, ranges, and the words that make a number approximate.

`M` and `T` mean miliar (10**9) and triliun (10**12), never million, and only in money. `beberapa`, `belasan`,
`puluhan ribu`, `ratusan`, `ribuan` give no number.
Digits are read in `number_digits`, words in `number_words`, where the conventions are told; `number_tokens`
finds the single numerals.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sepakat.text.article import Span
from sepakat.text.number_digits import DIGITS as DIGITS
from sepakat.text.number_digits import MONEY_NUMBER as MONEY_NUMBER
from sepakat.text.number_digits import NUMBER as NUMBER
from sepakat.text.number_digits import digits_value
from sepakat.text.number_tokens import Token, find_tokens, is_year, plain
from sepakat.text.number_tokens import read as read
from sepakat.text.number_words import GAP
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
    tokens = find_tokens(text, money=money, whole=whole)
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
            found += _single(text, first._replace(end=end, value=first.value if same else None))
            i += 2
        else:
            found += _single(text, first)
            i += 1
    return found


# --- Two numerals that belong together


_CURRENCY = r"(?:(?:rp|idr)[. ]{0,3})?"
_UNIT = r"(?: ?%| (?:persen|orang|jiwa|pekerja|peserta|tenaga kerja))?"
_TO = r"(?:-|s/d|s\.d\.?|hingga|sampai(?: dengan)?)"
_ENDS_OF_TO = ("-", "s/d", "s.d", "s.d.", "hingga", "sampai", "dengan")
_JOINS = re.compile(rf"{_UNIT}{GAP}(?:{_TO}|(?P<and>dan|dengan)){GAP}{_CURRENCY}", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<!\w)antara\s{{1,2}}{_CURRENCY}$", re.IGNORECASE)
_LONGEST_JOINT = 32  # code points between the ends of a range
_CLOSES = re.compile(r"\s?\)")
_DIGITS = re.compile(DIGITS)


def _join(text: str, first: Token, second: Token) -> list[tuple[Span, Quantity]] | None:
    """The range that two numerals make (a list of one); [] for codes and dates; None if they are not one."""
    if second.start - first.end > _LONGEST_JOINT:
        return None
    between = text[first.end : second.start]
    if not _is_joint(text, first, between):
        return None
    if first.value is None or second.value is None:
        return []
    if is_year(text[first.start : first.end]) and is_year(text[second.start : second.end]):
        return []
    low, high = first.value, second.value
    if first.bare and not second.bare and not second.words:  # `10-20 juta`: the scale counts for both
        number = _DIGITS.match(text, second.start)
        unscaled = digits_value(number[0]) if number else None
        shared = low * high / unscaled if unscaled else low
        low = shared if shared < high else low
    if low < high and text[second.end : second.end + 1] != "-":
        return [(Span(first.start, second.end), Quantity(plain(low), high, "range"))]
    return [] if between == "-" else None


def _is_joint(text: str, first: Token, between: str) -> bool:
    """Whether the text between two numerals makes them the ends of a range."""
    joint = _JOINS.fullmatch(between)
    if joint is None or not joint["and"]:
        return joint is not None
    return _BETWEEN.search(text[max(0, first.start - 16) : first.start]) is not None  # `antara 500 dan 1.000`


def _says_twice(text: str, first: Token, second: Token) -> bool:
    """Whether the second numeral repeats the first in parentheses, words for digits: `1.000 (seribu)`."""
    if first.words == second.words or second.start - first.end > 3:
        return False
    return text[first.end : second.start].strip() == "("


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
_LAST_WORDS = {phrase.rsplit(None, 1)[-1] for phrase in _APPROX} | _BETWEEN_WORDS
_COMPARES = r" (?:dari|banyak|rendah|tinggi|besar|kecil|baik|lanjut|dulu|dahulu|awal|cepat|sedikit dari)(?!\w)"
_APPROX_AFTER = re.compile(
    rf"\s{{1,2}}(?:(?P<about>kurang lebih|lebih kurang)|lebih(?!{_COMPARES})|sekian)(?!\w)", re.IGNORECASE
)


# `puluhan ribu hingga seratus ribu`: the lower end has no value, so the range has none.
_OPEN_BELOW = re.compile(
    rf"(?<!\w)(?:belas|puluh|ratus|ribu|juta)an(?: (?:ribu|juta|miliar))?{GAP}{_TO}{GAP}$", re.IGNORECASE
)
_OPENS_APPROX = frozenset("lksLKS \n\t")  # how what `_APPROX_AFTER` matches goes on after one space


def _single(text: str, token: Token) -> list[tuple[Span, Quantity]]:
    """The quantity of one numeral with its approximators; none when it must not be used."""
    in_code = text[token.start - 1 : token.start] == "-" and not token.words  # the last of `0812-3456-7890`
    if token.value is None or in_code:
        return []
    before = text[max(0, token.start - 48) : token.start]
    words_before = before.rsplit(None, 1)
    last = words_before[-1].lower() if words_before else ""
    if last.endswith(_ENDS_OF_TO) and _OPEN_BELOW.search(before[-40:]):
        return []
    approx: Approx = "about" if token.about else "exact"
    end = token.end
    if text[end + 1 : end + 2] in _OPENS_APPROX and (after := _APPROX_AFTER.match(text, end)):
        end = after.end()
        approx = "about" if after["about"] else "more_than"
    if last.lstrip("(\"'") in _LAST_WORDS:
        approx = _approx_before(before) or approx
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
