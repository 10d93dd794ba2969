"""Ranges of days: what the names of periods cover, and which ranges agree."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values.date import (
    DateRange,
    Part,
    Season,
    Weekday,
    agrees,
    in_century,
    in_decade,
    in_fiscal_year,
    in_half,
    in_month,
    in_quarter,
    in_season,
    in_year,
    in_years,
    on_day,
    part_of,
    weekday_of,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))
RANGES = st.builds(lambda one, other: DateRange(min(one, other), max(one, other)), DAYS, DAYS)


def days(first, last):
    return DateRange(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("found", "first", "last"),
    [
        (on_day(2023, 5, 12), "2023-05-12", "2023-05-12"),
        (in_month(2020, 2), "2020-02-01", "2020-02-29"),
        (in_month(2019, 2), "2019-02-01", "2019-02-28"),
        (in_year(2011), "2011-01-01", "2011-12-31"),
        (in_years(1965, 1969), "1965-01-01", "1969-12-31"),
        (in_decade(1990), "1990-01-01", "1999-12-31"),
        (in_decade(1900), "1900-01-01", "1999-12-31"),
        (in_century(20), "1900-01-01", "2000-12-31"),
        (in_century(1), "0001-01-01", "0100-12-31"),
        (in_quarter(2022, 3), "2022-07-01", "2022-09-30"),
        (in_half(2022, 1), "2022-01-01", "2022-06-30"),
        (in_half(2022, 2), "2022-07-01", "2022-12-31"),
        (in_fiscal_year(2024), "2023-01-01", "2025-12-31"),
        (in_season(2020, Season.SPRING), "2020-03-01", "2020-06-21"),
        (in_season(2020, Season.SUMMER), "2020-06-01", "2020-09-23"),
        (in_season(2020, Season.AUTUMN), "2020-09-01", "2020-12-21"),
        (in_season(2020, Season.WINTER), "2019-12-01", "2021-03-21"),
        (part_of(in_month(2023, 5), Part.EARLY), "2023-05-01", "2023-05-13"),
        (part_of(in_month(2023, 5), Part.MID), "2023-05-08", "2023-05-24"),
        (part_of(in_month(2023, 5), Part.LATE), "2023-05-18", "2023-05-31"),
    ],
)
def test_a_period_covers_its_days(found, first, last):
    assert found == days(first, last)


@pytest.mark.parametrize(
    "build",
    [
        lambda: on_day(2023, 2, 29),
        lambda: in_month(2023, 13),
        lambda: in_year(0),
        lambda: in_quarter(2023, 5),
        lambda: days("2023-05-13", "2023-05-12"),
    ],
)
def test_what_no_calendar_has_is_refused(build):
    with pytest.raises(ValueError, match=r"month|day|year|range"):
        build()


def test_the_parts_of_a_period_overlap_and_leave_nothing_out():
    year = in_year(2020)
    early, mid, late = (part_of(year, part) for part in Part)
    assert early.overlaps(mid)
    assert mid.overlaps(late)
    assert not early.overlaps(late)
    assert early.to(late) == year


JULY, YEAR_2020 = in_month(2020, 7), in_year(2020)


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        (JULY, JULY),
        (YEAR_2020, JULY),
        (JULY, YEAR_2020),
        (on_day(2020, 7, 14), JULY),
        (in_season(2020, Season.SUMMER), JULY),
        (part_of(YEAR_2020, Part.MID), in_season(2020, Season.SUMMER)),
        (in_season(2020, Season.WINTER), in_month(2020, 1)),
        (in_season(2020, Season.WINTER), in_month(2020, 12)),
        (in_decade(2020), YEAR_2020),
        (in_century(20), in_year(2000)),
        (in_century(21), in_year(2000)),
        (in_fiscal_year(2020), in_month(2019, 11)),
        (in_years(1971, 1972), in_year(1972)),
    ],
)
def test_vaguer_and_more_exact_dates_agree(claim, fact):
    assert agrees(claim, fact)
    assert agrees(fact, claim)


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        (in_month(2020, 6), JULY),
        (in_year(2012), in_year(2011)),
        (on_day(2023, 5, 11), on_day(2023, 5, 12)),
        (on_day(2020, 8, 1), JULY),
        (in_years(1965, 1969), in_years(1966, 1970)),
        (in_fiscal_year(2023), in_fiscal_year(2024)),
        (in_decade(1980), in_year(1990)),
        (part_of(YEAR_2020, Part.EARLY), in_month(2020, 11)),
        (in_season(2020, Season.SUMMER), in_season(2020, Season.SPRING)),
    ],
)
def test_other_days_do_not_agree(claim, fact):
    assert not agrees(claim, fact)
    assert not agrees(fact, claim)


def test_a_single_day_has_a_weekday():
    assert weekday_of(on_day(2023, 5, 12)) is Weekday.FRIDAY
    assert weekday_of(on_day(1754, 5, 28)) is Weekday.TUESDAY
    assert weekday_of(in_month(2023, 5)) is None


@settings(deadline=None)
@given(RANGES, RANGES)
def test_agreement_goes_both_ways_and_needs_a_common_day(one, other):
    assert agrees(one, other) == agrees(other, one)
    assert one.overlaps(other) or not agrees(one, other)


@settings(deadline=None)
@given(RANGES, st.sampled_from(Part))
def test_a_part_lies_in_the_whole(whole, part):
    assert whole.contains(part_of(whole, part))


@settings(deadline=None)
@given(RANGES)
def test_a_range_contains_its_ends_and_counts_them(whole):
    assert whole.contains(DateRange(whole.first, whole.first))
    assert whole.contains(DateRange(whole.last, whole.last))
    assert whole.first + timedelta(days=whole.days - 1) == whole.last
