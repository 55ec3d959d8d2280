"""The words that a value came from, as a record holds them."""

from collections.abc import Iterable

from sepakat.records import Evidence
from sepakat.text.article import Span


def evidence(text: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """Evidence for spans of an article's text as it was read, in order, each once."""
    places = sorted({(span.start, span.end) for span in spans})
    return tuple([Evidence(start=start, end=end, text=text[start:end]) for start, end in places])
