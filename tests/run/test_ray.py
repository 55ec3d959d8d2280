"""The archive's job on a Ray cluster of two CPUs: the same bytes as on one machine, whatever is killed."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
import ray

from jobs import files, json_lines, nothing, text, work
from sepakat.errors import Failed, MissingExtraError
from sepakat.run import archive
from sepakat.run import ray as engine
from sepakat.run.archive import Options, Progress
from sepakat.run.arrow_batch import SCHEMA, TableExtractor, extract_batch
from sepakat.run.processes import Pool, Workers
from sepakat.run.ray import ClusterError, RayWorkers
from sepakat.run.settings import Settings

pytestmark = [
    pytest.mark.usefixtures("ray_cluster"),
    pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL"),
]
OPTIONS = Options(shard_size=4, n_workers=2)
N = 60
LIMITS: dict[str, Any] = {
    "n_workers": 2,
    "start": nothing,
    "preload": ["sepakat.run.worker"],
    "time_limit_s": 3.0,
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with lines that are broken, and what the local engine makes of it."""
    folder = tmp_path_factory.mktemp("done")
    source = json_lines(folder / "a.jsonl", N)
    lines = source.read_text(encoding="utf-8").splitlines()
    lines[9] = lines[9][:-3]
    lines[12] = lines[6]
    source.write_text("\n".join(lines), encoding="utf-8")
    archive.run_archive([str(source)], folder / "out", OPTIONS)
    return folder


