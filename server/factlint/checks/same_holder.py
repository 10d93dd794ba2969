"""Where something lies or whose it is, told right beside its name: "the Fisk Stadium in X", "the X movement A"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.comparable import are_comparable, is_demonym, is_wide, kind_of_both
from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.sentences import Named, Sentence, is_there, sentences_with
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.values.name import Name


def rival_of_holder(named: Named, sentence: Sentence, index: Index) -> Named | None:
    """The one place that all sources put beside the name which the draft puts another beside."""
    lexicon, holder = sentence.account.lexicon, named.holder
    if holder is None or any(named in names for names in sentence.lists):
        return None
    if (named.frame.head and not is_demonym(named, lexicon)) or not _is_thing(named, holder, index, lexicon):
        return None
    stems, found = _stems(holder, lexicon), []
    for told in sentences_with(stems, index):
        for other in told.names:
            is_beside = other.holder is not None and stems <= _stems(other.holder, lexicon)
            if is_beside and are_comparable(named, other, index, lexicon):
                if is_there(named, other, told.named_around):
                    return None
                found.append(other)
    is_one = len({other.key for other in found}) == 1
    if not is_one or is_there(found[0], named, sentence.told - named.key):
        return None
    return found[0] if kind_of_both(named, found[0], index, lexicon) is Kind.PLACE else None


def _is_thing(named: Named, holder: Name, index: Index, lexicon: Lexicon) -> bool:
    """True where the name that another stands beside is a place's or body's: a town before its state, for one.

    A demonym may tell of anything but a person.

    People are at many places, and events in another one each year.
    """
    if holder.kind is not Kind.UNKNOWN:
        return holder.kind is not Kind.PERSON
    if named.frame.link == "," and is_wide(named, lexicon):
        return not named.is_possessive
    known = index.named(holder)
    return is_demonym(named, lexicon) and bool(known) and all(entity.kind is not Kind.PERSON for entity in known)


def _stems(name: Name, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(stem(fold(word), lexicon.language) for word in name.words)
