"""Mentions of BPJS Ketenagakerjaan, the body and its units, and, labelled apart, mentions of BPJS Kesehatan.

The body (UU 24/2011) is written BPJS Ketenagakerjaan, BPJAMSOSTEK (its call name since 2019), BP Jamsostek,
BPJS TK, BPJS Naker, PT Jamsostek (before 2014), and later in a text just BPJS. Units follow its organisation
chart: Kantor Pusat, Kantor Wilayah, Kantor Cabang, Kantor Cabang Perintis (`text/bpjs_units.py`). A span runs
from the unit words before the body's name to the unit's name, without the office (`Kepala`, `Deputi …`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ahocorasick_rs import AhoCorasick

from sepakat.text.article import Mention, Span, by_place
from sepakat.text.bpjs_offices import UnitLevel, regional_office, words_of
from sepakat.text.bpjs_units import (
    last_word,
    level_of,
    name_of_lone_unit,
    office_before,
    rest_of_list,
    unit_after,
    unit_alone,
    unit_before,
)
from sepakat.text.layout import Layout, Sentence

LABEL: Final = "bpjs"
LABEL_KESEHATAN: Final = "bpjs_kesehatan"


@dataclass(frozen=True, slots=True)
class BpjsMention:
    """One mention of BPJS Ketenagakerjaan (or, labelled `bpjs_kesehatan`, of BPJS Kesehatan).

    Attributes:
        level: Level of the unit; None for the body as such.
        name: The unit's name as written, without the words that say the level.
        explicit: Whether a word of the text says the level (a level word, or the office before it).
        role: `body`, or `programme` where the name stands for the insurance (`peserta BPJS Ketenagakerjaan`).
        name_span: Where the name stands.
    """

    level: UnitLevel | None = None
    name: str | None = None
    explicit: bool = False
    role: Literal["body", "programme"] = "body"
    name_span: Span | None = None


# All patterns run on the lower-cased text.
_NAKER: Final = (
    r"(?:ket[a-z]{2,8}k[a-z]{0,2}[rj][a-z]{0,5}a+n?"  # Ketenagkerjaan, Ketanagakerjan, Keternagakerjaan
    r"|ket[a-z]{2,7}[ -]\s?kerja+n?|ketenegaerjaan|tenaga\s{1,2}kerja|naker)"
)
_CALL_NAME: Final = r"(?:bp[ \n-]?jam(?:sos|os|so|sot)tek|bpjs[ -]?jamsostek|bpjs[ -]?(?:tk|tt)|bpjs[ -]naker)"
_AGENCY: Final = r"badan\s{1,2}penyelengg?ara(?:an)?\s{1,2}jaminan\s{1,2}sos?ial\s{1,2}(?:\(\s?bpjs\s?\)\s{0,2})?"
_BODY: Final = re.compile(
    rf"""(?<!\w)(?:
        (?P<full>(?:{_AGENCY}|bpjs(?:\s{{1,2}}|-)|bpjs(?=ketenaga)){_NAKER}
          | {_CALL_NAME}
          | pt\.?\s{{1,2}}jamsostek(?:\s{{1,2}}\(persero\))?)
        (?!\w|\.go\.id)
        (?:\s{{0,2}}[(/]\s?(?:{_CALL_NAME}|bpjs(?:\s{{1,2}}{_NAKER})?|jamsostek)\s?\)?(?!\w))?
      | (?P<kesehatan>(?:{_AGENCY}|bpjs(?:[ -]|\s?\(\s?)?)kes(?:ehat[a-z]{{0,3}})?)(?!\w)
        (?:\s{{1,2}}(?:dan|&|maupun|serta|atau)\s{{1,2}}(?P<and_naker>{_NAKER})(?!\w)\)?)?
      | (?P<both>(?:kedua|dua)\s{{1,2}}(?:badan\s{{1,2}})?bpjs)(?!\w)
      | (?P<programme>jaminan\s{{1,2}}sosial\s{{1,2}}(?:\(jamsos\)\s{{1,2}})?{_NAKER})(?!\w)
      | (?P<jamsostek>jamsostek)(?!\w)
      | (?P<bare>bpjs)(?![\w-])
    )""",
    re.VERBOSE,
)
_AND_KESEHATAN: Final = re.compile(  # on the text as written
    r"\s{1,2}(?:dan|&|maupun|serta|atau)\s{1,2}([Kk]esehatan|KESEHATAN)(?!\w|\s{1,2}[A-Z])"
)
_PROGRAMME: Final = words_of("programme")
# Another body with branches and regional offices of its own, next to a unit named without BPJS.
_FOREIGN: Final = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words_of('foreign')))})(?!\w)")
_BODY_STARTS: Final = (
    *("bpj", "bp jam", "bp-jam", "bp\njam", "jamsostek", "badan", "jaminan"),
    *("pt", "kedua", "dua"),
)
_UNIT_STARTS: Final = ("kantor", "kanwil", "kcp", "cabang")
_ANCHORS: Final = AhoCorasick([*_BODY_STARTS, *_UNIT_STARTS])


def find(layout: Layout) -> list[Mention[BpjsMention]]:
    """All mentions in order of place; those of BPJS Kesehatan carry the label `bpjs_kesehatan`."""
    lower = layout.lower
    if "bpjs" not in lower and "jamsostek" not in lower and "jaminan sosial" not in lower:
        return []
    bodies: list[re.Match[str]] = []
    units: list[re.Match[str]] = []
    for index, start, _ in _ANCHORS.find_matches_as_indexes(lower):
        if index >= len(_BODY_STARTS):
            if unit := unit_alone(lower, start):
                units.append(unit)
        elif (not bodies or start >= bodies[-1].end()) and (body := _BODY.match(lower, start)):
            bodies.append(body)
    named = any(m["full"] for m in bodies)
    kesehatan = any(m["kesehatan"] or m["both"] for m in bodies)
    sorts = _sorts(layout, bodies) if kesehatan else {}
    found = [mention for m in bodies for mention in _read(layout, m, named=named, kesehatan=kesehatan, sorts=sorts)]
    if named and units:
        found.extend(_lone_units(layout, units, found))
    return sorted(found, key=by_place)


def _read(
    layout: Layout,
    match: re.Match[str],
    *,
    named: bool,
    kesehatan: bool,
    sorts: Mapping[Sentence | None, set[str | None]],
) -> Iterator[Mention[BpjsMention]]:
    """The mentions at one match; bare `BPJS` is weak, and a unit of BPJS Kesehatan or silent beside that."""
    span = Span(*match.span())
    if match["full"]:
        yield from _body(layout, span, 0.9, "bpjs.name")
        if other := _AND_KESEHATAN.match(layout.text, span.end):
            yield _kesehatan(Span(*other.span(1)))
    elif match["and_naker"]:
        yield _kesehatan(Span(*match.span("kesehatan")))
        yield Mention(span, LABEL, BpjsMention(), "bpjs.both", 0.8)
    elif match["kesehatan"]:
        for mention in _body(layout, span, 0.9, "bpjs.kesehatan"):
            yield replace(mention, label=LABEL_KESEHATAN)
    elif match["both"]:
        yield Mention(span, LABEL, BpjsMention(), "bpjs.both", 0.7)
        yield _kesehatan(span)
    elif match["programme"]:
        yield Mention(span, LABEL, BpjsMention(role="programme"), "bpjs.programme", 0.9)
    elif match["jamsostek"]:
        yield from _jamsostek(layout, span)
    elif not kesehatan:
        yield from _body(layout, span, 0.5 if named else 0.3, "bpjs.bare")
    elif sorts.get(layout.sentence_at(span.start)) == {"kesehatan", "bare"}:
        for mention in _body(layout, span, 0.5, "bpjs.bare"):
            if mention.value.level is not None:  # `Kepala BPJS Cabang Solok`
                yield replace(mention, label=LABEL_KESEHATAN)


def _sorts(layout: Layout, bodies: Sequence[re.Match[str]]) -> dict[Sentence | None, set[str | None]]:
    """Which sorts of names stand in each sentence."""
    sorts: dict[Sentence | None, set[str | None]] = {}
    for body in bodies:
        sorts.setdefault(layout.sentence_at(body.start()), set()).add(body.lastgroup)
    return sorts


def _kesehatan(span: Span) -> Mention[BpjsMention]:
    return Mention(span, LABEL_KESEHATAN, BpjsMention(), "bpjs.kesehatan", 0.9)


def _jamsostek(layout: Layout, span: Span) -> Iterator[Mention[BpjsMention]]:
    """`Jamsostek` alone: the body if a unit follows or it stands as a name, else the programme."""
    for mention in _body(layout, span, 0.4, "bpjs.jamsostek"):
        if mention.value.level is None and not layout.text[span.start].isupper():
            mention = replace(mention, value=BpjsMention(role="programme"))
        yield mention


def _body(layout: Layout, body: Span, score: float, rule: str) -> Iterator[Mention[BpjsMention]]:
    """The body's name with the unit words around it, and the further units of a list."""
    before = unit_before(layout, body.start)
    office = office_before(layout.lower, before.start)
    after = unit_after(layout, body.end, office)
    name = after.name or before.name
    level, explicit = after.level or before.level or office, True
    if level is None or (name and level == "pusat"):
        level, explicit = _inferred_level(layout, name), False
    value = BpjsMention(level, _written(layout, name), explicit, name_span=name)
    if name is None and last_word(layout.lower, before.start) in _PROGRAMME:
        value = replace(value, role="programme")
    span = Span(before.start, max(body.end, after.end))
    yield Mention(span, LABEL, value, rule, round(score + 0.05, 2) if name and explicit else score)
    if level in ("kantor_cabang", "kantor_cabang_perintis") and after.name:
        for item, item_name in rest_of_list(layout, span.end):
            unit = replace(value, name=_written(layout, item_name), name_span=item_name)
            yield Mention(item, LABEL, unit, rule, round(score - 0.1, 2))


