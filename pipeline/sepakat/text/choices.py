"""Compact spelling of several phrases in one table cell: `{perangkat|aparatur} desa`."""

import re
from itertools import product


def expand(pattern: str) -> list[str]:
    """All phrases of a pattern, in order.

    Args:
        pattern: Text with choices in braces, not nested: `{a|b|} c`. An empty arm makes the choice optional.

    Returns:
        The phrases with single spaces: `a c`, `b c`, `c`.
    """
    parts = [arms.split("|") for arms in re.split(r"[{}]", pattern)]
    return [" ".join("".join(choice).split()) for choice in product(*parts)]
