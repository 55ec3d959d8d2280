"""What a recogniser says that its matches begin with leaves none of them out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sepakat.assembly import coverage, roles
from sepakat.recognisers import instruments, money, organisations, signing_verbs, venues
from sepakat.text import agencies
from sepakat.text.openings import Openings, WordPattern, matches_at
from sepakat.text.tables import read_csv

CASES = [
    *((organisations._OPENINGS, number, form.pattern) for number, form in enumerate(organisations._FORMS)),
    (instruments._OPENINGS, "named", instruments._PATTERN),
    (instruments._OPENINGS, "plain", instruments._PLAIN_PATTERN),
    (signing_verbs._OPENINGS, "verb", signing_verbs._PATTERN),
    (agencies._OPENINGS, "head", agencies._HEAD),
]
ASCII = st.characters(min_codepoint=32, max_codepoint=126)


@pytest.mark.parametrize(("openings", "key", "pattern"), CASES)
def test_every_match_begins_with_an_opening(openings, key, pattern):
    @settings(max_examples=25, deadline=None)
    @given(st.from_regex(pattern, alphabet=ASCII), st.from_regex(pattern, alphabet=ASCII))
    def check(one, other):
        text = f"{one} dan {other}"
        starts = openings.places(text.lower()).get(key, ())
        found = [match.span() for match in matches_at(pattern, text, starts)]
        assert found == [match.span() for match in pattern.finditer(text)]

    check()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (roles._PATTERN, roles._CUE_WORDS),
        (coverage._POINTS_BACK, coverage._POINTS_BACK_WORDS),
        (coverage._SETS_UP, coverage._SETS_UP_WORDS),
        (money._ANCHOR._pattern, money._ANCHOR),
        (money._RP._pattern, money._RP),
        (venues._AT._pattern, venues._AT),
        (venues._VIRTUAL._pattern, venues._VIRTUAL),
    ],
)
def test_every_match_begins_with_a_word(pattern, words):
    @settings(max_examples=25, deadline=None)
    @given(st.from_regex(pattern, alphabet=ASCII), st.from_regex(pattern, alphabet=ASCII))
    def check(one, other):
        text = f"{one} dan {other}".lower()
        found = [match.span() for match in words.finditer(text, 3, len(text) - 2)]
        if "tampak" not in text:  # the words before it are any; `roles` looks everywhere then
            assert found == [match.span() for match in pattern.finditer(text, 3, len(text) - 2)]

    check()


def test_a_word_hides_no_longer_one():
    words = WordPattern(re.compile(r"\b(?:hadiri|di)\b"), ("di", "hadiri"))
    assert [match.span() for match in words.finditer("hadiri di", 0, 9)] == [(0, 6), (7, 9)]
    assert words.search("hadiri dia", 3, 10) is None


def test_openings_count_only_where_words_begin():
    openings = Openings({"a": ("kerja", "pek"), "b": ("kerja",), "c": ("lain",)})
    assert openings.places("kerja pekerja bekerja, (kerja)") == {"a": [0, 6, 24], "b": [0, 24]}


def test_a_match_inside_another_is_none_of_its_own():
    pattern = re.compile(r"(?<!\w)a(?: a)?")
    assert [match.span() for match in matches_at(pattern, "a a a", [0, 2, 4])] == [(0, 3), (4, 5)]


def test_every_abbreviated_agency_begins_with_an_opening():
    names = [row["name"] for row in read_csv("organisations") if agencies._TOKEN.fullmatch(row["name"])]
    text = " ".join([*names, "Disnaktan", "Dinkoperin", "xDinsos", "disnaker"])
    found = agencies.abbreviated(text, agencies.openings(text.lower())["short"])
    assert [span.of(text) for span, _ in found] == [*names, "Disnaktan", "Dinkoperin"]
