"""What sums of money are for: purpose, unit and recipient.

The words near a sum are weighed (`data/amount_purposes.csv`): a word counts less the farther it stands, less
across a comma or another sum, less behind the sum than before it. In a noun phrase the head decides, which in
Indonesian comes first: `anggaran iuran JKK` is a budget, `tunggakan iuran` are arrears. Sums fixed by law are
evidence too. The same sum twice is one amount, and both places are its evidence.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from sepakat.assembly.shares import RateReading as RateReading  # shares are read beside sums
from sepakat.assembly.shares import read_rates as read_rates
from sepakat.recognisers.money import Money
from sepakat.records import AmountPer, AmountPurpose
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.phrases import Phrases
from sepakat.text.tables import read_csv


@dataclass(frozen=True, slots=True)
class AmountReading:
    """A sum of money with what it is for.

    Attributes:
        value: The sum.
        purpose: Of the contract's list; `other` when nothing near tells it.
        per: What it is for one of.
        recipient: Who gets it, as written, or None.
        score: From 0 to 1, how clearly sum and purpose are told.
        mentions: All places that give this sum, in order of place.
    """

    value: Money
    purpose: AmountPurpose
    per: AmountPer
    recipient: str | None
    score: float
    mentions: tuple[Mention[Money], ...]


# --- Purpose of a sum ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word that tells a purpose, with its weight."""

    span: Span
    purpose: AmountPurpose
    weight: float


_TABLE: Final = {row["phrase"]: (row["purpose"], float(row["weight"])) for row in read_csv("amount_purposes")}
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
_BEFORE_REACH, _AFTER_REACH = 260, 120  # code points
_WEAKEST: Final = 0.1  # below that nothing was told
_LEAST_BENEFIT: Final = 500_000  # rupiah: no other benefit, no claims, budget or arrears are so small
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


def _cues(layout: Layout) -> list[_Cue]:
    """Words that tell purposes, in order of place, without those that only modify the head before them."""
    found: list[_Cue] = []
    for span, phrase in _CUES.find(layout.lower.replace("\n", " ")):  # phrases may be hard-wrapped
        purpose, weight = _TABLE[phrase]
        if purpose == "none":
            continue
        head = found[-1] if found else None
        if head and span.start - head.span.end < _PHRASE_REACH:
            inside = _INSIDE_PHRASE if head.purpose in _HEADS else _AND
            if inside.fullmatch(layout.lower, head.span.end, span.start):
                found[-1] = _Cue(Span(head.span.start, span.end), head.purpose, head.weight)
                continue
        if purpose == "contribution" and "tertagih" not in phrase and _is_owed(layout, span):
            purpose = "arrears"
        found.append(_Cue(span, cast(AmountPurpose, purpose), weight))
    return found


def _is_owed(layout: Layout, span: Span) -> bool:
    """Whether the sentence tells of collecting arrears before it comes to `iuran`."""
    sentence = layout.sentence_at(span.start)
    start = max(sentence.span.start if sentence else 0, span.start - _BEFORE_REACH)
    return bool(_COLLECTION.search(layout.lower, start, span.start))


def _weight(layout: Layout, sum_at: Span, cue: _Cue, others: Sequence[Span]) -> float:
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
    sums = bisect_left(others, Span(gap.end, 0)) - bisect_left(others, Span(gap.start, 0))
    weight *= _ACROSS_SUM**sums * _ACROSS_COMMA ** min(3, between.count(",") + between.count("("))
    sentence, own = layout.sentence_at(cue.span.start), layout.sentence_at(sum_at.start)
    if sentence != own:
        weight *= _ACROSS_SENTENCE
    if not behind and _is_beside_earlier(layout, cue, others):
        weight *= _ACROSS_SUM
    return weight


