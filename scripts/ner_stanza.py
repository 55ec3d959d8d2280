"""Training the Stanza reader: one encoder and an output layer for each guideline, with Stanza's own trainer.

Stanza's command chooses by one column of tags; here each sentence has the tags of its own guideline and blanks in the
other's column, the learning rate falls to zero in a fixed number of epochs, and what is kept is the running mean of
the weights.
"""

import json
import logging
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ner_data import Example, Sentences, augmented, examples, f1
from sepakat import __version__
from sepakat.ner import weights
from sepakat.ner.reading import HEADS, Head
from sepakat.ner.stanza import entities_of
from sepakat.ner.weights import STANZA_MODEL

_PREFIXES: Final = ("B-", "I-", "E-", "S-")
log = logging.getLogger("train_ner")

SEED: Final = 0
BLANK: Final = "-"
"""Stanza's tag for what nobody annotated: its loss is left out."""
MEAN_OVER: Final = 400
"""Steps that the running mean of the weights looks back, about."""
SHOW_EVERY: Final = 4
"""Epochs between two measurements on the development sets, which take a quarter as long as an epoch."""


def document(shown: Sequence[Example]) -> Any:
    """Sentences as Stanza reads them, with a column of tags a head."""
    from stanza.models.common.doc import Document

    rows = []
    for example in shown:
        columns = [
            example.labelled(head).tags if head in example.entities else [BLANK] * len(example.words) for head in HEADS
        ]
        words = zip(example.words, zip(*columns, strict=True), strict=True)
        rows.append([{"text": word, "ner": tags[0], "multi_ner": tags} for word, tags in words])
    return Document(rows)


def train(
    heads: Mapping[Head, Sentences],
    dev: Mapping[Head, Sentences],
    pretrain_file: Path,
    config: Path,
    folder: Path,
    start: Path | None = None,
) -> Path:
    """Train; an interrupted training goes on with the epoch after the last whole one.

    Args:
        heads: Training sentences of each head.
        dev: Sentences of each head whose F1 is shown now and then.
        pretrain_file: Word vectors.
        config: Stanza's options, the epochs and the rate, and (`tune_`) those of a training that begins with weights.
        folder: Where the state is kept.
        start: Weights to begin with.

    Returns:
        The trained weights.
    """
    import torch
    from stanza.models.ner.data import DataLoader

    done = folder / "ner.pt"
    if done.exists():
        return done
    folder.mkdir(parents=True, exist_ok=True)
    options = json.loads(config.read_text(encoding="utf-8"))
    n_epochs, rate = (options.pop(f"{'tune_' if start else ''}{key}") for key in ("epochs", "lr"))
    options = {key: value for key, value in options.items() if key not in ("epochs", "lr", "tune_epochs", "tune_lr")}
    own, idner = (examples({head: heads[head]}) for head in HEADS)
    trainer = load(start, pretrain_file) if start else _new([*own, *idner], pretrain_file, options)
    mean = {name: value.clone() for name, value in trainer.model.state_dict().items()}
    first = step = 0
    state = folder / "state.pt"
    if state.exists():
        kept = torch.load(state, weights_only=True)
        trainer.model.load_state_dict(kept["model"])
        mean, first, step = kept["mean"], kept["epoch"], kept["step"]
        log.info("training: going on with epoch %d", first + 1)
    for epoch in range(first, n_epochs):
        random.seed(SEED + epoch)  # Stanza shuffles with the module's generator
        torch.manual_seed(SEED + epoch)
        shown = document([*augmented(own, random.Random(SEED + epoch)), *idner])
        size, args = trainer.args["batch_size"], trainer.args
        batches = DataLoader(shown, size, args, vocab=trainer.vocab, max_batch_words=args["max_batch_words"])
        loss = 0.0
        for i, batch in enumerate(batches):
            for group in trainer.optimizer.param_groups:
                group["lr"] = rate * min(1.0, 2 * (1 - (epoch + i / len(batches)) / n_epochs))
            loss += trainer.update(batch)
            step += 1
            _pull(mean, trainer.model.state_dict(), max(1 / MEAN_OVER, 1 / step))
        live = {name: value.clone() for name, value in trainer.model.state_dict().items()}
        torch.save({"model": live, "mean": mean, "epoch": epoch + 1, "step": step}, state)
        shown_now = epoch % SHOW_EVERY == SHOW_EVERY - 1 or epoch == n_epochs - 1
        rated = _rated(trainer, mean, live, dev, folder) if shown_now else "-"
        log.info("epoch %d of %d: loss %.3f, dev F1 %s", epoch + 1, n_epochs, loss / len(batches), rated)
    shutil.copyfile(folder / "mean.pt", done)
    return done


