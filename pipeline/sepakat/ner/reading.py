"""Reading an article with trained readers: which of its sentences, by which reader, and what two readers make of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, Protocol

from sepakat.ner import people, repeats, weights
from sepakat.ner.tokens import spaced, tokenise
from sepakat.ner.weights import SPACY_MODEL, STANZA_MODEL, Kind
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout, Sentence

Head = Literal["own", "idner"]
"""Whose guideline an output layer of a reader follows: our own articles', or that of idner-news-2k."""
HEADS: Final[tuple[Head, ...]] = ("own", "idner")
LABEL: Final = "entity"
_SCORES: Final = {"PER": 0.8, "ORG": 0.75, "LOC": 0.8, "VENUE": 0.7, "GROUP": 0.7}
"""Somewhat below the precision of the default reader on our own test articles."""
_ALONE: Final = 0.6
"""What is left of the score of an entity that the second reader does not confirm."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a sentence, and whether white space follows each."""

    words: list[str]
    spaces: list[bool]


@dataclass(frozen=True, slots=True)
class Found:
    """An entity in a sentence.

    Attributes:
        start: Its first token.
        end: Its last token plus one.
        label: `PER`, `ORG`, `LOC`, `VENUE` or `GROUP`.
        agreed: Whether the second reader found the same; None when only one reads.
    """

    start: int
    end: int
    label: str
    agreed: bool | None = None


class Reader(Protocol):
    """A trained reader, loaded."""

    name: str
    """Model and version, such as `id_sepakat_news-0.1.0`; it stands in `extractor.model` of each result."""
    head: Head
    """Whose guideline it follows."""

    def read(self, sentences: Sequence[Tokens]) -> list[list[Found]]:
        """Find the entities of each sentence, in order, disjoint."""
        ...


@dataclass(frozen=True, slots=True)
class Entity:
    """What trained readers found at one place.

    Attributes:
        label: `PER`, `ORG`, `LOC`, `VENUE` or `GROUP`.
        agreed: Whether the second reader found the same; None when only one reads.
    """

    label: str
    agreed: bool | None = None


@cache
def load(kind: Kind, head: Head = "own") -> tuple[Reader, ...]:
    """Load the readers that `--ner` names, once a process.

    Args:
        kind: Which.
        head: Whose guideline they follow; only an evaluation on idner-news-2k or NERGrit asks for another than ours.

    Raises:
        ModelError: If a model is missing, damaged or made for another version of its library.
        MissingExtraError: If Stanza is asked for and not installed.
    """
    readers: list[Reader] = []
    if kind in ("spacy", "both"):
        from sepakat.ner import spacy

        readers.append(spacy.load(weights.folder(SPACY_MODEL), head))
    if kind in ("stanza", "both"):
        from sepakat.ner import stanza

        readers.append(stanza.load(weights.folder(STANZA_MODEL), head))
    return tuple(readers)


def find(layout: Layout, sentences: Sequence[Sentence], readers: Sequence[Reader]) -> list[Mention[Entity]]:
    """Read sentences of an article.

    Args:
        layout: The article.
        sentences: Those that are worth reading.
        readers: One or two readers; with two, what only one of them found has half the score.

    Returns:
        Entities in order of place, disjoint; where two readers draw other bounds, the first one's stand.
    """
    places = [tokenise(layout.text, sentence.span.start, sentence.span.end) for sentence in sentences]
    texts = ([layout.article.text[a:b] for a, b in spans] for spans in places)
    tokens = [Tokens(words, spaced(layout.text, spans)) for words, spans in zip(texts, places, strict=True)]
    return [
        _mention(Span(spans[entity.start][0], spans[entity.end - 1][1]), entity)
        for spans, found in zip(places, read(readers, tokens), strict=True)
        for entity in found
    ]


def read(readers: Sequence[Reader], sentences: Sequence[Tokens]) -> list[list[Found]]:
    """What one reader finds in an article, or what two of them do together; people as our own guideline bounds them.

    The sentences of one article are read at once, and of one only: what a network computes depends, in its last bits,
    on all that it is given together, and a result must not depend on its neighbours in an archive.
    """
    if not sentences:
        return []
    by_reader = []
    for reader in readers:
        found = reader.read(sentences)
        by_reader.append(_with_tidy_people(sentences, found) if reader.head == "own" else found)
    if len(by_reader) == 1:
        return by_reader[0]
    return [agree(*sentence) for sentence in zip(*by_reader, strict=True)]


def _with_tidy_people(sentences: Sequence[Tokens], found: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """People with the bounds of our own guideline, and without what is none, in the sentences of one article."""
    bounds = [people.joined([(f.start, f.end) for f in each if f.label == "PER"]) for each in found]
    names = {name for tokens, each in zip(sentences, bounds, strict=True) if each for name in _sure(tokens.words, each)}
    known = repeats.words_of(names)
    tidy = []
    for tokens, each, others in zip(sentences, bounds, found, strict=True):
        if not each:
            tidy.append([*others])
            continue
        if people.is_headline(tokens.words):
            each = [(start, repeats.as_in_body(tokens.words, start, end, names)) for start, end in each]
        right = [people.bounded(tokens.words, start, end, known) for start, end in each]
        tidy.append(_in_order([f for f in others if f.label != "PER"], right))
    return _with_repeats(sentences, tidy, names)


def _with_repeats(
    sentences: Sequence[Tokens], found: list[list[Found]], names: Iterable[tuple[str, ...]]
) -> list[list[Found]]:
    """With the people that are sure in one sentence of an article and were overlooked in another."""
    parts = repeats.parts_of(names)
    if not parts:
        return found
    longest = max(map(len, parts))
    complete = []
    for tokens, each in zip(sentences, found, strict=True):
        taken = {i for f in each for i in range(f.start, f.end)}
        again = repeats.come_again(tokens.words, taken, parts, longest)
        complete.append(_in_order(each, again) if again else each)
    return complete


def _in_order(found: Sequence[Found], names: Iterable[tuple[int, int]]) -> list[Found]:
    """Entities and people's bounds together, without those that hold nothing."""
    return sorted([*found, *(Found(a, b, "PER") for a, b in names if a < b)], key=lambda f: f.start)


def _sure(words: Sequence[str], names: Iterable[tuple[int, int]]) -> list[tuple[str, ...]]:
    """Names of a sentence, in small letters, that are full or have a cue beside them; of a headline none."""
    if people.is_headline(words):
        return []
    bounds = [people.bounded(words, start, end) for start, end in names]
    return [
        tuple(word.lower() for word in words[start:end])
        for start, end in bounds
        if end - start > 1 or (start < end and people.has_cue(words, start, end))
    ]


def agree(first: Sequence[Found], second: Sequence[Found]) -> list[Found]:
    """What two readers make of a sentence: all that the first one found, and what the second found elsewhere."""
    confirmed = {(found.start, found.end, found.label) for found in second}
    merged = [replace(found, agreed=(found.start, found.end, found.label) in confirmed) for found in first]
    taken = {i for found in first for i in range(found.start, found.end)}
    merged += [replace(found, agreed=False) for found in second if taken.isdisjoint(range(found.start, found.end))]
    return sorted(merged, key=lambda found: found.start)


def _mention(span: Span, found: Found) -> Mention[Entity]:
    score = _SCORES[found.label] * (_ALONE if found.agreed is False else 1)
    return Mention(span, LABEL, Entity(found.label, found.agreed), f"ner.{found.label.lower()}", round(score, 3))
