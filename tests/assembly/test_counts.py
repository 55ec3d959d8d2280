"""Kinds of worker counts, on invented sentences with the difficulties of real ones."""

import pytest

from growth import assert_linear
from sepakat.assembly.counts import read_counts
from sepakat.recognisers import dates, workers
from sepakat.text.article import Article, Span
from sepakat.text.layout import read_layout

LEAD = (
    "SUKAMAJU - Pemerintah Kabupaten Sukamaju menggelar pertemuan dengan sejumlah pihak di pendopo, Rabu.\n"
    "Pertemuan itu berjalan lancar sampai sore hari dan ditutup dengan doa bersama.\n"
    "Para undangan pulang dengan gembira karena cuaca cerah sepanjang hari itu.\n"
)


def readings(sentence, status=None, about=(), **options):
    text = LEAD + sentence
    layout = read_layout(Article(text))
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in about]
    return read_counts(layout, workers.find(layout), status=status, about=spans, **options)


def kinds(sentence, status=None, **options):
    return {reading.value.value: reading.kind for reading in readings(sentence, status, **options)}


COVERED, WORKFORCE, TARGET, UNCOVERED, DEAL = (
    "covered",
    "workforce",
    "target",
    "uncovered",
    "covered_by_agreement",
)

SIGNED = [
    (
        (
            "Jumlah pekerja di Kabupaten Sukamaju 145.320 orang, yang terdaftar baru 61.204 orang, sisanya"
            " 84.116 belum terlindungi."
        ),
        {145320: WORKFORCE, 61204: COVERED, 84116: UNCOVERED},
    ),
    ("Dari 12.450 non-ASN, baru 8.100 yang terlindungi.", {12450: WORKFORCE, 8100: COVERED}),
    (
        (
            "Pada 2021 pihaknya telah mendaftarkan 1.475 pamong desa. Melalui PKS ini ada 1.745 perangkat"
            " desa didaftarkan."
        ),
        {1475: COVERED, 1745: DEAL},
    ),
    ("Tahun depan Pemkab menargetkan 5.000 pekerja rentan terlindungi.", {5000: TARGET}),
    ("Kuota tahun ini sebanyak 2.500 pekerja rentan.", {2500: TARGET}),
    (
        "Pemkab mendaftarkan 3.200 peserta terdiri dari 1.200 guru ngaji, 900 marbot, dan 1.100 kader.",
        {3200: DEAL, 1200: DEAL, 900: DEAL, 1100: DEAL},
    ),
    (
        (
            "Setiap desa wajib mendaftarkan minimal 50 pekerja rentan. Dengan 120 desa akan terlindungi 6.000"
            " pekerja rentan."
        ),
        {6000: TARGET},
    ),
    (
        "Jika semua kampung sudah ikut, 1.290 buruh tani terlindungi.",
        {1290: TARGET},
    ),
    (
        "Sejumlah 1.029 non-ASN, 754 THL dan 2.063 perangkat desa telah menjadi peserta.",
        {1029: COVERED, 754: COVERED, 2063: COVERED},
    ),
    ("Pekerja yang belum terlindungi masih ada 52.000 orang.", {52000: UNCOVERED}),
    (
        (
            "Perlindungan diberikan kepada 4.746 pekerja rentan yang terdiri atas petani 2.000 orang,"
            " nelayan 1.746 orang dan buruh 1.000 orang."
        ),
        {4746: DEAL, 2000: DEAL, 1746: DEAL, 1000: DEAL},
    ),
    ("Pemprov menyiapkan anggaran bagi 20 ribu pekerja rentan pada 2025.", {20000: TARGET}),
    ("Seribu pekerja rentan mendapatkan perlindungan lewat kerja sama ini.", {1000: DEAL}),
    ("MoU itu mencakup perlindungan bagi 3.500 tenaga honorer di 42 OPD.", {3500: DEAL}),
    ("Program perlindungan 1.500 buruh tani ini menaikkan cakupan.", {1500: DEAL}),
    (
        "Semesta pekerja sebesar 91.400, jumlah pekerja terlindungi 23.150.",
        {91400: WORKFORCE, 23150: COVERED},
    ),
]

