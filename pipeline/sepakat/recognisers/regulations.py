"""Laws, regulations, instructions, decrees and circulars: kind, number, year, and the region that issued them.

The kinds and their short names stand in `data/regulation_kinds.csv` (UU 12/2011, pasal 7 and 8). Forms: `UU 24/2011`,
`Undang-Undang (UU) Nomor 24 Tahun 2011`, `Inpres No. 2 Th 2021`, `Surat Edaran Gubernur Nomor 560/7095/2021`,
`Instruksi Bupati Harapan Nomor: B.02/INST/30/082021`, `UU Nomor 40 Tahun 2004 dan Nomor 24 Tahun 2011`, `PP 44 dan
46 Tahun 2015`. The number stays as written. What is named without a number gets a low score, and only where the kind
says which regulation may be meant. The number of an agreement is no regulation: its name is no kind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from sepakat.records import RegulationKind
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.phrases import Phrases
from sepakat.text.tables import read_csv

LABEL: Final = "regulation"


@dataclass(frozen=True, slots=True)
class RegulationMention:
    """A regulation.

    Attributes:
        kind: Kind of the contract; `lainnya` for kinds without a name there, and for a bare `Peraturan Nomor …`.
        number: As written (`2`, `B.02/INST/30/082021`), or None.
        year: Of enactment, or None.
        region: Words after the kind that name the region (`Kabupaten Harapan`), or None.
    """

    kind: RegulationKind
    number: str | None = None
    year: int | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    """A row of the table of kinds."""

    kind: RegulationKind
    capitals: bool
    short: bool


_KINDS: Final = {
    row["form"]: _Kind(cast(RegulationKind, row["kind"]), row["case"] == "upper", row["short"] == "yes")
    for row in read_csv("regulation_kinds")
}
_NAMES: Final = Phrases(_KINDS)

# --- Patterns, on the text in lower case ------------------------------------------------------------------

_YEAR: Final = r"(?:19|20)[0-9]{2}(?![0-9])"
_TAHUN: Final = r"\s{0,2},?\s{0,2}/?(?:tahun|tahu|thn|th)\s?[.:/]?\s{0,2}"
_TOKEN: Final = r"[0-9a-z]{1,20}(?:[./-][0-9a-z]{1,20}){0,8}"
_NOMOR: Final = r"(?:nomor|nomer|nmr|no)\b\s?[.:]{0,2}\s{0,2}"
_BRACKETS: Final = r"(?:\s?\([^()\n]{1,40}\))?"
_WORD: Final = r"(?!nomor\b|no\b)[^\s,.;:()0-9]{1,30}"
_NUMBERED: Final = re.compile(
    r"(?:\s?/\s?[a-z-]{2,15})?"  # `Instruksi Presiden/Inpres`
    rf"{_BRACKETS}(?:\s{{1,2}}(?!tentang\b){_WORD}){{0,8}}{_BRACKETS}"  # (Perbup) Kabupaten Harapan
    rf"(?:\s{{1,2}}tentang(?:\s{{1,2}}{_WORD}){{1,16}})?,?\s{{0,2}}"
    rf"{_NOMOR}(?P<number>{_TOKEN})(?:{_TAHUN}(?P<year>{_YEAR}))?"
)
_SHORT_NUMBER: Final = rf"(?P<short>[0-9]{{1,3}})(?:\s?/\s?(?P<slash>{_YEAR})|{_TAHUN}(?P<worded>{_YEAR}))"
_SHORT: Final = re.compile(rf"{_BRACKETS}\s{{0,2}}(?:(?:ri|republik indonesia|[a-z]{{4}})\s)?{_SHORT_NUMBER}")
_YEAR_ONLY: Final = re.compile(rf"{_BRACKETS}{_TAHUN}(?P<year>{_YEAR})")
_AND: Final = r"\s{0,2}(?:,|,?\s?(?:dan|serta|maupun|jo\.?|juncto|junto|&))\s{0,2}"
_NEXT: Final = re.compile(
    rf"(?:\s{{1,2}}tentang[^.;:,0-9\n]{{1,120}}?)?{_AND}(?:juga\s|dan\s)?"
    rf"(?P<item>{_NOMOR}(?P<number>{_TOKEN})(?:{_TAHUN}(?P<year>{_YEAR}))?|{_SHORT_NUMBER})"
)
_SHARED: Final = re.compile(
    rf"(?P<more>(?:\s?,\s?[0-9]{{1,3}}){{0,8}}{_AND}[0-9]{{1,3}}){_TAHUN}(?P<year>{_YEAR})"
)
_OWN_YEAR: Final = re.compile(rf"([0-9]{{1,4}})(?:/|/?(?:tahun|thn|th)/?)({_YEAR})")
_LAST_PART: Final = re.compile(rf".*[/.-]({_YEAR})")
_ALIAS_GAP: Final = re.compile(r"[^.;,0-9]{0,60}[(/]\s?")
_DRAFT: Final = re.compile(r"(?:rancangan|draf|draft|konsep|usulan)\s{1,2}$")
_AUTHOR: Final = re.compile(
    rf"{_BRACKETS}\s{{1,2}}(?:mendagri|menteri|menaker|mendes|gubernur|bupati|wali ?kota|mui|dsn|majelis ulama"
    r"|jaksa|direktur|sekda|presiden)\b"
)
_NOT_REGION: Final = r"(?!Nomor|No\b|Tahun|Tentang|RI\b|Republik|Bupati|Gubernur|Wali)"
_REGION: Final = re.compile(
    r"(?:\s?[(/][^()\n]{1,20}\))?(?:\s(?:Gubernur|Bupati|Wali ?[Kk]ota))?\s"
    rf"(?P<region>(?:(?:Provinsi|Kabupaten|Kab\.?|Kota)\s)?{_NOT_REGION}[A-Z][a-z]+"
    rf"(?:[ -]{_NOT_REGION}[A-Z][a-z]+){{0,3}})"
)
_REGIONAL: Final = frozenset(
    (
        "pergub", "perbup", "perwali", "perda", "perdes", "instruksi_gubernur", "instruksi_bupati",
        "instruksi_wali_kota", "keputusan", "surat_edaran",
    )
)  # fmt: skip
_VAGUE: Final = frozenset(("uu", "pp", "perpres", "lainnya"))  # without a number these may be any of their kind
_AUTHORLESS: Final = frozenset(("surat edaran", "surat keputusan", "keputusan menteri", "peraturan menteri"))


# --- Reading -------------------------------------------------------------------------------------------------


def _number_and_year(token: str, year: str | None) -> tuple[str, int | None]:
    """Number and year of `2`, `2/2021`, `2/TAHUN/2021`, `560/7095/2021`; only the first two forms are split."""
    own = _OWN_YEAR.fullmatch(token.lower())
    if own:
        return token[: own.end(1)], int(own[2])
    last = _LAST_PART.fullmatch(token)
    return token, int(year) if year else int(last[1]) if last else None


def _region(layout: Layout, end: int, kind: RegulationKind) -> str | None:
    """The words after the name of a regional kind that tell whose regulation it is."""
    match = _REGION.match(layout.text, end) if kind in _REGIONAL else None
    return match["region"] if match else None


def _numbered(layout: Layout, name: Span, row: _Kind, limit: int) -> Iterator[Mention[RegulationMention]]:
    """The regulations that a name and the numbers behind it, up to `limit`, give."""
    lower, text = layout.lower, layout.text
    region = _region(layout, name.end, row.kind)

    def mention(start: int, end: int, number: str, year: int | None) -> Mention[RegulationMention]:
        value = RegulationMention(row.kind, number, year, region)
        return Mention(Span(start, end), LABEL, value, f"regulations.{row.kind}", 0.95 if year else 0.8)

    first = _NUMBERED.match(lower, name.end, limit)
    if first and _has_digit(first["number"]):
        number, year = _number_and_year(text[slice(*first.span("number"))], first["year"])
        shared = None if year else _SHARED.match(lower, first.end(), limit)
        if shared:
            yield mention(name.start, first.end(), number, int(shared["year"]))
            yield from _sharing(shared, mention)
            return
        yield mention(name.start, first.end(), number, year)
        end = first.end()
    else:
        short = _SHORT.match(lower, name.end, limit) if row.short else None
        if short is None:
            return
        yield mention(name.start, short.end(), short["short"], int(short["slash"] or short["worded"]))
        end = short.end()
    while (following := _NEXT.match(lower, end, limit)) and (
        following["short"] or _has_digit(following["number"])
    ):
        if following["short"]:
            number, year = following["short"], int(following["slash"] or following["worded"])
        else:
            number, year = _number_and_year(text[slice(*following.span("number"))], following["year"])
        yield mention(following.start("item"), following.end(), number, year)
        end = following.end()
