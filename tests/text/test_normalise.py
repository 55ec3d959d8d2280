from hypothesis import given
from hypothesis import strategies as st

from sepakat.text.normalise import lower, normalise


def test_plain_forms():
    assert normalise("\u201cA\u201d \u2018b\u2019 \u2013 c\u2014d\u00a0e\u200bf\tg") == "\"A\" 'b' - c-d e f g"
    assert normalise("\uff32\uff50\uff14\uff12") == "Rp42"
    assert normalise("a\r\nb\rc\u2028d") == "a \nb\nc\nd"
    assert normalise("ju\u00adta\ufeff") == "ju ta "
    assert normalise("Jum`at ''X''") == 'Jum\'at " X" '
    assert normalise("\x00\x07\x93\ud800") == "    "


def test_escaped_quotes_stay_beside_their_words():
    assert normalise('Ia berkata \\"Kami siap,\\" ujarnya') == 'Ia berkata  "Kami siap,"  ujarnya'


def test_plain_text_is_untouched():
    text = 'Bupati berkata, "Rp42.000.000,- untuk 3 orang."\nSelesai_#@*`'.replace("`", "")
    assert normalise(text) == text


@given(st.text())
def test_length_stays(text):
    assert len(normalise(text)) == len(text)
    assert len(lower(text)) == len(text)
    assert normalise(normalise(text)) == normalise(text)


def test_lower_of_letters_that_grow():
    assert lower("\u0130STANBUL") == "\u0130stanbul"
