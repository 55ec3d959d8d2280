"""From deals to agreements: sides, signers, witnesses, documents, date and venue, each the best of its candidates."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sepakat.assembly.coverage import sentences_about
from sepakat.assembly.roles import Cast
from sepakat.assembly.sides import body_of, holder
from sepakat.assembly.signing import Clause, Deal, find_clauses, group
from sepakat.linking.bodies import Body
from sepakat.linking.merge import Linked
from sepakat.linking.people import Person
from sepakat.linking.when import ResolvedDate, resolve
from sepakat.recognisers.dates import DateMention
from sepakat.recognisers.instruments import InstrumentMention
from sepakat.records import Action, InstrumentKind, Status
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Sentence


@dataclass(frozen=True)
class Signer:
    """A person who signed, for which side, and the words that say so."""

    person: Person
    party: Body | None
    span: Span
    score: float
    rule: str


@dataclass
class Draft:
    """An agreement before it is written down: values with their places, not yet ids."""

    status: Status
    action: Action | None
    clauses: list[Clause]
    sentences: list[Sentence]
    instruments: list[tuple[InstrumentKind, str | None, list[Span]]]
    signed_on: tuple[ResolvedDate, Span] | None
    venue: Span | None
    parties: list[Body]
    signers: list[Signer]
    witnesses: list[Person] = field(default_factory=list)
    attendees: list[Person] = field(default_factory=list)
    confidence: float = 0.5
    is_main: bool = False


_RENEWAL: Final = re.compile(
    r"\b(?:perpanjangan|memperpanjang|diperpanjang|perpanjang|pembaru?an|memperbarui|memperbaharui|diperbarui|lanjutan\s(?:dari\s)?"
    r"(?:mou|pks|kerja|perjanjian)|melanjutkan\s(?:kembali\s)?(?:kerja|mou|pks|perjanjian)|kembali\s(?:menanda\w*|menjalin|meneken|teken"
    r"|melakukan\s(?:penanda|perpan|kerja)|melaksanakan\s(?:penanda|kerja)|jalin|bekerja\s?sama|mou|kerja\s?sama))"
)
_AMENDMENT: Final = re.compile(r"\b(?:add?endum|perubahan\s(?:atas\s)?(?:mou|pks|perjanjian|nota))\b")
_COORDINATED: Final = re.compile(
    r"^\s{0,2}(?:\([^()]{1,40}\))?\s{0,2}(?:,|dan|serta|sekaligus|beserta|hingga|juga|disertai|dengan|\s)*"
    r"(?:penandatanganan|naskah|dokumen|sebuah)?\s?$"
)
_POINTED_AT: Final = re.compile(r"\s(?:ini|itu|tersebut)\b")
_FIRM_ORDER: Final[tuple[InstrumentKind, ...]] = (
    "perjanjian_kerja_sama",
    "nota_kesepakatan",
    "kesepakatan_bersama",
    "nota_kesepahaman",
    "adendum",
    "rencana_kerja",
    "komitmen_bersama",
    "lainnya",
)


def drafts(linked: Linked, casts: Mapping[Sentence, Sequence[Cast]], published: date | None) -> list[Draft]:
    """All agreements that the article tells of, in order of place; the empty list when there is none."""
    deals = group(linked, find_clauses(linked, casts))
    if not deals:
        return []
    main = max(deals, key=lambda deal: (deal.status == "signed", sum(c.weight for c in deal.clauses)))
    apart = {c.sentence for deal in deals if deal is not main for c in deal.clauses}
    apart -= {c.sentence for c in main.clauses}
    mine = {sentence: items for sentence, items in casts.items() if sentence not in apart} if apart else casts
    found = [(deal, draft(linked, deal, mine, main=deal is main, published=published)) for deal in deals]
    _share_event([agreement for _, agreement in found])
    return [agreement for deal, agreement in found if is_worth(agreement, deal is main)]


def _share_event(agreements: Sequence[Draft]) -> None:
    """A further deal signed at the same event has its date, venue and witnesses, unless it names its own."""
    main = next((a for a in agreements if a.is_main and a.status == "signed"), None)
    for other in agreements:
        if main is None or other is main or other.status != "signed":
            continue
        other.signed_on = other.signed_on or main.signed_on
        other.venue = other.venue or main.venue
        other.witnesses = other.witnesses or [p for p in main.witnesses if p not in [s.person for s in other.signers]]


def draft(
    linked: Linked,
    deal: Deal,
    casts: Mapping[Sentence, Sequence[Cast]],
    *,
    main: bool,
    published: date | None,
) -> Draft:
    """Work one deal out.

    Args:
        linked: The article.
        deal: Its clauses.
        casts: Roles of people by sentence, over the whole article.
        main: Whether this is the article's main deal: witnesses and guests of the event belong to it.
        published: Publication date, for dates without a year.
    """
    status = deal.status
    clauses = [c for c in deal.clauses if c.status == status] or deal.clauses
    sentences = sentences_about(linked, deal) if main else [c.sentence for c in clauses]
    signers = _signers(linked, clauses, casts, main) if status in ("signed", "in_force", "expired") else []
    parties = _parties(linked, deal, clauses, signers)
    agreement = Draft(
        status=status,
        action=_action(linked, clauses),
        clauses=clauses,
        sentences=sentences,
        instruments=_instruments(linked, clauses),
        signed_on=_date_of(linked, status, clauses, sentences, published, main),
        venue=_venue(linked, clauses, main) if status == "signed" else None,
        parties=parties,
        signers=[_with_party(signer, parties) for signer in signers],
        confidence=_confidence(clauses, parties),
        is_main=main,
    )
    if main and status in ("signed", "planned", "discussed"):
        _add_guests(linked, agreement, casts)
    return agreement


def _confidence(clauses: Sequence[Clause], parties: Sequence[Body]) -> float:
    best = max((c.weight for c in clauses), default=0.0)
    bonus = 0.1 * min(len(clauses) - 1, 2)
    sides = 0.0 if len(parties) >= 2 else -0.2
    return round(max(0.1, min(0.98, 0.6 * best + 0.25 + bonus + sides)), 2)


def _action(linked: Linked, clauses: Sequence[Clause]) -> Action | None:
    for clause in clauses:
        span = clause.sentence.span
        if _AMENDMENT.search(linked.layout.lower, span.start, span.end):
            return "amendment"
        if _RENEWAL.search(linked.layout.lower, span.start, span.end):
            return "renewal"
    return None


def _instruments(linked: Linked, clauses: Sequence[Clause]) -> list[tuple[InstrumentKind, str | None, list[Span]]]:
    """Kinds of documents signed: the best told one, and those that stand beside it as papers of their own."""
    weights: dict[InstrumentKind, float] = {}
    places: dict[InstrumentKind, list[Mention[InstrumentMention]]] = {}
    legal = _legal_name(clauses)
    for clause in clauses:
        for mention in clause.instruments:
            kind = legal if legal and mention.value.kind == "nota_kesepahaman" else mention.value.kind
            weight = (
                clause.weight
                * (0.4 if mention.value.plain else 1.0)
                * (0.5 if clause.sentence.zone == "title" else 1.0)
            )
            if clause.verb is None:
                weight *= 0.4
            if _POINTED_AT.match(linked.layout.lower, mention.span.end):
                weight *= 0.5  # `kesepakatan bersama itu` takes up what is named elsewhere
            weights[kind] = weights.get(kind, 0.0) + weight
            places.setdefault(kind, []).append(mention)
    if not any(not m.value.plain for found in places.values() for m in found):
        for mention in _named_elsewhere(linked):
            weights[mention.value.kind] = weights.get(mention.value.kind, 0.0) + 0.5
            places.setdefault(mention.value.kind, []).append(mention)
    if not weights:
        return []
    firm = [k for k in weights if any(not m.value.plain for m in places[k])]
    best = max(firm or weights, key=lambda kind: (weights[kind], -_FIRM_ORDER.index(kind)))
    chosen = [best, *[kind for kind in firm if kind != best and _beside(linked, clauses, best, kind)]]
    result: list[tuple[InstrumentKind, str | None, list[Span]]] = []
    for kind in sorted(chosen, key=lambda k: places[k][0].span):
        number = next((m.value.number for m in places[kind] if m.value.number), None)
        result.append((kind, number, [m.span for m in places[kind]]))
    return result


def _legal_name(clauses: Sequence[Clause]) -> InstrumentKind | None:
    """What the paper is that the text also calls MoU: `PKS (MoU)`, `MoU atau Nota Kesepakatan`."""
    for clause in clauses:
        for value in (mention.value for mention in clause.instruments):
            names = {value.kind, value.alias} - {"nota_kesepahaman", None}
            if value.alias and len(names) == 1:
                return value.alias if value.kind == "nota_kesepahaman" else value.kind
    return None


def _named_elsewhere(linked: Linked) -> list[Mention[InstrumentMention]]:
    """Documents named in the body, for a deal whose own clauses only say `kerja sama`."""
    return [
        m
        for m in linked.instruments
        if not m.value.plain and linked.layout.zone_at(m.span.start) == "body" and m.value.kind != "rencana_kerja"
    ]


def _beside(linked: Linked, clauses: Sequence[Clause], one: InstrumentKind, other: InstrumentKind) -> bool:
    """Whether two kinds are joined in one clause (`MoU dan rencana kerja`), so that both papers exist."""
    text = linked.layout.lower
    for clause in clauses:
        papers = sorted((m for m in clause.instruments if not m.value.plain), key=lambda m: m.span)
        for left, right in zip(papers, papers[1:], strict=False):
            if {left.value.kind, right.value.kind} == {one, other} and _COORDINATED.match(
                text[left.span.end : right.span.start]
            ):
                return True
    return False


def _signers(
    linked: Linked, clauses: Sequence[Clause], casts: Mapping[Sentence, Sequence[Cast]], main: bool
) -> list[Signer]:
    found: dict[int, Signer] = {}
    for clause in clauses:
        if clause.verb is None and clause.sentence.zone != "caption":
            continue
        for item in clause.casts:
            if item.role == "signatory":
                _add_signer(linked, found, item)
    if main:
        own = {clause.sentence for clause in clauses}
        for sentence, items in casts.items():
            if sentence in own or linked.layout.is_quoted(sentence.span.start):
                continue
            for item in items:
                if item.role == "signatory" and item.score >= 0.85:
                    _add_signer(linked, found, item)
    for item in (item for items in casts.values() for item in items if item.role == "represented"):
        person = item.actor.person or holder(linked, item.actor.position)
        found.pop(id(person), None)
    signers = sorted(found.values(), key=lambda signer: signer.span)
    return [signer for signer in signers if not _is_replaced(linked, signer, signers)]


def _is_replaced(linked: Linked, signer: Signer, signers: Sequence[Signer]) -> bool:
    """Whether a head of region signs in the lead, and an official of the region in the account of both sides.

    `Bupati X meneken PKS` names the government; `ditandatangani Kepala Dinas Y dan Kepala Cabang Z` those who signed.
    """
    if signer.party is None or not any(p.kind == "head_of_region" for p in signer.person.positions):
        return False
    sentence = _sentence(linked, signer)
    account = {_sentence(linked, s) for s in signers if s.party is not None and s.party.form == "bpjs"}
    return sentence not in account and any(
        s is not signer
        and s.rule in ("roles.by", "roles.passive")
        and s.party is not None
        and s.party.form in ("government", "agency")
        and s.party.region == signer.party.region
        and _sentence(linked, s) in account
        for s in signers
    )


def _sentence(linked: Linked, signer: Signer) -> Sentence | None:
    return linked.layout.sentence_at(signer.span.start)


def _add_signer(linked: Linked, found: dict[int, Signer], item: Cast) -> None:
    person = item.actor.person or holder(linked, item.actor.position)
    if person is None or person.is_private or id(person) in found:
        return
    if any(p.side == "bpjs_kesehatan" for p in person.positions):
        return
    found[id(person)] = Signer(person, body_of(linked, person), item.actor.span, item.score, item.rule)


def _with_party(signer: Signer, parties: Sequence[Body]) -> Signer:
    """A signer's side among the parties: an agency's head signs for its government if that is the party."""
    if signer.party is None or signer.party in parties:
        return signer
    same = next(
        (p for p in parties if p.form == signer.party.form or (p.form, signer.party.form) == ("government", "agency")),
        None,
    )
    return Signer(signer.person, same, signer.span, signer.score, signer.rule)


def _parties(linked: Linked, deal: Deal, clauses: Sequence[Clause], signers: Sequence[Signer]) -> list[Body]:
    """Both sides: BPJS Ketenagakerjaan by its signing or named unit, and the counterparts."""
    bpjs = _bpjs_side(linked, clauses, signers)
    others: list[Body] = []
    for signer in signers:
        if signer.party is not None and signer.party.form != "bpjs" and signer.party not in others:
            others.append(signer.party)
    weights: dict[str, float] = {}
    for clause in clauses:
        for body in clause.counterparts:
            weights[body.key] = weights.get(body.key, 0.0) + clause.weight
    for body in [b for b in linked.bodies if b.key in weights]:
        if body not in others:
            others.append(body)
    named = others
    others = _without_parts(linked, others, weights, {s.party.key for s in signers if s.party})
    others += [b for b in _joined(linked, clauses, named, others) if b not in others]
    if not others:
        others = _implied_side(linked, signers)
    return ([bpjs] if bpjs else []) + others


def _without_parts(
    linked: Linked, bodies: Sequence[Body], weights: Mapping[str, float], signing: set[str]
) -> list[Body]:
    """A government's own agencies fold into it; bodies without a region that only host or speak go."""
    governments = [b for b in bodies if b.form == "government"]
    resolved = [b for b in governments if b.region is not None]
    governments = resolved or governments
    if len(governments) > 1:
        best = max(governments, key=lambda b: (b.key in signing, weights.get(b.key, 0.0)))
        governments = [best]
    if governments:
        firm = [b for b in bodies if b.form in ("prosecutor", "charity", "university") and b.key in signing]
        return governments + firm
    order = (
        "prosecutor",
        "charity",
        "agency",
        "university",
        "association",
        "ministry",
        "village",
        "company",
        "authority",
        "partner",
    )
    for form in order:
        chosen = [b for b in bodies if b.form == form]
        if chosen:
            with_signer = [b for b in chosen if b.key in signing]
            if form in ("agency", "village"):
                return chosen
            return with_signer or [max(chosen, key=lambda b: weights.get(b.key, 0.0))]
    return []


