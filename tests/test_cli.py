import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result as Run

from builders import TEXT, a_result, gold_data
from sepakat import __version__
from sepakat.ner import reading, weights
from sepakat.records import Result, json_schema, to_json_lines
from sepakat.run import reading as run_reading

Sepakat = Callable[..., Run]
COMMAND = [sys.executable, "-m", "sepakat"]


def results(text: str) -> list[Result]:
    return [Result.model_validate_json(line) for line in text.splitlines()]


def sources(text: str) -> list[str]:
    return [result.article.source for result in results(text)]


def a_file(tmp_path: Path, name: str = "a.txt", content: str | bytes = TEXT) -> Path:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


class TestHelp:
    def test_version(self, sepakat: Sepakat) -> None:
        assert sepakat("--version").stdout == f"sepakat {__version__}\n"

    @pytest.mark.parametrize("command", [[], ["extract"], ["explain"], ["evaluate"], ["schema"], ["doctor"]])
    def test_exit_codes_are_documented(self, sepakat: Sepakat, command: list[str]) -> None:
        run = sepakat(*command, "--help")
        assert run.exit_code == 0
        assert "Exit codes" in run.stdout

    @pytest.mark.parametrize(
        "arguments", [["extract"], ["nonsense"], ["extract", "x", "--published", "4 Juni"], ["evaluate", "x"]]
    )
    def test_usage_is_2(self, sepakat: Sepakat, arguments: list[str]) -> None:
        assert sepakat(*arguments).exit_code == 2


