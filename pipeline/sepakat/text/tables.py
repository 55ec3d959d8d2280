"""Reading the tables that ship in `sepakat/data/`."""

import csv
from functools import cache
from importlib.resources import files


@cache
def read_csv(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `data/<name>.csv` as dictionaries, in file order; lines that start with `#` are comments."""
    text = files("sepakat.data").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(lines))


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Entries of `data/<name>.txt`, one a line, in file order; lines that start with `#` are comments."""
    text = files("sepakat.data").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
