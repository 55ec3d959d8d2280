"""Recognisers: each finds one sort of thing in an article; none knows another. `RECOGNISERS` is the only register."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from sepakat.recognisers import (
    bpjs,
    dates,
    funding,
    groups,
    instruments,
    money,
    names,
    offices,
    organisations,
    programmes,
    rates,
    regions,
    regulations,
    signing_verbs,
    venues,
    workers,
)
from sepakat.text.article import Mention
from sepakat.text.layout import Layout

Find = Callable[[Layout], Sequence[Mention[Any]]]

RECOGNISERS: Final[tuple[Find, ...]] = (
    instruments.find,
    signing_verbs.find,
    offices.find,
    names.find,
    organisations.find,
    regions.find,
    bpjs.find,
    dates.find,
    venues.find,
    programmes.find,
    groups.find,
    funding.find,
    workers.find,
    money.find,
    rates.find,
    regulations.find,
)


def find_all(layout: Layout) -> dict[str, list[Mention[Any]]]:
    """Everything that the recognisers find, by label, each list in order of place."""
    found: dict[str, list[Mention[Any]]] = {}
    for find in RECOGNISERS:
        for mention in find(layout):
            found.setdefault(mention.label, []).append(mention)
    for mentions in found.values():
        mentions.sort(key=lambda mention: mention.span)
    return found
