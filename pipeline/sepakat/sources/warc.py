"""WARC, the archive form of web crawls, read by FastWARC: HTML pages of responses, and text (WET, resources).

A compressed WARC has each record compressed alone, so reading can begin at any of them and goes on behind a damaged
one. Where the file was compressed as a whole instead, it is decompressed here first. The date of a record is the
day of the crawl, not of publication: it is not used.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, BinaryIO, Final

from sepakat.errors import Failed, MissingExtraError, SourceError
from sepakat.sources.columns import Columns
from sepakat.sources.opening import STANDARD_INPUT, Raw, Stream, as_text, compression_of, open_raw, open_stream
from sepakat.sources.record import BLOCK_BYTES, Blocks, Form, Record, Search
from sepakat.sources.text_file import MAX_BYTES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML: Final = ("text/html", "application/xhtml+xml")
_MARKS: Final = {None: b"WARC/1.", "gzip": b"\x1f\x8b\x08", "zstd": b"\x28\xb5\x2f\xfd"}
"""What a record begins with, as it is stored."""


@dataclass(frozen=True, slots=True)
class WarcBlock:
    """Neighbouring pages (see `record.Block`); other records than pages are left out."""

    position: int
    first: int
    n_bytes: int
    consumed: int
    pages: list[Record] = field(repr=False)

    @property
    def n_records(self) -> int:
        """How many pages it holds."""
        return len(self.pages)

    def where(self, search: Search) -> list[int]:
        """Indexes of the pages in which `search` finds something."""
        ends = list(accumulate((len(page.data) + 1 for page in self.pages), initial=-1))[1:]
        joined = b"\0".join(page.data for page in self.pages)
        return sorted({bisect_left(ends, offset) for offset in search(joined)})

    def record(self, index: int) -> Record:
        """One page; its key is its address."""
        return self.pages[index]


class _Feed:
    """A file as FastWARC reads it, from a byte on: it must not see our errors, so they are kept."""

    def __init__(self, inner: Raw | Stream, position: int) -> None:
        self._inner, self._position = inner, position
        self._head = b""
        self.trouble: SourceError | None = None

    def read(self, size: int = BLOCK_BYTES) -> bytes:
        size = size if size >= 0 else BLOCK_BYTES
        try:
            data = self._head or self._inner.read(size)
        except SourceError as error:
            self.trouble, data = error, b""
        data, self._head = data[:size], data[size:]
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def find(self, mark: bytes) -> bool:
        """Go on to the next mark; False if there is none."""
        data = b""
        while more := self.read(BLOCK_BYTES):
            data = data[-len(mark) :] + more
            place = data.find(mark)
            if place >= 0:
                self._head = data[place:] + self._head
                self._position -= len(data) - place
                return True
        return False

    def close(self) -> None:
        self._inner.close()


def blocks(
    path: str,
    *,
    columns: Columns,
    start: int = 0,
    first: int = 0,
    stdin: BinaryIO | None = None,
    block_bytes: int = BLOCK_BYTES,
) -> Blocks:
    """Read a WARC file; a record that is damaged becomes a `Failed`, and the rest is read.

    Args:
        path: The file (see `opening.open_stream`).
        columns: Of no use here; every reader takes them.
        start: The `position` of the block at which reading begins again.
        first: How many pages stand before it.
        stdin: Where `-` is read from.
        block_bytes: About how many bytes of pages a block has.

    Raises:
        SourceError: If the file cannot be opened, or not further than the blocks given so far.
        MissingExtraError: If FastWARC is not installed.
    """
    source = as_text(path)
    pages: list[Record] = []
    position, n_bytes, consumed = start, 0, 0
    trouble: SourceError | None = None
    found = _pages(path, source, start, stdin)
    while True:
        try:
            place, consumed, page = next(found, (0, consumed, None))
        except SourceError as error:
            trouble, page = error, None
        if pages and (page is None or isinstance(page, Failed) or n_bytes >= block_bytes):
            yield WarcBlock(position, first, n_bytes, consumed, pages)
            first, pages, n_bytes = first + len(pages), [], 0
        if trouble:
            raise trouble
        if page is None:
            return
        if isinstance(page, Failed):
            yield page
        else:
            position = position if pages else place
            pages.append(page)
            n_bytes += len(page.data)


def _pages(path: str, source: str, start: int, stdin: BinaryIO | None) -> Iterator[tuple[int, int, Record | Failed]]:
    """Each page, and one failure for each stretch of damage, with where it begins and how much has been read.

    Behind damage reading goes on at the next place that looks like the beginning of a record and is one.
    """
    archive_iterator, types = _fastwarc()
    open_at, mark = _way_to_read(path, stdin)
    position, whole = start, True
    while True:
        feed, raw = open_at(position)
        problem = ""
        try:
            if position > start and not feed.find(mark):
                return
            position = feed.tell()
            for record in archive_iterator(feed, parse_http=False):
                position = record.stream_pos
                page, problem = _page(record, source, types)
                if problem:
                    break
                whole = True
                if page is not None:
                    yield position, raw.consumed, page
        except (OSError, ValueError, EOFError) as error:
            problem = str(error)
        finally:
            feed.close()
        if feed.trouble:
            raise feed.trouble
        if not problem:
            return
        if whole:
            yield position, raw.consumed, Failed(f"{source}#byte {position}", "read", f"damaged here ({problem})")
        if path == STANDARD_INPUT and stdin is not None:
            raise SourceError(f"{source} cannot be read behind the damage: save it as a file first")
        position, whole = position + 1, False


def _fastwarc() -> tuple[Callable[..., Iterator["WarcRecord"]], int]:
    """FastWARC's iterator and the types of records that can hold a page."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        command = "python -m pip install 'sepakat[archive]'"
        raise MissingExtraError(f"WARC files need FastWARC, which is not installed: {command}") from None
    return ArchiveIterator, WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def _way_to_read(path: str, stdin: BinaryIO | None) -> tuple[Callable[[int], tuple[_Feed, Raw]], bytes]:
    """How to begin at a position, and what to look for behind damage: as stored, or decompressed as a whole."""

    def open_stored(position: int) -> tuple[_Feed, Raw]:
        raw = open_raw(path, stdin=stdin)
        raw.seek(position)
        return _Feed(raw, position), raw

    def open_content(position: int) -> tuple[_Feed, Raw]:
        stream = open_stream(path, stdin=stdin)
        stream.skip(position)
        return _Feed(stream, position), stream.raw

    if path == STANDARD_INPUT and stdin is not None:
        return open_content, _MARKS[None]
    raw = open_raw(path)
    compression = compression_of(raw.read(4))
    if compression is None or not raw.seek(0):
        raw.close()
        return open_content, _MARKS[None]
    try:
        archive_iterator, _ = _fastwarc()
        second = [record.stream_pos for record, _ in zip(archive_iterator(_Feed(raw, 0)), "ab", strict=False)][1:]
        alone = not second or (raw.seek(second[0]) and compression_of(raw.read(4)) == compression)
    except (OSError, ValueError, EOFError):
        alone = True
    finally:
        raw.close()
    return (open_stored, _MARKS[compression]) if alone else (open_content, _MARKS[None])


