"""The tables of regions are complete and sound; the reference list is compared where it is at hand."""

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sepakat.text.gazetteer import CAPITALS, FORMS, LEVELS, NAMES, former_province
from sepakat.text.tables import read_csv

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared" / "data" / "wilayah_level_1_3.csv"
# Of `code,name,level` lines in order; it changes only with a new decree on the codes.
DIGEST = "8e4959c240b887bdfadb2306e4810d56238b97d4ef235424a20858bb13bc26c2"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", ROOT / "scripts" / "build_gazetteer.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_tables_are_sound(builder: ModuleType) -> None:
    assert builder.problems() == []


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference list is only in development")
def test_tables_hold_exactly_the_reference(builder: ModuleType) -> None:
    assert builder.problems(REFERENCE) == []


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference list is only in development")
def test_lookalikes_hold_all_districts(builder: ModuleType) -> None:
    _, districts = builder.read_reference(REFERENCE)
    phrases = {row["phrase"].lower() for row in read_csv("region_lookalikes")}
    assert [name for name in builder.district_lookalikes(districts) if name.lower() not in phrases] == []


def test_counts_and_digest() -> None:
    levels = list(LEVELS.values())
    assert [levels.count(level) for level in ("province", "regency", "city")] == [38, 416, 98]
    lines = "".join(f"{code},{NAMES[code]},{level}\n" for code, level in sorted(LEVELS.items()))
    assert hashlib.sha256(lines.encode()).hexdigest() == DIGEST


def test_every_province_has_governments_below_it() -> None:
    provinces = {code for code, level in LEVELS.items() if level == "province"}
    assert {code[:2] for code in LEVELS if len(code) > 2} == provinces
    assert len([code for code in LEVELS if code.startswith("31.")]) == 6


def test_every_form_leads_back_to_its_region() -> None:
    for code, name in NAMES.items():
        assert code in FORMS[name.lower()].codes
    for row in read_csv("region_aliases"):
        form = FORMS[row["alias"].lower()]
        assert row["code"] in form.codes + form.level_codes or row["kind"] == "capital"


def test_capitals_are_known_but_for_five() -> None:
    seats = {code for code, level in LEVELS.items() if level != "city"}
    assert sorted(seats - CAPITALS.keys()) == ["18.11", "31", "35.06", "91.11", "91.15"]


def test_papua_before_2022() -> None:
    assert former_province("93.01") == "91"
    assert former_province("96.71") == "92"
    assert former_province("94") == "91"
    assert former_province("91.03") is None


PRESS_FORMS = """
lamsel 18.01, lambar 18.04, lamteng 18.02, lamtim 18.07, lamut 18.03, tubaba 18.12, tuba 18.05,
bolmut 71.08, bolmong 71.01, kukar 64.02, kutim 64.08, mahulu 64.11, hss 63.06, hst 63.07, hsu 63.08,
tikep 82.72, halsel 82.04, kolut 74.08, buteng 74.14, pasbar 13.12, pessel 13.01, muba 16.06, muratara 16.13,
oku 16.01, oki 16.02, okut 16.08, okus 16.09, pali 16.12, sergai 12.18, labura 12.23, labusel 12.22,
paluta 12.20, palas 12.21, tapsel 12.03, tapteng 12.01, taput 12.02, madina 12.13, inhil 14.04, inhu 14.02,
kuansing 14.09, rohul 14.06, rohil 14.07, tanjabbar 15.06, tanjabtim 15.07, babel 19, basel 19.03,
bateng 19.04, jatim 35, jateng 33, jabar 32, sumut 12, malut 82, sultra 74, lotim 52.03, loteng 52.02,
ksb 52.07, klu 52.08, gumas 62.10, kobar 62.01, kotim 62.02, tangsel 36.74, jaksel 31.74, kbb 32.17,
gunung kidul 34.03, bandarlampung 18.71, pangkalpinang 19.71, tanjungpinang 21.72, kulonprogo 34.01,
pematang siantar 12.72, padang sidempuan 12.77, bumi sai wawai 18.72, kota pahlawan 35.78,
toba samosir 12.12, irian jaya barat 92, mura 16.05+62.12, bumi sriwijaya 16+16.71
"""


@pytest.mark.parametrize("pair", PRESS_FORMS.replace("\n", " ").split(","))
def test_press_forms(pair: str) -> None:
    form, _, codes = pair.strip().rpartition(" ")
    assert "+".join(FORMS[form].codes) == codes
