"""Numbers with what they count or measure, and the slips that make one of another."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from factlint.values.number import Bound, Number, agrees


class Slip(StrEnum):
    """How a slip of the pen makes one number of another."""

    SCALE = "scale"
    UNIT = "unit"
    SWAP = "swap"
    SHORT_SWAP = "short swap"
    SHORT_SCALE = "short scale"


class Kind(StrEnum):
    """What a number says of what it stands beside."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    ORDINAL = "ordinal"
    CLOCK = "clock"
    PLAIN = "plain"


class Joint(StrEnum):
    """What two numbers make of each other that one phrase joins."""

    # From low to high ("40 to 60"), from one to the other in either sense ("rose from 40 to 60"), one by the other.
    RANGE = "range"
    COURSE = "course"
    SIZE = "size"


class Joined(Struct, frozen=True):
    """The other number of a phrase that joins two: `base` is in the base unit, `is_first` where it stands first.

    `text` is that number as written.
    """

    base: Number
    text: str
    joint: Joint
    is_first: bool


class Quantity(Struct, frozen=True):
    """A number with what it counts or measures.

    `of` is a dimension, a currency, or the stem of the noun counted, empty for a plain number; `factor` leads from the
    written unit to the dimension's base, once `offset` is added. `modifiers` are the stems between number and noun,
    `near` those of the words that stand closest, `around` those of a wider part of a very long sentence. `text` is the
    number as written, `unit` what is written behind it, `variety` what stands before a currency's sign ("J$") or the
    zone of a time of day; `is_compound` where `text` is of several units ("3 hours and 5 minutes"),
    `is_difference` where it says by how much something is more or less than something else ("three more than").
    `joined` is the other end of a range ("between 40 and 60"), the other side of a size ("67 kilometers by 73").
    """

    text: str
    number: Number
    kind: Kind
    of: str = ""
    factor: Fraction = Fraction(1)
    unit: str = ""
    modifiers: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    variety: str = ""
    offset: Fraction = Fraction(0)
    is_compound: bool = False
    is_difference: bool = False
    joined: Joined | None = None

    @property
    def is_part(self) -> bool:
        """True for a part in words ("two thirds"), taken for hundredths."""
        return self.of == "share" and not self.unit

    @property
    def base(self) -> Number:
        """The number in the base unit of its dimension."""
        if self.factor == 1 and not self.offset:
            return self.number
        return replace(self.number, value=self.number.value + self.offset).times(self.factor)


# By what part a number may differ that has been converted to another unit.
_CONVERTED = Fraction(1, 50)
# The fewest digits of which it is no chance that two numbers have the same.
_FEW, _SEVERAL = 2, 3
# From here on a number is no chance either, however round.
_MANY = 20
# Numbers whose words sound alike: "thirteen" and "thirty".
_TEENS = {10 + unit: 10 * unit for unit in range(3, 10)}
_TEENS |= {tens: teen for teen, tens in _TEENS.items()}
_NEXT_SCALE = frozenset({Fraction(1000), Fraction(1, 1000)})


def slip(first: Quantity, second: Quantity) -> Slip | None:
    """The slip that would turn one number into the other, where one would: of unit, scale or digits."""
    one, other = first.number.value, second.number.value
    if not one or not other or first.is_part or second.is_part:
        return None
    mine, theirs = _digits(one), _digits(other)
    if one.denominator == other.denominator == 1 and _TEENS.get(one.numerator) == other.numerator:
        return Slip.SHORT_SWAP
    if first.factor != second.factor and first.kind is second.kind:
        return Slip.UNIT if one == other and len(mine) >= _FEW else None
    if mine == theirs:
        is_scale_word = one / other in _NEXT_SCALE and first.kind is Kind.MONEY
        return Slip.SCALE if is_scale_word or len(mine) >= _FEW else Slip.SHORT_SCALE
    if len(mine) != len(theirs) or sorted(mine) != sorted(theirs) or not Fraction(1, 10) < one / other < 10:
        return None
    return Slip.SWAP if len(mine) >= _SEVERAL else Slip.SHORT_SWAP


def slip_keys(quantity: Quantity) -> tuple[str, ...]:
    """What the digits of numbers have in common that a slip may have made of each other; the first is its own."""
    value = quantity.number.value
    other = _TEENS.get(value.numerator) if value.denominator == 1 else None
    return tuple("".join(sorted(_digits(Fraction(each)))) for each in (value, other) if each is not None)


