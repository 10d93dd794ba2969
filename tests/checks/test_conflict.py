"""Where the sources disagree: either side is right, and the draft is told that it takes one."""

import pytest

import desk
from factlint.model import Settings

FINANCE, HEALTH = "Danish finance minister Anne Holst spoke.", "Danish health minister Anne Holst left."
COLONEL, MAJOR = "Colonel Pavel Hruby came.", "Major Pavel Hruby left."
SAFETY, SECURITY = "The Harbour Safety Board (HSB) met.", "The Harbour Security Board (HSB) left."
VOGEL, FOGEL = "Mayor Lena Vogel spoke.", "Mayor Lena Fogel left."


def told(sources, draft, settings=None):
    return [(f.rule, f.text) for f in desk.findings(sources, draft, settings=settings)]


@pytest.mark.parametrize(
    ("sources", "draft", "side"),
    [
        ([FINANCE, HEALTH], "Finance minister Anne Holst slept.", "Finance minister"),
        ([FINANCE, HEALTH], "Anne Holst, the health minister, slept.", "health minister"),
        ([COLONEL, MAJOR], "Colonel Pavel Hruby slept.", "Colonel"),
        ([COLONEL, MAJOR], "Major Pavel Hruby slept.", "Major"),
        ([SAFETY, SECURITY], "The Harbour Safety Board (HSB) slept.", "Harbour Safety Board"),
        ([SAFETY, SECURITY], "The Harbour Security Board (HSB) slept.", "Harbour Security Board"),
        ([SAFETY, SAFETY, SECURITY], "The Harbour Security Board (HSB) slept.", "Harbour Security Board"),
        ([VOGEL, FOGEL], "Mayor Lena Vogel slept.", "Vogel"),
        ([VOGEL, FOGEL], "Mayor Lena Fogel slept.", "Fogel"),
    ],
)
def test_either_side_is_right_and_said_to_be_one_of_two(sources, draft, side):
    assert told(sources, draft) == [("conflicting-sources", side)]


@pytest.mark.parametrize(
    ("sources", "draft"),
    [
        ([FINANCE, HEALTH], "Danish trade minister Anne Holst slept."),
        ([COLONEL, MAJOR], "Captain Pavel Hruby slept."),
        ([SAFETY, SECURITY], "The Harbour Survey Board (HSB) slept."),
        ([VOGEL, FOGEL], "Mayor Lena Vohgel slept."),
    ],
)
def test_a_third_side_is_wrong(sources, draft):
    [(rule, _)] = told(sources, draft)
    assert rule in {"wrong-role", "wrong-rank", "wrong-expansion", "misspelled-name"}


def test_the_side_of_most_sources_is_named_first_then_the_one_said_oftener():
    [more] = desk.findings([SAFETY, SECURITY, SECURITY], "The Harbour Safety Board (HSB) slept.")
    assert "“Harbour Security Board” in 2 sources; “Harbour Safety Board” in 1 source" in more.message
    [oftener] = desk.findings([VOGEL, f"{FOGEL} Fogel sang."], "Mayor Lena Vogel slept.")
    assert "“Fogel” in 1 source; “Vogel” in 1 source" in oftener.message


@pytest.mark.parametrize(
    ("sources", "draft"),
    [
        ([FINANCE, HEALTH], "Finance minister Anne Holst slept."),
        ([COLONEL, MAJOR], "Colonel Pavel Hruby slept."),
        ([SAFETY, SECURITY], "The Harbour Safety Board (HSB) slept."),
        ([VOGEL, FOGEL], "Mayor Lena Vogel slept."),
    ],
)
def test_both_sides_are_shown(sources, draft):
    [finding] = desk.findings(sources, draft)
    assert {evidence.document.path for evidence in finding.evidence} == {"seeds/0.txt", "seeds/1.txt"}


def test_each_side_is_told_of_once():
    draft = "Colonel Pavel Hruby slept. Colonel Hruby woke."
    assert told([COLONEL, MAJOR], draft) == [("conflicting-sources", "Colonel")]


@pytest.mark.parametrize(
    ("sources", "draft"),
    [
        (["In 2010 " + FINANCE, "In 2020 " + HEALTH], "In 2010 Danish finance minister Anne Holst slept."),
        (["Former " + FINANCE, HEALTH], "Health minister Anne Holst slept."),
        ([f"{FINANCE} In May she moved. {HEALTH}", HEALTH], "Health minister Anne Holst slept."),
        ([FINANCE, "Danish minister Anne Holst left."], "Finance minister Anne Holst slept."),
        ([FINANCE, "Anne Holst, chairwoman of the choir, left."], "Finance minister Anne Holst slept."),
        ([COLONEL, "Lieutenant Colonel Pavel Hruby left."], "Lieutenant Colonel Pavel Hruby slept."),
        ([SAFETY, "The Hanseatic String Band (HSB) left."], "The Harbour Safety Board (HSB) slept."),
        ([VOGEL, "Mayor Lena Maria Vogel left."], "Mayor Lena Vogel slept."),
    ],
)
def test_what_can_be_true_together_is_no_conflict(sources, draft):
    assert told(sources, draft) == []


@pytest.mark.parametrize("preferred", ["Vogel", "Fogel"])
def test_the_preferred_spelling_ends_the_conflict(preferred):
    other = "Fogel" if preferred == "Vogel" else "Vogel"
    settings = Settings(prefer={other: preferred})
    assert told([VOGEL, FOGEL], f"Mayor Lena {preferred} slept.", settings) == []
    assert told([VOGEL, FOGEL], f"Mayor Lena {other} slept.", settings) == [("minority-spelling", other)]


def test_both_sides_in_one_draft_are_two_spellings():
    draft = "Mayor Lena Vogel slept. Mayor Fogel woke."
    assert ("inconsistent-spelling", "Fogel") in told([VOGEL, FOGEL], draft)
    assert told([VOGEL, VOGEL, FOGEL], draft) == [("minority-spelling", "Fogel")]


def test_a_source_that_has_both_spellings_tells_two_apart():
    both = "Mayor Lena Vogel spoke. Mayor Lena Fogel, no relation, left."
    assert told([both, both], "Mayor Lena Vogel slept.") == []


def test_a_promotion_between_two_sources_is_no_conflict():
    sources = [
        "date 2010-05-12\n\nOslo - Colonel Pavel Hruby came.",
        "date 2020-05-12\n\nOslo - Major Pavel Hruby left.",
    ]
    assert told(sources, "Major Pavel Hruby slept.") == []
