"""What the words of a sentence tell of its time: the tense of its verbs, and words such as "now" and "then"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon


def folded(tokens: Tokens, place: range) -> list[str]:
    """The tokens of a place as the lexicon lists them."""
    return [tokens.items[number].folded for number in place]


# Words of at most this many letters that end in -ed are no verbs of the past ("red", "need").
_SHORTEST = 4


@lru_cache(maxsize=256)
def time_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """The lexicon's words and phrases of a kind: "now", "then", "begin", "future", "subordinators" and so on."""
    return frozenset(lexicon.tables.get("time", {}).get(kind, ()))


def has_any(words: Sequence[str], lexicon: Lexicon, kind: str) -> bool:
    """True where one of the words, or several in a row, are of a kind."""
    known = time_words(lexicon, kind)
    if not known.isdisjoint(words):
        return True
    sentence = f" {' '.join(words)} "
    return any(f" {phrase} " in sentence for phrase in known if " " in phrase)


def is_past(words: Sequence[str], lexicon: Lexicon) -> bool:
    """True where a word may be a verb of the past."""
    return any(may_be_past(word, lexicon) for word in words)


def may_be_past(word: str, lexicon: Lexicon) -> bool:
    """True for a folded word that may be a verb of the past, or its participle."""
    return word in time_words(lexicon, "past_verbs") or (word.endswith("ed") and len(word) > _SHORTEST)


def is_of_now(tokens: Tokens, sentence: range, lexicon: Lexicon) -> bool:
    """True where a sentence speaks of the time of the text: it says "now", or has a verb of the present.

    What it quotes is left out: a speaker's present is that of the event.
    """
    said = list(_unquoted(tokens, sentence))
    words = [tokens.items[number].folded for number in said]
    if has_any(words, lexicon, "now") or not time_words(lexicon, "present_verbs").isdisjoint(words):
        return True
    return any(_is_present(tokens, number, lexicon) for number in said if number > sentence.start)


def _unquoted(tokens: Tokens, sentence: range) -> Iterator[int]:
    """The tokens of a sentence that stand outside quotation marks, and the marks that open a quotation."""
    is_open = False
    for number in sentence:
        if not is_open:
            yield number
        text = tokens.items[number].text
        is_open = text == "“" or (is_open and text != "”") if text != '"' else not is_open


def _is_present(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """True for a word in -s right behind a name, "he" or a pause: "Larsen wants", "Larsen, the minister, calls"."""
    word, before = tokens.items[number], tokens.items[number - 1]
    is_verb = word.is_word and word.text.islower() and word.text.endswith("s") and not word.text.endswith("ss")
    is_other = word.folded in lexicon.function_words or may_be_past(word.folded, lexicon)
    is_behind = before.is_capital or before.text == "," or before.folded in time_words(lexicon, "persons")
    return is_verb and not is_other and not before.is_possessive and is_behind
