"""Signing clauses: which sentences tell of an agreement with BPJS Ketenagakerjaan, and which agreement each tells of.

A sentence with two signing words holds two clauses. Clauses with the same counterparts make one deal; a deal of other
bodies at the same event, an earlier deal in the background, and the further deal that is still to come are kept apart.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sepakat.assembly.roles import Actor, Cast, cast
from sepakat.assembly.sides import body_of, holder
from sepakat.linking.bodies import Body
from sepakat.linking.merge import Linked
from sepakat.linking.people import NameUse, Person
from sepakat.recognisers.dates import DateMention
from sepakat.recognisers.instruments import InstrumentMention
from sepakat.recognisers.signing_verbs import SigningVerb
from sepakat.records import Status
from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Sentence
from sepakat.text.spans import SpanIndex


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence that tells of one signing, past, present or planned.

    Attributes:
        span: From its signing word (or the sentence's start) to the next clause.
        status: What this clause alone says.
        verb: Signing word, or None where only a document stands with both sides.
        counterparts: Bodies named as the other side, in order of place.
        signing: Bodies that those who sign speak for, BPJS Ketenagakerjaan's units included.
        bpjs: Units of BPJS Ketenagakerjaan named in the sentence, with their places.
        casts: Roles of the people in it.
        weight: How far the clause can be trusted, 0 to 1.
        dated: Whether it gives a day.
    """

    span: Span
    sentence: Sentence
    status: Status
    verb: Mention[SigningVerb] | None
    instruments: tuple[Mention[InstrumentMention], ...]
    counterparts: tuple[Body, ...]
    signing: tuple[Body, ...]
    bpjs: tuple[tuple[Body, Span], ...]
    casts: tuple[Cast, ...]
    weight: float
    dated: bool = False


@dataclass
class Deal:
    """Clauses that tell of one agreement."""

    clauses: list[Clause] = field(default_factory=list)
    counterparts: list[Body] = field(default_factory=list)

    @property
    def status(self) -> Status:
        """The status that the weightiest clauses give."""
        signed = [clause for clause in self.clauses if clause.status == "signed"]
        told = any(clause.dated or clause.signing or clause.sentence.zone == "title" for clause in signed)
        if signed and not told and any(c.status == "discussed" and c.dated for c in self.clauses):
            return "discussed"  # `Dengan penandatanganan PKS ini …` is said of the draft at a dated meeting
        weights: dict[Status, float] = {}
        for clause in self.clauses:
            weights[clause.status] = weights.get(clause.status, 0.0) + clause.weight
        if weights.get("signed", 0.0) >= 0.8 or not weights:
            return "signed"
        return max(weights, key=lambda status: weights[status])

    @property
    def kinds(self) -> set[str]:
        """Kinds of documents that the clauses name."""
        return kinds_of(m for clause in self.clauses for m in clause.instruments)


def kinds_of(papers: Iterable[Mention[InstrumentMention]]) -> set[str]:
    """Kinds that documents go by, second names of the same paper included."""
    firm = [paper.value for paper in papers if not paper.value.plain]
    return {value.kind for value in firm} | {value.alias for value in firm if value.alias}


_PAST: Final = re.compile(
    r"\b(?:sebelumnya(?:\s(?:telah|sudah|juga))?|tahun\slalu|tahun\ssebelumnya|sejak\s(?:tahun\s)?(?:19|20)\d\d|pada\stahun\s20\d\d"
    r"|(?:telah|sudah)\s(?:lama\s)?(?:terjalin|menjalin|memiliki|ada|berjalan|berlangsung)|yang\s(?:telah|sudah)\s(?:ada|terjalin)"
    r"|tindak\s?lanjut|menindaklanjuti|turunan|mengacu|merujuk|berdasarkan|sesuai\s(?:dengan\s)?(?:isi\s)?(?:mou|nota|pks)"
    r"|selama\sini|beberapa\swaktu\s(?:yang\s)?lalu)\b"
)
_PLANNED: Final = re.compile(
    r"\b(?:akan|bakal|segera|rencananya|berencana|hendak|ingin|menunggu|ditargetkan|dijadwalkan|mendatang|ke\sdepan"
    r"|tahap\sselanjutnya|nantinya|perlu)\b"
)
_DISCUSSED: Final = re.compile(
    r"\b(?:membahas|pembahasan|dibahas|dibicarakan|draf(?:t)?|rancangan|menjajaki|penjajakan|(?:me|di)wacanakan|wacana(?=\s(?:kerja|mou|pks|penanda))|mengusulkan|usulan|harmonisasi|konsultasi"
    r"|rapat\s(?:\w+\s){0,2}?(?:kerja\s?sama|mou|pks|nota\ske\w+|perjanjian)"
    r"|(?:persiapan|rencana)\s(?:penandatangan\w*|kerja\s?sama|mou|pks))\b"
)
_MEETING: Final = re.compile(r"\brapat\s(?:\w+\s){0,2}?kerja\s?sama\b")
_BETWEEN: Final = re.compile(r"\bantara\b")
_HEALTH: Final = re.compile(r"bpjs\s+kesehatan")
_READ_ZONES: Final = frozenset({"body", "title", "caption"})
_COUNTERPART_FORMS: Final = frozenset(
    {
        "government",
        "agency",
        "prosecutor",
        "charity",
        "university",
        "company",
        "association",
        "village",
        "ministry",
        "authority",
        "partner",
    }
)


