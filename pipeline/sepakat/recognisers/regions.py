"""Mentions of provinces, regencies and cities: names, press abbreviations, epithets, former names.

Names and codes are those of Kepmendagri 300.2.2-2138/2025, aliases and the words that introduce a name are our own
tables (`data/region*.csv`, see `data/README.md`). A mention is typed by the word before it: a type word is part of
the span (`[Kabupaten Lampung Selatan]`), a government or office word is not (`Bupati [Lampung Selatan]`), but both say
the level. A name that is also a common word, a surname or a river (`needs_context`: Batang, Pati, Bima, Metro) counts
only after such a word, or once the article has named the same region with one.

Which government a mention means is not decided here: see `sepakat.linking.places`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, MatchKind

from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.tables import read_csv

LABEL = "region"

Level = Literal["province", "regency", "city"]
Cue = Literal[
    "type", "government", "office", "agency", "prosecutor", "list", "bare", "unit", "dateline", "organisation"
]
"""What stands before the name. `list`: it continues a list that began with a typed name. `unit`: the name is a
branch's. `dateline`: the town of the dateline. `organisation`: the name belongs to a university, hotel or firm."""
Surface = Literal["name", "official", "spelling", "abbreviation", "former", "epithet", "capital", "local"]
"""What sort of form is written; `local` is the word `setempat` after an office, with no candidates."""


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region as it is named at one place.

    Attributes:
        candidates: Kemendagri codes that the written form can stand for, ascending; empty for `setempat`.
        level_hint: Level that the words around the name say; it may fit none of the candidates (`Kabupaten Metro`).
        cue: What the name is there for.
        surface: What sort of form is written.
    """

    candidates: tuple[str, ...]
    level_hint: Level | None
    cue: Cue
    surface: Surface


def describe(value: RegionMention) -> str:
    """Codes, level hint or `-`, cue, and the surface unless it is the name: `18.01 regency office abbreviation`."""
    surface = "" if value.surface == "name" else f" {value.surface}"
    return f"{'|'.join(value.candidates) or '?'} {value.level_hint or '-'} {value.cue}{surface}"


# ---- patterns -------------------------------------------------------------------------------------------------------

SCORES: dict[Cue, float] = {
    "type": 0.98,
    "government": 0.98,
    "office": 0.97,
    "prosecutor": 0.95,
    "agency": 0.9,
    "list": 0.85,
    "bare": 0.8,
    "unit": 0.5,
    "dateline": 0.5,
    "organisation": 0.3,
}
CONFIRMED_SCORE = 0.7
"""A risky name without a word before it, in an article that names the same region with one."""
GOVERNING: frozenset[Cue] = frozenset({"type", "government", "office", "agency", "prosecutor"})
"""Cues after which a risky name is the region."""

LEVELS: dict[str, Level] = {row["code"]: cast(Level, row["level"]) for row in read_csv("regions")}
_FORMS = ("name", "official", "spelling", "abbreviation", "former", "epithet", "capital")


class _Entry(NamedTuple):
    """What one written form can mean; no codes: it contains a region's name but is something else."""

    codes: tuple[str, ...]
    surface: Surface
    needs_context: bool
    acronym: bool


class _Cue(NamedTuple):
    """A word before a name; `start` and `capitalised` are filled in where it is found."""

    kind: str
    level: Level | None
    start: int = 0
    capitalised: bool = True


def _forms() -> Iterator[tuple[str, str, str, bool]]:
    """Every written form with its code, kind and risk, names first, capitals last."""
    rows, aliases = read_csv("regions"), read_csv("region_aliases")
    for row in rows:
        yield row["name"], row["code"], "name", row["needs_context"] == "yes"
    for row in sorted(aliases, key=lambda row: _FORMS.index(row["kind"])):
        if row["kind"] != "capital":
            yield row["alias"], row["code"], row["kind"], row["needs_context"] == "yes"
    seats = [(row["capital"], row["code"]) for row in rows if row["level"] == "regency" and row["capital"]]
    seats += [(row["alias"], row["code"]) for row in aliases if row["kind"] == "capital"]
    for name, code in seats:
        yield name, code, "capital", True


