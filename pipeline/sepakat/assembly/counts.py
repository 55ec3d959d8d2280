"""What a number of workers is: enrolled by the agreement, enrolled already, to come, or all there are.

Cues around a number vote for a kind; a vote weighs less the farther it stands from the number, and less again
when another number stands between. What the deal itself enrols is told from where the number stands: in the
title, the lead or a sentence about the signing. Parts that follow `terdiri dari` share the kind of their
whole. The same number told twice is one reading with both places as evidence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.assembly.as_of import as_of
from sepakat.assembly.count_cues import BESIDE, CONTRAST, CUES, POINTED_AT, Cue
from sepakat.assembly.count_relations import Place, add, share_sums, share_votes, total_votes
from sepakat.recognisers.dates import DateMention
from sepakat.recognisers.workers import WorkerNumber
from sepakat.records import CountKind, Status
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout, Sentence
from sepakat.text.worker_labels import WorkerCategory


@dataclass(frozen=True, slots=True)
class CountReading:
    """One number of workers with the role it plays.

    Attributes:
        mentions: Where it stands, in order; all say the same number.
        kind: What it is a number of.
        group: The group as written, in the fullest form; None where no group is named.
        category: Category of that group.
        as_of: The date that the sentence gives for it (`per Juli 2022`), or None.
        region: Wording of another region than the article's that it counts for, or None.
        score: How surely it is a number of workers, 0 to 1.
        kind_score: Share of the votes that the kind has, 0 to 1; half a vote always doubts.
    """

    mentions: tuple[Mention[WorkerNumber], ...]
    kind: CountKind
    group: str | None
    category: WorkerCategory
    as_of: Mention[DateMention] | None
    region: Span | None
    score: float
    kind_score: float

    @property
    def value(self) -> WorkerNumber:
        """The number, with its approximation."""
        return max(self.mentions, key=lambda mention: mention.score).value


_HALF: Final = 80  # a cue so many code points away has half its weight
_FAR: Final = 260  # cues farther away do not vote
_BESIDE: Final = 60  # code points before a number in which words can stand right before it
_NEIGHBOURS: Final = 12  # numbers on either side that may stand between a number and a cue
_UNTOLD: Final = 0.3
_READ_ZONES: Final = frozenset({"title", "head", "caption", "body"})
_WORKFORCE_SIZE: Final = 50_000  # a bare number of workers at large from here on is all there are


def read_counts(
    layout: Layout,
    mentions: Sequence[Mention[WorkerNumber]],
    *,
    status: Status | None,
    about: Sequence[Span] = (),
    dates: Sequence[Mention[DateMention]] = (),
    other_regions: Sequence[Span] = (),
) -> list[CountReading]:
    """Assign a kind to every number of workers of an article.

    Args:
        layout: The article.
        mentions: What `recognisers.workers` found in it; those scored below 0.5 or in noise do not count.
        status: Status of the article's main agreement; None when it holds none.
        about: Sentences that tell of that agreement.
        dates: Dates of the article, for `as_of`.
        other_regions: Where regions other than the article's main one are named.

    Returns:
        Readings in order of their first place; the same number for the same group is one reading.
    """
    usable = [m for m in mentions if m.score >= 0.5 and layout.zone_at(m.value.number.start) in _READ_ZONES]
    places: list[Place] = []
    cues: dict[Span, list[tuple[Span, Cue]]] = {}
    for i, mention in enumerate(usable):
        sentence = layout.sentence_at(mention.value.number.start)
        if sentence is None:
            continue
        if sentence.span not in cues:
            cues[sentence.span] = _cues_in(layout, sentence.span)
        neighbours = [m.span for m in (*usable[max(0, i - _NEIGHBOURS) : i], *usable[i + 1 : i + 1 + _NEIGHBOURS])]
        votes = _votes(layout, mention.value.number, cues[sentence.span], neighbours)
        places.append(Place(mention, sentence, votes))
    _add_standing(layout, places, status, about)
    share_votes(layout, places)
    for place in places:
        add(place.votes, "covered" if place.votes else _untold(place, status), _UNTOLD)
    facts = _same_facts(places)
    share_sums(facts)
    return [_reading(layout, same, dates, other_regions) for same in facts]


def _untold(place: Place, status: Status | None) -> CountKind:
    """What a number is of which nothing is told: at a signing, groups are told for the deal's sake."""
    of_groups = not place.mention.value.generic or place.mention.rule == "workers.broken_down"
    return "covered_by_agreement" if status == "signed" and of_groups else "covered"


