import gzip
import random

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from archives import articles, check_restarts, found_with, read_all, searching
from sepakat.errors import Failed
from sepakat.sources import formats, warc
from sepakat.sources.columns import Columns

BODY = (
    "<html><head><title>Bupati Teken Kesepakatan {i}</title></head><body><article><h1>Bupati Teken Kesepakatan {i}</h1>"
    "<p>Pemerintah daerah dan mitra menandatangani nota kesepakatan tentang perlindungan pekerja, kata bupati.</p>"
    "<p>Acara ke-{i} itu dihadiri para camat dan lurah yang datang dari seluruh wilayah.</p></article></body></html>"
)


def record(kind, uri, content, content_type):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(uri))}>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def page(i, body=None, *, status="200 OK", kind="text/html; charset=utf-8", extra=""):
    body = BODY.format(i=i).encode() if body is None else body
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode()
    return record("response", f"https://x.id/{i}", head + body, "application/http; msgtype=response")


def urls(path, **how):
    found = read_all(warc.blocks(str(path), columns=Columns(), **how))
    return [one if isinstance(one, Failed) else one.source.partition("#")[2] for one in found]


COMPRESSIONS = {
    "plain": b"".join,
    "gz": lambda records: b"".join(map(gzip.compress, records)),
    "zst": lambda records: b"".join(map(zstandard.compress, records)),
    "whole_gz": lambda records: gzip.compress(b"".join(records)),
    "whole_zst": lambda records: zstandard.compress(b"".join(records)),
}


@pytest.mark.parametrize("how", COMPRESSIONS)
@pytest.mark.parametrize("block_bytes", [1, 3000, 1 << 22])
def test_pages_in_any_compression_and_blocks_of_any_size(tmp_path, how, block_bytes):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(COMPRESSIONS[how]([page(i) for i in range(50)]))
    assert urls(path, block_bytes=block_bytes) == [f"https://x.id/{i}" for i in range(50)]
    read = list(warc.blocks(str(path), columns=Columns(), block_bytes=block_bytes))
    assert sum(block.n_bytes for block in read) == sum(len(BODY.format(i=i)) for i in range(50))
    with path.open("rb") as stdin:
        seen = [one.source for one in read_all(warc.blocks("-", columns=Columns(), stdin=stdin))]
    assert seen == [f"-#https://x.id/{i}" for i in range(50)]


