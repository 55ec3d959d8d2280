"""How numbers of workers hang together: the items of a list, a part and its whole, a sum and its addends.

Numbers that hang together share their votes (see `counts`). What stands between two numbers, and in front of
the first, tells how they do; sums tell it by arithmetic, also over sentences.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.assembly.count_cues import CONTRAST, NOT_FROM
from sepakat.recognisers.workers import WorkerNumber
from sepakat.text.article import Mention, by_place
from sepakat.text.layout import Layout, Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with its sentence and the votes of the words around it."""

    mention: Mention[WorkerNumber]
    sentence: Sentence
    votes: dict[str, float]


# Words between a whole and its parts.
_BREAKDOWN: Final = re.compile(
    r":\s$|\b(?:terdiri\s(?:dari|atas)|masing-masing|dengan\srincian|rinciannya|yakni|yaitu|meliputi|antara\slain"
    r"|di\s?antaranya|dengan\stotal|total(?:nya)?|sehingga\stotal)\b"
)
# Between a part and its whole: `7.850 pekerja dari total 12.300`.
_PART_OF: Final = re.compile(
    rf"[^.;:,]{{0,40}}{NOT_FROM}\bdari\s(?:(?:total|jumlah|potensi|semesta|seluruh|sekitar|sebanyak)\s)*"
)
# Right before a whole that its part follows: `dari total 12.300 pekerja, 7.850 orang …`.
_OUT_OF: Final = re.compile(rf"{NOT_FROM}\bdari\s(?:(?:total|jumlah|potensi|semesta|seluruh|sekitar|sebanyak)\s)*$")
# Between that whole and its part.
_WHOLE_THEN_PART: Final = re.compile(r"[^.;:]{0,80}(?:,|\b(?:baru|hanya)\b)[^.;:,]{0,40}")
_BUT_FEW: Final = re.compile(r"\b(?:baru|hanya)\b")
# By these words that whole is itself a number of enrolled people.
_ENROLLED_WHOLE: Final = re.compile(r"\byang\s(?:akan\s)?(?:di|ter)(?:daftar|lindung|ikut|jamin|cover|tanggung)\w*")
# How a sentence begins that tells a part of the number before it.
_OF_THAT: Final = re.compile(r"dari\s(?:angka|jumlah|total|sekian|keseluruhan)\b(?!\s\d)")
# How a sentence begins that breaks the number before it down.
_RESUMED: Final = re.compile(
    r"(?:rinciannya|perinciannya|dengan\srincian|terdiri\s(?:dari|atas)|masing-masing|meliputi)\b"
)
# Between two numbers of one list: the first group, then a comma or `dan`.
_LISTED: Final = re.compile(
    r"[^.;:]{0,80}?(?:,|\b(?:dan|serta|maupun)|/)\s(?:(?:dan|serta|juga)\s)?(?:sebanyak\s|sekitar\s)?"
)
_OUT_OF_REACH: Final = 30  # code points before a number in which `dari total` can stand
_ADDENDS: Final = 12  # numbers after or before a sum that may add up to it
_WEAK: Final = 0.5  # votes up to which a number counts as untold
_PARAGRAPHS: Final = 2  # paragraphs over which a sum and its addends may be spread


def add(votes: dict[str, float], kind: str, vote: float) -> None:
    """Add a vote (in place)."""
    if vote:
        votes[kind] = votes.get(kind, 0.0) + vote


def share_votes(layout: Layout, places: Sequence[Place]) -> None:
    """Let parts and wholes share their votes, and the numbers of one list (in place).

    In `120 guru ngaji, 30 marbot dan 12 imam yang telah terlindungi` the words after the last hold for all.
    """
    pairs = [
        (one, other, _between(layout, one.mention, other.mention))
        for one, other in zip(places, places[1:], strict=False)
        if one.sentence == other.sentence
    ]
    lists = []
    for one, other, between in pairs:
        if _is_whole(layout, one) and _WHOLE_THEN_PART.fullmatch(between):
            if _ENROLLED_WHOLE.search(between) and not _BUT_FEW.search(between):
                one.votes["workforce"] = 0.2 * one.votes.get("workforce", 0.0)
                _whole_with_part(one.votes, other.votes)
            else:
                _part_from_whole(other.votes, one.votes)
        elif _LISTED.fullmatch(between):
            lists.append((one, other))
    _vote_together(lists)
    for one, other, between in pairs:
        if _PART_OF.fullmatch(between):
            _part_from_whole(one.votes, other.votes)
        elif _BREAKDOWN.search(between) and not CONTRAST.search(between):
            _whole_with_part(one.votes, other.votes)
    _share_over_sentences(layout, places)
    _vote_together(lists)


