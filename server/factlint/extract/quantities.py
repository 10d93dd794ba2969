"""The numbers in a block, each with what it counts or measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.extract.relation import stem_of, stems_in
from factlint.text import Span
from factlint.values.number import Bound, Kind, Number, Quantity, grain_of
from factlint.values.number_words import NumberWords, Reading, number_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

_LOOK_AHEAD, _BOUND_WORDS, _NOUN_WORDS, _NEAR = 8, 3, 5, 5
_LONG_SENTENCE, _WINDOW = 60, 15
_FIRST_YEAR, _LAST_YEAR, _YEAR_DIGITS = 1500, 2100, 4
_HYPHENS = frozenset({"-", "‐", "‑"})
_ATTACHED = frozenset("-‐‑_.#/:@'’")
_BREAKS = frozenset({",", ";", ":", "(", ")", "—", "|", "•"})


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity where it stands: its span in the prose, and the tokens that it takes."""

    value: Quantity
    span: Span
    place: range


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token, or one part of a hyphenated number word."""

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


def find_quantities(tokens: Tokens, lexicon: Lexicon, dates: Iterable[Span]) -> list[Found]:
    """The numbers of a block that say how many, how much or the how-manieth, in the order of the text.

    Dates, years, times, labels ("page 5", "Flight 370"), scores, versions and parts of codes are none.
    """
    words = words_of(lexicon)
    if not words.cardinals:
        return []
    reader = _Reader(tokens, lexicon, words)
    taken = list(dates)
    found = [one for one in reader.all() if not any(one.span.overlaps(date) for date in taken)]
    return _completed(tokens, found, words)


def _pieces(tokens: Tokens, words: NumberWords) -> list[_Piece]:
    """The tokens, with hyphenated words that begin with a number word taken apart."""
    numerals = words.cardinals.keys() | words.multipliers.keys() | words.fractions.keys() | words.ordinals.keys()
    pieces = []
    for number, token in enumerate(tokens.items):
        parts = token.text.split("-") if token.is_word and "-" in token.text else []
        if parts and parts[0].casefold() in numerals:
            start = token.span.start
            for part in parts:
                pieces.append(_Piece(part, Span(start, start + len(part)), number, is_word=True))
                start += len(part) + 1
        else:
            pieces.append(_Piece(token.text, token.span, number, token.is_word))
    return pieces


class _Reader:
    """Reads one block's numbers piece by piece."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, words: NumberWords) -> None:
        self.tokens, self.lexicon, self.words = tokens, lexicon, words
        self.pieces = _pieces(tokens, words)
        self.folded = [piece.folded for piece in self.pieces]

    def all(self) -> Iterator[Found]:
        """Every number of the block."""
        number = 0
        while number < len(self.pieces):
            reading = self._reading(number)
            if reading is None:
                number += 1
                continue
            end = number + reading.length
            found = self._quantity(number, end, reading)
            if found is not None:
                yield found
            number = end

    def _reading(self, number: int) -> Reading | None:
        piece = self.pieces[number]
        if not (piece.text[0].isdigit() or piece.folded in _numerals(self.words)):
            return None
        sentence = self.tokens.sentence_of(piece.token)
        ahead: list[str] = []
        for other in self.pieces[number : number + _LOOK_AHEAD]:
            is_letter_apart = len(other.text) == 1 and ahead and self._is_apart(other)
            if other.token not in sentence or (is_letter_apart and other.folded in self.words.multipliers):
                break
            ahead.append(other.folded)
        return self.words.read(ahead)

    def _is_apart(self, piece: _Piece) -> bool:
        return self.tokens.text[piece.span.start - 1].isspace()

    def _quantity(self, start: int, end: int, reading: Reading) -> Found | None:
        if self._is_label(start, end, reading):
            return None
        front, currency, variety = self._currency_before(start)
        number = Number(reading.value, grain_of(reading.value, reading.decimals, reading.scale))
        bound = self._bound(front)
        if reading.is_share and bound is Bound.NONE:
            bound = Bound.ABOUT
        number = replace(number, bound=bound)
        span = Span(self.pieces[front].span.start, self.pieces[end - 1].span.end)
        text = span.of(self.tokens.text)
        if reading.is_share:
            value, last = Quantity(text, number, Kind.MEASURE, "share"), end
        elif reading.is_ordinal:
            value, last = self._ordinal(text, number, end)
        elif currency:
            value, last = Quantity(text, number, Kind.MONEY, currency, variety=variety), end
        else:
            value, last, span = self._counted(text, number, end, span)
        if self._is_idle(value, reading, start):
            return None
        value = replace(value, near=self._near(front, last), around=self._around(front, last))
        return Found(value, span, range(self.pieces[front].token, self.pieces[end - 1].token + 1))

    def _is_label(self, start: int, end: int, reading: Reading) -> bool:
        """True for figures that are part of a code, a time, a score or a version, or that label a noun or a name."""
        piece, before = self.pieces[start], self.pieces[start - 1] if start else None
        text = self.tokens.text
        head = text[piece.span.start - 1] if piece.span.start else " "
        stop = self.pieces[end - 1].span.end
        tail, beyond = text[stop : stop + 1], text[stop + 1 : stop + 2]
        if reading.is_spelled or reading.is_ordinal:
            is_joined = end < len(self.pieces) and self.pieces[end].token == self.pieces[end - 1].token
            if reading.is_share and is_joined:
                return True
            return head in "_-" if reading.is_spelled else head.isalnum() or head in _ATTACHED
        if head.isalpha() or (
            head in _ATTACHED | {"–"} and not text[piece.span.start - 2 : piece.span.start - 1].isspace()
        ):
            return True
        if tail.isalpha() and self._unit_or_noun(end) is None:
            return True
        if (tail in _ATTACHED | {"–"} and tail != "." and beyond.isdigit()) or (tail in "_/:@" and tail):
            return True
        if before is None or before.token not in self.tokens.sentence_of(piece.token):
            return False
        if before.folded in self.words.currencies:
            return False
        is_name = self.tokens.items[before.token].is_capital and not self.tokens.starts_sentence(before.token)
        is_label = before.folded in self.words.lists.get("labels", ())
        return is_label or (is_name and before.folded not in self.lexicon.function_words and self._bare(end))

    def _bare(self, end: int) -> bool:
        """True where neither a unit nor a plural noun follows."""
        return self._unit_or_noun(end) is None

    def _unit_or_noun(self, end: int) -> object:
        ahead = self._ahead(end)
        return self.words.unit(ahead) or self.words.currency(ahead) or self._noun(end)

    def _ahead(self, end: int) -> list[str]:
        """The lower-case words behind a number, a hyphen to the first left out, in its sentence."""
        if end < len(self.pieces) and self.folded[end] in _HYPHENS:
            end += 1
        sentence = self.tokens.sentence_of(self.pieces[end - 1].token)
        return [p.folded.rstrip(".") for p in self.pieces[end : end + _NOUN_WORDS] if p.token in sentence]

    def _currency_before(self, start: int) -> tuple[int, str, str]:
        """Where a number with the currency in front of it begins, the currency, and its variety ("J" of "J$")."""
        if start and self.folded[start - 1] in self.words.currencies:
            currency = self.words.currencies[self.folded[start - 1]]
            is_sign = not self.pieces[start - 1].is_word
            if is_sign or self.pieces[start - 1].text.isupper():
                front = start - 1
                beside = self.pieces[front - 1] if front else None
                if is_sign and beside and beside.is_word and beside.span.end == self.pieces[front].span.start:
                    return front, currency, beside.folded
                return front, currency, ""
        return start, "", ""

    def _bound(self, front: int) -> Bound:
        """What the words right before a number make of it."""
        sentence = self.tokens.sentence_of(self.pieces[front].token)
        before = [p.folded for p in self.pieces[max(0, front - _BOUND_WORDS) : front] if p.token in sentence]
        if before and before[-1] in ("$", "us"):
            before = before[:-1]
        for length in range(len(before), 0, -1):
            bound = self.words.bounds.get(" ".join(before[-length:]))
            if bound:
                return Bound(bound)
        return Bound.NONE

    def _ordinal(self, text: str, number: Number, end: int) -> tuple[Quantity, int]:
        run = self._run(end)
        if not run or self.folded[run[0]] in self.words.lists.get("periods", ()):
            return Quantity(text, number, Kind.PLAIN), end
        rest = frozenset(self._stem(place) for place in run[1:3])
        return Quantity(text, number, Kind.ORDINAL, self._stem(run[0]), modifiers=rest), run[0] + 1

    def _counted(self, text: str, number: Number, end: int, span: Span) -> tuple[Quantity, int, Span]:
        ahead = self._ahead(end)
        hyphen = int(end < len(self.pieces) and self.folded[end] in _HYPHENS)
        unit = self.words.unit(ahead)
        if unit is not None:
            last = end + hyphen + unit[1]
            behind = Span(self.pieces[end].span.start, self.pieces[last - 1].span.end).of(self.tokens.text)
            if behind == "%":
                span, text = Span(span.start, self.pieces[end].span.end), text + behind
            return Quantity(text, number, Kind.MEASURE, unit[0].dimension, unit[0].factor, behind), last, span
        currency = self.words.currency(ahead)
        if currency is not None:
            return Quantity(text, number, Kind.MONEY, currency[0], variety=""), end + hyphen + currency[1], span
        noun = self._noun(end)
        if noun is None:
            return Quantity(text, number, Kind.PLAIN), end, span
        head, modifiers = noun
        stems = frozenset(self._stem(place) for place in modifiers)
        return Quantity(text, number, Kind.COUNT, self._stem(head), modifiers=stems), head + 1, span

    def _noun(self, end: int) -> tuple[int, list[int]] | None:
        """The noun that a number counts and the words before it: the first plural behind it, or what a hyphen joins."""
        is_joined = end < len(self.pieces) and (
            self.folded[end] in _HYPHENS or (end and self.pieces[end].token == self.pieces[end - 1].token)
        )
        if is_joined:
            place = end + (self.folded[end] in _HYPHENS)
            if place < len(self.pieces) and self.pieces[place].is_word:
                return place, []
            return None
        run = self._run(end)
        for number, place in enumerate(run):
            if self._is_plural(self.folded[place]):
                return place, run[:number]
        return None

    def _run(self, start: int) -> list[int]:
        """The content words that follow in one run, small words between a number and its noun passed over."""
        if start >= len(self.pieces):
            return []
        sentence = self.tokens.sentence_of(self.pieces[start - 1].token)
        partitives = self.words.lists.get("partitives", frozenset())
        place = start
        while place < len(self.pieces) and place < start + 3 and self.folded[place] in partitives:
            place += 1
        run: list[int] = []
        while place < len(self.pieces) and self.pieces[place].token in sentence and len(run) < _NOUN_WORDS:
            piece = self.pieces[place]
            if not piece.is_word or piece.folded in self.lexicon.function_words:
                break
            run.append(place)
            if self.tokens.items[piece.token].is_possessive:
                break
            place += 1
        return run

    def _is_plural(self, word: str) -> bool:
        if word in self.words.lists.get("plurals", ()):
            return True
        is_none = word in self.words.lists.get("no_plurals", ())
        return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and not is_none

    def _stem(self, place: int) -> str:
        return stem_of(self.folded[place].split("-")[-1], self.lexicon)

    def _is_idle(self, value: Quantity, reading: Reading, start: int) -> bool:
        """True for what counts nothing: a year, "one" as a pronoun, words that no noun follows, "first"."""
        amount = reading.value
        if reading.is_ordinal:
            return amount < 2 or value.kind is Kind.PLAIN
        if value.kind is Kind.PLAIN and reading.is_spelled and amount <= 1:
            return True
        if reading.is_spelled and amount == 1 and value.kind is Kind.COUNT:
            return True
        if start > 1 and self.folded[start - 1] == "of" and self.folded[start] == "a":
            return True
        written = self.pieces[start].text
        is_year = len(written) == _YEAR_DIGITS and written.isdigit() and _FIRST_YEAR <= amount <= _LAST_YEAR
        return is_year and value.kind in (Kind.PLAIN, Kind.COUNT)

    def _near(self, start: int, end: int) -> frozenset[str]:
        """The stems of the words nearest to a quantity, up to a comma or another number."""
        return frozenset(self._reach(range(start - 1, -1, -1))) | frozenset(self._reach(range(end, len(self.pieces))))

    def _around(self, start: int, end: int) -> frozenset[str]:
        """What the words and numbers around a quantity are about, in a sentence so long that it is a list or table."""
        sentence = self.tokens.sentence_of(self.pieces[start].token)
        if len(sentence) <= _LONG_SENTENCE:
            return frozenset()
        first, last = self.pieces[start].token, self.pieces[end - 1].token + 1
        low, high = max(sentence.start, first - _WINDOW), min(sentence.stop, last + _WINDOW)
        before, behind = range(low, first), range(last, high)
        return stems_in(self.tokens, self.lexicon, before) | stems_in(self.tokens, self.lexicon, behind)

    def _reach(self, places: range) -> Iterator[str]:
        met = 0
        for place in places:
            piece = self.pieces[place]
            if piece.text in _BREAKS or piece.text in ".!?" or piece.text[0].isdigit() or met == _NEAR:
                return
            if piece.is_word and piece.folded not in self.lexicon.function_words and len(piece.text) > 2:
                met += 1
                yield stem_of(piece.folded, self.lexicon)


