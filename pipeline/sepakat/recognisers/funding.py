"""Who pays the contributions: APBN, APBD, village budgets, shared revenue, CSR, zakat, the workers.

Terms from UU 17/2003 (APBN, APBD), UU 6/2014 and Permendagri 20/2018 (APB Desa, Alokasi Dana Desa), UU
1/2022, PP 38/2023 and PMK 91/2023 (DBH sawit), PMK 215/2021 (DBH CHT), UU 40/2007 art. 74 (TJSL), UU 23/2011
(zakat). `APBK` and `APBA` are the budgets of Aceh's regencies and province (UU 11/2006). The local names of
the village budget follow the local names of the village (`APBPekon`, `APBKam`, `APBG`, `APBNag`). The phrases
are in `data/funding_sources.csv`. A source scores high where the words around it say that it pays
contributions, low where it is only mentioned.
"""

import re
from typing import Literal, cast

from sepakat.text.article import Mention, Span
from sepakat.text.choices import expand
from sepakat.text.layout import Layout
from sepakat.text.phrases import Phrases
from sepakat.text.tables import read_csv

LABEL = "funding"

FundingCode = Literal["apbn", "apbd", "apbdes", "add", "dbh_sawit", "dbhcht", "csr", "zakat", "self_paid", "other"]

_ROWS = {phrase: row for row in read_csv("funding_sources") for phrase in expand(row["phrase"])}
_SOURCES = Phrases(_ROWS)
_PAYS = re.compile(
    r"iuran|premi\b|kontribusi|(?:di|mem)?bayar|pembiayaan|(?:di|mem)biayai|biaya|(?:di|meng"
    r"|peng)?anggar(?:kan|an)|didanai|(?:di|me)?tanggung|menanggung|bersumber|sumber|melalui|menggunakan"
    r"|alokasi|mengalokasikan|skema|lewat|dukungan|ditopang|(?:dengan|dari|memakai) dana"
)
_ENROLS = re.compile(
    r"daftar|lindung|peserta|pekerja|jaminan|bpjs|jamsostek|coverage|tenaga kerja|iuran"
    r"|\b(?:anggaran|biaya|dana|pembiayaan)nya\b"
)
_REACH = 300  # code points of a sentence, on either side of a source, that are looked at
_NOT_MONEY = re.compile(
    r"(?:bank|desa|ekonomi|pembahasan|raperda|rancangan|paripurna|ranperda|penetapan|penyusunan|bidang"
    r"|badan amil|amil|lembaga amil|unit pengumpul|pengelolaan)[ \n]$"
)


def describe(value: FundingCode) -> str:
    """The code itself."""
    return value


def find(layout: Layout) -> list[Mention[FundingCode]]:
    """All sources of money in order; score 0.9 where it pays contributions, 0.6 near enrolment, else 0.3."""
    found: list[Mention[FundingCode]] = []
    for span, phrase in _SOURCES.find(layout.lower.replace("\n", " ")):
        row = _ROWS[phrase]
        if row["flags"] == "caps" and not span.of(layout.text).isupper():
            continue
        if _NOT_MONEY.search(layout.lower, max(0, span.start - 24), span.start):
            continue
        code = cast(FundingCode, row["code"])
        found.append(Mention(span, LABEL, code, f"funding.{code}", _score(layout, span)))
    return found


def _score(layout: Layout, span: Span) -> float:
    """How surely the source at `span` pays contributions, by the words of its sentence."""
    sentence = layout.sentence_at(span.start)
    bounds = sentence.span if sentence else Span(0, len(layout.text))
    low, high = max(bounds.start, span.start - _REACH), min(bounds.end, span.end + _REACH)
    if not _ENROLS.search(layout.lower, low, high):
        return 0.3
    near = max(low, span.start - 70), min(high, span.end + 40)
    return 0.9 if _PAYS.search(layout.lower, *near) else 0.6


EXAMPLES: tuple[tuple[str, str], ...] = (
    ("iuran ditanggung [APBD kabupaten]", "apbd"),
    ("dibiayai lewat [APBD] atau [iuran mandiri]", "apbd; self_paid"),
    ("dianggarkan dalam [APBD-P] tahun ini", "apbd"),
    ("lewat [alokasi dana desa] ([ADD]) di semua kampung", "add; add"),
    ("iurannya dari [Dana Desa]", "add"),
    ("pedoman penyusunan yang memakai [APBPekon] bagi pekerja", "apbdes"),
    ("dibayar lewat [APBDes]", "apbdes"),
    ("bersumber dari [APB Desa] untuk iuran", "apbdes"),
    ("dibayar dari [DBH Sawit] untuk iuran petani", "dbh_sawit"),
    ("[Dana Bagi Hasil Sawit] membayar iuran", "dbh_sawit"),
    ("[dana bagi hasil perkebunan kelapa sawit]", "dbh_sawit"),
    ("dibiayai [DBHCHT] tahun ini", "dbhcht"),
    ("[Dana Bagi Hasil Cukai Hasil Tembakau] ([DBH CHT])", "dbhcht; dbhcht"),
    ("melalui dana [Corporate Social Responsibility] ([CSR])", "csr; csr"),
    ("program [TJSL] perusahaan membayar iuran", "csr"),
    ("dana [zakat] dan [infak] pegawai untuk iuran", "zakat; zakat"),
    ("disalurkan dari [ZIS] yang dihimpun", "zakat"),
    ("[APBN] menanggung iuran", "apbn"),
    ("iurannya [dipotong dari gaji mereka]", "self_paid"),
    ("marbot didaftarkan dengan dana [zakat]", "zakat"),
    ("Anggarannya Rp1 miliar dari [DBH sawit].", "dbh_sawit"),
    ("mendaftar [secara mandiri] ke kantor cabang", "self_paid"),
    ("dari [donasi] pegawai dan para [donatur]", "other; other"),
    ("dibiayai [APBK] Aceh", "apbd"),
    ("[Anggaran Pendapatan dan Belanja Daerah] menanggung premi", "apbd"),
    ("[APBKam] dan [APBNag] menanggung iuran", "apbdes; apbdes"),
)  # fmt: skip

NEGATIVES: tuple[str, ...] = (
    "Bank Mandiri cabang kota itu",
    "pekerja mandiri di pasar",
    "menuju desa mandiri",
    "Badan Amil Zakat Nasional (BAZNAS)",
    "rapat pembahasan APBD bersama dewan",
    "sidang paripurna RAPBD",
    "add-on aplikasi",
    "santunan sebesar Rp42 juta",
    "dana santunan diserahkan",
    "jaminan sosial ketenagakerjaan",
    "penyuluh sosial kecamatan",
    "anggaran belanja rumah tangga",
    "gaji pegawai naik",
    "Zainal Zisman memimpin doa",
    "perkebunan kelapa sawit milik warga",
    "tembakau petani dibeli pabrik",
    "dana pensiun karyawan",
    "kepala desa menyambut baik",
    "bantuan sosial tunai",
    "kemandirian ekonomi daerah",
    "Dinas Sosial menyalurkan bantuan",
)
