"""An archive as one stream of items: what passed triage, and what could not be read, each with the place behind it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from sepakat.errors import Failed
from sepakat.run.find import find_files
from sepakat.run.journal import JournalError, Place
from sepakat.run.settings import Settings
from sepakat.run.triage import Triage
from sepakat.sources.formats import format_of
from sepakat.sources.record import Block, Record
from sepakat.sources.remote import is_url, version_of


@dataclass(frozen=True, slots=True)
class Item:
    """A step of the stream.

    Attributes:
        what: A record to extract, or a stretch without records.
        behind: Where reading goes on after it.
    """

    what: Record | Failed
    behind: Place


class Stream:
    """The items of an archive from a place on; iterate it once.

    Attributes:
        n_read: Records so far, those that triage left out among them.
        n_bytes: Bytes so far, as they are stored.
    """

    def __init__(
        self,
        paths: Iterable[str],
        settings: Settings,
        triage: Triage | None,
        start: Place,
        *,
        stdin: BinaryIO | None = None,
    ) -> None:
        """Nothing is opened yet; without `triage` every record is an item."""
        self._stdin = stdin
        self._paths = paths
        self._settings = settings
        self._triage = triage
        self._start = start
        self.n_read = start.n_read
        self.n_bytes = 0

    def __iter__(self) -> Iterator[Item]:
        """The items, in order.

        Raises:
            JournalError: If the archive has changed since the place was noted.
        """
        for index, found in enumerate(find_files(self._paths)):
            if index < self._start.index:
                continue
            path = found.source if isinstance(found, Failed) else found  # as it is opened
            place = Place(index, path, _stamp(path), n_read=self.n_read)
            if index == self._start.index and self._start.path:
                _check(self._start, place)
                place = self._start
            if isinstance(found, Failed):
                self.n_read += 1
                if not place.skip:
                    yield Item(found, replace(place, skip=1))
            else:
                yield from self._file(path, place)

    def _file(self, path: str, place: Place) -> Iterator[Item]:
        skip, done, again, before = place.skip, 0, place.begun, self.n_bytes
        settings = self._settings
        reader = format_of(path, settings.form)
        for block in reader.blocks(
            path, columns=settings.columns, start=place.position, first=place.first, stdin=self._stdin
        ):
            if isinstance(block, Failed):
                if again:
                    continue  # it came before the block that reading begins with, and was told then
                self.n_read += 1
                items: Iterable[Record | Failed] = [block]
            else:
                again = False
                place = replace(place, position=block.position, first=block.first, begun=True, n_read=self.n_read)
                done = 0
                self.n_read += block.n_records
                self.n_bytes = before + block.consumed
                items = self._chosen(block)
            for what in items:
                done += 1
                if skip:
                    skip -= 1
                else:
                    yield Item(what, replace(place, skip=done))

    def _chosen(self, block: Block) -> Iterator[Record]:
        indexes = range(block.n_records) if self._triage is None else self._triage(block)
        return (block.record(index) for index in indexes)


def _stamp(path: str) -> str:
    """Size and time of change of a file, or its version where a URL names it; "" for what has none."""
    if is_url(path):
        return version_of(path)
    try:
        known = Path(path).stat()
    except OSError:
        return ""
    return f"{known.st_size}:{known.st_mtime_ns}"


def _check(noted: Place, now: Place) -> None:
    """Raise an error if a file is not the one that was read before."""
    if (noted.path, noted.stamp) != (now.path, now.stamp):
        raise JournalError(
            f"{os.path.basename(noted.path) or noted.path}: the archive has changed since this job began "
            f"({noted.path} is now {now.path} or has other content); begin anew with --rerun all"
        )
