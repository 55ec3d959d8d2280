"""What many records hold: evidence, and a region as the contract writes it."""

from collections.abc import Iterable

from sepakat.linking.places import Region
from sepakat.records import Evidence
from sepakat.records import Region as RegionRecord
from sepakat.text.article import Span


def evidence(text: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """Evidence for spans, in order, each once."""
    places = sorted({(span.start, span.end) for span in spans})
    return tuple([Evidence(start=start, end=end, text=text[start:end]) for start, end in places])


def region_record(region: Region | None) -> RegionRecord | None:
    """A region as the contract writes it."""
    if region is None:
        return None
    return RegionRecord(code=region.code, name=region.name, level=region.level, province_code=region.province_code)
