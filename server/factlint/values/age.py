"""How old somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date


_DAYS = 365.25


class Age(Struct, frozen=True):
    """An age in whole years."""

    years: int


def may_be_one(age: Age, on: date | None, other: Age, other_on: date | None) -> bool:
    """True where one person may be of both ages, each at its day: a birthday may lie between.

    Of days that are not known nothing is assumed but that nobody grows younger: the first is then taken to be later.
    """
    if on is None or other_on is None:
        return age.years >= other.years
    return abs(age.years - other.years - _years(other_on, on)) < 1


def grown(age: Age, on: date | None, until: date | None) -> Age:
    """The age at another day, the birthday taken to be over; the same where a day is not known."""
    return age if on is None or until is None else Age(age.years + round(_years(on, until)))


def _years(first: date, last: date) -> float:
    return (last - first).days / _DAYS
