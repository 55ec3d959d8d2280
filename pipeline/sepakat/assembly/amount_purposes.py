"""Words near a sum of money that tell what it is for, and how much each says about it.

The words are those of `data/amount_purposes.csv`, also with the clitic `-nya`. A word counts less the farther
it stands, less across a comma or another sum, less behind the sum than before it. In a noun phrase the head
decides, which in Indonesian comes first: `anggaran iuran JKK` is a budget, `tunggakan iuran` are arrears.
Sums fixed by law, and multiples of the contribution, are evidence too.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, cast

from sepakat.recognisers.money import Money
from sepakat.records import AmountPurpose
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.phrases import Phrases
from sepakat.text.tables import read_csv


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells a purpose, with its weight."""

    span: Span
    purpose: AmountPurpose
    weight: float


def _table() -> dict[str, tuple[str, float]]:
    """Purpose and weight of each phrase; a phrase with `-nya` of its own stands as it is."""
    own = {row["phrase"]: (row["purpose"], float(row["weight"])) for row in read_csv("amount_purposes")}
    return {**{f"{phrase}nya": told for phrase, told in own.items()}, **own}


_TABLE: Final = _table()
_CUES: Final = Phrases(_TABLE)
_HEADS: Final = frozenset(("budget", "arrears", "contribution"))
# What may stand between the head of a noun phrase and its modifiers: `anggaran untuk iuran program JKK`.
_INSIDE_PHRASE: Final = re.compile(
    r"(?:[\s/&()]|,\s|\b(?:dan|untuk|program|dengan|total|bpjs|ketenagakerjaan|pembayaran|dari|nilai|membayar"
    r"|perlindungan|jaminan|sosial|bagi|yang|ter[a-z]{3,10}|di[a-z]{3,10})\b)*"
)
_AND: Final = re.compile(r"\s?(?:dan|serta|/|&|,)\s?")  # `santunan JKK dan beasiswa` is named for the first
# A power of attorney is given to a prosecutor to collect arrears: there `iuran` are what is owed.
_COLLECTION: Final = re.compile(r"\bskk\b|surat kuasa khusus|menunggak|penunggak")
_PHRASE_REACH: Final = 40  # code points
_BESIDE: Final = re.compile(
    r"\s?\(?\s?(?:(?:untuk|sebagai|dari|berupa|adalah|merupakan|dalam bentuk)\s)?(?:program\s)?"
)
_HALF_WAY: Final = 30.0  # code points after which a word counts half
_BEHIND: Final = 0.45  # a word behind a sum, other than right beside it, against one before it
_ACROSS_SUM, _ACROSS_COMMA, _ACROSS_SENTENCE = 0.3, 0.7, 0.25
BEFORE_REACH: Final = 260  # code points before a sum in which words count
_AFTER_REACH: Final = 120  # and behind it
_LEAST_BENEFIT: Final = 500_000  # rupiah: no other benefit, no claims, budget or arrears are so small
_MOST_BENEFIT: Final = 1_000_000_000  # rupiah: from here on a benefit is that of many, `776 kasus JKM … Rp23 miliar`
_BENEFITS: Final[frozenset[AmountPurpose]] = frozenset(
    ("death_benefit", "accident_benefit", "old_age_benefit", "pension_benefit", "job_loss_benefit")
)
_SMALL: Final = frozenset(("contribution", "wage", "pension_benefit", "other"))
_BY_LAW: Final[dict[int, AmountPurpose]] = {
    42_000_000: "death_benefit",  # PP 82/2019: 20 + 12 + 10 million
    24_000_000: "death_benefit",  # PP 44/2015
    70_000_000: "accident_benefit",  # PP 82/2019: 48 times the lowest wage declared, 12 and 10 million
    174_000_000: "scholarship",  # PP 82/2019: at most, for two children
    16_800: "contribution",  # Permenaker 5/2021: JKK 10,000 and JKM 6,800 a month
    10_000: "contribution",
    6_800: "contribution",
    36_800: "contribution",  # with JHT 20,000
    201_600: "contribution",  # 16,800 for a year
}
_LAW_WEIGHT: Final = 0.3
_MONTHLY: Final = 16_800  # rupiah for JKK and JKM: people x months x this are contributions
_MILLION: Final = 1_000_000  # rupiah; multiples of it are too round to be such a product


