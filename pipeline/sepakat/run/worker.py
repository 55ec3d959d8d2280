"""What a worker process of an archive's job does with the records that it is handed.

The main process names these functions and does not run them; what they need is imported by those that do (`needed`).
"""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from sepakat.errors import Failed
from sepakat.ner.weights import Kind
from sepakat.run.settings import Settings
from sepakat.run.syndication import signature
from sepakat.sources.record import Record
from sepakat.text.article import Article

if TYPE_CHECKING:
    from sepakat.records import Result


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article before it is extracted.

    Attributes:
        article: The article.
        signature: MinHash of its text; None if nobody asked.
    """

    article: Article
    signature: bytes | None


@dataclass(frozen=True, slots=True)
class Finished:
    """What has become of an article.

    Attributes:
        article: `article.id`.
        line: Its result as a line of JSON; None if it has none.
        n_agreements: Agreements in the result.
        failed: Why there is no result, if that is a failure.
        signature: MinHash of its text; None if nobody asked.
    """

    article: str
    line: bytes | None = None
    n_agreements: int = 0
    failed: Failed | None = None
    signature: bytes | None = None


_OBJECTS_BETWEEN_COLLECTIONS: Final = 10_000
"""An article makes some ten thousand objects that live a little while; cycles among them are few."""

_settings = Settings()
_sketch = False


def needed(ner: Kind) -> tuple[str, ...]:
    """Modules to be imported once, before processes begin that work with these readers."""
    spacy = ("sepakat.ner.spacy",) if ner in ("spacy", "both") else ()
    return ("sepakat.run.own_process", "sepakat.run.reading", "sepakat.sinks.jsonl", *spacy)


def start(settings: Settings, sketch: bool) -> None:
    """Make a process ready.

    Args:
        settings: How articles are read.
        sketch: Whether signatures are wanted.
    """
    global _settings, _sketch
    import sepakat.run.own_process  # noqa: F401

    _settings, _sketch = settings, sketch


@cache
def _load(ner: Kind) -> None:
    """Load what is not loaded yet; the garbage collector need not look at it again, and seldom at the rest."""
    from sepakat.ner.reading import load

    load(ner)
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def prepare(records: Sequence[Record]) -> list[Prepared | Failed]:
    """Articles with their signatures.

    Raises:
        ModelError: If a trained reader cannot be loaded, which is the end of the job and no failure of an article.
    """
    from sepakat.run.reading import read_record

    _load(_settings.ner)
    articles = (read_record(record, _settings) for record in records)
    return [a if isinstance(a, Failed) else Prepared(a, signature(a.text) if _sketch else None) for a in articles]


def finish(prepared: Sequence[Prepared]) -> list[Finished]:
    """Extract articles."""
    from sepakat.run.reading import extract_article

    return [_finished(item, extract_article(item.article, _settings)) for item in prepared]


def read_and_extract(records: Sequence[Record]) -> list[Finished | Failed]:
    """Both in one go."""
    prepared = prepare(records)
    finished = iter(finish([item for item in prepared if isinstance(item, Prepared)]))
    return [item if isinstance(item, Failed) else next(finished) for item in prepared]


def _finished(item: Prepared, result: "Result | Failed") -> Finished:
    if isinstance(result, Failed):
        return Finished(item.article.id, failed=result, signature=item.signature)
    from sepakat.sinks.jsonl import to_bytes

    return Finished(result.article.id, to_bytes(result), len(result.agreements), None, item.signature)