# Bounds that leave one side open, and how many times as much a number may be that they are said of.
_OPEN, _FARTHEST = frozenset({Bound.OVER, Bound.UNDER}), 2

# A time of day without "am" or "pm" may be of either half of the day; what "about" allows either way. In minutes.
_HALF_DAY, _FIRST_OF_KNOWN_HALF, _LEEWAY = 720, 780, 30


def are_of_one_thing(first: Quantity, second: Quantity) -> bool:
    """True where two quantities are of one unit, currency or noun; a currency may go without its variety."""
    is_one_variety = first.variety == second.variety or not (first.variety and second.variety)
    return first.kind is second.kind and first.of == second.of and is_one_variety


def same(first: Quantity, second: Quantity) -> bool:
    """True where two quantities of one kind may be the same, rounded, bounded or in other units."""
    if first.kind is second.kind is Kind.CLOCK:
        return _minutes_apart(first, second) <= (_LEEWAY if first.number.bound or second.number.bound else 0)
    if first.kind is not second.kind:
        return agrees(first.number, second.number)
    return agrees(first.base, second.base) or _is_narrower(first, second) or _is_narrower(second, first)


def is_end(first: Number, second: Number) -> bool:
    """True for one end of a range in two texts: given as it is, however round, or in another unit."""
    return abs(first.value - second.value) <= _CONVERTED * max(first.value, second.value)


def _is_narrower(first: Quantity, second: Quantity) -> bool:
    """True where a number, or a range with it, lies between the ends of the range that another one ends."""
    other = second.joined
    if other is None or other.joint is not Joint.RANGE:
        return False
    low, high = sorted((second.base.value, other.base.value))
    mine = first.joined
    if mine is None:
        return low <= first.base.value <= high
    is_one_end = any(is_end(one, end) for one in (first.base, mine.base) for end in (second.base, other.base))
    return not is_one_end and all(low <= end.value <= high for end in (first.base, mine.base))


def bears_out(theirs: Quantity, mine: Quantity) -> bool:
    """True where one number says what another does: as exactly or more so, and of the same kind of thing.

    "1,187 people" bears out "about 1,200 people" and "more than 1,000"; "more than 33" bears out no 48, and "220 miles"
    no 220 people. A number without a unit or noun, as in a table, does where they have several figures in common.
    """
    if mine.kind is theirs.kind is Kind.CLOCK:
        return same(mine, theirs)
    if not _may_be_of_one_thing(theirs, mine):
        return False
    one, other = (mine.base, theirs.base) if mine.kind is theirs.kind else (mine.number, theirs.number)
    if one.bound in _OPEN and not one.value / _FARTHEST <= other.value <= one.value * _FARTHEST:
        return False
    # What "about" and its like allow holds of one thing; a more exact number than a rough one is not told by it.
    if other.bound is not Bound.NONE or not are_of_one_thing(mine, theirs):
        one = replace(one, bound=Bound.NONE)
    low, high = one.ends()
    return low <= other.value <= high


def _may_be_of_one_thing(theirs: Quantity, mine: Quantity) -> bool:
    """True unless both say what they are of and it is not one thing, as far as their figures leave that open.

    What one text counts the other may call otherwise, or leave unsaid: figures that are no chance tell that it is one.
    """
    if are_of_one_thing(mine, theirs) or mine.of in theirs.near | theirs.modifiers or theirs.of in mine.near:
        return True
    kinds = {mine.kind, theirs.kind}
    is_telling = digits(mine.number.value) >= _FEW or mine.number.value >= _MANY
    if Kind.PLAIN in kinds or kinds == {Kind.COUNT}:
        return is_telling
    return kinds == {Kind.COUNT, Kind.ORDINAL} and mine.of == theirs.of


def _minutes_apart(first: Quantity, second: Quantity) -> Fraction:
    apart = abs(first.number.value - second.number.value)
    if _is_of_known_half(first) and _is_of_known_half(second):
        return apart
    return min(apart % _HALF_DAY, -apart % _HALF_DAY)


def _is_of_known_half(clock: Quantity) -> bool:
    return bool(clock.unit) or clock.number.value >= _FIRST_OF_KNOWN_HALF


def digits(value: Fraction) -> int:
    """How many digits a number has without the zeros at either end."""
    return len(_digits(value))


def _digits(value: Fraction) -> str:
    """The digits of a number without the zeros at either end."""
    return f"{float(value):.6f}".replace(".", "").strip("0")
