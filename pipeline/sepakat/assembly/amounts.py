"""What sums of money are for: purpose, unit and recipient.

The words near a sum are weighed (`amount_purposes`). The same sum twice is one amount, and both places are
its evidence, unless each place surely tells another purpose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.assembly.amount_purposes import BEFORE_REACH, purpose_cues, purpose_votes
from sepakat.assembly.shares import RateReading as RateReading  # shares are read beside sums
from sepakat.assembly.shares import read_rates as read_rates
from sepakat.recognisers.money import Money
from sepakat.records import AmountPer, AmountPurpose
from sepakat.text.article import Mention
from sepakat.text.layout import Layout


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
# Who can get money: kin and beneficiaries, counted or not; behind `kepada` and `diterima` also a name.
_RECIPIENT: Final = re.compile(
    r"\b(?P<cue>kepada|(?<!dana )bagi|untuk|diterima(?:\soleh)?)\s(?P<who>"
    r"(?:(?:para|seluruh|semua|[0-9.]{1,9}|se(?:orang)?|dua|tiga|empat|lima)\s){0,2}"
    r"(?P<head>ahli\swaris|keluarga\w{0,9}|istri\w{0,3}|suami\w{0,3}|putr[ia]\w{0,3}|anak|janda|orang\stua"
    r"|alm(?:arhum(?:ah)?)?\b|peserta|pekerja|buruh|tenaga|petugas|pegawai|perangkat|aparatur|guru|kader|petani|nelayan"
    r"|pedagang|pengurus|masyarakat|warga|mahasiswa|marbot|orang)?[^,.;:()\n0-9]{0,60}?)"
    r"(?=\s(?:sebesar|senilai|sejumlah|dengan|yang|atas|melalui|dari|pada|di|berupa|selama|masing-masing|per|serta"
    r"|dan|karena|sebagai|dalam|agar|oleh|sejak|hingga|maksimal|minimal|maksimum|rp|akan|terdiri|ketika|saat|usai)\b"
    r"|[,.;:()\n]|\s?[0-9]|\s?$)"
)
_MONEY: Final = re.compile(r"\brp")


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
    start, end = mention.span.start, mention.span.end
    behind = _RECIPIENT.search(layout.lower, end, min(sentence.span.end, end + 90))
    if behind and behind.start() - end < 24 and not _NEXT_SUM.search(layout.lower, end, behind.start()):
        return _who(layout, behind)
    first = max(sentence.span.start, start - 90)
    first = max([first, *(m.end() for m in _MONEY.finditer(layout.lower, first, start))])
    before = list(_RECIPIENT.finditer(layout.lower, first, start))
    return _who(layout, before[-1]) if before else None


_NEXT_SUM: Final = re.compile(r",|\b(?:dan|serta|juga)\b")


def _who(layout: Layout, match: re.Match[str]) -> str | None:
    """The recipient's words, if they name people: `untuk satu tahun` and `bagi rumah sakit` name none."""
    who = layout.text[slice(*match.span("who"))].strip()
    name = match["cue"] not in ("bagi", "untuk") and who[:1].isupper()
    return who if match["head"] or name else None


# --- Sums ---------------------------------------------------------------------------------------------------


_WEAKEST: Final = 0.1  # below that nothing was told
_SURE: Final = 0.7  # from here on a single place tells the purpose by itself
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
    cues, spans = purpose_cues(layout), [mention.span for mention in mentions]
    groups: dict[tuple[int, int | None], list[Mention[Money]]] = {}
    for mention in kept:
        groups.setdefault((mention.value.rupiah, mention.value.rupiah_max), []).append(mention)
    readings: list[AmountReading] = []
    for group in groups.values():
        if _is_rounded(layout, group, list(groups)):
            continue
        told = [(mention, purpose_votes(layout, mention, cues, spans)) for mention in group]
        for same in _by_purpose(told):
            readings.append(_amount(layout, same, readings[-1] if readings else None))
    return sorted(readings, key=lambda reading: reading.mentions[0].span)


_Told = tuple[Mention[Money], dict[AmountPurpose, float]]  # a place with the weight of each purpose


def _by_purpose(told: Sequence[_Told]) -> list[list[_Told]]:
    """Equal sums, apart where places surely tell other purposes (`beasiswa Rp9 juta`, `klaim Rp9 juta`)."""
    groups: dict[AmountPurpose | None, list[_Told]] = {}
    for place in told:
        purpose, share = _told(place[1])
        is_sure = purpose is not None and place[1][purpose] >= _SURE and share >= _SURE
        groups.setdefault(purpose if is_sure else None, []).append(place)
    unsure = groups.pop(None, [])
    if len(groups) < 2:
        return [list(told)]
    first, *others = groups.values()
    return [sorted([*first, *unsure], key=lambda place: place[0].span), *others]


def _amount(layout: Layout, told: Sequence[_Told], previous: AmountReading | None) -> AmountReading:
    """One sum by all places that give it; where nothing tells a purpose, that of the sum before may go on."""
    group = [mention for mention, _ in told]
    votes: dict[AmountPurpose, float] = {}
    for _, weights in told:
        for purpose, weight in weights.items():
            votes[purpose] = votes.get(purpose, 0.0) + weight
    best = max(group, key=lambda m: (m.value.per is not None, m.value.approx == "exact"))
    purpose_told, clarity = _told(votes)
    told_for = purpose_told or _continued(layout, best, previous)
    return AmountReading(
        value=best.value,
        purpose=told_for,
        per=_per(layout, best, told_for),
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
    if previous is None or mention.span.start - previous.mentions[-1].span.end > BEFORE_REACH:
        return "other"
    sentence = layout.sentence_at(mention.span.start)
    goes_on = sentence and _GOES_ON.match(layout.lower, sentence.span.start)
    return previous.purpose if goes_on else "other"


def _is_rounded(layout: Layout, group: Sequence[Mention[Money]], sums: Sequence[tuple[int, int | None]]) -> bool:
    """Whether a sum stands only in headline or caption and rounds one that the body tells exactly."""
    if any(layout.zone_at(mention.span.start) not in ("title", "head", "caption") for mention in group):
        return False
    rupiah = group[0].value.rupiah
    digits = len(str(rupiah).rstrip("0"))
    return any(abs(other - rupiah) <= 0.03 * other and len(str(other).rstrip("0")) > digits for other, _ in sums)
