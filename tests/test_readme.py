"""What the two READMEs show is what happens."""

import json
import os
import pickle
import re
import shutil
import sys
import types
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from sepakat import extract

OTHER = "Banjir merendam tiga desa di Kabupaten Pringsewu sejak Selasa malam, dan warga mengungsi ke balai desa."
READMES = ["README.md", "README.id.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(root: Path, readme: str, language: str) -> list[str]:
    text = (root / readme).read_text(encoding="utf-8")
    return [content for name, content in BLOCK.findall(text) if name == language]


def shown_in(part: Any, whole: Any) -> bool:
    """Whether a shortened record says nothing that the whole one does not say."""
    if isinstance(part, dict):
        return all(key in whole and shown_in(value, whole[key]) for key, value in part.items())
    if isinstance(part, list):
        return len(part) <= len(whole) and all(map(shown_in, part, whole))
    return bool(part == whole)


@pytest.mark.parametrize("readme", READMES)
def test_example(root: Path, readme: str) -> None:
    [text] = blocks(root, readme, "text")
    [record] = blocks(root, readme, "json")
    whole = json.loads(extract(text).model_dump_json())
    part = json.loads(record)
    for key, value in part.items():
        assert shown_in(value, whole[key]), f"{key}: {json.dumps(whole[key], ensure_ascii=False)}"


@pytest.mark.parametrize("readme", READMES)
def test_python(root: Path, readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    [text] = blocks(root, readme, "text")
    for code in blocks(root, readme, "python"):
        if "/data/" not in code:
            exec(code, {"text": text, "date": date})
    shown = capsys.readouterr().out
    assert "signed 2025-06-04 ['Rahmat Sudirja', 'Melati Anggraini']" in shown
    assert "('Rabu (4/6/2025)', 'agreements.signed_on')" in shown


def check_records(root: Path, readme: str, library: str, data: Path) -> None:
    """Check what the code with `library` makes of a table with the text and with another, in a folder for `/data`."""
    parquet = pyarrow.parquet
    [text] = blocks(root, readme, "text")
    (data / "articles").mkdir()
    table = pyarrow.table({"id": ["a", "b"], "text": [text, OTHER]})
    parquet.write_table(table, data / "articles" / "1.parquet")
    [code] = [code for code in blocks(root, readme, "python") if library in code]
    exec(code.replace("/data/", f"{data}/"), {})
    [written] = data.glob("records*")
    rows = parquet.read_table(written).to_pylist()
    assert [(row["source"], row["outcome"], row["n_agreements"]) for row in rows] == [
        ("a", "result", 1),
        ("b", "skipped", 0),
    ]
    assert [row["result"] for row in rows] == [extract(text, source="a").model_dump_json(), None]


@pytest.mark.usefixtures("ray_cluster")
@pytest.mark.parametrize("readme", READMES)
def test_ray(root: Path, readme: str, tmp_path: Path) -> None:
    check_records(root, readme, "import ray", tmp_path)


class OneNode:
    """As much of a Spark session as the READMEs use; Spark itself takes Java, and half a GB."""

    builder = property(lambda self: self)
    read = property(lambda self: self)
    write = property(lambda self: self)

    def getOrCreate(self) -> "OneNode":
        return self

    def parquet(self, path: str) -> "OneNode":
        if hasattr(self, "table"):
            Path(path).mkdir()
            pyarrow.parquet.write_table(self.table, Path(path) / "1.parquet")
        else:
            self.table = pyarrow.parquet.read_table(path)
        return self

    def mapInArrow(self, function: Callable[[Iterator[Any]], Iterator[Any]], schema: str) -> "OneNode":
        made = pyarrow.Table.from_batches(pickle.loads(pickle.dumps(function))(iter(self.table.to_batches())))
        assert ", ".join(made.column_names) == ", ".join(field.split()[0] for field in schema.split(", "))
        self.table = made
        return self


@pytest.mark.parametrize("readme", READMES)
def test_spark(root: Path, readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec("pyspark") and shutil.which("java"):
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    else:
        session = types.SimpleNamespace(SparkSession=OneNode())
        monkeypatch.setitem(sys.modules, "pyspark", types.SimpleNamespace(sql=session))
        monkeypatch.setitem(sys.modules, "pyspark.sql", session)
    check_records(root, readme, "import SparkSession", tmp_path)


@pytest.mark.usefixtures("ray_cluster")
@pytest.mark.parametrize("readme", READMES)
def test_commands(
    root: Path, readme: str, sepakat: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [text] = blocks(root, readme, "text")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "berita").mkdir()
    for name in ("pringsewu.txt", "berita/pringsewu.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    lines = "".join(blocks(root, readme, "sh")).splitlines()
    words = [line.partition("#")[0].split() for line in lines]
    commands = [line[1:] for line in words if line and line[0] == "sepakat"]
    assert commands
    for command in commands:
        assert sepakat(*command).exit_code == 0, command


@pytest.mark.parametrize("readme", READMES)
def test_make_targets_and_links(root: Path, readme: str) -> None:
    text = (root / readme).read_text(encoding="utf-8")
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (root / link).exists(), link


@pytest.mark.parametrize("readme", READMES)
def test_commands_and_exit_codes_are_all_there(root: Path, readme: str, sepakat: Callable[..., Any]) -> None:
    text = (root / readme).read_text(encoding="utf-8")
    help_text = sepakat("--help").stdout
    for command in ("extract", "explain", "evaluate", "schema", "doctor"):
        assert f"`sepakat {command}" in text
        assert command in help_text
    assert [int(code) for code in re.findall(r"^\| (\d) \|", text, re.MULTILINE)] == [0, 1, 2, 3, 4]
