"""Ages that the sources give otherwise."""

import pytest

import desk

DATED = "---\ndate: 2019-05-04\n---\n\nAnna Berg, 54, runs the ferry company in Tarn.\n"
UNDATED = "Anna Berg, 54, runs the ferry company in Tarn. Her son Ole Berg, 19, sells the tickets.\n"


def told(source: str, draft: str) -> list[tuple[str, str]]:
    return [
        (f.text, f.suggestions[0]) for f in desk.findings([source, "Tarn is old."], draft) if f.rule == "wrong-number"
    ]


def test_nobody_grows_younger():
    assert told(UNDATED, "Berg, who is 45, runs the ferry company.\n\nAnna Berg likes boats.") == [("45", "54")]


def test_years_between_two_dates_are_counted():
    draft = "---\ndate: 2023-05-12\n---\n\nAnna Berg, {}, still runs the ferry company."
    assert told(DATED, draft.format(62)) == [("62", "58")]
    assert told(DATED, draft.format(58)) == []
    assert told(DATED, draft.format(59)) == []


@pytest.mark.parametrize(
    "draft",
    [
        "Anna Berg, 54, is tired of boats.",
        "Years later Anna Berg, 61, has sold the last of her boats.",
        "Ida Berg, 45, is no relation.",
        "Anna Berg has 45 boats.",
        "Ole Berg, 19, sells tickets.",
    ],
)
def test_right_and_later_ages_are_left_alone(draft):
    assert told(UNDATED, draft) == []


FIRE = "The fire at the mill in Tarn killed three people: Ida Lund, 29; Erik Holm, 8; and Rolf Brandt, 23."


def test_the_dead_grow_no_older():
    draft = "Among those whom the fire killed was the 23-year-old Erik Holm."
    assert told(FIRE, draft) == [("23", "8")]


@pytest.mark.parametrize("draft", ["Erik Holm, 8, was killed.", "Ida Lund, 31, looks back on the mill."])
def test_another_age_of_the_living_is_left_alone(draft):
    assert told(FIRE, draft) == []


def test_those_who_survived_grow_older():
    source = "Vera Lind, 54, survived the fire that killed three people in Tarn."
    assert told(source, "Vera Lind, 60, had survived the fire that killed three.") == []
