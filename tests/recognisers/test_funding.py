"""Sources of money beyond the examples: the table, and scores."""

from typing import get_args

from sepakat.recognisers import funding
from sepakat.text.article import Article
from sepakat.text.choices import expand
from sepakat.text.layout import read_layout
from sepakat.text.tables import read_csv


def found(text):
    return funding.find(read_layout(Article(text)))


def test_every_row_reads_as_its_code():
    for row in read_csv("funding_sources"):
        assert row["code"] in get_args(funding.FundingCode)
        for phrase in expand(row["phrase"]):
            written = phrase.upper() if row["flags"] == "caps" else phrase
            mentions = found(f"iuran dibiayai {written} tahun ini")
            assert [(m.value, m.span.start) for m in mentions] == [(row["code"], 15)], phrase


def test_paying_contributions_scores_above_being_mentioned():
    (pays,) = found("Iuran pekerja rentan ditanggung APBD.")
    (named,) = found("Rapat itu menyinggung serapan APBD.")
    assert named.score < pays.score
