import gzip
import subprocess
import sys

import pytest
import zstandard

from archives import articles, read_all, searching
from sepakat.errors import Failed, SourceError
from sepakat.sources import formats, text_file
from sepakat.sources.columns import Columns
from sepakat.sources.record import Record


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.txt", "text"),
        ("A.TXT.GZ", "text"),
        ("a", "text"),
        ("a.md", "text"),
        ("-", "text"),
        ("a.HTML", "html"),
        ("a.htm.zst", "html"),
        ("a.jsonl.gz", "jsonl"),
        ("s3://ember/a.ndjson", "jsonl"),
        ("a.json", "json"),
        ("a.csv", "csv"),
        ("a.tsv.gz", "tsv"),
        ("a.parquet", "parquet"),
        ("CC-MAIN.warc.gz", "warc"),
        ("CC-MAIN.warc.wet.gz", "warc"),
    ],
)
def test_format_of(path, name):
    assert formats.format_of(path).name == name
    assert formats.format_of(path, "csv").name == "csv"
    assert formats.is_archive(path) == (path not in ("a", "a.md", "-"))


def test_each_suffix_is_of_one_format():
    suffixes = [suffix for format in formats.FORMATS for suffix in format.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("compress", [bytes, gzip.compress, zstandard.compress])
def test_a_text_file_is_read_as_text_file_reads_it(tmp_path, compress):
    text = "Pemkab – “Kami” meneken MoU…\r\n\r\nKerja sama.\n"
    plain, path = tmp_path / "a.txt", tmp_path / "b.txt.gz"
    plain.write_bytes(text.encode("cp1252"))
    path.write_bytes(compress(text.encode("cp1252")))
    [article] = articles(path)
    assert article.text == text_file.read(plain).text == text
    assert article.source == str(path)
    [block] = formats.TEXT.blocks(str(path), columns=Columns())
    assert (block.n_records, block.n_bytes, block.consumed) == (1, len(text), path.stat().st_size)
    assert block.where(searching(b"MoU")) == [0]
    assert block.where(searching(b"PKS")) == []
    assert list(formats.TEXT.blocks(str(path), columns=Columns(), start=0, first=1)) == []


def test_text_files_that_cannot_be_read(tmp_path):
    path = tmp_path / "a.txt"
    for data, message in ((b"", "is empty"), (b"a\0b", "NUL"), (b"a" * (text_file.MAX_BYTES + 1), "more than")):
        path.write_bytes(data)
        with pytest.raises(SourceError, match=message):
            articles(path)
    path.write_bytes(gzip.compress(b"Isi berita")[:-4])
    assert articles(path) == [Failed(str(path), "read", "is cut short, its gzip data end too early: fetch it again")]
    [failed] = articles(tmp_path)
    assert failed.error.startswith("is a folder")


def test_rows_are_exactly_their_cells():
    mojibake = "â€œKamiâ€\u009d kata\r\n"
    row = Record("a.csv#1", "row", mojibake.encode(), {"date": "12/03/2024", "outlet": "x.id"})
    article = formats.article(row, Columns())
    assert article.text == mojibake
    assert (article.outlet, str(article.published)) == ("x.id", "2024-03-12")
    for data, message in (
        (b" \n", "is empty"),
        (b"a\0\xff", "binary"),
        (b"a" * (text_file.MAX_BYTES + 1), "more than"),
    ):
        with pytest.raises(SourceError, match=f"^a.csv#1 .*{message}"):
            formats.article(Record("a.csv#1", "row", data), Columns())


@pytest.mark.parametrize("name", ["html", "parquet", "csv", "warc"])
def test_a_missing_extra_is_named(tmp_path, name):
    path = tmp_path / "a"
    path.write_bytes(b"text,id\n<p>Isi</p>,1\n")
    code = f"""
import sys
for module in ("pyarrow", "fastwarc", "fastwarc.warc", "trafilatura"):
    sys.modules[module] = None
from sepakat.errors import MissingExtraError
from sepakat.sources import formats
from sepakat.sources.columns import Columns
try:
    for block in formats.format_of({str(path)!r}, {name!r}).blocks({str(path)!r}, columns=Columns()):
        formats.article(block.record(0), Columns())
except MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "python -m pip install 'sepakat[archive]'" in done.stdout


def test_formats_are_light_until_they_are_met():
    code = (
        "import sys, sepakat.sources.formats; "
        "heavy = {'pyarrow', 'fastwarc', 'trafilatura', 'zstandard', 'fsspec', 'orjson'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_standard_input_in_a_named_form():
    import io

    data = b'{"text": "Isi satu", "id": "k"}\n{"text": "Isi dua"}\n'
    found = read_all(formats.format_of("-", "jsonl").blocks("-", columns=Columns(), stdin=io.BytesIO(data)))
    assert [record.source for record in found] == ["-#k", "-#2"]
    [failed] = formats.format_of("-", "parquet").blocks("-", columns=Columns(), stdin=io.BytesIO(data))
    assert "save it as a file" in failed.error
