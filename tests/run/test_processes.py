"""Worker processes: order, a time limit, and processes that die."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from jobs import dies_at_first, nothing, work
from sepakat.errors import Failed
from sepakat.run.processes import Workers


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(n_workers=2, start=nothing, preload=[work.__module__], time_limit_s=1.5) as pool:
        yield pool


def outcomes(workers: Workers, *tasks: list[str]) -> list[str | Failed]:
    pairs = list(workers.map(work, enumerate(tasks), name=str))
    assert [number for number, _ in pairs] == list(range(len(tasks)))
    return [outcome for _, found in pairs for outcome in found]


def test_outcomes_come_in_the_order_of_the_tasks(workers: Workers) -> None:
    tasks = [[f"a{i}", f"b{i}"] for i in range(40)]
    assert outcomes(workers, [], *tasks, []) == [word.upper() for task in tasks for word in task]


def test_tasks_are_read_as_they_are_needed(workers: Workers) -> None:
    taken = []

    def tasks() -> Iterator[tuple[int, list[str]]]:
        for number in range(1_000):
            taken.append(number)
            yield number, ["x"]

    assert next(workers.map(work, tasks(), name=str)) == (0, ["X"])
    assert len(taken) <= workers.n_ahead + 1


def test_a_process_that_dies_takes_down_one_item(workers: Workers) -> None:
    found = outcomes(workers, ["a", "die", "b"], ["c"], *[[f"d{i}"] for i in range(20)])
    assert [str(outcome) for outcome in found if not isinstance(outcome, Failed)] == [
        *("A", "B", "C"),
        *(f"D{i}" for i in range(20)),
    ]
    [failed] = [outcome for outcome in found if isinstance(outcome, Failed)]
    assert (failed.source, failed.stage) == ("die", "worker")


def test_what_succeeds_the_second_time_is_kept(workers: Workers, tmp_path: object) -> None:
    assert outcomes(workers, ["a", f"once:{tmp_path}/flag"]) == ["A", f"ONCE:{tmp_path}/FLAG".upper()]


def test_processes_that_die_before_their_first_item_cost_none(tmp_path: Path) -> None:
    start = partial(dies_at_first, tmp_path, 4)
    with Workers(n_workers=1, start=start, preload=[work.__module__], time_limit_s=1.5) as pool:
        assert outcomes(pool, ["a", "b"], ["c"]) == ["A", "B", "C"]
    assert len(list(tmp_path.iterdir())) == 4


def test_processes_that_all_die_at_their_start_come_to_an_end(tmp_path: Path) -> None:
    start = partial(dies_at_first, tmp_path, 1_000)
    with Workers(n_workers=1, start=start, preload=[work.__module__], time_limit_s=1.5) as pool:
        [failed] = outcomes(pool, ["a"])
    assert isinstance(failed, Failed)
    assert failed.stage == "worker"


def test_time_limit(workers: Workers) -> None:
    found = outcomes(workers, ["a", "sleep", "b"], ["c"])
    assert found[0] == "A"
    assert found[2:] == ["B", "C"]
    assert isinstance(found[1], Failed)
    assert found[1].stage == "time"
    assert "--time-limit" in found[1].error


def test_an_exception_of_the_work_is_a_failure_of_its_item(workers: Workers) -> None:
    found = outcomes(workers, ["a", "raise"])
    assert found[0] == "A"
    assert isinstance(found[1], Failed)
