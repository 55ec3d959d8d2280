"""Whom a number counts: the rules that find the group of workers to a quantity, in order of trust.

A group right after the number, a group before it with a counting word, or only people (`orang`, or nothing)
in a sentence on enrolment after a group has been named.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sepakat.text import counting_words as words
from sepakat.text import not_workers
from sepakat.text.article import Span
from sepakat.text.numerals import Quantity
from sepakat.text.worker_labels import WorkerLabel

_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
_ALSO_RESIDENTS = {"masyarakat", "warga", "mahasiswa"}  # workers only where enrolment is spoken of
_NEXT_GROUP = 60  # code points that may stand between a number and its group
_REACH = 300  # code points around a number that are looked at
_MOST_PEOPLE = 300_000_000  # more than live in the country


class Candidate(NamedTuple):  # made for every number of an article: much faster than a dataclass
    """One quantity with the text around it.

    Attributes:
        text: The article in lower case.
        span: Where the quantity stands.
        quantity: Its value.
        sentence: The sentence it stands in.
        before: Text of the sentence up to the number, at most 90 code points.
    """

    text: str
    span: Span
    quantity: Quantity
    sentence: Span
    before: str


def candidate_at(lower: str, span: Span, quantity: Quantity, sentence: Span) -> Candidate:
    """The candidate for a quantity of a text in lower case."""
    return Candidate(lower, span, quantity, sentence, lower[max(sentence.start, span.start - 90) : span.start])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule made of a candidate; `end` is where the span of the mention ends."""

    rule: str
    score: float
    start: int
    end: int
    label: WorkerLabel | None


def countable(candidate: Candidate) -> bool:
    """Whether the number can be one of people at all: whole, no share, no rupiah, no age, no address."""
    value, high = candidate.quantity.value, candidate.quantity.value_max
    if value != int(value) or not 1 <= value <= _MOST_PEOPLE or (high is not None and high != int(high)):
        return False
    return not not_workers.is_no_count(candidate.text, candidate.span.start, candidate.span.end)


def read(candidate: Candidate, labels: Sequence[WorkerLabel]) -> Reading | None:
    """The first rule that says whom a number counts.

    Args:
        candidate: A number for which `countable` holds.
        labels: All labels of the article, in order.
    """
    start = bisect_left(labels, candidate.span.end, key=lambda label: label.span.start)
    following = [label for label in labels[start : start + 2] if label.span.end <= candidate.sentence.end]
    preceding = [
        label
        for label in labels[max(0, start - 3) : start]
        if candidate.sentence.start <= label.span.start and label.span.end <= candidate.span.start
    ]
    return (
        _group_after(candidate, following)
        or _group_before(candidate, preceding)
        or _only_people(candidate, preceding or labels[max(0, start - 1) : start], following)
    )


def _group_after(candidate: Candidate, following: Sequence[WorkerLabel]) -> Reading | None:
    """`2.640 tenaga kerja`, `16 ribu orang ketua RT`, `1.500 kepada pekerja rentan`."""
    if not following:
        return None
    text, end, label = candidate.text, candidate.span.end, following[0]
    if label.span.start - end > _NEXT_GROUP:
        return None
    if words.TO_GROUP.fullmatch(text, end, label.span.start):
        rule, score = "workers.group_after", 0.95
    elif words.FOR_GROUP.fullmatch(text, end, label.span.start) and "sebanyak" in candidate.before[-12:]:
        rule, score = "workers.for_group", 0.6
    else:
        return None
    if label.body and not words.PERSON.match(text, end):
        if label.category != "rt_rw" or not words.ARE_ENROLLED.match(text, label.span.end):
            return None
        rule, score = "workers.office_enrolled", 0.7
    if label.generic and len(following) > 1:
        narrower = following[1]
        label = narrower if words.NARROWED.fullmatch(text, label.span.end, narrower.span.start) else label
    if not label.generic and label == following[0] and len(following) > 1:
        label = _with_joined(text, label, following[1])
    return Reading(rule, score, candidate.span.start, label.span.end, label)


def _with_joined(text: str, label: WorkerLabel, other: WorkerLabel) -> WorkerLabel:
    """The label with the one joined to it, if both share the number: `950 petani dan nelayan bagang`."""
    joined = text[label.span.end : other.span.start].strip(" \n") in {"dan", "serta", "maupun", "/"}
    if not joined or other.generic or words.OWN_NUMBER.match(text, other.span.end):
        return label
    return replace(label, span=Span(label.span.start, other.span.end))


def _group_before(candidate: Candidate, preceding: Sequence[WorkerLabel]) -> Reading | None:
    """`nelayan sebanyak 412 orang`, `jumlah pekerja terlindungi 23.150`, `petani (120)`, `Non-ASN: 540`."""
    text, span = candidate.text, candidate.span
    if not preceding or span.start - preceding[-1].span.end > 70:
        return None
    label = preceding[-1]
    between = text[label.span.end : span.start]
    if words.BREAKS.search(between):
        return None
    person = words.PERSON.match(text, span.end)
    end = person.end() if person else span.end
    if not person and (label.body or not words.CLOSES.match(text, end)):
        return None
    totalled = _is_totalled(text, preceding)
    plain = words.APPROX.sub("", between)
    if words.COUNTING.search(between):
        score = 0.9 if person or totalled else 0.85
    elif (not plain.strip() or (totalled and words.LOCATED.fullmatch(plain))) and (person or totalled):
        score = 0.85
    elif not plain.strip() and not label.generic and not _YEAR_LIKE.fullmatch(text[span.start : span.end]):
        score = 0.6
    else:
        return None
    if not_workers.names_other_unit(between):
        return None
    start = label.span.start if len(between) <= 30 else span.start
    return Reading("workers.group_before", score, start, end, label)


