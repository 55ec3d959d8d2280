import pytest
from spacy.vocab import Vocab

from sepakat.ner import lexicon
from sepakat.ner.spacy import Tokenizer


@pytest.mark.parametrize(
    ("word", "letter"),
    [("Sekdakab", "o"), ("Lamteng", "r"), ("Prof", "t"), ("DISNAKER", "a"), ("mengatakan", "c"), ("Senin", "n")],
)
def test_classes(word: str, letter: str) -> None:
    assert letter in lexicon.classes(word)


def test_unknown_words_have_none() -> None:
    assert lexicon.classes("Sudirja") == ""
    assert lexicon.prefix("Sudirja")[0] == "S"
    assert lexicon.prefix("Sudirja") != lexicon.prefix("Sekda") != lexicon.prefix("Senin")
    assert lexicon.prefix("") == lexicon.SEPARATOR


def test_the_pipeline_sees_them_as_prefix() -> None:
    doc = Tokenizer(Vocab())("Sekda Sudirja")
    assert [token.prefix_ for token in doc] == [lexicon.prefix("Sekda"), lexicon.prefix("Sudirja")]
