"""Sides, documents, date and venue of an agreement, on invented articles; and articles that tell of none."""

from datetime import date

import pytest

from builders import Told, told
from sepakat import extract

OURS = "BPJS Ketenagakerjaan Cabang Metro"
BRANCH = f"Kepala {OURS} Wulan Prameswari"
MAYOR = "Wali Kota Metro Amran Rasyid"
LEAD = f"METRO - {MAYOR} dan {BRANCH} menandatangani MoU di Aula Pemkot Metro, Rabu (4/6/2025).\n"


def only(text: str, published: date | None = date(2025, 6, 5)) -> Told:
    [agreement] = told(text, published)
    return agreement


def signed(what: str, more: str = "") -> Told:
    return only(f"METRO - {MAYOR} dan {BRANCH} menandatangani {what}, Rabu (4/6/2025). {more}")


SIDES = [
    # who meets BPJS Ketenagakerjaan, the office that signs, the side as it stands in the record
    ("Pemkot Metro", "Wali Kota Metro", "Pemkot Metro"),
    ("Pemkot Metro", "Sekda Metro", "Pemkot Metro"),
    ("Kejaksaan Negeri Metro", "Kepala Kejaksaan Negeri Metro", "Kejaksaan Negeri Metro"),
    ("Kejari Metro", "Kajari Metro", "Kejari Metro"),
    ("BAZNAS Kota Metro", "Ketua BAZNAS Kota Metro", "BAZNAS Kota Metro"),
    ("Universitas Merangin Raya", "Rektor Universitas Merangin Raya,", "Universitas Merangin Raya"),
    ("PT Sawit Makmur", "Direktur Utama PT Sawit Makmur,", "PT Sawit Makmur"),
    ("Dinas Sosial Kota Metro", "Kepala Dinas Sosial Kota Metro", "Dinas Sosial Kota Metro"),
    ("Apindo Lampung", "Ketua Apindo Lampung,", "Apindo Lampung"),
    ("Kementerian Agama Kota Metro", "Kepala Kementerian Agama Kota Metro", "Kementerian Agama Kota Metro"),
]


@pytest.mark.parametrize(("body", "office", "side"), SIDES)
def test_other_side_and_its_signer(body: str, office: str, side: str) -> None:
    agreement = only(
        f"METRO - {body} dan {OURS} meneken PKS, Rabu (4/6/2025).\n"
        f"PKS itu ditandatangani {office} Umar Harahap dan {BRANCH}."
    )
    assert agreement.parties == [OURS, side]
    assert agreement.sides == {"Umar Harahap": side, "Wulan Prameswari": OURS}


def test_agency_that_acts_for_its_government_folds_into_it() -> None:
    agreement = only(
        f"METRO - Pemkot Metro melalui Dinas Tenaga Kerja Kota Metro meneken PKS dengan {OURS},"
        " Rabu (4/6/2025).\n"
        f"PKS itu ditandatangani Kepala Dinas Tenaga Kerja Kota Metro Umar Harahap dan {BRANCH}."
    )
    assert agreement.parties == [OURS, "Pemkot Metro"]
    assert agreement.sides["Umar Harahap"] == "Pemkot Metro"


def test_guests_are_no_side() -> None:
    agreement = only(LEAD + "Acara itu dihadiri Kajari Metro Ridwan Sahputra dan Ketua BAZNAS Kota Metro Muhsin.")
    assert len(agreement.parties) == 2
    assert set(agreement.attendees) == {"Ridwan Sahputra", "Muhsin"}


def test_two_heads_of_which_one_only_accompanies() -> None:
    agreement = only(
        f"METRO - {MAYOR} dan {BRANCH} menandatangani MoU, Rabu (4/6/2025).\n"
        "Wulan didampingi Kepala BPJS Ketenagakerjaan KCP Pringsewu Hendra Lesmana."
    )
    assert agreement.signers == ["Amran Rasyid", "Wulan Prameswari"]
    assert agreement.parties[0] == OURS


