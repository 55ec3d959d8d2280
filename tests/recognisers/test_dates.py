"""Every day of the calendar in every form, every spelling of a month, and hostile texts."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import assert_linear
from sepakat.recognisers import dates
from sepakat.recognisers.dates import DateMention, find, month_number
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def read(text: str) -> list[DateMention]:
    return [mention.value for mention in find(read_layout(Article(text)))]


@settings(deadline=None)
@given(DAYS)
def test_every_day_in_every_full_form(day: date) -> None:
    weekday = WEEKDAYS[day.weekday()]
    plain = DateMention(day.year, day.month, day.day)
    named = DateMention(day.year, day.month, day.day, weekday=day.weekday())
    month = MONTHS[day.month - 1]
    forms = {
        f"{weekday} ({day.day}/{day.month}/{day.year})": named,
        f"{weekday} ({day:%d/%m/%y})": named,
        f"{weekday}, {day.day} {month} {day.year}": named,
        f"{weekday} {day.day} {month} {day.year}": named,
        f"{weekday}, {day.day}-{day.month}-{day.year}": named,
        f"{day:%d-%m-%Y}": plain,
        f"{day.isoformat()}": plain,
        f"{day.day} {month.lower()} {day.year}": plain,
        f"{month} {day.day}, {day.year}": plain,
    }
    for form, value in forms.items():
        assert read(f"Naskah diteken di balai, {form}.") == [value], form


@settings(deadline=None)
@given(DAYS)
def test_every_day_without_its_year(day: date) -> None:
    named = DateMention(None, day.month, day.day, weekday=day.weekday())
    weekday = WEEKDAYS[day.weekday()]
    for form in (f"{weekday} ({day.day}/{day.month})", f"{weekday}, {day.day} {MONTHS[day.month - 1]}"):
        assert read(f"Naskah diteken di balai, {form}.") == [named], form
    assert read(f"Bupati hadir ({day.day}/{day.month}).") == [DateMention(None, day.month, day.day)]


def test_every_spelling_of_a_month_is_known() -> None:
    numbers = {word: month_number(word) for word in dates._FULL_MONTHS + dates._OTHER_MONTHS}
    assert None not in numbers.values()
    assert {number for number in numbers.values() if number} == set(range(1, 13))
    assert [numbers[month.lower()] for month in MONTHS] == list(range(1, 13))


@pytest.mark.parametrize("day", [29, 30, 31])
def test_days_that_february_lacks_are_kept_and_marked(day: int) -> None:
    assert read(f"Senin, {day} Februari 2023") == [DateMention(2023, 2, day, weekday=0, valid=False)]


def test_spans_are_disjoint_and_in_order() -> None:
    text = "Rabu (4/6/2025), Kamis, 5 Juni 2025, kemarin (25/7), tahun 2021, Juli 2022, Selasa, 7-8 Mei 2024"
    spans = [mention.span for mention in find(read_layout(Article(text)))]
    assert len(spans) == 6
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:], strict=False))


@pytest.mark.parametrize("part", ["1/", "(25/7) ", "Rabu ", "Juli ", "1-", "tahun ", "( ", "12 "])
def test_time_grows_with_the_length_only(part: str) -> None:
    assert_linear(lambda text: find(read_layout(Article(text))), part, 2000)


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_date_may_stand_at_the_start_of_a_line(gap: str) -> None:
    [mention] = dates.find(read_layout(Article(f"Kerja sama itu diteken pada{gap}4 Juni 2025 di Solok.")))
    assert (mention.value.day, mention.value.month, mention.value.year) == (4, 6, 2025)
