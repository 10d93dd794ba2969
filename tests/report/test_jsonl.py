"""The report for programs that read line by line."""

import json

from factlint.report.json import entry
from factlint.report.jsonl import render
from factlint.report.outcome import Outcome, View


def test_every_finding_is_a_line_as_the_contract_has_it(find):
    findings = (find("Rayeesi left.", "Rayeesi"), find("He met\nBaqiri.", "Baqiri", suggestions=("Baqeri",)))
    lines = render(Outcome(findings), View()).split("\n")
    assert [json.loads(line) for line in lines[:-1]] == [entry(finding, View()) for finding in findings]
    assert lines[-1] == ""


def test_nothing_found_is_nothing_said():
    assert render(Outcome(), View()) == ""


def test_no_text_breaks_a_line(find):
    report = render(Outcome((find("a\u2028Raye\x85e\nsi\u2029b", "a\u2028Raye\x85e\nsi\u2029"),)), View())
    (line,) = report.splitlines()
    assert json.loads(line)["text"] == "a\u2028Raye\x85e\nsi\u2029"
