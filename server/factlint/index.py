"""What the sources say, ready to be asked; read-only once built."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from factlint.extract.relation import stem
from factlint.identity import LIKELY, are_in_two_scripts, essential, fold, is_same_person, likeness, surname, words_like
from factlint.model import Fact, Mention, Slot, Stance, mention_of
from factlint.running_text import RunningText
from factlint.timeline import Timeline
from factlint.values.name import Kind, Name
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.text import Document

# How many names of drafts are remembered with whom they may stand for.
_MOST_NAMES = 4096


class Usage(NamedTuple):
    """How the sources use one spelling of a word: as they write it most, where, how often."""

    written: str
    documents: frozenset[Document]
    mentions: int
    facts: tuple[Fact, ...]

    @property
    def weight(self) -> tuple[int, bool, int]:
        """What makes a spelling dominant: the number of sources, then marks on its letters, then mentions.

        Of as many sources those that write the marks are the more careful ones.
        """
        return len(self.documents), not self.written.isascii(), self.mentions


@dataclass(frozen=True, eq=False)
class Entity:
    """A person, body or place of the sources: every name fact that is about it, and every other fact."""

    forms: tuple[Name, ...]
    names: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    lexicon: Lexicon

    @cached_property
    def kind(self) -> Kind:
        """What the sources' names for it are mostly names of; who holds an office or rank is a person."""
        kinds = Counter(mention_of(fact).name.kind for fact in self.names)
        known = [(count, kind) for kind, count in kinds.items() if kind is not Kind.UNKNOWN]
        if not known:
            return Kind.PERSON if self.facts else Kind.UNKNOWN
        return max(known)[1]

    @cached_property
    def name(self) -> Name:
        """The name to call it by: of its longest forms the one that most sources use."""
        return max(self.forms, key=lambda form: (self._form_weight[form], len(form.words)))

    @cached_property
    def _form_weight(self) -> Mapping[Name, tuple[int, int]]:
        weights = {}
        for form in self.forms:
            facts = [fact for fact in self.names if mention_of(fact).name.words == form.words]
            weights[form] = (len({fact.statement.document for fact in facts}), len(facts))
        return weights

    @cached_property
    def usages(self) -> Mapping[str, Usage]:
        """Every word of its names, folded, with its use."""
        facts: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
        for fact in self.names:
            for word in mention_of(fact).name.words:
                facts[fold(word)].append((word, fact))
        return {
            word: Usage(
                _usual([written for written, _ in uses]),
                frozenset(fact.statement.document for _, fact in uses),
                len(uses),
                tuple(fact for _, fact in uses),
            )
            for word, uses in facts.items()
        }

    def spellings(self, word: str) -> tuple[Usage, ...]:
        """The spellings of a folded word of its names, dominant first.

        They are variants of each other that never stand in one name together.
        """
        rivals = [
            usage
            for other, usage in self.usages.items()
            if other == word or (self._are_variants(word, other) and not self._stand_together(word, other))
        ]
        return tuple(sorted(rivals, key=lambda usage: usage.weight, reverse=True))

    def _are_variants(self, first: str, second: str) -> bool:
        return likeness(first, second, self.lexicon) >= LIKELY and not are_in_two_scripts(first, second)

    def _stand_together(self, first: str, second: str) -> bool:
        return any({first, second} <= {fold(word) for word in form.words} for form in self.forms)

    def of(self, slot: Slot) -> tuple[Fact, ...]:
        """The facts about it with the given slot."""
        return tuple(fact for fact in self.facts if fact.statement.slot is slot)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The folded words that stand for it alone: surnames, without Jr and the like."""
        return frozenset(surname(form.words, self.lexicon) for form in self.forms)


def _usual(written: Sequence[str]) -> str:
    """The commonest way to write a word; capitals throughout only where it is never written otherwise."""
    plain = [form for form in written if not form.isupper()]
    return Counter(plain or written).most_common(1)[0][0]


@dataclass(frozen=True, eq=False)
class Index:
    """The accounts of all sources and the entities that they speak of."""

    accounts: tuple[Account, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def by_word(self) -> Mapping[str, tuple[Entity, ...]]:
        """Entities by each folded word of their names."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            for word in entity.usages:
                found[word].append(entity)
        return {word: tuple(entities) for word, entities in found.items()}

    def entity_named(self, name: Name) -> Entity | None:
        """The entity that has a full name, so written, among its forms."""
        return next((entity for entity in self.by_word.get(fold(name.words[-1]), ()) if name in entity.forms), None)

    def account_of(self, document: Document) -> Account:
        """What one of the sources says."""
        return self._by_document[document]

    @cached_property
    def _by_document(self) -> Mapping[Document, Account]:
        return {account.document: account for account in self.accounts}

    def words_like(self, word: str, least: float, lexicon: Lexicon) -> tuple[str, ...]:
        """The other folded words of names whose likeness to `word` is at least `least`."""
        return words_like(word, self._words, least, lexicon)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(self.by_word)

    @cached_property
    def plain_words(self) -> Counter[str]:
        """The words that sources write in lower case."""
        total: Counter[str] = Counter()
        for account in self.accounts:
            total.update(account.plain_words)
        return total

    @cached_property
    def timeline(self) -> Timeline:
        """When the sources were written."""
        return Timeline(self.accounts, self.entities)

    @cached_property
    def running_texts(self) -> tuple[RunningText, ...]:
        """Every source as one run of words."""
        return tuple(RunningText(account.document) for account in self.accounts)

    def facts(self, slot: Slot) -> tuple[Fact, ...]:
        """All facts with the given slot, source by source."""
        return self._by_slot.get(slot, ())

    @cached_property
    def _by_stem(self) -> Mapping[Slot, Mapping[str, list[int]]]:
        found: dict[Slot, dict[str, list[int]]] = {slot: defaultdict(list) for slot in Slot}
        for slot, places in found.items():
            for place, fact in enumerate(self.facts(slot)):
                for word in fact.statement.relation:
                    places[word].append(place)
        return found

    def stems_about(self, entity: Entity) -> tuple[frozenset[str], ...]:
        """What each sentence of the sources that names an entity is about."""
        if entity not in self._stems_about:
            said = (fact.statement for fact in entity.names)
            stems = (self.account_of(statement.document).stems_of(statement) for statement in said)
            self._stems_about[entity] = tuple(dict.fromkeys(stems))
        return self._stems_about[entity]

    @cached_property
    def _stems_about(self) -> dict[Entity, tuple[frozenset[str], ...]]:
        return {}

    def uncommonness(self, word: str) -> float:
        """How telling a stemmed word is among all sentences of the sources: at most 1.0, where one alone has it.

        A word that is no part of a name and no number tells half as much: any text may have it.
        """
        return self._uncommonness.get(word, 0.0)

    @cached_property
    def _uncommonness(self) -> Mapping[str, float]:
        counts, names = self._sentence_counts, self._name_stems
        most = log(1 + counts.total())
        shares = {word: 1 - log(count) / most for word, count in counts.items()}
        return {word: share if word in names or not word[0].islower() else share / 2 for word, share in shares.items()}

    @cached_property
    def _name_stems(self) -> frozenset[str]:
        return frozenset(stem(word, entities[0].lexicon.language) for word, entities in self.by_word.items())

    @cached_property
    def _sentence_counts(self) -> Counter[str]:
        return Counter(
            stem for account in self.accounts for scanned in account.scans for stems in scanned.stems for stem in stems
        )

    @cached_property
    def _by_slot(self) -> Mapping[Slot, tuple[Fact, ...]]:
        return {
            slot: tuple(
                Fact(statement) for account in self.accounts for statement in account.about(slot) if statement.is_held
            )
            for slot in Slot
        }

    def named(self, name: Name) -> tuple[Entity, ...]:
        """The entities that a name, so written, may stand for: one of its forms, or its surname alone."""
        return _named(self, tuple(fold(word) for word in name.words))


