"""Where a source has a name letter by letter, by itself and not as a part of a longer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.identity import fold
from factlint.model import Evidence
from factlint.patterns import compiled
from factlint.values.quote import words_of

if TYPE_CHECKING:
    from factlint.case import Case
    from factlint.lexicon import Lexicon
    from factlint.running_text import Passage
    from factlint.values.name import Name

_BEFORE = compiled(r"(\p{Lu}[\p{L}'’.-]*)[ \u00a0]$")
_BEHIND = compiled(r"^[ \u00a0](\p{Lu}[\p{L}'’-]*)")
# How far a neighbour may reach, in code points.
_REACH = 40


def spelled_so(name: Name, case: Case) -> tuple[Evidence, ...]:
    """The first passage of each source that has the name as the draft spells it, standing alone.

    A given name by itself is anybody's.
    """
    part, lexicon = words_of(" ".join(name.words)), case.draft.lexicon
    if len(name.words) == 1 and fold(name.words[0]) in lexicon.given_names:
        return ()
    found = []
    for text in case.index.texts_with([word.folded for word in part]):
        passages = (passage for passage in text.find_all(part) if _is_name(passage, name, lexicon))
        first = next(passages, None)
        if first is not None:
            found.append(Evidence(text.document, first.span_of(range(len(first.words)))))
    return tuple(found)


def _is_name(passage: Passage, name: Name, lexicon: Lexicon) -> bool:
    """True where the words have the capitals of the name, and no neighbour makes them part of another."""
    span, text = passage.span_of(range(len(passage.words))), passage.document.text
    if passage.document.is_left_out(span) or span.of(text).split() != list(name.words):
        return False
    before = _BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    behind = _BEHIND.search(text[span.end : span.end + _REACH])
    return not (before and not _is_small(before[1], lexicon)) and not (behind and not _is_head(behind[1], lexicon))


def _is_small(word: str, lexicon: Lexicon) -> bool:
    """True for a word that begins a sentence before a name: "The", "In"."""
    return fold(word) in lexicon.function_words


def _is_head(word: str, lexicon: Lexicon) -> bool:
    """True for a word that only says what kind of thing is named: "Heights", "Ltd"."""
    folded = fold(word)
    return folded in lexicon.place_heads or folded in lexicon.organisation_heads or folded in lexicon.legal_forms
