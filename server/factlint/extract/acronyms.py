"""Acronyms and their expansions in the tokens of one block: "Long Form (LF)", "LF (Long Form)", "the LF, or Long Form"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.values.acronym import Expansion, matched_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.tokens import Token, Tokens

_ACRONYM_LENGTHS = range(2, 9)
# Below this share of explained letters the words before the brackets are something else ("the army (IRGC)").
_LEAST_MATCHED = 0.6
_JOINERS = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})
_LINKS = ("known as", "also known as", "or", "called")


@dataclass(frozen=True, slots=True)
class Expanded:
    """An expansion with the token numbers of its long form."""

    start: int
    end: int
    expansion: Expansion


def find_expanded(tokens: Tokens) -> tuple[Expanded, ...]:
    """Every acronym of the block that the block itself expands."""
    return tuple(found for number in range(len(tokens.items)) for found in _at(tokens, number))


def is_acronym(token: Token) -> bool:
    """True for a word of two to eight letters, all but perhaps a plural s or small inner letters capitals."""
    text = token.text.replace(".", "")
    capitals = sum(letter.isupper() for letter in text)
    return token.is_word and len(text) in _ACRONYM_LENGTHS and text[0].isupper() and capitals >= max(2, len(text) - 1)


def _at(tokens: Tokens, number: int) -> Iterator[Expanded]:
    items = tokens.items
    if not is_acronym(items[number]):
        return
    acronym = items[number].text.replace(".", "")
    before = number - 1
    if before >= 0 and (items[before].text == "(" or _is_linked(tokens, before)):
        while before >= 0 and (
            items[before].text in {"(", ","} or items[before].folded in {"or", "known", "as", "also", "called"}
        ):
            before -= 1
        yield from _long_form_before(tokens, before + 1, acronym)
    opening = number + 1
    if opening + 1 < len(items) and (items[opening].text == "(" or _is_apposed(tokens, opening)):
        yield from _long_form_behind(tokens, opening + 1, acronym)


def _is_linked(tokens: Tokens, number: int) -> bool:
    """True where the words up to `number` are ", or", ", known as" and the like."""
    words = [item.folded for item in tokens.items[max(0, number - 2) : number + 1]]
    return any(" ".join(words).endswith(f" {link}") for link in _LINKS)


def _is_apposed(tokens: Tokens, number: int) -> bool:
    """True for the comma in "the SDF, the Syrian Democratic Forces"."""
    items = tokens.items
    return items[number].text == "," and items[number + 1].folded == "the"


def _long_form_before(tokens: Tokens, end: int, acronym: str) -> Iterator[Expanded]:
    floor = tokens.sentence_of(max(0, end - 1)).start
    start = end
    while start > floor and _may_belong(tokens.items[start - 1]):
        start -= 1
    yield from _best(tokens, [range(first, end) for first in range(start, end)], acronym)


def _long_form_behind(tokens: Tokens, start: int, acronym: str) -> Iterator[Expanded]:
    if start < len(tokens.items) and tokens.items[start].folded == "the":
        start += 1
    end = start
    while end < len(tokens.items) and _may_belong(tokens.items[end]):
        end += 1
    yield from _best(tokens, [range(start, last) for last in range(start + 1, end + 1)], acronym)


def _may_belong(token: Token) -> bool:
    return token.is_word and (token.is_capital or token.folded in _JOINERS) and not is_acronym(token)


def _best(tokens: Tokens, candidates: list[range], acronym: str) -> Iterator[Expanded]:
    """The shortest candidate that explains the most letters and begins and ends with a capital word."""

    def words(candidate: range) -> tuple[str, ...]:
        return tuple(tokens.items[number].text for number in candidate)

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
