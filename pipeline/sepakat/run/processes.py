"""Worker processes: outcomes in the order of the tasks, a time limit, and no article lost to a process that dies."""

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeout  # until Python 3.11 another class
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from sepakat.errors import Failed, MissingExtraError, SepakatError

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

A = TypeVar("A")
T = TypeVar("T")
B = TypeVar("B")
Work = Callable[[Sequence[T]], Sequence[B | Failed]]
_PAUSES_S: Final = (0.0, 0.1, 0.5, 2.0, 5.0)
"""Before a pool that broke is started again; the last one before giving up."""
_TRIES: Final = 2
"""How often an item may fail, first among others and then alone."""
_BREAKS: Final = 4
"""How often a pool may break under one item that is tried alone; the next time counts as its own failure."""
_AHEAD: Final = 4
"""Tasks in flight for each worker: enough to keep it busy, few enough to keep memory flat."""


class Pool(Protocol):
    """What does the work of a job: `Workers`, or the actors of a cluster (run/ray.py)."""

    n_ahead: int
    """Tasks that are read before the outcome of the first of them is taken."""

    def map(
        self, work: Work[T, B], tasks: Iterable[tuple[A, Sequence[T]]], *, name: Callable[[T], str]
    ) -> Iterator[tuple[A, list[B | Failed]]]:
        """Do all tasks (see `Workers.map`)."""
        ...


MakeWorkers = Callable[..., AbstractContextManager[Pool]]
"""Takes the arguments of `Workers`."""


class WorkersError(SepakatError):
    """No worker process can be started."""


class _PoolBroke(RuntimeError):
    """A task was given up with all others because the pool broke: its item may not even have been begun."""


class Workers:
    """A pool of processes that each work on lists of items; use it as a context manager.

    A task that outlasts the time limit, or whose process dies, is done again item by item; an item that fails
    alone too is set aside as a `Failed`. What only lost its pool, as when a process dies before its first task, is
    done again as if nothing had happened.
    """

    def __init__(
        self, *, n_workers: int, start: Callable[[], object], preload: Sequence[str], time_limit_s: float
    ) -> None:
        """Keep what is needed to start processes, now and after one has died.

        Args:
            n_workers: How many processes.
            start: Run once in each new process: loads what the work needs.
            preload: Modules that the work needs; they are imported once, before the processes begin.
            time_limit_s: Seconds that one item may take.

        Raises:
            MissingExtraError: If pebble is not installed.
        """
        if find_spec("pebble") is None:
            raise MissingExtraError("worker processes need pebble: python -m pip install 'sepakat[archive]'")
        self.n_ahead = n_workers * _AHEAD
        """Tasks that are read before the outcome of the first of them is taken."""
        self._n_workers = n_workers
        self._start = start
        self._preload = preload
        self._time_limit_s = time_limit_s
        self._pool: ProcessPool | None = None

    def __enter__(self) -> "Workers":
        """Nothing starts before the first task."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the processes, whatever they are doing."""
        self._stop()

    def map(
        self, work: Work[T, B], tasks: Iterable[tuple[A, Sequence[T]]], *, name: Callable[[T], str]
    ) -> Iterator[tuple[A, list[B | Failed]]]:
        """Do all tasks.

        Args:
            work: Function of a module, run in a worker: a list of items to the list of their outcomes.
            tasks: Each with something of the caller's that comes back beside its outcomes; read as needed. A task
                without items comes back without outcomes, in its turn.
            name: What a `Failed` calls an item.

        Yields:
            For each task, in order, the outcomes of its items in order.

        Raises:
            SepakatError: If the work raises one.
        """
        window: deque[tuple[A, Sequence[T], ProcessFuture[Sequence[B | Failed]] | None]] = deque()
        for mine, items in tasks:
            window.append((mine, items, self._submit(work, items) if items else None))
            while window and (window[0][2] is None or len(window) > self.n_ahead):
                yield self._outcomes(work, name, *window.popleft())
        while window:
            yield self._outcomes(work, name, *window.popleft())

    def _outcomes(
        self,
        work: Work[T, B],
        name: Callable[[T], str],
        mine: A,
        items: Sequence[T],
        future: "ProcessFuture[Sequence[B | Failed]] | None",
    ) -> tuple[A, list[B | Failed]]:
        outcomes = self._result(future) if future else []
        if isinstance(outcomes, Exception):
            n_failed = 0 if isinstance(outcomes, _PoolBroke) else 1
            return mine, [self._alone(work, item, name(item), n_failed) for item in items]
        return mine, [*outcomes]

    def _alone(self, work: Work[T, B], item: T, name: str, n_failed: int) -> B | Failed:
        n_broke = 0
        while n_failed < _TRIES:
            outcomes = self._result(self._submit(work, [item]))
            if not isinstance(outcomes, Exception):
                return outcomes[0]
            if isinstance(outcomes, _PoolBroke) and n_broke < _BREAKS:
                n_broke += 1
            else:
                n_failed += 1
        if isinstance(outcomes, (TimeoutError, FutureTimeout)):
            reason = f"took longer than {self._time_limit_s:g} s, twice; give it more time: --time-limit SECONDS"
            return Failed(name, "time", reason)
        reason = f"the process that read it died, twice ({outcomes}); look at this article alone, or report it"
        return Failed(name, "worker", reason)

    def _result(self, future: "ProcessFuture[Sequence[B | Failed]]") -> Sequence[B | Failed] | Exception:
        """The outcomes of a task, or what kept it from having any."""
        try:
            return future.result()
        except CancelledError:
            return _PoolBroke("the pool was stopped under it")
        except SepakatError:  # raised on purpose: every other task would end in the same way
            raise
        except Exception as error:
            if self._pool is not None and not self._pool.active:
                self._stop()  # the next task starts a new one
            return _PoolBroke("all processes died") if isinstance(error, BrokenProcessPool) else error

    def _submit(self, work: Work[T, B], items: Sequence[T]) -> "ProcessFuture[Sequence[B | Failed]]":
        for seconds in _PAUSES_S:
            try:
                return self._running().schedule(work, (items,), timeout=self._time_limit_s)
            except (RuntimeError, OSError, EOFError) as error:  # the pool broke, or what starts its processes did
                self._stop()
                cause = error
                time.sleep(seconds)
        raise WorkersError(f"worker processes cannot be started ({cause!r}); is there memory for them?") from cause

    def _running(self) -> "ProcessPool":
        if self._pool is None:
            from pebble import ProcessPool

            context = _context(self._preload)
            self._pool = ProcessPool(self._n_workers, initializer=_begin, initargs=(self._start,), context=context)
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            with suppress(RuntimeError, OSError, EOFError):  # what is broken may not be stopped either
                self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool.join()
            self._pool = None


def _context(preload: Sequence[str]) -> Any:
    """How processes start: from a server that has imported what they need, or from nothing where there is none."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*preload])
    return context


def _begin(start: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's business
    if sys.platform == "linux":
        _die_with_parent()
    start()


def _die_with_parent() -> None:
    """A main process that is killed takes its workers with it."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
