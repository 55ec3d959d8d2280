import pytest

from sepakat.ner.titles import without_titles


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Prof . Dr . H . Basri Lubuk , M . A", "Basri Lubuk"),
        ("Dr H Basri Lubuk MA", "Basri Lubuk"),
        ("Hj. Siti", "Hj. Siti"),
        ("M . Yusuf", "M . Yusuf"),
        ("Rustam Hi . Abubakar", "Rustam Hi . Abubakar"),
        ("H", ""),
        ("Basri", "Basri"),
        ("Basri , SH , MH", "Basri"),
    ],
)
def test_without_titles(words: str, name: str) -> None:
    tokens = words.split()
    start, end = without_titles(tokens, 0, len(tokens))
    assert " ".join(tokens[start:end]) == name


def test_only_the_name_is_looked_at() -> None:
    assert without_titles(["Dr", "H", "Basri", "MA"], 1, 3) == (2, 3)
