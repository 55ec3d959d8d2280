"""The archive's job: everything once, in order, the same bytes however it was run."""

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jobs import files, interrupted, json_lines, text
from sepakat import extract
from sepakat.atomic import OutputError
from sepakat.errors import Failed
from sepakat.ner import weights
from sepakat.run import archive
from sepakat.run.archive import Options, run_archive
from sepakat.run.journal import Journal, JournalError
from sepakat.run.processes import Workers
from sepakat.run.settings import Settings
from sepakat.sinks.jsonl import to_bytes
from sepakat.sinks.shards import read_shard
from sepakat.text.article import Article

OPTIONS = Options(shard_size=4)
N = 60


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive and what an undisturbed job makes of it."""
    folder = tmp_path_factory.mktemp("done")
    run_archive([str(json_lines(folder / "a.jsonl", N))], folder / "out", OPTIONS)
    return folder


def results(folder: Path) -> list[dict[str, Any]]:
    lines = [line for path in sorted(folder.glob("part-*.jsonl")) for line in path.read_bytes().splitlines()]
    return [json.loads(line) for line in lines]


class FailsAtFirst(Workers):
    """Workers that lose the first article of `a.jsonl`, which others repeat."""

    def map(self, work: Any, tasks: Any, *, name: Any) -> Any:
        for mine, outcomes in super().map(work, tasks, name=name):
            pairs = zip((slot.item.what.source for slot in mine), outcomes, strict=True)
            yield mine, [Failed(s, "worker", "gone") if s.endswith("#n0") else o for s, o in pairs]


class TestOutput:
    def test_every_record_is_accounted_for(self, done: Path) -> None:
        totals = json.loads((done / "out" / "summary.json").read_text())
        assert totals["finished"]
        assert totals["n_read"] == N
        kinds = ("n_skipped", "n_results", "n_duplicates", "n_failed")
        assert sum(totals[kind] for kind in kinds) == N
        assert totals["n_skipped"] == N - len(range(0, N, 3))

    def test_results_are_those_of_extract(self, done: Path) -> None:
        lines = b"".join((done / "out" / f"part-{i:05}.jsonl").read_bytes() for i in range(5))
        expected = [to_bytes(extract(Article(text(i), source=f"{done}/a.jsonl#n{i}"))) for i in range(0, N, 3)]
        assert lines == b"".join(expected)

    def test_shards_hold_as_many_as_they_should(self, done: Path) -> None:
        sizes = [len(path.read_bytes().splitlines()) for path in sorted((done / "out").glob("part-*"))]
        assert sizes == [4, 4, 4, 4, 4]

    @pytest.mark.parametrize("n_workers", [1, 3])
    def test_workers_do_not_change_a_byte(self, done: Path, tmp_path: Path, n_workers: int) -> None:
        run_archive([str(done / "a.jsonl")], tmp_path / "out", replace(OPTIONS, n_workers=n_workers))
        assert files(tmp_path / "out") == files(done / "out")

    @pytest.mark.parametrize("form", ["jsonl.zst", "parquet"])
    def test_other_forms_hold_the_same_results(self, done: Path, tmp_path: Path, form: Any) -> None:
        run_archive([str(done / "a.jsonl")], tmp_path, replace(OPTIONS, form=form))
        lines = [line for path in sorted(tmp_path.glob("part-*")) for line in read_shard(path, form)]
        assert [json.loads(line) for line in lines] == results(done / "out")

    def test_without_triage_everything_is_extracted(self, tmp_path: Path) -> None:
        source = json_lines(tmp_path / "a.jsonl", 9)
        totals = run_archive([str(source)], tmp_path / "out", replace(OPTIONS, triage=False))
        assert (totals.n_results, totals.n_skipped) == (9, 0)

    def test_nothing_relevant(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text(json.dumps({"text": text(1)}) + "\n")
        totals = run_archive([str(tmp_path / "a.jsonl")], tmp_path / "out", OPTIONS)
        assert (totals.n_read, totals.n_skipped, totals.n_results) == (1, 1, 0)
        assert not list((tmp_path / "out").glob("part-*"))


class TestResume:
    def test_a_finished_job_does_nothing_again(self, done: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = files(done / "out")
        monkeypatch.setattr(archive, "Stream", None)
        run_archive([str(done / "a.jsonl")], done / "out", OPTIONS)
        assert files(done / "out") == before

    @pytest.mark.parametrize("n_commits", range(5))
    def test_goes_on_after_any_shard(
        self, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, n_commits: int
    ) -> None:
        """The worst moment: the file of a shard lies there, and the journal does not know of it."""
        interrupted(monkeypatch, [str(done / "a.jsonl")], tmp_path, OPTIONS, n_commits)
        assert len(list(tmp_path.glob("part-*"))) == n_commits + 1
        run_archive([str(done / "a.jsonl")], tmp_path, OPTIONS)
        assert files(tmp_path) == files(done / "out")

    @pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
    def test_kill_9_at_any_moment(self, done: Path, tmp_path: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "sepakat",
            "extract",
            done / "a.jsonl",
            "-o",
            f"{tmp_path}/",
            "--shard-size=4",
            "--ner=none",
        ]
        for seconds in (1.5, 2.5, 3.0):
            process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
            time.sleep(seconds)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        last = subprocess.run(command, capture_output=True, text=True)
        assert last.returncode == 0, last.stderr
        assert files(tmp_path) == files(done / "out")

    def test_another_job_in_the_same_folder(self, done: Path) -> None:
        with pytest.raises(JournalError, match="other settings.*shard-size.*--rerun all"):
            run_archive([str(done / "a.jsonl")], done / "out", replace(OPTIONS, shard_size=5))

    def test_an_archive_that_has_changed(self, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        source = tmp_path / "a.jsonl"
        shutil.copy(done / "a.jsonl", source)
        interrupted(monkeypatch, [str(source)], tmp_path / "out", OPTIONS, 1)
        with source.open("a") as file:
            file.write(json.dumps({"text": text(0)}) + "\n")
        with pytest.raises(JournalError, match="changed since this job began.*--rerun all"):
            run_archive([str(source)], tmp_path / "out", OPTIONS)
        totals = run_archive([str(source)], tmp_path / "out", OPTIONS, rerun="all")
        assert totals.n_read == N + 1

    def test_two_jobs_at_once(self, done: Path) -> None:
        journal = Journal(done / "out", archive._plan([str(done / "a.jsonl")], OPTIONS))
        half = done / "out" / ".part-00009.jsonl.1.part"
        half.touch()
        for rerun in (None, "all"):
            with pytest.raises(JournalError, match="another sepakat works"):
                run_archive([str(done / "a.jsonl")], done / "out", OPTIONS, rerun=rerun)  # type: ignore[arg-type]
        assert half.exists()  # the other one may be writing it
        half.unlink()
        assert (done / "out" / "part-00000.jsonl").exists()
        journal.close()


class TestRerun:
    def test_stale_shards_are_made_again(self, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(done / "out", tmp_path / "out")
        before = files(tmp_path / "out")
        (tmp_path / "out" / "part-00001.jsonl").write_bytes(b"")
        made = []
        real = archive.write_shard
        monkeypatch.setattr(archive, "write_shard", lambda path, *rest: (made.append(path.name), real(path, *rest)))
        run_archive([str(done / "a.jsonl")], tmp_path / "out", OPTIONS, rerun="stale")
        assert not made
        monkeypatch.setattr(archive, "fingerprint", lambda ner: "other rules")
        run_archive([str(done / "a.jsonl")], tmp_path / "out", OPTIONS, rerun="stale")
        assert made == [f"part-0000{i}.jsonl" for i in range(5)]
        assert files(tmp_path / "out") == before

    def test_only_what_failed_is_extracted_again(self, tmp_path: Path) -> None:
        """What takes too long (nearly all; some are done before anyone looks) finds its place with more time."""
        source = json_lines(tmp_path / "a.jsonl", N)
        whole = run_archive([str(source)], tmp_path / "whole", OPTIONS)
        first = run_archive([str(source)], tmp_path / "out", replace(OPTIONS, time_limit_s=0.001))
        assert 0 < first.n_failed == whole.n_results - first.n_results
        stages = {json.loads(line)["stage"] for line in (tmp_path / "out" / "failed.jsonl").read_bytes().splitlines()}
        assert stages == {"time"}
        again = run_archive([str(source)], tmp_path / "out", OPTIONS, rerun="failed")
        assert again == whole
        assert files(tmp_path / "out") == files(tmp_path / "whole")

    def test_later_articles_are_compared_with_those_that_come_back(self, tmp_path: Path) -> None:
        """Shards behind that of the article that failed hold no failure themselves."""
        source = json_lines(tmp_path / "a.jsonl", N)
        whole = run_archive([str(source)], tmp_path / "whole", OPTIONS)
        first = run_archive([str(source)], tmp_path / "out", OPTIONS, make_workers=FailsAtFirst)
        assert (first.n_failed, first.n_repeating) == (1, whole.n_repeating - 1)
        listed = "syndication.jsonl"
        assert files(tmp_path / "out")[listed] != files(tmp_path / "whole")[listed]
        assert run_archive([str(source)], tmp_path / "out", OPTIONS, rerun="failed") == whole
        assert files(tmp_path / "out") == files(tmp_path / "whole")

    def test_comparing_goes_on_after_a_kill(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        source = json_lines(tmp_path / "a.jsonl", N)
        whole = run_archive([str(source)], tmp_path / "whole", OPTIONS)
        run_archive([str(source)], tmp_path / "out", OPTIONS, make_workers=FailsAtFirst)
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "change", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                run_archive([str(source)], tmp_path / "out", OPTIONS, rerun="failed")
        assert files(tmp_path / "out")["syndication.jsonl"] != files(tmp_path / "whole")["syndication.jsonl"]
        assert run_archive([str(source)], tmp_path / "out", OPTIONS) == whole
        assert files(tmp_path / "out") == files(tmp_path / "whole")

    def test_a_shard_made_again_and_not_noted(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its file holds one result more than the journal knows of; none of them may be given to another article."""
        source = json_lines(tmp_path / "a.jsonl", N)
        run_archive([str(source)], tmp_path / "whole", OPTIONS)
        run_archive([str(source)], tmp_path / "out", OPTIONS, make_workers=FailsAtFirst)
        interrupted(monkeypatch, [str(source)], tmp_path / "out", OPTIONS, 0, rerun="failed")
        run_archive([str(source)], tmp_path / "out", OPTIONS, rerun="failed")
        assert files(tmp_path / "out") == files(tmp_path / "whole")

    def test_a_file_that_was_missing(self, tmp_path: Path) -> None:
        paths = [str(json_lines(tmp_path / "a.jsonl", 12)), str(tmp_path / "b.jsonl"), str(tmp_path / "c.jsonl")]
        json_lines(tmp_path / "c.jsonl", 30)
        totals = run_archive(paths, tmp_path / "out", OPTIONS)
        assert totals.n_failed == 1
        [failed] = [json.loads(line) for line in (tmp_path / "out" / "failed.jsonl").read_bytes().splitlines()]
        assert failed["source"] == paths[1]
        json_lines(tmp_path / "b.jsonl", 20)
        run_archive(paths, tmp_path / "out", OPTIONS, rerun="failed")
        run_archive(paths, tmp_path / "whole", OPTIONS)
        assert files(tmp_path / "out") == files(tmp_path / "whole")


