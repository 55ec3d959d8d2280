"""The units of BPJS Ketenagakerjaan that an article speaks of: its mentions grouped, long and short forms.

`Cabang Bandar Lampung`, `BPJS Ketenagakerjaan Bandar Lampung` and bare `BPJS Ketenagakerjaan` are one; so
are `Wilayah Sumbagsel` and `Wilayah Sumatera Bagian Selatan`; a Kantor Cabang Perintis and its branch: two.
Offices and the regions they serve come from the tables behind `text/bpjs_offices.py`, which are not complete:
where they do not know, the answer is None.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.recognisers.bpjs import LABEL, BpjsMention
from sepakat.text.article import Mention, by_place
from sepakat.text.bpjs_offices import (
    BRANCHES,
    REGIONAL_OFFICES,
    Branch,
    RegionalOffice,
    UnitLevel,
    branch,
    fold,
    region_codes,
    regional_office,
    without_type,
)
from sepakat.text.layout import Layout, Zone

_BRANCH_LEVELS: Final = ("kantor_cabang", "kantor_cabang_perintis")
_LIST_GAP: Final = 20  # code points; names nearer than this are items of one list, not forms of one name
_WEIGHTS: Final[dict[Zone, float]] = {"title": 1, "caption": 1, "body": 1}  # elsewhere: nothing


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of BPJS Ketenagakerjaan in an article.

    Attributes:
        level: Level of the unit; None for the body as such.
        name: The fullest form of its name that the article has, without the words that say the level.
        mentions: Its mentions in order of place, bare mentions of the body that mean it included.
        branch: Its row in the table of branches, or None where the table does not know it.
        kanwil: Its regional office (itself, for a Kantor Wilayah), or None.
    """

    level: UnitLevel | None
    name: str | None
    mentions: tuple[Mention[BpjsMention], ...]
    branch: Branch | None = None
    kanwil: RegionalOffice | None = None

    @property
    def code(self) -> str | None:
        """The office code of the branch, where it is public."""
        return self.branch.code if self.branch else None


@dataclass
class _Group:
    """A unit in the making; `base` is its canonical name."""

    level: UnitLevel
    base: str
    explicit: bool
    mentions: list[Mention[BpjsMention]]


def link_units(layout: Layout, mentions: Iterable[Mention[BpjsMention]]) -> tuple[Unit, ...]:
    """Group the mentions of BPJS Ketenagakerjaan into units, in order of their first mention.

    Mentions of BPJS Kesehatan and of the programme are left out. A bare mention of the body goes to the
    article's only unit or to its main one; where two units are named equally often, to the body as such.
    """
    ours = sorted((m for m in mentions if m.label == LABEL and m.value.role == "body"), key=by_place)
    groups = _merge_forms(_group_named([m for m in ours if m.value.name]))
    loose = [m for m in ours if not m.value.name]
    main = _main(layout, groups)
    body: list[Mention[BpjsMention]] = []
    by_level: dict[UnitLevel, list[Mention[BpjsMention]]] = {}
    for mention in loose:
        level = mention.value.level
        same_level = [i for i, group in enumerate(groups) if group.level == level]
        if len(same_level) == 1:
            groups[same_level[0]].mentions.append(mention)
        elif level:
            by_level.setdefault(level, []).append(mention)
        elif main is not None:
            groups[main].mentions.append(mention)
        else:
            body.append(mention)
    units = [_unit(group) for group in groups]
    units += [Unit(level, None, tuple(group)) for level, group in by_level.items()]
    if body:
        units.append(Unit(None, None, tuple(body)))
    return tuple(sorted(units, key=lambda unit: unit.mentions[0].span))


def _canonical(level: UnitLevel, name: str) -> str:
    if level == "kantor_wilayah":
        office = regional_office(name, with_level=True)
        return office.key if office else without_type(fold(name))
    known = branch(name)
    return fold(known.name) if known else without_type(fold(name))


def _group_named(named: Sequence[Mention[BpjsMention]]) -> list[_Group]:
    """Mentions of the same canonical name and level; an inferred level gives way to one the text says."""
    groups: list[_Group] = []
    for mention in sorted(named, key=lambda m: (not m.value.explicit, m.span)):
        level, name = mention.value.level, mention.value.name
        if level is None or name is None:
            continue
        base = _canonical(level, name)
        for group in groups:
            alike = group.level == level or (not mention.value.explicit and _are_branches(group.level, level))
            if group.base == base and alike:
                group.mentions.append(mention)
                break
        else:
            groups.append(_Group(level, base, mention.value.explicit, [mention]))
    return groups


