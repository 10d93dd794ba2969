"""The report in SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factlint import __version__
from factlint.model import Severity
from factlint.report.critic_markup import MARK
from factlint.report.json import claims
from factlint.report.outcome import fingerprints

if TYPE_CHECKING:
    from factlint.model import Evidence, Finding
    from factlint.report.outcome import Outcome, View
    from factlint.rule import Example, Rule
    from factlint.text import Document, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note", Severity.HINT: "note"}
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
_IN_LINKS = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]"})


def render(outcome: Outcome, view: View) -> str:
    """A log of one run; columns count from 1 in code points, ends are exclusive."""
    run = {
        "tool": {
            "driver": {
                "name": "factlint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in outcome.rules],
            }
        },
        "invocations": [_invocation(outcome)],
        "columnKind": "unicodeCodePoints",
        "results": _results(outcome, view),
        "properties": {"claims": claims(outcome)},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    name = rule.id.replace("-", " ")
    why = " ".join(rule.why.split())
    examples = (told for example in rule.examples if (told := _example(example)))
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in name.split()),
        "shortDescription": _message(name.capitalize()),
        "fullDescription": _message(why),
        "help": _message(why) | {"markdown": _escaped("\n\n".join((why, *islice(examples, 1))))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _example(example: Example) -> str:
    """An example of a rule in Markdown, with what it marks and the fix; empty for one that marks nothing."""
    marks = list(MARK.finditer(example.draft))
    if not marks:
        return ""
    draft = MARK.sub(lambda mark: mark["wrong"] or mark["marked"], example.draft)
    texts = [*(("Source", source) for source in example.sources), ("Draft", draft)]
    told = [f"{name}:\n\n{_indented(text)}" for name, text in texts]
    for mark in marks:
        told.append(
            f"Marked: “{mark['wrong'] or mark['marked']}”." + (f" Fix: “{mark['right']}”." if mark["right"] else "")
        )
    return "\n\n".join(told)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.strip().splitlines())


def _invocation(outcome: Outcome) -> dict[str, object]:
    told = [{"level": "error", "message": _message(problem)} for problem in outcome.problems]
    success = {"executionSuccessful": not outcome.problems}
    return success | ({"toolExecutionNotifications": told} if told else {})


def _results(outcome: Outcome, view: View) -> list[dict[str, object]]:
    numbers = {rule.id: number for number, rule in enumerate(outcome.rules)}
    told = zip(outcome.findings, fingerprints(outcome.findings), strict=True)
    return [_result(finding, fingerprint, numbers, view) for finding, fingerprint in told]


def _result(finding: Finding, fingerprint: str, numbers: dict[str, int], view: View) -> dict[str, object]:
    result: dict[str, object] = {"ruleId": finding.rule}
    if finding.rule in numbers:
        result["ruleIndex"] = numbers[finding.rule]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": _linked(finding)},
        "locations": [{"physicalLocation": _location(finding.document, finding.span, view)}],
        "partialFingerprints": {"factlint/v1": fingerprint},
    }
    if finding.evidence:
        result["relatedLocations"] = [_related(number, each, view) for number, each in enumerate(finding.evidence, 1)]
    if finding.suggestions:
        result["fixes"] = [_fix(finding, suggestion) for suggestion in finding.suggestions]
    return result


def _linked(finding: Finding) -> str:
    """The message with links to the passages, by which viewers let a reader go there."""
    message, others = _escaped(finding.without_passage), []
    for number, evidence in enumerate(finding.evidence, 1):
        place = _escaped(evidence.place)
        link = f"[{place.translate(_IN_LINKS)}]({number})"
        if place in message and number == 1:
            message = message.replace(place, link, 1)
        else:
            others.append(link)
    return f"{message} See {', '.join(others)}." if others else message


def _related(number: int, evidence: Evidence, view: View) -> dict[str, object]:
    passage = view.passage(evidence)
    location: dict[str, object] = {
        "id": number,
        "physicalLocation": _location(evidence.document, evidence.span, view),
    }
    return location if passage is None else location | {"message": _message(passage)}


def _fix(finding: Finding, suggestion: str) -> dict[str, object]:
    replacement = {"deletedRegion": _region(finding.document, finding.span), "insertedContent": {"text": suggestion}}
    change = {"artifactLocation": {"uri": _uri(finding.document.path)}, "replacements": [replacement]}
    return {"description": _message(f"Write “{suggestion}”."), "artifactChanges": [change]}


def _location(document: Document, span: Span, view: View) -> dict[str, object]:
    region = _region(document, span)
    if view.shows_passages:
        region["snippet"] = {"text": span.of(document.text)}
    return {"artifactLocation": {"uri": _uri(document.path)}, "region": region}


def _region(document: Document, span: Span) -> dict[str, object]:
    start, end = document.position(span.start), document.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _uri(path: str) -> str:
    """A path as a URI: relative to the working folder where it lies below it, else absolute."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))


def _message(text: str) -> dict[str, str]:
    return {"text": _escaped(text)}


def _escaped(text: str) -> str:
    """Text for people, its braces doubled: single ones stand for arguments."""
    return text.translate(_BRACES)
