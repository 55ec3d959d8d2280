"""Which body a person speaks for, and which person holds an office that is written without a name."""

from typing import Final

from sepakat.linking.bodies import Body
from sepakat.linking.merge import Linked
from sepakat.linking.people import Person
from sepakat.linking.positions import Position


def holder(linked: Linked, position: Position | None) -> Person | None:
    """The one person of the article who holds an office that is written without a name."""
    if position is None:
        return None
    holders = [
        person
        for person in linked.people
        if any(
            p.kind == position.kind
            and p.side == position.side
            and (position.region is None or p.region is None or p.region == position.region)
            and (position.side != "agency" or _shares_words(p.title, position.title))
            for p in person.positions
        )
    ]
    return holders[0] if len(holders) == 1 else None


def _shares_words(one: str, other: str) -> bool:
    first, second = set(one.lower().split()), set(other.lower().split())
    return first <= second or second <= first


def body_of(linked: Linked, person: Person) -> Body | None:
    """The body that a person's office speaks for."""
    if id(person) not in linked.spoken_for:
        linked.spoken_for[id(person)] = _find_body(linked, person)
    return linked.spoken_for[id(person)]


def _find_body(linked: Linked, person: Person) -> Body | None:
    for position in person.offices:
        if position.side == "government":
            region = position.region or linked.main_region
            government = (b for b in linked.bodies if b.form == "government" and b.region is not None)
            body = next((b for b in government if b.region == region), None)
        else:
            named = [b for _, b in linked.body_places.touching(position.title_span)]
            body = next((b for b in named if (b.form == "bpjs") == (position.side == "bpjs")), None)
        if body is not None:
            return body
    if any(p.side == "bpjs" for p in person.positions):
        return next((b for b in linked.bodies if b.form == "bpjs"), None)
    return _by_office(linked, person)


_FORMS_OF_OFFICE: Final[dict[str, tuple[str, ...]]] = {
    "prosecutor": ("prosecutor",),
    "academic": ("university",),
    "village_head": ("village",),
    "chair": ("charity", "association", "partner"),
    "director": ("company", "partner"),
    "manager": ("company",),
    "leader": ("company", "partner"),
    "head": ("ministry", "authority"),
}


def _by_office(linked: Linked, person: Person) -> Body | None:
    """The only body of the sort that an office heads: a Kajari speaks for the Kejaksaan Negeri of the article."""
    for position in person.offices:
        forms = _FORMS_OF_OFFICE.get(position.kind, ())
        bodies = [body for body in linked.bodies if body.form in forms]
        same = [b for b in bodies if position.region is not None and b.region == position.region]
        if len(same or bodies) == 1:
            return (same or bodies)[0]
    return None
