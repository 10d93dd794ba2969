"""Whole drafts against the project's own dispatches: every mark is found, and nothing else."""

from functools import cache
from pathlib import Path

import pytest

import critic
import desk
from factlint.check import check
from factlint.extract import extract
from factlint.index import build
from factlint.model import Settings, Severity
from factlint.read import read

ROOT = Path(__file__).parents[1]
DRAFTS = sorted((ROOT / "tests" / "drafts").glob("*-*.md"))

# What the marked drafts have wrong and no mechanism finds yet. A finding here is a reason to shorten the list.
KNOWN_MISSES = {
    ("marked-05-press-review.md", "prime minister"),  # an office that no source gives to anybody
}


@cache
def dispatches():
    sources = sorted((ROOT / "seeds").glob("*.txt"))
    return build(extract(read(f"seeds/{path.name}", path.read_bytes()), desk.english()) for path in sources)


def loud(path, text):
    account = extract(read(path.name, text.encode()), desk.english())
    found = check(account, dispatches(), desk.chosen(), Settings())
    return [finding for finding in found if finding.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_findings_are_the_marks(path):
    marked = critic.read(path.read_text("utf-8"))
    expected = [(e.span, e.text, e.suggestion) for e in marked.expected if (path.name, e.text) not in KNOWN_MISSES]
    assert [(f.span, f.text, f.suggestions[0]) for f in loud(path, marked.draft)] == expected


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_fixed_draft_is_clean(path):
    assert loud(path, critic.read(path.read_text("utf-8")).fixed) == []


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_every_finding_rests_on_a_passage_of_a_document(path):
    for finding in loud(path, critic.read(path.read_text("utf-8")).draft):
        assert finding.evidence
        assert all(e.span.of(e.document.text).strip() for e in finding.evidence)


@pytest.mark.parametrize(("suffix", "mark"), [("adoc", "="), ("org", "*"), ("typ", "=")])
def test_the_same_is_found_in_every_format(suffix, mark):
    draft = (ROOT / "tests/drafts/demo.md").read_text("utf-8")
    in_markdown = [(each.rule, each.span) for each in loud(Path("demo.md"), draft)]
    assert len(in_markdown) > 5
    found = loud(Path(f"demo.{suffix}"), mark + draft.removeprefix("#"))
    assert [(each.rule, each.span) for each in found] == in_markdown
