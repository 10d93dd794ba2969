"""Every rule keeps the promises of its own examples, with all the rules on that are on by default."""

import pytest

import critic
import desk
from factlint.checks import AFTERWARDS, MECHANISMS
from factlint.model import Severity

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in desk.rules()
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_marks_are_found_with_exact_span_and_fix(rule, example):
    marked = critic.read(example.draft)
    found = desk.findings(example.sources, marked.draft, also=rule.id)
    if rule.severity is not Severity.INFORMATION:
        found = [finding for finding in found if finding.severity is not Severity.INFORMATION]
    assert [(f.rule, f.text, f.span, f.suggestions[0] if f.suggestions else None) for f in found] == [
        (rule.id, e.text, e.span, e.suggestion) for e in marked.expected
    ]
    # What no source says stands in none, nor do the comments of the draft.
    has_none = rule.id.startswith("unsupported-") or not AFTERWARDS.isdisjoint(rule.checks)
    assert has_none or all(finding.evidence for finding in found)


@pytest.mark.parametrize("example", [pytest.param(p.values[1], id=p.id) for p in EXAMPLES])
def test_fixed_draft_is_clean(example):
    marked = critic.read(example.draft)
    loud = [f for f in desk.findings(example.sources, marked.fixed) if f.severity is not Severity.INFORMATION]
    assert loud == []


@pytest.mark.parametrize("rule", desk.rules(), ids=lambda rule: rule.id)
def test_rule_shows_both_sides(rule):
    marks = [bool(critic.read(example.draft).expected) for example in rule.examples]
    assert any(marks)
    assert not all(marks)


@pytest.mark.parametrize("rule", desk.rules(), ids=lambda rule: rule.id)
def test_rule_names_a_mechanism(rule):
    assert set(rule.checks) <= MECHANISMS.keys() | AFTERWARDS
