"""All formats of archives, in one place: which reader a path needs, and how a record becomes an article.

A reader, and the packages that it needs, is imported when its format is met.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final, Literal

from sepakat.errors import Failed, SourceError
from sepakat.sources.columns import Columns, make_article
from sepakat.sources.opening import STANDARD_INPUT, as_text, stem_suffix
from sepakat.sources.record import Blocks, Record
from sepakat.sources.text_file import MAX_BYTES, decode
from sepakat.text.article import Article

Name = Literal["text", "html", "jsonl", "json", "csv", "tsv", "parquet", "warc"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of archives.

    Attributes:
        name: As `--from` names it.
        suffixes: Of the files that have it, in lower case, without those of a compression.
        read: Its reader; it raises `SourceError` where `blocks` gives a `Failed`.
    """

    name: Name
    suffixes: tuple[str, ...]
    read: Callable[[str, Columns, int, int, BinaryIO | None], Blocks]

    def blocks(
        self, path: str, *, columns: Columns, start: int = 0, first: int = 0, stdin: BinaryIO | None = None
    ) -> Blocks:
        """Read a file.

        Args:
            path: A local path, a URL, or `-`.
            columns: The columns that the user named.
            start: The `position` of the block at which reading begins again.
            first: The `first` of that block.
            stdin: Where `-` is read from.

        Yields:
            Blocks in the order of the file, the same ones wherever reading began; a `Failed` for what cannot be
            read, the last one perhaps for all of the file that follows.

        Raises:
            MissingExtraError: If a package is not installed that this format, compression or URL needs.
        """
        try:
            yield from self.read(path, columns, start, first, stdin)
        except SourceError as error:
            yield Failed(as_text(path), "read", short(error, as_text(path)))


def _text(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import single_file

    return single_file.blocks(path, form="text", columns=columns, start=start, first=first, stdin=stdin)


def _html(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import single_file

    return single_file.blocks(path, form="html", columns=columns, start=start, first=first, stdin=stdin)


def _json_lines(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import json_lines

    return json_lines.blocks(path, columns=columns, start=start, first=first, stdin=stdin)


def _json(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import json_file

    return json_file.blocks(path, columns=columns, start=start, first=first, stdin=stdin)


def _csv(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import csv_table

    return csv_table.blocks(path, columns=columns, start=start, first=first, stdin=stdin)


def _tsv(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import csv_table

    return csv_table.blocks(path, columns=columns, start=start, first=first, stdin=stdin, delimiter="\t")


def _parquet(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import parquet

    return parquet.blocks(path, columns=columns, start=start, first=first, stdin=stdin)


def _warc(path: str, columns: Columns, start: int, first: int, stdin: BinaryIO | None) -> Blocks:
    from sepakat.sources import warc

    return warc.blocks(path, columns=columns, start=start, first=first, stdin=stdin)


TEXT: Final = Format("text", (".txt",), _text)

FORMATS: Final = (
    TEXT,
    Format("html", (".html", ".htm", ".xhtml"), _html),
    Format("jsonl", (".jsonl", ".ndjson", ".jsonlines"), _json_lines),
    Format("json", (".json",), _json),
    Format("csv", (".csv",), _csv),
    Format("tsv", (".tsv", ".tab"), _tsv),
    Format("parquet", (".parquet", ".pq"), _parquet),
    Format("warc", (".warc", ".wet"), _warc),
)
"""All formats; files with these suffixes, also compressed, are the articles of a folder."""


def format_of(path: str, name: Name | None = None) -> Format:
    """The format of a file: by its name, or as the user says.

    Args:
        path: A path or URL; `-`, and a suffix that is not known, are plain text.
        name: The format that the user named for it (`--from`).
    """
    if name is not None:
        return next(format for format in FORMATS if format.name == name)
    if path == STANDARD_INPUT:
        return TEXT
    suffix = stem_suffix(path)
    return next((format for format in FORMATS if suffix in format.suffixes), TEXT)


def is_archive(path: str) -> bool:
    """Whether a file of this name, met in a folder, is read."""
    return any(stem_suffix(path) in format.suffixes for format in FORMATS)


def article(record: Record, columns: Columns) -> Article:
    """Make the article of a record.

    Args:
        record: What a block gave.
        columns: The columns that the user named.

    Raises:
        SourceError: If there is no article in it; the message begins with `record.source`.
        MissingExtraError: If it is a page and trafilatura is not installed.
    """
    if record.form == "json":
        from sepakat.sources import json_lines

        return json_lines.article(record, columns)
    if record.form == "html":
        from sepakat.sources import html_page

        return html_page.article(record)
    text = _cell(record) if record.form == "row" else decode(record.data, source=record.source)
    return make_article(text, record.source, record.fields)


def _cell(record: Record) -> str:
    """The text of a row, exactly; one that is not UTF-8 is decoded as a file of its own would be."""
    if len(record.data) <= MAX_BYTES and record.data.strip():
        try:
            return record.data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return decode(record.data, source=record.source)


def short(error: Exception, *sources: str) -> str:
    """What an error says, without the source that its message begins with."""
    message = str(error)
    for source in sources:
        message = message.removeprefix(source)
    return message.strip(" :")


def blocks_of(path: str, *, columns: Columns, start: int = 0, first: int = 0, stdin: BinaryIO | None = None) -> Blocks:
    """Read a file in the format of its name (see `Format.blocks`)."""
    return format_of(path).blocks(path, columns=columns, start=start, first=first, stdin=stdin)


article_of = article
is_known = is_archive
