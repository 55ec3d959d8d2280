"""Training the spaCy pipeline: one `tok2vec`, an `ner` for each guideline.

spaCy's own loop gives every component the same annotation of a sentence; here each has its own, and a sentence that
one of them knows nothing about trains the other alone.
"""

import json
import logging
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ner_data import Example, Sentences, augmented, f1
from sepakat import __version__
from sepakat.ner import weights
from sepakat.ner.reading import HEADS, Head
from sepakat.ner.spacy import COMPONENTS
from sepakat.ner.weights import SPACY_MODEL

log = logging.getLogger("train_ner")

SEED = 0


def train(
    marked: Sequence[Example],
    silver: Sequence[Example],
    dev: Mapping[Head, Sentences],
    vectors: Path,
    config_file: Path,
    folder: Path,
) -> Path:
    """Train; an interrupted training goes on with the epoch after the last whole one.

    Args:
        marked: Examples that people labelled, as often as they are to be shown; names and case vary by epoch.
        silver: Examples that another reader labelled, shown as they are.
        dev: Sentences of each head whose F1 is shown after each epoch.
        vectors: Pipeline with word vectors.
        config_file: Pipeline and training, spaCy's form.
        folder: Where weights are kept.

    Returns:
        The folder of the trained pipeline, with the mean weights.
    """
    from spacy.util import fix_random_seed, load_model, registry

    done = folder / "model"
    if (folder / "done").exists():
        return done
    folder.mkdir(parents=True, exist_ok=True)
    nlp = _new(marked, vectors, config_file)
    first, progress = 0, folder / "epoch.json"
    if progress.exists():
        first = json.loads(progress.read_text(encoding="utf-8"))
        log.info("training: going on with epoch %d", first + 1)
        kept = load_model(folder / "last")
        for name in ("tok2vec", *COMPONENTS.values()):
            nlp.get_pipe(name).from_bytes(kept.get_pipe(name).to_bytes())
    settings = nlp.config["training"]
    optimizer = registry.resolve({"optimizer": settings["optimizer"]})["optimizer"]
    rate = optimizer.learn_rate
    for epoch in range(first, settings["max_epochs"]):
        fix_random_seed(SEED + epoch)
        rng = random.Random(SEED + epoch)
        shown = [*augmented(marked, rng), *silver]
        rng.shuffle(shown)
        losses = _epoch(nlp, shown, optimizer, rate, epoch)
        nlp.to_disk(folder / "last")
        with nlp.use_params(optimizer.averages):
            nlp.to_disk(done)
            rated = {head: round(f1(part, read(nlp, part, head)), 4) for head, part in dev.items()}
        progress.write_text(json.dumps(epoch + 1), encoding="utf-8")
        log.info("epoch %d: losses %s, dev F1 %s", epoch + 1, losses, rated)
    (folder / "done").touch()
    return done


def _new(marked: Sequence[Example], vectors: Path, config_file: Path) -> Any:
    """The pipeline of a configuration with new weights, and the labels of the examples."""
    from spacy.util import fix_random_seed, load_config, load_model_from_config

    fix_random_seed(SEED)
    config = load_config(config_file, overrides={"paths.vectors": str(vectors)})
    nlp = load_model_from_config(config, auto_fill=True)
    sample = [e for e in marked if any(e.entities.values())]
    for head, name in COMPONENTS.items():
        for label in sorted({x for e in sample for _, _, x in e.entities.get(head, ())}):
            nlp.get_pipe(name).add_label(label)
    nlp.initialize(lambda: [_gold(nlp, e, "own") for e in sample if "own" in e.entities][:100])
    return nlp


def _epoch(nlp: Any, shown: Sequence[Example], optimizer: Any, rate: float, epoch: int) -> dict[str, int]:
    """Show all examples once; from the middle of the training on the learning rate falls, to zero at its end."""
    settings = nlp.config["training"]
    batches = [*_batches(shown, settings["batcher"]["size"])]
    losses: dict[str, float] = {}
    for i, batch in enumerate(batches):
        progress = (epoch + i / len(batches)) / settings["max_epochs"]
        optimizer.learn_rate = rate * min(1.0, 2 * (1 - progress))
        _update(nlp, batch, optimizer, settings["dropout"], losses)
        if i % 200 == 199:
            log.info("epoch %d: %d of %d batches", epoch + 1, i + 1, len(batches))
    return {name: round(loss) for name, loss in losses.items()}


