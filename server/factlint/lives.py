"""When the people of a document were born and died, and how old it says that they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.dated import dates_of
from factlint.extract.events import BIRTH, DEATH
from factlint.extract.scan import calendar_of
from factlint.extract.tense import folded, has_any, time_words
from factlint.model import Mention, Slot, Stance
from factlint.patterns import compiled
from factlint.text import Span
from factlint.values.age import Age
from factlint.values.alternatives import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.dated import Dated
    from factlint.extract.account import Account
    from factlint.extract.scan import Scan
    from factlint.lexicon import Lexicon
    from factlint.model import Statement
    from factlint.values.date import DateRange
    from factlint.values.name import Name

# How far from the start of its sentence its person is named, and how far behind an age that opens it.
_FRONT, _MOST_BEHIND = 5, 8
# What stands between a name and an age, and the other way round.
# Few texts tell ages: the pattern of those that do takes long to compile.
_MAY_TELL = re.compile(r"(?i)(?<![^\W_])(?:aged?|died|old)(?![^\W_])")
_BEHIND_NAME = compiled(r"(?i),[\s~]+(?:(?:an?|the)[\s~]+)?(?:now[\s~]+)?")
_BEFORE_NAME = compiled(r"(?:[\s~]+\p{Ll}+){0,3}[\s~]+")
# How many code points may stand between a name and the brackets with a life (", Jr. (").
_REACH = 8


class Life(Struct, frozen=True):
    """When somebody was born or died (`event`), as the statement of a date says; `is_told` unless only by brackets."""

    name: Name
    event: str
    days: DateRange
    statement: Statement
    is_told: bool


class ToldAge(Struct, frozen=True):
    """How old somebody is said to be, and the one date of the sentence that this is told of.

    `span` of the block's prose holds the number; `of` is the statement of the name; `is_at_death` where it tells of a
    death, `is_of_now` where it is told of the day of the document.
    """

    age: Age
    span: Span
    block: int
    of: Statement
    at: Dated | None
    is_at_death: bool
    is_of_now: bool


def lives_of(account: Account) -> tuple[Life, ...]:
    """The births and deaths that a document dates and surely gives one person."""
    return tuple(_lives(account))


def _lives(account: Account) -> Iterator[Life]:
    for dated in dates_of(account):
        days = dated.parts.days() if dated.parts.year is not None else None
        if dated.event not in (BIRTH, DEATH) or days is None:
            continue
        name = _before_brackets(account, dated) if not dated.is_whole else _only_name(account, dated)
        if name is not None:
            yield Life(name, dated.event, days, dated.statement, dated.is_whole)


def _before_brackets(account: Account, dated: Dated) -> Name | None:
    """The name right before the brackets that hold a life."""
    ends = [
        said
        for said in account.beside(dated.statement)
        if said.slot is Slot.NAME and said.span.end <= dated.statement.span.start
    ]
    last = max(ends, key=lambda said: said.span.end, default=None)
    is_near = last is not None and dated.statement.span.start - last.span.end <= _REACH
    return last.subject[0] if is_near and last is not None and last.subject else None


def _only_name(account: Account, dated: Dated) -> Name | None:
    names = {said.subject[0] for said in account.beside(dated.statement) if _is_person(said)}
    others = [said for said in account.beside(dated.statement) if said.slot is Slot.NAME and not _is_person(said)]
    return names.pop() if len(names) == 1 and len(others) <= len(names) + 1 else None


def _is_person(said: Statement) -> bool:
    """True for a name of two words or more: of what has one word it is not told whether that is a person."""
    return said.slot is Slot.NAME and bool(said.subject) and len(said.subject[0].words) > 1


def ages_of(account: Account) -> Iterator[ToldAge]:
    """The ages that a document gives surely one person at a time."""
    dates = dates_of(account)
    for number, scanned in enumerate(account.scans):
        text = scanned.tokens.text
        for match in _pattern(account.lexicon).finditer(text) if _MAY_TELL.search(text) else ():
            found = _age(account, number, scanned, match, dates)
            if found is not None:
                yield found


def _age(
    account: Account, block: int, scanned: Scan, match: regex.Match[str], dates: Sequence[Dated]
) -> ToldAge | None:
    tokens, lexicon = scanned.tokens, scanned.lexicon
    token = tokens.at(match.start())
    sentence = tokens.sentences.index(tokens.sentence_of(token))
    words = folded(tokens, tokens.sentences[sentence])
    if not match["now"] and has_any(words, lexicon, "future"):
        return None
    is_of_now = match["now"] is not None
    of = _whose(account, block, sentence, None if is_of_now else token)
    if of is not None and is_of_now:
        of = of if _is_beside(account, block, of, match) and _is_of_our_time(account, block, of, dates) else None
    if of is None or of.stance not in (Stance.ASSERTED, Stance.REPORTED):
        return None
    inside = [each for each in dates if account.sentence_of(each.statement) == (block, sentence)]
    others = [each for each in inside if each.event != BIRTH]
    is_at_death = not time_words(lexicon, DEATH).isdisjoint(words)
    if len(others) > 1:
        return None
    number = calendar_of(lexicon).number_of(match["number"])
    return ToldAge(
        Age(number), Span(*match.span("number")), block, of, others[0] if others else None, is_at_death, is_of_now
    )


def _whose(account: Account, block: int, sentence: int, age: int | None) -> Statement | None:
    """The one person that a sentence names, or the one before for "he": whose age the token `age` is, if given."""
    scanned = account.scans[block]
    tokens, place = scanned.tokens, scanned.tokens.sentences[sentence]
    if any(_is_other(scanned, number) for number in place):
        return None
    named = account.said_in(block, sentence, Slot.NAME)
    prose = account.document.blocks[block].prose_span
    bearer = [tokens.at(prose(said.span).start) for said in named if _is_person(said)]
    if not bearer and sentence:
        bearer = [number for number in place if tokens.items[number].folded in scanned.lexicon.grammar["subjects"]]
        named = account.said_in(block, sentence - 1, Slot.NAME)
    people = [said for said in named if isinstance(said.value, Mention) and _is_person(said)]
    is_one = len({said.subject[0] for said in people}) == 1
    is_theirs = age is None or any(_bears(scanned, place, number, age) for number in bearer)
    return people[0] if is_one and is_theirs else None


def _bears(scanned: Scan, place: range, bearer: int, age: int) -> bool:
    """True where the sentence opens with its person and tells the age of them, or with the age and then has them."""
    items = scanned.tokens.items
    if age < bearer:
        return bearer - age <= _MOST_BEHIND and any(items[n].text == "," for n in range(age, bearer))
    is_first = bearer - place.start <= _FRONT or any(items[n].text == "," for n in range(place.start, bearer))
    relative = [n for n in range(bearer, age) if items[n].folded in scanned.lexicon.grammar["relatives"]]
    is_own = all(items[n - 1].text in (",", ")") or items[n - 1].is_capital for n in relative)
    opener, before = items[age].folded, items[age - 1]
    return is_first and is_own and (opener != "aged" or before.text in (",", "(") or before.folded == "died")


def _is_beside(account: Account, block: int, of: Statement, match: regex.Match[str]) -> bool:
    """True for "the 54-year-old chemist Eva Holm" and "Eva Holm, a 54-year-old chemist"."""
    text, name = match.string, account.document.blocks[block].prose_span(of.span)
    is_before = name.end <= match.start() and _BEHIND_NAME.fullmatch(text, name.end, match.start()) is not None
    is_behind = name.start >= match.end() and _BEFORE_NAME.fullmatch(text, match.end(), name.start) is not None
    return is_before or is_behind


def _is_of_our_time(account: Account, block: int, of: Statement, dates: Sequence[Dated]) -> bool:
    """True where a block tells of no other year than the document's, but of births."""
    near = [each for each in dates if (place := account.sentence_of(each.statement)) is not None and place[0] == block]
    births = [each.statement.period for each in near if each.event == BIRTH]
    year = account.date.year if account.date is not None else None
    is_ours = of.period is None or of.period in births or of.period.first.year == of.period.last.year == year
    return is_ours and all(each.event == BIRTH or each.parts.year in (None, year) for each in near)


def _is_other(scanned: Scan, number: int) -> bool:
    """True for a word that brings in somebody else: a relative, or what a name owns."""
    token = scanned.tokens.items[number]
    lexicon = scanned.lexicon
    is_kin = token.folded in lexicon.kin or token.folded in lexicon.plural_kin
    return token.is_possessive or is_kin or token.folded in lexicon.tables.get("lengths", {}).get("young", ())


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    words = any_of(word for word in calendar_of(lexicon).numbers if word not in ("a", "an"))
    number = rf"(?P<number>\d{{1,3}}|{words})"
    return compiled(
        rf"""(?<![\p{{L}}\d])(?i:
        (?:aged|at[\s~]+the[\s~]+age[\s~]+of|at[\s~]+age|died[\s~]+at)[\s~]+{number}
            (?=[\s~]*[,.;)]|[\s~]+(?:in|on|when|and|he|she|as|of|from|after|at)(?!\p{{L}})|\Z)
        | {number}[\s~-]+years?(?P<now>[\s~-]+old)(?!\p{{L}}))""",
        regex.VERBOSE,
    )
