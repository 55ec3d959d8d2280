"""Results as JSON Lines, the exchange form: written, and read back."""

from pathlib import Path

from pydantic import ValidationError

from sepakat.errors import DataError
from sepakat.records import Result, to_json_lines


def to_bytes(result: Result) -> bytes:
    """One result as one line, UTF-8 on every system, with a plain line feed."""
    return "".join(to_json_lines([result])).encode("utf-8")


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
