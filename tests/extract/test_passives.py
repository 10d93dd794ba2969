"""What a passive tells before its agent."""

import pytest

import desk
from factlint.model import Slot


def passives(text):
    account = desk.account(text)
    return [account.passive_before(statement) for statement in account.about(Slot.NAME)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lamp was installed by Nora Lind.", [("lamp", "instal")]),
        ("The books were written by Nora Lind.", [("book", "write")]),
        ("It was installed by Nora Lind.", [None]),
        ("The lamp was near Nora Lind.", [None]),
        ("Nora Lind installed the lamp.", [None]),
        ("Karl Dahl was seen by Nora Lind.", [None, None]),
        ("By Nora Lind.", [None]),
    ],
)
def test_a_thing_a_verb_and_an_agent(text, expected):
    assert passives(text) == expected
