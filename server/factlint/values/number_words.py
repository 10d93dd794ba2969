"""A language's number words, units and currencies, made ready to read numbers with."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from factlint.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLAIN = compiled(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?")
_WORDS_OF_A_SURFACE = 3
# A multiplier this short is one only right behind figures ("5m", "5bn").
_SHORT = 2
_TWO = 2
_AND_A = ("and", "a")


class Unit(Struct, frozen=True):
    """What a unit measures and its factor to the base unit of that dimension, once `offset` is added."""

    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)


class Reading(Struct, frozen=True):
    """A number as read: its value, decimals and scale, how many words it takes, and whether words spell it.

    `is_share` for a part in words, in hundredths; `is_vague` for "dozens" and "tens of thousands".
    """

    value: Fraction
    decimals: int
    scale: Fraction
    length: int
    is_spelled: bool
    is_ordinal: bool = False
    is_share: bool = False
    is_vague: bool = False


class NumberWords(Struct, frozen=True, eq=False, dict=True):
    """Lower-case words with what they stand for."""

    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    vague: Mapping[str, int]
    units: Mapping[str, Unit]
    currencies: Mapping[str, str]
    bounds: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]

    def read(self, words: Sequence[str]) -> Reading | None:
        """The number that lower-case words begin with; None where they begin with none."""
        if not words:
            return None
        if words[0][:1].isdigit():
            read = self._figures(words)
        else:
            read = self._vague(words) or self._half(words) or self._spelled(words)
        return self._with_half(self._with_decimals(read, words), words) if read else None

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words that a number in words may begin with."""
        return frozenset(self.cardinals.keys() | self.ordinals.keys() | self.vague.keys() | {"a", "an", *self.halves})

    @cached_property
    def numerals(self) -> frozenset[str]:
        """The words that a hyphenated number may begin with."""
        return (self.openings | self.multipliers.keys() | self.fractions.keys()) - {"a", "an"}

    @cached_property
    def halves(self) -> frozenset[str]:
        """The words for one of two equal parts."""
        return frozenset(word for word, parts in self.fractions.items() if parts == _TWO) - {"halves"}

    def _vague(self, words: Sequence[str]) -> Reading | None:
        """A number of which only the scale is told: "dozens", "tens of thousands"."""
        value, number = Fraction(1), 0
        while number < len(words) and words[number] in self.vague:
            value *= self.vague[words[number]]
            number += 1
            if (
                words[number : number + 1] == ["of"]
                and words[number + 1 : number + 2]
                and words[number + 1] in self.vague
            ):
                number += 1
        return Reading(value, 0, Fraction(1), number, is_spelled=True, is_vague=True) if number else None

    def _half(self, words: Sequence[str]) -> Reading | None:
        """Half of a larger number ("half a million"), or of what follows ("half of", "half the")."""
        if words[0] not in self.halves or len(words) == 1:
            return None
        if words[1] in ("a", "an") and len(words) > 2 and words[2] in self.multipliers:
            scale, length = self._scale(words, 2)
            return Reading(scale / 2, 0, scale / 5, length, is_spelled=True)
        if words[1] in self.lists.get("wholes", ()):
            return Reading(Fraction(50), 0, Fraction(1), 1, is_spelled=True, is_share=True)
        return None

    def _with_decimals(self, read: Reading, words: Sequence[str]) -> Reading:
        """A spelled number with the decimals that are spelled behind it: "three point five"."""
        behind = words[read.length : read.length + 2]
        is_plain = read.is_spelled and not (read.is_ordinal or read.is_share or read.is_vague)
        if not is_plain or len(behind) < _TWO or behind[0] not in self.lists.get("points", ()):
            return read
        decimals = self.cardinals.get(behind[1])
        if decimals is None:
            return read
        figures = len(str(decimals))
        scale, length = self._scale(words, read.length + 2)
        value = (read.value + Fraction(decimals, 10**figures)) * scale
        return replace(read, value=value, decimals=figures, scale=scale, length=length)

    def _with_half(self, read: Reading, words: Sequence[str]) -> Reading:
        """A number with the half added that follows it: "two and a half", "a million and a half"."""
        behind = words[read.length : read.length + 3]
        is_plain = not (read.is_ordinal or read.is_share or read.is_vague or read.decimals)
        if not is_plain or len(behind) < len(_AND_A) + 1 or tuple(behind[:2]) != _AND_A or behind[2] not in self.halves:
            return read
        scale, length = self._scale(words, read.length + 3)
        own = self.multipliers.get(words[read.length - 1], 1)
        value = (read.value + Fraction(own, 2)) * scale
        return replace(read, value=value, decimals=1, scale=scale * own, length=length)

    def _figures(self, words: Sequence[str]) -> Reading | None:
        found = _PLAIN.fullmatch(words[0])
        if found is None:
            return None
        value, decimals = Fraction(words[0].replace(",", "")), len(found["decimals"] or "")
        if len(words) > 1 and words[1] in ("st", "nd", "rd", "th") and decimals == 0:
            return Reading(value, 0, Fraction(1), 2, is_spelled=False, is_ordinal=True)
        scale, length = self._scale(words, 1)
        return Reading(value * scale, decimals, scale, length, is_spelled=False)

    def _scale(self, words: Sequence[str], start: int) -> tuple[Fraction, int]:
        """The product of the multipliers from `start` on, and where they end."""
        scale, number = Fraction(1), start
        while number < len(words) and words[number] in self.multipliers:
            scale *= self.multipliers[words[number]]
            number += 1
        return scale, number

    def _spelled(self, words: Sequence[str]) -> Reading | None:
        """A number in words: "two hundred and five", "a dozen", "seventy-four", "two thirds", "eighth"."""
        total, current, number, is_any = Fraction(0), Fraction(0), 0, False
        while number < len(words):
            word = words[number]
            if word in ("a", "an") and number == 0 and self._is_counted_by_article(words[1:3]):
                current = Fraction(1)
            elif word == "and" and is_any and number + 1 < len(words) and words[number - 1] in self.multipliers:
                if words[number + 1] not in self.cardinals:
                    break
            elif word in self.cardinals and (not is_any or _may_follow(current, self.cardinals[word])):
                current, is_any = current + self.cardinals[word], True
            elif word in self.multipliers and len(word) > _SHORT and current:
                current, is_any = current * self.multipliers[word], True
                if self.multipliers[word] > 100:
                    total, current = total + current, Fraction(0)
            elif word in self.ordinals and (is_any or number == 0) and _may_follow(current, self.ordinals[word]):
                if current and current < 20 and word in self.fractions:
                    break
                return Reading(total + current + self.ordinals[word], 0, Fraction(1), number + 1, True, is_ordinal=True)
            else:
                break
            number += 1
        if number < len(words) and words[number] in self.fractions and number and current:
            parts = current / self.fractions[words[number]]
            return Reading(parts * 100, 0, Fraction(1), number + 1, is_spelled=True, is_share=True)
        if not is_any:
            return None
        return Reading(total + current, 0, Fraction(1), number, is_spelled=True)

    def _is_counted_by_article(self, behind: Sequence[str]) -> bool:
        """True where an article means one: "a dozen", "a third of"; "a third man" is the third."""
        if not behind:
            return False
        is_part = behind[0] in self.fractions and (len(behind) == 1 or behind[1] == "of")
        return is_part or (behind[0] in self.multipliers and len(behind[0]) > _SHORT)

    def unit(self, words: Sequence[str]) -> tuple[Unit, int] | None:
        """The unit that lower-case words begin with and how many of them it takes."""
        return _longest(self.units, words)

    def currency(self, words: Sequence[str]) -> tuple[str, int] | None:
        """The currency that lower-case words begin with and how many of them it takes."""
        return _longest(self.currencies, words)


