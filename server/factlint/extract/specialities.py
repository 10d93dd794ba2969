"""The noun right before an office that tells what it is for: "a navigation engineer", "fitness coach X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.mentions import is_calendar_word, is_ordinary

if TYPE_CHECKING:
    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

# Endings of adjectives that tell of a person ("respected", "cheerful"), not of their field; and how few letters of a
# word may stand before one.
_DESCRIBING = ("ed", "ful", "ous", "less", "est", "ly", "ish", "able", "ible", "old", "born", "style")
_SHORTEST_STEM = 2
# Endings of hyphened ones ("long-serving", "two-time").
_COMPOUND = ("ing", "time", "term", "year")
# How many words may stand between an article and the noun that goes with the office.
_MOST_WORDS = 5


def find_speciality(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> int | None:
    """The token of the noun before the office that begins at token `end`, where it tells what the office is for."""
    number = end - 1
    if number < floor or not _may_be_speciality(tokens, number, lexicon):
        return None
    return number if not tokens.items[number].text.islower() or _is_in_noun_phrase(tokens, end, lexicon) else None


def _may_be_speciality(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True for an ordinary word that is no verb of speech or appointing and does not tell what sort the person is."""
    token, grammar = tokens.items[number], lexicon.grammar
    if not token.is_word or token.is_possessive or token.is_shouted or is_calendar_word(tokens, number, lexicon):
        return False
    if token.is_capital and not is_ordinary(token.folded, lexicon):
        return False
    is_verb = token.folded in lexicon.speech_verbs | grammar["appointing"] | grammar["replacing"]
    is_plain = token.folded not in lexicon.function_words and token.folded not in grammar["plain_attributes"]
    is_kin = token.folded in lexicon.kin or token.folded in lexicon.qualifiers or token.folded in lexicon.demonyms
    return is_plain and not is_verb and not is_kin and not is_description(token.folded)


def is_description(word: str) -> bool:
    """True for an adjective that its ending shows to tell of a person: "respected", "famous", "long-serving"."""
    if "-" in word and word.endswith(_COMPOUND):
        return True
    return any(word.endswith(ending) and len(word) > len(ending) + _SHORTEST_STEM for ending in _DESCRIBING)


def _is_in_noun_phrase(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    """True where what stands before the office's noun shows it to be no verb: an article and adjectives, a pause."""
    items, grammar = tokens.items, lexicon.grammar
    first = tokens.sentence_of(end - 1).start
    for number in range(end - 2, max(end - 2 - _MOST_WORDS, first - 1), -1):
        token = items[number]
        if token.is_possessive or token.folded in grammar["determiners"] | grammar["introducers"]:
            return True
        if token.text in {",", "(", "|", "—", "–"}:
            return _is_in_pauses(tokens, end)
        is_leading = token.folded in grammar["copulas"] | grammar["past_copulas"] | grammar["prepositions"]
        if is_leading or token.folded in lexicon.speech_verbs:
            return number == end - 2
        if not _is_modifier(token, lexicon):
            return False
    return end - 2 < first or (not items[first].is_capital and first == end - 2)


def _is_modifier(token: Token, lexicon: Lexicon) -> bool:
    is_plain = token.is_word and token.folded not in lexicon.function_words
    return is_plain or token.folded in lexicon.qualifiers or token.text[0].isdigit() or token.text == "-"


def _is_in_pauses(tokens: Tokens, end: int) -> bool:
    """True for an office behind a pause before which no name follows: ", navigation engineer," not ", met coach X"."""
    items = tokens.items
    return end + 1 >= len(items) or not items[end + 1].is_capital
