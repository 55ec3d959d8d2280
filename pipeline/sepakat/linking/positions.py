"""Positions: an office head joined with the region, unit, agency and fields that follow it.

`Kepala` + `Dinas Tenaga Kerja dan Transmigrasi` + `Kota Metro`; `Deputi Direktur` + `BPJamsostek Wilayah …`.
The position ends where the person's name begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sepakat.linking.places import Region
from sepakat.recognisers.offices import OfficeMention
from sepakat.records import ActingForm
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.spans import SpanIndex
from sepakat.text.tables import read_lines

Side = Literal["bpjs", "bpjs_kesehatan", "government", "agency", "other"]
Marks = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Complement:
    """Something named in the text that can complete an office title."""

    span: Span
    side: Side
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """An office title as written.

    Attributes:
        span: The whole phrase, acting word included.
        title: Office title without the acting word and without abbreviations in brackets.
        title_span: From the head to the end of the phrase.
        kind: Sort of office (`data/offices.csv`).
        side: For whom such an office speaks.
        region: The region named in the phrase, or None.
        complement: Span of the body named in the phrase, or None.
    """

    span: Span
    title: str
    title_span: Span
    kind: str
    side: Side
    acting: ActingForm | None
    region: Region | None
    complement: Span | None


_FIELDS: Final = frozenset(read_lines("agency_words"))
_COMMON: Final = frozenset(read_lines("common_words"))
_NAME: Final = re.compile(r"\b[A-Z][a-z'.]+")
_ABBREVIATION: Final = re.compile(r"\s{0,2}\([\w./ -]{2,22}\)")
_GAP: Final = re.compile(r"\s{0,2}(?:(?:pada|di|untuk|dari|se|lingkup|lingkungan)[ ]){0,2}")
_WORD: Final = re.compile(r"(?:[^\W\d_][\w]{0,30}-?){1,3}")
_ORDINAL: Final = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI|[1-9])(?![\w.])")
# An agency by its abbreviation (`Kepala DPMKP2KB`, `Kadis Dinporapar`), listed or not.
_ACRONYM: Final = re.compile(
    r"(?:(?=[A-Z0-9]{0,12}[A-Z]{2})(?!SH\b|SE\b|MM\b|MH\b|KH\b|ST\b|MT\b|AKBP\b|HM?\b)[A-Z][A-Z0-9][A-Za-z0-9]{1,12}|(?:Dis|Din|Bap|Bak|Kes)[a-z]{2,14}[A-Z0-9]{0,5})"
    r"(?![\w.])(?=[ ,;(]|$)"
)
_JOINT: Final = re.compile(r"(?:\s{0,2},\s{0,2}|\s{1,2}(?:dan|serta|&)\s{1,2}|\s{0,2}/\s{0,2})")
_LEVEL_WORDS: Final = frozenset(
    {"kabupaten", "kota", "provinsi", "kab", "prov", "setempat", "ri", "daerah", "tersebut"}
)
_ONE_OR_TWO_SPACES: Final = re.compile(r"\s{1,2}")
_KINDS_OF_GOVERNMENT: Final = frozenset({"head_of_region", "deputy_head", "regional_secretary", "assistant"})


# Districts and villages are in no table: in `Camat Way Panji, Umar Harahap, hadir` the comma ends the place.
_HEADS_OF_SMALL_PLACES: Final = frozenset({"district_head", "village_head"})
_CAPITALS: Final = r"[A-Z][a-z'.]+(?:[ ][A-Z][a-z'.]+){0,3}"
_SMALL_PLACE: Final = re.compile(rf"[ ]{_CAPITALS}(?=,[ ]{_CAPITALS}(?:,(?![ ](?:dan|serta)\b|[ ][A-Z])|[ ][a-z]))")


_LONGEST: Final = 400  # code points; no office title is longer


def compose(
    layout: Layout, offices: Sequence[Mention[OfficeMention]], complements: Sequence[Complement]
) -> list[Position]:
    """Join office heads with what completes them.

    Args:
        layout: The article.
        offices: Office heads.
        complements: Bodies and regions of the article, in any order.

    Returns:
        Positions in order of place, disjoint.
    """
    index = SpanIndex((c.span, c) for c in complements)
    positions: list[Position] = []
    end = 0
    for office in offices:
        if office.span.start < end:
            continue
        position = _compose_one(layout, office, index)
        positions.append(position)
        end = position.span.end
    return positions


def _compose_one(layout: Layout, office: Mention[OfficeMention], index: SpanIndex[Complement]) -> Position:
    head = office.value.head
    sentence = layout.sentence_at(head.start)
    stop = sentence.span.end if sentence else len(layout.text)
    complements = [c for _, c in index.touching(Span(head.start, min(stop, head.end + _LONGEST)))]
    complements.sort(key=lambda c: (c.span.start, -c.span.end))
    cursor = head.end
    taken: list[Complement] = []
    while cursor < stop:
        step = _next(layout, cursor, stop, complements, _marks(office.value.kind, taken))
        if step is None:
            break
        cursor, complement = step
        if complement is not None:
            taken.append(complement)
    if not taken and office.value.kind in _HEADS_OF_SMALL_PLACES:
        place = _SMALL_PLACE.match(layout.text, cursor, stop)
        cursor = place.end() if place else cursor
    regions = [c.region for c in taken if c.region is not None]
    bodies = [c for c in taken if c.side != "government" or c.region is None]
    title_span = Span(head.start, cursor)
    return Position(
        span=Span(office.span.start, cursor),
        title=_title(layout.article.text[head.start : cursor]),
        title_span=title_span,
        kind=office.value.kind,
        side=_side(office.value.kind, taken),
        acting=office.value.acting,
        region=regions[-1] if regions else None,
        complement=bodies[0].span if bodies else (taken[0].span if taken else None),
    )


def _title(written: str) -> str:
    """An office title without abbreviations in brackets, white space folded."""
    return " ".join((_ABBREVIATION.sub("", written) if "(" in written else written).split())


def _marks(kind: str, taken: Sequence[Complement]) -> Marks:
    """Ordinals and acronyms that may follow a head; behind a region they open a name (`Sekda Tebo I Nyoman`).

    Behind the head of a government a word in capitals is a name, no agency: `Bupati SUDIRJA`.
    """
    if taken:
        return ()
    return (_ORDINAL,) if kind in _KINDS_OF_GOVERNMENT else (_ORDINAL, _ACRONYM)


def _side(kind: str, taken: Sequence[Complement]) -> Side:
    sides = {c.side for c in taken}
    if "bpjs" in sides:
        return "bpjs"
    if "bpjs_kesehatan" in sides:
        return "bpjs_kesehatan"
    if kind in _KINDS_OF_GOVERNMENT:
        return "government"
    if kind.startswith("bpjs"):
        return "bpjs"
    return "agency" if kind.startswith("agency") or "agency" in sides else "other"


def _next(
    layout: Layout, cursor: int, stop: int, complements: Sequence[Complement], marks: Marks
) -> tuple[int, Complement | None] | None:
    """Where the title goes on from `cursor`, and the complement taken; None where it ends."""
    gap = _GAP.match(layout.text, cursor, stop)
    begin = gap.end() if gap else cursor
    inside = [c for c in complements if c.span.start < cursor < c.span.end]
    if inside:
        return inside[0].span.end, inside[0]
    for complement in complements:
        if complement.span.start == begin and complement.span.end <= stop:
            return complement.span.end, complement
        if complement.span.start > begin:
            break
    bracket = _ABBREVIATION.match(layout.text, cursor, stop)
    if bracket and not _is_name(bracket[0], [c for c in complements if cursor < c.span.start < bracket.end()]):
        return bracket.end(), None
    return _field_word(layout, cursor, stop, complements, marks)


def _is_name(bracket: str, inside: Sequence[Complement]) -> bool:
    """Whether brackets behind an office hold its holder (`Bupati (Hadi Sudirja)`), not a short form."""
    words = [word.lower() for word in _NAME.findall(bracket)]
    return len(words) > 1 and not inside and not any(word in _FIELDS or word in _COMMON for word in words)


def _field_word(
    layout: Layout, cursor: int, stop: int, complements: Sequence[Complement], marks: Marks
) -> tuple[int, Complement | None] | None:
    spaces = _ONE_OR_TWO_SPACES.match(layout.text, cursor, stop)
    begin = spaces.end() if spaces else cursor
    if begin == cursor:
        return _after_joint(layout, cursor, stop, complements)
    for pattern in marks:
        if mark := pattern.match(layout.text, begin, stop):
            return mark.end(), None
    word = _WORD.match(layout.lower, begin, stop)
    if word and (word[0] in _LEVEL_WORDS or all(part in _FIELDS for part in word[0].split("-"))):
        return word.end(), None
    return _after_joint(layout, cursor, stop, complements)


def _after_joint(
    layout: Layout, cursor: int, stop: int, complements: Sequence[Complement]
) -> tuple[int, Complement | None] | None:
    """Over a comma or `dan`, but only to another field of the same office (`Sosial dan Pemberdayaan`)."""
    joint = _JOINT.match(layout.text, cursor, stop)
    if joint is None:
        return None
    word = _WORD.match(layout.lower, joint.end(), stop)
    if word is None or not all(part in _FIELDS for part in word[0].split("-")):
        return None
    if any(c.span.start == joint.end() for c in complements):
        return None  # another body begins: `Kepala Dinas Sosial dan Dinas Kesehatan`
    if not layout.text[joint.end()].isupper() and layout.text[cursor - 1 : cursor].isupper():
        return None
    return word.end(), None
