"""What a run comes to, in words."""

import pytest

from factlint.model import Severity, Standing
from factlint.report.outcome import Outcome
from factlint.report.summary import statistics, summary

NONE = (0, 0, 0)


def outcome(*findings, drafts=1, sources=5, claims=NONE):
    return Outcome(
        findings,
        tuple(f"{number}.md" for number in range(drafts)),
        frozenset(f"seeds/{number}.txt" for number in range(sources)),
        dict(zip(Standing, claims, strict=True)),
    )


@pytest.mark.parametrize(
    ("severities", "found"),
    [
        ("", "No disagreement with the 5 sources in 2 drafts: "),
        ("e", "1 error in 2 drafts, checked against 5 sources: "),
        ("eew", "2 errors, 1 warning in 2 drafts, checked against 5 sources: "),
        ("wiihh", "1 warning, 2 remarks, 2 hints in 2 drafts, checked against 5 sources: "),
    ],
)
def test_findings_are_counted_by_severity(find, severities, found):
    of = {severity[0]: severity for severity in Severity}
    findings = [find("Rayeesi", "Rayeesi", severity=of[letter]) for letter in severities]
    assert summary(outcome(*findings, drafts=2)).startswith(found)


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ((31, 2, 9), "31 of its 42 checkable claims are borne out, 2 contradicted, 9 found in no source."),
        ((1, 0, 1), "1 of its 2 checkable claims is borne out, 1 found in no source."),
        ((0, 2, 0), "none of its 2 checkable claims is borne out, 2 contradicted."),
        ((1200, 0, 0), "all 1,200 of its checkable claims are borne out."),
        ((2, 0, 0), "both of its checkable claims are borne out."),
        ((1, 0, 0), "its one checkable claim is borne out."),
        ((0, 0, 1), "its one checkable claim is found in no source."),
        (NONE, "nothing in it could be checked."),
    ],
)
def test_silence_is_not_taken_for_verification(claims, said):
    assert summary(outcome(claims=claims)) == f"No disagreement with the 5 sources in 1 draft: {said}"


def test_the_claims_of_several_drafts_are_theirs():
    assert summary(outcome(drafts=2, claims=(3, 0, 1))).endswith(
        ": 3 of their 4 checkable claims are borne out, 1 found in no source."
    )
    assert summary(outcome(drafts=2)).endswith(": nothing in them could be checked.")


def test_one_draft_and_one_source_are_singular():
    assert summary(outcome(sources=1)).startswith("No disagreement with the 1 source in 1 draft: ")


def test_a_run_that_checked_nothing_does_not_claim_agreement():
    assert summary(Outcome()) == "No draft was checked."


def test_statistics_name_the_rules_that_found_something_that_with_most_first(find):
    rules = ["wrong-date"] * 2 + ["wrong-rank"] * 10 + ["altered-quote"] * 2
    findings = [find("Rayeesi", "Rayeesi", rule=rule) for rule in rules]
    assert statistics(outcome(*findings, claims=(3, 14, 0))) == (
        "10  wrong-rank\n"
        " 2  altered-quote\n"
        " 2  wrong-date\n"
        "\n"
        " 3  claims borne out\n"
        "14  claims contradicted\n"
        " 0  claims found in no source"
    )


def test_without_findings_statistics_count_the_claims():
    assert statistics(outcome(claims=(3, 0, 1))).startswith("3  claims borne out\n")