def actors_in(linked: Linked, sentence: Sentence) -> list[Actor]:
    """People and bare offices of a sentence in order of place."""
    actors = [_named(person, use) for _, (person, use) in linked.name_places.inside(sentence.span)]
    held = {id(actor.position) for actor in actors}
    apart = [position for _, position in linked.position_places.inside(sentence.span) if id(position) not in held]
    named = SpanIndex((actor.span, None) for actor in actors) if apart and actors else None
    for position in apart:
        if named is None or not named.touching(position.span):
            actors.append(Actor(position.span, None, None, position))
    actors.sort(key=by_place)
    return actors


def _named(person: Person, use: NameUse) -> Actor:
    """A person by one use of the name, with the office beside it."""
    if use.position is None:
        return Actor(use.span, person, use, None)
    place = use.position.span
    span = Span(min(use.span.start, place.start), max(use.span.end, place.end))
    return Actor(span, person, use, use.position)


def cast_all(linked: Linked) -> dict[Sentence, list[Cast]]:
    """Roles of all people and offices, by sentence, over headline, captions and body."""
    roles: dict[Sentence, list[Cast]] = {}
    for sentence in linked.layout.sentences:
        if sentence.zone in _READ_ZONES and (actors := actors_in(linked, sentence)):
            signings = linked.within("signing", sentence.span)
            papers = [m.span for m in linked.within("instrument", sentence.span)]
            roles[sentence] = cast(linked.layout, sentence, actors, signings, papers)
    return roles


def find_clauses(linked: Linked, casts: Mapping[Sentence, Sequence[Cast]]) -> list[Clause]:
    """All clauses that tell of a signing with BPJS Ketenagakerjaan, in order of place."""
    clauses: list[Clause] = []
    named_in = _sentences_of(linked, (span for body in linked.bodies if body.form == "bpjs" for span in body.spans))
    told_in = _sentences_of(linked, (mention.span for mention in (*linked.signings, *linked.instruments)))
    recent = 99  # sentences since BPJS Ketenagakerjaan was last named
    for sentence in linked.layout.sentences:
        if sentence.zone not in _READ_ZONES:
            continue
        recent = 0 if sentence.span.start in named_in else recent + 1
        if recent <= 3 and sentence.span.start in told_in:
            clauses += _clauses_of(linked, sentence, casts.get(sentence, ()))
    return clauses


def _sentences_of(linked: Linked, spans: Iterable[Span]) -> set[int]:
    """Where the sentences start that hold one of some spans wholly."""
    holding = ((linked.layout.sentence_at(span.start), span) for span in spans)
    return {sentence.span.start for sentence, span in holding if sentence and span.end <= sentence.span.end}


def _clauses_of(linked: Linked, sentence: Sentence, casts: Sequence[Cast]) -> list[Clause]:
    signings = linked.within("signing", sentence.span)
    strong = [m for m in signings if not m.value.weak and m.value.tense != "negated"]
    papers = linked.within("instrument", sentence.span)
    verbs = _separate(strong, papers)
    if not verbs:
        return _verbless(linked, sentence, papers, casts)
    clauses = []
    opening = _earlier_opening(linked, sentence, verbs[0])
    closing = _earlier_closing(linked, sentence, verbs[0])
    for told in (opening, closing):
        if told is not None:
            clauses.append(_told_before(linked, sentence, told, papers))
    for index, verb in enumerate(verbs):
        start = sentence.span.start if index == 0 else verb.span.start
        start = opening.end if opening is not None and index == 0 else start
        end = verbs[index + 1].span.start if index + 1 < len(verbs) else sentence.span.end
        end = min(end, closing.start) if closing is not None else end
        if end <= start:
            continue
        clause = _clause(linked, sentence, Span(start, end), verb, papers, casts)
        if clause is not None:
            clauses.append(clause)
    return clauses


