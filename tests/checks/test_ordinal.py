"""Ordinals against the sources' ordinal of the same thing."""

import pytest

import desk

SOURCES = (
    "Marcus Hale, the 21st president of Torland, died in Omsk on Sunday. By the eighth year of the drought, half the "
    "people of Torland had left their farms. The Lisbon Open was the eighth stage of the tour.",
    "Vinland is the third-largest producer of tin in the world. The seventh race was held in Bergen and the ninth in "
    "Oslo. On the third day of the Bergen trial, witnesses told of the fire at Hale's mill.",
)


def told(draft: str) -> list[tuple[str, str]]:
    return [(f.text, f.suggestions[0]) for f in desk.findings(SOURCES, draft) if f.rule == "wrong-number"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Hale, who died in Omsk, was the 22nd president of Torland.", ("22nd", "21st")),
        ("In Torland, half the people had left their farms by the sixth year of the drought.", ("sixth", "eighth")),
        ("Vinland is the world's fourth-largest producer of tin.", ("fourth", "third")),
        ("Ruiz won the Lisbon Open.\n\nIt was the ninth stage of the season.", ("ninth", "eighth")),
    ],
)
def test_another_ordinal_of_one_thing_is_marked(draft, expected):
    assert told(draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "Hale, who died in Omsk, was Torland's 21st president.",
        "Vinland is the world's second-largest buyer of tin.",
        "The eighth race was held in Oslo.",
        "The ninth race was held in Bergen.",
        "On the fourth day of the Bergen trial, a witness told of a second fire at Hale's mill.",
        "By the fourth year of the drought, the wells of Omsk were dry.",
        "Petrov was the 22nd president of Torland, and died in Bergen.",
        "Ruiz won the Kazan Open.\n\nIt was the ninth stage of the season.",
    ],
)
def test_ordinals_of_other_things_are_left_alone(draft):
    assert told(draft) == []
