"""How long a stated length may be, and what is between two dates."""

from fractions import Fraction

import pytest

from factlint.values.date import in_year, on_day
from factlint.values.length_of_time import Degree, Length, may_be, reckoned, stretch
from factlint.values.relative_date import Unit


def length(amount, unit, degree=Degree.NONE):
    return Length(Fraction(amount), unit, degree)


@pytest.mark.parametrize(
    ("stated", "days", "fits"),
    [
        (length(9, Unit.DAY), 9, True),
        (length(10, Unit.DAY), 9, True),
        (length(11, Unit.DAY), 9, False),
        (length(3, Unit.WEEK), 20, True),
        (length(3, Unit.WEEK), 9, False),
        (length(3, Unit.WEEK, Degree.NEARLY), 18, True),
        (length(3, Unit.WEEK, Degree.NEARLY), 24, False),
        (length(1, Unit.DECADE), 3500, True),
        (length(1, Unit.DECADE), 5000, False),
        (length(1, Unit.DECADE, Degree.OVER), 20_000, True),
        (length(1, Unit.DECADE, Degree.OVER), 3000, False),
        (length(1, Unit.DECADE, Degree.UNDER), 300, True),
        (length(1, Unit.DECADE, Degree.UNDER), 4000, False),
        (length(10, Unit.DAY, Degree.ABOUT), 12, True),
    ],
)
def test_a_length_allows_what_its_words_say(stated, days, fits):
    first, last = on_day(2000, 1, 1), on_day(2000, 1, 1).first.toordinal() + days
    day = first.first.fromordinal(last)
    assert may_be(stated, stretch(first, on_day(day.year, day.month, day.day))) is fits


def test_bare_years_may_be_almost_a_year_more_or_less_apart():
    assert may_be(length(2, Unit.YEAR), stretch(in_year(2011), in_year(2014)))
    assert not may_be(length(2, Unit.YEAR), stretch(in_year(2011), in_year(2015)))


def test_the_reckoned_length_is_in_the_unit_of_the_stated_one_where_that_is_whole():
    may = on_day(2023, 5, 10), on_day(2023, 5, 24)
    assert reckoned(*may, length(3, Unit.WEEK)) == length(2, Unit.WEEK)
    assert reckoned(may[0], on_day(2023, 5, 19), length(3, Unit.WEEK)) == length(9, Unit.DAY)
    assert reckoned(in_year(1990), in_year(2010), length(1, Unit.DECADE)) == length(2, Unit.DECADE)
    assert reckoned(in_year(1990), in_year(2007), length(1, Unit.DECADE)) == length(17, Unit.YEAR)


def test_nothing_is_reckoned_where_the_dates_do_not_tell():
    assert reckoned(in_year(1979), in_year(1979), length(1, Unit.DECADE)) is None
    assert reckoned(in_year(1979), in_year(1980), length(3, Unit.WEEK)) is None
