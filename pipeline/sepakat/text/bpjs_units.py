"""Unit words around the name of BPJS Ketenagakerjaan: level, office and the unit's name on either side of it.

`Kantor Cabang`, `Kacab`, `KC`, `Kantor Cabang Perintis`, `KCP`, `Kantor Wilayah`, `Kanwil`, `Wilayah` and
`Kantor Pusat` stand before or after the body's name. The unit's name follows them, or follows the body's name
(a bare town), or stands between them and it (`Kantor Wilayah Banten BPJS Ketenagakerjaan`). The office before
all that tells the level too (`Kakacab`, `Deputi Direktur`, `Direktur Keuangan`), but is no part of the unit.
"""

import re
from dataclasses import dataclass
from typing import Final

from sepakat.text.article import Span
from sepakat.text.bpjs_names import known_name_at, regional_name_at, unknown_name_at
from sepakat.text.bpjs_offices import UnitLevel, branch, words_of
from sepakat.text.layout import Layout


@dataclass(frozen=True, slots=True)
class UnitPhrase:
    """Unit words on one side of the body's name: `[start, end)`, their level, the span of the unit's name."""

    start: int
    end: int
    level: UnitLevel | None = None
    name: Span | None = None


# All patterns run on the lower-cased text. Names of groups are levels; `wilayah` alone leaves the level open.
_LEVEL_WORDS: Final = r"""(?:
    (?P<kantor_cabang_perintis>(?:kantor|kacab|kancab)\s{1,2}(?:cabang\s{1,2})?(?:perintis|pembantu)
        |cabang\s{1,2}perintis|kcp)
  | (?P<kantor_cabang>kantor\s{1,2}cabang(?:\s{1,2}(?:utama|induk))?|kacab|kancab|cabang|cab\.|kc)
  | (?P<kantor_wilayah>(?:kantor\s{1,2})?wilayah\s{1,2}kanwil|kantor\s{1,2}wilayah|kanwil)
  | (?P<wilayah>wilayah)
  | (?P<pusat>kantor\s{1,2}pusat|pusat)
)(?!\w)"""
# `Kantor Wilayah (Kanwil)`, `Kepala Cabang (Kacab)`
_SHORT: Final = r"(?:\s{0,2}\((?:kc|kcp|kacab|kakacab|kanwil|kakanwil|kancab|dirut)\))"
_SHORT_BEFORE: Final = re.compile(_SHORT + r"\s{1,2}$")
_LEVEL_AFTER: Final = re.compile(
    rf"[ \n]{{1,2}}{_LEVEL_WORDS}(?:\s{{1,2}}cabang(?!\w))?{_SHORT}?\s?:?\s{{0,2}}", re.VERBOSE
)
_LEVEL_BEFORE: Final = re.compile(rf"(?<!\w){_LEVEL_WORDS}", re.VERBOSE)
_LEVEL_HINTS: Final = ("cabang", "wilayah", "kanwil", "kcp", "kc ", "kancab", "pusat")  # one must be there
_ALONE: Final = re.compile(
    r"(?<![\w-])(?:(?P<kantor_wilayah>kantor\s{1,2}wilayah|kanwil)"
    r"|(?P<kantor_cabang_perintis>kantor\s{1,2}cabang\s{1,2}perintis|kcp)"
    rf"|(?P<kantor_cabang>kantor\s{{1,2}}cabang|(?<=kepala\s)cabang)){_SHORT}?\s{{1,2}}"
)
_GAP: Final = re.compile(r"\s{1,2}|-")
_HEAD_OF: Final = r"(?:(?:wakil\s{1,2})?(?:kepala|pimpinan|ketua)\s{1,2}(?:kantor\s{1,2})?|pps\s{1,2})"
_HEADS_AREA: Final = re.compile(rf"(?:{_HEAD_OF}|deputi\s{{1,2}}(?:direktur\s{{1,2}})?)$")
_PORTFOLIO: Final = words_of("portfolio")
_OFFICE: Final = re.compile(
    rf"""(?:
        (?P<kantor_wilayah>(?:wa)?kakanwil|{_HEAD_OF}(?:kanwil|wilayah)
            |deputi\s{{1,2}}(?:direktur(?:\s{{1,2}}wilayah)?)?)
      | (?P<kantor_cabang_perintis>{_HEAD_OF}(?:kcp|cabang\s{{1,2}}perintis))
      | (?P<kantor_cabang>kakacab|kacab|{_HEAD_OF}cabang)
      | (?P<pusat>(?<!deputi\s)(?:direktur|dirut|direksi|dewan\s{{1,2}}pengawas)
            (?:\s{{1,2}}(?:{"|".join(sorted(_PORTFOLIO))})(?!\w)){{0,6}})
    )\s{{0,2}}$""",
    re.VERBOSE,
)
_OFFICE_ENDS: Final = _PORTFOLIO | {  # last word of an office; without one of these the pattern need not run
    *("kakanwil", "wakakanwil", "kanwil", "wilayah", "deputi", "direktur", "kcp", "perintis"),
    *("kakacab", "kacab", "cabang", "dirut", "direksi", "pengawas"),
}
_LAST_WORD: Final = re.compile(r"([\w&-]{1,20})\s{1,2}$")
_NEXT_IN_LIST: Final = re.compile(
    r"\s{0,2}(?:,\s{0,2}(?P<comma_and>(?:dan|serta)\s{1,2})?|\s(?P<and>(?:dan|serta|&)\s{1,2}))"
    r"(?P<word>(?:kantor\s{1,2}cabang|kacab|cabang|kcp)\s{1,2})?"
)
_REACH: Final = 70  # code points looked back


