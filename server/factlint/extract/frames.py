"""The words that a mention stands between: "at the request of X", "the X territory", "in A, X and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.relation import stem_of

if TYPE_CHECKING:
    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon


class Frame(Struct, frozen=True):
    """How a mention is tied into its sentence.

    `link` is the small word or the comma before it, articles passed over; `governor` the stem of the word before that,
    or of the word right before it where there is no link; `head` the stem of the noun right behind it, which it
    modifies or owns. Each is empty where there is none.
    """

    link: str
    governor: str
    head: str

    def is_governed_like(self, other: Frame) -> bool:
        """True where both mentions depend on one word over small words: "support to X", "support for X".

        A word right before a name may only say what it is ("the moon X").
        """
        are_tied = self.link == other.link or (self.link.isalpha() and other.link.isalpha())
        return bool(self.governor and self.link) and self.governor == other.governor and are_tied

    def is_owner_like(self, other: Frame) -> bool:
        """True where both mentions stand before one noun: "the X minister"."""
        return bool(self.head) and self.head == other.head


def frame_of(tokens: Tokens, lexicon: Lexicon, start: int, end: int) -> Frame:
    """The frame of the mention of tokens `start` to `end`."""
    items, sentence = tokens.items, tokens.sentence_of(start)
    before = _past_articles(tokens, lexicon, start - 1, sentence.start)
    link = ""
    if before >= sentence.start and _is_link(items[before], lexicon):
        link = items[before].folded or items[before].text
        before = _past_articles(tokens, lexicon, before - 1, sentence.start)
    is_plain = before >= sentence.start and not items[before].is_capital
    governor = items[before] if is_plain else None
    head = _head(tokens, lexicon, end) if end < sentence.stop else ""
    return Frame(link, _stem(governor, lexicon) if governor else "", head)


def _past_articles(tokens: Tokens, lexicon: Lexicon, number: int, floor: int) -> int:
    while number >= floor and tokens.items[number].folded in lexicon.grammar["determiners"]:
        number -= 1
    return number


def _is_link(token: Token, lexicon: Lexicon) -> bool:
    return token.text == "," or (token.is_word and token.folded in lexicon.function_words)


def _head(tokens: Tokens, lexicon: Lexicon, number: int) -> str:
    """The stem of the plain noun at token `number`."""
    token = tokens.items[number]
    return "" if token.is_capital and not tokens.items[number - 1].is_shouted else _stem(token, lexicon)


def _stem(token: Token, lexicon: Lexicon) -> str:
    if not token.is_word or token.folded in lexicon.function_words:
        return ""
    word = lexicon.portfolios.get(token.folded, token.folded).split()[0]
    return stem_of(word, lexicon)
