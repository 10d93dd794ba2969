"""When the parts of one sentence hold, by the times that are told in it and the one that it is told in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.tense import may_be_past, time_words
from factlint.values.date import DateRange

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from factlint.extract.scan import Scan
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon
    from factlint.text import Span
    from factlint.values.date_expression import DateExpression

# How many words may stand before a date that opens a sentence and frames those behind it ("Back in 2018, ...").
FRONT = 2
_CONJUNCTIONS = frozenset({"and", "but", "or", "while", "whereas", "yet"})
_OPENINGS = frozenset({";", "and", "but", "—", "–", ":"})
_PAUSES = frozenset({",", ";", "(", ")", ":"})
# Roles of a stretch of time that an office is held, and what may stand before it ("minister (2013-2021)").
_TENURE = frozenset({"between", ""})
_JOINTS = frozenset({"from", "between", "since", "(", ","})
_BESIDE = 3


class Told(Struct, frozen=True):
    """A time that a sentence tells: the token it begins at, its days (None where they cannot be told), and whether
    it opens the sentence and frames those behind it."""

    token: int
    days: DateRange | None
    is_front: bool


class SentenceTime(Struct, frozen=True, eq=False, dict=True):
    """The times of a sentence: those told in it, in order, and the one around it."""

    tokens: Tokens
    sentence: range
    told: tuple[Told, ...]
    around: DateRange | None
    lexicon: Lexicon

    def at(self, span: Span) -> DateRange | None:
        """When what stands at `span` of the block holds; None where that is not known."""
        if not self.told:
            return self.around
        token = self.tokens.at(span.start)
        return self._at_one(self.told[0], token) if self._is_one_time else self._at_several(token)

    @cached_property
    def _is_one_time(self) -> bool:
        return len({told.days for told in self.told}) == 1

    def _at_one(self, told: Told, token: int) -> DateRange | None:
        """The time told; None where that may be the time of something else in the sentence."""
        if told.is_front or told.token < token:
            return told.days
        if self._opener is not None and self._opener > token:
            return self.around
        verbs = len(self._verbs) - bisect_right(self._verbs, token)
        return None if verbs > 1 else told.days

    @cached_property
    def _opener(self) -> int | None:
        """The word that opens the clause within another in which the first time told stands."""
        openers = time_words(self.lexicon, "subordinators")
        for number in range(self.told[0].token - 1, self.sentence.start, -1):
            if self.tokens.items[number].text in _PAUSES:
                return None
            if self.tokens.items[number].folded in openers:
                return number
        return None

    @cached_property
    def _verbs(self) -> Sequence[int]:
        """Where verbs of the past begin before the first time told: "the minister praised the deal signed in 2018"."""
        inside = range(self.sentence.start, self.told[0].token)
        verbs = [n for n in inside if may_be_past(self.tokens.items[n].folded, self.lexicon)]
        return [n for place, n in enumerate(verbs) if not place or verbs[place - 1] != n - 1]

    def _at_several(self, token: int) -> DateRange | None:
        """The one time told in the clause, or the last one before that opens a clause."""
        place = bisect_right(self._joints, token)
        start = self._joints[place - 1] if place else self.sentence.start
        stop = self._joints[place] if place < len(self._joints) else self.sentence.stop
        first = bisect_left(self.told, start, key=lambda told: told.token)
        last = bisect_left(self.told, stop, key=lambda told: told.token)
        if first < last or not first:
            inside = {told.days for told in self.told[first:last]}
            return inside.pop() if len(inside) == 1 else None
        return self.told[first - 1].days if opens_clause(self.tokens, self.told[first - 1].token) else None

    @cached_property
    def _joints(self) -> Sequence[int]:
        """The marks at which clauses are joined: "; " and ", and"."""
        items, last = self.tokens.items, self.sentence.stop - 1
        return [
            n
            for n in self.sentence
            if items[n].text == ";" or (items[n].text == "," and n < last and items[n + 1].folded in _CONJUNCTIONS)
        ]


def opens_clause(tokens: Tokens, token: int) -> bool:
    """True for a date that stands first in its sentence or in a clause joined to another ("; in 2023 ...")."""
    start = tokens.sentence_of(token).start
    before = tokens.items[max(start, token - FRONT - 1) : token]
    return token - start <= FRONT or any(item.folded in _OPENINGS for item in before)


def dates_by_sentence(scanned: Scan) -> Mapping[int, Sequence[DateExpression]]:
    """The dates of a block by the number of the sentence that they begin in."""
    starts = [sentence.start for sentence in scanned.tokens.sentences]
    found: dict[int, list[DateExpression]] = defaultdict(list)
    for each in scanned.dates:
        found[bisect_right(starts, scanned.tokens.at(each.span.start)) - 1].append(each)
    return found


def tenure_behind(scanned: Scan, span: Span, until: date) -> DateRange | None:
    """The years right behind an office: "minister from 2013 to 2021", "minister (2013-2021)", "minister since 2019".

    What has been since a day lasts `until` the document's own, or, where that is not known, to the end of time.
    """
    place = bisect_left(scanned.dates, span.end, key=lambda found: found.span.start)
    found = scanned.dates[place] if place < len(scanned.dates) else None
    if found is None or found.range is None:
        return None
    first, last = scanned.tokens.at(span.end), scanned.tokens.at(found.span.start)
    if last - first > _BESIDE or not all(item.folded in _JOINTS for item in scanned.tokens.items[first:last]):
        return None
    if found.role == "since":
        return DateRange(found.range.first, until) if found.range.first <= until else None
    is_stretch = found.role in _TENURE and found.range.first.year < found.range.last.year
    return found.range if is_stretch else None
