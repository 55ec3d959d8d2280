"""Indonesian numerals in words: reading, spelling, and the pattern of a run of numeral words.

Convention: EYD V, "Angka dan Bilangan". A numeral is a fall of groups below a thousand, each with its scale
(`dua juta | tiga ratus ribu | lima`). Misspelt scales that newspapers print (`milyar`, `trilyun`) are read.
"""

from decimal import Decimal

SCALES = {
    "ribu": 10**3, "rb": 10**3,
    "juta": 10**6, "jt": 10**6,
    "miliar": 10**9, "milyar": 10**9, "miliyar": 10**9, "milliar": 10**9, "milliyar": 10**9,
    "triliun": 10**12, "trilyun": 10**12, "trilliun": 10**12, "triliyun": 10**12,
}  # fmt: skip
"""Scale words in lower case and their factors."""

SCALE = r"(?:ribu|rb|juta|jt|mil(?:iy|li|liy|y|i)ar|tril(?:iy|li|y|i)un)"
GAP = r"[ \t]{0,2}\n?[ \t]{0,2}"  # inside one numeral: it may be hard-wrapped, but holds no empty line
END = r"(?![^\W_])"  # no letter and no digit follows

_WORD = (
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|se(?:puluh|belas|ratus(?:an)?|ribu(?:an)?|juta|miliar|milyar|triliun|tengah|perempat)"
    rf"|perempat|koma|puluh|belas|ratus|{SCALE}(?:an)?){END}"
)
WORDS = rf"(?i:(?<![^\W_])(?!koma|puluh|belas|ratus|perempat|{SCALE}){_WORD}(?:{GAP}{_WORD}){{0,24}})"
"""A run of numeral words: `dua ratus lima puluh`. It may still not be one numeral: `read_words` decides."""

FIRST_WORDS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas", "seratus", "seribu", "sejuta", "semiliar", "semilyar", "setriliun", "setengah", "seperempat",
)  # fmt: skip
"""The words that a run of numeral words can begin with."""

_NAMES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_UNITS = {name: value for value, name in enumerate(_NAMES)}
_TEENS = {"sepuluh": 10, "sebelas": 11}
_SE = {"seribu": "ribu", "sejuta": "juta", "semiliar": "miliar", "semilyar": "milyar", "setriliun": "triliun"}
_FRACTIONS = {"setengah": Decimal("0.5"), "seperempat": Decimal("0.25")}


def read_words(text: str) -> Decimal | None:
    """Value of numeral words; None when the whole text is not one numeral with one reading.

    Args:
        text: Words in any case; a suffix -an of the last (`dua ribuan`) does not count.
    """
    words = text.lower().split()
    if words == ["nol"]:
        return Decimal(0)
    if words and words[-1].endswith("an") and words[-1][:-2] in {*SCALES, *_SE, "seratus"}:
        words[-1] = words[-1][:-2]
    words = [part for word in words for part in (("satu", _SE[word]) if word in _SE else (word,))]
    total, limit, group = Decimal(0), Decimal("Infinity"), list[str]()
    position = 0
    while position < len(words):
        word = words[position]
        position += 1
        if word not in SCALES:
            group.append(word)
            continue
        factor = SCALES[word]
        if factor == 1000 and position < len(words) and words[position] in SCALES:  # seribu triliun
            factor *= SCALES[words[position]]
            position += 1
        value = _read_group(group)
        if not value or factor * value >= limit:
            return None
        total, limit, group = total + value * factor, Decimal(factor), []
    if group:
        value = _read_group(group)
        if not value or (limit.is_finite() and value != int(value)):
            return None
        total += value
    return total or None


def _read_group(words: list[str]) -> Decimal | None:
    """Value of words without scale, under 1000: `dua belas`, `satu setengah`, `dua koma tujuh`."""
    if not words:
        return None
    if words == ["tiga", "perempat"]:
        return Decimal("0.75")
    if words[-1] in _FRACTIONS:
        whole = _read_whole(words[:-1]) if len(words) > 1 else 0
        return None if whole is None else whole + _FRACTIONS[words[-1]]
    if "koma" in words:
        comma = words.index("koma")
        before = 0 if words[:comma] == ["nol"] else _read_whole(words[:comma])
        digits = "".join(str(_UNITS.get(word, "x")) for word in words[comma + 1 :])
        return None if before is None or not digits.isdigit() else before + Decimal(f"0.{digits}")
    value = _read_whole(words)
    return None if value is None else Decimal(value)


def _read_whole(words: list[str]) -> int | None:
    """Value of the words for a whole number from 1 to 999."""
    total, rest = 0, words
    if rest and rest[0] == "seratus":
        total, rest = 100, rest[1:]
    elif len(rest) > 1 and rest[1] == "ratus" and _UNITS.get(rest[0]):
        total, rest = 100 * _UNITS[rest[0]], rest[2:]
    if len(rest) > 1 and rest[1] == "puluh" and _UNITS.get(rest[0]):
        total, rest = total + 10 * _UNITS[rest[0]], rest[2:]
    elif len(rest) == 2 and rest[1] == "belas" and _UNITS.get(rest[0]):
        return total + 10 + _UNITS[rest[0]]
    elif len(rest) == 1 and rest[0] in _TEENS:
        return total + _TEENS[rest[0]]
    if not rest:
        return total or None
    return total + _UNITS[rest[0]] if len(rest) == 1 and _UNITS.get(rest[0]) else None


def spell(n: int) -> str:
    """Write a whole number in Indonesian words.

    Args:
        n: From 0 to 10**15, both included.

    Returns:
        The words, lower case, single spaces: `dua ribu tujuh ratus dua puluh tujuh`.

    Raises:
        ValueError: If `n` lies outside that interval.
    """
    if not 0 <= n <= 10**15:
        raise ValueError(f"spell() writes whole numbers from 0 to 10**15, not {n}")
    if n == 0:
        return "nol"
    words: list[str] = []
    for name in ("triliun", "miliar", "juta", "ribu"):
        count, n = divmod(n, SCALES[name])
        if count == 1 and name == "ribu":
            words.append("seribu")
        elif count:
            words += [spell(count), name]
    return " ".join(words + _spell_below_thousand(n))


def _spell_below_thousand(n: int) -> list[str]:
    """Words of a number from 0 to 999; none for 0."""
    words: list[str] = []
    hundreds, rest = divmod(n, 100)
    if hundreds:
        words += ["seratus"] if hundreds == 1 else [_NAMES[hundreds], "ratus"]
    if rest in (10, 11):
        words.append("sepuluh" if rest == 10 else "sebelas")
    elif 11 < rest < 20:
        words += [_NAMES[rest - 10], "belas"]
    else:
        words += [_NAMES[rest // 10], "puluh"] if rest >= 20 else []
        words += [_NAMES[rest % 10]] if rest % 10 else []
    return words