def _batches(shown: Sequence[Example], n_words: int) -> Iterable[list[Example]]:
    """Batches of about so many words."""
    batch: list[Example] = []
    size = 0
    for example in shown:
        batch.append(example)
        size += len(example.words)
        if size >= n_words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _gold(nlp: Any, example: Example, head: Head, predicted: Any = None) -> Any:
    from spacy.tokens import Doc, Span
    from spacy.training import Example as SpacyExample

    gold = Doc(nlp.vocab, words=list(example.words), spaces=list(example.spaces))
    gold.set_ents([Span(gold, a, b, label=label) for a, b, label in example.entities[head]], default="outside")
    return SpacyExample(predicted or _plain(nlp, example), gold)


def _plain(nlp: Any, example: Example) -> Any:
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=list(example.words), spaces=list(example.spaces))


def _update(nlp: Any, batch: Sequence[Example], optimizer: Any, dropout: float, losses: dict[str, float]) -> None:
    """One step of each head, on those examples of a batch that it knows; the encoder learns from both."""
    tok2vec = nlp.get_pipe("tok2vec")
    listeners = {name: tok2vec.listener_map[name] for name in COMPONENTS.values()}
    both = [e for e in batch if len(e.entities) == len(HEADS)]
    parts = [(HEADS, both)] + [((head,), [e for e in batch if set(e.entities) == {head}]) for head in HEADS]
    for heads, part in parts:
        if not part:
            continue
        docs = [_plain(nlp, e) for e in part]
        golds = {head: [_gold(nlp, e, head, doc) for e, doc in zip(part, docs, strict=True)] for head in heads}
        # the last listener starts the encoder's step, so only those that will be called may listen
        tok2vec.listener_map = {COMPONENTS[head]: listeners[COMPONENTS[head]] for head in heads}
        tok2vec.update(golds[heads[0]], drop=dropout, sgd=optimizer, losses=losses)
        for head in heads:
            nlp.get_pipe(COMPONENTS[head]).update(golds[head], drop=dropout, sgd=optimizer, losses=losses)
    tok2vec.listener_map = listeners


def read(nlp: Any, sentences: Sentences, head: Head) -> list[list[tuple[int, int, str]]]:
    """What the pipeline in training finds."""
    from spacy.tokens import Doc

    docs = [Doc(nlp.vocab, words=list(s.words), spaces=list(s.spaces)) for s in sentences]
    for name in ("tok2vec", COMPONENTS[head]):
        docs = list(nlp.get_pipe(name).pipe(docs, batch_size=128))
    return [[(span.start, span.end, span.label_) for span in doc.ents] for doc in docs]


def ship(best: Path, target: Path) -> None:
    """Write what is needed for reading into the folder that ships, with its digests."""
    import spacy

    nlp = spacy.load(best)
    major, minor, *_ = spacy.__version__.split(".")
    nlp.meta.update(
        name=SPACY_MODEL.removeprefix("id_"),
        version=__version__,
        description="People, organisations, places, venues and groups of workers in Indonesian news",
        license="MIT",
        performance={},
        spacy_version=f">={major}.{minor}.0,<{major}.{int(minor) + 1}.0",
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # paths of this machine stay here
    nlp.config["initialize"]["vectors"] = None
    nlp.disable_pipe(COMPONENTS["idner"])  # two layers would write their entities into one document
    nlp.to_disk(target)
    # the words of the training texts: nothing looks them up, and they are not ours to spread
    labels = {label for name in COMPONENTS.values() for label in nlp.get_pipe(name).labels}
    (target / "vocab" / "strings.json").write_text(json.dumps(sorted(labels)), encoding="utf-8")
    weights.seal(target)
