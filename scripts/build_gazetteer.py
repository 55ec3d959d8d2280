"""Check the tables of regions, or bring them up to date with the list of codes of cahyadsn/wilayah (MIT).

`--check` looks at the tables by themselves, and with `--reference wilayah_level_1_3.csv` also whether they
hold exactly its provinces, regencies and cities. Without `--check`, `data/regions.csv` and the districts in
`data/region_lookalikes.csv` are written anew from the reference; capitals, `needs_context` and all else that
is our own work are kept.
"""

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from sepakat.recognisers.regions import CueKind
from sepakat.text.gazetteer import FORMS, LEVELS, NAMES, FormKind, Level
from sepakat.text.tables import read_csv

DATA = Path(__file__).resolve().parent.parent / "pipeline" / "sepakat" / "data"
DISTRICTS_FROM = "cahyadsn/wilayah"
_TYPE_WORD = re.compile(r"(Kabupaten|Kota)(?: Administrasi)? ")
_CODE = re.compile(r"\d\d(\.\d\d)?")


def read_reference(path: Path) -> tuple[dict[str, tuple[str, Level]], list[str]]:
    """Name without type word and level by code, and the names of all districts, of a reference list."""
    regions: dict[str, tuple[str, Level]] = {}
    districts: list[str] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code, name = row["kode"], row["nama"].strip()
            if len(code) == len("18"):
                regions[code] = (name, "province")
            elif len(code) == len("18.01"):
                level: Level = "city" if name.startswith("Kota ") else "regency"
                regions[code] = (_TYPE_WORD.sub("", name, count=1).replace("Kep. ", "Kepulauan "), level)
            else:
                districts.append(name)
    return regions, districts


def district_lookalikes(districts: Iterable[str]) -> list[str]:
    """Districts whose name begins with a region's name and goes on (`Semarang Barat`), in order."""
    names = {form for form, value in FORMS.items() if value.codes and value.kind != "capital"}
    found: dict[str, str] = {}
    for district in districts:
        words = district.lower().split()
        heads = (" ".join(words[:length]) for length in range(1, len(words)))
        if " ".join(words) not in names and any(head in names for head in heads):
            found.setdefault(district.lower(), district)
    return list(found.values())


def check_regions() -> Iterator[str]:
    """What is wrong with `regions.csv` by itself."""
    codes = [row["code"] for row in read_csv("regions")]
    if len(codes) != len(set(codes)):
        yield "regions: a code stands twice"
    for row in read_csv("regions"):
        code = row["code"]
        fits = _CODE.fullmatch(code) and (len(code) == 2) == (row["level"] == "province")
        if not fits or row["province_code"] != code[:2] or code[:2] not in codes:
            yield f"regions: {code} does not fit its level or province"
        if row["level"] not in get_args(Level) or row["needs_context"] not in ("yes", "no"):
            yield f"regions: {code} has a level or needs_context that is none"


def check_aliases() -> Iterator[str]:
    """What is wrong with `region_aliases.csv` by itself."""
    seen: set[tuple[str, str]] = set()
    for row in read_csv("region_aliases"):
        code, alias = row["code"], row["alias"]
        if code not in LEVELS:
            yield f"aliases: {alias} is of no region"
        elif alias.lower() == NAMES[code].lower():
            yield f"aliases: {alias} is the name of {code}"
        if (code, alias.lower()) in seen:
            yield f"aliases: {alias} stands twice for {code}"
        if row["kind"] not in get_args(FormKind)[1:] or row["needs_context"] not in ("yes", "no", "level"):
            yield f"aliases: {alias} has a kind or needs_context that is none"
        if not row["source"]:
            yield f"aliases: {alias} has no source"
        seen.add((code, alias.lower()))


