"""Which government a region's name means, and which region an article is about.

Where one name stands for two governments (Bandung, Bogor, Gorontalo), the words that say the level decide:
`Bupati` is a regency's, `Wali Kota` a city's, `Gubernur` a province's (UU 23/2014). After them, the same name
with such a word elsewhere in the article, then the province that the article otherwise speaks of. Where two
readings remain, none is taken. The dateline, a BPJS branch or a university decide nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.recognisers.regions import GOVERNING, CueKind, RegionMention
from sepakat.text.article import Mention, Span
from sepakat.text.gazetteer import CAPITALS, CUES, FORMS, LEVELS, NAMES, Level, former_province
from sepakat.text.layout import Layout, Zone


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A province, regency or city; `name` is without the type word, codes are Kemendagri's."""

    code: str
    name: str
    level: Level
    province_code: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name with more than one reading left, by ascending code; empty where `setempat` points nowhere."""

    candidates: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says about the regions that it names.

    Attributes:
        named: Codes of regions that it names without doubt.
        province: Code of the province that most of its regions lie in; None where none leads.
    """

    named: frozenset[str] = frozenset()
    province: str | None = None


_NO_CONTEXT: Final = Context()


@dataclass(frozen=True, slots=True)
class Places:
    """The regions of an article, by the span of each mention that stands for the region itself.

    Attributes:
        regions: Those that are clear.
        ambiguous: Governments that two readings are left for (names of mere places are not listed).
        type_errors: Those of `regions` whose type is written wrongly (`Kabupaten Metro`).
        main: The region that the article is about, or None.
    """

    regions: dict[Span, Region]
    ambiguous: dict[Span, tuple[Region, ...]]
    type_errors: dict[Span, Region]
    main: Region | None


REGIONS: Final[Mapping[str, Region]] = {
    code: Region(code, NAMES[code], level, code[:2]) for code, level in LEVELS.items()
}
"""All provinces, regencies and cities by code, 552 of them."""

_READ_ZONES: Final[frozenset[Zone]] = frozenset({"title", "caption", "body"})
_WEIGHTS: Final[dict[CueKind, int]] = {
    "government": 3,
    "office": 3,
    "agency": 2,
    "prosecutor": 2,
    "type": 2,
    "list": 1,
    "bare": 1,
}  # cues that are missing here (branch, dateline, organisation) say nothing about the article
_LEAST_MAIN: Final = 3  # a bare or typed name once, such as a venue's, makes no main region
_LEAST_LOCAL: Final = 2
_ALL_LEVELS: Final[tuple[Level, ...]] = ("province", "regency", "city")
_LOCAL_LEVELS: Final[tuple[Level, ...]] = ("regency", "city")  # where prosecutors and district courts sit

_Mentions = Sequence[Mention[RegionMention]]
_Resolved = Mapping[Mention[RegionMention], Region | Ambiguous]


def region_of(code: str) -> Region:
    """The region with a Kemendagri code (`18`, `18.01`).

    Raises:
        KeyError: If there is no such code.
    """
    return REGIONS[code]


def capital_of(code: str) -> str | None:
    """The seat of a province or regency; None for cities and where our table is not sure."""
    return CAPITALS.get(code)


def lies_in(code: str, province_code: str) -> bool:
    """Whether a region is, or before the last split was, in a province (Merauke: Papua Selatan and Papua)."""
    return code[:2] == province_code or former_province(code) == province_code


def by_name(name: str, level: Level | None = None, *, near: Collection[str] = ()) -> tuple[Region, ...]:
    """The regions that a name can stand for.

    Args:
        name: Name, abbreviation, former name or epithet, in any case, with or without a type word before it.
        level: Only regions of this level; it overrides the type word.
        near: Codes of provinces; if any of the regions lies in one of them, only such are given.

    Returns:
        All that fit, by ascending code; empty if there is none.
    """
    folded = " ".join(name.lower().split())
    head, _, rest = folded.partition(" ")
    if folded not in FORMS and head in CUES and CUES[head].kind == "type":
        folded, level = rest, level or CUES[head].level
    form = FORMS.get(folded)
    if form is None or form.kind == "capital":
        return ()
    codes = sorted(form.codes + tuple(code for code in form.level_codes if LEVELS[code] == level))
    fitting = [code for code in codes if level is None or LEVELS[code] == level]
    nearby = [code for code in fitting if any(lies_in(code, province) for province in near)]
    return tuple(REGIONS[code] for code in nearby or fitting)


