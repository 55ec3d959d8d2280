"""Mentions of BPJS Ketenagakerjaan: the body, its units and, under a label of their own, mentions of BPJS Kesehatan.

The body (UU 24/2011) is written BPJS Ketenagakerjaan, BPJAMSOSTEK (its call name since 2019), BP Jamsostek, BPJS TK,
BPJS Naker, PT Jamsostek (before 2014), and later in a text just BPJS. Units follow its organisation chart: Kantor Pusat,
Kantor Wilayah, Kantor Cabang, Kantor Cabang Perintis. A span runs from the unit words before the body's name to the
unit's name, without the office (`Kepala`, `Deputi Direktur`); where the name ends is told by `text/bpjs_names.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from sepakat.text.article import Mention, Span
from sepakat.text.bpjs_names import (
    UnitLevel,
    branch,
    known_name_at,
    regional_name_at,
    regional_office,
    unknown_name_at,
)
from sepakat.text.layout import Layout

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


# --- patterns, all on the lower-cased text -----------------------------------------------------------------------

_NAKER: Final = (  # Ketenagakerjaan and its misspellings: Ketenagkerjaan, Ketanagakerjan, Keternagakerjaan, Ketenaga kerjaan
    r"(?:ket[a-z]{2,8}k[a-z]{0,2}[rj][a-z]{0,5}a+n?|ket[a-z]{2,7}[ -]\s?kerja+n?|ketenegaerjaan|tenaga\s{1,2}kerja|naker)"
)
_CALL_NAME: Final = r"(?:bp[ -]?jamsostek|bpjs[ -]?jamsostek|bpjs[ -]?(?:tk|tt)|bpjs[ -]naker)"
_AGENCY: Final = r"badan\s{1,2}penyelengg?ara(?:an)?\s{1,2}jaminan\s{1,2}sos?ial"
_BODY: Final = re.compile(
    rf"""(?<!\w)(?:
        (?P<full>(?:{_AGENCY}\s{{1,2}}(?:\(\s?bpjs\s?\)\s{{0,2}})?|bpjs(?:\s{{1,2}}|-)|bpjs(?=ketenaga)){_NAKER}
          | {_CALL_NAME}
          | pt\.?\s{{1,2}}jamsostek(?:\s{{1,2}}\(persero\))?)
        (?!\w|\.go\.id)(?:\s{{0,2}}[(/]\s?(?:{_CALL_NAME}|bpjs(?:\s{{1,2}}{_NAKER})?|jamsostek)\s?\)?(?!\w))?
      | (?P<kesehatan>(?:{_AGENCY}\s{{1,2}}(?:\(\s?bpjs\s?\)\s{{0,2}})?|bpjs[ -]?)kes(?:ehat[a-z]{{0,3}})?)(?!\w)
        (?:\s{{1,2}}(?:dan|&|maupun|serta|atau)\s{{1,2}}(?P<and_naker>{_NAKER})(?!\w))?
      | (?P<both>(?:kedua|dua)\s{{1,2}}(?:badan\s{{1,2}})?bpjs)(?!\w)
      | (?P<programme>jaminan\s{{1,2}}sosial\s{{1,2}}(?:\(jamsos\)\s{{1,2}})?{_NAKER})(?!\w)
      | (?P<jamsostek>jamsostek)(?!\w)
      | (?P<bare>bpjs)(?![\w-])
    )""",
    re.VERBOSE,
)
_AND_KESEHATAN: Final = re.compile(r"\s{1,2}(?:dan|&|maupun|serta|atau)\s{1,2}([Kk]esehatan|KESEHATAN)(?!\w|\s{1,2}[A-Z])")

_LEVEL_WORDS: Final = r"""(?:
    (?P<kantor_cabang_perintis>(?:kantor|kacab|kancab)\s{1,2}(?:cabang\s{1,2})?(?:perintis|pembantu)|cabang\s{1,2}perintis|kcp)
  | (?P<kantor_cabang>kantor\s{1,2}cabang(?:\s{1,2}(?:utama|induk))?|kacab|kancab|cabang|cab\.|kc)
  | (?P<kantor_wilayah>(?:kantor\s{1,2})?wilayah\s{1,2}kanwil|kantor\s{1,2}wilayah|kanwil)
  | (?P<wilayah>wilayah)
  | (?P<pusat>kantor\s{1,2}pusat|pusat)
)(?!\w)"""
_LEVEL_AFTER: Final = re.compile(rf"[ \n]{{1,2}}{_LEVEL_WORDS}(?:\s{{1,2}}cabang(?!\w))?\s?:?\s{{0,2}}", re.VERBOSE)
_LEVEL_BEFORE: Final = re.compile(rf"(?<!\w){_LEVEL_WORDS}", re.VERBOSE)
_GAP: Final = re.compile(r"\s{1,2}|-")

_HEAD_OF: Final = r"(?:(?:wakil\s{1,2})?(?:kepala|pimpinan|ketua)\s{1,2}(?:kantor\s{1,2})?|pps\s{1,2})"
_PORTFOLIO: Final = (  # of the members of the Direksi
    "utama|kepesertaan|keuangan|pelayanan|investasi|pengembangan|perencanaan|strategis|strategi|teknologi|informasi|umum"
    "|sdm|human|capital|perluasan|hubungan|antar|lembaga|kepatuhan|manajemen|risiko|pemasaran|dan|&"
)
_OFFICE: Final = re.compile(
    rf"""(?:
        (?P<kantor_wilayah>(?:wa)?kakanwil|{_HEAD_OF}(?:kanwil|wilayah)|deputi\s{{1,2}}(?:direktur(?:\s{{1,2}}wilayah)?)?)
      | (?P<kantor_cabang_perintis>{_HEAD_OF}(?:kcp|cabang\s{{1,2}}perintis))
      | (?P<kantor_cabang>kakacab|kacab|{_HEAD_OF}cabang)
      | (?P<pusat>(?<!deputi\s)(?:direktur|dirut|direksi|dewan\s{{1,2}}pengawas)(?:\s{{1,2}}(?:{_PORTFOLIO})(?!\w)){{0,6}})
    )\s{{0,2}}$""",
    re.VERBOSE,
)
_HEADS_AREA: Final = re.compile(rf"(?:{_HEAD_OF}|deputi\s{{1,2}}(?:direktur\s{{1,2}})?)$")
_PROGRAMME_BEFORE: Final = re.compile(
    r"(?<!\w)(?:peserta|kepesertaan|keikutsertaan|keanggotaan|anggota|kartu|program|iuran|premi|manfaat|santunan"
    r"|perlindungan|terlindungi|klaim|jaminan|asuransi|cakupan|coverage|tunggakan|pembayaran|saldo|bantuan|memiliki"
    r"|punya|ikut|mengikuti|mendapat(?:kan)?|terdaftar|didaftarkan|ter-?cover|di-?cover|uang|dana)\s{1,2}$"
)
_REACH: Final = 70  # code points looked back for unit words and the office
# Another body with branches and regional offices of its own, next to a unit named without BPJS.
_FOREIGN: Final = re.compile(
    r"(?<!\w)(?:bank|bri|bni|btn|bsi|bjb|mandiri|kemenag|kementerian|kemenkum(?:ham)?|djp|pajak|djbc|bulog|pln|pos"
    r"|pegadaian|jamkrindo|askrindo|jasa\s+raharja|taspen|asabri|perum|pt|muhammadiyah|ansor|kejaksaan|bpn|ojk|kesehatan"
    r"|partai|pengadilan|imigrasi|bea|telkom|telkomsel|pertamina|bapas|lapas|ditjenpas)(?!\w)"
)
_ALONE: Final = re.compile(
    r"(?<![\w-])(?:(?P<kantor_wilayah>kantor\s{1,2}wilayah|kanwil)|(?P<kantor_cabang_perintis>kantor\s{1,2}cabang\s{1,2}"
    r"perintis|kcp)|(?P<kantor_cabang>kantor\s{1,2}cabang|(?<=kepala\s)cabang))\s{1,2}"
)
_NEXT_IN_LIST: Final = re.compile(
    r"\s{0,2}(?:,\s{0,2}(?P<comma_and>(?:dan|serta)\s{1,2})?|\s(?P<and>(?:dan|serta|&)\s{1,2}))"
    r"(?P<word>(?:kantor\s{1,2}cabang|kacab|cabang|kcp)\s{1,2})?"
)


def find(layout: Layout) -> list[Mention[BpjsMention]]:
    """All mentions in order of place; those of BPJS Kesehatan carry the label `bpjs_kesehatan`."""
    lower = layout.lower
    if "bpjs" not in lower and "jamsostek" not in lower and "jaminan sosial" not in lower:
        return []
    matches = list(_BODY.finditer(lower))
    kesehatan = any(m["kesehatan"] or m["both"] for m in matches)
    named = any(m["full"] for m in matches)
    found: list[Mention[BpjsMention]] = []
    for match in matches:
        kind = match.lastgroup if match.lastgroup != "and_naker" else "kesehatan"
        if kind == "full":
            found.extend(_body(layout, match.span("full")[0], match.end(), 0.9, "bpjs.name"))
            if other := _AND_KESEHATAN.match(layout.text, match.end()):
                found.append(_kesehatan(Span(*other.span(1))))
        elif kind == "kesehatan":
            found.extend(_kesehatan_and(layout, match))
        elif kind == "both":
            span = Span(*match.span())
            found += [Mention(span, LABEL, BpjsMention(), "bpjs.both", 0.7), _kesehatan(span)]
        elif kind == "programme":
            value = BpjsMention(role="programme")
            found.append(Mention(Span(*match.span()), LABEL, value, "bpjs.programme", 0.9))
        elif kind == "jamsostek":
            found.extend(_jamsostek(layout, *match.span()))
        elif not kesehatan:
            found.extend(_body(layout, *match.span(), 0.5 if named else 0.3, "bpjs.bare"))
    if named:
        found.extend(_units_alone(layout, found))
    return sorted(found, key=lambda mention: mention.span)


def _kesehatan(span: Span) -> Mention[BpjsMention]:
    return Mention(span, LABEL_KESEHATAN, BpjsMention(), "bpjs.kesehatan", 0.9)


def _kesehatan_and(layout: Layout, match: re.Match[str]) -> Iterator[Mention[BpjsMention]]:
    """BPJS Kesehatan with its unit, and the sister body in `BPJS Kesehatan dan Ketenagakerjaan`."""
    start, end = match.span("kesehatan")
    if match["and_naker"]:
        yield _kesehatan(Span(start, end))
        yield Mention(Span(start, match.end()), LABEL, BpjsMention(), "bpjs.both", 0.8)
    else:
        for mention in _body(layout, start, end, 0.9, "bpjs.kesehatan"):
            yield replace(mention, label=LABEL_KESEHATAN)


def _jamsostek(layout: Layout, start: int, end: int) -> Iterator[Mention[BpjsMention]]:
    """`Jamsostek` alone: the body if a unit follows or it stands as a name, else the programme."""
    mentions = list(_body(layout, start, end, 0.4, "bpjs.jamsostek"))
    if mentions[0].value.level is None and not layout.text[start].isupper():
        value = BpjsMention(role="programme")
        mentions = [Mention(Span(start, end), LABEL, value, "bpjs.jamsostek", 0.4)]
    yield from mentions


def _body(layout: Layout, start: int, end: int, score: float, rule: str) -> Iterator[Mention[BpjsMention]]:
    """The body's name at `[start, end)` with the unit words around it, and the further units of a list."""
    unit = _unit_before(layout, start)
    begin = unit.start
    office = _office_before(layout.lower, begin)
    after = _unit_after(layout, end, office)
    level = after.level or unit.level or office
    name = after.name or unit.name
    explicit = level is not None
    if name and (level is None or level == "pusat"):
        written = name.of(layout.text)
        level = "kantor_wilayah" if regional_office(written, with_level=False) else "kantor_cabang"
        explicit = False
    value = BpjsMention(level, _clean(name, layout.text), explicit, name_span=name)
    span = Span(begin, max(end, after.end))
    if name is None and _PROGRAMME_BEFORE.search(layout.lower[max(0, begin - 24) : begin]):
        value = replace(value, role="programme")
    yield Mention(span, LABEL, value, rule, min(0.95, score + 0.05 * explicit) if name else score)
    if name and level in ("kantor_cabang", "kantor_cabang_perintis"):
        yield from _rest_of_list(layout, span.end, value, rule, score)