def _are_branches(one: UnitLevel, other: UnitLevel) -> bool:
    return one in _BRANCH_LEVELS and other in _BRANCH_LEVELS


def _merge_forms(groups: list[_Group]) -> list[_Group]:
    """Join a short form with the only long form that begins or ends with it (`Medan`, `Medan Kota`)."""
    kept: list[_Group] = []
    for group in sorted(groups, key=lambda g: -len(g.base)):
        longer = [other for other in kept if _is_form_of(group, other)]
        if len(longer) == 1:
            longer[0].mentions.extend(group.mentions)
        else:
            kept.append(group)
    return kept


def _is_form_of(short: _Group, long: _Group) -> bool:
    if short.level != long.level or not _are_branches(short.level, long.level):
        return False
    words, whole = short.base.split(), long.base.split()
    if words not in (whole[: len(words)], whole[-len(words) :]):
        return False
    if branch(short.base) and branch(long.base):
        return False
    ours, theirs = region_codes(short.base), region_codes(long.base)
    if ours and theirs and not ours & theirs:
        return False
    return not _listed_together(short, long)


def _listed_together(one: _Group, other: _Group) -> bool:
    """Whether a mention of one unit stands beside one of the other (`Cikokol, Batuceper dan Tangerang`)."""
    places = sorted((m.value.name_span or m.span, i) for i, g in enumerate((one, other)) for m in g.mentions)
    neighbours = zip(places, places[1:], strict=False)
    return any(a != b and left.gap(right) < _LIST_GAP for (left, a), (right, b) in neighbours)


def _main(layout: Layout, groups: list[_Group]) -> int | None:
    """Index of the unit that the article is about, None if none is named or two are named equally often."""
    weights = [sum(_WEIGHTS.get(layout.zone_at(m.span.start), 0) for m in group.mentions) for group in groups]
    best = max(weights, default=0)
    if best == 0 or weights.count(best) > 1:
        return None
    return weights.index(best)


def _fullest(names: Iterable[str]) -> str:
    """The longest form, one in mixed case before one in capitals; of forms that differ in spaces the most frequent."""
    forms = list(names)

    def weight(name: str) -> tuple[bool, int, int, str]:
        letters = len(name.replace(" ", ""))
        return (not name.isupper() or len(name) < 5, letters, forms.count(name), name)

    return max(forms, key=weight)


def _unit(group: _Group) -> Unit:
    mentions = tuple(sorted(group.mentions, key=by_place))
    name = _fullest(m.value.name for m in mentions if m.value.name)
    if group.level == "kantor_wilayah":
        return Unit(group.level, name, mentions, None, REGIONAL_OFFICES.get(group.base))
    known = branch(group.base)
    return Unit(group.level, name, mentions, known, _kanwil_of(known, group.base))


def _kanwil_of(known: Branch | None, name: str) -> RegionalOffice | None:
    if known:
        return REGIONAL_OFFICES[known.kanwil]
    provinces = {code.split(".")[0] for code in region_codes(name)}
    offices = [office for office in REGIONAL_OFFICES.values() if provinces & office.provinces]
    return offices[0] if len(offices) == 1 else None


def branch_serves(unit: Unit, region_code: str) -> bool | None:
    """Whether the unit serves a region; None where the tables do not know.

    Args:
        unit: A unit of BPJS Ketenagakerjaan.
        region_code: Kemendagri code of a province (`18`), kabupaten or kota (`18.04`).

    Returns:
        True if a source or the unit's own name says so; False if the region lies outside the provinces of the
        unit's regional office, or is known to be served by another branch and not by this one; else None.
    """
    province = region_code.split(".")[0]
    if unit.level == "pusat":
        return True
    if unit.kanwil and province not in unit.kanwil.provinces:
        return False
    if unit.level == "kantor_wilayah":
        return True if unit.kanwil else None
    if unit.name is None:
        return None
    served = unit.branch.regions if unit.branch else region_codes(unit.name)
    if region_code in served or any(code.split(".")[0] == region_code for code in served):
        return True
    return False if unit.branch and _served_by_others(unit.branch, region_code) else None


def _served_by_others(ours: Branch, region_code: str) -> bool:
    family = {ours.name, ours.parent} - {None}
    others = (other for other in BRANCHES.values() if not family & {other.name, other.parent})
    return any(region_code in other.regions for other in others)
