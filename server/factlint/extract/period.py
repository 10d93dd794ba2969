"""When the statements of a document hold: its own day, and the times that headings, dates and "a year later" set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from factlint.extract.sentence_time import (
    FRONT,
    SentenceTime,
    Told,
    dates_by_sentence,
    opens_clause,
    tenure_behind,
)
from factlint.extract.tense import folded, has_any, is_of_now, time_words
from factlint.text import BlockKind
from factlint.values.date import DateRange, in_year
from factlint.values.date_expression import resolve as resolve_date
from factlint.values.relative_date import Anchor, Unit, reckon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.scan import Scan
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon
    from factlint.text import Block, Span
    from factlint.values.date_expression import DateExpression
    from factlint.values.relative_date import Relative

# Roles in which a date says when its sentence's events are; "since", "after" or "the 1979 treaty" do not.
_FRAMING = frozenset({"in", "on"})
# Roles in which a date that opens a sentence ends the time before it: "By 2023 ...", "Since 2011 ...".
_BY = "by"
_TURNING = frozenset({_BY, "since", "as of"})
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_WHOLE_YEAR = 365
_YEARLY = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})


@dataclass(frozen=True, slots=True)
class Frames:
    """The times of one block: those of each of its sentences, and of the offices with their years beside them."""

    scan: Scan
    sentences: tuple[SentenceTime, ...]
    until: date

    def at(self, sentence: int, span: Span) -> DateRange | None:
        """When what stands at `span`, in a sentence by number, holds."""
        return tenure_behind(self.scan, span, self.until) or self.sentences[sentence].at(span)


def frames(
    blocks: Sequence[Block], scans: Sequence[Scan], document_date: date | None, lexicon: Lexicon
) -> Iterator[Frames]:
    """The times of each block in order.

    A date that opens a sentence frames the sentences behind it in the block, and those of the next block where that
    goes on in the time told ("then", "had"). What the text says of now holds at its own time.
    """
    walk = _Walk(DateRange(document_date, document_date) if document_date else None, document_date, lexicon)
    for number, (block, scanned) in enumerate(zip(blocks, scans, strict=True)):
        if block.kind is BlockKind.HEADING:
            walk.meet_heading(scanned, is_title=number == 0)
        elif not _goes_on(scanned, lexicon):
            walk.frame = walk.section
        yield walk.through(scanned)


class _Walk:
    """The way through a document: its own time, that of the section, and the one that the sentences stand in."""

    def __init__(self, own: DateRange | None, reference: date | None, lexicon: Lexicon) -> None:
        self.own = self.title = self.section = self.frame = own
        self.reference = reference
        self.lexicon = lexicon

    def meet_heading(self, scanned: Scan, *, is_title: bool) -> None:
        """Take the time that a heading gives to what stands under it."""
        told = _of_heading(scanned)
        if told is not None and self.own is not None and told.contains(self.own):
            told = None
        if is_title:
            self.title = told or self.own
        self.section = self.frame = told or self.title

    def through(self, scanned: Scan) -> Frames:
        """The times of a block's sentences, in which the frame moves on."""
        tokens, dates, times = scanned.tokens, dates_by_sentence(scanned), []
        for number, sentence in enumerate(tokens.sentences):
            told = tuple(self._told(dates.get(number, ()), tokens))
            if told and told[0].is_front:
                self.frame = told[0].days
            around = self.frame if told else self._carried(tokens, sentence)
            times.append(SentenceTime(tokens, sentence, told, around, self.lexicon))
            if told and told[0].is_front:
                self.frame = [each for each in told if opens_clause(tokens, each.token)][-1].days
        return Frames(scanned, tuple(times), self.reference or date.max)

    def _carried(self, tokens: Tokens, sentence: range) -> DateRange | None:
        """The time of a sentence that tells none: the frame, unless it speaks of now, or of some other time."""
        if self.frame == self.own or is_of_now(tokens, sentence, self.lexicon):
            return self.own
        return None if has_any(folded(tokens, sentence), self.lexicon, "otherwise") else self.frame

    def _told(self, dates: Sequence[DateExpression], tokens: Tokens) -> Iterator[Told]:
        """The times that the dates of a sentence tell, each reckoned from the one before."""
        frame = self.frame
        for found in dates:
            told = self._time_of(found, tokens.at(found.span.start), frame, tokens)
            if told is not None:
                frame = told.days if told.is_front else frame
                yield told

    def _time_of(self, found: DateExpression, token: int, frame: DateRange | None, tokens: Tokens) -> Told | None:
        """The time that one date tells, where the time told so far is `frame`; None where it tells none."""
        is_front = token - tokens.sentence_of(token).start <= FRONT
        relative = found.relative
        if relative is not None and relative.anchor == Anchor.EVENT:
            is_telling = relative.unit in _YEARLY or frame != self.own
            return Told(token, _shifted(relative, frame) if is_front else None, is_front) if is_telling else None
        is_reckoned = relative is not None and found.range is None and found.weekday is None
        days = resolve_date(found, self.reference) if is_reckoned else found.range
        if days is not None and (is_reckoned or _frames(found, tokens, token, self.lexicon)):
            return Told(token, days, is_front)
        if days is not None and is_front and found.role in _TURNING:
            return Told(token, days if found.role == _BY else self.own, is_front)
        # A weekday is one of the days around the text; in a year that is told of it says nothing.
        is_bare = found.weekday is not None and days is None and found.month is None
        is_of_text = is_bare and frame != self.own and frame is not None and frame.days >= _WHOLE_YEAR
        return Told(token, self.own, is_front) if is_of_text else None


def _shifted(relative: Relative, frame: DateRange | None) -> DateRange | None:
    """The days that lie a distance from the frame, in whole years; less than a year within a year stays in it."""
    if frame is None or (relative.unit not in _YEARLY and frame.days >= _WHOLE_YEAR):
        return frame
    exact = replace(relative, is_rounded=False)
    first, last = reckon(exact, frame.first), reckon(exact, frame.last)
    return first.to(last) if first is not None and last is not None else None


def _frames(found: DateExpression, tokens: Tokens, token: int, lexicon: Lexicon) -> bool:
    """True for "in 2018", and for "in the last week of August 2018"."""
    if found.role in _FRAMING:
        return True
    is_of = found.role == "of" and token > 1 and tokens.items[token - 1].folded == "of"
    return is_of and tokens.items[token - 2].folded in time_words(lexicon, "parts")


def _of_heading(scanned: Scan) -> DateRange | None:
    """The one time that a heading names: a date, or a year that begins or ends it."""
    days = {found.range for found in scanned.dates if found.range and (found.role in _FRAMING or not found.role)}
    words = [token.text for token in scanned.tokens.items if token.text[0].isalnum()]
    years = {word for word in words if word.isdecimal() and len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR}
    if not scanned.dates and len(years) == 1 and (words[0] in years or words[-1] in years):
        days = {in_year(int(years.pop()))}
    return days.pop() if len(days) == 1 else None


def _goes_on(scanned: Scan, lexicon: Lexicon) -> bool:
    """True where a block's first sentence tells on in the time before: "Then ...", "He had ..."."""
    sentences = scanned.tokens.sentences
    words = folded(scanned.tokens, sentences[0]) if sentences else []
    return "had" in words or has_any(words, lexicon, "then")
