"""When one end of a range or one side of a size is wrong, and when a range is only wider or narrower."""

import pytest

import desk

BATHS = (
    "The baths of Sundvik measure 37 metres by 67 metres and hold between 450 and 600 swimmers.",
    "Tickets for the baths of Sundvik should bring in €25–35 million a year, says the town.",
    "In Sundvik it rained.",
)


def told(draft):
    return [(f.text, f.suggestions[0]) for f in desk.findings(BATHS, draft) if f.rule == "wrong-number"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("The baths of Sundvik hold between 450 and 700 swimmers.", ("700", "600")),
        ("The baths of Sundvik hold between 350 and 600 swimmers.", ("350", "450")),
        ("The baths of Sundvik hold 450–700 swimmers.", ("700", "600")),
        ("The baths of Sundvik measure 67 metres by 73.", ("73", "37")),
        ("Tickets should bring in €25–45 million a year in Sundvik.", ("45", "35")),
    ],
)
def test_the_end_that_differs_is_marked_alone(draft, expected):
    assert told(draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "The baths of Sundvik hold 500 swimmers.",
        "The baths of Sundvik hold 500 to 550 swimmers.",
        "The baths of Sundvik hold between 400 and 700 swimmers.",
        "The baths of Sundvik measure 67 by 37 metres.",
        "The old baths of Sundvik measure 37 by 50 metres, the new ones 37 by 67.",
        "Tickets should bring in €30 million a year in Sundvik.",
        "The baths of Sundvik hold between 450 and 700 fish.",
    ],
)
def test_wider_and_narrower_ranges_and_those_of_other_things_are_right(draft):
    assert told(draft) == []
