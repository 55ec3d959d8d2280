"""Comparing one result with its gold: what is right, what is missing, what is spurious, for each field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, Literal

from sepakat.records import Evidence, Person, Result
from sepakat.scoring import items as of
from sepakat.scoring import matching
from sepakat.scoring.gold import Gold, GoldPerson
from sepakat.scoring.items import FIELDS, ComparedAgreement, Field, Item

Similarity = Callable[[Any, Any], float]

_SIMILARITY: Final[Mapping[Field, Similarity]] = {
    "instrument": matching.same,
    "signed_on": matching.same,
    "venue": matching.same_venue,
    "party": matching.same_party,
    "signatory": matching.same_name,
    "witness": matching.same_name,
    "attendee": matching.same_name,
    "programme": matching.same,
    "beneficiary": matching.same_beneficiary,
}
# Keys that gold leaves out of an agreement where there is nothing to say. Where no agreement of an article
# has one, the `part` of its people is scored instead.
_OPTIONAL: Final[tuple[Field, ...]] = ("witness", "attendee")


@dataclass(frozen=True, slots=True)
class Mistake:
    """An item that is only in the gold (`missing`) or only in the result (`spurious`)."""

    field: Field
    article: str
    kind: Literal["missing", "spurious"]
    item: Item


@dataclass(slots=True)
class Tally:
    """The comparison of one article.

    Attributes:
        article: Name of the article, as in its gold.
        counts: For each field that the gold lets us score: right, spurious and missing items.
        mistakes: Every spurious and missing item, in the order of the contract's table.
        checks: Each check that the gold asks for, and whether the result raises it (not among the fields).
    """

    article: str
    counts: dict[Field, tuple[int, int, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    checks: dict[str, bool] = field(default_factory=dict)

    def compare(
        self, name: Field, gold: Iterable[Item], found: Iterable[Item], similarity: Similarity
    ) -> list[tuple[Item, Item]]:
        """Match two sets of items one to one, count them, and give the pairs, gold first."""
        wanted, given = _distinct(gold), _distinct(found)
        pairs = matching.best_pairs([w.value for w in wanted], [g.value for g in given], similarity)
        right, spurious, missing = self.counts.get(name, (0, 0, 0))
        self.counts[name] = (
            right + len(pairs),
            spurious + len(given) - len(pairs),
            missing + len(wanted) - len(pairs),
        )
        rest = set(range(len(wanted))).difference(i for i, _ in pairs)
        self.mistakes += [Mistake(name, self.article, "missing", wanted[i]) for i in sorted(rest)]
        rest = set(range(len(given))).difference(j for _, j in pairs)
        self.mistakes += [Mistake(name, self.article, "spurious", given[j]) for j in sorted(rest)]
        return [(wanted[i], given[j]) for i, j in pairs]


def score_article(gold: Gold, result: Result | None) -> Tally:
    """Compare one result with its gold.

    Args:
        gold: What the article says.
        result: What was read from it; `None` when it could not be read, so that everything is missing.

    Returns:
        Counts and mistakes of every field whose key is in the gold.
    """
    tally = Tally(gold.article)
    _score_agreements(tally, gold, result)
    _score_people(tally, gold, result)
    _score_numbers(tally, gold, result)
    _score_regulations(tally, gold, result)
    _score_head(tally, gold, result)
    raised = {check.code for check in result.checks} if result else set()
    tally.checks = {code: code in raised for code in gold.checks or ()}
    tally.mistakes.sort(key=lambda mistake: FIELDS.index(mistake.field))
    return tally


def _score_agreements(tally: Tally, gold: Gold, result: Result | None) -> None:
    """Match the agreements, then their items; an unmatched agreement carries all its items as errors."""
    if gold.agreements is None:
        return
    wanted = [of.of_gold_agreement(agreement, n) for n, agreement in enumerate(gold.agreements, 1)]
    found = [of.of_agreement(agreement, result) for agreement in result.agreements] if result else []
    pairs = tally.compare("agreement", wanted, found, _same_agreement)
    lone_wanted = [item for item in wanted if all(item is not one for one, _ in pairs)]
    lone_found = [item for item in found if all(item is not other for _, other in pairs)]
    for name, similarity in _SIMILARITY.items():
        if name in _OPTIONAL and not any(name in item.value.items for item in wanted):
            continue
        for one, other in pairs:
            if name in one.value.items:
                tally.compare(name, one.value.items[name], other.value.items[name], similarity)
        for item in lone_wanted:
            tally.compare(name, item.value.items.get(name, ()), (), similarity)
        for item in lone_found:
            tally.compare(name, (), item.value.items[name], similarity)
        tally.counts.setdefault(name, (0, 0, 0))


def _same_agreement(gold: ComparedAgreement, found: ComparedAgreement) -> float:
    """Only of the same status; the more instruments and parties they share the better.

    Equally good ones are told apart by date and signatories, which together weigh less than one instrument.
    """
    if gold.status != found.status:
        return 0.0

    def shared(name: Field) -> int:
        wanted = [item.value for item in gold.items.get(name, ())]
        given = [item.value for item in found.items[name]]
        return len(matching.best_pairs(wanted, given, _SIMILARITY[name]))

    aside = shared("signed_on") + shared("signatory")
    weight = 1 + shared("instrument") + shared("party") + aside / (aside + 1)
    return weight / 1e6  # above 0, and below 1 however much they share


def _score_people(tally: Tally, gold: Gold, result: Result | None) -> None:
    """Names and roles; the private people apart; witnesses and attendees where no agreement lists them."""
    if gold.people is None:
        return
    found = [person for person in result.people if person.name] if result else []
    public = [person for person in gold.people if person.part != "private"]
    private = [person for person in gold.people if person.part == "private"]
    officials = [person for person in found if person.part != "private"]
    pairs = tally.compare("person", of.gold_people(public), of.named(officials), matching.same_name)
    _score_roles(tally, public, officials, {one.value: other.value for one, other in pairs})
    others = [person for person in found if person.part == "private"]
    tally.compare("private", of.gold_people(private), of.named(others), matching.same_name)
    for name in _OPTIONAL:
        if name not in tally.counts:
            wanted = [person for person in gold.people if person.part == name]
            given = [person for person in found if person.part == name]
            tally.compare(name, of.gold_people(wanted), of.named(given), matching.same_name)


def _score_roles(tally: Tally, gold: Sequence[GoldPerson], found: Sequence[Person], name_of: Mapping[str, str]) -> None:
    """One role a person: of several positions in a result the one nearest to the gold's role counts."""
    tally.counts.setdefault("role", (0, 0, 0))
    unmatched = {str(person.name): person for person in found}
    for person in gold:
        other = unmatched.pop(name_of.get(person.name, ""), None)
        if "role" in person.model_fields_set:
            role = person.role or ""
            wanted = [Item(role, f"{person.name}: {role}", role)] if role else []
            tally.compare("role", wanted, _role(other, role), matching.same_role)
    for other in unmatched.values():
        tally.compare("role", (), _role(other, ""), matching.same_role)