def _entries() -> dict[str, _Entry]:
    """All written forms in lower case; a capital only where no region has that name, lookalikes without codes."""
    entries: dict[str, _Entry] = {}
    for form, code, kind, risky in _forms():
        known = entries.get(form.lower())
        if known is None:
            entries[form.lower()] = _Entry((code,), cast(Surface, kind), risky, form.isupper())
        elif kind != "capital" or known.surface == "capital":
            codes = tuple(sorted({*known.codes, code}))
            entries[form.lower()] = known._replace(codes=codes, needs_context=known.needs_context and risky)
    for row in read_csv("region_lookalikes"):
        entries.setdefault(row["phrase"].lower(), _Entry((), "name", False, False))
    return entries


ENTRIES: dict[str, _Entry] = _entries()
_BY_PATTERN = list(ENTRIES.values())
_AUTOMATON = AhoCorasick(list(ENTRIES), matchkind=MatchKind.LeftmostLongest)
CUES: dict[str, _Cue] = {
    row["words"]: _Cue(row["cue"], cast(Level, row["level"]) if row["level"] else None)
    for row in read_csv("region_cues")
}
_LONGEST_CUE = max(len(words.split()) for words in CUES)
_REACH = 48  # code points before a name in which a cue is looked for
_AGENCY_REACH = 96  # and in which the head of a long agency name is

_TOKEN = re.compile(r"[^\W_]+\.?|[^\s\w()\[\]\"'-]")
_DOMAIN = re.compile(r"\.(?:[a-z]|CO\b|COM\b|ID\b|NET\b)")
_GLOSS = re.compile(r"[ ]?\([ ]?([^()\n]{2,40}?)[ ]?\)")
_LOCAL = re.compile(r"\bsetempat\b")
_AGENCY_HEADS = frozenset({"dinas", "badan", "bagian", "kantor", "kadis", "kaban", "kabag", "kepala", "disnaker"})
_JOINERS = frozenset({"dan", "serta", "&", ","})
_SEPARATORS = frozenset({",", "dan", ", dan", "serta", ", serta", "&", "/", "-", "atau", ";", "maupun"})
_LOCATIVES = frozenset({"di", "ke", "dari", "se"})


# ---- value reading --------------------------------------------------------------------------------------------------


def _cue_before(text: str, floor: int, start: int) -> _Cue | None:
    """The longest cue that ends directly before `start`, not reaching back over `floor`."""
    tokens = list(_TOKEN.finditer(text, max(floor, start - _REACH), start))[-_LONGEST_CUE:]
    if tokens and not text[tokens[-1].end() : start].strip(" \n()\"'-") == "":
        return None
    for first in range(len(tokens)):
        found = CUES.get(" ".join(token[0].lower() for token in tokens[first:]))
        if found:
            return found._replace(start=tokens[first].start(), capitalised=tokens[first][0][0].isupper())
    return None


def _heads_agency(text: str, floor: int, start: int) -> bool:
    """Whether the capitalised words before `start` begin with a word for an agency (`Dinas Tenaga Kerja Batang`)."""
    for token in reversed(list(_TOKEN.finditer(text, max(floor, start - _AGENCY_REACH), start))):
        word = token[0].lower()
        if word in _AGENCY_HEADS:
            return True
        if not token[0][0].isupper() and word not in _JOINERS:
            return False
    return False