HANGING_TOGETHER = [
    # A whole first, then its part: not two items of a list.
    (
        "Dari semesta 131.400 pekerja di Sukamaju, 38.106 orang sudah terlindungi per Oktober 2024.",
        {131400: WORKFORCE, 38106: COVERED},
    ),
    (
        "Dari 5.200 pekerja yang didaftarkan, 3.900 orang merupakan buruh panen, 1.300 orang buruh angkut.",
        {5200: DEAL, 3900: DEAL, 1300: DEAL},
    ),
    (
        (
            "Anggota paguyuban 2.140 orang. Dari angka itu baru 390 orang yang mengantongi kartu peserta,"
            " sedangkan 1.750 orang sisanya bekerja tanpa perlindungan."
        ),
        {2140: WORKFORCE, 390: COVERED, 1750: UNCOVERED},
    ),
    # A list that only its sum tells of.
    (
        (
            "Ada 1.250 pekerja yang masuk melalui PKS ini. Kelompoknya beragam. Tercatat 600 guru ngaji,"
            " 350 marbot dan 300 buruh panggul."
        ),
        {1250: DEAL, 600: DEAL, 350: DEAL, 300: DEAL},
    ),
    ("Seluruhnya 1.240 orang: 800 nelayan dan 440 petani.", {1240: DEAL, 800: DEAL, 440: DEAL}),
    ("Kelompok kedua berisi 1.168 perangkat desa ditambah 1.022 anggota BPD.", {1168: DEAL, 1022: DEAL}),
    # Old and new of a renewal.
    (
        (
            "Sebelumnya pesertanya 3.215 orang. Jumlah peserta naik menjadi 5.480 orang, terdiri atas 3.600"
            " nelayan dan 1.880 petani kelapa."
        ),
        {3215: COVERED, 5480: DEAL, 3600: DEAL, 1880: DEAL},
    ),
    (
        "Kini ada 9.870 pekerja informal yang terlindungi, naik dari 7.730 orang pada akhir 2023.",
        {9870: COVERED, 7730: COVERED},
    ),
    ("Yang sudah jadi peserta sebelum PKS ini hanya 4.060 pekerja informal.", {4060: COVERED}),
    # Stages of the deal, and what is still to come.
    ("Sebanyak 6.200 pekerja rentan masuk gelombang pertama.", {6200: DEAL}),
    ("Targetnya sampai akhir tahun 1.500 pekerja rentan.", {1500: TARGET}),
    ("Pihaknya baru mengajukan 3.000 pekerja rentan untuk dibiayai APBD.", {3000: TARGET}),
    # Neither of these.
    ("Pada pemutakhiran data ditemukan 112 nelayan yang tercatat ganda.", {112: "other"}),
    (
        "Satu perusahaan mempekerjakan 640 buruh panen namun hanya melaporkan 112 orang.",
        {640: WORKFORCE, 112: COVERED},
    ),
    ("Artinya 66.526 pekerja masih di luar sistem.", {66526: UNCOVERED}),
]

UNSIGNED = [
    (
        "Secara nasional baru 41,46 juta pekerja dari 99,5 juta pekerja yang terlindungi.",
        {41460000: COVERED, 99500000: WORKFORCE},
    ),
    ("Hingga Mei 2023, kepesertaan aktif tercatat 24.310 tenaga kerja atau 24,63 persen.", {24310: COVERED}),
    (
        "Cakupan baru 35 persen atau 398.120 pekerja dari total 1.150.300 pekerja.",
        {398120: COVERED, 1150300: WORKFORCE},
    ),
    ("Pemkot menanggung iuran 15.300 ketua RT dan RW selama 12 bulan.", {15300: COVERED}),
    ("Potensi pekerja rentan di daerah itu mencapai 500 hingga 1.000 orang.", {500: WORKFORCE}),
    (
        "Sebanyak 10.000 petani tembakau di 12 kecamatan dengan luas 4.500 hektare dilindungi.",
        {10000: COVERED},
    ),
    ("Jumlah penduduk 1,3 juta jiwa dan 250 ribu KK, angkatan kerja 640 ribu orang.", {640000: WORKFORCE}),
    (
        "Target UCJ tahun ini 65 persen atau sebanyak 210.000 pekerja, sementara realisasi 145.000 pekerja.",
        {210000: TARGET, 145000: COVERED},
    ),
    (
        "Per 31 Desember 2022 jumlah tenaga kerja aktif 87.341 orang dari 1.204 perusahaan.",
        {87341: COVERED},
    ),
    (
        "Di provinsi itu terdapat 2,4 juta pekerja aktif, dan ada sebanyak 1,9 juta yang belum terdaftar.",
        {2400000: WORKFORCE, 1900000: UNCOVERED},
    ),
    (
        (
            "Daerah itu memiliki 120.400 pekerja formal, 98.300 pekerja informal, dan 20.100 pekerja"
            " jasa konstruksi dengan total 238.800 pekerja."
        ),
        {120400: WORKFORCE, 98300: WORKFORCE, 20100: WORKFORCE, 238800: WORKFORCE},
    ),
    ("Sekitar 40 persen dari 98 ribu tenaga kerja belum terlindungi.", {98000: WORKFORCE}),
    ("Acara dihadiri 150 kepala desa dan 30 camat, serta 200 peserta sosialisasi.", {}),
    ("Dua orang pekerja meninggal dunia, santunan Rp42 juta diserahkan kepada 2 ahli waris.", {}),
    ("Pembayaran klaim sebanyak 8.410 kasus kepada pekerja senilai Rp112 miliar.", {}),
]


