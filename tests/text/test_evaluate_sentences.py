"""The measurement script itself, on sentences of our own."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "evaluate_sentences.py"


def test_scores_of_a_small_file(tmp_path):
    data = tmp_path / "kecil.conllu"
    sentences = [
        "Bupati hadir di Jl. Merdeka.",
        "Kabar gembira",
        '"Kami siap. Semua ikut," katanya.',
        "Acara usai.",
    ]
    data.write_text("".join(f"# text = {s}\n1\tx\n\n" for s in sentences), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SCRIPT, "--data", data, "--json"], capture_output=True, text=True, check=True
    )
    result = json.loads(done.stdout)
    assert result["gold_sentences"] == 4
    assert result["ends"]["f1"] == 1.0
    assert result["sentences"]["f1"] == 1.0
