"""Extraction as a function from an Arrow batch to an Arrow batch: what Ray Data, Spark and their like call.

For tables that lie in a cluster already; the table needs a column of text. Each input row gives one output row, in
order, with the columns of `SCHEMA`:

    source        string  what stands in `article.source`: a column's cell, or else the row's id, its URL, or `-`
    article_id    string  `article.id`; null where no article was read
    outcome       string  `result`; `skipped`: triage found that it cannot hold an agreement; `failed`
    n_agreements  int32   0 without a result
    result        string  the result as JSON, the same characters as the serial run's line; null without a result
    stage         string  where it failed; null if it did not
    error         string  why
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any, Final

from sepakat.errors import Failed, MissingExtraError
from sepakat.ner.reading import load
from sepakat.run.reading import extract_article, read_record
from sepakat.run.settings import Settings
from sepakat.run.triage import Triage
from sepakat.sinks.jsonl import to_bytes
from sepakat.sources.columns import as_field
from sepakat.sources.record import Record
from sepakat.sources.rows import make_block

try:
    import pyarrow as pa
except ImportError:
    raise MissingExtraError("Arrow batches need PyArrow: python -m pip install 'sepakat[archive]'") from None

SCHEMA: Final = pa.schema(
    [
        pa.field("source", pa.string(), nullable=False),
        ("article_id", pa.string()),
        pa.field("outcome", pa.string(), nullable=False),
        pa.field("n_agreements", pa.int32(), nullable=False),
        ("result", pa.string()),
        ("stage", pa.string()),
        ("error", pa.string()),
    ]
)
SPARK_SCHEMA: Final = (
    "source string, article_id string, outcome string, n_agreements int, result string, stage string, error string"
)
"""The same for `DataFrame.mapInArrow`."""

_Row = dict[str, Any]


def extract_batch(
    batch: pa.RecordBatch, settings: Settings, *, triage: bool = True, source_column: str | None = None
) -> pa.RecordBatch:
    """Extract the rows of a batch.

    Args:
        batch: The rows; `settings.columns` says which columns are the parts of an article, or they are guessed.
        settings: How each article is read.
        triage: Whether rows that cannot hold an agreement are left out.
        source_column: The column with `article.source`.

    Returns:
        A row for each row, in order.

    Raises:
        SourceError: If there is no text column, or none of a name that was given.
        ModelError: If a trained reader cannot be loaded.
        MissingExtraError: If a package is missing.
    """
    load(settings.ner)
    if not batch.num_rows:
        return pa.RecordBatch.from_pylist([], SCHEMA)
    names = [name for name in batch.schema.names if name != source_column]
    chosen = settings.columns.choose(names, source="the table")
    block = make_block("-", batch, chosen, position=0, first=0, consumed=0)
    wanted = set(_triage()(block)) if triage else range(block.n_records)
    rows = [
        _extract(replace(block.record(index), source=source), settings) if index in wanted else _row(source, "skipped")
        for index, source in enumerate(_sources(batch, source_column, chosen.id, chosen.url))
    ]
    return pa.RecordBatch.from_pylist(rows, SCHEMA)


def map_batches(
    settings: Settings, *, triage: bool = True, source_column: str | None = None
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function for Spark's `DataFrame.mapInArrow`; it pickles, and loads models once a process.

    Args:
        settings: How each article is read.
        triage: As for `extract_batch`.
        source_column: As for `extract_batch`.
    """
    return partial(_map, settings=settings, triage=triage, source_column=source_column)


class TableExtractor:
    """A callable class for Ray Data's `Dataset.map_batches` with `batch_format="pyarrow"`; an actor keeps it."""

    def __init__(self, settings: Settings, *, triage: bool = True, source_column: str | None = None) -> None:
        """Load the models; arguments as for `extract_batch`."""
        load(settings.ner)
        self._map = map_batches(settings, triage=triage, source_column=source_column)

    def __call__(self, table: pa.Table) -> pa.Table:
        """Extract the rows of a table."""
        return pa.Table.from_batches(self._map(table.to_batches()), SCHEMA)


def _map(
    batches: Iterable[pa.RecordBatch], *, settings: Settings, triage: bool, source_column: str | None
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield extract_batch(batch, settings, triage=triage, source_column=source_column)


def _sources(batch: pa.RecordBatch, *columns: str | None) -> list[str]:
    """What stands in `article.source`: for each row the first cell of these columns that is not empty."""
    cells = [batch.column(name).to_pylist() for name in columns if name is not None]
    rows = zip(*cells, strict=True) if cells else [()] * batch.num_rows
    return [next((text for cell in row if (text := as_field(cell))), "-") for row in rows]


@cache
def _triage() -> Triage:
    """The patterns, compiled once a process."""
    return Triage()


def _extract(record: Record, settings: Settings) -> _Row:
    article = read_record(record, settings)
    if isinstance(article, Failed):
        return _failed(article)
    result = extract_article(article, settings)
    if isinstance(result, Failed):
        return {**_failed(result), "article_id": article.id}
    line = to_bytes(result).decode().removesuffix("\n")
    return _row(record.source, "result", article_id=article.id, n_agreements=len(result.agreements), result=line)


def _failed(failed: Failed) -> _Row:
    error = failed.error.encode("utf-8", "backslashreplace").decode()  # an error may quote half of a character
    return _row(failed.source, "failed", stage=failed.stage, error=error)


def _row(source: str, outcome: str, **more: Any) -> _Row:
    return {"source": source, "outcome": outcome, "n_agreements": 0, **more}
