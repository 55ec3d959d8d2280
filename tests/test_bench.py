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


def test_bench_of_archives(root: Path) -> None:
    command = [sys.executable, str(root / "scripts" / "bench.py"), "--archive", "--largest", "1000", "--rounds", "1"]
    run = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    report = json.loads(run.stdout)
    assert report["triage_and_job"]["ratios"].keys() >= {"triage / ripgrep, same patterns"}
    assert report["sizes"]["1,000"]["peak_mb"] > 50
    assert set(report["forms_articles_per_second"]) == {"jsonl", "jsonl.gz", "jsonl.zst", "parquet", "warc.gz"}
    assert report["workers"]["2 / 1"]["median"] > 0
