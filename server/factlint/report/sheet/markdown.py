"""The sheet for a pull request or a mail: Markdown, the doubtful claims in full, the supported ones in a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.model import Standing
from factlint.report.line import visible
from factlint.report.sheet import claims, kind, percentage
from factlint.report.sheet.cards import NOTHING_SAID, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.model import Evidence, Verdict
    from factlint.report.sheet import Sheet

# What makes markup of text wherever it stands, mentions and references to issues among it, and addresses links.
_MARKS = re.compile(r"[\\`*_\[\]<>~|$&@#]|(?<=www)\.|:(?=//)", re.IGNORECASE)
# What does only at the start of a list's item.
_OPENING = re.compile(r"[-+=]|\d{1,9}[.)]")
_SPACE = re.compile(r"\s+")
_PASSAGE = 200


def render(sheet: Sheet) -> str:
    """The sheet as Markdown that ends in a line end; no text of draft or sources can become markup in it."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# Fact sheet: {_code(sheet.draft.path)}"
    yield ""
    yield _headline(sheet)
    numbered = list(enumerate(sheet.verdicts, 1))
    for standing in (Standing.CONTRADICTED, Standing.UNSUPPORTED, Standing.SUPPORTED):
        found = [(number, verdict) for number, verdict in numbered if verdict.standing is standing]
        if found:
            yield from ("", f"## {str(standing).capitalize()} ({len(found)})", "")
            yield from (_details if standing is Standing.CONTRADICTED else _table)(found, sheet)


def _headline(sheet: Sheet) -> str:
    part = sheet.part(Standing.SUPPORTED)
    count = len(sheet.sources)
    against = f"checked against {count:,} source" + ("" if count == 1 else "s")
    if part is None:
        return f"No claim that could be checked, {against}."
    counts = ", ".join(f"{sheet.count(standing):,} {standing}" for standing in Standing)
    return f"**{percentage(part)} of {claims(len(sheet.verdicts))} supported**: {counts}; {against}."


def _details(found: list[tuple[int, Verdict]], sheet: Sheet) -> Iterator[str]:
    for number, verdict in found:
        line = verdict.document.position(verdict.span.start).line
        yield f"- {_strong(_words(verdict))} (no. {number}, {kind(verdict.slot)}, line {line})"
        for finding in verdict.findings:
            fixes = " or ".join(_strong(each) for each in finding.suggestions)
            fix = f" {_escaped(finding.document.prose(finding.span))} → {fixes}" if fixes else ""
            yield f"  - {_opening(_escaped(finding.without_passage))}{fix} ({_code(finding.rule)})"
        yield from (f"  - {_opening(_passage(evidence, sheet))}" for evidence in verdict.evidence)


def _table(found: list[tuple[int, Verdict]], sheet: Sheet) -> Iterator[str]:
    yield "| No. | Line | Claim | Kind | What the sources say |"
    yield "| --: | --: | :-- | :-- | :-- |"
    for number, verdict in found:
        told = _passage(verdict.evidence[0], sheet) if verdict.evidence else NOTHING_SAID
        line = verdict.document.position(verdict.span.start).line
        yield f"| {number} | {line} | {_escaped(_words(verdict))} | {kind(verdict.slot)} | {told} |"


def _words(verdict: Verdict) -> str:
    return verdict.document.prose(verdict.span)


def _passage(evidence: Evidence, sheet: Sheet) -> str:
    if not sheet.shows_passages:
        return _code(place(evidence))
    before, telling, behind = evidence.document.parted_passage(evidence.span, _PASSAGE)
    return f"{_escaped(before)}{_strong(telling)}{_escaped(behind)} ({_code(place(evidence))})"


def _strong(words: str) -> str:
    """Words made bold; asterisks beside a mark of punctuation may stay asterisks."""
    if not words.strip():
        return ""
    is_plain = words[0].isalnum() and words[-1].isalnum()
    return f"**{_escaped(words)}**" if is_plain else f"<b>{_escaped(words)}</b>"


def _code(words: str) -> str:
    words = _on_one_line(words)
    return _escaped(words) if set("`|") & set(words) else f"`{words}`"


def _escaped(words: str) -> str:
    """Words as Markdown shows them, on one line."""
    return _MARKS.sub(lambda mark: "\\" + mark.group(), _on_one_line(words))


def _opening(words: str) -> str:
    """Escaped words that begin an item, so that they begin no list or heading in it."""
    mark = _OPENING.match(words)
    return f"{words[: mark.end() - 1]}\\{words[mark.end() - 1 :]}" if mark else words


def _on_one_line(words: str) -> str:
    return visible(_SPACE.sub(" ", words))
