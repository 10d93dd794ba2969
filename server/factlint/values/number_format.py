"""Numbers written in the manner of another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from factlint.values.number import Quantity

_FIGURES = regex.compile(r"\d[\d,]*(?:\.\d+)?")


def written_like(mine: Quantity, theirs: Quantity) -> str:
    """The number of `theirs` written as `mine` is."""
    found, right = _FIGURES.search(mine.text), _FIGURES.search(theirs.text)
    if found is None:
        return theirs.text
    if right is None or mine.factor != theirs.factor:
        return _figures(theirs.base.value / mine.factor, mine.text)
    return mine.text[: found.start()] + right.group() + theirs.text[right.end() :]


def _figures(value: Fraction, _: str) -> str:
    return f"{float(value):,.6g}"
