"""What the words of a sentence tell of its time: the tense of its verbs, and words such as "now" and "then"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon


def folded(tokens: Tokens, place: range) -> list[str]:
    """The tokens of a place as the lexicon lists them."""
    return [tokens.items[number].folded for number in place]


@lru_cache(maxsize=256)
def time_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """The lexicon's words and phrases of a kind: "now", "then", "begin", "future", "relative" and so on."""
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
    irregular = time_words(lexicon, "past_verbs")
    return any(word in irregular or (word.endswith("ed") and len(word) > _SHORTEST) for word in words)


def is_of_now(words: Sequence[str], lexicon: Lexicon) -> bool:
    """True where a sentence speaks of the time of the text: it says "now", or has verbs of the present alone."""
    if has_any(words, lexicon, "now"):
        return True
    return has_any(words, lexicon, "present_verbs") and not is_past(words, lexicon)


_SHORTEST = 4
