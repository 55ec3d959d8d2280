"""What results depend on besides the article: rules, tables, models and libraries, as one short digest."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sepakat.ner import weights
from sepakat.ner.weights import SPACY_MODEL, STANZA_MODEL, Kind

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_PARTS: Final = ("text", "recognisers", "ner", "linking", "assembly", "sources", "data")
"""Folders whose content may change a result; `run`, `sinks` and what shows results may not."""
_FILES: Final = ("checks.py", "extraction.py", "records.py")
_LIBRARIES: Final = ("dateparser", "ftfy", "rapidfuzz")
_MODELS: Final = {"spacy": (SPACY_MODEL,), "stanza": (STANZA_MODEL,), "both": (SPACY_MODEL, STANZA_MODEL), "none": ()}
_READERS: Final = {"spacy": ("spacy",), "stanza": ("stanza", "torch"), "both": ("spacy", "stanza", "torch"), "none": ()}


@cache
def fingerprint(ner: Kind) -> str:
    """16 hex digits; the same digits stand for the same results of the same articles."""
    digest = hashlib.sha256(ner.encode())
    files = [_PACKAGE / name for name in _FILES]
    for part in _PARTS:
        files += (f for f in (_PACKAGE / part).rglob("*") if f.suffix in (".py", ".csv", ".txt"))
    for file in sorted(files):
        digest.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for model in _MODELS[ner]:
        digest.update((weights.folder(model) / weights.SUMS).read_bytes())
    for library in (*_LIBRARIES, *_READERS[ner]):
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()[:16]
