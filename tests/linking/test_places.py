"""Which government is meant, and which region an article is about."""

from dataclasses import replace

import pytest

from sepakat.linking.places import (
    REGIONS,
    Ambiguous,
    Context,
    Region,
    by_name,
    capital_of,
    is_type_error,
    lies_in,
    link,
    main_region,
    region_of,
    resolve,
    resolve_all,
)
from sepakat.recognisers.regions import find
from sepakat.text.article import Article, Span
from sepakat.text.layout import Layout, Sentence


def plain(text: str) -> Layout:
    """A layout with neither dateline nor outlet, all body."""
    return Layout(Article(text), text, text.lower(), (Sentence(Span(0, len(text)), "body", 0),), _starts=(0,))


def readings(text: str) -> list[str]:
    """For each mention its code, or the codes that are left, joined by `|`."""
    layout = plain(text)
    resolved = resolve_all(layout, find(layout)).values()
    return [r.code if isinstance(r, Region) else "|".join(c.code for c in r.candidates) for r in resolved]


def main_of(text: str) -> str | None:
    layout = plain(text)
    region = main_region(layout, resolve_all(layout, find(layout)))
    return region.code if region else None


def test_lookup() -> None:
    assert len(REGIONS) == 552
    assert region_of("18.04") == Region("18.04", "Lampung Barat", "regency", "18")
    assert capital_of("18.04") == "Liwa"
    assert capital_of("18.72") is None
    with pytest.raises(KeyError):
        region_of("18.99")


@pytest.mark.parametrize(
    ("name", "level", "near", "codes"),
    [
        ("Lamsel", None, (), "18.01"),
        ("  kabupaten   LAMPUNG selatan", None, (), "18.01"),
        ("Bandung", None, (), "32.04 32.73"),
        ("Kota Bandung", None, (), "32.73"),
        ("Bandung", "regency", (), "32.04"),
        ("Kota Bandung", "regency", (), "32.04"),
        ("Banjar", None, ("32",), "32.79"),
        ("Banjar", None, ("63", "64"), "63.03"),
        ("Banjar", None, ("11",), "32.79 63.03"),
        ("Mura", None, ("16",), "16.05"),
        ("Pontianak", None, (), "61.71"),
        ("Kabupaten Pontianak", None, (), "61.02"),
        ("Kota Pahlawan", None, (), "35.78"),
        ("Kotabaru", None, (), "63.02"),
        ("Jambi", "province", (), "15"),
        ("Kepanjen", None, (), ""),
        ("Sumatera Bagian Selatan", None, (), ""),
        ("Atlantis", None, (), ""),
        ("", None, (), ""),
    ],
)
def test_by_name(name: str, level: str | None, near: tuple[str, ...], codes: str) -> None:
    assert " ".join(region.code for region in by_name(name, level, near=near)) == codes  # type: ignore[arg-type]


def test_a_region_of_papua_lay_in_the_old_province() -> None:
    assert lies_in("93.01", "93")
    assert lies_in("93.01", "91")
    assert not lies_in("93.01", "92")
    assert lies_in("96.71", "92")


