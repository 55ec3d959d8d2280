import csv
import gzip
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archives import articles, check_restarts, found_with, read_all, searching
from sepakat.errors import Failed
from sepakat.sources import csv_table
from sepakat.sources.columns import Columns

ROWS = [[str(i), f'Isi {i}, "petik"\n\nBaris dua; {"kerja sama " * (i % 31)}', "12/03/2024"] for i in range(200)]


def table(rows, **how):
    out = io.StringIO(newline="")
    csv.writer(out, **how).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_encodings_and_line_ends(tmp_path, delimiter, encoding, end):
    text = '\u201cKami\u201d, kata; Andi\t| \u2013 caf\u00e9\n\nBaris "dua"\r\nTiga'
    path = tmp_path / "a.csv"
    rows = [["Tanggal", "Judul \u2013 x", "isi", "id"], ["Rabu, 12 Maret 2024 10:00 WIB", "J", text, "k 7"]]
    path.write_bytes(table(rows, delimiter=delimiter, lineterminator=end).encode(encoding))
    [article] = articles(path)
    assert article.text == text
    assert article.source == f"{path}#k 7"
    assert article.published == date(2024, 3, 12)


def test_tsv_has_tabs_whatever_else_its_names_hold(tmp_path):
    path = tmp_path / "a.tsv.gz"
    path.write_bytes(gzip.compress(b"text\tcatatan, lain, lagi\nIsi, satu\tx\n"))
    [article] = articles(path)
    assert (article.text, article.source) == ("Isi, satu", f"{path}#1")


def test_rows_that_are_no_rows_fail_alone(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('text,date\nsatu,2024-01-02\ndua\n\n"tiga",x,y\nempat,\n,2024-01-02\nenam,\ntujuh\n')
    found = read_all(csv_table.blocks(str(path), columns=Columns()))
    assert {one.source: one.data for one in found if not isinstance(one, Failed)} == {
        f"{path}#1": b"satu",
        f"{path}#4": b"empat",
        f"{path}#5": b"",
        f"{path}#6": b"enam",
    }
    failed = {one.source: one.error for one in found if isinstance(one, Failed)}
    assert list(failed) == [f"{path}#2", f"{path}#3", f"{path}#7"]
    assert failed[f"{path}#3"] == "row has 3 cells, the table 2 columns: mend it, or leave it out"


@pytest.mark.parametrize("block_bytes", [100, 3000, 1 << 22])
def test_blocks_of_any_size_hold_the_same_records(tmp_path, block_bytes, monkeypatch):
    monkeypatch.setattr(csv_table, "_MIN_BLOCK_BYTES", 2000)
    path = tmp_path / "a.csv"
    path.write_text(table([["id", "text", "date"], *ROWS]), newline="")
    blocks = list(csv_table.blocks(str(path), columns=Columns(), block_bytes=block_bytes))
    records = read_all(blocks)
    assert [record.data.decode() for record in records] == [row[1] for row in ROWS]
    assert [record.source for record in records] == [f"{path}#{row[0]}" for row in ROWS]
    assert blocks[-1].consumed == path.stat().st_size
    assert sum(block.n_bytes for block in blocks) == sum(len(row[1]) for row in ROWS)


@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_restarts(tmp_path, monkeypatch, compress):
    monkeypatch.setattr(csv_table, "_MIN_BLOCK_BYTES", 2000)
    path = tmp_path / "a.csv"
    rows = [row if int(row[0]) % 37 else row[:2] for row in ROWS]
    path.write_bytes(compress(table([["nomor", "text", "date"], *rows]).encode()))
    check_restarts(lambda **at: csv_table.blocks(str(path), columns=Columns(), block_bytes=2000, **at))
    records = [r for r in read_all(csv_table.blocks(str(path), columns=Columns(), block_bytes=2000))]
    sources = [record.source for record in records]
    assert sorted(sources) == sorted(f"{path}#{i + 1}" for i in range(200))
    for record in records:
        if not isinstance(record, Failed):
            assert record.data.decode() == ROWS[int(record.source.rpartition("#")[2]) - 1][1]


_CELL = st.sampled_from(["", "ab", "bpjs", "xbpjsx", "bp", "js", "bpjs bpjs", 'a"b', "a\nb", "\u201cbpjs"])


@settings(max_examples=200)
@given(st.lists(_CELL, min_size=1, max_size=12), st.booleans())
def test_where_agrees_with_a_search_cell_by_cell(tmp_path_factory, cells, inside):
    path = tmp_path_factory.getbasetemp() / "a.csv"
    path.write_text(table([["id", "text"], *([str(i), cell] for i, cell in enumerate(cells))]), newline="")
    ends = searching(b"bpjs")
    search = (lambda data: [end - 4 for end in ends(data)]) if inside else ends
    blocks = list(csv_table.blocks(str(path), columns=Columns(), block_bytes=12))
    assert [block.where(search) for block in blocks] == [found_with(block, ends) for block in blocks]
    assert [record.data.decode() for record in read_all(blocks)] == cells


def test_tables_that_cannot_be_read(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("nomor,halaman\n1,2\n")
    [failed] = articles(path)
    assert "'nomor', 'halaman': name it with --text-column" in failed.error
    for data in (b"", b"\xef\xbb\xbf\r\n"):
        path.write_bytes(data)
        [failed] = articles(path)
        assert "empty" in failed.error
    path.write_bytes(b"text,date\n")
    assert articles(path) == []
    path.write_bytes("text,date\nIsi,x\n".encode("utf-16"))
    [failed] = articles(path)
    assert "UTF-16" in failed.error


def test_two_columns_of_one_name_and_names_in_quotes(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'"id","isi,\n""berita""",id,text\n1,x,2,Teks\n')
    [article] = articles(path)
    assert (article.text, article.source) == ("Teks", f"{path}#1")


def test_a_table_that_is_cut_short_and_a_quote_that_is_not_closed(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_table, "_MIN_BLOCK_BYTES", 2000)
    path = tmp_path / "a.csv.gz"
    data = table([["id", "text", "date"], *ROWS]).encode()
    path.write_bytes(gzip.compress(data[:20_000]) + gzip.compress(data[20_000:])[:-20])
    found = articles(path)
    assert "cut short" in found[-1].error
    whole = [one for one in found if not isinstance(one, Failed)]
    assert 50 < len(whole) < 200
    assert [article.text for article in whole] == [row[1] for row in ROWS[: len(whole)]]
    path = tmp_path / "b.csv"
    path.write_text('id,text\n1,satu\n2,"dua\n' + "3,tiga\n" * 3000)
    found = articles(path)
    assert [one.text[:4] for one in found[:-1]] == ["satu", "dua\n"]
    assert "a quote is not closed" in found[-1].error
    path.write_text('id,text\n1,pipa 5" panjang\n2,dua\n')
    assert [one.text for one in articles(path)] == ['pipa 5" panjang', "dua"]
