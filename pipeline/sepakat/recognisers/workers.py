"""Numbers of people who work: `2.640 tenaga kerja`, `nelayan sebanyak 412 orang`.

A number counts workers when a worker group stands right after it, or before it with a counting word
(`sebanyak`, `jumlah … mencapai`), or when the clause says that so many are or are not enrolled. Villages,
firms, cases, heirs, claimants, pupils, people at an event, shares and rupiah are not workers. A minimum for
each village or firm (`10 orang per desa`) is a norm and no number of people. What counts as
a worker follows section 2 of the record contract.
"""

from dataclasses import dataclass

from sepakat.text.article import Mention, Span
from sepakat.text.counted_people import (
    Candidate,
    Reading,
    candidate_at,
    countable,
    counts_others,
    read,
    read_parts_of_wholes,
)
from sepakat.text.layout import Layout
from sepakat.text.numerals import Approx, find_quantities
from sepakat.text.worker_labels import WorkerCategory, worker_labels

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
    text, lower = layout.text, layout.lower
    readings: list[tuple[Candidate, Reading | None]] = []
    for span, quantity in find_quantities(text, whole=True):
        sentence = layout.sentence_at(span.start)
        bounds = sentence.span if sentence else Span(max(0, span.start - 200), min(len(text), span.end + 200))
        candidate = candidate_at(lower, span, quantity, bounds)
        readings.append((candidate, read(candidate, labels) if countable(candidate) else None))
    read_parts_of_wholes(readings)
    return [_mention(text, c, r) for c, r in readings if r is not None and not counts_others(c, r)]


def _mention(text: str, candidate: Candidate, reading: Reading) -> Mention[WorkerNumber]:
    """The mention of a reading; a handful of people is more often a story than a statistic."""
    quantity, label = candidate.quantity, reading.label
    value = WorkerNumber(
        value=int(quantity.value),
        value_max=int(quantity.value_max) if quantity.value_max is not None else None,
        approx=quantity.approx,
        number=candidate.span,
        group=" ".join(label.span.of(text).split()) if label else None,
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
    ("Rinciannya [210 nelayan], [95 penggosok batu], dan [40 kolak jeneng].",
     "210 nelayan; 95 penggosok batu; 40 kolak jeneng"),
    ("[guru 480 orang], [tenaga kesehatan 73 orang], dan [pesuruh lab 15 orang].",
     "480 guru; 73 tenaga kesehatan; 15 pesuruh lab"),
    ("Seluruhnya [1.240 orang]: [800 nelayan] dan [440 petani].", "1240 orang; 800 nelayan; 440 petani"),
    ("mencakup [1.240 orang] di tiga kecamatan, yakni [800 nelayan] dan [440 petani].",
     "1240 orang; 800 nelayan; 440 petani"),
    ("hanya menanggung [730 orang], masing-masing perangkat desa serta kader Posyandu.", "730 orang"),
    ("[950 petani rumput laut dan nelayan bagang] didaftarkan", "950 petani rumput laut dan nelayan bagang"),
    ("jumlah seluruh buruh tani dan [perajin batik di daerahnya 5.900 orang].", "5900 perajin batik"),
    ("Pekerja di sana banyak; baru [390 orang yang mengantongi kartu] peserta.", "390 Pekerja"),
    ("Pekerja di sana banyak; [1.750 orang sisanya bekerja tanpa] perlindungan.", "1750 Pekerja"),
    ("Nelayan dan petani menunggu. Tahun ini kabupaten mendaftarkan [2.500 di antaranya].", "2500 petani"),
    ("Bagi petani bawang, kabupaten memasang target [5.000 orang] sampai akhir tahun.", "5000 petani bawang"),
    ("satu perusahaan mempekerjakan [640 buruh panen] namun hanya melaporkan [112 orang].",
     "640 buruh panen; 112 buruh panen"),
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
    "setiap desa diminta menyisihkan APBDes untuk sekurangnya 25 pekerja rentan",
    "pekerja hadir bersama 30 desa dan 5 kecamatan",
    "bagi nelayan, bantuan 40 perahu, dan petani",
)
