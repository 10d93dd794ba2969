"""Things to which the draft itself gives two numbers."""

import pytest

import desk

CALM = ["The council met."]


def told(draft, sources=CALM):
    return [(f.rule, f.text, *f.suggestions) for f in desk.findings(sources, draft)]


@pytest.mark.parametrize(
    ("draft", "found", "right"),
    [
        ("The siege lasted three weeks. Those five weeks broke the town.", "five", "three"),
        ("Nine jurors heard him. On the last day these eight jurors were silent.", "eight", "nine"),
        ("Her two brothers farmed. All in all: a farm, three brothers and a cow.", "three", "two"),
        ("The tower is 60 metres high. Tourists climb the 90-metre tower.", "90", "60"),
        ("The $3 million deal is dead. The deal was worth $4 million.", "$4 million", "$3 million"),
        (
            "The ferry took 1,874 passengers to Hull. So 1,784 passengers took the ferry to Hull.",
            "1,784",
            "1,874",
        ),
    ],
)
def test_a_number_that_differs_from_one_told_before_is_marked(draft, found, right):
    assert told(draft) == [("inconsistent-number", found, right)]


def test_the_number_that_no_source_has_is_the_wrong_one():
    sources = ["The tower of Moss has 90 metres."]
    assert told("The tower is 60 metres high. Tourists climb the 90-metre tower.", sources) == [
        ("inconsistent-number", "60", "90")
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "It rained for two days in May. From 3 to 8 June it rained again. After those six days the river rose.",
        "She sang for two years in Rome. She came in 1990 and left in 1993. Those three years were good.",
        "Two boats left in May. A third left in June. Those three boats sank.",
        "Five boats left, and one sank. Those four boats came home.",
        "Four days later the team left. Those six days were hard.",
        "Two years of war and three years of peace passed. Those five years changed him.",
        "Three editors wrote it. Those two editors who stayed were missed.",
    ],
)
def test_what_takes_up_something_else_is_left_alone(draft):
    assert told(draft) == []


@pytest.mark.parametrize(
    "draft",
    [
        "His three sons farmed. A fourth son was born in 1950. In short: four sons and a farm.",
        "His three sons farmed. Her four sons sang. In short: seven sons and two farms.",
        "His two dogs bark. In short, three dogs met: his two and hers.",
    ],
)
def test_a_sum_of_more_than_was_told_is_left_alone(draft):
    assert told(draft) == []


@pytest.mark.parametrize(
    "draft",
    [
        "The bridge was 340 metres long until 1950. Now cars queue on the 430-metre bridge.",
        "The bridge is 340 metres long. The other bridge is 430 metres long.",
        "The Farø bridge is 340 metres long. The Storstrøm bridge is 430 metres long.",
        "Of the two bridges, the bridge in the north is 340 metres long. The 430-metre bridge is older.",
        "The house is 10 metres wide. The house is 20 metres long.",
        "The tower is 60 metres high. The 90-metre tower road is closed.",
        "The 340-metre bridge leads to the 430-metre bridge.",
        "The tower is about 60 metres high. Tourists climb the 62-metre tower.",
        "Voss sold 1,874 loaves of rye bread in 2020. Voss sold 1,784 loaves of rye bread in 2021.",
    ],
)
def test_other_things_other_times_and_rounding_are_left_alone(draft):
    assert told(draft) == []