@dataclass(frozen=True, slots=True)
class _Unit:
    """Unit words on one side of the body's name: `[start, end)` with their level and the span of the name."""

    start: int
    end: int
    level: UnitLevel | None = None
    name: Span | None = None


def _level(match: re.Match[str]) -> UnitLevel | None:
    levels: dict[str, UnitLevel] = {
        "pusat": "pusat",
        "kantor_wilayah": "kantor_wilayah",
        "kantor_cabang": "kantor_cabang",
        "kantor_cabang_perintis": "kantor_cabang_perintis",
    }
    return levels.get(match.lastgroup or "")


def _unit_before(layout: Layout, start: int) -> _Unit:
    """`Kantor Cabang`, `KCP`, `Kantor Wilayah Banten` … directly before the body's name."""
    left = max(0, start - _REACH)
    nothing = _Unit(start, start)
    word = None
    for word in _LEVEL_BEFORE.finditer(layout.lower, left, start):
        pass
    if word is None:
        return nothing
    level, between = _level(word), layout.text[word.end() : start]
    if word[0] in ("kacab", "pusat"):  # here an office (`Kacab BPJS Ketenagakerjaan`) or part of another word group
        return nothing
    if word["wilayah"] and not _HEADS_AREA.search(layout.lower, left, word.start()):
        return nothing
    if between.isspace() and len(between) < 3:
        return _Unit(word.start(), start, level) if level else nothing
    gap = _GAP.match(layout.text, word.end())
    name = _name_at(layout, gap.end(), level or "kantor_wilayah") if gap else None
    if name is None or layout.text[name.end : start].strip(" \n") not in ("", "dari", "pada"):
        return nothing
    return _Unit(word.start(), start, level or "kantor_wilayah", name)


