r"""Searching for patterns where they can begin: a match of a known first word, not of every place in a text.

A pattern that begins with `(?<!\w)` and many alternatives is tried by `finditer` at every code point. Most of
them cannot begin a match; one pass of an Aho-Corasick automaton tells which can.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from sepakat.text.phrases import is_word

K = TypeVar("K", bound=Hashable)


class Openings(Generic[K]):
    """What the matches of some patterns begin with, in lower case: whole words or the first letters of words."""

    def __init__(self, openings: Mapping[K, Iterable[str]]) -> None:
        """Build the automaton from the openings of each pattern; the key says which pattern."""
        keys: dict[str, list[K]] = {}
        for key, words in openings.items():
            for word in words:
                keys.setdefault(word, []).append(key)
        self._keys = list(keys.values())
        self._automaton = AhoCorasick(list(keys), implementation=Implementation.DFA)

    def places(self, lower: str) -> dict[K, list[int]]:
        """Where in a lower-cased text each pattern may begin: ascending; those that cannot at all are left out.

        No place lies inside a word.
        """
        places: dict[K, list[int]] = {}
        for index, start, _ in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if not start or not is_word(lower[start - 1]):
                for key in self._keys[index]:
                    places.setdefault(key, []).append(start)
        for starts in places.values():
            starts.sort()  # where openings overlap they come in order of their ends
        return places


class WordPattern:
    """A pattern whose matches begin with one of some words, for texts in lower case."""

    def __init__(self, pattern: re.Pattern[str], openings: Iterable[str]) -> None:
        """Keep a pattern with the words, or first letters of words, that its matches begin with."""
        self._pattern = pattern
        self._automaton = AhoCorasick(list(openings), matchkind=MatchKind.LeftmostFirst)

    def finditer(self, lower: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What the pattern's own `finditer` would find."""
        hits = self._automaton.find_matches_as_indexes(lower[start:end])
        return matches_at(self._pattern, lower, (start + place for _, place, _ in hits), end)

    def search(self, lower: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What the pattern's own `search` would find."""
        stop = len(lower) if end is None else end
        for _, place, _ in self._automaton.find_matches_as_indexes(lower[start:stop]):
            if match := self._pattern.match(lower, start + place, stop):
                return match
        return None


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], stop: int | None = None
) -> Iterator[re.Match[str]]:
    """What `finditer` would find of a pattern whose every match begins at one of `starts`, ascending, up to `stop`."""
    stop = len(text) if stop is None else stop
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start, stop)):
            yield match
            end = match.end()
