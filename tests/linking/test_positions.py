"""Office titles with what completes them: regions, units, agencies, fields, abbreviations."""

import pytest

from builders import linked
from sepakat.linking.positions import Position


def positions(text: str) -> list[Position]:
    return linked(text).positions


def only(text: str) -> Position:
    [position] = positions(text)
    return position


TITLES = [
    # the text, the title, its side, its region
    ("Bupati Lampung Barat hadir.", "Bupati Lampung Barat", "government", "18.04"),
    ("Wakil Wali Kota Metro Amran hadir.", "Wakil Wali Kota Metro", "government", "18.72"),
    ("Gubernur Jambi Amran hadir.", "Gubernur Jambi", "government", "15"),
    ("Wali Kota setempat hadir.", "Wali Kota setempat", "government", None),
    (
        "Sekretaris Daerah Kabupaten Tebo Amran hadir.",
        "Sekretaris Daerah Kabupaten Tebo",
        "government",
        "15.09",
    ),
    ("Asisten II Setda Tebo, Amran, hadir.", "Asisten II Setda Tebo", "government", "15.09"),
    (
        "Asisten Pemerintahan dan Kesejahteraan Rakyat Setdakab Tebo Amran hadir.",
        "Asisten Pemerintahan dan Kesejahteraan Rakyat Setdakab Tebo",
        "government",
        "15.09",
    ),
    ("Staf Ahli Bupati Bidang Ekonomi Amran hadir.", "Staf Ahli Bupati Bidang Ekonomi", "government", None),
    (
        "Kepala Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans) Kota Metro Amran hadir.",
        "Kepala Dinas Tenaga Kerja dan Transmigrasi Kota Metro",
        "agency",
        "18.72",
    ),
    (
        "Kadis Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Tebo Amran hadir.",
        "Kadis Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Tebo",
        "agency",
        "15.09",
    ),
    (
        "Kepala Dinas Tenaga Kerja dan KUKM Metro Amran hadir.",
        "Kepala Dinas Tenaga Kerja dan KUKM Metro",
        "agency",
        "18.72",
    ),
    ("Kepala DPMPTSP Kota Metro Amran hadir.", "Kepala DPMPTSP Kota Metro", "agency", "18.72"),
    ("Kepala Dinporapar Demak Amran hadir.", "Kepala Dinporapar Demak", "agency", "33.21"),
    ("Kabag Hukum Setda Kota Metro Amran hadir.", "Kabag Hukum Setda Kota Metro", "agency", "18.72"),
    (
        "Deputi Direktur BPJamsostek Wilayah Sumbagsel Amran hadir.",
        "Deputi Direktur BPJamsostek Wilayah Sumbagsel",
        "bpjs",
        None,
    ),
    (
        "Kepala Kantor Cabang BPJS Ketenagakerjaan Metro Amran hadir.",
        "Kepala Kantor Cabang BPJS Ketenagakerjaan Metro",
        "bpjs",
        None,
    ),
    (
        "Kepala KCP BPJS Ketenagakerjaan Kota Metro Amran hadir.",
        "Kepala KCP BPJS Ketenagakerjaan Kota Metro",
        "bpjs",
        None,
    ),
    (
        "Kepala Bidang Kepesertaan BPJS Ketenagakerjaan Metro Amran hadir.",
        "Kepala Bidang Kepesertaan BPJS Ketenagakerjaan Metro",
        "bpjs",
        None,
    ),
    (
        "Kepala BPJS Kesehatan Cabang Metro Amran hadir.",
        "Kepala BPJS Kesehatan Cabang Metro",
        "bpjs_kesehatan",
        None,
    ),
    ("Kajari Tebo Amran hadir.", "Kajari Tebo", "other", "15.09"),
    (
        "Kepala Kejaksaan Negeri (Kajari) Tebo Amran hadir.",
        "Kepala Kejaksaan Negeri Tebo",
        "other",
        "15.09",
    ),
    ("Ketua BAZNAS Kota Metro Amran hadir.", "Ketua BAZNAS Kota Metro", "other", "18.72"),
    (
        "Rektor Universitas Merangin Raya, Amran, hadir.",
        "Rektor Universitas Merangin Raya",
        "other",
        None,
    ),
    ("Direktur Utama PT Sawit Makmur, Amran, hadir.", "Direktur Utama PT Sawit Makmur", "other", None),
    ("Ketua DPRD Kota Metro Amran hadir.", "Ketua DPRD Kota Metro", "other", "18.72"),
    ("Kapolres Tebo AKBP Amran hadir.", "Kapolres Tebo", "other", "15.09"),
    ("Camat Way Panji, Amran, hadir.", "Camat Way Panji", "other", None),
]


