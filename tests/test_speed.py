"""Start-up and throughput, in seconds of processor time, so that a busy machine does not fail them.

All of it runs in one thread and waits for nothing: on an idle machine a clock on the wall shows the same.
"""

import resource
import subprocess
import sys
from pathlib import Path

RUNS = 5


def best(*command: str) -> float:
    """Seconds of the fastest of several runs, the start of the interpreter included."""
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def test_import() -> None:
    assert best("-c", "import sepakat") < 0.3


def test_import_brings_nothing_heavy() -> None:
    heavy = ("spacy", "pydantic", "dateparser", "rich", "numpy")
    code = f"import sys, sepakat; print([name for name in {heavy} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_extracting_by_rules_alone_brings_no_spacy() -> None:
    code = "import sys, sepakat; sepakat.extract('Teks.'); print('spacy' in sys.modules, 'torch' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False False\n"


def test_version() -> None:
    assert best("-m", "sepakat", "--version") < 0.3


def test_five_articles(root: Path) -> None:
    articles = sorted((root / "corpus" / "articles").glob("*.txt"))[:5]
    assert len(articles) == 5
    assert best("-m", "sepakat", "extract", "--ner", "none", *map(str, articles)) < 2.0
    assert best("-m", "sepakat", "extract", *map(str, articles)) < 4.0  # most of it is spaCy's own start
