"""Archives for the benchmark: every form is read back with its standard library, and says what it should."""

import csv
import gzip
import io
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow.parquet as pq
import pytest
import zstandard
from fastwarc import ArchiveIterator

from sepakat import extract
from sepakat.text.article import Article

ROOT = Path(__file__).resolve().parent.parent
N_ARTICLES = 60
Records = list[dict[str, str]]


@pytest.fixture(scope="module")
def scripts() -> ModuleType:
    """`make_archive`, with the modules beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        return import_module("make_archive")


@pytest.fixture(scope="module")
def compose(scripts: ModuleType) -> Callable[..., list[Any]]:
    """Articles of an archive."""
    materials = scripts.read_materials(ROOT)

    def made(n: int, share: float, copies: float = 0.2, seed: int = 0) -> list[Any]:
        return list(scripts.Composer(materials, seed).articles(n, share, copies))

    return made


@pytest.fixture(scope="module")
def records(compose: Callable[..., list[Any]]) -> Records:
    return [made.record for made in compose(N_ARTICLES, 0.1)]


def make(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "make_archive.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def read_lines(path: Path) -> Records:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".zst":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    text = io.StringIO(data.decode(), newline="")
    return list(csv.DictReader(text)) if ".csv" in path.name else [json.loads(line) for line in text]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.csv.gz", "a.csv.zst"])
def test_lines_and_rows(scripts: ModuleType, records: Records, tmp_path: Path, name: str) -> None:
    scripts.write(records, str(tmp_path / name))
    assert read_lines(tmp_path / name) == records


def test_parquet(scripts: ModuleType, records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["archive_forms"], "ROW_GROUP", 25)
    scripts.write(records, str(tmp_path / "a.parquet"))
    assert pq.read_table(tmp_path / "a.parquet").to_pylist() == records
    assert pq.ParquetFile(tmp_path / "a.parquet").num_row_groups == 3


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(scripts: ModuleType, records: Records, tmp_path: Path, name: str) -> None:
    scripts.write(records, str(tmp_path / name))
    with (tmp_path / name).open("rb") as file:
        for record, response in zip(records, ArchiveIterator(file), strict=True):
            assert response.headers["WARC-Target-URI"] == record["url"]
            assert response.headers["WARC-Date"] == f"{record['date']}T00:00:00Z"
            assert response.http_headers["Content-Type"].startswith("text/html")
            page = response.reader.read()
            assert len(page) == int(response.http_headers["Content-Length"])
            assert_page_holds(page.decode(), record)


def test_folder_of_texts(scripts: ModuleType, records: Records, tmp_path: Path) -> None:
    scripts.write(records, f"{tmp_path}/texts/")
    files = sorted((tmp_path / "texts").rglob("*.txt"))
    assert [file.read_bytes().decode() for file in files] == [record["text"] for record in records]
    with pytest.raises(FileExistsError):
        scripts.write(records, f"{tmp_path}/texts/")


def test_folder_of_pages(scripts: ModuleType, records: Records, tmp_path: Path) -> None:
    scripts.write(records, str(tmp_path / "pages.html"))
    files = sorted((tmp_path / "pages.html").rglob("*.html"))
    for record, file in zip(records, files, strict=True):
        assert_page_holds(file.read_text(encoding="utf-8"), record)


def assert_page_holds(page: str, record: dict[str, str]) -> None:
    lines = re.findall("<(?:h1|p)>(.*)</(?:h1|p)>", page)
    missing = {line for line in record["text"].split("\n") if line} - {unescape(line) for line in lines}
    assert not missing


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.jsonl.gz", "two.jsonl.gz"):
        run = make("--articles", N_ARTICLES, "--relevant", 0.1, "--seed", 7, "-o", tmp_path / name)
        assert "60 articles, 6 relevant (1 of them syndicated copies)" in run.stdout
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "two.jsonl.gz").read_bytes()


def test_another_seed_gives_another_archive(compose: Callable[..., list[Any]], records: Records) -> None:
    other = [made.record for made in compose(N_ARTICLES, 0.1, seed=1)]
    assert not {record["text"] for record in records} & {record["text"] for record in other}


@pytest.mark.parametrize(
    ("n", "share", "copies"), [(1, 1, 1), (10, 0, 0.5), (101, 0.33, 0.5), (400, 0.01, 0.2), (50, 1, 1), (50, 1, 0)]
)
def test_shares_are_exact(compose: Callable[..., list[Any]], n: int, share: float, copies: float) -> None:
    kinds = [made.kind for made in compose(n, share, copies)]
    n_relevant = round(n * share)
    assert len(kinds) == n
    assert len(kinds) - kinds.count("filler") == n_relevant
    assert kinds.count("copy") == max(0, min(round(n_relevant * copies), n_relevant - 1))


def test_relevant_articles_are_spread(compose: Callable[..., list[Any]]) -> None:
    places = [i for i, made in enumerate(compose(2_000, 0.1)) if made.kind != "filler"]
    tenths = [sum(i // 200 == tenth for i in places) for tenth in range(10)]
    assert min(tenths) >= 8  # 20 are expected
    assert max(tenths) <= 35
    assert len({b - a for a, b in zip(places, places[1:], strict=False)}) > 10


def test_articles_are_distinct_and_of_the_size_of_news(compose: Callable[..., list[Any]]) -> None:
    made = compose(3_000, 0.02)
    texts = [item.record["text"] for item in made]
    assert len(set(texts)) == len(texts)
    assert len({item.record["url"] for item in made}) == len(made)
    assert 2_700 < sum(len(text.encode()) for text in texts) / len(texts) < 2_900
    filler = [item.record["text"].lower() for item in made if item.kind == "filler"]
    deals = sum(bool(re.search("kerja sama|mou|nota kesepa", text)) for text in filler) / len(filler)
    assert 0.07 < deals < 0.16
    assert 0.01 < sum("bpjs kesehatan" in text for text in filler) / len(filler) < 0.035
    assert not [text for text in filler if re.search(r"jamsos|bpjs(?! kesehatan)|\{|\}", text)]


def test_variants_tell_of_the_same_agreements(compose: Callable[..., list[Any]], scripts: ModuleType) -> None:
    originals = scripts.read_materials(ROOT).originals
    assert len(originals) == 27  # 28 in the corpus have an agreement, one of them has no day
    for made in compose(30, 1, 0.4, seed=2):
        text = made.record["text"]
        original = next(o.text for o in originals if o.text in text)
        assert text != original
        assert agreements(text) == agreements(original)


def agreements(text: str) -> list[object]:
    found = extract(Article(text)).agreements
    assert found
    return [
        (
            a.status,
            a.signed_on and a.signed_on.date,
            [i.label for i in a.instruments],
            a.parties,
            a.witnesses,
            a.programmes,
        )
        for a in found
    ]


def test_the_check_finds_what_is_wrong(scripts: ModuleType, compose: Callable[..., list[Any]]) -> None:
    made = compose(40, 0.25)
    read, wrong = scripts.check(made, len(made))
    assert sum(read.values()) == 40
    assert wrong == []
    swapped = [scripts.Made(m.record, "filler" if m.kind == "relevant" else "relevant") for m in made]
    random.Random(0).shuffle(swapped)
    _, wrong = scripts.check(swapped, len(swapped))
    assert len(wrong) == sum(m.kind != "copy" for m in made)


def test_the_check_as_a_command() -> None:
    run = make("--articles", 40, "--relevant", 0.25, "--check")
    assert run.returncode == 0
    assert run.stdout == "30 filler, 8 relevant, 2 copies read; 0 wrong\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--articles", 5, "--relevant", 0.5, "-o", "a.xyz"), "no known suffix"),
        (("--articles", 5, "--relevant", 1.5, "-o", "a.jsonl"), "between 0 and 1"),
        (("--articles", 5, "--relevant", 0.5), "either -o FILE or --check"),
    ],
)
def test_wrong_calls(arguments: tuple[object, ...], message: str) -> None:
    run = make(*arguments)
    assert run.returncode == 2
    assert message in run.stderr
