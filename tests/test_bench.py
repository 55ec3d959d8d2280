"""The benchmark runs; what it measures is not asserted, since a busy machine would fail it."""

import json
import subprocess
import sys
from pathlib import Path


def test_bench(root: Path) -> None:
    article = next((root / "corpus" / "articles").glob("*.txt"))
    command = [sys.executable, str(root / "scripts" / "bench.py"), str(article), "--rounds", "1", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    report = json.loads(run.stdout)
    assert report["n_articles"] == 1
    assert set(report["ratios"]) >= {"reader / plain", "extract spacy / extract none"}
    assert all(figure["median"] > 0 for figure in report["articles_per_second"].values())
