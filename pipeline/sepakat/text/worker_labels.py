"""Labels of worker groups: where an article names people by their work.

Used by the readers of groups and of worker counts. The vocabulary is `data/worker_groups.csv` (one row a
label, with its category and the law or usage that names it) and `data/group_qualifiers.csv`. A label's span
takes in the person word before it (`anggota`, `ketua`), its qualifiers and an abbreviation in parentheses:
`anggota Lembaga Pemberdayaan Masyarakat (LPM) kelurahan`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, cast

from ahocorasick_rs import AhoCorasick, MatchKind

from sepakat.text.article import Span
from sepakat.text.choices import expand
from sepakat.text.layout import Layout
from sepakat.text.tables import read_csv
from sepakat.text.worker_lists import unknown_items

WorkerCategory = Literal[
    "pekerja_umum", "pekerja_rentan", "non_asn", "pppk", "perangkat_desa", "lembaga_kemasyarakatan", "rt_rw",
    "kader", "pekerja_keagamaan", "petani", "pekebun", "peternak", "nelayan", "buruh", "pedagang_umkm",
    "pekerja_transportasi", "petugas_kebersihan", "pendidik", "tenaga_kesehatan", "mahasiswa_magang",
    "penyelenggara_pemilu", "relawan", "jasa_konstruksi", "pekerja_migran", "pekerja_seni", "atlet",
    "pekerja_penerima_upah", "pekerja_bukan_penerima_upah", "disabilitas", "jaksa_pegawai", "lainnya",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkerLabel:
    """A worker group named at one place.

    Attributes:
        span: The label with its person word, qualifiers and abbreviation.
        category: From the closed list.
        generic: A word for workers at large (`pekerja`, `tenaga kerja`), no group of its own.
        body: Names a body, a unit or a business (`RT`, `LPM`, `UMKM`) without a word for its people.
        office: Reads as one person's office (`Kepala Desa Sukasari`).
    """

    span: Span
    category: WorkerCategory
    generic: bool = False
    body: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    category: str
    flags: frozenset[str]


@cache
def _vocabulary() -> tuple[AhoCorasick, tuple[_Entry, ...]]:
    """The matcher over all labels and what its patterns stand for; the first row of a label wins."""
    entries: dict[str, _Entry] = {}
    for row in read_csv("worker_groups"):
        entry = _Entry(row["category"], frozenset(row["flags"].split()))
        for label in expand(row["label"]):
            entries.setdefault(label, entry)
    return AhoCorasick(list(entries), matchkind=MatchKind.LeftmostLongest), tuple(entries.values())


@cache
def _qualifiers() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for one qualifier with the space before it, and the category each gives to a generic head."""
    rows = read_csv("group_qualifiers")
    categories = {qualifier: row["category"] for row in rows for qualifier in expand(row["qualifier"])}
    longest_first = sorted(categories, key=len, reverse=True)
    return re.compile(r"[ \n](" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])"), categories


# Names of agencies and associations hold worker words: `Dinas Koperasi dan UKM`, `Himpunan Nelayan`.
_AGENCY_HEADS = {
    "dinas", "badan", "kementerian", "menteri", "kadis", "kepala", "kabid", "bidang", "bagian", "seksi",
    "direktorat", "dirjen", "deputi", "komisi", "wakil", "staf", "asisten", "kemenko", "kemenkop", "disnaker",
    "dewan", "pelindungan", "perlindungan", "balai", "kantor", "sekretariat",
}  # fmt: skip
_ASSOCIATIONS = {
    "serikat", "persatuan", "himpunan", "asosiasi", "ikatan", "paguyuban", "forum", "federasi", "konfederasi",
    "kartu", "partai", "perhimpunan", "kesatuan", "hari",
}  # fmt: skip
_PERSON_WORD = re.compile(
    r"\b(?:(?:ketua|pimpinan)(?: dan|,|/)(?: para)? (?:anggota|pengurus)"
    r"|anggota|pengurus|ketua|kader|pelaku|petugas|pengelola|personel|personil|pengusaha|penggerak|pegiat"
    r"|tenaga|staf|pegawai|pekerja|karyawan|satgas|penggiat)[ \n]$"
)
_ABBREVIATION = re.compile(r" ?\(([A-Za-z][\w./ '-]{1,44})\)")
_JOINER = re.compile(
    r"[\s,/&()-]*(?:\b(?:dan|serta|maupun|atau|hingga|sampai)\b[\s,]*)?(?:(?:para|juga|seluruh)\s+)?"
    r"(?:\d[\d.,]{0,9}\s(?:orang\s)?)?"
)
_COUNTED_BEHIND = re.compile(r" [0-9][0-9.]{0,9} orang(?=[,\s])")  # `guru 480 orang, tenaga teknis …`
# What follows a word for members when it is an association and no office, agency or party chamber.
_ASSOCIATION = re.compile(
    r"(?: (?:dan|serta|maupun|beserta) (?:pengurus|anggota|kader|karyawan|jemaah|jamaah|pegawai))? "
    r"(?!(?:DPRD?|DPD|MPR|TNI|POLRI|KPUD?|BPK|PKK|RT|RW|BPD|LPM|DP|RI|PMI|KPPS|ASN|PNS|UMKM)\b)"
    r"(?:[A-Z]{2,8}|Muhammadiyah|Aisyiyah|Ansor|Fatayat|Muslimat|Kadin|Apindo|Hipmi|Pramuka|Baznas|Apdesi)"
    r"(?![\w.])"
)
_UNIT_NUMBER = re.compile(r"[ .:]{0,3}\d{1,4}(?![\d.,]*[ ](?:orang|jiwa))")
_NAME_GOES_ON = re.compile(r"[ ](?!Se-|Di\b|Dan\b|Di[a-z]|Ke\b|Yang\b|Dapat\b|Jadi\b)[A-Z][a-z]")
_CAPITALISED = re.compile(r"[ ][A-Z]\w")
_AFTER_CAPITALISED = re.compile(r"\b[A-Z][\w'-]* $")