def _earlier_opening(linked: Linked, sentence: Sentence, verb: Mention[SigningVerb]) -> Span | None:
    """`Menindaklanjuti nota kesepahaman antara A dan B, C dan D menandatangani …`: the words up to the comma."""
    rests = _RESTS_ON.search(linked.layout.lower, sentence.span.start, verb.span.start)
    if rests is None:
        return None
    comma = linked.layout.text.find(", ", rests.end(), verb.span.start)
    span = Span(rests.start(), comma)
    between = comma > 0 and _BETWEEN.search(linked.layout.lower, span.start, span.end)
    firm = any(not p.value.plain for p in linked.within("instrument", span)) if between else False
    return span if firm and any(b.form != "bpjs" for b, _ in linked.bodies_in(span)) else None


def _earlier_closing(linked: Linked, sentence: Sentence, verb: Mention[SigningVerb]) -> Span | None:
    """`Penandatanganan PKS ini turunan dari kerja sama antara A dan B`: the words from `turunan` on."""
    rests = _IS_FOLLOW_UP.search(linked.layout.lower, verb.span.end, sentence.span.end)
    if rests is None:
        return None
    span = Span(rests.start(), sentence.span.end)
    between = _BETWEEN.search(linked.layout.lower, span.start, span.end)
    sides = {body.form == "bpjs" for body, _ in linked.bodies_in(span)}
    return span if between and sides == {True, False} and linked.within("instrument", span) else None


_IS_FOLLOW_UP: Final = re.compile(
    r"\b(?:merupakan|adalah|sebagai|menjadi|ialah)\s(?:bentuk\s)?(?:tindak\s?lanjut|turunan|kelanjutan|penjabaran)\b"
)


def _told_before(
    linked: Linked, sentence: Sentence, span: Span, papers: Sequence[Mention[InstrumentMention]]
) -> Clause:
    """The clause of an earlier deal that a sentence opens with."""
    inside = tuple(p for p in papers if span.covers(p.span))
    bpjs = tuple((b, at) for b, at in linked.bodies_in(span) if b.form == "bpjs")
    return Clause(span, sentence, "in_force", None, inside, _counterparts(linked, span), (), bpjs, (), 0.6)


def _separate(
    verbs: Sequence[Mention[SigningVerb]], papers: Sequence[Mention[InstrumentMention]]
) -> list[Mention[SigningVerb]]:
    """Signing words that open a clause of their own: a second one only with a document of its own."""
    kept: list[Mention[SigningVerb]] = []
    for verb in verbs:
        if (
            not kept
            or any(kept[-1].span.end <= p.span.start < verb.span.start for p in papers)
            and any(p.span.start >= verb.span.end for p in papers)
        ):
            kept.append(verb)
    return kept


def _clause(
    linked: Linked,
    sentence: Sentence,
    span: Span,
    verb: Mention[SigningVerb],
    papers: Sequence[Mention[InstrumentMention]],
    casts: Sequence[Cast],
) -> Clause | None:
    inside = tuple(p for p in papers if span.covers(p.span))
    inside = tuple(p for p in inside if not p.value.plain) or inside
    bpjs = tuple((b, at) for b, at in linked.bodies_in(sentence.span) if b.form == "bpjs")
    counterparts = _counterparts(linked, span, casts)
    we = _WE.search(linked.layout.lower, span.start, verb.span.start) is not None
    bpjs = bpjs or (_speaker_unit(linked, sentence) if we else ())
    told_by_us = we and bool(bpjs) and linked.layout.is_quoted(verb.span.start)
    if not inside and not bpjs:
        return None
    if not bpjs and (len(counterparts) > 1 and _BETWEEN.search(linked.layout.lower, span.start, span.end)):
        return None  # an agreement between two other bodies
    if not bpjs and _HEALTH.search(linked.layout.lower, span.start, span.end):
        return None
    mine = tuple(c for c in casts if span.covers(c.actor.span) or len(casts) and span.overlaps(c.actor.span))
    status, weight = _status(linked, sentence, span, verb)
    if status == "in_force":
        weight = max(weight, 0.4) if told_by_us and counterparts and inside else weight
        inside = _rested_on(linked, Span(span.start, verb.span.start), inside)
    signing = _signing(linked, mine)
    dated = _has_day(linked, span)
    return Clause(span, sentence, status, verb, inside, counterparts, signing, bpjs, mine, weight, dated)


