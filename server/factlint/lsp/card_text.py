"""What the sources answer as a text to read: in Markdown with links into the sources, or plain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from factlint.model import Slot, Standing
from factlint.values.name import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.answer import Answer, Passage
    from factlint.card import Card, Held, Line
    from factlint.model import Evidence, Finding, Verdict

# Of spellings and of offices so many are told, those of most sources first.
_MOST_LINES = 6
# Code points of a quotation that a card is headed by.
_MOST_TITLE = 120
# A link ends at the first parenthesis that is not paired.
_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&~|#]")

_STANDINGS = {
    Standing.SUPPORTED: "The sources bear this {what} out.",
    Standing.CONTRADICTED: "The sources say otherwise.",
    Standing.UNSUPPORTED: "No source bears this {what} out.",
}
_STANDINGS_OF_WORDS = {
    Standing.SUPPORTED: "The sources have this {what}.",
    Standing.CONTRADICTED: "The sources say otherwise.",
    Standing.UNSUPPORTED: "No source has this {what}.",
}
_OF_WORDS = frozenset({Slot.NAME, Slot.QUOTATION})


class Style(Protocol):
    """How texts are written for one kind of client."""

    def strong(self, text: str) -> str:
        """A text that stands out."""

    def text(self, text: str) -> str:
        """A text as it is."""

    def passage(self, evidence: Evidence) -> str:
        """Where a passage stands, and its sentence."""


class Plain:
    """Plain text; `places` says where a passage stands."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def strong(self, text: str) -> str:
        """The text alone."""
        return text

    def text(self, text: str) -> str:
        """The text alone."""
        return text

    def passage(self, evidence: Evidence) -> str:
        """File and line, then the sentence."""
        return f"{self._places.place(evidence)}: “{evidence.document.passage(evidence.span)}”"


class Markdown:
    """Markdown in which nothing but the marks put in here is one, with links to the passages."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def strong(self, text: str) -> str:
        """The text in bold."""
        return f"**{self.text(text)}**"

    def text(self, text: str) -> str:
        """The text with its own marks escaped."""
        return _MARKDOWN.sub(r"\\\g<0>", text)

    def passage(self, evidence: Evidence) -> str:
        """A link to file and line, then the sentence."""
        place, address = self.text(self._places.place(evidence)), self._places.address(evidence)
        sentence = self.text(evidence.document.passage(evidence.span))
        return f"[{place}]({address.translate(_PARENTHESES)}) “{sentence}”"


class Places(Protocol):
    """Where passages stand."""

    def place(self, evidence: Evidence) -> str:
        """File and line as people read them."""

    def address(self, evidence: Evidence) -> str:
        """The URI of the line as editors open it."""


def of_answer(answer: Answer, style: Style) -> str:
    """An answer as paragraphs: what is found wrong, the card or verdict, and the passages."""
    return "\n\n".join(
        [
            *(_finding(each, style) for each in answer.findings),
            *(_card(answer.card, style) if answer.card else ()),
            *(_verdict(answer.verdict, answer.passages, style) if answer.verdict else ()),
            *(_passage(each, style) for each in answer.passages),
        ]
    )


def of_card(card: Card, passages: Sequence[Evidence], style: Style) -> str:
    """The card of a name as paragraphs, with some of its passages."""
    return "\n\n".join([*_card(card, style), *map(style.passage, passages)])


def _finding(finding: Finding, style: Style) -> str:
    return f"{style.strong(str(finding.severity).capitalize())}: {style.text(finding.without_passage)}"


def _card(card: Card, style: Style) -> Iterator[str]:
    kind = "" if card.kind is Kind.UNKNOWN else f"{card.kind}, "
    counts = f"{_counted(card.mentions, 'time')} in {_counted(card.sources, 'source')}"
    yield f"{style.strong(card.title)}, {kind}{counts}"
    if card.spellings:
        spelled = [f"{style.text(line.text)} ({_counts(line)})" for line in card.spellings]
        yield f"Spelled {', '.join(_first(spelled))}"
    if card.held:
        yield "\n".join(f"- {each}" for each in _first([_held(held, style) for held in card.held]))


def _held(held: Held, style: Style) -> str:
    first, last = held.years or (None, None)
    years = "" if first is None else f", {first}" if first == last else f", {first} to {last}"
    return f"{style.text(held.line.text)} ({_counts(held.line)}{years})"


def _verdict(verdict: Verdict, passages: Sequence[Passage], style: Style) -> Iterator[str]:
    text = verdict.document.prose(verdict.span)
    title = text if len(text) <= _MOST_TITLE else f"{text[:_MOST_TITLE].rstrip()} …"
    wordings = _STANDINGS_OF_WORDS if verdict.slot in _OF_WORDS else _STANDINGS
    told = wordings[verdict.standing].format(what=verdict.slot or "claim")
    is_near = verdict.standing is Standing.UNSUPPORTED and bool(passages)
    title = f"“{title}”" if verdict.slot is Slot.QUOTATION else title
    yield f"{style.strong(title)}: {told}{' The nearest that they say:' * is_near}"


def _passage(passage: Passage, style: Style) -> str:
    speaker = f" — {style.text(passage.speaker)}" if passage.speaker else ""
    return f"{style.passage(passage.evidence)}{speaker}"


def _first(texts: Sequence[str]) -> Iterable[str]:
    yield from texts[:_MOST_LINES]
    if len(texts) > _MOST_LINES:
        yield f"and {len(texts) - _MOST_LINES} more"


def _counts(line: Line) -> str:
    times = f", {_counted(line.mentions, 'time')}" if line.mentions != line.sources else ""
    return f"{_counted(line.sources, 'source')}{times}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
