import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.util import load_model
from spacy.vocab import Vocab

from sepakat.errors import ModelError
from sepakat.ner import weights
from sepakat.ner.reading import Found, Reader, Tokens, load
from sepakat.ner.spacy import Tokenizer
from sepakat.ner.spacy import load as load_from
from sepakat.ner.weights import SPACY_MODEL


@pytest.fixture(scope="module")
def reader() -> Reader:
    [reader] = load("spacy")
    return reader


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(weights.folder(SPACY_MODEL), tmp_path / SPACY_MODEL))


def sentence(text: str) -> Tokens:
    words = text.split()
    return Tokens(words, [True] * len(words))


def test_reads_names(reader: Reader) -> None:
    [found] = reader.read([sentence("Bupati Solok Rahmat Sudirja meneken nota dengan BPJS Ketenagakerjaan .")])
    assert Found(2, 4, "PER") in found
    assert Found(7, 9, "ORG") in found


def test_each_sentence_is_read_for_itself(reader: Reader) -> None:
    sentences = [sentence(f"Kepala desa {name} Wijaya hadir .") for name in ("Budi", "Siti", "Made")]
    together = reader.read(sentences)
    assert together == [reader.read([one])[0] for one in sentences]
    assert reader.read([]) == []
    nothing = Tokens([], [])
    assert reader.read([nothing]) == [[]]
    assert reader.read([nothing, sentences[0], nothing]) == [[], together[0], []]


def test_name_says_model_and_version(reader: Reader) -> None:
    meta = json.loads((weights.folder(SPACY_MODEL) / "meta.json").read_text())
    assert reader.name == f"{SPACY_MODEL}-{meta['version']}"


def test_small_enough() -> None:
    files = [f for f in weights.folder(SPACY_MODEL).rglob("*") if f.is_file()]
    assert sum(f.stat().st_size for f in files) < 12_000_000


def test_plain_spacy_loads_it_too() -> None:
    code = f"import spacy; d = spacy.load({str(weights.folder(SPACY_MODEL))!r})('Bupati Solok Rahmat Sudirja hadir.'); "
    code += "print([(e.text, e.label_) for e in d.ents])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "('Rahmat Sudirja', 'PER')" in run.stdout


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="--ner none"):
        load_from(tmp_path / SPACY_MODEL)


@pytest.mark.parametrize("file", ["ner/model", "vocab/vectors", "tok2vec/model", "config.cfg", "meta.json"])
def test_damaged_weights_are_told(copy: Path, file: str) -> None:
    data = bytearray((copy / file).read_bytes())
    data[len(data) // 2] ^= 0xFF
    (copy / file).write_bytes(data)
    with pytest.raises(ModelError, match=f"{file} is damaged.*force-reinstall"):
        load_from(copy)


def test_a_missing_file_is_told(copy: Path) -> None:
    (copy / "tok2vec" / "model").unlink()
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_from(copy)


def test_another_version_of_spacy_is_told(copy: Path) -> None:
    meta = json.loads((copy / "meta.json").read_text())
    (copy / "meta.json").write_text(json.dumps({**meta, "spacy_version": ">=2.0,<2.1"}))
    weights.seal(copy)
    with pytest.raises(ModelError, match=r"made for spaCy .*pip install 'spacy"):
        load_from(copy)


def test_what_spacy_itself_cannot_load_is_told(copy: Path) -> None:
    (copy / "ner" / "model").write_bytes(b"no model")
    weights.seal(copy)
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_from(copy)


@given(st.text())
def test_tokenizer_keeps_the_text(text: str) -> None:
    assert Tokenizer(Vocab())(text).text == text


def test_tokenizer_is_stored_with_the_pipeline(tmp_path: Path) -> None:
    nlp = load_model(weights.folder(SPACY_MODEL))
    nlp.to_disk(tmp_path / "again")
    again = load_model(tmp_path / "again")
    assert isinstance(again.tokenizer, Tokenizer)
    assert [t.text for t in again("H.Basri,S.E.")] == ["H", ".", "Basri", ",", "S", ".", "E", "."]