def worker_labels(layout: Layout) -> list[WorkerLabel]:
    """All labels of worker groups, in order, disjoint.

    Args:
        layout: Any article.

    Returns:
        Labels in order of their start. Abbreviations count in capitals only; words that are also names or
        parts of agency names are left out where they are such; weak labels count only inside an enumeration.
    """
    return [label for label in _labels(layout.text, layout.lower) if _crosses_no_break(layout, label.span)]


@lru_cache(maxsize=2)  # two recognisers ask for the same article, one after the other
def _labels(text: str, lower: str) -> tuple[WorkerLabel, ...]:
    """All labels of a text, those that run over a line break included."""
    matcher, entries = _vocabulary()
    lower = lower.replace("\n", " ")
    found: list[tuple[WorkerLabel, bool]] = []
    for index, start, end in matcher.find_matches_as_indexes(lower):
        entry = entries[index]
        if entry.category == "none" or (found and start < found[-1][0].span.end):
            continue
        if not _is_word(lower, start, end) or not _is_plausible(text, lower, start, end, entry.flags):
            continue
        label = _extend(text, lower, start, end, entry)
        if found and label.span.start < found[-1][0].span.end:
            label = replace(label, span=Span(start, label.span.end))
        if found and (_heads(found[-1][0], label, text) or _alternates(found[-1][0], label, text)):
            label = replace(label, span=Span(found.pop()[0].span.start, label.span.end))
        weak = "listed" in entry.flags and label.body == ("body" in entry.flags)
        found.append((label, weak))
    labels = _keep_enumerated(found, text)
    items = unknown_items(lower, [label.span for label in labels if not label.generic])
    if items:  # a generic word inside an item is part of it: `pekerja` in `pekerja rumah potong`
        labels = [label for label in labels if not _overlaps_any(label.span, items)]
        labels += [WorkerLabel(item, "lainnya") for item in items]
        labels.sort(key=lambda label: label.span)
    return tuple(labels)


def _overlaps_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether `span` overlaps one of `others`, which are in order and disjoint."""
    after = bisect_left(others, Span(span.end, span.end))
    return after > 0 and others[after - 1].end > span.start


def _crosses_no_break(layout: Layout, span: Span) -> bool:
    """Whether a label over a line break stays in one sentence (hard-wrapped lines)."""
    if "\n" not in layout.text[span.start : span.end]:
        return True
    sentence = layout.sentence_at(span.start)
    return sentence is not None and span.end <= sentence.span.end


def _is_word(lower: str, start: int, end: int) -> bool:
    """Whether the match is bounded by non-letters (a clitic `nya` may follow)."""
    if start and (lower[start - 1].isalnum() or lower[start - 1] == "_"):
        return False
    if end == len(lower) or not lower[end].isalnum():
        return True
    return lower.startswith("nya", end) and not lower[end + 3 : end + 4].isalnum()


def _is_plausible(text: str, lower: str, start: int, end: int, flags: frozenset[str]) -> bool:
    """Whether a word that can be something else (abbreviation, name, agency) stands for workers here."""
    written = text[start:end]
    if "caps" in flags and (not written.isupper() or _UNIT_NUMBER.match(text, end)):
        return False
    if "members" in flags and not _ASSOCIATION.match(text, end):
        return False
    before = lower[max(0, start - 40) : start].rsplit(None, 1)
    if before and before[-1].strip("(\"'") in _ASSOCIATIONS:
        return False
    if "name" in flags and written[0].isupper() and _in_personal_name(text, start, end):
        return False
    return "agency" not in flags or not _in_agency_name(text, start)


def _in_personal_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands right before or after."""
    after = _CAPITALISED.match(text, end)
    return after is not None or _AFTER_CAPITALISED.search(text, max(0, start - 30), start) is not None


