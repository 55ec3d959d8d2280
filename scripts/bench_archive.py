"""The archive's side of `bench.py`: triage, whole jobs, forms, workers, sizes, memory, start-up.

Each comparison runs its sides in turn, round after round. Jobs are whole commands, start-up included. Memory is the sum
of the shares (PSS) of all of a job's processes, looked at ten times a second; that takes time of a processor, so it is
looked at only where it is asked for.
"""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sepakat.errors import Failed
from sepakat.run.settings import Settings
from sepakat.run.triage import BODY, HIDDEN, Triage
from sepakat.sources.formats import format_of

SCRIPTS: Final = Path(__file__).resolve().parent
SIZES: Final = (1_000, 10_000, 30_000, 100_000, 300_000)
_ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed package is compiled; so is ours when it is measured."""
FORMS: Final = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet", "warc.gz")


@dataclass(frozen=True)
class Ran:
    """A command that has ended.

    Attributes:
        seconds: From start to end.
        peak_mb: Most memory that its processes had together, in MB (10⁶ bytes); 0 if nobody looked.
    """

    seconds: float
    peak_mb: float


def make(path: Path, n_articles: int, relevant: float) -> Path:
    """An archive of `scripts/make_archive.py`."""
    command = [
        sys.executable,
        SCRIPTS / "make_archive.py",
        "--articles",
        n_articles,
        "--relevant",
        relevant,
        "-o",
        path,
    ]
    subprocess.run([*map(str, command)], check=True, capture_output=True)
    return path


def run(command: Sequence[object], *, watched: bool = False) -> Ran:
    """Run a command, with an eye on its memory if wanted."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*map(str, command)], env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    peaks = [0.0]
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            peaks.append(sum(map(_pss_mb, [process.pid, *descendants(process.pid)])))

    watcher = threading.Thread(target=watch)
    if watched:
        watcher.start()
    _, errors = process.communicate()
    seconds = time.perf_counter() - start
    ended.set()
    if watched:
        watcher.join()
    if process.returncode:
        raise SystemExit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}: {errors}")
    return Ran(seconds, max(peaks))


