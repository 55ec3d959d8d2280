import random
from decimal import Decimal

import pytest

from sepakat.text.numerals import find_quantities, read, spell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.746", "4746"),
        ("1029", "1029"),
        ("22,1", "22.1"),
        ("1,86", "1.86"),
        ("2.900", "2900"),
        ("652.780.000.800", "652780000800"),
        ("1,234,567", "1234567"),
        ("1,234.50", "1234.5"),
        ("1.5", "1.5"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        ("12.5 juta", "12500000"),
        ("22,1 ribu", "22100"),
        ("42jt", "42000000"),
        ("1,9 Milyar", "1900000000"),
        ("2 miliyar", "2000000000"),
        ("3 trilyun", "3000000000000"),
        ("8 ribuan", "8000"),
        ("1.000-an", "1000"),
        ("7.700 an", "7700"),
        ("2,7\njuta", "2700000"),
        ("1 juta 250 ribu", "1250000"),
        ("3 ribu triliun", "3000000000000000"),
        ("100.000,00", "100000"),
        ("dua ratus lima puluh", "250"),
        ("seribu", "1000"),
        ("Sebelas Ribu", "11000"),
        ("setengah juta", "500000"),
        ("satu setengah juta", "1500000"),
        ("dua koma tujuh juta", "2700000"),
        ("nol", "0"),
        ("satu ribu", "1000"),
        ("seribu triliun", "1000000000000000"),
        ("dua ribuan", "2000"),
        ("tiga perempat", "0.75"),
    ],
)
def test_reads(text, value):
    assert read(text) == Decimal(value)
    assert "E" not in str(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "juta",
        "puluhan",
        "ribuan",
        "beberapa ribu",
        "dua tiga",
        "lima enam orang",
        "08",
        "1234.567",
        "1.23.4",
        "12,34,567",
        "5 M",
        "42.000.000,-",
        "250 ribu 1 juta",
        "1 juta 250",
        "ratus dua",
        "satu puluh belas",
        "P3K",
        "1.000 orang",
        "dua ribu dua juta",
        "sepuluh lima",
        "koma lima",
    ],
)
def test_does_not_read(text):
    assert read(text) is None


def test_money_and_wholes_leave_one_reading():
    assert read("5 M", money=True) == 5 * 10**9
    assert read("1,2 T", money=True) == 1200 * 10**9
    assert read("42.000.000,-", money=True) == 42_000_000
    assert read("16,800", money=True) == 16_800
    assert read("1,485") == Decimal("1.485")
    assert read("1,485", whole=True) == 1485
    assert read("1,485 juta", whole=True) == 1_485_000


def test_spell_is_read_back():
    numbers = [*range(2_000), 10**15, 10**15 - 1, 10**12, 10**9, 10**6, 1_000_001, 101_011_111_000]
    numbers += [random.Random(7).randrange(10 ** (1 + i % 15)) for i in range(3_000)]
    assert [read(spell(n)) for n in numbers] == numbers


def test_spell():
    assert spell(2727) == "dua ribu tujuh ratus dua puluh tujuh"
    assert spell(1_100_011) == "satu juta seratus ribu sebelas"
    with pytest.raises(ValueError, match="10"):
        spell(-1)
    with pytest.raises(ValueError, match="10"):
        spell(10**15 + 1)