_WE: Final = re.compile(r"\b(?:kami|kita|pihaknya)\b")


def _speaker_unit(linked: Linked, sentence: Sentence) -> tuple[tuple[Body, Span], ...]:
    """The unit of BPJS Ketenagakerjaan whose head says `kami`, if the last office named before is such a head's."""
    before = Span(max(0, sentence.span.start - _SPEAKER_REACH), sentence.span.start)
    offices = [position for _, position in linked.position_places.inside(before)]
    if not offices or offices[-1].side != "bpjs" or not linked.layout.is_quoted(sentence.span.start + 1):
        return ()
    return tuple((b, at) for b, at in linked.bodies_in(offices[-1].span) if b.form == "bpjs")[:1]


_SPEAKER_REACH: Final = 400  # code points: the sentence before the quotation


def _signing(linked: Linked, casts: Sequence[Cast]) -> tuple[Body, ...]:
    """Bodies that the signers of a clause speak for."""
    people = [c.actor.person or holder(linked, c.actor.position) for c in casts if c.role == "signatory"]
    bodies = [body_of(linked, person) for person in people if person is not None]
    return tuple(dict.fromkeys(body for body in bodies if body is not None))


def _status(linked: Linked, sentence: Sentence, span: Span, verb: Mention[SigningVerb] | None) -> tuple[Status, float]:
    lower = linked.layout.lower
    quoted = linked.layout.is_quoted(verb.span.start if verb else span.start)
    weight = 0.4 if quoted else 0.6 if sentence.zone == "title" else 1.0
    if verb is not None and verb.value.tense == "planned":
        return "planned", weight
    before = lower[span.start : verb.span.start] if verb else lower[span.start : span.end]
    if _DISCUSSED.search(lower, span.start, span.end):
        return "discussed", weight * 0.9
    if _FORMER.search(before) or _PAST.search(before) and not _has_day(linked, span):
        over = _OVER.search(lower, span.start, span.end) is not None
        return ("expired" if over else "in_force"), weight * 0.7
    if verb is not None and _TAKEN_UP.search(before) and not _has_day(linked, span):
        return "in_force", weight * 0.5
    if _is_earlier(linked, span):
        over = _OVER.search(lower, span.start, span.end) is not None
        return ("expired" if over else "in_force"), weight * 0.8
    if quoted and _PLANNED.search(before):
        return "planned", weight * 0.5
    if verb is not None and _LOOSE.fullmatch(lower, verb.span.start, verb.span.end):
        papers = linked.within("instrument", span)
        weight *= 1.0 if any(not p.value.plain for p in papers) else 0.5
    return "signed", weight


# `Ruang lingkup Nota Kesepakatan yang telah ditandatangani …`: the paper is spoken of, its signing is not told.
_TAKEN_UP: Final = re.compile(
    r"\b(?:isi|lingkup|implementasi|pelaksanaan|evaluasi|sosialisasi|berdasarkan|sesuai|amanat|poin)\s(?:\w+\s){0,2}"
    r"(?:mou|pks|nks|nota\s\w+|perjanjian(?:\skerja\s?sama)?|kesepakatan)\syang\s(?:telah|sudah)\s$"
)
_NEWS_DAYS: Final = 60  # a signing that lies further back than this is not what the article reports


def _is_earlier(linked: Linked, span: Span) -> bool:
    """Whether a stretch dates its signing long before the latest day that the article gives."""
    told = [d for m in linked.within("date", span) if (d := _latest_day(m)) is not None]
    news = linked.latest_day
    return bool(told) and news is not None and (news - max(told)).days > _NEWS_DAYS


def _latest_day(mention: Mention[DateMention]) -> date | None:
    """The last day that a written date can mean; None where its year is not written."""
    value = mention.value
    if value.year is None or not value.valid:
        return None
    month = value.month or 12
    return date(value.year, month, value.day or monthrange(value.year, month)[1])


