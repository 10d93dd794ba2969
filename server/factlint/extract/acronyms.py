"""Acronyms and their expansions in the tokens of one block: "Long Form (LF)", "LF (Long Form)", "LF, or Long Form"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.values.acronym import Expansion, matched_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

_ACRONYM_LENGTHS = range(2, 9)
# Below this share of explained letters the words before the brackets are something else ("the army (IRGC)").
_LEAST_MATCHED = 0.6
_LONGEST_LINK, _LONGEST_FORM = 5, 16
_APOSTROPHES = frozenset({"'", "’"})


@dataclass(frozen=True, slots=True)
class Expanded:
    """An expansion with the token numbers of its long form."""

    start: int
    end: int
    expansion: Expansion


def find_expanded(tokens: Tokens, lexicon: Lexicon) -> tuple[Expanded, ...]:
    """Every acronym of the block that the block itself expands."""
    return tuple(found for number in range(len(tokens.items)) for found in _at(tokens, number, lexicon))


def is_acronym(token: Token) -> bool:
    """True for a word of two to eight letters, all but perhaps a plural s or small inner letters capitals."""
    if not token.is_capital:
        return False
    text = token.text.replace(".", "")
    capitals = sum(letter.isupper() for letter in text)
    return len(text) in _ACRONYM_LENGTHS and text[0].isupper() and capitals >= max(2, len(text) - 1)


def _at(tokens: Tokens, number: int, lexicon: Lexicon) -> Iterator[Expanded]:
    if not is_acronym(tokens.items[number]):
        return
    acronym = tokens.items[number].text.replace(".", "")
    joiners = lexicon.grammar["acronym_joiners"]
    before = _past_link(tokens, number, -1)
    if before is not None:
        yield from _long_form_before(tokens, before + 1, acronym, joiners)
    behind = _past_link(tokens, number, 1)
    if behind is not None:
        yield from _long_form_behind(tokens, behind, acronym, joiners)


def _past_link(tokens: Tokens, number: int, step: int) -> int | None:
    """The token beyond a bracket or comma and a few small words: "(", ", or", ", in full the", ", known as".

    The initials of the words there must still spell the acronym, so any small words will do.
    """
    items, sentence = tokens.items, tokens.sentence_of(number)
    here, has_mark = number + step, False
    while here in sentence and abs(here - number) <= _LONGEST_LINK:
        token = items[here]
        if token.text in {"(", ",", ":"} and not has_mark:
            has_mark = True
        elif not (token.is_word and token.text.islower()):
            return here if has_mark else None
        here += step
    return None


def _long_form_before(tokens: Tokens, end: int, acronym: str, joiners: Set[str]) -> Iterator[Expanded]:
    floor = tokens.sentence_of(max(0, end - 1)).start
    start = end
    while start > max(floor, end - _LONGEST_FORM) and _may_belong(tokens.items[start - 1], joiners):
        start -= 1
    # Of "Institute of Trade of the Academy (IT)" only the institute is meant: a long form may end before a joiner.
    ends = [end, *(number for number in range(start, end) if tokens.items[number].folded in joiners)]
    yield from _best(tokens, [range(first, last) for last in ends for first in range(start, last)], acronym)


def _long_form_behind(tokens: Tokens, start: int, acronym: str, joiners: Set[str]) -> Iterator[Expanded]:
    end = start
    while end < min(len(tokens.items), start + _LONGEST_FORM) and _may_belong(tokens.items[end], joiners):
        end += 1
    yield from _best(tokens, [range(start, last) for last in range(start + 1, end + 1)], acronym)


def _may_belong(token: Token, joiners: Set[str]) -> bool:
    if token.text in _APOSTROPHES:
        return True
    return token.is_word and (token.is_capital or token.folded in joiners) and not is_acronym(token)


def _best(tokens: Tokens, candidates: list[range], acronym: str) -> Iterator[Expanded]:
    """The shortest candidate that explains the most letters and begins and ends with a capital word."""

    def words(candidate: range) -> tuple[str, ...]:
        return tuple(tokens.items[number].text for number in candidate if tokens.items[number].is_word)

    fitting = [
        (matched_letters(acronym, words(candidate)), -len(candidate), candidate.start)
        for candidate in candidates
        if len(candidate) > 1
        and tokens.items[candidate[0]].is_capital
        and tokens.items[candidate[-1]].is_capital
        and tokens.items[candidate[0]].text[0].casefold() == acronym[0].casefold()
    ]
    share, negative_length, start = max(fitting, default=(0.0, 0, 0))
    if share >= _LEAST_MATCHED:
        long_form = range(start, start - negative_length)
        yield Expanded(long_form.start, long_form.stop, Expansion(acronym, words(long_form)))
