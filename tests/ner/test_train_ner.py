"""The training script, really run on a few sentences: what comes out loads, and a run that was cut off goes on."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sepakat.ner import spacy as spacy_reader
from sepakat.ner import stanza as stanza_reader
from sepakat.ner import weights
from sepakat.ner.corpora import LabelledSentence, read_articles, train_articles
from sepakat.ner.reading import SPACY_MODEL, STANZA_MODEL, Tokens


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_ner", root / "scripts" / "train_ner.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def few(root: Path) -> list[LabelledSentence]:
    return read_articles(train_articles(root / "corpus")[:3])


ONE = Tokens(["Bupati", "Solok", "hadir"], [True, True, False])


def test_spacy(
    script: ModuleType, few: list[LabelledSentence], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = script.CONFIG.read_text(encoding="utf-8").replace("max_epochs = 6", "max_epochs = 1")
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


def test_stanza(
    script: ModuleType, few: list[LabelledSentence], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "small.json").write_text(
        json.dumps({"hidden_dim": 8, "char_hidden_dim": 8, "eval_interval": 2, "max_steps": 4}), encoding="utf-8"
    )
    monkeypatch.setattr(script, "STANZA_CONFIG", tmp_path / "small.json")
    pretrain = weights.folder(STANZA_MODEL) / "pretrain.pt"
    trained = script.train_stanza(few, few, pretrain, tmp_path)
    target = tmp_path / STANZA_MODEL
    script.ship_stanza(trained, pretrain, target)
    reader = stanza_reader.load(target)
    assert len(reader.read([ONE, ONE])) == 2
    labelled = tmp_path / "silver"
    labelled.mkdir()
    (labelled / "a.txt").write_text("Bupati Solok Rahmat Sudirja hadir di Padang kemarin .\nDua .\n", encoding="utf-8")
    assert all(len(s.words) == 9 for s in script.silver(labelled, [], target, tmp_path))


def test_raw_text_that_repeats_a_test_sentence_is_left_out(script: ModuleType, tmp_path: Path) -> None:
    held = LabelledSentence(tuple(["Bupati", "itu", "datang", "ke", "pasar", "pagi", "ini"]), (True,) * 7, ())
    (tmp_path / "a.txt").write_text(
        "Kata orang, bupati itu datang ke pasar naik sepeda.\nDi pasar itu orang menjual ikan.\n"
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