@lru_cache(maxsize=16)
def _numerals(words: NumberWords) -> frozenset[str]:
    """The words that a number may begin with."""
    return frozenset(words.cardinals.keys() | words.ordinals.keys() | {"a", "an"})


def _completed(tokens: Tokens, found: Sequence[Found], words: NumberWords) -> list[Found]:
    """The quantities, those without a noun with that of the number they are joined to ("37 by 67 kilometers")."""
    result = list(found)
    joiners = words.lists.get("joiners", frozenset())
    for here in range(len(result)):
        for there in (here + 1, here - 1):
            if result[here].value.kind is not Kind.PLAIN or not 0 <= there < len(result):
                continue
            first, second = sorted((result[here], result[there]), key=lambda one: one.span.start)
            between: Sequence[Token] = tokens.items[first.place.stop : second.place.start]
            if first is result[there]:
                between = _behind_noun(between, first.value)
            if second.value.kind in (Kind.ORDINAL,) or first.value.kind is Kind.ORDINAL:
                continue
            if between and len(between) <= 2 and all(token.folded in joiners for token in between):
                other = result[there].value
                value = replace(
                    result[here].value, kind=other.kind, of=other.of, factor=other.factor, variety=other.variety
                )
                result[here] = replace(result[here], value=value)
    return result


def _behind_noun(between: Sequence[Token], value: Quantity) -> Sequence[Token]:
    """The tokens between two numbers without the unit or noun of the first."""
    known = value.unit.casefold().split() if value.unit else []
    return between[max(len(known), 1 if value.kind is Kind.COUNT else 0) :]
