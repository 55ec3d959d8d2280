"""A region as the contract writes it."""

from sepakat.linking.places import Region
from sepakat.records import Region as RegionRecord


def region_record(region: Region | None) -> RegionRecord | None:
    """The record of a region; None for none."""
    if region is None:
        return None
    return RegionRecord(code=region.code, name=region.name, level=region.level, province_code=region.province_code)
