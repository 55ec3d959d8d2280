"""Precision, recall and F1 over many articles, with bootstrap intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sepakat.scoring.items import FIELDS
from sepakat.scoring.tally import Tally

N_RESAMPLES: Final = 1000
SEED: Final = 20
LEVEL: Final = 95.0  # percent

Numbers = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share from 0 to 1 with its 95 % interval; all `None` where there is nothing to divide by."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """One field, or all together, over all articles.

    Attributes:
        field: Name of the field, or `all` (the sum over the fields, micro).
        n_articles: Articles whose gold let the field be scored.
        right, spurious, missing: True positives, false positives, false negatives.
    """

    field: str
    n_articles: int
    right: int
    spurious: int
    missing: int
    precision: Estimate
    recall: Estimate
    f1: Estimate


def summarise(tallies: Sequence[Tally]) -> list[Score]:
    """Add up tallies: a score for each field, in the order of the contract, and `all` as the last one.

    Intervals are percentiles of 1000 resamples of the articles with replacement; the seed is fixed, so the
    same tallies give the same intervals.
    """
    counts = np.zeros((len(tallies), len(FIELDS) + 1, 3))
    for article, tally in enumerate(tallies):
        counts[article, :-1] = [tally.counts.get(name, (0, 0, 0)) for name in FIELDS]
    counts[:, -1] = counts[:, :-1].sum(axis=1)
    resampled = _resample(counts)
    scores = []
    for column, name in enumerate([*FIELDS, "all"]):
        n_articles = len(tallies) if name == "all" else sum(name in tally.counts for tally in tallies)
        right, spurious, missing = (int(n) for n in counts[:, column].sum(axis=0))
        shares = _shares(counts[:, column].sum(axis=0)[None, :])
        spread = _shares(resampled[:, column])
        precision, recall, f1 = (_estimate(shares[i][0], spread[i]) for i in range(3))
        scores.append(Score(name, n_articles, right, spurious, missing, precision, recall, f1))
    return scores


def _resample(counts: Numbers) -> Numbers:
    """Sums over articles drawn with replacement: (articles, fields, 3) gives (resamples, fields, 3)."""
    n_articles = len(counts)
    if not n_articles:
        return np.zeros((1, *counts.shape[1:]))
    draws = np.random.default_rng(SEED).multinomial(n_articles, np.full(n_articles, 1 / n_articles), size=N_RESAMPLES)
    return np.tensordot(draws.astype(np.float64), counts, axes=1)


def _shares(counts: Numbers) -> tuple[Numbers, ...]:
    """Precision, recall and F1 of (n, 3) counts; NaN where there is nothing to divide by."""
    right, spurious, missing = counts.T
    with np.errstate(invalid="ignore"):
        return (
            right / (right + spurious),
            right / (right + missing),
            2 * right / (2 * right + spurious + missing),
        )


def _estimate(share: float, spread: Numbers) -> Estimate:
    """A share with the middle 95 % of its resamples, those without items left aside."""
    known = spread[~np.isnan(spread)]
    if np.isnan(share) or not len(known):
        return Estimate(None, None, None)
    tail = (100.0 - LEVEL) / 2
    low, high = np.percentile(known, [tail, 100.0 - tail])
    return Estimate(float(share), float(low), float(high))
