"""Make an archive of news of any size, with a set share of articles about agreements with BPJS Ketenagakerjaan.

    python scripts/make_archive.py --articles N --relevant SHARE -o FILE [--seed S] [--duplicates SHARE]
    python scripts/make_archive.py --articles N --relevant SHARE --check [--seed S] [--duplicates SHARE]

The form is told by the suffix: `.jsonl`, `.csv` (each also `.gz`, `.zst`), `.parquet`, `.warc`, `.warc.gz`; `FOLDER/`
gets `.txt` files, `NAME.html` is a folder of pages. The same call gives the same bytes. Exactly `round(N * SHARE)`
articles are relevant, `--duplicates` of them (0.2) syndicated copies of one before. `archive_articles.py` tells what
the articles are made of. Nothing is kept in memory: an archive may be larger than it.

`--check` writes nothing: it reads a sample of what the same call would write with sepakat's own recogniser, and ends
with status 1 if filler names BPJS Ketenagakerjaan or a relevant article does not.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive_articles import Composer, Kind, Made, read_materials
from archive_forms import write, writer
from sepakat.recognisers import bpjs
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = {"filler": 2_000, "relevant": 200, "copy": 100}  # articles that --check reads at most


@dataclass
class Tally:
    """What went by: articles by kind, and the size of their texts in bytes of UTF-8."""

    articles: Counter[Kind] = field(default_factory=Counter)
    n_bytes: int = 0

    def records(self, made: Iterable[Made]) -> Iterator[dict[str, str]]:
        """Pass the records on, counted."""
        for item in made:
            self.articles[item.kind] += 1
            self.n_bytes += len(item.record["text"].encode())
            yield item.record

    def __str__(self) -> str:
        """Numbers for a line of text."""
        n = self.articles.total()
        copies = self.articles["copy"]
        return (
            f"{n:,} articles, {self.articles['relevant'] + copies:,} relevant ({copies:,} of them syndicated copies), "
            f"{self.n_bytes / max(n, 1):,.0f} bytes of text each"
        )


def names_ketenagakerjaan(text: str) -> bool:
    """Whether the recogniser finds the body in a text."""
    return any(mention.label == bpjs.LABEL for mention in bpjs.find(read_layout(Article(text))))


def check(made: Iterable[Made], n_articles: int) -> tuple[Counter[Kind], list[str]]:
    """Read a sample, spread over the archive; how many of each kind, and the ids of those that are wrong."""
    every = max(1, n_articles // SAMPLE["filler"])
    read: Counter[Kind] = Counter()
    wrong = []
    for number, item in enumerate(made):
        if read[item.kind] >= SAMPLE[item.kind] or (item.kind == "filler" and number % every):
            continue
        read[item.kind] += 1
        if names_ketenagakerjaan(item.record["text"]) != (item.kind != "filler"):
            wrong.append(item.record["id"])
    return read, wrong


def options() -> argparse.Namespace:
    """The command line."""
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=style)
    parser.add_argument("--articles", type=int, required=True, metavar="N")
    parser.add_argument("--relevant", type=float, required=True, metavar="SHARE", help="from 0 to 1")
    parser.add_argument("--duplicates", type=float, default=0.2, metavar="SHARE", help="of the relevant, from 0 to 1")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", metavar="FILE")
    parser.add_argument("--check", action="store_true", help="write nothing, read a sample")
    chosen = parser.parse_args()
    if chosen.articles < 0 or not 0 <= chosen.relevant <= 1 or not 0 <= chosen.duplicates <= 1:
        parser.error("--articles must not be negative; --relevant and --duplicates lie between 0 and 1")
    if chosen.check == bool(chosen.output):
        parser.error("give either -o FILE or --check")
    if chosen.output:
        try:
            writer(chosen.output)
        except ValueError as error:
            parser.error(str(error))
    return chosen


def main() -> int:
    """Make or check an archive; the exit status."""
    chosen = options()
    made = Composer(read_materials(ROOT), chosen.seed).articles(chosen.articles, chosen.relevant, chosen.duplicates)
    if chosen.check:
        read, wrong = check(made, chosen.articles)
        print(f"{read['filler']} filler, {read['relevant']} relevant, {read['copy']} copies read; {len(wrong)} wrong")
        print(*wrong, sep="\n", end="\n" if wrong else "")
        return 1 if wrong else 0
    tally, start = Tally(), time.perf_counter()
    try:
        write(tally.records(made), chosen.output)
    except OSError as error:
        print(f"{chosen.output} cannot be written: {error}", file=sys.stderr)
        return 1
    print(f"{chosen.output}: {tally}, in {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
