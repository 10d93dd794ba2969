"""The pieces of a block that numbers are read from: its tokens, hyphenated number words taken apart."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.relation import stem_of
from factlint.text import Span
from factlint.values.number_words import NumberWords, number_words

if TYPE_CHECKING:
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

HYPHENS = frozenset({"-", "‐", "‑"})
_AHEAD = 5


class Piece(Struct, frozen=True):
    """A token, or one part of a hyphenated number word; `token` is the number of its token."""

    text: str
    span: Span
    token: int
    is_word: bool

    @property
    def folded(self) -> str:
        """The piece in lower case."""
        return self.text.casefold()


@lru_cache(maxsize=16)
def words_of(lexicon: Lexicon) -> NumberWords:
    """The number words of a language, made ready once."""
    return number_words(lexicon.tables)


class Pieces(Struct, frozen=True, eq=False, dict=True):
    """The pieces of one block in the order of its text, with the words to read them by."""

    tokens: Tokens
    lexicon: Lexicon

    @cached_property
    def words(self) -> NumberWords:
        """The number words of the block's language."""
        return words_of(self.lexicon)

    @cached_property
    def items(self) -> tuple[Piece, ...]:
        """The pieces, with hyphenated words that begin with a number word taken apart."""
        numerals = self.words.numerals
        pieces: list[Piece] = []
        for number, token in enumerate(self.tokens.items):
            parts = token.text.split("-") if token.is_word and "-" in token.text else []
            if parts and parts[0].casefold() in numerals:
                start = token.span.start
                for part in parts:
                    pieces.append(Piece(part, Span(start, start + len(part)), number, is_word=True))
                    start += len(part) + 1
            else:
                pieces.append(Piece(token.text, token.span, number, token.is_word))
        return tuple(pieces)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The pieces in lower case."""
        return tuple([piece.text.casefold() for piece in self.items])

    def are_one_sentence(self, first: int, second: int) -> bool:
        """True where two pieces stand in one sentence."""
        return self.items[second].token in self.tokens.sentence_of(self.items[first].token)

    def are_joined(self, first: int, second: int) -> bool:
        """True where two pieces stand side by side without a space."""
        return self.items[first].span.end == self.items[second].span.start

    def ahead(self, end: int) -> list[str]:
        """The lower-case words behind a number that ends before piece `end`, a hyphen left out, in its sentence."""
        start = end + (end < len(self.items) and self.folded[end] in HYPHENS)
        sentence = self.tokens.sentence_of(self.items[end - 1].token)
        return [piece.folded.rstrip(".") for piece in self.items[start : start + _AHEAD] if piece.token in sentence]

    def is_word(self, place: int, table: str) -> bool:
        """True where the lexicon lists the piece at `place` among the words of a kind."""
        return self.folded[place] in self.words.lists.get(table, ())

    def stem(self, place: int) -> str:
        """The stem of a piece, of its last part where a hyphen joins it."""
        return stem_of(self.folded[place].split("-")[-1], self.lexicon)
