import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from sepakat.ner.tokens import spaced, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bupati Solok H. Basri, S.E.", "Bupati|Solok|H|.|Basri|,|S|.|E|."),
        ("H.Basri,S.E.", "H|.|Basri|,|S|.|E|."),
        ("Nur'aini dan Ma`ruf", "Nur'aini|dan|Ma`ruf"),
        ("anak-anak Al-Amin ABK-nya", "anak-anak|Al|-|Amin|ABK|-|nya"),
        ("2.500 orang (4/6/2025) pukul 09:30, 12.", "2.500|orang|(|4/6/2025|)|pukul|09:30|,|12|."),
        ("BupatiLahat di SMPN 21", "Bupati|Lahat|di|SMPN|21"),
        ("BPJamsostek PTPN", "BPJamsostek|PTPN"),
        ("“Kata”—ujar", "“|Kata|”|—|ujar"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert "|".join(text[a:b] for a, b in tokenise(text)) == expected


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "Bupati Solok hadir."
    assert tokenise(text, 7, 12) == [(7, 12)]


def test_spaces() -> None:
    text = "H. Basri, S.E"
    assert spaced(text, tokenise(text)) == [False, True, False, True, False, False, False]
    assert spaced("", []) == []


@given(st.text())
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    tokens = tokenise(text)
    assert "".join(text[a:b] for a, b in tokens) == "".join(text.split())
    assert all(a < b for a, b in tokens)
    assert all(one[1] <= two[0] for one, two in zip(tokens, tokens[1:], strict=False))
    assert len(spaced(text, tokens)) == len(tokens)


@pytest.mark.parametrize("unit", ["a'", "a-", "1.", "Aa", "aA", "_", "é"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert_linear(tokenise, unit, 20_000)
