"""Zones of the paragraphs of an article: where the head ends, where the body is, where the tail begins."""

import re
from dataclasses import dataclass, field

from sepakat.text.article import Span
from sepakat.text.dateline import Dateline, is_place, read_dateline
from sepakat.text.head import DateLine, is_lone_name, read_date_line, read_initials, read_leading_date
from sepakat.text.noise import BULLETS, LineKind, Zone, is_caption, line_kind
from sepakat.text.paragraphs import ends_sentence

_MAX_HEAD = 30
"""Paragraphs within which the body must begin."""

_PROSE = 40
"""Code points from which a paragraph with a full stop is prose."""

_LONG = 200
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
        return len(self.span) >= _LONG or (self.ends and len(self.span) >= _PROSE)


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


def look_at(text: str, lower: str, span: Span) -> Paragraph:
    """A paragraph with its kind and, if it is short, the publication date on it."""
    kind = line_kind(lower[span.start : span.end])
    dated = read_date_line(text, span.start, span.end) if kind in (None, "byline", "widget") else None
    return Paragraph(span, kind, ends_sentence(text, span), dated)


def mark_zones(text: str, lower: str, paragraphs: list[Paragraph], given_title: str | None) -> Zones:
    """Give every paragraph its zone.

    Args:
        text: Normalised text.
        lower: The same in lower case.
        paragraphs: All paragraphs, in order.
        given_title: The headline, if the source keeps it apart.

    Returns:
        Zones, the dateline and the title. A text of one paragraph, or without prose, is all body.
    """
    found = _find_body(text, lower, paragraphs)
    _mark_head(text, lower, paragraphs, found, given_title)
    _mark_read_also(text, paragraphs, found)
    _mark_tail(text, lower, paragraphs, found)
    return found


def _find_body(text: str, lower: str, paragraphs: list[Paragraph]) -> Zones:
    """Where the body begins: at a dateline, else at the first prose that is no caption."""
    zones: list[Zone] = ["body"] * len(paragraphs)
    for i, paragraph in enumerate(paragraphs[:_MAX_HEAD]):
        if paragraph.kind is not None or paragraph.date is not None:
            continue
        start, end = paragraph.span.start, paragraph.span.end
        lead = read_leading_date(text, start, end)
        dateline = read_dateline(text, lead[1] if lead else start, end)
        if dateline is None:
            continue
        alone = dateline.body >= paragraph.span.end
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        sure = dateline.outlet is not None and (dateline.place is not None or "." in dateline.outlet.of(text))
        enough = paragraph.is_prose or (sure and paragraph.span.end - dateline.body >= _PROSE)
        prose = following is not None and following.is_prose if alone else enough
        later = any(p.is_prose for p in paragraphs[i + 1 : i + 4])
        caption = later and is_caption(lower[paragraph.span.start : paragraph.span.end])
        if (prose or len(paragraphs) == 1) and not caption:
            return Zones(zones, i, dateline, lead[0] if lead else None, tail=len(paragraphs))
    prose_at = [i for i, paragraph in enumerate(paragraphs[:_MAX_HEAD]) if paragraph.is_prose]
    real = [i for i in prose_at if not is_caption(lower[paragraphs[i].span.start : paragraphs[i].span.end])]
    ending = [i for i, p in enumerate(paragraphs[:_MAX_HEAD]) if p.kind is None and p.date is None and p.ends]
    first = (real or prose_at or ending or [0])[0]
    return Zones(zones, first, tail=len(paragraphs))


def _mark_head(text: str, lower: str, paragraphs: list[Paragraph], found: Zones, given: str | None) -> None:
    """Zones of what stands before the body, and the title among it."""
    headlines: list[int] = []
    for i, paragraph in enumerate(paragraphs[: found.body]):
        line = lower[paragraph.span.start : paragraph.span.end]
        zone: Zone = "head"
        if paragraph.kind == "read_also":
            zone = "read_also"
        elif paragraph.kind == "caption" or (
            paragraph.kind is None and not paragraph.date and is_caption(line)
        ):
            zone = "caption"
        elif paragraph.kind is None and not paragraph.date:
            zone = "caption" if paragraph.is_prose else "title"
            if zone == "title":
                headlines.append(i)
        found.zones[i] = zone
    _choose_title(text, lower, paragraphs, found, headlines, given)


_WORD = re.compile(r"[^\W\d_]{4,}")


def _choose_title(
    text: str, lower: str, paragraphs: list[Paragraph], found: Zones, headlines: list[int], given: str | None
) -> None:
    """The title among the headlines before the body; those that share no word with the body are not its own."""
    if not headlines or found.body >= len(paragraphs):
        return
    start = paragraphs[found.body].span.start
    body = set(_WORD.findall(lower[start : start + 2000]))
    seen: dict[str, int] = {}
    best, best_score = headlines[0], -1.0
    for i in headlines:
        line = paragraphs[i].span.of(lower)
        words = set(_WORD.findall(line))
        share = len(words & body) / len(words) if words else 0.0
        repeated = line in seen
        seen.setdefault(line, i)
        long_enough = len(paragraphs[i].span) >= 25 and line.count(" ") >= 2
        full = min(len(words), 6) / 6
        score = share * full * long_enough + 2 * (repeated or line == (given or "").lower()) - 0.03 * i
        if len(headlines) > 1 and not long_enough and not repeated:
            found.zones[i] = "head"
        elif len(headlines) > 1 and len(words) >= 3 and share < 0.25 and not repeated:
            found.zones[i] = "read_also"
        if score > best_score:
            best, best_score = seen[line], score
    found.zones[best] = "title"
    names = [
        i
        for i in headlines
        if (i > best or len(headlines) == 1) and _is_writer(text, lower, paragraphs[i].span)
    ]
    for i in names:
        found.zones[i], found.name = "head", paragraphs[i].span
    if best not in names:
        found.title = paragraphs[best].span


