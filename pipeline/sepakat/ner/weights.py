"""Trained weights: which there are, where they lie, and whether they are the ones that were written."""

import hashlib
from pathlib import Path
from typing import Final, Literal

from sepakat.errors import ModelError

Kind = Literal["spacy", "stanza", "both", "none"]
"""What `--ner` takes."""
SPACY_MODEL: Final = "id_sepakat_news"
STANZA_MODEL: Final = "id_sepakat_stanza"
SUMS: Final = "SHA256SUMS"
"""File with the digests of all other files of a model, in the form of `sha256sum`."""
_PACKAGE: Final = Path(__file__).resolve().parent.parent


def folder(name: str) -> Path:
    """Where a model lies: inside the installed package, or in `models/` of a checkout."""
    inside = _PACKAGE / "models" / name
    return inside if inside.exists() else _PACKAGE.parent.parent / "models" / name


def check(model: Path) -> None:
    """Compare the files of a model with their digests.

    Raises:
        OSError: If a file is missing.
        ValueError: If a file is not the one that was written.
    """
    for line in (model / SUMS).read_text(encoding="ascii").splitlines():
        digest, _, name = line.partition("  ")
        if hashlib.sha256((model / name).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{name} is damaged")


def seal(model: Path) -> None:
    """Write the digests of all files of a model, its card apart."""
    files = sorted(f for f in model.rglob("*") if f.is_file() and f.name not in (SUMS, "README.md"))
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(model).as_posix()}\n" for f in files]
    (model / SUMS).write_text("".join(lines), encoding="ascii")


def broken(model: Path, error: Exception) -> ModelError:
    """What to tell the user about a model that cannot be loaded."""
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return ModelError(
        f"the model {model.name} cannot be loaded ({reason}): python -m pip install --force-reinstall sepakat, "
        "or go on without it: --ner none"
    )
