"""Articles for archives of any size: relevant ones from `corpus/`, and filler. Used by `make_archive.py`.

A relevant article is one of `corpus/articles` that tells of an agreement, word for word; only what follows its end
(read-also lines, the outlet's own notes) and the day of publication vary, so that its gold stays true. All relevant
articles are therefore variants of a few dozen texts. A syndicated copy has another outlet's masthead besides.

Filler is composed of the templates in `archive_templates.txt` and of paragraphs from the articles of
`corpus/entities` that name no BPJS at all. About one article in ten of it has a cooperation between others.
"""

import json
import math
import re
from calendar import monthrange
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal, NamedTuple

from archive_facts import FIRST_NAMES, FRESH, Dice, Facts, Section, T, person, read_templates
from sepakat.ner import markup

Kind = Literal["filler", "relevant", "copy"]

SHARE_DEALS = 0.11  # of the filler: cooperation between other bodies
SHARE_KESEHATAN = 0.02  # of the filler: BPJS Kesehatan
SHARE_CORPUS, SHARE_COMMON = 0.2, 0.2  # of the paragraphs of filler
MIN_CHARS, MEAN_CHARS, MAX_CHARS = 1_300, 2_620, 9_000  # of filler, before it is rounded up to whole paragraphs
RELEVANT_CHARS = 2_700  # likewise
MIN_PARAGRAPH = 120  # code points; shorter lines of the corpus are heads, captions and tails
RECENT = 50  # originals that can still be syndicated
FIRST_DAY, N_DAYS = date(2019, 1, 1), 2_500


@dataclass(frozen=True, slots=True)
class Made:
    """One record of the archive, and what sort it is."""

    record: dict[str, str]
    kind: Kind


class Original(NamedTuple):
    """An annotated article with an agreement, and a day on which it can have been published."""

    title: str
    text: str
    published: date


class Materials(NamedTuple):
    """Everything that articles are made of; `plain_titles` hold no number that could be taken for the article's."""

    topics: list[Section]
    others: dict[str, Section]
    paragraphs: list[str]
    originals: list[Original]
    plain_titles: list[str]


def read_materials(root: Path) -> Materials:
    """Read the templates and the corpus below the root of the repository."""
    sections = read_templates(root / "scripts" / "archive_templates.txt")
    others = {name: sections.pop(name) for name in ("umum", "kerjasama", "bpjs kesehatan", "ekor")}
    titles = [title for section in sections.values() for title in section.titles]
    plain_titles = [title for title in titles if not set(re.findall(r"\{(\w+)\}", title)) & FRESH.keys()]
    corpus = root / "corpus"
    paragraphs, originals = list(_plain_paragraphs(corpus)), list(_originals(corpus))
    return Materials(list(sections.values()), others, paragraphs, originals, plain_titles)


def _plain_paragraphs(corpus: Path) -> Iterator[str]:
    """Paragraphs of the marked articles that name no BPJS, without marks."""
    for file in sorted((corpus / "entities").glob("*.txt")):
        text = markup.read(file.read_text(encoding="utf-8"), source=str(file)).text
        if not re.search(r"bpjs|jamsos|jaminan\s+sosial", text, re.IGNORECASE):
            yield from (p.strip() for p in text.split("\n") if len(p.strip()) >= MIN_PARAGRAPH)


def _originals(corpus: Path) -> Iterator[Original]:
    """The annotated articles with an agreement and a day."""
    for file in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        if gold["agreements"]:
            text = (corpus / "articles" / gold["article"]).read_text(encoding="utf-8").strip()
            if day := _published(gold, text):
                yield Original(_headline(text), text, day)


def _headline(text: str) -> str:
    """The first line that is no masthead and no breadcrumbs; empty for a page that was saved from its middle on."""
    if text.startswith("http"):
        return ""
    return next(line for line in text.split("\n") if len(line.split()) > 3 and not re.search(" [>/•] ", line))


def _published(gold: dict[str, Any], text: str) -> date | None:
    """The latest whole date of the gold and of the text, if there is one."""
    known = [gold["published"], *(agreement["signed_on"] for agreement in gold["agreements"])]
    dates = [date.fromisoformat(day) for day in known if day and len(day) == len("2025-01-31")]
    for day, month, year in re.findall(r"(?<!\d)(\d{1,2})/(\d{1,2})/(20\d\d)", text):
        last = monthrange(int(year), int(month))[1]  # one article has a 31 November
        dates.append(date(int(year), int(month), min(int(day), last)))
    return max(dates, default=None)


