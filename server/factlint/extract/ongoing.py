"""What tells of the day of a text that does not give it: "now in its eighth year", and the latest past it tells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.distances import Clue, distances
from factlint.extract.relation import relation_of
from factlint.extract.scan import calendar_of
from factlint.extract.sentence_time import dates_by_sentence
from factlint.extract.tense import folded, has_any, is_past
from factlint.values.date import in_year, in_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.extract.scan import Scan
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon
    from factlint.values.calendar import Calendar
    from factlint.values.date_expression import DateExpression

# Roles of dates that a text in the past tense must lie behind, and of those at which something began.
_PAST_ROLES = frozenset({"in", "on", "since", "between", "as of"})
_BEGINNING_ROLES = frozenset({"in", "on", "since"})
_INTO = frozenset({"in", "into", "entering", "entered", "enters"})
_OWNERS = frozenset({"its", "their", "a", "the", "his", "her"})
# How many words before a year "the 40th anniversary of the" may stand.
_REACH = 5


class Beginning(Struct, frozen=True):
    """The year in which something began, and the stems of the words that tell it."""

    year: int
    words: frozenset[str]


def latest_told(account: Account) -> Clue | None:
    """The latest date that a text tells in the past tense: it was written no earlier."""
    told = []
    for scanned, sentence, dates in _dated_sentences(account):
        words = folded(scanned.tokens, sentence)
        if is_past(words, account.lexicon) and not has_any(words, account.lexicon, "future"):
            past = (each for each in dates if each.role in _PAST_ROLES)
            told += [Clue(each.range, each.span.of(scanned.tokens.text)) for each in past if each.range is not None]
    return max(told, key=lambda clue: clue.days.first, default=None)


def ongoing(account: Account, elsewhere: Sequence[Beginning]) -> Clue | None:
    """The years in which a text was written that counts them: by something in its Nth year, a distance, a jubilee.

    None where its counts do not agree with each other. What it tells as past makes some of them impossible.
    """
    floor = latest_told(account)
    earliest = floor.days.first if floor else date.min
    clues = [*_in_nth_year(account, elsewhere, earliest), *distances(account), *_anniversaries(account)]
    fitting = [clue for clue in clues if clue.days.last >= earliest]
    return fitting[0] if fitting and all(clue.days.overlaps(fitting[0].days) for clue in fitting) else None


def _in_nth_year(account: Account, elsewhere: Sequence[Beginning], earliest: date) -> Iterator[Clue]:
    """The years in which something that the text tells of is in its Nth year.

    When that began must be told with the same names or words, by the text itself or else `elsewhere`, and in one year
    that fits what the text tells as past.
    """
    for number, words, text in _counts(account):
        for told in (beginnings(account), elsewhere):
            found: dict[int, int] = {}
            for begun in told:
                found[begun.year] = max(found.get(begun.year, 0), len(words & begun.words))
            found = {year: shared for year, shared in found.items() if shared}
            days = {year: in_years(year + number - 1, year + number) for year in found if _fits(year + number)}
            fitting = [year for year in days if days[year].last >= earliest]
            best = [year for year in fitting if found[year] == max(found[other] for other in fitting)]
            if len(best) == 1:
                yield Clue(days[best[0]], text)
                break


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
            is_now = _is_now(words, place, tokens, lexicon)
            is_counted = items[place - 3].folded in _INTO and is_now and not has_any(words, lexicon, "future")
            if is_counted and number:
                text = tokens.span(place - 3, place + 1).of(tokens.text)
                yield number, relation_of(tokens, lexicon, place - 3, place + 1), text


def _is_now(words: Sequence[str], place: int, tokens: Tokens, lexicon: Lexicon) -> bool:
    """True where a count that ends at token `place` is of now, and for "in its fifth year since" with no past verb."""
    if has_any(words, lexicon, "now") or has_any(words, lexicon, "present_verbs"):
        return True
    return [token.folded for token in tokens.items[place + 1 : place + 2]] == ["since"] and not is_past(words, lexicon)


def _number(word: str, calendar: Calendar) -> int | None:
    """The number of "eighth" or 8th, and of "eight" where it was miswritten."""
    for read in (calendar.ordinal_of, calendar.number_of):
        try:
            number = read(word)
        except ValueError:
            continue
        return number if number > 1 else None
    return None


def beginnings(account: Account) -> tuple[Beginning, ...]:
    """The years in which the text says that something began, each with the words of its clause."""
    found = []
    for scanned, sentence, dates in _dated_sentences(account):
        if not has_any(folded(scanned.tokens, sentence), account.lexicon, "begin"):
            continue
        for each in dates:
            days, token = each.range, scanned.tokens.at(each.span.start)
            if days is not None and days.first.year == days.last.year and each.role in _BEGINNING_ROLES:
                words = relation_of(scanned.tokens, account.lexicon, token, token + 1)
                found.append(Beginning(days.first.year, words))
    return tuple(found)


def _dated_sentences(account: Account) -> Iterator[tuple[Scan, range, Sequence[DateExpression]]]:
    """The sentences of a text that have dates, with those."""
    for scanned in account.scans:
        for number, dates in dates_by_sentence(scanned).items():
            yield scanned, scanned.tokens.sentences[number], dates


def _anniversaries(account: Account) -> Iterator[Clue]:
    """The year of "the 40th anniversary of the 1979 flood", where the sentence dates it no otherwise."""
    for scanned, sentence, dates in _dated_sentences(account):
        days, tokens = dates[0].range, scanned.tokens
        if len(dates) > 1 or days is None or days.first.year != days.last.year:
            continue
        token = tokens.at(dates[0].span.start)
        near = range(max(sentence.start + 1, token - _REACH), token)
        place = next((n for n in near if tokens.items[n].folded == "anniversary"), None)
        ordinal = _ordinal_before(scanned, place, calendar_of(account.lexicon)) if place is not None else None
        if ordinal is not None and _fits(days.first.year + ordinal[1]):
            text = tokens.span(ordinal[0], token + 1).of(tokens.text)
            yield Clue(in_year(days.first.year + ordinal[1]), text)


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
