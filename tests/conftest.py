import os
import secrets
import sys
from collections.abc import Callable, Iterator
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


@pytest.fixture(scope="session")
def ray_cluster() -> Iterator[None]:
    """A local Ray cluster of two CPUs, with a token of its own."""
    ray = pytest.importorskip("ray")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("RAY_AUTH_TOKEN", secrets.token_hex(32))
        patched.setenv("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
        patched.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        patched.delenv("RAY_ADDRESS", raising=False)
        for attempt in range(3):
            try:
                ray.init("local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
                break
            except Exception:  # Ray gives itself 30 s, and a busy machine may need more
                ray.shutdown()
                if attempt == 2:
                    raise
        yield
        ray.shutdown()


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
