"""Reading archives in tests: everything that a reader gives, and a search that is plainly right."""

import re
from collections.abc import Callable, Iterable

from sepakat.errors import Failed
from sepakat.sources import formats
from sepakat.sources.columns import Columns

NAMED = Columns()


def searching(pattern: bytes) -> Callable[[object], list[int]]:
    """A search for a plain string that gives the end of each match."""
    return lambda data: [match.end() for match in re.finditer(re.escape(pattern), data)]


def found_with(block, search) -> list[int]:
    """The records of a block in which a search finds something, one by one."""
    return [i for i in range(block.n_records) if search(block.record(i).data)]


def read_all(blocks: Iterable[object]) -> list[object]:
    """All records and failures, in order."""
    seen: list[object] = []
    for block in blocks:
        if isinstance(block, Failed):
            seen.append(block)
        else:
            seen += [block.record(i) for i in range(block.n_records)]
    return seen


def articles(path, columns: Columns = NAMED):
    """The articles and failures of a file."""
    format = formats.format_of(str(path))
    return [
        one if isinstance(one, Failed) else formats.article(one, columns)
        for one in read_all(format.blocks(str(path), columns=columns))
    ]


def check_restarts(read) -> None:
    """Reading again from each block gives the rest, and each block says how many records stand before it."""
    whole = list(read(start=0, first=0))
    blocks = [one for one in whole if not isinstance(one, Failed)]
    assert len(blocks) > 2
    for block in blocks:
        again = list(read(start=block.position, first=block.first))
        rest = whole[whole.index(block) :]
        got = [one for one in again if not isinstance(one, Failed)]
        assert [(one.position, one.first, one.n_records) for one in got] == [
            (one.position, one.first, one.n_records) for one in rest if not isinstance(one, Failed)
        ]
        assert read_all(got) == read_all(one for one in rest if not isinstance(one, Failed))
        lost_later = [one for one in rest if isinstance(one, Failed)]
        assert [one for one in again if isinstance(one, Failed)][-len(lost_later) or len(again) :] == lost_later
