"""Indonesian numerals in digits, with their scales: patterns and reading.

Convention (EYD V, "Angka dan Bilangan"): a point groups thousands, a comma is decimal. So a point before
exactly three digits groups (`4.746` is 4746) and is decimal otherwise (`12.5` is twelve and a half). English
grouping is read where only one reading is left: `1,234,567`, `1,234.50`, and `1,485` when the thing comes in
wholes.
"""

import re
from decimal import Decimal

from sepakat.text.number_words import END, GAP, SCALE, SCALES

DIGITS = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,6})?"  # 4.746 · 1.234.567,50
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,5}(?:\.[0-9]{1,6})?"  # 1,234,567 · 1,234,567.50
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}\.[0-9]{1,2}"  # 1,234.50
    r"|[0-9]{1,15}(?:[.,][0-9]{1,6})?)"  # 1029 · 22,1 · 12.5
    r"(?![0-9]|[.,][0-9])"
)
"""Digits alone, decimals included, no scale."""

_SCALE_NEAR = r"(?=[ \t\n]{0,5}[rjmt])"  # fails fast for the many numbers without scale
_SCALED = rf"{_SCALE_NEAR}{GAP}(?:ribu{GAP})?{SCALE}(?:-?an)?{END}"  # also `3 ribu triliun`
_COMPOUND = rf"{_SCALED}(?:{GAP}{DIGITS}{_SCALED}){{0,3}}"
_AN = rf" ?-?an{END}"
_LETTER = rf"{GAP}(?-i:[MT]){END}(?!\.[A-Z])"  # `Rp5 M`, but not the M of `M.Si`

NUMBER = rf"(?i:{DIGITS}(?:{_COMPOUND}|{_AN})?)"
"""Digits with an optional scale: `2,7 juta`, `8 ribuan`, `1 juta 250 ribu`, `1.000-an`."""

MONEY_NUMBER = rf"(?i:{DIGITS}(?:{_COMPOUND}|{_AN}|{_LETTER})?(?:[,.]-{{1,2}}(?![0-9A-Za-z]))?)"
"""As `NUMBER`, with `M` and `T` for miliar and triliun, and with the `,-` that may end an amount."""

_PART = re.compile(
    rf"{GAP}(?P<digits>{DIGITS})"
    rf"(?:{_SCALE_NEAR}{GAP}(?:(?:(?P<thousand>ribu){GAP}(?={SCALE}))?(?P<scale>{SCALE})|(?P<letter>(?-i:[MT]))))?"
    rf"(?: ?-?an)?{END}",
    re.IGNORECASE,
)
_AMOUNT_END = re.compile(r"[,.]-{1,2}$")
_LETTERS = {"M": 10**9, "T": 10**12}


def read_digits(text: str, *, money: bool, whole: bool) -> Decimal | None:
    """Value of digits with scales: one part, or several with falling scales (`1 juta 250 ribu`).

    Args:
        text: The whole numeral.
        money: Whether `M` and `T` are scales, `,-` may follow and a comma before three digits groups.
        whole: Whether a comma before three digits groups, because the thing comes in wholes.

    Returns:
        The value; None when the text is anything else than one numeral with one reading.
    """
    text = _AMOUNT_END.sub("", text) if money else text
    total, limit, position, parts = Decimal(0), Decimal("Infinity"), 0, 0
    while position < len(text):
        part = _PART.match(text, position)
        if part is None or (part["letter"] and not money):
            return None
        scale = _scale_of(part)
        number = digits_value(part["digits"], comma_groups=(whole or money) and scale == 1)
        position, parts = part.end(), parts + 1
        if number is None or number * scale >= limit:
            return None
        if parts > 1 and (scale == 1 or number != int(number) or total % limit):
            return None
        total, limit = total + number * scale, Decimal(scale)
    return total


def _scale_of(part: "re.Match[str]") -> int:
    """Factor of the scale words in one part; 1 when there are none."""
    if part["letter"]:
        return _LETTERS[part["letter"]]
    factor = SCALES[part["scale"].lower()] if part["scale"] else 1
    return factor * 1000 if part["thousand"] else factor


_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|(?:,[0-9]{3})+\.[0-9]{1,2})")
_ENGLISH_ONE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?")
_LONG_THREE = re.compile(r"[0-9]{4,}\.[0-9]{3}")  # 1234.567: neither well grouped nor surely decimal


def digits_value(digits: str, *, comma_groups: bool = False) -> Decimal | None:
    """Value of digits without scale; None for leading zeros and where two readings are left.

    Args:
        digits: What `DIGITS` matches.
        comma_groups: Whether a comma before exactly three digits groups thousands.
    """
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(digits) or (comma_groups and _ENGLISH_ONE.fullmatch(digits)):
        return Decimal(digits.replace(",", ""))
    if _DECIMAL.fullmatch(digits) and not _LONG_THREE.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return None


def written(value: int | Decimal) -> str:
    """A number as Indonesian news prints it, points between thousands and a decimal comma: `1.234`, `31,07`."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))
