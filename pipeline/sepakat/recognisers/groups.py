"""Worker groups: who an agreement is for, as written, with a category from a closed list.

Vocabulary and span rules are in `sepakat.text.worker_labels`; the categories follow the segments of
PP 44/2015 (penerima upah, bukan penerima upah, jasa konstruksi), UU 20/2023 (ASN, non-ASN), UU 6/2014 and
Permendagri 18/2018 (village government and its bodies), and for trades the usage of local news.
"""

import re
from dataclasses import dataclass
from typing import Final

from sepakat.text.article import Mention
from sepakat.text.layout import Layout
from sepakat.text.worker_labels import WorkerCategory as WorkerCategory
from sepakat.text.worker_labels import WorkerLabel, worker_labels

LABEL = "group"


@dataclass(frozen=True, slots=True)
class Group:
    """A worker group.

    Attributes:
        category: From the closed list of `WorkerCategory`.
        generic: A word for workers at large (`pekerja`, `peserta`): never a beneficiary by itself.
        body: A body, unit or business named without its people (`RT`, `LPM`, `UMKM`).
        office: Reads as one person's office (`Kepala Desa Sukasari`).
    """

    category: WorkerCategory
    generic: bool = False
    body: bool = False
    office: bool = False


def describe(value: Group) -> str:
    """Compact form: the category, then `generic`, `body`, `office` where true."""
    marks = [mark for mark in ("generic", "body", "office") if getattr(value, mark)]
    return " ".join([value.category, *marks])


def find(layout: Layout) -> list[Mention[Group]]:
    """All worker groups in order of start; items of an enumeration are mentions of their own."""
    return [
        Mention(
            label.span,
            LABEL,
            Group(label.category, label.generic, label.body, label.office),
            "groups.generic" if label.generic else "groups.label",
            _score(layout, label),
        )
        for label in worker_labels(layout)
    ]


_TOLD_TO: Final = re.compile(r"\b(?:kepada|ditemui|dihubungi|ditanya|dengan)\s(?:para\s|sejumlah\s)?$")
_PRESS: Final = re.compile(r"(?:wartawan|jurnalis|awak media)\b")


def _score(layout: Layout, label: WorkerLabel) -> float:
    """Generic words, single offices and the press that is spoken to are hardly ever the group that is covered."""
    start = label.span.start
    told = _PRESS.match(layout.lower, start) and _TOLD_TO.search(layout.lower, max(0, start - 30), start)
    if label.generic or told:
        return 0.2
    if label.office:
        return 0.3
    return 0.6 if label.body else 0.9


