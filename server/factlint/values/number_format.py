"""Numbers written in the manner of another: words for words, figures with its separators, its signs and short forms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.patterns import compiled
from factlint.values.number import Bound
from factlint.values.quantity import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.values.quantity import Quantity

_FIGURES = compiled(r"\d[\d,]*(?:\.\d+)?")
_LEAST_PARTED, _TENS = 1000, 10


def written_like(mine: Quantity, theirs: Quantity, cardinals: Mapping[str, int]) -> str:
    """The number of `theirs` as `mine` is written, in the unit of `mine`; `cardinals` are words with their values."""
    is_figures = any(mark.isdigit() for mark in mine.text)
    if mine.kind is Kind.CLOCK or (mine.kind is Kind.ORDINAL and is_figures) or theirs.number.bound is Bound.VAGUE:
        return theirs.text
    found, right = _FIGURES.search(mine.text), _FIGURES.search(theirs.text)
    value = theirs.base.value / mine.factor - mine.offset
    if found is None:
        words = _spelled(value, cardinals)
        return _capital_like(words, mine.text) if words else theirs.text
    front, behind = mine.text[: found.start()], mine.text[found.end() :]
    if right is None or mine.factor != theirs.factor:
        return front + _figures(value, found.group()) + behind
    is_one_scale = _scale(mine, found.group()) == _scale(theirs, right.group())
    return front + _parted(right.group(), found.group()) + (behind if is_one_scale else theirs.text[right.end() :])


def _scale(quantity: Quantity, figures: str) -> Fraction:
    """How many times as much a number is as its figures alone."""
    alone = Fraction(figures.replace(",", ""))
    return quantity.number.value / alone if alone else alone


def _parted(figures: str, manner: str) -> str:
    """Figures with commas between thousands, or without, as in figures that show the manner, else as they are."""
    whole, point, rest = figures.replace(",", "").partition(".")
    shows = "," in manner or int(manner.replace(",", "").partition(".")[0]) >= _LEAST_PARTED
    has_commas = "," in (manner if shows else figures)
    return (f"{int(whole):,}" if has_commas else whole) + point + rest


def _figures(value: Fraction, manner: str) -> str:
    """A value in figures of about as many digits as a source gives."""
    rounded = f"{float(value):.3g}" if value < _LEAST_PARTED else str(round(float(value)))
    return _parted(rounded, manner)


def _spelled(value: Fraction, cardinals: Mapping[str, int]) -> str:
    """A whole number below a hundred in words; empty for any other."""
    names = {number: word for word, number in sorted(cardinals.items(), reverse=True)}
    if value.denominator != 1:
        return ""
    whole = int(value)
    tens, units = whole // _TENS * _TENS, whole % _TENS
    return names.get(whole) or (f"{names[tens]}-{names[units]}" if tens in names and units in names else "")


def _capital_like(words: str, manner: str) -> str:
    return words[:1].upper() + words[1:] if manner[:1].isupper() else words
