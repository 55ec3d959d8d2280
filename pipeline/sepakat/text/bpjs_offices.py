"""The offices of BPJS Ketenagakerjaan as tables: regional offices, branches, and the names a unit may have.

Offices come from `data/bpjs_regional_offices.csv` and `data/bpjs_branches.csv`; branches are not complete,
the sources are in `data/README.md`. A branch is mostly named after its town, so every region and every
capital is a possible name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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
        regions: Codes of the kabupaten and kota it is known to serve, with its daughters'; never complete.
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


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """The form in which two writings of a name are compared: lower case, without joints and `dan`."""
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
    rows = read_csv("bpjs_regional_offices")
    return {fold(form): row["key"] for row in rows for form in _split(row[column])}


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
KANWIL_FORMS: Final = _kanwil_forms("names")
KANWIL_FORMS_WITH_LEVEL: Final = {**KANWIL_FORMS, **_kanwil_forms("names_with_level")}
_BRANCH_FORMS: Final = _branch_forms()


# Regions whose name is also a verb or a first name, so that it needs `Cabang` or `Kabupaten` before it.
_WORDS_TOO: Final = {"agam", "asmat", "bima", "buru", "lingga", "malaka", "muna", "puncak"}


@cache
def places() -> Mapping[str, frozenset[str]]:
    """Folded name of a region, of its capital or a short form -> codes of the regions it may stand for."""
    found: dict[str, set[str]] = {}
    for row in read_csv("regions"):
        for name in filter(None, (row["name"], row["capital"] if row["level"] == "regency" else "")):
            found.setdefault(fold(name), set()).add(row["code"])
    for row in read_csv("region_aliases"):
        if row["kind"] != "epithet":
            found.setdefault(fold(row["alias"]), set()).add(row["code"])
    for row in read_csv("bpjs_quarters"):
        found.setdefault(fold(row["name"]), set()).add(row["region"])
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def unit_names() -> tuple[frozenset[str], frozenset[str]]:
    """Folded names that may stand alone after the body's name, and those that may follow a level word."""
    after_level = {*places(), *_BRANCH_FORMS}
    aliases = read_csv("region_aliases")
    needy = {fold(row["alias"]) for row in aliases if row["needs_context"] == "yes"} | _WORDS_TOO
    for row in read_csv("bpjs_branches"):
        needy.update(map(fold, _split(row["aliases_with_level"])))
    return frozenset(after_level - needy), frozenset(after_level)


def region_codes(name: str) -> frozenset[str]:
    """Codes of the regions that a unit's name may stand for; empty where it is no region's name."""
    folded = fold(name)
    return places().get(folded) or places().get(without_type(folded)) or frozenset()


@cache
def divided_cities() -> frozenset[str]:
    """Cities with several branches, named by the part of town."""
    return frozenset(fold(row["name"]).split()[0] for row in read_csv("bpjs_quarters"))


def regional_office(name: str, *, with_level: bool) -> RegionalOffice | None:
    """The Kantor Wilayah that `name` stands for; `with_level`: a word of the text says that it is one."""
    forms = KANWIL_FORMS_WITH_LEVEL if with_level else KANWIL_FORMS
    key = forms.get(without_type(fold(name)))
    return REGIONAL_OFFICES[key] if key else None


def branch(name: str) -> Branch | None:
    """The branch that `name` (long or short form) stands for, or None where the table does not know it."""
    folded = fold(name)
    return _BRANCH_FORMS.get(folded) or _BRANCH_FORMS.get(without_type(folded))


@cache
def words_of(sort: str) -> frozenset[str]:
    """The words of one sort in `data/bpjs_words.csv`."""
    return frozenset(row["word"] for row in read_csv("bpjs_words") if row["sort"] == sort)
