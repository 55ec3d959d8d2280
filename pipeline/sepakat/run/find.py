"""From the paths that a user gives to the files that are to be read."""

import glob
import os
from collections.abc import Iterable, Iterator

from sepakat.errors import Failed
from sepakat.sources.formats import is_archive
from sepakat.sources.opening import STANDARD_INPUT, as_text, is_url


def article_name(source: str) -> str:
    """The last part of a path or URL."""
    return source.replace("\\", "/").rpartition("/")[2]


def find_files(paths: Iterable[str]) -> Iterator[str | Failed]:
    """Find the files that paths stand for, in the order of the paths.

    Args:
        paths: Files of any name; URLs; patterns (`*.jsonl`); folders, in which every file of a known form is meant,
            at any depth, in order of their names, without names that begin with a dot; `-` for standard input.

    Yields:
        A path for each file, found as it is asked for, however many there are; a failure for a folder or pattern
        without articles, and for a folder that cannot be opened. A file that is missing shows when it is read.
    """
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):
            yield from _or_nothing(path, _inside(path), "no article here; sepakat reads .txt, .html, .jsonl, .csv …")
        elif glob.has_magic(path) and not is_url(path) and not os.path.exists(path):
            yield from _or_nothing(path, iter(sorted(glob.iglob(path, recursive=True))), "no file fits this pattern")
        else:
            yield path


def _or_nothing(path: str, found: Iterator[str | Failed], otherwise: str) -> Iterator[str | Failed]:
    first = next(found, None)
    if first is None:
        yield Failed(as_text(path), "find", otherwise)
        return
    yield first
    yield from found


def _inside(folder: str) -> Iterator[str | Failed]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        reason = f"folder cannot be opened ({error.strerror}); check its permissions"
        yield Failed(as_text(folder), "find", reason)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _inside(entry.path)
        elif is_archive(entry.name):
            yield entry.path
