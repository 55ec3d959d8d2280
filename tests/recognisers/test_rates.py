"""Shares as decimal strings, and hostile texts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from sepakat.recognisers.rates import find
from sepakat.text.article import Article
from sepakat.text.layout import read_layout


def read(text: str) -> list[str]:
    return [mention.value.percent for mention in find(read_layout(Article(text)))]


@given(st.decimals(0, 1000, places=2))
def test_every_share(share: Decimal) -> None:
    comma = str(share).replace(".", ",")
    for form in (f"{comma}%", f"{comma} persen", f"{share} %", f"{comma} prosen"):
        (found,) = read(f"Cakupan {form} saja.")
        assert Decimal(found) == share
        assert "E" not in found
        assert not ("." in found and found.endswith("0"))


@pytest.mark.parametrize("part", ["1%", "1 % ", "persen ", "dua ", "1.", "10 persen hingga "])
def test_time_grows_with_the_length_only(part: str) -> None:
    assert_linear(lambda text: find(read_layout(Article(text))), part, 2000)
