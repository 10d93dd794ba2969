"""The offices that verbs give to who does them, and the verbs that give none."""

import pytest

import desk
from factlint.model import Slot


def offices(text):
    return [
        (str(s.subject[0]), s.value.head.name, " ".join(sorted(s.value.body)))
        for s in desk.account(text).about(Slot.OFFICE)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Silent Valley unit, previously led by Nora Lind, grew.", ("Nora Lind", "head", "silent unit valley")),
        ("It sold its Silent Valley farm unit, led by Nora Lind.", ("Nora Lind", "head", "silent unit valley")),
        ("The Harbour Board is chaired by Nora Lind.", ("Nora Lind", "chairman", "board harbour")),
        ("Lumen, Inc., founded by Nora Lind, grew.", ("Nora Lind", "founder", "lumen")),
        ("The Harbour Board, run by chief executive Nora Lind, met.", ("Nora Lind", "head", "board harbour")),
        ("Nora Lind heads the Silent Valley segment.", ("Nora Lind", "head", "silent valley")),
        ("Nora Lind, who leads the Corvid team, spoke.", ("Nora Lind", "head", "corvid")),
        ("Nora Lind founded Lumen in 1999.", ("Nora Lind", "founder", "lumen")),
        ("Nora Lind edits the Lund Times.", ("Nora Lind", "editor", "lund times")),
        ("Nora Lind coaches Lund Rovers.", ("Nora Lind", "coach", "lund rovers")),
        ("Nora Lind owns Lumen.", ("Nora Lind", "owner", "lumen")),
    ],
)
def test_verbs_that_give_an_office(text, expected):
    assert [found for found in offices(text) if found[1] == expected[1]] == [expected]


def test_a_captain_of_a_country():
    [statement] = desk.account("Nora Lind captains Norway.").about(Slot.OFFICE)
    assert (statement.value.head.name, statement.value.country) == ("captain", "Norway")


def test_who_led_before_is_former():
    [statement] = desk.account("The Corvid team, formerly led by Nora Lind, grew.").about(Slot.OFFICE)
    assert statement.value.is_former


@pytest.mark.parametrize(
    "text",
    [
        "Nora Lind ran to Bergen.",
        "Nora Lind ran for Senate.",
        "Nora Lind headed to Lumen.",
        "Nora Lind led Karl Dahl into the room.",
        "Nora Lind led Bergen in the race.",
        "Nora Lind leads the Bergen Marathon by a minute.",
        "Nora Lind managed the team.",
        "The hotel, run by Nora Lind, closed.",
        "Nora Lind found Lumen in a mess.",
        "Nora Lind wants to lead the Harbour Board.",
        "Karl Dahl, led by Nora Lind, won.",
    ],
)
def test_verbs_that_give_none(text):
    assert offices(text) == []
