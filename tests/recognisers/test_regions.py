"""Regions: the examples, every form of the tables, the layout's zones, and time on hostile text."""

import re
import time
from dataclasses import replace

import pytest

from sepakat.recognisers.regions import CONFIRMED_SCORE, EXAMPLES, NEGATIVES, SCORES, describe, find
from sepakat.text.article import Article, Span
from sepakat.text.gazetteer import FORMS, LEVELS, NAMES
from sepakat.text.layout import Layout
from sepakat.text.tables import read_csv

TYPE_WORDS = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}


def plain(text: str) -> Layout:
    """A layout with neither dateline nor outlet."""
    return Layout(Article(text), text, text.lower(), ())


def marked(text: str) -> tuple[str, str]:
    """The text with each mention in brackets, and the descriptions."""
    mentions = find(plain(text))
    shown, position = "", 0
    for mention in mentions:
        shown += f"{text[position : mention.span.start]}[{mention.span.of(text)}]"
        position = mention.span.end
    return shown + text[position:], "; ".join(describe(mention.value) for mention in mentions)


@pytest.mark.parametrize(("example", "expected"), EXAMPLES)
def test_examples(example: str, expected: str) -> None:
    assert marked(re.sub(r"[\[\]]", "", example)) == (example, expected)


@pytest.mark.parametrize("text", NEGATIVES)
def test_negatives(text: str) -> None:
    assert marked(text) == (text, "")


def test_examples_are_from_all_provinces() -> None:
    described = " ".join(expected for _, expected in EXAMPLES)
    assert {code[:2] for code in re.findall(r"\b\d\d(?:\.\d\d)?\b", described)} == {c[:2] for c in LEVELS}


@pytest.mark.parametrize("code", LEVELS)
def test_every_region_is_found_with_its_type_word(code: str) -> None:
    written = f"{TYPE_WORDS[LEVELS[code]]} {NAMES[code]}"
    for text in (f"Warga {written} hadir.", f"WARGA {written.upper()} HADIR."):
        (mention,) = find(plain(text))
        assert mention.span.of(text).lower() == written.lower()
        assert code in mention.value.candidates
        assert mention.value.level_hint == LEVELS[code]


@pytest.mark.parametrize("form", [form for form, value in FORMS.items() if value.kind == "abbreviation"])
def test_every_abbreviation_is_found_after_a_government(form: str) -> None:
    written = form.upper() if FORMS[form].acronym else form.title()
    (mention,) = find(plain(f"Pemda {written} hadir."))
    assert mention.value.candidates == FORMS[form].codes


@pytest.mark.parametrize("form", [form for form, value in FORMS.items() if value.kind == "epithet"])
def test_every_epithet_is_found(form: str) -> None:
    (mention,) = find(plain(f"di {form.title()} hari ini"))
    assert (mention.value.candidates, mention.value.surface) == (FORMS[form].codes, "epithet")


@pytest.mark.parametrize("row", read_csv("region_lookalikes"), ids=lambda row: row["phrase"])
def test_no_lookalike_is_a_region(row: dict[str, str]) -> None:
    assert find(plain(f"di {row['phrase']} hari ini")) == []


def test_the_dateline_counts_as_such_and_the_outlet_not_at_all() -> None:
    text = "Pringsewu, Lampung Pagi - Bupati Tanggamus hadir."
    layout = replace(plain(text), dateline=Span(0, 9), outlet=Span(11, 23))
    assert [describe(m.value) for m in find(layout)] == ["18.10 - dateline", "18.06 regency office"]


def test_scores_say_how_sure_the_rule_is() -> None:
    risky, typed = find(plain("Warga Metro dibantu. Kota Metro maju."))
    assert (risky.score, risky.rule) == (CONFIRMED_SCORE, "regions.bare")
    assert (typed.score, typed.rule) == (SCORES["type"], "regions.type")


def test_a_risky_name_needs_a_cue_somewhere() -> None:
    assert find(plain("Pekerja di Metro dibantu.")) == []
    assert len(find(plain("Pekerja di Metro dibantu. Wali Kota Metro hadir."))) == 2


def test_a_person_is_not_the_region_that_the_article_names() -> None:
    text = "Bupati Bima hadir. Kepada Bima Sakti ia berterima kasih."
    assert [mention.span.of(text) for mention in find(plain(text))] == ["Bima"]


def test_a_line_break_may_stand_in_a_name_but_no_paragraph_break() -> None:
    assert marked("Pemerintah\nKabupaten Aceh\nJaya")[1] == "11.14 regency government"
    assert marked("dihadiri Bupati\n\nAceh Jaya ramai.")[1] == "11.14 - bare"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "1." * 100_000,
        " " * 200_000,
        "(" * 100_000,
        "Rp" * 100_000,
        "Metro " * 20_000,
        "setempat " * 20_000,
        "Dinas Batang " * 10_000,
        "Lampung Selatan (Lams) Lams " * 5_000,
        "Bupati Lampung Selatan hadir di Kota Metro bersama BPJS Ketenagakerjaan. " * 14_000,
    ],
)
def test_time_grows_with_the_text(text: str) -> None:
    layout = plain(text)
    begun = time.process_time()
    find(layout)
    assert time.process_time() - begun < 10  # seconds; quadratic time would take minutes
