"""Which names of the sources are names of one person, body or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.identity import are_likely, essential, fold, is_same_person, surname
from factlint.model import Fact
from factlint.values.name import Kind, Name
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
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


def merged(groups: Sequence[Group], about: Facts, lexicon: Lexicon) -> list[Group]:
    """Groups that are one person under several full names or spellings, put together; then bare surnames to theirs.

    Only groups that share a word are compared; `about` says who of them holds which offices.
    """
    found: list[Group] = []
    by_word: dict[str, list[_Bearer]] = defaultdict(list)
    for group in sorted(filter(_is_full, groups), key=lambda g: -len(next(iter(g)).words)):
        bearer = _Bearer(dict(group), about, lexicon)
        others = (other for word in bearer.words for other in by_word[word] if other.may_be_person)
        near = dict.fromkeys(others) if bearer.may_be_person else {}
        one = next((other for other in near if bearer.is_one_with(other)), bearer)
        if one is bearer:
            found.append(bearer.group)
        else:
            one.take(bearer)
        for word in bearer.words:
            by_word[word].append(one)
    for group in groups:
        if _is_full(group):
            continue
        word = key_of(next(iter(group)))[-1]
        bearers = list(dict.fromkeys(bearer for bearer in by_word.get(word, ()) if word in bearer.surnames))
        if len(bearers) == 1 and _may_be_person(group):
            bearers[0].group.update(group)
        else:
            found.append(dict(group))
    return found


def _is_full(group: Group) -> bool:
    return any(len(form.words) > 1 for form in group)


def _may_be_person(group: Group) -> bool:
    return all(form.kind in (Kind.PERSON, Kind.UNKNOWN) for form in group)


@dataclass(eq=False)
class _Bearer:
    """One person, body or place with its names so far, and what is asked of them over and over."""

    group: Group
    about: Facts
    lexicon: Lexicon

    @cached_property
    def words(self) -> dict[str, None]:
        """The folded words of the names that it began with."""
        return dict.fromkeys(word for form in self.group for word in key_of(form))

    @cached_property
    def may_be_person(self) -> bool:
        return _may_be_person(self.group)

    @cached_property
    def documents(self) -> set[Document]:
        return {fact.statement.document for facts in self.group.values() for fact in facts}

    @cached_property
    def offices(self) -> list[Office]:
        values = (fact.statement.value for form in self.group for fact in self.about.get(key_of(form), ()))
        return [value for value in values if isinstance(value, Office)]

    @cached_property
    def forms(self) -> dict[Name, _Form]:
        """What is compared of each name."""
        return {form: _form(form, self.lexicon) for form in self.group}

    @cached_property
    def surnames(self) -> frozenset[str]:
        return frozenset(surname(form.words, self.lexicon) for form in self.group)

    def take(self, other: _Bearer) -> None:
        """Puts the names of another with its own."""
        self.group.update(other.group)
        self.documents.update(other.documents)
        self.offices.extend(other.offices)
        self.forms.update(other.forms)

    def is_one_with(self, other: _Bearer) -> bool:
        """True where some of the names of both are one person's, and no source tells the two apart."""
        # One source that writes both, or gives them other offices, speaks of two people.
        is_apart = not self.documents.isdisjoint(other.documents)
        is_same = False
        for mine, form in self.forms.items():
            for theirs, another in other.forms.items():
                if (is_apart and not form.is_spelled_like(another)) or not form.has_ends_like(another, self.lexicon):
                    continue
                if is_same_person(mine.words, theirs.words, self.lexicon):
                    if form.is_spelled_like(another):
                        return True
                    is_same = True
        return is_same and not _are_apart(self.offices, other.offices)


class _Form(NamedTuple):
    """The first and the last essential word of a name, and all of its words, folded."""

    first: str
    last: str
    words: frozenset[str]

    def is_spelled_like(self, other: _Form) -> bool:
        """True where all words of the shorter name are the other's too."""
        return self.words <= other.words or other.words <= self.words

    def has_ends_like(self, other: _Form, lexicon: Lexicon) -> bool:
        """True where names begin and end alike, without which no two names are one person's."""
        is_last = self.last == other.last or are_likely(self.last, other.last, lexicon)
        return is_last and (self.first == other.first or are_likely(self.first, other.first, lexicon))


def _form(name: Name, lexicon: Lexicon) -> _Form:
    numbers, words = essential(name.words, lexicon), key_of(name)
    return _Form(words[numbers[0]], words[numbers[-1]], frozenset(words))


def _are_apart(mine: Sequence[Office], theirs: Sequence[Office]) -> bool:
    """True for two people of nearly one name: both have offices, and none in common."""
    return bool(mine and theirs) and not any(agree(a, b) for a in mine for b in theirs)
