"""A name of a draft under another."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import desk
from factlint.case import Case
from factlint.model import Settings
from factlint.renaming import RenameError, renamable_at, renamed

INDEX = desk.index(["Minister Anne Tessalin spoke in Marrowick."])


def case(draft):
    return Case(desk.account(draft), INDEX, Settings())


def rename(marked, name):
    """The draft in which the name at the bar is another."""
    offset, draft = marked.index("|"), marked.replace("|", "", 1)
    changed = draft
    for each in reversed(renamed(case(draft), offset, name)):
        changed = changed[: each.span.start] + each.text + changed[each.span.end :]
    return changed


@pytest.mark.parametrize(
    ("marked", "name", "whole"),
    [
        ("Anne Tess|alin came. Anne Tessalin left.", "Anna Berg", "Anna Berg came. Anna Berg left."),
        ("Anne Tessalin came. Tessalin’s hat. |Tessalin.", "Tesselin", "Anne Tesselin came. Tesselin’s hat. Tesselin."),
        ("Anne Tessalin| came. Tessalin left.", "Anna Berg", "Anna Berg came. Berg left."),
        ("|Anne Tessalin came. Tessalin left.", "Anne Marie Berg", "Anne Marie Berg came. Berg left."),
        ("|Anne Tessalin came. Tessalin left.", "Anne Marie Tessalin", "Anne Marie Tessalin came. Tessalin left."),
        ("|Anne Tessalin came. Tessalin left.", "Berg", "Berg came. Berg left."),
        ("Anne Tessalin came. |Tessalin left.", "Anne Berg", "Anne Tessalin came. Anne Berg left."),
        ("TESSALIN SPEAKS\n\nAnne |Tessalin spoke.", "Anne Berg", "BERG SPEAKS\n\nAnne Berg spoke."),
        ("*Anne* **Tess|alin** came.", "Anna Berg", "*Anna* **Berg** came."),
        ("*Anne* **Tess|alin** came.", "Anne Marie Berg", "*Anne Marie* **Berg** came."),
        ("Marro|wick lies west. Marrowick's mayor", "Marrowyck", "Marrowyck lies west. Marrowyck's mayor"),
        ("Carl De|lun came. Delun left.", "Carl Delune", "Carl Delune came. Delune left."),
        ("Anne Tess|alin met Carl Tessalin.", "Anne Berg", "Anne Berg met Carl Tessalin."),
        ("Anne Tess|alin came.", "  Anne   Berg ", "Anne Berg came."),
        ("Anne\nTess|alin came.", "Anna Berg", "Anna\nBerg came."),
        ("Anne Tess|alin came.", "Anne Tessalin", "Anne Tessalin came."),
    ],
)
def test_a_name_under_another(marked, name, whole):
    assert rename(marked, name) == whole


def test_another_spelling_stays():
    draft = "Minister Anne Tess|alin came. Minister Anne Tessaleen left."
    assert rename(draft, "Anne Berg") == "Minister Anne Berg came. Minister Anne Tessaleen left."


@pytest.mark.parametrize("name", ["", " ", "Anne\nBerg", "Anne\u2028Berg", "Anne\tBerg", "\r"])
def test_what_is_no_name(name):
    with pytest.raises(RenameError):
        rename("Anne Tess|alin came.", name)


@pytest.mark.parametrize("marked", ["We sa|w nobody.", "|", "`Anne| Tessalin`"])
def test_where_there_is_no_name(marked):
    with pytest.raises(RenameError, match="no name"):
        rename(marked, "Anne Berg")


def test_what_would_be_renamed():
    draft = "Then Anne\n*Tessalin* came."
    name = renamable_at(case(draft), draft.index("nne"))
    assert (name.text, name.span.of(draft)) == ("Anne Tessalin", "Anne\n*Tessalin")


NAMES = st.sampled_from(
    ["Anne ", "Anne\n", "*Anne* ", "Tessalin", "TESSALIN", "’s ", ". ", " met ", "Carl ", "\n\n", "😀", "`", "&amp;"]
)


@settings(max_examples=50, deadline=None)
@given(st.lists(NAMES, max_size=10).map("".join), st.sampled_from(["Berg", "Anna Berg", "Anne Marie Berg"]))
def test_only_words_of_names_are_touched_and_each_once(draft, name):
    whole = case(draft)
    for offset in range(len(draft)):
        try:
            changes = renamed(whole, offset, name)
        except RenameError:
            continue
        assert all(first.span.end <= second.span.start for first, second in pairwise(changes))
        assert all(each.span.of(draft).strip("*") and each.span.of(draft) != each.text for each in changes)