def _is_totalled(text: str, preceding: Sequence[WorkerLabel]) -> bool:
    """Whether `jumlah` or the like stands before the last label, or before the one joined to it by `dan`."""
    start = preceding[-1].span.start
    if len(preceding) > 1 and text[preceding[-2].span.end : start].strip(" \n,") in {"dan", "serta"}:
        start = preceding[-2].span.start
    return words.TOTALLED.search(text, max(0, start - 22), start) is not None


def _only_people(
    candidate: Candidate, preceding: Sequence[WorkerLabel], following: Sequence[WorkerLabel]
) -> Reading | None:
    """`1,9 juta yang belum terdaftar`, `kuota 5.000`, `23 persen atau 398.120`, `540 orang` enrolled."""
    text, span = candidate.text, candidate.span
    person = words.PERSON.match(text, span.end) or words.AMONG.match(text, span.end)
    end = person.end() if person else span.end
    if person and following and _is_broken_down(text, end, following[0].span.start):
        return Reading("workers.broken_down", 0.7, span.start, end, None)
    if not preceding or span.start - preceding[-1].span.end > _REACH:
        return None
    label = preceding[-1]
    near = candidate.sentence.start <= label.span.start
    if enrolled := words.ARE_ENROLLED.match(text, span.end):
        end, score = enrolled.end(), 0.8 if near else 0.6
    elif words.SO_MANY_ENROLLED.search(candidate.before) and words.CLOSES.match(text, end):
        score = 0.7 if near else 0.55
    elif _is_quota_or_share(candidate.before) and words.CLOSES.match(text, end):
        score = 0.75 if near else 0.6
    elif person and _speaks_of_enrolment(candidate):
        score = 0.65 if near else 0.5
    elif person and (words.SUMMED.search(candidate.before) or words.PAID_FOR.search(candidate.before)):
        score = 0.55
    else:
        return None
    if not person and not_workers.names_other_unit(text[label.span.end : span.start]):
        return None
    return Reading("workers.people", score, span.start, end, None if label.body else label)


def _is_quota_or_share(before: str) -> bool:
    """Whether a quota (`kuota 5.000`) or a share (`23 persen atau 398.120`) leads up to the number."""
    if any(stem in before for stem in words.QUOTA_STEMS) and words.QUOTA.search(before):
        return True
    return ("%" in before or "persen" in before) and words.SHARE_OR.search(before) is not None


def _is_broken_down(text: str, end: int, first: int) -> bool:
    """Whether the groups follow that a number of people falls into: `2.750 orang, yakni 1.200 …`."""
    return first - end <= 80 and words.FALLS_INTO.match(text, end, first) is not None


_OF = re.compile(
    r"[ \n](?:orang |jiwa |pekerja |peserta )?dari(?: total| jumlah| sekitar| sebanyak)*[ \n]",
)


def read_parts_of_wholes(readings: list[tuple[Candidate, Reading | None]]) -> None:
    """Give both numbers of `7.850 dari 12.300 pekerja` the group that stands with one of them (in place)."""
    for i in range(len(readings) - 1):
        (part, first), (whole, second) = readings[i], readings[i + 1]
        if first is not None and second is None and _is_part_behind(part, first, whole):
            readings[i + 1] = (whole, Reading("workers.part", 0.8, whole.span.start, whole.span.end, first.label))
            continue
        if (first is None) == (second is None) or part.quantity.value >= whole.quantity.value:
            continue
        if not _OF.fullmatch(part.text, part.span.end, whole.span.start):
            continue
        if not (countable(part) and countable(whole)):
            continue
        label = (first or second or _NO_READING).label
        if first is None:
            readings[i] = (part, Reading("workers.part", 0.8, part.span.start, part.span.end, label))
        elif words.CLOSES.match(whole.text, whole.span.end):
            readings[i + 1] = (whole, Reading("workers.whole", 0.8, whole.span.start, whole.span.end, label))


_OUT_OF = re.compile(r"\bdari (?:total |jumlah |sekitar |sebanyak |potensi )*$")
_THEN_PART = re.compile(
    r"(?:[ \n](?:di|se)[ -][^.,;:\d]{1,40}?)?,?[ \n](?:yang |(?:\w+ ){0,2})??(?:baru|hanya|sudah|telah)[ \n]"
    r"(?:\w+[ \n]){0,3}"
)


def _is_part_behind(whole: Candidate, reading: Reading, part: Candidate) -> bool:
    """Whether a bare number is what is enrolled of the number before it: `dari 900 pekerja, baru mendaftar 120`."""
    text, end = part.text, part.span.end
    return (
        part.quantity.value < whole.quantity.value
        and countable(part)
        and _THEN_PART.fullmatch(text, reading.end, part.span.start) is not None
        and _OUT_OF.search(whole.before) is not None
        and (words.CLOSES.match(text, end) is not None or text.startswith(" (", end))
    )


_NO_READING = Reading("", 0.0, 0, 0, None)


def counts_others(candidate: Candidate, reading: Reading) -> bool:
    """Whether the people are guests, claimants or a norm for each village, or no workers by this sentence."""
    text = candidate.text
    if not_workers.counts_others(candidate.before, text, reading.end):
        return True
    if reading.label is None or reading.label.span.of(text) not in _ALSO_RESIDENTS:
        return False
    return not _speaks_of_enrolment(candidate)


def _speaks_of_enrolment(candidate: Candidate) -> bool:
    """Whether the sentence, near the number, speaks of enrolment or protection."""
    low = max(candidate.sentence.start, candidate.span.start - _REACH)
    high = min(candidate.sentence.end, candidate.span.end + _REACH)
    return words.ENROLMENT.search(candidate.text, low, high) is not None
