"""Purpose, unit and recipient of sums; object and segment of shares. All sentences and names are invented."""

import pytest

from sepakat.assembly.amounts import AmountReading, RateReading, read_amounts, read_rates
from sepakat.recognisers import money, rates
from sepakat.text.article import Article
from sepakat.text.layout import read_layout


def amounts(text: str) -> list[AmountReading]:
    layout = read_layout(Article(text))
    return read_amounts(layout, money.find(layout))


def shares(text: str) -> list[RateReading]:
    layout = read_layout(Article(text))
    return read_rates(layout, rates.find(layout))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ahli waris menerima santunan kematian sebesar Rp42 juta.", "death_benefit"),
        ("Santunan JKM diserahkan kepada keluarga Wirya sebesar Rp 42.000.000,-.", "death_benefit"),
        ("Keluarga menerima santunan Rp.42 juta rupiah secara simbolis.", "death_benefit"),
        ("Jika meninggal karena sakit, ahli waris mendapat Rp42 juta.", "death_benefit"),
        ("Bila meninggal akibat kecelakaan kerja, ahli waris mendapat Rp70 juta.", "accident_benefit"),
        ("Santunan JKK yang diterima keluarga mencapai Rp119.500.000.", "accident_benefit"),
        (
            "Biaya perawatan di rumah sakit akibat kecelakaan kerja sebesar Rp88 juta ditanggung.",
            "accident_benefit",
        ),
        ("Santunan JKK dan Beasiswa sebesar Rp136.000.000 diterima Karta.", "accident_benefit"),
        ("Santunan JKM dan beasiswa sebesar Rp170.000.000 diterima Karta.", "death_benefit"),
        ("Dua anaknya mendapat beasiswa hingga perguruan tinggi maksimal Rp174 juta.", "scholarship"),
        ("Saldo JHT sebesar Rp15 juta ikut dicairkan.", "old_age_benefit"),
        ("Manfaat jaminan pensiun sebesar Rp400 ribu lebih diterima.", "pension_benefit"),
        ("Manfaat jaminan pensiun sebesar Rp4 juta lebih diterima.", "pension_benefit"),
        ("Total klaim yang dibayarkan sampai saat ini Rp112 miliar.", "claims_total"),
        (
            "Sepanjang tahun ini kami telah membayarkan klaim sebanyak 1.204 kasus senilai Rp9,7 miliar.",
            "claims_total",
        ),
        (
            "Tahun ini Rp45 miliar telah kami serahkan kepada peserta sebagai manfaat jaminan sosial.",
            "claims_total",
        ),
        ("Iurannya hanya Rp16.800 per orang per bulan.", "contribution"),
        ("Premi setahun Rp 201.600 dibayar pemkab.", "contribution"),
        ("Pemkab membayar premi sebesar Rp 2,6 miliar.", "contribution"),
        ("Pemkab menganggarkan Rp600,1 juta bagi seluruh tenaga honorer.", "budget"),
        ("Untuk program ini disiapkan anggaran sebesar Rp.661.149.750.", "budget"),
        ("Total anggaran iuran yang ditanggung pemprov mencapai Rp8 miliar.", "budget"),
        ("Pemkab mengalokasikan DBH sawit Rp3 miliar untuk iuran JKK dan JKM.", "budget"),
        ("Dana yang digelontorkan pemkab dari APBD sebesar Rp4,7 miliar.", "budget"),
        ("Perusahaan itu menunggak iuran dengan nilai mencapai Rp 3,6 miliar.", "arrears"),
        ("Piutang iuran dalam bulan berjalan sekitar Rp 3,6 miliar.", "arrears"),
        ("SKK diserahkan ke kejaksaan untuk 12 perusahaan dengan total iuran Rp6.470.900.100.", "arrears"),
        ("Dari tagihan itu, iuran tertagih Rp1.055.100.500.", "contribution"),
        ("Kejaksaan menerima 41 SKK dan memulihkan Rp1,17 miliar.", "arrears"),
        ("Ada 96 perusahaan yang belum menyetor iuran dengan nilai Rp 3,85 miliar.", "arrears"),
        ("Sebanyak 58 keluarga menerima santunan dengan nilai seluruhnya Rp2,67 miliar.", "claims_total"),
        ("Warga sudah menerima manfaatnya, totalnya Rp1,94 miliar.", "claims_total"),
        ("Biaya pengobatannya sebelum meninggal, Rp23.415.700, lunas dibayar.", "accident_benefit"),
        ("Rancangan APBD memuat pos iuran Rp1,26 miliar.", "budget"),
        ("Pemda memplot Rp5 M untuk jaminan sosial tiga tahun.", "budget"),
        ("Untuk iurannya sendiri Pemkab menyiapkan Rp 95.760.000,- bagi enam bulan.", "budget"),
        ("Desanya menyisihkan Rp8.064.000 setahun untuk 40 orang.", "contribution"),
        ("Iurannya dibayar dari dana Otsus sebesar Rp554,4 juta untuk 12 bulan.", "contribution"),
        ("Keluarga hanya mendapat uang duka Rp15 juta dari hasil sumbangan.", "other"),
        ("Upah minimum kabupaten tahun depan Rp2,9 juta.", "wage"),
        ("Gaji guru honorer di sana Rp300 ribu per bulan.", "wage"),
        ("Petugas RT sudah dibantu Rp100 ribu.", "other"),
        ("Ia meminjam KUR senilai Rp50 juta dari bank.", "other"),
        ("Nilainya Rp5 juta.", "other"),
    ],
)
def test_purpose(text: str, expected: str) -> None:
    assert [reading.purpose for reading in amounts(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Santunan JKK dan Beasiswa Rp136 juta (Rp70 juta santunan JKK dan Rp66 juta beasiswa).",
            ["accident_benefit", "accident_benefit", "scholarship"],
        ),
        (
            "Iuran Rp16.800 terdiri atas Rp10.000 untuk JKK dan Rp6.800 untuk JKM.",
            ["contribution", "contribution", "contribution"],
        ),
        (
            "Total klaim dibayarkan Rp112 miliar, di antaranya beasiswa 167 anak senilai Rp799 juta.",
            ["claims_total", "scholarship"],
        ),
        (
            "Pemkab menganggarkan Rp600,1 juta bagi tenaga honorer. Kemudian Rp69,4 juta untuk nelayan.",
            ["budget", "budget"],
        ),
        (
            "Dengan iuran Rp16.800, keluarga berhak santunan kematian Rp42 juta dan beasiswa Rp174 juta.",
            ["contribution", "death_benefit", "scholarship"],
        ),
        (
            "Anggaran yang disiapkan Rp1,2 miliar, sedangkan santunan kematian yang diserahkan Rp42 juta.",
            ["budget", "death_benefit"],
        ),
        (
            "Klaim yang dibayarkan mencapai Rp58 miliar, padahal total iuran JKK dan JKM Rp3 miliar.",
            ["claims_total", "contribution"],
        ),
    ],
)
def test_each_sum_has_its_own_purpose(text: str, expected: list[str]) -> None:
    assert [reading.purpose for reading in amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iurannya Rp16.800 per orang per bulan.", "person_month"),
        ("Iuran bulanan sebesar Rp16.800.", "person_month"),
        ("Iuran Rp16.800/bulan.", "person_month"),
        ("Premi untuk satu tahun sebesar Rp201.600.", "year"),
        ("Iuran Rp201.600 per tahun.", "year"),
        ("Santunan kematian masing-masing sebesar Rp42 juta.", "person"),
        ("Total klaim Rp112 miliar.", "total"),
    ],
)
def test_unit(text: str, expected: str) -> None:
    assert [reading.per for reading in amounts(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Santunan Rp42 juta diserahkan kepada ahli waris almarhum Wirya.", "ahli waris almarhum Wirya"),
        ("Pemkab menganggarkan Rp600 juta bagi seluruh tenaga honorer.", "seluruh tenaga honorer"),
        ("Santunan diserahkan kepada 2 ahli waris sebesar Rp42 juta.", "2 ahli waris"),
        ("Anggaran Rp2 miliar untuk membayar iuran.", None),
        ("Total klaim Rp112 miliar.", None),
        ("Santunan Rp42 juta diserahkan kepada Wirya Sanjaya, nelayan.", "Wirya Sanjaya"),
        ("Dana Bagi Hasil Rp2 miliar.", None),
        ("Anggaran Rp2 miliar untuk satu tahun.", None),
    ],
)
def test_recipient(text: str, expected: str | None) -> None:
    assert [reading.recipient for reading in amounts(text)] == [expected]


