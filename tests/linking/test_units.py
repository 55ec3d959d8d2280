"""Mentions of BPJS Ketenagakerjaan grouped into units, and the regions that units serve."""

import pytest

from sepakat.linking.units import branch_serves, link_units
from sepakat.recognisers import bpjs
from sepakat.text.article import Article
from sepakat.text.layout import read_layout


def units(text):
    layout = read_layout(Article(text))
    return link_units(layout, bpjs.find(layout))


def names(text):
    return [(unit.level, unit.name, len(unit.mentions)) for unit in units(text)]


def unit(phrase):
    [only] = units(f"Pemkab bekerja sama dengan {phrase}.")
    return only


def test_long_short_and_bare_forms_are_one_unit():
    text = (
        "Kepala BPJS Ketenagakerjaan Cabang Bandar Lampung Rahmawati hadir."
        " BPJS Ketenagakerjaan Bandar Lampung berterima kasih. BPJS Ketenagakerjaan siap."
    )
    assert names(text) == [("kantor_cabang", "Bandar Lampung", 3)]


def test_forms_of_a_regional_office():
    text = "Deputi Direktur BPJamsostek Wilayah Sumbagsel Bayu hadir. BPJamsostek Wilayah Sumatera Bagian Selatan siap."
    [only] = units(text)
    assert (only.level, only.name) == ("kantor_wilayah", "Sumatera Bagian Selatan")
    assert only.kanwil is not None
    assert only.kanwil.key == "sumbagsel"


def test_pioneer_branch_and_its_branch_stay_apart():
    text = "Kepala BPJamsostek Cabang Bandar Lampung Joko dan Kepala BPJamsostek KCP Kota Metro Hendra."
    assert names(text) == [
        ("kantor_cabang", "Bandar Lampung", 1),
        ("kantor_cabang_perintis", "Kota Metro", 1),
    ]


def test_inferred_level_gives_way_to_the_one_said():
    text = "Kepala BPJamsostek KCP Kota Metro Hendra hadir. Kata Hendra, BPJamsostek Metro siap."
    assert names(text) == [("kantor_cabang_perintis", "Kota Metro", 2)]


def test_bare_mention_goes_to_the_main_unit():
    text = (
        "Kepala BPJS Ketenagakerjaan Cabang Solok Andi hadir. BPJS Ketenagakerjaan Solok berterima kasih."
        " Hadir pula Kepala BPJS Ketenagakerjaan Padang. BPJS Ketenagakerjaan siap."
    )
    assert names(text) == [("kantor_cabang", "Solok", 3), ("kantor_cabang", "Padang", 1)]


def test_bare_mention_between_equals_stays_with_the_body():
    text = (
        "Hadir Kepala BPJS Ketenagakerjaan Cabang Solok Andi."
        " Hadir Kepala BPJS Ketenagakerjaan Cabang Padang Budi."
        " BPJS Ketenagakerjaan siap."
    )
    assert (None, None, 1) in names(text)


def test_head_office_is_a_unit_without_name():
    text = "Direktur Keuangan BPJS Ketenagakerjaan Asri hadir. BPJS Ketenagakerjaan siap."
    assert names(text) == [("pusat", None, 1), (None, None, 1)]


def test_listed_branches_are_several():
    text = "PKS dengan Kepala Cabang BPJS Ketenagakerjaan wilayah Cikokol, Batuceper dan Tangerang."
    assert [name for _, name, _ in names(text)] == ["Cikokol", "Batuceper", "Tangerang"]


def test_short_form_joins_the_only_long_one():
    text = "Kantor BPJS Ketenagakerjaan Cabang Medan ramai. Kepala BPJS Ketenagakerjaan Medan Kota Joko senang."
    assert names(text) == [("kantor_cabang", "Medan Kota", 2)]


def test_different_regions_with_a_word_in_common_stay_apart():
    text = "Kantor BPJS Ketenagakerjaan Bandung ramai. Kantor BPJS Ketenagakerjaan Bandung Barat sepi."
    assert [name for _, name, _ in names(text)] == ["Bandung", "Bandung Barat"]


def test_name_in_capitals_gives_way():
    text = "BPJS KETENAGAKERJAAN CABANG SOLOK TEKEN MOU\nKepala BPJS Ketenagakerjaan Cabang Solok Andi hadir."
    assert names(text) == [("kantor_cabang", "Solok", 2)]


def test_programme_and_kesehatan_are_no_units():
    assert units("Peserta BPJS Ketenagakerjaan dan BPJS Kesehatan Cabang Metro") == ()


def test_code_of_a_branch():
    assert unit("BPJS Ketenagakerjaan Cabang Semarang Pemuda").code == "L00"


@pytest.mark.parametrize(
    ("phrase", "code", "expected"),
    [
        ("BPJS Ketenagakerjaan Cabang Bandar Lampung", "18.71", True),
        ("BPJS Ketenagakerjaan Cabang Bandar Lampung", "18.72", True),  # through its KCP
        ("BPJS Ketenagakerjaan Cabang Bandar Lampung", "18", True),
        ("BPJS Ketenagakerjaan Cabang Bandar Lampung", "18.08", None),  # no source tells
        ("BPJS Ketenagakerjaan Cabang Bandar Lampung", "18.02", False),  # Lampung Tengah's
        ("BPJS Ketenagakerjaan Cabang Bandar Lampung", "32.01", False),  # another Kantor Wilayah's
        ("BPJS Ketenagakerjaan KCP Kota Metro", "18.71", None),  # its branch serves it
        ("BPJS Ketenagakerjaan Wilayah Sumbagsel", "18.72", True),
        ("BPJS Ketenagakerjaan Wilayah Sumbagsel", "31", False),
        ("BPJS Ketenagakerjaan Cabang Ngawi", "35.21", True),  # by its name; not in the table
        ("BPJS Ketenagakerjaan Cabang Ngawi", "35.20", None),
        ("BPJS Ketenagakerjaan Cabang Ngawi", "13.01", False),
        ("BPJS Ketenagakerjaan Cabang Antah Berantah", "35.21", None),
        ("BPJS Ketenagakerjaan", "35.21", None),
        ("Kantor Pusat BPJS Ketenagakerjaan", "35.21", True),
    ],
)
def test_branch_serves(phrase, code, expected):
    assert branch_serves(unit(phrase), code) is expected
