"""When the statements of a document hold: its own day, and the times that headings, dates and "a year later" set."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.quotations import find_quoted
from factlint.extract.sentence_time import (
    FRONT,
    SentenceTime,
    Told,
    dates_by_sentence,
    opens_clause,
    tenure_behind,
)
from factlint.extract.tense import folded, has_any, is_of_now, time_words
from factlint.kept import kept, kept_lately
from factlint.patterns import compiled
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
# For how many places in a document the times of a block are remembered.
_LATELY = 2
_YEARLY = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})
# What parts the date of an item in a list of events from what was then.
_ITEM_MARKS = frozenset({".", ":", "–", "—", "-", ")"})
_PART_IN = compiled(r"(?i)(?:early|late)[\s~]+in[\s~]")
_SENTENCE = compiled(r"[.!?…][\"'”’»)*_]*\s*\Z")
# What behind "had" makes it the verb of who had something, not of who had done something.
_DETERMINERS = frozenset({"a", "an", "the", "no", "his", "her", "its", "their", "to", "little", "few", "many", "some"})


class Frames(Struct, frozen=True):
    """The times of one block: those of each of its sentences, and of the offices with their years beside them."""

    scan: Scan
    sentences: tuple[SentenceTime, ...]
    until: date

    def at(self, sentence: int, span: Span) -> DateRange | None:
        """When what stands at `span`, in a sentence by number, holds."""
        return tenure_behind(self.scan, span, self.until) or self.sentences[sentence].at(span)


def periods(
    blocks: Sequence[Block], scans: Sequence[Scan], document_date: date | None, lexicon: Lexicon
) -> Iterator[tuple[DateRange | None, ...]]:
    """When what is sighted in each block holds, block by block.

    A date that opens a sentence frames the sentences behind it in the block, and those of the next block where that
    goes on in the time told ("then", "had"). The time of a title, or the one that a text which is no news
    opens with, is that of the blocks behind it, until another is told. What the text says of now holds at its own time.
    """
    own = DateRange(document_date, document_date) if document_date else None
    times = _Times(own, own, own, own, is_by_lede=False, is_now=False)
    lede = None if any(_is_news(scanned) for scanned in scans) else _first_paragraph(blocks)
    for number, (block, scanned) in enumerate(zip(blocks, scans, strict=True)):
        part = _Part(block.kind, is_first=number == 0, is_lede=number == lede)
        found, times = _passed(scanned, part, times, document_date, lexicon)
        yield found


class _Times(Struct, frozen=True):
    """The times that a walk through a document has come to, before a block or behind it: see `_Walk`."""

    own: DateRange | None
    title: DateRange | None
    section: DateRange | None
    frame: DateRange | None
    is_by_lede: bool
    is_now: bool


class _Part(Struct, frozen=True):
    """What part of a document a block is."""

    kind: BlockKind
    is_first: bool
    is_lede: bool


@kept_lately(_LATELY)
def _passed(
    scanned: Scan, part: _Part, times: _Times, reference: date | None, lexicon: Lexicon
) -> tuple[tuple[DateRange | None, ...], _Times]:
    """When what is sighted in a block holds, and the times behind the block, from those before it."""
    walk = _Walk(times, reference, lexicon)
    if part.kind is BlockKind.HEADING:
        walk.meet_heading(scanned, is_title=part.is_first)
    else:
        walk.meet_block(scanned, is_item=part.kind is BlockKind.ITEM)
    met = walk.through(scanned)
    if part.is_lede:
        walk.take_topic(met)
    return tuple(met.at(sighting.sentence, sighting.span) for sighting in scanned.sightings), walk.times


class _Walk:
    """The way through a document: its own time, that of the section, and the one that the sentences stand in."""

    def __init__(self, times: _Times, reference: date | None, lexicon: Lexicon) -> None:
        self.own, self.title, self.section, self.frame = times.own, times.title, times.section, times.frame
        self.reference = reference
        self.lexicon = lexicon
        # Whether the blocks' time is only that of the first paragraph, and whether one has spoken of now meanwhile.
        self.is_by_lede, self.is_now = times.is_by_lede, times.is_now

    @property
    def times(self) -> _Times:
        """Where the walk has come to."""
        return _Times(self.own, self.title, self.section, self.frame, self.is_by_lede, self.is_now)

    def meet_heading(self, scanned: Scan, *, is_title: bool) -> None:
        """Take the time that a heading gives to what stands under it."""
        told = _of_heading(scanned)
        if told is not None and self.own is not None and told.contains(self.own):
            told = None
        if is_title:
            self.title = told or self.own
        self.section = self.frame = told or self.title
        self.is_by_lede = self.is_now = False

    def meet_block(self, scanned: Scan, *, is_item: bool) -> None:
        """Take the time that a block begins in: that of its own date, of the block before, or of the section."""
        if self.is_now and self.is_by_lede:
            self.section = None
        if self.is_now or not _goes_on(scanned, self.lexicon):
            self.frame = self.section
        self.frame = _of_item(scanned, is_item=is_item) or self.frame
        self.is_now = False

    def take_topic(self, lede: Frames) -> None:
        """Take the one time of the first paragraph, where the text opens with it, for the blocks behind it."""
        days = {each.days for sentence in lede.sentences for each in sentence.told}
        is_opening = any(each.is_front for each in lede.sentences[0].told)
        if self.section == self.own and len(days) == 1 and is_opening and not self.is_now:
            topic = days.pop()
            if topic is not None and self.frame == topic and not _share_year(topic, self.own):
                # Under a heading of its own the text may tell of that time still, or of its own.
                self.section, self.title, self.is_by_lede = topic, None, True

    def through(self, scanned: Scan) -> Frames:
        """The times of a block's sentences, in which the frame moves on."""
        tokens, dates, times = scanned.tokens, dates_by_sentence(scanned), []
        quoted = _quoted(scanned)
        for number, sentence in enumerate(tokens.sentences):
            told = tuple(self._told(dates.get(number, ()), tokens, quoted))
            if told and told[0].is_front:
                self._move(told[0].days)
            elif _returns(tokens, sentence, self.lexicon):
                self._move(self.own)
            around = self.frame if told else self._carried(tokens, sentence)
            times.append(SentenceTime(tokens, sentence, told, around, self.lexicon))
            if told and told[0].is_front:
                self._move([each for each in told if opens_clause(tokens, each.token)][-1].days)
        return Frames(scanned, tuple(times), self.reference or date.max)

    def _move(self, days: DateRange | None) -> None:
        """Go on in another time; in which one the blocks behind are is then not known, unless in the text's own."""
        if self.section != self.own and not _share_year(self.section, days):
            self.section = None
        self.frame = days

    def _carried(self, tokens: Tokens, sentence: range) -> DateRange | None:
        """The time of a sentence that tells none: the frame, unless it speaks of now, or of some other time."""
        if self.frame == self.own:
            return self.own
        if is_of_now(tokens, sentence, self.lexicon):
            self.is_now = True
            return self.own
        return None if has_any(folded(tokens, sentence), self.lexicon, "otherwise") else self.frame

    def _told(self, dates: Sequence[DateExpression], tokens: Tokens, quoted: Sequence[Span]) -> Iterator[Told]:
        """The times that the dates of a sentence tell, each reckoned from the one before.

        What a speaker calls today or last week is near the time that is told.
        """
        frame = self.frame
        for found in dates:
            if found.range is None and any(span.overlaps(found.span) for span in quoted):
                continue
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
            days = _shifted(relative, frame) if is_front else None
            is_ahead = days is not None and self.reference is not None and days.first > self.reference
            return Told(token, None if is_ahead else days, is_front) if is_telling else None
        is_reckoned = relative is not None and found.range is None and found.weekday is None
        days = resolve_date(found, self.reference) if is_reckoned else found.range
        if days is None and is_reckoned and found.month is None:
            return Told(token, self.own, is_front)
        if days is not None and (is_reckoned or _frames(found, tokens, token, self.lexicon)):
            return Told(token, days, is_front)
        if days is not None and is_front and found.role in _TURNING:
            return Told(token, days if found.role == _BY else self.own, is_front)
        # A weekday is one of the days around the text; in a year that is told of it says nothing.
        is_bare = found.weekday is not None and days is None and found.month is None
        is_of_text = is_bare and frame != self.own and frame is not None and frame.days >= _WHOLE_YEAR
        return Told(token, self.own, is_front) if is_of_text else None