def _unit_after(layout: Layout, end: int, office: UnitLevel | None) -> _Unit:
    """`Cabang Bandar Lampung`, `Wilayah Sumbagsel`, `Bandung Cabang Suci` or a bare name after the body's name."""
    gap = _GAP.match(layout.text, end)
    if gap is None:
        return _Unit(end, end)
    match = _LEVEL_AFTER.match(layout.lower, end)
    if match is None or (match["wilayah"] and not layout.text[match.end() : match.end() + 1].isupper()):
        return _bare_unit(layout, end, gap.end(), office)
    level = _level(match)
    word_end = end + len(layout.text[end : match.end()].rstrip())
    if level == "pusat":
        return _Unit(end, word_end, level)
    if match["wilayah"]:
        return _area(layout, end, match.end(), office)
    name = _name_at(layout, match.end(), level)
    return _Unit(end, name.end if name else word_end, level, name)


def _bare_unit(layout: Layout, end: int, start: int, office: UnitLevel | None) -> _Unit:
    """A name directly after the body's name; `Bandung Cabang Suci` is the unit Suci."""
    name = _name_at(layout, start, office, bare=True)
    if name is None:
        return _Unit(end, end)
    if (inner := _LEVEL_AFTER.match(layout.lower, name.end)) and (level := _level(inner)) == "kantor_cabang":
        second = _name_at(layout, inner.end(), level)
        if second:
            return _Unit(end, second.end, level, second)
    return _Unit(end, name.end, None, name)


