"""The numbers in a block, each with what it counts or measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.clock_times import clock_time
from factlint.extract.counted import counted_noun, following_words
from factlint.extract.joined_quantities import completed, compounded
from factlint.extract.number_labels import is_label
from factlint.extract.pieces import HYPHENS, Pieces
from factlint.extract.ranges import ranged
from factlint.extract.relation import stems_in
from factlint.text import Span
from factlint.values.number import Bound, Number, grain_of
from factlint.values.quantity import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon
    from factlint.values.number_words import Reading

_LOOK_AHEAD, _BOUND_WORDS, _NEAR = 8, 3, 5
_LONG_SENTENCE, _WINDOW = 60, 15
_FIRST_YEAR, _LAST_YEAR, _YEAR_DIGITS = 1500, 2100, 4
_BREAKS = frozenset({",", ";", ":", "(", ")", "—", "|", "•", ".", "!", "?"})
_MINUS = frozenset({"-", "−", "minus"})


class Found(Struct, frozen=True):
    """A quantity where it stands: its span in the prose, and the tokens that it takes."""

    value: Quantity
    span: Span
    place: range


def find_quantities(tokens: Tokens, lexicon: Lexicon, dates: Iterable[Span]) -> list[Found]:
    """The numbers of a block that say how many, how much, the how-manieth or at what time, in the order of the text.

    Dates, years, labels ("page 5", "Flight 370"), scores, versions and parts of codes are none.
    """
    pieces = Pieces(tokens, lexicon)
    if not pieces.words.cardinals:
        return []
    taken = list(dates)
    found = [one for one in _Reader(pieces).all() if not any(one.span.overlaps(date) for date in taken)]
    whole = compounded(tokens, completed(tokens, found, pieces.words), pieces.words)
    return ranged(tokens, whole, pieces.words)


class _Reader:
    """Reads one block's numbers piece by piece."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces, self.tokens, self.words = pieces, pieces.tokens, pieces.words
        self.items, self.folded = pieces.items, pieces.folded

    def all(self) -> Iterator[Found]:
        """Every number of the block."""
        number = 0
        while number < len(self.items):
            if not self._may_begin(number):
                number += 1
                continue
            found, number = self._at(number)
            if found is not None:
                yield found

    def _may_begin(self, number: int) -> bool:
        return self.folded[number] in self.words.openings or self.items[number].text[0].isdigit()

    def _at(self, number: int) -> tuple[Found | None, int]:
        """The number that a piece begins, and the piece to go on from."""
        if self.items[number].text[0].isdigit():
            time = clock_time(self.pieces, number)
            if time is not None:
                value, span, end = time
                return self._found(value, span, number, number, end), end
        reading = self._reading(number)
        if reading is None:
            return None, number + 1
        end = number + reading.length
        return self._quantity(number, end, reading), end

    def _reading(self, number: int) -> Reading | None:
        sentence = self.tokens.sentence_of(self.items[number].token)
        ahead: list[str] = []
        for other in self.items[number : number + _LOOK_AHEAD]:
            is_letter_apart = len(other.text) == 1 and ahead and self._is_apart(other.span)
            if other.token not in sentence or (
                is_letter_apart and other.folded in self.words.multipliers and other.folded != "a"
            ):
                break
            ahead.append(other.folded)
        return self.words.read(ahead)

    def _is_apart(self, span: Span) -> bool:
        return self.tokens.text[span.start - 1].isspace()

    def _quantity(self, start: int, end: int, reading: Reading) -> Found | None:
        if is_label(self.pieces, start, end, reading):
            return None
        front, currency, variety = self._currency_before(start)
        number = Number(reading.value, grain_of(reading.value, reading.decimals, reading.scale))
        number = replace(number, bound=self._bound(front, reading))
        span = Span(self.items[front].span.start, self.items[end - 1].span.end)
        text = span.of(self.tokens.text)
        if reading.is_share:
            value, last = Quantity(text, number, Kind.MEASURE, "share"), end
        elif reading.is_ordinal:
            value, last = self._ordinal(text, number, end)
        elif currency:
            value, last = Quantity(text, number, Kind.MONEY, currency, variety=variety), end
        else:
            value, last, span = self._counted(text, number, end, span)
        if value.of == "temperature" and front and self.folded[front - 1] in _MINUS:
            value, front, span = self._below_zero(value, front, span)
        if self._is_idle(value, reading, start):
            return None
        return self._found(value, span, front, last, end)

    def _found(self, value: Quantity, span: Span, front: int, last: int, end: int) -> Found:
        """A quantity with the words that stand before piece `front` and from piece `last` on."""
        last = max(last, end)
        is_difference = self._is_difference(front, end, last)
        near, around = self._near(front, last), self._around(front, last)
        value = replace(value, near=near, around=around, is_difference=is_difference)
        return Found(value, span, range(self.items[front].token, self.items[end - 1].token + 1))

    def _is_difference(self, front: int, *ends: int) -> bool:
        """True where a word of comparison follows a number or its noun, and "than" in its sentence."""
        compares = any(end < len(self.items) and self.pieces.is_word(end, "comparisons") for end in ends)
        sentence = self.tokens.sentence_of(self.items[front].token)
        return compares and any(self.tokens.items[number].folded == "than" for number in sentence)

    def _below_zero(self, value: Quantity, front: int, span: Span) -> tuple[Quantity, int, Span]:
        span = Span(self.items[front - 1].span.start, span.end)
        number = replace(value.number, value=-value.number.value)
        return replace(value, number=number, text=span.of(self.tokens.text)), front - 1, span

    def _currency_before(self, start: int) -> tuple[int, str, str]:
        """Where a number with the currency in front of it begins, the currency, and its variety ("J" of "J$")."""
        if start and self.folded[start - 1] in self.words.currencies:
            currency = self.words.currencies[self.folded[start - 1]]
            is_sign = not self.items[start - 1].is_word
            if is_sign or self.items[start - 1].text.isupper():
                front = start - 1
                beside = self.items[front - 1] if front else None
                if is_sign and beside and beside.is_word and self.pieces.are_joined(front - 1, front):
                    return front, currency, beside.folded
                return front, currency, ""
        return start, "", ""

    def _bound(self, front: int, reading: Reading) -> Bound:
        """What the words right before a number make of it, or the words that it is in."""
        if reading.is_vague:
            return Bound.VAGUE
        sentence = self.tokens.sentence_of(self.items[front].token)
        before = [p.folded for p in self.items[max(0, front - _BOUND_WORDS) : front] if p.token in sentence]
        if before and before[-1] in ("$", "us"):
            before = before[:-1]
        for length in range(len(before), 0, -1):
            bound = self.words.bounds.get(" ".join(before[-length:]))
            if bound:
                return Bound(bound)
        return Bound.ABOUT if reading.is_share else Bound.NONE

    def _ordinal(self, text: str, number: Number, end: int) -> tuple[Quantity, int]:
        run = following_words(self.pieces, end)
        if not run or self.pieces.is_word(run[0], "periods"):
            return Quantity(text, number, Kind.PLAIN), end
        rest = frozenset(self.pieces.stem(place) for place in run[1:3])
        return Quantity(text, number, Kind.ORDINAL, self.pieces.stem(run[0]), modifiers=rest), run[0] + 1

    def _counted(self, text: str, number: Number, end: int, span: Span) -> tuple[Quantity, int, Span]:
        ahead = self.pieces.ahead(end)
        hyphen = int(end < len(self.items) and self.folded[end] in HYPHENS)
        unit = self.words.unit(ahead)
        if unit is not None:
            last = end + hyphen + unit[1]
            behind = Span(self.items[end].span.start, self.items[last - 1].span.end).of(self.tokens.text)
            if behind == "%":
                span, text = Span(span.start, self.items[end].span.end), text + behind
            of = unit[0]
            return Quantity(text, number, Kind.MEASURE, of.dimension, of.factor, behind, offset=of.offset), last, span
        currency = self.words.currency(ahead)
        if currency is not None:
            return Quantity(text, number, Kind.MONEY, currency[0], variety=""), end + hyphen + currency[1], span
        noun = counted_noun(self.pieces, end)
        if noun is None:
            return Quantity(text, number, Kind.PLAIN), end, span
        head, modifiers = noun
        stems = frozenset(self.pieces.stem(place) for place in modifiers)
        return Quantity(text, number, Kind.COUNT, self.pieces.stem(head), modifiers=stems), head + 1, span

    def _is_idle(self, value: Quantity, reading: Reading, start: int) -> bool:
        """True for what counts nothing: a year, "one" as a pronoun, words that no noun follows, "first"."""
        amount = reading.value
        if reading.is_ordinal:
            return amount < 2 or value.kind is Kind.PLAIN
        if reading.is_vague:
            return value.kind is Kind.PLAIN
        if value.kind is Kind.PLAIN and reading.is_spelled and (amount <= 1 or self.folded[start] in ("a", "an")):
            return True
        if reading.is_spelled and amount == 1 and value.kind is Kind.COUNT:
            return True
        if start > 1 and self.folded[start - 1] == "of" and self.folded[start] == "a":
            return True
        written = self.items[start].text
        is_year = len(written) == _YEAR_DIGITS and written.isdigit() and _FIRST_YEAR <= amount <= _LAST_YEAR
        return is_year and value.kind in (Kind.PLAIN, Kind.COUNT)

    def _near(self, start: int, end: int) -> frozenset[str]:
        """The stems of the words nearest to a quantity, up to a comma or another number."""
        before, behind = range(start - 1, -1, -1), range(end, len(self.items))
        return self._stems(before) | self._stems(behind)

    def _stems(self, places: range) -> frozenset[str]:
        """What the content words are about that stand first among places, up to a mark or number."""
        met: list[int] = []
        for place in places:
            piece = self.items[place]
            if piece.text in _BREAKS or piece.text[0].isdigit() or len(met) == _NEAR:
                break
            is_small = piece.folded in self.pieces.lexicon.function_words or piece.folded in self.words.units
            if piece.is_word and not is_small and len(piece.text) > 2:
                met.append(piece.token)
        return frozenset().union(
            *(stems_in(self.tokens, self.pieces.lexicon, range(token, token + 1)) for token in met)
        )

    def _around(self, start: int, end: int) -> frozenset[str]:
        """What the words and numbers around a quantity are about, in a sentence so long that it is a list or table."""
        sentence = self.tokens.sentence_of(self.items[start].token)
        if len(sentence) <= _LONG_SENTENCE:
            return frozenset()
        first, last = self.items[start].token, self.items[end - 1].token + 1
        low, high = max(sentence.start, first - _WINDOW), min(sentence.stop, last + _WINDOW)
        before, behind = range(low, first), range(last, high)
        return stems_in(self.tokens, self.pieces.lexicon, before) | stems_in(self.tokens, self.pieces.lexicon, behind)
