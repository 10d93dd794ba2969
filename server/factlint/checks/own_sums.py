"""A number that other numbers of its sentence, or of the one before, do not make."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations, groupby, pairwise
from typing import TYPE_CHECKING

import regex
from msgspec import Struct
from msgspec.structs import replace

from factlint.case import Case, finding
from factlint.extract.counted_things import numbers_of
from factlint.extract.pieces import words_of
from factlint.model import Evidence, Finding, Stance
from factlint.patterns import compiled
from factlint.values.number import Bound, Number, agrees
from factlint.values.number_format import written_like
from factlint.values.quantity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.counted_things import Counted
    from factlint.lexicon import Lexicon
    from factlint.rule import Rule

_SHARE, _WHOLE = "share", 100
_MOST, _FRONT = 6, 3
_OF_WHAT = r"(?:[\s~]+[\p{L}’'-]+){0,3}?"
_LISTED = compiled(r"(?i)(?:[\s~]+\p{L}+){1,3}(?:,|,?[\s~]+and)[\s~]+")
_FIGURES = compiled(r"\d[\d,]*(?:\.\d+)?")
_POINTS = frozenset({"point", "percentag"})


class _Forms(Struct, frozen=True):
    """How a change is told: what stands before and between its numbers.

    "rose by 12 to 40 from 30" has `changed`, `bare_end` and `start`; "from 30 to 40, a rise of 12" has
    `start_before`, `end` and `step`.
    """

    changed: regex.Pattern[str]
    bare_end: regex.Pattern[str]
    start: regex.Pattern[str]
    start_before: regex.Pattern[str]
    end: regex.Pattern[str]
    step: regex.Pattern[str]


@lru_cache(maxsize=16)
def _change_forms(lexicon: Lexicon) -> _Forms:
    changes, steps, amounts, openers, starts, ends, blurs = (
        "|".join(map(regex.escape, sorted(_forms(lexicon, kind)))) or r"(?!)"
        for kind in ("changes", "steps", "amounts", "step_openers", "starts", "ends", "blurs")
    )
    blur = rf"(?:(?:{blurs})[\s~]+)?"
    return _Forms(
        changed=compiled(rf"(?i)(?<!\p{{L}})(?:{changes})(?:[\s~]+(?:{amounts}))?[\s~]+\Z"),
        bare_end=compiled(rf"(?i)[\s~]+(?:{ends})[\s~]+{blur}"),
        start=compiled(rf"(?i){_OF_WHAT},?[\s~]+(?:{starts}){_OF_WHAT}[\s~]+{blur}"),
        start_before=compiled(rf"(?i)(?<!\p{{L}})(?:{starts}){_OF_WHAT}[\s~]+\Z"),
        end=compiled(rf"(?i){_OF_WHAT}[\s~]+(?:{ends})[\s~]+{blur}"),
        step=compiled(rf"(?i){_OF_WHAT},[\s~]+(?:{openers})(?:[\s~]+(?:{steps}))?(?:[\s~]+(?:{amounts}))?[\s~]+"),
    )


class Fault(StrEnum):
    """How the right number is known."""

    SUM = "sum"


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Changes, totals, parts and remainders that are not what the numbers beside them make."""
    for _, group in groupby(numbers_of(case.draft), key=lambda one: one.number):
        numbers = list(group)
        if any(one.seen.stance in (Stance.CORRECTED, Stance.QUOTED) for one in numbers):
            continue
        sentences = [list(each) for _, each in groupby(numbers, key=lambda one: one.seen.sentence)]
        for beside in sentences:
            found = _change(beside) or _total(beside) or _remainder(beside)
            if found is not None:
                yield _told(case, rule, *found)
        for before, beside in pairwise(sentences):
            found = _part(before, beside)
            if found is not None:
                yield _told(case, rule, *found)


_Wrong = tuple["Counted", Number, "Sequence[Counted]"]


