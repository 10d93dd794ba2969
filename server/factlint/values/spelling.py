"""How alike two words of names are by their sounds and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, Hamming, Indel

from factlint.values.romanization import distance, reading

if TYPE_CHECKING:
    from factlint.values.romanization import Romanization

# The scale of `word_similarity`; what is certainly below LEAST is not reckoned out.
SURE = 0.9
SLIPPED = 0.85
LIKELY = 0.8
LEAST = 0.4
_SWAPPED = 0.88
_ARTICLE = 0.04
_LIGHTEST = 0.2


def words_alike(x: str, y: str, table: Romanization) -> float:
    """How alike two folded words are, or 0 where that is below LEAST, as few letters in common foretell."""
    if x == y:
        return 1.0
    if Indel.normalized_similarity(x, y) < LEAST:
        return _bare_alike(x, y, table, LEAST)
    return measured(x, y, table, LEAST)


def words_reach(x: str, y: str, table: Romanization, least: float) -> bool:
    """True where two folded words are at least so alike, more than LEAST."""
    if x == y:
        return True
    if Indel.normalized_similarity(x, y) < LEAST:
        return _bare_alike(x, y, table, LEAST) >= least
    # Of words with hyphens the poorest part counts as much as the whole, and is alike by 1 at most.
    return measured(x, y, table, 2 * least - 1 if "-" in x else least) >= least


def measured(x: str, y: str, table: Romanization, least: float) -> float:
    """How alike two different folded words are that have many letters in common, or some number below `least`."""
    score = sounds_alike(x, y, table, least)
    if score < SURE:
        score = max(score, _bare_alike(x, y, table, least), _slip(x, y, table))
    return (score + _poorest_part(x, y, table)) / 2 if "-" in x and x.count("-") == y.count("-") else score


def sounds_alike(x: str, y: str, table: Romanization, least: float) -> float:
    """How alike two words sound, or some number below `least`."""
    # In one order, since below `least` another order might give another number.
    if y < x:
        x, y = y, x
    read_x, read_y = reading(x, table), reading(y, table)
    whole = max(_LIGHTEST, (read_x.weight + read_y.weight) / 2 + _allowance(max(len(x), len(y))))
    apart = distance(read_x, read_y, table, (1 - least) * whole)
    return 1 - apart / whole if apart < whole else 0.0


def _poorest_part(x: str, y: str, table: Romanization) -> float:
    """How alike the least alike parts of two hyphenated words are (Jong-un, Jong-il)."""
    return min(words_alike(one, other, table) for one, other in zip(x.split("-"), y.split("-"), strict=True))


def _bare_alike(x: str, y: str, table: Romanization, least: float) -> float:
    """How alike two words are without the article that only one of them has; 0 for others."""
    article_x, article_y = table.article.match(x), table.article.match(y)
    if (article_x is None) == (article_y is None):
        return 0.0
    if article_x:
        x = x[article_x.end() :]
    if article_y:
        y = y[article_y.end() :]
    if Indel.normalized_similarity(x, y) < LEAST:
        return 0.0
    return sounds_alike(x, y, table, least) - _ARTICLE


def _allowance(length: int) -> float:
    """What the longer word's length adds to the weight that a difference is a share of: short ones forgive less."""
    return -0.5 if length <= 4 else 0.8 if length >= 7 else 0.5 * (length - 5)


def _slip(x: str, y: str, table: Romanization) -> float:
    """How sure it is that a finger slipped: one letter swapped, missing, too many or hit beside the right key."""
    longer = len(x) - len(y)
    if x[0] != y[0] or not -1 <= longer <= 1 or min(len(x), len(y)) < 5 or OSA.distance(x, y, score_cutoff=1) > 1:
        return 0.0
    if longer:
        return SLIPPED if min(len(x), len(y)) >= 7 else 0.0
    if Hamming.distance(x, y) == 2:
        return _SWAPPED
    one, other = next((one, other) for one, other in zip(x, y, strict=True) if one != other)
    return SLIPPED if (one, other) in table.neighbours else 0.0