def _inferred_level(layout: Layout, name: Span | None) -> UnitLevel | None:
    """The level of a unit that only its name tells: a branch, unless the name is a Kantor Wilayah's."""
    if name is None:
        return None
    return "kantor_wilayah" if regional_office(name.of(layout.text), with_level=False) else "kantor_cabang"


def _written(layout: Layout, name: Span | None) -> str | None:
    return " ".join(name.of(layout.text).split()) if name else None


def _lone_units(
    layout: Layout, units: list[re.Match[str]], found: list[Mention[BpjsMention]]
) -> Iterator[Mention[BpjsMention]]:
    """`Kanwil Sumbagsel`, `Kepala Cabang Pringsewu` without the body's name, which stands elsewhere.

    A branch only in a sentence that names the body; nothing next to another body that has such offices.
    """
    taken = sorted(m.span for m in found)
    for match in units:
        before = bisect_right(taken, Span(match.start(), 1 << 60)) - 1
        if before >= 0 and match.start() < taken[before].end:
            continue
        level, name = level_of(match), name_of_lone_unit(layout, match)
        if name is None or _FOREIGN.search(layout.lower, max(0, match.start() - 30), name.end + 20):
            continue
        if level != "kantor_wilayah" and not _body_in_sentence(layout, match.start(), taken):
            continue
        value = BpjsMention(level, _written(layout, name), True, name_span=name)
        yield Mention(Span(match.start(), name.end), LABEL, value, "bpjs.unit", 0.6)


