"""Venues beyond the examples: which place the scores prefer."""

import pytest

from growth import assert_linear
from sepakat.recognisers import venues
from sepakat.text.article import Article
from sepakat.text.layout import read_layout


def best(text):
    mentions = venues.find(read_layout(Article(text)))
    return max(mentions, key=lambda m: m.score).span.of(text) if mentions else None


def test_the_place_of_the_signing_stands_above_an_address():
    text = (
        "Penandatanganan MoU berlangsung di Aula Kantor Bupati Sukamaju, Rabu (4/6/2025).\n"
        "Peserta dapat mendaftar di Kantor Cabang Sukajaya, Jalan Mawar No. 5."
    )
    assert best(text) == "Aula Kantor Bupati Sukamaju"


def test_the_place_of_the_signing_stands_above_that_of_an_interview():
    text = (
        "MoU diteken di Hotel Anggrek Sukamaju, Senin (3/2).\n"
        "Hal itu dikatakannya saat ditemui di Kantor Wali Kota Sukajaya, Selasa."
    )
    assert best(text) == "Hotel Anggrek Sukamaju"


def test_bertempat_raises_the_score():
    plain, told = (
        venues.find(read_layout(Article(f"Acara itu {words} Balai Desa Sukamaju.")))[0].score
        for words in ("ramai di", "bertempat di")
    )
    assert told > plain


@pytest.mark.parametrize("day", ["Senin", "Jumat (3/2)", "pada 3 Februari 2025", "beberapa waktu lalu", "setempat"])
def test_a_venue_ends_before_a_day(day):
    assert best(f"MoU diteken di Gedung Serbaguna Sukamaju {day}") == "Gedung Serbaguna Sukamaju"


def test_time_grows_with_the_length_only():
    assert_linear(
        lambda text: venues.find(read_layout(Article(text))), "di Aula Gedung Kantor, di Desa Anu, Kota Anu ", 800
    )
