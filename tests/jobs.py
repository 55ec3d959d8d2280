"""Small archives for the tests of the archive's job, and the bytes that a job leaves."""

import json
import os
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from builders import TEXT
from sepakat.run import archive
from sepakat.run.archive import Options, run_archive
from sepakat.run.journal import Journal

OTHER = "Banjir merendam tiga desa di Kabupaten Pringsewu, dan warga mengungsi ke balai desa sejak Selasa malam.\n"
PLACES = ("Pringsewu", "Metro", "Bandung", "Kuningan", "Sleman", "Demak", "Blitar", "Agam", "Siak", "Dairi")


def text(number: int) -> str:
    """A text of its own for each number; every third is about an agreement."""
    place = PLACES[number % len(PLACES)]
    if number % 3:
        return f"{OTHER}Warga {place} nomor {number} menerima bantuan beras dari pemerintah daerah pada hari itu.\n"
    return f"{TEXT}Kepala Dinas di {place} mencatat {number + 20} rapat; {' '.join(PLACES[number % 7 :])} {number}.\n"


def json_lines(path: Path, n_articles: int) -> Path:
    """An archive of JSON Lines."""
    rows = ({"id": f"n{number}", "text": text(number)} for number in range(n_articles))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def files(folder: Path) -> Mapping[str, bytes]:
    """The bytes of everything that a job has written, its journal apart."""
    return {f.name: f.read_bytes() for f in sorted(folder.iterdir()) if not f.name.startswith("journal")}


def nothing() -> None:
    """Start of a process."""


def dies_at_first(folder: Path, n_deaths: int) -> None:
    """Start of a process; the first ones die in it."""
    for number in range(n_deaths):
        if not (folder / str(number)).exists():
            (folder / str(number)).touch()
            os.kill(os.getpid(), signal.SIGKILL)


def work(items: Sequence[str]) -> list[str]:
    """Shouts; some words are deadly."""
    for item in items:
        if item.startswith("die"):
            os.kill(os.getpid(), signal.SIGKILL)
        if item.startswith("sleep"):
            time.sleep(60)
        if item.startswith("once") and not os.path.exists(item.partition(":")[2]):
            with open(item.partition(":")[2], "x"):
                os.kill(os.getpid(), signal.SIGKILL)
        if item.startswith("raise"):
            raise RuntimeError("no")
    return [item.upper() for item in items]


def interrupted(
    monkeypatch: pytest.MonkeyPatch,
    paths: list[str],
    folder: Path,
    options: Options,
    n_commits: int,
    rerun: archive.Rerun | None = None,
) -> None:
    """A job that is stopped between the file of a shard and its note in the journal, after some shards."""
    real = Journal.commit
    left = iter(range(n_commits))

    def commit(journal: Journal, *arguments: Any) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        real(journal, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "commit", commit)
        with pytest.raises(KeyboardInterrupt):
            run_archive(paths, folder, options, rerun=rerun)
