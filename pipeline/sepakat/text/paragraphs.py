"""Paragraphs of a text: its lines, joined where they were only wrapped.

A text is hard-wrapped when many lines of moderate length stop in the middle of a sentence. Elsewhere a line
break ends a paragraph, except before a line that goes on in lower case.
"""

import re
from collections.abc import Iterator

from sepakat.text.article import Span
from sepakat.text.dateline import DOMAIN
from sepakat.text.noise import line_kind
from sepakat.text.sentences import needs_more

_LAST_MARKS = frozenset(".!?:;\"')]*”")  # what a match of the next pattern ends with
_TERMINAL = re.compile(r"[.!?:;][\"')\]*]{0,3}$|[\"”)]$")
_STARTS_ANEW = re.compile(rf"(?:[#*•\-]|id |{DOMAIN}|https?:)")
_WRAP_MIN, _WRAP_MAX = 30, 110  # code points of a wrapped line
_LONG_MAX = 160  # and of one that was joined by hand in a wrapped text


def lines_of(text: str) -> list[Span]:
    """Lines that are not empty, without white space at their ends."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Span]:
    position = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            start = position + line.index(inner)
            yield Span(start, start + len(inner))
        position += len(line) + 1


def ends_sentence(text: str, span: Span) -> bool:
    """Whether a line ends with a full stop or another mark that may close a sentence; `Abd.` and `Jl.` may not."""
    if text[span.end - 1] not in _LAST_MARKS or not _TERMINAL.search(text, max(span.start, span.end - 5), span.end):
        return False
    return not (text[span.end - 1] == "." and needs_more(text, span.start, span.end - 1))


def paragraphs_of(text: str) -> list[Span]:
    """Paragraphs in order, without surrounding white space.

    Args:
        text: Normalised text.

    Returns:
        Spans that together hold every character that is not white space.
    """
    lines = lines_of(text)
    width = _wrap_width(text, lines)
    paragraphs: list[Span] = []
    for i, line in enumerate(lines):
        if i and _goes_on(text, lines[i - 1], line, width):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
    return paragraphs


def _adjacent(text: str, before: Span, line: Span) -> bool:
    """Whether no empty line stands between two lines."""
    return text.count("\n", before.end, line.start) == 1


def _wrap_width(text: str, lines: list[Span]) -> int:
    """Length at which the lines of a hard-wrapped text break; 0 for a text that is not."""
    broken = lower = 0
    longest = 0
    for before, line in zip(lines, lines[1:], strict=False):
        if not _WRAP_MIN <= len(before) <= _WRAP_MAX or not _adjacent(text, before, line):
            continue
        if ends_sentence(text, before):
            continue
        broken += 1
        if text[line.start].islower():
            lower += 1
            longest = max(longest, len(before))
    wrapped = lower >= 3 and lower * 3 >= broken and broken * 3 >= len(lines)
    return longest if wrapped else 0


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if not _adjacent(text, before, line) or _STARTS_ANEW.match(text, line.start, line.end):
        return False
    if text[line.start].islower():
        return len(before) >= 20 and not ends_sentence(text, before) and line_kind(before.of(text).lower()) is None
    if not width or not _WRAP_MIN <= len(before) <= _LONG_MAX:
        return False
    return len(before) * 2 >= width and not ends_sentence(text, before)
