"""What tells of the day of a text that does not give it: "now in its eighth year", and the latest past it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factlint.extract.relation import relation_of
from factlint.extract.scan import calendar_of
from factlint.extract.tense import folded, has_any, is_past
from factlint.values.date import DateRange, in_year, in_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract import Account
    from factlint.extract.scan import Scan
    from factlint.values.calendar import Calendar
    from factlint.values.date_expression import DateExpression

# Roles of dates that a text in the past tense must lie behind, and of those at which something began.
_PAST_ROLES = frozenset({"in", "on", "since", "between", "as of"})
_BEGINNING_ROLES = frozenset({"in", "on", "since"})
_INTO = frozenset({"in", "into", "entering", "entered", "enters"})
_OWNERS = frozenset({"its", "their", "a", "the", "his", "her"})
# How many words before a year "the 40th anniversary of the" may stand.
_REACH = 5


@dataclass(frozen=True, slots=True)
class Clue:
    """Days that a text tells of, and the words that tell them."""

    days: DateRange
    text: str


def latest_told(account: Account) -> Clue | None:
    """The latest date that a text tells in the past tense: it was written no earlier."""
    told = []
    for scanned in account.scans:
        for found in scanned.dates:
            words = _sentence(scanned, found)
            is_told = found.role in _PAST_ROLES and is_past(words, account.lexicon)
            if found.range is not None and is_told and not has_any(words, account.lexicon, "future"):
                told.append(Clue(found.range, found.span.of(scanned.tokens.text)))
    return max(told, key=lambda clue: clue.days.first, default=None)


def ongoing(account: Account, accounts: Sequence[Account]) -> Clue | None:
    """The years in which a text was written that says of something that it is now in its Nth year.

    When that began must be told with the same names or words, by the text itself or else by others, and in one year
    that fits what the text tells as past.
    """
    floor = latest_told(account)
    earliest = floor.days.first if floor else date.min
    for number, words, text in _counts(account):
        for group in ([account], [other for other in accounts if other is not account]):
            found = {year: len(words & about) for other in group for year, about in _beginnings(other) if words & about}
            days = {year: in_years(year + number - 1, year + number) for year in found if _fits(year + number)}
            fitting = [year for year in days if days[year].last >= earliest]
            best = [year for year in fitting if found[year] == max(found[other] for other in fitting)]
            if len(best) == 1:
                return Clue(days[best[0]], text)
    return _anniversary(account)


def _fits(year: int) -> bool:
    return year <= date.max.year


def _counts(account: Account) -> Iterator[tuple[int, frozenset[str], str]]:
    """Each "now in its eighth year": the number, the words of the clause around it, and its own words."""
    calendar, lexicon = calendar_of(account.lexicon), account.lexicon
    for scanned in account.scans:
        tokens, items = scanned.tokens, scanned.tokens.items
        for place in range(3, len(items)):
            if items[place].folded != "year" or items[place - 2].folded not in _OWNERS:
                continue
            number, words = _number(items[place - 1].folded, calendar), folded(tokens, tokens.sentence_of(place))
            is_now = has_any(words, lexicon, "now") or has_any(words, lexicon, "present_verbs")
            is_counted = items[place - 3].folded in _INTO and is_now and not has_any(words, lexicon, "future")
            if is_counted and number:
                text = tokens.span(place - 3, place + 1).of(tokens.text)
                yield number, relation_of(tokens, lexicon, place - 3, place + 1), text


def _number(word: str, calendar: Calendar) -> int | None:
    """The number of "eighth" or 8th, and of "eight" where it was miswritten."""
    for read in (calendar.ordinal_of, calendar.number_of):
        try:
            number = read(word)
        except ValueError:
            continue
        return number if number > 1 else None
    return None


def _beginnings(account: Account) -> Iterator[tuple[int, frozenset[str]]]:
    """The years in which the text says that something began, each with the words of its clause."""
    for scanned in account.scans:
        for found in scanned.dates:
            days = found.range
            if days is None or days.first.year != days.last.year or found.role not in _BEGINNING_ROLES:
                continue
            if has_any(_sentence(scanned, found), account.lexicon, "begin"):
                token = _token(scanned, found)
                yield days.first.year, relation_of(scanned.tokens, account.lexicon, token, token + 1)


def _anniversary(account: Account) -> Clue | None:
    """The year of "the 40th anniversary of the 1979 flood", where the sentence dates it no otherwise."""
    for scanned in account.scans:
        tokens = scanned.tokens
        for found in scanned.dates:
            token, days = _token(scanned, found), found.range
            if days is None or days.first.year != days.last.year or _is_dated_otherwise(scanned, found):
                continue
            near = range(max(tokens.sentence_of(token).start + 1, token - _REACH), token)
            place = next((n for n in near if tokens.items[n].folded == "anniversary"), None)
            if place is None:
                continue
            ordinal = _ordinal_before(scanned, place, calendar_of(account.lexicon))
            if ordinal is not None and _fits(days.first.year + ordinal[1]):
                text = tokens.span(ordinal[0], token + 1).of(tokens.text)
                return Clue(in_year(days.first.year + ordinal[1]), text)
    return None


def _ordinal_before(scanned: Scan, place: int, calendar: Calendar) -> tuple[int, int] | None:
    """The token where an ordinal right before token `place` begins, and its number: "40th" is two tokens."""
    items = scanned.tokens.items
    texts: Mapping[int, str] = {place - 1: items[place - 1].folded}
    if place > 1:
        texts = {place - 2: items[place - 2].folded + items[place - 1].folded, **texts}
    for start, text in texts.items():
        number = _number(text, calendar)
        if number is not None:
            return start, number
    return None


def _is_dated_otherwise(scanned: Scan, found: DateExpression) -> bool:
    sentence = scanned.tokens.sentence_of(_token(scanned, found))
    others = (other for other in scanned.dates if other is not found and _token(scanned, other) in sentence)
    return any(other.range is not None or other.relative is not None for other in others)


def _token(scanned: Scan, found: DateExpression) -> int:
    return next(n for n, item in enumerate(scanned.tokens.items) if item.span.end > found.span.start)


def _sentence(scanned: Scan, found: DateExpression) -> list[str]:
    return folded(scanned.tokens, scanned.tokens.sentence_of(_token(scanned, found)))