def check_homonyms() -> Iterator[str]:
    """Forms of several regions without a rule in `region_homonyms.csv`, and rules that do not fit."""
    shared: dict[str, set[str]] = defaultdict(set)
    for form, value in FORMS.items():
        codes = {*value.codes, *value.level_codes}
        if len(codes) > 1 and value.kind != "capital":
            shared[form] = codes
    for row in read_csv("region_homonyms"):
        name, codes = row["name"], set(row["codes"].split())
        if shared.pop(row["name"].lower(), None) != codes:
            yield f"homonyms: {name} does not stand for exactly {sorted(codes)}"
        different = {
            "type_word": len({LEVELS[code] for code in codes}),
            "province": len({code[:2] for code in codes}),
            "article": len(codes),
        }
        if different.get(row["told_by"]) != len(codes):
            yield f"homonyms: {row['told_by']} does not tell the regions named {name} apart"
    yield from (f"homonyms: {form} has no rule for {sorted(codes)}" for form, codes in shared.items())


def check_others() -> Iterator[str]:
    """What is wrong with the tables of history, lookalikes and cues."""
    for row in read_csv("region_history"):
        if row["code"] not in LEVELS or row["was"][:2] not in LEVELS or not row["law"]:
            yield f"history: {row['code']} or what it was is no region, or has no law"
    phrases = [row["phrase"].lower() for row in read_csv("region_lookalikes")]
    named = {form for form, value in FORMS.items() if value.codes or value.level_codes}
    for phrase in phrases:
        if phrase in named or phrases.count(phrase) > 1:
            yield f"lookalikes: {phrase} is a region's name or stands twice"
    for row in read_csv("region_cues"):
        kind = row["cue"]
        if kind not in (*get_args(CueKind), "block") or row["level"] not in ("", *get_args(Level)):
            yield f"cues: {row['words']} has a cue or level that is none"


def check_reference(path: Path) -> Iterator[str]:
    """Where `regions.csv` differs from the reference."""
    theirs, _ = read_reference(path)
    ours = {code: (NAMES[code], level) for code, level in LEVELS.items()}
    for code in sorted(ours.keys() | theirs.keys()):
        if ours.get(code) != theirs.get(code):
            yield f"reference: {code} is {ours.get(code)} here and {theirs.get(code)} there"


def problems(reference: Path | None = None) -> list[str]:
    """Everything that is wrong with the tables; empty when they are sound."""
    found = [*check_regions(), *check_aliases(), *check_homonyms(), *check_others()]
    return found + list(check_reference(reference) if reference else ())


def build(reference: Path) -> None:
    """Write what comes from the reference anew."""
    theirs, districts = read_reference(reference)
    kept = {row["code"]: row for row in read_csv("regions")}
    rows = [
        (code, name, level, code[:2], old.get("capital", ""), old.get("needs_context", "no"))
        for code, (name, level) in theirs.items()
        for old in [kept.get(code, {})]
    ]
    _write("regions", ("code", "name", "level", "province_code", "capital", "needs_context"), rows)
    own = [row for row in read_csv("region_lookalikes") if row["source"] != DISTRICTS_FROM]
    lookalikes = [(row["phrase"], row["what"], row["source"]) for row in own]
    known = {phrase.lower() for phrase, _, _ in lookalikes}
    lookalikes += [
        (name, "district (kecamatan)", DISTRICTS_FROM)
        for name in district_lookalikes(districts)
        if name.lower() not in known
    ]
    _write("region_lookalikes", ("phrase", "what", "source"), lookalikes)


def _write(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (DATA / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *rows])


def main() -> int:
    """Check or build; 1 when the tables are not sound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only look whether the tables are sound")
    parser.add_argument("--reference", type=Path, help="wilayah_level_1_3.csv of cahyadsn/wilayah")
    options = parser.parse_args()
    if not options.check:
        if options.reference is None:
            parser.error("to build, give --reference FILE")
        build(options.reference)
        return 0
    found = problems(options.reference)
    print("\n".join(found) or f"{len(LEVELS)} regions, {len(FORMS)} written forms: sound", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
