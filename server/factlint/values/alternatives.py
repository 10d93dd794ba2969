"""One pattern for many words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from factlint.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

_JOINT = compiled(r"[\s-]+")


def any_of(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first; of nothing, a pattern that never matches.

    Compounds that share their ends are written once ("(twenty|thirty)-(one|two)"): that compiles many times faster.
    """
    rests: dict[str, set[str]] = {}
    for word in sorted(set(words)):
        first, *rest = _JOINT.split(word, maxsplit=1)
        rests.setdefault(first, set()).update(rest or [""])
    firsts: dict[frozenset[str], list[str]] = {}
    for first, ends in rests.items():
        if ends - {""}:
            firsts.setdefault(frozenset(ends - {""}), []).append(first)
    single = [first for first, ends in rests.items() if "" in ends]
    compounds = [rf"(?:{_listed(starts)})[\s~-]+(?:{any_of(ends)})" for ends, starts in firsts.items()]
    return "|".join([*compounds, *filter(None, [_listed(single)])]) or "(?!)"


def _listed(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word if word.isalnum() else regex.escape(word) for word in ordered)
