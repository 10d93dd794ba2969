"""When the statements of a document hold: its own day, and the times that headings, dates and "a year later" set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.extract.tense import folded, has_any, is_of_now, time_words
from factlint.text import BlockKind
from factlint.values.date import DateRange, in_year
from factlint.values.date_expression import resolve as resolve_date
from factlint.values.relative_date import Anchor, Unit, reckon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factlint.extract.scan import Scan
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon
    from factlint.text import Block, Span
    from factlint.values.date_expression import DateExpression

# Roles in which a date says when its sentence's events are; "since", "after" or "the 1979 treaty" do not.
_FRAMING = frozenset({"in", "on"})
# Roles of a stretch of time that an office is held ("minister from 2013 to 2021", "minister (2013-2021)").
_TENURE = frozenset({"between", ""})
# How many words may stand before a date that opens a sentence and frames those behind it ("Back in 2018, ...").
_FRONT = 2
# How many tokens lie between an office and the years in which it was held.
_BESIDE = 3
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_YEARLY = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})


@dataclass(frozen=True, slots=True)
class Told:
    """A time that a sentence tells: the token it begins at, its days (None where they cannot be told), and whether
    it opens the sentence and frames those behind it."""

    token: int
    days: DateRange | None
    is_front: bool


@dataclass(frozen=True, slots=True)
class Frames:
    """The times of one block: for each sentence the time that it is told in, and the times told in it."""

    scan: Scan
    around: tuple[DateRange | None, ...]
    inside: tuple[tuple[Told, ...], ...]
    lexicon: Lexicon

    def at(self, sentence: int, span: Span) -> DateRange | None:
        """When what stands at `span`, in a sentence by number, holds."""
        tokens, told = self.scan.tokens, self.inside[sentence]
        tenure = _tenure_behind(self.scan, span)
        if tenure is not None:
            return tenure
        if not told:
            return self.around[sentence]
        if len({each.days for each in told}) > 1:
            before = [each for each in told if tokens.items[each.token].span.start < span.start]
            return before[-1].days if before and _opens_clause(tokens, before[-1].token) else None
        pronoun = _pronoun_before(tokens, told[0].token, self.lexicon)
        if pronoun is not None and tokens.items[pronoun].span.start > span.start:
            return self.around[sentence]
        return told[0].days


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
        around: list[DateRange | None] = []
        inside: list[tuple[Told, ...]] = []
        for sentence in scanned.tokens.sentences:
            told = tuple(self._told(scanned, sentence))
            if told and told[0].is_front:
                self.frame = told[0].days
            elif not told and is_of_now(folded(scanned.tokens, sentence), self.lexicon):
                around.append(self.own)
                inside.append(told)
                continue
            around.append(self.frame)
            inside.append(told)
            if told and told[0].is_front:
                self.frame = [each for each in told if _opens_clause(scanned.tokens, each.token)][-1].days
        return Frames(scanned, tuple(around), tuple(inside), self.lexicon)

    def _told(self, scanned: Scan, sentence: range) -> Iterator[Told]:
        tokens = scanned.tokens
        inside = tokens.span(sentence.start, sentence.stop)
        for found in scanned.dates:
            if not found.span.overlaps(inside):
                continue
            token = next(n for n in sentence if tokens.items[n].span.end > found.span.start)
            is_front = token - sentence.start <= _FRONT
            if found.relative is not None and found.relative.anchor == Anchor.EVENT:
                if found.relative.unit in _YEARLY or self.frame != self.own:
                    yield Told(token, self._shifted(found) if is_front else None, is_front)
                continue
            days = resolve_date(found, self.reference) if _is_reckoned(found) else found.range
            if days is not None and (_is_reckoned(found) or _frames(found, tokens, token, self.lexicon)):
                yield Told(token, days, is_front)

    def _shifted(self, found: DateExpression) -> DateRange | None:
        """The days that lie a distance from the frame; a count of years is taken as whole calendar years."""
        if self.frame is None or found.relative is None:
            return None
        exact = replace(found.relative, is_rounded=False)
        first, last = reckon(exact, self.frame.first), reckon(exact, self.frame.last)
        return first.to(last) if first is not None and last is not None else None


def _is_reckoned(found: DateExpression) -> bool:
    """True for a distance from the document's day, such as "last July"; a lone weekday tells too little."""
    return found.relative is not None and found.range is None and found.weekday is None


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
    years = {word for word in words if word.isdigit() and len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR}
    if not scanned.dates and len(years) == 1 and (words[0] in years or words[-1] in years):
        days = {in_year(int(years.pop()))}
    return days.pop() if len(days) == 1 else None


def _goes_on(scanned: Scan, lexicon: Lexicon) -> bool:
    """True where a block's first sentence tells on in the time before: "Then ...", "He had ..."."""
    sentences = scanned.tokens.sentences
    words = folded(scanned.tokens, sentences[0]) if sentences else []
    return "had" in words or has_any(words, lexicon, "then")


def _opens_clause(tokens: Tokens, token: int) -> bool:
    """True for a date that stands first in its sentence or in a clause joined to another ("; in 2023 ...")."""
    start = tokens.sentence_of(token).start
    before = [tokens.items[n].folded for n in range(max(start, token - _FRONT - 1), token)]
    return token - start <= _FRONT or any(word in {";", "and", "but", "—", "–", ":"} for word in before)


def _pronoun_before(tokens: Tokens, token: int, lexicon: Lexicon) -> int | None:
    """The relative pronoun that opens the clause a token stands in, where it stands in such a one."""
    start = tokens.sentence_of(token).start
    for number in range(token - 1, start, -1):
        if tokens.items[number].text in {",", ";", "(", ")", ":"}:
            return None
        if tokens.items[number].folded in time_words(lexicon, "relative"):
            return number
    return None


def _tenure_behind(scanned: Scan, span: Span) -> DateRange | None:
    """The years right behind an office: "minister from 2013 to 2021", "minister (2013-2021)"."""
    items = scanned.tokens.items
    for found in scanned.dates:
        if found.range is None or found.role not in _TENURE or found.range.first.year == found.range.last.year:
            continue
        between = [t for t in items if t.span.start >= span.end and t.span.end <= found.span.start]
        if found.span.start > span.end and len(between) <= _BESIDE and all(_joins(t.text) for t in between):
            return found.range
    return None


def _joins(text: str) -> bool:
    return text.casefold() in {"from", "between", "(", ","}
