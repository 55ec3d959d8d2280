"""JSON Lines: one JSON object a line, cut into blocks that nobody parses before something is found in them.

A block is searched as a whole; the line around a match is found by the places of the line feeds. Only such a line
is parsed. Lines of white space are no records.
"""

import codecs
import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, BinaryIO, Final

import orjson

from sepakat.errors import Failed, SourceError
from sepakat.sources.columns import PARTS, Columns, as_field, at_key, key_names, make_article
from sepakat.sources.opening import Stream, as_text, open_stream
from sepakat.sources.record import Blocks, Record, Search
from sepakat.sources.text_file import MAX_BYTES
from sepakat.text.article import Article

BLOCK_BYTES: Final = 256 * 1024
"""About how many bytes a block has: so few that a core's cache holds them while they are read and searched."""

MAX_LINE_BYTES: Final = 6 * MAX_BYTES
"""Size limit of a line: that of an article in which every character is escaped."""


@dataclass(frozen=True, slots=True)
class JsonBlock:
    """Neighbouring lines (see `record.Block`)."""

    source: str
    columns: Columns
    position: int
    first: int
    n_bytes: int
    consumed: int
    data: bytearray = field(repr=False)
    """The lines as they stand in the file, blank ones too."""
    starts: list[int] = field(repr=False)
    """Where in `data` each record begins."""
    ends: list[int] = field(repr=False)
    """Where each record ends: at its line feed."""

    @property
    def n_records(self) -> int:
        """How many lines are no blank ones."""
        return len(self.ends)

    def where(self, search: Search) -> list[int]:
        """Indexes of the lines in which `search` finds something."""
        starts, ends = self.starts, self.ends
        indexes: list[int] = []
        index, end = 0, -1
        for offset in search(self.data):
            if offset <= end:
                continue
            index = bisect_left(ends, offset, index)
            if index == len(ends):
                break
            if starts[index] <= offset:
                indexes.append(index)
                end = ends[index]
        return indexes

    def record(self, index: int) -> Record:
        """One line; its key is the object's id, else its number."""
        line = bytes(self.data[self.starts[index] : self.ends[index]])
        return Record(f"{self.source}#{self._key(line) or self.first + index + 1}", "json", line)

    def _key(self, line: bytes) -> str:
        """The object's id; empty where there is none, or no object."""
        try:
            value = parse(line)
            return as_field(at_key(value, choose(value, self.columns, "").id))
        except SourceError:
            return ""


def blocks(
    path: str,
    *,
    columns: Columns,
    start: int = 0,
    first: int = 0,
    stdin: BinaryIO | None = None,
    block_bytes: int = BLOCK_BYTES,
) -> Blocks:
    """Read a file of JSON Lines.

    Args:
        path: The file (see `opening.open_stream`).
        columns: The keys that its user named.
        start: The `position` of the block at which reading begins again, in bytes of the content.
        first: How many records stand before it.
        stdin: Where `-` is read from.
        block_bytes: About how many bytes a block has; a longer line makes a block of its own.

    Raises:
        SourceError: If the file cannot be opened, or not further than the blocks given so far.
    """
    with open_stream(path, stdin=stdin) as stream:
        yield from blocks_of(stream, as_text(path), columns, start=start, first=first, block_bytes=block_bytes)


def blocks_of(stream: Stream, source: str, columns: Columns, *, start: int, first: int, block_bytes: int) -> Blocks:
    """Read lines from a stream (see `blocks`)."""
    stream.skip(start)
    for block in _cut(stream, source, columns, start, first, block_bytes):
        if isinstance(block, Failed) or block.n_records:
            yield block


def _cut(
    stream: Stream, source: str, columns: Columns, position: int, first: int, block_bytes: int
) -> Iterator[JsonBlock | Failed]:
    """Cut a stream after line feeds; the cuts depend on `position` alone."""
    rest = b""
    trouble: SourceError | None = None
    while trouble is None:
        data, ended, trouble = _fill(stream, rest, block_bytes)
        cut = data.rfind(b"\n") + 1
        while not cut and not ended and len(data) <= MAX_LINE_BYTES:
            n_before = len(data)
            more, ended, trouble = _fill(stream, b"", block_bytes)
            data += more
            cut = data.find(b"\n", n_before) + 1
        if not cut and not ended:
            n_bytes, rest, trouble = _drop_line(stream, len(data))
            error = f"line of {n_bytes:,} bytes: JSON Lines have one article a line, this may be another kind of file"
            yield Failed(f"{source}#{first + 1}", "read", error)
            position, first = position + n_bytes, first + 1
            continue
        if ended:
            cut = len(data) if trouble is None else data.rfind(b"\n") + 1
        rest = bytes(data[cut:])
        del data[cut:]
        if not data:
            break
        block = _block(data, source, columns, position, first, stream.raw.consumed)
        yield block
        position, first = position + len(data), first + block.n_records
    if trouble is not None:
        raise trouble


