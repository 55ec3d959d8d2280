"""Which sentences tell of a deal, what they say of its state, and which of them tell of the same deal."""

import pytest

from builders import linked, told
from sepakat.assembly.signing import Clause, Deal, cast_all, find_clauses, group

OURS = "BPJS Ketenagakerjaan Cabang Muara Bungo"
BRANCH = f"Kepala {OURS} Wulan Prameswari"
SIGNED = f"TEBO - Bupati Tebo Amran Rasyid dan {BRANCH} menandatangani MoU, Rabu (4/6/2025).\n"


def clauses(text: str) -> list[Clause]:
    view = linked(text)
    return find_clauses(view, cast_all(view))


def deals(text: str) -> list[Deal]:
    view = linked(text)
    return group(view, find_clauses(view, cast_all(view)))


def statuses(text: str) -> list[str]:
    return [agreement.status for agreement in told(text)]


STATUS = [
    (f"Pemkab Tebo menandatangani MoU dengan {OURS}.", "signed"),
    (f"Pemkab Tebo telah menandatangani MoU dengan {OURS}, Rabu (4/6/2025).", "signed"),
    (f"Penandatanganan MoU antara Pemkab Tebo dan {OURS} berlangsung di aula.", "signed"),
    (f"Pemkab Tebo menjalin kerja sama dengan {OURS}, Rabu (4/6/2025).", "signed"),
    (f"Pemkab Tebo akan menandatangani MoU dengan {OURS}.", "planned"),
    (f"Pemkab Tebo segera meneken MoU dengan {OURS} bulan depan.", "planned"),
    (f"Pemkab Tebo berencana menandatangani PKS dengan {OURS}.", "planned"),
    (f"Pemkab Tebo dan {OURS} membahas draf MoU perlindungan petani.", "discussed"),
    (f"Pemkab Tebo menjajaki MoU dengan {OURS}.", "discussed"),
    (f"Pembahasan PKS antara Pemkab Tebo dan {OURS} berlangsung di aula.", "discussed"),
    (f"MoU antara Pemkab Tebo dan {OURS} sudah ada sejak 2023.", "in_force"),
    (f"Pemkab Tebo telah memiliki MoU dengan {OURS} yang ditandatangani pada tahun 2023.", "in_force"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str) -> None:
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    "text",
    [
        f"Pemkab Tebo belum menandatangani MoU dengan {OURS}.",
        f"Bupati Tebo Amran Rasyid batal menandatangani MoU dengan {OURS}.",
        f"Pemkab Tebo tidak jadi meneken MoU dengan {OURS}.",
    ],
)
def test_what_is_denied_is_no_deal(text: str) -> None:
    assert statuses(text) == []


def test_plan_in_a_speech_does_not_undo_the_signing() -> None:
    text = SIGNED + '"Setelah ini kami akan menandatangani PKS dengan BPJS Ketenagakerjaan," ujar Amran.'
    assert statuses(text)[0] == "signed"


def test_signing_in_the_headline_alone_is_no_signing() -> None:
    text = (
        "Pemkab Tebo Teken MoU dengan BPJS Ketenagakerjaan\n\n"
        f"TEBO - Pemkab Tebo dan {OURS} membahas rancangan MoU perlindungan petani, Rabu (4/6/2025).\n"
        "Pembahasan MoU dengan BPJS Ketenagakerjaan itu dipimpin Sekda Tebo Umar Harahap."
    )
    assert statuses(text) == ["discussed"]


def test_sentence_far_from_the_body_tells_nothing() -> None:
    far = "Cuaca cerah. " * 5
    assert clauses(f"{OURS} hadir. {far}Keduanya menandatangani MoU.") == []
    assert len(clauses(f"{OURS} hadir. Keduanya menandatangani MoU.")) == 1


def test_read_also_line_tells_nothing() -> None:
    insert = "Baca juga: Pemkab Siak Teken MoU dengan BPJS Ketenagakerjaan"
    assert clauses(f"TEBO - Petani dilindungi {OURS}.\n\n{insert}\n\nAcara lancar.") == []


