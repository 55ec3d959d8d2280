"""Shards: the numbered files of an archive's results, as JSON Lines, compressed JSON Lines, or Parquet.

A Parquet shard has a row for each result: `article_id`, `source`, `url`, `outlet`, `title`, `published` (ISO dates
as text), `n_agreements`, and `result`, the whole result as JSON.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import orjson

from sepakat.atomic import replacing
from sepakat.errors import MissingExtraError

if TYPE_CHECKING:
    from pyarrow import Table

Form = Literal["jsonl", "jsonl.zst", "parquet"]
_KEYS: Final = ("source", "url", "outlet", "title", "published")


def shard_name(number: int, form: Form) -> str:
    """Its file's name: `part-00042.jsonl`."""
    return f"part-{number:05}.{form}"


def check_form(form: Form) -> None:
    """See that a form can be written.

    Raises:
        MissingExtraError: If Parquet is asked for and PyArrow is not installed.
    """
    if form == "parquet" and find_spec("pyarrow") is None:
        raise MissingExtraError("Parquet needs PyArrow: python -m pip install 'sepakat[archive]', or --to jsonl")


def write_shard(path: Path, lines: Sequence[bytes], form: Form) -> None:
    """Write the results of a shard, whole or not at all.

    Args:
        path: The file.
        lines: One result each, as `sinks.jsonl.to_bytes` writes it.
        form: Which form.

    Raises:
        OutputError: If it cannot be written.
    """
    with replacing(path, durable=True) as file:
        if form == "parquet":
            import pyarrow.parquet

            pyarrow.parquet.write_table(_table(lines), file, compression="zstd")
        elif form == "jsonl.zst":
            import zstandard

            file.write(zstandard.ZstdCompressor(level=3).compress(b"".join(lines)))
        else:
            file.writelines(lines)


def _table(lines: Sequence[bytes]) -> "Table":
    import pyarrow

    results = [orjson.loads(line) for line in lines]
    text = pyarrow.string()
    columns = {"article_id": pyarrow.array([r["article"]["id"] for r in results], text)}
    for key in _KEYS:
        columns[key] = pyarrow.array([r["article"][key] for r in results], text)
    columns["n_agreements"] = pyarrow.array([len(r["agreements"]) for r in results], pyarrow.int32())
    columns["result"] = pyarrow.array([line.decode().removesuffix("\n") for line in lines], text)
    return pyarrow.table(columns)


def read_shard(path: Path, form: Form) -> list[bytes]:
    """The lines of a shard, each with its line feed."""
    if form == "parquet":
        import pyarrow.parquet

        column = pyarrow.parquet.read_table(path, columns=["result"])["result"]
        return [f"{value}\n".encode() for value in column.to_pylist()]
    data = path.read_bytes()
    if form == "jsonl.zst":
        import zstandard

        data = zstandard.ZstdDecompressor().decompress(data)
    return data.splitlines(keepends=True)
