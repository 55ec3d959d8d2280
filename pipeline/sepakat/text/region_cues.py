"""The word before the name of a region, as in `region_cues.csv`: `Kabupaten`, `Bupati`, `Cabang`, `Jalan`."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from sepakat.text.gazetteer import CUES, Level
from sepakat.text.layout import Layout

_REACH: Final = 40  # code points before a name in which a cue is looked for
_AGENCY_REACH: Final = 96  # and in which the head of a long agency name is
_BETWEEN: Final = "()[]\"'-/"  # may stand between the words of a cue: `Pemerintah Kota (Pemkot) Metro`
_TOKEN: Final = re.compile(r"[^\W_]+\.?|[^\s\w()\[\]\"'-]")
_JOINERS: Final = frozenset({"dan", "serta", "&", ","})
_AGENCY_HEADS: Final = frozenset({"dinas", "badan", "bagian", "kadis", "kaban", "kabag", "kepala"})


def _by_last_word() -> dict[str, list[str]]:
    """Cues with a space before them by their last word, the longest first."""
    cues: dict[str, list[str]] = defaultdict(list)
    for words in sorted(CUES, key=len, reverse=True):
        cues[words.rpartition(" ")[2]].append(f" {words}")
    return dict(cues)


_CUES_BY_LAST: Final = _by_last_word()


@dataclass(frozen=True, slots=True)
class CueText:
    """A text in two shapes of one length: as normalised; and in lower case, spaces for brackets and such."""

    written: str
    spaced: str


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue in the text.

    Attributes:
        kind: As in `region_cues.csv`.
        level: Level that the cue says, or None.
        start: Where a type word begins; for other cues, where the name does.
        capitalised: Whether the letter at `start` is a capital.
    """

    kind: str
    level: Level | None
    start: int
    capitalised: bool


def cue_text(layout: Layout) -> CueText:
    """The two shapes of an article's text."""
    spaced = layout.lower
    for mark in _BETWEEN:
        spaced = spaced.replace(mark, " ")
    return CueText(layout.text, spaced)


def cue_before(text: CueText, floor: int, start: int) -> FoundCue | None:
    """The longest cue that ends directly before `start` and begins at or after `floor`.

    A dash with a space, or a blank line, keeps a word from being a cue (`dihadiri Bupati - Metro maju`).
    """
    floor = max(floor, start - _REACH)
    words = text.spaced[floor:start].split()
    cues = _CUES_BY_LAST.get(words[-1]) if words else None
    if cues is None:
        return None
    joined = f" {' '.join(words)}"
    found = next((cue for cue in cues if joined.endswith(cue)), None)
    gap = text.written[text.spaced.rindex(words[-1], floor, start) + len(words[-1]) : start]
    if found is None or "- " in gap or " -" in gap or "\n\n" in gap:
        return None
    kind, level = CUES[found[1:]]
    if kind == "type":
        for word in reversed(found.split()):
            start = text.spaced.rindex(word, floor, start)
    return FoundCue(kind, level, start, text.written[start].isupper())


def words_before(text: str, floor: int, start: int) -> list[str]:
    """Words and marks just before `start` in its line, from `floor` on; no brackets, quotes and hyphens."""
    left = text[max(floor, start - _REACH) : start]
    return _TOKEN.findall(left[left.rfind("\n") + 1 :])


def heads_agency(text: str, floor: int, start: int) -> bool:
    """Whether the capitalised words before `start` begin an agency's name (`Dinas Tenaga Kerja Batang`)."""
    for word in reversed(_TOKEN.findall(text, max(floor, start - _AGENCY_REACH), start)):
        if word.lower() in _AGENCY_HEADS:
            return True
        if not word[0].isupper() and word.lower() not in _JOINERS:
            return False
    return False
