import pytest

from sepakat.ner.people import bounded
from sepakat.ner.repeats import as_in_body, come_again, parts_of, words_of


def test_a_fuller_name_elsewhere_supports_a_word_that_is_a_word_besides() -> None:
    known = words_of([("sekar", "cahaya")])
    assert bounded(["Cahaya", "baru", "tiga"], 0, 1, known) == (0, 1)


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("Kamau lebih tertarik pada data .", ["Kamau"]),
        ("KAMAU LEBIH TERTARIK", ["KAMAU"]),
        ("Kamau Lebih Tertarik pada Keluhan Pekerja", ["Kamau"]),
        ("kata M . Iqbal Kamau di sana", ["M . Iqbal Kamau"]),
        ("di Jalan Kamau Raya", []),
        ("di Gedung Kamau", []),
        ("kata Pak Kamau pelan", ["Kamau"]),
        ("seorang kamau", []),
        ("Tegal juga hadir", []),
        ("Kamau tertarik , Kamau pergi", ["Kamau", "Kamau"]),
        ("Iqbal dan M .", ["Iqbal"]),
    ],
)
def test_names_of_the_article_are_known_again(sentence: str, again: list[str]) -> None:
    words = sentence.split()
    parts = parts_of([("m", ".", "iqbal", "kamau"), ("budi", "tegal")])
    found = come_again(words, frozenset(), parts, 4)
    assert [" ".join(words[start:end]) for start, end in found] == again


def test_a_name_is_not_known_again_inside_an_entity() -> None:
    parts = parts_of([("iqbal", "kamau")])
    words = ["Kamau", "datang", ",", "Kamau", "pergi"]
    assert come_again(words, {0}, parts, 2) == [(3, 4)]


def test_a_name_in_a_headline_ends_where_the_article_ends_it() -> None:
    words = ["Sarif", "Lamadi", "Nakhodai", "Asosiasi", "Nelayan", "Sukamaju"]
    assert as_in_body(words, 0, 3, {("sarif", "lamadi")}) == 2
    assert as_in_body(words, 0, 3, set()) == 3
