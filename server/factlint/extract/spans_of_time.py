"""Lengths of time with what stands at both their ends: "in 2015, four years after the fire"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.lengths import find_lengths
from factlint.extract.quotations import find_quoted
from factlint.extract.tense import may_be_past
from factlint.model import Stance
from factlint.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.lengths import Stated
    from factlint.extract.scan import Scan
    from factlint.values.date_expression import DateExpression

# What may stand between a date and a length that tells how far it is from something, and the other way round.
_BEFORE_LENGTH = compiled(r"[\s~]*[,(–—][\s~]*")
_TO_DATE = compiled(r"(?i)[\s~]*[,(–—]?[\s~]*(?:(?:in|on)[\s~]+)?(?:the[\s~]+)?")
_OF_DATE = compiled(r"(?i)(?:[\s~]+(?:of|in)[\s~]+(?:the[\s~]+same|that)[\s~]+year)?[\s~]*[,(–—][\s~]*")
_MAKES = compiled(r"(?i)[\s~]*[,;(–—][\s~]*(?:which|that)[\s~]+(?:makes|is|was|made)[\s~]+")
_COMMA_DATE = compiled(r"(?i),[\s~]*(?:(?:in|on)[\s~]+)?\Z")
_THE = compiled(r"(?i)(?<!\p{L})(?:the|in|for|over|during|until)[\s~]+\Z")
# What ends the words that tell an event, how many words those are at most, and how many stand between two dates.
_ENDS = frozenset({",", ";", ":", "(", ")", "–", "—", ".", "!", "?", "|"})
_MOST_WORDS, _MOST_BETWEEN, _FRONT = 12, 8, 2
# Roles of a time up to or from which something holds.
_BOUNDS = frozenset({"by", "until", "before", "after", "as of"})
_AFTER, _BEFORE = frozenset({"after", "later"}), frozenset({"before", "earlier"})


class Spanned(Struct, frozen=True):
    """A length with its ends: `date` is the one, and `other` the other, a date of the text too.

    Where `other` is None the other end is the day of the text for `is_to_now`, else the event that the tokens of
    `event` tell. `is_after` where `date` is the later end.
    """

    stated: Stated
    date: DateExpression
    other: DateExpression | None
    event: range
    is_after: bool
    is_to_now: bool = False


def find_spanned(scanned: Scan) -> Iterator[Spanned]:
    """Every length of the block both of whose ends are surely told, in the words of the document itself."""
    tokens, text = scanned.tokens, scanned.tokens.text
    if not tokens.items:
        return
    quoted = [tokens.span(each.start, each.end) for each in find_quoted(tokens)]
    disowned = {
        tokens.sentence_of(tokens.at(seen.span.start)).start
        for seen in scanned.sightings
        if seen.stance in (Stance.CORRECTED, Stance.DENIED)
    }
    dates = [each for each in scanned.dates if each.range is not None or each.month is not None]
    for stated in find_lengths(text, scanned.lexicon):
        sentence = tokens.sentence_of(tokens.at(stated.span.start))
        if sentence.start in disowned or any(span.overlaps(stated.span) for span in quoted):
            continue
        found = _ends(scanned, stated, dates, sentence)
        if found is not None and not any(
            each.role in _BOUNDS for each in (found.date, found.other) if each is not None
        ):
            yield found


def _ends(scanned: Scan, stated: Stated, dates: Sequence[DateExpression], sentence: range) -> Spanned | None:
    inside = [each for each in dates if scanned.tokens.at(each.span.start) in sentence]
    before = [each for each in inside if each.span.end <= stated.span.start]
    behind = [each for each in inside if _start(each) >= stated.end]
    text = scanned.tokens.text
    is_definite = _THE.search(text[: stated.span.start]) is not None
    if stated.tail == "ago":
        return _from_now(text, stated, before, behind)
    if is_definite:
        return None
    if stated.tail in ("", "later") and len(before) == 2 and not behind:
        return _between_both(scanned, stated, before)
    if stated.tail in ("later", "earlier"):
        return _from_before(scanned, stated, dates, before, behind, sentence)
    return _from_event(scanned, stated, before, behind, sentence) if stated.tail in ("after", "before") else None


def _start(found: DateExpression) -> int:
    return min(span.start for span in (found.span, found.weekday_span) if span is not None)


def _date_end(found: DateExpression) -> int:
    return max(span.end for span in (found.span, found.weekday_span) if span is not None)


def _from_now(
    text: str, stated: Stated, before: Sequence[DateExpression], behind: Sequence[DateExpression]
) -> Spanned | None:
    """ "nine years ago, in 2014" and "in 2014, nine years ago"."""
    beside = [each for each in before[-1:] if _BEFORE_LENGTH.fullmatch(text, _date_end(each), stated.span.start)]
    beside += [each for each in behind[:1] if _TO_DATE.fullmatch(text, stated.end, _start(each))]
    return Spanned(stated, beside[0], None, range(0), is_after=False, is_to_now=True) if len(beside) == 1 else None


def _between_both(scanned: Scan, stated: Stated, before: Sequence[DateExpression]) -> Spanned | None:
    """ "seized on 16 February and released on 22 April, 65 days later", "..., which makes 65 days"."""
    joint = _OF_DATE if stated.tail else _MAKES
    items, first = scanned.tokens.items, scanned.tokens.at(stated.end)
    is_closed = first >= len(items) or items[first].text in _ENDS
    if not is_closed or not joint.fullmatch(scanned.tokens.text, _date_end(before[1]), stated.span.start):
        return None
    return Spanned(stated, before[1], before[0], range(0), is_after=True)


def _from_before(
    scanned: Scan,
    stated: Stated,
    dates: Sequence[DateExpression],
    before: Sequence[DateExpression],
    behind: Sequence[DateExpression],
    sentence: range,
) -> Spanned | None:
    """ "opened in 2011 and two years later, in 2015, ...": from the one date told before, no other event between."""
    tokens = scanned.tokens
    if not behind or not _TO_DATE.fullmatch(tokens.text, stated.end, _start(behind[0])):
        return None
    place = tokens.at(stated.span.start)
    if not before and place - sentence.start <= _FRONT and sentence.start:
        earlier = tokens.sentence_of(sentence.start - 1)
        before = [each for each in dates if tokens.at(each.span.start) in earlier]
    if len(before) != 1:
        return None
    between = range(tokens.at(before[0].span.end), place)
    is_other = len(between) > _MOST_BETWEEN or any(
        may_be_past(tokens.items[n].folded, scanned.lexicon) for n in between
    )
    if is_other:
        return None
    return Spanned(stated, behind[0], before[0], range(0), is_after=stated.tail == "later")


def _from_event(
    scanned: Scan,
    stated: Stated,
    before: Sequence[DateExpression],
    behind: Sequence[DateExpression],
    sentence: range,
) -> Spanned | None:
    """ "in 2015, two years after the bridge opened (in 2011)" and "two years after the bridge opened, in 2015"."""
    tokens, text = scanned.tokens, scanned.tokens.text
    first = tokens.at(stated.end)
    stop = next((n for n in range(first, sentence.stop) if tokens.items[n].text in _ENDS), sentence.stop)
    if not 0 < stop - first <= _MOST_WORDS:
        return None
    event = range(first, stop)
    inside = [each for each in behind if tokens.at(each.span.start) in event]
    if (
        len(inside) > 1
        or (inside and not _ends_event(scanned, inside[0], event))
        or any(tokens.items[n].folded in _AFTER | _BEFORE | {"until", "since"} for n in event)
    ):
        return None
    is_beside = bool(before) and _BEFORE_LENGTH.fullmatch(text, _date_end(before[-1]), stated.span.start) is not None
    later = [each for each in behind if tokens.at(each.span.start) >= stop][:1]
    is_behind = bool(later) and _COMMA_DATE.search(text[tokens.items[stop - 1].span.end : _start(later[0])]) is not None
    is_behind = is_behind and _is_closed(text, later[0], is_first=_is_first(scanned, stated, sentence))
    if is_beside is is_behind:
        return None
    date = before[-1] if is_beside else later[0]
    return Spanned(stated, date, inside[0] if inside else None, event, is_after=stated.tail == "after")


def _ends_event(scanned: Scan, found: DateExpression, event: range) -> bool:
    """True for a date that is of all that is told of an event: no verb stands behind it."""
    behind = range(scanned.tokens.at(_date_end(found)), event.stop)
    is_told = any(may_be_past(scanned.tokens.items[n].folded, scanned.lexicon) for n in behind)
    return not behind or (found.role == "attributive" and not is_told)


def _is_first(scanned: Scan, stated: Stated, sentence: range) -> bool:
    """True where a length opens its sentence."""
    return scanned.tokens.at(stated.span.start) - sentence.start < _FRONT


def _is_closed(text: str, found: DateExpression, *, is_first: bool) -> bool:
    """True for a date between marks: what it dates is what the length is told of."""
    rest = text[_date_end(found) :].lstrip()
    return not rest or rest[0] in ",.;:)–—" or is_first
