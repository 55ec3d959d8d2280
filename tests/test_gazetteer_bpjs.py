"""The tables of BPJS Ketenagakerjaan's offices."""

import importlib.util
from pathlib import Path

import pytest

from sepakat.text.bpjs_offices import BRANCHES, REGIONAL_OFFICES, branch, regional_office
from sepakat.text.tables import read_csv

SCRIPT = Path(__file__).parent.parent / "scripts" / "check_bpjs_offices.py"


def test_tables_have_no_problems():
    spec = importlib.util.spec_from_file_location("check_bpjs_offices", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert list(module.problems()) == []


def test_every_form_of_a_regional_office_leads_to_it():
    for row in read_csv("bpjs_regional_offices"):
        for form in row["names"].split("|"):
            assert regional_office(form, with_level=False) is REGIONAL_OFFICES[row["key"]], form
        for form in filter(None, row["names_with_level"].split("|")):
            assert regional_office(form, with_level=True) is REGIONAL_OFFICES[row["key"]], form
            assert regional_office(form, with_level=False) is None, form


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Sumbar, Riau, dan Kepri", "sumbarriau"),
        ("Sumatera Barat, Riau, dan Kepulauan Riau", "sumbarriau"),
        ("Sumbar-Riau", "sumbarriau"),
        ("Jateng & DIY", "jateng-diy"),
        ("Jawa Tengah dan D.I. Yogyakarta", "jateng-diy"),
        ("Provinsi Banten", "banten"),
        ("Sulawesi - Maluku", "sulama"),
        ("Bali, Nusa Tenggara, dan Papua", "banuspa"),
        ("Sumatera Utara dan Aceh", "sumbagut"),
    ],
)
def test_regional_office_in_the_press(written, key):
    assert regional_office(written, with_level=False) is REGIONAL_OFFICES[key]


@pytest.mark.parametrize(
    "name",
    [
        "Medan Kota",
        "Bandung Suci",
        "Surabaya Darmo",
        "Tangerang Batuceper",
        "Semarang Pemuda",
        "Palembang",
        "Bekasi Kota",
        "Pekanbaru Kota",
    ],
)
def test_branch_by_its_full_name(name):
    assert branch(name) is BRANCHES[name]


def test_branch_by_its_short_forms():
    assert branch("Cikokol") is BRANCHES["Tangerang Cikokol"]
    assert branch("Bandung-Bojongsoang") is BRANCHES["Bandung Bojongsoang"]
    assert branch("Kota Metro") is BRANCHES["Kota Metro Nasution"]
    assert branch("Kabupaten Pringsewu") is BRANCHES["Pringsewu Sudirman"]
    assert branch("Atlantis") is None


def test_a_branch_serves_what_its_daughters_serve():
    assert {"18.71", "18.72", "18.10", "18.01"} <= BRANCHES["Bandar Lampung"].regions
    assert "18.71" not in BRANCHES["Kota Metro Nasution"].regions
