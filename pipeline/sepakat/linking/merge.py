"""One linked view of an article: what the recognisers found, with people, bodies, offices and regions tied together."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from sepakat.linking import named, people, places, positions, units
from sepakat.linking.bodies import Body, BodyMention, gather, join, with_governments
from sepakat.linking.date_roles import DateRole, date_role
from sepakat.linking.people import NameUse, Person
from sepakat.linking.places import Region
from sepakat.linking.positions import Complement, Position, Side
from sepakat.recognisers.dates import DateMention
from sepakat.recognisers.instruments import InstrumentMention
from sepakat.recognisers.signing_verbs import SigningVerb
from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Layout
from sepakat.text.spans import SpanIndex


@dataclass(frozen=True)
class Linked:
    """An article after linking.

    Attributes:
        layout: Text with its structure.
        mentions: What each recogniser found, by label.
        regions: Resolved regions by the span of their mention.
        ambiguous: Candidates of region names that stay open.
        type_errors: Regions whose type is written wrongly (`Kabupaten` for a city).
        copyrights: Years of copyright lines, which stand in the tail.
        main_region: The region that the article is about, or None.
        bodies: Bodies with all their mentions.
        positions: Offices with what completes them.
        people: People with all uses of their names.
        spoken_for: The body that each person speaks for, by `id()`, as far as `assembly.sides` was asked.
        date_roles: What dates are the dates of, by their spans, as far as `date_role` was asked.
    """

    layout: Layout
    mentions: dict[str, list[Mention[Any]]]
    regions: dict[Span, Region] = field(default_factory=dict)
    ambiguous: dict[Span, tuple[Region, ...]] = field(default_factory=dict)
    type_errors: dict[Span, Region] = field(default_factory=dict)
    copyrights: tuple[Mention[DateMention], ...] = ()
    main_region: Region | None = None
    bodies: list[Body] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    spoken_for: dict[int, Body | None] = field(default_factory=dict, repr=False)
    date_roles: dict[Span, DateRole] = field(default_factory=dict, repr=False)

    @cached_property
    def latest_day(self) -> date | None:
        """The publication date, or the latest full date that the article gives for an event or a statement."""
        article = self.layout.article
        if published := article.published or self.layout.published:
            return published
        days = [
            date(m.value.year, m.value.month, m.value.day)
            for m in self.mentions.get("date", ())
            if m.value.valid and m.value.year and m.value.month and m.value.day
            if self.date_role(m) in ("event", "statement", "publication")
        ]
        return max(days, default=None)

    def date_role(self, mention: Mention[DateMention]) -> DateRole:
        """What a date is the date of; several parts of the assembly ask for the same dates."""
        if mention.span not in self.date_roles:
            self.date_roles[mention.span] = date_role(self.layout, mention)
        return self.date_roles[mention.span]

    @property
    def instruments(self) -> list[Mention[InstrumentMention]]:
        """Documents, plain `kerja sama` included."""
        return self.mentions["instrument"]

    @property
    def signings(self) -> list[Mention[SigningVerb]]:
        """Signing words, weak ones included."""
        return self.mentions["signing"]

    def within(self, label: str, span: Span) -> list[Mention[Any]]:
        """Mentions of one label that lie inside a span."""
        return [mention for _, mention in self._mentions_of(label).inside(span)]

    def touching(self, label: str, span: Span) -> list[Mention[Any]]:
        """Mentions of one label that overlap a span."""
        return [mention for _, mention in self._mentions_of(label).touching(span)]

    def _mentions_of(self, label: str) -> SpanIndex[Mention[Any]]:
        """The mentions of one label; most labels are never asked for."""
        index = self._by_label.get(label)
        if index is None:
            index = self._by_label[label] = SpanIndex((m.span, m) for m in self.mentions.get(label, ()))
        return index

    @cached_property
    def _by_label(self) -> dict[str, SpanIndex[Mention[Any]]]:
        return {}

    @cached_property
    def body_places(self) -> SpanIndex[Body]:
        """All mentions of all bodies."""
        return SpanIndex((place, body) for body in self.bodies for place in body.spans)

    @cached_property
    def name_places(self) -> SpanIndex[tuple[Person, NameUse]]:
        """All uses of all people's names."""
        return SpanIndex((use.span, (person, use)) for person in self.people for use in person.uses)

    @cached_property
    def position_places(self) -> SpanIndex[Position]:
        """All offices with what completes them."""
        return SpanIndex((position.span, position) for position in self.positions)

    def bodies_in(self, span: Span) -> Iterator[tuple[Body, Span]]:
        """Bodies named inside a span, with the place, in order of place."""
        for place, body in self.body_places.inside(span):
            yield body, place


