"""Indonesian is told from other languages, and a text that is too short is given the benefit of the doubt."""

from pathlib import Path

import pytest

from sepakat.text.language import looks_indonesian

ARTICLES = sorted((Path(__file__).parents[2] / "corpus/articles").glob("*.txt"))
FOREIGN = {
    "English": "The regent of the province signed an agreement with the social security agency for all workers. ",
    "Spanish": "El gobierno de la provincia firmó hoy un convenio con la seguridad social para los trabajadores. ",
    "German": "Der Landkreis unterzeichnete heute eine Vereinbarung mit der Sozialversicherung für alle Arbeiter. ",
    "Dutch": "De regent tekende vandaag een overeenkomst met de sociale verzekering voor alle werknemers. ",
}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_our_articles_are_indonesian(article: Path) -> None:
    assert looks_indonesian(article.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_not(language: str) -> None:
    assert not looks_indonesian(FOREIGN[language] * 5)


def test_a_short_text_says_nothing() -> None:
    assert looks_indonesian("The regent signed.")
