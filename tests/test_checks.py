"""Each check on the smallest article that raises it, and on a sound twin that does not."""

from datetime import date
from typing import get_args

import pytest

from builders import linked
from sepakat import checks, extract
from sepakat.records import Check, CheckCode, Result

OURS = "BPJS Ketenagakerjaan Cabang Metro"
SIGNERS = f"Wali Kota Metro Amran Rasyid dan Kepala {OURS} Wulan Prameswari"
LEAD = f"METRO - {SIGNERS} menandatangani MoU, Rabu (4/6/2025).\n"
TODAY = date(2025, 6, 5)


def raised(text: str, published: date | None = TODAY) -> list[Check]:
    return list(extract(text, published=published).checks)


def codes(text: str, published: date | None = TODAY) -> list[str]:
    return [check.code for check in raised(text, published)]


# the code, a text that raises it, its sound twin
PAIRS: list[tuple[str, str, str]] = [
    (
        "coverage_arithmetic",
        "Cakupan baru 40 persen, yakni 25.000 pekerja terlindungi dari total 100.000 pekerja.",
        "Cakupan baru 25 persen, yakni 25.000 pekerja terlindungi dari total 100.000 pekerja.",
    ),
    (
        "coverage_arithmetic",
        "Cakupan mencapai 31,07 persen, yakni 24.310 pekerja terlindungi dari total 98.700 pekerja.",
        "Cakupan mencapai 24,63 persen, yakni 24.310 pekerja terlindungi dari total 98.700 pekerja.",
    ),
    (
        "weekday_mismatch",
        LEAD.replace("Rabu", "Kamis"),
        LEAD,
    ),
    (
        "impossible_date",
        LEAD.replace("4/6/2025", "31/6/2025"),
        LEAD,
    ),
    (
        "impossible_date",
        LEAD.replace("4/6/2025", "4/13/2025"),
        LEAD,
    ),
    (
        "breakdown_sum",
        "Didaftarkan 3.200 pekerja, terdiri dari 1.200 guru ngaji, 900 marbot, dan 1.000 kader Posyandu.",
        "Didaftarkan 3.200 pekerja, terdiri dari 1.200 guru ngaji, 900 marbot, dan 1.100 kader Posyandu.",
    ),
    (
        "contribution_arithmetic",
        LEAD
        + "Melalui MoU itu 1.000 petani didaftarkan dengan iuran Rp16.800 per orang per bulan."
        + " Pemkot menganggarkan Rp301,6 juta selama 12 bulan.",
        LEAD
        + "Melalui MoU itu 1.000 petani didaftarkan dengan iuran Rp16.800 per orang per bulan."
        + " Pemkot menganggarkan Rp201,6 juta selama 12 bulan.",
    ),
    (
        "contribution_arithmetic",
        LEAD
        + "Melalui MoU itu 1.000 petani didaftarkan dengan iuran Rp16.800 per orang per bulan."
        + " Pemkot menganggarkan Rp201,6 juta selama delapan bulan.",
        LEAD
        + "Melalui MoU itu 1.000 petani didaftarkan dengan iuran Rp16.800 per orang per bulan."
        + " Pemkot menganggarkan Rp134,4 juta selama delapan bulan.",
    ),
    (
        "name_variants",
        "Wali Kota Metro Sugiharto hadir. Wali Kota Metro Sugiarto lalu pulang.",
        "Wali Kota Metro Sugiharto hadir. Wali Kota Metro Sugiharto lalu pulang.",
    ),
    (
        "region_ambiguous",
        "Kejari Solok hadir di acara itu.",
        "Kejari Kota Solok hadir di acara itu.",
    ),
    (
        "region_type",
        "Warga Kabupaten Metro kini terlindungi program itu.",
        "Warga Kota Metro kini terlindungi program itu.",
    ),
    (
        "branch_not_of_region",
        LEAD.replace("Wali Kota Metro", "Bupati Garut"),
        LEAD,
    ),
    (
        "conflicting_counts",
        LEAD + "Melalui MoU itu 1.485 petani didaftarkan. Dengan MoU ini 1.845 petani didaftarkan.",
        LEAD + "Melalui MoU itu 1.485 petani didaftarkan. Dengan MoU ini 1.485 petani didaftarkan.",
    ),
    (
        "caption_disagrees",
        f"Foto: {SIGNERS} usai penandatanganan MoU, Kamis (5/6/2025).\n\n" + LEAD,
        f"Foto: {SIGNERS} usai penandatanganan MoU, Rabu (4/6/2025).\n\n" + LEAD,
    ),
    (
        "status_disagrees",
        (
            f"Pemkot Metro Teken MoU dengan BPJS Ketenagakerjaan\n\nMETRO - Pemkot Metro dan {OURS} membahas"
            " rancangan MoU itu, Rabu (4/6/2025). Pembahasan MoU dengan BPJS Ketenagakerjaan berjalan lancar."
        ),
        "Pemkot Metro Teken MoU dengan BPJS Ketenagakerjaan\n\n" + LEAD,
    ),
]