def _stands_alone(text: str, start: int, end: int, cued: bool) -> bool:
    """Whether no letter, digit or domain part touches `[start, end)`; glued words (`BaratRomie`) only after a cue."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in {"@", "_", "."} - {""}:
        return False
    if after.isalnum() or after == "_":
        return cued and after.isupper() and text[end - 1].islower()
    return not (after == "." and _DOMAIN.match(text, end))


def _case_fits(written: str, entry: _Entry, cued: bool) -> bool:
    """Whether upper and lower case are right for a name; after a cue, safe names may stand in lower case."""
    first = next((letter for letter in written if letter.isalpha()), " ")
    if entry.acronym and not cued:
        return written.isupper()
    return first.isupper() or (cued and not entry.needs_context and not entry.acronym)


def _is_free(text: str, floor: int, start: int, end: int) -> bool:
    """Whether a risky name stands by itself, not inside a longer name (`Bima Arya`, `Polda Metro`)."""
    if re.match(r" [A-Z]", text[end : end + 2]):
        return False
    tokens = list(_TOKEN.finditer(text, max(floor, start - _REACH), start))
    return not tokens or not tokens[-1][0][0].isupper() or tokens[-1][0].lower() in _LOCATIVES


def _level_of(cue: _Cue, entry: _Entry) -> Level | None:
    """The level that a cue says; `kota` in lower case before a name that no city bears is just a town."""
    if cue.kind == "type" and cue.level == "city" and not cue.capitalised:
        return "city" if any(LEVELS[code] == "city" for code in entry.codes) else None
    return cue.level


def _continued(previous: Mention[RegionMention] | None, text: str, start: int, entry: _Entry) -> RegionMention | None:
    """The reading of a bare name that follows `previous` in a list, or as its province (`Solok, Sumatera Barat`)."""
    if previous is None or text[previous.span.end : start].strip() not in _SEPARATORS:
        return None
    before = previous.value
    provinces = {code[:2] for code in before.candidates}
    if len(provinces) == 1 and provinces < set(entry.codes) and text[previous.span.end] == ",":
        return RegionMention(entry.codes, "province", "bare", entry.surface)
    if before.cue == "unit":
        return RegionMention(entry.codes, None, "unit", entry.surface)
    if before.cue not in GOVERNING | {"list"} or (before.cue == "office" and entry.needs_context):
        return None
    levels = {LEVELS[code] for code in entry.codes}
    return RegionMention(
        entry.codes, before.level_hint if before.level_hint in levels else None, "list", entry.surface
    )


def _read(
    layout: Layout, floor: int, span: Span, entry: _Entry, previous: Mention[RegionMention] | None
) -> tuple[Mention[RegionMention], bool] | None:
    """One occurrence as a mention, and whether it is sure without the rest of the article."""
    text, start = layout.text, span.start
    cue = _cue_before(text, floor, start)
    cued = cue is not None and cue.kind in GOVERNING
    if not _stands_alone(text, start, span.end, cued) or not _case_fits(span.of(text), entry, cued):
        return None
    if cue is None:
        listed = _continued(previous, text, start, entry)
        if listed is not None and not (entry.needs_context and not _is_free(text, floor, start, span.end)):
            return _mention(layout, span, listed), True
        if entry.needs_context and entry.surface != "capital" and _heads_agency(text, floor, start):
            return _mention(layout, span, RegionMention(entry.codes, None, "agency", entry.surface)), True
        cue = _Cue("bare", None)
    level = _level_of(cue, entry)
    if cue.kind == "type":
        span = replace(span, start=cue.start)
        outer = _cue_before(text, floor, cue.start)
        if outer is not None and outer.kind not in ("type", "bare"):
            cue = outer
    if cue.kind == "block" or (entry.surface == "capital" and cue.kind != "prosecutor"):
        return None
    value = RegionMention(entry.codes, level, cast(Cue, cue.kind), entry.surface)
    sure = not entry.needs_context or cue.kind in GOVERNING or cue.kind == "unit"
    if not sure and (cue.kind == "organisation" or not _is_free(text, floor, start, span.end)):
        return None
    return _mention(layout, span, value), sure


def _mention(layout: Layout, span: Span, value: RegionMention) -> Mention[RegionMention]:
    """The mention with its rule and score; in the dateline it counts as such."""
    if layout.dateline is not None and layout.dateline.overlaps(span):
        value = replace(value, cue="dateline")
    return Mention(span, LABEL, value, f"regions.{value.cue}", SCORES[value.cue])


def _spells(short: str, name: str) -> bool:
    """Whether `short` can abbreviate `name`: same first letter, its letters in the same order."""
    letters = iter(name.lower())
    return short[0].lower() == name[0].lower() and all(letter in letters for letter in short.lower())


def _gloss(text: str, mention: Mention[RegionMention], name: str) -> tuple[Mention[RegionMention], str | None]:
    """The mention with an abbreviation in parentheses after it, and that abbreviation if the tables lack it."""
    match = _GLOSS.match(text, mention.span.end)
    if match is None:
        return mention, None
    entry = ENTRIES.get(match[1].lower())
    codes = tuple(code for code in mention.value.candidates if entry and code in entry.codes)
    new = entry is None and match[1].isalpha() and match[1][0].isupper() and _spells(match[1], name)
    if not codes and not new:
        return mention, None
    value = replace(mention.value, candidates=codes or mention.value.candidates)
    return replace(mention, span=Span(mention.span.start, match.end()), value=value), match[1] if new else None


# ---- find -----------------------------------------------------------------------------------------------------------


def find(layout: Layout) -> list[Mention[RegionMention]]:
    """All mentions of regions, in order of start, disjoint; none inside the outlet's name."""
    text = layout.text
    found: list[Mention[RegionMention]] = []
    doubtful: list[Mention[RegionMention]] = []
    learned: dict[str, Mention[RegionMention]] = {}
    previous: Mention[RegionMention] | None = None
    floor = 0
    haystack = layout.lower.replace("\n", " ")
    for pattern, start, end in _AUTOMATON.find_matches_as_indexes(haystack):
        if start < floor or text[start - 1 : start].isalnum():
            continue
        entry = _BY_PATTERN[pattern]
        if not entry.codes:  # a lookalike: it hides the region's name that it contains
            floor = end if _stands_alone(text, start, end, False) else floor
            continue
        sentence = layout.sentence_at(start)
        left = max(floor, sentence.span.start) if sentence else floor
        reading = _read(layout, left, Span(start, end), entry, previous)
        if reading is None or (layout.outlet is not None and layout.outlet.overlaps(reading[0].span)):
            continue
        previous, short = _gloss(text, reading[0], text[start:end])
        if short:
            learned.setdefault(short, previous)
        (found if reading[1] else doubtful).append(previous)
        floor = previous.span.end
    found += _confirmed(doubtful, found)
    found += _short_forms(layout, learned, found)
    found += _local(layout)
    return sorted(found, key=lambda mention: mention.span)


