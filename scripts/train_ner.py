"""Train the readers that ship: one command each, seeded, from the public data sets and our own marked articles.

    python scripts/train_ner.py --data ../shared/data/ner --framework stanza               # models/id_sepakat_stanza
    python scripts/train_ner.py --data ../shared/data/ner --silver SENTENCES               # models/id_sepakat_news

Steps, each left out when its result lies in the work folder already, so that an interrupted run goes on:
sentences (leaks into the test sets taken out) -> word vectors (floret) -> for spaCy, plain sentences labelled by the
Stanza reader -> training -> the folder that ships. Word vectors are those of the models that lie in models/, unless
`--raw DIR` gives a folder of text to make them anew. `--fresh` begins again. Training stops by the development set;
test sets are read only to take leaks out.
"""

import argparse
import json
import logging
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sepakat import __version__
from sepakat.errors import SepakatError
from sepakat.ner import weights
from sepakat.ner.corpora import (
    LabelledSentence,
    read_articles,
    read_conll,
    test_articles,
    train_articles,
    without_leaks,
)
from sepakat.ner.reading import SPACY_MODEL, STANZA_MODEL
from sepakat.ner.tokens import tokenise

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "models" / "configs" / f"{SPACY_MODEL}.cfg"
STANZA_CONFIG = ROOT / "models" / "configs" / f"{STANZA_MODEL}.json"
TRAIN = ("idner-news-2k_train.txt",)
"""Public sets in training; NERGrit, NERP and NER-UI follow other guidelines and cost accuracy (see the card)."""
DEV = ("idner-news-2k_dev.txt",)
TEST = ("idner-news-2k_test.txt", "nergrit_test.txt", "nerp_test.txt")
N_GRAM = 6
"""A line of raw text that shares so many words in a row with a held-out sentence is left out of the vectors."""
SEED = 0
N_WORDS = 31_000
"""Words whose vectors Stanza gets; the table has to stay under 12 MB."""
RESUMED_LR = 0.03
"""Stanza's learning rate when an interrupted training goes on: the state of its schedule is not kept."""
MAX_TOKENS = 60
"""Longer lines of plain text are not labelled for the fast model."""
REPEATS_PUBLIC, REPEATS_OWN = 2, 4
"""How often the sentences that people labelled are shown for each time that Stanza's are."""
VECTORS = {"bucket": 20_000, "dim": 80, "minn": 3, "maxn": 5, "minCount": 4, "epoch": 3, "ws": 5, "neg": 5, "lr": 0.05}

log = logging.getLogger("train_ner")


Sentences = list[LabelledSentence]


def sentences(data: Path, corpus: Path | None) -> tuple[Sentences, Sentences, Sentences, Sentences]:
    """Public and own sentences for training, those for choosing, and held-out ones, only for taking leaks out."""
    dev = [s for name in DEV for s in read_conll(data / name)]
    held = [s for name in TEST for s in read_conll(data / name)]
    held += read_articles(test_articles(corpus)) if corpus else []
    public, n_public = without_leaks([s for name in TRAIN for s in read_conll(data / name)], [*dev, *held])
    own, n_own = without_leaks(read_articles(train_articles(corpus)) if corpus else [], [*dev, *held])
    log.info("training: %d public and %d own sentences, %d leaks left out", len(public), len(own), n_public + n_own)
    return public, own, dev, held


def raw_lines(folder: Path, held: Iterable[LabelledSentence]) -> Iterator[str]:
    """Lines of raw text in tokens, each line once, without those that repeat a held-out sentence."""
    grams: set[tuple[str, ...]] = set()
    for sentence in held:
        words = _words(" ".join(sentence.words))
        grams.update(words[i : i + N_GRAM] for i in range(len(words) - N_GRAM + 1))
    seen: set[tuple[str, ...]] = set()
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            words = _words(line)
            if len(words) < 5 or words in seen:
                continue
            seen.add(words)
            if grams.isdisjoint(words[i : i + N_GRAM] for i in range(len(words) - N_GRAM + 1)):
                yield " ".join(line[a:b] for a, b in tokenise(line))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def make_vectors(raw: Path, held: Sentences, train: Sentences, work: Path) -> None:
    """Word vectors from raw text: for spaCy a pipeline of nothing else, for Stanza a table of frequent words."""
    import floret
    from spacy.util import load_model
    from stanza.models.common.pretrain import Pretrain

    if (work / "pretrain.pt").exists():
        return
    text = work / "raw.txt"
    seen: Counter[str] = Counter(word for sentence in train for word in sentence.words)
    wanted = list(seen)
    with text.open("w", encoding="utf-8") as out:
        for line in raw_lines(raw, held):
            out.write(line + "\n")
            seen.update(line.split())
    log.info("vectors: %d words of %s", seen.total(), raw)
    model = floret.train_unsupervised(str(text), model="skipgram", mode="floret", hashCount=2, thread=2, **VECTORS)
    model.save_floret_vectors(str(work / "vectors.floret"))
    command = ["init", "vectors", "id", work / "vectors.floret", work / "vectors", "--mode", "floret"]
    subprocess.run([sys.executable, "-m", "spacy", *map(str, command)], check=True)
    vocab = load_model(work / "vectors").vocab
    words = list(dict.fromkeys([*wanted, *(word for word, _ in seen.most_common(N_WORDS))]))[:N_WORDS]
    table = work / "vectors.txt"
    with table.open("w", encoding="utf-8") as out:
        out.write(f"{len(words)} {VECTORS['dim']}\n")
        for word in words:
            out.write(f"{word} {' '.join(f'{value:.4f}' for value in vocab[word].vector)}\n")
    Pretrain(str(work / "pretrain.pt"), str(table)).load()