class TestPaths:
    def test_file_and_folder_in_order(self, sepakat: Sepakat, folder: Path) -> None:
        run = sepakat("extract", folder / "note.md", folder, folder / "a.txt")
        assert run.exit_code == 0
        inside = ["a.txt", "b.txt", "deep/c.TXT", "deep/er/d.txt"]
        assert sources(run.stdout) == [f"{folder}/{name}" for name in ["note.md", *inside, "a.txt"]]

    def test_source_is_the_path_as_given(self, sepakat: Sepakat, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(folder.parent)
        run = sepakat("extract", "./articles/a.txt", "articles/../articles/deep/er", "articles/deep/er/")
        assert sources(run.stdout) == [
            "./articles/a.txt",
            "articles/../articles/deep/er/d.txt",
            "articles/deep/er/d.txt",
        ]

    def test_standard_input(self, sepakat: Sepakat) -> None:
        run = sepakat("extract", "-", stdin=TEXT.encode())
        [result] = results(run.stdout)
        assert result.article.source == "-"
        assert result.article.chars == len(TEXT)

    def test_published_is_handed_on(self, sepakat: Sepakat, tmp_path: Path) -> None:
        [result] = results(sepakat("extract", a_file(tmp_path), "--published", "2025-06-05").stdout)
        assert (result.article.published, result.article.published_basis) == ("2025-06-05", "given")

    @pytest.mark.skipif(sys.platform != "linux", reason="file names are any bytes on Linux only")
    def test_file_name_that_is_not_utf8(self, sepakat: Sepakat, tmp_path: Path) -> None:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(TEXT, encoding="utf-8")
        run = sepakat("extract", tmp_path)
        assert run.exit_code == 0
        assert sources(run.stdout) == [f"{tmp_path}/caf\\xe9.txt"]

    def test_same_bytes_every_time(self, sepakat: Sepakat, folder: Path) -> None:
        assert sepakat("extract", folder).stdout_bytes == sepakat("extract", folder).stdout_bytes


class TestFailures:
    def test_others_come_out(self, sepakat: Sepakat, tmp_path: Path) -> None:
        good, empty = a_file(tmp_path), a_file(tmp_path, "empty.txt", "")
        run = sepakat("extract", tmp_path / "missing.txt", empty, good)
        assert run.exit_code == 1
        assert sources(run.stdout) == [str(good)]
        complaints = run.stderr.splitlines()
        assert [line.count(str(tmp_path)) for line in complaints] == [1, 1, 0]
        assert complaints[0].startswith(f"sepakat: {tmp_path}/missing.txt: ")
        assert complaints[1].startswith(f"sepakat: {empty}: ")
        assert complaints[2] == "sepakat: 2 of 3 gave no result; the others came out"

    def test_nothing_read_is_3(self, sepakat: Sepakat, tmp_path: Path) -> None:
        output = tmp_path / "out.jsonl"
        output.write_text("older\n")
        (tmp_path / "folder").mkdir()
        run = sepakat("extract", tmp_path / "folder", "-o", output)
        assert run.exit_code == 3
        assert "no article here" in run.stderr
        assert output.read_text() == "older\n"

    def test_a_bug_in_one_article(self, sepakat: Sepakat, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real = run_reading.extract

        def broken(article: object, **options: object) -> Result:
            if "er/d.txt" in article.source:  # type: ignore[attr-defined]
                raise RecursionError("too deep")
            return real(article, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(run_reading, "extract", broken)
        run = sepakat("extract", folder)
        assert run.exit_code == 1
        assert len(results(run.stdout)) == 3
        assert "bug in sepakat" in run.stderr
        assert "RecursionError: too deep" in run.stderr

    def test_closed_folder_inside(self, sepakat: Sepakat, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real = os.scandir

        def closed(path: str) -> object:
            if path.endswith("deep"):
                raise PermissionError(13, "Permission denied", path)
            return real(path)

        monkeypatch.setattr(os, "scandir", closed)
        run = sepakat("extract", folder)
        assert run.exit_code == 1
        assert f"sepakat: {folder}/deep: folder cannot be opened (Permission denied)" in run.stderr
        assert len(results(run.stdout)) == 2

    def test_codes_that_drive_a_terminal_are_not_passed_on(self, sepakat: Sepakat, tmp_path: Path) -> None:
        run = sepakat("extract", tmp_path / "\x1b[31mred.txt")
        assert "\x1b" not in run.stderr


class TestOutput:
    def test_file_holds_what_standard_output_would(self, sepakat: Sepakat, folder: Path, tmp_path: Path) -> None:
        run = sepakat("extract", folder, "-o", tmp_path / "out.jsonl")
        assert run.exit_code == 0
        assert run.stdout == ""
        assert run.stderr == ""
        assert (tmp_path / "out.jsonl").read_bytes() == sepakat("extract", folder).stdout_bytes

    def test_older_file_is_replaced_with_its_mode(self, sepakat: Sepakat, tmp_path: Path) -> None:
        output = a_file(tmp_path, "out.jsonl", "older")
        output.chmod(0o640)
        link = tmp_path / "link.jsonl"
        link.symlink_to(output)
        assert sepakat("extract", a_file(tmp_path), "-o", link).exit_code == 0
        assert link.is_symlink()
        assert len(results(output.read_text(encoding="utf-8"))) == 1
        assert stat.S_IMODE(output.stat().st_mode) == 0o640
        assert {file.name for file in tmp_path.iterdir()} == {"a.txt", "out.jsonl", "link.jsonl"}

    def test_interrupted_run_leaves_the_older_file(
        self, sepakat: Sepakat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*_: object, **__: object) -> Result:
            raise KeyboardInterrupt

        monkeypatch.setattr(run_reading, "extract", interrupted)
        output = a_file(tmp_path, "out.jsonl", "older")
        assert sepakat("extract", a_file(tmp_path), "-o", output).exit_code != 0
        assert output.read_text() == "older"
        assert {file.name for file in tmp_path.iterdir()} == {"a.txt", "out.jsonl"}

    def test_unwritable_is_4(self, sepakat: Sepakat, tmp_path: Path) -> None:
        run = sepakat("extract", a_file(tmp_path), "-o", tmp_path / "none" / "out.jsonl")
        assert run.exit_code == 4
        assert f"mkdir -p {tmp_path}/none" in run.stderr
        run = sepakat("extract", a_file(tmp_path), "-o", f"{a_file(tmp_path, 'file')}/")
        assert run.exit_code == 4
        assert "cannot be used as a folder" in run.stderr

    def test_pretty_is_a_table(self, sepakat: Sepakat, tmp_path: Path) -> None:
        output = tmp_path / "out.jsonl"
        run = sepakat("extract", a_file(tmp_path), "--pretty", "-o", output)
        assert run.exit_code == 0
        assert "a.txt" in run.stdout
        assert "1 article, " in run.stdout
        assert "{" not in run.stdout
        assert len(results(output.read_text(encoding="utf-8"))) == 1


class TestProcess:
    """What only a process of its own shows."""

    def test_utf8_in_any_locale(self, tmp_path: Path) -> None:
        file = a_file(tmp_path, "é.txt")
        environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        run = subprocess.run([*COMMAND, "extract", tmp_path], capture_output=True, env=environment, check=True)
        [result] = results(run.stdout.decode("utf-8"))
        assert result.article.source == str(file)
        assert subprocess.run([*COMMAND, "extract", tmp_path, "--pretty"], env=environment).returncode == 0

    @pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo-terminal")
    @pytest.mark.parametrize("terminal", [True, False])
    def test_progress_on_a_terminal_only(self, folder: Path, terminal: bool) -> None:
        reader, writer = os.openpty()
        run = subprocess.Popen(
            [*COMMAND, "extract", folder],
            stdout=subprocess.PIPE,
            stderr=writer if terminal else subprocess.PIPE,
            env={**os.environ, "TERM": "xterm"},
        )
        output, errors = run.communicate()
        os.close(writer)
        shown = os.read(reader, 10_000) if terminal else errors
        os.close(reader)
        assert len(output.splitlines()) == 4
        assert (b"extracting" in shown) is terminal
        assert terminal or shown == b""

    @pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE")
    def test_closed_pipe_ends_quietly(self, folder: Path) -> None:
        run = subprocess.Popen([*COMMAND, "extract", *[folder] * 50], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() != 0
        run.stderr.close()


class TestEvaluate:
    @pytest.fixture
    def gold(self, tmp_path: Path) -> Path:
        folder = tmp_path / "gold"
        folder.mkdir()
        (folder / "contoh.json").write_text(json.dumps(gold_data()))
        return folder

    @pytest.fixture
    def lines(self, tmp_path: Path) -> Path:
        return a_file(tmp_path, "results.jsonl", "".join(to_json_lines([a_result()])))

    def test_results_file(self, sepakat: Sepakat, gold: Path, lines: Path) -> None:
        run = sepakat("evaluate", lines, gold)
        assert run.exit_code == 0
        assert run.stderr == ""
        assert run.stdout.splitlines()[-3].split() == [
            "all",
            "1",
            "28",
            "0",
            "0",
            "1.000",
            "1.000",
            "1.000",
            "1.00–1.00",
        ]
        assert "1 of 1 raised" in run.stdout

    def test_json(self, sepakat: Sepakat, gold: Path, lines: Path) -> None:
        report = json.loads(sepakat("evaluate", lines, gold / "contoh.json", "--json", "--errors").stdout)
        assert report["fields"]["all"]["f1"] == 1.0
        assert report["fields"]["all"]["f1_95"] == [1.0, 1.0]
        assert report["fields"]["witness"]["f1"] is None
        assert report["errors"] == []

    def test_errors_in_context(self, sepakat: Sepakat, gold: Path, lines: Path, tmp_path: Path) -> None:
        wrong = gold_data()
        wrong["worker_counts"] = [{"value": 16800, "kind": "target"}]
        (gold / "contoh.json").write_text(json.dumps(wrong))
        a_file(tmp_path, "contoh.txt", TEXT)
        run = sepakat("evaluate", lines, gold, "--errors", "--articles", tmp_path)
        assert "- worker_count      16.800" in run.stdout
        assert "+ worker_count      1.250" in run.stdout
        assert "Sebanyak 1.250 petani didaftarkan" in run.stdout
        assert "dengan iuran Rp 16.800 per bulan" in run.stdout
        without_text = sepakat("evaluate", lines, gold, "--errors")
        assert "1.250 petani" in without_text.stdout
        report = json.loads(sepakat("evaluate", lines, gold, "--errors", "--json").stdout)
        assert {error["kind"] for error in report["errors"]} == {"missing", "spurious"}

    def test_folder_is_extracted_with_the_published_date_of_its_gold(
        self, sepakat: Sepakat, gold: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        a_file(folder, "contoh.txt")
        (gold / "contoh.json").write_text(json.dumps({**gold_data(), "published": "2025-06-05"}))
        seen = []
        real = run_reading.extract

        def watched(article: object, **options: object) -> Result:
            seen.append(str(article.published))  # type: ignore[attr-defined]
            return real(article, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(run_reading, "extract", watched)
        run = sepakat("evaluate", folder, gold, "--json")
        assert run.exit_code == 0
        assert seen == ["2025-06-05"]
        assert "4 without gold left aside" in run.stderr
        assert json.loads(run.stdout)["n_articles"] == 1

    def test_article_without_a_result_counts_as_missing(self, sepakat: Sepakat, gold: Path, lines: Path) -> None:
        (gold / "other.json").write_text(json.dumps({"article": "other.txt", "rates": [{"value": 1}]}))
        run = sepakat("evaluate", lines, gold, "--json")
        assert run.exit_code == 1
        assert "other.txt: no result" in run.stderr
        assert json.loads(run.stdout)["fields"]["rate"]["missing"] == 1

    def test_two_results_of_one_name(self, sepakat: Sepakat, gold: Path, lines: Path) -> None:
        lines.write_text(lines.read_text() * 2)
        run = sepakat("evaluate", lines, gold)
        assert run.exit_code == 3
        assert "two results" in run.stderr

    @pytest.mark.parametrize("content", ["{}", "nonsense", '{"schema_version": "9"}'])
    def test_what_is_no_result(self, sepakat: Sepakat, gold: Path, tmp_path: Path, content: str) -> None:
        run = sepakat("evaluate", a_file(tmp_path, "bad.jsonl", f"\n{content}\n"), gold)
        assert run.exit_code == 3
        assert "line 2: not a result" in run.stderr

    def test_missing_files(self, sepakat: Sepakat, gold: Path, lines: Path, tmp_path: Path) -> None:
        assert sepakat("evaluate", tmp_path / "none.jsonl", gold).exit_code == 3
        assert sepakat("evaluate", lines, tmp_path / "none").exit_code == 3


def test_schema(sepakat: Sepakat) -> None:
    assert json.loads(sepakat("schema").stdout) == json_schema()


class TestReaders:
    """`--ner`, with whole and with missing weights."""

    @pytest.fixture
    def article(self, tmp_path: Path) -> Path:
        file = tmp_path / "article.txt"
        file.write_text(TEXT, encoding="utf-8")
        return file

    @pytest.fixture
    def no_weights(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
        monkeypatch.setattr(weights, "folder", lambda name: tmp_path / "gone" / name)
        reading.load.cache_clear()
        yield
        reading.load.cache_clear()

    def test_result_names_the_reader(self, sepakat: Sepakat, article: Path) -> None:
        run = sepakat("extract", "--ner", "spacy", article)
        assert run.exit_code == 0
        [result] = results(run.stdout)
        assert (result.extractor.model or "").startswith("id_sepakat_news-")

    def test_default_is_spacy(self, sepakat: Sepakat, article: Path) -> None:
        assert sepakat("extract", article).stdout == sepakat("extract", "--ner", "spacy", article).stdout
        assert results(sepakat("extract", "--ner", "none", article).stdout)[0].extractor.model is None

    def test_unknown_reader(self, sepakat: Sepakat, article: Path) -> None:
        assert sepakat("extract", "--ner", "crf", article).exit_code == 2

    @pytest.mark.usefixtures("no_weights")
    @pytest.mark.parametrize("ner", ["spacy", "both"])
    def test_missing_weights_name_the_remedy(self, sepakat: Sepakat, article: Path, ner: str) -> None:
        run = sepakat("extract", "--ner", ner, article)
        assert run.exit_code == 3
        assert run.stdout == ""
        assert "--force-reinstall sepakat" in run.stderr
        assert "--ner none" in run.stderr
        assert len(run.stderr.splitlines()) == 1

    @pytest.mark.usefixtures("no_weights")
    def test_without_weights_the_rules_work(self, sepakat: Sepakat, article: Path) -> None:
        assert sepakat("extract", "--ner", "none", article).exit_code == 0