@lru_cache(maxsize=_MOST_NAMES)
def _named(index: Index, words: tuple[str, ...]) -> tuple[Entity, ...]:
    return tuple(entity for entity in index.by_word.get(words[-1], ()) if _answers_to(entity, words))


def _answers_to(entity: Entity, words: tuple[str, ...]) -> bool:
    if any(tuple(fold(word) for word in form.words) == words for form in entity.forms):
        return True
    is_lone = len(essential(words, entity.lexicon)) == 1
    return is_lone and words[-1] in entity.surnames and all(word in entity.usages for word in words)


def build(accounts: Iterable[Account]) -> Index:
    """An index of what the given sources say."""
    sources = tuple(accounts)
    names = [
        Fact(statement)
        for account in sources
        for statement in account.about(Slot.NAME)
        if statement.stance is not Stance.CORRECTED and not _is_doubtful(statement.value, account)
    ]
    others = [
        Fact(statement)
        for account in sources
        for statement in account.statements
        if statement.slot in (Slot.OFFICE, Slot.RANK, Slot.TITLE, Slot.AGE) and statement.is_held
    ]
    about = _by_subject(others)
    groups = _merged(_grouped(names), about, sources[0].lexicon) if sources else []
    return Index(
        sources,
        tuple(
            Entity(
                tuple(group),
                tuple(fact for form in group for fact in group[form]),
                tuple(dict.fromkeys(fact for form in group for fact in about.get(_key(form), ()))),
                sources[0].lexicon,
            )
            for group in groups
        ),
    )


