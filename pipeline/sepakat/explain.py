"""Where each value of a result stands in its article, and which rule found it: what `sepakat explain` shows.

Evidence overlaps (a person inside a signing clause), so the text is cut into segments at every edge. Each
segment belongs to the shortest piece of evidence over it; evidence that no segment belongs to gets a numeral
at its end.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, get_args

from pydantic import BaseModel

from sepakat.extraction import Reading
from sepakat.records import Evidence, Result
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Zone

Kind = Literal[
    "agreement",
    "instrument",
    "date",
    "venue",
    "person",
    "organisation",
    "group",
    "workers",
    "amount",
    "rate",
    "regulation",
    "check",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_KIND_OF_LIST: Final[dict[str, Kind]] = {
    "agreements": "agreement",
    "organisations": "organisation",
    "people": "person",
    "worker_counts": "workers",
    "amounts": "amount",
    "rates": "rate",
    "regulations": "regulation",
    "checks": "check",
}
_KIND_IN_AGREEMENT: Final[dict[str, Kind]] = {
    "instruments": "instrument",
    "signed_on": "date",
    "term": "date",
    "venue": "venue",
    "signatories": "person",
    "beneficiaries": "group",
}
_NOT_SHOWN: Final = {"id", "confidence", "evidence", "mentions"}
_SAME_PLACE: Final = 0.75  # a mention found a value when they share so much of what they cover together


@dataclass(frozen=True, slots=True)
class Place:
    """One piece of evidence of a value.

    Attributes:
        number: Counts the places of a result from 1, in order of the record.
        value: Number of the value that stands here.
        rule: The rule that found it (`file.rule`); `None` when it was put together from several mentions.
        score: How reliable that rule is, from 0 to 1.
    """

    number: int
    value: int
    span: Span
    words: str
    rule: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Value:
    """A part of the record that has evidence of its own.

    Attributes:
        number: Counts the values of a result from 1.
        record: Id of the record that it is a part of (`p1`); a check's code.
        path: Where in the result it stands (`people[0].positions[0]`).
        shown: What it says, as `key: value` pairs.
    """

    number: int
    record: str
    path: str
    kind: Kind
    shown: str
    confidence: float | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the article under the same evidence throughout.

    Attributes:
        text: The slice of the article.
        zone: What part of the article it is in.
        place: The shortest evidence over it.
        first: Whether that evidence begins here.
        numerals: Evidence that ends here and that no segment belongs to.
    """

    text: str
    zone: Zone
    place: Place | None
    first: bool
    numerals: tuple[Place, ...]


@dataclass(frozen=True)
class Explanation:
    """An article, its values, and how they hang together."""

    reading: Reading

    @property
    def result(self) -> Result:
        """What was read from the article."""
        return self.reading.result

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """All values in order of the record."""
        values: list[Value] = []
        n_places = 0
        for record, path, kind, owner in _owners(self.result):
            places = tuple(
                self._place(n_places + i, len(values) + 1, evidence)
                for i, evidence in enumerate(_evidence_of(owner), 1)
            )
            n_places += len(places)
            confidence = getattr(owner, "confidence", None)
            values.append(Value(len(values) + 1, record, path, kind, describe(owner), confidence, places))
        return tuple(values)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The whole article, cut at every edge of evidence and of zones."""
        return tuple(_segments(self.reading, [place for value in self.values for place in value.places]))

    @cached_property
    def unused(self) -> tuple[Mention[Any], ...]:
        """What the recognisers found that is no value's evidence, in order of place."""
        used = {place.span for value in self.values for place in value.places}
        return tuple(
            mention
            for mention in sorted(self.reading.mentions, key=lambda mention: mention.span)
            if not any(_overlap(mention.span, span) >= _SAME_PLACE for span in used)
        )

    def _place(self, number: int, value: int, evidence: Evidence) -> Place:
        span = Span(evidence.start, evidence.end)
        near = [mention for mention in self.reading.mentions if mention.span.overlaps(span)]
        best = max(near, key=lambda mention: (_overlap(mention.span, span), mention.score), default=None)
        if best is None or _overlap(best.span, span) < _SAME_PLACE:
            return Place(number, value, span, evidence.text, None, None)
        return Place(number, value, span, evidence.text, best.rule, best.score)