def silver(folder: Path, held: Sentences, teacher: Path, work: Path) -> Sentences:
    """Plain sentences as a Stanza reader labels them: the fast model learns from the slower one."""
    from sepakat.ner.reading import Tokens
    from sepakat.ner.stanza import load

    kept = work / "silver.json"
    if not kept.exists():
        lines = [line.split() for line in raw_lines(folder, held)]
        lines = [words for words in lines if len(words) <= MAX_TOKENS]
        reader = load(teacher)
        rows = []
        for i in range(0, len(lines), 1_000):
            part = lines[i : i + 1_000]
            read = reader.read([Tokens(words, [True] * len(words)) for words in part])
            for words, found in zip(part, read, strict=True):
                rows.append([words, [[f.start, f.end, f.label] for f in found]])
            log.info("silver: %d of %d sentences", len(rows), len(lines))
        kept.write_text(json.dumps(rows), encoding="utf-8")
    rows = json.loads(kept.read_text(encoding="utf-8"))
    empty = random.Random(SEED)  # of the sentences without an entity half are enough
    rows = [row for row in rows if row[1] or empty.random() < 0.5]
    return [LabelledSentence(tuple(w), (True,) * len(w), tuple((a, b, c) for a, b, c in e)) for w, e in rows]


def train_spacy(train: Sentences, dev: Sentences, vectors: Path, work: Path) -> Path:
    """Train the spaCy pipeline; an interrupted training goes on from the last weights that were saved."""
    import spacy
    from spacy.tokens import Doc, DocBin, Span
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as training_loop
    from spacy.util import load_config

    from sepakat.ner import spacy as _registers_the_tokenizer  # noqa: F401

    folder = work / "spacy"
    if (folder / "done").exists():
        return folder / "model-best"
    vocab = spacy.blank("xx").vocab
    for name, part in (("train", train), ("dev", dev)):
        docs = []
        for s in part:
            doc = Doc(vocab, words=list(s.words), spaces=list(s.spaces))
            doc.set_ents([Span(doc, a, b, label=label) for a, b, label in s.entities], default="outside")
            docs.append(doc)
        DocBin(docs=docs).to_disk(work / f"{name}.spacy")
    paths = {"train": work / "train.spacy", "dev": work / "dev.spacy", "vectors": vectors}
    config = load_config(CONFIG, overrides={f"paths.{name}": str(path) for name, path in paths.items()})
    if (folder / "model-last").exists():
        log.info("training: going on from %s", folder / "model-last")
        for component in ("tok2vec", "ner"):
            config["components"][component] = {"source": str(folder / "model-last")}
    folder.mkdir(parents=True, exist_ok=True)
    training_loop(init_nlp(config), folder, stdout=sys.stdout, stderr=sys.stderr)
    (folder / "done").touch()
    return folder / "model-best"


