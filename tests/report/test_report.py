"""What all formats share: the table of them, and that sources stay out where they must."""

import pytest

import desk
from factlint.report import FORMATS, format_named
from factlint.report.outcome import Outcome, View, fingerprints

SOURCES = [
    "The quiet harbour town of Sandvik opened its new lock on 4 May 2021, and the band played until dusk.",
    "“We have waited a very long time for this lock,” the mayor Ines Falk told the crowd at the gate.",
]
DRAFT = (
    "Sandvik opened its new lock on 4 May 2020.\n\n“We have waited a very short time for this lock,” Ines Falck said.\n"
)


@pytest.fixture(scope="module")
def findings():
    """Findings of which some quote their source."""
    found = desk.findings(SOURCES, DRAFT)
    assert any(each.message != each.without_passage for each in found)
    return found


def words_of_sources(report):
    """The runs of three words of the sources that a report has and the draft has not."""
    words = [text.split() for text in SOURCES]
    runs = (" ".join(each[at : at + 3]) for each in words for at in range(len(each) - 2))
    return [run for run in runs if run in report and run not in DRAFT]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_the_words_of_a_passage_out_where_they_must_not(findings, name):
    report = format_named(name)(Outcome(findings, ("draft.md",)), View(shows_passages=False))
    assert words_of_sources(report) == []
    assert all(found.rule in report for found in findings)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_the_words_of_a_passage_otherwise(findings, name):
    assert words_of_sources(format_named(name)(Outcome(findings, ("draft.md",)), View()))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_something_to_say_of_nothing(name):
    report = format_named(name)(Outcome(), View())
    assert report == "" or report.endswith("\n")


def test_a_message_without_its_passage_still_says_where_that_is(findings):
    (found,) = [each for each in findings if each.rule == "wrong-date"]
    assert found.message.startswith("The sources say 4 May 2021 (seeds/0.txt:1: “")
    assert found.without_passage == "The sources say 4 May 2021 (seeds/0.txt:1:58), not 4 May 2020."


def test_fingerprints_are_told_apart_by_their_number(find):
    one, other = find("Rayeesi left.", "Rayeesi"), find("Baqiri left.", "Baqiri")
    first, second, third, fourth = fingerprints((one, other, one, one))
    assert (first, second) == (one.fingerprint, other.fingerprint)
    assert (third, fourth) == (f"{one.fingerprint}:2", f"{one.fingerprint}:3")


def test_the_findings_of_a_draft_stand_with_it_and_clean_drafts_have_none(find):
    one, other = find("Rayeesi", "Rayeesi", path="b.md"), find("Baqiri", "Baqiri", path="b.md")
    assert dict(Outcome((one, other), ("a.md", "b.md")).by_draft) == {"a.md": [], "b.md": [one, other]}