def _share_over_sentences(layout: Layout, places: Sequence[Place]) -> None:
    """`… 2.140 orang. Dari angka itu baru 390 …` and `… 38.106 orang. Rinciannya 12.940 …` (in place)."""
    for one, other in zip(places, places[1:], strict=False):
        if one.sentence == other.sentence or one.sentence.zone != other.sentence.zone:
            continue
        start = other.sentence.span.start
        if _OF_THAT.match(layout.lower, start):
            add(one.votes, "workforce", 2.5)
        elif _RESUMED.match(layout.lower, start):
            _whole_with_part(one.votes, other.votes)


def _is_whole(layout: Layout, place: Place) -> bool:
    """Whether `dari` or `dari total` stands right before a number."""
    start = place.mention.value.number.start
    return _OUT_OF.search(layout.lower, max(0, start - _OUT_OF_REACH), start) is not None


def _between(layout: Layout, one: Mention[WorkerNumber], other: Mention[WorkerNumber]) -> str:
    """Text from a number to the next one, or to the group that stands before that."""
    end = one.value.number.end
    start = other.span.start if other.span.start >= end else other.value.number.start
    return layout.lower[end:start]


def _vote_together(lists: Sequence[tuple[Place, Place]]) -> None:
    """Give all numbers of a list, told as pairs of neighbours, the strongest vote of each kind."""
    for one, other in [*lists, *reversed(lists)]:
        for kind in {*one.votes, *other.votes}:
            one.votes[kind] = other.votes[kind] = max(one.votes.get(kind, 0.0), other.votes.get(kind, 0.0))


def _part_from_whole(part: dict[str, float], whole: dict[str, float]) -> None:
    """In `7.850 dari 12.300 pekerja yang terlindungi` the words on enrolment are the part's (in place)."""
    part["workforce"] = 0.2 * part.get("workforce", 0.0)
    for kind in ("covered", "uncovered", "covered_by_agreement"):
        add(part, kind, 0.8 * whole.get(kind, 0.0))
    add(whole, "workforce", 3.5)


def _whole_with_part(whole: dict[str, float], part: dict[str, float]) -> None:
    """In `3.200 peserta terdiri dari 1.200 guru ngaji` both are numbers of the same thing (in place)."""
    back = dict(part)
    for kind, vote in whole.items():
        add(part, kind, 0.8 * vote)
    for kind, vote in back.items():
        add(whole, kind, 0.4 * vote)


def share_sums(facts: Sequence[Sequence[Place]]) -> None:
    """Give the addends of a sum what all places of the sum say it is (in place).

    Those told before their sum keep what is told of them: old and new may add up. A workforce is no such sum:
    its addends are those enrolled and those not.

    Args:
        facts: Places by fact, as `counts` groups them.
    """
    order = sorted((place for fact in facts for place in fact), key=lambda place: by_place(place.mention))
    sums: list[tuple[Place, list[Place], list[Place]]] = []
    for i, place in enumerate(order):
        after = _addends(place, order[i + 1 : i + 1 + _ADDENDS])
        before = _addends(place, order[max(0, i - _ADDENDS) : i][::-1])
        if after or before:
            sums.append((place, after, before))
    told = {id(place): votes for fact in facts if sums for votes in [total_votes(fact)] for place in fact}
    for place, after, before in sums:
        if _split(place) == "workforce" or any(map(_split, (*after, *before))):
            continue
        whole = told[id(place)]
        if sum(whole.values()) <= _WEAK:
            whole = total_votes([place, *after, *before])
            place.votes.update(whole)
        for addend in (*after, *(addend for addend in before if sum(addend.votes.values()) <= _WEAK)):
            for kind, vote in whole.items():
                add(addend.votes, kind, vote)


def _addends(whole: Place, others: Sequence[Place]) -> list[Place]:
    """The nearest two or more numbers on one side that add up to `whole`; none where they do not."""
    total, value = 0, whole.mention.value
    if value.value_max is not None:
        return []
    for count, other in enumerate(others, 1):
        if abs(other.sentence.paragraph - whole.sentence.paragraph) > _PARAGRAPHS:
            return []
        total += other.mention.value.value
        if total >= value.value:
            return list(others[:count]) if total == value.value and count > 1 else []
    return []


def _split(place: Place) -> str:
    """Whether a number is told to be the uncovered or all there are; else ``."""
    best = max(place.votes, key=lambda kind: place.votes[kind], default="")
    return best if best in ("uncovered", "workforce") else ""


def total_votes(places: Sequence[Place]) -> dict[str, float]:
    """The votes of several places added up."""
    votes: dict[str, float] = {}
    for place in places:
        for kind, vote in place.votes.items():
            add(votes, kind, vote)
    return votes