@pytest.mark.parametrize(("code", "text", "sound"), PAIRS)
def test_raised_by_the_text_and_not_by_its_sound_twin(code: str, text: str, sound: str) -> None:
    assert code in codes(text)
    assert code not in codes(sound)


def test_day_without_a_year_wants_the_publication_date() -> None:
    text = LEAD.replace("4/6/2025", "4/6")
    assert "date_ambiguous" in codes(text, published=None)
    assert "date_ambiguous" not in codes(text)


def test_sound_article_raises_nothing() -> None:
    assert codes(LEAD + "Melalui MoU itu 1.250 petani didaftarkan.") == []


def test_every_code_of_a_rule_has_a_pair() -> None:
    rules = {check.__name__ for check in checks.CHECKS}
    assert {code for code, _, _ in PAIRS} | {"date_ambiguous"} == rules
    assert rules <= set(get_args(CheckCode))


@pytest.mark.parametrize(("code", "text", "_sound"), PAIRS)
def test_finding_shows_its_place_and_speaks_both_languages(code: str, text: str, _sound: str) -> None:
    result = extract(text, published=TODAY)
    known = {
        record.id
        for records in (
            result.agreements,
            result.organisations,
            result.people,
            result.worker_counts,
            result.amounts,
            result.rates,
        )
        for record in records
    }
    for check in (check for check in result.checks if check.code == code):
        assert check.evidence
        assert all(e.text == text[e.start : e.end] for e in check.evidence)
        assert set(check.refs) <= known
        assert check.message.id != check.message.en


@pytest.mark.parametrize(("code", "text", "_sound"), PAIRS)
def test_checks_change_no_value(code: str, text: str, _sound: str) -> None:
    result = extract(text, published=TODAY)
    bare = Result.model_validate({**result.model_dump(), "checks": ()})
    assert bare.model_copy(update={"checks": result.checks}) == result


def test_impossible_day_is_kept_not_repaired() -> None:
    [agreement] = extract(LEAD.replace("4/6/2025", "31/6/2025"), published=TODAY).agreements
    assert agreement.signed_on is None or not agreement.signed_on.date.startswith("2025-07")


def test_wrong_weekday_does_not_move_the_date() -> None:
    [agreement] = extract(LEAD.replace("Rabu", "Kamis"), published=TODAY).agreements
    assert agreement.signed_on is not None
    assert (agreement.signed_on.date, agreement.signed_on.weekday_agrees) == ("2025-06-04", False)


@pytest.mark.parametrize(
    "text",
    [
        # thousands are rounded: 31 thousand of 113 thousand is 27.4, not 27
        "Cakupan mencapai 27 persen, yakni 31 ribu pekerja terlindungi dari total 113 ribu pekerja.",
        # a target's share says nothing of what is covered now
        "Target cakupan 65 persen. Kini 25.000 pekerja terlindungi dari total 100.000 pekerja.",
        # two groups are two numbers, though their digits are the same
        LEAD + "Melalui MoU itu 1.485 petani dan 1.845 nelayan didaftarkan.",
        # a part of the parts is not the total
        "Sebanyak 3.200 pekerja didaftarkan, di antaranya 1.200 guru ngaji.",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert codes(text) == []


def test_checks_run_on_an_article_without_anything() -> None:
    assert checks.run(linked("Cuaca cerah."), extract("Cuaca cerah.")) == ()


def test_message_prints_numbers_as_each_language_does() -> None:
    text = "Cakupan mencapai 31,07 persen, yakni 24.310 pekerja terlindungi dari total 98.700 pekerja."
    [message] = [check.message for check in extract(text).checks if check.code == "coverage_arithmetic"]
    assert message.id == "24.310 dari 98.700 adalah 24,63 persen, bukan 31,07 persen."
    assert message.en == "24,310 of 98,700 is 24.63 per cent, not 31.07 per cent."
