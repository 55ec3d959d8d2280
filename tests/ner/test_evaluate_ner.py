import json
import subprocess
import sys
from pathlib import Path


def evaluate(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "scripts" / "evaluate_ner.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_on_our_own_articles(root: Path) -> None:
    run = evaluate(root, "--json")
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    ours = report["our own test articles"]
    scores = ours["spacy"]["scores"]
    assert set(scores) == {"PER", "ORG", "LOC", "VENUE", "GROUP", "all"}
    assert scores["PER"]["f1"] > 0.79  # a fall of the shipped weights is told; the target is 0.95 (see the card)
    assert scores["all"]["low"] <= scores["all"]["f1"] <= scores["all"]["high"]
    assert ours["spacy"]["tokens_per_second"] > 0
    assert ours["person"]["scores"]["PER"]["f1"] > 0.95  # what the readers are measured by is clear to a second person


def test_missing_data_is_told(root: Path, tmp_path: Path) -> None:
    run = evaluate(root, "--data", str(tmp_path))
    assert run.returncode == 1
    assert "evaluate_ner: " in run.stderr
    assert "Traceback" not in run.stderr
