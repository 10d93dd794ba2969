"""When a number is of the same thing as one in the sources, and when it is not."""

import pytest

import desk

FERRY = "The ferry Havfruen carried 1,874 passengers from Bergen in May."


def told(sources, draft):
    return [(f.rule, f.text, f.suggestions[0]) for f in desk.findings(sources, draft) if f.rule == "wrong-number"]


def test_digits_changed_about_are_wrong():
    draft = "In May the Havfruen took 1,784 passengers out of Bergen."
    assert told([FERRY], draft) == [("wrong-number", "1,784", "1,874")]


@pytest.mark.parametrize(
    "draft",
    [
        "In May the Havfruen took some 1,900 passengers out of Bergen.",
        "In May the Havfruen took more than 1,800 passengers out of Bergen.",
        "In May the Havfruen took 1,784 crates of cod out of Bergen.",
        "My aunt's garden has 1,784 passengers of another kind: snails.",
    ],
)
def test_rounded_numbers_and_numbers_of_other_things_are_right(draft):
    assert told([FERRY], draft) == []


def test_where_sources_disagree_either_side_is_right():
    other = "In May 1,784 passengers took the ferry Havfruen from Bergen."
    assert told([FERRY, other], "In May the Havfruen took 1,784 passengers out of Bergen.") == []


def test_the_difference_of_two_numbers_of_the_source_is_right():
    source = "The ferry Havfruen carried 1,874 passengers from Bergen in May and 90 passengers in June."
    assert told([source], "The Havfruen took 1,784 passengers more from Bergen in May than in June.") == []


def test_another_year_is_another_number():
    source = "In 2019 the ferry Havfruen carried 1,874 passengers from Bergen."
    assert told([source], "In 2021 the ferry Havfruen carried 1,784 passengers from Bergen.") == []


def test_numbers_that_stand_beside_both_tie_two_passages():
    source = "Opening a long file took 11.7 seconds before and takes 0.22 seconds now."
    draft = "A long file opened in 11.7 seconds then, and opens in 2.2 seconds now."
    assert told([source], draft) == [("wrong-number", "2.2", "0.22")]
