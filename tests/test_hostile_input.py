"""Input that nobody means well with, or that is simply not an article: time stays linear, nothing is lost."""

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from builders import TEXT
from sepakat import extract
from sepakat.records import Result, verify

N = 10_000
"""Code points of the smallest text of a growth test."""
FLOOR = 0.05
"""Seconds below which a time says nothing about growth."""
MOST = 8.0
"""Times that four times the text may take: linear is 4, quadratic 16."""

UNITS = [
    "(", ")", "[", "1.", "1,", "a", "a ", "A", "A. ", "Aa.", "AB ", "0", "9", "00.000.", "1/", "(1/1/",
    "%", "/", "-", "- ", " ", "\t", "\n", "\n\n", "\r\n", "'", '"', "“", "“Kata” ", "”", "’", "\u200b",
    "é", "İ", "\x01", "-\n", "...", "Rp", "Rp1", "Rp 1.", "Rp1 miliar ", "juta ", "seratus ",
    "dua puluh ", "12 ribu pekerja ", "22,41% ", "ribuan ", "Bupati ", "Kepala ", "Plt. ",
    "Bupati Rahmat ", "Rahmat Sudirja ", "Drs. ", "S.H., ", "akrab disapa ", "H. ", "Kabupaten ",
    "Kabupaten Bandung ", "Kota ", "Lamsel ", "di Aula ", "BPJS ", "BPJS Ketenagakerjaan Cabang Metro ",
    "MoU ", "PKS (MoU) ", "menandatangani ", "ditandatangani oleh ", "diwakili ", "melalui ", "dan ",
    ", ", "antara ", "Nomor ", "Nomor 2 Tahun 2021 ", "Inpres ", "UU ", "Nomor: B/1/", "(4/6/2025) ",
    "Rabu, ", "Rabu, 4 Juni 2025 ", "petani, ", "guru ngaji dan ", "Baca juga: ", "Foto: ",
    "https://a.b/", "ujar ", "(Antara) - ", "JKK ", "APBD ",
    "Bupati Solok Rahmat Sudirja meneken MoU dengan BPJS Ketenagakerjaan Cabang Metro bagi 12 petani. ",
]  # fmt: skip


def seconds(text: str) -> float:
    start = process_time()
    extract(text)
    return process_time() - start


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    for _ in range(3):  # another process may have slowed one of the three down
        once, _twice, four_times = (seconds(unit * (times * N // len(unit))) for times in (1, 2, 4))
        if four_times <= MOST * max(once, FLOOR):
            return
    pytest.fail(f"{N} code points take {once:.2f} s, four times as many {four_times:.2f} s")


@pytest.mark.parametrize(
    "line",
    ["a" * 1_000_000, "kata " * 200_000, " ".join(TEXT.split()) * (1_000_000 // len(TEXT))],
    ids=["one word", "plain words", "article after article"],
)
def test_line_of_a_million_characters(line: str) -> None:
    start = process_time()
    result = extract(line)
    verify(result, line)
    assert process_time() - start < 60


def test_long_quotation() -> None:
    text = f"“{TEXT * 40}”"
    verify(extract(text), text)
    assert extract("“" + "Kami ingin semua pekerja terlindungi. " * 500 + "”").agreements == ()


def test_control_characters() -> None:
    text = "".join(character + chr(number % 32) for number, character in enumerate(TEXT))
    verify(extract(text), text)


Sepakat = Callable[..., Any]


class TestFiles:
    """Each bad file is told with its name and the reason; the good one beside it comes out."""

    @pytest.fixture
    def good(self, tmp_path: Path) -> Path:
        file = tmp_path / "z-good.txt"
        file.write_text(TEXT, encoding="utf-8")
        return file

    def check(self, run: Any, bad: Path, reason: str) -> None:
        assert run.exit_code == 1
        assert len(run.stdout.splitlines()) == 1
        [complaint, summary] = run.stderr.splitlines()
        assert complaint.startswith(f"sepakat: {bad}: ")
        assert reason in complaint
        assert "1 of 2 gave no result" in summary

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "empty"),
            (b" \r\n\t\n", "empty"),
            (b"\xef\xbb\xbf", "empty"),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
            (bytes(range(256)) * 40, "binary"),
            (b"PK\x03\x04" + b"\x00" * 50, "binary"),
            (b"\x01\x02\x03\x04" * 99, "binary"),
            (b"\xff\xfe\x00", "UTF-16"),
            (b"The regent signed nothing. Workers waited for the bus in the rain, as usual. " * 9, "Indonesian"),
        ],
    )
    def test_no_text(self, sepakat: Sepakat, tmp_path: Path, good: Path, content: bytes, reason: str) -> None:
        bad = tmp_path / "bad.txt"
        bad.write_bytes(content)
        self.check(sepakat("extract", bad, good), bad, reason)

    def test_50_megabytes(self, sepakat: Sepakat, tmp_path: Path, good: Path) -> None:
        bad = tmp_path / "bad.txt"
        with bad.open("wb") as file:
            file.write(b"kata " * 1000)
            file.truncate(50 * 1024 * 1024)
        start = process_time()
        self.check(sepakat("extract", bad, good), bad, "bytes")
        assert process_time() - start < 10

    def test_missing(self, sepakat: Sepakat, tmp_path: Path, good: Path) -> None:
        self.check(sepakat("extract", tmp_path / "none.txt", good), tmp_path / "none.txt", "does not exist")

    def test_folder_without_articles(self, sepakat: Sepakat, tmp_path: Path, good: Path) -> None:
        bad = tmp_path / "empty"
        bad.mkdir()
        self.check(sepakat("extract", bad, good), bad, "no article here")

    def test_standard_input(self, sepakat: Sepakat, good: Path) -> None:
        self.check(sepakat("extract", "-", good, stdin=b""), Path("-"), "empty")
        self.check(sepakat("extract", "-", good, stdin=b"x" * (51 * 1024 * 1024)), Path("-"), "bytes")

    @pytest.mark.parametrize(
        ("content", "name"),
        [
            (TEXT.encode("utf-8-sig"), "utf-8 with a byte order mark"),
            (TEXT.encode("utf-16"), "utf-16"),
            (TEXT.replace("-", "–").replace("(", "“").encode("cp1252"), "cp1252"),
            (TEXT.replace("-", "–").encode().decode("cp1252").encode(), "cp1252 debris in utf-8"),
            (TEXT.replace("\n", "\r\n").encode(), "windows line ends"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_other_encodings(self, sepakat: Sepakat, content: bytes, name: str) -> None:
        run = sepakat("extract", "-", stdin=content)
        assert run.exit_code == 0, name
        result = Result.model_validate_json(run.stdout)
        assert {person.name for person in result.people} >= {"Rahmat Sudirja", "Melati Anggraini"}
