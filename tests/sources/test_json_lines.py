import gzip
import json
from datetime import date

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from archives import articles, check_restarts, found_with, read_all, searching
from sepakat.errors import Failed, SourceError
from sepakat.sources import formats, json_file, json_lines
from sepakat.sources.columns import Columns
from sepakat.sources.record import Record

LINES = [json.dumps({"id": f"b{i}", "text": f"Isi {i} " + "kerja sama " * (i % 17)}) for i in range(300)]


def write(path, lines, end="\n"):
    data = "".join(line + end for line in lines).encode()
    path.write_bytes(data)
    return str(path)


def test_an_article_with_all_its_parts(tmp_path):
    row = {
        "id": 7,
        "judul": "Judul",
        "isi": "Teks\r\nDua\u2028 \u201cpetik\u201d",
        "tanggal": "12/03/2024",
        "link": "https://x.id/7",
        "sumber": "x.id",
    }
    [article] = articles(write(tmp_path / "a.jsonl", [json.dumps(row)]))
    assert article.text == row["isi"]
    assert article.source == f"{tmp_path / 'a.jsonl'}#7"
    assert (article.published, article.title, article.outlet, article.url) == (
        date(2024, 3, 12),
        "Judul",
        "x.id",
        "https://x.id/7",
    )


def test_keys_inside_keys_and_keys_by_option(tmp_path):
    path = write(tmp_path / "a.jsonl", ['{"article": {"body": "Isi satu", "kode": "k1"}, "text": null}'])
    [article] = articles(path, Columns(id="article.kode"))
    assert (article.text, article.source) == ("Isi satu", f"{path}#k1")
    [article] = articles(path, Columns(text="article.kode"))
    assert article.text == "k1"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\n \t\r\n"])
@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf", b"\n\n  \n"])
def test_line_ends_and_blank_lines(tmp_path, end, head):
    path = tmp_path / "a.jsonl"
    path.write_bytes(head + end.join(json.dumps({"text": f"Isi {i}"}) for i in range(9)).encode())
    found = articles(path)
    assert [article.text for article in found] == [f"Isi {i}" for i in range(9)]
    assert [article.source for article in found] == [f"{path}#{i + 1}" for i in range(9)]


@pytest.mark.parametrize("block_bytes", [1, 50, 333, 5000, 1 << 20])
@pytest.mark.parametrize("compress", [bytes, gzip.compress, zstandard.compress])
def test_blocks_of_any_size_hold_the_same_records(tmp_path, block_bytes, compress):
    path = tmp_path / "a.jsonl"
    path.write_bytes(compress("\n".join(LINES).encode()))
    blocks = list(json_lines.blocks(str(path), columns=Columns(), block_bytes=block_bytes))
    assert [record.data.decode() for record in read_all(blocks)] == LINES
    assert [record.source for record in read_all(blocks)] == [f"{path}#b{i}" for i in range(300)]
    assert sum(block.n_bytes for block in blocks) == len("\n".join(LINES))
    assert blocks[-1].consumed == path.stat().st_size
    assert [block.first for block in blocks] == [sum(b.n_records for b in blocks[:i]) for i in range(len(blocks))]


@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_restarts(tmp_path, compress):
    path = tmp_path / "a.jsonl"
    path.write_bytes(compress(("\n\n".join(LINES) + "\n").encode()))
    check_restarts(lambda **at: json_lines.blocks(str(path), columns=Columns(), block_bytes=4000, **at))


_LINE = st.sampled_from(
    [b"", b" ", b"\r", b'{"text":"ab"}', b'{"text":"xbpjsx"}', b"bpjs", b"xbp", b"js", b"\xff", b'{"text":"bpjs bpjs"}']
)


@settings(max_examples=300)
@given(st.lists(_LINE, max_size=12), st.booleans(), st.integers(1, 60), st.booleans())
def test_where_agrees_with_a_search_line_by_line(tmp_path_factory, lines, ended, block_bytes, inside):
    path = tmp_path_factory.getbasetemp() / "a.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n" * ended)
    ends = searching(b"bpjs")
    search = (lambda data: [end - 4 for end in ends(data)]) if inside else ends
    blocks = list(json_lines.blocks(str(path), columns=Columns(), block_bytes=block_bytes))
    assert [block.where(search) for block in blocks] == [found_with(block, ends) for block in blocks]
    assert [record.data for record in read_all(blocks)] == [line for line in lines if line.strip()]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"text": "\xff\xfe"}', "is no JSON"),
        (b"[1]", "no object"),
        (b'"teks"', "no object"),
        (b"{}", "no column that looks like"),
        (b'{"judul": "a"}', "--text-column"),
        (b'{"text": ""}', "empty"),
        (b'{"text": " \\n"}', "empty"),
        (b'{"text": 5}', "a int"),
        (b'{"text": ["a"]}', "a list"),
    ],
)
def test_lines_without_an_article(line, message):
    with pytest.raises(SourceError, match=message) as raised:
        formats.article(Record("a.jsonl#1", "json", line), Columns())
    assert str(raised.value).startswith("a.jsonl#1 ")


