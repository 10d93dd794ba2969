"""The report for people."""

import click
import pytest
from msgspec.structs import replace

from factlint.model import Evidence, Standing
from factlint.report.line import columns
from factlint.report.outcome import Outcome, View
from factlint.report.summary import summary
from factlint.report.text import render

SOURCE = ("seeds/visit.txt", "Iranian President Ebrahim Raisi said today.\nHe left.", "Raisi")


CLAIMS = {Standing.SUPPORTED: 4, Standing.CONTRADICTED: 1}


def outcome(*findings):
    return Outcome(findings, ("draft.md",), frozenset({"seeds/visit.txt"}), CLAIMS)


def report(*findings, **view):
    return click.unstyle(render(outcome(*findings), View(**{"width": 80} | view)))


def test_a_finding_shows_place_words_source_and_fix(find):
    found = find("Yes.\n\nPresident Rayeesi visited.\n", "Rayeesi", suggestions=("Raisi",), sources=(SOURCE,))
    assert report(found) == (
        "draft.md:3:11 error misspelled-name  The sources spell this name “Raisi”.\n"
        "  |\n"
        "3 | President Rayeesi visited.\n"
        "  |           ^^^^^^^\n"
        "  = seeds/visit.txt:1:27  Iranian President Ebrahim Raisi said today.\n"
        "  |                                                 -----\n"
        "  = fix: Raisi\n"
        "\n"
        "1 error in 1 draft, checked against 1 source: 4 of its 5 checkable claims are borne out, 1 contradicted."
        " --fix mends 1 finding.\n"
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
    lines = report(find("a " * 400 + "Rayeesi" + " b" * 400, "Rayeesi"), width=60).splitlines()
    (line,) = [line for line in lines if line.startswith("1 |")]
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


def test_colours_only_add_to_the_text(find):
    found = find("Rayeesi left.", "Rayeesi", suggestions=("Raisi",), sources=(SOURCE,))
    coloured = render(outcome(found), View(80))
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == report(found)


def test_a_message_that_is_too_long_for_a_line_runs_on_below(find):
    lines = report(find("Rayeesi", "Rayeesi"), width=50).splitlines()
    assert lines[:2] == ["draft.md:1:1 error misspelled-name  The sources", "    spell this name “Raisi”."]
    lines = report(find("Rayeesi", "Rayeesi", path="a" * 60), width=50).splitlines()
    assert lines[:2] == [f"{'a' * 60}:1:1 error misspelled-name", "    The sources spell this name “Raisi”."]


def test_a_long_passage_stands_below_its_place_with_the_telling_words_underlined(find):
    source = (
        "seeds/visit.txt",
        "On that morning the Iranian President Ebrahim Raisi himself said so.",
        "Ebrahim Raisi",
    )
    assert report(find("Rayeesi", "Rayeesi", sources=(source,)), width=50).splitlines()[5:11] == [
        "  = seeds/visit.txt:1:39",
        "  |   On that morning the Iranian President",
        "  |   Ebrahim Raisi himself said so.",
        "  |   -------------",
        "",
        "1 error in 1 draft, checked against 1 source: 4 of its 5 checkable claims are borne out, 1 contradicted.",
    ]


def test_telling_words_that_run_on_are_underlined_on_both_lines(find):
    source = ("seeds/visit.txt", "On that morning President 習近平 Raisi said so.", "習近平 Raisi")
    assert report(find("Rayeesi", "Rayeesi", sources=(source,)), width=40).splitlines()[6:10] == [
        "  |   On that morning President 習近平",
        "  |                             ------",
        "  |   Raisi said so.",
        "  |   -----",
    ]


def test_words_that_cannot_be_told_from_others_are_not_underlined(find):
    twice = ("seeds/visit.txt", "Raisi said so, and Raisi left.", "Raisi")
    whole = ("seeds/talks.txt", "Raisi", "Raisi")
    assert "---" not in report(find("Rayeesi", "Rayeesi", sources=(twice, whole)))


def test_a_passage_that_is_marked_itself_is_not_shown_again(find):
    found = find("On Thursday, 12 May, it rained.", "Thursday")
    own = replace(found, evidence=(Evidence(found.document, found.span),))
    assert report(own) == report(found)


def test_of_many_marked_lines_the_first_and_the_last_are_shown(find):
    text = "one\ntwo\nthree\nfour\nfive\nsix"
    lines = report(find(text, text)).splitlines()
    assert [line[:7] for line in lines[1:9]] == [
        "  |",
        "1 | one",
        "  | ^^^",
        "2 | two",
        "  | ^^^",
        "  …",
        "6 | six",
        "  | ^^^",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_of_a_finding_takes_more_than_the_width(find, width):
    source = ("seeds/visit.txt", "習近平主席 " * 30 + "Raisi said so. " + "x" * 150, "Raisi")
    found = find(
        "word " * 40 + "Rayeesi " + "習近平" * 40,
        "Rayeesi",
        suggestions=("Raisi",) * 40,
        sources=(source,) * 4,
        message="The sources spell this name “Raisi”; " * 6,
    )
    assert max(columns(line) for line in report(found, width=width, has_summary=False).splitlines()) <= width


def test_without_passages_only_places_are_told(find):
    found = find(
        "President Rayeesi visited.",
        "Rayeesi",
        suggestions=("Raisi",),
        sources=(SOURCE,),
        message="One says Raisi (seeds/visit.txt:1: “President Raisi said”).",
        brief="One says Raisi (seeds/visit.txt:1:27).",
    )
    assert report(found, shows_passages=False, has_summary=False) == (
        "draft.md:1:11 error misspelled-name  One says Raisi (seeds/visit.txt:1:27).\n"
        "  = seeds/visit.txt:1:27\n"
        "  = fix: Raisi\n"
    )


def test_statistics_stand_above_the_summary(find):
    text = report(find("Rayeesi left.", "Rayeesi"), has_statistics=True)
    statistics = "1  misspelled-name\n\n4  claims borne out\n1  claims contradicted\n0  claims found in no source"
    assert text.endswith(f"\n\n{statistics}\n\n{summary(outcome(find('Rayeesi', 'Rayeesi')))}\n")


def test_without_a_summary_a_clean_draft_leaves_nothing_to_say():
    assert report(has_summary=False) == ""
