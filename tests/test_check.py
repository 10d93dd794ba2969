"""What holds of every check, whatever the text."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import desk
from factlint.model import Settings, Severity

ROOT = Path(__file__).parents[1]
SOURCES = [
    "---\ndate: 2024-03-14\n---\nDanish Defence Minister Gen. Lars Holm of the Civil Air Corps (CAC) spoke on Monday.",
    "“We will never forget the help of our true friends,” Lars Holm said. In July 2020 Denmark signed the Oslo accord.",
]
WORDS = """Lars Holm Holme Lasr Gen. Lt. Col. Danish Swedish Foreign Defence Minister “We will never forgive the help of
our friends true ” ’s , . ; : ( ) CAC (CAC) Civil Air Sea Corps not said Denmark signed the Oslo accord In July June
2020 Tuesday 4 March 2024 | # ** ` [ ] &amp; 😀 é صالح — ... … We wrote is wrong"""
PIECES = [*WORDS.split(), "\u2028", "\n", "\n\n", "\n> ", "\n- ", "\n| "]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_findings_of_any_text_are_apart_in_order_and_rest_on_something(pieces):
    text = " ".join(pieces)
    found = desk.findings(SOURCES, text)
    assert [f.span for f in found] == sorted(f.span for f in found)
    assert all(not one.span.overlaps(other.span) for one, other in pairwise(found))
    for finding in found:
        assert finding.evidence
        assert 0 <= finding.span.start < finding.span.end <= len(finding.document.text)
        assert finding.text not in finding.suggestions
        assert "{" not in finding.message


def test_a_preferred_spelling_wins_over_the_dominant_one():
    sources = ["President Ebrahim Raisi spoke.", "Ebrahim Raisi left.", "President Ebrahim Rayeesi spoke."]
    preferring = Settings(prefer={"Raisi": "Rayeesi"})
    [finding] = desk.findings(sources, "President Raisi slept.", settings=preferring)
    assert (finding.text, finding.suggestions) == ("Raisi", ("Rayeesi",))


def test_an_accepted_spelling_is_left_alone():
    settings = Settings(accept=frozenset({"Larssen"}))
    assert desk.findings(["President Anne Larsen spoke."], "President Anne Larssen slept.", settings=settings) == ()


def test_a_rule_s_severity_can_be_set():
    settings = Settings(severities={"misspelled-name": Severity.HINT})
    [finding] = desk.findings(["President Anne Larsen spoke."], "President Anne Larssen slept.", settings=settings)
    assert finding.severity is Severity.HINT


def test_without_sources_only_the_draft_itself_counts():
    found = desk.findings([], "Ingeborg Thoresen came on Friday, 14 March 2024. Ms Toresen left.")
    assert [(f.rule, f.text) for f in found] == [("wrong-weekday", "Friday"), ("inconsistent-spelling", "Toresen")]


DEMO = "-m factlint check tests/drafts/demo.md --sources seeds --format json --fail-on never"


def test_findings_do_not_depend_on_the_hash_seed():
    def told(seed):
        seeded = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.check_output([sys.executable, *DEMO.split()], cwd=ROOT, env=seeded)

    assert told("0") == told("1") == told("2")


@pytest.mark.parametrize("text", ["Lars&", "Who said so? Lars &", "“Yes,” said Lars and"])
def test_a_text_that_breaks_off_behind_a_conjunction_is_read(text):
    assert desk.findings([text, "Lars likes boats."], text) == ()
