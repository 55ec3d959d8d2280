"""Annotated sentences for training and measuring: our own marked articles and the public Indonesian data sets.

The public ones (idner-news-2k, NERGrit, NERP, NER-UI) have a token a line, the tag last, an empty line between
sentences; their labels are mapped to `PER`, `ORG`, `LOC`, and what has no counterpart is left out.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sepakat.errors import DataError
from sepakat.ner import markup
from sepakat.ner.tokens import spaced, tokenise
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

PUBLIC_LABELS: Final[Mapping[str, str]] = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "PERSON": "PER",
    "ORGANISATION": "ORG",
    "ORGANIZATION": "ORG",
    "PLACE": "LOC",
    "LOCATION": "LOC",
    "PPL": "PER",
    "IND": "ORG",
    "PLC": "LOC",
}
"""Labels of the public sets (NERGrit: PERSON …, NERP: PPL, IND, PLC) as ours."""

OWN_LABELS: Final[Mapping[str, str]] = {label: label for label in markup.LABELS}
"""Labels of our own articles as the model's."""


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence in tokens.

    Attributes:
        words: The tokens.
        spaces: Whether white space follows each token.
        entities: First token, last token plus one, label; in order, disjoint.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    entities: tuple[tuple[int, int, str], ...]

    @property
    def key(self) -> str:
        """Letters and digits alone, in lower case: equal for the same sentence in two data sets."""
        return "".join(c for word in self.words for c in word.lower() if c.isalnum())

    @property
    def tags(self) -> list[str]:
        """BIO tags, one a token."""
        tags = ["O"] * len(self.words)
        for start, end, label in self.entities:
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
        return tags


def read_conll(path: Path, labels: Mapping[str, str] = PUBLIC_LABELS) -> list[LabelledSentence]:
    """Read a data set of one token a line, the tag (`O`, `B-X`, `I-X`) last.

    Raises:
        DataError: If a line has no tag, or a tag is of another form.
    """
    sentences: list[LabelledSentence] = []
    rows: list[tuple[str, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        fields = line.split()
        if not fields:
            if rows:
                sentences.append(_from_tags(rows, labels))
            rows = []
        elif len(fields) < 2 or not (fields[-1] == "O" or fields[-1][:2] in ("B-", "I-")):
            raise DataError(f"{path}, line {number}: not a token with its tag: {line!r}")
        else:
            rows.append((fields[0], fields[-1]))
    return sentences


def _from_tags(rows: list[tuple[str, str]], labels: Mapping[str, str]) -> LabelledSentence:
    entities: list[tuple[int, int, str]] = []
    for i, (_, tag) in enumerate(rows):
        label = labels.get(tag[2:])
        if label is None:
            continue
        if tag.startswith("I-") and entities and entities[-1][1] == i and entities[-1][2] == label:
            entities[-1] = (entities[-1][0], i + 1, label)
        else:
            entities.append((i, i + 1, label))
    words = tuple(word for word, _ in rows)
    return LabelledSentence(words, (True,) * (len(words) - 1) + (False,), tuple(entities))


def read_articles(paths: Iterable[Path], labels: Mapping[str, str] = OWN_LABELS) -> list[LabelledSentence]:
    """Read our own marked articles, split into the sentences and tokens that a reader will see.

    Raises:
        DataError: If a mark is not well-formed, or does not begin and end with a token of one sentence.
    """
    found: list[LabelledSentence] = []
    for path in paths:
        marked = markup.read(path.read_text(encoding="utf-8"), source=path.name)
        layout = read_layout(Article(marked.text))
        spans = [sentence.span for sentence in layout.sentences]
        starts = [span.start for span in spans]
        inside: list[list[tuple[int, int, str]]] = [[] for _ in spans]
        for span, label in marked.entities:
            i = bisect_right(starts, span.start) - 1
            if i < 0 or not spans[i].covers(span):
                raise DataError(f"{path.name}: <{label}>{span.of(marked.text)}</{label}> crosses the end of a sentence")
            if label in labels:
                inside[i].append((span.start, span.end, labels[label]))
        for span, entities in zip(spans, inside, strict=True):
            found.append(label_tokens(layout.text, span.start, span.end, entities, source=path.name))
    return [sentence for sentence in found if sentence.words]


def label_tokens(
    text: str, start: int, end: int, entities: Iterable[tuple[int, int, str]], *, source: str = "-"
) -> LabelledSentence:
    """Put entities given by code points onto the tokens of a part of a text.

    Raises:
        DataError: If an entity does not begin and end with a token.
    """
    tokens = tokenise(text, start, end)
    first = {token[0]: i for i, token in enumerate(tokens)}
    last = {token[1]: i + 1 for i, token in enumerate(tokens)}
    placed: list[tuple[int, int, str]] = []
    for begin, stop, label in entities:
        if begin not in first or stop not in last:
            raise DataError(f"{source}: {label} {text[begin:stop]!r} does not begin and end with a token")
        placed.append((first[begin], last[stop], label))
    words = tuple(text[a:b] for a, b in tokens)
    return LabelledSentence(words, tuple(spaced(text, tokens)), tuple(placed))


def train_articles(corpus: Path) -> list[Path]:
    """Our own marked articles that readers are trained on, in order of their numbers."""
    held = set(_test_names(corpus))
    return [path for path in _marked_articles(corpus) if path.stem not in held]


def test_articles(corpus: Path) -> list[Path]:
    """Our own marked articles that readers are measured on, in order of their numbers."""
    held = set(_test_names(corpus))
    return [path for path in _marked_articles(corpus) if path.stem in held]


def _marked_articles(corpus: Path) -> list[Path]:
    paths = sorted((corpus / "entities").glob("*.txt"), key=lambda path: (int(path.stem.partition("_")[0]), path.stem))
    if not paths:
        raise DataError(f"{corpus / 'entities'}: no marked articles; give the folder `corpus` of a checkout")
    return paths


def _test_names(corpus: Path) -> list[str]:
    lines = (corpus / "entities_test.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def without_leaks(
    sentences: Iterable[LabelledSentence], held: Iterable[LabelledSentence]
) -> tuple[list[LabelledSentence], int]:
    """Leave out sentences that stand, letter for letter, in what is kept for measuring.

    Returns:
        What is left, in order, and how many were left out.
    """
    keys = {sentence.key for sentence in held}
    everything = list(sentences)
    kept = [sentence for sentence in everything if sentence.key not in keys]
    return kept, len(everything) - len(kept)
