"""What sums of money and shares are for: purpose, unit and recipient of a sum, object and segment of a share.

The words near a number are weighed (`data/amount_purposes.csv`): a word counts less the farther it stands, less across a
comma or another sum, less behind the sum than before it. In a noun phrase the head decides, which in Indonesian
comes first: `anggaran iuran JKK` is a budget, `tunggakan iuran` are arrears. Sums that the law fixes are evidence too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, cast

from sepakat.recognisers.money import Money
from sepakat.recognisers.rates import RateMention
from sepakat.records import AmountPer, AmountPurpose, RateOf, Segment
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.phrases import Phrases
from sepakat.text.tables import read_csv


@dataclass(frozen=True, slots=True)
class AmountReading:
    """A sum of money with what it is for.

    Attributes:
        mention: Where it is told best.
        purpose: Of the contract's list; `other` when nothing near tells it.
        per: What it is for one of.
        recipient: Who gets it, as written, or None.
        score: From 0 to 1, how clearly the purpose is told.
        mentions: All places that give this sum, `mention` included, in order.
    """

    mention: Mention[Money]
    purpose: AmountPurpose
    per: AmountPer = "total"
    recipient: Span | None = None
    score: float = 0.0
    mentions: tuple[Mention[Money], ...] = ()


@dataclass(frozen=True, slots=True)
class RateReading:
    """A share with what it is of.

    Attributes:
        mention: Where it stands.
        of: `coverage` for the share of workers who are, are not or are to be enrolled.
        segment: Whose share.
        score: From 0 to 1.
    """

    mention: Mention[RateMention]
    of: RateOf
    segment: Segment
    score: float
