"""The paragraphs of a page with what their own words say of them, and the zones that they get."""

from dataclasses import dataclass, field

from sepakat.text.article import Span
from sepakat.text.byline import personal_name, read_label
from sepakat.text.dateline import Dateline
from sepakat.text.noise import LineKind, Zone, line_kind
from sepakat.text.paragraphs import ends_sentence
from sepakat.text.published import DateLine, read_date_line

MIN_PROSE = 40
"""Code points from which a paragraph with a full stop is prose."""

MIN_LONG = 200
"""Code points from which a paragraph is prose without a full stop."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with what its own words say of it."""

    span: Span
    kind: LineKind | None
    ends: bool  # with a full stop or the like
    date: DateLine | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it may be body: sentences, not a headline and not noise."""
        if self.kind is not None or self.date is not None:
            return False
        return len(self.span) >= MIN_LONG or (self.ends and len(self.span) >= MIN_PROSE)


@dataclass(slots=True)
class Zones:
    """What `mark_zones` finds; `zones` goes parallel to the paragraphs."""

    zones: list[Zone]
    body: int  # index of the first paragraph of the body
    dateline: Dateline | None = None
    lead: DateLine | None = None  # a date before the dateline
    title: Span | None = None
    tail: int = 0  # index of the first paragraph of the tail
    name: Span | None = None  # a writer's name alone on a line
    cut: dict[int, int] = field(default_factory=dict)  # paragraph that goes on after noise -> where it began


def look_at_all(text: str, lower: str, spans: list[Span]) -> list[Paragraph]:
    """Paragraphs with their kinds and, if they are short, the publication dates on them."""
    paragraphs: list[Paragraph] = []
    labelled = False  # the line before said `Reporter`
    for span in spans:
        kind = line_kind(lower[span.start : span.end])
        if labelled and kind is None and personal_name(text, span.start, span.end):
            kind = "byline"
        labelled = kind == "byline" and read_label(text, span.start, span.end) is not None
        dated = read_date_line(text, span.start, span.end) if kind in (None, "byline", "widget") else None
        paragraphs.append(Paragraph(span, kind, ends_sentence(text, span), dated))
    return paragraphs