READ_ZONES: Final = frozenset({"body", "title", "caption"})
_NOT_NAMES: Final = (
    "instrument",
    "region",
    "bpjs",
    "bpjs_kesehatan",
    "date",
    "programme",
    "regulation",
    "funding",
    "money",
)
_NOT_OFFICES: Final = ("regulation", "venue")
_SIDES: Final[dict[str, Side]] = {"government": "government", "agency": "agency"}


def link(layout: Layout, found: dict[str, list[Mention[Any]]]) -> Linked:
    """Tie together what the recognisers found; noise (read-also lines, tails, navigation) takes no part.

    Args:
        layout: The article.
        found: Mentions by label, each list in order of place.
    """
    mentions = _without_noise(layout, found)
    for label in ("instrument", "signing"):
        mentions.setdefault(label, [])
    linked_places = places.link(layout, mentions.get("region", []))
    regions = linked_places.regions
    ours = _index(mentions, ("bpjs", "bpjs_kesehatan"))
    entities = mentions.get("entity", [])
    if entities:
        bodies_found = [*named.without_names(layout, mentions.get("organisation", []), entities)]
        bodies_found += named.more_organisations(layout, mentions, entities)
        venues_found = [*mentions.get("venue", []), *named.more_venues(layout, mentions, entities)]
        mentions["organisation"] = sorted(bodies_found, key=by_place)
        mentions["venue"] = sorted(venues_found, key=by_place)
    apart = [m for m in mentions.get("organisation", []) if not ours.touching(m.span)]
    body_mentions = join(layout, apart, regions, linked_places.main, linked_places.type_errors, linked_places.ambiguous)
    bpjs = [m for m in mentions.get("bpjs", []) if m.value.role == "body"]
    closed = _index(mentions, _NOT_OFFICES)
    offices = [
        m
        for m in mentions.get("office", [])
        if not any(span.covers(m.value.head) for span, _ in closed.touching(m.value.head))
    ]
    held = positions.compose(layout, offices, _complements(mentions, body_mentions, regions, linked_places.ambiguous))
    bodies = with_governments(gather(layout, body_mentions, units.link_units(layout, bpjs)), held)
    groups = [m.span for m in mentions.get("group", []) if m.score >= 0.5 and not _in_name(layout, m.span)]
    head = [span for span in (layout.dateline, layout.outlet, layout.byline) if span is not None]
    blocked = [*_spans(mentions, _NOT_NAMES), *(m.span for m in body_mentions), *groups, *head]
    return Linked(
        layout=layout,
        mentions=mentions,
        regions=regions,
        ambiguous=linked_places.ambiguous,
        type_errors=linked_places.type_errors,
        copyrights=tuple(m for m in found.get("date", ()) if m.rule == "dates.copyright"),
        main_region=linked_places.main,
        bodies=bodies,
        positions=held,
        people=people.link(layout, held, blocked, entities),
    )


def _without_noise(layout: Layout, found: dict[str, list[Mention[Any]]]) -> dict[str, list[Mention[Any]]]:
    """Mentions that do not begin in a sentence of noise, by label."""
    noise = [sentence.span for sentence in layout.sentences if sentence.zone not in READ_ZONES]
    starts = [span.start for span in noise]
    ends = [0, *(span.end for span in noise)]  # by the number of noisy sentences begun: where the last of them ends
    return {
        label: [m for m in items if m.span.start >= ends[bisect_right(starts, m.span.start)]]
        for label, items in found.items()
    }


def _in_name(layout: Layout, span: Span) -> bool:
    """Whether one capitalised word follows another, so that it may be part of a name (`Ahmad Hafiz`)."""
    before = layout.text[: span.start].rstrip()[-20:].rpartition(" ")[2]
    return " " not in span.of(layout.text) and layout.text[span.start].isupper() and before[:1].isupper()


def _spans(mentions: dict[str, list[Mention[Any]]], labels: Sequence[str]) -> list[Span]:
    return [m.span for label in labels for m in mentions.get(label, ())]


def _index(mentions: dict[str, list[Mention[Any]]], labels: Sequence[str]) -> SpanIndex[None]:
    return SpanIndex((span, None) for span in _spans(mentions, labels))


def _complements(
    mentions: dict[str, list[Mention[Any]]],
    bodies: Sequence[BodyMention],
    regions: dict[Span, Region],
    ambiguous: Iterable[Span],
) -> list[Complement]:
    """Everything that can complete an office title."""
    found = [Complement(b.span, _SIDES.get(b.form, "other"), None if b.level_only else b.region) for b in bodies]
    found += [Complement(m.span, "bpjs") for m in mentions.get("bpjs", ())]
    found += [Complement(m.span, "bpjs_kesehatan") for m in mentions.get("bpjs_kesehatan", ())]
    found += [Complement(span, "government", region) for span, region in regions.items()]
    found += [Complement(span, "government") for span in ambiguous]  # `Sekda Solok`: one of the two
    return found
