"""How far a run is: a bar on a terminal, a line every so often in a log; both on standard error."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Final, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from sepakat.run.archive import Progress as Status

T = TypeVar("T")
_LOG_EVERY_S: Final = 30.0
_DRAW_EVERY_S: Final = 0.2


def counted(items: Iterable[T], *, visible: bool) -> Iterator[T]:
    """Hand items on; a line counts them while it is visible and goes away at the end."""
    if not visible:
        yield from items
        return
    columns = (TextColumn("extracting"), TextColumn("{task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for item in items:
            yield item
            bar.advance(task)


class JobProgress:
    """Progress of an archive's job: call it with each status; use it as a context manager."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Find out how much there is to read.

        Args:
            paths: What the job reads; the time left is known when all are local files.
        """
        self._total = _size(paths)
        self._begun = self._told = time.monotonic()
        self._first: Status | None = None
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, transient=True) if console.is_terminal else None
        self._task = self._bar.add_task("extracting", total=self._total) if self._bar else None

    def __enter__(self) -> "JobProgress":
        """Begin to draw."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()

    def __call__(self, status: Status) -> None:
        """Show a status, unless the last one was shown a moment ago."""
        self._first = self._first or status
        now = time.monotonic()
        if now - self._told < (_DRAW_EVERY_S if self._bar else _LOG_EVERY_S):
            return
        self._told = now
        seconds = now - self._begun
        rate = (status.n_read - self._first.n_read) / seconds
        line = f"{status.n_read:,} read · {status.n_done:,} done · {status.n_failed:,} failed · {rate:,.0f}/s"
        if self._bar and self._task is not None:
            self._bar.update(self._task, description=line, completed=status.n_bytes)
        else:
            print(f"sepakat: {line}{self._left(status, seconds)}", file=sys.stderr, flush=True)

    def _left(self, status: Status, seconds: float) -> str:
        read = status.n_bytes - (self._first.n_bytes if self._first else 0)
        if not self._total or not read:
            return ""
        return f" · {max(0.0, self._total - status.n_bytes) * seconds / read / 60:,.0f} min left"


def _size(paths: Sequence[str]) -> int | None:
    """Bytes of all paths together; None if one of them is no local file."""
    total = 0
    for path in paths:
        if not os.path.isfile(path):
            return None
        total += os.path.getsize(path)
    return total