def purpose_cues(layout: Layout) -> list[Cue]:
    """Words that tell purposes, in order of place, without those that only modify the head before them."""
    found: list[Cue] = []
    for span, phrase in _CUES.find(layout.lower.replace("\n", " ")):  # phrases may be hard-wrapped
        purpose, weight = _TABLE[phrase]
        if purpose == "none":
            continue
        head = found[-1] if found else None
        if head and span.start - head.span.end < _PHRASE_REACH:
            inside = _INSIDE_PHRASE if head.purpose in _HEADS else _AND
            if inside.fullmatch(layout.lower, head.span.end, span.start):
                found[-1] = Cue(Span(head.span.start, span.end), head.purpose, head.weight)
                continue
        if purpose == "contribution" and "tertagih" not in phrase and _is_owed(layout, span):
            purpose = "arrears"
        found.append(Cue(span, cast(AmountPurpose, purpose), weight))
    return found


def _is_owed(layout: Layout, span: Span) -> bool:
    """Whether the sentence tells of collecting arrears before it comes to `iuran`."""
    sentence = layout.sentence_at(span.start)
    start = max(sentence.span.start if sentence else 0, span.start - BEFORE_REACH)
    return bool(_COLLECTION.search(layout.lower, start, span.start))


_START: Final = attrgetter("start")


def _weight(layout: Layout, sum_at: Span, cue: Cue, others: Sequence[Span]) -> float:
    """How much a cue says about a sum, by its place.

    Args:
        layout: The article.
        sum_at: Where the sum stands.
        cue: The cue.
        others: All sums of the article, in order.
    """
    behind = cue.span.start >= sum_at.end
    gap = Span(sum_at.end, cue.span.start) if behind else Span(cue.span.end, sum_at.start)
    between = layout.lower[gap.start : gap.end]
    weight = cue.weight / (1 + max(0, len(between)) / _HALF_WAY)
    if behind and not _BESIDE.fullmatch(between):
        weight *= _BEHIND
    sums = bisect_left(others, gap.end, key=_START) - bisect_left(others, gap.start, key=_START)
    weight *= _ACROSS_SUM**sums * _ACROSS_COMMA ** min(3, between.count(",") + between.count("("))
    sentence, own = layout.sentence_at(cue.span.start), layout.sentence_at(sum_at.start)
    if sentence is not own:
        weight *= _ACROSS_SENTENCE
    if not behind and _is_beside_earlier(layout, cue, others):
        weight *= _ACROSS_SUM
    return weight


def _is_beside_earlier(layout: Layout, cue: Cue, others: Sequence[Span]) -> bool:
    """Whether a cue stands right behind an earlier sum and so tells of that one: `(Rp5 juta beasiswa`."""
    index = bisect_left(others, cue.span.start, key=_START) - 1
    return index >= 0 and bool(_BESIDE.fullmatch(layout.lower, others[index].end, cue.span.start))


def purpose_votes(
    layout: Layout, mention: Mention[Money], cues: Sequence[Cue], others: Sequence[Span]
) -> dict[AmountPurpose, float]:
    """The weight of each purpose for one mention of a sum."""
    span, value = mention.span, mention.value
    votes: dict[AmountPurpose, float] = {}
    first = bisect_left(cues, span.start - BEFORE_REACH, key=attrgetter("span.start"))
    last = bisect_left(cues, span.end + _AFTER_REACH, key=attrgetter("span.start"))
    for cue in cues[first:last]:
        if value.rupiah >= _LEAST_BENEFIT or cue.purpose in _SMALL:
            votes[cue.purpose] = votes.get(cue.purpose, 0.0) + _weight(layout, span, cue, others)
    if value.rupiah in _BY_LAW:
        by_law = _BY_LAW[value.rupiah]
        votes[by_law] = votes.get(by_law, 0.0) + _LAW_WEIGHT
    if value.rupiah % _MONTHLY == 0 and value.rupiah > _MILLION and value.rupiah % _MILLION:
        votes["contribution"] = votes.get("contribution", 0.0) + _LAW_WEIGHT
    if value.rupiah < _LEAST_BENEFIT and value.per in ("month", "person_month", "person_year"):
        votes["contribution"] = votes.get("contribution", 0.0) + _LAW_WEIGHT
    if value.rupiah >= _MOST_BENEFIT:
        for benefit in _BENEFITS & votes.keys():
            votes["claims_total"] = votes.get("claims_total", 0.0) + votes.pop(benefit)
    return votes