def _is_doubtful(value: object, account: Account) -> bool:
    """True for a name that only the start of a sentence makes one, of a word that the source also writes small."""
    return (
        isinstance(value, Mention)
        and value.is_weak
        and all(word.casefold() in account.plain_words for word in value.name.words)
    )


_Group = dict[Name, list[Fact]]
_Facts = Mapping[tuple[str, ...], Sequence[Fact]]


def _key(name: Name) -> tuple[str, ...]:
    return tuple(fold(word) for word in name.words)


def _grouped(names: Iterable[Fact]) -> list[_Group]:
    """Facts by the full name that their document gives, folded; each group maps its written full forms to facts."""
    groups: dict[tuple[str, ...], _Group] = {}
    for fact in names:
        full = fact.statement.subject[0]
        group = groups.setdefault(_key(full), {})
        group.setdefault(full, []).append(fact)
    return list(groups.values())


def _merged(groups: Sequence[_Group], about: _Facts, lexicon: Lexicon) -> list[_Group]:
    """Groups that are one person under several full names or spellings, put together; then bare surnames to theirs.

    Only groups that share a word are compared; `about` says who of them holds which offices.
    """
    merged: list[_Group] = []
    by_word: dict[str, list[_Group]] = defaultdict(list)
    for group in sorted(filter(_is_full, groups), key=lambda g: -len(next(iter(g)).words)):
        words = dict.fromkeys(word for form in group for word in _key(form))
        near = {id(other): other for word in words for other in by_word[word]}
        home = next((other for other in near.values() if _is_one_person(group, other, about, lexicon)), None)
        if home is None:
            home = {}
            merged.append(home)
        home.update(group)
        for word in words:
            by_word[word].append(home)
    for group in groups:
        if _is_full(group):
            continue
        word = _key(next(iter(group)))[-1]
        homes = {
            id(other): other for other in by_word[word] if any(surname(form.words, lexicon) == word for form in other)
        }
        if len(homes) == 1 and _may_be_surname(group):
            next(iter(homes.values())).update(group)
        else:
            merged.append(dict(group))
    return merged


def _is_full(group: _Group) -> bool:
    return any(len(form.words) > 1 for form in group)


def _may_be_surname(group: _Group) -> bool:
    return all(form.kind in (Kind.PERSON, Kind.UNKNOWN) for form in group)


def _is_one_person(group: _Group, other: _Group, about: _Facts, lexicon: Lexicon) -> bool:
    if not (_may_be_surname(group) and _may_be_surname(other)):
        return False
    same = [(mine, theirs) for mine in group for theirs in other if is_same_person(mine.words, theirs.words, lexicon)]
    is_one_spelling = any(_is_spelled_alike(mine, theirs) for mine, theirs in same)
    # One source that writes both, or gives them other offices, speaks of two people.
    is_apart = _are_in_one_source(group, other) or _are_apart_in_office(group, other, about)
    return is_one_spelling or (bool(same) and not is_apart)


def _are_in_one_source(group: _Group, other: _Group) -> bool:
    mine, theirs = ({fact.statement.document for facts in each.values() for fact in facts} for each in (group, other))
    return not mine.isdisjoint(theirs)


def _is_spelled_alike(mine: Name, theirs: Name) -> bool:
    short, long = sorted((set(_key(mine)), set(_key(theirs))), key=len)
    return short <= long


def _are_apart_in_office(group: _Group, other: _Group, about: _Facts) -> bool:
    """True for two people of nearly one name: both have offices, and none in common."""
    mine, theirs = _offices(group, about), _offices(other, about)
    return bool(mine and theirs) and not any(agree(a, b) for a in mine for b in theirs)


def _offices(group: _Group, about: _Facts) -> list[Office]:
    values = (fact.statement.value for form in group for fact in about.get(_key(form), ()))
    return [value for value in values if isinstance(value, Office)]


def _by_subject(facts: Iterable[Fact]) -> _Facts:
    found: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        for name in fact.statement.subject[:1]:
            found[_key(name)].append(fact)
    return found