def _page(record: "WarcRecord", source: str, types: int) -> tuple[Record | None, str]:
    """The page of a record, if it is one, and what is wrong with the record, if it is damaged."""
    length = record.content_length
    declared = record.headers.get("Content-Length") or "no length"
    if declared != str(length):
        return None, f"its length is {declared[:40]!r}"
    if not record.record_type & types or length > 2 * MAX_BYTES:
        return None, ""  # a request, a film
    record.freeze()
    if record.content_length < length:
        return None, f"{record.content_length:,} of its {length:,} bytes are there"
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    form, charset = _form(record)
    if form is None:
        return None, ""
    data = record.reader.read(MAX_BYTES + 1)
    key = uri or record.headers.get("WARC-Record-ID") or f"byte {record.stream_pos}"
    fields = {name: value for name, value in (("url", uri), ("charset", charset)) if value}
    return Record(f"{source}#{key}", form, data, fields), ""


def _form(record: "WarcRecord") -> tuple[Form | None, str]:
    """What kind of page it is, and its encoding by the server's account."""
    if record.is_http:
        record.parse_http(auto_decode="all")
        status = record.http_headers.status_code if record.http_headers else None
        if status is not None and not 200 <= status < 300:
            return None, ""  # moved, gone
        kind, charset = record.http_content_type or "", record.http_charset or ""
    else:
        kind, _, rest = (record.headers.get("Content-Type") or "").partition(";")
        charset = rest.partition("charset=")[2].strip(" \"'")
    kind = kind.strip().lower()
    return ("html" if kind in _HTML else "text" if kind == "text/plain" else None), charset
