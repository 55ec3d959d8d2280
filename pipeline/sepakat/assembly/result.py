"""Writing the result down: values with their places become records with ids and evidence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sepakat import __version__
from sepakat.assembly.agreements import Draft
from sepakat.assembly.coverage import Coverage
from sepakat.linking.bodies import Body
from sepakat.linking.people import Person
from sepakat.linking.places import Region
from sepakat.linking.positions import Position
from sepakat.records import (
    BpjsUnit,
    Evidence,
    Organisation,
    Part,
    Region as RegionRecord,
)
from sepakat.records import Person as PersonRecord
from sepakat.records import Position as PositionRecord
from sepakat.text.article import Span

_PUBLIC_KINDS: Final = frozenset(
    {
        "head_of_region", "deputy_head", "regional_secretary", "assistant", "agency_head", "agency_official", "bpjs_head",
        "bpjs_official", "prosecutor", "district_head", "village_head", "legislator", "police_military", "judge", "national",
        "director_general",
    }
)  # fmt: skip
_PUBLIC_SIDES: Final = frozenset({"bpjs", "bpjs_kesehatan", "government", "agency"})
_NAME_SCORES: Final = {
    "office_before": 0.95, "office_after": 0.9, "title": 0.85, "speech": 0.8, "ner": 0.85, "cue": 0.75, "private": 0.75,
    "list": 0.7, "short_form": 0.6,
}  # fmt: skip


def evidence(text: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """Evidence for spans, in order, each once."""
    return tuple(Evidence(start=s.start, end=s.end, text=text[s.start : s.end]) for s in sorted(set(spans)))


def region_record(region: Region | None) -> RegionRecord | None:
    """A region as the contract writes it."""
    if region is None:
        return None
    return RegionRecord(
        code=region.code, name=region.name, level=region.level, province_code=region.province_code
    )


def organisations(text: str, bodies: Sequence[Body]) -> tuple[list[Organisation], dict[str, str]]:
    """Records of bodies in order, and the id of each body's key."""
    records: list[Organisation] = []
    ids: dict[str, str] = {}
    for number, body in enumerate(bodies, 1):
        ids[body.key] = f"o{number}"
        unit = None
        if body.unit is not None and (body.unit.level is not None or body.unit.name is not None):
            unit = BpjsUnit(level=body.unit.level, name=body.unit.name)
        records.append(
            Organisation(
                id=ids[body.key],
                name=re.sub(r"\s+", " ", body.name),
                kind=body.kind,
                region=region_record(body.region),
                bpjs_unit=unit,
                mentions=evidence(text, body.spans),
                confidence=0.9 if body.region or unit else 0.8,
                evidence=evidence(text, [body.main]),
            )
        )
    return records, ids


def people(
    text: str, found: Sequence[Person], parts: Mapping[int, Part], bodies: Sequence[Body], ids: Mapping[str, str]
) -> tuple[list[PersonRecord], dict[int, str]]:
    """Records of people in order, and the id of each by `id()` of the linked person."""
    records: list[PersonRecord] = []
    numbers: dict[int, str] = {}
    for number, person in enumerate(found, 1):
        numbers[id(person)] = f"p{number}"
        positions = [_position(text, p, bodies, ids) for p in fullest_positions(person.positions)]
        score = max(_NAME_SCORES[use.evidence] for use in person.uses)
        records.append(
            PersonRecord(
                id=f"p{number}",
                name=person.name,
                titles=person.titles,
                positions=tuple(positions),
                part=parts[id(person)],
                public_official=any(p.kind in _PUBLIC_KINDS or p.side in _PUBLIC_SIDES for p in person.positions),
                confidence=score,
                evidence=evidence(text, (use.span for use in person.uses)),
            )
        )
    return records, numbers


def _position(text: str, position: Position, bodies: Sequence[Body], ids: Mapping[str, str]) -> PositionRecord:
    body = next((b for b in bodies if any(position.title_span.overlaps(s) for s in b.spans)), None)
    return PositionRecord(
        title=position.title,
        acting=position.acting,
        organisation=ids.get(body.key) if body else None,
        region=region_record(position.region),
        evidence=evidence(text, [position.span]),
    )


def fullest_positions(positions: Sequence[Position]) -> list[Position]:
    """One position an office: forms of the same office are brought together, the fullest stands, acting forms are kept."""
    groups: list[list[Position]] = []
    for position in positions:
        home = next((g for g in groups if _same_office(g[0], position)), None)
        if home is None:
            groups.append([position])
        else:
            home.append(position)
    chosen = []
    for group in groups:
        acting = [p for p in group if p.acting is not None]
        pool = [p for p in acting if p.region is not None] or acting or group
        fullest = max(group, key=lambda p: (p.region is not None, len(p.title)))
        best = max(pool, key=lambda p: len(p.title))
        chosen.append(best if acting and len(best.title) >= len(fullest.title) * 0.6 else fullest)
    return sorted(chosen, key=lambda p: -len(p.title))


def _same_office(one: Position, other: Position) -> bool:
    if one.kind == other.kind and one.side == other.side:
        return True
    if one.side == other.side == "bpjs":
        return True
    first, second = set(one.title.lower().split()), set(other.title.lower().split())
    return first <= second or second <= first


def coverage_values(items: Sequence[Coverage]) -> list[str]:
    """Values of coverage items in order of place, each once."""
    return list(dict.fromkeys(item.value for item in sorted(items, key=lambda c: c.span)))


__all__ = ["Draft", "__version__", "coverage_values", "evidence", "fullest_positions", "organisations", "people"]
