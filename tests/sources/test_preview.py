import gzip
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sepakat.sources.columns import Columns
from sepakat.sources.preview import Preview, Shown, preview

ROWS = [{"kode": f"k{i}", "isi": f"Isi  {i}\nbaris " + "dua " * 90, "tanggal": "12/03/2024"} for i in range(9)]


def make(path, kind):
    if kind == "jsonl":
        import json

        path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in ROWS).encode()))
    elif kind == "tsv":
        lines = ["\t".join(row.values()).replace("\n", " ") for row in ROWS]
        path.write_bytes(gzip.compress("\n".join(["kode\tisi\ttanggal", *lines]).encode()))
    else:
        pq.write_table(pa.Table.from_pylist(ROWS), path)


@pytest.mark.parametrize("kind", ["jsonl", "tsv", "parquet"])
def test_what_would_be_read(tmp_path, kind):
    path = tmp_path / f"a.{kind}"
    make(path, kind)
    seen = preview(str(path), columns=Columns(id="kode"))
    assert (seen.source, seen.format, seen.problem) == (str(path), kind, None)
    assert seen.compression == (None if kind == "parquet" else "gzip")
    assert seen.n_bytes == path.stat().st_size
    assert seen.names == ("kode", "isi", "tanggal")
    assert seen.chosen == Columns(text="isi", id="kode", date="tanggal")
    beginning = " ".join(ROWS[1]["isi"].split())[:160]
    assert len(seen.first) == 3
    assert seen.first[1] == Shown(f"{path}#k1", date(2024, 3, 12), None, beginning)


def test_what_cannot_be_read(tmp_path):
    path = tmp_path / "a.csv"
    assert preview(str(path), columns=Columns()).problem == "does not exist: check the path"
    path.write_text("nomor,halaman\n1,2\n")
    seen = preview(str(path), columns=Columns())
    assert seen.names == ("nomor", "halaman")
    assert "--text-column" in seen.problem
    path.write_text("nomor,isi\n1,\n2,Isi\n")
    assert preview(str(path), columns=Columns()).first == (
        Shown(f"{path}#1", problem="is empty: there is nothing to read in it"),
        Shown(f"{path}#2", beginning="Isi"),
    )
    path = tmp_path / "a.jsonl"
    path.write_text("")
    assert preview(str(path), columns=Columns()) == Preview(str(path), "jsonl", n_bytes=0)


def test_a_text_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Judul berita\n\nIsi berita.")
    seen = preview(str(path), columns=Columns())
    assert seen == Preview(
        str(path), "text", None, path.stat().st_size, first=(Shown(str(path), beginning="Judul berita Isi berita."),)
    )
