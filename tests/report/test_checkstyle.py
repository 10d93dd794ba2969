"""The report in the form of Checkstyle."""

from xml.etree import ElementTree

import pytest

from factlint.model import Severity
from factlint.report.checkstyle import render
from factlint.report.outcome import Outcome, View


def report(*findings, drafts=("draft.md",)):
    return ElementTree.fromstring(render(Outcome(findings, drafts), View()))


def test_every_draft_is_a_file_with_its_findings(find):
    root = report(find("Yes.\n😀 Rayeesi left.", "Rayeesi"), drafts=("clean.md", "draft.md"))
    assert root.tag == "checkstyle"
    clean, draft = root
    assert (clean.attrib, list(clean)) == ({"name": "clean.md"}, [])
    assert draft.attrib == {"name": "draft.md"}
    assert [(error.tag, error.attrib) for error in draft] == [
        (
            "error",
            {
                "line": "2",
                "column": "3",
                "severity": "error",
                "message": "The sources spell this name “Raisi”.",
                "source": "factlint.misspelled-name",
            },
        )
    ]


@pytest.mark.parametrize(
    ("severity", "told"), [("error", "error"), ("warning", "warning"), ("information", "info"), ("hint", "info")]
)
def test_severities_are_checkstyles(find, severity, told):
    (file,) = report(find("Rayeesi", "Rayeesi", severity=Severity(severity)))
    assert [error.get("severity") for error in file] == [told]


def test_any_text_can_be_read_back_as_far_as_xml_holds_it(find):
    message = "<b>“R&D”</b> \"x\" 'y'\n\ttab \x00\x1b\x7f\ud800\ufffe 😀"
    (file,) = report(find("Rayeesi", "Rayeesi", message=message, path="a&<b>\x07.md"), drafts=())
    assert file.get("name") == "a&<b>\N{REPLACEMENT CHARACTER}.md"
    assert file[0].get("message") == "<b>“R&D”</b> \"x\" 'y'\n\ttab ��\x7f�� 😀"
