"""The archive's job on a Ray cluster: the records, the order, the shards and the journal of the local engine.

The main process reads, triages and writes, as it does with worker processes (run/archive.py); actors, spread over the
nodes, extract. Each actor holds one worker process of run/processes.py, and in it the models. So the time limit, and
an article that brings its process down, end as they do on one machine, with the same words; and an actor dies only
with its node, or by somebody's hand. Ray then starts it anew and does its tasks again (`max_restarts`,
`max_task_retries`): that costs time and nothing else. An archive need only be readable where the job is started.

Why the job hands tasks to actors, and is no Ray Data pipeline of its own:

- Ray Data lists all read tasks, or takes all blocks, before it begins (Ray 2.60; `from_arrow` with an iterator is
  issue 39737 of Ray). Here the main process streams, and no more than `n_ahead` tasks are in memory.
- Ray Data does a task whose actor has died again without end, or gives the whole dataset up. Here an article that kills
  its process is tried once more, and set aside.
- With syndication `once` an article is looked up between two steps of work, which share the actors.

Data that lie in a cluster already go through Ray Data with `run/arrow_batch.py`.
"""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, TypeVar

from sepakat.errors import Failed, MissingExtraError, SepakatError
from sepakat.run import archive
from sepakat.run.archive import Options, Report, Rerun
from sepakat.run.journal import Totals
from sepakat.run.processes import Work, Workers

A = TypeVar("A")
T = TypeVar("T")
B = TypeVar("B")
_AHEAD: Final = 4
"""Tasks in flight for each actor (see run/processes.py)."""
_START_S: Final = 300.0
"""Seconds until the first actor must stand: a cluster that scales itself has to start a machine for it."""


class ClusterError(SepakatError):
    """The Ray cluster cannot be reached, or starts no actor."""


def run_archive(
    paths: Sequence[str],
    folder: Path,
    options: Options,
    *,
    rerun: Rerun | None = None,
    report: Report = lambda progress: None,
) -> Totals:
    """Extract an archive into a folder by actors; arguments, errors and files as of `archive.run_archive`.

    `options.n_workers` is the number of actors; each needs one CPU of the cluster. The cluster is the one of
    `RAY_ADDRESS`, or that runs on this machine, or else one that is started here for the job.

    Raises:
        ClusterError: If the cluster cannot be reached, or starts no actor.
    """
    if find_spec("ray") is None:
        raise MissingExtraError("--engine ray needs Ray: python -m pip install 'sepakat[ray]'")
    return archive.run_archive(paths, folder, options, rerun=rerun, report=report, make_workers=RayWorkers)


class RayWorkers:
    """What `processes.Workers` is, with an actor in the place of each process."""

    def __init__(
        self, *, n_workers: int, start: Callable[[], object], preload: Sequence[str], time_limit_s: float
    ) -> None:
        """Keep what is needed to start actors; arguments as for `processes.Workers`, `start` must pickle."""
        self.n_ahead = n_workers * _AHEAD
        """Tasks that are read before the outcome of the first of them is taken."""
        self._n_workers = n_workers
        self._process = {"start": start, "preload": preload, "time_limit_s": time_limit_s}
        self._ours = False
        """Whether it was this object that joined or started the cluster."""
        self._loads: dict[Any, set[Any]] = {}
        """Actors that stand, each with its tasks that are not done."""
        self._starting: dict[Any, Any] = {}
        """Actors that do not stand yet, by the answer that is awaited of them."""

    def __enter__(self) -> "RayWorkers":
        """Nothing starts before the first task."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the actors, and leave the cluster if it was joined for them; one that was started ends."""
        import ray

        if self._ours:
            ray.shutdown()
        elif ray.is_initialized():
            for actor in [*self._loads, *self._starting.values()]:
                ray.kill(actor)
        self._loads, self._starting, self._ours = {}, {}, False

    def map(
        self, work: Work[T, B], tasks: Iterable[tuple[A, Sequence[T]]], *, name: Callable[[T], str]
    ) -> Iterator[tuple[A, list[B | Failed]]]:
        """Do all tasks; arguments, order and outcomes as of `processes.Workers.map`; all must pickle.

        Raises:
            ClusterError: If the cluster cannot be reached, starts no actor, or breaks down as a whole.
        """
        window: deque[tuple[A, Any]] = deque()
        for mine, items in tasks:
            window.append((mine, self._submit(work, items, name) if items else None))
            while window and (window[0][1] is None or len(window) > self.n_ahead):
                yield _outcomes(*window.popleft())
        while window:
            yield _outcomes(*window.popleft())

    def _submit(self, work: Work[T, B], items: Sequence[T], name: Callable[[T], str]) -> Any:
        """Hand a task to the actor that has the fewest."""
        if not self._loads:
            self._start()
        self._look()
        actor = min(self._loads, key=lambda actor: len(self._loads[actor]))
        task = actor.do.remote(work, items, name)
        self._loads[actor].add(task)
        return task

    def _start(self) -> None:
        """Join the cluster, or start one, and ask for actors; wait for the first of them."""
        import ray

        if not ray.is_initialized():
            try:
                ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
            except Exception as error:  # Ray raises bare exceptions here
                address = os.environ.get("RAY_ADDRESS")
                what = f"the Ray cluster of RAY_ADDRESS={address} cannot be joined" if address else "Ray cannot start"
                raise ClusterError(f"{what} ({_short(error)}); see `ray status`, or use --engine local") from error
            self._ours = True
        actor_class = ray.remote(_Actor).options(
            num_cpus=1, max_restarts=-1, max_task_retries=-1, scheduling_strategy="SPREAD"
        )
        for _ in range(self._n_workers):
            actor = actor_class.remote(self._process)
            self._starting[actor.stands.remote()] = actor
        self._look(wait_s=_START_S)
        if not self._loads:
            raise ClusterError(f"no actor could start in {_START_S:g} s: each needs a free CPU, see `ray status`")

    def _look(self, *, wait_s: float = 0.0) -> None:
        """See which actors stand by now, and which tasks are done."""
        import ray

        if self._starting:
            answers, _ = ray.wait([*self._starting], timeout=wait_s)
            for answer in answers:
                _get(answer)
                self._loads[self._starting.pop(answer)] = set()
        tasks = [task for load in self._loads.values() for task in load]
        if tasks:
            done, _ = ray.wait(tasks, num_returns=len(tasks), timeout=0, fetch_local=False)
            for load in self._loads.values():
                load.difference_update(done)


class _Actor:
    """One worker process, on any node."""

    def __init__(self, process: dict[str, Any]) -> None:
        """Nothing starts before the first task."""
        self._workers = Workers(n_workers=1, **process)

    def stands(self) -> int:
        """Answer, with the number of its process."""
        return os.getpid()

    def do(self, work: Work[T, B], items: Sequence[T], name: Callable[[T], str]) -> list[B | Failed]:
        """Do one task."""
        [(_, outcomes)] = self._workers.map(work, [(None, items)], name=name)
        return outcomes


def _outcomes(mine: A, task: Any) -> tuple[A, list[Any]]:
    return mine, _get(task) if task is not None else []


def _get(answer: Any) -> Any:
    import ray

    try:
        return ray.get(answer)
    except ray.exceptions.RayError as error:
        raise ClusterError(
            f"the Ray cluster gave up ({_short(error)}); every node needs this version of sepakat[ray]; what is done "
            "is kept, and the same command goes on"
        ) from error


def _short(error: Exception) -> str:
    """The last line of an error, which in Ray names its cause."""
    return (str(error).strip() or type(error).__name__).splitlines()[-1][:300]
