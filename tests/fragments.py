"""Pieces that Indonesian news about agreements is made of, and Hypothesis strategies that join them."""

from hypothesis import strategies as st

_WORDS = """
Bupati | Wali Kota | Walikota Metro | Gubernur Jambi | Pj Bupati | Plt. Kepala Dinas Tenaga Kerja | Sekda
Kajari | Kepala BPJS Ketenagakerjaan Cabang Solok | Kakanwil BPJamsostek Sumbagsel | Deputi Direktur
Kepala KCP | Kadis | Ketua BAZNAS | Rektor | Asisten I Setda | Kepala Desa | Camat | Wakil Bupati Garut
Kepala Cabang | Direktur Utama
Rahmat Sudirja | Drs. H. Budi Hartanto, M.Si | Melati | M.Supriyadi | R P Sinaga
Hj. Siti Aminah, S.H., M.H | Adi | I Ketut Rai | Dr. dr. Ani Wijaya | Yusuf (Ucup) | akrab disapa Ujang
SRI WAHYUNI | O'neill | Abd. Rahman bin Karim
Lampung Barat | Kabupaten Bandung | Kota Bandung | Lamsel | Bumi Sai Wawai | Kota Solok | Jawa Tengah
Medan Kota | Kab. Bogor | Banda Aceh | Pemkab Tegal | Pemkot Tegal | Pemprov Banten | Desa Sukamaju
Kecamatan Way Tenong
MoU | nota kesepahaman | Nota Kesepakatan | PKS | perjanjian kerja sama (PKS) | rencana kerja | adendum
Nomor: 100.3/12/PKS/2025 | kesepakatan bersama | kerja sama | Memorandum of Understanding (MoU)
menandatangani | meneken | ditandatangani oleh | penandatanganan | akan menjalin | disaksikan | diwakili
bersama | antara | dengan | melalui | memperpanjang | berakhir | hadir | turut hadir | mengatakan | ujar
pungkasnya | dan | atas nama | sebesar
BPJS Ketenagakerjaan | BPJamsostek | BPJS TK | BPJS Kesehatan | BPJS | Kejari Jambi | BAZNAS
Universitas Contoh | Dinas Tenaga Kerja | DPMPTSP | PT Contoh Makmur
Badan Penyelenggara Jaminan Sosial (BPJS) Ketenagakerjaan
2.727 | 1.000 pekerja rentan | 12 ribu tenaga kerja | 1,2 juta peserta | Rp42 juta | Rp 16.800,-
Rp1,86 M | 22,41% | 100 persen | sebanyak 540 orang | 500 hingga 1.000 nelayan | Rp. 5 triliun
652.780.000.800 | seratus dua puluh petani | 999999999999 | per orang per bulan | 0 | 00.0 | 1/2
ratusan guru | lebih dari 25 desa | 10,02% | JKK dan JKM | 174 juta | RT/RW
Rabu (4/6/2025) | Kamis, 30 Juni 2022 | (25/7) | 31 Februari 2024 | Jum'at | 21/22023 | 7-8 Oktober 2024
kemarin | 2025 | 12 Juli | pada tahun 2021 | (29/2/2023) | Senin (1/13/2024) | hingga 2027
selama 2 tahun | per 31 Desember 2023
Inpres Nomor 2 Tahun 2021 | UU 24/2011 | Perbup nomor 63 tahun 2022 | PP Nomor 44 Tahun 2015
SE Mendagri | Instruksi Bupati Nomor: B.02/INST/30/082021 | Permenaker No. 5 | Fatwa MUI | Perda | APBD
DBHCHT | dana desa (ADD)
BACA JUGA: Lain Lagi | Baca juga: | (hen/rif) | Editor: X | Foto: Dok | METRO, CONTOH.ID -
Padang (ANTARA) - | https://contoh.id/2025/06/04/x | Copyright 2025 | Komentar | “ | ” | ‘ | ’ | ( | )
[ | ] | — | – | … | ! | ? | ; | % | & | *
"""
_MARKS_AND_SPACES = ["\u200b", "\u00a0", "\ufeff", "\r\n", "\t", '"', "'", "|", "\\"]
PIECES = [piece.strip() for line in _WORDS.splitlines() if line for piece in line.split(" | ")]
PIECES += _MARKS_AND_SPACES
MARKS = [". ", ", ", " ", "\n", "\n\n", "", " - ", " (", ") ", ": ", ".", "/", "\r\n"]

news = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(MARKS)), max_size=60).map(
    lambda pairs: "".join(piece + mark for piece, mark in pairs)
)
"""Text that looks like news to a recogniser, in an order that no journalist would choose."""

mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map(" ".join)
"""Such pieces among any characters."""
