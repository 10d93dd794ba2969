"""The report for build servers that show tests."""

from xml.etree import ElementTree

from factlint.model import Severity
from factlint.report.junit import render
from factlint.report.outcome import Outcome, View

SOURCE = ("seeds/visit.txt", "Ebrahim Raisi said so.", "Raisi")


def report(*findings, drafts=("draft.md",), problems=()):
    return ElementTree.fromstring(render(Outcome(findings, drafts, problems=problems), View()))


def counts(element):
    return tuple(int(element.get(name)) for name in ("tests", "failures", "errors"))


def test_a_finding_is_a_test_that_fails(find):
    root = report(find("Yes.\nMr Rayeesi left.", "Rayeesi", suggestions=("Raisi",), sources=(SOURCE,)))
    (suite,) = root
    (case,) = suite
    assert (counts(root), counts(suite), suite.get("name")) == ((1, 1, 0), (1, 1, 0), "draft.md")
    assert {name: case.get(name) for name in ("name", "classname", "file", "line")} == {
        "name": "misspelled-name 2:4",
        "classname": "draft.md",
        "file": "draft.md",
        "line": "2",
    }
    (failure,) = case
    assert (failure.tag, failure.get("type")) == ("failure", "error")
    assert failure.get("message") == "The sources spell this name “Raisi”."
    assert failure.text == (
        "draft.md:2:4: The sources spell this name “Raisi”.\nseeds/visit.txt:1:9: Ebrahim Raisi said so.\nFix: Raisi"
    )


def test_a_clean_draft_is_a_test_that_passes(find):
    clean, draft = report(find("Rayeesi", "Rayeesi"), drafts=("clean.md", "draft.md"))
    assert (counts(clean), counts(draft)) == ((1, 0, 0), (1, 1, 0))
    assert [list(case) for case in clean] == [[]]


def test_a_remark_does_not_fail(find):
    found = find("Rayeesi", "Rayeesi", severity=Severity.INFORMATION)
    (suite,) = report(found)
    assert counts(suite) == (2, 0, 0)
    assert [[part.tag for part in case] for case in suite] == [[], ["system-out"]]


def test_input_that_cannot_be_used_is_an_error():
    root = report(problems=("gone.md: no such file or folder",))
    assert counts(root) == (2, 0, 1)
    (error,) = root[1][0]
    assert (error.tag, error.get("message")) == ("error", "gone.md: no such file or folder")


def test_the_totals_are_those_of_all_drafts(find):
    findings = [find("Rayeesi", "Rayeesi", path=path) for path in ("a.md", "a.md", "b.md")]
    root = report(*findings, drafts=("a.md", "b.md", "c.md"))
    assert counts(root) == (4, 3, 0)
    assert [counts(suite) for suite in root] == [(2, 2, 0), (1, 1, 0), (1, 0, 0)]