def test_recipient_of_the_next_sum_is_not_that_of_this_one() -> None:
    text = "Manfaat kematian Rp42 juta dan beasiswa untuk dua anak maksimal Rp174 juta."
    assert [reading.recipient for reading in amounts(text)] == [None, "dua anak"]


def test_the_same_sum_twice_is_one_amount_with_both_places() -> None:
    text = "Santunan kematian Rp42 juta diserahkan. Keluarga menerima santunan Rp42.000.000 itu di balai."
    (reading,) = amounts(text)
    assert [mention.span.of(text) for mention in reading.mentions] == ["Rp42 juta", "Rp42.000.000"]


def test_sums_of_a_read_also_headline_are_left_out() -> None:
    text = (
        "KOTA HARAPAN - Pemkot menyerahkan santunan kematian Rp42 juta kepada keluarga Wirya di balai kota.\n"
        "Baca juga: Pemkab Lain Anggarkan Rp9 Miliar untuk Pekerja Rentan\n"
        "Wali kota berharap santunan itu meringankan beban keluarga yang ditinggalkan.\n"
    )
    assert [reading.value.rupiah for reading in amounts(text)] == [42_000_000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cakupan kepesertaan di kabupaten itu baru 22,41%.", [("coverage", "all")]),
        ("Coverage PU sudah 96,92%.", [("coverage", "PU")]),
        ("“Cakupannya 34,19% pekerja. Untuk PU sudah 88,7%,” katanya.", [("coverage", "all"), ("coverage", "PU")]),
        ("Di sisi lain BPU 10,02%.", [("coverage", "BPU")]),
        (
            "Cakupan sektor formal 61%, sedangkan sektor informal cuma 12%.",
            [("coverage", "PU"), ("coverage", "BPU")],
        ),
        ("Pekerja bukan penerima upah yang terlindungi 12 persen.", [("coverage", "BPU")]),
        ("Pemkab mendaftarkan 100% non-ASN.", [("coverage", "non_asn")]),
        ("Dari 2 juta pekerja, sekitar 25 persen terdaftar, 75 persen belum.", [("coverage", "all")] * 2),
        ("Ia ingin 100 persen pekerja rentan tercover.", [("coverage", "other")]),
        ("Cakupan pekerja yang kini 31,3 persen harus naik ke 51 persen.", [("coverage", "all")] * 2),
        ("Targetnya 80% dari 102 juta tenaga kerja.", [("coverage", "all")]),
        ("Coverage jasa konstruksi mencapai 40 persen.", [("coverage", "jakon")]),
        ("Perlindungan pekerja migran baru 30 persen.", [("coverage", "PMI")]),
        ("Iuran JHT sebesar 5,7 persen dari upah pekerja.", [("other", "other")]),
        ("Upah minimum naik 6,5 persen bagi pekerja.", [("other", "other")]),
        ("Jumlah peserta tumbuh 12 persen.", [("other", "other")]),
        ("APBD habis 50 persen untuk belanja rutin.", [("other", "other")]),
        ("UHC sudah menjangkau 98 persen penduduk.", [("other", "other")]),
        ("Ada 1.830 kelompok tani, di mana 75% di antaranya aktif.", [("other", "other")]),
        ("Angka kemiskinan turun menjadi 9,2 persen.", [("other", "other")]),
    ],
)
def test_share(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(reading.of, reading.segment) for reading in shares(text)] == expected


def test_scores_are_probabilities() -> None:
    text = "Iuran Rp16.800, santunan kematian Rp42 juta, dan Rp5 juta lain. Cakupan BPU 10,02%."
    readings = [*amounts(text), *shares(text)]
    assert readings
    assert all(0 <= reading.score <= 1 for reading in readings)


def test_equal_sums_of_surely_different_purposes_are_two_amounts():
    found = amounts("Santunan kematian: Rp12.000.000. Anaknya menerima beasiswa Rp12 juta.")
    assert [reading.purpose for reading in found] == ["death_benefit", "scholarship"]


def test_equal_sums_are_one_amount_where_one_place_is_unsure():
    (found,) = amounts("Santunan kematian Rp42 juta diserahkan. Keluarga menerima Rp42 juta itu dengan haru.")
    assert (found.purpose, len(found.mentions)) == ("death_benefit", 2)