def _is_beside_earlier(layout: Layout, cue: _Cue, others: Sequence[Span]) -> bool:
    """Whether a cue stands right behind an earlier sum and so tells of that one: `(Rp5 juta beasiswa`."""
    index = bisect_left(others, Span(cue.span.start, 0)) - 1
    return index >= 0 and bool(_BESIDE.fullmatch(layout.lower, others[index].end, cue.span.start))


def _votes(
    layout: Layout, mention: Mention[Money], cues: Sequence[_Cue], others: Sequence[Span]
) -> dict[AmountPurpose, float]:
    """The weight of each purpose for one mention of a sum."""
    span, value = mention.span, mention.value
    votes: dict[AmountPurpose, float] = {}
    starts = [cue.span.start for cue in cues]
    first = bisect_left(starts, span.start - _BEFORE_REACH)
    last = bisect_left(starts, span.end + _AFTER_REACH)
    for cue in cues[first:last]:
        if value.rupiah >= _LEAST_BENEFIT or cue.purpose in _SMALL:
            votes[cue.purpose] = votes.get(cue.purpose, 0.0) + _weight(layout, span, cue, others)
    if value.rupiah in _BY_LAW:
        by_law = _BY_LAW[value.rupiah]
        votes[by_law] = votes.get(by_law, 0.0) + _LAW_WEIGHT
    if value.rupiah < _LEAST_BENEFIT and value.per in ("month", "person_month", "person_year"):
        votes["contribution"] = votes.get("contribution", 0.0) + _LAW_WEIGHT
    return votes


# --- Unit and recipient of a sum ----------------------------------------------------------------------------

_PER: Final[dict[str, AmountPer]] = {
    "person": "person",
    "month": "person_month",
    "person_month": "person_month",
    "year": "year",
    "person_year": "year",
}
_PER_BEFORE: Final = re.compile(
    r"(?:(?P<year>setahun|satu tahun|per tahun|pertahun|tahunan)|(?P<month>sebulan|per bulan|perbulan|bulanan"
    r"|(?:se)?tiap bulan)|(?P<person>masing-masing|per orang|(?:se)?tiap orang))(?:nya)?\b[^.;\n0-9]{0,40}$"
)
_RECIPIENT: Final = re.compile(
    r"\b(?:kepada|bagi|untuk|diterima(?:\soleh)?)\s"
    r"(?P<who>(?!me|di|program|iuran|tahun|bpjs|jaminan|biaya|pembayaran|total|setiap|tiap|\d+\sbulan)[^,.;:()\n]{3,60}?)"
    r"(?=\s(?:sebesar|senilai|sejumlah|dengan|yang|atas|melalui|dari|pada|di|berupa|selama|masing-masing|per|serta"
    r"|dan|senilai|karena|sebagai|dalam|agar|oleh)\b|[,.;:()\n]|$)"
)


def _per(layout: Layout, mention: Mention[Money], purpose: AmountPurpose) -> AmountPer:
    """What a sum is for one of, by the words behind it, else by those before it."""
    if mention.value.per:
        return _PER[mention.value.per]
    before = layout.lower[max(0, mention.span.start - 70) : mention.span.start]
    match = _PER_BEFORE.search(before)
    if match is None or (match["month"] and purpose not in ("contribution", "wage", "pension_benefit")):
        return "total"
    return "year" if match["year"] else "person_month" if match["month"] else "person"


def _recipient(layout: Layout, mention: Mention[Money]) -> str | None:
    """Who gets a sum: what follows `kepada`, `bagi`, `untuk` or `diterima`, behind it or before it."""
    sentence = layout.sentence_at(mention.span.start)
    if sentence is None:
        return None
    end = min(sentence.span.end, mention.span.end + 90)
    behind = _RECIPIENT.search(layout.lower, mention.span.end, end)
    if behind and behind.start() - mention.span.end < 24:
        return layout.text[slice(*behind.span("who"))].strip()
    start = max(sentence.span.start, mention.span.start - 90)
    before = list(_RECIPIENT.finditer(layout.lower, start, mention.span.start))
    return layout.text[slice(*before[-1].span("who"))].strip() if before else None


