"""What the package's tables know of a single word: the fast reader sees it as a feature of the word.

A name that no training text has is easier to bound when the words beside it are known: `Sekdakab` is an office,
`Lamteng` a region, `Prof` a title, `mengatakan` a word that news writes in lower case.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from sepakat.ner.titles import TITLE_WORDS
from sepakat.ner.tokens import tokenise
from sepakat.text.tables import read_csv, read_lines


def _words(phrases: Iterable[str]) -> frozenset[str]:
    lowered = (phrase.lower() for phrase in phrases)
    return frozenset(text[a:b] for text in lowered for a, b in tokenise(text) if text[a].isalpha())


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """Words in lower case by the letter of their class."""
    return {
        "o": _words(row["head"] for row in read_csv("offices")),
        "r": _words(
            [row["name"] for row in read_csv("regions")] + [row["alias"] for row in read_csv("region_aliases")]
        ),
        "t": TITLE_WORDS,
        "a": _words([*read_lines("agency_words"), *(row["name"] for row in read_csv("organisations"))]),
        "c": _words(read_lines("common_words")),
        "n": _words(read_lines("not_names")),
    }


@cache
def _known() -> Mapping[str, str]:
    """The letters of all classes of a word, in one string."""
    known: dict[str, str] = {}
    for letter, words in _classes().items():
        for word in words:
            known[word] = known.get(word, "") + letter
    return known


@cache
def offices() -> frozenset[str]:
    """Offices of one word, in lower case; the short ones are names too (`Rio`)."""
    heads = (row["head"] for row in read_csv("offices"))
    return frozenset(head for head in heads if head.isalpha() and len(head) > 3)


@cache
def region_heads() -> frozenset[str]:
    """Offices of one word over a province, regency or city, in lower case."""
    kinds = ("head_of_region", "deputy_head", "regional_secretary")
    return frozenset(row["head"] for row in read_csv("offices") if row["kind"] in kinds and row["head"].isalpha())


@cache
def regions() -> frozenset[tuple[str, ...]]:
    """Names of provinces, regencies and cities and their other forms, word by word in lower case."""
    names = [row["name"] for row in read_csv("regions")] + [row["alias"] for row in read_csv("region_aliases")]
    return frozenset(tuple(name.lower().split()) for name in names)


SEPARATOR: Final = "\u241f"


def classes(word: str) -> str:
    """The letters of all classes of a word: `o`ffice, `r`egion, `t`itle, `a`gency, `c`ommon word, `n`o name."""
    return _known().get(word.lower(), "")


def prefix(word: str) -> str:
    """The first letter of a word with the classes that it belongs to: `S␟o` for `Sekda`."""
    return f"{word[:1]}{SEPARATOR}{classes(word)}"
