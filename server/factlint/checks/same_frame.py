"""A statement that the sources make of another name: "held talks in X", "at the request of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.comparable import are_comparable, kind_of_both
from factlint.checks.same_surroundings import is_amid_same_words, is_of_same
from factlint.overlap import NEAREST, shared
from factlint.sentences import Named, Sentence, Telling, is_there, sentences_with, tellings_without
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.index import Index
    from factlint.lexicon import Lexicon

# The part of what the draft's sentence tells that the source's must tell: of a name that no source has, of others,
# and of names that only say which of a kind.
_SHARE, _HALF, _MOST = 0.4, 0.5, 0.75


def rival_in_statement(named: Named, sentence: Sentence, index: Index) -> Named | None:
    """The name that the sources have where the draft has another."""
    found = tellings_without(sentence, named.stems, index)
    most = max((telling.overlap.weight for telling in found), default=0.0)
    for telling in found:
        is_likest = telling.overlap.weight >= NEAREST * most
        is_alike = is_likest and telling.overlap.is_familiar and telling.overlap.share >= _SHARE
        if is_alike and not named.key <= telling.sentence.stems_around:
            named_in = _named_in(telling)
            for other in telling.sentence.names:
                # Most names are there too, which is seen at once.
                is_apart = not is_there(other, named, sentence.told - named.key) and not is_there(
                    named, other, named_in
                )
                if is_apart and _is_rival(named, sentence, other, telling, index):
                    return other
    return None


def _is_rival(named: Named, sentence: Sentence, other: Named, telling: Telling, index: Index) -> bool:
    return (
        _have_one_holder(named, other)
        and are_comparable(named, other, index, sentence.account.lexicon)
        and is_of_same(named, sentence, telling.sentence)
        and not _are_tied(named, other, sentence, index)
        and _is_in_place_of(named, sentence, other, telling, index)
    )


def _have_one_holder(mine: Named, theirs: Named) -> bool:
    """True where neither name stands right behind another, or both behind the same."""
    first, second = (named.holder.words if named.holder else () for named in (mine, theirs))
    return first == second and (not first or (mine.frame.link.isalpha() and theirs.frame.link.isalpha()))


def _named_in(telling: Telling) -> frozenset[str]:
    """The stems of the names of a source's sentence, and of those beside it unless it tells most of the draft's."""
    if telling.overlap.is_same and telling.overlap.share >= _MOST:
        return frozenset().union(*(named.stems for named in telling.sentence.names))
    return telling.sentence.named_around


def _is_in_place_of(mine: Named, sentence: Sentence, theirs: Named, telling: Telling, index: Index) -> bool:
    """True where both depend on the same word in the same way, or are what is left over behind the same small word.

    Where the sources know the draft's name too, the sentences must tell the same in half of their words. Names before
    one noun, but for places, may be of two things of a kind ("the X mission") unless nearly all the words are the same.
    """
    about, lexicon = sentence.stems - mine.stems, sentence.account.lexicon
    is_close = telling.overlap.is_same and telling.overlap.share >= _HALF
    is_owner = kind_of_both(mine, theirs, index, lexicon) is Kind.PLACE or telling.overlap.share >= _MOST
    if _stand_alike(mine, theirs, is_owner=is_owner) and (is_close or not sentences_with(mine.key, index)):
        return not _is_told_so(mine, about, telling, index)
    links = _links_like(mine.frame.link, lexicon)
    is_left_over = _left_over(sentence, telling.sentence, links) == [mine] and _left_over(
        telling.sentence, sentence, links
    ) == [theirs]
    is_listed = any(mine in names for names in sentence.lists)
    is_amid = is_amid_same_words(mine, sentence, theirs, telling.sentence)
    return is_close and is_left_over and is_amid and not is_listed and not _is_told_of(mine, about, index)


def _stand_alike(mine: Named, theirs: Named, *, is_owner: bool) -> bool:
    """True where both depend on one word in the same way, or, for owners, one word depends on both."""
    # A comma may only part the names of a list.
    is_beside = mine.holder is not None and theirs.holder is not None and mine.frame.link == theirs.frame.link
    is_tied = is_beside or mine.frame.is_governed_like(theirs.frame)
    return is_tied or (is_owner and mine.frame.is_owner_like(theirs.frame))


def _links_like(link: str, lexicon: Lexicon) -> frozenset[str]:
    """The small words that tell the same of a name: of those that say where something is, all."""
    locatives = lexicon.grammar["locatives"]
    return locatives if link in locatives else frozenset({link}) & lexicon.grammar["prepositions"]


def _left_over(own: Sentence, other: Sentence, links: frozenset[str]) -> list[Named]:
    """The names behind such small words that the other sentence does not have."""
    behind = (each for each in own.names if each.frame.link in links and not each.frame.head)
    return [each for each in behind if not each.key & other.stems]


def _are_tied(mine: Named, theirs: Named, sentence: Sentence, index: Index) -> bool:
    """True for two bodies that a sentence of the sources names together: one may be a part of the other."""
    is_place = kind_of_both(mine, theirs, index, sentence.account.lexicon) is Kind.PLACE
    return not is_place and bool(sentences_with(mine.key | theirs.key, index))


def _is_told_so(named: Named, about: frozenset[str], telling: Telling, index: Index) -> bool:
    """True where a sentence of the sources with the draft's name tells about as much of the same, or ties it alike."""
    for sentence in sentences_with(named.key, index):
        overlap = shared((about & sentence.stems) - named.stems, index)
        if overlap.weight >= NEAREST * telling.overlap.weight:
            return True
        if any(_may_be_tied_alike(named, other, sentence) for other in sentence.names if named.key <= other.stems):
            return True
    return False


def _may_be_tied_alike(mine: Named, theirs: Named, sentence: Sentence) -> bool:
    """True where a source's sentence has the draft's name behind the same small word, and what that belongs to."""
    is_governed = theirs.frame.link == mine.frame.link and mine.frame.governor in sentence.stems
    return is_governed or mine.frame.is_owner_like(theirs.frame)


def _is_told_of(named: Named, about: frozenset[str], index: Index) -> bool:
    """True where a sentence of the sources with the draft's name has anything telling in common with the draft's."""
    found = sentences_with(named.key, index)
    return any(shared((about & sentence.stems) - named.stems, index).is_related for sentence in found)
