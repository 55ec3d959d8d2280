"""From the paths that a user gives to the articles that are to be read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sepakat.errors import Failed

STANDARD_INPUT: Final = "-"
SUFFIX: Final = ".txt"


@dataclass(frozen=True, slots=True)
class Job:
    """An article that is to be read.

    Attributes:
        path: Its path as given or found, or `-` for standard input.
        published: Publication date to hand on.
    """

    path: str
    published: date | None = None

    @property
    def source(self) -> str:
        """`path` as text that UTF-8 can write, whatever bytes the file's name has."""
        return os.fsencode(self.path).decode("utf-8", "backslashreplace")

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return article_name(self.source)


def article_name(source: str) -> str:
    """The last part of a path or URL."""
    return source.replace("\\", "/").rpartition("/")[2]


def find_articles(paths: Iterable[str], *, published: date | None = None) -> list[Job | Failed]:
    """Find the articles that paths stand for, in the order of the paths.

    Args:
        paths: Files of any name; folders, in which every `*.txt` at any depth is meant, sorted by path, names
            with a leading dot left out; `-` for standard input.
        published: Publication date of all of them.

    Returns:
        A job for each article; a failure for a folder without articles, and for one that cannot be opened. A
        file that is missing shows when it is read.
    """
    return [found for path in paths for found in _find(path, published)]


def _find(path: str, published: date | None) -> Iterator[Job | Failed]:
    if path == STANDARD_INPUT or not os.path.isdir(path):
        yield Job(path, published)
        return
    errors: list[OSError] = []
    files = []
    for folder, folders, names in os.walk(path, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        wanted = [name for name in names if name.lower().endswith(SUFFIX) and not name.startswith(".")]
        files += [os.path.join(folder, name) for name in wanted]
    for error in errors:
        closed = Job(str(error.filename)).source
        yield Failed(closed, "find", f"folder cannot be opened ({error.strerror}); check its permissions")
    if not files and not errors:
        problem = f"no article here; sepakat reads the files of a folder that end in {SUFFIX}"
        yield Failed(Job(path).source, "find", problem)
    for file in sorted(files, key=lambda name: name.split(os.sep)):
        yield Job(file, published)