def level_of(match: re.Match[str]) -> UnitLevel | None:
    """The level that the matched group of a unit pattern names."""
    levels: dict[str, UnitLevel] = {
        "pusat": "pusat",
        "kantor_wilayah": "kantor_wilayah",
        "kantor_cabang": "kantor_cabang",
        "kantor_cabang_perintis": "kantor_cabang_perintis",
    }
    return levels.get(match.lastgroup or "")


def unit_before(layout: Layout, start: int) -> UnitPhrase:
    """`Kantor Cabang`, `KCP`, `Kantor Wilayah Banten` … directly before the body's name at `start`."""
    nothing = UnitPhrase(start, start)
    left = max(0, start - _REACH)
    window = layout.lower[left:start]
    if not any(hint in window for hint in _LEVEL_HINTS):
        return nothing
    words = list(_LEVEL_BEFORE.finditer(layout.lower, left, start))
    if not words or words[-1][0] in ("kacab", "pusat"):
        return nothing  # `Kacab BPJS …` is the office, `pemerintah pusat` no unit
    word = words[-1]
    if word["wilayah"] and not _HEADS_AREA.search(layout.lower, left, word.start()):
        return nothing
    level = level_of(word)
    short = _SHORT_BEFORE.search(layout.lower, word.end(), start)
    word_end = short.end() - 1 if short else word.end()
    between = layout.text[word_end:start]
    if between.isspace() and len(between) < 3:
        return UnitPhrase(word.start(), start, level) if level else nothing
    gap = _GAP.match(layout.text, word_end)
    name = _name_at(layout, gap.end(), level or "kantor_wilayah") if gap else None
    if name is None or layout.text[name.end : start].strip(" \n") not in ("", "dari", "pada"):
        return nothing
    return UnitPhrase(word.start(), start, level or "kantor_wilayah", name)


def unit_after(layout: Layout, end: int, office: UnitLevel | None) -> UnitPhrase:
    """`Cabang Bandar Lampung`, `Wilayah Sumbagsel`, `Bandung Cabang Suci`, a bare name after the body's name.

    Args:
        layout: The article.
        end: Where the body's name ends.
        office: Level that the office before the body's name tells.
    """
    nothing = UnitPhrase(end, end)
    gap = _GAP.match(layout.text, end)
    if gap is None or ("\n" in gap[0] and layout.sentence_at(end - 1) is not layout.sentence_at(gap.end())):
        return nothing  # a title, then the dateline
    first = layout.text[gap.end() : gap.end() + 1]
    if not first.isupper() and first not in ("k", "c", "w", "p"):  # neither a name nor a level word
        return nothing
    match = _LEVEL_AFTER.match(layout.lower, end)
    if match is None or (match["wilayah"] and not layout.text[match.end() : match.end() + 1].isupper()):
        return _bare_unit(layout, end, gap.end(), office)
    if match["wilayah"]:
        return _area(layout, end, match.end(), office)
    level = level_of(match)
    name = _name_at(layout, match.end(), level) if level != "pusat" else None
    word_end = end + len(match[0].rstrip(" \n:"))
    return UnitPhrase(end, name.end if name else word_end, level, name)


