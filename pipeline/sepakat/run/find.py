"""From the paths that a user gives to the files that are to be read."""

import glob
import os
from collections.abc import Iterable, Iterator
from typing import Final

from sepakat.errors import Failed, SourceError
from sepakat.sources.formats import is_archive
from sepakat.sources.opening import STANDARD_INPUT, as_text
from sepakat.sources.remote import files_of, is_url

_NO_ARTICLE: Final = "no article here; sepakat reads .txt, .html, .jsonl, .csv …"
_NO_FILE: Final = "no file fits this pattern"


def article_name(source: str) -> str:
    """The last part of a path or URL."""
    return source.replace("\\", "/").rpartition("/")[2]


def find_files(paths: Iterable[str]) -> Iterator[str | Failed]:
    """Find the files that paths stand for, in the order of the paths.

    Args:
        paths: Files of any name; patterns (`*.jsonl`); folders, in which every file of a known form is meant,
            at any depth, in order of their names, without names that begin with a dot; URLs of all these, of which
            the web's (`https://`) are files only; `-` for standard input.

    Yields:
        A path for each file, found as it is asked for, however many there are; a failure for a folder or pattern
        without articles, and for a folder that cannot be opened. A file that is missing shows when it is read.

    Raises:
        MissingExtraError: If a package for a sort of URL is not installed.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield path
        elif is_url(path):
            yield from _at_url(path)
        elif os.path.isdir(path):
            yield from _or_nothing(path, _inside(path), _NO_ARTICLE)
        elif glob.has_magic(path) and not os.path.exists(path):
            yield from _or_nothing(path, iter(sorted(glob.iglob(path, recursive=True))), _NO_FILE)
        else:
            yield path


def _at_url(url: str) -> Iterator[str | Failed]:
    try:
        files, is_pattern = files_of(url), glob.has_magic(url)
    except SourceError as error:
        yield Failed(url, "find", str(error).removeprefix(f"{url} "))
        return
    if files is None:
        yield url
    elif is_pattern:
        yield from _or_nothing(url, files, _NO_FILE)
    else:
        shown = (file for file in files if "/." not in file.removeprefix(url.rstrip("/")))
        yield from _or_nothing(url, (file for file in shown if is_archive(article_name(file))), _NO_ARTICLE)


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
