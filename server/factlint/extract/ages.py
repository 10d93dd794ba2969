"""Whose age a number is: "Ann Lee, 54,", "the 54-year-old mayor, Ann Lee", "Lee, who is 54"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.bindings import Holding
from factlint.extract.clauses import said_of
from factlint.extract.pieces import words_of
from factlint.extract.subjects import subject_of
from factlint.values.age import Age

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.cast import Cast

_OLDEST = 115
# How many words may stand between "54-year-old" and the name of who is.
_MOST_BETWEEN = 4
_PAUSES = frozenset({",", ".", ";", ":", "—", "–"})


def find_ages(cast: Cast) -> tuple[Holding, ...]:
    """The ages of a block with whose they are."""
    items = enumerate(cast.tokens.items)
    numbers = [number for number, item in items if item.text[0].isdigit() or "-" in item.text]
    return tuple(holding for number in numbers for holding in _ages_at(cast, number))


def _ages_at(cast: Cast, number: int) -> Iterator[Holding]:
    age, end = _years_at(cast, number)
    if age is None:
        return
    names = _of_year_old(cast, number, end) if end > number + 1 or _is_spelled(cast, number) else _of_bare(cast, number)
    yield from (Holding(name, age, number, number + 1) for name in names)


def _years_at(cast: Cast, number: int) -> tuple[Age | None, int]:
    """The age at a token, and the token behind it and its "-year-old"."""
    items, grammar = cast.tokens.items, cast.lexicon.grammar
    token = items[number]
    if token.text.isascii() and token.text.isdigit() and 0 < int(token.text) <= _OLDEST:
        is_joined = number + 2 < len(items) and items[number + 1].text == "-"
        is_old = is_joined and items[number + 2].folded in grammar["year_old"]
        return Age(int(token.text)), number + 3 if is_old else number + 1
    return _spelled(cast, number), number + 1


def _spelled(cast: Cast, number: int) -> Age | None:
    """The age of "eight-year-old"."""
    word = cast.tokens.items[number].folded
    if "-" not in word:
        return None
    for ending in cast.lexicon.grammar["year_old"]:
        years = words_of(cast.lexicon).cardinals.get(word.removesuffix(f"-{ending}"))
        if word.endswith(f"-{ending}") and years is not None:
            return Age(int(years))
    return None


def _is_spelled(cast: Cast, number: int) -> bool:
    return cast.tokens.items[number].is_word


def _of_year_old(cast: Cast, start: int, end: int) -> tuple[int, ...]:
    """The person behind "54-year-old", or the one of whom it is said."""
    sentence = cast.tokens.sentence_of(start)
    for number in range(end, min(sentence.stop, end + _MOST_BETWEEN + 1)):
        name = cast.person_from(number)
        if name is not None:
            return () if cast.is_possessive(name) else (name,)
        if cast.tokens.items[number].folded in cast.lexicon.function_words:
            break
    said = said_of(cast, start, end)
    return said.names if said and len(said.names) == 1 else ()


def _of_bare(cast: Cast, number: int) -> tuple[int, ...]:
    """The person of "Ann Lee, 54,", "Ann Lee (54)", "Ann Lee, aged 54" and "Ann Lee is 54"."""
    items, sentence = cast.tokens.items, cast.tokens.sentence_of(number)
    behind = items[number + 1].text if number + 1 < sentence.stop else "."
    if number == sentence.start:
        return ()
    before = items[number - 1]
    if (before.text, behind) == ("(", ")") or (before.text == "," and behind in _PAUSES):
        return _person_to(cast, number - 1)
    if before.folded in cast.lexicon.grammar["aged"]:
        return _person_to(cast, number - 1) or _person_to(cast, number - 2)
    is_told = behind in _PAUSES or any(behind in cast.lexicon.grammar[kind] for kind in ("years", "office_joiners"))
    return subject_of(cast, number - 1) if is_told and before.folded in cast.lexicon.grammar["being"] else ()


def _person_to(cast: Cast, end: int) -> tuple[int, ...]:
    name = cast.person_to(end)
    return () if name is None or cast.is_possessive(name) else (name,)