def _fill(stream: Stream, rest: bytes, size: int) -> tuple[bytearray, bool, SourceError | None]:
    """What is left of the last block, read on to `size` bytes; whether the file ends there, and damage met."""
    data = bytearray(max(size, len(rest)))  # never resized here: an error may hold on to a view of it
    filled = len(rest)
    data[:filled] = rest
    try:
        filled += stream.readinto(memoryview(data)[filled:])
        ended = filled < len(data) and not stream.read(1)  # in a damaged file this raises
    except SourceError as error:
        return data[:filled], True, error
    return (data if filled == len(data) else data[:filled]), ended, None


def _drop_line(stream: Stream, n_bytes: int) -> tuple[int, bytes, SourceError | None]:
    """Read to the end of a line that is far too long: its bytes, what follows it, and damage met."""
    while True:
        try:
            data = stream.read(BLOCK_BYTES)
        except SourceError as error:
            return n_bytes, b"", error
        end = data.find(b"\n") + 1
        if end or not data:
            return n_bytes + end, data[end:], None
        n_bytes += len(data)


def _block(data: bytearray, source: str, columns: Columns, position: int, first: int, consumed: int) -> JsonBlock:
    """A block of whole lines; to look for each line feed is far faster than to look at each byte."""
    start = 0
    if position == 0:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise SourceError(f"{source} is UTF-16: convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)")
        start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    starts: list[int] = []
    ends: list[int] = []
    find = data.find
    while start < len(data):
        end = find(b"\n", start)
        end = len(data) if end < 0 else end
        if end > start and (data[start] > 0x20 or not data[start:end].isspace()):
            starts.append(start)
            ends.append(end)
        start = end + 1
    return JsonBlock(source, columns, position, first, len(data), consumed, data, starts, ends)


def parse(line: bytes, source: str = "-") -> dict[str, Any]:
    """Read a line.

    Raises:
        SourceError: If it is no JSON object.
    """
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        try:  # the standard library also takes NaN and halves of surrogate pairs
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise SourceError(f"{source} is no JSON ({error}): mend this line, or leave it out") from None
    if not isinstance(value, dict):
        kind = type(value).__name__
        raise SourceError(f"{source} is JSON, but no object (it is a {kind}): each line is one article, {{…}}")
    return value


def names_of(value: dict[str, Any]) -> list[str]:
    """The keys of an object, also of objects inside it, at which something stands."""
    return [name for name in key_names(value) if not isinstance(at_key(value, name), dict | None)]


def choose(value: dict[str, Any], columns: Columns, source: str) -> Columns:
    """The keys of an object that are the parts of an article (see `Columns.choose`)."""
    names = tuple(names_of(value))
    try:
        return _choose(columns, names)
    except SourceError:
        return columns.choose(names, source=source, sparse=True)


@lru_cache(maxsize=256)
def _choose(columns: Columns, names: tuple[str, ...]) -> Columns:
    """Most objects of a file have the same keys."""
    return columns.choose(names, source="", sparse=True)


def article(record: Record, columns: Columns) -> Article:
    """Make the article of a line.

    Raises:
        SourceError: If it is no JSON object, or has no text.
    """
    source = record.source
    value = parse(record.data, source)
    chosen = choose(value, columns, source)
    text = at_key(value, chosen.text)
    if not isinstance(text, str):
        raise SourceError(f"{source} has no text in {chosen.text!r} but a {type(text).__name__}: see --text-column")
    if not text.strip():
        raise SourceError(f"{source} is empty: there is no text in {chosen.text!r}")
    if len(text) > MAX_BYTES:
        raise SourceError(f"{source} has more than {MAX_BYTES:,} characters: split it, one article a record")
    # half of a surrogate pair is no character, and no output file could hold it
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return make_article(text, source, {part: as_field(at_key(value, getattr(chosen, part))) for part in PARTS})