class TestFailures:
    def test_an_unwritable_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(OutputError, match="name one that you may write"):
            run_archive(["x"], tmp_path / "file", OPTIONS)

    def test_a_full_disk(self, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real = os.fsync

        def full(number: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="disk is full"):
            run_archive([str(done / "a.jsonl")], tmp_path / "out", OPTIONS)
        monkeypatch.setattr(os, "fsync", real)
        run_archive([str(done / "a.jsonl")], tmp_path / "out", OPTIONS)
        assert files(tmp_path / "out") == files(done / "out")

    def test_broken_records_are_named_and_the_rest_goes_on(self, tmp_path: Path) -> None:
        rows = [json.dumps({"id": i, "text": text(3 * i)}) for i in range(6)]
        rows[2] = rows[2][:-5]
        rows[4] = '{"id": 4, "text": ["bpjs mou"]}'
        (tmp_path / "a.jsonl").write_text("\n".join(rows))
        totals = run_archive([str(tmp_path / "a.jsonl")], tmp_path / "out", OPTIONS)
        assert (totals.n_read, totals.n_results, totals.n_failed) == (6, 4, 2)
        failed = [json.loads(line) for line in (tmp_path / "out" / "failed.jsonl").read_bytes().splitlines()]
        assert [row["stage"] for row in failed] == ["read", "read"]
        assert [row["source"].rpartition("#")[2] for row in failed] == ["3", "4"]

    def test_damage_of_every_kind(self, tmp_path: Path) -> None:
        """A job over damaged files tells of each, and takes everything else."""
        whole = json_lines(tmp_path / "a.jsonl", 6)
        (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json_lines(tmp_path / "x", 90).read_bytes())[:-400])
        (tmp_path / "c.parquet").write_bytes(b"PAR1 and nothing more")
        (tmp_path / "d.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n")
        (tmp_path / "e.csv").write_text("nama,umur\nA,1\n")
        (tmp_path / "f.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
        (tmp_path / "g.html").write_text("<html><body>BPJS MoU</body></html>")
        (tmp_path / "x").unlink()
        paths = [str(path) for path in sorted(tmp_path.iterdir())]
        totals = run_archive([*paths, str(whole)], tmp_path / "out", OPTIONS)
        failed = [json.loads(line) for line in (tmp_path / "out" / "failed.jsonl").read_bytes().splitlines()]
        assert {Path(row["source"].partition("#")[0]).name for row in failed} >= {
            *("b.jsonl.gz", "c.parquet", "d.warc", "e.csv", "f.txt", "g.html")
        }
        assert all(row["error"] and row["stage"] == "read" for row in failed)
        from_whole = [row for row in results(tmp_path / "out") if "a.jsonl#" in row["article"]["source"]]
        assert len(from_whole) == 2 * len(range(0, 6, 3))
        assert any("b.jsonl.gz#" in row["article"]["source"] for row in results(tmp_path / "out"))
        assert totals.n_read == totals.n_skipped + totals.n_results + totals.n_duplicates + totals.n_failed


class TestSyndication:
    def copies(self, tmp_path: Path) -> Path:
        rows = [{"id": i, "text": text(0) if i % 2 else text(3 * i)} for i in range(12)]
        path = tmp_path / "a.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    def test_marked(self, tmp_path: Path) -> None:
        totals = run_archive([str(self.copies(tmp_path))], tmp_path / "out", OPTIONS)
        marks = [json.loads(line) for line in (tmp_path / "out" / "syndication.jsonl").read_bytes().splitlines()]
        exact = [mark for mark in marks if mark["similarity"] == 1.0]
        assert [mark["source"].rpartition("#")[2] for mark in exact] == ["1", "3", "5", "7", "9", "11"]
        assert {mark["duplicate_of"]["source"].rpartition("#")[2] for mark in exact} == {"0"}
        assert (totals.n_results, totals.n_duplicates) == (12, 0)

    def test_extracted_once(self, tmp_path: Path) -> None:
        source = self.copies(tmp_path)
        marked = run_archive([str(source)], tmp_path / "mark", OPTIONS)
        once = run_archive([str(source)], tmp_path / "once", replace(OPTIONS, syndication="once"))
        assert once.n_repeating == marked.n_repeating == once.n_duplicates
        assert once.n_results == 12 - once.n_duplicates
        assert len(results(tmp_path / "once")) == once.n_results

    def test_once_is_the_same_after_an_interruption(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        source = self.copies(tmp_path)
        options = replace(OPTIONS, syndication="once", shard_size=2)
        run_archive([str(source)], tmp_path / "whole", options)
        interrupted(monkeypatch, [str(source)], tmp_path / "out", options, 2)
        run_archive([str(source)], tmp_path / "out", options)
        assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_a_model_that_cannot_be_loaded_ends_the_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = json_lines(tmp_path / "a.jsonl", 9)
    folder = weights.folder("id_sepakat_news")
    damaged = tmp_path / "models" / folder.name
    shutil.copytree(folder, damaged)
    (damaged / "meta.json").write_text("{}")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nfrom pathlib import Path\n"
        "from sepakat.ner import weights\n"
        f"weights.folder = lambda name: Path({str(tmp_path)!r}) / 'models' / name\n"
    )
    command = [sys.executable, "-m", "sepakat", "extract", str(source), "-o", f"{tmp_path}/out/"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 3
    assert "--force-reinstall sepakat, or go on without it: --ner none" in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_settings_reach_the_workers(tmp_path: Path) -> None:
    from datetime import date

    source = json_lines(tmp_path / "a.jsonl", 3)
    run_archive([str(source)], tmp_path / "out", Options(Settings(published=date(2025, 6, 5))))
    [result] = results(tmp_path / "out")
    assert result["article"]["published"] == "2025-06-05"


def test_progress_is_told(done: Path, tmp_path: Path) -> None:
    told: list[archive.Progress] = []
    run_archive([str(done / "a.jsonl")], tmp_path, OPTIONS, report=told.append)
    assert told[-1].n_done == len(range(0, N, 3))
    assert told[-1].n_read == N
    assert told[-1].n_bytes == (done / "a.jsonl").stat().st_size
