"""The templates of `archive_templates.txt`, and what fills them by chance: people, places, bodies, days, numbers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from sepakat.text.gazetteer import CAPITALS, LEVELS, NAMES

T = TypeVar("T")

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
CLUBS = ("PS", "Persatuan", "Bintang", "Garuda", "Mitra", "Putra")
UNIVERSITIES = ("Universitas Bumi", "Universitas Cakra", "Institut Teknologi", "Politeknik", "Universitas Widya")
BANKS = ("Bank Nusa Mandala", "Bank Lumbung Desa", "Bank Bahari Sentosa", "Bank Karya Rakyat")


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
        self.dice, self.random = dice, dice.random
        self.day = day
        self.region = dice.pick(REGIONS)
        self.other_region = dice.pick(REGIONS)

    def __missing__(self, slot: str) -> str:
        """Draw a slot."""
        if fresh := FRESH.get(slot):
            return fresh[int(self.random() * len(fresh))]
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
FRESH: dict[str, tuple[str, ...]] = {
    "a": tuple(str(n) for n in range(2, 10)),
    "b": tuple(str(n) for n in range(11, 99)),
    "c": tuple(str(n) for n in range(102, 988)),
    "d": tuple(_dotted(n) for n in range(1_024, 98_765, 7)),
    "rp": tuple(f"Rp{_dotted(n)}" for n in range(4_000, 475_000, 500)),
    "juta": tuple(f"Rp{n} juta" for n in range(3, 941)),
    "miliar": tuple(f"Rp{n},{tenth} miliar" for n in range(1, 97) for tenth in range(1, 10)),
    "persen": tuple(f"{n},{hundredths} persen" for n in range(1, 39) for hundredths in range(1, 100)),
    "jam": tuple(f"{hour:02d}.{minute:02d}" for hour in range(24) for minute in range(60)),
    "kata": ("kata", "ujar", "tutur", "ucap", "jelas", "terang", "papar", "ungkap", "tegas", "imbuh"),
}
"""What the slots may be that are drawn anew each time."""


class Section(NamedTuple):
    """One topic: its titles and its paragraphs, as format strings for `Facts`."""

    titles: list[str]
    paragraphs: list[str]


def read_templates(path: Path) -> dict[str, Section]:
    """Sections by topic."""
    sections: dict[str, Section] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections[line.strip("[]")] = Section([], [])
        elif line.startswith("= "):
            section.titles.append(line[2:])
        elif line and not line.startswith("#"):
            section.paragraphs.append(line)
    return sections
