"""The plain frozen values that travel through the pipeline: `Article`, `Span`, `Mention`.

There is one coordinate system: code points of `Article.text`. Spans are half-open, `[start, end)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Generic, TypeVar

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval `[start, end)` of code points in `Article.text`; ordered by start, then by end."""

    start: int
    end: int

    def __lt__(self, other: "Span") -> bool:
        """Whether this span stands before `other`: by its start, or its end where both start together."""
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def gap(self, other: "Span") -> int:
        """Code points between the two spans; 0 when they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)

    def of(self, text: str) -> str:
        """The slice of `text` that this span stands for."""
        return text[self.start : self.end]


by_place: Callable[[Any], tuple[int, int]] = attrgetter("span.start", "span.end")
"""Sorts things by their spans, faster than the spans themselves would."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a reader produced it; `text` is never changed afterwards.

    Attributes:
        text: The decoded content, unchanged. All offsets count its code points.
        source: Path, URL or record key, as given.
        url: Where it was published, if the source knows.
        published: Publication date, if the source or the user gives it (never guessed here).
        outlet: Name of the news outlet, if the source knows it.
        title: Headline, if the source keeps it apart from the text.
    """

    text: str
    source: str = "-"
    url: str | None = None
    published: date | None = None
    outlet: str | None = None
    title: str | None = None

    @property
    def id(self) -> str:
        """The same text has the same id everywhere (see `records.article_id`)."""
        from sepakat.records import article_id  # brings pydantic, which a job's main process does without

        return article_id(self.text)


@dataclass(frozen=True, slots=True)
class Mention(Generic[V_co]):
    """What a recogniser found at one place.

    Attributes:
        span: Where, in code points of the article.
        label: What sort of thing: the recogniser's `LABEL`.
        value: What it says, as the recogniser's own frozen value type.
        rule: Name of the rule that found it, `file.rule`, shown by `sepakat explain`.
        score: From 0 to 1, how reliable this rule is.
    """

    span: Span
    label: str
    value: V_co
    rule: str
    score: float = 1.0
