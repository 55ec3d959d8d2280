"""The items of each field: what is compared, taken from gold and from a result.

An agreement is an item itself, whose value holds the items of its own fields. People without a name are no
items.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal, get_args

from sepakat.records import Agreement, Evidence, Organisation, Person, Result
from sepakat.scoring.gold import GoldAgreement, GoldPerson
from sepakat.text.number_digits import written

Field = Literal[
    "agreement",
    "instrument",
    "signed_on",
    "venue",
    "party",
    "signatory",
    "witness",
    "attendee",
    "programme",
    "beneficiary",
    "person",
    "role",
    "private",
    "worker_count",
    "worker_count_kind",
    "amount",
    "amount_purpose",
    "rate",
    "regulation",
    "outlet",
    "dateline",
]
FIELDS: Final[tuple[Field, ...]] = get_args(Field)

_GOLD_KEYS: Final[Mapping[Field, str]] = {
    "instrument": "instruments",
    "signed_on": "signed_on",
    "venue": "venue",
    "party": "parties",
    "signatory": "signatories",
    "witness": "witnesses",
    "attendee": "attendees",
    "programme": "programmes",
    "beneficiary": "beneficiaries",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is right or wrong.

    Attributes:
        value: What is compared.
        shown: How a list of mistakes shows it.
        written: How an article would write it, to look for one that is missing.
        evidence: Where a result says it stands; `None` in gold.
    """

    value: Any
    shown: str
    written: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ComparedAgreement:
    """An agreement of either side: its status, and the items of each field that is to be scored."""

    status: str
    items: Mapping[Field, Sequence[Item]]


def of_gold_agreement(agreement: GoldAgreement, number: int) -> Item:
    """The `number`-th agreement of a gold, with items for the keys that are given."""
    items: dict[Field, list[Item]] = {}
    for field, key in _GOLD_KEYS.items():
        if key not in agreement.model_fields_set:
            continue
        value = getattr(agreement, key)
        if field == "signatory":
            items[field] = gold_people(value or ())
        else:
            items[field] = texts(value if isinstance(value, tuple) else [value])
    shown = f"{number}: {agreement.status} {', '.join(agreement.instruments or ())}"
    return Item(ComparedAgreement(agreement.status, items), shown, shown)


def of_agreement(agreement: Agreement, result: Result) -> Item:
    """An agreement of a result with the items of all its fields."""
    people = {person.id: person for person in result.people}
    bodies = {body.id: body for body in result.organisations}
    signed = [(people[signatory.person].name, signatory.evidence[0]) for signatory in agreement.signatories]
    items: dict[Field, list[Item]] = {
        "instrument": [text(one.kind, one.evidence[0]) for one in agreement.instruments],
        "signed_on": [text(one.date, one.evidence[0]) for one in [agreement.signed_on] if one],
        "venue": [text(one.text, one.evidence[0]) for one in [agreement.venue] if one],
        "party": [_party(bodies[id_]) for id_ in agreement.parties],
        "signatory": [text(name, evidence) for name, evidence in signed if name],
        "witness": named(people[id_] for id_ in agreement.witnesses),
        "attendee": named(people[id_] for id_ in agreement.attendees),
        "programme": [text(one, agreement.evidence[0]) for one in agreement.programmes],
        "beneficiary": [text(one.label, one.evidence[0]) for one in agreement.beneficiaries],
    }
    kinds = ", ".join(instrument.kind for instrument in agreement.instruments)
    shown = f"{agreement.id.rpartition('-')[2]}: {agreement.status} {kinds}"
    return Item(ComparedAgreement(agreement.status, items), shown, shown, agreement.evidence[0])


def party_string(body: Organisation) -> str:
    """A party as gold writes it: a region's code, `bpjs/<level>/<name>`, or the name as written."""
    if body.kind == "bpjs_ketenagakerjaan":
        unit = body.bpjs_unit
        if unit is None or (unit.level is None and unit.name is None):
            return "bpjs"
        return "/".join(["bpjs", unit.level or "", *([unit.name] if unit.name else [])])
    if body.kind == "regional_government" and body.region is not None:
        return body.region.code
    return body.name


def _party(body: Organisation) -> Item:
    value = party_string(body)
    return Item(value, value, body.name, body.evidence[0])


def text(value: str, evidence: Evidence | None = None) -> Item:
    """An item that is compared as it is written."""
    return Item(value, value, value, evidence)


def texts(values: Iterable[str | None]) -> list[Item]:
    """An item for each text that there is."""
    return [text(value) for value in values if value]


def gold_people(people: Iterable[GoldPerson]) -> list[Item]:
    """The names of a gold's people."""
    return [text(person.name) for person in people]


def named(people: Iterable[Person]) -> list[Item]:
    """The names of a result's people, those without one left out."""
    return [text(person.name, person.evidence[0]) for person in people if person.name]


def number(value: int | Decimal, kind: str | None = None, evidence: Evidence | None = None) -> Item:
    """A number, or with `kind` the pair of both."""
    digits = written(value)
    if kind is None:
        return Item(value, digits, digits, evidence)
    return Item((value, kind), f"{digits} {kind}", digits, evidence)


def regulation(kind: str, label: str | None, year: int | None, evidence: Evidence | None = None) -> Item:
    """A regulation by kind, number (`label`) and year."""
    shown = " ".join(str(part) for part in (kind, label, year) if part is not None)
    return Item((kind, label, year), shown, label or kind, evidence)
