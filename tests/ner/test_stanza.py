"""The second reader, really run: Stanza is a development dependency, so that none of this is skipped.

The weights that ship are read with; beside them a small tagger is trained here, on a few sentences.
"""

import json
import shutil
import sys
from pathlib import Path

import pytest

from sepakat import extract
from sepakat.errors import DataError, MissingExtraError, ModelError
from sepakat.ner import reading, weights
from sepakat.ner.corpora import LabelledSentence, read_articles, train_articles
from sepakat.ner.reading import Found, Reader, Tokens
from sepakat.ner.stanza import load as load_from
from sepakat.ner.stanza import official_pipeline
from sepakat.ner.weights import STANZA_MODEL
from training import load_script

TEXT = (
    "Bupati Solok Rahmat Sudirja menandatangani nota kesepahaman dengan BPJS Ketenagakerjaan Cabang Solok, Rabu "
    "(4/6/2025). Naskah itu diteken pula oleh Kepala BPJS Ketenagakerjaan Cabang Solok Vera Tanjung."
)


@pytest.fixture(scope="module")
def sentences(root: Path) -> list[LabelledSentence]:
    return [s for s in read_articles(train_articles(root / "corpus")[:5]) if s.entities]


@pytest.fixture(scope="module")
def pretrain(sentences: list[LabelledSentence], tmp_path_factory: pytest.TempPathFactory) -> Path:
    from stanza.models.common.pretrain import Pretrain

    folder = tmp_path_factory.mktemp("vectors")
    words = sorted({word for s in sentences for word in s.words})
    rows = [f"{word} {' '.join(str((len(word) * k) % 7 / 7) for k in range(1, 9))}" for word in words]
    (folder / "v.txt").write_text(f"{len(words)} 8\n" + "\n".join(rows) + "\n", encoding="utf-8")
    Pretrain(str(folder / "pretrain.pt"), str(folder / "v.txt")).load()
    return folder / "pretrain.pt"


@pytest.fixture(scope="module")
def trained(
    root: Path, sentences: list[LabelledSentence], pretrain: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    script = load_script(root, "ner_stanza")
    script.MEAN_OVER = 10  # of the few steps here
    work = tmp_path_factory.mktemp("work")
    config = {"hidden_dim": 32, "char_hidden_dim": 16, "optim": "adam", "epochs": 40, "lr": 0.01}
    (work / "small.json").write_text(json.dumps({**config, "tune_epochs": 1, "tune_lr": 0.001}), encoding="utf-8")
    heads = {"own": sentences, "idner": [s for s in sentences if s.entities][:40]}
    arguments = (heads, {"own": sentences[:20]}, pretrain, work / "small.json", work / "stanza")
    weights_file = script.train(*arguments)
    assert script.train({}, {}, *arguments[2:]) == weights_file  # done: nothing is trained again
    weights_file.unlink()
    again = script.train(*arguments)  # all epochs are done: the mean weights of the last one
    tuned = script.train(*arguments[:4], work / "tuned", again)
    script.ship(tuned, pretrain, work / STANZA_MODEL)
    return Path(work / STANZA_MODEL)


@pytest.fixture(scope="module")
def reader(trained: Path) -> Reader:
    return load_from(trained)


@pytest.fixture
def copy(trained: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trained, tmp_path / STANZA_MODEL))


def test_has_learned_what_it_was_shown(reader: Reader, sentences: list[LabelledSentence]) -> None:
    read = reader.read([Tokens(list(s.words), list(s.spaces)) for s in sentences])
    found = {(i, f.start, f.end, f.label) for i, one in enumerate(read) for f in one}
    gold = {(i, *entity) for i, s in enumerate(sentences) for entity in s.entities}
    assert len(found & gold) > 0.5 * len(gold)
    assert all(isinstance(f, Found) for one in read for f in one)
    assert reader.read([]) == []


def test_an_article_is_read_by_it() -> None:
    result = extract(TEXT, ner="stanza")
    assert (result.extractor.model or "").startswith(STANZA_MODEL)
    assert {"Rahmat Sudirja", "Vera Tanjung"} <= {person.name for person in result.people}


def test_both_readers_stand_in_the_result() -> None:
    model = extract(TEXT, ner="both").extractor.model
    assert model == "+".join(reader.name for reader in reading.load("both"))


def test_each_head_labels_plain_sentences_for_the_fast_reader(root: Path, trained: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bupati Solok Rahmat Sudirja hadir di Padang kemarin .\nDua .\n", encoding="utf-8")
    data, raw = load_script(root, "ner_data"), load_script(root, "ner_raw")
    marked = [data.Example(("Basri", "pulang"), (True, False), {"idner": ((0, 1, "PER"),)})]
    [filled], plain = raw.silver(tmp_path, [], marked, trained, tmp_path)
    assert filled.entities["idner"] == ((0, 1, "PER"),)
    assert set(filled.entities) == {"own", "idner"}
    assert all(len(e.words) == 9 and set(e.entities) == {"own", "idner"} for e in plain)
    assert raw.silver(tmp_path, [], marked, tmp_path, tmp_path) == ([filled], plain)  # kept
    with pytest.raises(DataError, match="other marked articles"):
        raw.silver(tmp_path, [], [data.Example(("Wirya", "pulang"), (True, False), {"idner": ()})], trained, tmp_path)


def test_the_weights_that_ship_know_both_guidelines() -> None:
    sentence = Tokens(
        ["Bupati", "Solok", "Rahmat", "Sudirja", "hadir", "di", "Aula", "Dinas", "Pendidikan", "."], [True] * 9
    )
    [own], [idner] = (reading.load("stanza", head) for head in reading.HEADS)
    assert Found(2, 4, "PER") in own.read([sentence])[0]
    assert Found(2, 4, "PER") in idner.read([sentence])[0]
    assert {f.label for f in idner.read([sentence])[0]} <= {"PER", "ORG", "LOC"}
    assert own.name == idner.name


def test_the_weights_that_ship_are_small_enough() -> None:
    files = [f for f in weights.folder(STANZA_MODEL).rglob("*") if f.is_file()]
    assert sum(f.stat().st_size for f in files) < 12_000_000


def test_without_the_extra_the_command_is_told(monkeypatch: pytest.MonkeyPatch, trained: Path) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'sepakat\[stanza\]'"):
        load_from(trained)


@pytest.mark.parametrize("file", ["ner.pt", "pretrain.pt", "meta.json"])
def test_damaged_weights_are_told(copy: Path, file: str) -> None:
    data = bytearray((copy / file).read_bytes())
    data[len(data) // 2] ^= 0xFF
    (copy / file).write_bytes(data)
    with pytest.raises(ModelError, match=f"{file} is damaged"):
        load_from(copy)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="--ner none"):
        load_from(tmp_path / STANZA_MODEL)


def test_what_stanza_itself_cannot_load_is_told(copy: Path) -> None:
    (copy / "ner.pt").write_bytes(b"no model")
    weights.seal(copy)
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_from(copy)


def test_paths_of_the_machine_it_was_trained_on_are_not_in_it(trained: Path) -> None:
    import torch

    config = torch.load(trained / "ner.pt", weights_only=True)["config"]
    assert not [value for value in config.values() if isinstance(value, str) and "/" in value]
    assert json.loads((trained / "meta.json").read_text())["name"] == STANZA_MODEL


def test_official_models_that_are_not_there_name_the_command(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"stanza.download\('id'"):
        official_pipeline(tmp_path)


def test_offline(monkeypatch: pytest.MonkeyPatch, trained: Path) -> None:
    import socket

    def refused(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    load_from(trained)
