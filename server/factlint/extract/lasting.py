"""How long something has been, as a clause tells: "founded it a decade ago", "after a decade of exile"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.lengths import find_lengths
from factlint.extract.quotations import find_quoted
from factlint.extract.relation import stems_in
from factlint.extract.tense import may_be_past
from factlint.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.lengths import Stated
    from factlint.extract.scan import Scan

_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—"})
_OPENERS = frozenset({"that", "which", "who", "after", "and", "but", "when", "where", "as", "since", "before"})
_MOST, _DEED = 8, 3


class Lasting(Struct, frozen=True):
    """A length up to the time that its clause speaks of; `names` and `deeds` are the stems of what it is told of.

    `about` are the stems of the whole sentence.
    """

    stated: Stated
    names: frozenset[str]
    deeds: frozenset[str]
    about: frozenset[str]


def find_lasting(scanned: Scan) -> Iterator[Lasting]:
    """The lengths of a block that are told of a deed up to the time of the text."""
    tokens, quoted = scanned.tokens, None
    for stated in find_lengths(tokens.text, scanned.lexicon):
        if stated.tail not in ("", "ago"):
            continue
        quoted = quoted or [tokens.span(each.start, each.end) for each in find_quoted(tokens)]
        place = _clause(scanned, stated)
        sentence = tokens.sentence_of(tokens.at(stated.span.start))
        is_disowned = any(
            seen.stance in (Stance.CORRECTED, Stance.DENIED) and tokens.at(seen.span.start) in sentence
            for seen in scanned.sightings
        )
        if place is None or is_disowned or any(span.overlaps(stated.span) for span in quoted):
            continue
        capitals = [n for n in place if tokens.items[n].is_capital]
        names = frozenset().union(*(stems_in(tokens, scanned.lexicon, range(n, n + 1)) for n in capitals))
        deeds = stems_in(tokens, scanned.lexicon, place) - names
        if deeds:
            yield Lasting(stated, names, deeds, stems_in(tokens, scanned.lexicon, sentence))


def _clause(scanned: Scan, stated: Stated) -> range | None:
    """The tokens that tell the deed: before "ago", or what "of" leads to behind a length that follows "after"."""
    items = scanned.tokens.items
    first, behind = scanned.tokens.at(stated.span.start), scanned.tokens.at(stated.end)
    sentence = scanned.tokens.sentence_of(first)
    if stated.tail == "ago":
        start = first
        while start > sentence.start and first - start < _MOST and not _is_joint(items[start - 1].text):
            start -= 1
        is_deed = any(may_be_past(items[n].folded, scanned.lexicon) for n in range(start, first))
        return range(start, first) if is_deed else None
    is_after = first > sentence.start and items[first - 1].folded in ("after", "following")
    if not is_after or behind + 1 >= sentence.stop or items[behind].folded != "of":
        return None
    return range(behind + 1, min(behind + 1 + _DEED, sentence.stop))


def _is_joint(text: str) -> bool:
    return text in _BREAKS or text.casefold() in _OPENERS