def _role(person: Person | None, wanted: str) -> list[Item]:
    """The position of a person that is nearest to the wanted role, if the person has any."""
    if person is None or not person.positions:
        return []
    nearest = max(person.positions, key=lambda position: matching.same_role(wanted, position.title))
    shown = f"{person.name}: {nearest.title}"
    return [Item(nearest.title, shown, nearest.title, nearest.evidence[0])]


def _score_numbers(tally: Tally, gold: Gold, result: Result | None) -> None:
    """Worker counts, amounts and rates."""
    if gold.worker_counts is not None:
        counts = [(w.value, w.kind, w.evidence[0]) for w in result.worker_counts] if result else []
        wanted = [(w.value, w.kind) for w in gold.worker_counts]
        _score_values(tally, "worker_count", "worker_count_kind", wanted, counts)
    if gold.amounts is not None:
        sums = [(m.value_idr, m.purpose, m.evidence[0]) for m in result.amounts] if result else []
        expected = [(m.value, m.purpose) for m in gold.amounts]
        _score_values(tally, "amount", "amount_purpose", expected, sums)
    if gold.rates is not None:
        shares = [(Decimal(r.percent), r.evidence[0]) for r in result.rates] if result else []
        rates = [of.number(value, None, evidence) for value, evidence in shares]
        tally.compare("rate", [of.number(r.value) for r in gold.rates], rates, matching.same)


def _score_values(
    tally: Tally,
    by_value: Field,
    by_kind: Field,
    gold: Sequence[tuple[int, str | None]],
    found: Sequence[tuple[int, str, Evidence]],
) -> None:
    """Score numbers twice: by value alone, and by value and kind where the gold tells every kind."""
    values = [of.number(value, None, evidence) for value, _, evidence in found]
    tally.compare(by_value, [of.number(value) for value, _ in gold], values, matching.same)
    if all(kind is not None for _, kind in gold):
        kinds = [of.number(value, kind, evidence) for value, kind, evidence in found]
        tally.compare(by_kind, [of.number(value, kind) for value, kind in gold], kinds, matching.same)


def _score_regulations(tally: Tally, gold: Gold, result: Result | None) -> None:
    """Regulations by kind, number and year."""
    if gold.regulations is not None:
        wanted = [of.regulation(r.kind, r.number, r.year) for r in gold.regulations]
        found = result.regulations if result else ()
        given = [of.regulation(r.kind, r.number, r.year, r.evidence[0]) for r in found]
        tally.compare("regulation", wanted, given, matching.same_regulation)


def _score_head(tally: Tally, gold: Gold, result: Result | None) -> None:
    """Outlet and dateline; a value where the gold says null is an error."""
    names: tuple[Literal["outlet", "dateline"], ...] = ("outlet", "dateline")
    for name in names:
        if name in gold.model_fields_set:
            found = getattr(result.article, name) if result else None
            tally.compare(name, of.texts([getattr(gold, name)]), of.texts([found]), matching.same_folded)


def _distinct(items: Iterable[Item]) -> list[Item]:
    """A field is a set: of equal values the first one stays."""
    first: dict[Any, Item] = {}
    for item in items:
        first.setdefault(item.value, item)
    return list(first.values())