def _area(layout: Layout, end: int, start: int, office: UnitLevel | None) -> _Unit:
    """`Wilayah X`: a Kantor Wilayah, unless X is the town of a branch (`Kepala Cabang … wilayah Cikokol`)."""
    regional = regional_name_at(layout.text, layout.lower, start, with_level=True)
    level: UnitLevel = "kantor_wilayah"
    if regional is None and office != "kantor_wilayah":
        level = office if office in ("kantor_cabang", "kantor_cabang_perintis") else level
        known = known_name_at(layout.text, start, with_level=True)
        if known and branch(layout.text[start:known]):
            level = "kantor_cabang"
    name = _name_at(layout, start, level)
    return _Unit(end, name.end, level, name) if name else _Unit(end, end)


def _name_at(layout: Layout, start: int, level: UnitLevel | None, *, bare: bool = False) -> Span | None:
    """The unit's name that begins at `start`; `bare`: no level word stands before it, so only known names count."""
    regional = None
    if level in (None, "kantor_wilayah", "pusat"):
        with_level = level == "kantor_wilayah"
        regional = regional_name_at(layout.text, layout.lower, start, with_level=with_level)
    known = known_name_at(layout.text, start, with_level=not bare)
    if regional and (known is None or regional[1] >= known):
        return Span(*regional)
    if known is None and not bare:
        known = unknown_name_at(layout.text, start)
    return Span(start, known) if known else None


