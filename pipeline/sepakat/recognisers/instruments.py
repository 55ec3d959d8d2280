"""Instruments: the documents that bind the two sides (MoU, PKS, work plan …), with their numbers.

The kinds follow PP 28/2018 and Permendagri 22/2020 (kesepakatan bersama and perjanjian kerja sama with third
parties, nota kesepakatan and rencana kerja with central bodies); the press writes MoU for most of them.
One paper under two names, `Nota Kesepahaman (MoU)` or `PKS atau MoU`, is one mention with the kind of its first name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sepakat.records import InstrumentKind
from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Layout
from sepakat.text.openings import Openings, matches_at

LABEL: Final = "instrument"


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """A document.

    Attributes:
        kind: Of the first name that is written.
        alias: Kind of a second name for the same paper (`PKS (MoU)`), or None.
        number: Document number as written, or None.
        plain: Whether only `kerja sama` or `kesepakatan` is written, which names no document by itself.
    """

    kind: InstrumentKind
    alias: InstrumentKind | None = None
    number: str | None = None
    plain: bool = False


# Longest alternatives first: the first that matches wins. `\s?` admits `kerjasama` and `kerja sama`.
_NAMES: Final[tuple[tuple[InstrumentKind, str], ...]] = (
    ("nota_kesepahaman", r"nota\s+(?:ke)?sepahaman(?:\s+bersama)?"),
    ("nota_kesepahaman", r"memo(?:randum|rendum)\s+of\s+under\s?standing"),
    ("nota_kesepahaman", r"memorandum\s+saling\s+pengertian"),
    ("nota_kesepahaman", r"mou(?:'s|s)?"),
    ("nota_kesepahaman", r"m\.?o\.?u\.?"),
    ("nota_kesepakatan", r"nota\s+kesepakatan(?:\s+(?:sinergi(?:tas)?|bersama))?"),
    ("nota_kesepakatan", r"nks"),
    ("kesepakatan_bersama", r"(?:naskah\s+)?kesepakatan\s+bersama"),
    ("perjanjian_kerja_sama", r"(?:surat\s+|naskah\s+|dokumen\s+)?per?janjian\s+kerja\s?-?\s?sama"),
    ("perjanjian_kerja_sama", r"memorandum\s+of\s+agreement|moa"),
    ("perjanjian_kerja_sama", r"(?:naskah|kontrak|dokumen|piagam|nota)\s+kerja\s?-?\s?sama"),
    ("perjanjian_kerja_sama", r"pks"),
    (
        "rencana_kerja",
        r"rencana\s+kerja(?!\s+(?:pemerintah|pembangunan|anggaran))(?:\s+(?:sama|bersama|tahunan))?",
    ),
    ("adendum", r"add?endum"),
    ("komitmen_bersama", r"(?:pernyataan\s+|deklarasi\s+|piagam\s+)?komitmen\s+bersama"),
    (
        "lainnya",
        r"surat\s+pernyataan\s+kesediaan|letter\s+of\s+intent|surat\s+perjanjian|perjanjian\s+kinerja",
    ),
)
_PLAIN: Final[tuple[tuple[InstrumentKind, str], ...]] = (
    ("perjanjian_kerja_sama", r"(?:ikatan\s+|jalinan\s+)?kerja\s?-?\s?sama"),
    ("perjanjian_kerja_sama", r"perjanjian"),
    ("kesepakatan_bersama", r"kesepakatan"),
)
_ANY: Final = "|".join(pattern for _, pattern in _NAMES)
_PATTERN: Final = re.compile(
    rf"(?<!\w)(?:(?P<addendum>add?endum)\s+(?:atas\s+|terhadap\s+|dari\s+)?)?(?P<name>{_ANY})(?!\w)"
    # a second name of the same paper: `(MoU)`, `/ MoU`, `atau MoU`
    rf"(?:\s*(?:\(\s*|/\s*|atau\s+|alias\s+)(?P<alias>{_ANY})(?!\w)(?:\s*\))?)?"
    # and a third: `Nota Kesepahaman atau Memorandum of Understanding (MoU)`, `Perjanjian Kerja Sama (PKS) atau MoU`
    rf"(?:\s*(?:\(\s*|atau\s+)(?P<third>{_ANY})(?!\w)(?:\s*\))?)?",
    re.IGNORECASE,
)
_PLAIN_PATTERN: Final = re.compile(rf"(?<!\w)(?P<name>{'|'.join(p for _, p in _PLAIN)})(?!\w)", re.IGNORECASE)
_KIND_OF: Final = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _NAMES + _PLAIN)
_NUMBER: Final = re.compile(
    r"[^.;\n]{0,40}?\b(?:(?:ber)?nomor|no)\b\s?[.:]?\s{0,2}:?\s{0,2}(?P<number>[A-Z0-9][\w.]{0,20}[/-][\w./-]{1,40}\w)",
    re.IGNORECASE,
)
# PKS is also a party (Fraksi PKS) and a palm-oil mill (pabrik kelapa sawit, PKS).
_NOT_PKS_BEFORE: Final = re.compile(r"(?:fraksi|partai|politisi|kader|dpp|dpd|dpc|dpw|pabrik|sawit|ketua)\W{1,3}$")
_NOT_PKS_AFTER: Final = re.compile(r"\s{0,2}(?:sawit|milik)\b")
# Written small, it is a plan to cooperate and no paper: `membahas rencana kerja sama`.
_PLAN: Final = re.compile(r"[Rr]encana\s+kerja\s+sama")
_OPENINGS: Final = Openings(
    {
        "named": (
            *("adendum", "addendum", "deklarasi", "dokumen", "kesepakatan", "komitmen", "kontrak", "letter", "memo"),
            *("moa", "mou", "mo.u", "m.o", "naskah", "nks", "nota", "pejanjian", "perjanjian", "pernyataan", "piagam"),
            *("pks", "rencana", "surat"),
        ),
        "plain": ("ikatan", "jalinan", "kerja", "kesepakatan", "perjanjian"),
    }
)


@lru_cache(maxsize=256)  # the same few names stand in every article
def kind_of(name: str) -> InstrumentKind:
    """The kind of a document by its name; `lainnya` for a name that no pattern covers wholly."""
    for kind, pattern in _KIND_OF:
        if pattern.fullmatch(name.strip()):
            return kind
    return "lainnya"


def _is_other_pks(layout: Layout, match: re.Match[str]) -> bool:
    if match["name"].lower() != "pks":
        return False
    before = layout.lower[max(0, match.start() - 20) : match.start()]
    return bool(_NOT_PKS_BEFORE.search(before) or _NOT_PKS_AFTER.match(layout.lower, match.end()))


def find(layout: Layout) -> list[Mention[InstrumentMention]]:
    """All documents named in the article, and the plain words that stand for one, in order of place."""
    places = _OPENINGS.places(layout.lower)
    found: list[Mention[InstrumentMention]] = []
    taken: list[Span] = []
    for match in matches_at(_PATTERN, layout.text, places.get("named", ())):
        if _is_other_pks(layout, match) or _PLAN.fullmatch(match["name"]):
            continue
        end = match.start() + len(match[0].rstrip())
        kind: InstrumentKind = "adendum" if match["addendum"] else kind_of(match["name"])
        # what stands behind `adendum` is the paper that it amends
        others = [] if match["addendum"] else [kind_of(name) for name in match.group("alias", "third") if name]
        alias = next((other for other in others if other != kind), None)
        number = _NUMBER.match(layout.text, end)
        value = InstrumentMention(
            kind,
            alias,
            number["number"] if number else None,
        )
        span = Span(match.start(), end)
        found.append(Mention(span, LABEL, value, f"instruments.{kind}", 0.95))
        taken.append(span)
    for match in matches_at(_PLAIN_PATTERN, layout.text, places.get("plain", ())):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            value = InstrumentMention(kind_of(match["name"]), plain=True)
            found.append(Mention(span, LABEL, value, "instruments.plain", 0.3))
    return sorted(found, key=by_place)


def describe(value: InstrumentMention) -> str:
    """Short form for examples: `kind`, `kind=alias`, `kind#number`, `~kind` for a plain word."""
    text = ("~" if value.plain else "") + value.kind
    if value.alias:
        text += f"={value.alias}"
    return f"{text}#{value.number}" if value.number else text


EXAMPLES: Final = (
    ("Kedua pihak meneken [Nota Kesepahaman (MoU)] di aula.", "nota_kesepahaman"),
    ("Bupati menandatangani [Memorandum of Understanding (MoU)].", "nota_kesepahaman"),
    ("[Nota Kesepahaman atau Memorandum of Understanding (MoU)] itu berlaku dua tahun.", "nota_kesepahaman"),
    ("TEKEN [MOU], PEMKAB LINDUNGI PEKERJA", "nota_kesepahaman"),
    ("Penandatanganan [perjanjian kerja sama (PKS)] berlangsung pagi.", "perjanjian_kerja_sama"),
    ("Penandatanganan [perjanjian kerjasama] berlangsung pagi.", "perjanjian_kerja_sama"),
    ("Keduanya membubuhkan tanda tangan pada [PKS (MoU)].", "perjanjian_kerja_sama=nota_kesepahaman"),
    ("[Perjanjian Kerja Sama (PKS) atau MoU] itu berlaku.", "perjanjian_kerja_sama=nota_kesepahaman"),
    ("[MoU atau nota kesepakatan] sudah jadi.", "nota_kesepahaman=nota_kesepakatan"),
    ("menandatangani [Nota Kesepakatan Sinergi] dan [Rencana Kerja]", "nota_kesepakatan; rencana_kerja"),
    ("[NKS] itu ditindaklanjuti.", "nota_kesepakatan"),
    ("meneken [Kesepakatan Bersama] tentang jaminan sosial", "kesepakatan_bersama"),
    (
        "[PKS] Nomor PER/21/032023 diteken.",
        "perjanjian_kerja_sama#PER/21/032023",
    ),
    ("[Adendum] diteken kemarin.", "adendum"),
    ("[Adendum perjanjian kerja sama (PKS)] diteken kemarin.", "adendum"),
    ("[Komitmen bersama] diteken kemarin.", "komitmen_bersama"),
    ("Pemkot menjalin [kerja sama] dengan BPJS Ketenagakerjaan.", "~perjanjian_kerja_sama"),
    ("Lahirlah [kesepakatan] itu.", "~kesepakatan_bersama"),
    ("[kontrak kerja sama] selama setahun", "perjanjian_kerja_sama"),
    ("menyerahkan dokumen [Nota Kesepahaman Bersama]", "nota_kesepahaman"),
    ("[memorandum of agreement] diteken", "perjanjian_kerja_sama"),
    ("Rapat itu membahas rencana [kerja sama] keduanya.", "~perjanjian_kerja_sama"),
)
NEGATIVES: Final = (
    "Anggota Fraksi PKS menanyakan anggaran itu.",
    "Limbah pabrik kelapa sawit (PKS) milik perusahaan itu.",
    "Rencana Kerja Pemerintah Daerah disusun tahun ini.",
    "Para pekerja menerima kartu peserta.",
    "Nota dinas dikirim ke bagian umum.",
    "Moumita hadir di sana.",
)
