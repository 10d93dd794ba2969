"""The sheet for other programs: version 1 of the contract."""

from __future__ import annotations

import json

from factlint.model import Standing
from factlint.report.sheet.json import render
from sheets import claim, contradicted, document, evidence, sheet

SOURCE = "President Anne Larsen opened the bridge."
DRAFT = document("Yes.\nPresident Anne Larssen came.")
PASSAGE = {
    "path": "seeds/a.txt",
    "start": {"line": 1, "column": 16, "offset": 15},
    "end": {"line": 1, "column": 22, "offset": 21},
    "excerpt": SOURCE,
}


def test_the_contract():
    wrong = contradicted(DRAFT, "Anne Larssen", "Larssen", "Larsen", evidence(SOURCE, "Larsen"))
    assert json.loads(render(sheet(DRAFT, wrong, sources=(wrong.evidence[0].document,)))) == {
        "version": 1,
        "draft": "draft.md",
        "claims": [
            {
                "number": 1,
                "kind": "name",
                "verdict": "contradicted",
                "start": {"line": 2, "column": 11, "offset": 15},
                "end": {"line": 2, "column": 23, "offset": 27},
                "text": "Anne Larssen",
                "evidence": [PASSAGE],
                "findings": [
                    {
                        "path": "draft.md",
                        "rule": "misspelled-name",
                        "severity": "error",
                        "message": "The sources spell this name “Larsen”.",
                        "start": {"line": 2, "column": 16, "offset": 20},
                        "end": {"line": 2, "column": 23, "offset": 27},
                        "text": "Larssen",
                        "suggestions": ["Larsen"],
                        "fix": "safe",
                        "fingerprint": wrong.findings[0].fingerprint,
                        "evidence": [PASSAGE],
                    }
                ],
            }
        ],
        "summary": {"sources": 1, "claims": 1, "supported": 0, "contradicted": 1, "unsupported": 0, "share": 0.0},
    }


def test_the_share_is_that_of_the_claims_supported():
    draft = document("Anne Larsen met Torvald Aune and Pål Brekke.")
    found = [
        claim(draft, "Anne Larsen", Standing.SUPPORTED),
        claim(draft, "Torvald Aune", Standing.UNSUPPORTED),
        claim(draft, "Pål Brekke", Standing.SUPPORTED),
    ]
    assert json.loads(render(sheet(draft, *found)))["summary"]["share"] == 0.6667


def test_without_claims_there_is_no_share():
    report = json.loads(render(sheet(document("Nothing."))))
    assert (report["claims"], report["summary"]["share"]) == ([], None)


def test_a_finding_that_marks_no_claim_has_no_kind():
    draft = document("Bilateral talks.")
    found = claim(draft, "Bilateral", Standing.CONTRADICTED, slot=None)
    assert json.loads(render(sheet(draft, found)))["claims"][0]["kind"] is None
