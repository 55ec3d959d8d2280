"""One linked view of an article: what the recognisers found, with people, bodies, positions and regions tied together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sepakat.linking.bodies import Body
from sepakat.linking.people import Person
from sepakat.linking.places import Region
from sepakat.linking.positions import Position
from sepakat.recognisers.instruments import InstrumentMention
from sepakat.recognisers.signing_verbs import SigningVerb
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout


@dataclass(frozen=True)
class Linked:
    """An article after linking.

    Attributes:
        layout: Text with its structure.
        mentions: What each recogniser found, by label.
        regions: Resolved regions by the span of their mention.
        main_region: The region that the article is about, or None.
        bodies: Bodies with all their mentions.
        positions: Offices with what completes them.
        people: People with all uses of their names.
    """

    layout: Layout
    mentions: dict[str, list[Mention[Any]]]
    regions: dict[Span, Region] = field(default_factory=dict)
    main_region: Region | None = None
    bodies: list[Body] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)

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
        return [m for m in self.mentions.get(label, ()) if span.covers(m.span)]

    def bodies_in(self, span: Span) -> Iterator[tuple[Body, Span]]:
        """Bodies named inside a span, with the place, in order of place."""
        places = [(place, body) for body in self.bodies for place in body.spans if span.covers(place)]
        for place, body in sorted(places, key=lambda item: item[0]):
            yield body, place