def _cues_in(layout: Layout, span: Span) -> list[tuple[Span, Cue]]:
    """All cues of a sentence in order of place."""
    sentence = span.of(layout.lower)
    found = [
        (Span(*match.span()), cue)
        for cue in CUES.possible_in(sentence)
        for match in cue.pattern.finditer(layout.lower, span.start, span.end)
    ]
    return sorted(found, key=lambda item: item[0])


def _votes(layout: Layout, number: Span, cues: Sequence[tuple[Span, Cue]], others: Sequence[Span]) -> dict[str, float]:
    """Votes for each kind: of every cue its nearest place, and of what stands right before the number."""
    before = layout.lower[max(0, number.start - _BESIDE) : number.start]
    best: dict[Cue, float] = {cue: cue.weight for cue in BESIDE.possible_in(before) if cue.pattern.search(before)}
    first = bisect_left(cues, number.start - _FAR, key=lambda item: item[0].start)
    last = bisect_left(cues, number.end + _FAR, key=lambda item: item[0].start)
    for place, cue in cues[first:last]:
        if not place.overlaps(number):
            vote = cue.weight * _nearness(layout, place, number, others)
            best[cue] = max(best.get(cue, 0.0), vote)
    votes: dict[str, float] = {}
    for cue, vote in best.items():
        add(votes, cue.kind, vote)
    return votes


def _nearness(layout: Layout, cue: Span, number: Span, others: Sequence[Span]) -> float:
    """Weight of a cue by its distance: 1 beside the number, far less beyond a contrast or another number."""
    left, right = (cue.end, number.start) if cue.end <= number.start else (number.end, cue.start)
    nearness = _HALF / (_HALF + max(0, right - left))
    if CONTRAST.search(layout.lower, left, right):
        nearness *= 0.35
    reach = Span(min(cue.start, number.end), max(cue.end, number.start))
    return nearness * 0.15 if any(reach.overlaps(other) for other in others) else nearness


def _add_standing(layout: Layout, places: Sequence[Place], status: Status | None, about: Sequence[Span]) -> None:
    """Say what enrolment means here, by the agreement and by where each number stands (in place)."""
    if not places:
        return
    body = [sentence.span for sentence in layout.sentences if sentence.zone == "body"]
    order = {span.start: i for i, span in enumerate(body)}
    told = {i for span in about for i in _touched(body, span)}
    for place in places:
        votes, value = place.votes, place.mention.value
        if _MEMBERS.match(layout.lower, value.number.end) and "workforce" in votes:
            votes["workforce"] *= 0.4  # `dari 18.000 peserta`: whoever is a member is enrolled
            add(votes, "covered", 1.0)
        exists, enrols, deal = (votes.pop(name, 0.0) for name in ("exists", "enrol", "deal"))
        add(votes, "workforce", exists * (1.0 if value.generic else 0.3))
        if value.generic and value.value >= _WORKFORCE_SIZE:
            add(votes, "workforce", 0.5)
        if "supposed" in votes:
            votes["covered"], votes["target"] = 0.0, votes.get("target", 0.0) + votes.pop("supposed")
        if status != "signed":
            is_ahead = status in {"planned", "discussed"} or "target" in votes
            add(votes, "target" if is_ahead else "covered", enrols)
            add(votes, "target" if is_ahead and status else "covered", deal)  # `resmi terlindungi`
            continue
        if POINTED_AT.match(layout.lower, place.mention.span.end):
            deal += 0.8
        speaks = enrols > 0 or "target" in votes
        standing = _standing(place.sentence, order.get(place.sentence.span.start), told, speaks)
        add(votes, "covered_by_agreement", standing + deal + (1.0 if standing else 0.55) * enrols)