def _bare_unit(layout: Layout, end: int, start: int, office: UnitLevel | None) -> UnitPhrase:
    """A name directly after the body's name; `Bandung Cabang Suci` is the unit Suci."""
    name = _name_at(layout, start, office, bare=True)
    if name is None:
        return UnitPhrase(end, end)
    inner = _LEVEL_AFTER.match(layout.lower, name.end)
    if inner and inner["kantor_cabang"] and (second := _name_at(layout, inner.end(), "kantor_cabang")):
        return UnitPhrase(end, second.end, "kantor_cabang", second)
    return UnitPhrase(end, name.end, None, name)


def _area(layout: Layout, end: int, start: int, office: UnitLevel | None) -> UnitPhrase:
    """`Wilayah X`: a Kantor Wilayah, unless X is the town of a branch (`Kepala Cabang … wilayah Cikokol`)."""
    regional = regional_name_at(layout.text, layout.lower, start, with_level=True)
    level: UnitLevel = "kantor_wilayah"
    if regional is None and office != "kantor_wilayah":
        level = office if office in ("kantor_cabang", "kantor_cabang_perintis") else level
        known = known_name_at(layout.text, start, with_level=True)
        if known and branch(layout.text[start:known]):
            level = "kantor_cabang"
    name = _name_at(layout, start, level)
    return UnitPhrase(end, name.end, level, name) if name else UnitPhrase(end, end)


def _name_at(layout: Layout, start: int, level: UnitLevel | None, *, bare: bool = False) -> Span | None:
    """The unit's name that begins at `start`; `bare`: without a level word, so only known names count."""
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


def last_word(lower: str, end: int) -> str | None:
    """The word that ends, with a space, at `end`."""
    match = _LAST_WORD.search(lower, max(0, end - 22), end)
    return match[1] if match else None


def office_before(lower: str, start: int) -> UnitLevel | None:
    """The level that the office directly before `start` tells (`Kakacab`, `Deputi Direktur`, `Direksi`)."""
    if short := _SHORT_BEFORE.search(lower, max(0, start - 16), start):
        start = short.start() + (lower[short.start()] == " ")
    if last_word(lower, start) not in _OFFICE_ENDS:
        return None
    match = _OFFICE.search(lower, max(0, start - _REACH), start)
    return level_of(match) if match else None


def rest_of_list(layout: Layout, position: int) -> list[tuple[Span, Span]]:
    """`, B dan C` after a first unit: span and name of each further unit of the same level.

    Empty unless the list is closed by `dan` and all its names are known, one of them as a branch or after a
    word such as `Cabang`, or there are several.
    """
    items: list[tuple[Span, Span]] = []
    sure = False
    while match := _NEXT_IN_LIST.match(layout.lower, position):
        start, word = match.end(), match["word"]
        end = known_name_at(layout.text, start, with_level=bool(word), type_word=False)
        if end is None:
            return []
        sure = sure or bool(word) or branch(layout.text[start:end]) is not None
        items.append((Span(match.start("word") if word else start, end), Span(start, end)))
        if match["and"] or match["comma_and"]:
            return items if sure or len(items) > 1 else []
        position = end
    return []


def unit_alone(lower: str, start: int) -> re.Match[str] | None:
    """Level words at `start` that may open a unit named without the body (`Kanwil`, `Kantor Cabang`)."""
    return _ALONE.match(lower, start)


def name_of_lone_unit(layout: Layout, match: re.Match[str]) -> Span | None:
    """The name after level words that stand without the body's name, if a table knows it."""
    if match["kantor_wilayah"]:
        regional = regional_name_at(layout.text, layout.lower, match.end(), with_level=False)
        return Span(*regional) if regional else None
    known = known_name_at(layout.text, match.end(), with_level=True)
    return Span(match.end(), known) if known else None
