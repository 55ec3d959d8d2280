"""Shares in percent: `31,07%`, `31,07 persen`, `96.92 %`, `55 prosen`, `seratus persen`.

The comma is decimal (EYD V), and so is the point: thousands of percent do not occur, so a point before three
digits (`5.250 persen`) has two readings and is left out. Ranges (`10-15 persen`) give no single share and are
left out too. What a share is of, and whose, is told in `assembly.amounts`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.numerals import read

LABEL: Final = "rate"


@dataclass(frozen=True, slots=True)
class RateMention:
    """A share; `percent` is a decimal string with a point, without trailing zeros: `31.07`, `100`."""

    percent: str


_UNIT: Final = r"(?:%|(?:persen|prosen|percent)(?![a-z]))"
_DIGITS: Final = re.compile(rf"(?P<number>[0-9][0-9]{{0,3}}(?:[.,][0-9]{{1,6}})?)\s{{0,2}}{_UNIT}")
_WORDS: Final = re.compile(r"(?:persen|prosen)(?![a-z])")
_WORD_BEFORE: Final = re.compile(r"(?:[a-z]{2,12}\s){1,8}$")
_THREE_AFTER_POINT: Final = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
# What comes before digits that are the end of a longer number, of a range, or of a code.
_TO: Final = r"\s?(?:-|s/d|hingga|sampai(?:\sdengan)?)\s?"
_GOES_ON_BEFORE: Final = re.compile(rf"(?:[\w/]|[0-9][.,]|[0-9]\s?(?:%|persen|prosen)?{_TO})$")
_GOES_ON_AFTER: Final = re.compile(rf"{_TO}[0-9]{{1,3}}(?:[.,][0-9]{{1,3}})?\s?(?:%|persen|prosen)")
_MOST: Final = 1000  # percent; growth may exceed 100


def _percent(number: Decimal) -> str:
    """A decimal without exponent and trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_digits(lower: str) -> Iterator[tuple[Span, Decimal]]:
    for match in _DIGITS.finditer(lower):
        start, end = match.span()
        if _GOES_ON_BEFORE.search(lower, max(0, start - 26), start) or _GOES_ON_AFTER.match(lower, end):
            continue
        if not _THREE_AFTER_POINT.fullmatch(match["number"]):
            yield Span(start, end), Decimal(match["number"].replace(",", "."))


def _in_words(lower: str) -> Iterator[tuple[Span, Decimal]]:
    for match in _WORDS.finditer(lower):
        before = _WORD_BEFORE.search(lower, max(0, match.start() - 80), match.start())
        words = before[0].split() if before else []
        for first in range(len(words)):  # the longest run of words that is a numeral
            run = " ".join(words[first:])
            value = read(run)
            if value is not None:
                yield Span(match.start() - len(run) - 1, match.end()), value
                break


def find(layout: Layout) -> list[Mention[RateMention]]:
    """All shares of the article in order of place."""
    lower = layout.lower
    found: list[tuple[Span, Decimal, str]] = []
    if "%" in lower or "rsen" in lower or "rosen" in lower or "percent" in lower:
        found += [(span, value, "rates.digits") for span, value in _in_digits(lower)]
    if "persen" in lower or "prosen" in lower:
        found += [(span, value, "rates.words") for span, value in _in_words(lower)]
    return [
        Mention(span, LABEL, RateMention(_percent(value)), rule, 0.95)
        for span, value, rule in sorted(found)
        if value <= _MOST
    ]


def describe(value: RateMention) -> str:
    """The share itself."""
    return value.percent


EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    ("sebesar [31,07%], kata dia", "31.07"),
    ("sebesar [31,07 persen].", "31.07"),
    ("sudah [96.92 %] terlindungi", "96.92"),
    ("baru [55 prosen] saja", "55"),
    ("mendaftarkan [100%] non-ASN", "100"),
    ("naik [0,30 persen]", "0.3"),
    ("cakupan [10,02%]. Lalu", "10.02"),
    ("naik dari [31,33 persen] ke [51 persen] tahun ini", "31.33; 51"),
    ("target [seratus persen] pekerja", "100"),
    ("baru [dua puluh lima persen] dari", "25"),
    ("[dua koma lima persen] saja", "2.5"),
    ("sekitar [25 persen] dan [75 persen] lebih", "25; 75"),
    ("PU [61%], BPU [12%].", "61; 12"),
    ("target [75%] (dari [81 %])", "75; 81"),
    ("tumbuh [120 persen] setahun", "120"),
    ("([53,49%])", "53.49"),
    ("iuran [5,7 persen] dari upah", "5.7"),
    ("hanya [20%]nya", "20"),
    ("[50,00 persen]", "50"),
    ("[7,125 %] saja", "7.125"),
)
"""Text with the exact spans in brackets, and what `describe` says of their values."""

NEGATIVES: Final[tuple[str, ...]] = (
    "sekitar 10-15 persen",
    "antara 10% - 15% saja",
    "10 hingga 15 persen",
    "10 persen sampai 15 persen",
    "sebanyak 5.250 persen",
    "beberapa persen",
    "persen itu kecil",
    "sekian persen dari upah",
    "31,07 dari semesta",
    "kode A20% diskon",
    "tahun 2021/20% itu",
    "persentase 22",
    "22 persentil",
    "12345%",
    "puluhan persen",
    "nol koma sekian persen",
    "Rp42 juta",
    "rata-rata 12,5",
    "3 person hadir",
    "99999 persen",
)