_FORMER: Final = re.compile(
    r"\b(?:mou|pks|nks|nota\ske\w+|perjanjian(?:\skerja\s?sama)?|kesepakatan|kerja\s?sama)\s(?:yang\s)?"
    r"(?:sebelumnya|terdahulu|lama)\b"
)
# What follows is an earlier paper that this one rests on.
_RESTS_ON: Final = re.compile(
    r"\b(?:tindak\s?lanjut(?:nya)?(?:\sdari|\satas)?|menindaklanjuti|turunan(?:\sdari)?|mengacu\s(?:pada|kepada)|merujuk(?:\spada)?"
    r"|menjabarkan|penjabaran(?:\sdari)?|berdasarkan)\b"
)
_OVER: Final = re.compile(r"\b(?:berakhir|habis|kedaluwarsa|kadaluarsa|jatuh\stempo)\b")
_LOOSE: Final = re.compile(r"(?:men)?jalin|(?:men)?(?:y)?epakati|disepakati|(?:me)?lakukan|(?:me)?laksanakan")


def _has_day(linked: Linked, span: Span) -> bool:
    """Whether a stretch gives a day: then it reports an event, even if it is a follow-up of something earlier."""
    return any(m.value.day is not None or m.value.weekday is not None for m in linked.within("date", span))


def _verbless(
    linked: Linked, sentence: Sentence, papers: Sequence[Mention[InstrumentMention]], casts: Sequence[Cast]
) -> list[Clause]:
    """`MoU antara X dan BPJS …` without a signing word: it tells of a deal, but seldom of its signing."""
    if not papers:
        return []
    firm = tuple(p for p in papers if not p.value.plain)
    bpjs = tuple((b, at) for b, at in linked.bodies_in(sentence.span) if b.form == "bpjs")
    weak = any(m.value.weak for m in linked.within("signing", sentence.span))
    meeting = _MEETING.search(linked.layout.lower, sentence.span.start, sentence.span.end) is not None
    if not bpjs or not (firm or weak or meeting):
        return []
    counterparts = _counterparts(linked, sentence.span)
    status, weight = _status(linked, sentence, sentence.span, None)
    between = _BETWEEN.search(linked.layout.lower, sentence.span.start, sentence.span.end)
    told = firm and counterparts and between  # `MoU antara X dan BPJS Ketenagakerjaan`: it exists
    weight *= 0.9 if told else 0.5 if firm or (meeting and counterparts) else 0.25
    if status == "signed" and sentence.zone != "title":
        status, weight = "in_force", weight if told else weight * 0.5
    papers = _rested_on(linked, sentence.span, firm or tuple(papers))
    dated = _has_day(linked, sentence.span)
    return [Clause(sentence.span, sentence, status, None, papers, counterparts, (), bpjs, tuple(casts), weight, dated)]


def _rested_on(
    linked: Linked, span: Span, papers: tuple[Mention[InstrumentMention], ...]
) -> tuple[Mention[InstrumentMention], ...]:
    """Of `PKS ini turunan dari nota kesepahaman …` the earlier paper alone; all papers where none is rested on."""
    rests = _RESTS_ON.search(linked.layout.lower, span.start, span.end)
    return tuple(p for p in papers if rests and p.span.start >= rests.end()) or papers


def _counterparts(linked: Linked, span: Span, casts: Sequence[Cast] = ()) -> tuple[Body, ...]:
    """Bodies of a clause that can be a side: not inside an office, a venue, or a list of guests."""
    guests = _GUESTS.search(linked.layout.lower, span.start, span.end)
    end = guests.start() if guests else span.end
    found: list[Body] = []
    for body, place in linked.bodies_in(Span(span.start, end)):
        if body.form not in _COUNTERPART_FORMS or body in found:
            continue
        if any(held.start < place.start and held.covers(place) for held, _ in linked.position_places.touching(place)):
            continue  # but `Pimpinan Daerah Muhammadiyah` is a body that begins like an office
        if linked.touching("venue", place):
            continue
        found.append(body)
    if casts:
        found += [b for b in _bodies_of_bare_signers(linked, span, casts) if b not in found]
    return tuple(found)


def _bodies_of_bare_signers(linked: Linked, span: Span, casts: Sequence[Cast]) -> list[Body]:
    """Bodies of offices that sign without a name (`oleh Ketua Apdesi dan Dinas Sosial`)."""
    bodies = []
    for item in casts:
        position = item.actor.position
        if (
            item.role != "signatory"
            or item.actor.person is not None
            or position is None
            or not span.covers(position.span)
        ):
            continue
        bodies += [b for b, at in linked.bodies_in(position.title_span) if b.form in _COUNTERPART_FORMS]
    return bodies


_GUESTS: Final = re.compile(r"\b(?:disaksikan|dihadiri|didampingi|turut\shadir|tampak\shadir)\b")


