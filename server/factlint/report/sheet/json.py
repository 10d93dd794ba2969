"""The sheet for other programs: JSON, version 1 of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.model import Standing
from factlint.report.json import entry, evidence_entry, place_entry
from factlint.report.outcome import View

if TYPE_CHECKING:
    from factlint.model import Verdict
    from factlint.report.sheet import Sheet

_VERSION = 1
_DIGITS = 4


def render(sheet: Sheet) -> str:
    """The sheet as one JSON object that ends in a line end.

    Places, evidence and findings are those of `factlint check --format json`: lines and columns from 1, offsets from 0,
    in code points, ends exclusive. `kind` is null for a finding that marks no claim of its own; `share` is the part of
    the claims that is supported, from 0 to 1, null where there is no claim.
    """
    view = View(shows_passages=sheet.shows_passages)
    share = sheet.part(Standing.SUPPORTED)
    summary = {
        "sources": len(sheet.sources),
        "claims": len(sheet.verdicts),
        **{str(standing): sheet.count(standing) for standing in Standing},
        "share": share if share is None else round(share, _DIGITS),
    }
    claims = [_claim(number, verdict, view) for number, verdict in enumerate(sheet.verdicts, 1)]
    report = {"version": _VERSION, "draft": sheet.draft.path, "claims": claims, "summary": summary}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _claim(number: int, verdict: Verdict, view: View) -> dict[str, object]:
    return {
        "number": number,
        "kind": verdict.slot,
        "verdict": verdict.standing,
        "start": place_entry(verdict.document, verdict.span.start),
        "end": place_entry(verdict.document, verdict.span.end),
        "text": verdict.text,
        "evidence": [evidence_entry(evidence, view) for evidence in verdict.evidence],
        "findings": [entry(finding, view) for finding in verdict.findings],
    }
