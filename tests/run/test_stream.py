"""The stream of an archive: from every place behind an item, reading gives just the items that follow."""

import gzip
import json
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from jobs import json_lines, text
from sepakat.errors import Failed
from sepakat.run.journal import Place
from sepakat.run.settings import Settings
from sepakat.run.stream import Stream
from sepakat.run.triage import Triage


def csv(path: Path) -> Path:
    rows = ["id,text"]
    for number in range(0, 60):
        cell = json.dumps(text(number).replace('"', "'").replace("\n", " "), ensure_ascii=False)
        rows.append(f"{number},{cell}" + (",too,many" if number % 7 == 3 else ""))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def parquet(path: Path) -> Path:
    table = pyarrow.table({"id": list(map(str, range(60))), "text": [text(number) for number in range(60)]})
    pyarrow.parquet.write_table(table, path, row_group_size=10, compression="none")
    data = bytearray(path.read_bytes())
    place = data.index(b"PRINGSEWU", len(data) // 2) - 40
    data[place : place + 60] = bytes(60)
    path.write_bytes(data)
    return path


def truncated(path: Path) -> Path:
    whole = gzip.compress(json_lines(path.with_suffix(""), 60).read_bytes())
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return path


@pytest.mark.parametrize("triage", [None, Triage()], ids=["all", "triage"])
def test_every_place_is_a_place_to_go_on(tmp_path: Path, triage: Triage | None) -> None:
    paths = [
        str(json_lines(tmp_path / "a.jsonl", 20)),
        str(csv(tmp_path / "b.csv")),
        str(tmp_path / "missing.txt"),
        str(parquet(tmp_path / "c.parquet")),
        str(truncated(tmp_path / "d.jsonl.gz")),
        str(json_lines(tmp_path / "e.jsonl", 5)),
    ]
    stream = Stream(paths, Settings(), triage, Place())
    items = list(stream)
    failures = [item.what for item in items if isinstance(item.what, Failed)]
    assert len(failures) > 10
    for number, item in enumerate(items):
        rest = Stream(paths, Settings(), triage, item.behind)
        assert [i.what for i in rest] == [i.what for i in items[number + 1 :]]
        assert rest.n_read == stream.n_read
