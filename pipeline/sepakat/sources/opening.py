"""Opening a path, a URL or standard input as one stream of bytes, decompressed where it is gzip or Zstandard.

Compression is told by the first bytes, not by the name. A file may be several gzip members or Zstandard frames in a
row, as parallel compressors and appending writers make them. Where a file is cut short or damaged, everything
that is intact before that place is given first; the next read raises.
"""

import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Final, Literal

from typing_extensions import Buffer

from sepakat.errors import SourceError
from sepakat.sources.remote import is_url, open_url

STANDARD_INPUT: Final = "-"
Compression = Literal["gzip", "zstd"]

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_SKIPPABLE = b"\x2a\x4d\x18"  # after one byte from 0x50 to 0x5f: a frame without content
_SUFFIXES: Final = (".gz", ".zst", ".zstd")
_RAW_BYTES = 256 * 1024
_ZSTD_BYTES = 8 * 1024  # a decompressor gives all that a piece holds at once: small pieces bound the memory
_PIECE_BYTES = 1024 * 1024


def stem_suffix(path: str) -> str:
    """The suffix that tells the format, in lower case, without that of a compression: `a/dump.JSONL.gz` is `.jsonl`."""
    name = path.partition("?")[0].partition("#")[0] if is_url(path) else path
    name = name.replace("\\", "/").rpartition("/")[2].lower()
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    return os.path.splitext(name)[1]


def as_text(path: str) -> str:
    """A path as text that UTF-8 can write, whatever bytes the file's name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


class Raw:
    """The bytes of a file as they are stored, counted.

    Attributes:
        source: What messages call it.
        size: Its size in bytes; None where nobody knows (a pipe).
        consumed: How many bytes have been read; where it was sought, the place.
    """

    def __init__(self, file: BinaryIO, source: str, size: int | None) -> None:
        """Take over an open file."""
        self.source, self.size, self.consumed = source, size, 0
        self._file = file

    def read(self, size: int) -> bytes:
        """Read `size` bytes; fewer only at the end.

        Raises:
            SourceError: If the disk or the network fails.
        """
        parts: list[bytes] = []
        wanted = size
        while wanted > 0:
            try:
                part = self._file.read(wanted)
            except (OSError, ValueError) as error:
                raise SourceError(f"{self.source} cannot be read on ({error}): check the disk or network") from error
            if not part:
                break
            parts.append(part)
            wanted -= len(part)
            self.consumed += len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def readinto(self, view: memoryview) -> int:
        """Read into a buffer what comes at once, nothing only at the end (raises as `read`)."""
        try:
            n_bytes: int | None = self._file.readinto(view)  # type: ignore[attr-defined]
        except (OSError, ValueError) as error:
            raise SourceError(f"{self.source} cannot be read on ({error}): check the disk or network") from error
        self.consumed += n_bytes or 0
        return n_bytes or 0

    def seek(self, position: int) -> bool:
        """Go to a byte, if the file lets us."""
        try:
            self.consumed = self._file.seek(position)
        except (OSError, ValueError, AttributeError):
            return False
        return True

    @property
    def file(self) -> BinaryIO:
        """The file itself, for readers that jump about in it."""
        return self._file

    def close(self) -> None:
        """Close the file, unless it is standard input's."""
        if self.source != STANDARD_INPUT:
            self._file.close()


class Stream(io.RawIOBase):
    """The content of a file, read once from start to end.

    Attributes:
        raw: The file as stored; `raw.size` and `raw.consumed` tell how far reading has come.
        compression: What was undone; None for a plain file.
    """

    def __init__(self, raw: Raw, pieces: Iterator[bytes] | None = None) -> None:
        """Look at the first bytes of `raw` for a compression; or give `pieces`, however they are made of it."""
        super().__init__()
        self.raw = raw
        self.compression: Compression | None = None
        self._left = memoryview(b"")
        self._trouble: SourceError | None = None
        self._pieces = pieces
        if pieces is None:
            head = raw.read(4)
            self.compression = compression_of(head)
            if self.compression:
                self._pieces = _gunzip(raw, head) if self.compression == "gzip" else _unzstd(raw, head)
            else:
                self._left = memoryview(head)

    def read(self, size: int = -1) -> bytes:
        """Read `size` bytes; fewer only at the end or before damage, all with a negative size.

        Raises:
            SourceError: If the file is cut short or damaged here.
        """
        parts: list[bytes | memoryview] = []
        wanted = size if size >= 0 else 1 << 62
        while wanted > 0:
            part = self._part(wanted)
            if not part:
                break
            parts.append(part)
            wanted -= len(part)
        if not parts and self._trouble and size:
            raise self._trouble
        return parts[0] if len(parts) == 1 and isinstance(parts[0], bytes) else b"".join(parts)

    def _part(self, wanted: int) -> bytes | memoryview:
        """The next bytes, at most `wanted`; none at the end and at damage, which is then kept."""
        if not self._left and self._trouble is None:
            try:
                if self._pieces is None:
                    return self.raw.read(min(wanted, 1 << 30) if wanted < 1 << 62 else _PIECE_BYTES)
                self._left = memoryview(next((piece for piece in self._pieces if piece), b""))
            except SourceError as error:
                self._trouble = error
        part, self._left = self._left[:wanted], self._left[wanted:]
        return part

    def readinto(self, buffer: Buffer) -> int:
        """Fill a buffer; less only at the end or before damage (see `read`)."""
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view):
            if self._pieces is None and not self._left and self._trouble is None:
                n_bytes = self._read_plain(view[filled:])
            else:
                part = self._part(len(view) - filled)
                n_bytes = len(part)
                view[filled : filled + n_bytes] = part
            if not n_bytes:
                break
            filled += n_bytes
        if not filled and self._trouble and len(view):
            raise self._trouble
        return filled

    def _read_plain(self, view: memoryview) -> int:
        """Read a plain file without a copy between."""
        try:
            return self.raw.readinto(view)
        except SourceError as error:
            self._trouble = error
            return 0

    def skip(self, n_bytes: int) -> None:
        """Leave out the first bytes of the content; a plain file that can be sought is not read for it."""
        if self._pieces is None and self.raw.seek(n_bytes):
            self._left = memoryview(b"")
            return
        while n_bytes > 0:
            n_bytes -= len(self.read(min(n_bytes, _PIECE_BYTES))) or n_bytes

    def readable(self) -> bool:
        """Yes."""
        return True

    def close(self) -> None:
        """Close the file."""
        if not self.closed:
            self.raw.close()
        super().close()


