"""Sums in every form; what is malformed; hostile texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from sepakat.recognisers.money import Money, find
from sepakat.text.article import Article
from sepakat.text.layout import read_layout


def read(text: str) -> list[Money]:
    return [mention.value for mention in find(read_layout(Article(text)))]


@given(st.integers(1_000, 999_999_999_999_999))
def test_every_sum_in_digits(rupiah: int) -> None:
    grouped = f"{rupiah:,}".replace(",", ".")
    for form in (f"Rp{grouped}", f"Rp {grouped}", f"Rp. {grouped}", f"Rp.{grouped},-", f"Rp{grouped},00"):
        assert read(f"Dana sebesar {form} disiapkan.") == [Money(rupiah)], form
    assert read(f"Dana sebesar {grouped} rupiah disiapkan.") == [Money(rupiah)]


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(["ribu", "juta", "miliar", "Milyar", "triliun"]))
def test_every_sum_with_a_scale(whole: int, tenth: int, scale: str) -> None:
    factor = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "Milyar": 10**9, "triliun": 10**12}[scale]
    number = f"{whole},{tenth}" if tenth else str(whole)
    assert read(f"Dana sebesar Rp{number} {scale} disiapkan.") == [Money(whole * factor + tenth * factor // 10)]


def test_m_is_miliar() -> None:
    assert read("Dana Rp5 M disiapkan.") == [Money(5_000_000_000)]


@pytest.mark.parametrize(
    "text",
    ["Rp4.799.995.20", "Rp42.000,000", "Rp 42", "Rp12.34.567", "Rp 1.2345.678", "Rp-", "Rp....", "Rp0"],
)
def test_what_reads_in_two_ways_is_left_out(text: str) -> None:
    assert read(f"Dana sebesar {text} disiapkan.") == []


@pytest.mark.parametrize("part", ["Rp", "Rp1 ", "Rp1.", "iuran ", "juta ", "1 juta ", "Rp 1 juta hingga ", "rupiah "])
def test_time_grows_with_the_length_only(part: str) -> None:
    assert_linear(lambda text: find(read_layout(Article(text))), part, 2000)
