"""Sentences with the entities of two guidelines: our own, and that of idner-news-2k.

A head of a reader learns one of them; a sentence that people marked by the one has, for the other, either nothing or
what a trained reader found.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sepakat.ner.corpora import (
    LabelledSentence,
    read_articles,
    read_conll,
    test_articles,
    train_articles,
    without_leaks,
)
from sepakat.ner.reading import HEADS, Head

TRAIN: Final = ("idner-news-2k_train.txt",)
"""Public sets in training; NERGrit, NERP and NER-UI follow other guidelines and cost accuracy (see the card)."""
DEV: Final = ("idner-news-2k_dev.txt",)
TEST: Final = ("idner-news-2k_test.txt", "nergrit_test.txt", "nerp_test.txt")
DEV_STEP: Final = 7
"""Of our own training articles, those whose number it divides are for choosing."""
P_UPPER, P_LOWER, P_TITLE, P_SWAP = 0.05, 0.02, 0.07, 0.3
"""How often a sentence of ours is shown in capitals, in small letters, as a headline, with other people in it."""

Sentences = list[LabelledSentence]
Entities = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Example:
    """A sentence for training.

    Attributes:
        words: The tokens.
        spaces: Whether white space follows each.
        entities: First token, last token plus one, label; by head. A head that is not named has no opinion.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    entities: Mapping[Head, Entities]

    def labelled(self, head: Head) -> LabelledSentence:
        """The sentence as one head is to see it."""
        return LabelledSentence(self.words, self.spaces, self.entities[head])


@dataclass(frozen=True)
class Data:
    """All sentences: by head those for training and for choosing, and held-out ones, only for taking leaks out."""

    train: Mapping[Head, Sentences]
    dev: Mapping[Head, Sentences]
    held: Sentences
    n_leaks: int


def read(data: Path, corpus: Path, *, final: bool) -> Data:
    """Read the sentences; in a final training those for choosing are trained on as well.

    Args:
        data: Folder of the public sets.
        corpus: Folder of our own articles.
        final: Whether nothing is left to be chosen.
    """
    articles = train_articles(corpus)
    chosen = [path for path in articles if int(path.stem.partition("_")[0]) % DEV_STEP == 0]
    dev: dict[Head, Sentences] = {
        "own": read_articles(chosen),
        "idner": [s for name in DEV for s in read_conll(data / name)],
    }
    held = [s for name in TEST for s in read_conll(data / name)] + read_articles(test_articles(corpus))
    left_out = held if final else [*held, *dev["own"], *dev["idner"]]
    own, n_own = without_leaks(read_articles(path for path in articles if final or path not in chosen), left_out)
    public = [s for name in TRAIN for s in read_conll(data / name)] + (dev["idner"] if final else [])
    idner, n_idner = without_leaks(public, left_out)
    return Data({"own": own, "idner": idner}, dev, held, n_own + n_idner)


def examples(heads: Mapping[Head, Sequence[LabelledSentence]]) -> list[Example]:
    """Sentences that know one guideline each."""
    return [Example(s.words, s.spaces, {head: s.entities}) for head in HEADS for s in heads.get(head, ())]


def augmented(shown: Sequence[Example], rng: random.Random) -> list[Example]:
    """Examples with some names swapped and some in another case: anew in each epoch."""
    names = [
        (e.words[a:b], e.spaces[a:b]) for e in shown for a, b, label in e.entities.get("own", ()) if label == "PER"
    ]
    varied = []
    for example in shown:
        if names and rng.random() < P_SWAP:
            example = _with_other_people(example, names, rng)
        chance = rng.random()
        for share, case in ((P_UPPER, str.upper), (P_LOWER, str.lower), (P_TITLE, _headline)):
            if 0 <= chance < share:
                example = replace(example, words=tuple(map(case, example.words)))
            chance -= share
        varied.append(example)
    return varied


def _headline(word: str) -> str:
    return word[:1].upper() + word[1:]


def _with_other_people(
    example: Example, names: Sequence[tuple[tuple[str, ...], tuple[bool, ...]]], rng: random.Random
) -> Example:
    """The sentence with other names where all heads see a person."""
    seen = [set(entities) for entities in example.entities.values()]
    people = [(a, b) for a, b, label in sorted(set.intersection(*seen)) if label == "PER"]
    words: list[str] = []
    spaces: list[bool] = []
    moved: dict[int, int] = {}
    position = 0
    for start, end in [*people, (len(example.words), len(example.words))]:
        moved.update({i: len(words) + i - position for i in range(position, start + 1)})
        words += example.words[position:start]
        spaces += example.spaces[position:start]
        if start < end:
            name, gaps = rng.choice(names)
            words += name
            spaces += [*gaps[:-1], example.spaces[end - 1]]
        moved[end] = len(words)
        position = end
    entities = {head: tuple((moved[a], moved[b], x) for a, b, x in found) for head, found in example.entities.items()}
    return Example(tuple(words), tuple(spaces), entities)


def f1(gold: Sequence[LabelledSentence], read: Sequence[Sequence[tuple[int, int, str]]]) -> float:
    """Strict F1 over all labels: same tokens, same label."""
    right = sum(len(set(sentence.entities) & set(found)) for sentence, found in zip(gold, read, strict=True))
    total = sum(len(sentence.entities) + len(found) for sentence, found in zip(gold, read, strict=True))
    return 2 * right / total if total else 0.0
