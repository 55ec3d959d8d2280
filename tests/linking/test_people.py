"""Who is named, with which office and titles, and which later words mean the same person (names invented)."""

import pytest

from builders import linked
from sepakat.linking.people import Person


def people(text: str) -> list[Person]:
    return linked(text).people


def names(text: str) -> list[str]:
    return [person.name for person in people(text)]


def words(text: str, person: Person) -> list[str]:
    """The words that name a person, titles included, in order of place."""
    return [use.span.of(text) for use in person.uses]


def only(text: str) -> Person:
    [person] = people(text)
    return person


OFFICE = [
    # before the name
    ("Bupati Tebo Amran Rasyid hadir.", "Amran Rasyid", "Bupati Tebo"),
    ("Bupati Tebo, Amran Rasyid, hadir.", "Amran Rasyid", "Bupati Tebo"),
    ("Bupati Tebo (Amran Rasyid) hadir.", "Amran Rasyid", "Bupati Tebo"),
    ("Bupati Tebo yakni Amran Rasyid hadir.", "Amran Rasyid", "Bupati Tebo"),
    ("Bupati Tebo AMRAN RASYID hadir.", "AMRAN RASYID", "Bupati Tebo"),
    ("Wali Kota Metro Amran hadir.", "Amran", "Wali Kota Metro"),
    ("Camat Plumbon, Umar Harahap, hadir.", "Umar Harahap", "Camat Plumbon"),
    ("Camat Way Panji, Umar mengatakan hal itu.", "Umar", "Camat Way Panji"),
    ("Camat Umar Harahap, kemarin, hadir.", "Umar Harahap", "Camat"),
    ("Kepala Desa Sukamaju, Karno, hadir.", "Karno", "Kepala Desa Sukamaju"),
    ("Kepala Dinas Sosial Tebo I Nyoman Wirata hadir.", "I Nyoman Wirata", "Kepala Dinas Sosial Tebo"),
    ("Ketua BAZNAS Kota Jambi, Muhsin Lubis, hadir.", "Muhsin Lubis", "Ketua BAZNAS Kota Jambi"),
    (
        "Rektor Universitas Merangin Raya, Umar Harahap, hadir.",
        "Umar Harahap",
        "Rektor Universitas Merangin Raya",
    ),
    (
        "Kepala BPJS Ketenagakerjaan Cabang Metro Wulan Prameswari hadir.",
        "Wulan Prameswari",
        "Kepala BPJS Ketenagakerjaan Cabang Metro",
    ),
    ("Sekda Solok Amran Rasyid hadir.", "Amran Rasyid", "Sekda Solok"),  # of which Solok, nothing tells
    # after the name
    ("Amran Rasyid, Bupati Tebo, hadir.", "Amran Rasyid", "Bupati Tebo"),
    ("Acara dibuka Amran Rasyid selaku Bupati Tebo.", "Amran Rasyid", "Bupati Tebo"),
    ("Acara dibuka Amran Rasyid sebagai Bupati Tebo.", "Amran Rasyid", "Bupati Tebo"),
    ("Acara dibuka Amran Rasyid (Bupati Tebo).", "Amran Rasyid", "Bupati Tebo"),
    ("Acara dibuka Amran Rasyid yang juga Bupati Tebo.", "Amran Rasyid", "Bupati Tebo"),
]


@pytest.mark.parametrize(("text", "name", "office"), OFFICE)
def test_office_beside_a_name(text: str, name: str, office: str) -> None:
    person = only(text)
    assert (person.name, [p.title for p in person.positions]) == (name, [office])


def test_each_of_two_has_the_own_office() -> None:
    found = people("Hadir Amran Rasyid (Bupati Tebo) dan Wulan Prameswari (Sekda Tebo).")
    assert [(p.name, p.positions[0].title) for p in found] == [
        ("Amran Rasyid", "Bupati Tebo"),
        ("Wulan Prameswari", "Sekda Tebo"),
    ]


def test_short_form_in_brackets_is_no_name() -> None:
    person = only("Kepala Kejaksaan Negeri (Kajari) Tebo, Ridwan Sahputra, hadir.")
    assert (person.name, person.positions[0].title) == ("Ridwan Sahputra", "Kepala Kejaksaan Negeri Tebo")


