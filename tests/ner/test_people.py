import pytest

from sepakat.ner.people import bounded, joined


def trimmed(text: str) -> str:
    """The name left of what stands in brackets."""
    before, _, rest = text.partition("[")
    name, _, after = rest.partition("]")
    words = [*before.split(), *name.split(), *after.split()]
    start = len(before.split())
    start, end = bounded(words, start, start + len(name.split()))
    return " ".join(words[start:end])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("naskah itu diteken [Sekdakab Adi Erlansyah]", "Adi Erlansyah"),
        ("rampung . [Ujar Widodo]", "Widodo"),
        ("hadir Bupati [Rahmat Sudirja] ,", "Rahmat Sudirja"),
        ("hadir [Dandim Letkol Inf Gatot Prabandaru] ,", "Gatot Prabandaru"),
        ("hadir H Asri [Ludin Tambunan] ,", "Asri Ludin Tambunan"),
        ("kata Bupati Deli Serdang Indra [Wijaya Lubuk] ,", "Indra Wijaya Lubuk"),
        ("kata Bupati Indra [Wijaya Lubuk] ,", "Indra Wijaya Lubuk"),
        ("hadir Camat Kauditan [Alce Ticoalu] ,", "Alce Ticoalu"),
        ("[TAROGONG KALER] , GARUT - Bupati", ""),
        ("MT , [ASEAN Eng] , hadir", ""),
        ("hadir [Rio Baskara]", "Rio Baskara"),
        ("hadir [I Gusti Ngurah]", "I Gusti Ngurah"),
        ("ujar [Sinar] .", "Sinar"),
        ("bersama [LLDikti] dan", ""),
        ("[Warga Petani] antre", ""),
        ("[Dr] hadir", ""),
    ],
)
def test_bounded(text: str, name: str) -> None:
    assert trimmed(text) == name


def test_names_that_touch_are_one() -> None:
    assert joined([(0, 3), (3, 5), (6, 7)]) == [(0, 5), (6, 7)]
    assert joined([]) == []
