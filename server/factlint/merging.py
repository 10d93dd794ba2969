"""Which names of the sources are names of one person, body or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.identity import fold, surname
from factlint.model import Fact
from factlint.values.name import Kind, Name
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from factlint.same_names import SameNames
    from factlint.text import Document

# The full names of a group as they are written, each with the facts that have it; facts by the folded words of a name.
Group = dict[Name, list[Fact]]
Facts = Mapping[tuple[str, ...], Sequence[Fact]]


@lru_cache(maxsize=1 << 17)
def key_of(name: Name) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(map(fold, name.words))


def grouped(names: Iterable[Fact]) -> list[Group]:
    """Facts by the full name that their document gives, folded; each group maps its written full forms to facts."""
    groups: dict[tuple[str, ...], Group] = {}
    for fact in names:
        full = fact.statement.subject[0]
        group = groups.setdefault(key_of(full), {})
        group.setdefault(full, []).append(fact)
    return list(groups.values())


def merged(groups: Sequence[Group], about: Facts, same: SameNames) -> list[Group]:
    """Groups that are one person under several full names or spellings, put together; then bare surnames to theirs.

    Only groups that share a word are compared; `about` says who of them holds which offices.
    """
    found: list[Group] = []
    bearers = _Bearers(same)
    for group in sorted(filter(_is_full, groups), key=lambda g: -len(next(iter(g)).words)):
        bearer = _Bearer(dict(group), about, same)
        one = next(filter(bearer.is_one_with, bearers.near(bearer)), None)
        if one is None:
            found.append(bearer.group)
        else:
            one.take(bearer)
        bearers.put(bearer, one or bearer)
    for group in groups:
        if _is_full(group):
            continue
        word = key_of(next(iter(group)))[-1]
        known = bearers.with_surname(word)
        if len(known) == 1 and _may_be_person(group):
            known[0].group.update(group)
        else:
            found.append(dict(group))
    return found


def _is_full(group: Group) -> bool:
    return any(len(form.words) > 1 for form in group)


def _may_be_person(group: Group) -> bool:
    return all(form.kind in (Kind.PERSON, Kind.UNKNOWN) for form in group)


class _Bearer(Struct, eq=False, dict=True):
    """One person, body or place with its names so far, and what is asked of them over and over."""

    group: Group
    about: Facts
    same: SameNames

    @cached_property
    def words(self) -> dict[str, None]:
        """The folded words of the names that it began with."""
        return dict.fromkeys(word for form in self.group for word in key_of(form))

    @cached_property
    def may_be_person(self) -> bool:
        """True where nothing shows it to be a body or a place."""
        return _may_be_person(self.group)

    @cached_property
    def documents(self) -> set[Document]:
        """The sources that name it."""
        return {fact.statement.document for facts in self.group.values() for fact in facts}

    @cached_property
    def offices(self) -> list[Office]:
        """What it holds."""
        values = (fact.statement.value for form in self.group for fact in self.about.get(key_of(form), ()))
        return [value for value in values if isinstance(value, Office)]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The folded words that stand for it alone."""
        return frozenset(surname(form.words, self.same.lexicon) for form in self.group)

    def take(self, other: _Bearer) -> None:
        """Puts the names of another with its own."""
        self.documents.update(other.documents)
        self.offices.extend(other.offices)
        self.group.update(other.group)

    def is_one_with(self, other: _Bearer) -> bool:
        """True where some of the names of both are one person's, and no source tells the two apart."""
        same = [
            (mine, theirs)
            for mine in self.group
            for theirs in other.group
            if self.same.are_one(mine.words, theirs.words)
        ]
        if any(_is_spelled_alike(mine, theirs) for mine, theirs in same):
            return True
        # One source that writes both, or gives them other offices, speaks of two people.
        is_apart = not self.documents.isdisjoint(other.documents) or _are_apart(self.offices, other.offices)
        return bool(same) and not is_apart


class _Bearers:
    """Who has been found so far, by the words and by the names that they have."""

    def __init__(self, same: SameNames) -> None:
        self._same = same
        self._by_word: dict[str, dict[_Bearer, None]] = defaultdict(dict)
        self._of_several: dict[str, dict[_Bearer, None]] = defaultdict(dict)
        self._by_name: dict[tuple[str, ...], list[_Bearer]] = defaultdict(list)

    def put(self, new: _Bearer, home: _Bearer) -> None:
        """Puts whoever is new under its own words and names, as `home`."""
        for word in new.words:
            self._by_word[word][home] = None
        for form in new.group:
            self._by_name[form.words].append(home)
        if home is not new:
            for word in home.words | new.words:
                self._of_several[word][home] = None

    def near(self, new: _Bearer) -> Iterable[_Bearer]:
        """Those that share a word with somebody new and may be the same, in the order of the words and of the text."""
        if not new.may_be_person:
            return ()
        names = (words for form in new.group for words in self._same.like(form.words))
        likely = {home for words in names for home in self._by_name.get(words, ())}
        likely |= {home for word in new.words for home in self._of_several.get(word, ())}
        likely = {home for home in likely if home.may_be_person}
        if len(likely) <= 1:
            return likely
        return dict.fromkeys(home for word in new.words for home in self._by_word[word] if home in likely)

    def with_surname(self, word: str) -> list[_Bearer]:
        """Those with a word for a surname."""
        return [home for home in self._by_word.get(word, ()) if word in home.surnames]


def _is_spelled_alike(mine: Name, theirs: Name) -> bool:
    short, long = sorted((set(key_of(mine)), set(key_of(theirs))), key=len)
    return short <= long


def _are_apart(mine: Sequence[Office], theirs: Sequence[Office]) -> bool:
    """True for two people of nearly one name: both have offices, and none in common."""
    return bool(mine and theirs) and not any(agree(a, b) for a in mine for b in theirs)
