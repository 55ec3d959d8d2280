"""Laws, regulations, instructions, decrees and circulars: kind, number, year, and whose they are.

The kinds and their short names stand in `data/regulation_kinds.csv` (UU 12/2011, pasal 7 and 8). Forms:
`UU 24/2011`, `Undang-Undang (UU) Nomor 24 Tahun 2011`, `Inpres No. 2 Th 2021`, `Surat Edaran Gubernur Nomor
560/7095/2021`, `Instruksi Bupati Harapan Nomor: B.07/INST/12/092021`, `UU Nomor 40 Tahun 2004 dan Nomor 24
Tahun 2011`, `PP 44 dan 46 Tahun 2015`. The number stays as written. What is named without a number gets a low
score, and only where the kind says which regulation may be meant. The number of an agreement is none, because
its name is no kind.
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
        kind: Of the contract; `lainnya` for kinds without a name there and for a bare `Peraturan Nomor 5`.
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

# --- Patterns, on the text in lower case --------------------------------------------------------------------

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
_SHARED: Final = re.compile(rf"(?P<more>(?:\s?,\s?[0-9]{{1,3}}){{0,8}}{_AND}[0-9]{{1,3}}){_TAHUN}(?P<year>{_YEAR})")
_INTEGER: Final = re.compile(r"[0-9]+")
_OWN_YEAR: Final = re.compile(rf"([0-9]{{1,4}})(?:/|/?(?:tahun|thn|th)/?)({_YEAR})")
_LAST_PART: Final = re.compile(rf".*[/.-]({_YEAR})")
# `34/PMK.011/2007`, `Nomor SE-06/2013`
_IN_NUMBER: Final = re.compile(r"(?:[0-9]/|\b(?:nomor|no)\b\s?[.:]?\s?)$")
_ALIAS_GAP: Final = re.compile(r"[^.;,0-9]{0,60}[(/]\s?")
_DRAFT: Final = re.compile(r"(?:rancangan|draf|draft|konsep|usulan)\s{1,2}$")
_AUTHOR: Final = re.compile(
    rf"{_BRACKETS}\s{{1,2}}(?:mendagri|menteri|menaker|mendes|gubernur|bupati|wali ?kota|mui|dsn"
    r"|majelis ulama|jaksa|direktur|sekda|presiden)\b"
)
_NOT_REGION: Final = (
    r"(?!Nomor|No\b|Tahun|Tentang|RI\b|Republik|Bupati|Gubernur|Wali|Men[a-z]|Jaksa|Direk|Presiden|Kepala)"
)
_REGION: Final = re.compile(
    r"(?:\s?[(/][^()\n]{1,20}\))?(?:\s(?P<author>Gubernur|Bupati|Wali ?[Kk]ota))?\s"
    rf"(?P<region>(?:(?:Provinsi|Kabupaten|Kab\.?|Kota)\s)?{_NOT_REGION}[A-Z][a-z]+"
    rf"(?:[ -]{_NOT_REGION}[A-Z][a-z]+){{0,3}})"
)
_REGIONAL: Final = re.compile(r"gub|bup|wal|daerah|perda|qanun|desa|perdes|nagari|pekon|kampung|kalurahan")
_VAGUE: Final = frozenset(("uu", "pp", "perpres", "lainnya"))  # without a number: any of their kind
_GENERIC: Final = frozenset(("peraturan", "instruksi"))
_AUTHORLESS: Final = frozenset(("surat edaran", "surat keputusan", "keputusan menteri", "peraturan menteri"))


# --- Reading ------------------------------------------------------------------------------------------------


def _number_and_year(token: str, year: str | None) -> tuple[str, int | None]:
    """Number and year of `2`, `2/2021`, `2/TAHUN/2021`, `560/7095/2021`; the last stays whole."""
    own = _OWN_YEAR.fullmatch(token.lower())
    if own:
        return token[: own.end(1)], int(own[2])
    last = _LAST_PART.fullmatch(token)
    return token, int(year) if year else int(last[1]) if last else None


def _region(layout: Layout, name: Span, word: str) -> str | None:
    """The words after the name of a kind, or of its regional author, that tell whose regulation it is."""
    match = _REGION.match(layout.text, name.end)
    return match["region"] if match and (match["author"] or _REGIONAL.search(word)) else None


def _has_digit(token: str | None) -> bool:
    return token is not None and any(c.isdigit() for c in token)


_Item = tuple[int, int, str, int | None]


def _items(layout: Layout, name: Span, row: _Kind, limit: int) -> Iterator[_Item]:
    """Start, end, number and year of the regulations that a name and the numbers behind it give.

    Args:
        layout: The article.
        name: Where the name of the kind stands.
        row: The kind.
        limit: Where the next name starts: no number beyond it belongs to this one.
    """
    lower, text = layout.lower, layout.text
    start, year = name.start, None
    match = _NUMBERED.match(lower, name.end, limit)
    if match is None and row.short:
        match = _SHORT.match(lower, name.end, limit)
    while match:
        groups = match.groupdict()
        if groups.get("short"):
            number, year = groups["short"], int(groups["slash"] or groups["worded"])
        elif _has_digit(groups["number"]):
            number, year = _number_and_year(text[slice(*match.span("number"))], groups["year"])
        else:
            return
        shared = None if year else _SHARED.match(lower, match.end(), limit)
        if shared:  # `Nomor 44, 45 dan 46 Tahun 2015`
            yield start, match.end(), number, int(shared["year"])
            for more in _INTEGER.finditer(lower, *shared.span("more")):
                yield more.start(), more.end(), more[0], int(shared["year"])
            return
        yield start, match.end(), number, year
        match = _NEXT.match(lower, match.end(), limit)
        start = match.start("item") if match else start


def _unnumbered(layout: Layout, name: Span, word: str, row: _Kind) -> Mention[RegulationMention] | None:
    """A regulation named without a number, where its kind or author says which may be meant."""
    lower = layout.lower
    if row.kind in _VAGUE or _DRAFT.search(lower, max(0, name.start - 12), name.start):
        return None
    author = _AUTHOR.match(lower, name.end)
    if author is None and (row.capitals or word in _AUTHORLESS):
        return None
    dated = _YEAR_ONLY.match(lower, name.end)
    end = dated.end() if dated else author.end() if author else name.end
    value = RegulationMention(row.kind, None, int(dated["year"]) if dated else None, _region(layout, name, word))
    # A fatwa is cited by its giver, everything else by its number.
    score = 0.7 if row.kind == "fatwa" and author else 0.3
    return Mention(Span(name.start, end), LABEL, value, "regulations.unnumbered", score)


def _names(layout: Layout) -> list[tuple[Span, str]]:
    """Names of kinds in order of place, without a second name such as in `Instruksi Presiden (Inpres)`."""
    found: list[tuple[Span, str]] = []
    for span, word in _NAMES.find(layout.lower.replace("\n", " ")):  # names may be hard-wrapped
        row = _KINDS[word]
        if row.capitals and not span.of(layout.text).isupper():
            continue
        if _IN_NUMBER.search(layout.lower, max(0, span.start - 9), span.start):
            continue
        last = found[-1] if found else None
        near = last is not None and span.start - last[0].end < 64 and row.kind == _KINDS[last[1]].kind
        if not (near and last and _ALIAS_GAP.fullmatch(layout.lower, last[0].end, span.start)):
            found.append((span, word))
    return found


def find(layout: Layout) -> list[Mention[RegulationMention]]:
    """All regulations of the article in order of place; those without a number have a score below 0.5."""
    names = _names(layout)
    found: list[Mention[RegulationMention]] = []
    generic: list[Mention[RegulationMention]] = []
    for index, (name, word) in enumerate(names):
        row = _KINDS[word]
        limit = names[index + 1][0].start if index + 1 < len(names) else len(layout.lower)
        region = _region(layout, name, word)
        numbered = False
        for start, end, number, year in _items(layout, name, row, limit):
            value = RegulationMention(row.kind, number, year, region)
            score = 0.4 if word in _GENERIC else 0.95 if year else 0.8
            mention = Mention(Span(start, end), LABEL, value, f"regulations.{row.kind}", score)
            (generic if word in _GENERIC else found).append(mention)
            numbered = True
        if not numbered and (unnumbered := _unnumbered(layout, name, word, row)):
            found.append(unnumbered)
    # A bare `Peraturan Nomor 23 Tahun 2021` is the Perbup 23/2021 that the article names elsewhere.
    known = {(mention.value.number, mention.value.year) for mention in found}
    found += [mention for mention in generic if (mention.value.number, mention.value.year) not in known]
    return sorted(found, key=lambda mention: mention.span)


def describe(value: RegulationMention) -> str:
    """A regulation in short: `perbup 63/2022`, `fatwa ?`, `instruksi_bupati 5/2021 Harapan`."""
    text = f"{value.kind} {value.number or '?'}"
    text += f" ({value.year})" if value.year else ""
    return text + (f" {value.region}" if value.region else "")


EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    ("sesuai [Inpres Nomor 2 Tahun 2021] tentang optimalisasi", "inpres 2 (2021)"),
    ("sesuai [Inpres No. 2 Th. 2021].", "inpres 2 (2021)"),
    ("sesuai [Inpres No 2/2021], kata dia", "inpres 2 (2021)"),
    ("sesuai [Inpres 2/2021] itu", "inpres 2 (2021)"),
    ("sesuai [Inpres 2 tahun 2021] itu", "inpres 2 (2021)"),
    ("[Instruksi Presiden (Inpres) Nomor 2 Tahun 2021]", "inpres 2 (2021)"),
    ("[Instruksi Presiden/Inpres No.2 tahun 2021]", "inpres 2 (2021)"),
    ("[Instruksi presiden (Inpres) no 2 Tahun 2021].", "inpres 2 (2021)"),
    ("[Instruksi Presiden Republik Indonesia Nomor 4 Tahun 2022]", "inpres 4 (2022)"),
    ("[UU No. 24 Th 2011] tentang BPJS", "uu 24 (2011)"),
    ("[UU 24/2011] tentang BPJS", "uu 24 (2011)"),
    ("[UU SJSN Nomor 40 Tahun 2004]", "uu 40 (2004)"),
    ("[Undang-Undang (UU) Nomor 24 Tahun 2011]", "uu 24 (2011)"),
    ("[Undang-undang RI Nomor 24 Tahun 2011]", "uu 24 (2011)"),
    ("[UU Nomor 40 Tahun 2004] dan [Nomor 24 Tahun 2011]", "uu 40 (2004); uu 24 (2011)"),
    (
        "[UU Nomor 40 Tahun 2004] tentang Sistem Jaminan Sosial Nasional dan [UU Nomor 24 Tahun 2011]",
        "uu 40 (2004); uu 24 (2011)",
    ),
    ("[UU 40/2004] dan [24/2011]", "uu 40 (2004); uu 24 (2011)"),
    ("[PP Nomor 44], [45] dan [46] Tahun 2015", "pp 44 (2015); pp 45 (2015); pp 46 (2015)"),
    ("[Peraturan Pemerintah (PP) No. 44 Tahun 2015]", "pp 44 (2015)"),
    ("[Perpres 36/2023]", "perpres 36 (2023)"),
    ("[Permendagri Nomor 15 Tahun 2023]", "permen 15 (2023)"),
    ("[Peraturan Menteri Dalam Negeri (Permendagri) Nomor 22 Tahun 2020]", "permen 22 (2020)"),
    ("[Peraturan Menteri Ketenagakerjaan RI Nomor 5 Tahun 2021]", "permen 5 (2021)"),
    ("terbitnya [PMK 91/2023] dan", "permen 91 (2023)"),
    ("[Permendes PDTT Nomor 7 Tahun 2023]", "permen 7 (2023)"),
    ("[Pergub Nomor 12 Tahun 2022]", "pergub 12 (2022)"),
    ("[Peraturan Bupati (Perbup) nomor 63 tahun 2022] tentang", "perbup 63 (2022)"),
    ("[Peraturan Bupati Harapan Nomor 54 Tahun 2023]", "perbup 54 (2023) Harapan"),
    ("[Perbup tentang Perlindungan Pekerja Rentan Nomor 5 Tahun 2023]", "perbup 5 (2023)"),
    ("[Perwako Nomor 8 Tahun 2021]", "perwali 8 (2021)"),
    ("[Peraturan Wali Kota Nomor 8 Tahun 2021]", "perwali 8 (2021)"),
    ("[Perda Kabupaten Harapan Nomor 3 Tahun 2020]", "perda 3 (2020) Kabupaten Harapan"),
    ("[Qanun Nomor 7 Tahun 2014]", "perda 7 (2014)"),
    ("[Perdes Nomor 4 Tahun 2022]", "perdes 4 (2022)"),
    (
        "terbitnya [Instruksi Bupati Harapan Nomor: B.07/INST/12/092021] tentang",
        "instruksi_bupati B.07/INST/12/092021 Harapan",
    ),
    ("[Instruksi Gubernur Nomor 3 Tahun 2022]", "instruksi_gubernur 3 (2022)"),
    ("[Instruksi Wali Kota Nomor 1 Tahun 2022]", "instruksi_wali_kota 1 (2022)"),
    ("[Surat Edaran Gubernur Nomor 560/7095/2021] tentang", "surat_edaran 560/7095/2021 (2021)"),
    ("[SE Mendagri Nomor 842.2/5193/SJ] itu", "surat_edaran 842.2/5193/SJ"),
    ("[Surat Edaran Nomor SE-06/MBU/2013] tentang", "surat_edaran SE-06/MBU/2013 (2013)"),
    ("[Permenkeu No. 34/PMK.011/2007] itu", "permen 34/PMK.011/2007 (2007)"),
    ("[Keputusan Menteri Keuangan RI Nomor Kep-176/KM.10/7]", "keputusan Kep-176/KM.10/7"),
    ("sesuai [Instruksi\nPresiden Nomor 2\nTahun 2021]", "inpres 2 (2021)"),
    ("[Undang-\nUndang Nomor 11 Tahun 2020]", "uu 11 (2020)"),
    ("[SK Bupati Nomor 188.45/120/2023]", "keputusan 188.45/120/2023 (2023)"),
    ("[Keputusan Bupati Nomor 400 Tahun 2022]", "keputusan 400 (2022)"),
    ("[Keppres Nomor 5 Tahun 2022]", "keputusan 5 (2022)"),
    ("[Fatwa MUI Nomor 2 Tahun 2022]", "fatwa 2 (2022)"),
    ("lanjutan dari [Fatwa MUI] itu", "fatwa ?"),
    ("sejalan dengan [Inpres] itu", "inpres ?"),
    ("sesuai [SK Bupati] tadi", "keputusan ?"),
    ("[Peraturan Nomor 23 Tahun 2021] tentang", "lainnya 23 (2021)"),
    ("[Perbup Nomor 23 Tahun 2021] lalu Peraturan Nomor 23 Tahun 2021", "perbup 23 (2021)"),
    ("[Perbup] sebagai turunan [Inpres Nomor 2 Tahun 2021]", "perbup ?; inpres 2 (2021)"),
)
"""Text with the exact spans in brackets, and what `describe` says of their values."""

NEGATIVES: Final[tuple[str, ...]] = (
    "PKS Nomor 12/PKS/2023 tentang perlindungan",
    "Nota Kesepahaman Nomor: 119/15/MoU/2022",
    "Perjanjian Kerja Sama nomor 5 tahun 2022",
    "kewajiban menurut undang-undang",
    "dibenarkan dalam peraturan pemerintah",
    "Irawan SE, M.Si dan Budi SE MM",
    "PP Muhammadiyah hadir di sana",
    "menerima SK pengangkatan",
    "mereka mengikuti peraturan yang ada",
    "atas instruksi dari atasan",
    "naskah Rancangan Peraturan Bupati dibahas",
    "draft Perbup sedang disusun",
    "pada tahun 2021 sebanyak 63 orang",
    "Surat Kuasa Khusus Nomor 12 Tahun 2022",
    "nomor rekening 1234567",
    "uu dan pp kecil tanpa arti",
    "Jalan Perdana nomor 5 tahun 2020",
    "se-Provinsi Lampung nomor 2",
    "surat edaran yang kita harmonisasi",
    "rumah sakit umum (RSU) nomor 3",
    "regulasi daerah dan peraturan perundang-undangan",
)
