"""A person as a trained reader bounds it, put right by what the package's tables know for certain.

Readers slip at the ends of a name: they take an office or a verb of speech along (`Sekdakab Adi Erlansyah`, `Ujar
Widodo`), begin late behind a place (`Bupati Deli Serdang [Asri] Ludin`), or cut a long name in two. And they take for
people what only looks like a name: capitalised words of a headline, abbreviations.
"""

import re
from collections.abc import Sequence
from typing import Final

from sepakat.ner import lexicon
from sepakat.ner.titles import without_titles

_SPEECH: Final = frozenset(
    (
        "kata ujar ungkap tutur jelas terang imbuh sambung tegas papar beber ucap pungkas lanjut tambah tandas sebut "
        "katanya ujarnya ungkapnya tuturnya jelasnya terangnya imbuhnya tegasnya ucapnya kenang harap cetus tukas"
    ).split()
)
"""Verbs that stand before the speaker after a quotation, often with a wrong capital."""
_ABBREVIATION: Final = re.compile(r"[A-Z]{2,}[a-z]+|[A-Z][a-z]+[A-Z]{2,}")
"""`LLDikti`, `PermenPUPR`: capitals where no name has them."""
_NAME_WORD: Final = re.compile(r"[A-Z][a-z']{2,}")
_NEVER_NAMES: Final = frozenset("conat")


def bounded(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Put the bounds of a person right.

    Args:
        words: The tokens of the sentence.
        start: First token of the name.
        end: Its last token plus one.

    Returns:
        The bounds of the name; nothing (`start == end`) when there is none.
    """
    start, end = without_titles(words, start, end)
    while end - start > 1 and _opens_no_name(words[start]):
        start, end = without_titles(words, start + 1, end)
    if start == end or _is_no_name(words, start, end):
        return start, start
    return _extended(words, start), end


def _opens_no_name(word: str) -> bool:
    return word.lower() in _SPEECH or word.lower() in lexicon.offices()


def _is_no_name(words: Sequence[str], start: int, end: int) -> bool:
    """Whether only common words, offices and the like stand there, two or more of them, or one abbreviation."""
    name = [word for word in words[start:end] if word[0].isalpha()]
    if len(name) > 1:
        return all(_NEVER_NAMES.intersection(lexicon.classes(word)) for word in name)
    return not name or _ABBREVIATION.fullmatch(name[0]) is not None


def _extended(words: Sequence[str], start: int) -> int:
    """One token further to the left, where only a capitalised word stands between a title and the name."""
    if start < 2 or not _NAME_WORD.fullmatch(words[start - 1]) or not _is_title(words[start - 2]):
        return start
    return start if lexicon.classes(words[start - 1]).replace("c", "") else start - 1


def _is_title(word: str) -> bool:
    return word[0].isupper() and "t" in lexicon.classes(word)


def joined(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names that touch made one: Indonesian puts a comma or a word between two people."""
    whole: list[tuple[int, int]] = []
    for start, end in found:
        if whole and whole[-1][1] == start:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole
