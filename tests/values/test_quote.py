"""In which words a quotation differs from running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.values.quote import changes, quotation, words_of


def differences(mine, theirs):
    left, right = words_of(mine), words_of(theirs)
    return [
        (" ".join(left[n].folded for n in change.mine), " ".join(right[n].folded for n in change.theirs))
        for change in changes(left, right)
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("Never forgive it", "never forget it", [("forgive", "forget")]),
        ("he said it", "he never said it", [("", "never")]),
        ("he really said it", "he said it", [("really", "")]),
        ("Iran’s “own” army", "Iran's own army.", []),
    ],
)
def test_changes(mine, theirs, expected):
    assert differences(mine, theirs) == expected


def test_ellipses_and_brackets_break_a_quotation():
    parts = quotation("stands ready to … help [the Syrians] rebuild ... it").parts
    assert [" ".join(word.folded for word in part) for part in parts] == ["stands ready to", "help", "rebuild", "it"]


@given(st.text(alphabet="ab cd…[]’-. ", max_size=40))
def test_words_stand_where_their_spans_say(text):
    for part in quotation(text).parts:
        for word in part:
            assert text[word.start : word.end].casefold().replace("’", "'") == word.folded


def test_words_quoted_within_are_a_part_of_their_own():
    parts = quotation("She told me ‘nobody drowned within its sight’ and laughed").parts
    found = [" ".join(word.folded for word in part) for part in parts]
    assert found == ["she told me", "nobody drowned within its sight", "and laughed"]