def resolve(candidates: Iterable[str], level_hint: Level | None, *, context: Context = _NO_CONTEXT) -> Region | None:
    """The one region that a name means.

    Args:
        candidates: Codes that the written form can stand for.
        level_hint: Level that the words around say. Where no candidate has it, it is an error of type in the
            article, and the others are looked at (`Kabupaten Metro` is the city).
        context: What the article says elsewhere.

    Returns:
        The region, or None where more than one reading remains or there are no candidates.
    """
    left = _fitting(candidates, level_hint)
    if len(left) > 1:
        left = [code for code in left if code in context.named] or left
    if len(left) > 1 and (province := context.province):
        left = [code for code in left if lies_in(code, province)] or left
    return REGIONS[left[0]] if len(left) == 1 else None


def _fitting(candidates: Iterable[str], level: Level | None) -> list[str]:
    """The candidates of a level; all of them where none has it or none is said."""
    codes = sorted(candidates)
    if len(codes) < 2:  # most often
        return codes
    return [code for code in codes if LEVELS[code] == level] or codes


def _says_something(layout: Layout, mention: Mention[RegionMention]) -> bool:
    """Whether a mention is one of the article's own and names a region for its own sake."""
    return mention.value.cue in _WEIGHTS and layout.zone_at(mention.span.start) in _READ_ZONES


def context_of(layout: Layout, mentions: _Mentions) -> Context:
    """What an article's own clear mentions say for the unclear ones."""
    named: set[str] = set()
    provinces: Counter[str] = Counter()
    for mention in mentions:
        if _says_something(layout, mention):
            codes = _fitting(mention.value.candidates, mention.value.level_hint)
            named.update(codes if len(codes) == 1 else ())
            here = {code[:2] for code in codes}
            provinces.update(here if len(here) == 1 else ())
    first, second = (*provinces.most_common(2), ("", 0), ("", 0))[:2]
    return Context(frozenset(named), first[0] if first[1] > second[1] else None)


def resolve_all(layout: Layout, mentions: _Mentions) -> dict[Mention[RegionMention], Region | Ambiguous]:
    """Each mention's region, or the readings that are left; `setempat` is the main region of its level.

    Args:
        layout: The article.
        mentions: What `recognisers.regions.find` found, or some of it.
    """
    context = context_of(layout, mentions)
    resolved: dict[Mention[RegionMention], Region | Ambiguous] = {}
    for mention in mentions:
        value = mention.value
        region = resolve(value.candidates, value.level_hint, context=context)
        resolved[mention] = region or Ambiguous(
            tuple(REGIONS[code] for code in _fitting(value.candidates, value.level_hint))
        )
    for mention in [mention for mention in mentions if mention.value.surface == "local"]:
        levels = _ALL_LEVELS if mention.value.cue != "prosecutor" else _LOCAL_LEVELS
        said = mention.value.level_hint
        local = main_region(layout, resolved, levels=(said,) if said else levels, least=_LEAST_LOCAL)
        resolved[mention] = local or Ambiguous(())
    return resolved


def is_type_error(mention: Mention[RegionMention], region: Region) -> bool:
    """Whether the type as written is not the type of the region (`Kabupaten Metro`)."""
    return mention.value.level_hint not in (None, region.level)


def main_region(
    layout: Layout, resolved: _Resolved, *, levels: Collection[Level] = _ALL_LEVELS, least: int = _LEAST_MAIN
) -> Region | None:
    """The region that an article is about: the one whose government, offices and name weigh most.

    Args:
        layout: The article.
        resolved: Its mentions with their regions.
        levels: Levels that come into question.
        least: Least weight; a government or an office weighs 3, an agency or a typed name 2, a bare name 1.

    Returns:
        The region, or None where none leads.
    """
    weights: Counter[Region] = Counter()
    for mention, region in resolved.items():
        if isinstance(region, Region) and region.level in levels and mention.value.surface != "local":
            weights[region] += _WEIGHTS[mention.value.cue] if _says_something(layout, mention) else 0
    most = max(weights.values(), default=0)
    first = [region for region, weight in weights.items() if weight == most]
    if len(first) == 2:  # of a region and its own province, the region
        provinces = {region.code for region in first}
        first = [r for r in first if r.level != "province" and r.province_code in provinces] or first
    return first[0] if len(first) == 1 and most >= least else None


def link(layout: Layout, mentions: _Mentions) -> Places:
    """The regions of an article by the place of their mention.

    Names of branches, of universities and the like, and the dateline are left out.
    """
    resolved = resolve_all(layout, mentions)
    own = [(mention, region) for mention, region in resolved.items() if mention.value.cue in _WEIGHTS]
    regions = {m.span: region for m, region in own if isinstance(region, Region)}
    ambiguous = {
        m.span: region.candidates
        for m, region in own
        if isinstance(region, Ambiguous) and region.candidates and m.value.cue in GOVERNING | {"list"}
    }
    errors = {m.span: region for m, region in own if isinstance(region, Region) and is_type_error(m, region)}
    return Places(regions, ambiguous, errors, main_region(layout, resolved))