def _heads(linked: Linked, span: Span) -> Iterator[tuple[Span, Body]]:
    """Governments that only the office of their head names: `dengan Wali Kota Dumai dan Dinas …`."""
    for _, position in linked.position_places.inside(span):
        for body in linked.bodies if position.side == "government" and position.region else ():
            if body.form == "government" and body.region == position.region:
                yield position.title_span, body


_AND: Final = re.compile(r"(?:\s\([^()\n]{1,20}\))?(?:,\s|,?\s(?:dan|serta)\s)")


def _joined(linked: Linked, clauses: Sequence[Clause], named: Sequence[Body], chosen: Sequence[Body]) -> list[Body]:
    """Bodies that a clause with a signing word joins to a side by `dan`: `dengan Kejari A dan Kejari B`."""
    found: list[Body] = []
    for clause in clauses if len(named) > 1 else ():
        if clause.verb is None:
            continue
        behind = Span(clause.verb.span.end, max(clause.verb.span.end, clause.span.end))
        places = [*_heads(linked, behind), *((at, b) for b, at in linked.bodies_in(behind) if b in named)]
        places.sort(key=lambda place: place[0])
        for (left, one), (right, other) in zip(places, places[1:], strict=False):
            if one in (*chosen, *found) and _AND.fullmatch(linked.layout.lower, left.end, right.start):
                found.append(other)
    return found


