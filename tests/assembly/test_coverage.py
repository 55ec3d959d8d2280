"""What an agreement covers: groups, programmes, funding, term, purpose; and what is only said beside it."""

import pytest

from builders import Told, told

OURS = "BPJS Ketenagakerjaan Cabang Metro"
LEAD = f"METRO - Wali Kota Metro Amran Rasyid dan Kepala {OURS} Wulan Prameswari menandatangani MoU, Rabu (4/6/2025).\n"


def after(sentence: str) -> Told:
    """The agreement of an article whose second paragraph is the sentence."""
    [agreement] = told(LEAD + sentence)
    return agreement


GROUPS = [
    ("MoU itu melindungi pekerja rentan.", ["pekerja rentan"]),
    (
        "MoU ini melindungi petani, nelayan, dan guru ngaji.",
        ["petani", "nelayan", "guru ngaji"],
    ),
    (
        "Kerja sama ini meliputi tenaga non-ASN, ketua RT dan kader Posyandu.",
        ["tenaga non-ASN", "ketua RT", "kader Posyandu"],
    ),
    (
        "Perjanjian kerja sama tersebut mencakup perangkat desa dan anggota BPD.",
        ["perangkat desa", "anggota BPD"],
    ),
    ("Sasaran kerja sama itu adalah buruh tani.", ["buruh tani"]),
    ("Melalui MoU ini, sebanyak 1.250 tukang ojek didaftarkan.", ["tukang ojek"]),
    ("Kerja sama kami dengan Pemkot mencakup pelaku UMKM.", ["pelaku UMKM"]),
    (
        "MoU itu melindungi pekerja rentan. Seperti sopir angkot, baik tua maupun muda.",
        ["pekerja rentan", "sopir angkot"],
    ),
    # not of the deal
    ("Acara penandatanganan itu dihadiri para petani.", []),
    ("Ke depan Pemkot berharap MoU lain mencakup nelayan.", []),
    ("Cuaca cerah. Pagi itu para petani bersiap panen.", []),
    ("Wakil Wali Kota Metro Umar Harahap hadir bersama kepala desa.", []),
]


@pytest.mark.parametrize(("sentence", "labels"), GROUPS)
def test_groups_covered(sentence: str, labels: list[str]) -> None:
    assert after(sentence).beneficiaries == labels


def test_longer_label_stands_for_the_shorter() -> None:
    agreement = after("MoU itu melindungi petani. MoU ini bertujuan melindungi petani tembakau.")
    assert agreement.beneficiaries == ["petani tembakau"]


def test_headline_names_the_group_where_no_sentence_about_the_deal_does() -> None:
    [agreement] = told(
        f"METRO - Pemkot Metro melindungi guru ngaji lewat MoU dengan {OURS}, Rabu (4/6/2025).\n"
        f"MoU itu ditandatangani Wali Kota Metro Amran Rasyid dan Kepala {OURS} Wulan Prameswari."
    )
    assert agreement.beneficiaries == ["guru ngaji"]


def test_sentence_before_the_one_that_seals_it() -> None:
    [agreement] = told(
        "METRO - Pemkot Metro memberikan perlindungan kerja bagi para tukang becak. "
        f"Hal itu ditandai dengan penandatanganan MoU oleh Wali Kota Metro Amran Rasyid dan Kepala {OURS} Wulan "
        "Prameswari, Rabu (4/6/2025)."
    )
    assert agreement.beneficiaries == ["tukang becak"]


def test_group_of_an_enrolled_number_is_covered() -> None:
    agreement = after("Sekitar aula, cuaca cerah. Sebanyak 1.250 tukang ojek didaftarkan lewat kerja sama ini.")
    assert agreement.beneficiaries == ["tukang ojek"]


def test_each_group_once() -> None:
    agreement = after("MoU itu melindungi petani. MoU ini bertujuan melindungi petani.")
    assert agreement.beneficiaries == ["petani"]


PROGRAMMES = [
    ("MoU itu mencakup program JKK dan JKM.", ["JKK", "JKM"]),
    ("MoU itu mencakup Jaminan Kecelakaan Kerja (JKK) dan Jaminan Kematian (JKM).", ["JKK", "JKM"]),
    ("Dalam MoU itu diatur program JKK, JKM, dan JHT.", ["JHT", "JKK", "JKM"]),
    # without a sentence that points at the deal: what the enrolled get
    ("Peserta mendapat perlindungan JKK dan JKM.", ["JKK", "JKM"]),
    # not of the deal
    ("BPJS Ketenagakerjaan menyelenggarakan program JKK, JKM, JHT, JP dan JKP.", []),
    ("Ahli waris menerima santunan JKM dan JHT.", []),
    ("Sesuai PP Nomor 44 Tahun 2015 peserta mendapat JKK dan JKM.", []),
    ("Acara berlangsung meriah.", []),
]


@pytest.mark.parametrize(("sentence", "codes"), PROGRAMMES)
def test_programmes(sentence: str, codes: list[str]) -> None:
    assert sorted(after(sentence).programmes) == sorted(codes)


def test_programmes_of_a_planned_deal_are_those_of_its_sentences_alone() -> None:
    lead = LEAD.replace("menandatangani", "akan menandatangani")
    [agreement] = told(lead + "Peserta mendapat perlindungan JKK dan JKM.")
    assert agreement.programmes == []


FUNDING = [
    ("Iuran peserta dalam MoU itu dibiayai APBD.", ["apbd"]),
    ("Iuran MoU ini ditanggung lewat DBHCHT.", ["dbhcht"]),
    ("MoU ini dibiayai APBD dan dana CSR perusahaan.", ["apbd", "csr"]),
    ("Acara berlangsung meriah.", []),
]


@pytest.mark.parametrize(("sentence", "sources"), FUNDING)
def test_funding(sentence: str, sources: list[str]) -> None:
    assert sorted(after(sentence).funding) == sorted(sources)


TERMS = [
    ("MoU itu berlaku selama dua tahun.", 2),
    ("MoU ini berlaku untuk jangka waktu 5 (lima) tahun.", 5),
    ("Kerja sama itu berjalan selama 3 tahun.", 3),
    ("MoU itu berlaku hingga tahun depan.", None),
    ("MoU itu berlaku selama 40 tahun.", None),
    ("Ia sudah bekerja selama dua tahun.", None),
]


@pytest.mark.parametrize(("sentence", "years"), TERMS)
def test_term(sentence: str, years: int | None) -> None:
    assert after(sentence).years == years


PURPOSES = [
    ("MoU itu bertujuan untuk melindungi seluruh pekerja rentan.", "melindungi seluruh pekerja rentan"),
    ("MoU ini dibuat guna memperluas kepesertaan petani.", "memperluas kepesertaan petani"),
    ("Acara berlangsung meriah.", None),
]


@pytest.mark.parametrize(("sentence", "purpose"), PURPOSES)
def test_purpose(sentence: str, purpose: str | None) -> None:
    assert after(sentence).purpose == purpose


def test_purpose_ends_before_the_day() -> None:
    [agreement] = told(
        f"METRO - Pemkot Metro dan {OURS} menandatangani MoU tentang perlindungan petani tembakau, Rabu (4/6/2025)."
    )
    assert agreement.purpose == "perlindungan petani tembakau"
