"""Files that are written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sepakat.errors import SepakatError


class OutputError(SepakatError):
    """An output file cannot be written."""


@contextmanager
def replacing(path: Path, *, durable: bool = False) -> Iterator[BinaryIO]:
    """Write to a temporary file beside `path` that takes its place when the block ends without an exception.

    A device or pipe (`/dev/null`) is written to directly. A link stays a link: its target is replaced.

    Args:
        path: The file to write; its folder exists.
        durable: Whether it has to outlast a power failure that comes right after.

    Yields:
        The file to write bytes to.

    Raises:
        OutputError: If it cannot be written; an older file at `path` is then still as it was.
    """
    target = path.resolve()
    try:
        if target.is_dir():
            raise OutputError(f"{path}: is a folder; name a file in it")
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
            return
        temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with temporary.open("xb") as file:
                yield file
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o777)
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    except FileNotFoundError as error:
        raise OutputError(f"{path}: its folder does not exist; create it with: mkdir -p {path.parent}") from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise OutputError(f"{path}: the disk is full; make room, and give the same command again") from error
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name a file that you may write") from error
