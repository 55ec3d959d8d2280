"""Trades that no word list knows, told by the enumeration they stand in: `1.115 nelayan, 830 X dan 475 Y`.

An enumeration names things of one kind. Where one of its items is a known group of workers with a number, the
others with a number are groups too. Without numbers an unknown item counts only between two known groups, or
as the last one when it begins with a word for people (`juru`, `tukang`) or is an agent noun (`pelimbang`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sepakat.text.article import Span
from sepakat.text.tables import read_lines

_WORD: Final = r"[a-z][a-z-]*[a-z](?:/[a-z-]+)?"
_ITEM: Final = rf"(?P<item>{_WORD}(?: {_WORD}){{0,3}}?)"
_NUMBER: Final = r"[0-9][0-9.]{0,9}"
_AND: Final = r"(?:,? (?:dan|serta|maupun|ditambah)|,)(?: (?:sebanyak|sekitar|para))?"
_END: Final = r"(?=\s?(?:[,.;)\"]|$|\((?![0-9]))| (?:dan|serta|yang|di|dari|untuk|maupun)(?![\w-]))"

_COUNTED: Final = re.compile(rf"{_NUMBER} (?:orang )?$")
_NEXT: Final = re.compile(rf"(?: {_WORD}){{0,2}}{_AND} {_NUMBER} (?:orang )?{_ITEM}{_END}")
_PREVIOUS: Final = re.compile(rf"(?:^|[ (:]){_NUMBER} (?:orang )?{_ITEM}{_AND} {_NUMBER} (?:orang )?$")
_NEXT_BEFORE_NUMBER: Final = re.compile(rf" {_NUMBER} orang{_AND} {_ITEM} {_NUMBER} orang")
_BETWEEN: Final = re.compile(rf"{_AND} (?P<item>{_WORD}(?: {_WORD}){{0,2}}){_AND} ")
_JOINED: Final = re.compile(rf"{_AND} ")
_LAST: Final = re.compile(rf",? (?:dan|serta) (?P<item>{_WORD}(?: {_WORD}){{0,2}}?)(?=[.,;])")
_REACH: Final = 72  # code points before a group in which the item before it lies
_LONGEST: Final = 12  # items of one enumeration that are followed

_VERB: Final = re.compile(r"(?:me(?:m|n|ng|ny|l|r|w|y)|di|ter|ber|ke)[a-z]{3,}")
_AGENT: Final = re.compile(
    r"pe(?:m|n|ng|ny|l|r|t|k|s)?[a-z]{3,}(?<!an)(?!\w)"
    r"|(?:juru|tukang|guru|kader|penjaga|buruh|petugas|tenaga|pekerja|anggota|pengurus|ketua|imam|sopir|operator)\b"
)
_NOT_PEOPLE: Final = frozenset(read_lines("not_worker_groups"))


def unknown_items(lower: str, known: Sequence[Span]) -> list[Span]:
    """Items of enumerations that stand beside known groups of workers and are none themselves.

    Args:
        lower: The text in lower case, line breaks made spaces.
        known: Groups named in it, in order, disjoint, without words for workers at large.

    Returns:
        Their places in order, disjoint, and disjoint from `known`.
    """
    found: list[Span] = []
    for i, span in enumerate(known):
        previous_end = known[i - 1].end if i else 0
        next_start = known[i + 1].start if i + 1 < len(known) else len(lower)
        if _COUNTED.search(lower, max(0, span.start - 18), span.start):
            found += _items_before(lower, span.start, previous_end)
            found += _items_after(lower, span.end, next_start)
        elif match := _NEXT_BEFORE_NUMBER.match(lower, span.end):
            found += _item(match, next_start)
        found += _uncounted(lower, known, i)
    disjoint: list[Span] = []
    for span in sorted(set(found)):
        if not disjoint or span.start >= disjoint[-1].end:
            disjoint.append(span)
    return disjoint


def _items_after(lower: str, end: int, stop: int) -> Iterator[Span]:
    """Counted items that go on after a counted group, up to the next known one."""
    for _ in range(_LONGEST):
        match = _NEXT.match(lower, end)
        if match is None or not (item := _item(match, stop)):
            return
        yield item[0]
        end = item[0].end


def _items_before(lower: str, start: int, stop: int) -> Iterator[Span]:
    """Counted items that lead up to a counted group, back to the known one before it."""
    for _ in range(_LONGEST):
        match = _PREVIOUS.search(lower, max(stop, start - _REACH), start)
        if match is None or not (item := _item(match, start)):
            return
        yield item[0]
        start = item[0].start


def _uncounted(lower: str, known: Sequence[Span], i: int) -> Iterator[Span]:
    """An item between two known groups, and the last one after two of them."""
    if i == 0:
        return
    before, span = known[i - 1], known[i]
    if span.start - before.end > _REACH:
        return
    if match := _BETWEEN.fullmatch(lower, before.end, span.start):
        yield from _item(match, span.start)
    elif (
        _JOINED.fullmatch(lower, before.end, span.start)
        and (match := _LAST.match(lower, span.end))
        and _AGENT.match(match["item"])
    ):
        yield from _item(match, known[i + 1].start if i + 1 < len(known) else len(lower))


def _item(match: "re.Match[str]", stop: int) -> list[Span]:
    """The place of a matched item if it ends before `stop` and may name people."""
    words = match["item"].split()
    if match.end("item") > stop or _VERB.fullmatch(words[0]):
        return []
    if any(word in _NOT_PEOPLE or word.endswith("nya") for word in words):
        return []
    return [Span(*match.span("item"))]
