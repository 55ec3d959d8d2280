"""Speed, always as a ratio of two sides that were measured in turn in the same run.

    python scripts/bench.py [ARTICLES…] [--rounds N] [--json]                   # readers and extraction
    python scripts/bench.py --archive [--largest N] [--rounds N] [--parts P]  # triage, whole jobs, memory, start-up

ARTICLES are files or folders of `.txt`; without them the articles of `corpus/`, repeated to 300. Sides:

- `plain`: spaCy's own Indonesian tokenizer with the same `tok2vec` and `ner`, over the whole text of each article.
- `reader`: what `--ner spacy` does in its place: choosing sentences, our tokens, the model. Recognising comes before
  it in any case (the rules need it) and is not counted; `extract` counts everything.
- `stanza`: the Stanza reader over all sentences of each article, where its weights have been trained.
- `extract none`, `extract spacy`: the whole program, with the rules alone and with the default reader.
- `script`: what one would write in an afternoon: the plain model, a dozen regular expressions, `dateparser.search`.

The reader remembers the embeddings of words from article to article, as in a long run; from the second round on it
knows all of them.

One thread, NumPy's too. A figure is articles a second: the median of the rounds, with the slowest and the fastest
beside it.
"""

import argparse
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

import spacy
from spacy.language import Language
from threadpoolctl import threadpool_limits

import bench_archive
from sepakat.errors import SepakatError
from sepakat.extraction import extract, recognise
from sepakat.ner import weights
from sepakat.ner.reading import find, load
from sepakat.ner.selection import worth_reading
from sepakat.ner.weights import SPACY_MODEL, STANZA_MODEL
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

ROOT = Path(__file__).resolve().parent.parent
N_ARTICLES = 300
WARM_UP = 5


def texts(paths: Sequence[Path]) -> list[str]:
    """The articles to be read."""
    if paths:
        files = sorted(f for path in paths for f in (path.rglob("*.txt") if path.is_dir() else [path]))
        return [file.read_text(encoding="utf-8") for file in files]
    files = sorted((ROOT / "corpus" / "articles").glob("*.txt"))
    return list(islice(cycle(file.read_text(encoding="utf-8") for file in files), N_ARTICLES))


def sides(articles: Sequence[str]) -> dict[str, Callable[[], object]]:
    """What is measured, by name; everything is loaded, and what comes before is done."""
    plain = spacy.load(weights.folder(SPACY_MODEL))
    plain.tokenizer = spacy.blank("id", vocab=plain.vocab).tokenizer
    whole = [Article(text) for text in articles]
    layouts = [read_layout(article) for article in whole]
    recognised = [recognise(layout) for layout in layouts]
    default = load("spacy")
    work: dict[str, Callable[[], object]] = {
        "plain": lambda: [doc.ents for doc in plain.pipe(articles)],
        "reader": lambda: [
            find(layout, worth_reading(layout, found), default)
            for layout, found in zip(layouts, recognised, strict=True)
        ],
        "extract none": lambda: [extract(article, ner="none") for article in whole],
        "extract spacy": lambda: [extract(article, ner="spacy") for article in whole],
        "script": lambda: [script(plain, text) for text in articles],
    }
    if weights.folder(STANZA_MODEL).exists():
        import torch

        torch.set_num_threads(1)
        stanza = load("stanza")
        work["stanza"] = lambda: [find(layout, layout.sentences, stanza) for layout in layouts]
    return work


PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:nota kesepahaman|mou|memorandum of understanding|perjanjian kerja ?sama|pks|nota kesepakatan)",
        r"bpjs (?:ketenagakerjaan|tk|naker)|bp ?jamsostek",
        r"(?:kabupaten|kota|provinsi) [a-z]+(?: [a-z]+)?",
        r"(?:bupati|wali ?kota|gubernur|kepala dinas|sekda) [a-z .,']{3,40}",
        r"rp\.? ?[0-9][0-9.,]*(?: (?:ribu|juta|miliar|triliun))?",
        r"[0-9][0-9.]* (?:orang|pekerja|tenaga kerja|peserta|petani|nelayan|guru)",
        r"[0-9]+(?:,[0-9]+)? ?(?:%|persen)",
        r"(?:undang-undang|uu|pp|perpres|inpres|pergub|perbup|perda) (?:nomor|no\.?) [0-9]+ tahun [0-9]{4}",
        r"(?:jkk|jkm|jht|jp|jkp)\b",
        r"(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),? \(?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\)?",
    )
)


def script(plain: Language, text: str) -> object:
    """The obvious script: entities, patterns, dates."""
    from dateparser.search import search_dates

    entities = [(span.text, span.label_) for span in plain(text).ents]
    matches = [match[0] for pattern in PATTERNS for match in pattern.finditer(text)]
    return entities, matches, search_dates(text, languages=["id"])


def measure(work: dict[str, Callable[[], object]], n_articles: int, rounds: int) -> dict[str, list[float]]:
    """Articles a second of each side, a figure a round; the sides run in turn in each round."""
    rates: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, run in work.items():
            start = time.perf_counter()
            run()
            rates[name].append(n_articles / (time.perf_counter() - start))
    return rates


RATIOS = (
    ("reader", "plain"),
    ("reader", "stanza"),
    ("extract none", "plain"),
    ("extract spacy", "plain"),
    ("extract spacy", "stanza"),
    ("extract none", "script"),
    ("extract spacy", "script"),
    ("extract spacy", "extract none"),
)


def report(rates: dict[str, list[float]], n_articles: int, n_chars: int) -> dict[str, object]:
    """Medians with their spread, and the ratios, each of the same round."""
    pairs = [(a, b) for a, b in RATIOS if a in rates and b in rates]
    ratios = {f"{a} / {b}": [x / y for x, y in zip(rates[a], rates[b], strict=True)] for a, b in pairs}
    return {
        "n_articles": n_articles,
        "n_characters": n_chars,
        "articles_per_second": {name: _spread(values) for name, values in rates.items()},
        "ratios": {name: _spread(values) for name, values in ratios.items()},
    }


def _spread(values: Sequence[float]) -> dict[str, float]:
    return {"median": round(statistics.median(values), 2), "low": round(min(values), 2), "high": round(max(values), 2)}


def main() -> int:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, help="files or folders of .txt")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--archive", action="store_true", help="measure archives' jobs")
    parser.add_argument(
        "--parts", nargs="+", choices=bench_archive.PARTS, default=bench_archive.PARTS, help="of archives"
    )
    parser.add_argument("--largest", type=int, default=300_000, help="articles of the largest archive")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    if arguments.archive:
        article = next((ROOT / "corpus" / "articles").glob("*.txt"))
        sizes = {"largest": arguments.largest, "rounds": arguments.rounds}
        print(json.dumps(bench_archive.measure(article, **sizes, parts=arguments.parts), indent=2))
        return 0
    articles = texts(arguments.articles)
    threadpool_limits(1)
    try:
        for run in sides(articles[:WARM_UP]).values():
            run()
    except SepakatError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    found = report(
        measure(sides(articles), len(articles), arguments.rounds), len(articles), sum(len(text) for text in articles)
    )
    if arguments.json:
        print(json.dumps(found, indent=2))
        return 0
    print(f"{found['n_articles']} articles, {found['n_characters']} characters; median [low, high]")
    for part in ("articles_per_second", "ratios"):
        print(f"\n{part.replace('_', ' ')}")
        for name, s in found[part].items():  # type: ignore[attr-defined]
            print(f"  {name:32}{s['median']:10.2f}  [{s['low']:.2f}, {s['high']:.2f}]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