def _change(numbers: Sequence[Counted]) -> _Wrong | None:
    """ "rose by 12 to 40 from 30", "from 30 to 40, a rise of 12"."""
    for one, two, three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        text, here = one.scanned.tokens.text, one.seen.span.start
        first, second = _between(one, two), _between(two, three)
        forms = _change_forms(one.scanned.lexicon)
        if forms.changed.search(text[:here]) and forms.bare_end.fullmatch(first) and forms.start.fullmatch(second):
            step, last, start = one, two, three
        elif forms.start_before.search(text[:here]) and forms.end.fullmatch(first) and forms.step.fullmatch(second):
            start, last, step = one, two, three
        else:
            continue
        right = _step(start, last, step)
        if right is not None and not agrees(right, step.value.number):
            return step, right, (start, last)
    return None


def _step(start: Counted, last: Counted, step: Counted) -> Number | None:
    """What leads from one number to another, in hundredths where the step is in those; None where that is not sure."""
    units = {one.value.of for one in (start, last) if one.value.unit or one.value.kind is not Kind.MEASURE} - {""}
    numbers = [start.value.number, last.value.number]
    is_plain = all(number.bound in (Bound.NONE, Bound.ABOUT) and number.value > 0 for number in numbers)
    if (
        not (is_plain and _is_one_scale(start, last, step))
        or len(units) > 1
        or step.value.number.bound not in (Bound.NONE, Bound.ABOUT)
    ):
        return None
    (low, high), (less, more) = numbers[0].ends(), numbers[1].ends()
    if step.value.of == _SHARE:
        if _SHARE in units or low <= 0:
            return None
        ends = sorted([abs(less / high - 1) * _WHOLE, abs(more / low - 1) * _WHOLE])
        exact = abs(numbers[1].value / numbers[0].value - 1) * _WHOLE
    else:
        is_alike = not step.value.of or step.value.of in units or not units or step.value.of in _POINTS
        if not is_alike or (step.value.of in _POINTS and units != {_SHARE}):
            return None
        ends, exact = sorted([abs(less - high), abs(more - low)]), abs(numbers[1].value - numbers[0].value)
    return Number(exact, max(ends[1] - exact, exact - ends[0]) * 2)


def _is_one_scale(*numbers: Counted) -> bool:
    """True where all are amounts, and all measures of one unit or none a measure; a share goes with any."""
    amounts = [one.value for one in numbers if one.value.of != _SHARE]
    factors = {value.factor if value.kind is Kind.MEASURE else None for value in amounts}
    return len(factors) <= 1 and {value.kind for value in amounts}.isdisjoint({Kind.CLOCK, Kind.ORDINAL})


def _between(one: Counted, other: Counted) -> str:
    """The text behind one number's unit up to the next number."""
    text = one.scanned.tokens.text[one.seen.span.end : other.seen.span.start]
    unit = one.value.unit
    return text[len(text) - len(text.lstrip()) + len(unit) :] if unit and text.lstrip().startswith(unit) else text


def _total(numbers: Sequence[Counted]) -> _Wrong | None:
    """ "twelve boys and nine girls, 21 in all"."""
    *parts, total = numbers
    if not 2 <= len(parts) <= _MOST or any(one.value.kind is not Kind.COUNT or one.value.number.bound for one in parts):
        return None
    text = total.scanned.tokens.text
    behind = text[total.seen.span.end :]
    forms = "|".join(map(regex.escape, sorted(_forms(total.scanned.lexicon, "sums"))))
    lists = all(_LISTED.fullmatch(_between(a, b)) for a, b in pairwise(parts))
    is_total = compiled(rf"(?i)(?:[\s~]+\p{{L}}+)?[\s~]+(?:{forms})(?!\p{{L}})").match(behind) is not None
    is_total = is_total and total.scanned.tokens.text[: total.seen.span.start].rstrip()[-1:] in {",", "–", "—", "("}
    is_of_all = total.value.kind is Kind.PLAIN or {one.value.of for one in parts} == {total.value.of}
    if not (is_total and lists and is_of_all) or total.value.number.bound:
        return None
    number = Number(sum((one.value.number.value for one in parts), Fraction(0)))
    return None if number.value == total.value.number.value else (total, number, parts)


