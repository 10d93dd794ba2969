"""Dates told by their distance, and weekdays and months reckoned from the day of a document."""

from datetime import date

import pytest

from factlint.values.date import DateRange, on_day
from factlint.values.date_expression import find_dates, resolve
from factlint.values.relative_date import reckon
from values.english import ENGLISH

FRIDAY = date(2023, 5, 12)


def only(text):
    [expression] = find_dates(text, ENGLISH)
    return expression


def days(text):
    """ "2023-05-12" or "2023-05-12/2023-05-14", "" for no range."""
    if not text:
        return None
    first, _, last = text.partition("/")
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("text", "date_text", "amount", "unit", "anchor"),
    [
        ("Touching on the visit last week, he", "last week", -1, "week", "document"),
        ("yesterday", "yesterday", -1, "day", "document"),
        ("said today that", "today", 0, "day", "document"),
        ("last night", "last night", -1, "day", "document"),
        ("this month", "this month", 0, "month", "document"),
        ("next year", "next year", 1, "year", "document"),
        ("gripped the country twelve years ago.", "twelve years ago", -12, "year", "document"),
        ("A decade ago", "A decade ago", -1, "decade", "document"),
        ("twenty-five years ago", "twenty-five years ago", -25, "year", "document"),
        ("the next day", "next day", 1, "day", "event"),
        ("the same day", "same day", 0, "day", "event"),
        ("the following week", "following week", 1, "week", "event"),
        ("The day before, he", "day before", -1, "day", "event"),
        ("a week earlier", "a week earlier", -1, "week", "event"),
        ("which began, a decade before the revolution", "a decade before", -1, "decade", "event"),
        ("and two days later", "two days later", 2, "day", "event"),
        ("two weeks after the war", "two weeks after", 2, "week", "event"),
        ("later that year", "that year", 0, "year", "event"),
        ("four centuries earlier", "four centuries earlier", -4, "century", "event"),
    ],
)
def test_a_date_told_by_its_distance(text, date_text, amount, unit, anchor):
    expression = only(text)
    assert expression.span.of(text) == date_text
    assert (expression.range, expression.weekday) == (None, None)
    assert (expression.relative.amount, expression.relative.unit, expression.relative.anchor) == (amount, unit, anchor)


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("12 May 2023", None, "2023-05-12"),
        ("in 2011", FRIDAY, "2011-01-01/2011-12-31"),
        ("yesterday", FRIDAY, "2023-05-11"),
        ("tomorrow", FRIDAY, "2023-05-13"),
        # Weeks that begin on Saturday, Sunday or Monday.
        ("last week", FRIDAY, "2023-04-29/2023-05-07"),
        ("this week", FRIDAY, "2023-05-06/2023-05-14"),
        ("last week", date(2023, 5, 14), "2023-05-01/2023-05-13"),
        ("last month", FRIDAY, "2023-04-01/2023-04-30"),
        ("last month", date(2023, 1, 31), "2022-12-01/2022-12-31"),
        ("last year", FRIDAY, "2022-01-01/2022-12-31"),
        ("last decade", FRIDAY, "2010-01-01/2019-12-31"),
        ("three days ago", FRIDAY, "2023-05-09"),
        ("twelve years ago", FRIDAY, "2010-11-11/2011-12-31"),
        ("a month ago", date(2023, 3, 31), "2023-02-01/2023-03-15"),
        ("on Wednesday", FRIDAY, "2023-05-10"),
        ("last Wednesday", date(2023, 5, 13), "2023-05-10"),
        ("on Friday", FRIDAY, "2023-05-12"),
        ("next Friday", FRIDAY, "2023-05-19"),
        ("this Friday", FRIDAY, ""),
        ("last December", FRIDAY, "2022-12-01/2022-12-31"),
        ("last April", FRIDAY, ""),
        ("this April", FRIDAY, "2023-04-01/2023-04-30"),
        ("next April", FRIDAY, "2024-04-01/2024-04-30"),
        ("on Wednesday", None, ""),
        ("last week", None, ""),
        ("two days later", FRIDAY, ""),
        ("the following Sunday", FRIDAY, ""),
        ("10 May", FRIDAY, ""),
        ("in March", FRIDAY, ""),
        ("12/05/2023", FRIDAY, ""),
        ("last week", date(1, 1, 1), ""),
        ("ninety centuries ago", FRIDAY, ""),
        ("next Sunday", date(9999, 12, 31), ""),
    ],
)
def test_dates_are_reckoned_from_the_day_of_the_document(text, reference, expected):
    assert resolve(only(text), reference) == days(expected)


def test_a_distance_from_an_event_is_reckoned_from_the_day_of_the_event():
    assert reckon(only("two days later").relative, FRIDAY) == on_day(2023, 5, 14)
    assert reckon(only("the next day").relative, FRIDAY) == on_day(2023, 5, 13)
