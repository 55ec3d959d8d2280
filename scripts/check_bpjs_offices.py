"""Check the tables of BPJS Ketenagakerjaan's offices, or make the table of city quarters anew.

    python scripts/check_bpjs_offices.py                       # prints what is wrong, exit status 1 if any
    python scripts/check_bpjs_offices.py --quarters WILAYAH    # writes data/bpjs_quarters.csv

WILAYAH is a CSV `kode,nama` with the Kemendagri codes down to the kecamatan (cahyadsn/wilayah, MIT).
"""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

from sepakat.text.bpjs_offices import BRANCHES, REGIONAL_OFFICES, fold
from sepakat.text.tables import read_csv

QUARTERS = Path(__file__).parent.parent / "pipeline" / "sepakat" / "data" / "bpjs_quarters.csv"
# Cities with several branches, named by the part of town; the kabupaten and kota that such names draw on.
CITIES = {
    "Medan": ("12.71",),
    "Pekanbaru": ("14.71",),
    "Palembang": ("16.71",),
    "Batam": ("21.71",),
    "Jakarta": ("31.71", "31.72", "31.73", "31.74", "31.75"),
    "Bandung": ("32.73", "32.04"),
    "Bekasi": ("32.75", "32.16"),
    "Bogor": ("32.71", "32.01"),
    "Semarang": ("33.74",),
    "Malang": ("35.73", "35.07"),
    "Surabaya": ("35.78",),
    "Tangerang": ("36.71", "36.03", "36.74"),
    "Makassar": ("73.71",),
}
SHORT_QUARTERS = {"Jakarta Mampang": "31.74"}  # Mampang Prapatan, mostly written without the second word


def problems() -> Iterator[str]:
    """What is wrong with the tables, one sentence each."""
    codes = {row["code"] for row in read_csv("regions")}
    offices = read_csv("bpjs_regional_offices")
    if len(offices) != 11:
        yield f"{len(offices)} regional offices, not eleven"
    provinces = [code for row in offices for code in row["provinces"].split("|")]
    if sorted(provinces) != sorted(code for code in codes if "." not in code):
        yield "the regional offices do not divide the provinces among them"
    for row in read_csv("bpjs_branches"):
        yield from _problems_of_branch(row, codes)
    yield from _shared_forms()


def _problems_of_branch(row: dict[str, str], codes: set[str]) -> Iterator[str]:
    name = row["name"]
    if row["level"] not in ("kantor_cabang", "kantor_cabang_perintis"):
        yield f"{name}: level {row['level']}"
    if row["kanwil"] not in REGIONAL_OFFICES:
        yield f"{name}: no regional office {row['kanwil']}"
        return
    if row["parent"] and (row["level"] == "kantor_cabang" or row["parent"] not in BRANCHES):
        yield f"{name}: parent {row['parent']}"
    for code in filter(None, row["regions"].split("|")):
        if code not in codes:
            yield f"{name}: no region {code}"
        elif code.split(".")[0] not in REGIONAL_OFFICES[row["kanwil"]].provinces:
            yield f"{name}: region {code} lies outside its regional office"
    if not row["source"]:
        yield f"{name}: no source"


def _shared_forms() -> Iterator[str]:
    owner: dict[str, str] = {}
    for row in read_csv("bpjs_branches"):
        cells = f"{row['name']}|{row['aliases']}|{row['aliases_with_level']}"
        for form in {fold(cell) for cell in cells.split("|") if cell}:
            if owner.setdefault(form, row["name"]) != row["name"]:
                yield f"`{form}` names both {owner[form]} and {row['name']}"


def quarters(wilayah: Path) -> dict[str, str]:
    """Name of a quarter with its city -> code of the kabupaten or kota it lies in."""
    with wilayah.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    districts = [(row["kode"], row["nama"].strip()) for row in rows if row["kode"].count(".") == 2]
    found: dict[str, str] = {}
    for city, codes in CITIES.items():
        for code, name in districts:
            full = name if name.startswith(f"{city} ") else f"{city} {name}"
            if code[:5] in codes and name != city:
                found.setdefault(full, code[:5])
    return {**found, **SHORT_QUARTERS}


def write_quarters(wilayah: Path) -> None:
    """Write `data/bpjs_quarters.csv`, its comment lines kept."""
    comments = [line for line in QUARTERS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [f"{name},{region}" for name, region in quarters(wilayah).items()]
    QUARTERS.write_text("\n".join([*comments, "name,region", *rows]) + "\n", encoding="utf-8")


def main() -> int:
    """Run the check or write the quarters; the exit status."""
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=style)
    parser.add_argument("--quarters", type=Path, metavar="WILAYAH")
    arguments = parser.parse_args()
    if arguments.quarters:
        write_quarters(arguments.quarters)
        return 0
    found = list(problems())
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(REGIONAL_OFFICES)} regional offices, {len(BRANCHES)} branches, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