def test_head_of_the_other_bpjs_does_not_sign() -> None:
    agreement = only(
        f"METRO - {MAYOR} menandatangani MoU dengan {BRANCH} dan Kepala BPJS Kesehatan Cabang Metro"
        " Karno Wijaya, Rabu (4/6/2025)."
    )
    assert "Karno Wijaya" not in agreement.signers
    assert agreement.parties[0] == OURS


PAPERS = [
    ("MoU", ["nota_kesepahaman"]),
    ("Nota Kesepahaman (MoU)", ["nota_kesepahaman"]),
    ("PKS (MoU)", ["perjanjian_kerja_sama"]),
    ("MoU dan rencana kerja", ["nota_kesepahaman", "rencana_kerja"]),
    ("Nota Kesepakatan sekaligus Rencana Kerja", ["nota_kesepakatan", "rencana_kerja"]),
    ("MoU serta PKS", ["nota_kesepahaman", "perjanjian_kerja_sama"]),
    ("kesepakatan bersama", ["kesepakatan_bersama"]),
    ("komitmen bersama", ["komitmen_bersama"]),
    ("kerja sama", ["perjanjian_kerja_sama"]),
    ("adendum perjanjian kerja sama", ["adendum"]),
]


@pytest.mark.parametrize(("what", "kinds"), PAPERS)
def test_papers_signed(what: str, kinds: list[str]) -> None:
    assert signed(what).kinds == kinds


def test_body_names_the_paper_better_than_the_headline() -> None:
    body = LEAD.replace("MoU", "PKS")
    assert only(f"TEKEN MOU, PEMKOT METRO LINDUNGI PETANI\n\n{body}").kinds == ["perjanjian_kerja_sama"]


@pytest.mark.parametrize("word", ["Nomor", "No.", "bernomor"])
def test_number_of_the_paper(word: str) -> None:
    text = f"METRO - {MAYOR} dan {BRANCH} menandatangani PKS {word} PER/21/062025, Rabu (4/6/2025)."
    [agreement] = extract(text).agreements
    assert [i.number for i in agreement.instruments] == ["PER/21/062025"]


@pytest.mark.parametrize(
    ("what", "action"),
    [
        ("MoU", None),
        ("perpanjangan PKS", "renewal"),
        ("pembaruan MoU", "renewal"),
        ("adendum PKS", "amendment"),
        ("perubahan atas MoU", "amendment"),
    ],
)
def test_action(what: str, action: str | None) -> None:
    assert signed(what).action == action


def test_renewal_by_the_verb() -> None:
    text = f"METRO - Pemkot Metro kembali menandatangani MoU dengan {OURS}, Rabu (4/6/2025)."
    assert only(text).action == "renewal"


DATES = [
    (LEAD, date(2025, 6, 5), "2025-06-04"),
    (LEAD.replace("(4/6/2025)", "(4/6)"), date(2025, 6, 5), "2025-06-04"),
    (LEAD.replace("(4/6/2025)", "(4/6)"), None, None),
    (LEAD.replace("(4/6/2025)", "kemarin"), date(2025, 6, 5), "2025-06-04"),
    (LEAD.replace(", Rabu (4/6/2025)", ""), date(2025, 6, 5), None),
    # the statement, the regulation, the statistic, the expiry: other days
    (
        (
            f"METRO - Dalam keterangan tertulis, Kamis (5/6/2025), {BRANCH} menyampaikan bahwa MoU dengan"
            " Pemkot Metro ditandatangani Rabu (4/6/2025)."
        ),
        date(2025, 6, 6),
        "2025-06-04",
    ),
    (LEAD + "MoU itu berlaku hingga 31 Desember 2027.", date(2025, 6, 5), "2025-06-04"),
    (LEAD + "Per 31 Mei 2025 sudah 1.200 petani terlindungi.", date(2025, 6, 5), "2025-06-04"),
    (
        LEAD.replace(", Rabu (4/6/2025)", "") + "Inpres Nomor 2 Tahun 2021 menjadi dasarnya.",
        date(2025, 6, 5),
        None,
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), DATES)
def test_day_of_the_signing(text: str, published: date | None, expected: str | None) -> None:
    assert only(text, published).signed_on == expected


