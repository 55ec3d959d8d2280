"""How well and how fast the trained readers find entities: the public test sets and our own, side by side.

    python scripts/evaluate_ner.py --data ../shared/data/ner [--readers spacy stanza both] [--json]

Precision, recall and F1 of whole entities (strict: same tokens, same label; seqeval), by label, with 95 % intervals
from 2,000 bootstrap samples of sentences. Speeds are of the same run, one thread each, the fastest of three rounds.
The public sets are read with the output layer for their guideline, our own articles with the one that the program uses.
Beside the readers of our own articles stands `person`: the second marking (corpus/entities_second) against the first.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from seqeval.metrics.v1 import precision_recall_fscore_support
from seqeval.scheme import IOB2, Entities

from sepakat.errors import SepakatError
from sepakat.ner.corpora import LabelledSentence, read_articles, read_conll, test_articles
from sepakat.ner.reading import Found, Head, Reader, Tokens, load, read

PUBLIC = {"idner-news-2k test": "idner-news-2k_test.txt", "NERGrit test": "nergrit_test.txt"}
OWN = "our own test articles"
N_SAMPLES = 2_000
ROUNDS = 3


def sets(data: Path | None, corpus: Path) -> dict[str, list[list[LabelledSentence]]]:
    """The test sets by name, our own an article at a time; the public ones only with their folder."""
    found = {name: [read_conll(data / file)] for name, file in PUBLIC.items()} if data else {}
    return {**found, OWN: [read_articles([path]) for path in test_articles(corpus)]}


def second_marking(corpus: Path) -> list[LabelledSentence]:
    """The same articles as they were marked a second time."""
    return read_articles(corpus / "entities_second" / path.name for path in test_articles(corpus))


def tags(n_tokens: int, found: Sequence[Found]) -> list[str]:
    """BIO tags of a reading."""
    return LabelledSentence(("",) * n_tokens, (), tuple((f.start, f.end, f.label) for f in found)).tags


def scores(gold: list[list[str]], read: list[list[str]]) -> dict[str, dict[str, object]]:
    """Strict scores by label and over all labels."""
    rated: dict[str, dict[str, object]] = {}
    per_label = precision_recall_fscore_support(gold, read, average=None, scheme=IOB2, suffix=False)
    names = sorted({tag[2:] for sentence in [*gold, *read] for tag in sentence if tag != "O"})
    for i, name in enumerate(names):
        rated[name] = _rating([float(values[i]) for values in per_label], gold, read, {name})
    micro = precision_recall_fscore_support(gold, read, average="micro", scheme=IOB2, suffix=False)
    rated["all"] = _rating([float(value) for value in micro], gold, read, set(names))
    return rated


Tags = list[list[str]]


def _rating(values: Sequence[float], gold: Tags, read: Tags, labels: set[str]) -> dict[str, object]:
    precision, recall, f1, support = values
    low, high = interval(gold, read, labels)
    return {
        "n": int(support),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def interval(gold: list[list[str]], read: list[list[str]], labels: set[str]) -> tuple[float, float]:
    """The middle 95 % of F1 over bootstrap samples of sentences."""
    counts = []
    for g, r in zip(Entities(gold, IOB2).entities, Entities(read, IOB2).entities, strict=True):
        one, two = ({e.to_tuple()[1:] for e in side if e.tag in labels} for side in (g, r))
        counts.append((len(one & two), len(one) + len(two)))
    rng = random.Random(0)
    samples = []
    for _ in range(N_SAMPLES):
        sample = rng.choices(counts, k=len(counts))
        total = sum(n for _, n in sample)
        samples.append(2 * sum(both for both, _ in sample) / total if total else 0.0)
    samples.sort()
    return samples[int(0.025 * N_SAMPLES)], samples[int(0.975 * N_SAMPLES)]


def read_all(readers: Sequence[Reader], sentences: Sequence[LabelledSentence]) -> list[list[Found]]:
    """What one reader finds, or two of them together."""
    return read(readers, [Tokens(list(s.words), list(s.spaces)) for s in sentences])


def evaluate(kinds: Sequence[str], data: Path | None, corpus: Path) -> dict[str, object]:
    """Scores and speeds of all readers on all sets."""
    report: dict[str, object] = {"models": {kind: [r.name for r in load(kind)] for kind in kinds}}  # type: ignore[arg-type]
    for name, articles in sets(data, corpus).items():
        sentences = [sentence for article in articles for sentence in article]
        head: Head = "idner" if name in PUBLIC else "own"
        loaded = {kind: load(kind, head) for kind in kinds}  # type: ignore[arg-type]
        gold = [s.tags for s in sentences]
        n_tokens = sum(len(s.words) for s in sentences)
        rows: dict[str, object] = {}
        seconds = dict.fromkeys(kinds, float("inf"))
        for _ in range(ROUNDS):  # in turn, so that a slow moment of the machine meets all
            for kind in kinds:
                start = time.perf_counter()
                found = [each for article in articles for each in read_all(loaded[kind], article)]
                seconds[kind] = min(seconds[kind], time.perf_counter() - start)
                tagged = [tags(len(s.words), f) for s, f in zip(sentences, found, strict=True)]
                if kind not in rows:
                    rows[kind] = {"scores": scores(gold, tagged)}
        for kind in kinds:
            rows[kind]["tokens_per_second"] = round(n_tokens / seconds[kind])  # type: ignore[index]
        if name == OWN and (corpus / "entities_second").is_dir():
            rows["person"] = {"scores": scores(gold, [s.tags for s in second_marking(corpus)])}
        report[name] = {"head": head, "n_sentences": len(sentences), "n_tokens": n_tokens, **rows}
    return report


def print_report(report: dict[str, object]) -> None:
    """The report as a table."""
    print("models:", json.dumps(report["models"]))
    for name, item in report.items():
        if name == "models" or not isinstance(item, dict):
            continue
        print(f"\n{name}: {item['n_sentences']} sentences, {item['n_tokens']} tokens; output layer: {item['head']}")
        print(f"{'':8}{'':5}{'n':>6}{'P':>8}{'R':>8}{'F1':>8}  95 %")
        for kind, row in item.items():
            if not isinstance(row, dict):
                continue
            for label, s in row["scores"].items():
                print(
                    f"{kind:8}{label:5}{s['n']:6}{s['precision']:8.3f}{s['recall']:8.3f}{s['f1']:8.3f}"
                    f"  {s['low']:.3f}-{s['high']:.3f}"
                )
            if "tokens_per_second" in row:
                print(f"{kind:8}{row['tokens_per_second']:,} tokens/s")


def main() -> int:
    """Evaluate as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the public sets; without it our own articles alone")
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parent.parent / "corpus", help="our own articles")
    parser.add_argument("--readers", nargs="+", choices=("spacy", "stanza", "both"), default=["spacy"])
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    try:
        report = evaluate(arguments.readers, arguments.data, arguments.corpus)
    except (SepakatError, OSError) as error:
        print(f"evaluate_ner: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps(report, indent=2))
    else:
        print_report(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
