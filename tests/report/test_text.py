"""The report for people."""

import click
import pytest

from factlint.model import Severity
from factlint.report import Outcome
from factlint.report.text import render

SOURCE = ("seeds/visit.txt", "Iranian President Ebrahim Raisi said today.\nHe left.", "Raisi")


def report(*findings, drafts=1, sources=5, width=80):
    return click.unstyle(render(Outcome(findings, drafts, sources), width))


def test_a_finding_shows_place_words_source_and_fix(find):
    found = find("Yes.\n\nPresident Rayeesi visited.\n", "Rayeesi", suggestions=("Raisi",), sources=(SOURCE,))
    assert report(found) == (
        "draft.md:3:11 error misspelled-name  The sources spell this name “Raisi”.\n"
        "  |\n"
        "3 | President Rayeesi visited.\n"
        "  |           ^^^^^^^\n"
        "  = seeds/visit.txt:1:27  Iranian President Ebrahim Raisi said today.\n"
        "  = fix: Raisi\n"
        "\n"
        "1 error in 1 draft, checked against 5 sources.\n"
    )


def test_words_that_run_over_a_line_end_are_marked_on_both_lines(find):
    text = "\n" * 8 + "We met Ebrahim\r\n  Rayeesi there.\n"
    assert report(find(text, "Ebrahim\r\n  Rayeesi")).splitlines()[1:6] == [
        "   |",
        " 9 | We met Ebrahim",
        "   |        ^^^^^^^",
        "10 | Rayeesi there.",
        "   | ^^^^^^^",
    ]


def test_wide_characters_and_tabs_move_the_mark(find):
    lines = report(find("主席\tRayeesi left.", "Rayeesi")).splitlines()
    assert lines[2:4] == ["1 | 主席    Rayeesi left.", "  |         ^^^^^^^"]


def test_a_long_line_is_cut_around_the_words(find):
    line = report(find("a " * 400 + "Rayeesi" + " b" * 400, "Rayeesi"), width=60).splitlines()[2]
    assert line.startswith("1 | …")
    assert line.endswith("…")
    assert "Rayeesi" in line
    assert len(line) <= 60


def test_three_passages_are_shown_and_the_rest_counted(find):
    for count, more in ((3, None), (4, "and 1 more passage"), (5, "and 2 more passages")):
        text = report(find("Rayeesi left.", "Rayeesi", sources=(SOURCE,) * count))
        assert text.count("seeds/visit.txt") == 3
        assert ("more passage" in text) == (more is not None)
        assert more is None or f"= {more}\n" in text


def test_several_suggestions_are_told_apart(find):
    assert "= fix: Raisi or Raeisi\n" in report(find("Rayeesi", "Rayeesi", suggestions=("Raisi", "Raeisi")))


def test_a_finding_without_a_suggestion_offers_no_fix(find):
    assert "fix" not in report(find("Rayeesi", "Rayeesi"))


def test_no_file_can_steer_the_terminal(find):
    found = find("\x1b[2JRayeesi\x07", "Rayeesi", sources=(("s\x1b.txt", "\x1b[31mRaisi", "Raisi"),), path="a\x1b.md")
    text = report(found)
    assert "\x1b" not in text
    assert "\x07" not in text


@pytest.mark.parametrize(
    ("severities", "summary"),
    [
        ("", "No disagreement with the 5 sources in 2 drafts."),
        ("e", "1 error in 2 drafts, checked against 5 sources."),
        ("eew", "2 errors, 1 warning in 2 drafts, checked against 5 sources."),
        ("wiihh", "1 warning, 2 remarks, 2 hints in 2 drafts, checked against 5 sources."),
    ],
)
def test_the_last_line_sums_up(find, severities, summary):
    of = {severity[0]: severity for severity in Severity}
    findings = [find("Rayeesi", "Rayeesi", severity=of[letter]) for letter in severities]
    assert report(*findings, drafts=2).splitlines()[-1] == summary


def test_one_draft_and_one_source_are_singular():
    assert report(sources=1) == "No disagreement with the 1 source in 1 draft.\n"


def test_a_run_that_checked_nothing_does_not_claim_agreement():
    assert report(drafts=0, sources=0) == "No draft was checked.\n"


def test_colours_only_add_to_the_text(find):
    found = find("Rayeesi left.", "Rayeesi", suggestions=("Raisi",), sources=(SOURCE,))
    coloured = render(Outcome((found,), 1, 5), 80)
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == report(found)