def descendants(pid: int) -> list[int]:
    """Processes that a process has started, and those that they have."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError, ValueError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        started = children.get(todo.pop(), [])
        found += started
        todo += started
    return found


def _pss_mb(pid: int) -> float:
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) * 1024 / 1e6
    return 0.0


@contextlib.contextmanager
def job(archive: Path, *, n_workers: int = 1, ner: str | None = None) -> Iterator[list[object]]:
    """The command that extracts an archive into a fresh folder."""
    folder = Path(tempfile.mkdtemp(prefix="sepakat-bench-"))
    command = [sys.executable, "-m", "sepakat", "extract", archive, "-o", f"{folder}/", "--workers", n_workers]
    try:
        yield [*command, *(["--ner", ner] if ner else [])]
    finally:
        shutil.rmtree(folder)


def run_job(archive: Path, *, n_workers: int = 1, ner: str | None = None, watched: bool = False) -> Ran:
    """Run it."""
    with job(archive, n_workers=n_workers, ner=ner) as command:
        return run(command, watched=watched)


def ripgrep(archive: Path, patterns: Sequence[str]) -> Callable[[], object]:
    """`rg -c` with patterns."""
    program = shutil.which("rg") or str(Path(sys.executable).with_name("rg"))
    flags = [x for pattern in patterns for x in ("-e", pattern)]
    return lambda: subprocess.run(
        [program, "-c", "-i", "-a", "--no-unicode", *flags, str(archive)], capture_output=True
    )


def count_hits(archive: Path) -> int:
    """Triage alone, over a whole archive."""
    triage = Triage()
    blocks = format_of(str(archive)).blocks(str(archive), columns=Settings().columns)
    return sum(len(triage(block)) for block in blocks if not isinstance(block, Failed))


def rounds_of(sides: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each side, a figure a round; in turn, so that a slow moment of the machine meets all."""
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            start = time.perf_counter()
            side()
            seconds[name].append(time.perf_counter() - start)
    return seconds


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, lowest and highest."""
    return {"median": round(statistics.median(values), 3), "low": round(min(values), 3), "high": round(max(values), 3)}


def ratios(seconds: dict[str, list[float]], one: str, other: str) -> dict[str, float]:
    """How many times as fast as another a side is, round by round."""
    return spread([b / a for a, b in zip(seconds[one], seconds[other], strict=True)])


def triage_and_job(work: Path, n_articles: int, rounds: int) -> dict[str, object]:
    """Triage and the whole job against ripgrep, on JSON Lines with 1 % relevant articles."""
    archive = make(work / "archive.jsonl", n_articles, 0.01)
    sides: dict[str, Callable[[], object]] = {
        "triage": lambda: count_hits(archive),
        "ripgrep, same patterns": ripgrep(archive, (*BODY, *HIDDEN)),
        "ripgrep, names of the body": ripgrep(archive, BODY),
        "job": lambda: run_job(archive),
        "job, rules alone": lambda: run_job(archive, ner="none"),
    }
    count_hits(archive)  # the file is in the cache of the system for all sides
    seconds = rounds_of(sides, rounds)
    n_bytes = archive.stat().st_size
    return {
        "articles": n_articles,
        "bytes": n_bytes,
        "articles_per_second": {name: spread([n_articles / s for s in found]) for name, found in seconds.items()},
        "gb_per_second": {name: spread([n_bytes / s / 1e9 for s in found]) for name, found in seconds.items()},
        "ratios": {
            f"{one} / {other}": ratios(seconds, one, other)
            for one in ("triage", "job", "job, rules alone")
            for other in ("ripgrep, same patterns", "ripgrep, names of the body")
        },
    }


def forms(work: Path, n_articles: int, rounds: int) -> dict[str, object]:
    """The job on the same articles in several forms."""
    archives = {form: make(work / f"forms.{form}", n_articles, 0.01) for form in FORMS}
    sides = {form: (lambda archive=archive: run_job(archive)) for form, archive in archives.items()}
    seconds = rounds_of(sides, rounds)
    return {form: spread([n_articles / s for s in found]) for form, found in seconds.items()}


def workers(work: Path, n_articles: int, rounds: int) -> dict[str, object]:
    """One worker and two, where all articles are relevant."""
    archive = make(work / "relevant.jsonl", n_articles, 1.0)
    sides: dict[str, Callable[[], object]] = {
        "1": lambda: run_job(archive, n_workers=1),
        "2": lambda: run_job(archive, n_workers=2),
    }
    seconds = rounds_of(sides, rounds)
    rates = {name: spread([n_articles / s for s in found]) for name, found in seconds.items()}
    return {"articles": n_articles, "articles_per_second": rates, "2 / 1": ratios(seconds, "2", "1")}


def sizes(work: Path, largest: int) -> dict[str, object]:
    """Seconds and peak memory of jobs of growing size."""
    rows: dict[str, object] = {}
    for n_articles in (size for size in SIZES if size <= largest):
        archive = make(work / f"size{n_articles}.jsonl", n_articles, 0.01)
        ran = run_job(archive, watched=True)
        archive.unlink()
        rows[f"{n_articles:,}"] = {"seconds": round(ran.seconds, 2), "peak_mb": round(ran.peak_mb)}
    return rows


def start_up(article: Path, rounds: int) -> dict[str, object]:
    """Commands that do next to nothing."""
    extract = [sys.executable, "-m", "sepakat", "extract", article]
    sides: dict[str, Callable[[], object]] = {
        "python": lambda: run([sys.executable, "-c", "pass"]),
        "sepakat --version": lambda: run([sys.executable, "-m", "sepakat", "--version"]),
        "one article, rules alone": lambda: run([*extract, "--ner", "none"]),
        "one article, spacy": lambda: run([*extract, "--ner", "spacy"]),
    }
    return {name: spread(seconds) for name, seconds in rounds_of(sides, rounds).items()}


PARTS: Final = ("start_up_seconds", "triage_and_job", "forms_articles_per_second", "workers", "sizes")


def measure(article: Path, *, largest: int, rounds: int, parts: Sequence[str] = PARTS) -> dict[str, object]:
    """Everything, or some parts of it.

    Args:
        article: For the start-up.
        largest: Size of the largest archive, in articles; triage and job are compared on it, two workers with one on as
            many relevant articles as it holds.
        rounds: How often each side runs.
        parts: Of `PARTS`.
    """
    work = Path(tempfile.mkdtemp(prefix="sepakat-bench-"))
    sides: dict[str, Callable[[], dict[str, object]]] = {
        "start_up_seconds": lambda: start_up(article, rounds),
        "triage_and_job": lambda: triage_and_job(work, max(200, largest), rounds),
        "forms_articles_per_second": lambda: forms(work, max(200, largest // 30), rounds),
        "workers": lambda: workers(work, max(40, largest // 100), rounds),
        "sizes": lambda: sizes(work, largest),
    }
    try:
        return {part: sides[part]() for part in PARTS if part in parts}
    finally:
        shutil.rmtree(work)
