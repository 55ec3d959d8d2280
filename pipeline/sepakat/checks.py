"""Checks: what a fact-checker should look at. They read the linked article and the finished records; no value changes.

Each check is one function that yields findings; `CHECKS` is their only register. Messages are in two languages.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final, Literal

from sepakat.linking.merge import Linked
from sepakat.linking.units import branch_serves
from sepakat.linking.when import resolve
from sepakat.recognisers.dates import DateMention
from sepakat.records import Check, CheckCode, Evidence, Message, Rate, Result, WorkerCount
from sepakat.text.article import Mention, Span
from sepakat.text.evidence import evidence as evidence_of
from sepakat.text.number_digits import written
from sepakat.text.numerals import find_quantities
from sepakat.text.spans import SpanIndex

_SHARE_TOLERANCE: Final = Decimal("0.6")  # percentage points: rounding, and counts given in thousands
_MONTHLY_CONTRIBUTION: Final = (
    16_800,
    36_800,
    20_000,
)  # rupiah; BPU, PP 44/2015: JKK 10,000 + JKM 6,800 (+ JHT 20,000)


@dataclass(frozen=True, slots=True)
class _Finding:
    code: CheckCode
    severity: Literal["info", "warning"]
    indonesian: str
    english: str
    refs: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def run(linked: Linked, result: Result) -> tuple[Check, ...]:
    """All checks of an article.

    Args:
        linked: The article after linking.
        result: The result so far, its `checks` still empty.

    Returns:
        Checks in the order of `CHECKS`, each finding once.
    """
    found = [finding for check in CHECKS for finding in check(linked, result)]
    return tuple(
        Check(
            code=f.code,
            severity=f.severity,
            message=Message(id=f.indonesian, en=f.english),
            refs=f.refs,
            evidence=f.evidence,
        )
        for f in dict.fromkeys(found)
    )


def _at(linked: Linked, *spans: Span) -> tuple[Evidence, ...]:
    return evidence_of(linked.layout.article.text, spans)


def _near(one: Evidence, other: Evidence) -> bool:
    return abs(one.start - other.start) < 500


def coverage_arithmetic(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A coverage share with its numerator and denominator beside it that do not agree."""
    for rate in result.rates:
        if rate.of != "coverage" or _is_target(linked, rate.evidence[0]):
            continue
        near = [count for count in result.worker_counts if _near(count.evidence[0], rate.evidence[0])]
        pair = _numerator_and_denominator(rate, near)
        if pair is None:
            continue
        covered, workforce = pair
        share = Decimal(100) * covered.value / workforce.value
        tolerance = _SHARE_TOLERANCE if "." in rate.percent else Decimal(1)
        if abs(share - Decimal(rate.percent)) > tolerance:
            yield _Finding(
                "coverage_arithmetic",
                "warning",
                f"{written(covered.value)} dari {written(workforce.value)} adalah {written(round(share, 2))} persen,"
                f" bukan {written(Decimal(rate.percent))} persen.",
                f"{covered.value:,} of {workforce.value:,} is {share:.2f} per cent, not {rate.percent} per cent.",
                (rate.id, covered.id, workforce.id),
                (rate.evidence[0], covered.evidence[0], workforce.evidence[0]),
            )


def _is_target(linked: Linked, share: Evidence) -> bool:
    """Whether a share is what shall be reached: no number of today belongs to it."""
    sentence = linked.layout.sentence_at(share.start)
    start = max(share.start - 60, sentence.span.start if sentence else 0)
    return re.search(r"\b(?:di|men)?target", linked.layout.lower[start : share.start]) is not None


def _numerator_and_denominator(rate: Rate, counts: Sequence[WorkerCount]) -> tuple[WorkerCount, WorkerCount] | None:
    """The covered and the workforce count that stand nearest to a share, in one sentence's reach and of one segment."""

    def distance(count: WorkerCount) -> int:
        return abs(count.evidence[0].start - rate.evidence[0].start)

    covered = sorted((c for c in counts if c.kind == "covered"), key=distance)
    workforce = sorted((c for c in counts if c.kind == "workforce"), key=distance)
    if not covered or not workforce or rate.segment not in ("all", "other"):
        return None
    numerator, denominator = covered[0], workforce[0]
    if max(distance(numerator), distance(denominator)) > 220 or numerator.value > denominator.value:
        return None
    if "exact" not in (numerator.approx, denominator.approx):
        return None
    return numerator, denominator


