"""How a text introduces a name: "my neighbour X", "her brother X", "X, a plumber from Leeds,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

_LONGEST = 5


def introduction(tokens: Tokens, lexicon: Lexicon, start: int) -> frozenset[str]:
    """The folded words by which the name at token `start` is somebody's or one of many: neighbour, brother, plumber.

    Empty where the name stands bare, or behind a title or a definite article: then it may be known already. But a
    profession ("the violinist X") tells who is meant.
    """
    floor = max(tokens.sentence_of(start).start, start - _LONGEST)
    words: list[str] = []
    for number in range(start - 1, floor - 1, -1):
        token = tokens.items[number]
        if token.folded in lexicon.grammar["introducers"] or token.is_possessive:
            return frozenset(words)
        if token.folded in lexicon.grammar["articles"] and not lexicon.professions.isdisjoint(words):
            return frozenset(words)
        if not _is_common(token, lexicon):
            break
        words.append(token.folded)
    return frozenset()


def description(tokens: Tokens, lexicon: Lexicon, end: int) -> frozenset[str]:
    """The folded words of what is said between commas of the name before token `end`: "X, a plumber", "X, who digs"."""
    items = tokens.items
    if end + 1 >= len(items) or items[end].text != ",":
        return frozenset()
    openers = ("introducers", "articles", "relatives")
    if not any(items[end + 1].folded in lexicon.grammar[words] for words in openers):
        return frozenset()
    return frozenset(_common_words(tokens, lexicon, end + 2))


def _common_words(tokens: Tokens, lexicon: Lexicon, start: int) -> Iterator[str]:
    for token in tokens.items[start : min(start + _LONGEST, tokens.sentence_of(start - 1).stop)]:
        if not token.is_word:
            return
        if token.folded not in lexicon.function_words:
            yield token.folded


def _is_common(token: Token, lexicon: Lexicon) -> bool:
    return token.is_word and not token.is_capital and token.folded not in lexicon.function_words
