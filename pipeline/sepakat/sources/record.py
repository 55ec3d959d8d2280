"""What every reader of an archive gives: blocks of records that are still bytes, and the articles made from them.

An archive is a file with one article (`.txt`, `.html`) or with many (`.jsonl`, `.csv`, Parquet, WARC). A reader cuts
it into blocks, in order, without decoding; triage looks at the bytes of a block and asks only for the records
that can matter; a worker, perhaps in another process, makes an article of each.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from typing_extensions import Buffer

from sepakat.errors import Failed

Form = Literal["text", "html", "json", "row"]
"""How a record is turned into an article."""

BLOCK_BYTES: Final = 4 * 1024 * 1024
"""About how many bytes of text a block of a large file has (JSON Lines: fewer); a larger record makes a block alone."""

Search = Callable[[Buffer], Sequence[int]]
"""Finds patterns in bytes: for each match an offset inside it or at its end, ascending.

Records stand side by side in the bytes, parted by a line feed or NUL: no pattern may match those."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record, as a worker gets it; it pickles.

    Attributes:
        source: What `article.source` will be: the path, and for an archive of many `path#key`, where the key is
            the record's id, its URL (WARC), or else its number in the file, counted from 1.
        form: How `data` is to be read.
        data: A text file, an HTML page, a JSON object, or the text of a table's row, as bytes.
        fields: What stands beside the text of a row or a page (`id`, `date`, `url`, `title`, `outlet`), as text.
    """

    source: str
    form: Form
    data: bytes
    fields: dict[str, str] = field(default_factory=dict)


class Block(Protocol):
    """Neighbouring records of one file."""

    @property
    def position(self) -> int:
        """Where it begins, in the reader's own unit (bytes, records); reading can start there again."""
        ...

    @property
    def first(self) -> int:
        """How many records of the file stand before it, those that cannot be read included."""
        ...

    @property
    def n_records(self) -> int:
        """How many records it holds."""
        ...

    @property
    def n_bytes(self) -> int:
        """How many bytes of text were read for it."""
        ...

    @property
    def consumed(self) -> int:
        """How many bytes of the file, as it is stored, had been read when it was complete.

        Beside the file's size this tells the progress, also in a compressed file.
        """
        ...

    def where(self, search: Search) -> list[int]:
        """Indexes (from 0, ascending, each once) of the records in which `search` finds something."""
        ...

    def record(self, index: int) -> Record:
        """One record of the block."""
        ...


Blocks = Iterator["Block | Failed"]
"""What a reader yields; a `Failed` stands for a stretch of the file that cannot be read, and the rest goes on."""
