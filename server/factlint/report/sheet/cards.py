"""The evidence's side of the page: a card for each claim with its verdict, the findings on it and the passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.model import Standing
from factlint.report.sheet import kind
from factlint.report.sheet.markup import element, text

if TYPE_CHECKING:
    from factlint.model import Evidence, Finding, Verdict
    from factlint.report.sheet import Sheet

NOTHING_SAID = "No source says this."
# Code points of a passage: some four lines of a card.
_PASSAGE = 260
# Code points of a claim in the head of its card; a long quotation stands in the draft.
_HEAD = 90


def cards(sheet: Sheet) -> str:
    """The cards in the order of the claims, as items of a list."""
    return "\n".join(_card(sheet, number, verdict) for number, verdict in enumerate(sheet.verdicts, 1))


def _card(sheet: Sheet, number: int, verdict: Verdict) -> str:
    line = sheet.draft.position(verdict.span.start).line
    name = element("span", str(number), class_="number") + element("span", text(_head(verdict)), class_="words")
    head = element("h3", element("a", name, href=f"#claim-{number}"))
    told = element("strong", str(verdict.standing), id=f"verdict-{number}", class_="verdict")
    label = element("p", f"{told} <span>{kind(verdict.slot)}</span> <span>line {line}</span>", class_="label")
    body = [*(_finding(finding) for finding in verdict.findings), _passages(sheet, verdict)]
    return element(
        "li",
        head + label + "".join(body),
        id=f"evidence-{number}",
        class_=f"card {verdict.standing}",
        data_claim=number,
        data_standing=str(verdict.standing),
        data_kind=kind(verdict.slot),
    )


def _head(verdict: Verdict) -> str:
    words = verdict.document.prose(verdict.span)
    return words if len(words) <= _HEAD else words[:_HEAD].rsplit(" ", 1)[0] + " …"


def _finding(finding: Finding) -> str:
    """What a finding says, what to write instead, and the rule that says so."""
    told = element("p", text(finding.without_passage), class_="message")
    fixes = " or ".join(element("ins", text(suggestion)) for suggestion in finding.suggestions)
    found = element("del", text(finding.document.prose(finding.span)))
    fix = element("p", f"{found} <span>→</span> {fixes}", class_="fix") if fixes else ""
    return element("div", told + fix + element("p", text(finding.rule), class_="rule"), class_="finding")


def _passages(sheet: Sheet, verdict: Verdict) -> str:
    passages = [_passage(sheet, evidence) for evidence in verdict.evidence]
    if passages and verdict.standing is Standing.SUPPORTED:
        return _list(passages[:1]) + _more(passages[1:])
    if passages:
        return _list(passages)
    return element("p", NOTHING_SAID, class_="nothing") if verdict.standing is Standing.UNSUPPORTED else ""


def _list(passages: list[str]) -> str:
    return element("ul", "".join(passages), class_="passages")


def _more(passages: list[str]) -> str:
    """Further passages, folded away."""
    if not passages:
        return ""
    summary = "1 more passage" if len(passages) == 1 else f"{len(passages)} more passages"
    return element("details", element("summary", summary) + _list(passages), class_="more")


def _passage(sheet: Sheet, evidence: Evidence) -> str:
    """A passage with its telling words marked, and where it stands."""
    document, words = evidence.document, ""
    if sheet.shows_passages:
        before, telling, behind = document.parted_passage(evidence.span, _PASSAGE)
        words = element("blockquote", f"{text(before)}{element('mark', text(telling))}{text(behind)}")
    own = " (the draft itself)" if document is sheet.draft else ""
    told = text(place(evidence))
    linked = element("a", told, href=sheet.address(evidence)) if sheet.address else told
    return element("li", words + element("cite", linked + own))


def place(evidence: Evidence) -> str:
    """Where the telling words stand: "seeds/visit.txt:14"."""
    return f"{evidence.document.path}:{evidence.document.position(evidence.span.start).line}"
