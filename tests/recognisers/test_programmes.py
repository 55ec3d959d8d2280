"""Programmes beyond the examples: the names enumerated, and scores."""

from itertools import permutations

from sepakat.recognisers import programmes
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

NAMES = {
    "JKK": "jaminan kecelakaan kerja",
    "JKM": "jaminan kematian",
    "JHT": "jaminan hari tua",
    "JP": "jaminan pensiun",
    "JKP": "jaminan kehilangan pekerjaan",
}


def found(text):
    return programmes.find(read_layout(Article(text)))


def test_every_order_of_names_and_abbreviations():
    for codes in permutations(NAMES):
        assert [m.value for m in found("yakni " + ", ".join(codes))] == list(codes)
        assert [m.value for m in found("yakni " + " dan ".join(NAMES[c] for c in codes))] == list(codes)
        bare = [NAMES[codes[0]], *(NAMES[c].removeprefix("jaminan ") for c in codes[1:])]
        assert [m.value for m in found(", ".join(bare))] == list(codes)


def test_what_was_paid_scores_below_what_is_named():
    (paid,) = found("santunan JKM diserahkan kepada keluarga")
    (named,) = found("pekerja diikutkan pada program JKM")
    risks = found("atas risiko kecelakaan kerja dan kematian")
    assert paid.score < 0.5 < risks[0].score < named.score
