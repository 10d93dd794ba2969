"""The report for reviewdog."""

import json

import pytest

from factlint.model import Severity
from factlint.report.outcome import Outcome, View
from factlint.report.rdjson import render

SOURCE = ("seeds/visit.txt", "Ebrahim Raisi said so.", "Raisi")


def report(*findings):
    return json.loads(render(Outcome(findings), View()))


def test_a_diagnostic_has_its_range_in_bytes_and_its_suggestions(find):
    found = find("Yes.\nÅ 😀 Ebrahim\nRayeesi", "Ebrahim\nRayeesi", suggestions=("Ebrahim Raisi",), sources=(SOURCE,))
    where = {"start": {"line": 2, "column": 9}, "end": {"line": 3, "column": 8}}
    assert report(found) == {
        "source": {"name": "factlint"},
        "diagnostics": [
            {
                "message": "The sources spell this name “Raisi”.\nseeds/visit.txt:1:9: Ebrahim Raisi said so.",
                "location": {"path": "draft.md", "range": where},
                "severity": "ERROR",
                "code": {"value": "misspelled-name"},
                "suggestions": [{"range": where, "text": "Ebrahim Raisi"}],
            }
        ],
    }


@pytest.mark.parametrize(
    ("severity", "told"), [("error", "ERROR"), ("warning", "WARNING"), ("information", "INFO"), ("hint", "INFO")]
)
def test_severities_are_reviewdogs(find, severity, told):
    (diagnostic,) = report(find("Rayeesi", "Rayeesi", severity=Severity(severity)))["diagnostics"]
    assert diagnostic["severity"] == told
    assert "suggestions" not in diagnostic


def test_nothing_found_is_an_empty_list():
    assert report()["diagnostics"] == []
