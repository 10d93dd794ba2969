"""Whose age a number is."""

import pytest

import desk
from factlint.model import Slot


def ages(text: str) -> list[tuple[str, int]]:
    account = desk.account(text)
    return [(str(said.subject[0]), said.value.years) for said in account.about(Slot.AGE) if said.subject]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg, 54, opened the bridge.", ("Anna Berg", 54)),
        ("Anna Berg (54) opened the bridge.", ("Anna Berg", 54)),
        ("Anna Berg, aged 54, opened the bridge.", ("Anna Berg", 54)),
        ("The bridge was opened by 54-year-old Anna Berg.", ("Anna Berg", 54)),
        ("The 54-year-old mayor, Anna Berg, opened the bridge.", ("Anna Berg", 54)),
        ("Anna Berg, a 54-year-old engineer, opened the bridge.", ("Anna Berg", 54)),
        ("Anna Berg is 54 years old.", ("Anna Berg", 54)),
        ("Anna Berg, who is 54, opened the bridge.", ("Anna Berg", 54)),
        ("The ribbon was held by eight-year-old Tom Ek.", ("Tom Ek", 8)),
    ],
)
def test_an_age_is_that_of_the_person_it_stands_by(text, expected):
    assert ages(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, 54 metres above the river, opened the bridge.",
        "Anna Berg is 54 minutes late.",
        "Norway, 12, and Denmark, 9, led the table.",
        "Anna Berg's 54-year-old bridge is closed.",
        "A 54-year-old man was seen near Tarn.",
        "Flight 54, 12, and 9 were late.",
        "On May 12, 54 people crossed the bridge with Anna Berg.",
    ],
)
def test_other_numbers_are_nobodys_age(text):
    assert ages(text) == []
