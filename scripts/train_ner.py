"""Train the readers that ship: one command each, seeded, from the public data sets and our own marked articles.

    python scripts/train_ner.py --data ../shared/data/ner --framework stanza               # models/id_sepakat_stanza
    python scripts/train_ner.py --data ../shared/data/ner --silver SENTENCES               # models/id_sepakat_news

Each reader has one encoder and two output layers, for our own guideline and for that of idner-news-2k. Steps, each
left out when its result lies in the work folder already, so that an interrupted run goes on: sentences (leaks into the
test sets taken out) -> word vectors (floret) -> for spaCy, plain sentences labelled by the Stanza reader -> training
-> the folder that ships. Word vectors are those of the models that lie in models/, unless `--raw DIR` gives a folder
of text to make them anew. `--fresh` begins again.

The number of epochs is fixed in models/configs; F1 on the development sets (idner-news-2k dev, every seventh of our own
training articles) is shown after each. `--final` trains on them too. Test sets are read only to take leaks out.
"""

import argparse
import logging
import random
import shutil
import sys
from pathlib import Path

import ner_data
import ner_raw
import ner_spacy
import ner_stanza
from sepakat.errors import SepakatError
from sepakat.ner.weights import SPACY_MODEL, STANZA_MODEL

ROOT = Path(__file__).resolve().parent.parent
CONFIGS = ROOT / "models" / "configs"
SEED = 0
REPEATS_IDNER, REPEATS_OWN = 2, 2
"""How often the fast model is shown the sentences that people labelled for each time that it is shown Stanza's."""

log = logging.getLogger("train_ner")


def main() -> int:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets")
    parser.add_argument("--framework", choices=("spacy", "stanza"), default="spacy")
    parser.add_argument("--raw", type=Path, help="folder of .txt files of Indonesian prose, for new word vectors")
    parser.add_argument("--silver", type=Path, help="folder of .txt files, a sentence a line, for Stanza to label")
    parser.add_argument("--teacher", type=Path, default=ROOT / "models" / STANZA_MODEL, help="the Stanza reader for it")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus", help="our own articles")
    parser.add_argument("--final", action="store_true", help="train on the development sets too")
    parser.add_argument("--tune", type=Path, help="Stanza weights (ner.pt) to begin with, for a few epochs")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "ner", help="where steps are kept")
    parser.add_argument("--models", type=Path, default=ROOT / "models", help="where the trained model goes")
    parser.add_argument("--fresh", action="store_true", help="begin again, whatever the work folder holds")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("stanza").setLevel(logging.WARNING)
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
    data = ner_data.read(arguments.data, arguments.corpus, final=arguments.final)
    n_own, n_idner = len(data.train["own"]), len(data.train["idner"])
    log.info("training: %d own and %d idner sentences, %d leaks left out", n_own, n_idner, data.n_leaks)
    kept_out = data.held if arguments.final else [*data.held, *data.dev["own"], *data.dev["idner"]]
    if arguments.raw:
        ner_raw.make_vectors(arguments.raw, kept_out, [*data.train["own"], *data.train["idner"]], work)
    if arguments.framework == "stanza":
        target = arguments.models / STANZA_MODEL
        pretrain = work / "pretrain.pt" if arguments.raw else target / "pretrain.pt"
        config = CONFIGS / f"{STANZA_MODEL}.json"
        trained = ner_stanza.train(data.train, data.dev, pretrain, config, work / "stanza", arguments.tune)
        ner_stanza.ship(trained, pretrain, target)
    else:
        target = arguments.models / SPACY_MODEL
        marked, silver = ner_data.examples(data.train), []
        if arguments.silver:
            marked, silver = ner_raw.silver(arguments.silver, kept_out, marked, arguments.teacher, work)
        shown = marked[:n_own] * REPEATS_OWN + marked[n_own:] * REPEATS_IDNER
        vectors = work / "vectors" if arguments.raw else target
        config = CONFIGS / f"{SPACY_MODEL}.cfg"
        ner_spacy.ship(ner_spacy.train(shown, silver, data.dev, vectors, config, work / "spacy"), target)
    log.info("done: %s, %.1f MB", target, sum(f.stat().st_size for f in target.rglob("*") if f.is_file()) / 1e6)


if __name__ == "__main__":
    sys.exit(main())
