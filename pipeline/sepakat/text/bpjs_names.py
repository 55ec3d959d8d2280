"""Where in a text the name of a unit of BPJS Ketenagakerjaan ends, and a person's name may begin.

Known names first, the longest: `Bekasi Kota` in `BPJS Ketenagakerjaan Bekasi Kota Imam Santosa`. A name that
no table knows counts only after a word such as `Cabang`.
"""

import re
from collections.abc import Mapping
from typing import Final

from sepakat.text.bpjs_offices import (
    KANWIL_FORMS,
    KANWIL_FORMS_WITH_LEVEL,
    divided_cities,
    fold,
    unit_names,
    words_of,
)

_WORD: Final = re.compile(r"(?:D\.?I\.?|HOS|Kab\.)(?=\s)|[^\W\d_]\w{0,30}(?:'\w{1,20})?")
_GAP: Final = re.compile(r"\s{1,2}|-")
_MAX_WORDS: Final = 6
_TYPE_WORDS: Final = frozenset({"kota", "kabupaten", "kab", "kab.", "provinsi", "prov"})
_HEADS: Final = words_of("place_head")
_SIDES: Final = words_of("place_side")
_TAILS: Final = _SIDES | words_of("place_tail")
_NOT_NAMES: Final = words_of("not_a_name")


def _words(text: str, start: int) -> list[tuple[int, int]]:
    """Up to six capitalised words that follow each other from `start`, as offsets."""
    found: list[tuple[int, int]] = []
    while len(found) < _MAX_WORDS and (match := _WORD.match(text, start)) and match[0][0].isupper():
        found.append((match.start(), match.end()))
        gap = _GAP.match(text, match.end())
        if not gap:
            break
        start = gap.end()
    return found


def known_name_at(text: str, start: int, *, with_level: bool, type_word: bool = True) -> int | None:
    """End of the longest known name that begins at `start`, or None.

    Args:
        text: The normalised text.
        start: Code point where the name would begin.
        with_level: Whether a word such as `Cabang` stands before it, so that names which are ordinary words
            or people's names count too.
        type_word: Whether `Kota` or `Kabupaten` may open the name (`Kota Metro`).
    """
    words = _words(text, start)
    if not words:
        return None
    typed = 1 if type_word and len(words) > 1 and text[slice(*words[0])].lower() in _TYPE_WORDS else 0
    alone, after_level = unit_names()
    names = after_level if with_level or typed else alone
    for n in range(len(words), typed, -1):
        end = words[n - 1][1]
        if fold(text[words[0][0] : end]) in names or (typed and fold(text[words[1][0] : end]) in names):
            return _with_side(text, words, n, with_level=with_level)
    return None


def _with_side(text: str, words: list[tuple[int, int]], n: int, *, with_level: bool) -> int:
    """End of a name of `n` words with the part of town after it (`Medan` + `Utara`, `Serang` + `Raya`)."""
    end = words[n - 1][1]
    if n == len(words):
        return end
    side = text[slice(*words[n])].lower()
    if side in ("kota", "raya"):
        repeated = n + 1 < len(words) and text[slice(*words[n + 1])] == text[slice(*words[0])]
        return end if repeated else words[n][1]  # `Malang, Kota Malang` written without the comma
    if n > 1 or fold(text[slice(*words[0])]) not in divided_cities():
        return end
    quarter = side in _SIDES or (with_level and len(words) == 2 and _closed(text, words[1][1]))
    return words[1][1] if quarter else end


def _closed(text: str, end: int) -> bool:
    """Whether a comma, a bracket or a word in lower case follows, so that no person's name begins here."""
    follows = text[end : end + 2].lstrip(" ")
    return bool(follows) and (follows[0] in ",()" or follows[0].islower())


def _joined(form: str) -> str:
    joint = r"(?:\s{0,2}[,&/-]\s{0,2}(?:dan\s{1,2})?|\s{1,2}(?:dan\s{1,2}|&\s{0,2})?)"
    return joint.join(map(re.escape, form.split()))


def _kanwil_pattern(forms: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(map(_joined, longest_first))})(?!\w)")


_PROVINCE_WORD: Final = re.compile(r"prov(?:insi|\.)\s{1,2}")
_KANWIL_NAMES: Final = _kanwil_pattern(KANWIL_FORMS)
_KANWIL_NAMES_WITH_LEVEL: Final = _kanwil_pattern(KANWIL_FORMS_WITH_LEVEL)


def regional_name_at(text: str, lower: str, start: int, *, with_level: bool) -> tuple[int, int] | None:
    """Where the name of a Kantor Wilayah stands that begins at `start`, without a `Provinsi`; or None."""
    if not text[start : start + 1].isupper():
        return None
    if province := _PROVINCE_WORD.match(lower, start):
        start = province.end()
    pattern = _KANWIL_NAMES_WITH_LEVEL if with_level else _KANWIL_NAMES
    match = pattern.match(lower, start)
    return (start, match.end()) if match and text[start].isupper() else None


def unknown_name_at(text: str, start: int) -> int | None:
    """End of a name that no table knows, after a word such as `Cabang`: one or two capitalised words.

    Two words if the first never stands alone (`Tanjung`), the second is a side (`Utara`), or the two are
    followed by a comma, a bracket or a word in lower case; else one, since a person's name may follow.
    """
    words = _words(text, start)
    if not words or text[slice(*words[0])].lower() in _NOT_NAMES:
        return None
    first, second = (text[slice(*w)].lower() for w in (words + [(0, 0)])[:2])
    if not second or second in _NOT_NAMES:
        return words[0][1]
    shouted = text[slice(*words[0])].isupper() and len(words) > 2
    if first in _HEADS or second in _TAILS:
        return words[1][1]
    closed = len(words) == 2 and not shouted and _closed(text, words[1][1])
    return words[1 if closed else 0][1]
