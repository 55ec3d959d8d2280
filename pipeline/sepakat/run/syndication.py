"""The same press release in many outlets: near-duplicates by MinHash and locality-sensitive hashing.

An article is the set of its word 4-grams; rensa's MinHash estimates the Jaccard similarity of two sets. Articles
that share one of 32 bands of 4 hashes are compared, and those at least 0.6 alike are one release: the earliest
is the original. (A band scheme of 32 x 4 finds 99 % of pairs at 0.6 and all but all above it; Leskovec, Rajaraman
and Ullman, Mining of Massive Datasets, chapter 3.)
"""

import re
from array import array
from typing import Final
from zlib import crc32

from sepakat.errors import MissingExtraError

N_HASHES: Final = 128
N_BANDS: Final = 32
SIMILAR: Final = 0.6
_N_WORDS: Final = 4
_SEED: Final = 2011  # UU 24/2011
_WORD: Final = re.compile(r"\w+")


def signature(text: str) -> bytes:
    """The MinHash of a text: 128 numbers of 32 bits.

    Raises:
        MissingExtraError: If rensa is not installed.
    """
    try:
        from rensa import RMinHash
    except ImportError as error:
        raise MissingExtraError(
            "finding syndicated articles needs rensa: python -m pip install 'sepakat[archive]', or --syndication off"
        ) from error
    words = _WORD.findall(text.lower())
    runs = zip(*(words[i:] for i in range(_N_WORDS)), strict=False)
    grams = [*map(" ".join, runs)] or [" ".join(words)]
    sketch = RMinHash(N_HASHES, _SEED)
    sketch.update(grams)  # a gram that comes again changes nothing
    return array("I", sketch.digest()).tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of two texts by their signatures, from 0 to 1."""
    pairs = zip(array("I", one), array("I", other), strict=True)
    return sum(a == b for a, b in pairs) / N_HASHES


def bands(sketch: bytes) -> list[int]:
    """Keys under which a signature is looked up, signed, of 64 bits; two texts are compared if they share one."""
    half = len(sketch) // N_BANDS // 2
    checked = (
        (crc32(sketch[start : start + half], number), crc32(sketch[start + half : start + 2 * half], number))
        for number, start in enumerate(range(0, len(sketch), 2 * half))
    )
    return [(one << 32 | other) - (1 << 63) for one, other in checked]