def _quoted(scanned: Scan) -> Sequence[Span]:
    """What a block quotes, where it tells times that depend on who says them."""
    if all(found.range is not None for found in scanned.dates):
        return ()
    return [scanned.tokens.span(each.start, each.end) for each in find_quoted(scanned.tokens)]


def _share_year(first: DateRange | None, second: DateRange | None) -> bool:
    """True where both are known and lie in one year of the calendar somewhere."""
    if first is None or second is None:
        return False
    return first.first.year <= second.last.year and second.first.year <= first.last.year


@kept
def _is_news(scanned: Scan) -> bool:
    """True where a block tells of days around its own: "on Friday", "last week"."""
    return any(
        found.range is None
        and (
            found.weekday is not None
            or (found.relative and found.relative.anchor is Anchor.DOCUMENT and found.relative.unit not in _YEARLY)
        )
        for found in scanned.dates
    )


def _first_paragraph(blocks: Sequence[Block]) -> int | None:
    """The number of the first block that is a sentence, not a heading, a byline or a date line."""
    return next(
        (n for n, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and _SENTENCE.search(block.text)),
        None,
    )


def _of_item(scanned: Scan, *, is_item: bool) -> DateRange | None:
    """The time that opens a block, parted from the rest by a mark: "7 June 2018: ...", in a list "2019 – ..." too."""
    items = scanned.tokens.items
    found = scanned.dates[0] if scanned.dates else None
    if found is not None and found.range is not None and not found.role and found.span.start <= items[0].span.start:
        behind = next((item.text for item in items if item.span.start >= found.span.end), "")
        return found.range if behind in _ITEM_MARKS else None
    is_year = is_item and len(items) > 1 and items[1].text in _ITEM_MARKS - {"."} and _is_year(items[0].text)
    return in_year(int(items[0].text)) if is_year else None


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def _returns(tokens: Tokens, sentence: range, lexicon: Lexicon) -> bool:
    """True for a sentence that "now" or "today" opens: it leaves the time told before."""
    return has_any(folded(tokens, range(sentence.start, min(sentence.stop, sentence.start + FRONT))), lexicon, "now")