@pytest.fixture
def workers() -> Iterator[RayWorkers]:
    with RayWorkers(**LIMITS) as pool:
        yield pool


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks of one record: many of them are on their way at any moment."""
    monkeypatch.setattr(archive, "TASK", 1)


def outcomes(workers: Pool, *tasks: Sequence[str]) -> list[str | Failed]:
    pairs = list(workers.map(work, enumerate(tasks), name=str))
    assert [number for number, _ in pairs] == list(range(len(tasks)))
    return [outcome for _, found in pairs for outcome in found]


class TestJob:
    @pytest.mark.parametrize("syndication", ["mark", "once"])
    def test_the_bytes_of_the_local_engine(self, done: Path, tmp_path: Path, syndication: Any) -> None:
        options = replace(OPTIONS, syndication=syndication)
        paths = [str(done / "a.jsonl")]
        totals = engine.run_archive(paths, tmp_path / "ray", options)
        assert totals == archive.run_archive(paths, tmp_path / "local", options)
        assert totals.n_failed == 1
        assert totals.n_repeating > 0
        assert files(tmp_path / "ray") == files(tmp_path / "local")
        assert ray.is_initialized()  # a cluster that stood before the job stays

    @pytest.mark.usefixtures("one_by_one")
    def test_killed_actors_cost_nothing_but_time(
        self, done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Both actors, one after the other, with tasks under way and more in their queues."""
        alive: list[int] = []
        killed: list[int] = []

        class Known(RayWorkers):
            def _start(self) -> None:
                super()._start()
                self._look(wait_s=60)
                alive.extend(ray.get([actor.stands.remote() for actor in self._loads]))

        def kill(progress: Progress) -> None:
            if alive and progress.n_done in (2, 7):
                killed.append(alive.pop())
                os.kill(killed[-1], signal.SIGKILL)

        monkeypatch.setattr(engine, "RayWorkers", Known)
        engine.run_archive([str(done / "a.jsonl")], tmp_path, OPTIONS, report=kill)
        assert len(killed) == 2
        assert files(tmp_path) == files(done / "out")

    @pytest.mark.usefixtures("one_by_one")
    @pytest.mark.parametrize("first", [engine, archive])
    def test_an_interrupted_job_goes_on_with_either_engine(self, done: Path, tmp_path: Path, first: Any) -> None:
        def stop(progress: Progress) -> None:
            if progress.n_done == 14:
                raise KeyboardInterrupt

        then: Any = archive if first is engine else engine
        with pytest.raises(KeyboardInterrupt):
            first.run_archive([str(done / "a.jsonl")], tmp_path, OPTIONS, report=stop)
        assert len(list(tmp_path.glob("part-*"))) == 3
        then.run_archive([str(done / "a.jsonl")], tmp_path, OPTIONS)
        assert files(tmp_path) == files(done / "out")

    def test_a_finished_job_asks_for_no_cluster(self, done: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(RayWorkers, "_start", None)
        assert engine.run_archive([str(done / "a.jsonl")], done / "out", OPTIONS).n_read == N


class TestWorkers:
    def test_what_dies_or_takes_too_long_fails_as_on_one_machine(self, workers: RayWorkers) -> None:
        tasks = [["a", "die", "b"], [], ["c", "sleep"], ["raise", "d"], *[[f"e{i}"] for i in range(20)]]
        found = outcomes(workers, *tasks)
        with Workers(**LIMITS) as processes:
            assert found == outcomes(processes, *tasks)
        failed = [outcome for outcome in found if isinstance(outcome, Failed)]
        assert [(outcome.source, outcome.stage) for outcome in failed][:2] == [("die", "worker"), ("sleep", "time")]

    def test_tasks_are_read_as_they_are_needed(self, workers: RayWorkers) -> None:
        taken = []

        def tasks() -> Iterator[tuple[int, list[str]]]:
            for number in range(1_000):
                taken.append(number)
                yield number, ["x"]

        assert next(workers.map(work, tasks(), name=str)) == (0, ["X"])
        assert len(taken) <= workers.n_ahead + 1

    def test_more_actors_than_the_cluster_has_room_for(self) -> None:
        with RayWorkers(**{**LIMITS, "n_workers": 4}) as pool:
            assert outcomes(pool, *[[f"a{i}"] for i in range(30)]) == [f"A{i}" for i in range(30)]

    def test_no_room_for_any_actor(self, workers: RayWorkers, monkeypatch: pytest.MonkeyPatch) -> None:
        assert outcomes(workers, *["abcd"]) == ["A", "B", "C", "D"]
        workers._look(wait_s=60)  # now both CPUs are taken
        monkeypatch.setattr(engine, "_START_S", 1.0)
        with RayWorkers(**LIMITS) as pool, pytest.raises(ClusterError, match="each needs a free CPU, see `ray status`"):
            outcomes(pool, ["a"])

    def test_nodes_on_which_no_actor_can_start(self) -> None:
        pool = RayWorkers(**LIMITS)
        pool._process["surprise"] = True
        with pool, pytest.raises(ClusterError, match="every node needs this version of"):
            outcomes(pool, ["a"])

    def test_a_cluster_that_cannot_be_joined(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def init(**options: Any) -> None:
            raise ConnectionError("nobody there")

        monkeypatch.setattr(ray, "is_initialized", lambda: False)
        monkeypatch.setattr(ray, "init", init)
        with RayWorkers(**LIMITS) as pool, pytest.raises(ClusterError, match=r"Ray cannot start \(nobody there\)"):
            outcomes(pool, ["a"])
        monkeypatch.setenv("RAY_ADDRESS", "10.0.0.1:6379")
        with RayWorkers(**LIMITS) as pool, pytest.raises(ClusterError, match="RAY_ADDRESS=10.0.0.1:6379 cannot be"):
            outcomes(pool, ["a"])


def test_without_ray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"python -m pip install 'sepakat\[ray\]'"):
        engine.run_archive(["x"], tmp_path / "out", OPTIONS)
    assert not (tmp_path / "out").exists()


def test_ray_data_gives_the_records_of_the_serial_run(tmp_path: Path) -> None:
    """Two files, read by tasks; the models are with an actor."""
    rows = pa.table({"id": [f"n{i}" for i in range(24)], "text": [text(i) for i in range(24)]})
    for number in range(2):
        pa.parquet.write_table(rows.slice(12 * number, 12), tmp_path / f"{number}.parquet")
    made = ray.data.read_parquet(str(tmp_path)).map_batches(
        TableExtractor,
        fn_constructor_args=[Settings()],
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=1),
    )
    made.write_parquet(str(tmp_path / "out"))
    written = pa.parquet.read_table(tmp_path / "out").select(SCHEMA.names)
    expected = extract_batch(rows.to_batches()[0], Settings())
    assert sorted(written.to_pylist(), key=by_number) == expected.to_pylist()


def by_number(row: dict[str, Any]) -> int:
    return int(row["source"].removeprefix("n"))
