"""When the statements of a document hold: its own day, and the times that headings, dates and "a year later" set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from factlint.extract.tense import folded, has_any, is_of_now, may_be_past, time_words
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
# Roles of a stretch of time that an office is held, and what may stand before it ("minister (2013-2021)").
_TENURE = frozenset({"between", ""})
_JOINTS = frozenset({"from", "between", "since", "(", ","})
_BESIDE = 3
_CONJUNCTIONS = frozenset({"and", "but", "or", "while", "whereas", "yet"})
# How many words may stand before a date that opens a sentence and frames those behind it ("Back in 2018, ...").
_FRONT = 2
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_WHOLE_YEAR = 365
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
    until: date
    lexicon: Lexicon

    def at(self, sentence: int, span: Span) -> DateRange | None:
        """When what stands at `span`, in a sentence by number, holds."""
        tokens, told = self.scan.tokens, self.inside[sentence]
        tenure = _tenure_behind(self.scan, span, self.until)
        if tenure is not None:
            return tenure
        if len({each.days for each in told}) > 1:
            clause = _clause(tokens, span)
            inside = {each.days for each in told if each.token in clause}
            before = [each for each in told if each.token < clause.start]
            if inside or not before:
                return inside.pop() if len(inside) == 1 else None
            return before[-1].days if _opens_clause(tokens, before[-1].token) else None
        return self._at_one(told[0], sentence, span) if told else self.around[sentence]

    def _at_one(self, told: Told, sentence: int, span: Span) -> DateRange | None:
        """When something holds in a sentence with one time; None where that may be the time of something else in it."""
        tokens = self.scan.tokens
        if told.is_front or tokens.items[told.token].span.start < span.start:
            return told.days
        opener = _opener_before(tokens, told.token, self.lexicon)
        if opener is not None and tokens.items[opener].span.start > span.start:
            return self.around[sentence]
        return None if self._is_of_other_verb(told.token, span) else told.days

    def _is_of_other_verb(self, token: int, span: Span) -> bool:
        """True where two verbs of the past lie between: "the minister praised the deal signed in 2018"."""
        items = self.scan.tokens.items
        between = [n for n in range(token) if items[n].span.start >= span.end]
        verbs = [n for n in between if may_be_past(items[n].folded, self.lexicon)]
        return len({number - place for place, number in enumerate(verbs)}) > 1


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
            around.append(self.frame if told else self._carried(scanned.tokens, sentence))
            inside.append(told)
            if told and told[0].is_front:
                self.frame = [each for each in told if _opens_clause(scanned.tokens, each.token)][-1].days
        return Frames(scanned, tuple(around), tuple(inside), self.reference or date.max, self.lexicon)

    def _carried(self, tokens: Tokens, sentence: range) -> DateRange | None:
        """The time of a sentence that tells none: the frame, unless it speaks of now, or of some other time."""
        if self.frame == self.own or is_of_now(tokens, sentence, self.lexicon):
            return self.own
        return None if has_any(folded(tokens, sentence), self.lexicon, "otherwise") else self.frame

    def _told(self, scanned: Scan, sentence: range) -> Iterator[Told]:
        """The times that a sentence tells, each reckoned from the one before."""
        tokens, frame = scanned.tokens, self.frame
        inside = tokens.span(sentence.start, sentence.stop)
        for found in scanned.dates:
            if not found.span.overlaps(inside):
                continue
            token = next(n for n in sentence if tokens.items[n].span.end > found.span.start)
            told = self._time_of(found, token, frame, tokens)
            if told is not None:
                frame = told.days if told.is_front else frame
                yield told

    def _time_of(self, found: DateExpression, token: int, frame: DateRange | None, tokens: Tokens) -> Told | None:
        """The time that one date tells, where the time told so far is `frame`; None where it tells none."""
        is_front = token - tokens.sentence_of(token).start <= _FRONT
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


def _clause(tokens: Tokens, span: Span) -> range:
    """The token numbers of the part of the sentence that `span` stands in, between "; " and ", and"."""
    items = tokens.items
    token = next((n for n, item in enumerate(items) if item.span.end > span.start), len(items) - 1)
    sentence = tokens.sentence_of(token)
    joints = [n for n in sentence if items[n].text == ";" or _joins_clauses(tokens, n, sentence)]
    start = max((n for n in joints if n <= token), default=sentence.start)
    return range(start, min((n for n in joints if n > token), default=sentence.stop))


def _joins_clauses(tokens: Tokens, number: int, sentence: range) -> bool:
    following = number + 1
    return (
        tokens.items[number].text == "," and following in sentence and tokens.items[following].folded in _CONJUNCTIONS
    )


def _opens_clause(tokens: Tokens, token: int) -> bool:
    """True for a date that stands first in its sentence or in a clause joined to another ("; in 2023 ...")."""
    start = tokens.sentence_of(token).start
    before = [tokens.items[n].folded for n in range(max(start, token - _FRONT - 1), token)]
    return token - start <= _FRONT or any(word in {";", "and", "but", "—", "–", ":"} for word in before)


def _opener_before(tokens: Tokens, token: int, lexicon: Lexicon) -> int | None:
    """The word that opens the clause within another in which a token stands, where it stands in one."""
    start = tokens.sentence_of(token).start
    for number in range(token - 1, start, -1):
        if tokens.items[number].text in {",", ";", "(", ")", ":"}:
            return None
        if tokens.items[number].folded in time_words(lexicon, "subordinators"):
            return number
    return None


def _tenure_behind(scanned: Scan, span: Span, until: date) -> DateRange | None:
    """The years right behind an office: "minister from 2013 to 2021", "minister (2013-2021)", "minister since 2019".

    What has been since a day lasts `until` the document's own, or, where that is not known, to the end of time.
    """
    items = scanned.tokens.items
    for found in scanned.dates:
        is_tenure = found.role == "since" or found.role in _TENURE
        if found.range is None or found.span.start < span.end or not is_tenure:
            continue
        between = [t.folded for t in items if t.span.start >= span.end and t.span.end <= found.span.start]
        if len(between) > _BESIDE or not all(word in _JOINTS for word in between):
            continue
        if found.role == "since" and found.range.first <= until:
            return DateRange(found.range.first, until)
        if found.role in _TENURE and found.range.first.year < found.range.last.year:
            return found.range
    return None
