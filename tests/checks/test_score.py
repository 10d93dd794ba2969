"""Scores against the sources' score of the same contest."""

import pytest

import desk

SOURCES = (
    "Brunswick beat Hallein 3–1 in the semi-final on Tuesday, after a goal by Ruiz. Hallein had led 1–0 at the break. "
    "Nadia Petrova won the final against Carla Ruiz 6-4, 3-6, 7-5 in Lisbon.",
    "The Clean Ports Act was passed by 220 votes to 205. The hockey club Otters met the Terns in Bergen.",
)
TABLE = (
    "Mon 2 July\n 18:00  Norway   1-1 a.e.t. (1-1, 0-0), 3-4 pen.   Peru   @ Kazan\n"
    " 20:00  Kenya   2-0 (1-0)   Nepal   @ Omsk\n"
)


def told(draft: str, *sources: str) -> list[tuple[str, str]]:
    found = desk.findings(sources or SOURCES, draft)
    return [(f.text, f.suggestions[0]) for f in found if f.rule == "wrong-number"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("In the semi-final Brunswick beat Hallein 3-2.", ("3-2", "3-1")),
        ("Hallein lost the semi-final to Brunswick 1–4.", ("1–4", "1–3")),
        ("Petrova beat Ruiz 6-4, 3-6, 7-6 in the final.", ("6-4, 3-6, 7-6", "6-4, 3-6, 7-5")),
        ("By 220 votes to 215 the Clean Ports Act was passed.", ("220 votes to 215", "220 votes to 205")),
    ],
)
def test_another_score_of_one_contest_is_marked(draft, expected):
    assert told(draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "Brunswick won the semi-final against Hallein by three goals to one.",
        "Hallein lost 1-3 to Brunswick in the semi-final.",
        "Brunswick were 2-1 up when Hallein hit the bar.",
        "Brunswick beat Kapfenberg 3-2, and Hallein beat Wels 4-1.",
        "In 1987 Petrova had won a final against Ruiz 6-4, 6-1, 6-0.",
        "Petrova took the first set of the final against Ruiz 6-4.",
        "The Otters won 5-4 in Bergen against the Terns.",
        "Brunswick did not beat Hallein 3-2.",
        "How Brunswick beat Hallein in the semi-final is told on pages 3-4 of the club's book.",
    ],
)
def test_what_no_score_contradicts_is_left_alone(draft):
    assert told(draft) == []


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Peru win the shoot-out against Norway 5–3.", [("5–3", "4–3")]),
        ("Kenya beat Nepal 3-0.", [("3-0", "2-0")]),
        ("Norway and Peru drew 1-1, and Peru won 4-3 on penalties.", []),
        ("Nepal lost 0-2 to Kenya, who led 1-0.", []),
    ],
)
def test_a_row_of_results_gives_the_sides_beside_the_score(draft, expected):
    found = desk.findings((TABLE,), draft)
    assert [(f.text, f.suggestions[0]) for f in found if f.rule == "wrong-number"] == expected


VOTED = "The council of Torsby voted seven to two in favour of closing the Vik bridge."


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("The council of Torsby voted seven to three to close the Vik bridge.", [("seven to three", "seven to two")]),
        ("By a vote of 7 to 4, the council of Torsby closed the Vik bridge.", [("7 to 4", "seven to two")]),
        ("The council of Torsby voted 7-2 for closing the Vik bridge.", []),
        ("The council of Torsby voted two to seven against keeping the Vik bridge.", []),
        ("Torsby voted on five to seven bridges.", []),
    ],
)
def test_a_vote_may_be_told_without_a_word_for_votes(draft, expected):
    found = desk.findings((VOTED,), draft)
    assert [(f.text, f.suggestions[0]) for f in found if f.rule == "wrong-number"] == expected
