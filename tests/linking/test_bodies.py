"""Bodies with their regions, and which mentions mean the same body."""

import pytest

from builders import linked
from sepakat.linking.bodies import Body


def bodies(text: str) -> list[Body]:
    return linked(text).bodies


def described(text: str) -> list[tuple[str, str | None, int]]:
    """For each body its name, the code of its region, and how often it is named."""
    return [(b.name, b.region.code if b.region else None, len(b.spans)) for b in bodies(text)]


ONE = [
    ("Pemkab Tebo hadir.", "Pemkab Tebo", "government", "15.09"),
    (
        "Pemerintah Kabupaten (Pemkab) Tebo hadir.",
        "Pemerintah Kabupaten (Pemkab) Tebo",
        "government",
        "15.09",
    ),
    ("Pemko Dumai hadir.", "Pemko Dumai", "government", "14.72"),
    ("Pemprov Jambi hadir.", "Pemprov Jambi", "government", "15"),
    ("Dinas Sosial Kota Metro hadir.", "Dinas Sosial Kota Metro", "agency", "18.72"),
    ("Kejaksaan Negeri (Kejari) Tebo hadir.", "Kejaksaan Negeri (Kejari) Tebo", "prosecutor", "15.09"),
    ("Kejati Jambi hadir.", "Kejati Jambi", "prosecutor", "15"),
    ("BAZNAS Kota Metro hadir.", "BAZNAS Kota Metro", "charity", "18.72"),
    ("Universitas Merangin Raya hadir.", "Universitas Merangin Raya", "university", None),
    ("PT Sawit Makmur hadir.", "PT Sawit Makmur", "company", None),
    (
        "Kantor Kementerian Agama Kota Metro hadir.",
        "Kantor Kementerian Agama Kota Metro",
        "ministry",
        "18.72",
    ),
    ("Kadin Lampung hadir.", "Kadin Lampung", "association", "18"),
    ("Desa Sukamaju ikut serta.", "Desa Sukamaju", "village", None),
]


@pytest.mark.parametrize(("text", "name", "form", "region"), ONE)
def test_body_with_its_region(text: str, name: str, form: str, region: str | None) -> None:
    [body] = bodies(text)
    assert (body.name, body.form, body.region.code if body.region else None) == (name, form, region)


SAME = [
    (
        "Pemkab Lamsel hadir. Pemerintah Kabupaten Lampung Selatan senang.",
        [("Pemerintah Kabupaten Lampung Selatan", "18.01", 2)],
    ),
    ("Pemkab Tebo hadir. Pemkab berterima kasih.", [("Pemkab Tebo", "15.09", 2)]),
    ("Kejaksaan Negeri Tebo hadir. Kejari Tebo senang.", [("Kejaksaan Negeri Tebo", "15.09", 2)]),
    (
        "Badan Amil Zakat Nasional (BAZNAS) Kota Metro hadir. Baznas Kota Metro senang.",
        [("Badan Amil Zakat Nasional (BAZNAS) Kota Metro", "18.72", 2)],
    ),
    ("Dinas Sosial hadir. Dinas Sosial Kota Metro senang.", [("Dinas Sosial Kota Metro", "18.72", 2)]),
    (
        "Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans) hadir. Disnakertrans senang.",
        [("Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans)", None, 2)],
    ),
    (
        "BPJS Ketenagakerjaan Cabang Metro hadir. BPJamsostek Metro senang.",
        [("BPJS Ketenagakerjaan Cabang Metro", None, 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAME)
def test_mentions_of_one_body(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    assert described(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pemkab Tebo dan Pemkot Metro hadir.", ["Pemkab Tebo", "Pemkot Metro"]),
        ("Pemkot Solok dan Pemkab Solok hadir.", ["Pemkot Solok", "Pemkab Solok"]),
        ("Kejari Tebo dan Kejati Jambi hadir.", ["Kejari Tebo", "Kejati Jambi"]),
        ("Dinas Sosial dan Dinas Kesehatan hadir.", ["Dinas Sosial", "Dinas Kesehatan"]),
        (
            "MoU antara Universitas Merangin Raya dan BPJS Ketenagakerjaan diteken.",
            ["Universitas Merangin Raya", "BPJS Ketenagakerjaan"],
        ),
        ("PT Sawit Makmur dan Pemkab Tebo hadir.", ["PT Sawit Makmur", "Pemkab Tebo"]),
    ],
)
def test_bodies_stay_apart(text: str, names: list[str]) -> None:
    assert [body.name for body in bodies(text)] == names


def test_level_without_a_region_is_that_of_the_article() -> None:
    [pemkab] = bodies("Bupati Tebo Amran Rasyid hadir. Pemkab berterima kasih.")
    assert pemkab.region is not None
    assert pemkab.region.code == "15.09"


def test_level_of_another_government_has_no_region() -> None:
    regions = {body.name: body.region for body in bodies("Bupati Tebo hadir. Pemkot berterima kasih.")}
    assert regions["Pemkot"] is None


def test_office_of_a_region_stands_for_its_government() -> None:
    text = "Bupati Tebo Amran Rasyid hadir."
    [government] = bodies(text)
    assert (government.form, government.region and government.region.code) == ("government", "15.09")
    assert government.main.of(text) == "Bupati Tebo"


def test_local_office_is_that_of_the_region() -> None:
    [body] = [b for b in bodies("Kejari Tebo hadir. Kejaksaan Negeri setempat senang.") if b.form == "prosecutor"]
    assert len(body.spans) == 2


def test_region_that_stays_open_belongs_to_the_name() -> None:
    assert described("Kejari Solok hadir di acara itu.") == [("Kejari Solok", None, 1)]


def test_two_governments_of_one_level_keep_their_regions() -> None:
    text = "Pemerintah Kabupaten Tebo menjamu Pemerintah Kabupaten Siak. Pemkab Tebo berterima kasih."
    assert [(b.name, len(b.spans)) for b in bodies(text)] == [
        ("Pemerintah Kabupaten Tebo", 2),
        ("Pemerintah Kabupaten Siak", 1),
    ]


def test_bodies_stand_in_order_of_their_first_mention() -> None:
    text = "BPJS Ketenagakerjaan Cabang Metro, Kejari Tebo dan Pemkot Metro hadir."
    assert [b.form for b in bodies(text)] == ["bpjs", "prosecutor", "government"]


def test_our_body_inside_another_name_is_not_taken_twice() -> None:
    found = bodies("Hadir BPJS Ketenagakerjaan Cabang Metro dan BPJS Kesehatan Cabang Metro.")
    assert [body.form for body in found] == ["bpjs"]


def test_name_runs_to_the_end_of_the_region() -> None:
    text = "Tampak hadir pula wakil dari Pemerintah Kabupaten\nLampung Barat dan para tamu lain dari daerah itu."
    assert described(text) == [("Pemerintah Kabupaten\nLampung Barat", "18.04", 1)]