@pytest.mark.parametrize(("text", "title", "side", "region"), TITLES)
def test_title_with_its_complements(text: str, title: str, side: str, region: str | None) -> None:
    position = only(text)
    code = position.region.code if position.region else None
    assert (position.title, position.side, code) == (title, side, region)


@pytest.mark.parametrize(
    ("text", "acting", "words"),
    [
        ("Pj. Bupati Tebo hadir.", "Pj", "Pj. Bupati Tebo"),
        (
            "Pelaksana Tugas (Plt) Kepala Dinas Sosial hadir.",
            "Plt",
            "Pelaksana Tugas (Plt) Kepala Dinas Sosial",
        ),
        ("Plh Sekda Tebo hadir.", "Plh", "Plh Sekda Tebo"),
        ("Bupati Tebo hadir.", None, "Bupati Tebo"),
    ],
)
def test_acting_word_is_in_the_span_not_in_the_title(text: str, acting: str | None, words: str) -> None:
    position = only(text)
    assert (position.acting, position.span.of(text)) == (acting, words)
    assert words.endswith(position.title_span.of(text))
    assert position.title_span.of(text)[0] in "BKS"


def test_joint_ends_a_title_where_another_body_begins() -> None:
    assert only("Kepala Dinas Sosial dan Dinas Kesehatan hadir.").title == "Kepala Dinas Sosial"


def test_two_offices_are_two_positions() -> None:
    text = "Kepala Dinas Sosial dan Kepala Dinas Kesehatan serta Bupati Tebo hadir."
    assert [p.title for p in positions(text)] == [
        "Kepala Dinas Sosial",
        "Kepala Dinas Kesehatan",
        "Bupati Tebo",
    ]


def test_complement_is_the_body_named() -> None:
    text = "Kepala Dinas Sosial Kota Metro Amran hadir."
    complement = only(text).complement
    assert complement is not None
    assert complement.of(text) == "Dinas Sosial Kota Metro"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bupati Tebo RAHMAT SUDIRJA hadir.", "Bupati Tebo"),
        ("Bupati RAHMAT SUDIRJA hadir.", "Bupati"),
        ("Sekda Tebo I Nyoman Wirata hadir.", "Sekda Tebo"),
        ("Bupati Tebo (Rahmat Sudirja) hadir.", "Bupati Tebo"),
        ("Bupati Tebo, Rahmat Sudirja, hadir.", "Bupati Tebo"),
        ("Kepala Dinas Sosial Rahmat Sudirja hadir.", "Kepala Dinas Sosial"),
    ],
)
def test_title_ends_where_the_name_begins(text: str, title: str) -> None:
    assert only(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        "Peraturan Bupati Tebo Nomor 2 Tahun 2020 berlaku.",
        "Acara di Aula Kantor Bupati Tebo, Selasa.",
        "Perbup itu berlaku.",
    ],
)
def test_office_inside_a_regulation_or_a_venue_is_none(text: str) -> None:
    assert positions(text) == []


def test_spaces_are_folded_in_the_title_not_in_the_span() -> None:
    text = "Kepala  Dinas\u00a0Sosial Kota Metro hadir."
    position = only(text)
    assert position.title == "Kepala Dinas Sosial Kota Metro"
    assert position.span.of(text) == "Kepala  Dinas\u00a0Sosial Kota Metro"
