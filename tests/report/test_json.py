"""The report for other programs: version 1 of the contract."""

import json

from hypothesis import given
from hypothesis import strategies as st

from factlint.model import Finding, Severity, Standing
from factlint.report.json import render
from factlint.report.outcome import Outcome, View
from factlint.text import Document, Span

CLAIMS = {Standing.SUPPORTED: 4, Standing.CONTRADICTED: 1}
COUNTED = {"checkable": 5, "supported": 4, "contradicted": 1, "unsupported": 0}


def report(*findings, drafts=("draft.md",), view=None):
    sources = frozenset({"seeds/visit.txt", "seeds/talks.txt"})
    return json.loads(render(Outcome(findings, drafts, sources, CLAIMS), view or View()))


def test_the_contract(find):
    found = find(
        "Yes.\r\nPresident 😀 Rayeesi visited.\n",
        "Rayeesi",
        suggestions=("Raisi",),
        sources=(("seeds/visit.txt", "Ebrahim Raisi said so.", "Raisi"),),
    )
    assert report(found) == {
        "version": 1,
        "findings": [
            {
                "path": "draft.md",
                "rule": "misspelled-name",
                "severity": "error",
                "message": "The sources spell this name “Raisi”.",
                "start": {"line": 2, "column": 13, "offset": 18},
                "end": {"line": 2, "column": 20, "offset": 25},
                "text": "Rayeesi",
                "suggestions": ["Raisi"],
                "fix": "safe",
                "fingerprint": found.fingerprint,
                "evidence": [
                    {
                        "path": "seeds/visit.txt",
                        "start": {"line": 1, "column": 9, "offset": 8},
                        "end": {"line": 1, "column": 14, "offset": 13},
                        "excerpt": "Ebrahim Raisi said so.",
                    }
                ],
            }
        ],
        "summary": {"files": 1, "sources": 2, "error": 1, "warning": 0, "information": 0, "claims": COUNTED},
    }


def test_keys_stand_in_the_order_of_the_contract(find):
    (found,) = report(find("Rayeesi", "Rayeesi"))["findings"]
    assert " ".join(found) == "path rule severity message start end text suggestions fix fingerprint evidence"


def test_nothing_found_is_an_empty_list():
    assert report(drafts=("a.md", "b.md")) == {
        "version": 1,
        "findings": [],
        "summary": {"files": 2, "sources": 2, "error": 0, "warning": 0, "information": 0, "claims": COUNTED},
    }


def test_a_finding_without_suggestions_has_no_fix(find):
    (found,) = report(find("Rayeesi", "Rayeesi"))["findings"]
    assert (found["suggestions"], found["fix"]) == ([], None)


def test_all_evidence_is_listed(find):
    source = ("seeds/visit.txt", "Raisi said so.", "Raisi")
    (found,) = report(find("Rayeesi", "Rayeesi", sources=(source,) * 7))["findings"]
    assert len(found["evidence"]) == 7


def test_severities_are_counted(find):
    findings = [find("Rayeesi", "Rayeesi", severity=severity) for severity in (*Severity, Severity.WARNING)]
    summary = report(*findings)["summary"]
    assert (summary["error"], summary["warning"], summary["information"]) == (1, 2, 1)


def test_statistics_count_the_findings_of_each_rule(find):
    findings = [find("Rayeesi", "Rayeesi", rule=rule) for rule in ("wrong-date", "wrong-rank", "wrong-date")]
    assert report(*findings, view=View(has_statistics=True))["statistics"] == {"wrong-date": 2, "wrong-rank": 1}
    assert "statistics" not in report(*findings)


@given(st.text(min_size=1), st.data())
def test_offsets_lines_and_columns_point_at_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Finding("misspelled-name", Severity.ERROR, "m", Document("draft.md", text, ()), Span(start, end))
    (entry,) = report(found)["findings"]
    assert text[entry["start"]["offset"] : entry["end"]["offset"]] == text[start:end]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    place = entry["start"]
    at = lines[place["line"] - 1][place["column"] - 1 : place["column"]]
    assert at == text[start] or text[start] in "\r\n"
