"""How well sentences are found: F1 of sentence ends and of whole sentences on a CoNLL-U file.

The gold sentences (`# text =`) are joined as news prints them: a line break after a sentence without final
punctuation, such as a headline, and a space otherwise. `read_layout` splits them again, as it does articles.

    python scripts/evaluate_sentences.py --data ../shared/data/ud/id_csui-ud-test.conllu [--json]
"""

import argparse
import json
import re
from pathlib import Path

from sepakat.text.article import Article
from sepakat.text.layout import read_layout

_FINAL = re.compile(r"[.!?\u2026][\"')\]\u201d\u2019]*$")


def join_sentences(sentences: list[str]) -> tuple[str, set[tuple[int, int]]]:
    """One text of all sentences, and where each stands in it (code points, half-open)."""
    spans: set[tuple[int, int]] = set()
    parts: list[str] = []
    position = 0
    for sentence in sentences:
        spans.add((position, position + len(sentence)))
        parts += [sentence, " " if _FINAL.search(sentence) else "\n"]
        position += len(sentence) + 1
    return "".join(parts), spans


def scores(gold: set[tuple[int, int]], found: set[tuple[int, int]]) -> dict[str, float]:
    """Precision, recall and F1 of two sets of spans."""
    both = len(gold & found)
    precision = both / len(found) if found else 0.0
    recall = both / len(gold) if gold else 0.0
    f1 = 2 * both / (len(gold) + len(found)) if gold or found else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def evaluate(path: Path) -> dict[str, object]:
    """Scores on one CoNLL-U file: `ends` by the end of each sentence alone, `sentences` by both ends."""
    lines = path.read_text(encoding="utf-8").splitlines()
    text, gold = join_sentences([line[len("# text = ") :].strip() for line in lines if line.startswith("# text = ")])
    found = {(s.span.start, s.span.end) for s in read_layout(Article(text)).sentences}
    return {
        "data": path.name,
        "gold_sentences": len(gold),
        "found_sentences": len(found),
        "ends": scores({(end, end) for _, end in gold}, {(end, end) for _, end in found}),
        "sentences": scores(gold, found),
    }


def main() -> None:
    """Print the scores of the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="CoNLL-U file with `# text =` lines")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    result = evaluate(arguments.data)
    if arguments.json:
        print(json.dumps(result))
        return
    print(f"{result['data']}: {result['gold_sentences']} gold sentences, {result['found_sentences']} found")
    for name in ("ends", "sentences"):
        print(f"{name:10}", result[name])


if __name__ == "__main__":
    main()
