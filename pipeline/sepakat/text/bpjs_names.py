"""Names of BPJS Ketenagakerjaan's units: the tables, and where in a text such a name begins and ends.

Offices come from `data/bpjs_regional_offices.csv` and `data/bpjs_branches.csv` (sources: `data/README-bpjs.md`).
A branch is mostly named after its town, so every region of `data/regions.csv` and every capital is a possible name.
The recogniser reads names with it, linking tells the same office in its long and short forms.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from sepakat.text.tables import read_csv

UnitLevel = Literal["pusat", "kantor_wilayah", "kantor_cabang", "kantor_cabang_perintis"]


@dataclass(frozen=True, slots=True)
class RegionalOffice:
    """A Kantor Wilayah: `provinces` are Kemendagri codes."""

    key: str
    name: str
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True)
class Branch:
    """A Kantor Cabang or Kantor Cabang Perintis.

    Attributes:
        name: Full name without the level.
        level: `kantor_cabang` or `kantor_cabang_perintis`.
        kanwil: Key of its regional office.
        parent: Name of the branch that a Kantor Cabang Perintis belongs to, or None where no source tells it.
        regions: Codes of the kabupaten and kota that it is known to serve, those of its daughters included; never complete.
        code: The office code, where it is public.
    """

    name: str
    level: UnitLevel
    kanwil: str
    parent: str | None
    regions: frozenset[str]
    code: str | None


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


_TYPE_WORD: Final = re.compile(r"^(?:kota|kabupaten|kab\.?|provinsi|prov\.?)\s+(?=\S)")
_JOINT: Final = re.compile(r"(?:[\s,&/-]|\bdan\b)+")


def fold(name: str) -> str:
    """The form in which two writings of a name are compared: lower case, single spaces, no joints and no `dan`."""
    return _JOINT.sub(" ", name.lower()).strip()


def without_type(folded: str) -> str:
    """A folded name without a leading `kota`, `kabupaten` or `provinsi`."""
    return _TYPE_WORD.sub("", folded)


def _offices() -> dict[str, RegionalOffice]:
    return {
        row["key"]: RegionalOffice(row["key"], row["name"], frozenset(_split(row["provinces"])))
        for row in read_csv("bpjs_regional_offices")
    }


def _kanwil_forms(column: str) -> dict[str, str]:
    """Folded form -> key of the regional office."""
    return {fold(form): row["key"] for row in read_csv("bpjs_regional_offices") for form in _split(row[column])}


def _branches() -> dict[str, Branch]:
    """Name as in the table -> branch; a branch serves what its daughters serve."""
    rows = read_csv("bpjs_branches")
    serves: dict[str, set[str]] = {}
    for row in rows:
        for office in filter(None, (row["name"], row["parent"])):
            serves.setdefault(office, set()).update(_split(row["regions"]))
    return {
        row["name"]: Branch(
            row["name"],
            "kantor_cabang" if row["level"] == "kantor_cabang" else "kantor_cabang_perintis",
            row["kanwil"],
            row["parent"] or None,
            frozenset(serves[row["name"]]),
            row["code"] or None,
        )
        for row in rows
    }


def _branch_forms() -> dict[str, Branch]:
    """Folded form -> branch, names before aliases."""
    forms = {fold(name): branch for name, branch in BRANCHES.items()}
    for row in read_csv("bpjs_branches"):
        for form in _split(row["aliases"]) + _split(row["aliases_with_level"]):
            forms.setdefault(fold(form), BRANCHES[row["name"]])
    return forms


REGIONAL_OFFICES: Final[Mapping[str, RegionalOffice]] = _offices()
BRANCHES: Final[Mapping[str, Branch]] = _branches()
_KANWIL: Final = _kanwil_forms("names")
_KANWIL_WITH_LEVEL: Final = {**_KANWIL, **_kanwil_forms("names_with_level")}
_BRANCH_FORMS: Final = _branch_forms()


@cache
def _place_names() -> tuple[frozenset[str], frozenset[str]]:
    """Folded names that stand alone after the body's name, and those that need a level or a type word before them."""
    alone: set[str] = set()
    with_level: set[str] = set()
    for row in read_csv("regions"):
        with_level.update((fold(row["name"]), fold(row["capital"])))
        if row["needs_context"] != "yes":
            alone.update((fold(row["name"]), fold(row["capital"])))
    alone.update(fold(row["name"]) for row in read_csv("bpjs_quarters"))
    for row in read_csv("bpjs_branches"):
        alone.update(map(fold, [row["name"], *_split(row["aliases"])]))
        with_level.update(map(fold, _split(row["aliases_with_level"])))
    return frozenset(alone - {""}), frozenset((alone | with_level) - {""})


@cache
def _divided_cities() -> frozenset[str]:
    """Cities with several branches, named by the part of town."""
    return frozenset(fold(row["name"]).split()[0] for row in read_csv("bpjs_quarters"))


def regional_office(name: str, *, with_level: bool) -> RegionalOffice | None:
    """The Kantor Wilayah that `name` stands for; `with_level`: a word of the text says that it is one."""
    forms = _KANWIL_WITH_LEVEL if with_level else _KANWIL
    key = forms.get(without_type(fold(name)))
    return REGIONAL_OFFICES[key] if key else None


