"""Scores: which are the same, and how one is written in the form of another."""

import pytest

from factlint.values.score import Score, same_score, score_written_like


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (((3, 1),), ((1, 3),), True),
        (((3, 1),), ((3, 2),), False),
        (((6, 4),), ((6, 4), (3, 6), (7, 5)), True),
        (((6, 4), (7, 5)), ((4, 6), (6, 3), (5, 7)), True),
        (((7, 5), (6, 4)), ((6, 4), (3, 6), (7, 5)), False),
    ],
)
def test_scores_are_the_same_whoever_is_named_first(first, second, expected):
    assert same_score(Score("", first), Score("", second)) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (Score("5–3", ((5, 3),)), Score("3-4", ((3, 4),)), "4–3"),
        (Score("1 – 5", ((1, 5),)), Score("1-4", ((1, 4),)), "1 – 4"),
        (Score("2 goals to 1", ((2, 1),), is_written=True), Score("3-1", ((3, 1),)), "3-1"),
    ],
)
def test_a_score_is_written_in_the_form_of_another(mine, theirs, expected):
    assert score_written_like(mine, theirs) == expected
