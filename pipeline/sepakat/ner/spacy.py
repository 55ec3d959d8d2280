"""The default reader: `id_sepakat_news`, a small spaCy pipeline (hash embeddings, floret vectors, CNN, transitions).

Trained by `scripts/train_ner.py`; what it was trained on and how well it reads stands in its card,
`models/id_sepakat_news/README.md`. With `ner/embedding.py` the only file that knows spaCy.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from packaging.specifiers import SpecifierSet
from spacy.about import __version__ as spacy_version
from spacy.attrs import PREFIX  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model, registry
from spacy.vocab import Vocab

from sepakat.errors import ModelError
from sepakat.ner import lexicon, weights
from sepakat.ner.convolutions import Convolutions
from sepakat.ner.embedding import Embedding
from sepakat.ner.reading import Found, Head, Tokens
from sepakat.ner.tokens import tokenise
from sepakat.ner.transitions import Transitions

COMPONENTS: Final[Mapping[Head, str]] = {"own": "ner", "idner": "ner_idner"}
"""The pipeline's output layer for each guideline."""


class Tokenizer:
    """spaCy's side of `ner.tokens`: a `Doc` of the same tokens, at a fraction of the time of spaCy's own."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary that all documents share, and let its words know their class in the package's tables."""
        self.vocab = vocab
        vocab.lex_attr_getters[PREFIX] = lexicon.prefix  # type: ignore[attr-defined]

    def __call__(self, text: str) -> Doc:
        """Split a text; leading white space and runs of it make tokens of their own, so that `doc.text == text`."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in tokenise(text):
            gap = text[position:start]
            if gap and words and gap.startswith(" "):
                spaces[-1] = True
                gap = gap[1:]
            if gap:
                words.append(gap)
                spaces.append(False)
            words.append(text[start:end])
            spaces.append(False)
            position = end
        rest = text[position:]
        if rest and words and rest.startswith(" "):
            spaces[-1] = True
            rest = rest[1:]
        if rest:
            words.append(rest)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str]) -> Iterable[Doc]:
        """Split many texts."""
        return (self(text) for text in texts)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing was learned, so nothing is stored."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "Tokenizer":
        """Nothing is stored."""
        return self

    def to_disk(self, _path: Path, **_: Any) -> None:
        """Nothing was learned, so nothing is stored."""

    def from_disk(self, _path: Path, **_: Any) -> "Tokenizer":
        """Nothing is stored."""
        return self


def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """Registered under the name that the pipeline's config gives; an entry point tells spaCy where it is."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register("sepakat.Tokenizer.v1", func=make_tokenizer)


class SpacyReader:
    """A loaded pipeline, run without spaCy's documents: the same network and the same entities in less time.

    `ner.embedding` knows words by themselves, `ner.convolutions` beside their neighbours, `ner.transitions` decodes.
    """

    def __init__(self, nlp: Language, head: Head) -> None:
        """Take a pipeline that marks entities as a guideline has it.

        Raises:
            ValueError: If it is not built as `models/configs` describes.
        """
        self.head: Head = head
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
        encoder: Any = nlp.get_pipe("tok2vec")
        embed, encode = encoder.model.layers
        self._embedding = Embedding(embed, nlp.vocab)
        self._convolutions = Convolutions(encode)
        self._transitions = Transitions(nlp.get_pipe(COMPONENTS[head]))

    def read(self, sentences: Sequence[Tokens]) -> list[list[Found]]:
        """Find the entities of sentences (see `ner.reading.Reader`)."""
        words = [word for sentence in sentences for word in sentence.words]
        if not words:
            return [[] for _ in sentences]
        lengths = [len(sentence.words) for sentence in sentences]
        vectors = self._convolutions.run(self._embedding.of(words), lengths)
        decoded = self._transitions.decode(vectors, lengths)
        return [[Found(*entity) for entity in entities] for entities in decoded]


def load(folder: Path, head: Head = "own") -> SpacyReader:
    """Load a trained pipeline.

    Args:
        folder: Where it lies.
        head: Whose guideline it follows.

    Raises:
        ModelError: If it is not there, not whole, or made for another version of spaCy.
    """
    try:
        weights.check(folder)
        wanted = SpecifierSet(json.loads((folder / "meta.json").read_text(encoding="utf-8"))["spacy_version"])
    except (OSError, ValueError, KeyError) as error:
        raise weights.broken(folder, error) from error
    if not wanted.contains(spacy_version, prereleases=True):
        raise ModelError(
            f"the model {folder.name} was made for spaCy {wanted}, and spaCy {spacy_version} is installed: "
            f"python -m pip install 'spacy{wanted}', or go on without it: --ner none"
        )
    try:
        nlp = load_model(folder, exclude=[name for other, name in COMPONENTS.items() if other != head])
        if COMPONENTS[head] in nlp.disabled:
            nlp.enable_pipe(COMPONENTS[head])
        return SpacyReader(nlp, head)
    except Exception as error:  # whatever spaCy finds wrong with a file, the remedy is the same
        raise weights.broken(folder, error) from error
