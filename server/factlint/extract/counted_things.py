"""The numbers of a whole document in the order of the text, each with its place and the words that tie it to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.enumerations import list_words
from factlint.extract.relation import stem
from factlint.model import Slot, Stance
from factlint.values.quantity import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.extract.account import Account
    from factlint.extract.scan import Scan, Sighting
    from factlint.extract.tokens import Token
    from factlint.text import Block, Span

_HYPHEN_CHARACTERS = "-‐‑"
_HYPHENS = frozenset(_HYPHEN_CHARACTERS)
_MOST_WORDS, _NOUN_WORDS = 3, 5


class Counted(Struct, frozen=True):
    """A number where it stands: `token` is its first token in its block, `behind` the first one behind it."""

    block: Block
    number: int
    scanned: Scan
    seen: Sighting
    value: Quantity
    token: int
    behind: int

    @property
    def span(self) -> Span:
        """Where the number stands in the file."""
        return self.block.file_span(self.seen.span)

    @property
    def is_own(self) -> bool:
        """True where the document itself says so, in its own words."""
        return self.seen.stance in (Stance.ASSERTED, Stance.REPORTED)

    @property
    def sentence(self) -> range:
        """The tokens of its sentence."""
        return self.scanned.tokens.sentence_of(self.token)

    def before(self, most: int = 1) -> tuple[str, ...]:
        """Up to `most` lower-case words before the number, in its sentence."""
        start = max(self.sentence.start, self.token - most)
        return tuple(token.folded for token in self.scanned.tokens.items[start : self.token])

    @property
    def unit(self) -> str:
        """The stem of the unit written behind a measure; empty for other numbers."""
        if self.value.kind is not Kind.MEASURE or not self.value.unit:
            return ""
        return stem(self.value.unit.casefold().lstrip(_HYPHEN_CHARACTERS), self.scanned.lexicon.language)

    @property
    def is_told_apart(self) -> bool:
        """True where a clause or phrase behind its noun says which ones are meant: "those two editors who left"."""
        items, lexicon = self.scanned.tokens.items, self.scanned.lexicon
        openers = lexicon.grammar["relatives"] | lexicon.grammar["thing_relatives"] | lexicon.grammar["prepositions"]
        ahead = range(self.behind, min(self.sentence.stop, self.behind + _NOUN_WORDS))
        noun = next((n for n in ahead if stem(items[n].folded, lexicon.language) in (self.value.of, self.unit)), None)
        if noun is None or noun + 1 >= self.sentence.stop:
            return False
        return items[noun + 1].folded in openers

    @property
    def is_of_owner(self) -> bool:
        """True behind a possessive: "his three sons", "Berg's three sons"."""
        if self.token == self.sentence.start:
            return False
        before, grammar = self.scanned.tokens.items[self.token - 1], self.scanned.lexicon.grammar
        return before.is_possessive or before.folded in grammar["determiners"] - list_words(
            self.scanned.lexicon, "no_owners"
        )

    def is_like(self, other: Counted) -> bool:
        """True for a number of the same noun or unit, with no other word before it."""
        mine, theirs = self.value, other.value
        if mine.kind is not theirs.kind or mine.of != theirs.of or self.unit != other.unit:
            return False
        return not (mine.modifiers and theirs.modifiers) or bool(mine.modifiers & theirs.modifiers)

    def compound_noun(self) -> tuple[Token, ...]:
        """The words behind "430-metre": the noun that it describes and what stands before that; empty elsewhere."""
        items, sentence = self.scanned.tokens.items, self.sentence
        place = self.behind
        if place >= sentence.stop or items[place].text not in _HYPHENS or not self.unit:
            return ()
        place += 1 + len(self.value.unit.split())
        words: list[Token] = []
        while place < sentence.stop and len(words) < _MOST_WORDS and _is_plain(items[place], self.scanned):
            words.append(items[place])
            place += 1
        return tuple(words)


def _is_plain(token: Token, scanned: Scan) -> bool:
    is_small = token.folded in scanned.lexicon.function_words
    return token.is_word and not token.is_capital and not is_small


def numbers_of(account: Account) -> Sequence[Counted]:
    """Every number of a document, in the order of the text."""
    found = []
    for number, (block, scanned) in enumerate(zip(account.document.blocks, account.scans, strict=True)):
        for seen in scanned.sightings:
            if seen.slot is Slot.NUMBER and isinstance(seen.value, Quantity):
                first = scanned.tokens.at(seen.span.start)
                last = scanned.tokens.at(seen.span.end - 1)
                found.append(Counted(block, number, scanned, seen, seen.value, first, last + 1))
    return found
