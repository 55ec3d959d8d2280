"""Zones of the paragraphs of an article: where the head ends, where the body is, where the tail begins."""

from sepakat.text.byline import read_initials
from sepakat.text.dateline import Dateline, read_dateline
from sepakat.text.noise import BULLETS, Zone, is_caption
from sepakat.text.page import MIN_PROSE, Paragraph, Zones
from sepakat.text.published import DateLine, read_leading_date
from sepakat.text.title import choose_title, is_writer

_MAX_HEAD = 30
"""Paragraphs within which the body must begin."""

_MAX_AFTER_BODY = 12
"""Lines that may follow the last read-also line of an article."""

_MAX_BEFORE_DATELINE = 3
"""Paragraphs of prose (captions, a lead) that may stand before the dateline."""


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
    first = ending = prose = -1
    passed = 0
    for i, paragraph in enumerate(paragraphs[:_MAX_HEAD]):
        if paragraph.kind is not None or paragraph.date is not None:
            continue
        caption = is_caption(lower[paragraph.span.start : paragraph.span.end])
        caption = caption and any(p.is_prose for p in paragraphs[i + 1 : i + 4])
        opening = None if caption else _read_opening(text, paragraphs, i)
        if opening:
            return Zones(zones, i, opening[0], opening[1], tail=len(paragraphs))
        ending = i if ending < 0 and paragraph.ends else ending
        prose = i if prose < 0 and paragraph.is_prose else prose
        first = i if first < 0 and paragraph.is_prose and not caption else first
        passed += paragraph.is_prose
        if passed > _MAX_BEFORE_DATELINE:
            break
    return Zones(zones, next((i for i in (first, prose, ending) if i >= 0), 0), tail=len(paragraphs))


def _read_opening(text: str, paragraphs: list[Paragraph], i: int) -> tuple[Dateline, DateLine | None] | None:
    """The dateline of paragraph `i` and the date before it, where text follows that may be a body."""
    paragraph = paragraphs[i]
    lead = read_leading_date(text, paragraph.span.start, paragraph.span.end)
    dateline = read_dateline(text, lead[1] if lead else paragraph.span.start, paragraph.span.end)
    if dateline is None:
        return None
    if dateline.body >= paragraph.span.end:
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        wrapped = dateline.place is not None and dateline.outlet is not None  # sure; the text may be cut into lines
        follows = following is not None and (
            following.is_prose or (wrapped and following.kind is None and len(following.span) >= MIN_PROSE)
        )
    else:
        named = dateline.outlet is not None and (dateline.place or "." in dateline.outlet.of(text))
        long_enough = paragraph.span.end - dateline.body >= MIN_PROSE
        follows = paragraph.is_prose or (bool(named) and long_enough) or len(paragraphs) == 1
    return (dateline, lead[0] if lead else None) if follows else None


def _mark_head(text: str, lower: str, paragraphs: list[Paragraph], found: Zones, given: str | None) -> None:
    """Zones of what stands before the body, and the title among it."""
    headlines: list[int] = []
    for i, paragraph in enumerate(paragraphs[: found.body]):
        line = lower[paragraph.span.start : paragraph.span.end]
        zone: Zone = "head"
        if paragraph.kind == "read_also":
            zone = "read_also"
        elif paragraph.kind == "caption" or (paragraph.kind is None and not paragraph.date and is_caption(line)):
            zone = "caption"
        elif paragraph.kind is None and not paragraph.date:
            zone = "caption" if paragraph.is_prose else "title"
            if zone == "title":
                headlines.append(i)
        found.zones[i] = zone
    choose_title(text, lower, paragraphs, found, headlines, given)


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
    last_prose = next((i for i in reversed(range(last)) if paragraphs[i].is_prose), -1)
    for i in range(found.body + 1, len(paragraphs)):
        kind = paragraphs[i].kind
        closes = kind in ("comments", "credit") and not any(p.is_prose for p in paragraphs[i + 1 : i + 3])
        if closes or (kind in ("byline", "related", "tags", "comments", "credit") and i > last_prose):
            last = i
            break
    last = _after_last_read_also(lower, paragraphs, found, last)
    while last > found.body + 1 and _is_left_over(text, lower, paragraphs, found, last - 1):
        last -= 1
    for i in range(last, len(paragraphs)):
        if found.zones[i] not in ("read_also", "caption"):
            found.zones[i] = "tail"
    found.tail = last


def _after_last_read_also(lower: str, paragraphs: list[Paragraph], found: Zones, last: int) -> int:
    """Where the tail begins if only headlines and captions follow the last read-also line (ANTARA)."""
    mark = next((i for i in range(last - 1, found.body, -1) if found.zones[i] == "read_also"), last)
    rest = range(mark + 1, last)
    if len(rest) > _MAX_AFTER_BODY:
        return last
    captions: list[int] = []
    for i in rest:
        if is_caption(paragraphs[i].span.of(lower)):
            captions.append(i)
        elif found.zones[i] == "body" and (paragraphs[i].ends or i in found.cut):
            return last
    for i in captions:
        found.zones[i] = "caption"
    return min(mark + 1, last)


def _is_left_over(text: str, lower: str, paragraphs: list[Paragraph], found: Zones, i: int) -> bool:
    """Whether the last paragraph before the tail is no text: noise, a writer, initials, other headlines."""
    paragraph = paragraphs[i]
    start, end = paragraph.span.start, paragraph.span.end
    if found.zones[i] in ("tail", "read_also", "caption") or paragraph.date:
        return found.zones[i] != "caption"
    mark = read_initials(text, start, end)
    if mark and mark[0] <= start + 1:
        return True
    if paragraph.ends or len(paragraph.span) > 160:
        return False
    if found.name is None and is_writer(text, lower, paragraph.span):
        found.name = paragraph.span
        return True
    return _is_related_headline(text, paragraphs, i)


def _is_related_headline(text: str, paragraphs: list[Paragraph], i: int) -> bool:
    """Whether a line at the end is another article's headline: bulleted, or one of several in capitals."""
    line = paragraphs[i].span.of(text)
    if line[0] in "-•*▪►" and len(line) > 20:
        return True
    words = line.split(" ")
    capitals = sum(word[:1].isupper() for word in words) >= 0.6 * len(words)
    following = i + 1 < len(paragraphs) and not paragraphs[i + 1].is_prose
    return capitals and len(words) >= 5 and (following or not paragraphs[i - 1].ends)
