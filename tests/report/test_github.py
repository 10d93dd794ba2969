"""The report for GitHub Actions."""

import pytest

from factlint.model import Severity
from factlint.report.github import render
from factlint.report.outcome import Outcome, View

SOURCE = ("seeds/visit.txt", "President Ebrahim Raisi said 100% so.", "Raisi")


def report(*findings, **view):
    return render(Outcome(findings), View(**view))


def test_a_finding_is_a_command_that_names_its_place(find):
    found = find("Yes.\nPresident 😀 Rayeesi.", "Rayeesi", suggestions=("Raisi",), sources=(SOURCE,))
    assert report(found) == (
        "::error title=factlint (misspelled-name),file=draft.md,line=2,col=13,endLine=2,endColumn=20::"
        "draft.md:2:13: The sources spell this name “Raisi”."
        "%0Aseeds/visit.txt:1:19: President Ebrahim Raisi said 100%25 so."
        "%0AFix: Raisi\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("information", "notice"), ("hint", "notice")]
)
def test_the_command_tells_the_severity(find, severity, command):
    assert report(find("Rayeesi", "Rayeesi", severity=Severity(severity))).startswith(f"::{command} ")


def test_words_over_a_line_end_have_lines_and_no_columns(find):
    line = report(find("Ebrahim\r\nRayeesi left.", "Ebrahim\r\nRayeesi"))
    assert ",line=1,endLine=2::" in line
    assert "ol" not in line.partition("::draft")[0].removeprefix("::error title=factlint (misspelled-name)")


def test_no_file_name_or_message_can_end_its_part(find):
    found = find("Rayeesi", "Rayeesi", path="a,b:c%0A\n::error ::.md", message="50%\r\n::error ::mine")
    line = report(found)
    assert line.count("\n") == 1
    assert "file=a%2Cb%3Ac%250A%0A%3A%3Aerror %3A%3A.md,line=1," in line
    assert line.endswith(": 50%25%0D%0A::error ::mine\n")


def test_nothing_found_is_nothing_said():
    assert report() == ""
