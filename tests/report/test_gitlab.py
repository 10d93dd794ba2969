"""The report for GitLab's Code Quality."""

import json

import pytest

from factlint.model import Severity
from factlint.report.gitlab import render
from factlint.report.outcome import Outcome, View


def report(*findings):
    return json.loads(render(Outcome(findings), View()))


def test_an_entry_has_what_gitlab_asks_for(find):
    found = find("Yes.\n\nEbrahim\nRayeesi left.", "Ebrahim\nRayeesi")
    assert report(found) == [
        {
            "description": "The sources spell this name “Raisi”.",
            "check_name": "misspelled-name",
            "fingerprint": found.fingerprint,
            "severity": "major",
            "location": {"path": "draft.md", "lines": {"begin": 3, "end": 4}},
        }
    ]


@pytest.mark.parametrize(
    ("severity", "told"), [("error", "major"), ("warning", "minor"), ("information", "info"), ("hint", "info")]
)
def test_severities_are_gitlabs(find, severity, told):
    assert report(find("Rayeesi", "Rayeesi", severity=Severity(severity)))[0]["severity"] == told


def test_no_two_entries_share_a_fingerprint(find):
    found = find("Rayeesi left.", "Rayeesi")
    told = [entry["fingerprint"] for entry in report(found, found, find("He left.", "He"), found)]
    assert told[0] == found.fingerprint
    assert len(set(told)) == 4


def test_nothing_found_is_an_empty_list():
    assert report() == []
