"""How reading time grows with the length of a text, told so that a busy machine decides nothing.

Processor time of the fastest of several runs, without the garbage collector, whose work depends on what the other
tests have left behind; and what looks like too much is measured once more before it counts.
"""

import gc
from collections.abc import Callable
from time import process_time

FACTOR = 8
"""The long text is so many times the short one."""
MOST = 3.0 * FACTOR
"""Times that the long text may take: linear growth takes 8, quadratic 64."""
FLOOR = 0.01
"""Seconds below which a time says nothing about growth."""
TRIES = 3


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of one run."""
    gc.disable()
    try:
        start = process_time()
        work(text)
        return process_time() - start
    finally:
        gc.enable()


def assert_linear(work: Callable[[str], object], unit: str, repeats: int) -> None:
    """Fail if `work` takes far more than eight times as long over eight times the text.

    Args:
        work: What is measured, given a text.
        unit: The text, which is repeated.
        repeats: How often it is repeated for the short text.
    """
    work(unit)  # tables are loaded, patterns compiled
    for _ in range(TRIES):
        short = min(seconds(work, unit * repeats) for _ in range(2))
        long = seconds(work, unit * (repeats * FACTOR))
        if long <= MOST * max(short, FLOOR):
            return
    raise AssertionError(f"{repeats} times {unit!r} takes {short:.3f} s, {FACTOR} times as many {long:.3f} s")