def _confirmed(
    doubtful: Sequence[Mention[RegionMention]], found: Sequence[Mention[RegionMention]]
) -> Iterator[Mention[RegionMention]]:
    """The risky names without a cue whose region the article names elsewhere with one."""
    sure = {code for mention in found if mention.value.cue in GOVERNING for code in mention.value.candidates}
    for mention in doubtful:
        if sure.intersection(mention.value.candidates):
            yield replace(mention, score=min(CONFIRMED_SCORE, mention.score))


def _short_forms(
    layout: Layout, learned: dict[str, Mention[RegionMention]], found: Sequence[Mention[RegionMention]]
) -> Iterator[Mention[RegionMention]]:
    """Later places of abbreviations that the article itself introduced in parentheses."""
    taken = {mention.span.start for mention in found}
    for short, first in learned.items():
        for match in re.finditer(rf"\b{short}\b", layout.text[first.span.end :]):
            span = Span(first.span.end + match.start(), first.span.end + match.end())
            entry = _Entry(first.value.candidates, "abbreviation", False, short.isupper())
            reading = _read(layout, max(0, span.start - _REACH), span, entry, None)
            if reading is not None and span.start not in taken and reading[0].span.start not in taken:
                yield reading[0]


def _local(layout: Layout) -> Iterator[Mention[RegionMention]]:
    """`setempat` after an office or agency (`Bupati setempat`, `Kejaksaan Negeri setempat`): a region not named."""
    if "setempat" not in layout.lower:
        return
    for match in _LOCAL.finditer(layout.lower):
        cue = _cue_before(layout.text, 0, match.start())
        if cue is not None and cue.kind in GOVERNING:
            kind = "government" if cue.kind == "type" else cue.kind
            yield _mention(
                layout, Span(*match.span()), RegionMention((), cue.level, cast(Cue, kind), "local")
            )
