"""The second reader, really run: Stanza is a development dependency, so that none of this is skipped."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from sepakat import extract
from sepakat.errors import MissingExtraError, ModelError
from sepakat.ner import stanza as reader_module
from sepakat.ner import weights
from sepakat.ner.reading import STANZA_MODEL, Found, Reader, Tokens, load
from sepakat.ner.stanza import load as load_from
from sepakat.ner.stanza import official_pipeline

TEXT = (
    "Bupati Solok Rahmat Sudirja menandatangani nota kesepahaman dengan BPJS Ketenagakerjaan Cabang Solok, Rabu "
    "(4/6/2025). Naskah itu diteken pula oleh Kepala BPJS Ketenagakerjaan Cabang Solok Vera Tanjung."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    [reader] = load("stanza")
    return reader


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(weights.folder(STANZA_MODEL), tmp_path / STANZA_MODEL))


def test_reads_names(reader: Reader) -> None:
    words = ["Bupati", "Solok", "Rahmat", "Sudirja", "meneken", "nota", "dengan", "BPJS", "Ketenagakerjaan", "."]
    [found] = reader.read([Tokens(words, [True] * len(words))])
    assert Found(2, 4, "PER") in found
    assert Found(7, 9, "ORG") in found
    assert reader.read([]) == []


def test_small_enough() -> None:
    assert all(f.stat().st_size < 12_000_000 for f in weights.folder(STANZA_MODEL).iterdir())


def test_an_article_is_read_by_it() -> None:
    result = extract(TEXT, ner="stanza")
    assert result.extractor.model is not None
    assert result.extractor.model.startswith(STANZA_MODEL)
    assert {"Rahmat Sudirja", "Vera Tanjung"} <= {person.name for person in result.people}


def test_both_readers_stand_in_the_result() -> None:
    model = extract(TEXT, ner="both").extractor.model
    assert model == "+".join(reader.name for reader in load("both"))


def test_without_the_extra_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'sepakat\[stanza\]'"):
        load_from(weights.folder(STANZA_MODEL))


@pytest.mark.parametrize("file", ["ner.pt", "pretrain.pt", "meta.json"])
def test_damaged_weights_are_told(copy: Path, file: str) -> None:
    data = bytearray((copy / file).read_bytes())
    data[len(data) // 2] ^= 0xFF
    (copy / file).write_bytes(data)
    with pytest.raises(ModelError, match=f"{file} is damaged"):
        load_from(copy)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_from(tmp_path / STANZA_MODEL)


def test_what_stanza_itself_cannot_load_is_told(copy: Path) -> None:
    (copy / "ner.pt").write_bytes(b"no model")
    weights.seal(copy)
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_from(copy)


def test_paths_of_the_machine_it_was_trained_on_are_not_in_it() -> None:
    import torch

    config = torch.load(weights.folder(STANZA_MODEL) / "ner.pt", weights_only=True)["config"]
    assert not [value for value in config.values() if isinstance(value, str) and "/" in value]
    assert json.loads((weights.folder(STANZA_MODEL) / "meta.json").read_text())["name"] == STANZA_MODEL


def test_official_models_that_are_not_there_name_the_command(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"stanza.download\('id'"):
        official_pipeline(tmp_path)


def test_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refused(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    load_from(weights.folder(STANZA_MODEL))
    assert reader_module.OFFICIAL.startswith("tokenize")
