"""What an article says of a name elsewhere: a person is introduced in full and then called by one word.

A reader sees one sentence at a time. What is sure in one tells where the name ends in a headline (`Togar Siregar
Nakhodai …`), that a word which is a common one besides is a name here, and that a name was overlooked in another.
"""

from collections.abc import Collection, Container, Iterable, Sequence
from typing import Final

from sepakat.ner import people

_INITIAL: Final = 2
"""Letters of what is too short to be known again as part of a name, at most."""


def words_of(names: Iterable[Sequence[str]]) -> frozenset[str]:
    """Words of names that are longer than an initial."""
    return frozenset(word for name in names for word in name if len(word) > 1)


def as_in_body(words: Sequence[str], start: int, end: int, names: Container[tuple[str, ...]]) -> int:
    """Where a name in a headline ends, by the name that the article has elsewhere (`Togar Siregar [Nakhodai]`)."""
    lowered = tuple(word.lower() for word in words[start:end])
    return next((start + n for n in range(len(lowered), 1, -1) if lowered[:n] in names), end)


def parts_of(names: Iterable[Sequence[str]]) -> frozenset[tuple[str, ...]]:
    """What names are called by when they come again: some of their words, in order, that begin and end with one."""
    return frozenset(
        tuple(name[start:end])
        for name in names
        for start in range(len(name))
        for end in range(start + 1, len(name) + 1)
        if name[start].isalpha() and name[end - 1].isalpha() and len(name[end - 1]) > _INITIAL
    )


def come_again(
    words: Sequence[str], taken: Container[int], parts: Collection[tuple[str, ...]], longest: int
) -> list[tuple[int, int]]:
    """Names of the article that a reader overlooked in a sentence: `[Kamau] lebih tertarik`.

    Args:
        words: The tokens of the sentence.
        taken: Those that stand in an entity already.
        parts: What the article's names are called by (`parts_of`).
        longest: Words of the longest of these.

    Returns:
        The bounds of each.
    """
    firsts = {part[0] for part in parts}
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(words):
        end = start + 1
        if words[start][0].isupper() and words[start].lower() in firsts and start not in taken:
            lowered = tuple(word.lower() for word in words[start : start + longest])
            whole = start + next((n for n in range(len(lowered), 0, -1) if lowered[:n] in parts), 0)
            if whole > start and _is_called(words, start, whole) and not any(i in taken for i in range(start, whole)):
                found.append((start, whole))
                end = whole
        start = end
    return found


def _is_called(words: Sequence[str], start: int, end: int) -> bool:
    """Whether part of a name stands for the person: no other capitals beside it, and no word or place besides."""
    if end - start == 1 and people.is_something_else(words[start]):
        return False
    before = words[start - 1] if start > 1 else ""
    if before.isalpha() and before[0].isupper() and not people.has_cue(words, start, end):
        return False
    after = words[end] if end < len(words) else ""
    if not after.isalpha() or after[0].islower():
        return True
    return people.is_headline(words) or people.is_shouted(words)
