from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sepakat.errors import SourceError
from sepakat.sources.columns import GUESSES, Columns, as_field, at_key, key_names, read_day


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["id", "text", "date"], Columns(text="text", id="id", date="date")),
        (
            ["Judul", "Isi Berita", "Tanggal", "Sumber", "Link"],
            Columns("Isi Berita", None, "Tanggal", "Link", "Judul", "Sumber"),
        ),
        (
            ["title", "maintext", "date_publish", "source_domain", "url"],
            Columns("maintext", None, "date_publish", "url", "title", "source_domain"),
        ),
        (["headline", "konten"], Columns(text="konten", title="headline")),
        (["content", "TEXT"], Columns(text="TEXT")),
        (["article.body", "article.id"], Columns(text="article.body")),
    ],
)
def test_guesses(names, chosen):
    assert Columns().choose(names, source="x") == chosen


def test_what_the_user_names_is_taken():
    names = ["text", "ringkasan", "date", "Kunci"]
    assert Columns(text="ringkasan", id="kunci", date="").choose(names, source="x") == Columns("ringkasan", "Kunci")


def test_missing_columns_are_told_with_those_there_are():
    with pytest.raises(SourceError, match=r"x.csv has no column .*'nomor', 'halaman'.*--text-column"):
        Columns().choose(["nomor", "halaman"], source="x.csv")
    with pytest.raises(SourceError, match=r"has no column 'isi'; it has 'text'.*--text-column"):
        Columns(text="isi").choose(["text"], source="x.csv")
    with pytest.raises(SourceError, match="--id-column"):
        Columns(id="kode").choose(["text"], source="x.csv")
    assert Columns(id="kode").choose(["text"], source="x.csv", sparse=True) == Columns(text="text")


def test_no_guess_stands_twice_and_all_are_lower_case():
    for part, names in GUESSES.items():
        assert len(set(names)) == len(names), part
        assert [name for name in names if name != name.lower()] == []


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024-03-12", date(2024, 3, 12)),
        ("2024-03-12T23:30:00-05:00", date(2024, 3, 12)),
        ("2024-03-12 10:00:00.123", date(2024, 3, 12)),
        ("20240312", date(2024, 3, 12)),
        ("12/03/2024", date(2024, 3, 12)),
        ("12-3-2024 09:15", date(2024, 3, 12)),
        ("Rabu, 12 Maret 2024 10:00 WIB", date(2024, 3, 12)),
        ("Tue, 12 Mar 2024 03:00:00 GMT", date(2024, 3, 12)),
        ("March 12, 2024", date(2024, 3, 12)),
        ("Senin (12/3/2024)", date(2024, 3, 12)),
        ("03/13/2024", None),
        ("31/02/2024", None),
        ("2024-13-01", None),
        ("12/03/24", None),
        ("Maret 2024", None),
        ("kemarin", None),
        ("1710201600", None),
        ("", None),
    ],
)
def test_days(cell, day):
    assert read_day(cell) == day


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_each_day_in_each_form(day):
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y%m%d", "%Y-%m-%dT%H:%M:%SZ", "%a, %d %b %Y"):
        assert read_day(day.strftime(form)) == day


@given(st.text())
def test_no_cell_breaks_the_reading_of_days(text):
    assert read_day(text) is None or isinstance(read_day(text), date)


def test_keys_inside_keys():
    value = {"a": {"b": {"c": 1}, "d": 2}, "a.d": 3, "e": [1]}
    assert key_names(value) == ["a", "a.d", "e", "a.b", "a.d", "a.b.c"]
    assert at_key(value, "a.b.c") == 1
    assert at_key(value, "a.d") == 3
    assert at_key(value, "a.b.x") is None
    assert at_key(value, "e.x") is None
    assert at_key(value, None) is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (7, "7"),
        (7.0, "7"),
        (7.5, "7.5"),
        (float("nan"), ""),
        (None, ""),
        (True, ""),
        (" a ", "a"),
        (date(2024, 3, 12), "2024-03-12"),
        (b"a\xff", "a\ufffd"),
        ("\ud800", "?"),
        ([1], ""),
        (float("inf"), "inf"),
    ],
)
def test_fields(cell, text):
    assert as_field(cell) == text
