import pytest

from sepakat.extraction import RECOGNISERS
from sepakat.ner.selection import worth_reading
from sepakat.text.article import Article, Mention
from sepakat.text.layout import read_layout

LEAD = "Pemkab Solok dan BPJS Ketenagakerjaan Cabang Solok menandatangani MoU. "


def chosen(text: str) -> list[str]:
    layout = read_layout(Article(text))
    found: dict[str, list[Mention[object]]] = {}
    for find in RECOGNISERS:
        for mention in find(layout):
            found.setdefault(mention.label, []).append(mention)
    return [sentence.span.of(text) for sentence in worth_reading(layout, found)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rahmat Sudirja hadir di sana.",
        "Ia didampingi Ketua Perkumpulan Nelayan Teluk Anu.",
        "Acara berlangsung di Warung Kenanga.",
    ],
)
def test_a_sentence_with_a_name_is_read(sentence: str) -> None:
    assert sentence in chosen(LEAD + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Program ini berjalan dua tahun.",
        "Iurannya dibayar dari APBD sejak Januari 2025.",
        "Bupati Solok menyerahkan kartu kepada 1.250 petani.",
        "Menurut Inpres Nomor 2 Tahun 2021 semua pekerja dilindungi.",
    ],
)
def test_a_sentence_that_rules_explain_is_not_read(sentence: str) -> None:
    assert sentence not in chosen(LEAD + sentence)


def test_an_article_without_bpjs_ketenagakerjaan_is_not_read() -> None:
    assert chosen("Rahmat Sudirja melantik pengurus Perkumpulan Nelayan Teluk Anu.") == []


def test_headlines_and_read_also_lines_are_not_read() -> None:
    text = f"Rahmat Sudirja Teken MoU\n\n{LEAD}\n\nBaca juga: Rahmat Sudirja Panen Raya\n"
    assert chosen(text) == []
