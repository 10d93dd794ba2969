"""What the numbers in tables are of."""

import pytest

import desk
from factlint.model import Slot


def told(text):
    return [
        (s.span.of(s.document.text), s.value.kind.value, s.value.of, "catch" in s.value.near)
        for s in desk.account(text).about(Slot.NUMBER)
    ]


def test_a_column_names_what_its_numbers_are_of():
    table = "| catch | boats | weight in tonnes |\n|---|---|---|\n| cod | 312 | 4,120 |\n| hake | 87 | 950 |\n"
    assert told(table) == [
        ("312", "count", "boat", False),
        ("4,120", "measure", "mass", False),
        ("87", "count", "boat", False),
        ("950", "measure", "mass", False),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| trait | toys |\n|---|---|\n| maker | Ola Brandt |\n| stores | 312 |\n",
        "| 14 | 15 |\n|---|---|\n| 16 | 312 |\n",
    ],
)
def test_a_head_names_nothing_where_its_column_holds_other_things(table):
    assert told(table)[-1][1:3] == ("plain", "")