def _touched(sentences: Sequence[Span], span: Span) -> range:
    """Places of the sentences, in order and apart, that share a code point with a span."""
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    return range(first, bisect_left(sentences, span.end, key=lambda sentence: sentence.start))


_MEMBERS: Final = re.compile(r"\s(?:orang\s)?peserta\b(?!\sbaru)")


def _standing(sentence: Sentence, position: int | None, told: set[int], enrols: bool) -> float:
    """How much a place in the article speaks for the deal.

    Args:
        sentence: The sentence of a number.
        position: Its place among the sentences of the body; None outside the body.
        told: Places of the sentences that tell of the deal.
        enrols: Whether the sentence speaks of enrolment at all.
    """
    if position is None:
        return 1.5 if sentence.zone == "title" else 1.0
    standing = 1.5 if position in told else 0.9 if position - 1 in told and enrols else 0.0
    return standing + (1.2 if position == 0 else 0.6 if position == 1 else 0.0)


def _same_facts(places: Sequence[Place]) -> list[list[Place]]:
    """Places that tell the same number for the same group, in order of the first."""
    facts: list[list[Place]] = []
    by_number: dict[tuple[int, int | None], list[list[Place]]] = {}
    for place in places:
        value = place.mention.value
        equal = by_number.setdefault((value.value, value.value_max), [])
        home = next((fact for fact in equal if _tells_same(fact[0].mention.value, value)), None)
        if home is None:
            home = []
            equal.append(home)
            facts.append(home)
        home.append(place)
    return facts


def _tells_same(one: WorkerNumber, other: WorkerNumber) -> bool:
    """Whether equal numbers are one fact: of groups that go together, or too odd to agree by chance."""
    return one.generic or other.generic or one.category == other.category or one.value % 50 != 0


def _reading(
    layout: Layout,
    places: Sequence[Place],
    dates: Sequence[Mention[DateMention]],
    other_regions: Sequence[Span],
) -> CountReading:
    """The reading of one fact from all its places."""
    votes = total_votes(places)
    kind = max(_KINDS, key=lambda name: votes.get(name, 0.0))
    named = [p.mention.value for p in places if p.mention.value.group is not None]
    fullest = max(named, key=lambda v: (not v.generic, len(v.group or "")), default=places[0].mention.value)
    return CountReading(
        mentions=tuple(place.mention for place in places),
        kind=kind,
        group=fullest.group,
        category=fullest.category,
        as_of=next((date for p in places if (date := as_of(layout, p.mention.value.number, dates))), None),
        region=next((span for place in places if (span := _region(layout, place, other_regions))), None),
        score=max(place.mention.score for place in places),
        kind_score=round(votes[kind] / (sum(votes.values()) + 0.5), 3),
    )


_KINDS: Final[tuple[CountKind, ...]] = (
    "covered_by_agreement",
    "uncovered",
    "workforce",
    "target",
    "covered",
    "other",
)


_IN: Final = re.compile(r"\s(?:(?:di|se-|dari|untuk|wilayah|seluruh|tingkat)\s?){1,2}")


def _region(layout: Layout, place: Place, other_regions: Sequence[Span]) -> Span | None:
    """Another region named right after the number and its group: `12.000 pekerja di Provinsi Anu`."""
    end = place.mention.span.end
    for span in other_regions:
        if 0 < span.start - end <= 20 and _IN.fullmatch(layout.lower, end, span.start):
            return span
    return None