VENUES = [
    (LEAD, "Aula Pemkot Metro"),
    (LEAD.replace(" di Aula Pemkot Metro", ""), None),
    (LEAD.replace("Aula Pemkot Metro", "Hotel Senja Metro"), "Hotel Senja Metro"),
    (LEAD.replace(" di Aula Pemkot Metro", "") + "Acara itu digelar di Hotel Senja.", "Hotel Senja"),
    (LEAD + '"Besok kami berkumpul di Hotel Senja," ujar Amran.', "Aula Pemkot Metro"),
]


@pytest.mark.parametrize(("text", "expected"), VENUES)
def test_venue(text: str, expected: str | None) -> None:
    assert only(text).venue == expected


def test_planned_deal_has_no_signers_and_no_venue() -> None:
    agreement = only(f"METRO - {MAYOR} akan menandatangani MoU dengan {BRANCH} di Aula Pemkot Metro pekan depan.")
    assert (agreement.status, agreement.signers, agreement.venue) == ("planned", [], None)


NONE = [
    "METRO - Pemkot Metro menerima Paritrana Award dari BPJS Ketenagakerjaan, Rabu (4/6/2025).",
    f"METRO - {OURS} menggelar sosialisasi bagi petani di Aula Pemkot Metro, Rabu (4/6/2025).",
    f"METRO - {MAYOR} dan {BRANCH} menyerahkan kartu peserta kepada petani, Rabu (4/6/2025).",
    f"METRO - {OURS} menyerahkan santunan kepada ahli waris almarhum Karto Wiryo, Rabu (4/6/2025).",
    "METRO - Pemkot Metro dan BPJS Kesehatan Cabang Metro menandatangani MoU, Rabu (4/6/2025).",
    "METRO - Pemkot Metro dan Universitas Merangin Raya menandatangani MoU. BPJS Ketenagakerjaan hadir.",
    f"METRO - Kesepakatan warga untuk ikut program {OURS} disambut baik, Rabu (4/6/2025).",
    f"METRO - {MAYOR} menandatangani Peraturan Wali Kota tentang kepesertaan BPJS Ketenagakerjaan.",
    "METRO - Petani sudah terlindungi BPJS Ketenagakerjaan, cuma belum ada MoU dengan Pemkot Metro.",
    "Cuaca cerah sejak subuh.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_no_agreement(text: str) -> None:
    assert told(text) == []


def test_people_and_numbers_stand_without_an_agreement() -> None:
    result = extract(f"METRO - {BRANCH} menyerahkan kartu kepada 120 petani, Rabu (4/6/2025).")
    assert (result.agreements, len(result.people), len(result.worker_counts)) == ((), 1, 1)


def test_every_part_of_an_event_has_its_own_signers() -> None:
    text = LEAD + (
        "Wali Kota juga menyaksikan penandatanganan PKS antara Kepala Dinas Sosial Kota Metro Umar Harahap"
        f" dan {BRANCH}."
    )
    assert [(a.kinds, a.signers) for a in told(text)] == [
        (["nota_kesepahaman"], ["Amran Rasyid", "Wulan Prameswari"]),
        (["perjanjian_kerja_sama"], ["Umar Harahap", "Wulan Prameswari"]),
    ]


def test_day_from_which_a_share_is() -> None:
    [rate] = extract("Cakupan kepesertaan pekerja di Kota Metro per Juli 2024 baru 31,07 persen.").rates
    assert rate.as_of == "2024-07"