class Composer:
    """Makes articles, one after the other, from one seed."""

    def __init__(self, materials: Materials, seed: int) -> None:
        """Start at the seed."""
        self.dice = Dice(seed)
        self.materials = materials
        self.recent: deque[Original] = deque(maxlen=RECENT)

    def articles(self, n_articles: int, share_relevant: float, share_copies: float) -> Iterator[Made]:
        """The archive in order: `round(n_articles * share_relevant)` relevant ones, spread evenly at random."""
        n_relevant = round(n_articles * share_relevant)
        copies = min(round(n_relevant * share_copies), max(0, n_relevant - 1))  # the first cannot be a copy
        originals = n_relevant - copies
        for index in range(n_articles):
            left = originals + copies
            if self.dice.random() * (n_articles - index) >= left:
                kind: Kind = "filler"
            elif self.recent and self.dice.random() * left < copies:
                kind, copies = "copy", copies - 1
            else:
                kind, originals = "relevant", originals - 1
            yield Made(self._record(index + 1, kind), kind)

    def _record(self, number: int, kind: Kind) -> dict[str, str]:
        if kind == "filler":
            day = FIRST_DAY + timedelta(self.dice.number(0, N_DAYS))
            facts = Facts(self.dice, day - timedelta(self.dice.number(0, 2)))
            title, text = self._filler(facts)
        else:
            original = self._syndicated() if kind == "copy" else self._original()
            title, day = original.title, original.published
            facts = Facts(self.dice, day)
            text = self._relevant(original.text, facts, copy=kind == "copy")
        outlet = facts["media"]
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower())[:8]) or "berita"
        return {
            "id": f"{number:08d}",
            "url": f"https://{outlet.lower()}.example/{day.year}/{day.month:02d}/{number}/{slug}",
            "title": title,
            "date": day.isoformat(),
            "outlet": outlet,
            "text": text,
        }

    def _original(self) -> Original:
        original = self.dice.pick(self.materials.originals)
        original = original._replace(published=original.published + timedelta(self.dice.number(0, 1)))
        self.recent.append(original)
        return original

    def _syndicated(self) -> Original:
        return self.recent[self.dice.number(0, len(self.recent) - 1)]

    def _relevant(self, text: str, facts: Facts, *, copy: bool) -> str:
        """An annotated article with a new tail; a copy has the masthead of another outlet too."""
        parts = [f"{facts['media'].upper()}.ID", text] if copy else [text]
        for _ in range(self.dice.number(1, 2)):
            parts.append(f"Baca juga: {self.dice.pick(self.materials.plain_titles).format_map(facts)}")
        size = sum(map(len, parts))
        for note in self._each_once(self.materials.others["ekor"].paragraphs):
            parts.append(note.format_map(facts))
            size += len(parts[-1])
            if size >= RELEVANT_CHARS:
                break
        return "\n\n".join(parts) + "\n"

    def _filler(self, facts: Facts) -> tuple[str, str]:
        """Title and text of one article about something else."""
        dice, topic = self.dice, self._topic()
        title = dice.pick(topic.titles).format_map(facts)
        if dice.random() < 0.08:
            title = title.upper()
        parts = [title]
        if dice.random() < 0.5:
            parts.append(f"{facts['hari']}, {facts['tanggal']} | {facts['jam']} WIB")
        parts.append(self._dateline(facts) + topic.paragraphs[0].format_map(facts))
        target = min(MIN_CHARS - (MEAN_CHARS - MIN_CHARS) * math.log(1 - dice.random()), MAX_CHARS)
        size = sum(map(len, parts))
        for paragraph in self._body(topic, facts):
            parts.append(paragraph)
            size += len(paragraph)
            if size >= target:
                break
        if dice.random() < 0.4:
            parts.append(f"Baca juga: {dice.pick(self._topic().titles).format_map(facts)}")
        parts.append(f"({facts['s4'][:3].lower()}/{dice.pick(FIRST_NAMES)[:3].lower()})")
        return title, "\n\n".join(parts) + "\n"

    def _body(self, topic: Section, facts: Facts) -> Iterator[str]:
        """Paragraphs after the first, none twice; more than the longest article needs."""
        dice, others = self.dice, self.materials.others
        if dice.random() < SHARE_DEALS:
            yield dice.pick(others["kerjasama"].paragraphs).format_map(facts)
        if dice.random() < SHARE_KESEHATAN:
            yield dice.pick(others["bpjs kesehatan"].paragraphs).format_map(facts)
        if dice.random() < 0.05:
            names = "\n".join(f"{i}. {person(dice).upper()}" for i in range(1, dice.number(4, 9)))
            yield f"Berikut daftar namanya:\n{names}"
        own, common = self._each_once(topic.paragraphs[1:]), self._each_once(others["umum"].paragraphs)
        corpus = self._each_once(self.materials.paragraphs)
        for paragraph in corpus:
            while (chance := dice.random()) >= SHARE_CORPUS:
                template = next(common if chance < SHARE_CORPUS + SHARE_COMMON else own, None)
                if template is None:
                    break
                yield template.format_map(facts)
            yield paragraph

    def _topic(self) -> Section:
        return self.dice.pick(self.materials.topics)

    def _each_once(self, items: list[T]) -> Iterator[T]:
        """All items, each once, from any place on in steps that leave none out; cheaper than a shuffle."""
        n = len(items)
        place, step = self.dice.number(0, n - 1), self.dice.number(1, n - 1)
        while math.gcd(step, n) > 1:
            step += 1
        for _ in range(n):
            yield items[place]
            place = (place + step) % n

    def _dateline(self, facts: Facts) -> str:
        city, media = facts["kota"], facts["media"]
        return self.dice.pick(
            (f"{city.upper()}, {media.upper()}.ID – ", f"{city} ({media}) - ", f"{media}, {city} — ", "")
        )
