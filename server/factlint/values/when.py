"""When something is: a date or weekday with the word that says how it relates to the event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.values.date import DateRange, Weekday


@dataclass(frozen=True, slots=True)
class When:
    """A date, a weekday or both, as written; `role` is the preposition's class ("since", "in", "on", "").

    `range` is None where the text gives no year: `month` and `day` then say what it gives.
    """

    text: str
    range: DateRange | None
    weekday: Weekday | None
    role: str
    month: int | None = None
    day: int | None = None
