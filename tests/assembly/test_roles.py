"""Who signs, who watches, who is only there: one sentence at a time, in every order that the press uses."""

import pytest

from builders import linked, told
from sepakat.assembly.signing import cast_all

REGENT = "Bupati Tebo Amran Rasyid"
SECRETARY = "Sekda Tebo Umar Harahap"
BRANCH = "Kepala BPJS Ketenagakerjaan Cabang Muara Bungo Wulan Prameswari"
NAMES = {"R": "Amran Rasyid", "S": "Umar Harahap", "B": "Wulan Prameswari"}


def fill(sentence: str) -> str:
    """`R`, `S` and `B` stand for the regent, the regional secretary and the head of the branch."""
    return sentence.replace("{R}", REGENT).replace("{S}", SECRETARY).replace("{B}", BRANCH)


def roles(sentence: str) -> dict[str, str]:
    """The role of each person in the sentences of a text, by letter; `none` gives way to any other."""
    letters = {name: letter for letter, name in NAMES.items()}
    found: dict[str, str] = {}
    for casts in cast_all(linked(fill(sentence))).values():
        for cast in casts:
            if cast.actor.person is not None:
                letter = letters[cast.actor.person.name]
                if found.get(letter, "none") == "none":
                    found[letter] = cast.role
    return found


def signs(*letters: str, **others: str) -> dict[str, str]:
    return {**{letter: "signatory" for letter in letters}, **others}


ACTIVE = [
    ("{R} dan {B} menandatangani MoU.", signs("R", "B")),
    ("{R} menandatangani MoU dengan {B}.", signs("R", "B")),
    ("{R} meneken MoU bersama {B}.", signs("R", "B")),
    ("{R} bersama {B} resmi menandatangani MoU.", signs("R", "B")),
    ("{R} bersama {B} melakukan penandatanganan MoU.", signs("R", "B")),
    ("{R} dan {B} membubuhkan tanda tangan pada naskah MoU.", signs("R", "B")),
    ("Pihak pertama {R} dan pihak kedua {B} menandatangani MoU.", signs("R", "B")),
    ("{R} dan {B} menjadi penandatangan MoU itu.", signs("R", "B")),
]
PASSIVE = [
    ("MoU itu ditandatangani {R} dan {B}.", signs("R", "B")),
    ("MoU itu ditandatangani oleh {R} bersama {B}.", signs("R", "B")),
    ("MoU itu diteken langsung oleh {R} dengan {B}.", signs("R", "B")),
    ("MoU itu telah ditandatangani kedua pihak, yakni {R} dan {B}.", signs("R", "B")),
]
NOMINAL = [
    ("Penandatanganan MoU dilakukan oleh {R} dan {B}.", signs("R", "B")),
    ("Penandatanganan MoU dilakukan langsung oleh {R} bersama {B}.", signs("R", "B")),
    ("Penandatanganan MoU dilaksanakan antara {R} dengan {B}.", signs("R", "B")),
    ("{R} menghadiri penandatanganan MoU.", {"R": "attendee"}),
    ("{R} mengatakan penandatanganan MoU itu penting.", {"R": "none"}),
    ("Usai penandatanganan MoU, {R} menyampaikan sambutan.", {"R": "none"}),
]
WITNESSES = [
    ("MoU itu ditandatangani oleh {S} dan {B}, disaksikan {R}.", signs("S", "B", R="witness")),
    ("MoU itu ditandatangani oleh {S} dan {B} disaksikan langsung oleh {R}.", signs("S", "B", R="witness")),
    ("Disaksikan {R}, {S} menandatangani MoU dengan {B}.", signs("S", "B", R="witness")),
    ("{R} menyaksikan penandatanganan MoU antara {S} dan {B}.", signs("S", "B", R="witness")),
    ("{R} turut menyaksikan penandatanganan MoU itu.", {"R": "witness"}),
    ("Dalam penandatanganan MoU itu, {R} turut menyaksikan.", {"R": "witness"}),
    ("{S} dan {B} menandatangani MoU, sedangkan {R} menyaksikan.", signs("S", "B", R="witness")),
    ("{S} dan {B} menandatangani MoU, sementara {R} turut menyaksikan.", signs("S", "B", R="witness")),
]
GUESTS = [
    ("{R} didampingi {S} menandatangani MoU dengan {B}.", signs("R", "B", S="attendee")),
    ("{R} yang didampingi oleh {S} menandatangani MoU dengan {B}.", signs("R", "B", S="attendee")),
    ("Didampingi {S}, {R} menandatangani MoU dengan {B}.", signs("R", "B", S="attendee")),
    ("MoU itu ditandatangani {R} dan {B}, dihadiri {S}.", signs("R", "B", S="attendee")),
    ("{R} dan {B} menandatangani MoU. Turut hadir {S}.", signs("R", "B", S="attendee")),
    ("{R} dan {B} menandatangani MoU. {S} turut hadir.", signs("R", "B", S="attendee")),
    ("{R} dan {B} menandatangani MoU. Acara itu dihadiri {S}.", signs("R", "B", S="attendee")),
    ("{R} dan {B} menandatangani MoU di hadapan {S}.", signs("R", "B", S="attendee")),
    ("{R} dan {B} menandatangani MoU. Hadir pula {S}.", signs("R", "B", S="attendee")),
]
REPRESENTED = [
    ("MoU itu ditandatangani {R} diwakili {S} dan {B}.", signs("S", "B", R="represented")),
    ("MoU itu ditandatangani oleh {R} yang diwakili oleh {S} bersama {B}.", signs("S", "B", R="represented")),
    ("MoU itu ditandatangani {R} yang dalam hal ini diwakili {S} dan {B}.", signs("S", "B", R="represented")),
    ("MoU itu ditandatangani Bupati Tebo diwakili {S} dan {B}.", signs("S", "B")),
]
NOT_THIS_BUT_THAT = [
    ("MoU itu ditandatangani bukan oleh {R} melainkan oleh {S} dan {B}.", signs("S", "B", R="none")),
    ("MoU itu diteken bukan {R} melainkan {S} bersama {B}.", signs("S", "B", R="none")),
]
ALL = ACTIVE + PASSIVE + NOMINAL + WITNESSES + GUESTS + REPRESENTED + NOT_THIS_BUT_THAT


