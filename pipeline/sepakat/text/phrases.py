"""Finding the entries of a word list in a text: whole words, leftmost, longest."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from sepakat.text.article import Span


def is_word(char: str) -> bool:
    r"""Whether a character is one that words are made of, `\w` of a pattern."""
    return char.isalnum() or char == "_"


class Phrases:
    """A closed list of lower-case phrases, searched all at once (Aho-Corasick, linear in the text)."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Build the automaton; `phrases` are lower case, duplicates allowed."""
        self.entries: tuple[str, ...] = tuple(dict.fromkeys(phrases))
        # For long lists the library would choose a smaller automaton, which takes three times as long.
        kind = Implementation.DFA
        self._automaton = AhoCorasick(self.entries, matchkind=MatchKind.LeftmostLongest, implementation=kind)

    def find(self, lower: str) -> Iterator[tuple[Span, str]]:
        """Whole-word occurrences in `lower` (a lower-cased text) in order of place, with the entry found.

        An entry that ends or begins inside a word does not count.
        """
        for index, start, end in self._automaton.find_matches_as_indexes(lower):
            if start > 0 and is_word(lower[start - 1]) and is_word(lower[start]):
                continue
            if end < len(lower) and is_word(lower[end]) and is_word(lower[end - 1]):
                continue
            yield Span(start, end), self.entries[index]
