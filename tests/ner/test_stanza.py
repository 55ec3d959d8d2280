"""The second reader, really run: Stanza is a development dependency, so that none of this is skipped.

No weights of it ship yet, so a small tagger is trained here, by Stanza's own trainer, on a few sentences.
"""

import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sepakat import extract
from sepakat.errors import MissingExtraError, ModelError
from sepakat.ner import reading, weights
from sepakat.ner.corpora import LabelledSentence, read_articles, train_articles
from sepakat.ner.reading import STANZA_MODEL, Found, Reader, Tokens
from sepakat.ner.stanza import load as load_from
from sepakat.ner.stanza import official_pipeline
from training import load_script

TEXT = (
    "Bupati Solok Rahmat Sudirja menandatangani nota kesepahaman dengan BPJS Ketenagakerjaan Cabang Solok, Rabu "
    "(4/6/2025). Naskah itu diteken pula oleh Kepala BPJS Ketenagakerjaan Cabang Solok Vera Tanjung."
)


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    return load_script(root, "train_ner")


@pytest.fixture(scope="module")
def sentences(root: Path) -> list[LabelledSentence]:
    return [s for s in read_articles(train_articles(root / "corpus")[:12]) if s.entities]


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
    script: ModuleType, sentences: list[LabelledSentence], pretrain: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    work = tmp_path_factory.mktemp("work")
    config = {
        "hidden_dim": 32,
        "char_hidden_dim": 16,
        "eval_interval": 60,
        "max_steps": 180,
        "optim": "adam",
        "lr": 0.01,
    }
    (work / "small.json").write_text(json.dumps(config), encoding="utf-8")
    before, script.STANZA_CONFIG = script.STANZA_CONFIG, work / "small.json"
    weights_file = script.train_stanza(sentences, sentences[:20], pretrain, work)
    assert script.train_stanza([], [], pretrain, work) == weights_file  # done: nothing is trained again
    script.STANZA_CONFIG = before
    target = work / STANZA_MODEL
    script.ship_stanza(weights_file, pretrain, target)
    return target


@pytest.fixture(scope="module")
def reader(trained: Path) -> Reader:
    return load_from(trained)


@pytest.fixture
def copy(trained: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trained, tmp_path / STANZA_MODEL))


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, trained: Path) -> None:
    """As if the weights lay in the package."""
    folder = weights.folder
    monkeypatch.setattr(weights, "folder", lambda name: trained if name == STANZA_MODEL else folder(name))
    reading.load.cache_clear()


def test_has_learned_what_it_was_shown(reader: Reader, sentences: list[LabelledSentence]) -> None:
    read = reader.read([Tokens(list(s.words), list(s.spaces)) for s in sentences])
    found = {(i, f.start, f.end, f.label) for i, one in enumerate(read) for f in one}
    gold = {(i, *entity) for i, s in enumerate(sentences) for entity in s.entities}
    assert len(found & gold) > 0.5 * len(gold)
    assert all(isinstance(f, Found) for one in read for f in one)
    assert reader.read([]) == []


@pytest.mark.usefixtures("installed")
def test_an_article_is_read_by_it() -> None:
    result = extract(TEXT, ner="stanza")
    assert (result.extractor.model or "").startswith(STANZA_MODEL)
    assert {"Rahmat Sudirja", "Vera Tanjung"} <= {person.name for person in result.people}


@pytest.mark.usefixtures("installed")
def test_both_readers_stand_in_the_result() -> None:
    model = extract(TEXT, ner="both").extractor.model
    assert model == "+".join(reader.name for reader in reading.load("both"))


def test_labels_plain_sentences_for_the_fast_reader(script: ModuleType, trained: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bupati Solok Rahmat Sudirja hadir di Padang kemarin .\nDua .\n", encoding="utf-8")
    assert all(len(s.words) == 9 for s in script.silver(tmp_path, [], trained, tmp_path))


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


def test_without_weights_it_says_how_to_train_them(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="train_ner.py"):
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
