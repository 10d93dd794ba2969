"""When one date can be a slip for another."""

import pytest

from factlint.values.date import Season, in_season
from factlint.values.date_expression import find_dates
from factlint.values.when import Parts, When, agree, parts_of, slip_of
from values.english import ENGLISH

DAY = Parts(1934, 6, 9)


@pytest.mark.parametrize(
    ("theirs", "part", "is_exact"),
    [
        (Parts(1934, 7, 9), "month", True),
        (Parts(1943, 6, 9), "year", True),
        (Parts(1934, 6, 19), "day", True),
        (Parts(None, 7, 9), "month", True),
        (Parts(1934, 7, None), "month", False),
        (Parts(1935, None, None), "year", False),
    ],
)
def test_one_part_differs(theirs, part, is_exact):
    slip = slip_of(DAY, theirs)
    assert slip is not None
    assert (slip.part, slip.is_exact) == (part, is_exact)


@pytest.mark.parametrize(
    "theirs",
    [DAY, Parts(1934, None, None), Parts(1934, 7, 10), Parts(1935, 7, 9), Parts(None, 7, None), Parts(1862, 6, 9)],
)
def test_no_slip_where_none_or_more_parts_differ_or_the_years_are_not_alike(theirs):
    assert slip_of(DAY, theirs) is None


def test_dates_agree_in_all_parts_that_both_give():
    assert agree(DAY, Parts(None, 6, 9))
    assert not agree(DAY, Parts(None, 6, 8))
    assert not agree(Parts(1934, None, None), Parts(None, 6, 9))


def test_a_date_is_corrected_in_the_parts_that_it_gives():
    assert Parts(None, 6, 9).corrected(Parts(1934, 7, 9)) == Parts(None, 7, 9)
    assert Parts(1934, 6, None).corrected(Parts(1934, 7, 9)) == Parts(1934, 7, None)


def test_a_season_gives_its_year_alone():
    season = When("summer of 1934", in_season(1934, Season.SUMMER), None, "in", is_part=True)
    assert parts_of(season) == (Parts(1934, None, None),)


@pytest.mark.parametrize(("day", "is_figure"), [(19, True), (29, True), (8, False), (10, False)])
def test_a_figure_of_the_day_is_dropped_or_not(day, is_figure):
    slip = slip_of(DAY, Parts(1934, 6, day))
    assert slip is not None
    assert slip.is_figure is is_figure


def period_of(text):
    (found,) = find_dates(text, ENGLISH)
    return parts_of(When(text, found.range, None, found.role, found.month, found.day, found.is_part, found.period))[0]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("the first quarter of 2021", "Q2 2021"),
        ("the second half of 2021", "H1 2021"),
        ("summer 2019", "spring 2019"),
        ("late 2019", "early 2019"),
        ("the end of May 2019", "early May 2019"),
        ("the 2021 second quarter", "the first quarter of 2021"),
        ("the 1980s", "the 1990s"),
        ("the 18th century", "the nineteenth century"),
    ],
)
def test_a_period_is_a_part_that_may_be_wrong(mine, theirs):
    slip = slip_of(period_of(mine), period_of(theirs))
    assert slip is not None
    assert slip.part == "period"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("the first quarter of 2021", "March 2021"),
        ("the second half of 2021", "Q3 2021"),
        ("summer 2019", "June 2019"),
        ("the 1980s", "in 1984"),
        ("the 18th century", "in 1700"),
        ("the 18th century", "the 1750s"),
        ("mid-2019", "early 2019"),
    ],
)
def test_a_period_and_what_may_lie_in_it_are_no_slip(mine, theirs):
    assert slip_of(period_of(mine), period_of(theirs)) is None
    assert slip_of(period_of(theirs), period_of(mine)) is None


def test_a_date_agrees_with_the_period_that_it_lies_in():
    assert agree(period_of("the 1980s"), period_of("in 1984"))
    assert not agree(period_of("the 1980s"), period_of("in 1994"))