def describe(owner: BaseModel) -> str:
    """What a part of the record says, without its ids, evidence and the parts that are told apart."""
    pairs = []
    for name in type(owner).model_fields:
        value = getattr(owner, name)
        if name in _NOT_SHOWN or value is None or value == ():
            continue
        if isinstance(value, tuple):
            if isinstance(value[0], BaseModel):
                continue
            value = ", ".join(map(str, value))
        elif isinstance(value, BaseModel):
            if hasattr(value, "evidence"):
                continue
            value = " ".join(str(part) for part in value.model_dump().values() if part is not None)
        pairs.append(f"{name}: {value}")
    return " · ".join(pairs)


def _owners(result: Result) -> Iterator[tuple[str, str, Kind, BaseModel]]:
    """Every part of a result that can have evidence: its record, path, kind, and itself."""
    for name, kind in _KIND_OF_LIST.items():
        for index, record in enumerate(getattr(result, name)):
            path = f"{name}[{index}]"
            identity = getattr(record, "id", None) or record.code
            yield identity, path, kind, record
            for part in type(record).model_fields:
                for subpath, owner in _parts(f"{path}.{part}", getattr(record, part)):
                    yield identity, subpath, _KIND_IN_AGREEMENT.get(part, kind), owner


def _parts(path: str, value: object) -> Iterator[tuple[str, BaseModel]]:
    """The models in a field that have evidence of their own."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _parts(f"{path}[{index}]", item)
    elif isinstance(value, BaseModel) and "evidence" in type(value).model_fields:
        yield path, value


def _evidence_of(owner: BaseModel) -> list[Evidence]:
    """Evidence and mentions of one part, each span once, in order of place."""
    pieces = {*getattr(owner, "evidence", ()), *getattr(owner, "mentions", ())}
    return sorted(pieces, key=lambda piece: (piece.start, piece.end))


def _overlap(one: Span, other: Span) -> float:
    """Shared part of two spans: code points of both by code points of either."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared) if shared > 0 else 0.0


def _segments(reading: Reading, places: Sequence[Place]) -> Iterator[Segment]:
    """Sweep over the text once; `open_places` are those over the current position."""
    text = reading.layout.article.text
    noise = [sentence.span for sentence in reading.layout.sentences if sentence.zone != "body"]
    spans = [place.span for place in places] + noise
    edges = sorted({0, len(text), *(edge for span in spans for edge in (span.start, span.end))})
    by_start = sorted(places, key=lambda place: place.span, reverse=True)
    open_places: list[Place] = []
    cuts: list[tuple[int, int, Place | None]] = []
    for start, end in zip(edges, edges[1:], strict=False):
        open_places = [place for place in open_places if place.span.end > start]
        while by_start and by_start[-1].span.start <= start:
            open_places.append(by_start.pop())
        shortest = min(open_places, key=lambda place: (len(place.span), place.number), default=None)
        cuts.append((start, end, shortest))
    shown = {place.number for _, _, place in cuts if place}
    hidden: dict[int, list[Place]] = {}
    for place in places:
        if place.number not in shown:
            hidden.setdefault(place.span.end, []).append(place)
    begun: set[int] = set()
    for start, end, shortest in cuts:
        first = shortest is not None and shortest.number not in begun
        if shortest:
            begun.add(shortest.number)
        zone = reading.layout.zone_at(start)
        yield Segment(text[start:end], zone, shortest, first, tuple(hidden.get(end, ())))


def records(values: Iterable[Value]) -> dict[str, list[Value]]:
    """Values grouped by their record, in order."""
    grouped: dict[str, list[Value]] = {}
    for value in values:
        grouped.setdefault(value.path.partition(".")[0], []).append(value)
    return grouped