def weekday_mismatch(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A written weekday that is not the date's."""
    for mention in _dates(linked):
        if mention.value.weekday is None:
            continue
        resolved = resolve(mention.value, published=linked.layout.article.published)
        if resolved is not None and resolved.weekday_agrees is False and resolved.basis == "explicit":
            yield _Finding(
                "weekday_mismatch",
                "warning",
                f"Hari yang ditulis tidak cocok dengan tanggal {resolved.date}.",
                f"The weekday as written is not that of {resolved.date}.",
                (),
                _at(linked, mention.span),
            )


def impossible_date(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A date that the calendar does not have, or that is garbled."""
    for mention in _dates(linked):
        if not mention.value.valid:
            written = mention.span.of(linked.layout.article.text)
            yield _Finding(
                "impossible_date",
                "warning",
                f'Tanggal "{written}" tidak ada di kalender atau salah tulis.',
                f'The date "{written}" does not exist or is garbled.',
                (),
                _at(linked, mention.span),
            )


def _dates(linked: Linked) -> list[Mention[DateMention]]:
    return linked.mentions.get("date", [])


def date_ambiguous(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A signing whose day the article gives without a year, and nothing settles the year."""
    for agreement in result.agreements:
        if agreement.status != "signed" or agreement.signed_on is not None:
            continue
        inside = [m for e in agreement.evidence for m in linked.within("date", Span(e.start, e.end))]
        undated = [m for m in inside if m.value.year is None and (m.value.day or m.value.weekday is not None)]
        if undated:
            yield _Finding(
                "date_ambiguous",
                "info",
                "Tanggal penandatanganan ditulis tanpa tahun; beri tanggal terbit untuk memastikannya.",
                "The signing date has no year; give the publication date to settle it.",
                (agreement.id,),
                _at(linked, undated[0].span),
            )


_TOTAL: Final = re.compile(r"\b(?:total(?:nya)?|jumlah(?:nya)?|sebanyak|seluruh(?:nya)?|keseluruhan)\b")
_PARTS: Final = re.compile(
    r"\b(?:terdiri(?:\sdari|\satas)?|rincian(?:nya)?|dengan\srincian|meliputi|yakni|yaitu|di\santaranya)\b|:"
)


def breakdown_sum(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A total and its parts in one sentence that do not add up."""
    if len(result.worker_counts) < 3:
        return
    places = SpanIndex((Span(e.start, e.end), c) for c in result.worker_counts for e in c.evidence)
    holding = [linked.layout.sentence_at(e.start) for c in result.worker_counts for e in c.evidence]
    for _, sentence in sorted({s.span.start: s for s in holding if s is not None}.items()):
        counts = list({c.id: c for _, c in places.inside(sentence.span)}.values())
        if len(counts) < 3:
            continue
        total = max(counts, key=lambda c: c.value)
        parts = [c for c in counts if c is not total]
        place = next(e for e in total.evidence if _inside(e, sentence.span))
        lower = linked.layout.lower
        opens = _PARTS.search(lower, place.end, min(place.end + 60, sentence.span.end))
        closes = _TOTAL.search(lower, max(sentence.span.start, place.start - 30), place.start)
        after = all(e.start > place.start for c in parts for e in c.evidence if _inside(e, sentence.span))
        before = all(e.start < place.start for c in parts for e in c.evidence if _inside(e, sentence.span))
        if not ((opens and after) or (closes and before)):
            continue
        added = sum(c.value for c in parts)
        if added != total.value and all(c.approx == "exact" for c in counts):
            yield _Finding(
                "breakdown_sum",
                "warning",
                f"Rincian berjumlah {written(added)}, sedangkan totalnya ditulis {written(total.value)}.",
                f"The parts add up to {added:,}, the total is given as {total.value:,}.",
                tuple(c.id for c in counts),
                (place,),
            )


def _inside(evidence: Evidence, span: Span) -> bool:
    return span.start <= evidence.start and evidence.end <= span.end


_MONTHS: Final = re.compile(r"\bselama\s(?:(?P<count>[a-z0-9 ]{1,20}?)\s(?:\(\w{1,12}\)\s)?bulan|(?:se|satu\s)tahun)\b")


def contribution_arithmetic(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A budget that is not people times monthly contribution times the months that the article names."""
    monthly = [a for a in result.amounts if a.purpose == "contribution" and a.per == "person_month"]
    rates = {a.value_idr: a for a in monthly if a.value_idr in _MONTHLY_CONTRIBUTION}
    counts = [c for c in result.worker_counts if c.kind in ("covered_by_agreement", "target") and c.approx == "exact"]
    for budget in result.amounts:
        if budget.purpose != "budget" or not rates or not counts or budget.approx not in ("exact", "about"):
            continue
        months = _months(linked, budget.evidence[0])
        if months is None:
            continue
        expected = [c.value * rate * months for c in counts for rate in rates]
        if not any(abs(budget.value_idr - e) <= 0.02 * e for e in expected):
            yield _Finding(
                "contribution_arithmetic",
                "info",
                f"Jumlah pekerja × iuran × {months} bulan tidak sama dengan anggaran Rp{written(budget.value_idr)}.",
                f"People × contribution × {months} months is not the budget of Rp{budget.value_idr:,}.",
                (budget.id, *(c.id for c in counts), *(a.id for a in rates.values())),
                (budget.evidence[0],),
            )


def _months(linked: Linked, place: Evidence) -> int | None:
    match = _MONTHS.search(linked.layout.lower, max(0, place.start - 300), place.end + 300)
    if match is None:
        return None
    if match["count"] is None:
        return 12
    months = [quantity.value for _, quantity in find_quantities(match["count"], whole=True)]
    return int(months[0]) if len(months) == 1 else None


def name_variants(linked: Linked, result: Result) -> Iterator[_Finding]:
    """One person's name in two spellings."""
    for number, person in enumerate(linked.people, 1):
        for variant in sorted(person.variants):
            spans = [use.span for use in person.uses]
            yield _Finding(
                "name_variants",
                "info",
                f'Nama ditulis "{person.name}" dan "{variant}".',
                f'The name is written "{person.name}" and "{variant}".',
                (f"p{number}",),
                _at(linked, *spans),
            )


def region_ambiguous(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A region's name that two governments bear, and nothing in the article decides."""
    for span, candidates in linked.ambiguous.items():
        listed = ", ".join(f"{r.name} ({r.code})" for r in candidates)
        yield _Finding(
            "region_ambiguous",
            "info",
            f"Nama daerah dapat berarti: {listed}.",
            f"The region's name may mean: {listed}.",
            (),
            _at(linked, span),
        )


def region_type(linked: Linked, result: Result) -> Iterator[_Finding]:
    """Kabupaten written for a Kota, or the other way round."""
    for span, region in linked.type_errors.items():
        level = {"city": "Kota", "regency": "Kabupaten", "province": "Provinsi"}[region.level]
        yield _Finding(
            "region_type",
            "warning",
            f"{region.name} adalah {level}, jenisnya salah tulis.",
            f"{region.name} is a {region.level}; the type as written is wrong.",
            (),
            _at(linked, span),
        )


def branch_not_of_region(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A BPJS unit that does not serve the region of the other side, as far as the tables know."""
    bodies = {f"o{number}": body for number, body in enumerate(linked.bodies, 1)}
    for agreement in result.agreements:
        parties = [(id_, bodies[id_]) for id_ in agreement.parties]
        for (one_id, one), (other_id, other) in ((a, b) for a in parties for b in parties):
            if one.unit is None or other.region is None:
                continue
            if branch_serves(one.unit, other.region.code) is False:
                yield _Finding(
                    "branch_not_of_region",
                    "info",
                    f"{one.name} tidak tercatat melayani {other.region.name}.",
                    f"{one.name} is not known to serve {other.region.name}.",
                    (agreement.id, one_id, other_id),
                    _at(linked, one.main),
                )


def conflicting_counts(linked: Linked, result: Result) -> Iterator[_Finding]:
    """Two numbers for the same group and the same thing, neither part of the other (`1.485`, `1.845`)."""
    enrolled = [count for count in result.worker_counts if count.kind == "covered_by_agreement"]
    for one, other in combinations(enrolled, 2):
        same = (one.group or "").lower() == (other.group or "").lower()
        digits = sorted(str(one.value)) == sorted(str(other.value))
        if same and one.value != other.value and digits:
            yield _Finding(
                "conflicting_counts",
                "warning",
                f"Jumlah yang sama ditulis {written(one.value)} dan {written(other.value)}.",
                f"The same number is given as {one.value:,} and {other.value:,}.",
                (one.id, other.id),
                (one.evidence[0], other.evidence[0]),
            )


def caption_disagrees(linked: Linked, result: Result) -> Iterator[_Finding]:
    """A caption dates the signing otherwise than the body."""
    for agreement in result.agreements:
        if agreement.signed_on is None or len(agreement.signed_on.date) < 10:
            continue
        for mention in _dates(linked):
            if linked.layout.zone_at(mention.span.start) != "caption" or mention.value.day is None:
                continue
            resolved = resolve(mention.value, published=linked.layout.article.published)
            if resolved is not None and len(resolved.date) == 10 and resolved.date != agreement.signed_on.date:
                yield _Finding(
                    "caption_disagrees",
                    "info",
                    f"Keterangan foto menyebut {resolved.date}, tubuh berita {agreement.signed_on.date}.",
                    f"The caption says {resolved.date}, the body {agreement.signed_on.date}.",
                    (agreement.id,),
                    (*_at(linked, mention.span), agreement.signed_on.evidence[0]),
                )


def status_disagrees(linked: Linked, result: Result) -> Iterator[_Finding]:
    """The headline reports a signing that the body only plans or discusses."""
    title = linked.layout.title
    if title is None:
        return
    told = [
        m
        for m in linked.signings
        if title.covers(m.span) and not m.value.weak and m.value.tense in ("done", "unmarked")
    ]
    if told and result.agreements and all(a.status in ("planned", "discussed") for a in result.agreements):
        yield _Finding(
            "status_disagrees",
            "warning",
            "Judul menyebut penandatanganan, tetapi isi berita baru merencanakan atau membahasnya.",
            "The headline tells of a signing that the body only plans or discusses.",
            tuple(a.id for a in result.agreements),
            _at(linked, told[0].span),
        )


CHECKS: Final[tuple[Callable[[Linked, Result], Iterator[_Finding]], ...]] = (
    coverage_arithmetic,
    weekday_mismatch,
    impossible_date,
    date_ambiguous,
    breakdown_sum,
    contribution_arithmetic,
    name_variants,
    region_ambiguous,
    region_type,
    branch_not_of_region,
    conflicting_counts,
    caption_disagrees,
    status_disagrees,
)