def ship_spacy(best: Path, target: Path) -> None:
    """Copy what is needed for reading into the folder that ships, with its digests; the card stays."""
    import spacy

    from sepakat.ner import spacy as _registers_the_tokenizer  # noqa: F401

    nlp = spacy.load(best)
    major, minor, *_ = spacy.__version__.split(".")
    nlp.meta.update(
        name=SPACY_MODEL.removeprefix("id_"),
        version=__version__,
        description="People, organisations and places in Indonesian news",
        license="MIT",
        performance={},
        spacy_version=f">={major}.{minor}.0,<{major}.{int(minor) + 1}.0",
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # paths of this machine stay here
    nlp.config["initialize"]["vectors"] = None
    _clear(target)
    nlp.to_disk(target)
    # the words of the training texts: nothing looks them up, and they are not ours to spread
    (target / "vocab" / "strings.json").write_text(json.dumps(list(nlp.get_pipe("ner").labels)), encoding="utf-8")
    weights.seal(target)


def train_stanza(train: Sentences, dev: Sentences, pretrain: Path, work: Path) -> Path:
    """Train the tagger with Stanza's own trainer; an interrupted training goes on from the best weights so far."""
    import torch
    from stanza.models.ner_tagger import main as stanza_main

    folder = work / "stanza"
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "done").exists():
        return folder / "ner.pt"
    for name, part in (("train", train), ("dev", dev)):
        rows = [[{"text": w, "ner": t} for w, t in zip(s.words, s.tags, strict=True)] for s in part]
        (folder / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    options = {
        **json.loads(STANZA_CONFIG.read_text(encoding="utf-8")),
        "train_file": folder / "train.json",
        "eval_file": folder / "dev.json",
        "save_dir": folder,
        "save_name": "ner.pt",
        "wordvec_pretrain_file": pretrain,
        "shorthand": "id_sepakat",
        "seed": SEED,
    }
    flags = ["--cpu", "--no_lowercase"]
    if (folder / "ner.pt").exists():
        log.info("training: going on from %s, at learning rate %s", folder / "ner.pt", RESUMED_LR)
        checkpoint = torch.load(folder / "ner.pt", map_location="cpu", weights_only=True)
        checkpoint["config"]["lr"] = RESUMED_LR
        torch.save(checkpoint, folder / "ner.pt", _use_new_zipfile_serialization=False)
        flags.append("--finetune")
    stanza_main(["--mode", "train", *flags, *(str(x) for key, value in options.items() for x in (f"--{key}", value))])
    (folder / "done").touch()
    return folder / "ner.pt"


def ship_stanza(weights_file: Path, pretrain: Path, target: Path) -> None:
    """Copy the tagger and its word vectors into the folder that ships, without paths of this machine."""
    import stanza
    import torch

    checkpoint = torch.load(weights_file, map_location="cpu", weights_only=True)
    config = checkpoint["config"]
    for key in [key for key in config if key.endswith(("_file", "_dir"))]:
        config[key] = None
    _clear(target)
    torch.save(checkpoint, target / "ner.pt", _use_new_zipfile_serialization=False)
    if pretrain != target / "pretrain.pt":
        shutil.copyfile(pretrain, target / "pretrain.pt")
    meta = {"name": STANZA_MODEL, "version": __version__, "stanza_version": stanza.__version__, "license": "MIT"}
    (target / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")
    (target / "resources.json").write_text("{}\n", encoding="utf-8")  # Stanza's catalogue of downloads: there are none
    weights.seal(target)


def _clear(target: Path) -> None:
    """Take away an older model, but not its card, nor the word vectors that may go on in use."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in target.iterdir():
        if entry.name in ("README.md", "pretrain.pt"):
            continue
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def main() -> int:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets")
    parser.add_argument("--framework", choices=("spacy", "stanza"), default="spacy")
    parser.add_argument("--raw", type=Path, help="folder of .txt files of Indonesian prose, for new word vectors")
    parser.add_argument("--silver", type=Path, help="folder of .txt files, a sentence a line, for Stanza to label")
    parser.add_argument("--teacher", type=Path, default=ROOT / "models" / STANZA_MODEL, help="the Stanza reader for it")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus", help="our own articles")
    parser.add_argument("--public-only", action="store_true", help="leave our own articles out")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "ner", help="where steps are kept")
    parser.add_argument("--models", type=Path, default=ROOT / "models", help="where the trained model goes")
    parser.add_argument("--fresh", action="store_true", help="begin again, whatever the work folder holds")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    try:
        run(arguments)
    except (SepakatError, OSError) as error:
        print(f"train_ner: {error}", file=sys.stderr)
        return 1
    return 0


def run(arguments: argparse.Namespace) -> None:
    """All steps in turn."""
    work: Path = arguments.work
    if arguments.fresh:
        shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    random.seed(SEED)
    public, own, dev, held = sentences(arguments.data, None if arguments.public_only else arguments.corpus)
    train = [*public, *own]
    if arguments.raw:
        make_vectors(arguments.raw, [*dev, *held], train, work)
    if arguments.framework == "stanza":
        target = arguments.models / STANZA_MODEL
        pretrain = work / "pretrain.pt" if arguments.raw else target / "pretrain.pt"
        ship_stanza(train_stanza(train, dev, pretrain, work), pretrain, target)
    else:
        target = arguments.models / SPACY_MODEL
        if arguments.silver:
            labelled = silver(arguments.silver, [*dev, *held], arguments.teacher, work)
            train = [*public * REPEATS_PUBLIC, *own * REPEATS_OWN, *labelled]
        vectors = work / "vectors" if arguments.raw else target
        ship_spacy(train_spacy(train, dev, vectors, work), target)
    log.info("done: %s, %.1f MB", target, sum(f.stat().st_size for f in target.rglob("*") if f.is_file()) / 1e6)


if __name__ == "__main__":
    sys.exit(main())
