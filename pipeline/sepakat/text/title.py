"""Which line of the head is the title, and which is the name of the writer."""

import re

from sepakat.text.article import Span
from sepakat.text.byline import is_lone_name
from sepakat.text.dateline import is_place
from sepakat.text.page import Paragraph, Zones

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{4,}")


def choose_title(
    text: str, lower: str, paragraphs: list[Paragraph], found: Zones, headlines: list[int], given: str | None
) -> None:
    """The title among the headlines before the body; those that share few words with it are not its own."""
    if not headlines or found.body >= len(paragraphs):
        return
    start = paragraphs[found.body].span.start
    body = lower[start : start + 2000] if len(headlines) > 1 else ""
    seen: dict[str, int] = {}
    best, best_score = headlines[0], -1.0
    for i in headlines:
        line = paragraphs[i].span.of(lower)
        words = set(_WORD.findall(line))
        share = sum(_holds(body, word) for word in words) / len(words) if words else 0.0
        repeated = line in seen
        seen.setdefault(line, i)
        long_enough = len(paragraphs[i].span) >= 25 or len(words) >= 3
        full = min(len(words), 6) / 6
        score = share * full * long_enough + 2 * (repeated or line == (given or "").lower()) - 0.03 * i
        if len(headlines) > 1 and not long_enough and not repeated:
            found.zones[i] = "head"
        elif len(headlines) > 1 and len(words) >= 3 and share < 0.25 and not repeated:
            found.zones[i] = "read_also"
        if score > best_score:
            best, best_score = seen[line], score
    found.zones[best] = "title"
    names = [i for i in headlines if (i > best or len(headlines) == 1) and is_writer(text, lower, paragraphs[i].span)]
    for i in names:
        found.zones[i], found.name = "head", paragraphs[i].span
    if best not in names:
        found.title = paragraphs[best].span


def _holds(text: str, word: str) -> bool:
    """Whether a word stands in a text with no letter on either side."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _LETTER.match(text[start - 1 : start]) and not _LETTER.match(text, end):
            return True
        start = text.find(word, end)
    return False


def is_writer(text: str, lower: str, span: Span) -> bool:
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