def _may_follow(current: Fraction, value: int) -> bool:
    """True where a cardinal may follow what is read so far: "twenty three", "two hundred five"."""
    if current == 0:
        return True
    return current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and value < 10)


def _longest(table: Mapping[str, Any], words: Sequence[str]) -> tuple[Any, int] | None:
    for length in range(min(_WORDS_OF_A_SURFACE, len(words)), 0, -1):
        key = " ".join(words[:length])
        if key in table:
            return table[key], length
    return None


def number_words(tables: Mapping[str, Mapping[str, Any]]) -> NumberWords:
    """The number words in a lexicon's tables "numbers" and "units"."""
    numbers, units = tables.get("numbers", {}), tables.get("units", {})
    return NumberWords(
        cardinals=numbers.get("cardinals", {}),
        multipliers=numbers.get("multipliers", {}),
        ordinals=numbers.get("ordinals", {}),
        fractions=numbers.get("fractions", {}),
        vague=numbers.get("vague", {}),
        units={
            form: Unit(entry["dimension"], Fraction(entry["factor"]), Fraction(entry.get("offset", 0)))
            for entry in units.get("unit", [])
            for form in entry["forms"]
        },
        currencies={form: name for name, forms in units.get("currencies", {}).items() for form in forms},
        bounds={form: bound for bound, forms in units.get("bounds", {}).items() for form in forms},
        lists={name: frozenset(words) for name, words in units.get("words", {}).items()},
    )