def group(linked: Linked, clauses: Sequence[Clause]) -> list[Deal]:
    """Bring the clauses of one agreement together.

    Returns:
        Deals in order of their first clause; the first signed one is the article's main deal.
    """
    deals: list[Deal] = []
    for clause in sorted(clauses, key=lambda c: (c.status != "signed", c.sentence.zone == "title", c.span)):
        deal = _home(linked, deals, clause)
        if deal is None:
            deals.append(Deal([clause], list(clause.counterparts)))
        else:
            deal.clauses.append(clause)
    return sorted(deals, key=lambda d: min(c.span.start for c in d.clauses))


def _home(linked: Linked, deals: Sequence[Deal], clause: Clause) -> Deal | None:
    """The deal that a clause belongs to, or None if it opens one."""
    if not deals:
        return None
    sides = _sides(clause)
    kinds = kinds_of(clause.instruments)
    if clause.status in ("in_force", "expired") and kinds and deals[0].kinds and not kinds & deals[0].kinds:
        rests = _RESTS_ON.search(linked.layout.lower, clause.span.start, clause.instruments[0].span.start)
        if rests and (sides or clause.signing or linked.within("date", clause.span)):
            return next((d for d in deals if d.kinds & kinds), None)
    if _is_replaced(linked, clause) and deals[0].status == "signed":
        return next((d for d in deals[1:] if d.status == clause.status and d.kinds & kinds), None)
    for deal in deals:
        if sides & {side for other in deal.clauses for side in _sides(other)}:
            return deal
    if sides and deals[0].status == "signed" and clause.status == "signed" and not _names_sides(deals[0]):
        return deals[0]  # it was told of `kedua belah pihak`; here they are named
    if all(_TAKES_UP.match(linked.layout.lower, p.span.start) for p in clause.instruments):
        return deals[0]
    firm = any(not p.value.plain for p in clause.instruments)
    firm = firm or clause.weight >= 0.6 and bool(clause.counterparts and clause.bpjs)
    if clause.status in ("in_force", "expired") and firm and _stands_apart(linked, clause, sides):
        return None
    if not sides or not firm or clause.verb is None or clause.status != "signed":
        return deals[0]
    further = _FURTHER.search(linked.layout.lower, clause.sentence.span.start, clause.span.end) is not None
    ours = clause.bpjs or any(body.form == "bpjs" for body in clause.signing)
    if further or (ours and deals[0].kinds and not (kinds & deals[0].kinds)):
        return None
    return deals[0]


# `juga dilakukan penandatanganan PKS antara …`: a further deal at the same event.
_FURTHER: Final = re.compile(
    r"\b(?:juga|sekaligus|selain\situ|dilanjutkan|disusul)\s(?:di(?:lakukan|laksanakan|gelar)\s)?(?:\w+\s){0,2}penandatangan"
    r"|penandatangan\w*\s(?:\w+\s){0,3}juga\sdi(?:lakukan|laksanakan)"
)


# `menandatangani dokumen kerja sama tersebut`: the paper that was named before.
_TAKES_UP: Final = re.compile(r"(?:dokumen|naskah)\s(?:[\w()-]+\s){1,4}(?:tersebut|itu)\b")


def _names_sides(deal: Deal) -> bool:
    """Whether any clause of a deal names the other side."""
    return any(_sides(clause) for clause in deal.clauses)


def _is_replaced(linked: Linked, clause: Clause) -> bool:
    """Whether a clause dates the former paper of the same sides: `PKS sebelumnya diteken 9 Januari 2023 …`."""
    if clause.status not in ("in_force", "expired") or clause.verb is None:
        return False
    former = _FORMER.search(linked.layout.lower, clause.span.start, clause.span.end)
    return former is not None and bool(linked.within("date", clause.span))


def _stands_apart(linked: Linked, clause: Clause, sides: set[str]) -> bool:
    """Whether an earlier deal has sides of its own, or was signed by others or on a date of its own."""
    if clause.verb is None:
        return bool(sides and clause.bpjs and clause.weight >= 0.3)
    if sides and clause.bpjs:
        return True
    signed = any(item.role == "signatory" for item in clause.casts)
    return signed and bool(linked.within("date", clause.span))


def _sides(clause: Clause) -> set[str]:
    """Keys of the bodies on the other side, named or spoken for by their signers."""
    return {body.key for body in (*clause.counterparts, *clause.signing) if body.form != "bpjs"}
