"""Every name in the table of kinds, and hostile texts."""

from typing import get_args

import pytest

from growth import assert_linear
from sepakat.recognisers.regulations import RegulationMention, find
from sepakat.records import RegulationKind
from sepakat.text.article import Article
from sepakat.text.layout import read_layout
from sepakat.text.tables import read_csv

ROWS = read_csv("regulation_kinds")


def read(text: str) -> list[RegulationMention]:
    return [mention.value for mention in find(read_layout(Article(text)))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["form"])
def test_every_name_with_a_number(row: dict[str, str]) -> None:
    name = row["form"].upper() if row["case"] == "upper" else row["form"].capitalize()
    expected = [RegulationMention(row["kind"], "5", 2021)]
    assert read(f"Hal itu diatur {name} Nomor 5 Tahun 2021 tentang tenaga kerja.") == expected
    assert read(f"Hal itu diatur {name} No.5 Th. 2021.") == expected
    if row["short"] == "yes":
        assert read(f"Hal itu diatur {name} 5/2021.") == expected
        assert read(f"Hal itu diatur {name} 5 tahun 2021.") == expected


def test_kinds_are_those_of_the_contract() -> None:
    assert {row["kind"] for row in ROWS} == set(get_args(RegulationKind))


def test_names_are_listed_once() -> None:
    names = [row["form"] for row in ROWS]
    assert len(names) == len(set(names))


def test_what_has_no_number_scores_low() -> None:
    mentions = find(read_layout(Article("Bupati akan menerbitkan Perbup dan SK Bupati, sesuai Inpres.")))
    assert len(mentions) == 3
    assert all(mention.score < 0.5 for mention in mentions)


@pytest.mark.parametrize(
    "part",
    [
        "uu ",
        "UU Nomor ",
        "UU Nomor 1 Tahun 2001 dan ",
        "Perbup (",
        "Perbup tentang a ",
        "SK/",
        "PP 1, ",
        "Inpres 1/",
    ],
)
def test_time_grows_with_the_length_only(part: str) -> None:
    assert_linear(lambda text: find(read_layout(Article(text))), part, 1000)