def branch(name: str) -> Branch | None:
    """The branch that `name` (long or short form) stands for, or None where the table does not know it."""
    folded = fold(name)
    return _BRANCH_FORMS.get(folded) or _BRANCH_FORMS.get(without_type(folded))


# --- where a name ends -------------------------------------------------------------------------------------------

_WORD: Final = re.compile(r"(?:D\.?I\.?|HOS|Kab\.)(?=\s)|[^\W\d_]\w{0,30}(?:'\w{1,20})?")
_GAP: Final = re.compile(r"\s{1,2}|-")
_MAX_WORDS: Final = 6
_TYPE_WORDS: Final = frozenset({"kota", "kabupaten", "kab", "kab.", "provinsi", "prov"})
_SIDES: Final = frozenset({"utara", "selatan", "timur", "barat", "tengah", "pusat"})
# First words of Indonesian place names that never stand alone, and last words that never begin one.
_HEADS: Final = frozenset(
    "tanjung tanjong muara muaro pulau bukit sungai sei teluk taluk lubuk pangkal pangkalan batu tebing gunung kuala"
    " pasir padang rantau simpang air way ulu ujung labuhan kampung bandar banda pematang kota kayu karang nusa aek"
    " kuta ranto banjar pagar sri lima rokan indragiri".split()
)
_TAILS: Final = _SIDES | frozenset("kota raya baru besar kecil hulu hilir jaya indah agung".split())
_NOT_NAMES: Final = frozenset(
    "kepala kantor bapak ibu pak bu drs dra dr ir h hj prof kh se sh st senin selasa rabu kamis jumat sabtu minggu"
    " dengan bersama dan yang untuk ini itu dalam pada setempat bpjs bpjamsostek jamsostek jalan jl di ke".split()
)


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
        with_level: Whether a word such as `Cabang` stands before it, so that names which are ordinary words or
            people's names count too.
        type_word: Whether `Kota` or `Kabupaten` may open the name (`Kota Metro`).
    """
    words = _words(text, start)
    if not words:
        return None
    typed = 1 if type_word and len(words) > 1 and text[slice(*words[0])].lower() in _TYPE_WORDS else 0
    alone, with_context = _place_names()
    names = with_context if with_level or typed else alone
    for n in range(len(words), typed, -1):
        end = words[n - 1][1]
        if fold(text[words[0][0] : end]) in names or (typed and fold(text[words[1][0] : end]) in names):
            return _with_side(text, words, n)
    return None


def _with_side(text: str, words: list[tuple[int, int]], n: int) -> int:
    """End of a name of `n` words, with the part of town that follows it (`Medan` + `Utara`, `Serang` + `Raya`)."""
    end = words[n - 1][1]
    if n == len(words):
        return end
    side = text[slice(*words[n])].lower()
    if side in ("kota", "raya"):
        repeated = n + 1 < len(words) and text[slice(*words[n + 1])] == text[slice(*words[0])]
        return end if repeated else words[n][1]  # `Malang, Kota Malang` written without the comma
    divided = n == 1 and fold(text[slice(*words[0])]) in _divided_cities()
    return words[n][1] if divided and side in _SIDES else end


def _joined(form: str) -> str:
    joint = r"(?:\s{0,2}[,&/-]\s{0,2}(?:dan\s{1,2})?|\s{1,2}(?:dan\s{1,2}|&\s{0,2})?)"
    return joint.join(map(re.escape, form.split()))


def _kanwil_pattern(forms: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(map(_joined, longest_first))})(?!\w)")


_PROVINCE_WORD: Final = re.compile(r"prov(?:insi|\.)\s{1,2}")
_KANWIL_NAMES: Final = _kanwil_pattern(_KANWIL)
_KANWIL_NAMES_WITH_LEVEL: Final = _kanwil_pattern(_KANWIL_WITH_LEVEL)


def regional_name_at(text: str, lower: str, start: int, *, with_level: bool) -> tuple[int, int] | None:
    """Where a Kantor Wilayah's name stands that begins at `start` (a `Provinsi` before it left out), or None."""
    if not text[start : start + 1].isupper():
        return None
    if province := _PROVINCE_WORD.match(lower, start):
        start = province.end()
    pattern = _KANWIL_NAMES_WITH_LEVEL if with_level else _KANWIL_NAMES
    match = pattern.match(lower, start)
    return (start, match.end()) if match and text[start].isupper() else None


def unknown_name_at(text: str, start: int) -> int | None:
    """End of a name that no table knows, after a word such as `Cabang`: one or two capitalised words.

    Two words if the first never stands alone (`Tanjung`), the second is a side (`Utara`), or the two are followed by a
    comma, a bracket or a word in lower case; else one, since a person's name may follow.
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
    follows = text[words[1][1] : words[1][1] + 2].lstrip(" ")
    if len(words) == 2 and not shouted and follows and (follows[0] in ",()" or follows[0].islower()):
        return words[1][1]
    return words[0][1]
