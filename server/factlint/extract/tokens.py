"""Prose as words, numbers and marks, and where its sentences end."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.patterns import compiled
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from factlint.lexicon import Lexicon

# A word keeps inner hyphens and apostrophes ("al-Assad", "O'Neill") and dotted initials ("U.S."); a possessive
# ending stands apart from it.
_TOKEN = compiled(
    r"""(?P<initials>(?:\p{Lu}\.){2,})
      | (?P<word>(?:\p{L}[\p{L}\p{M}]*)(?:['’ʼ‘`]\p{L}[\p{L}\p{M}]*|[-‐‑]\p{L}[\p{L}\p{M}]*)*)
      | (?P<number>\d+(?:[.,:/]\d+)*)
      | (?P<mark>\S)""",
    regex.VERBOSE,
)
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘«(")


class Token(Struct, frozen=True):
    """A word, a number or a mark with its place in the prose; `is_possessive` where 's follows the word.

    `folded` is the token as the lexicon lists it, lower case without full stops. `is_capital` is true for a word
    whose first letter is a capital, or a later one ("al-Assad", "d'Arc", "iPhone"). `most_words` is how many words
    a surface form of the lexicon has at most that begins with this one, 0 where none does.
    """

    text: str
    span: Span
    folded: str
    is_word: bool
    is_capital: bool
    is_possessive: bool
    most_words: int

    @property
    def is_shouted(self) -> bool:
        """True for a word of two or more letters, all capitals."""
        return self.is_word and len(self.text) > 1 and self.text.isupper()


class Tokens(Struct, frozen=True, eq=False, dict=True):
    """The tokens of one block and the sentences they form, each a range of token numbers, end-exclusive."""

    text: str
    items: tuple[Token, ...]
    sentences: tuple[range, ...]

    @cached_property
    def _sentence_numbers(self) -> tuple[int, ...]:
        return tuple(number for number, sentence in enumerate(self.sentences) for _ in sentence)

    @cached_property
    def brackets(self) -> Mapping[int, int]:
        """The token number of each bracket's partner, either way; an unclosed bracket has none."""
        pairs, opened = {}, []
        for number, token in enumerate(self.items):
            if token.text == "(":
                opened.append(number)
            elif token.text == ")" and opened:
                partner = opened.pop()
                pairs[number], pairs[partner] = partner, number
        return pairs

    def at(self, offset: int) -> int:
        """The number of the token that holds an offset of the prose, or of the first one behind it."""
        return bisect_right(self.items, offset, key=lambda token: token.span.end)

    def sentence_of(self, token: int) -> range:
        """The sentence that token number `token` stands in."""
        return self.sentences[self._sentence_numbers[token]]

    def starts_sentence(self, token: int) -> bool:
        """True for the first word of a sentence, behind opening marks."""
        first = self.sentence_of(token).start
        return all(not item.is_word for item in self.items[first:token])

    def span(self, start: int, end: int) -> Span:
        """The span of tokens `start` up to, not including, `end`."""
        return Span(self.items[start].span.start, self.items[end - 1].span.end)


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """The tokens and sentences of a block's prose; no full stop behind an abbreviation ends a sentence."""
    openings = lexicon.openings
    items = tuple(_token(found, openings) for found in _TOKEN.finditer(text))
    return Tokens(text, items, tuple(_sentences(text, items, lexicon.abbreviations)))


def _token(found: regex.Match[str], openings: Mapping[str, int]) -> Token:
    text, start = found.group(), found.start()
    is_word = found.lastgroup in {"word", "initials"}
    is_possessive = is_word and text.endswith(_POSSESSIVES)
    if is_possessive:
        text = text[:-2]
    folded = text.casefold().replace(".", "")
    is_capital = is_word and text != text.lower()
    most_words = openings.get(folded, 0) if is_word else 0
    return Token(text, Span(start, start + len(text)), folded, is_word, is_capital, is_possessive, most_words)


def _sentences(text: str, items: tuple[Token, ...], abbreviations: Set[str]) -> list[range]:
    sentences, start, number = [], 0, 0
    while number < len(items):
        if items[number].text in _ENDERS and _ends_sentence(items, number, abbreviations):
            while number + 1 < len(items) and _closes(text, items, number + 1):
                number += 1
            sentences.append(range(start, number + 1))
            start = number + 1
        number += 1
    if start < len(items):
        sentences.append(range(start, len(items)))
    return sentences


def _closes(text: str, items: tuple[Token, ...], number: int) -> bool:
    token = items[number]
    return (token.text in _CLOSERS or token.text in _ENDERS) and not text[token.span.start - 1].isspace()


def _ends_sentence(items: tuple[Token, ...], number: int, abbreviations: Set[str]) -> bool:
    before = items[number - 1] if number else None
    if items[number].text == "." and before is not None and before.is_word:
        if before.span.end == items[number].span.start and before.folded in abbreviations:
            return False
        if len(before.text) == 1 and before.text.isupper() and before.text != "I":
            return False
    after = next((item for item in items[number + 1 :] if item.text not in _CLOSERS), None)
    return after is None or after.text in _OPENERS or not after.text[:1].islower()
