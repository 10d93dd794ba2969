"""Numbers that the draft itself reckons with."""

import pytest

import desk


def told(draft):
    found = desk.findings(["The council met."], draft)
    return [(f.text, *f.suggestions) for f in found if f.rule == "inconsistent-number"]


@pytest.mark.parametrize(
    ("draft", "found", "right"),
    [
        ("Sales rose 12% to 40 from 30.", "12%", "33%"),
        ("Revenue fell by 4.2 per cent to $67 million from $82 million.", "4.2", "18.3"),
        ("The number rose by 14 to 40 from 30.", "14", "10"),
        ("Output rose from 30 to 40 tonnes, an increase of 14 tonnes.", "14", "10"),
        ("Twelve boys and nine girls came, 23 in all.", "23", "21"),
        ("60% voted yes, 30% no and the remaining 20% stayed away.", "20%", "10%"),
        (
            "Of 24 million trees, half had the blight. That makes some 14.5 million trees.",
            "14.5 million",
            "12.0 million",
        ),
        ("Two thirds of the 90 pupils passed. That makes 70.", "70", "60"),
    ],
)
def test_what_the_numbers_beside_it_do_not_make_is_marked(draft, found, right):
    assert told(draft) == [(found, right)]


@pytest.mark.parametrize(
    "draft",
    [
        "Ticket sales fell 5 percent to 1,900 from ticket sales of 2,000.",
        "Sales rose 8% to $1.4 billion from $1.3 billion.",
        "Profit rose 5% organically to 40 from 30.",
        "Ten men, five women and six dogs, 15 people in all, came.",
        "Turnout was 60%; 55% voted yes and the other 45% no.",
        "Of 200 seats, 60% were sold by noon and 30% by night, and the remaining 20 were given away.",
        "Of 26 million trees, half had the blight. That makes some 13 million trees.",
        "The club won 12 of 20 games, half of them at home. That makes 6 wins.",
        "The road grew from 900 m to 1.2 km, an increase of 300 m.",
        "The opening moved from 9:00 to 10:30, or by 90 minutes.",
        "The road is 2 km long, half of it paved. That makes 1,000 m of asphalt.",
        "The rate fell from 8% to 5%, or by 3 points.",
        "Half of the 40 seats are taken. That is 3 more than in May.",
    ],
)
def test_sums_that_may_be_right_are_left_alone(draft):
    assert told(draft) == []
