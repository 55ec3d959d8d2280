"""The gazetteer of provinces, regencies and cities, as tables in memory.

Codes, names and levels follow Kepmendagri 300.2.2-2138/2025; `data/README.md` tells of the files and their
sources. A written form is kept in lower case. It can stand for several regions (`bandung`), and for some of
them only where the words around it say the level (`Kabupaten Pontianak`, the former name of Mempawah).
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from sepakat.text.tables import read_csv

Level = Literal["province", "regency", "city"]
FormKind = Literal["name", "official", "spelling", "abbreviation", "former", "epithet", "capital"]
"""`official`: in a law or an older decree. `abbreviation`: also everyday short names (`Siantar`, `Solo`).
`capital`: a seat after which prosecutors and courts are named (`Kejari Kepanjen`), not the region itself."""

_KINDS = ("name", "official", "spelling", "abbreviation", "former", "epithet", "capital")


class Form(NamedTuple):
    """What one written form can stand for; neither `codes` nor `level_codes`: a lookalike, no region at all.

    Attributes:
        codes: Kemendagri codes, ascending.
        level_codes: Further codes, each only where its level is said.
        kind: What sort of form it is; where it is several, the first of `FormKind`.
        risky: Also a common word, a surname, a river: needs a word beside it that says it is a region.
        acronym: Written in capitals throughout (`OKU`).
    """

    codes: tuple[str, ...]
    level_codes: tuple[str, ...]
    kind: FormKind
    risky: bool
    acronym: bool


class Cue(NamedTuple):
    """What a word before a name says: `kind` as in `region_cues.csv`, and the level if it implies one."""

    kind: str
    level: Level | None


LEVELS: dict[str, Level] = {row["code"]: cast(Level, row["level"]) for row in read_csv("regions")}
"""Level by code, all 552 of them."""
NAMES: dict[str, str] = {row["code"]: row["name"] for row in read_csv("regions")}
"""Name without the type word by code."""
CAPITALS: dict[str, str] = {row["code"]: row["capital"] for row in read_csv("regions") if row["capital"]}
"""Capital by code of a province or regency, where it is sure."""
CUES: dict[str, Cue] = {
    row["words"]: Cue(row["cue"], cast(Level, row["level"]) if row["level"] else None)
    for row in read_csv("region_cues")
}
"""By the words before a name, in lower case, separated by single spaces."""


def former_province(code: str) -> str | None:
    """Code of the province that a region or province was split from, if that is in `region_history.csv`."""
    return _FORMER.get(code) or _FORMER.get(code[:2])


_FORMER: dict[str, str] = {row["code"]: row["was"][:2] for row in read_csv("region_history")}


def _written() -> Iterator[tuple[str, str, str, str]]:
    """Every written form with its code, kind and need of context; names first, capitals last."""
    rows, aliases = read_csv("regions"), read_csv("region_aliases")
    for row in rows:
        yield row["name"], row["code"], "name", row["needs_context"]
    for row in rows:
        if row["level"] == "regency" and row["capital"]:
            yield row["capital"], row["code"], "capital", "yes"
    for row in aliases:
        yield row["alias"], row["code"], row["kind"], row["needs_context"]


def _forms() -> dict[str, Form]:
    """All written forms; a capital only where no region bears that name."""
    forms: dict[str, Form] = {}
    for text, code, kind, context in sorted(_written(), key=lambda row: _KINDS.index(row[2])):
        known = forms.get(text.lower())
        if known is not None and kind == "capital" != known.kind:
            continue
        codes, level_codes = (set(known.codes), set(known.level_codes)) if known else (set(), set())
        (level_codes if context == "level" else codes).add(code)
        forms[text.lower()] = Form(
            codes=tuple(sorted(codes)),
            level_codes=tuple(sorted(level_codes)),
            kind=known.kind if known else cast(FormKind, kind),
            risky=context != "no" and (known is None or known.risky),
            acronym=text.isupper(),
        )
    for row in read_csv("region_lookalikes"):
        forms.setdefault(row["phrase"].lower(), Form((), (), "name", False, False))
    return forms


FORMS: dict[str, Form] = _forms()
"""By written form in lower case: names, aliases, capitals, lookalikes such as `sumatera bagian selatan`."""
