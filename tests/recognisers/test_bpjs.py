"""BPJS Ketenagakerjaan beyond the examples of its recogniser: whole sentences, layouts, time."""

import pytest

from growth import assert_linear
from sepakat.recognisers import bpjs
from sepakat.text.article import Article
from sepakat.text.layout import read_layout


def found(text):
    return bpjs.find(read_layout(Article(text)))


def read(text):
    return [(m.span.of(text), bpjs.describe(m.value)) for m in found(text)]


def marked(example):
    text, spans = "", []
    for char in example:
        if char == "[":
            spans.append([len(text)])
        elif char == "]":
            spans[-1].append(len(text))
        else:
            text += char
    return text, [tuple(span) for span in spans]


@pytest.mark.parametrize(("example", "expected"), bpjs.EXAMPLES)
def test_example(example, expected):
    text, spans = marked(example)
    mentions = found(text)
    assert [(m.span.start, m.span.end) for m in mentions] == spans
    assert "; ".join(bpjs.describe(m.value) for m in mentions) == expected


@pytest.mark.parametrize("text", bpjs.NEGATIVES)
def test_negative(text):
    assert found(text) == []


def test_title_and_dateline_are_not_one_name():
    text = "Pemkot Teken PKS dengan BPJS Ketenagakerjaan\n\nMADIUN - Wali Kota hadir di balai kota."
    assert read(text) == [("BPJS Ketenagakerjaan", "bpjs")]


def test_kesehatan_has_a_label_of_its_own():
    mentions = found("BPJS Kesehatan Cabang Metro dan BPJS Ketenagakerjaan hadir.")
    assert [m.label for m in mentions] == ["bpjs_kesehatan", "bpjs"]
    assert mentions[0].value.name == "Metro"


def test_both_bodies_in_one_phrase():
    text = "BPJS Kesehatan dan Ketenagakerjaan hadir; kedua BPJS itu meneken PKS."
    assert [(m.label, m.span.of(text)) for m in found(text)] == [
        ("bpjs_kesehatan", "BPJS Kesehatan"),
        ("bpjs", "BPJS Kesehatan dan Ketenagakerjaan"),
        ("bpjs", "kedua BPJS"),
        ("bpjs_kesehatan", "kedua BPJS"),
    ]


def test_bare_bpjs_is_silent_beside_kesehatan():
    assert [m.label for m in found("BPJS Kesehatan hadir. Kepala BPJS Cabang Metro juga.")] == ["bpjs_kesehatan"]


def test_bare_bpjs_is_weaker_without_the_full_name():
    alone, beside = found("BPJS hadir.")[0], found("BPJS Ketenagakerjaan dan BPJS hadir.")[1]
    assert alone.score < beside.score < 0.9


def test_lone_branch_needs_the_body_in_its_sentence():
    near = "Hadir Kepala BPJS Ketenagakerjaan Lampung Tengah, serta Kepala Kantor Cabang Pringsewu."
    far = "BPJS Ketenagakerjaan hadir.\nKepala Kantor Cabang Pringsewu juga hadir."
    assert read(near)[-1] == ("Kantor Cabang Pringsewu", "kantor_cabang/Pringsewu")
    assert read(far) == [("BPJS Ketenagakerjaan", "bpjs")]


def test_lone_unit_of_another_body():
    text = "BPJS Ketenagakerjaan dan Kepala Kantor Cabang Bank Pringsewu serta Kanwil Kemenag Banten hadir."
    assert read(text) == [("BPJS Ketenagakerjaan", "bpjs")]


def test_second_item_with_type_word_is_no_unit():
    text = "BPJS Ketenagakerjaan Solok dan Kabupaten Solok sepakat."
    assert read(text) == [("BPJS Ketenagakerjaan Solok", "kantor_cabang/Solok")]


def test_level_said_or_inferred():
    said, inferred = found("BPJS Ketenagakerjaan Cabang Solok, lalu BPJS Ketenagakerjaan Solok")
    assert said.value.explicit
    assert not inferred.value.explicit
    assert said.value.level == inferred.value.level == "kantor_cabang"


@pytest.mark.parametrize(
    "unit",
    [
        "BPJS Ketenagakerjaan ",
        "BPJS Ketenagakerjaan Cabang Solok, ",
        "Kantor Wilayah BPJS TK KCP Lahat ",
        "badan ",
        "(",
    ],
)
def test_time_grows_with_the_length_only(unit):
    assert_linear(lambda text: bpjs.find(read_layout(Article(text))), unit, 1000)
