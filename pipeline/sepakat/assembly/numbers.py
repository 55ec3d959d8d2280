"""Numbers as records: worker counts, amounts, rates and regulations, each with its id and evidence."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from sepakat.assembly.amounts import read_amounts, read_rates
from sepakat.assembly.counts import CountReading, read_counts
from sepakat.assembly.region_record import region_record
from sepakat.linking.merge import Linked
from sepakat.linking.when import resolve
from sepakat.recognisers.dates import DateMention
from sepakat.recognisers.regulations import RegulationMention
from sepakat.records import Amount, Rate, Regulation, Status, WorkerCount
from sepakat.text.article import Mention, Span
from sepakat.text.evidence import evidence

_NAMED_SCORE: Final = 0.5  # regulations without a number score less and are left out
_SPACES: Final = re.compile(r"\s+")


def _date(linked: Linked, mention: Mention[DateMention] | None, published: date | None) -> str | None:
    """An as-of date as far as it can be worked out."""
    if mention is None:
        return None
    anchors = [m.value for m in linked.mentions.get("date", ()) if m is not mention]
    resolved = resolve(mention.value, published=published, anchors=anchors)
    return resolved.date if resolved else None


def counts(linked: Linked, status: Status | None, about: Sequence[Span], published: date | None) -> list[WorkerCount]:
    """Worker counts of the article in order of place."""
    others = [span for span, region in linked.regions.items() if region != linked.main_region]
    readings = read_counts(
        linked.layout,
        linked.mentions.get("workers", []),
        status=status,
        about=about,
        dates=linked.mentions.get("date", []),
        other_regions=others,
    )
    return [_count(linked, number, reading, published) for number, reading in enumerate(readings, 1)]


def _count(linked: Linked, number: int, reading: CountReading, published: date | None) -> WorkerCount:
    value = reading.value
    return WorkerCount(
        id=f"w{number}",
        value=value.value,
        value_max=value.value_max,
        approx=value.approx,
        kind=reading.kind,
        group=_SPACES.sub(" ", reading.group) if reading.group else None,
        category=reading.category,
        as_of=_date(linked, reading.as_of, published),
        region=region_record(linked.regions.get(reading.region)) if reading.region else None,
        confidence=round(min(reading.score, 0.5 + reading.kind_score / 2), 2),
        evidence=evidence(linked.layout.article.text, [m.span for m in reading.mentions]),
    )


def amounts(linked: Linked) -> list[Amount]:
    """Sums of money of the article in order of place."""
    text = linked.layout.article.text
    return [
        Amount(
            id=f"m{number}",
            value_idr=reading.value.rupiah,
            value_idr_max=reading.value.rupiah_max,
            approx=reading.value.approx,
            purpose=reading.purpose,
            per=reading.per,
            recipient=reading.recipient,
            confidence=round(reading.score, 2),
            evidence=evidence(text, [m.span for m in reading.mentions]),
        )
        for number, reading in enumerate(read_amounts(linked.layout, linked.mentions.get("money", [])), 1)
    ]


def rates(linked: Linked, published: date | None) -> list[Rate]:
    """Shares in percent of the article in order of place."""
    text = linked.layout.article.text
    readings = read_rates(linked.layout, linked.mentions.get("rate", []), linked.mentions.get("date", []))
    return [
        Rate(
            id=f"r{number}",
            percent=reading.percent,
            of=reading.of,
            segment=reading.segment,
            as_of=_date(linked, reading.as_of, published),
            confidence=round(reading.score, 2),
            evidence=evidence(text, [m.span for m in reading.mentions]),
        )
        for number, reading in enumerate(readings, 1)
    ]


def regulations(linked: Linked) -> list[Regulation]:
    """Regulations named with a number, each once, in order of first mention."""
    text = linked.layout.article.text
    groups: dict[tuple[str, str | None, int | None], list[Mention[RegulationMention]]] = {}
    for mention in linked.mentions.get("regulation", ()):
        value = mention.value
        if mention.score < _NAMED_SCORE:
            continue
        key = (value.kind, value.number, value.year)
        known = next((k for k in groups if k[:2] == key[:2] and (k[2] is None or key[2] is None)), key)
        groups.setdefault(known, []).append(mention)
    found: list[Regulation] = []
    for number, mentions in enumerate(groups.values(), 1):
        best = max(mentions, key=lambda m: (m.value.year is not None, len(m.span)))
        inside = [region for span, region in linked.regions.items() if best.span.covers(span)]
        found.append(
            Regulation(
                id=f"l{number}",
                kind=best.value.kind,
                label=_SPACES.sub(" ", text[best.span.start : best.span.end]),
                number=best.value.number,
                year=best.value.year,
                region=region_record(inside[0] if inside else None),
                confidence=round(best.score, 2),
                evidence=evidence(text, [m.span for m in mentions]),
            )
        )
    return found
