"""Mutated articles: does anything crash, or take too long? The long version of tests/test_hostile_input.py.

    python scripts/mutate.py [--inputs 10000] [--seed S] [--time-limit 10] [--ner none] [--json]

Each input is one of our own articles, as text, HTML, JSON or a part of two of them, changed at random: bytes flipped,
cut out, doubled or repeated many times, other encodings, odd characters, numbers and brackets in long runs. It goes
the way of an archive's record: triage, reading, extraction. A `Failed` that says what is wrong with the input is a
good answer; an exception, a bug told of by extraction, a result against the contract, or a longer time is not.
"""

import argparse
import html
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sepakat.errors import Failed
from sepakat.ner.weights import Kind
from sepakat.records import Result, verify
from sepakat.run.reading import extract_article, read_record
from sepakat.run.settings import Settings
from sepakat.run.triage import Triage
from sepakat.sources.record import Form, Record
from sepakat.text.article import Article

ROOT: Final = Path(__file__).resolve().parent.parent
ODD: Final = (
    *("\u200b", "\u202e", "\ufeff", "\u0130", "\ufb01", "\U0001f600", "\x00", "\x85", "\u2028", "\ud7ff", "e\u0301"),
    *("Rp", "1.000.000.000.000", "(" * 40, '"' * 41, "Kabupaten " * 30, "dan ", ", " * 50, "31/02/2024", "Nomor 99/"),
)
ENCODINGS: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "latin-1", "shift-jis", "ascii")

Mutation = Callable[[random.Random, bytes, bytes], bytes]


def flip(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Change some bytes."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Leave a stretch out."""
    start, end = sorted(rng.choices(range(len(data) + 1), k=2))
    return data[:start] + data[end:]


def truncate(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Only the beginning."""
    return data[: rng.randrange(len(data))]


def double(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Repeat a stretch, up to a hundred times."""
    start = rng.randrange(len(data))
    part = data[start : start + rng.randint(1, 200)]
    return data[:start] + part * rng.choice((2, 3, 10, 100)) + data[start:]


def splice(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one, the end of another."""
    return data[: rng.randrange(len(data))] + other[rng.randrange(len(other)) :]


def odd(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Put odd characters somewhere."""
    for _ in range(rng.randint(1, 5)):
        place = rng.randrange(len(data) + 1)
        data = data[:place] + rng.choice(ODD).encode() + data[place:]
    return data


def shuffle(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Words in another order."""
    words = data.split(b" ")
    rng.shuffle(words)
    return b" ".join(words)


def recode(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Another encoding."""
    return data.decode("utf-8", "replace").encode(rng.choice(ENCODINGS), "replace")


def case(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Another case, or no spaces."""
    return rng.choice((data.upper, data.lower, data.title, lambda: data.replace(b" ", b""), lambda: data[::-1]))()


MUTATIONS: Final[tuple[Mutation, ...]] = (flip, cut, truncate, double, splice, odd, shuffle, recode, case)


class Whole:
    """A block of one record."""

    position = first = 0
    n_records = 1

    def __init__(self, record: Record) -> None:
        """Wrap a record."""
        self._record = record
        self.n_bytes = self.consumed = len(record.data)

    def where(self, search: Callable[[bytes], object]) -> list[int]:
        """Whether the record has a match."""
        return [0] if search(self._record.data) else []

    def record(self, index: int) -> Record:
        """The record."""
        return self._record


def wrap(rng: random.Random, text: str) -> tuple[Form, bytes]:
    """An article as some archive holds it."""
    form: Form = rng.choice(("text", "text", "html", "json", "row"))
    if form == "html":
        body = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())
        return form, f"<html><head><title>x</title></head><body><article>{body}</article></body></html>".encode()
    if form == "json":
        return form, json.dumps({"id": 1, "text": text}, ensure_ascii=rng.random() < 0.5).encode()
    return form, text.encode()


def read(record: Record, settings: Settings, triage: Triage) -> str:
    """Take a record all the way.

    Returns:
        What came of it: `result`, `read` or another stage.

    Raises:
        Exception: Whatever a user would call a crash.
    """
    passes = bool(triage(Whole(record)))
    article = read_record(record, settings)
    if isinstance(article, Failed):
        return article.stage
    result = extract_article(article, settings)
    if isinstance(result, Failed):
        raise RuntimeError(result.error)
    check(article, result)
    if result.agreements and not passes:
        raise RuntimeError("triage would have lost this article")
    return "result"


def check(article: Article, result: Result) -> None:
    """See that a result keeps the contract."""
    verify(Result.model_validate_json(result.model_dump_json()), article.text)


def main() -> int:
    """Mutate as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--time-limit", type=float, default=10.0, help="seconds of processor time an input may take")
    parser.add_argument("--ner", choices=("none", "spacy"), default="none")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    ner: Kind = arguments.ner
    settings, triage = Settings(ner), Triage()
    rng = random.Random(arguments.seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))]
    came: Counter[str] = Counter()
    crashes: list[str] = []
    slowest = 0.0
    for number in range(arguments.inputs):
        form, data = wrap(rng, rng.choice(texts))
        other = wrap(rng, rng.choice(texts))[1]
        for _ in range(rng.randint(1, 4)):
            data = rng.choice(MUTATIONS)(rng, data or b" ", other)[:200_000]
        start = time.process_time()
        try:
            came[read(Record(f"input{number}", form, data), settings, triage)] += 1
        except Exception as error:
            crashes.append(f"input {number} ({form}): {type(error).__name__}: {error}")
            print(crashes[-1], file=sys.stderr, flush=True)
        slowest = max(slowest, time.process_time() - start)
        if number % 1_000 == 999:
            print(f"{number + 1} inputs, slowest {slowest:.2f} s", file=sys.stderr, flush=True)
    report = {
        "inputs": arguments.inputs,
        "came_of_them": dict(came),
        "crashes": crashes,
        "slowest_seconds": round(slowest, 2),
        "time_limit_seconds": arguments.time_limit,
    }
    print(json.dumps(report, indent=2) if arguments.json else "\n".join(f"{k}: {v}" for k, v in report.items()))
    return 1 if crashes or slowest > arguments.time_limit else 0


if __name__ == "__main__":
    sys.exit(main())
