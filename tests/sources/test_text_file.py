import os

import pytest

from sepakat.errors import SourceError
from sepakat.sources.text_file import decode, read

TEXT = "Pemkab \u2013 \u201cKami\u201d meneken MoU\u2026\r\nIa hadir di caf\u00e9 itu.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    path = tmp_path / "berita.txt"
    path.write_bytes(TEXT.encode(encoding))
    article = read(path)
    assert article.text == TEXT
    assert article.source == str(path)


def test_utf_16_big_endian_and_latin_1():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT
    assert decode("caf\u00e9 na\u00efve di desa".encode("latin-1")) == "caf\u00e9 na\u00efve di desa"


def test_mojibake_is_mended_and_nothing_else():
    good = "\u201cKami sudah teken,\u201c kata \u2018Wirya\u2019 \u2013 Caf\u00e9.\r\nBaris dua.\n"
    wrong = good.encode("utf-8").decode("cp1252")
    assert decode(wrong.encode("utf-8")) == good
    assert decode(good.encode("utf-8")) == good
    assert decode("\ufb01n \u2013 \u201cKami\u201d".encode()) == "\ufb01n \u2013 \u201cKami\u201d"
    assert decode("\u201cKami\u201d".encode().decode("latin-1").encode()) == "\u201cKami\u201d"


def test_line_breaks_and_lone_control_characters_stay():
    assert decode(b"a\r\nb\rc\x0cd\tBupati hadir dalam acara penandatanganan itu kemarin siang") == (
        "a\r\nb\rc\x0cd\tBupati hadir dalam acara penandatanganan itu kemarin siang"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"abc\x00def", "NUL"),
        (bytes(range(1, 9)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\xff\xfea\xd8b", "UTF-8"),
        (bytes([0x81, 0x8D, 0x8F, 0x90]) * 50, "encoding"),
    ],
)
def test_what_is_no_text(data, message):
    with pytest.raises(SourceError, match=message):
        decode(data, source="berita.txt")


def test_size_limit(tmp_path):
    path = tmp_path / "besar.txt"
    path.write_bytes(b"a" * 101)
    with pytest.raises(SourceError, match="more than 100 bytes"):
        read(path, max_bytes=100)
    assert read(path, max_bytes=101).text == "a" * 101
    with pytest.raises(SourceError, match="more than 100 bytes"):
        decode(b"a" * 101, max_bytes=100)


def test_paths_that_are_no_files(tmp_path):
    with pytest.raises(SourceError, match="folder"):
        read(tmp_path)
    with pytest.raises(SourceError, match="does not exist"):
        read(tmp_path / "tiada.txt")
    with pytest.raises(SourceError, match="cannot be read"):
        read("a\0b")
    if os.path.exists("/dev/zero"):
        with pytest.raises(SourceError, match="more than"):
            read("/dev/zero")
