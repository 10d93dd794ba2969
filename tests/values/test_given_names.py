"""Given names as bounds of how alike two words are."""

import pytest

from factlint.values.given_names import given_names
from factlint.values.packaged import packaged_romanization, packaged_table

ENGLISH = packaged_romanization()
NAMES = given_names(
    {"groups": ["orlo orlow", "orla", "tamsa tämsä", "wolo"], "forms": ["orlow lolo", "orla lolo"]}, ENGLISH
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("orlo", "orlow", (0.97, 0.97)),
        ("tamsa", "taemsae", (0.97, 0.97)),
        ("orlo", "lolo", (0.87, 0.87)),
        ("orlow", "lolo", (0.87, 0.87)),
        ("orlo", "orla", (0.0, 0.42)),
        ("wolo", "lolo", (0.0, 0.42)),
        ("orlo", "zander", (0.0, 1.0)),
        ("zander", "zunder", (0.0, 1.0)),
    ],
)
def test_what_the_table_says_of_two_words(first, second, expected):
    assert NAMES.bounds(first, second) == NAMES.bounds(second, first) == expected


def test_an_empty_table_knows_no_names():
    assert given_names({}, ENGLISH).bounds("orlo", "orla") == (0.0, 1.0)


def test_forms_are_written_small_and_once_a_text():
    forms = [group.split() for group in packaged_table("given_names")["forms"]]
    assert all(len(group) == len(set(group)) > 1 for group in forms)
    assert all(word == word.casefold() for group in forms for word in group)
