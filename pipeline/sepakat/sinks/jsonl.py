"""Results as JSON Lines, the exchange form: written so that a file is whole or not there, and read back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from sepakat.errors import DataError, SepakatError
from sepakat.records import Result, to_json_lines


class OutputError(SepakatError):
    """An output file cannot be written."""


def to_bytes(result: Result) -> bytes:
    """One result as one line, UTF-8 on every system, with a plain line feed."""
    return "".join(to_json_lines([result])).encode("utf-8")


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write to a temporary file beside `path` that takes its place when the block ends without an exception.

    A device or pipe (`/dev/null`) is written to directly. A link stays a link: its target is replaced.

    Args:
        path: The file to write; its folder exists.

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
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name a file that you may write") from error


def read_results(path: Path) -> list[Result]:
    """Read a JSON Lines file of results; empty lines are left out.

    Raises:
        DataError: If it cannot be read, or a line is not a result of this version of the contract.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    results = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            results.append(Result.model_validate_json(line))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"])) or "line"
            raise DataError(
                f"{path}, line {number}: not a result: {where}: {first['msg']}; "
                "write the file with: sepakat extract PATH -o FILE"
            ) from error
    return results
