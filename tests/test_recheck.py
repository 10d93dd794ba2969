"""Checking an edited draft anew: what is found at once, and that the whole check finds what a fresh one finds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.project import Project

SOURCES = {
    "bridge.md": "---\ndate: 2024-03-14\n---\nPresident Anne Larsen opened the Sund bridge on 14 March 2024 with 250"
    " guests. “We will never forget the help of our true friends,” Larsen said.",
    "port.md": "Harbour Master Piet de Vries of the Port Authority of Delfhaven (PAD) counted 4,120 ships in 2019.",
    "choir.md": "Marta Kowalczyk founded the Lublin Choir in 1987. The choir has 36 singers and sang in Vienna.",
    "comet.md": "Dr. Ines Ferreira discovered the comet on 3 May 2011 with a telescope of 1.2 metres in Chile.",
}
PARAGRAPHS = (
    "# The week\n",
    "President Anne Larssen opened the Sund bridge on 15 March 2024 with 250 guests.",
    "“We will never forgive the help of our true friends,” Larsen said on the bridge.",
    "Harbour Master Piet de Vries of the Port Administration of Delfhaven (PAD) counted 4,210 ships in 2019.",
    "Marta Kowalczik founded the Lublin Choir in 1978. The choir has 63 singers and sang in Prague.",
    "- Dr. Ines Ferreira discovered the comet on 3 June 2011\n- She used a telescope of 2.1 metres in Chile.",
)
DRAFT = "\n\n".join(PARAGRAPHS) + "\n"
WORDS = ("quietly", "then", "of old", "very", "a", "the", "and", "7", "small", "new words here", ".", ",", "x", "rs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    (root / "seeds").mkdir()
    for name, text in SOURCES.items():
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    return root


def opened(folder, ignore=()):
    return Project.open(folder, sources=[folder / "seeds"], config=False, select=["ALL"], ignore=ignore)


def told(report):
    """What there is to a report, wherever it came from."""
    return [
        (
            f.rule,
            f.span,
            f.message,
            f.brief,
            f.suggestions,
            f.severity,
            f.fix,
            [(e.document.path, e.span) for e in f.evidence],
        )
        for f in report.findings
    ]


class Desk:
    """A draft that is edited, checked at once after each edit."""

    def __init__(self, folder, text=DRAFT, ignore=()):
        self.project, self.path = opened(folder, ignore), folder / "draft.md"
        self.report = self.project.check(self.project.document(self.path, text))

    def edit(self, text):
        self.report = self.project.recheck(self.report, self.project.document(self.path, text))
        return self.report

    def whole(self, text):
        return self.project.check(self.project.document(self.path, text))


EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from((*WORDS, "\n\n", "\n", "# ", "*"))), max_size=5
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_after_any_edits_the_whole_check_is_that_of_a_fresh_start(folder, edits):
    desk, text = Desk(folder), DRAFT
    for where, cut, put in edits:
        at = int(where * len(text))
        text = text[:at] + put + text[at + cut :]
        report = desk.edit(text)
        assert all(found.document.text == text for found in report.findings)
        assert all(found.span.end <= len(text) for found in report.findings)
    assert told(desk.whole(text)) == told(Desk(folder, text).report)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(WORDS)), min_size=1, max_size=4))
def test_words_put_into_a_paragraph_are_judged_as_the_whole_check_judges_them(folder, edits):
    # Where a draft disagrees with itself only the whole check finds out.
    desk, text = Desk(folder, ignore=["inconsistent-*"]), DRAFT
    for where, put in edits:
        spaces = [at for at, mark in enumerate(text) if mark == " " and at > len(PARAGRAPHS[0])]
        at = spaces[int(where * (len(spaces) - 1))]
        text = f"{text[:at]} {put}{text[at:]}"
        assert told(desk.edit(text)) == told(desk.whole(text))


def test_a_corrected_word_is_no_finding_any_more_and_the_others_have_moved(folder):
    desk = Desk(folder)
    before = [(found.rule, found.text) for found in desk.report.findings]
    text = DRAFT.replace("Anne Larssen", "Anne Larsen")
    after = [(found.rule, found.text) for found in desk.edit(text).findings]
    assert not desk.report.is_whole
    assert after == [each for each in before if each[1] != "Larssen"]
    assert told(desk.report) == told(desk.whole(text))


def test_a_name_is_known_again_once_its_full_form_stands_elsewhere(folder):
    text = "Larssen cut the ribbon of the Sund bridge.\n\nShe spoke.\n\nIt rained.\n\nIt rained.\n\nIt rained.\n"
    desk = Desk(folder, text)
    text = text.replace("She spoke.", "President Anne Larssen spoke.")
    assert told(desk.edit(text)) == told(desk.whole(text))


def test_the_line_of_a_passage_of_the_draft_itself_is_told_anew(folder):
    text = "The Bridge Safety Board (BSB) met.\n\nIt rained.\n\nThen the Bridge Security Board (BSB) met again.\n"
    desk = Desk(folder, text)
    assert [found.rule for found in desk.report.findings if found.evidence] == ["inconsistent-expansion"]
    moved = "A new line.\n\n" + text
    assert told(desk.edit(moved)) == told(desk.whole(moved))


def test_another_project_or_title_is_checked_as_a_whole(folder):
    desk = Desk(folder)
    other = opened(folder)
    assert other.recheck(desk.report, other.document(desk.path, DRAFT + "More.\n")).is_whole
    assert desk.edit("---\nauthor: Anne Larssen\n---\n" + DRAFT).is_whole


class AbandonedError(Exception):
    """A newer text is there."""


@pytest.mark.parametrize("calls", [1, 2, 5, 20, 60])
def test_a_whole_check_can_be_abandoned_and_begun_again(folder, calls):
    desk, left = Desk(folder), iter(range(calls))

    def heed():
        if next(left, None) is None:
            raise AbandonedError

    document = desk.project.document(desk.path, DRAFT + "\nA last paragraph on Larsson.\n")
    with pytest.raises(AbandonedError):
        desk.project.check(document, heed)
    assert told(desk.project.check(document)) == told(Desk(folder, document.text).report)


def test_nothing_has_to_be_known_before(folder):
    desk = Desk(folder)
    empty = type(desk.report)((), (), None)
    assert told(desk.project.recheck(empty, desk.project.document(Path(desk.path), DRAFT))) == told(desk.report)