EXAMPLES: tuple[tuple[str, str], ...] = (
    ("bagi [Tenaga Harian Lepas Sukarela (THLS)] se-Kabupaten Sukamaju", "non_asn"),
    ("mengikutsertakan [anggota Lembaga Pemberdayaan Masyarakat (LPM) kelurahan]", "lembaga_kemasyarakatan"),
    ("[anggota Perlindungan Masyarakat (Linmas)], [marbot] dan [guru mengaji]",
     "lembaga_kemasyarakatan; pekerja_keagamaan; pekerja_keagamaan"),
    ("iuran [RT], [RW], [LPM] dan [kader posyandu] ditanggung daerah",
     "rt_rw body; rt_rw body; lembaga_kemasyarakatan body; kader"),
    ("para [ketua RT/RW], [Linmas] serta [petugas kebersihan]",
     "rt_rw; lembaga_kemasyarakatan; petugas_kebersihan"),
    ("iuran [tenaga kontrak non ASN] tahun ini", "non_asn"),
    ("sebanyak 120 [petani pekebun], 80 [petani lansia], dan 40 [nelayan]", "pekebun; petani; nelayan"),
    ("ada 310 [pekerja Tenaga Harian Lepas (THL)] dan 55 [aparatur perangkat desa]",
     "non_asn; perangkat_desa"),
    ("[Taruna Siaga Bencana (Tagana)], [penggali kubur], [bilal mayit]",
     "relawan; pekerja_keagamaan; pekerja_keagamaan"),
    ("perlindungan [pekerja\nrentan] di daerah", "pekerja_rentan"),
    ("bagi 75 [tenaga PTT/Non ASN] di dinas itu", "non_asn"),
    ("[Pekerja Bukan Penerima Upah (BPU)] di kota ini", "pekerja_bukan_penerima_upah"),
    ("seluruh [PPPK] dan [guru honorer]", "pppk; pendidik"),
    ("[aparatur gampong], [keuchik] dan [tuha peut]", "perangkat_desa; perangkat_desa; perangkat_desa"),
    ("[perangkat nagari], [anggota Badan Permusyawaratan Desa (BPD)]",
     "perangkat_desa; lembaga_kemasyarakatan"),
    ("[tenaga kerja koperasi usaha kecil dan mikro]", "pedagang_umkm"),
    ("[pelaku UMKM], [juru parkir], [pemulung] dan [pengemudi ojek online]",
     "pedagang_umkm; pekerja_transportasi; petugas_kebersihan; pekerja_transportasi"),
    ("[mahasiswa KKN] dan [peserta magang] kampus itu", "mahasiswa_magang; mahasiswa_magang"),
    ("[petugas ad hoc]: [anggota KPPS], [Pantarlih]",
     "penyelenggara_pemilu; penyelenggara_pemilu; penyelenggara_pemilu"),
    ("[imam], [khatib], [bilal] dan [marbot masjid]",
     "pekerja_keagamaan; pekerja_keagamaan; pekerja_keagamaan; pekerja_keagamaan"),
    ("[buruh tani tembakau] dan [buruh pabrik rokok]", "petani; buruh"),
    ("890 [pekerja perkebunan sawit]", "pekebun"),
    ("bagi [pekerja di sektor keagamaan]", "pekerja_keagamaan"),
    ("[pengurus dan anggota DMI] serta [penggiat masjid]", "lainnya; pekerja_keagamaan"),
    ("[pekerja jasa konstruksi], maupun [pekerja migran Indonesia]", "jasa_konstruksi; pekerja_migran"),
    ("melindungi para [pekerja] dan [karyawannya]", "pekerja_umum generic; pekerja_umum generic"),
    ("[perangkat desa], [Posyandu] dan [PKK]", "perangkat_desa; kader body; kader body"),
    ("bagi [pelaku seni], [atlet] dan [penyandang disabilitas]", "pekerja_seni; atlet; disabilitas"),
    ("kata [Kepala Desa] Sukasari", "perangkat_desa office"),
    ("[jaksa] dan [pegawai kejaksaan]", "jaksa_pegawai; jaksa_pegawai"),
    ("melindungi [nelayan bubu], [pengemudi pompong] dan [buruh bagasi pelabuhan].",
     "nelayan; pekerja_transportasi; buruh"),
    ("yakni 300 [mama-mama pasar], 90 [nelayan] dan 40 [guru jemaat]",
     "pedagang_umkm; nelayan; pekerja_keagamaan"),
    ("[penderes nira], [penyadap pinang], [pelimbang timah] dan [pekaseh]",
     "petani; pekebun; buruh; lembaga_kemasyarakatan"),
    ("melindungi [nelayan], [pamong wisata], dan [petani].", "nelayan; lainnya; petani"),
    ("melindungi [nelayan], [petani], dan [penjerat rajungan].", "nelayan; petani; lainnya"),
    ("ada 30 [juru kunci makam], 20 [kolak jeneng] dan 12 [marbot]",
     "pekerja_keagamaan; lainnya; pekerja_keagamaan"),
    ("para [ketua dan anggota BPD] di sana",
     "lembaga_kemasyarakatan"),
    ("[tukang becak], [pedagang kaki lima], [sopir truk]",
     "pekerja_transportasi; pedagang_umkm; pekerja_transportasi"),
)  # fmt: skip

NEGATIVES: tuple[str, ...] = (
    "Kepala Dinas Tenaga Kerja dan Transmigrasi Budi Santosa",
    "Dinas Koperasi dan UMKM Kota Sukamaju",
    "Dinas Perindustrian, Perdagangan, Koperasi dan UKM",
    "Kementerian Pelindungan Pekerja Migran Indonesia",
    "Badan Penyelenggara Jaminan Sosial Tenaga Kerja",
    "BPJS Tenaga Kerja Cabang Sukamaju",
    "Serikat Pekerja Logam",
    "Serikat Buruh Sejahtera",
    "Himpunan Nelayan Seluruh Indonesia",
    "Asosiasi Pedagang Pasar",
    "Persatuan Guru Republik Indonesia",
    "Kartu Petani Berjaya",
    "Bupati Imam Santosa dan wakilnya",
    "Bilal Ramadan selaku kepala cabang",
    "alamatnya di RT 05 RW 02",
    "memperingati Hari Buruh tahun ini",
    "seorang guru besar universitas itu",
    "lembaga swadaya masyarakat setempat",
    "posyandu di balai itu direnovasi",
    "anggota DPRD dari partai itu",
    "koperasi itu berdiri pada 1998",
    "pelatih dari luar kota itu datang",
    "terdiri atas 12 desa, 4 kelurahan dan 3 kecamatan",
    "sapi, kambing dan pemerintah",
    "Ustaz Ahmad memimpin doa",
)
