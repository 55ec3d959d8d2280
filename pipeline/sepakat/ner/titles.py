"""Titles at the ends of a name: our annotation leaves them out, the public data sets leave them in now and then.

`Prof. Dr. H. Basri Lubuk MA` is the name `Basri Lubuk`; titles inside a name stay (`Rustam Hi. Abubakar`). Academic
degrees follow Permendikbudristek 53/2023 and older custom; religious and military forms are custom.
"""

from collections.abc import Sequence
from typing import Final

_BEFORE: Final = frozenset(
    [
        "prof",
        "dr",
        "drs",
        "dra",
        "drg",
        "drh",
        "ir",
        "h",
        "hj",
        "hi",
        "hm",
        "kh",
        "kyai",
        "kiai",
        "ust",
        "ustaz",
        "ustad",
        "ustadz",
        "ustadzah",
        "tgk",
        "ns",
        "apt",
        "pdt",
        "pendeta",
        "romo",
        "pastor",
        "pater",
        "pnt",
        "gus",
        "buya",
        "tgh",
        "pak",
        "bu",
        "bapak",
        "ibu",
        "bang",
        "mas",
        "mbak",
        "kak",
        "koh",
        "capt",
        "kapten",
        "letda",
        "lettu",
        "mayor",
        "letkol",
        "kolonel",
        "brigjen",
        "mayjen",
        "letjen",
        "jenderal",
        "serda",
        "sertu",
        "serka",
        "serma",
        "pelda",
        "peltu",
        "koptu",
        "bripda",
        "briptu",
        "brigadir",
        "bripka",
        "aipda",
        "aiptu",
        "ipda",
        "iptu",
        "akp",
        "kompol",
        "akbp",
        "kombes",
        "irjen",
        "komjen",
        "inf",
        "kav",
        "arh",
        "czi",
        "cpm",
        "cba",
    ]
)
"""Before a name, in lower case."""
_AFTER: Final = frozenset(
    [
        "SE",
        "SH",
        "MH",
        "MM",
        "MSi",
        "SSos",
        "SIP",
        "SSTP",
        "MIP",
        "MAP",
        "SAP",
        "SPd",
        "MPd",
        "SAg",
        "MAg",
        "ST",
        "MT",
        "MA",
        "SKM",
        "MKes",
        "SKom",
        "MKom",
        "SPt",
        "MPt",
        "SPi",
        "MSc",
        "MBA",
        "PhD",
        "Lc",
        "SHut",
        "MHum",
        "SPsi",
        "SIK",
        "MIKom",
        "Msi",
    ]
)
"""After a name, without stops; with stops they are several tokens (`M`, `.`, `Ag`)."""

_HONORIFICS: Final = frozenset(
    [
        "abah",
        "bruder",
        "bunda",
        "bung",
        "ceu",
        "dae",
        "engkong",
        "frater",
        "kaka",
        "kang",
        "keuchik",
        "koko",
        "lora",
        "mang",
        "om",
        "opung",
        "oma",
        "opa",
        "ra",
        "suster",
        "tante",
        "teh",
        "toke",
        "uda",
        "uni",
    ]
)
"""Forms of address, in lower case, that do not grow together with the name as `Daeng`, `Datuk` and `Amaq` do."""

_AFTER_RANK: Final = frozenset(["pol", "purn", "tni"])
"""Between a rank and the name: `Brigjen Pol`."""
BEFORE_NAME: Final = _BEFORE | _HONORIFICS | _AFTER_RANK
"""All that stands before a name and is none of it, in lower case."""
TITLE_WORDS: Final = _BEFORE | {word.lower() for word in _AFTER}
"""Titles before and behind a name, in lower case."""


def without_titles(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Take titles off the ends of a name.

    Args:
        words: The tokens of the sentence.
        start: First token of the name.
        end: Its last token plus one.

    Returns:
        The bounds of what is left; nothing (`start == end`) when there are only titles.
    """
    while start < end and (words[start].lower() in BEFORE_NAME or words[start] in ".,"):
        start += 1
    while end > start:
        if words[end - 1].replace(".", "") in _AFTER or words[end - 1] == ",":
            end -= 1
        elif end - start > 3 and words[end - 2] == "." and words[end - 3] + words[end - 1] in _AFTER:
            end -= 3
        else:
            break
    return start, end
