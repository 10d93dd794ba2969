"""Scores of matches, contests and votes: what either side has, game by game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURES = compiled(r"\d+")


class Score(Struct, frozen=True):
    """A score as written: what the side named first and the other one have, in each game; `stage` says of what it is.

    `text` is written in figures where `is_written` is false, in words ("two goals to one") where it is true.
    """

    text: str
    games: tuple[tuple[int, int], ...]
    stage: str = ""
    is_written: bool = False


def same_score(first: Score, second: Score) -> bool:
    """True where the games of one are games of the other, whichever side is named first."""
    mine, theirs = [sorted(game) for game in first.games], [sorted(game) for game in second.games]
    return _is_run(mine, theirs) or _is_run(theirs, mine)


def _is_run(some: Sequence[object], all_of_them: Sequence[object]) -> bool:
    rest = iter(all_of_them)
    return all(game in rest for game in some)


def score_written_like(mine: Score, theirs: Score) -> str:
    """A score with the marks of another one and the same side first; in its own words where the two differ in form."""
    if mine.is_written or theirs.is_written or len(mine.games) != len(theirs.games):
        return theirs.text
    turned = _lead(mine) * _lead(theirs) < 0
    figures = [str(each) for game in theirs.games for each in (reversed(game) if turned else game)]
    if len(_FIGURES.findall(mine.text)) != len(figures):
        return theirs.text
    rest = iter(figures)
    return _FIGURES.sub(lambda _: next(rest), mine.text)


def _lead(score: Score) -> int:
    """More than 0 where the side named first has the greater part of the games' points, less where the other has."""
    return sum((one > other) - (one < other) for one, other in score.games)
