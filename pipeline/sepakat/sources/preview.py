"""What sepakat would read from a file (`--dry-run`): its format, its columns, and how its first records begin."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sepakat.errors import Failed, SourceError
from sepakat.sources.columns import Columns
from sepakat.sources.formats import Format, article, format_of, short
from sepakat.sources.opening import Compression, as_text, open_stream
from sepakat.sources.record import Record

N_SHOWN: Final = 3
_MAX_CHARS: Final = 160


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the first records.

    Attributes:
        source: Its path and key.
        published: Its publication date.
        title: Its headline, if it stands apart from the text.
        beginning: How its text begins, white space made single spaces; empty if there is no article.
        problem: Why there is no article.
    """

    source: str
    published: date | None = None
    title: str | None = None
    beginning: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be read from one file.

    Attributes:
        source: The file.
        format: Its format.
        compression: What is undone first; None for a plain file.
        n_bytes: Its size as stored; None if nobody knows.
        names: The columns that there are; empty for formats without columns.
        chosen: Those that are read; None if that is unclear, or there are none.
        first: The first records.
        problem: Why nothing can be read.
    """

    source: str
    format: str
    compression: Compression | None = None
    n_bytes: int | None = None
    names: tuple[str, ...] = ()
    chosen: Columns | None = None
    first: tuple[Shown, ...] = ()
    problem: str | None = None


def preview(path: str, *, columns: Columns, format: Format | None = None) -> Preview:
    """Look at the beginning of a file.

    Args:
        path: A local path or URL; standard input cannot be looked at without being read.
        columns: The columns that the user named.
        format: Its format, if the user named it.

    Raises:
        MissingExtraError: If a package is not installed that this file needs.
    """
    format = format or format_of(path)
    source = as_text(path)
    names: tuple[str, ...] = ()
    try:
        with open_stream(path) as stream:
            compression, n_bytes = stream.compression, stream.raw.size
    except SourceError as error:
        return Preview(source, format.name, problem=short(error, source))
    try:
        names = _names(path, source, format)
        chosen = columns.choose(names, source=source, sparse=format.name in ("json", "jsonl")) if names else None
    except SourceError as error:
        return Preview(source, format.name, compression, n_bytes, names, problem=short(error, source))
    first = tuple(_show(one, columns) for one in _first(path, columns, format))
    return Preview(source, format.name, compression, n_bytes, names, chosen, first)


def _names(path: str, source: str, format: Format) -> tuple[str, ...]:
    """The columns of a file; those of JSON are the keys of its first object."""
    if format.name in ("csv", "tsv"):
        from sepakat.sources.csv_table import Table

        with open_stream(path) as stream:
            return tuple(Table(stream, source, "\t" if format.name == "tsv" else None).names)
    if format.name == "parquet":
        from sepakat.sources.parquet import open_file

        file, _ = open_file(path, source)
        with file:
            return tuple(file.schema_arrow.names)
    if format.name in ("json", "jsonl"):
        from sepakat.sources.json_lines import names_of, parse

        record = next((one for one in _first(path, Columns(), format) if isinstance(one, Record)), None)
        return tuple(names_of(parse(record.data, record.source))) if record else ()
    return ()


def _first(path: str, columns: Columns, format: Format) -> list[Record | Failed]:
    """The first records and failures."""
    found: list[Record | Failed] = []
    for block in format.blocks(path, columns=columns):
        if isinstance(block, Failed):
            found.append(block)
        else:
            found += [block.record(i) for i in range(min(N_SHOWN, block.n_records))]
        if len(found) >= N_SHOWN:
            break
    return found[:N_SHOWN]


def _show(one: Record | Failed, columns: Columns) -> Shown:
    """How a record begins, or what is wrong with it."""
    if isinstance(one, Failed):
        return Shown(one.source, problem=one.error)
    try:
        read = article(one, columns)
    except SourceError as error:
        return Shown(one.source, problem=short(error, one.source))
    return Shown(one.source, read.published, read.title, " ".join(read.text[: 2 * _MAX_CHARS].split())[:_MAX_CHARS])