def found(text, **options):
    return [
        (
            span.of(text),
            int(q.value) if q.value == int(q.value) else float(q.value),
            q.approx,
            q.value_max and int(q.value_max),
        )
        for span, q in find_quantities(text, **options)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebanyak 2.727 petani", ("2.727", 2727, "exact", None)),
        ("sekitar 500 kader", ("500", 500, "about", None)),
        ("kurang lebih 1.200 orang", ("1.200", 1200, "about", None)),
        ("hampir 5 ribu nelayan", ("5 ribu", 5000, "about", None)),
        ("lebih dari 330 ribu jiwa", ("330 ribu", 330_000, "more_than", None)),
        ("tidak kurang dari 800 orang", ("800", 800, "more_than", None)),
        ("paling sedikit sebanyak 40 orang", ("40", 40, "more_than", None)),
        ("di atas 90 orang", ("90", 90, "more_than", None)),
        ("minimal 10 pekerja", ("10", 10, "more_than", None)),
        ("tak lebih dari 30 orang", ("30", 30, "less_than", None)),
        ("kurang dari 100 orang", ("100", 100, "less_than", None)),
        ("maksimal Rp 174 juta", ("174 juta", 174_000_000, "less_than", None)),
        ("2.900 lebih pekerja", ("2.900 lebih", 2900, "more_than", None)),
        ("22.680 lebih banyak dari tahun lalu", ("22.680", 22680, "exact", None)),
        ("400-an pengurus", ("400-an", 400, "about", None)),
        ("8 ribuan nelayan", ("8 ribuan", 8000, "about", None)),
        ("delapan orang", ("delapan", 8, "exact", None)),
        ("500 hingga 1.000 orang", ("500 hingga 1.000", 500, "range", 1000)),
        ("500-1.000 orang", ("500-1.000", 500, "range", 1000)),
        ("antara 500 dan 1.000 orang", ("500 dan 1.000", 500, "range", 1000)),
        ("100 s/d 200 orang", ("100 s/d 200", 100, "range", 200)),
        ("lima hingga sepuluh desa", ("lima hingga sepuluh", 5, "range", 10)),
        ("Rp10-20 juta", ("10-20 juta", 10_000_000, "range", 20_000_000)),
        ("10 persen sampai 15 persen", ("10 persen sampai 15", 10, "range", 15)),
        ("1.000 (seribu) orang", ("1.000 (seribu)", 1000, "exact", None)),
        ("seribu (1.000) orang", ("seribu (1.000)", 1000, "exact", None)),
        ("Dua ratus orang hadir", ("Dua ratus", 200, "exact", None)),
        ("jumlah:2.727 orang", ("2.727", 2727, "exact", None)),
        ("Pada 2.024 rumah", ("2.024", 2024, "exact", None)),
        ("Rp.42 juta", ("42 juta", 42_000_000, "exact", None)),
    ],
)
def test_finds(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "beberapa ribu pekerja",
        "puluhan ribu dan ratusan",
        "Rabu (19/1/2022)",
        "12 Juli 2023",
        "7-8 Oktober 2024",
        "tahun 2021-2026",
        "nomor 63 tahun 2022",
        "Inpres No. 2",
        "PP 44",
        "pukul 14.05 WIB",
        "Nomor B.02/INST/30/082021",
        "21/22023",
        "P3K",
        "Covid-19",
        "0812-3456-7890",
        "081234567890",
        "telepon 175",
        "salah satu",
        "satu-satunya",
        "Kabupaten Lima Puluh Kota",
        "Pelayanan Terpadu Satu Pintu",
        "(25|3)",
        "Rp 42 000 000",
        "1.000 (dua ribu) orang",
        "ke-79",
        "1. Bupati\n2. Camat",
        "(08/10/25) kemarin",
        "RT 05 RW 02",
        "dari 2021",
        "M.2 dan 2x4",
    ],
)
def test_finds_nothing(text):
    assert found(text) == []


def test_money_in_text():
    text = "Iuran Rp16.800,- per bulan, anggaran Rp5 M. Klaim Rp112 miliar."
    assert [f[:2] for f in found(text, money=True)] == [
        ("16.800,-", 16_800),
        ("5 M", 5 * 10**9),
        ("112 miliar", 112 * 10**9),
    ]
    assert found("Rp42000000", money=True)[0][1] == 42_000_000


@pytest.mark.parametrize("piece", ["1.", "1-", "lebih 1 ", "dua ", "1 juta ", "(1", "Rp", " ", "koma ", "ribu ", "1,1"])
def test_hostile_text_takes_linear_time(piece, seconds):
    text = piece * (60_000 // len(piece))
    find_quantities(text, money=True)
    assert seconds() < 5
