"""Files with one article: plain text and HTML. The file is one block with one record, its bytes."""

from dataclasses import dataclass
from typing import BinaryIO

from sepakat.sources.columns import Columns
from sepakat.sources.opening import as_text, open_stream
from sepakat.sources.record import Blocks, Form, Record, Search
from sepakat.sources.text_file import MAX_BYTES


@dataclass(frozen=True, slots=True)
class SingleBlock:
    """The one record of a file (see `record.Block`)."""

    only: Record
    consumed: int
    position: int = 0
    first: int = 0
    n_records: int = 1

    @property
    def n_bytes(self) -> int:
        """How many bytes the file has, decompressed."""
        return len(self.only.data)

    def where(self, search: Search) -> list[int]:
        """The one index, if `search` finds something."""
        return [0] if len(search(self.only.data)) else []

    def record(self, index: int) -> Record:
        """The file."""
        return self.only


def blocks(
    path: str, *, form: Form, columns: Columns, start: int = 0, first: int = 0, stdin: BinaryIO | None = None
) -> Blocks:
    """Read a file with one article.

    Args:
        path: The file (see `opening.open_stream`).
        form: `text` or `html`.
        columns: Of no use here; every reader takes them.
        start: Anything but 0 is behind the one record.
        first: How many records stand before it: 0, or 1 behind it.
        stdin: Where `-` is read from.

    Raises:
        SourceError: If the file cannot be opened, or is cut short. A file larger than an article may be is cut
            one byte behind the limit, and the record says so when it is read.
    """
    if start or first:
        return
    with open_stream(path, stdin=stdin) as stream:
        data = stream.read(MAX_BYTES + 1)
        if len(data) <= MAX_BYTES:
            stream.read(1)  # a file that is cut short says so only now
        yield SingleBlock(Record(as_text(path), form, data), stream.raw.consumed)