def _remainder(numbers: Sequence[Counted]) -> _Wrong | None:
    """ "60% said yes, 30% no, and the remaining 10% did not vote"."""
    shares = [one for one in numbers if one.value.of == _SHARE and one.value.unit]
    if not 2 <= len(shares) <= _MOST:
        return None
    *others, rest = shares
    is_rest = set(rest.before()) & _forms(rest.scanned.lexicon, "remainders")
    if not is_rest or "the" not in rest.before(2) or any(one.value.number.bound for one in shares):
        return None
    slack = sum((one.value.number.grain for one in shares), Fraction(0)) / 2
    some = chain.from_iterable(combinations(others, length) for length in range(1, len(others) + 1))
    sums = [sum((one.value.number.value for one in each), rest.value.number.value) for each in some]
    right = _WHOLE - sum((one.value.number.value for one in others), Fraction(0))
    if any(abs(each - _WHOLE) <= slack for each in sums) or right <= 0:
        return None
    return rest, Number(right), others


def _part(before: Sequence[Counted], beside: Sequence[Counted]) -> _Wrong | None:
    """The result of "Of 24 boats, half were lost. That makes 12", where that is wrong."""
    result = beside[0]
    if result.seen.sentence != before[0].seen.sentence + 1 or not _opens_result(result):
        return None
    parts = [one for one in before if one.value.of == _SHARE]
    wholes = [one for one in before if one not in parts and one.value.kind is not Kind.ORDINAL]
    halves = 0 if parts else _halves(before[0])
    if not _is_one_scale(*wholes, result) or len(wholes) != 1 or len(parts) + halves != 1 or result.value.of == _SHARE:
        return None
    share = Number(Fraction(_WHOLE, 2), Fraction(0)) if halves else parts[0].value.number
    whole = wholes[0].value
    if whole.number.bound not in (Bound.NONE, Bound.ABOUT) or share.bound not in (Bound.NONE, Bound.ABOUT):
        return None
    if Kind.MONEY in (whole.kind, result.value.kind) and whole.of != result.value.of:
        return None
    (low, high), (less, more) = whole.number.ends(), (share.value, share.value) if halves else share.ends()
    exact = whole.number.value * share.value / _WHOLE
    right = Number(exact, max(high * more / _WHOLE - exact, exact - low * less / _WHOLE) * 2)
    return None if agrees(right, result.value.number) else (result, right, wholes)


def _halves(one: Counted) -> int:
    """How often the sentence has the word for a half alone."""
    words = words_of(one.scanned.lexicon).fractions
    items = one.scanned.tokens.items
    return sum(words.get(items[n].folded) == 2 and items[n].folded != "halves" for n in one.sentence)


def _opens_result(one: Counted) -> bool:
    words = [token.folded for token in one.scanned.tokens.items[one.sentence.start : one.sentence.start + _FRONT]]
    forms = _forms(one.scanned.lexicon, "results")
    is_near = one.token - one.sentence.start <= _FRONT + 1
    return is_near and any(" ".join(words[:length]) in forms for length in range(1, _FRONT + 1))


def _forms(lexicon: Lexicon, kind: str) -> frozenset[str]:
    return frozenset(lexicon.tables.get("sums", {}).get(kind, ()))


def _told(case: Case, rule: Rule, wrong: Counted, number: Number, others: Sequence[Counted]) -> Finding:
    text = _rewritten(wrong, number.value, case.draft.lexicon)
    evidence = tuple(Evidence(case.draft.document, one.span) for one in others)
    return finding(rule, case, wrong.span, evidence, (text,) if text else (), Fault.SUM, number=text)


def _rewritten(wrong: Counted, value: Fraction, lexicon: Lexicon) -> str:
    """A value as the wrong one is written: of as many decimals, with its scale word, signs and commas."""
    text, figures = wrong.value.text, _FIGURES.search(wrong.value.text)
    if figures is None:
        right = replace(wrong.value, text=str(round(value)), number=Number(Fraction(round(value))))
        return written_like(wrong.value, right, words_of(lexicon).cardinals)
    decimals = len(figures.group().partition(".")[2])
    alone = Fraction(figures.group().replace(",", ""))
    scaled = value / (wrong.value.number.value / alone)
    right_figures = f"{float(scaled):,.{decimals}f}" if "," in figures.group() else f"{float(scaled):.{decimals}f}"
    return text[: figures.start()] + right_figures + text[figures.end() :]
