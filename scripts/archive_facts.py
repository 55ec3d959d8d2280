"""The templates of `archive_templates.txt`, and what fills them by chance: people, places, bodies, days, numbers."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from sepakat.text.gazetteer import CAPITALS, LEVELS, NAMES

T = TypeVar("T")
Parts = tuple[tuple[str, str], ...]
"""A template: literals, each with the slot behind it; the last one's slot is empty."""

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
CLUBS = ("PS", "Persatuan", "Bintang", "Garuda", "Mitra", "Putra")
UNIVERSITIES = ("Universitas Bumi", "Universitas Cakra", "Institut Teknologi", "Politeknik", "Universitas Widya")
BANKS = ("Bank Nusa Mandala", "Bank Lumbung Desa", "Bank Bahari Sentosa", "Bank Karya Rakyat")
VERBS = ("kata", "ujar", "tutur", "ucap", "jelas", "terang", "papar", "ungkap", "tegas", "imbuh")


def read_words(path: Path) -> dict[str, list[str]]:
    """Words by section; lines that start with `#` are comments."""
    words: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = words[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            section.append(line)
    return words


WORDS = read_words(Path(__file__).with_name("archive_words.txt"))
FIRST_NAMES = WORDS["first names"]
LAST_NAMES = WORDS["last names"]
FRONTS = WORDS["first words of villages and companies"]
BACKS = WORDS["second words of villages and companies"]
STREETS = WORDS["streets"]
MEDIA_FRONTS = WORDS["first words of outlets"]
MEDIA_BACKS = WORDS["second words of outlets"]
REGIONS = [code for code, level in LEVELS.items() if level != "province"]


class Dice(Random):
    """Chance as the composer needs it; built on `random()` alone, which every Python version draws alike."""

    def pick(self, items: "tuple[T, ...] | list[T]") -> T:
        """One of several."""
        return items[int(self.random() * len(items))]

    def number(self, low: int, high: int) -> int:
        """A whole number in [low, high]."""
        return low + int(self.random() * (high - low + 1))


class Facts(dict[str, str]):
    """The slots of one article. A slot of `ONCE` is drawn when first asked for and then stays, one of `FRESH` never."""

    def __init__(self, dice: Dice, day: date) -> None:
        """An article about a day, somewhere in Indonesia."""
        self.dice = dice
        self.day = day
        self.region = dice.pick(REGIONS)
        self.other_region = dice.pick(REGIONS)

    def __missing__(self, slot: str) -> str:
        """Draw a slot."""
        if slot in FRESH:
            return FRESH[slot](self.dice)
        value = self[slot] = ONCE[slot](self)
        return value


def person(dice: Dice) -> str:
    """A full name."""
    middle = f" {dice.pick(FIRST_NAMES)}" if dice.random() < 0.3 else ""
    return f"{dice.pick(FIRST_NAMES)}{middle} {dice.pick(LAST_NAMES)}"


def _region(code: str) -> str:
    return f"{'Kota' if LEVELS[code] == 'city' else 'Kabupaten'} {NAMES[code]}"


def _village(facts: Facts) -> str:
    return f"{facts.dice.pick(FRONTS)} {facts.dice.pick(BACKS)}"


def _in_city(city: str, regency: str) -> Callable[[Facts], str]:
    return lambda facts: city if LEVELS[facts.region] == "city" else regency


def _full_name(facts: Facts) -> str:
    return person(facts.dice)


def _short_of(slot: str) -> Callable[[Facts], str]:
    return lambda facts: facts[slot].split()[0]


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


ONCE: dict[str, Callable[[Facts], str]] = {
    "nama": lambda facts: NAMES[facts.region],
    "tempat": lambda facts: _region(facts.region),
    "kota": lambda facts: CAPITALS.get(facts.region, NAMES[facts.region]),
    "prov": lambda facts: NAMES[facts.region[:2]],
    "bupati": _in_city("Wali Kota", "Bupati"),
    "pemkab": _in_city("Pemkot", "Pemkab"),
    "nama2": lambda facts: NAMES[facts.other_region],
    "lain": lambda facts: _region(facts.other_region),
    **dict.fromkeys(("kec", "desa", "desa2"), _village),
    "jalan": lambda facts: facts.dice.pick(STREETS),
    **dict.fromkeys(("p1", "p2", "p3", "p4"), _full_name),
    **{f"s{i}": _short_of(f"p{i}") for i in range(1, 5)},
    "media": lambda facts: facts.dice.pick(MEDIA_FRONTS) + facts.dice.pick(MEDIA_BACKS),
    "klub": lambda facts: f"{facts.dice.pick(CLUBS)} {facts['nama']}",
    "klub2": lambda facts: f"{facts.dice.pick(CLUBS)} {facts['nama2']}",
    "univ": lambda facts: f"{facts.dice.pick(UNIVERSITIES)} {facts.dice.pick(BACKS)}",
    "bank": lambda facts: facts.dice.pick(BANKS),
    "usaha": lambda facts: f"PT {_village(facts)} {facts.dice.pick(LAST_NAMES)}",
    "hari": lambda facts: DAYS[facts.day.weekday()],
    "tgl": lambda facts: f"{facts.day.day}/{facts.day.month}/{facts.day.year}",
    "tanggal": lambda facts: f"{facts.day.day} {facts['bulan']} {facts.day.year}",
    "bulan": lambda facts: MONTHS[facts.day.month - 1],
    "tahun": lambda facts: str(facts.day.year),
}
"""Slots that stay the same throughout an article."""
FRESH: dict[str, Callable[[Dice], str]] = {
    "a": lambda dice: str(dice.number(2, 9)),
    "b": lambda dice: str(dice.number(11, 98)),
    "c": lambda dice: str(dice.number(102, 987)),
    "d": lambda dice: _dotted(dice.number(1_024, 98_765)),
    "rp": lambda dice: f"Rp{_dotted(dice.number(8, 950) * 500)}",
    "juta": lambda dice: f"Rp{dice.number(3, 940)} juta",
    "miliar": lambda dice: f"Rp{dice.number(1, 96)},{dice.number(1, 9)} miliar",
    "persen": lambda dice: f"{dice.number(1, 38)},{dice.number(1, 99)} persen",
    "jam": lambda dice: f"{dice.number(0, 23):02d}.{dice.number(0, 59):02d}",
    "kata": lambda dice: dice.pick(VERBS),
}
"""Slots that are drawn anew each time."""


class Section(NamedTuple):
    """One topic: its titles and its paragraphs, cut at their slots."""

    titles: list[Parts]
    paragraphs: list[Parts]


def read_templates(path: Path) -> dict[str, Section]:
    """Sections by topic."""
    sections: dict[str, Section] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections[line.strip("[]")] = Section([], [])
        elif line.startswith("= "):
            section.titles.append(_cut(line[2:]))
        elif line and not line.startswith("#"):
            section.paragraphs.append(_cut(line))
    return sections


def _cut(template: str) -> Parts:
    pieces = re.split(r"\{(\w+)\}", template)
    return tuple(zip(pieces[::2], [*pieces[1::2], ""], strict=True))


def fill(template: Parts, facts: Facts) -> str:
    """A template with its slots filled."""
    return "".join([literal + facts[slot] if slot else literal for literal, slot in template])
