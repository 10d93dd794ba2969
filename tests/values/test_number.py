"""Numbers: what they may stand for, and what a slip makes of them."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from factlint.values.number import Bound, Number, agrees, grain_of
from factlint.values.number_format import written_like
from factlint.values.number_words import number_words
from factlint.values.quantity import Kind, Quantity, Slip, slip

_LEXICON = Path(__file__).parents[2] / "rules" / "lexicon" / "en"
ENGLISH = number_words(
    {name: tomllib.loads((_LEXICON / f"{name}.toml").read_text(encoding="utf-8")) for name in ("numbers", "units")}
)


def number(text, bound=Bound.NONE):
    read = ENGLISH.read(text.split())
    return Number(read.value, grain_of(read.value, read.decimals, read.scale), bound)


def quantity(text, kind=Kind.COUNT, unit=""):
    factor = ENGLISH.units[unit].factor if unit else Fraction(1)
    return Quantity(text, number(text.strip("$%").casefold()), kind, "thing", factor, unit)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty three", 23),
        ("two hundred and five men", 205),
        ("a dozen eggs", 12),
        ("2.5 million people", 2_500_000),
        ("1,187", 1187),
        ("three quarters of", 75),
        ("half a", None),
        ("a man", None),
        ("1.9.3", None),
    ],
)
def test_figures_and_words_are_read(words, value):
    read = ENGLISH.read(words.split())
    assert (None if read is None else read.value) == value


def test_an_article_before_an_ordinal_is_no_fraction_unless_of_something():
    assert ENGLISH.read(["a", "third", "of"]).is_share
    assert ENGLISH.read(["a", "third", "man"]) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (number("1,187"), number("1,200")),
        (number("1,187"), number("1,200", Bound.ABOUT)),
        (number("23"), number("20", Bound.ABOUT)),
        (number("874"), number("800", Bound.OVER)),
        (number("874", Bound.OVER), number("800", Bound.OVER)),
        (number("22"), number("25", Bound.UNDER)),
        (number("14.6"), number("15")),
        (number("13,512,345"), number("13.5 million")),
    ],
)
def test_rounded_and_bounded_numbers_agree(first, second):
    assert agrees(first, second)
    assert agrees(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (number("22"), number("23")),
        (number("874", Bound.OVER), number("847", Bound.OVER)),
        (number("0.22"), number("2.2")),
        (number("13.5 million", Bound.ABOUT), number("11.5 million")),
        (number("874"), number("900", Bound.OVER)),
    ],
)
def test_other_numbers_do_not_agree(first, second):
    assert not agrees(first, second)
    assert not agrees(second, first)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (quantity("847"), quantity("874"), Slip.SWAP),
        (quantity("23"), quantity("32"), Slip.SHORT_SWAP),
        (quantity("$5 billion", Kind.MONEY), quantity("$5 million", Kind.MONEY), Slip.SCALE),
        (quantity("2.2"), quantity("0.22"), Slip.SCALE),
        (quantity("4,000"), quantity("40,000"), Slip.SHORT_SCALE),
        (quantity("16", Kind.MEASURE, "miles"), quantity("16", Kind.MEASURE, "km"), Slip.UNIT),
        (quantity("46.1"), quantity("641"), None),
        (quantity("21"), quantity("19"), None),
    ],
)
def test_slips_are_told_apart(mine, theirs, expected):
    assert slip(mine, theirs) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "written"),
    [
        (quantity("5,352"), quantity("5532"), "5,532"),
        (quantity("$64 billion", Kind.MONEY), quantity("$64 million", Kind.MONEY), "$64 million"),
        (quantity("Forty seven"), quantity("74"), "Seventy-four"),
        (quantity("43%"), quantity("34"), "34%"),
        (quantity("40", Kind.MEASURE, "km"), quantity("16", Kind.MEASURE, "miles"), "25.7"),
    ],
)
def test_the_right_number_is_written_in_the_drafts_manner(mine, theirs, written):
    assert written_like(mine, theirs, ENGLISH.cardinals) == written
