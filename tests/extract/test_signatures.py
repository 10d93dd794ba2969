"""Whose an office is that stands in a block, line or cell of its own."""

import pytest

import desk
from factlint.model import Slot


def holders(text, path="draft.md"):
    return [(str(s.subject[0]), s.value.head.name) for s in desk.account(text, path).about(Slot.OFFICE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Nora Lind**\n\nVice Chairman", [("Nora Lind", "chairman")]),
        ("K.B. Lind\nChairman", [("K.B. Lind", "chairman")]),
        ("- Nora Lind\n- Director of Nursing", [("Nora Lind", "director")]),
        ("Nora Lind, OBE\nChairman\nKarl Dahl\nTreasurer", [("Nora Lind", "chairman"), ("Karl Dahl", "treasurer")]),
        ("Chairman\n\nNora Lind\n\nTreasurer\n\nKarl Dahl", [("Nora Lind", "chairman"), ("Karl Dahl", "treasurer")]),
        ("Nora Lind\n\nKarl Dahl\n\nChairman", [("Karl Dahl", "chairman")]),
        ("Sincerely,\n\nNora Lind\nTreasurer\nVestas Inc.", [("Nora Lind", "treasurer")]),
        ("For media:\nNora Lind\nHead of Communications\n+45 12 34 56", [("Nora Lind", "head")]),
        ("Contact: Nora Lind\nChief Financial Officer", [("Nora Lind", "chief financial officer")]),
        (
            "| Nora Lind | Karl Dahl |\n|---|---|\n| Chairman | Treasurer |",
            [("Nora Lind", "chairman"), ("Karl Dahl", "treasurer")],
        ),
        (
            "Nora Lind\n\nPresident of Lind, Inc. and Chief Brand Officer",
            [("Nora Lind", "president"), ("Nora Lind", "chief brand officer")],
        ),
    ],
)
def test_an_office_under_or_over_a_name(text, expected):
    assert holders(text) == expected


def test_an_office_behind_a_line_break_of_a_page():
    assert holders("<p>Nora Lind<br>Chairman<br>Karl Dahl<br>Treasurer</p>", "page.html") == [
        ("Nora Lind", "chairman"),
        ("Karl Dahl", "treasurer"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Annual Report\n\nDirector",
        "Karl Dahl\n\nThe chairman of the board spoke.",
        "Karl Dahl\n\nIt was late.\n\nChairman",
        "Chairman\n\nKarl Dahl\n\nTreasurer",
    ],
)
def test_an_office_that_stands_alone(text):
    assert holders(text) == []


def test_a_name_over_the_end_of_a_line_stays_one():
    names = desk.account("Karl Johan\nDahl").about(Slot.NAME)
    assert [str(name.subject[0]) for name in names] == ["Karl Johan Dahl"]