def _office_before(lower: str, start: int) -> UnitLevel | None:
    match = _OFFICE.search(lower, max(0, start - _REACH), start)
    return _level(match) if match else None


def _clean(name: Span | None, text: str) -> str | None:
    return " ".join(name.of(text).split()) if name else None


def _rest_of_list(
    layout: Layout, position: int, first: BpjsMention, rule: str, score: float
) -> Iterator[Mention[BpjsMention]]:
    """`Cabang A` + `, B dan C`: further units of the same level, if the list is closed by `dan` and its names are known."""
    items: list[Mention[BpjsMention]] = []
    sure = False
    while match := _NEXT_IN_LIST.match(layout.lower, position):
        end = known_name_at(layout.text, match.end(), with_level=bool(match["word"]), type_word=False)
        if end is None:
            return
        name = Span(match.end(), end)
        sure = sure or bool(match["word"]) or branch(name.of(layout.text)) is not None
        value = replace(first, name=_clean(name, layout.text), name_span=name)
        items.append(Mention(Span(match.start("word") if match["word"] else name.start, end), LABEL, value, rule, score - 0.1))
        position = end
        if match["and"] or match["comma_and"]:
            if len(items) > 1 or sure:
                yield from items
            return


def _units_alone(layout: Layout, found: list[Mention[BpjsMention]]) -> Iterator[Mention[BpjsMention]]:
    """`Kanwil Sumbagsel`, `Kepala Cabang Pringsewu` without the body's name, in an article that names the body."""
    lower = layout.lower
    for match in _ALONE.finditer(lower):
        if any(m.span.start <= match.start() < m.span.end for m in found):
            continue
        level = _level(match)
        if level == "kantor_wilayah":
            regional = regional_name_at(layout.text, lower, match.end(), with_level=False)
            name = Span(*regional) if regional else None
        else:
            known = known_name_at(layout.text, match.end(), with_level=True)
            name = Span(match.end(), known) if known and _body_in_sentence(layout, match.start(), found) else None
        if name is None or _FOREIGN.search(lower, max(0, match.start() - 30), name.end + 20):
            continue
        value = BpjsMention(level, _clean(name, layout.text), True, name_span=name)
        yield Mention(Span(match.start(), name.end), LABEL, value, "bpjs.unit", 0.6)


def _body_in_sentence(layout: Layout, offset: int, found: list[Mention[BpjsMention]]) -> bool:
    sentence = layout.sentence_at(offset)
    return sentence is not None and any(m.label == LABEL and sentence.span.covers(m.span) for m in found)


def describe(value: BpjsMention) -> str:
    """Short form for examples: `level/name`, `level`, `bpjs`, or `programme`."""
    if value.role == "programme":
        return "programme"
    return "/".join(filter(None, (value.level or "bpjs", value.name)))
