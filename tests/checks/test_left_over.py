"""Numbers and days that a slip makes of the one value left over in the sources' sentence."""

import pytest

import desk

SOURCES = (
    "The museum ship Alma was towed from Vardø to Hammerfest on 26 April 1987 and has had 14 cabins since her refit. "
    "Her boiler, 38 tonnes of riveted steel, was made in Leith.",
    "The harbour of Hammerfest is deep. The harbour master keeps goats.",
)


def told(draft: str, *sources: str) -> list[tuple[str, str]]:
    found = desk.findings(sources or SOURCES, draft)
    return [(f.text, f.suggestions[0]) for f in found if f.rule in ("wrong-number", "wrong-date")]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("The Alma came to Hammerfest, under tow from Vardø, on 26 June 1987.", ("June", "April")),
        ("The Alma was towed to Hammerfest on 6 April 1987.", ("6", "26")),
        ("Made in Leith: her boiler, 83 tonnes of steel.", ("83", "38")),
        ("Since her refit the museum ship Alma has had forty cabins.", ("forty", "fourteen")),
    ],
)
def test_a_slip_is_marked(draft, expected):
    assert told(draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "The Alma was towed to Hammerfest in April 1987.",
        "The Alma was towed to Hammerfest on 26 April 1987; on 26 June 1987 she was moored.",
        "The Alma has forty portholes since her refit.",
        "Her boiler is 38 tonnes of steel, and her engine 83.",
        "The Alma was not towed to Hammerfest on 26 June 1987.",
        "My boat was towed to Tarn on 26 June 1987.",
    ],
)
def test_right_values_and_those_of_something_else_are_left_alone(draft):
    assert told(draft) == []


def test_a_value_that_a_source_bears_out_is_left_alone():
    other = "The Alma came to Hammerfest on 26 June 1987, towed from Vardø, says the log."
    assert told("The Alma was towed from Vardø to Hammerfest on 26 June 1987.", *SOURCES, other) == []