def _rated(trainer: Any, mean: Any, live: Any, dev: Mapping[Head, Sentences], folder: Path) -> dict[Head, float]:
    """Save the mean weights, and F1 of each head with them; then the training has its own again."""
    trainer.model.load_state_dict(mean)
    trainer.save(str(folder / "mean.pt"))
    rated = {head: round(f1(part, read(trainer, [s.words for s in part])[head]), 4) for head, part in dev.items()}
    trainer.model.load_state_dict(live)
    return rated


def load(weights_file: Path, pretrain_file: Path) -> Any:
    """Stanza's trainer with the weights of an earlier training."""
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.ner.trainer import Trainer

    return Trainer(
        model_file=str(weights_file), pretrain=Pretrain(str(pretrain_file), save_to_file=False), device="cpu"
    )


def _new(shown: Sequence[Example], pretrain_file: Path, options: Mapping[str, object]) -> Any:
    """Stanza's trainer with new weights."""
    import torch
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.ner.data import DataLoader
    from stanza.models.ner.trainer import Trainer
    from stanza.models.ner_tagger import parse_args

    torch.manual_seed(SEED)
    pretrain = Pretrain(str(pretrain_file), save_to_file=False)
    flags = [str(part) for key, value in options.items() for part in (f"--{key}", value)]
    args = parse_args(["--cpu", "--no_lowercase", "--shorthand", "id_sepakat", *flags])
    args["word_emb_dim"] = pretrain.emb.shape[1]
    vocab = DataLoader(document(shown), args["batch_size"], args, pretrain).vocab
    return Trainer(args=args, vocab=vocab, pretrain=pretrain, device="cpu")


def _pull(mean: Mapping[str, Any], live: Mapping[str, Any], share: float) -> None:
    for name, value in live.items():
        if value.dtype.is_floating_point:
            mean[name].lerp_(value.detach(), share)


def read(trainer: Any, sentences: Sequence[Sequence[str]]) -> dict[Head, list[list[tuple[int, int, str]]]]:
    """What a tagger finds in sentences of words, by either guideline: Stanza's `predict` for all columns at once."""
    import torch
    from stanza.models.common.crf import viterbi_decode
    from stanza.models.common.utils import unsort
    from stanza.models.ner.data import DataLoader
    from stanza.models.ner.trainer import fix_singleton_tags, unpack_batch

    plain = [Example(tuple(words), (True,) * len(words), {}) for words in sentences]
    vocab, found = trainer.vocab["tag"], {head: [] for head in HEADS}
    trainer.model.eval()
    for batch in DataLoader(document(plain), 64, trainer.args, vocab=trainer.vocab, evaluation=True):
        (words, word_chars, mask, chars, tags), order, word_order, char_order, lengths, *rest = unpack_batch(
            batch, "cpu"
        )
        with torch.no_grad():
            _, scores, transitions = trainer.model(
                words, word_chars, mask, tags, word_order, lengths, rest[0], chars, rest[2], rest[1], char_order
            )
        for column, head in enumerate(HEADS):
            names, matrix = vocab.items(column), transitions[column].detach().numpy()
            rows = [
                [names[i] for i in viterbi_decode(scores[column][row, :length].numpy(), matrix)[0]]
                for row, length in enumerate(lengths)
            ]
            for row in unsort(rows, order):
                entities = entities_of(fix_singleton_tags([tag if tag[:2] in _PREFIXES else "O" for tag in row]))
                found[head].append([(entity.start, entity.end, entity.label) for entity in entities])
    return found


def ship(weights_file: Path, pretrain: Path, target: Path) -> None:
    """Write the tagger and its word vectors in half precision, without paths of this machine, with their digests."""
    import stanza
    import torch

    checkpoint = torch.load(weights_file, map_location="cpu", weights_only=True)
    config = checkpoint["config"]
    for key in [key for key in config if key.endswith(("_file", "_dir"))]:
        config[key] = None
    checkpoint["model"] = {
        name: value.half() if value.is_floating_point() else value for name, value in checkpoint["model"].items()
    }
    vectors = torch.load(pretrain, map_location="cpu", weights_only=True)
    vectors["emb"] = torch.as_tensor(vectors["emb"]).half()
    target.mkdir(parents=True, exist_ok=True)
    torch.save(checkpoint, target / "ner.pt", _use_new_zipfile_serialization=False)
    torch.save(vectors, target / "pretrain.pt", _use_new_zipfile_serialization=False)
    meta = {"name": STANZA_MODEL, "version": __version__, "stanza_version": stanza.__version__, "license": "MIT"}
    (target / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")
    (target / "resources.json").write_text("{}\n", encoding="utf-8")  # Stanza's catalogue of downloads: there are none
    weights.seal(target)