def _in_agency_name(text: str, start: int) -> bool:
    """Whether the capitalised words before `start` lead back to the head of an agency's name."""
    words = text[max(0, start - 90) : start].split()
    for i, word in enumerate(reversed(words[-8:])):
        bare = word.strip(",/&(\"'").lower()
        if bare in _AGENCY_HEADS and (word[0].isupper() or i == 0):
            return True
        if word[-1] in ".;:)" or not (word[0].isupper() or bare in {"dan", "serta", ""}):
            return False
    return False


def _extend(text: str, lower: str, start: int, end: int, entry: _Entry) -> WorkerLabel:
    """Grow a match over its person word, qualifiers and abbreviation."""
    body, generic, category = "body" in entry.flags, "generic" in entry.flags, entry.category
    person = None if generic else _PERSON_WORD.search(lower, max(0, start - 24), start)
    if person:
        start, body = person.start(), False
    pattern, categories = _qualifiers()
    if lower.startswith("nya", end):
        end += 3
    if "members" in entry.flags and (association := _ASSOCIATION.match(text, end)):
        end = association.end()
    for _ in range(4):
        if (qualifier := pattern.match(lower, end)) and not _opens_name(text, qualifier):
            made = categories[qualifier[1]]
            category, generic = (made, False) if generic and made else (category, generic)
            end = qualifier.end()
        elif (short := _ABBREVIATION.match(text, end)) and _abbreviates(lower[start:end], short[1]):
            end = short.end()
        else:
            break
    office = "office" in entry.flags and _CAPITALISED.match(text, end) is not None
    return WorkerLabel(Span(start, end), cast(WorkerCategory, category), generic, body, office)


def _opens_name(text: str, qualifier: "re.Match[str]") -> bool:
    """Whether a qualifier begins a name: `Tambak` in `Perangkat Pekon Tambak Jaya`."""
    return text[qualifier.start(1)].isupper() and _NAME_GOES_ON.match(text, qualifier.end()) is not None


def _abbreviates(label: str, inside: str) -> bool:
    """Whether one of the two is made of letters of the other, in order: `THL` of `tenaga harian lepas`."""
    long = "".join(c for c in label if c.isalpha())
    short = "".join(c for c in inside.lower() if c.isalpha())
    if len(short) > len(long):
        long, short = short, long
    letters = iter(long)
    return len(short) > 1 and not inside.islower() and all(c in letters for c in short)


def _heads(head: WorkerLabel, label: WorkerLabel, text: str) -> bool:
    """Whether a generic word stands right before a group and belongs to it: `pekerja Tenaga Harian Lepas`."""
    return head.generic and not label.generic and text[head.span.end : label.span.start] == " "


def _alternates(first: WorkerLabel, second: WorkerLabel, text: str) -> bool:
    """Whether a slash makes two names of one group: `tenaga PTT/Non ASN`."""
    return text[first.span.end : second.span.start] == "/" and first.category == second.category


def _keep_enumerated(found: list[tuple[WorkerLabel, bool]], text: str) -> list[WorkerLabel]:
    """Drop weak labels that stand in no enumeration with another group."""
    keep = [not weak for _, weak in found]
    order = list(range(1, len(found)))
    for i, j in [(i - 1, i) for i in order] + [(i, i - 1) for i in reversed(order)]:
        if keep[i] and not keep[j]:
            first, second = found[min(i, j)][0].span, found[max(i, j)][0].span
            counted = _COUNTED_BEHIND.match(text, first.end)
            start = counted.end() if counted else first.end
            keep[j] = bool(_JOINER.fullmatch(text, start, second.start)) and second.start > first.end
    return [label for (label, _), kept in zip(found, keep, strict=True) if kept]
