"""Numbers of workers beyond the examples of the recogniser."""

import pytest

from growth import assert_linear
from sepakat.recognisers import workers
from sepakat.text.article import Article
from sepakat.text.layout import read_layout
from sepakat.text.numerals import spell


def found(text):
    return workers.find(read_layout(Article(text)))


@pytest.mark.parametrize("n", [5, 12, 99, 100, 250, 1_000, 2_640, 99_999, 1_200_000])
def test_words_and_digits_say_the_same(n):
    digits = f"{n:,}".replace(",", ".")
    for written in (digits, spell(n)):
        (mention,) = found(f"sebanyak {written} pekerja rentan terdaftar")
        assert mention.value.value == n
        assert mention.value.number.of(f"sebanyak {written} pekerja rentan terdaftar") == written


@pytest.mark.parametrize(
    ("words", "approx"),
    [
        ("sekitar 900 petani", "about"),
        ("lebih dari 900 petani", "more_than"),
        ("900 lebih petani", "more_than"),
        ("tidak lebih dari 900 petani", "less_than"),
        ("900-an petani", "about"),
        ("sebanyak 900 petani", "exact"),
        ("900 sampai 1.200 petani", "range"),
    ],
)
def test_approximation_is_kept(words, approx):
    (mention,) = found(f"Ada {words} terdaftar.")
    assert (mention.value.value, mention.value.approx) == (900, approx)


def test_a_handful_of_people_scores_low():
    (mention,) = found("Ada 2 pekerja rentan terdaftar.")
    assert mention.score < 0.5


def test_a_body_counts_people_only_with_a_word_for_them():
    assert found("Wilayah itu memiliki 40 LPM dan 12 BPD, ujar petani.") == []
    assert [m.value.value for m in found("Ada 40 anggota LPM dan 63 orang BPD.")] == [40, 63]


def test_a_generic_head_is_narrowed():
    (mention,) = found("Didaftarkan 1.100 peserta dari kalangan tenaga honorer daerah itu.")
    assert mention.value.group == "tenaga honorer daerah"
    assert mention.value.category == "non_asn"


def test_group_over_a_line_break_has_plain_spaces():
    (mention,) = found("Pemkab mendaftarkan 1.500 pekerja\nrentan di wilayahnya.")
    assert mention.value.group == "pekerja rentan"


@pytest.mark.parametrize(
    ("unit", "repeats"),
    [("1.000 pekerja ", 500), ("pekerja 12, ", 500), ("pekerja ", 2_000), ("a", 25_000), ("(", 25_000), ("12 ", 4_500)],
)
def test_time_grows_with_the_length_only(unit, repeats):
    assert_linear(found, unit, repeats)
