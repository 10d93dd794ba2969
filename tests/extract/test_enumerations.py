"""How many items a list in a sentence has, where that can be told."""

import pytest

import desk
from factlint.extract.enumerations import count_items


def counted(text):
    scanned = desk.account(f"It had these: {text}").scans[0]
    mark = next(n for n, token in enumerate(scanned.tokens.items) if token.text == ":")
    found = count_items(scanned.tokens, range(mark + 1, len(scanned.tokens.items)), desk.english())
    return found and list(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("salt, pepper and oil.", [3]),
        ("salt, pepper, and oil.", [3]),
        ("salt and pepper.", [2]),
        ("the gate, the tower and the mill.", [3]),
        ("Hamar, Moss, Voss or Bergen.", [4]),
        ("lower rents; a new pier; and an end to the tax.", [3]),
        ("salt, pepper and oil and vinegar.", [3, 4]),
        ("salt, pepper (white, ground) and oil.", [3]),
        ("salt, pepper and oil – all of it local.", [3]),
    ],
)
def test_plain_items_are_counted(text, expected):
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "salt, pepper, oil.",
        "salt, pepper and others.",
        "salt, pepper and more.",
        "Ida Moe, the cook, and Per Ek.",
        "Ida Moe, Mayor of Voss, and Per Ek.",
        "a bridge, once the longest, and a pier.",
        "a bridge, the longest of all, and a pier.",
        "old, rusty nails and boards.",
        "peace in Hamar, Moss and Voss, and bread.",
        "the roof leaked, the door jammed and the bell fell.",
        "two horses, three cows and a goat.",
        "to Hamar, Moss and Voss.",
        "“salt, pepper and oil”.",
        "salt, pepper and oil",
    ],
)
def test_what_may_be_no_plain_list_is_not(text):
    assert counted(text) is None
