"""Writing the result down: values with their places become records with ids and evidence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sepakat import __version__
from sepakat.assembly import coverage, numbers
from sepakat.assembly.agreements import Draft, drafts
from sepakat.assembly.coverage import Coverage
from sepakat.assembly.parts import part_of
from sepakat.assembly.region_record import region_record
from sepakat.assembly.signing import cast_all
from sepakat.linking.bodies import Body
from sepakat.linking.merge import Linked
from sepakat.linking.people import Person
from sepakat.linking.positions import Position
from sepakat.records import (
    Agreement,
    Amount,
    ArticleRecord,
    Beneficiary,
    BpjsUnit,
    Extractor,
    Instrument,
    Organisation,
    Part,
    Purpose,
    Result,
    Signatory,
    SignedOn,
    Term,
    Venue,
)
from sepakat.records import Person as PersonRecord
from sepakat.records import Position as PositionRecord
from sepakat.text.article import Mention, Span
from sepakat.text.evidence import evidence
from sepakat.text.layout import Layout
from sepakat.text.spans import SpanIndex


@dataclass
class Ids:
    """Ids given to what an agreement refers to."""

    bodies: dict[str, str] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)
    counts: list[str] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    regulations: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Written:
    """A result with what assembly went by, for `sepakat explain`."""

    result: Result
    people: Sequence[Person]
    drafts: Sequence[Draft]

    def mentions(self) -> Iterator[Mention[str]]:
        """Names and signers with the rules that linked them."""
        for person in self.people:
            for use in person.uses:
                rule = f"people.{use.evidence}"
                yield Mention(use.span, "person", person.name, rule, _NAME_SCORES[use.evidence])
        for draft in self.drafts:
            for signer in draft.signers:
                yield Mention(signer.span, "signatory", signer.person.name, signer.rule, signer.score)


def write(linked: Linked, *, model: str | None = None) -> Written:
    """Assemble an article's result, its checks still empty.

    Args:
        linked: The article after linking.
        model: Name and version of the statistical reader that took part, or None.
    """
    layout = linked.layout
    text = layout.article.text
    published = layout.article.published or layout.published
    casts = cast_all(linked)
    found = drafts(linked, casts, published)
    main = next((d for d in found if d.is_main), None)
    about = [s.span for s in main.sentences] if main else []
    counts = numbers.counts(linked, main.status if main else None, about, published)
    amounts = numbers.amounts(linked)
    rates = numbers.rates(linked, published)
    regulations = numbers.regulations(linked)
    bodies, body_ids = organisations(text, linked.bodies)
    parts = {id(person): part_of(linked, person, found, casts) for person in linked.people}
    persons, person_ids = people(text, linked.people, parts, linked.body_places, body_ids)
    ids = Ids(
        body_ids,
        person_ids,
        [record.id for record in counts if record.kind in ("covered_by_agreement", "target")],
        [m.id for m in amounts if m.purpose in ("budget", "contribution") and not _for_health(layout, m)],
        [r.id for r in regulations if any(span.start <= r.evidence[0].start < span.end for span in about)],
    )
    counted = [Span(e.start, e.end) for c in counts if c.kind == "covered_by_agreement" for e in c.evidence]
    article = article_record(layout)
    result = Result(
        extractor=Extractor(version=__version__, model=model),
        article=article,
        agreements=tuple(
            agreement(linked, article.id, number, item, ids, counted if item.is_main else [])
            for number, item in enumerate(found, 1)
        ),
        organisations=tuple(bodies),
        people=tuple(persons),
        worker_counts=tuple(counts),
        amounts=tuple(amounts),
        rates=tuple(rates),
        regulations=tuple(regulations),
    )
    return Written(result, linked.people, found)


_HEALTH: Final = re.compile(r"\b(?:bpjs\skesehatan|jkn|jaminan\skesehatan|uhc)\b")


def _for_health(layout: Layout, amount: Amount) -> bool:
    """Whether the sentences that give a sum speak of health insurance."""
    sentences = [layout.sentence_at(place.start) for place in amount.evidence]
    return any(s is not None and _HEALTH.search(layout.lower, s.span.start, s.span.end) for s in sentences)


def article_record(layout: Layout) -> ArticleRecord:
    """What is known of the article itself."""
    article = layout.article
    given, printed = article.published, layout.published
    published = given or printed
    return ArticleRecord(
        id=article.id,
        source=article.source,
        url=article.url,
        outlet=layout.outlet_name,
        title=article.title or _words(layout, layout.title),
        dateline=_words(layout, layout.dateline),
        byline=_words(layout, layout.byline),
        published=published.isoformat() if published else None,
        published_basis="given" if given else "text" if printed else None,
        chars=len(article.text),
    )


def _words(layout: Layout, span: Span | None) -> str | None:
    if span is None:
        return None
    return _SPACES.sub(" ", span.of(layout.article.text)).strip() or None


_SPACES: Final = re.compile(r"\s+")
_PUBLIC_KINDS: Final = frozenset(
    [
        "head_of_region",
        "deputy_head",
        "regional_secretary",
        "assistant",
        "agency_head",
        "agency_official",
        "bpjs_head",
        "bpjs_official",
        "prosecutor",
        "district_head",
        "village_head",
        "legislator",
        "police_military",
        "judge",
        "national",
        "director_general",
    ]
)
_PUBLIC_SIDES: Final = frozenset({"bpjs", "bpjs_kesehatan", "government", "agency"})
_NAME_SCORES: Final = {
    "office_before": 0.95,
    "office_after": 0.9,
    "title": 0.85,
    "ner": 0.85,
    "speech": 0.8,
    "cue": 0.75,
    "private": 0.75,
    "short_form": 0.6,
}


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
                name=_SPACES.sub(" ", body.name),
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
    text: str,
    found: Sequence[Person],
    parts: Mapping[int, Part],
    bodies: SpanIndex[Body],
    ids: Mapping[str, str],
) -> tuple[list[PersonRecord], dict[int, str]]:
    """Records of people in order, and the id of each by `id()` of the linked person."""
    records: list[PersonRecord] = []
    numbers: dict[int, str] = {}
    for number, person in enumerate(found, 1):
        numbers[id(person)] = f"p{number}"
        positions = [_position(text, p, bodies, ids) for p in fullest_positions(person.offices)]
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


def _position(text: str, position: Position, bodies: SpanIndex[Body], ids: Mapping[str, str]) -> PositionRecord:
    named = {body.key for _, body in bodies.touching(position.title_span)}
    return PositionRecord(
        title=position.title,
        acting=position.acting,
        organisation=next((id_ for key, id_ in ids.items() if key in named), None) if named else None,
        region=region_record(position.region),
        evidence=evidence(text, [position.span]),
    )


def fullest_positions(positions: Sequence[Position]) -> list[Position]:
    """One position an office: forms of one office are brought together, the fullest stands, acting forms are kept."""
    if len(positions) < 2:
        return list(positions)
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


def agreement(
    linked: Linked, article_id: str, number: int, draft: Draft, ids: Ids, counted: Sequence[Span]
) -> Agreement:
    """One agreement's record; `counted` are the places of the worker counts that belong to it."""
    text = linked.layout.article.text
    main = draft.is_main
    programmes = coverage.programmes(linked, draft.sentences, fallback=main and draft.status == "signed")
    beneficiaries = coverage.beneficiaries(linked, draft.sentences, counted, fallback=main)
    funding = coverage.funding(linked, draft.sentences) if main else []
    purpose = coverage.purpose(linked, draft.clauses, draft.sentences)
    term = coverage.term_years(linked, draft.sentences)
    until = coverage.term_end(linked, draft.sentences)
    return Agreement(
        id=f"{article_id}-a{number}",
        status=draft.status,
        action=draft.action,
        instruments=tuple(
            Instrument(
                kind=kind,
                label=text[spans[0].start : spans[0].end],
                number=code,
                evidence=evidence(text, spans),
            )
            for kind, code, spans in draft.instruments
        ),
        signed_on=_signed_on(text, draft),
        term=Term(
            years=term[0] if term else None,
            until=until[0] if until else None,
            evidence=evidence(text, [found[1] for found in (term, until) if found]),
        )
        if term or until
        else None,
        venue=_venue(linked, draft),
        parties=tuple(ids.bodies[body.key] for body in draft.parties),
        signatories=tuple(
            Signatory(
                person=ids.people[id(signer.person)],
                party=ids.bodies[signer.party.key] if signer.party else None,
                evidence=evidence(text, [signer.span]),
            )
            for signer in draft.signers
        ),
        witnesses=tuple(ids.people[id(person)] for person in draft.witnesses),
        attendees=tuple(ids.people[id(person)] for person in draft.attendees),
        programmes=tuple(_codes(programmes)),
        beneficiaries=tuple(
            Beneficiary(label=item.label, category=item.value, evidence=evidence(text, [item.span]))
            for item in beneficiaries
        ),
        worker_counts=tuple(ids.counts) if main else (),
        amounts=tuple(ids.amounts) if main else (),
        regulations=tuple(ids.regulations) if main else (),
        funding=tuple(_codes(funding)),
        purpose=Purpose(text=text[purpose.start : purpose.end], evidence=evidence(text, [purpose]))
        if purpose
        else None,
        confidence=draft.confidence,
        evidence=evidence(text, [clause.span for clause in draft.clauses]),
    )


def _signed_on(text: str, draft: Draft) -> SignedOn | None:
    if draft.signed_on is None:
        return None
    resolved, span = draft.signed_on
    return SignedOn(
        date=resolved.date,
        basis=resolved.basis,
        weekday_agrees=resolved.weekday_agrees,
        evidence=evidence(text, [span]),
    )


def _venue(linked: Linked, draft: Draft) -> Venue | None:
    if draft.venue is None:
        return None
    span = draft.venue
    inside = [region for place, region in linked.regions.items() if span.covers(place)]
    text = linked.layout.article.text
    return Venue(
        text=_SPACES.sub(" ", text[span.start : span.end]),
        region=region_record(inside[-1] if inside else None),
        evidence=evidence(text, [span]),
    )


def _codes(items: Sequence[Coverage]) -> list[Any]:
    """Values of coverage items in order of place, each once."""
    return list(dict.fromkeys(item.value for item in sorted(items, key=lambda c: c.span)))