def _body_in_sentence(layout: Layout, offset: int, bodies: list[Span]) -> bool:
    sentence = layout.sentence_at(offset)
    if sentence is None:
        return False
    first = bisect_left(bodies, Span(sentence.span.start, 0))
    return first < len(bodies) and bodies[first].start < sentence.span.end


def describe(value: BpjsMention) -> str:
    """Short form for examples: `level/name`, `level`, `bpjs`, or `programme`."""
    if value.role == "programme":
        return "programme"
    return "/".join(filter(None, (value.level or "bpjs", value.name)))


EXAMPLES: Final = (
    ("Pemkab bekerja sama dengan [BPJS Ketenagakerjaan].", "bpjs"),
    ("Kepala [BPJS Ketenagakerjaan Cabang Bandar Lampung] Rahmawati hadir.", "kantor_cabang/Bandar Lampung"),
    (
        "[Badan Penyelenggara Jaminan Sosial (BPJS) Ketenagakerjaan Cabang Lampung Tengah] Edi Wiyono",
        "kantor_cabang/Lampung Tengah",
    ),
    ("[Badan Penyelenggara Jaminan Sosial Ketenagakerjaan (BPJAMSOSTEK)] hadir.", "bpjs"),
    (
        "Deputi Direktur [BPJamsostek Wilayah Sumatera Bagian Selatan] Bayu Kurnia",
        "kantor_wilayah/Sumatera Bagian Selatan",
    ),
    ("Kepala [BPJamsostek KCP Kota Metro] Hendra", "kantor_cabang_perintis/Kota Metro"),
    ("Kepala [Cabang BPJS Ketenagakerjaan Lampung] Rahmawati, disela acara", "kantor_cabang/Lampung"),
    ("Kepala [BPJamsostek Bandar Lampung] Joko Susilo hadir.", "kantor_cabang/Bandar Lampung"),
    ("Kepala [BPJS Ketenagakerjaan Bekasi Kota] Imam Santosa hadir.", "kantor_cabang/Bekasi Kota"),
    ("Kepala [BPJS Ketenagakerjaan Jakarta Cilandak] Budi Santosa hadir.", "kantor_cabang/Jakarta Cilandak"),
    ("Kepala [BPJS Ketenagakerjaan] Suci Lestari hadir.", "bpjs"),  # Suci is a branch, and a first name
    ("Kepala [Kantor Wilayah BPJS Ketenagakerjaan Sumbagut] hadir.", "kantor_wilayah/Sumbagut"),
    ("Kepala [Kantor Wilayah Banten BPJS Ketenagakerjaan] Agus Salim", "kantor_wilayah/Banten"),
    ("Deputi Direktur [Wilayah Jawa Timur BPJS Ketenagakerjaan] Agus", "kantor_wilayah/Jawa Timur"),
    (
        "Kepala [BPJS Ketenagakerjaan wilayah Sumbar, Riau, dan Kepri], Andri,",
        "kantor_wilayah/Sumbar, Riau, dan Kepri",
    ),
    ("[BPJS Ketenagakerjaan Wilayah Kanwil Jateng & DIY] hadir.", "kantor_wilayah/Jateng & DIY"),
    ("Kepala Kantor [BPJS Ketenagakerjaan Wilayah Provinsi Banten] hadir.", "kantor_wilayah/Banten"),
    ("Kakanwil [BPJS Ketenagakerjaan Jatim] Bayu hadir.", "kantor_wilayah/Jatim"),
    ("Direktur Keuangan [BPJS Ketenagakerjaan] Bayu hadir.", "pusat"),
    ("[Kantor Pusat BPJS Ketenagakerjaan] di Jakarta.", "pusat"),
    ("Direktur RSUD bersama [BPJS Ketenagakerjaan] meneken PKS.", "bpjs"),
    (
        "Kepala [Cabang BPJS Ketenagakerjaan wilayah Cikokol], [Batuceper] dan [Tangerang].",
        "kantor_cabang/Cikokol; kantor_cabang/Batuceper; kantor_cabang/Tangerang",
    ),
    (
        "[BPJS Ketenagakerjaan Kantor Cabang Salemba] dan [Kantor Cabang Gambir] hadir.",
        "kantor_cabang/Salemba; kantor_cabang/Gambir",
    ),
    ("[BPJS Ketenagakerjaan Bandung Cabang Suci] hadir.", "kantor_cabang/Suci"),
    ("[BPJS Ketenagakerjaan (BP Jamsostek) Cabang Dumai] hadir.", "kantor_cabang/Dumai"),
    ("[BPJS TK], [BPJSTK], [BPJS-TT], [BPJS Naker], [BP Jamsostek]", "; ".join(["bpjs"] * 5)),
    ("[BPJS Ketenagkerjaan], [BPJS Keternagakerjaan] dan [BPJS Ketengakerjaan]", "bpjs; bpjs; bpjs"),
    ("[PT Jamsostek (Persero) Cabang Solok] hadir.", "kantor_cabang/Solok"),
    ("Kepala [BPJS Ketenagakerjaan Cabang Sukadana] Imam Santosa hadir.", "kantor_cabang/Sukadana"),
    ("Kepala [BPJS Ketenagakerjaan Cabang Tanjung Selor] Imam", "kantor_cabang/Tanjung Selor"),
    ("Kepala [BPJS Ketenagakerjaan Cabang Mekar Sari], Imam Santosa,", "kantor_cabang/Mekar Sari"),
    ("[Kantor Cabang BPJS Ketenagakerjaan Kabupaten Bogor], Andi,", "kantor_cabang/Kabupaten Bogor"),
    ("Pemkot Metro-[BPJamsostek] Teken Kerja Sama", "bpjs"),
    ("[BPJS KETENAGAKERJAAN CABANG SOLOK] TEKEN MOU", "kantor_cabang/SOLOK"),
    ("[BPJS Ketenagakerjaan] Buru Penunggak Iuran", "bpjs"),  # Buru is a regency, and a verb
    (
        "[BPJS Ketenagakerjaan] hadir. Kepala [Kanwil Sumbagsel] memberi sambutan.",
        "bpjs; kantor_wilayah/Sumbagsel",
    ),
    ("peserta [BPJS Ketenagakerjaan] dan kartu [BPJS TK]", "programme; programme"),
    ("program [jaminan sosial ketenagakerjaan] di desa", "programme"),
    ("perlindungan [jamsostek] bagi nelayan", "programme"),
    ("[BPJAMSOSTEK], kata Kepala Kantor [BPJAMOSTEK Batam Nagoya], Rudi", "bpjs; kantor_cabang/Batam Nagoya"),
    ("[BPJS Ketenagakerjaan] hadir. [BPJS] siap membantu.", "bpjs; bpjs"),
    ("Kepala Kantor [BPJS Pangkalpinang] Hasan", "kantor_cabang/Pangkalpinang"),
    ("[BPJS Kesehatan] tidak ikut, bukan BPJS itu.", "bpjs"),
    ("Kepala [Cabang Metro dari BPJS Kesehatan] hadir.", "kantor_cabang/Metro"),
    (
        "[BPJS Kesehatan] hadir, diwakili Kepala [BPJS Cabang Solok].",
        "bpjs; kantor_cabang/Solok",
    ),
    ("Direktur [BPJS Ketenagakerjaan] dan [Kesehatan].", "pusat; bpjs"),
)
NEGATIVES: Final = (
    "Jaminan kesehatan bagi warga miskin.",
    "Badan Penyelenggara Pemilu hadir.",
    "Kunjungi www.bpjsketenagakerjaan.go.id untuk mendaftar.",
    "Kepala Cabang Bank Lampung hadir.",
    "Kantor Wilayah Kemenag Provinsi Jambi.",
    "KCP Bank BRI Pringsewu dibuka.",
    "Kepala Kanwil Sumbagsel hadir.",  # nothing tells of which body
    "jaminan sosial bagi lansia",
    "BPJSX adalah nama lain.",
    "Dinas Tenaga Kerja Kota Metro",
    "badan jaminan produk halal",
    "kedua badan itu bekerja sama",
    "PT Jamkrindo Cabang Solok",
    "Kejaksaan Negeri Lampung Tengah",
    "Ketenagakerjaan adalah urusan wajib.",
    "Kementerian Ketenagakerjaan memberi arahan.",
    "Jaminan Kecelakaan Kerja dan Jaminan Kematian",
    "UU Ketenagakerjaan Nomor 13 Tahun 2003",
    "Dua badan usaha hadir.",
    "Kantor Cabang Perintis dibuka di Lahat.",
)