def _shifted(relative: Relative, frame: DateRange | None) -> DateRange | None:
    """The days that lie a distance from the frame, in whole years; less than a year within a year stays in it."""
    if frame is None or (relative.unit not in _YEARLY and frame.days >= _WHOLE_YEAR):
        return frame
    exact = replace(relative, is_rounded=False)
    first, last = reckon(exact, frame.first), reckon(exact, frame.last)
    return first.to(last) if first is not None and last is not None else None


def _frames(found: DateExpression, tokens: Tokens, token: int, lexicon: Lexicon) -> bool:
    """True for "in 2018" and "late in 2018", and for "in the last week of August 2018"."""
    if found.role in _FRAMING or _PART_IN.match(found.span.of(tokens.text)):
        return True
    is_of = found.role == "of" and token > 1 and tokens.items[token - 1].folded == "of"
    return is_of and tokens.items[token - 2].folded in time_words(lexicon, "parts")


def _of_heading(scanned: Scan) -> DateRange | None:
    """The one time that a heading names: a date, or a year that begins or ends it."""
    days = {found.range for found in scanned.dates if found.range and (found.role in _FRAMING or not found.role)}
    words = [token.text for token in scanned.tokens.items if token.text[0].isalnum()]
    years = {word for word in words if _is_year(word)}
    if not scanned.dates and len(years) == 1 and (words[0] in years or words[-1] in years):
        days = {in_year(int(years.pop()))}
    return days.pop() if len(days) == 1 else None


def _goes_on(scanned: Scan, lexicon: Lexicon) -> bool:
    """True where a block's first sentence tells on in the time before: "Then ...", "He had ..."."""
    sentences = scanned.tokens.sentences
    words = folded(scanned.tokens, sentences[0]) if sentences else []
    is_pluperfect = any(word == "had" and behind not in _DETERMINERS for word, behind in pairwise(words))
    return is_pluperfect or has_any(words, lexicon, "then")
