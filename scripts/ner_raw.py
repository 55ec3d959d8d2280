"""What plain text gives the readers: word vectors, and sentences that one reader labels for the other."""

import json
import logging
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import ner_stanza
from ner_data import Entities, Example, Sentences
from sepakat.errors import DataError
from sepakat.ner.corpora import LabelledSentence
from sepakat.ner.reading import HEADS, Head
from sepakat.ner.tokens import tokenise

log = logging.getLogger("train_ner")

N_GRAM: Final = 6
"""A line of raw text that shares so many words in a row with a held-out sentence is left out."""
N_WORDS: Final = 31_000
"""Words whose vectors Stanza gets; the table has to stay under 12 MB."""
MAX_TOKENS: Final = 60
"""Longer lines of plain text are not labelled for the fast model."""
SEED: Final = 0
VECTORS = {"bucket": 20_000, "dim": 80, "minn": 3, "maxn": 5, "minCount": 4, "epoch": 3, "ws": 5, "neg": 5, "lr": 0.05}


def raw_lines(folder: Path, held: Iterable[LabelledSentence]) -> Iterator[str]:
    """Lines of raw text in tokens, each line once, without those that repeat a held-out sentence."""
    grams: set[tuple[str, ...]] = set()
    for sentence in held:
        words = _words(" ".join(sentence.words))
        grams.update(words[i : i + N_GRAM] for i in range(len(words) - N_GRAM + 1))
    seen: set[tuple[str, ...]] = set()
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            words = _words(line)
            if len(words) < 5 or words in seen:
                continue
            seen.add(words)
            if grams.isdisjoint(words[i : i + N_GRAM] for i in range(len(words) - N_GRAM + 1)):
                yield " ".join(line[a:b] for a, b in tokenise(line))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def make_vectors(raw: Path, held: Sentences, train: Sentences, work: Path) -> None:
    """Word vectors from raw text: for spaCy a pipeline of nothing else, for Stanza a table of frequent words."""
    import floret
    from spacy.util import load_model
    from stanza.models.common.pretrain import Pretrain

    if (work / "pretrain.pt").exists():
        return
    text = work / "raw.txt"
    seen: Counter[str] = Counter(word for sentence in train for word in sentence.words)
    wanted = list(seen)
    with text.open("w", encoding="utf-8") as out:
        for line in raw_lines(raw, held):
            out.write(line + "\n")
            seen.update(line.split())
    log.info("vectors: %d words of %s", seen.total(), raw)
    model = floret.train_unsupervised(str(text), model="skipgram", mode="floret", hashCount=2, thread=2, **VECTORS)
    model.save_floret_vectors(str(work / "vectors.floret"))
    command = ["init", "vectors", "id", work / "vectors.floret", work / "vectors", "--mode", "floret"]
    subprocess.run([sys.executable, "-m", "spacy", *map(str, command)], check=True)
    vocab = load_model(work / "vectors").vocab
    words = list(dict.fromkeys([*wanted, *(word for word, _ in seen.most_common(N_WORDS))]))[:N_WORDS]
    table = work / "vectors.txt"
    with table.open("w", encoding="utf-8") as out:
        out.write(f"{len(words)} {VECTORS['dim']}\n")
        for word in words:
            out.write(f"{word} {' '.join(f'{value:.4f}' for value in vocab[word].vector)}\n")
    Pretrain(str(work / "pretrain.pt"), str(table)).load()


def silver(
    folder: Path, held: Sentences, marked: Sequence[Example], teacher: Path, work: Path
) -> tuple[list[Example], list[Example]]:
    """What the Stanza reader says, as either guideline has it, of plain text and of what people left open.

    Args:
        folder: Plain text, a sentence a line.
        held: Sentences for choosing and measuring.
        marked: Examples that people labelled for one head.
        teacher: Folder of the Stanza reader.
        work: Where the labels are kept.

    Returns:
        The marked examples with the other head filled in, and the plain sentences; of those without an entity half.
    """
    kept = work / "silver.json"
    if not kept.exists():
        lines = [line.split() for line in raw_lines(folder, held)]
        lines = [words for words in lines if len(words) <= MAX_TOKENS]
        lines += [list(example.words) for example in marked]
        heads = _labelled(lines, ner_stanza.load(teacher / "ner.pt", teacher / "pretrain.pt"))
        kept.write_text(json.dumps([lines, heads]), encoding="utf-8")
    lines, heads = json.loads(kept.read_text(encoding="utf-8"))
    if lines[len(lines) - len(marked) :] != [list(example.words) for example in marked]:
        raise DataError(f"{kept} was made with other marked articles; remove it, or begin again: --fresh")
    empty = random.Random(SEED)
    everything = [
        Example(tuple(words), (True,) * len(words), {head: _entities(heads[head][i]) for head in HEADS})
        for i, words in enumerate(lines)
    ]
    plain = everything[: len(lines) - len(marked)]
    plain = [e for e in plain if any(e.entities.values()) or empty.random() < 0.5]
    filled = [
        Example(mine.words, mine.spaces, {**read.entities, **mine.entities})
        for mine, read in zip(marked, everything[len(lines) - len(marked) :], strict=True)
    ]
    return filled, plain


def _labelled(lines: list[list[str]], tagger: Any) -> dict[Head, list[list[tuple[int, int, str]]]]:
    read: dict[Head, list[list[tuple[int, int, str]]]] = {head: [] for head in HEADS}
    for i in range(0, len(lines), 1_000):
        for head, found in ner_stanza.read(tagger, lines[i : i + 1_000]).items():
            read[head] += found
        log.info("silver: %d of %d sentences", len(read["own"]), len(lines))
    return read


def _entities(rows: Sequence[Sequence[int | str]]) -> Entities:
    return tuple((int(a), int(b), str(label)) for a, b, label in rows)
