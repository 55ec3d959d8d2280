"""From an Arrow batch to an Arrow batch: the records of the serial run, a row for each row."""

import json
import os
import pickle
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest

from jobs import text
from sepakat.errors import SourceError
from sepakat.run.archive import Options, run_archive
from sepakat.run.arrow_batch import SCHEMA, SPARK_SCHEMA, TableExtractor, extract_batch, map_batches
from sepakat.run.reading import NOT_INDONESIAN
from sepakat.run.settings import Settings
from sepakat.sources.columns import Columns

ENGLISH = "The MoU with BPJS was signed by the regent on Tuesday. He said that the workers of the town are happy. " * 3


def table(n_rows: int, **columns: Any) -> Any:
    rows = range(n_rows)
    return pa.table({"id": [f"n{i}" for i in rows], "isi": [text(i) for i in rows], **columns})


def batch(**columns: Any) -> Any:
    return pa.RecordBatch.from_pydict(columns)


def test_results_are_the_lines_of_the_serial_run(tmp_path: Path) -> None:
    """Texts, dates, a null and what fails: with the source that the file gives, not a character is different."""
    archive = tmp_path / "a.parquet"
    rows = table(
        12,
        tanggal=[datetime(2025, 6, 5 + i) for i in range(12)],
        url=[f"https://kabarcontoh.id/{i}" for i in range(12)],
        judul=[None, *(f"Berita {i}" for i in range(1, 12))],
    )
    broken = [None, ENGLISH, "", *rows["isi"].to_pylist()[3:]]
    rows = rows.set_column(1, "isi", pa.array(broken))
    pa.parquet.write_table(rows, archive)
    run_archive([str(archive)], tmp_path / "out", Options(syndication="off", triage=False))
    sources = [f"{archive}#n{i}" for i in range(12)]
    with_source = rows.append_column("from", pa.array(sources))
    [made] = map_batches(Settings(), triage=False, source_column="from")(with_source.to_batches())
    lines = (tmp_path / "out" / "part-00000.jsonl").read_text(encoding="utf-8").splitlines()
    assert [line for line in made["result"].to_pylist() if line] == lines
    failed = [json.loads(line) for line in (tmp_path / "out" / "failed.jsonl").read_bytes().splitlines()]
    assert [
        {key: row[key] for key in ("source", "stage", "error")}
        for row in made.to_pylist()
        if row["outcome"] == "failed"
    ] == failed
    assert made["source"].to_pylist() == sources


def test_a_row_for_each_row() -> None:
    texts = [text(0), text(1), ENGLISH, "", text(3)]
    made = extract_batch(batch(id=["a", "b", "c", "d", "e"], text=texts), Settings())
    assert made.schema == SCHEMA
    assert made["source"].to_pylist() == ["a", "b", "c", "d", "e"]
    assert made["outcome"].to_pylist() == ["result", "skipped", "failed", "skipped", "result"]
    assert made["n_agreements"].to_pylist() == [1, 0, 0, 0, 1]
    assert made["stage"].to_pylist() == [None, None, "read", None, None]
    assert made["error"].to_pylist() == [None, None, NOT_INDONESIAN, None, None]
    result = json.loads(made["result"][0].as_py())
    assert made["article_id"][0].as_py() == result["article"]["id"]
    assert made["article_id"].null_count == made["result"].null_count == 3


def test_without_triage_everything_is_extracted() -> None:
    made = extract_batch(batch(text=[text(0), text(1)]), Settings(), triage=False)
    assert made["outcome"].to_pylist() == ["result", "result"]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"id": [7, None], "url": ["u", "v"]}, ["7", "v"]),
        ({"url": ["u", None]}, ["u", "-"]),
        ({}, ["-", "-"]),
        ({"key": ["k", "l"], "id": ["a", "b"]}, ["k", "l"]),
    ],
)
def test_source(columns: dict[str, list[Any]], expected: list[str]) -> None:
    made = extract_batch(
        batch(text=[text(0), text(1)], **columns), Settings(), source_column="key" if "key" in columns else None
    )
    assert made["source"].to_pylist() == expected
    assert json.loads(made["result"][0].as_py())["article"]["source"] == expected[0]


def test_settings_reach_the_articles() -> None:
    settings = Settings(columns=Columns(text="b", outlet="c"), published=date(2025, 6, 5))
    made = extract_batch(batch(a=[text(1)], b=[text(0)], c=["kabarcontoh.id"]), settings)
    article = json.loads(made["result"][0].as_py())["article"]
    assert (article["outlet"], article["published"]) == ("kabarcontoh.id", "2025-06-05")


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "binary", "large_binary"])
def test_every_kind_of_text(kind: str) -> None:
    column = pa.array([text(1), text(0)]).cast(getattr(pa, kind)())
    made = extract_batch(pa.RecordBatch.from_arrays([column], ["text"]).slice(1), Settings())
    assert made["outcome"].to_pylist() == ["result"]


def test_no_rows() -> None:
    made = extract_batch(batch(text=pa.array([], pa.string())), Settings())
    assert (made.num_rows, made.schema) == (0, SCHEMA)


def test_no_text_column() -> None:
    with pytest.raises(SourceError, match="the table has no column that looks like an article's text; it has 'x'"):
        extract_batch(batch(x=[1]), Settings())


class TestMapInArrow:
    """Spark hands an iterator of batches to a function that it has pickled."""

    def test_it_pickles_and_maps(self) -> None:
        function = pickle.loads(pickle.dumps(map_batches(Settings())))
        made = list(function(iter(table(7).to_batches(max_chunksize=3))))
        assert [part.num_rows for part in made] == [3, 3, 1]
        assert [outcome for part in made for outcome in part["outcome"].to_pylist()] == [
            "skipped" if i % 3 else "result" for i in range(7)
        ]

    def test_batches_are_read_as_they_are_needed(self) -> None:
        def batches() -> Iterator[Any]:
            yield table(1).to_batches()[0]
            raise AssertionError("read too early")

        assert next(map_batches(Settings())(batches())).num_rows == 1

    def test_sparks_schema_is_the_same(self) -> None:
        kinds = {"string": "string", "int32": "int"}
        assert ", ".join(f"{field.name} {kinds[str(field.type)]}" for field in SCHEMA) == SPARK_SCHEMA


if find_spec("pyspark") and shutil.which("java"):  # some hundreds of MB, which the tests do not install

    def test_spark_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from pyspark.sql import SparkSession

        pa.parquet.write_table(table(12), tmp_path / "a.parquet")
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
        monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
        spark = builder.getOrCreate()
        try:
            rows = spark.read.parquet(str(tmp_path / "a.parquet"))
            rows.mapInArrow(map_batches(Settings()), SPARK_SCHEMA).write.parquet(str(tmp_path / "out"))
        finally:
            spark.stop()
        made = pa.parquet.read_table(tmp_path / "out")
        assert made.select(SCHEMA.names).to_pylist() == TableExtractor(Settings())(table(12)).to_pylist()


def test_table_of_several_chunks() -> None:
    whole = table(6)
    chunked = pa.concat_tables([whole.slice(0, 2), whole.slice(2)])
    assert (
        TableExtractor(Settings())(chunked).to_pylist()
        == extract_batch(whole.combine_chunks().to_batches()[0], Settings()).to_pylist()
    )
