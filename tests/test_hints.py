"""Hints beside the words of a draft."""

import pytest

from factlint.hints import hints
from factlint.project import Project

SOURCE = "President Anne Larsen opened the bridge on 4 May 2021. It had cost 30 million euros. Larsen left for Oslo.\n"


@pytest.fixture
def told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "visit.txt").write_text(SOURCE, "utf-8")

    def hints_in(text):
        """Each hint with the word before it."""
        project = Project.open(tmp_path)
        report = project.check(project.document(tmp_path / "draft.md", text))
        found = hints(report.case, report.verdicts)
        return [(text[: hint.offset].split()[-1], hint.text) for hint in found]

    return hints_in


def test_a_surname_alone_is_told_once_in_a_block(told):
    assert told("Larsen came. Larsen left.\n\nLater Larsen rested.\n") == [("Larsen", "Anne Larsen")] * 2


def test_nobody_is_told_a_name_that_stands_there(told):
    assert told("Anne Larsen came. Larsen left.\n") == []


def test_a_name_that_is_wrong_or_unknown_has_no_hint(told):
    assert told("Anne Larsen came.\n\nLarssen left.\n\nHolm left.\n") == []


def test_a_claim_is_followed_by_its_source(told):
    assert told("The bridge was opened on 4 May 2021, and had cost 30 million euros.\n") == [
        ("2021", "visit.txt"),
        ("million", "visit.txt"),
    ]
    assert told("The bridge was opened on 7 May 2021.\n") == []
