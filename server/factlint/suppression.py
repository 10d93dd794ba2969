"""Suppression: what a draft's own comments hide of what was found in it, and what is wrong with these comments."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.case import finding
from factlint.ignore_comments import Directive, Kind, Named, directives
from factlint.rulebook import Rulebook, matches, nearest
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.case import Case
    from factlint.model import Finding
    from factlint.rule import Rule
    from factlint.text import Block, Document

# The checks that rules name to report on the comments themselves; they are answered here, behind all others.
BROKEN, UNUSED = "broken_ignore", "unused_ignore"


class Fault(StrEnum):
    """What may be wrong with a comment that asks to ignore something."""

    MISSPELLED = "misspelled"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    MISNAMED = "misnamed"
    NO_SUCH_COMMENT = "no_such_comment"
    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    OTHER_END = "other_end"
    NAME = "name"


class Suppression(Struct, frozen=True):
    """The findings that remain, those on the comments among them, and those that comments hide."""

    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...]


class _Stretch(Struct, frozen=True):
    """What one comment covers: for which rules (one entry a name, one for all where none is named) and where."""

    opening: Directive
    closing: Directive | None
    span: Span
    rules: tuple[frozenset[str], ...]

    def hides(self, found: Finding) -> Iterator[int]:
        """The numbers of the entries that hide a finding."""
        if found.span.overlaps(self.span):
            yield from (number for number, ids in enumerate(self.rules) if found.rule in ids)


def suppress(case: Case, findings: Sequence[Finding], book: Rulebook) -> Suppression:
    """The findings without those that comments of the draft hide, and with those on the comments that misfire."""
    asked = tuple(directives(case.draft.document))
    if not asked:
        return Suppression(tuple(findings), ())
    stretches = _stretches(case.draft.document, asked, book)
    used: set[tuple[int, int]] = set()
    kept: list[Finding] = []
    ignored: list[Finding] = []
    for found in findings:
        hiding = {(at, number) for at, stretch in enumerate(stretches) for number in stretch.hides(found)}
        used |= hiding
        (ignored if hiding else kept).append(found)
    broken, unused = book.with_check(BROKEN), book.with_check(UNUSED)
    kept += _broken(asked, case, broken, book) if broken else ()
    kept += _unused(stretches, used, case, unused, book) if unused else ()
    return Suppression(tuple(sorted(kept, key=lambda found: found.span)), tuple(ignored))


def _stretches(document: Document, asked: Sequence[Directive], book: Rulebook) -> list[_Stretch]:
    """What each comment covers; one that opens a stretch without an end covers the rest of the draft."""
    found: list[_Stretch] = []
    whole = Span(0, len(document.text))
    for opening, closing in _paired(asked):
        if opening is None:
            continue
        if opening.kind is Kind.START:
            span = Span(opening.comment.span.end, closing.comment.span.start if closing else whole.end)
        else:
            span = whole if opening.kind is Kind.FILE else covered(document, opening.comment.span)
        found.append(_Stretch(opening, closing, span, _rules_of(opening, book)))
    return found


def _paired(asked: Sequence[Directive]) -> Iterator[tuple[Directive | None, Directive | None]]:
    """The comments, those that end a stretch with the nearest open one that begins one; None where one is missing."""
    opened: list[Directive] = []
    for directive in asked:
        if directive.kind is Kind.START and not directive.unread:
            opened.append(directive)
        elif directive.kind is Kind.END:
            yield opened.pop() if opened else None, directive
        elif directive.kind and not directive.unread:
            yield directive, None
    yield from ((directive, None) for directive in opened)


def _rules_of(directive: Directive, book: Rulebook) -> tuple[frozenset[str], ...]:
    if directive.names:
        return tuple(matches(name.text, book.every) for name in directive.names)
    return (frozenset(rule.id for rule in book.every),)


def covered(document: Document, comment: Span) -> Span:
    """What a comment by itself covers: its line where prose is before it there, else the block that follows."""
    line = document.position(comment.start).line
    start = document.line_starts[line - 1]
    if any(_first_read(block, start, comment.start) is not None for block in document.blocks):
        return Span(start, start + len(document.line(line)))
    reached = ((_first_read(block, comment.end, len(document.text)), block) for block in document.blocks)
    nearest_read = min(((at, block.runs[-1].file_end) for at, block in reached if at is not None), default=None)
    return Span(comment.end, nearest_read[1]) if nearest_read else Span(comment.end, comment.end)


def _first_read(block: Block, start: int, end: int) -> int | None:
    """The first offset of the file from `start` to `end` that words of a block were read from, or None."""
    for run in block.runs:
        if run.file_end > start and run.file < end and block.text[run.prose : run.prose_end].strip():
            at, until = max(run.file, start), min(run.file_end, end)
            if not run.is_even or block.text[run.prose + at - run.file : run.prose + until - run.file].strip():
                return at
    return None


def _broken(asked: Sequence[Directive], case: Case, rule: Rule, book: Rulebook) -> Iterator[Finding]:
    for directive in asked:
        if directive.kind is None:
            fault = Fault.MISNAMED if directive.likely else Fault.NO_SUCH_COMMENT
            yield _on_comment(rule, case, directive.asked, fault, directive.likely)
        elif directive.unread:
            yield _on_comment(rule, case, directive.unread, Fault.UNREADABLE)
        yield from (_unknown(name, case, rule, book) for name in directive.names if not matches(name.text, book.every))
    for opening, closing in _paired(asked):
        if opening is None and closing:
            yield _on_comment(rule, case, _removable(closing.comment.span, case.draft.document), Fault.UNOPENED, "")
        elif opening and closing is None and opening.kind is Kind.START:
            yield _on_comment(rule, case, opening.asked, Fault.UNCLOSED, Kind.NEXT)
        elif opening and closing and closing.names and _texts(closing) != _texts(opening):
            number = case.draft.document.position(opening.comment.span.start).line
            yield _on_comment(rule, case, closing.comment.span, Fault.OTHER_END, number=number)


def _unknown(name: Named, case: Case, rule: Rule, book: Rulebook) -> Finding:
    near = nearest(name.text, book.every)
    return _on_comment(rule, case, name.span, Fault.MISSPELLED if near else Fault.UNKNOWN, near)


def _texts(directive: Directive) -> frozenset[str]:
    return frozenset(name.text for name in directive.names)


def _unused(
    stretches: Iterable[_Stretch], used: set[tuple[int, int]], case: Case, rule: Rule, book: Rulebook
) -> Iterator[Finding]:
    for at, stretch in enumerate(stretches):
        idle = [
            number for number, ids in enumerate(stretch.rules) if (at, number) not in used and book.are_all_applied(ids)
        ]
        comments = [stretch.opening, *([stretch.closing] if stretch.closing else [])]
        if len(idle) == len(stretch.rules):
            for directive in comments:
                yield _removal(rule, case, _removable(directive.comment.span, case.draft.document))
            continue
        unwanted = {stretch.opening.names[number].text for number in idle}
        for directive in comments:
            for names, gap in _runs(directive.names, unwanted):
                yield _removal(rule, case, gap, Fault.NAME, ", ".join(name.text for name in names))


def _runs(names: Sequence[Named], unwanted: set[str]) -> Iterator[tuple[list[Named], Span]]:
    """The unwanted names that stand together, with what is to be cut out of the comment so that the rest is a list."""
    numbered = list(enumerate(names))
    for is_unwanted, group in groupby(numbered, key=lambda each: each[1].text in unwanted):
        run = list(group)
        if is_unwanted and len(run) < len(names):
            first, last = run[0][0], run[-1][0]
            is_first = first == 0
            start = names[0].span.start if is_first else names[first - 1].span.end
            end = names[last + 1].span.start if is_first else names[last].span.end
            yield [name for _, name in run], Span(start, end)


def _removable(comment: Span, document: Document) -> Span:
    """A comment with what would be left of its line: the line itself, or the space before it."""
    text = document.text
    first, last = document.position(comment.start).line, document.position(comment.end).line
    start, end = document.line_starts[first - 1], document.line_starts[last - 1] + len(document.line(last))
    before, behind = text[start : comment.start], text[comment.end : end]
    if not before.strip() and not behind.strip():
        following = document.line_starts[last] if last < len(document.line_starts) else len(text)
        return Span(start, following)
    begins = start + len(before.rstrip())
    if begins == comment.start and text[comment.start] == "%":
        # In LaTeX a comment that touches a word keeps the line end from parting it from the next.
        return Span(comment.start + 1, comment.end)
    return Span(comment.start if behind[:1].isalnum() else begins, comment.end)


def _removal(rule: Rule, case: Case, span: Span, fault: str = "", name: str = "") -> Finding:
    return replace(finding(rule, case, span, (), ("",), fault, name=name), fix=rule.fix)


def _on_comment(
    rule: Rule, case: Case, span: Span, fault: Fault, likely: str | None = None, number: int | str = ""
) -> Finding:
    found = span.of(case.draft.document.text)
    return finding(rule, case, span, (), () if likely is None else (str(likely),), fault, found=found, number=number)
