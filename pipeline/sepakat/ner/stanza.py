"""The second reader: a Stanza tagger (character and word LSTMs with a CRF) of our own; extra `sepakat[stanza]`.

Trained by `scripts/train_ner.py --framework stanza` with Stanza's own trainer, loaded by Stanza's own pipeline without
the network; its card is `models/id_sepakat_stanza/README.md`.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sepakat.errors import MissingExtraError, ModelError
from sepakat.ner import weights
from sepakat.ner.reading import HEADS, Found, Head, Tokens

if TYPE_CHECKING:
    from stanza import Pipeline

OFFICIAL = "tokenize,pos,lemma,depparse"
"""Stanza's own Indonesian processors, which a user with the network can switch on (`official_pipeline`)."""


class StanzaReader:
    """A loaded pipeline of the one processor `ner`."""

    def __init__(self, pipeline: "Pipeline", name: str, head: Head) -> None:
        """Wrap a pipeline that takes sentences of tokens."""
        self.head: Head = head
        self._pipeline = pipeline
        self.name = name

    def read(self, sentences: Sequence[Tokens]) -> list[list[Found]]:
        """Find the entities of sentences (see `ner.reading.Reader`)."""
        if not sentences:
            return []
        document: Any = self._pipeline([s.words for s in sentences])
        return [entities_of([token.ner for token in sentence.tokens]) for sentence in document.sentences]


def entities_of(tags: Sequence[str]) -> list[Found]:
    """Entities of a sentence tagged in BIOES."""
    found: list[Found] = []
    start = 0
    for i, tag in enumerate(tags):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            found.append(Found(start, i + 1, tag[2:]))
    return found


def load(folder: Path, head: Head = "own") -> StanzaReader:
    """Load the trained tagger.

    Args:
        folder: Where its files lie: `ner.pt`, `pretrain.pt`, `meta.json`, and `resources.json`, which Stanza wants.
        head: Whose guideline it follows.

    Raises:
        MissingExtraError: If Stanza is not installed.
        ModelError: If the model is not there, not whole, or made for another version of Stanza.
    """
    stanza = _stanza()
    try:
        weights.check(folder)
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise weights.broken(folder, error) from error
    try:
        pipeline = stanza.Pipeline(
            "id",
            dir=str(folder),
            processors="tokenize,ner",
            package=None,
            allow_unknown_language=True,
            ner_model_path=str(folder / "ner.pt"),
            ner_pretrain_path=str(folder / "pretrain.pt"),
            ner_predict_tagset=HEADS.index(head),
            tokenize_pretokenized=True,
            download_method=None,
            use_gpu=False,
            verbose=False,
        )
    except Exception as error:  # whatever Stanza finds wrong with a file, the remedy is the same
        raise weights.broken(folder, error) from error
    return StanzaReader(pipeline, f"{meta['name']}-{meta['version']}", head)


def official_pipeline(folder: Path | None = None, processors: str = OFFICIAL) -> "Pipeline":
    """Stanza's official Indonesian pipeline, from the files that `stanza.download("id")` has put on this machine.

    Args:
        folder: Stanza's folder of resources; None for its own default.
        processors: Of `tokenize`, `mwt`, `pos`, `lemma`, `depparse`.

    Raises:
        MissingExtraError: If Stanza is not installed.
        ModelError: If the files are not there.
    """
    stanza = _stanza()
    where = {} if folder is None else {"dir": str(folder)}
    try:
        return stanza.Pipeline("id", processors=processors, download_method=None, verbose=False, **where)
    except Exception as error:  # Stanza names a missing file in several ways
        raise ModelError(
            "Stanza's official Indonesian models are not on this machine; with the network, run: "
            f"python -c \"import stanza; stanza.download('id', processors='{processors}')\""
        ) from error


def _stanza() -> Any:
    if sys.modules.get("torch", ...) is None:  # the command line hides it from spaCy
        del sys.modules["torch"]
    try:
        import stanza
    except ImportError as error:
        raise MissingExtraError(
            "--ner stanza needs Stanza: python -m pip install 'sepakat[stanza]' (PyTorch, which it needs, can be "
            "several GB; for the CPU alone, first: python -m pip install torch --index-url "
            "https://download.pytorch.org/whl/cpu)"
        ) from error
    return stanza
