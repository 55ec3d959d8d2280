"""The training scripts, really run on a few sentences: what comes out loads, and a run that was cut off goes on."""

import json
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sepakat.ner import spacy as spacy_reader
from sepakat.ner import weights
from sepakat.ner.corpora import LabelledSentence, read_articles, train_articles
from sepakat.ner.reading import Tokens
from sepakat.ner.weights import SPACY_MODEL
from training import load_script


@pytest.fixture(scope="module")
def data(root: Path) -> ModuleType:
    return load_script(root, "ner_data")


@pytest.fixture(scope="module")
def few(root: Path) -> list[LabelledSentence]:
    return read_articles(train_articles(root / "corpus")[:3])


ONE = Tokens(["Bupati", "Solok", "hadir"], [True, True, False])


def test_spacy(root: Path, data: ModuleType, few: list[LabelledSentence], tmp_path: Path) -> None:
    script = load_script(root, "ner_spacy")
    config = (root / "models" / "configs" / f"{SPACY_MODEL}.cfg").read_text(encoding="utf-8")
    (tmp_path / "small.cfg").write_text(config.replace("max_epochs = 4", "max_epochs = 2"), encoding="utf-8")
    marked = data.examples({"own": few, "idner": [s for s in few if "GROUP" not in str(s.entities)]})
    arguments = (weights.folder(SPACY_MODEL), tmp_path / "small.cfg", tmp_path / "work")
    best = script.train(marked, [], {"own": few[:5]}, *arguments)
    written = (best / "ner" / "model").read_bytes()
    assert script.train([], [], {}, *arguments) == best  # done: nothing is trained again
    assert (best / "ner" / "model").read_bytes() == written
    (tmp_path / "work" / "done").unlink()
    (tmp_path / "work" / "epoch.json").write_text("1")
    script.train(marked, [], {"own": few[:5]}, *arguments)  # the second epoch again, from the last weights
    assert (best / "ner" / "model").read_bytes() != written
    target = tmp_path / SPACY_MODEL
    script.ship(best, target)
    for head in ("own", "idner"):
        assert spacy_reader.load(target, head).read([ONE])  # type: ignore[arg-type]
    assert str(tmp_path) not in (target / "config.cfg").read_text(encoding="utf-8")
    assert json.loads((target / "meta.json").read_text())["name"] == SPACY_MODEL.removeprefix("id_")


def test_a_head_learns_only_from_its_own_guideline(root: Path, data: ModuleType, few: list[LabelledSentence]) -> None:
    import spacy
    from spacy.util import load_config

    script = load_script(root, "ner_spacy")
    overrides = {"paths.vectors": str(weights.folder(SPACY_MODEL))}
    config = load_config(root / "models" / "configs" / f"{SPACY_MODEL}.cfg", overrides=overrides)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    for name in ("ner", "ner_idner"):
        nlp.get_pipe(name).add_label("PER")
    marked = [data.Example(s.words, s.spaces, {"own": ((0, 1, "PER"),)}) for s in few]
    nlp.initialize(lambda: [script._gold(nlp, e, "own") for e in marked])
    before = {name: nlp.get_pipe(name).model.to_bytes() for name in ("tok2vec", "ner", "ner_idner")}
    script._update(nlp, marked, spacy.util.registry.resolve({"o": nlp.config["training"]["optimizer"]})["o"], 0.1, {})
    changed = {name for name, weights in before.items() if nlp.get_pipe(name).model.to_bytes() != weights}
    assert changed == {"tok2vec", "ner"}


def test_other_people_keep_all_entities_in_place(data: ModuleType) -> None:
    words = tuple(["Bupati", "Solok", "Rahmat", "Sudirja", "menemui", "Basri", "di", "Padang"])
    own = ((1, 2, "LOC"), (2, 4, "PER"), (5, 6, "PER"), (7, 8, "LOC"))
    example = data.Example(words, (True,) * 7 + (False,), {"own": own, "idner": ((0, 2, "ORG"), *own[1:])})
    names = [(("I", "Gusti", "Ngurah"), (True, True, True))]
    other = data._with_other_people(example, names, random.Random(0))
    for head, first in (("own", "Solok"), ("idner", "Bupati Solok")):
        texts = [" ".join(other.words[a:b]) for a, b, _ in other.entities[head]]
        assert texts == [first, "I Gusti Ngurah", "I Gusti Ngurah", "Padang"]
    assert len(other.words) == len(other.spaces)


def test_the_same_seed_shows_the_same(data: ModuleType, few: list[LabelledSentence]) -> None:
    marked = data.examples({"own": few})
    one, two, three = (data.augmented(marked, random.Random(seed)) for seed in (1, 1, 2))
    assert one == two != three
    assert any("".join(e.words).isupper() for e in data.augmented(marked * 20, random.Random(0)))


def test_development_articles_are_trained_on_only_in_the_end(root: Path, data: ModuleType, tmp_path: Path) -> None:
    for name in (*data.TRAIN, *data.DEV, *data.TEST):
        (tmp_path / name).write_text(f"{name} O\n\n", encoding="utf-8")
    choosing, final = (data.read(tmp_path, root / "corpus", final=final) for final in (False, True))
    dev = {s.key for s in choosing.dev["own"] if len(s.words) > 8}
    assert dev
    assert not dev & {s.key for s in choosing.train["own"]}
    assert dev <= {s.key for s in final.train["own"]}
    held = {s.key for s in final.held}
    assert not held & {s.key for head in ("own", "idner") for s in final.train[head]}


def test_raw_text_that_repeats_a_test_sentence_is_left_out(root: Path, tmp_path: Path) -> None:
    held = LabelledSentence(tuple(["Bupati", "itu", "datang", "ke", "pasar", "pagi", "ini"]), (True,) * 7, ())
    (tmp_path / "a.txt").write_text(
        "Kata orang, bupati itu datang ke pasar pagi naik sepeda.\nDi pasar itu orang menjual ikan.\n"
        "Di pasar itu orang menjual ikan.\nPendek.\n",
        encoding="utf-8",
    )
    assert list(load_script(root, "ner_raw").raw_lines(tmp_path, [held])) == ["Di pasar itu orang menjual ikan ."]


def test_missing_data_is_told(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["train_ner", "--data", str(tmp_path), "--work", str(tmp_path / "work")]
    sys_argv, sys.argv = sys.argv, arguments
    try:
        assert load_script(root, "train_ner").main() == 1
    finally:
        sys.argv = sys_argv
    assert "train_ner: " in capsys.readouterr().err