@pytest.mark.parametrize(
    ("candidates", "level", "context", "code"),
    [
        (("18.72",), None, Context(), "18.72"),
        (("18.72",), "regency", Context(), "18.72"),
        (("32.04", "32.73"), "city", Context(), "32.73"),
        (("32.04", "32.73"), None, Context(), None),
        (("32.04", "32.73"), None, Context(frozenset({"32.04"})), "32.04"),
        (("32.04", "32.73"), None, Context(frozenset({"32.04", "32.73"})), None),
        (("32.04", "32.73"), None, Context(province="32"), None),
        (("32.79", "63.03"), None, Context(province="63"), "63.03"),
        (("32.79", "63.03"), "city", Context(province="63"), "32.79"),
        (("16.05", "62.12"), "regency", Context(province="16"), "16.05"),
        (("75", "75.01", "75.71"), "province", Context(), "75"),
        (("15", "15.71"), "regency", Context(), None),
        ((), "regency", Context(), None),
    ],
)
def test_resolve(candidates: tuple[str, ...], level: str | None, context: Context, code: str | None) -> None:
    region = resolve(candidates, level, context=context)  # type: ignore[arg-type]
    assert (region.code if region else None) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the office says the level
        ("Bupati Bandung menandatangani.", ["32.04"]),
        ("Wali Kota Bandung menandatangani.", ["32.73"]),
        ("Gubernur Bengkulu menandatangani.", ["17"]),
        ("Pemkot Bengkulu menandatangani.", ["17.71"]),
        ("Bupati Gorontalo dan Wali Kota Gorontalo bertemu Gubernur Gorontalo.", ["75.01", "75.71", "75"]),
        ("Bupati Semarang, Wali Kota Tegal, Pemkab Cirebon.", ["33.22", "33.76", "32.09"]),
        # the same name with a level elsewhere says it for the bare name, unless both are named
        ("Bupati Bekasi hadir. Warga Bekasi senang.", ["32.16", "32.16"]),
        ("Pekerja di Kediri dilindungi. Wali Kota Kediri hadir.", ["35.71", "35.71"]),
        ("Bupati Solok dan Wali Kota Solok hadir. Warga Solok senang.", ["13.02", "13.72", "13.02|13.72"]),
        ("Pemprov Jambi hadir. Pekerja Jambi dilindungi.", ["15", "15"]),
        # then the province that the article otherwise names
        ("Pemkab Mura dan Pemkab Muba di Sumatera Selatan.", ["16.05", "16.06", "16"]),
        ("Pemkab Mura dan Pemkab Katingan, Kalimantan Tengah.", ["62.12", "62.06", "62"]),
        ("Kejari Martapura hadir. Gubernur Kalimantan Selatan hadir.", ["63.03", "63"]),
        ("Kejari Martapura hadir. Bupati OKI hadir.", ["16.08", "16.02"]),
        # the full name tells what the abbreviation stands for
        ("Bupati Musi Rawas hadir. Pemkab Mura senang.", ["16.05", "16.05"]),
        # two readings are left
        ("Pekerja di Bogor dilindungi.", ["32.01|32.71"]),
        ("Kejari Sorong hadir.", ["96.01|96.71"]),
        # a branch, a university say nothing
        ("BPJS Ketenagakerjaan Cabang Kota Bogor. Pekerja di Bogor.", ["32.71", "32.01|32.71"]),
        # what is written as the wrong type, and former names
        ("Pemkab Metro hadir.", ["18.72"]),
        ("Kabupaten Pontianak dan Kota Pontianak.", ["61.02", "61.71"]),
        ("Provinsi Kepulauan Riau, dahulu Kabupaten Kepulauan Riau.", ["21", "21.01"]),
        # a province after a comma
        ("Kabupaten Gorontalo, Gorontalo", ["75.01", "75"]),
        ("Kota Jambi, Jambi", ["15.71", "15"]),
        # lists
        ("Kabupaten Bogor, Sukabumi, dan Cirebon.", ["32.01", "32.02", "32.09"]),
        # all Papuan provinces
        ("Bupati Jayapura, Papua, dan Wali Kota Jayapura.", ["91.03", "91", "91.71"]),
    ],
)
def test_readings(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


def test_local_is_the_main_region_of_its_level() -> None:
    text = "Pemkab Lampung Selatan, Pemprov Lampung, Rumah Dinas Bupati setempat, Gubernur setempat."
    assert readings(text) == ["18.01", "18", "18.01", "18"]
    assert readings("Warga Kabupaten Brebes dan Kejaksaan Negeri setempat.") == ["33.29", "33.29"]
    assert readings("Bupati Tegal dan Bupati Brebes di Kantor Bupati setempat.")[-1] == ""
    assert readings("Kejaksaan Negeri setempat.") == [""]


def test_type_errors() -> None:
    layout = plain("Kabupaten Metro kalah dari Kabupaten Lampung Barat dan kota Jember.")
    errors = [
        mention.span.of(layout.text)
        for mention, region in resolve_all(layout, find(layout)).items()
        if isinstance(region, Region) and is_type_error(mention, region)
    ]
    assert errors == ["Kabupaten Metro"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pemkab Brebes teken kerja sama. Warga Tegal menonton.", "33.29"),
        ("Gubernur Lampung di Bandar Lampung.", "18"),
        ("Bupati Agam dan Gubernur Sumatera Barat.", "13.06"),
        ("Bupati Agam dan Gubernur Riau.", None),
        ("Di Hotel Contoh, Kota Pekanbaru.", None),
        ("Pekerja di Sleman.", None),
        ("BPJS Ketenagakerjaan Cabang Sleman, BPJS Ketenagakerjaan Sleman, Universitas Jember.", None),
        ("Kejari Bintan dan Kajari Bintan.", "21.01"),
        ("Bupati Bogor dan Wali Kota Bogor.", None),
        ("", None),
    ],
)
def test_main_region(text: str, code: str | None) -> None:
    assert main_of(text) == code


def test_noise_does_not_count() -> None:
    text = "Bupati Agam hadir. Baca juga: Bupati Solok, Bupati Solok, Bupati Solok."
    begin = text.index("Baca")
    sentences = (Sentence(Span(0, begin), "body", 0), Sentence(Span(begin, len(text)), "read_also", 0))
    layout = replace(plain(text), sentences=sentences, _starts=(0, begin))
    assert link(layout, find(layout)).main == region_of("13.06")


def test_the_dateline_decides_nothing() -> None:
    text = "KOTA BOGOR - Pekerja di Bogor dilindungi."
    layout = replace(plain(text), dateline=Span(0, 10))
    town, bare = resolve_all(layout, find(layout)).values()
    assert town == region_of("32.71")
    assert bare == Ambiguous((region_of("32.01"), region_of("32.71")))


def test_link() -> None:
    text = "Pemkab Brebes, BPJS Ketenagakerjaan Cabang Tegal, Kejari Sorong, Kabupaten Metro, warga Bogor."
    places = link(plain(text), find(plain(text)))
    assert {span.of(text): region.code for span, region in places.regions.items()} == {
        "Brebes": "33.29",
        "Kabupaten Metro": "18.72",
    }
    assert {span.of(text): [r.code for r in left] for span, left in places.ambiguous.items()} == {
        "Sorong": ["96.01", "96.71"]
    }
    assert {span.of(text): region.code for span, region in places.type_errors.items()} == {"Kabupaten Metro": "18.72"}
    assert places.main == region_of("33.29")
