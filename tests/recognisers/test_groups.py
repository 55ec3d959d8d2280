"""Worker groups beyond the examples: the tables, and labels in running text."""

from typing import get_args

import pytest

from growth import assert_linear
from sepakat.recognisers import groups
from sepakat.recognisers.groups import WorkerCategory
from sepakat.text.article import Article
from sepakat.text.choices import expand
from sepakat.text.layout import read_layout
from sepakat.text.tables import read_csv

FLAGS = {"generic", "caps", "name", "body", "listed", "agency", "office", "members"}


def labels(text):
    return [m.span.of(text) for m in groups.find(read_layout(Article(text)))]


def test_expansion_of_choices():
    assert expand("{perangkat|aparatur} {desa|}") == [
        "perangkat desa",
        "perangkat",
        "aparatur desa",
        "aparatur",
    ]


def test_every_row_has_a_known_category_and_flags():
    for row in read_csv("worker_groups"):
        assert row["category"] in {*get_args(WorkerCategory), "none"}, row
        assert set(row["flags"].split()) <= FLAGS, row
        assert row["source"], row
        assert row["label"] == row["label"].lower()
    for row in read_csv("group_qualifiers"):
        assert row["category"] in {*get_args(WorkerCategory), ""}, row


def test_every_category_but_the_last_has_labels():
    assert {row["category"] for row in read_csv("worker_groups")} >= set(get_args(WorkerCategory))


def test_every_plain_label_is_found_as_itself():
    first = {}
    for row in read_csv("worker_groups"):
        for label in expand(row["label"]):
            first.setdefault(label, row)
    for label, row in first.items():
        if row["flags"] or row["category"] == "none":
            continue
        text = f"iuran bagi {label} dibayar"
        (mention,) = groups.find(read_layout(Article(text)))
        assert (mention.span.of(text), mention.value.category) == (label, row["category"])


def test_weak_labels_need_an_enumeration():
    assert labels("tiga pelatih datang") == []
    assert labels("130 atlet dan 45 pelatih terdaftar") == ["atlet", "pelatih"]


def test_abbreviations_need_capitals():
    assert labels("mereka art thl rt") == []
    assert labels("iuran THL dan PTT dibayar") == ["THL", "PTT"]


def test_time_grows_with_the_length_only():
    assert_linear(lambda text: groups.find(read_layout(Article(text))), "Dinas Tenaga Kerja dan pekerja (PTT) ", 1000)


@pytest.mark.parametrize("separator", [", ", " dan ", " serta ", "/"])
def test_enumerated_bodies_stay_apart(separator):
    text = f"kader posyandu{separator}guru ngaji dilindungi"
    assert labels(text) == ["kader posyandu", "guru ngaji"]
