"""Files that a URL names (`s3://`, `https://` …), through fsspec: found, told apart, and opened.

Every store has its own errors: no credentials, no network, a bucket that is not there. They all become one kind here.
"""

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeVar, cast

from typing_extensions import Buffer

from sepakat.errors import MissingExtraError, SourceError

if TYPE_CHECKING:
    from aiohttp import ClientTimeout
    from fsspec import AbstractFileSystem

T = TypeVar("T")

_PACKAGES: Final = {
    "http": "aiohttp",
    "https": "aiohttp",
    "s3": "s3fs",
    "s3a": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
}
"""What fsspec needs besides itself."""
_PIECE_BYTES: Final = 1024 * 1024
_SILENCE_S: Final = 60.0
_NOT_FOUND: Final = 404
_VERSIONS: Final = ("ETag", "mtime", "LastModified", "last_modified", "Last-Modified", "etag", "updated")
"""How stores call the time of the last change of a file, or the mark that changes with it."""


def is_url(path: str) -> bool:
    """Whether fsspec opens it, rather than the file system."""
    return "://" in path


def open_url(url: str, *, from_end: bool = False) -> tuple[BinaryIO, int | None]:
    """Open the file that a URL names.

    Args:
        url: Of a file.
        from_end: Whether its reader jumps about in it; a server that gives whole files only is then of no use.

    Returns:
        The file, whose errors are all kinds of `OSError`, and its size in bytes where the store tells it.

    Raises:
        SourceError: If it cannot be opened.
        MissingExtraError: If a package for this sort of URL is not installed.
    """
    system, path, known = _look_up(url)
    if known.get("type") == "directory":
        raise SourceError(f"{url} is a folder: name the files in it, such as {url.rstrip('/')}/*.jsonl")
    file = _RemoteFile(lambda **options: _tried(url, lambda: system.open(path, "rb", **options)), from_end=from_end)
    return cast(BinaryIO, file), known.get("size")


def files_of(url: str) -> Iterator[str] | None:
    """The files that a URL stands for, in order of their names: all of a folder, at any depth, or those of a pattern.

    Returns:
        None if it stands for itself; it need not exist then.

    Raises:
        SourceError: If the store does not let us look.
        MissingExtraError: If a package for this sort of URL is not installed.
    """
    if _is_web(url) or "::" in url:
        return None  # the web has no folders, and `?` begins a query there
    try:
        system, path, known = _look_up(url)
    except _AbsentError:
        system, path = _system(url)
        if not any(mark in path for mark in "*?["):
            return None
        found = _tried(url, lambda: system.glob(path))
    else:
        if known.get("type") != "directory":
            return None
        found = _tried(url, lambda: system.find(path))
    return (system.unstrip_protocol(name) for name in sorted(found))


def version_of(url: str) -> str:
    """The size of a file and what its store calls its version; "" where it cannot be asked, or does not tell."""
    try:
        _, _, known = _look_up(url)
    except (SourceError, MissingExtraError):
        return ""
    version = next((str(known[key]) for key in _VERSIONS if known.get(key)), "")
    return f"{known.get('size')}:{version}" if version else ""


class _AbsentError(SourceError):
    """Nothing has that name."""


def _look_up(url: str) -> "tuple[AbstractFileSystem, str, dict[str, Any]]":
    """The store, the name there, and what the store knows of it (raises as `open_url`)."""
    system, path = _system(url)
    return system, path, _tried(url, lambda: system.info(path))


def _system(url: str) -> "tuple[AbstractFileSystem, str]":
    import fsspec

    def ask() -> "tuple[AbstractFileSystem, str]":
        options: dict[str, Any] = {"client_kwargs": {"timeout": _patience()}} if _is_web(url) else {}
        return cast("tuple[AbstractFileSystem, str]", fsspec.core.url_to_fs(url, **options))

    return _tried(url, ask)


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _patience() -> "ClientTimeout":
    """A file may take hours, where aiohttp would break off after five minutes; a server may be silent for one."""
    import aiohttp

    return aiohttp.ClientTimeout(total=None, sock_connect=_SILENCE_S, sock_read=_SILENCE_S)


def _tried(url: str, ask: Callable[[], T]) -> T:
    """The store's answer, or our error."""
    try:
        return ask()
    except ImportError as error:
        package = _PACKAGES.get(url.partition("://")[0])
        command = f": python -m pip install {package}" if package else ""
        raise MissingExtraError(f"{url} needs a package that is not installed ({error}){command}") from error
    except FileNotFoundError as error:
        cause = error.__cause__  # fsspec calls a file missing that it could not ask for as well
        if cause is None or isinstance(cause, FileNotFoundError) or getattr(cause, "status", None) == _NOT_FOUND:
            raise _AbsentError(f"{url} does not exist: check the address") from None
        reason = f"{type(cause).__name__}: {cause}"
        raise SourceError(f"{url} cannot be opened ({reason}): check the address and your access to it") from error
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise SourceError(f"{url} cannot be opened ({reason}): check the address and your access to it") from error


class _RemoteFile(io.RawIOBase):
    """A store's file; whatever it raises is an `OSError` here, as readers expect of files.

    A web server need not give parts of a file. fsspec finds out when it asks for the second part; the file is then
    opened once more and read from its start to its end.
    """

    def __init__(self, open_file: Callable[..., BinaryIO], *, from_end: bool) -> None:
        """Open it."""
        super().__init__()
        self._open = open_file
        self._file = open_file()
        self._from_end = from_end

    def _asked(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except OSError:
            raise
        except Exception as error:
            raise OSError(f"{type(error).__name__}: {error}") from error

    def read(self, size: int = -1) -> bytes:
        """Read some bytes, nothing only at the end."""
        try:
            return self._asked(lambda: self._file.read(size))
        except OSError as error:
            if "range requests" not in str(error):
                raise
            if self._from_end:
                raise OSError("the server gives whole files only: download it first") from error
        self._begin_again(self._file.tell())
        return self._asked(lambda: self._file.read(size))

    def _begin_again(self, position: int) -> None:
        """Open the file as one stream, and read up to where we were."""
        self._file.close()
        self._file = self._open(block_size=0)
        while self._file.tell() < position:
            if not self.read(min(position - self._file.tell(), _PIECE_BYTES)):
                break

    def readinto(self, buffer: Buffer) -> int:
        """Read into a buffer what comes at once."""
        view = memoryview(buffer).cast("B")
        part = self.read(len(view))
        view[: len(part)] = part
        return len(part)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte.

        Raises:
            OSError: If the store gives its files only from start to end, as some web servers do.
        """
        return self._asked(lambda: self._file.seek(offset, whence))

    def tell(self) -> int:
        """The place."""
        return self._file.tell()

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Whether it can be read from any byte on."""
        return self._file.seekable()

    def close(self) -> None:
        """Close it."""
        if not self.closed:
            self._file.close()
        super().close()