def test_two_signings_in_one_sentence_are_two_clauses() -> None:
    text = (
        f"Usai penandatanganan MoU antara Pemkab Tebo dan {OURS}, dilanjutkan penandatanganan PKS antara"
        f" Dinas Sosial dan {OURS}."
    )
    assert [[p.value.kind for p in c.instruments] for c in clauses(text)] == [
        ["nota_kesepahaman"],
        ["perjanjian_kerja_sama"],
    ]


def test_clause_knows_its_sides() -> None:
    [clause] = clauses(f"Penandatanganan MoU antara Pemkab Tebo dan {OURS} dihadiri Kejari Tebo.")
    assert [body.name for body in clause.counterparts] == ["Pemkab Tebo"]
    assert [body.name for body, _ in clause.bpjs] == [OURS]


@pytest.mark.parametrize(
    "text",
    [
        f"Dengan MoU itu {OURS} dan Pemkab Tebo melindungi petani.",
        "Penandatanganan itu berlangsung khidmat di hadapan BPJS Ketenagakerjaan dan Pemkab Tebo.",
        f"{BRANCH} berterima kasih atas penandatanganan MoU itu.",
    ],
)
def test_later_sentences_tell_of_the_same_deal(text: str) -> None:
    assert len(deals(SIGNED + text)) == 1


def test_second_deal_at_the_event() -> None:
    found = told(SIGNED + f"Pada acara itu juga dilakukan penandatanganan PKS antara Dinas Sosial Tebo dan {OURS}.")
    assert [(a.status, a.kinds, a.parties[1]) for a in found] == [
        ("signed", ["nota_kesepahaman"], "Pemerintah Kabupaten Tebo"),
        ("signed", ["perjanjian_kerja_sama"], "Dinas Sosial Tebo"),
    ]


def test_earlier_deal_on_which_this_one_rests() -> None:
    text = SIGNED + (
        "MoU itu merupakan tindak lanjut Nota Kesepakatan antara Kejari Tebo dan BPJS Ketenagakerjaan pada tahun 2023."
    )
    assert [(a.status, a.kinds, a.signed_on) for a in told(text)] == [
        ("signed", ["nota_kesepahaman"], "2025-06-04"),
        ("in_force", ["nota_kesepakatan"], "2023"),
    ]


def test_earlier_deal_of_the_same_sides() -> None:
    text = SIGNED + ("MoU itu menindaklanjuti Nota Kesepakatan antara Pemkab Tebo dan BPJS Ketenagakerjaan pada 2023.")
    assert [(a.status, a.kinds) for a in told(text)] == [
        ("signed", ["nota_kesepahaman"]),
        ("in_force", ["nota_kesepakatan"]),
    ]


def test_earlier_deal_whose_paper_has_a_name_of_its_own() -> None:
    text = SIGNED + (
        "MoU di daerah merupakan turunan dari nota kesepakatan Kementerian Agama dan BPJS Ketenagakerjaan"
        " yang diteken pada 2023."
    )
    assert [(a.status, a.kinds, a.signed_on) for a in told(text)] == [
        ("signed", ["nota_kesepahaman"], "2025-06-04"),
        ("in_force", ["nota_kesepakatan"], "2023"),
    ]


def test_former_deal_that_this_one_replaces() -> None:
    text = SIGNED + (
        "MoU sebelumnya diteken 9 Januari 2023 oleh Bupati Tebo saat itu, Umar Harahap,"
        f" bersama Kepala {OURS} dan berakhir 31 Desember 2024."
    )
    assert [(a.status, a.kinds, a.signed_on) for a in told(text)] == [
        ("signed", ["nota_kesepahaman"], "2025-06-04"),
        ("expired", ["nota_kesepahaman"], "2023-01-09"),
    ]


def test_quotation_weighs_less_than_the_report() -> None:
    [plain] = clauses(f"Pemkab Tebo menandatangani MoU dengan {OURS}.")
    [quoted] = clauses(f'"Hari ini kami menandatangani MoU dengan {OURS}," ujar Bupati Tebo Amran Rasyid.')
    assert quoted.weight < plain.weight
    assert quoted.weight > 0
    assert plain.weight <= 1


def test_agreement_of_two_other_bodies() -> None:
    text = "Penandatanganan PKS antara Pemkab Tebo dan Universitas Merangin Raya. BPJS Ketenagakerjaan hadir."
    assert told(text) == []