# --- Sums ---------------------------------------------------------------------------------------------------


_GOES_ON: Final = re.compile(
    r"[\"'\s-]{0,4}(?:kemudian|lalu|selanjutnya|selain itu|serta|dan|sedangkan|sementara|masing-masing"
    r"|ditambah|juga|rincian|terdiri|yakni|yaitu|di antaranya|dengan rincian)\b"
)


def read_amounts(layout: Layout, mentions: Sequence[Mention[Money]]) -> list[AmountReading]:
    """Amounts of the article: each sum once, with its purpose, in order of first place.

    Args:
        layout: The article.
        mentions: Its sums of money, in order of place.

    Returns:
        The readings. Headlines of other articles and what follows the body give none; a rounded sum of the
        headline is left out when the body tells it exactly.
    """
    kept = [m for m in mentions if layout.zone_at(m.span.start) not in ("read_also", "tail")]
    if not kept:
        return []
    cues, spans = _cues(layout), [mention.span for mention in mentions]
    groups: dict[tuple[int, int | None], list[Mention[Money]]] = {}
    for mention in kept:
        groups.setdefault((mention.value.rupiah, mention.value.rupiah_max), []).append(mention)
    readings: list[AmountReading] = []
    for group in groups.values():
        if not _is_rounded(layout, group, list(groups)):
            readings.append(_amount(layout, group, cues, spans, readings[-1] if readings else None))
    return readings


def _amount(
    layout: Layout,
    group: Sequence[Mention[Money]],
    cues: Sequence[_Cue],
    spans: Sequence[Span],
    previous: AmountReading | None,
) -> AmountReading:
    """One sum by all places that give it; where nothing tells a purpose, that of the sum before may go on."""
    votes: dict[AmountPurpose, float] = {}
    for mention in group:
        for purpose, weight in _votes(layout, mention, cues, spans).items():
            votes[purpose] = votes.get(purpose, 0.0) + weight
    best = max(group, key=lambda m: (m.value.per is not None, m.value.approx == "exact"))
    told, clarity = _told(votes)
    if told is None:
        told = _continued(layout, best, previous)
    return AmountReading(
        value=best.value,
        purpose=told,
        per=_per(layout, best, told),
        recipient=next((who for m in group if (who := _recipient(layout, m))), None),
        score=max(m.score for m in group) * (0.7 + 0.3 * clarity),
        mentions=tuple(group),
    )


def _told(votes: dict[AmountPurpose, float]) -> tuple[AmountPurpose | None, float]:
    """The purpose with the most votes and its share of them; None when all votes are too weak."""
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _WEAKEST:
        return None, 0.3
    return ranked[0][0], ranked[0][1] / sum(votes.values())


def _continued(layout: Layout, mention: Mention[Money], previous: AmountReading | None) -> AmountPurpose:
    """The purpose of the sum before, if a list goes on (`Kemudian Rp69 juta untuk …`); else `other`."""
    if previous is None or mention.span.start - previous.mentions[-1].span.end > _BEFORE_REACH:
        return "other"
    sentence = layout.sentence_at(mention.span.start)
    goes_on = sentence and _GOES_ON.match(layout.lower, sentence.span.start)
    return previous.purpose if goes_on else "other"


def _is_rounded(
    layout: Layout, group: Sequence[Mention[Money]], sums: Sequence[tuple[int, int | None]]
) -> bool:
    """Whether a sum stands only in headline or caption and rounds one that the body tells exactly."""
    if any(layout.zone_at(mention.span.start) not in ("title", "head", "caption") for mention in group):
        return False
    rupiah = group[0].value.rupiah
    digits = len(str(rupiah).rstrip("0"))
    return any(
        abs(other - rupiah) <= 0.03 * other and len(str(other).rstrip("0")) > digits for other, _ in sums
    )