def test_json_that_orjson_refuses():
    record = Record("a#1", "json", b'{"text": "a \\ud83d b", "id": NaN, "skor": Infinity}')
    assert formats.article(record, Columns()).text == "a \ufffd b"
    assert formats.article(Record("a#1", "json", b'{"text": "\\ud83d\\ude00"}'), Columns()).text == "\U0001f600"


def test_a_line_that_is_far_too_long_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 5000)
    monkeypatch.setattr(json_lines, "BLOCK_BYTES", 700)
    path = write(tmp_path / "a.jsonl", [LINES[0], "x" * 20_000, LINES[1], "y" * 30_000])
    found = read_all(json_lines.blocks(path, columns=Columns(), block_bytes=1000))
    assert [one.source for one in found] == [f"{path}#b0", f"{path}#2", f"{path}#b1", f"{path}#4"]
    assert isinstance(found[1], Failed)
    assert "line of 20,001 bytes" in found[1].error
    check = list(json_lines.blocks(path, columns=Columns(), block_bytes=1000))
    last = [one for one in check if not isinstance(one, Failed)][-1]
    assert (
        read_all(json_lines.blocks(path, columns=Columns(), block_bytes=1000, start=last.position, first=last.first))
        == found[2:]
    )


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
@pytest.mark.parametrize("block_bytes", [300, 1 << 20])
def test_a_file_that_is_cut_short(tmp_path, compress, block_bytes):
    path = tmp_path / "a.jsonl.x"
    whole = compress("\n".join(LINES[:200]).encode() + b"\n")
    path.write_bytes(whole + compress("\n".join(LINES[200:]).encode())[:-30])
    seen = []

    def read():
        for block in json_lines.blocks(str(path), columns=Columns(), block_bytes=block_bytes):
            seen.extend(read_all([block]))

    with pytest.raises(SourceError, match="cut short"):
        read()
    assert len(seen) >= 200
    assert [record.data.decode() for record in seen] == LINES[: len(seen)]


def test_empty_files_and_other_encodings(tmp_path):
    path = tmp_path / "a.jsonl"
    for data in (b"", b"\n", b" \n\r\n", b"\xef\xbb\xbf"):
        path.write_bytes(data)
        assert articles(path) == []
    path.write_bytes("\n".join(LINES).encode("utf-16"))
    [failed] = articles(path)
    assert "UTF-16" in failed.error
    [failed] = articles(tmp_path / "tiada.jsonl")
    assert failed == Failed(str(tmp_path / "tiada.jsonl"), "read", "does not exist: check the path")


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("make", [lambda rows: rows, lambda rows: rows[0]])
def test_json_files(tmp_path, indent, make):
    path = tmp_path / "a.json"
    rows = [{"id": i, "text": "Isi\nbaris \u201cdua\u201d, [x]"} for i in range(3)]
    path.write_bytes(
        b"\xef\xbb\xbf" * (indent is None) + json.dumps(make(rows), indent=indent, ensure_ascii=False).encode()
    )
    found = articles(path)
    assert [article.text for article in found] == ["Isi\nbaris \u201cdua\u201d, [x]"] * len(found)
    assert [article.source for article in found] == [f"{path}#{i}" for i in range(len(found))]
    assert len(found) == (3 if make(rows) is rows else 1)


def test_json_files_that_are_broken_or_large(tmp_path):
    path = tmp_path / "a.json"
    rows = [json.dumps({"id": i, "text": "kerja sama " * (i % 900)}) for i in range(1, 900)]
    path.write_text("[" + ",\r\n ".join(rows) + ', {"id": ')
    found = articles(path)
    assert [article.source for article in found[:-1]] == [f"{path}#{i}" for i in range(1, 900)]
    assert "no JSON from here on" in found[-1].error
    path.write_text("[" + ",".join(rows) + "]")
    check_restarts(lambda **at: json_file.blocks(str(path), columns=Columns(), block_bytes=1 << 20, **at))
    path.write_text("\n".join(rows))
    assert len(articles(path)) == 899