@pytest.mark.parametrize(("sentence", "expected"), ALL)
def test_role(sentence: str, expected: dict[str, str]) -> None:
    assert roles(sentence) == expected


def test_other_verb_closes_the_signing() -> None:
    text = "{R} menandatangani MoU dengan {B}. Santunan diserahkan {S}."
    assert roles(text) == signs("R", "B", S="none")


def test_subordinate_clause_names_no_signer() -> None:
    assert roles("MoU ditandatangani {R} dan {B} setelah {S} membuka rapat.")["S"] != "signatory"


def test_speaker_of_a_quotation_does_not_sign() -> None:
    text = '"Penandatanganan MoU ini penting," ujar {S}. MoU itu ditandatangani {R} dan {B}.'
    assert roles(text) == signs("R", "B", S="none")


@pytest.mark.parametrize(
    "caption",
    [
        "Foto: {R} (kiri) dan {B} (kanan) seusai penandatanganan MoU.",
        "Foto: {R} dan {B} saat penandatanganan MoU.",
    ],
)
def test_people_in_a_caption_sign(caption: str) -> None:
    assert roles(caption + "\n\nTEBO - Pemkab Tebo kini melindungi petani.") == signs("R", "B")


def test_bare_office_signs_for_its_holder() -> None:
    text = fill("{R} dan {B} membuka acara. Bupati lalu menandatangani MoU dengan BPJS Ketenagakerjaan.")
    assert told(text)[0].signers == ["Amran Rasyid"]


def test_signers_stand_for_their_sides() -> None:
    [agreement] = told(fill("MoU itu ditandatangani {R} dan {B}."))
    assert agreement.sides == {
        "Amran Rasyid": "Pemerintah Kabupaten Tebo",
        "Wulan Prameswari": "BPJS Ketenagakerjaan Cabang Muara Bungo",
    }


def test_represented_head_is_no_signatory_of_the_record() -> None:
    [agreement] = told(fill("MoU itu ditandatangani {R} diwakili {S} dan {B}."))
    assert agreement.signers == ["Umar Harahap", "Wulan Prameswari"]
    assert agreement.attendees == agreement.witnesses == []
