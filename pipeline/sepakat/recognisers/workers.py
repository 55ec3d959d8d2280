"""Numbers of people who work: `2.640 tenaga kerja`, `nelayan sebanyak 412 orang`.

A number counts workers when a worker group stands right after it, or before it with a counting word
(`sebanyak`, `jumlah … mencapai`), or when the clause says that so many are or are not enrolled. Villages,
firms, cases, heirs, claimants, pupils, people at an event, shares and rupiah are not workers. A minimum for
each village or firm (`10 orang per desa`) is a norm and no number of people. What counts as
a worker follows section 2 of the record contract.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from sepakat.text import counting_words as words
from sepakat.text import not_workers
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.numerals import Approx, Quantity, find_quantities
from sepakat.text.worker_labels import WorkerCategory, WorkerLabel, worker_labels

LABEL = "workers"


@dataclass(frozen=True, slots=True)
class WorkerNumber:
    """A number of people who work.

    Attributes:
        value: People; the lower end of a range.
        value_max: Upper end of a range, included; else None.
        approx: How exact the text says it is.
        number: Where the number itself stands, with its scale.
        group: The group as written (`petani lansia`); None where only `orang` stands.
        group_span: Where that group is named.
        category: Category of the group; `pekerja_umum` where none is told.
        generic: Whether the group is only a word for workers at large.
    """

    value: int
    value_max: int | None
    approx: Approx
    number: Span
    group: str | None
    group_span: Span | None
    category: WorkerCategory
    generic: bool


def describe(value: WorkerNumber) -> str:
    """Compact form: `2640 tenaga kerja`, `~8000 orang` (no group), `>3000 …`, `<50 …`, `500..1000 …`."""
    sign = {"about": "~", "more_than": ">", "less_than": "<"}.get(value.approx, "")
    high = f"..{value.value_max}" if value.value_max is not None else ""
    return f"{sign}{value.value}{high} {value.group or 'orang'}"


_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
_ALSO_RESIDENTS = {"masyarakat", "warga", "mahasiswa"}  # workers only where enrolment is spoken of
_REACH = 300  # code points around a number that are looked at
_MOST_PEOPLE = 300_000_000  # more than live in the country


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One quantity with the text around it."""

    text: str
    span: Span
    quantity: Quantity
    sentence: Span

    @property
    def before(self) -> str:
        """Text of the sentence up to the number, at most 90 code points."""
        return self.text[max(self.sentence.start, self.span.start - 90) : self.span.start]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a rule made of a candidate; `end` is where the span of the mention ends."""

    rule: str
    score: float
    start: int
    end: int
    label: WorkerLabel | None


def find(layout: Layout) -> list[Mention[WorkerNumber]]:
    """All numbers of people who work, in order, disjoint.

    Args:
        layout: Any article.

    Returns:
        Mentions whose span holds the number and the words that say whom it counts. Norms for each village or
        firm are left out. Scores below 0.5 mark a handful of people, more often a story than a statistic.
    """
    labels = worker_labels(layout)
    if not labels:
        return []
    text = layout.text
    readings: list[tuple[_Candidate, _Reading | None]] = []
    for span, quantity in find_quantities(text, whole=True):
        sentence = layout.sentence_at(span.start)
        bounds = sentence.span if sentence else Span(max(0, span.start - 200), min(len(text), span.end + 200))
        candidate = _Candidate(text, span, quantity, bounds)
        readings.append((candidate, _read(candidate, labels) if _countable(candidate) else None))
    _read_parts_of_wholes(readings)
    return [_mention(c, r) for c, r in readings if r is not None and not _counts_others(c, r)]


def _countable(candidate: _Candidate) -> bool:
    """Whether the number can be one of people at all: whole, no share, no rupiah, no age, no address."""
    value, high = candidate.quantity.value, candidate.quantity.value_max
    if value != int(value) or not 1 <= value <= _MOST_PEOPLE or (high is not None and high != int(high)):
        return False
    return not not_workers.is_no_count(candidate.text, candidate.span.start, candidate.span.end)


def _read(candidate: _Candidate, labels: list[WorkerLabel]) -> _Reading | None:
    """The first rule that says whom the number counts; rules in order of trust."""
    start = bisect_left(labels, candidate.span.end, key=lambda label: label.span.start)
    following = [label for label in labels[start : start + 2] if label.span.end <= candidate.sentence.end]
    preceding = [
        label for label in labels[max(0, start - 3) : start] if candidate.sentence.start <= label.span.start
    ]
    preceding = [label for label in preceding if label.span.end <= candidate.span.start]
    return (
        _group_after(candidate, following)
        or _group_before(candidate, preceding)
        or _only_people(candidate, preceding or labels[max(0, start - 1) : start])
    )


def _group_after(candidate: _Candidate, following: list[WorkerLabel]) -> _Reading | None:
    """`2.640 tenaga kerja`, `16 ribu orang ketua RT`, `1.500 kepada pekerja rentan`."""
    if not following:
        return None
    text, end, label = candidate.text, candidate.span.end, following[0]
    if words.TO_GROUP.fullmatch(text, end, label.span.start):
        rule, score = "workers.group_after", 0.95
    elif (
        words.FOR_GROUP.fullmatch(text, end, label.span.start)
        and "sebanyak" in candidate.before[-12:].lower()
    ):
        rule, score = "workers.for_group", 0.6
    else:
        return None
    if label.body and not words.PERSON.match(text, end):
        if label.category != "rt_rw" or not words.ARE_ENROLLED.match(text, label.span.end):
            return None
        rule, score = "workers.office_enrolled", 0.7
    if label.generic and len(following) > 1:
        narrower = following[1]
        label = narrower if words.NARROWED.fullmatch(text, label.span.end, narrower.span.start) else label
    return _Reading(rule, score, candidate.span.start, label.span.end, label)


def _group_before(candidate: _Candidate, preceding: list[WorkerLabel]) -> _Reading | None:
    """`nelayan sebanyak 412 orang`, `jumlah pekerja terlindungi 23.150`, `petani (120)`, `Non-ASN: 540`."""
    text, span = candidate.text, candidate.span
    if not preceding or span.start - preceding[-1].span.end > 70:
        return None
    label = preceding[-1]
    person = words.PERSON.match(text, span.end)
    end = person.end() if person else span.end
    between = text[label.span.end : span.start]
    if words.BREAKS.search(between) or not_workers.names_other_unit(between):
        return None
    if not person and (label.body or not words.CLOSES.match(text, end)):
        return None
    totalled = words.TOTALLED.search(text, max(0, label.span.start - 14), label.span.start)
    plain = words.APPROX.sub("", between) if between else between
    if words.COUNTING.search(between):
        score = 0.9 if person or totalled else 0.85
    elif not plain.strip() and (person or totalled):
        score = 0.85
    elif not plain.strip() and not label.generic and not _YEAR_LIKE.fullmatch(text[span.start : span.end]):
        score = 0.6
    else:
        return None
    start = label.span.start if len(between) <= 30 else span.start
    return _Reading("workers.group_before", score, start, end, label)


def _only_people(candidate: _Candidate, preceding: list[WorkerLabel]) -> _Reading | None:
    """`1,9 juta yang belum terdaftar`, `kuota 5.000`, `23 persen atau 398.120`, `540 orang` enrolled."""
    text, span = candidate.text, candidate.span
    person = words.PERSON.match(text, span.end)
    end = person.end() if person else span.end
    if not preceding or span.start - preceding[-1].span.end > _REACH:
        return None
    if not_workers.names_other_unit(text[preceding[-1].span.end : span.start]):
        return None
    label = preceding[-1]
    near = candidate.sentence.start <= label.span.start
    if enrolled := words.ARE_ENROLLED.match(text, span.end):
        end, score = enrolled.end(), 0.8 if near else 0.6
    elif (
        words.QUOTA.search(candidate.before) or words.SHARE_OR.search(candidate.before)
    ) and words.CLOSES.match(text, end):
        score = 0.75 if near else 0.6
    elif person and _speaks_of_enrolment(candidate):
        score = 0.65 if near else 0.5
    else:
        return None
    return _Reading("workers.people", score, span.start, end, None if label.body else label)


_OF = re.compile(
    r"[ \n](?:orang |jiwa |pekerja |peserta )?dari(?: total| jumlah| sekitar| sebanyak)*[ \n]", re.IGNORECASE
)


def _read_parts_of_wholes(readings: list[tuple[_Candidate, _Reading | None]]) -> None:
    """Give both numbers of `7.850 dari 12.300 pekerja` the group that stands with one of them (in place)."""
    for i in range(len(readings) - 1):
        (part, first), (whole, second) = readings[i], readings[i + 1]
        if (first is None) == (second is None) or not (_countable(part) and _countable(whole)):
            continue
        if (
            not _OF.fullmatch(part.text, part.span.end, whole.span.start)
            or part.quantity.value >= whole.quantity.value
        ):
            continue
        label = (first or second or _NO_READING).label
        if first is None:
            readings[i] = (part, _Reading("workers.part", 0.8, part.span.start, part.span.end, label))
        elif words.CLOSES.match(whole.text, whole.span.end):
            readings[i + 1] = (whole, _Reading("workers.whole", 0.8, whole.span.start, whole.span.end, label))


_NO_READING = _Reading("", 0.0, 0, 0, None)


def _counts_others(candidate: _Candidate, reading: _Reading) -> bool:
    """Whether the people are guests, claimants or a norm for each village, or no workers by this sentence."""
    text = candidate.text
    if not_workers.counts_others(candidate.before, text, reading.end):
        return True
    if reading.label is None or reading.label.span.of(text).lower() not in _ALSO_RESIDENTS:
        return False
    return not _speaks_of_enrolment(candidate)


def _speaks_of_enrolment(candidate: _Candidate) -> bool:
    """Whether the sentence, near the number, speaks of enrolment or protection."""
    low = max(candidate.sentence.start, candidate.span.start - _REACH)
    high = min(candidate.sentence.end, candidate.span.end + _REACH)
    return words.ENROLMENT.search(candidate.text, low, high) is not None


def _mention(candidate: _Candidate, reading: _Reading) -> Mention[WorkerNumber]:
    """The mention of a reading; a handful of people is more often a story than a statistic."""
    quantity, label = candidate.quantity, reading.label
    value = WorkerNumber(
        value=int(quantity.value),
        value_max=int(quantity.value_max) if quantity.value_max is not None else None,
        approx=quantity.approx,
        number=candidate.span,
        group=" ".join(label.span.of(candidate.text).split()) if label else None,
        group_span=label.span if label else None,
        category=label.category if label else "pekerja_umum",
        generic=label.generic if label else True,
    )
    score = reading.score if value.value > 4 else 0.3
    return Mention(Span(reading.start, reading.end), LABEL, value, reading.rule, score)


EXAMPLES: tuple[tuple[str, str], ...] = (
    ("Sebanyak [2.640 tenaga kerja] didaftarkan.", "2640 tenaga kerja"),
    ("bagi [tenaga kontrak non ASN sebanyak 4.310] dan petani", "4310 tenaga kontrak non ASN"),
    ("[nelayan sebanyak 412 orang] di pesisir", "412 nelayan"),
    ("ada [2,4 juta pekerja aktif] di provinsi itu", "2400000 pekerja aktif"),
    ("sebanyak [1.010 petani pekebun], [1.182 petani lansia], dan [1.160 nelayan]",
     "1010 petani pekebun; 1182 petani lansia; 1160 nelayan"),
    ("semesta [pekerja sebesar 91.400], jumlah [pekerja terlindungi 23.150].",
     "91400 pekerja; 23150 pekerja"),
    ("[tenaga penerima upah sebanyak 143.200 orang] di kota ini", "143200 tenaga penerima upah"),
    ("[peserta aktif mencapai 12 ribu] tahun lalu", "12000 peserta aktif"),
    ("terdiri dari [120 guru ngaji], [30 marbot]", "120 guru ngaji; 30 marbot"),
    ("ada [2,4 juta pekerja], dan [1,9 juta yang belum terdaftar] sebagai peserta",
     "2400000 pekerja; 1900000 pekerja"),
    ("Para pekerja di kabupaten itu masih banyak, baru [61.000] yang terdaftar.", "61000 pekerja"),
    ("sebanyak [3.200 lebih peserta dari tenaga honorer]", ">3200 tenaga honorer"),
    ("lebih dari [1.100 anggota Korpri] sudah terlindungi", ">1100 anggota Korpri"),
    ("sekitar [8 ribuan pekerja rentan] akan dilindungi", "~8000 pekerja rentan"),
    ("antara [500 hingga 1.000 pekerja rentan]", "500..1000 pekerja rentan"),
    ("[dua ratus lima puluh tenaga honorer] didaftarkan", "250 tenaga honorer"),
    ("[15.300 orang ketua RT] di kabupaten itu", "15300 ketua RT"),
    ("dari total [12.300 pekerja], [7.850 orang sudah terlindungi]", "12300 pekerja; 7850 pekerja"),
    ("[7.850] dari [12.300 pekerja rentan] telah terlindungi", "7850 pekerja rentan; 12300 pekerja rentan"),
    ("• [Pekerja rentan: 3.150] dari [700.200]", "3150 Pekerja rentan; 700200 Pekerja rentan"),
    ("Tahun ini pekerja rentan mendapat kuota [5.000 orang].", "5000 pekerja rentan"),
    ("pekerja terlindungi baru 21,7 persen atau [398.120 orang].", "398120 pekerja"),
    ("mengikutsertakan [31,4 ribu buruh tani tembakau]", "31400 buruh tani tembakau"),
    ("[540 orang yang merupakan tenaga honorer] dinas", "540 tenaga honorer"),
    ("kepada [1.500 pekerja\nrentan] di kota", "1500 pekerja rentan"),
    ("tahap awal [Linmas (310 orang]) dan [marbot (95 orang])", "310 Linmas; 95 marbot"),
    ("jumlah [peserta 4.630 orang] per Juni", "4630 peserta"),
)  # fmt: skip

NEGATIVES: tuple[str, ...] = (
    "bagi pekerja di 25 pekon yang dipilih",
    "sudah 9 desa mendaftarkan pekerja rentan",
    "sekitar 400 perusahaan belum mendaftarkan pekerja",
    "dari 1.130 badan usaha yang mempekerjakan tenaga kerja",
    "jumlah klaim tenaga kerja sebanyak 8.410 kasus",
    "jumlah klaim pekerja sebanyak 8.410, dan 210 anak mendapat beasiswa",
    "kepada 2 ahli waris pekerja rentan",
    "menyerahkan 120 surat kuasa khusus (SKK) terkait pekerja",
    "cakupan pekerja sebesar 31,25 persen",
    "anggaran pekerja rentan sebesar Rp450.200.000",
    "pekerja rentan berusia 45 tahun",
    "Peraturan Bupati Nomor 41 Tahun 2023 tentang pekerja rentan",
    "aturan 1 kampung minimal 15 pekerja rentan",
    "setiap desa mendaftarkan 50 pekerja rentan",
    "perlindungan 100 pekerja rentan per desa",
    "melindungi 25 orang pekerja di tiap desa",
    "ribuan pekerja dan ratusan nelayan",
    "beberapa pekerja rentan dan puluhan ribu petani",
    "wilayah itu terdiri dari 120 RT dan 30 RW, pekerja ada di semuanya",
    "1.240 kelompok tani di kabupaten itu",
    "kebun seluas 120 hektare milik petani",
    "sosialisasi itu diikuti 150 peserta",
    "acara dihadiri 60 kepala desa",
    "santunan kepada 12 pekerja rentan",
    "dua pekerja yang meninggal dunia",
    "hubungi pekerja kami di 081234567890",
    "pukul 14.00 pekerja pulang",
    "sebanyak 3.000 peserta BPJS Kesehatan",
    "penduduk 410 ribu jiwa, sebagian petani",
    "pekerja di lantai 3 gedung itu",
)
