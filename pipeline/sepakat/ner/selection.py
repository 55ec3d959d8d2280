"""Which sentences are worth reading with a model: those with capitalised words that no rule has explained.

An article without BPJS Ketenagakerjaan holds no agreement, so none of its sentences matter. In the others, the rules
have read offices, regions, BPJS units, dates and documents already; a sentence whose capitals all stand in these, or
are words that news writes in lower case elsewhere (`Program`), or abbreviations, can hold no name that is new; nor can
one whose other capitals all stood in sentences chosen before it.
"""

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any, Final

from sepakat.text.article import Mention
from sepakat.text.layout import Layout, Sentence
from sepakat.text.spans import SpanIndex
from sepakat.text.tables import read_lines

_NEEDED: Final = "bpjs"
_EXPLAINED: Final = (
    "bpjs",
    "bpjs_kesehatan",
    "date",
    "funding",
    "instrument",
    "money",
    "office",
    "programme",
    "rate",
    "region",
    "regulation",
)
"""Labels of closed vocabularies: what they cover is no name of a person or of a body that only a model can tell."""
_ZONES: Final = frozenset({"body", "caption"})
_CLOSED_FORMS: Final = frozenset({"government", "agency", "prosecutor", "charity", "ministry"})
"""Bodies whose names follow a pattern to their end; a company's or an association's name is open."""
# The look behind comes after the letter, so that the search goes from capital to capital.
_CAPITAL: Final = re.compile(r"[A-Z](?<![\w.'-].)[\w'-]{2,}")
_CAPITAL_NEXT: Final = re.compile(r"[ ]{1,2}[A-Z]")
_COMMON: Final = frozenset(read_lines("common_words"))


def worth_reading(layout: Layout, found: Mapping[str, Sequence[Mention[Any]]]) -> list[Sentence]:
    """Choose sentences of an article.

    Args:
        layout: The article.
        found: What the recognisers found, by label.

    Returns:
        Sentences of body and captions, in order.
    """
    if not found.get(_NEEDED):
        return []
    spans = [m.span for label in _EXPLAINED for m in found.get(label, ())]
    spans += [m.span for m in found.get("organisation", ()) if m.value.form in _CLOSED_FORMS]
    explained = SpanIndex((span, None) for span in spans)
    seen: set[str] = set()
    chosen: list[Sentence] = []
    for sentence in layout.sentences:
        new = _unexplained(layout, sentence, explained, seen) if sentence.zone in _ZONES else None
        if new:
            chosen.append(sentence)
            seen |= new
    return chosen


def _unexplained(layout: Layout, sentence: Sentence, explained: SpanIndex[None], seen: Container[str]) -> set[str]:
    """Capitalised words of a sentence that may be of a name and were not seen before."""
    covered = [span for span, _ in explained.touching(sentence.span)]
    words: set[str] = set()
    for match in _CAPITAL.finditer(layout.text, sentence.span.start, sentence.span.end):
        start, word = match.start(), match[0]
        if word in seen or word.isupper() or word.lower() in _COMMON:
            continue
        if start == sentence.span.start and not _CAPITAL_NEXT.match(layout.text, match.end()):
            continue  # any word may open a sentence, and a short form of a name tells nothing new
        if not any(span.start <= start < span.end for span in covered):
            words.add(word)
    return words
