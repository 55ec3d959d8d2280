"""When two values count as the same in scoring, and the best one-to-one matching of two lists.

A similarity is a number from 0 to 1; 0 means: not the same. The thresholds are the
contract's (section 4).
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from rapidfuzz.fuzz import token_set_ratio

A = TypeVar("A")
B = TypeVar("B")

NAME_RATIO: Final = 90.0
ROLE_RATIO: Final = 80.0
PARTY_RATIO: Final = 85.0
BENEFICIARY_RATIO: Final = 80.0
VENUE_F1: Final = 0.6

_NOT_WORD: Final = re.compile(r"[\W_]+")
_REGION_CODE: Final = re.compile(r"\d{2}(\.\d{2})?")
# Courtesy, religious and academic titles without dots. Neither side should have any: this is only a net.
_TITLE_WORDS: Final = (
    "h hj kh tgk bapak ibu pak bu drs dra dr drg drh ir prof capt"
    " se sh sip spd ssos sstp st skm mh mm mpd msc msi mt mkes mba phd"
)
_TITLES: Final = frozenset(_TITLE_WORDS.split())


def plain(text: str) -> str:
    """Case folded, without punctuation, words parted by one space: `M.Hidayat` gives `m hidayat`."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def plain_name(name: str) -> str:
    """A name for comparison: `plain`, without titles (unless nothing else is left)."""
    parts = [part for part in re.split(r"[\s,]+", name) if part.replace(".", "").casefold() not in _TITLES]
    kept = [word for word in plain(" ".join(parts)).split() if word not in _TITLES]
    return " ".join(kept) or plain(name)


def same(gold: object, predicted: object) -> float:
    """1 when the two are equal."""
    return float(gold == predicted)


def same_folded(gold: str, predicted: str) -> float:
    """Texts: equal after case folding."""
    return same(gold.casefold().strip(), predicted.casefold().strip())


def same_regulation(gold: tuple[object, ...], predicted: tuple[object, ...]) -> float:
    """Kind, number and year: equal; the year is not compared when the gold has none."""
    if gold == predicted:
        return 1.0
    return 0.5 if gold[:2] == predicted[:2] and gold[2] is None else 0.0


def same_name(gold: str, predicted: str) -> float:
    """Names: equal without titles and punctuation, or token-set ratio of at least 90."""
    return _ratio(plain_name(gold), plain_name(predicted), NAME_RATIO)


def same_role(gold: str, predicted: str) -> float:
    """Offices: token-set ratio of at least 80."""
    return _ratio(plain(gold), plain(predicted), ROLE_RATIO)


def same_beneficiary(gold: str, predicted: str) -> float:
    """Labels of groups: token-set ratio of at least 80."""
    return _ratio(plain(gold), plain(predicted), BENEFICIARY_RATIO)


def same_venue(gold: str, predicted: str) -> float:
    """Places: F1 of their words of at least 0.6."""
    words_gold, words_predicted = plain(gold).split(), plain(predicted).split()
    shared = (Counter(words_gold) & Counter(words_predicted)).total()
    if not shared:
        return 0.0
    f1 = 2 * shared / (len(words_gold) + len(words_predicted))
    return f1 if f1 >= VENUE_F1 else 0.0


def same_party(gold: str, predicted: str) -> float:
    """Parties: region codes and BPJS units are equal, other names have a token-set ratio of at least 85.

    Gold `bpjs` is any unit of BPJS Ketenagakerjaan.
    """
    if gold.casefold() == predicted.casefold():
        return 1.0
    if _is_bpjs(gold) or _is_bpjs(predicted):
        return 0.5 if gold == "bpjs" and _is_bpjs(predicted) else 0.0
    if _REGION_CODE.fullmatch(gold) or _REGION_CODE.fullmatch(predicted):
        return 0.0
    return _ratio(plain(gold), plain(predicted), PARTY_RATIO)


def _is_bpjs(party: str) -> bool:
    return party.casefold().partition("/")[0] == "bpjs"


def _ratio(gold: str, predicted: str, least: float) -> float:
    """Similarity of two plain texts; an equal text beats one that merely holds the other's words."""
    if gold == predicted:
        return 1.0
    ratio = token_set_ratio(gold, predicted)
    return ratio / 101 if ratio >= least else 0.0


def best_pairs(gold: Sequence[A], predicted: Sequence[B], similarity: Callable[[A, B], float]) -> list[tuple[int, int]]:
    """Match two lists one to one: as many pairs as possible, and among those the most similar ones.

    Args:
        gold: Values of one side.
        predicted: Values of the other side.
        similarity: 0 for a pair that may not be matched, otherwise up to 1.

    Returns:
        Pairs of indices into `gold` and `predicted`, in order of `gold`. The Hungarian method, in cubic time.
    """
    weights = [[similarity(one, other) for other in predicted] for one in gold]
    if not gold or not predicted:
        return []
    # A pair that may not be matched costs so much that no sum of similarities can make up for it.
    forbidden = 2.0 * (min(len(gold), len(predicted)) + 1)
    costs = [[1.0 - weight if weight > 0 else forbidden for weight in row] for row in weights]
    if len(gold) <= len(predicted):
        pairs = _assign(costs)
    else:
        pairs = sorted((i, j) for j, i in _assign([list(column) for column in zip(*costs, strict=True)]))
    return [(i, j) for i, j in pairs if weights[i][j] > 0]


def _assign(costs: list[list[float]]) -> list[tuple[int, int]]:
    """Give each row its own column at least total cost; there are no more rows than columns.

    The Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987): rows are added one by one,
    each along the shortest augmenting path. Index 0 stands for "nothing yet".
    """
    n_rows, n_columns = len(costs), len(costs[0])
    row_potential = [0.0] * (n_rows + 1)
    column_potential = [0.0] * (n_columns + 1)
    row_of = [0] * (n_columns + 1)
    for row in range(1, n_rows + 1):
        row_of[0], column = row, 0
        distance = [float("inf")] * (n_columns + 1)
        before = [0] * (n_columns + 1)
        visited = [False] * (n_columns + 1)
        while row_of[column]:
            visited[column] = True
            current = row_of[column]
            for c in range(1, n_columns + 1):
                if visited[c]:
                    continue
                reduced = costs[current - 1][c - 1] - row_potential[current] - column_potential[c]
                if reduced < distance[c]:
                    distance[c], before[c] = reduced, column
            nearest = min((c for c in range(1, n_columns + 1) if not visited[c]), key=distance.__getitem__)
            step = distance[nearest]
            for c in range(n_columns + 1):
                if visited[c]:
                    row_potential[row_of[c]] += step
                    column_potential[c] -= step
                else:
                    distance[c] -= step
            column = nearest
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    return sorted((row_of[c] - 1, c - 1) for c in range(1, n_columns + 1) if row_of[c])
