from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import TEXT
from sepakat.cli import app

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture
def sepakat() -> Callable[..., Result]:
    """Run the command line in this process."""

    def run(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles at several depths, and with things that are none."""
    articles = tmp_path / "articles"
    for name in ("b.txt", "a.txt", "deep/c.TXT", "deep/er/d.txt", ".hidden.txt", ".git/x.txt", "note.md"):
        file = articles / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{TEXT}{name}\n", encoding="utf-8")
    return articles
