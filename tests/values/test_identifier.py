"""Identifiers: which codes a slip makes of one another."""

import pytest

from factlint.values.identifier import is_slip_of_code


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("320", "230", True),
        ("2331", "2231", True),
        ("74", "47", True),
        ("2231", "2232", False),
        ("5", "6", False),
        ("320", "203", False),
        ("370", "3700", False),
        ("370", "370", False),
    ],
)
def test_a_slip_is_a_swap_of_neighbours_or_one_change_before_the_last(first, second, expected):
    assert is_slip_of_code(first, second) is expected