def _implied_side(linked: Linked, signers: Sequence[Signer]) -> list[Body]:
    """A head of region who signs makes the government a side, even if it is not named."""
    for body in linked.bodies:
        if body.form == "government" and body.region is not None and body.region == linked.main_region:
            return [body]
    return []


def _bpjs_side(linked: Linked, clauses: Sequence[Clause], signers: Sequence[Signer]) -> Body | None:
    """The BPJS unit that is bound: of its signer, else the one that a clause names with its level or name."""
    for signer in signers:
        if signer.party is not None and signer.party.form == "bpjs" and _is_specific(signer.party):
            return signer.party
    named = [(clause.weight, body) for clause in clauses for body, _ in clause.bpjs]
    specific = [(weight, body) for weight, body in named if _is_specific(body)]
    if specific:
        return max(specific, key=lambda item: item[0])[1]
    units = [body for body in linked.bodies if body.form == "bpjs"]
    known = [body for body in units if _is_specific(body)]
    if len(known) == 1:
        return known[0]
    lead = next((s for s in linked.layout.sentences if s.zone == "body"), None)
    opening = [b for b in known if lead is not None and any(lead.span.covers(at) for at in b.spans)]
    if len(opening) == 1:
        return opening[0]
    if named:
        return named[0][1]
    return next((b for b in units if not _is_specific(b)), units[0] if units else None)


