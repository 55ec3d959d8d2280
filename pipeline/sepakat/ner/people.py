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
    [
        "kata",
        "ujar",
        "ungkap",
        "tutur",
        "jelas",
        "terang",
        "imbuh",
        "sambung",
        "tegas",
        "papar",
        "beber",
        "ucap",
        "pungkas",
        "lanjut",
        "tambah",
        "tandas",
        "sebut",
        "katanya",
        "ujarnya",
        "ungkapnya",
        "tuturnya",
        "jelasnya",
        "terangnya",
        "imbuhnya",
        "tegasnya",
        "ucapnya",
        "kenang",
        "harap",
        "cetus",
        "tukas",
    ]
)
"""Verbs that stand before the speaker after a quotation, often with a wrong capital."""
_ABBREVIATION: Final = re.compile(r"[A-Z]{2,}[a-z]+|[A-Z][a-z]+[A-Z]{2,}")
"""`LLDikti`, `PermenPUPR`: capitals where no name has them."""
_NAME_WORD: Final = re.compile(r"[A-Z][a-z']{2,}")
_NEVER_NAMES: Final = frozenset("conat")
_MOST_MISSED: Final = 2
"""Words of a name that a reader misses at its start."""


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
    """Whether only common words, offices and the like stand there, or an abbreviation, or the place of a dateline."""
    name = [word for word in words[start:end] if word[0].isalpha()]
    if len(name) > 1:
        common = all(_NEVER_NAMES.intersection(lexicon.classes(word)) for word in name)
        mixed = len({word.isupper() for word in name if len(word) > 2}) > 1
        return common or mixed or (start == 0 and _is_dateline(words, end))
    return not name or _ABBREVIATION.fullmatch(name[0]) is not None


def _is_dateline(words: Sequence[str], end: int) -> bool:
    """Whether the sentence opens with a place in capitals and the region that it lies in: `TAROGONG KALER, GARUT`."""
    if not all(word.isupper() for word in words[:end]) or words[end : end + 1] != [","]:
        return False
    return end + 1 < len(words) and "r" in lexicon.classes(words[end + 1])


def _extended(words: Sequence[str], start: int) -> int:
    """Further to the left, where only capitalised words stand between a title or an office over a region and the name.

    All regions that a bupati is over are known; what is none of them is part of the name.
    """
    first = start
    while first and start - first < _MOST_MISSED and _NAME_WORD.fullmatch(words[first - 1]):
        if lexicon.classes(words[first - 1]).replace("c", ""):
            break
        first -= 1
    if first == start or not first:
        return start
    if start - first == 1 and words[first - 1][0].isupper() and "t" in lexicon.classes(words[first - 1]):
        return first
    office = first
    while office and "r" in lexicon.classes(words[office - 1]) and words[office - 1][0].isupper():
        office -= 1
    return first if office and words[office - 1].lower() in lexicon.region_heads() else start


def joined(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names that touch made one: Indonesian puts a comma or a word between two people."""
    whole: list[tuple[int, int]] = []
    for start, end in found:
        if whole and whole[-1][1] == start:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole
