"""What a recogniser says that its matches begin with leaves none of them out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sepakat.recognisers import instruments, organisations, signing_verbs
from sepakat.text import agencies
from sepakat.text.openings import Openings, matches_at

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


def test_openings_count_only_where_words_begin():
    openings = Openings({"a": ("kerja", "pek"), "b": ("kerja",), "c": ("lain",)})
    assert openings.places("kerja pekerja bekerja, (kerja)") == {"a": [0, 6, 24], "b": [0, 24]}


def test_a_match_inside_another_is_none_of_its_own():
    pattern = re.compile(r"(?<!\w)a(?: a)?")
    assert [match.span() for match in matches_at(pattern, "a a a", [0, 2, 4])] == [(0, 3), (4, 5)]