def _is_specific(body: Body) -> bool:
    return body.unit is not None and (body.unit.name is not None or body.unit.level is not None)


def _date_of(
    linked: Linked,
    status: Status,
    clauses: Sequence[Clause],
    sentences: Sequence[Sentence],
    published: date | None,
    main: bool,
) -> tuple[ResolvedDate, Span] | None:
    """When the deal was or is to be signed; of an earlier deal, the date that stands behind its document."""
    if status in ("signed", "planned"):
        return _signed_on(linked, clauses, sentences, published, main)
    if status not in ("in_force", "expired"):
        return None
    for clause in clauses:
        paper = min((m.span.end for m in clause.instruments), default=clause.span.start)
        for mention in linked.within("date", Span(paper, clause.span.end)):
            if mention.value.year is None or linked.date_role(mention) in (
                "expiry",
                "regulation",
                "as_of",
            ):
                continue
            resolved = resolve(mention.value, published=published)
            if resolved is not None and resolved.date != str(linked.latest_day):  # that day is the news
                return resolved, mention.span
    return None


def _signed_on(
    linked: Linked,
    clauses: Sequence[Clause],
    sentences: Sequence[Sentence],
    published: date | None,
    main: bool,
) -> tuple[ResolvedDate, Span] | None:
    """The date of the signing: an event date in a clause of the deal, else in the article's lead."""
    dates: list[Mention[DateMention]] = linked.mentions.get("date", [])
    own = {clause.sentence: clause.weight for clause in clauses}
    lead = next((s for s in linked.layout.sentences if s.zone == "body"), None)
    candidates: list[tuple[float, int, Mention[DateMention]]] = []
    for mention in dates:
        sentence = linked.layout.sentence_at(mention.span.start)
        if sentence is None or sentence.zone not in ("body", "caption"):
            continue
        value = mention.value
        if value.day is None and value.weekday is None and value.relative is None and value.month is None:
            continue
        score = 0.0
        if sentence in own:
            score = 1.0 + own[sentence]
        elif main and sentence in sentences:
            score = 1.2
        elif main and sentence == lead:
            score = 1.0
        elif main and any(abs(sentence.paragraph - c.sentence.paragraph) <= 1 for c in clauses):
            score = 0.7
        if sentence.zone == "caption":
            score -= 0.3
        if score > 0 and linked.date_role(mention) == "event":
            candidates.append((score + (0.2 if value.day else 0.0), -mention.span.start, mention))
    for _, _, mention in sorted(candidates, key=lambda item: item[:2], reverse=True):
        anchors = [m.value for m in dates if m is not mention]
        anchors += [DateMention(year=m.value.year) for m in linked.mentions.get("regulation", ()) if m.value.year]
        resolved = resolve(mention.value, published=published, published_year=copyright_year(linked), anchors=anchors)
        if resolved is not None:
            return resolved, mention.span
    return None


