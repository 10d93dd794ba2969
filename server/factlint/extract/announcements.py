"""The counts in a block that announce a list: "four names to remember: ...", "two reasons. First, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.enumerations import is_dash, list_words
from factlint.extract.relation import stem
from factlint.extract.tense import may_be_past
from factlint.model import Slot, Stance
from factlint.values.number import Bound
from factlint.values.quantity import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.scan import Scan, Sighting
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

_MOST_ANNOUNCED = 12
# How many words may stand between what is counted and the colon, and between a number and what it counts.
_TAIL, _FREE_TAIL, _REACH = 6, 10, 6
_COLON, _ARTICLE = ":", "the"


class Announcement(Struct, frozen=True):
    """A count, and the mark behind it that a list should follow: the token number of `mark`, None for a full stop."""

    seen: Sighting
    value: Quantity
    mark: int | None

    @property
    def count(self) -> int:
        """How many things are announced."""
        return int(self.value.number.value)


def find_announcements(scanned: Scan) -> Iterator[Announcement]:
    """The counts of a block behind which a colon, a dash or the end of the sentence opens a list."""
    for seen in scanned.sightings:
        value = seen.value
        if seen.slot is Slot.NUMBER and isinstance(value, Quantity) and _may_announce(seen, value):
            found = _announcement(scanned, seen, value)
            if found is not None:
                yield found


def _may_announce(seen: Sighting, value: Quantity) -> bool:
    number = value.number
    is_exact = number.bound is Bound.NONE and number.value.denominator == 1 and 2 <= number.value <= _MOST_ANNOUNCED
    return is_exact and value.kind is Kind.COUNT and seen.stance in (Stance.ASSERTED, Stance.REPORTED)


def _announcement(scanned: Scan, seen: Sighting, value: Quantity) -> Announcement | None:
    tokens, lexicon = scanned.tokens, scanned.lexicon
    start = tokens.at(seen.span.start)
    noun = _noun(tokens, start, value, lexicon)
    if noun is None or tokens.text[seen.span.end : seen.span.end + 1] == "-":
        return None
    sentence = tokens.sentence_of(start)
    front = range(sentence.start, start)
    is_catch_all = tokens.items[noun].folded in list_words(lexicon, "catch_alls")
    governor, articles = _before(tokens, start, lexicon)
    is_free = not governor and _is_free(front, tokens, articles, lexicon)
    if governor == "of" or not (is_catch_all or is_free):
        return None
    behind = range(noun + 1, sentence.stop)
    mark = next((n for n in behind if tokens.items[n].text == _COLON or is_dash(tokens, n)), None)
    tail = range(noun + 1, sentence.stop - 1 if mark is None else mark)
    if not _is_tail(tokens, tail, lexicon, is_loose=is_catch_all and not governor):
        return None
    if mark == len(tokens.items) - 1 and not is_catch_all and _is_told(front, tokens, lexicon):
        return None
    return Announcement(seen, value, mark)


def _noun(tokens: Tokens, start: int, value: Quantity, lexicon: Lexicon) -> int | None:
    """The token of the noun that a number counts."""
    sentence = tokens.sentence_of(start)
    ahead = range(start + 1, min(sentence.stop, start + _REACH + 1))
    return next((n for n in ahead if stem(tokens.items[n].folded, lexicon.language) == value.of), None)


def _before(tokens: Tokens, start: int, lexicon: Lexicon) -> tuple[str, frozenset[str]]:
    """The preposition that a counted noun hangs on, "" for none, and the small words between it and the number."""
    sentence, number = tokens.sentence_of(start), start - 1
    pointing = list_words(lexicon, "pointing_ahead")
    passed: set[str] = set()
    while number >= sentence.start:
        token = tokens.items[number]
        is_passed = token.folded in lexicon.grammar["determiners"] or token.folded in pointing or token.is_possessive
        if not is_passed and not (passed and token.is_capital and tokens.items[number + 1].is_possessive):
            break
        passed.add(token.folded)
        number -= 1
    word = tokens.items[number].folded if number >= sentence.start else ""
    return (word if word in lexicon.grammar["prepositions"] else ""), frozenset(passed)


def _is_free(front: range, tokens: Tokens, articles: frozenset[str], lexicon: Lexicon) -> bool:
    """True where a plain noun may announce a list: it is new to the reader, and stands in no question."""
    words = {tokens.items[number].folded for number in front}
    is_known = _ARTICLE in articles and articles.isdisjoint(list_words(lexicon, "pointing_ahead"))
    return not is_known and words.isdisjoint(list_words(lexicon, "questioning"))


def _is_told(front: range, tokens: Tokens, lexicon: Lexicon) -> bool:
    """True behind a verb of speech: what follows may be what is said or asked."""
    return any(tokens.items[number].folded in lexicon.speech_verbs for number in front)


def _is_tail(tokens: Tokens, tail: range, lexicon: Lexicon, *, is_loose: bool) -> bool:
    """True for words behind a counted noun that go on about it, so that the list is of what is counted."""
    items = tokens.items[tail.start : tail.stop]
    if any(not token.is_word or token.folded in lexicon.tables["numbers"]["cardinals"] for token in items):
        return False
    if is_loose:
        return len(items) <= _FREE_TAIL
    if not items:
        return True
    is_about = items[0].folded in list_words(lexicon, "tails") and len(items) <= _TAIL
    return is_about and not any(may_be_past(token.folded, lexicon) for token in items)