TITLES = [
    ("Bupati Tebo, Drs. H. Amran Rasyid, M.Si, hadir.", "Amran Rasyid", ("Drs.", "H.", "M.Si")),
    (
        "Bupati Tebo Dr. Ir. Hj. Rukmini Saleh SH MHum hadir.",
        "Rukmini Saleh",
        ("Dr.", "Ir.", "Hj.", "SH", "MHum"),
    ),
    ("Sekda Tebo dr. Wulan Prameswari hadir.", "Wulan Prameswari", ("dr.",)),
    ("Sekda Tebo Dr. dr. Wulan Prameswari, Sp.A. hadir.", "Wulan Prameswari", ("Dr.", "dr.", "Sp.A.")),
    ("Sekda Tebo Darmadi Putra SIP MSi hadir.", "Darmadi Putra", ("SIP", "MSi")),
    ("Sekda Tebo H. M. Yusran, S.E., M.M., hadir.", "M. Yusran", ("H.", "S.E.", "M.M.")),
    ("Sekda Tebo Capt. Yosef Marpaung hadir.", "Yosef Marpaung", ("Capt.",)),
    ("Sekda Tebo R. P. Tambunan hadir.", "R. P. Tambunan", ()),
    ("Sekda Tebo Bapak Umar Harahap hadir.", "Umar Harahap", ()),
    ("Sekda Tebo Nur'aini Daulay, S.Pd.I, hadir.", "Nur'aini Daulay", ("S.Pd.I",)),
]


@pytest.mark.parametrize(("text", "name", "titles"), TITLES)
def test_titles_are_no_part_of_the_name(text: str, name: str, titles: tuple[str, ...]) -> None:
    person = only(text)
    assert (person.name, person.titles) == (name, titles)


def test_titles_with_commas_do_not_break_a_list() -> None:
    text = "Hadir Sekda Tebo Amran Rasyid, S.E., M.M., Kadis Sosial Umar Harahap, S.H., dan Lurah Karno."
    assert names(text) == ["Amran Rasyid", "Umar Harahap", "Karno"]


ACTING = [
    ("Pj Bupati Tebo Amran Rasyid hadir.", "Pj"),
    ("Penjabat (Pj) Bupati Tebo, Amran Rasyid, hadir.", "Pj"),
    ("Penjabat Sementara (Pjs) Bupati Tebo Amran Rasyid hadir.", "Pjs"),
    ("Plt. Bupati Tebo Amran Rasyid hadir.", "Plt"),
    ("Pelaksana Tugas Bupati Tebo Amran Rasyid hadir.", "Plt"),
    ("Plh Bupati Tebo, Amran Rasyid, hadir.", "Plh"),
    ("Bupati Tebo Amran Rasyid hadir.", None),
]


@pytest.mark.parametrize(("text", "acting"), ACTING)
def test_acting_forms(text: str, acting: str | None) -> None:
    [position] = only(text).positions
    assert (position.title, position.acting) == ("Bupati Tebo", acting)


def test_later_mention_drops_the_acting_form() -> None:
    person = only("Pj Bupati Tebo Amran Rasyid hadir. Bupati Amran lalu pulang.")
    assert [(p.title, p.acting) for p in person.positions] == [("Bupati Tebo", "Pj"), ("Bupati", None)]


