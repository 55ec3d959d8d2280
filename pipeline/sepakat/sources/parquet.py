"""Parquet files, a few rows at a time; only the columns that are needed are read.

A row group that is damaged gives one `Failed` for the rows that it costs, and the other groups are read.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from sepakat.errors import Failed, SourceError
from sepakat.sources.columns import PARTS, Columns
from sepakat.sources.opening import STANDARD_INPUT, as_text, compression_of, open_raw
from sepakat.sources.record import BLOCK_BYTES, Blocks
from sepakat.sources.rows import make_block, need_pyarrow

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_BUFFER_BYTES: Final = 1024 * 1024


def blocks(
    path: str,
    *,
    columns: Columns,
    start: int = 0,
    first: int = 0,
    stdin: BinaryIO | None = None,
    block_bytes: int = BLOCK_BYTES,
) -> Blocks:
    """Read a Parquet file.

    Args:
        path: A local path or a URL; not standard input, and not compressed as a whole: its end is read first.
        columns: The columns that its user named.
        start: The `position` of the block at which reading begins again, in rows.
        first: How many records stand before it: the same number.
        stdin: Where `-` would be read from.
        block_bytes: About how many bytes of text a block has.

    Raises:
        SourceError: If the file cannot be opened, is not Parquet, or has no text column.
        MissingExtraError: If pyarrow is not installed.
    """
    source = as_text(path)
    file, size = open_file(path, source, stdin)
    with file:
        chosen = columns.choose(file.schema_arrow.names, source=source)
        n_rows = 0
        for group in range(file.num_row_groups):
            n_before, n_rows = n_rows, n_rows + file.metadata.row_group(group).num_rows
            if n_rows <= start:
                continue
            position = n_before
            try:
                for batch in _batches(file, group, chosen, block_bytes):
                    if position >= start:
                        consumed = size * (position + batch.num_rows) // file.metadata.num_rows
                        yield make_block(source, batch, chosen, position=position, first=position, consumed=consumed)
                    position += batch.num_rows
            except (OSError, ValueError) as error:  # pyarrow's own errors are kinds of these
                reason = f"row group {group + 1} is damaged, {n_rows - position:,} rows are lost ({_short(error)})"
                yield Failed(f"{source}#{position + 1}-{n_rows}", "read", reason)


def open_file(path: str, source: str, stdin: BinaryIO | None = None) -> "tuple[pq.ParquetFile, int]":
    """Open a Parquet file: it, and its size in bytes (raises as `blocks`)."""
    need_pyarrow("Parquet")
    import pyarrow as pa
    import pyarrow.parquet as pq

    if path == STANDARD_INPUT and stdin is not None:
        raise SourceError(f"{source} cannot be Parquet, which is read from its end: save it as a file first")
    raw = open_raw(path, from_end=True)
    if compression_of(raw.read(4)):
        raise SourceError(f"{source} is compressed as a whole: decompress it first, Parquet is compressed inside")
    raw.seek(0)
    try:
        file = pq.ParquetFile(pa.PythonFile(raw.file, mode="r"), buffer_size=_BUFFER_BYTES, pre_buffer=False)
    except (OSError, ValueError) as error:
        raw.close()
        raise SourceError(f"{source} is no Parquet file, or is cut short ({_short(error)}): fetch it again") from error
    return file, raw.size or 0


def _batches(file: "pq.ParquetFile", group: int, chosen: Columns, block_bytes: int) -> "Iterator[pa.RecordBatch]":
    """The rows of one group, in batches whose text has about the size of a block."""
    names = {name for part in ("text", *PARTS) if (name := getattr(chosen, part)) is not None}
    metadata = file.metadata.row_group(group)
    places = [i for i in range(metadata.num_columns) if metadata.column(i).path_in_schema == chosen.text]
    n_bytes = sum(metadata.column(i).total_uncompressed_size for i in places)
    n_rows = max(1, metadata.num_rows * block_bytes // max(n_bytes, 1))
    yield from file.iter_batches(
        batch_size=min(n_rows, metadata.num_rows or 1), row_groups=[group], columns=sorted(names), use_threads=False
    )


def _short(error: Any) -> str:
    """The first line of an error, no longer than a message holds."""
    return str(error).partition("\n")[0][:160]
