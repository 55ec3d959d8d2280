"""Working out dates, and telling what they are the dates of. All sentences and names are invented."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sepakat.linking.when import ResolvedDate, date_role, resolve
from sepakat.recognisers import dates
from sepakat.recognisers.dates import DateMention
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

WEDNESDAY, FRIDAY, SUNDAY = 2, 4, 6
DAYS = st.dates(date(2014, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DateMention(2022, 1, 19, weekday=WEDNESDAY), ResolvedDate("2022-01-19", "explicit", True)),
        (DateMention(2022, 1, 19, weekday=FRIDAY), ResolvedDate("2022-01-19", "explicit", False, False)),
        (DateMention(2022, 1, 19), ResolvedDate("2022-01-19", "explicit")),
        (DateMention(2022, 7), ResolvedDate("2022-07", "explicit")),
        (DateMention(2022), ResolvedDate("2022", "explicit")),
        (DateMention(2024, 10, 7, day_end=8), ResolvedDate("2024-10", "explicit")),
        (DateMention(2022, 2, 31, valid=False), ResolvedDate("2022-02", "explicit", None, False)),
        (DateMention(2023, 2, 21, valid=False), ResolvedDate("2023-02-21", "resolved", None, False)),
        (DateMention(2023, 13, 1, valid=False), ResolvedDate("2023", "explicit", None, False)),
    ],
)
def test_written_dates_stay_as_written(value: DateMention, expected: ResolvedDate) -> None:
    assert resolve(value, published=date(2025, 1, 1), anchors=[DateMention(2019, 1, 1)]) == expected


@pytest.mark.parametrize(
    ("value", "published", "expected"),
    [
        # without a year: the latest such day that is not after the publication
        (
            DateMention(month=7, day=9, weekday=2),
            date(2025, 7, 9),
            ResolvedDate("2025-07-09", "resolved", True),
        ),
        (DateMention(month=7, day=25), date(2024, 7, 26), ResolvedDate("2024-07-25", "resolved")),
        (DateMention(month=12, day=30), date(2025, 1, 3), ResolvedDate("2024-12-30", "resolved")),
        (
            DateMention(month=7, day=9, weekday=4),
            date(2025, 7, 9),
            ResolvedDate("2025-07-09", "resolved", False, False),
        ),
        # announced for a near day
        (
            DateMention(month=1, day=9, relative="depan"),
            date(2025, 1, 3),
            ResolvedDate("2025-01-09", "resolved"),
        ),
        (
            DateMention(month=1, day=9, weekday=3),
            date(2025, 1, 3),
            ResolvedDate("2025-01-09", "resolved", True),
        ),
        # a day long past has two readings
        (DateMention(month=1, day=9), date(2025, 1, 3), ResolvedDate("2024-01-09", "resolved", None, False)),
        (DateMention(month=2, day=29), date(2026, 1, 3), ResolvedDate("2024-02-29", "resolved", None, False)),
        (DateMention(month=10, day=7, day_end=8), date(2024, 10, 9), ResolvedDate("2024-10", "resolved")),
        (DateMention(month=10), date(2024, 11, 9), ResolvedDate("2024-10", "resolved")),
        (DateMention(month=12), date(2024, 11, 9), ResolvedDate("2023-12", "resolved")),
        (
            DateMention(month=9, day=31, valid=False),
            date(2024, 10, 2),
            ResolvedDate("2024-09", "resolved", None, False),
        ),
        # weekdays; 2025-05-28 is a Wednesday
        (DateMention(weekday=2), date(2025, 5, 28), ResolvedDate("2025-05-28", "resolved", True)),
        (DateMention(weekday=1), date(2025, 5, 28), ResolvedDate("2025-05-27", "resolved", True)),
        (DateMention(weekday=3), date(2025, 5, 28), ResolvedDate("2025-05-22", "resolved", True)),
        (
            DateMention(weekday=2, relative="lalu"),
            date(2025, 5, 28),
            ResolvedDate("2025-05-21", "resolved", True),
        ),
        (
            DateMention(weekday=3, relative="pekan lalu"),
            date(2025, 5, 28),
            ResolvedDate("2025-05-22", "resolved", True),
        ),
        (
            DateMention(weekday=0, relative="pekan lalu"),
            date(2025, 5, 28),
            ResolvedDate("2025-05-19", "resolved", True),
        ),
        (
            DateMention(weekday=0, relative="depan"),
            date(2025, 5, 28),
            ResolvedDate("2025-06-02", "resolved", True),
        ),
        # words that count from the day of writing: never certain
        (
            DateMention(relative="hari ini"),
            date(2025, 5, 28),
            ResolvedDate("2025-05-28", "resolved", None, False),
        ),
        (
            DateMention(relative="tadi pagi"),
            date(2025, 5, 28),
            ResolvedDate("2025-05-28", "resolved", None, False),
        ),
        (
            DateMention(relative="kemarin"),
            date(2025, 3, 1),
            ResolvedDate("2025-02-28", "resolved", None, False),
        ),
        (
            DateMention(relative="besok"),
            date(2025, 5, 31),
            ResolvedDate("2025-06-01", "resolved", None, False),
        ),
    ],
)
def test_from_the_publication_date(value: DateMention, published: date, expected: ResolvedDate) -> None:
    assert resolve(value, published=published) == expected


@pytest.mark.parametrize(
    ("value", "anchors", "expected"),
    [
        # another date near by
        (DateMention(month=8, day=10, weekday=3), [DateMention(2017, 7, 31)], "2017-08-10"),
        (DateMention(month=11, day=13, weekday=3), [DateMention(2025, 11)], "2025-11-13"),
        (DateMention(month=1, day=3), [DateMention(2024, 12, 28)], "2025-01-03"),
        # a year that is named, and the weekday
        (DateMention(month=12, day=29, weekday=0), [DateMention(2025)], "2025-12-29"),
        (DateMention(month=2, day=24, weekday=3), [DateMention(2021)], "2022-02-24"),
        (DateMention(month=12, day=20, weekday=2), [DateMention(2024)], "2023-12-20"),
        # old laws do not count: there was no BPJS Ketenagakerjaan
        (
            DateMention(month=2, day=24, weekday=3),
            [DateMention(2004), DateMention(2011), DateMention(2021)],
            "2022-02-24",
        ),
        # nothing tells the year
        (DateMention(month=12, day=18, weekday=2), [DateMention(2021)], None),
        (DateMention(month=12, day=29), [DateMention(2025)], None),
        (DateMention(month=8, day=23, weekday=2), [], None),
        (DateMention(weekday=1), [], None),
        (DateMention(relative="kemarin"), [DateMention(2023, 7, 12)], None),
        # two years are left
        (DateMention(month=8, day=10), [DateMention(2017, 7, 31), DateMention(2019, 7, 31)], None),
        # the one full date of the article
        (DateMention(relative="hari ini"), [DateMention(2023, 7, 12), DateMention(2023)], "2023-07-12"),
        (DateMention(weekday=WEDNESDAY), [DateMention(2023, 7, 12)], "2023-07-12"),
        (DateMention(weekday=FRIDAY), [DateMention(2023, 7, 12)], None),
    ],
)
def test_from_other_dates(value: DateMention, anchors: list[DateMention], expected: str | None) -> None:
    resolved = resolve(value, anchors=anchors)
    assert (resolved and resolved.date) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DateMention(weekday=1), ResolvedDate("2014", "resolved")),
        (DateMention(month=12, day=29, weekday=0), ResolvedDate("2014-12-29", "resolved", True)),
        (DateMention(month=12, day=29), ResolvedDate("2014-12-29", "resolved")),
    ],
)
def test_from_the_year_of_publication_alone(value: DateMention, expected: ResolvedDate) -> None:
    assert resolve(value, published_year=2014) == expected


@given(day=DAYS, lag=st.integers(0, 7))
def test_a_year_left_out_comes_back_within_a_week(day: date, lag: int) -> None:
    published = day + timedelta(lag)
    value = DateMention(month=day.month, day=day.day, weekday=day.weekday())
    assert resolve(value, published=published) == ResolvedDate(day.isoformat(), "resolved", True)


@given(day=DAYS, lag=st.integers(0, 6))
def test_a_weekday_comes_back_within_six_days(day: date, lag: int) -> None:
    resolved = resolve(DateMention(weekday=day.weekday()), published=day + timedelta(lag))
    assert resolved == ResolvedDate(day.isoformat(), "resolved", True)


@given(day=DAYS, years=st.lists(st.integers(2014, 2035), max_size=3))
def test_what_is_worked_out_has_the_written_day_and_weekday(day: date, years: list[int]) -> None:
    value = DateMention(month=day.month, day=day.day, weekday=day.weekday())
    resolved = resolve(value, anchors=[DateMention(year) for year in years])
    if resolved:
        found = date.fromisoformat(resolved.date)
        assert (found.month, found.day, found.weekday()) == (day.month, day.day, day.weekday())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Naskah MoU ditandatangani Bupati Wirya di pendopo, Rabu (4/6/2025).", "event"),
        ("Penandatanganan PKS berlangsung pada Selasa, 14 Oktober 2025, di ruang rapat.", "event"),
        ("Kegiatan tersebut berlangsung pada 7-8 Oktober 2024 di hotel.", "event"),
        ("Sabtu (9/4), pemkot dan lembaga itu meneken MoU.", "event"),
        ("Kata Bupati Wirya usai menandatangani nota kesepahaman di kantor itu, Rabu (23/8).", "event"),
        ("Sebelumnya, bupati membuka rapat dan penandatanganan PKS di aula, Rabu (13/10/2021).", "event"),
        ("MoU yang ditandatangani bupati di aula kecamatan Rabu (4/6/2025) berlaku lima tahun.", "event"),
        ("Demikian dikatakan bupati dalam keterangan tertulis, Selasa (12/4).", "statement"),
        (
            "Komitmen itu bagus, kata Kepala Cabang Wirya saat berbincang bersama wartawan, Kamis (14/10).",
            "statement",
        ),
        ("Kami mendorong semua pihak, ujar Bupati, Rabu (9/7).", "statement"),
        ("Ia bicara setelah penandatanganan PKS itu, kata Wirya di Harapan, Jumat.", "statement"),
        ("Kamis (14/10), bupati mengatakan hal itu kepada wartawan.", "statement"),
        ("Sampai dengan Juni 2023 cakupan 22 persen.", "as_of"),
        ("Jumlah peserta per 31 Juli 2017 sebanyak 249.", "as_of"),
        ("Hingga akhir Juli 2017 ada 18 perusahaan.", "as_of"),
        ("Perjanjian itu berlaku sampai 31 Desember 2025.", "expiry"),
        ("PKS itu jatuh tempo 1 Maret 2026.", "expiry"),
        ("MoU lama akan berakhir pada 31 Desember 2025.", "expiry"),
        ("Kepesertaan terhitung mulai 1 Januari 2024 aktif.", "period"),
        ("Dana itu untuk Tahun Anggaran 2026.", "period"),
        ("Perbup Nomor 5 yang ditetapkan tanggal 12 Mei 2022 itu ada.", "regulation"),
        ("PKS ini menindaklanjuti MoU dua lembaga 12 Mei 2021.", "other_event"),
        ("MoU yang telah ditandatangani di Solo pada 12 Mei 2021 menjadi dasar.", "other_event"),
        ("Sebelumnya, pada 12 Mei 2021, mereka telah meneken MoU.", "other_event"),
        ("Nota kesepahaman itu sudah berjalan sejak tahun 2016.", "other_event"),
        ("Penghargaan diserahkan kepala kantor pada Selasa, 23 April 2024.", "other_event"),
        ("Pada tahun 2021 ada 376 nelayan.", "statistic"),
        ("PKS akan ditandatangani pada Desember 2025.", "event"),
    ],
)
def test_role(text: str, expected: str) -> None:
    layout = read_layout(Article(text))
    mention = dates.find(layout)[0]
    assert date_role(layout, mention) == expected
