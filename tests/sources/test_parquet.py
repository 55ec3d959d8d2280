from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archives import articles, check_restarts, found_with, read_all, searching
from sepakat.errors import Failed
from sepakat.sources import parquet, rows
from sepakat.sources.columns import Columns

TEXTS = [f"Isi {i}\n\n\u201cpetik\u201d {'kerja sama ' * (i % 29)}" for i in range(1000)]


def write(path, columns, **how):
    pq.write_table(pa.table(columns), path, **how)
    return str(path)


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.dictionary(pa.int32(), pa.string())]
)
def test_text_of_any_type(tmp_path, kind):
    texts = ["Isi satu", None, "", "Isi \u201cdua\u201d", "Isi satu"]
    values = [text.encode() if text is not None and kind == pa.binary() else text for text in texts]
    path = write(
        tmp_path / "a.parquet",
        {
            "id": [1, 2, 3, 4, 5],
            "text": pa.array(values, pa.string() if pa.types.is_dictionary(kind) else kind).cast(kind),
        },
    )
    records = read_all(parquet.blocks(path, columns=Columns()))
    assert [record.data.decode() for record in records] == [text or "" for text in texts]
    assert [record.source for record in records] == [f"{path}#{i}" for i in range(1, 6)]
    [block] = parquet.blocks(path, columns=Columns())
    assert block.where(searching(b"satu")) == [0, 4]


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        (pa.array([date(2024, 3, 12)]), date(2024, 3, 12)),
        (pa.array([datetime(2024, 3, 12, 23, 5)], pa.timestamp("ns")), date(2024, 3, 12)),
        (pa.array([datetime(2024, 3, 12, 1, 5)], pa.timestamp("us", tz="Asia/Jakarta")), date(2024, 3, 12)),
        (pa.array(["12 Maret 2024"]), date(2024, 3, 12)),
        (pa.array([None], pa.date32()), None),
    ],
)
def test_dates_of_any_type(tmp_path, dates, published):
    path = write(tmp_path / "a.parquet", {"published": dates, "content": ["Isi"], "_id": [7.0]})
    [article] = articles(path)
    assert (article.published, article.source) == (published, f"{path}#7")


def test_only_the_columns_that_are_needed_are_read(tmp_path, monkeypatch):
    path = write(tmp_path / "a.parquet", {"text": ["Isi"], "besar": ["x" * 1000], "title": ["Judul"]})
    seen = []
    whole = pq.ParquetFile.iter_batches
    monkeypatch.setattr(
        pq.ParquetFile, "iter_batches", lambda self, **how: seen.append(how["columns"]) or whole(self, **how)
    )
    assert [article.title for article in articles(path)] == ["Judul"]
    assert seen == [["text", "title"]]


@pytest.mark.parametrize("block_bytes", [100, 20_000, 1 << 22])
@pytest.mark.parametrize("group", [1, 70, 1000])
def test_blocks_of_any_size_hold_the_same_records(tmp_path, block_bytes, group):
    path = write(tmp_path / "a.parquet", {"text": TEXTS[:200]}, row_group_size=group)
    blocks = list(parquet.blocks(path, columns=Columns(), block_bytes=block_bytes))
    assert [record.data.decode() for record in read_all(blocks)] == TEXTS[:200]
    assert [record.source for record in read_all(blocks)] == [f"{path}#{i + 1}" for i in range(200)]
    assert sum(block.n_bytes for block in blocks) == len("".join(TEXTS[:200]).encode())
    assert blocks[-1].consumed == (tmp_path / "a.parquet").stat().st_size


def test_restarts(tmp_path):
    path = write(tmp_path / "a.parquet", {"text": TEXTS}, row_group_size=130)
    check_restarts(lambda **at: parquet.blocks(path, columns=Columns(), block_bytes=3000, **at))


@pytest.mark.parametrize("compression", ["none", "zstd", "snappy"])
def test_a_damaged_row_group_costs_only_its_rows(tmp_path, compression):
    path = tmp_path / "a.parquet"
    write(
        path,
        {"text": TEXTS, "id": list(range(1000))},
        row_group_size=100,
        compression=compression,
        write_page_checksum=True,
    )
    places = pq.ParquetFile(path).metadata.row_group(4).column(0)
    begin = places.dictionary_page_offset or places.data_page_offset
    data = bytearray(path.read_bytes())
    data[begin : begin + 40] = b"\xff" * 40
    path.write_bytes(bytes(data))
    found = read_all(parquet.blocks(str(path), columns=Columns()))
    failed = [one for one in found if isinstance(one, Failed)]
    assert [one.source for one in failed] == [f"{path}#401-500"]
    assert "row group 5 is damaged, 100 rows are lost" in failed[0].error
    kept = [one for one in found if not isinstance(one, Failed)]
    assert [one.source for one in kept] == [f"{path}#{i}" for i in range(1000) if not 400 <= i < 500]
    assert [one.data.decode() for one in kept] == TEXTS[:400] + TEXTS[500:]
    check_restarts(lambda **at: parquet.blocks(str(path), columns=Columns(), block_bytes=9000, **at))


_CELL = st.sampled_from(["", None, "ab", "bpjs", "xbpjsx", "bp", "js", "bpjs bpjs"])


@settings(max_examples=200)
@given(st.lists(_CELL, min_size=1, max_size=12), st.booleans(), st.integers(0, 5))
def test_where_agrees_with_a_search_cell_by_cell(cells, inside, cut):
    ends = searching(b"bpjs")
    search = (lambda data: [end - 4 for end in ends(data)]) if inside else ends
    batch = pa.record_batch({"text": pa.array(cells, pa.string())}).slice(cut)
    block = rows.make_block("x", batch, Columns(text="text"), position=0, first=0, consumed=0)
    assert block.where(search) == found_with(block, ends)
    assert block.n_bytes == sum(len(cell or "") for cell in cells[cut:])


def test_files_that_cannot_be_read(tmp_path):
    path = tmp_path / "a.parquet"
    whole = write(path, {"nomor": [1]})
    [failed] = articles(whole)
    assert "--text-column" in failed.error
    write(path, {"text": ["Isi"] * 50})
    path.write_bytes(path.read_bytes()[:-20])
    [failed] = articles(path)
    assert "no Parquet file, or is cut short" in failed.error
    path.write_bytes(b"")
    [failed] = articles(path)
    assert "no Parquet file" in failed.error
    write(path, {"text": pa.array([], pa.string())})
    assert articles(path) == []