def test_an_article(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(page(7))
    [article] = articles(path)
    assert article.text.startswith("Bupati Teken Kesepakatan 7\n\nPemerintah daerah dan mitra")
    assert (article.url, article.source, article.published) == ("https://x.id/7", f"{path}#https://x.id/7", None)


def test_which_records_are_pages(tmp_path):
    path = tmp_path / "a.warc.gz"
    packed = gzip.compress(BODY.format(i="gz").encode())
    chunked = b"5\r\n<html\r\n3\r\n>ab\r\n0\r\n\r\n"
    records = [
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
        record("request", "https://x.id/r", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        page("gambar", b"\x89PNG", kind="image/png"),
        page("pindah", status="301 Moved"),
        page("hilang", status="404 Not Found"),
        page("gz", packed, extra="Content-Encoding: gzip\r\n"),
        page("potong", chunked, extra="Transfer-Encoding: chunked\r\n"),
        page("xhtml", kind="application/xhtml+xml"),
        record("conversion", "https://x.id/wet", "Teks \u201cwet\u201d".encode(), "text/plain"),
        record("resource", "file:///a.txt", b"caf\xe9 di desa", "text/plain; charset=iso-8859-1"),
        record("resource", "file:///a.html", BODY.format(i=1).encode(), "text/html"),
        record("metadata", "https://x.id/m", b"a: b\r\n", "application/warc-fields"),
    ]
    path.write_bytes(COMPRESSIONS["gz"](records))
    found = read_all(warc.blocks(str(path), columns=Columns()))
    assert [(one.fields["url"].rpartition("/")[2], one.form) for one in found] == [
        ("gz", "html"),
        ("potong", "html"),
        ("xhtml", "html"),
        ("wet", "text"),
        ("a.txt", "text"),
        ("a.html", "html"),
    ]
    assert found[0].data == BODY.format(i="gz").encode()
    assert found[1].data == b"<html>ab"
    assert formats.article(found[3], Columns()).text == "Teks \u201cwet\u201d"
    assert formats.article(found[4], Columns()).text == "caf\xe9 di desa"


def damaged(how):
    """Ten records of which the third is damaged in one of several ways, and what is still whole."""
    records = [page(i) for i in range(10)]
    if how == "no header":
        records[2] = b"bukan WARC sama sekali\r\n\r\n" * 40
    elif how == "wrong length":
        records[2] = records[2].replace(b"Content-Length: ", b"Content-Length: x", 1)
    elif how == "too short":
        records[2] = records[2][:200] + b"\r\n\r\n"
    stored = [gzip.compress(one) for one in records]
    if how == "bad gzip":
        stored[2] = stored[2][:60] + b"\xff" * 80 + stored[2][140:]
    return records, stored


@pytest.mark.parametrize("how", ["no header", "wrong length", "too short", "bad gzip"])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_damaged_record_costs_only_itself(tmp_path, how, compressed):
    records, stored = damaged(how)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(stored if compressed else records))
    if how == "bad gzip" and not compressed:
        return
    found = urls(path)
    assert [one for one in found if not isinstance(one, Failed)] == [f"https://x.id/{i}" for i in range(10) if i != 2]
    failed = [one for one in found if isinstance(one, Failed)]
    assert len(failed) == 1
    assert "damaged" in failed[0].error
    assert failed[0].source.startswith(f"{path}#byte ")
    check_restarts(lambda **at: warc.blocks(str(path), columns=Columns(), block_bytes=1, **at))


@pytest.mark.parametrize("how", COMPRESSIONS)
def test_a_file_that_is_cut_short(tmp_path, how):
    path = tmp_path / "a.warc"
    path.write_bytes(COMPRESSIONS[how]([page(i, random.Random(i).randbytes(100_000)) for i in range(10)])[:-300])
    found = read_all(formats.format_of("a.warc").blocks(str(path), columns=Columns()))
    assert isinstance(found[-1], Failed)
    n_whole = 8 if how == "whole_zst" else 9  # Zstandard gives 128 KiB at once, or nothing of them
    assert len(found) >= n_whole + 1
    assert [one.fields["url"] for one in found[:-1]] == [f"https://x.id/{i}" for i in range(len(found) - 1)]


@pytest.mark.parametrize("how", COMPRESSIONS)
def test_restarts(tmp_path, how):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(COMPRESSIONS[how]([page(i) for i in range(50)]))
    check_restarts(lambda **at: warc.blocks(str(path), columns=Columns(), block_bytes=2500, **at))


_PAGE = st.sampled_from([b"", b"ab", b"bpjs", b"xbpjsx", b"bp", b"js", b"bpjs bpjs"])


@settings(max_examples=100)
@given(st.lists(_PAGE, min_size=1, max_size=8), st.booleans())
def test_where_agrees_with_a_search_page_by_page(tmp_path_factory, pages, inside):
    path = tmp_path_factory.getbasetemp() / "a.warc"
    path.write_bytes(b"".join(page(i, body) for i, body in enumerate(pages)))
    ends = searching(b"bpjs")
    search = (lambda data: [end - 4 for end in ends(data)]) if inside else ends
    [block] = warc.blocks(str(path), columns=Columns())
    assert block.where(search) == found_with(block, ends)
    assert [one.data for one in read_all([block])] == pages


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_breaks_the_reader(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "rusak.warc"
    how = data.draw(st.sampled_from(sorted(COMPRESSIONS)))
    whole = bytearray(COMPRESSIONS[how]([page(i, b"<html>isi</html>") for i in range(4)]))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    path.write_bytes(bytes(whole))
    found = read_all(formats.format_of("a.warc").blocks(str(path), columns=Columns()))
    assert len(found) <= 12


def test_what_is_no_warc(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(b"bukan arsip sama sekali")
    [failed] = articles(path)
    assert "damaged" in failed.error
    path.write_bytes(b"")
    assert articles(path) == []
    [failed] = articles(tmp_path / "tiada.warc.gz")
    assert "does not exist" in failed.error