def copyright_year(linked: Linked) -> int | None:
    """The year of a copyright line; often the only clue to the year of an event."""
    years = [m.value.year for m in linked.copyrights if m.value.year is not None]
    return years[0] if years else None


def _venue(linked: Linked, clauses: Sequence[Clause], main: bool) -> Span | None:
    """The place named in a clause of the deal, else in the lead or beside the clause."""
    own = {clause.sentence: clause.weight for clause in clauses}
    lead = [s for s in linked.layout.sentences if s.zone == "body"][:2]
    best: tuple[tuple[bool, float], Span] | None = None
    for mention in linked.mentions.get("venue", ()):
        sentence = linked.layout.sentence_at(mention.span.start)
        if sentence is None or sentence.zone not in ("body", "caption"):
            continue
        near = main and any(abs(sentence.paragraph - c.sentence.paragraph) <= 1 for c in clauses)
        opens = main and sentence in lead
        score = mention.score * (1.0 + own[sentence] if sentence in own else 0.9 if near else 0.75 if opens else 0.0)
        if linked.layout.is_quoted(mention.span.start):
            score *= 0.3
        rank = (mention.value.kind != "town", score)  # any house named beside a town says more
        if score >= 0.5 and (best is None or rank > best[0]):
            best = (rank, mention.span)
    return best[1] if best else None


def _add_guests(linked: Linked, agreement: Draft, casts: Mapping[Sentence, Sequence[Cast]]) -> None:
    """Witnesses and guests of the event, but not those who sign."""
    signing = {id(signer.person) for signer in agreement.signers}
    for items in casts.values():
        for item in items:
            if item.role not in ("witness", "attendee"):
                continue
            person = item.actor.person or holder(linked, item.actor.position)
            if person is None or id(person) in signing or person.is_private:
                continue
            if item.role == "witness" and person not in agreement.witnesses:
                agreement.witnesses.append(person)
            elif item.role == "attendee" and person not in agreement.attendees:
                agreement.attendees.append(person)
    agreement.attendees = [p for p in agreement.attendees if p not in agreement.witnesses]


def is_worth(agreement: Draft, main: bool) -> bool:
    """Whether an agreement is told firmly enough to be written down."""
    if not agreement.instruments and not agreement.signers:
        return False
    best = max((c.weight for c in agreement.clauses), default=0.0)
    if agreement.status in ("in_force", "expired"):
        firm = any(not m.value.plain for c in agreement.clauses for m in c.instruments)
        told = any(c.weight >= 0.6 and c.counterparts and c.bpjs for c in agreement.clauses)
        return best >= 0.3 and (firm or told)
    return best >= (0.4 if main else 0.6)


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, each once."""
    return sorted(set(spans))