@pytest.mark.parametrize(("sentence", "expected"), SIGNED)
def test_kind_beside_a_signing(sentence, expected):
    assert kinds(sentence, "signed") == expected


@pytest.mark.parametrize(("sentence", "expected"), HANGING_TOGETHER)
def test_numbers_that_hang_together(sentence, expected):
    assert kinds(sentence, "signed") == expected


@pytest.mark.parametrize(("sentence", "expected"), UNSIGNED)
def test_kind_without_agreement(sentence, expected):
    assert kinds(sentence) == expected


def test_nothing_is_covered_by_an_agreement_that_is_not_signed():
    sentence = "Sebanyak 5.952 pekerja rentan didaftarkan lewat kerja sama itu."
    assert kinds(sentence, "signed") == {5952: DEAL}
    assert kinds(sentence, "discussed") == {5952: TARGET}
    assert kinds(sentence, "planned") == {5952: TARGET}
    assert kinds(sentence) == {5952: COVERED}


def test_what_stands_beside_the_signing_is_of_the_deal():
    sentence = "Penandatanganan itu berlangsung khidmat. Pemkot akan mengikutsertakan 3.060 pekerja rentan."
    about = ["Penandatanganan itu berlangsung khidmat."]
    assert kinds(sentence, "signed", about=about) == {3060: DEAL}
    assert kinds(sentence, "signed") == {3060: TARGET}


def test_a_number_told_twice_is_one_reading_with_both_places():
    (reading,) = readings("Nelayan sebanyak 412 orang terlindungi. Anggaran untuk 412 nelayan sudah ada.")
    assert [mention.value.value for mention in reading.mentions] == [412, 412]
    assert reading.group == "nelayan" or reading.group == "Nelayan"
    assert reading.category == "nelayan"


def test_round_numbers_of_different_groups_are_two_readings():
    found = readings("Ada 1.000 petani dan 1.000 nelayan yang telah terdaftar.")
    assert [reading.group for reading in found] == ["petani", "nelayan"]


def test_the_fuller_group_names_the_reading():
    (reading,) = readings("Sebanyak 2.640 tenaga kerja didaftarkan. Semua 2.640 tenaga harian lepas itu senang.")
    assert reading.group == "tenaga harian lepas"
    assert reading.category == "non_asn"


def test_as_of_is_the_nearest_stated_date():
    text = LEAD + "Hingga Juli 2022 sudah terlindungi sebanyak 1.010 petani karet."
    layout = read_layout(Article(text))
    (reading,) = read_counts(layout, workers.find(layout), status=None, dates=dates.find(layout))
    assert reading.as_of is not None
    assert "Juli 2022" in reading.as_of.span.of(text)


def test_another_region_is_told():
    text = LEAD + "Masih ada 40.500 pekerja di Kota Sukajaya yang belum terdaftar."
    span = Span(text.index("Kota Sukajaya"), text.index("Kota Sukajaya") + len("Kota Sukajaya"))
    layout = read_layout(Article(text))
    (reading,) = read_counts(layout, workers.find(layout), status=None, other_regions=[span])
    assert reading.region == span


def test_scores_are_shares():
    for reading in readings(SIGNED[0][0], "signed"):
        assert 0 < reading.score <= 1
        assert 0 < reading.kind_score < 1


def test_time_grows_with_the_length_only():
    def read(text: str) -> None:
        layout = read_layout(Article(text))
        read_counts(layout, workers.find(layout), status="signed")

    assert_linear(read, "Sebanyak 1.250 petani telah terdaftar dan 300 nelayan belum. ", 100)