SHORT_FORMS = [
    ("Sekda Tebo Amran Rasyid hadir. Amran lalu pulang.", ["Amran Rasyid", "Amran"]),
    ("Sekda Tebo Amran Rasyid hadir. Menurut Rasyid, acara lancar.", ["Amran Rasyid", "Rasyid"]),
    ("Sekda Tebo R. P. Tambunan hadir. Tambunan lalu pulang.", ["R. P. Tambunan", "Tambunan"]),
    ("Sekda Tebo M. Yusran hadir. Pak Yusran lalu pulang.", ["M. Yusran", "Pak Yusran"]),
    (
        "Sekda Tebo Amran Rasyid, akrab disapa Ucok, hadir. Ucok lalu pulang.",
        ["Amran Rasyid", "Ucok", "Ucok"],
    ),
    (
        "Sekda Tebo Amran Rasyid yang karib disapa Bang Ucok hadir. Bang Ucok lalu pulang.",
        ["Amran Rasyid", "Bang Ucok", "Bang Ucok"],
    ),
    (
        "Amran Rasyid Lindungi Seluruh Petani Kabupaten Tebo\n\nSekda Tebo Amran Rasyid hadir di aula.",
        ["Amran Rasyid", "Amran Rasyid"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHORT_FORMS)
def test_later_words_for_the_same_person(text: str, expected: list[str]) -> None:
    assert words(text, only(text)) == expected


def test_fullest_form_is_the_name() -> None:
    assert names("Sekda Tebo Amran hadir. Sekda Tebo Amran Rasyid lalu pulang.") == ["Amran Rasyid"]


def test_short_form_of_two_people_is_nobodys() -> None:
    text = "Bupati Tebo Hendra Wijaya dan Sekda Tebo Hendra Gunawan hadir. Menurut Hendra, acara lancar."
    assert [words(text, person) for person in people(text)] == [["Hendra Wijaya"], ["Hendra Gunawan"]]


def test_short_form_that_tells_them_apart() -> None:
    text = "Bupati Tebo Hendra Wijaya dan Sekda Tebo Hendra Gunawan hadir. Menurut Gunawan, acara lancar."
    assert [words(text, person) for person in people(text)] == [
        ["Hendra Wijaya"],
        ["Hendra Gunawan", "Gunawan"],
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hary Susanto", "Hari Susanto"), ("Sugiharto", "Sugiarto"), ("Syafrudin Lubis", "Sapruddin Lubis")],
)
def test_spelling_drifts_at_one_office(one: str, other: str) -> None:
    person = only(f"Wali Kota Metro {one} hadir. Wali Kota Metro {other} lalu pulang.")
    assert (person.name, person.variants) in [(one, {other}), (other, {one})]


def test_like_names_at_different_offices_are_two_people() -> None:
    text = "Wali Kota Metro Sugiharto hadir. Bupati Tebo Sugiarta lalu pulang."
    assert names(text) == ["Sugiharto", "Sugiarta"]


@pytest.mark.parametrize(
    "text",
    [
        "Santunan atas nama almarhum Karto Wiryo diserahkan kemarin.",
        "Almarhumah Karto Wiryo meninggal saat bekerja.",
        "Ahli waris Karto Wiryo menerima santunan Rp42 juta.",
        "Santunan diterima Karto Wiryo, istri peserta yang meninggal.",
        "Kartu peserta diberikan kepada Karto Wiryo, penerima santunan itu.",
    ],
)
def test_members_of_the_public_are_private(text: str) -> None:
    person = only(text)
    assert (person.name, person.is_private) == ("Karto Wiryo", True)


def test_heir_beside_the_deceased() -> None:
    found = people("Santunan atas nama Karto Wiryo diterima istrinya, Sumarni.")
    assert [(p.name, p.is_private) for p in found] == [("Karto Wiryo", True), ("Sumarni", True)]


def test_official_at_a_payment_is_not_private() -> None:
    text = "Bupati Tebo Amran Rasyid menyerahkan santunan kepada ahli waris almarhum Karto Wiryo."
    assert [(p.name, p.is_private) for p in people(text)] == [("Amran Rasyid", False), ("Karto Wiryo", True)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bupati Tebo Alias Ismail hadir.", "Alias Ismail"),
        ("Bupati Tebo Prihatin Subekti hadir.", "Prihatin Subekti"),
        ("Bupati Tebo Hari Purnomo hadir.", "Hari Purnomo"),
        ("Bupati Tebo Juli Hartati hadir.", "Juli Hartati"),
    ],
)
def test_names_that_are_words(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Tebo Hari Selasa kemarin hadir.",
        "Ia tinggal di Desa Muara Indah bersama keluarga.",
        "Menurut Hotel Senja, kamar sudah penuh.",
        "Acara digelar di Gedung Graha Permata, Jalan Merdeka Raya.",
        "Pemkab Tebo bekerja sama dengan PT Sawit Makmur.",
        "Bupati menyampaikan hal itu. Acara Berlangsung Meriah.",
        "Mereka membahas Jaminan Kecelakaan Kerja pada Selasa, Januari lalu.",
        "Kepala Dinas Sosial dan Kepala Dinas Kesehatan hadir.",
        "Santunan Diserahkan Kepada Para Ahli Waris di Kota Metro",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"Ini langkah baik," ujar Wulan Prameswari.',
        "Menurut Wulan Prameswari, semua pekerja terlindungi.",
        "Wulan Prameswari mengatakan semua pekerja terlindungi.",
        "Hadir Hj. Wulan Prameswari di aula.",
    ],
)
def test_name_without_an_office(text: str) -> None:
    person = only(text)
    assert (person.name, person.positions, person.is_private) == ("Wulan Prameswari", [], False)


def test_bare_office_is_no_person() -> None:
    assert names("Bupati Tebo yang diwakili Sekda hadir.") == []
    assert names("Bupati Tebo yang diwakili Sekda Wulan Prameswari hadir.") == ["Wulan Prameswari"]


def test_noise_names_nobody() -> None:
    text = "Bupati Tebo Amran Rasyid hadir.\n\nBaca juga: Bupati Siak Darmadi Putra Teken MoU\n\nAcara lancar."
    assert names(text) == ["Amran Rasyid"]
