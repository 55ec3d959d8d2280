"""CSV and TSV files, parsed as a stream by Arrow.

Cells may be quoted and hold line breaks. The delimiter is guessed from the line of the column names. Cells stay
bytes: a row in cp1252 among rows in UTF-8 is decoded by itself. A row with too many or too few cells is a `Failed`.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from sepakat.errors import Failed, SourceError
from sepakat.sources.columns import PARTS, Columns
from sepakat.sources.opening import Stream, as_text, open_stream
from sepakat.sources.record import BLOCK_BYTES, Blocks
from sepakat.sources.rows import make_block, need_pyarrow
from sepakat.sources.text_file import MAX_BYTES

if TYPE_CHECKING:
    import pyarrow as pa

_HEAD_BYTES: Final = 256 * 1024
_DELIMITERS: Final = ",;\t|"
_MIN_BLOCK_BYTES: Final = 2 * MAX_BYTES  # Arrow gives up at a row that is longer


class Table:
    """The stream of a CSV file behind its line of column names.

    Attributes:
        names: The column names.
        delimiter: What parts the cells.
        stream: The file.
        n_quotes: How many quotes have been read.
    """

    def __init__(self, stream: Stream, source: str, delimiter: str | None = None) -> None:
        """Read the column names."""
        head = stream.read(_HEAD_BYTES)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise SourceError(f"{source} is UTF-16: convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)")
        head = head.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
        end = _end_of_row(head)
        line = _text(head[:end]).strip("\r\n")
        if not line.strip():
            raise SourceError(f"{source} is empty: a table begins with a line of column names")
        self.delimiter = delimiter or max(_DELIMITERS, key=line.count)
        self.names = next(csv.reader(io.StringIO(line, newline=""), delimiter=self.delimiter))
        self.stream = stream
        self.n_quotes = 0
        self._head = head[end:]

    closed = False

    def read(self, size: int = -1) -> bytes:
        """What follows the column names, as Arrow reads it."""
        data, self._head = (self._head, b"") if size < 0 else (self._head[:size], self._head[size:])
        if not data or size < 0:
            data += self.stream.read(size)
        self.n_quotes += data.count(b'"')
        return data

    def readable(self) -> bool:
        """Yes."""
        return True


def _end_of_row(head: bytes) -> int:
    """Where the first row ends, behind its line break; line breaks in quotes do not count."""
    end = 0
    while (end := head.find(b"\n", end) + 1) > 0:
        if head.count(b'"', 0, end) % 2 == 0:
            return end
    return len(head)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def blocks(
    path: str,
    *,
    columns: Columns,
    start: int = 0,
    first: int = 0,
    stdin: BinaryIO | None = None,
    block_bytes: int = BLOCK_BYTES,
    delimiter: str | None = None,
) -> Blocks:
    """Read a table.

    Args:
        path: The file (see `opening.open_stream`).
        columns: The columns that its user named.
        start: The `position` of the block at which reading begins again, in rows; what comes before is parsed
            and dropped.
        first: How many records stand before it: the same number.
        stdin: Where `-` is read from.
        block_bytes: About how many bytes of text a block has.
        delimiter: What parts the cells, if it is known.

    Raises:
        SourceError: If the file cannot be opened or has no text column, or cannot be read further.
        MissingExtraError: If pyarrow is not installed.
    """
    need_pyarrow("CSV")
    source = as_text(path)
    with open_stream(path, stdin=stdin) as stream:
        table = Table(stream, source, delimiter)
        chosen = columns.choose(table.names, source=source)
        lost: list[tuple[int, str]] = []
        n_rows, last = 0, b""
        for batch in _batches(table, chosen, source, lost, block_bytes):
            before, numbers = n_rows, []
            n_rows += batch.num_rows
            while lost and lost[0][0] <= n_rows + 1:
                number, error = lost.pop(0)
                n_rows += 1
                numbers.append(number)
                if before >= start:
                    yield Failed(f"{source}#{number}", "read", error)
            last = batch.column(chosen.text)[-1].as_py() if batch.num_rows else last
            if before >= start and batch.num_rows:
                yield make_block(
                    source, batch, chosen, position=before, first=before, consumed=stream.raw.consumed, lost=numbers
                )
        for number, error in lost:
            yield Failed(f"{source}#{number}", "read", error)
        if table.n_quotes % 2 and b"\n" in last:
            error = f"a quote is not closed: what follows it, perhaps from row {n_rows}, was read as one cell; close it"
            yield Failed(source, "read", error)


def _batches(
    table: Table, chosen: Columns, source: str, lost: list[tuple[int, str]], block_bytes: int
) -> "Iterator[pa.RecordBatch]":
    """Parse a table; rows that are no rows of it go to `lost`, with their number and what is wrong."""
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    def broken(row: Any) -> str:
        error = (
            f"row has {row.actual_columns} cells, the table {row.expected_columns} columns: mend it, or leave it out"
        )
        lost.append((row.number, error))
        return "skip"

    places = {part: table.names.index(name) for part in ("text", *PARTS) if (name := getattr(chosen, part)) is not None}
    numbers = sorted(set(places.values()))
    trouble: list[SourceError] = []
    try:
        reader = arrow_csv.open_csv(
            pa.PythonFile(_Kept(table, trouble), mode="r"),
            arrow_csv.ReadOptions(
                use_threads=False,
                block_size=max(block_bytes, _MIN_BLOCK_BYTES),
                column_names=[str(i) for i in range(len(table.names))],
            ),
            arrow_csv.ParseOptions(delimiter=table.delimiter, newlines_in_values=True, invalid_row_handler=broken),
            arrow_csv.ConvertOptions(
                check_utf8=False,
                include_columns=[str(i) for i in numbers],
                column_types={str(i): pa.binary() for i in numbers},
                strings_can_be_null=False,
            ),
        )
        for batch in reader:
            columns = [batch.column(str(places[part])) for part in places]
            batch = pa.RecordBatch.from_arrays(columns, names=[getattr(chosen, part) for part in places])
            yield from _slices(batch, chosen.text, block_bytes)
    except pa.ArrowInvalid as error:
        if not trouble and "Empty CSV file" not in str(error):
            raise SourceError(
                f"{source} cannot be read further as a table ({error}): look for a quote that is not closed"
            ) from error
    if trouble:
        raise trouble[0]


class _Kept:
    """A file for Arrow, which does not hand our errors on: it sees an end instead, and the error is kept."""

    closed = False

    def __init__(self, table: Table, trouble: list[SourceError]) -> None:
        self._table, self._trouble = table, trouble

    def read(self, size: int = -1) -> bytes:
        try:
            return self._table.read(size)
        except SourceError as error:
            self._trouble.append(error)
            return b""

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        pass


def _slices(batch: "pa.RecordBatch", text: str | None, block_bytes: int) -> "Iterator[pa.RecordBatch]":
    """A batch in pieces of about the size of a block."""
    n_pieces = max(1, batch.column(text).nbytes // block_bytes)
    n_rows = -(-batch.num_rows // n_pieces)
    for begin in range(0, batch.num_rows, max(n_rows, 1)):
        yield batch.slice(begin, n_rows)
