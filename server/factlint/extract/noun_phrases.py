"""Where the phrase of a noun begins: its articles, adjectives and owners before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.specialities import is_description

if TYPE_CHECKING:
    from factlint.extract.cast import Cast

# How many words of description may stand before an office ("the first elected ...").
_MOST_ADJECTIVES = 3


def phrase_start(cast: Cast, start: int) -> int:
    """The token where the noun phrase begins that goes on at token `start`: its article, possessor, adjectives."""
    items, floor = cast.tokens.items, cast.tokens.sentence_of(start).start
    number = start
    while number > floor:
        token = items[number - 1]
        if token.is_possessive:
            number = _before_possessor(cast, number - 1)
        elif _goes_with_noun(cast, token.folded):
            number -= 1
        else:
            described = _before_adjectives(cast, number, floor)
            if described is None:
                return number
            number = described
    return number


def _goes_with_noun(cast: Cast, word: str) -> bool:
    grammar = cast.lexicon.grammar
    is_adverb = word in grammar["office_adverbs"] and not _is_joining(word, cast)
    return is_adverb or word in grammar["determiners"] or word in cast.lexicon.qualifiers


def _is_joining(word: str, cast: Cast) -> bool:
    """True for "and" and "to" and for forms of a verb, which are no part of a noun phrase."""
    grammar = cast.lexicon.grammar
    verbs = grammar["copulas"] | grammar["past_copulas"] | grammar["passives"] | grammar["auxiliaries"]
    joining = verbs | grammar["office_as"] | grammar["office_joiners"] | grammar["denials"]
    return word in joining - grammar["aside_openings"]


def _before_adjectives(cast: Cast, end: int, floor: int) -> int | None:
    """Before up to three plain words that describe what follows, if an article or possessor stands before them."""
    items, grammar = cast.tokens.items, cast.lexicon.grammar
    for number in range(end - 1, max(end - _MOST_ADJECTIVES, floor + 1) - 1, -1):
        token, before = items[number], items[number - 1]
        is_plain = token.text.islower() and token.folded not in cast.lexicon.function_words
        is_plain = is_plain or ("-" in token.text and is_description(token.folded))
        is_adverb = token.folded in grammar["office_adverbs"] and not _is_joining(token.folded, cast)
        if not is_plain and not token.text[0].isdigit() and not is_adverb:
            return None
        if before.is_possessive:
            return number
        if before.folded in grammar["determiners"]:
            return number
    return None


def _before_possessor(cast: Cast, number: int) -> int:
    """The first token of the possessor whose last is at `number`: "President Trump's", "the company's"."""
    items = cast.tokens.items
    while number > 0 and items[number].is_capital and items[number - 1].is_capital:
        number -= 1
    return number
