"""Identifiers: numbers and codes that tell one thing of a kind from the others ("Section 230", "RFC 9110")."""

from __future__ import annotations

from msgspec import Struct

# The fewest letters and digits of which one may have changed by a slip.
_SEVERAL = 3


class Identifier(Struct, frozen=True):
    """A number or code as written, `label` the stem of the word that says of what, and its letters and digits."""

    text: str
    label: str
    code: str


def is_slip_of_code(first: str, second: str) -> bool:
    """True where a swap of two neighbours, or one changed letter or digit, makes one code of the other.

    A change of the last one makes the next code of a row.
    """
    if len(first) != len(second):
        return False
    places = [number for number, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    if len(places) == 1:
        return len(first) >= _SEVERAL and places[0] < len(first) - 1
    if not places or places != [places[0], places[0] + 1]:
        return False
    return first[places[0]] == second[places[1]] and first[places[1]] == second[places[0]]


def is_short(code: str) -> bool:
    """True for a code so short that another one may have come in its place without a slip."""
    return len(code) <= _SEVERAL
