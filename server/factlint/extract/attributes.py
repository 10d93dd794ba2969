"""What a measure or sum says of a thing: "the 340-metre bridge", "the bridge is 340 metres long", "the $3 deal"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.enumerations import list_words
from factlint.extract.relation import stem
from factlint.values.number import Bound
from factlint.values.quantity import Kind

if TYPE_CHECKING:
    from factlint.extract.account import Account
    from factlint.extract.counted_things import Counted
    from factlint.extract.tokens import Token

_MOST_WORDS = 3
_DURATION = "duration"


class Attribute(Struct, frozen=True):
    """A dimension of a thing: `noun` is the thing's stem, `of` the unit's dimension or the currency, `axis` "long".

    `axis` is empty where the text does not say which way it is measured; `modifiers` stand before the noun.
    `is_telling` where a sentence says it of the thing, rather than calls the thing by it.
    """

    noun: str
    word: str
    of: str
    axis: str
    modifiers: frozenset[str]
    is_telling: bool

    def is_same(self, other: Attribute) -> bool:
        """True for one dimension of one thing: two that are only called by it ("the 3-metre wall") may be two."""
        is_one_way = self.axis == other.axis or not (self.axis and other.axis)
        is_one_thing = not (self.modifiers and other.modifiers) or bool(self.modifiers & other.modifiers)
        is_told = self.is_telling or other.is_telling
        return is_told and (self.noun, self.of) == (other.noun, other.of) and is_one_way and is_one_thing


def attribute_of(one: Counted) -> Attribute | None:
    """The attribute that a number is the value of; None for a number of anything else."""
    if one.value.number.bound in (Bound.OVER, Bound.UNDER) or one.value.of == _DURATION:
        return None
    if one.value.kind is Kind.MONEY:
        return _priced(one) or _stated(one, one.behind)
    if one.value.kind is not Kind.MEASURE:
        return None
    words = one.compound_noun()
    if words:
        return _attribute(one, words)
    end = one.behind + len(one.value.unit.split())
    axis = one.scanned.tokens.items[end].folded if end < one.sentence.stop else ""
    return _stated(one, end, axis) if axis in list_words(one.scanned.lexicon, "axes") else None


def _priced(one: Counted) -> Attribute | None:
    """The thing that a sum stands before: "the $3 million deal"."""
    if not set(one.before()) & list_words(one.scanned.lexicon, "singling"):
        return None
    words = []
    for token in one.scanned.tokens.items[one.behind : one.sentence.stop]:
        if not token.is_word or token.is_capital or token.folded in one.scanned.lexicon.function_words:
            break
        words.append(token)
    return _attribute(one, tuple(words)) if 0 < len(words) <= _MOST_WORDS else None


def _stated(one: Counted, end: int, axis: str = "") -> Attribute | None:
    """The thing that a measure is said of: "the bridge is 340 metres long", "the deal is worth $3 million"."""
    items, lexicon = one.scanned.tokens.items, one.scanned.lexicon
    place = one.token - 1
    while place > one.sentence.start and items[place].folded in list_words(lexicon, "measuring"):
        place -= 1
    if place == one.token - 1 or end > one.sentence.stop:
        return None
    words: list[Token] = []
    while place >= one.sentence.start and len(words) <= _MOST_WORDS and items[place].is_word:
        token = items[place]
        if token.folded in list_words(lexicon, "singling"):
            return _attribute(one, tuple(reversed(words)), axis, is_telling=True) if words else None
        if token.folded in lexicon.function_words:
            return None
        words.append(token)
        place -= 1
    return None


def _attribute(one: Counted, words: tuple[Token, ...], axis: str = "", *, is_telling: bool = False) -> Attribute:
    language = one.scanned.lexicon.language
    *rest, head = (token.folded for token in words)
    modifiers = frozenset(stem(word, language) for word in rest)
    return Attribute(stem(head, language), head, one.value.of, axis, modifiers, is_telling)


def is_single(account: Account, attribute: Attribute) -> bool:
    """True where a document never speaks of several things of that name, nor of another one."""
    apart = list_words(account.lexicon, "telling_apart")
    for scanned in account.scans:
        items = scanned.tokens.items
        for number, token in enumerate(items):
            if stem(token.folded, account.lexicon.language) != attribute.noun:
                continue
            before = items[number - 1] if number else None
            is_several = token.folded != attribute.word
            is_named = before is not None and before.is_capital and before.folded not in account.lexicon.function_words
            if is_several or is_named or (before is not None and before.folded in apart):
                return False
    return True
