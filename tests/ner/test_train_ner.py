"""The training script, really run on a few sentences: what comes out loads, and a run that was cut off goes on."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sepakat.ner import spacy as spacy_reader
from sepakat.ner import weights
from sepakat.ner.corpora import LabelledSentence, read_articles, train_articles
from sepakat.ner.reading import SPACY_MODEL, Tokens
from training import load_script


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    return load_script(root, "train_ner")


@pytest.fixture(scope="module")
def few(root: Path) -> list[LabelledSentence]:
    return read_articles(train_articles(root / "corpus")[:3])


ONE = Tokens(["Bupati", "Solok", "hadir"], [True, True, False])


def test_spacy(
    script: ModuleType, few: list[LabelledSentence], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = script.CONFIG.read_text(encoding="utf-8").replace("max_epochs = 4", "max_epochs = 1")
    (tmp_path / "small.cfg").write_text(config.replace("eval_frequency = 500", "eval_frequency = 1"), encoding="utf-8")
    monkeypatch.setattr(script, "CONFIG", tmp_path / "small.cfg")
    best = script.train_spacy(few, few, weights.folder(SPACY_MODEL), tmp_path)
    written = (best / "ner" / "model").read_bytes()
    assert script.train_spacy([], [], tmp_path, tmp_path) == best  # done: nothing is trained again
    assert (best / "ner" / "model").read_bytes() == written
    (tmp_path / "spacy" / "done").unlink()
    script.train_spacy(few, few, weights.folder(SPACY_MODEL), tmp_path)  # goes on from the last weights
    target = tmp_path / SPACY_MODEL
    script.ship_spacy(best, target)
    assert spacy_reader.load(target).read([ONE])
    config = (target / "config.cfg").read_text(encoding="utf-8")
    assert str(tmp_path) not in config
    assert json.loads((target / "meta.json").read_text())["name"] == SPACY_MODEL.removeprefix("id_")


def test_raw_text_that_repeats_a_test_sentence_is_left_out(script: ModuleType, tmp_path: Path) -> None:
    held = LabelledSentence(tuple(["Bupati", "itu", "datang", "ke", "pasar", "pagi", "ini"]), (True,) * 7, ())
    (tmp_path / "a.txt").write_text(
        "Kata orang, bupati itu datang ke pasar pagi naik sepeda.\nDi pasar itu orang menjual ikan.\n"
        "Di pasar itu orang menjual ikan.\nPendek.\n",
        encoding="utf-8",
    )
    assert list(script.raw_lines(tmp_path, [held])) == ["Di pasar itu orang menjual ikan ."]


def test_missing_data_is_told(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["train_ner", "--data", str(tmp_path), "--work", str(tmp_path / "work")]
    sys_argv, sys.argv = sys.argv, arguments
    try:
        assert script.main() == 1
    finally:
        sys.argv = sys_argv
    assert "train_ner: " in capsys.readouterr().err
