"""Heads of office titles: `Bupati`, `Plt Kepala Dinas`, `Deputi Direktur`, `Ketua` … with their acting form.

Only the head is found here; `linking/positions.py` joins it with the region, unit or agency that follows.
The heads and their sorts are in `data/offices.csv`. Acting forms follow UU 23/2014 and BKN's circulars:
Pj (Penjabat), Plt (Pelaksana Tugas), Plh (Pelaksana Harian), Pjs (Penjabat Sementara).
"""

import re
from dataclasses import dataclass
from typing import Final

from sepakat.records import ActingForm, RegionLevel
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.phrases import Phrases
from sepakat.text.tables import read_csv

LABEL: Final = "office"


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """The head of an office title.

    Attributes:
        kind: Sort of office, the column `kind` of `data/offices.csv`.
        level: Level of government that the word itself implies (`Bupati`: regency), or None.
        acting: Acting form written before the head, or None.
        head: Where the head stands, without the acting word (the mention's span includes it).
    """

    kind: str
    level: RegionLevel | None
    acting: ActingForm | None
    head: Span


_ROWS: Final = {row["head"]: row for row in read_csv("offices")}
_HEADS: Final = Phrases(_ROWS)
_LEVELS: Final[dict[str, RegionLevel]] = {"province": "province", "regency": "regency", "city": "city"}
_ACTING: Final = re.compile(
    r"(?<!\w)(?:(?P<Pjs>penjabat\s+sementara(?:\s*\(pjs\.?\))?|pjs\.?)"
    r"|(?P<Pj>penjabat(?:\s*\(pj\.?\))?|pj\.?)"
    r"|(?P<Plt>pelaksana\s+tugas(?:\s*\(plt\.?\))?|plt\.?)"
    r"|(?P<Plh>pelaksana\s+harian(?:\s*\(plh\.?\))?|plh\.?))\s{0,3}$"
)
_ACTING_REACH: Final = 36  # code points; `penjabat sementara (pjs.)` and spaces fit


def find(layout: Layout) -> list[Mention[OfficeMention]]:
    """All office heads in order of place, in any case of letters."""
    found: list[Mention[OfficeMention]] = []
    lower = layout.lower
    for span, entry in _HEADS.find(lower):
        row = _ROWS[entry]
        start, acting = span.start, None
        left = max(0, span.start - _ACTING_REACH)
        if before := _ACTING.search(lower[left : span.start]):
            acting = _acting(before.lastgroup)
            start = left + before.start()
        value = OfficeMention(row["kind"], _LEVELS.get(row["level"]), acting, span)
        capital = layout.text[span.start].isupper()
        found.append(Mention(Span(start, span.end), LABEL, value, "offices.head", 0.9 if capital else 0.6))
    return found


def _acting(group: str | None) -> ActingForm | None:
    forms: dict[str, ActingForm] = {"Pj": "Pj", "Plt": "Plt", "Plh": "Plh", "Pjs": "Pjs"}
    return forms.get(group or "")


def describe(value: OfficeMention) -> str:
    """Short form for examples: `kind`, with `/acting` if there is one."""
    return value.kind + (f"/{value.acting}" if value.acting else "")


EXAMPLES: Final = (
    ("[Bupati] Kerinci hadir.", "head_of_region"),
    ("[Penjabat (Pj) Bupati] Kerinci hadir.", "head_of_region/Pj"),
    ("[Pj. Wali Kota] Dumai hadir.", "head_of_region/Pj"),
    ("[Plt Kepala Dinas] Sosial hadir.", "agency_head/Plt"),
    ("[Pelaksana Harian (Plh) Sekda] hadir.", "regional_secretary/Plh"),
    ("[Pjs Gubernur] hadir.", "head_of_region/Pjs"),
    ("[Wakil Bupati] hadir.", "deputy_head"),
    ("[Kepala Kantor Cabang] BPJS Ketenagakerjaan Kisaran", "bpjs_head"),
    ("[Asisten Deputi] Bidang Kepesertaan hadir.", "bpjs_official"),
    ("[Kajari] Bintan hadir.", "prosecutor"),
    ("[Geuchik] hadir.", "village_head"),
    ("[Kepala] BPJS Ketenagakerjaan hadir.", "head"),
    ("[KABAG] HUKUM hadir", "agency_head"),
    ("[plt. kepala dinas] hadir.", "agency_head/Plt"),
    ("[Penjabat Sementara (Pjs) Wakil Bupati] hadir.", "deputy_head/Pjs"),
    ("[Pj Sekda] dan [Asisten] II hadir.", "regional_secretary/Pj; assistant"),
    ("[Walikota] Dumai dan [Wakil Wali Kota] hadir.", "head_of_region; deputy_head"),
    ("[Gubernur] Jambi, [Bupati] Tebo hadir.", "head_of_region; head_of_region"),
    ("[Staf Ahli Bupati] hadir.", "assistant"),
    ("[Deputi Direktur Wilayah] hadir.", "bpjs_head"),
    ("[Kakanwil] BPJamsostek hadir.", "bpjs_head"),
    ("[Kepala KCP] Kota Metro hadir.", "bpjs_head"),
    ("[Kacab] Kisaran hadir.", "bpjs_head"),
    ("[Account Representative] hadir.", "bpjs_official"),
    ("[Kajati] dan [Kasi Datun] hadir.", "prosecutor; prosecutor"),
    ("[Wali Nagari] Koto Baru dan [Kuwu] Plumbon hadir.", "village_head; village_head"),
    ("[Camat] Sungai Raya hadir.", "district_head"),
    ("[Ketua DPRD] dan [Ketua] BAZNAS hadir.", "legislator; chair"),
    ("[Rektor] dan [Direktur Utama] hadir.", "academic; director"),
    ("[Kapolres] dan [Dandim] hadir.", "police_military; police_military"),
)
NEGATIVES: Final = (
    "Kebupatian lama itu kini museum.",
    "Para pekerja menerima kartu.",
    "Kepalanya pusing.",
    "Ia mengepalai cabang itu.",
    "Gedung gubernuran ramai.",
    "Ketuanya belum datang.",
    "Perbup itu berlaku sejak kemarin.",
)