def open_stream(path: str, *, stdin: BinaryIO | None = None) -> Stream:
    """Open the content of a file, decompressed.

    Args:
        path: A local path, a URL that fsspec knows (`s3://`, `https://` …), or `-`.
        stdin: Where `-` is read from; without it `-` is a file name.

    Raises:
        SourceError: If it cannot be opened.
        MissingExtraError: If a package for this sort of URL is not installed.
    """
    return Stream(open_raw(path, stdin=stdin))


def open_raw(path: str, *, stdin: BinaryIO | None = None, from_end: bool = False) -> Raw:
    """Open a file as it is stored (see `open_stream`); `from_end` as `open_url` has it."""
    source = as_text(path)
    if path == STANDARD_INPUT and stdin is not None:
        return Raw(stdin, source, None)
    if is_url(path):
        remote, size = open_url(path, from_end=from_end)
        return Raw(remote, source, size)
    try:
        file = Path(path).open("rb", buffering=0)  # noqa: SIM115
        status = os.fstat(file.fileno())
    except IsADirectoryError:
        raise SourceError(f"{source} is a folder: name the files in it, such as {source}/*.txt") from None
    except FileNotFoundError:
        raise SourceError(f"{source} does not exist: check the path") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{source} cannot be read ({error}): check the path and its permissions") from error
    return Raw(file, source, status.st_size if S_ISREG(status.st_mode) else None)


def compression_of(head: bytes) -> Compression | None:
    """Which compression begins with these four bytes."""
    if head.startswith(_GZIP):
        return "gzip"
    skippable = len(head) == 4 and 0x50 <= head[0] <= 0x5F and head[1:] == _ZSTD_SKIPPABLE
    return "zstd" if head == _ZSTD or skippable else None


def _gunzip(raw: Raw, head: bytes) -> Iterator[bytes]:
    """The content of all gzip members; zeros that pad the end, as tapes have them, are left out."""
    data = head + raw.read(_RAW_BYTES)
    while data:
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            before = member.copy()
            try:
                piece = member.decompress(data, _PIECE_BYTES)
            except zlib.error as error:
                yield _salvage(before, data)
                raise SourceError(f"{raw.source} is damaged ({error}): fetch it again") from error
            yield piece or b""
            data = member.unconsumed_tail or (b"" if member.eof else raw.read(_RAW_BYTES))
            if not data and not member.eof:
                raise SourceError(f"{raw.source} is cut short, its gzip data end too early: fetch it again")
        data = member.unused_data.lstrip(b"\x00")
        while len(data) < 2 and (more := raw.read(_RAW_BYTES)):
            data = (data + more).lstrip(b"\x00")
        if data and not data.startswith(_GZIP):
            raise SourceError(f"{raw.source} is damaged, what follows its gzip data is not gzip: fetch it again")


def _salvage(member: "zlib._Decompress", data: bytes) -> bytes:
    """What comes before the damage in a piece of gzip data, byte by byte."""
    parts: list[bytes] = []
    try:
        for i in range(len(data)):
            parts.append(member.decompress(data[i : i + 1]))
    except zlib.error:
        pass
    return b"".join(parts)


def _unzstd(raw: Raw, head: bytes) -> Iterator[bytes]:
    """The content of all Zstandard frames, also of those made with a large window."""
    import zstandard

    data = head + raw.read(_ZSTD_BYTES)
    maker = zstandard.ZstdDecompressor(max_window_size=1 << 31)
    while data:
        frame = maker.decompressobj()
        while not frame.eof:
            try:
                yield frame.decompress(data)
            except zstandard.ZstdError as error:
                raise SourceError(f"{raw.source} is damaged ({error}): fetch it again") from error
            data = b"" if frame.eof else raw.read(_ZSTD_BYTES)
            if not data and not frame.eof:
                raise SourceError(f"{raw.source} is cut short, its Zstandard data end too early: fetch it again")
        data = frame.unused_data or raw.read(_ZSTD_BYTES)