def _is_writer(text: str, lower: str, span: Span) -> bool:
    """Whether a line is a writer's name: a name, no place, not named anywhere else in the text."""
    return (
        is_lone_name(text, span.start, span.end)
        and not any(is_place(word) for word in span.of(text).split(" "))
        and not is_place(span.of(text))
        and not _occurs_elsewhere(lower, span)
    )


def _occurs_elsewhere(lower: str, span: Span) -> bool:
    """Whether the last word of a name stands anywhere else in the text: then it is no writer's."""
    last = lower[span.start : span.end].rsplit(" ", 1)[-1]
    return re.search(rf"(?<!\w){re.escape(last)}(?!\w)", lower[span.end :]) is not None or (
        re.search(rf"(?<!\w){re.escape(last)}(?!\w)", lower[: span.start]) is not None
    )


def _mark_read_also(text: str, paragraphs: list[Paragraph], found: Zones) -> None:
    """Read-also lines, captions and widgets between the paragraphs of the body."""
    after_mark = False
    for i in range(found.body, len(paragraphs)):
        paragraph = paragraphs[i]
        line = paragraph.span.of(text)
        if paragraph.kind == "read_also":
            found.zones[i] = "read_also"
            after_mark = line.rstrip(BULLETS + ":").count(" ") < 2
            continue
        if after_mark and paragraph.kind is None and _is_headline(paragraph, line):
            found.zones[i] = "read_also"
            after_mark = line[0] in BULLETS
            continue
        after_mark = False
        if paragraph.kind == "caption":
            found.zones[i] = "caption"
        elif paragraph.kind is not None:
            found.zones[i] = "tail" if i > found.body else "head"
    _join_cut(text, paragraphs, found)


def _join_cut(text: str, paragraphs: list[Paragraph], found: Zones) -> None:
    """Find the paragraphs that go on, in lower case, with one that noise has cut off."""
    before = found.body
    for i in range(found.body + 1, len(paragraphs)):
        if found.zones[i] != "body":
            continue
        cut = 1 < i - before <= 4 and not paragraphs[before].ends
        if cut and text[paragraphs[i].span.start].islower():
            found.cut[i] = before
        before = i


def _is_headline(paragraph: Paragraph, line: str) -> bool:
    """Whether a line reads like a headline: no full stop, not long."""
    return len(line) <= 180 and (not paragraph.ends or line[-1] in "!?\"')")


def _mark_tail(text: str, lower: str, paragraphs: list[Paragraph], found: Zones) -> None:
    """Everything behind the last words of the body."""
    last = len(paragraphs)
    last_prose = max((i for i, paragraph in enumerate(paragraphs) if paragraph.is_prose), default=-1)
    for i in range(found.body + 1, len(paragraphs)):
        kind = paragraphs[i].kind
        closes = kind in ("comments", "credit") and not any(p.is_prose for p in paragraphs[i + 1 : i + 3])
        if closes or (kind in ("byline", "related", "tags", "comments", "credit") and i > last_prose):
            last = i
            break
    while last > found.body + 1 and _is_left_over(text, lower, paragraphs, found, last - 1):
        last -= 1
    for i in range(last, len(paragraphs)):
        if found.zones[i] not in ("read_also", "caption"):
            found.zones[i] = "tail"
    found.tail = last


def _is_left_over(text: str, lower: str, paragraphs: list[Paragraph], found: Zones, i: int) -> bool:
    """Whether the last paragraph before the tail is no text: noise, a writer's name, initials, related headlines."""
    paragraph = paragraphs[i]
    start, end = paragraph.span.start, paragraph.span.end
    if found.zones[i] in ("tail", "read_also", "caption") or paragraph.date:
        return found.zones[i] != "caption"
    mark = read_initials(text, start, end)
    if mark and mark[0] <= start + 1:
        return True
    if paragraph.ends or len(paragraph.span) > 160:
        return False
    if found.name is None and _is_writer(text, lower, paragraph.span):
        found.name = paragraph.span
        return True
    return _is_related_headline(text, paragraphs, i)


def _is_related_headline(text: str, paragraphs: list[Paragraph], i: int) -> bool:
    """Whether a line at the end is the headline of another article: set with a bullet, or one of several in capitals."""
    line = paragraphs[i].span.of(text)
    if line[0] in "-•*▪►" and len(line) > 20:
        return True
    words = line.split(" ")
    capitals = sum(word[:1].isupper() for word in words) >= 0.6 * len(words)
    following = i + 1 < len(paragraphs) and not paragraphs[i + 1].is_prose
    return capitals and len(words) >= 5 and (following or not paragraphs[i - 1].ends)
