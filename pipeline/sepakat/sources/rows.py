"""Rows of a table in Arrow's columns: what CSV and Parquet files give.

The texts of a block are searched where they lie, in one buffer; only rows in which something is found are looked at.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from sepakat.errors import MissingExtraError
from sepakat.sources.columns import PARTS, Columns, as_field
from sepakat.sources.record import Record, Search

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Neighbouring rows (see `record.Block`).

    Attributes:
        source: The file.
        texts: The texts as bytes, none of them null.
        parts: The columns beside the text, by their names in `columns.PARTS`.
        lost: Numbers, counted from 1 in the file, of rows among these that cannot be read.
    """

    source: str
    position: int
    first: int
    consumed: int
    texts: "pa.Array"
    parts: "dict[str, pa.Array]" = field(repr=False)
    lost: tuple[int, ...] = ()

    @property
    def n_records(self) -> int:
        """How many rows it holds."""
        return len(self.texts)

    @property
    def n_bytes(self) -> int:
        """How many bytes the texts have."""
        return _bytes_of(self.texts)

    def where(self, search: Search) -> list[int]:
        """Indexes of the rows in whose text `search` finds something."""
        if not len(self.texts):
            return []
        joined, ends = _joined(self.texts)
        return [int(i) for i in np.unique(np.searchsorted(ends, np.asarray(search(joined), dtype=np.int64)))]

    def record(self, index: int) -> Record:
        """One row; its key is its id, else its number."""
        fields = {part: as_field(column[index].as_py()) for part, column in self.parts.items()}
        fields = {part: value for part, value in fields.items() if value}
        key = fields.get("id") or str(self.number(index))
        return Record(f"{self.source}#{key}", "row", self.texts[index].as_py(), fields)

    def number(self, index: int) -> int:
        """The number of a row in the file, counted from 1, lost rows counted too."""
        number = self.first + index + 1
        for lost in self.lost:
            number += lost <= number
        return number


def make_block(
    source: str, batch: "pa.RecordBatch", chosen: Columns, *, position: int, first: int, consumed: int, lost: Any = ()
) -> RowBlock:
    """A block of the rows of a batch, with the columns that were chosen."""
    import pyarrow as pa

    texts = _plain(batch.column(chosen.text), pa.large_binary())
    parts = {part: batch.column(name) for part in PARTS if (name := getattr(chosen, part)) is not None}
    return RowBlock(source, position, first, consumed, texts, parts, tuple(lost))


def _plain(column: "pa.Array", kind: "pa.DataType") -> "pa.Array":
    """A column of text in one type, whatever Arrow type it came in; null is empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if not (pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type)):
        column = column.cast(pa.large_string())
    column = column.cast(kind)
    return pc.fill_null(column, b"") if column.null_count else column


def _bytes_of(texts: "pa.Array") -> int:
    """How many bytes the cells of a plain column have."""
    offsets = _offsets(texts)
    return int(offsets[-1] - offsets[0])


def _offsets(texts: "pa.Array") -> "np.ndarray[Any, np.dtype[np.int64]]":
    """Where the cells begin in their buffer, and where the last one ends."""
    buffer = texts.buffers()[1]
    if buffer is None or not len(texts):
        return np.zeros(1, dtype=np.int64)
    return np.frombuffer(buffer, dtype=np.int64, count=len(texts) + 1, offset=8 * texts.offset)


def _joined(texts: "pa.Array") -> "tuple[pa.Buffer, np.ndarray[Any, np.dtype[np.int64]]]":
    """All cells with a NUL after each but the last, so that nothing is found across two, and where each ends."""
    import pyarrow as pa
    import pyarrow.compute as pc

    row = pa.ListArray.from_arrays(pa.array([0, len(texts)], pa.int32()), texts)
    joined = pc.binary_join(row, pa.scalar(b"\0", pa.large_binary()))
    offsets = _offsets(texts)
    ends = offsets[1:] - offsets[0] + np.arange(len(texts))
    data = joined.buffers()[2]
    return (data if data is not None else pa.py_buffer(b"")), ends


def need_pyarrow(what: str) -> None:
    """Check that pyarrow is there.

    Raises:
        MissingExtraError: If it is not.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        command = "python -m pip install 'sepakat[archive]'"
        raise MissingExtraError(f"{what} files need pyarrow, which is not installed: {command}") from None
