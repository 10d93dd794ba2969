"""What the sources say, ready to be asked; read-only once built."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from math import log
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from factlint.extract.relation import stem
from factlint.identity import LIKELY, are_in_two_scripts, essential, fold, likeness, surname, words_like
from factlint.kept import kept
from factlint.merging import grouped, key_of, merged
from factlint.model import Fact, Mention, Slot, Stance, mention_of
from factlint.running_text import RunningText, running_text
from factlint.same_names import SameNames
from factlint.timeline import Timeline
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.text import Document

_Key = TypeVar("_Key", bound="Hashable")


class Usage(Struct, frozen=True):
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


class Entity(Struct, frozen=True, eq=False, dict=True):
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
    def full_name(self) -> Name:
        """The name to introduce it by: of those with several words the one that most sources use, else its name."""
        full = [form for form in self.forms if len(form.words) > 1]
        return max(full, key=lambda form: (self._form_weight[form], len(form.words)), default=self.name)

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

    def is_like(self, other: Entity) -> bool:
        """True for one of which the same sources say the same under the same names."""
        mine, theirs = (self.forms, self.names, self.facts), (other.forms, other.names, other.facts)
        return mine == theirs and self.lexicon is other.lexicon

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


class Index(Struct, frozen=True, eq=False, dict=True):
    """The accounts of all sources and the entities that they speak of."""

    accounts: tuple[Account, ...]
    entities: tuple[Entity, ...]
    same_names: SameNames | None = None

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
        scans = chain.from_iterable(account.scans for account in self.accounts)
        return Counter(chain.from_iterable(scanned.plain_words for scanned in scans))

    @cached_property
    def timeline(self) -> Timeline:
        """When the sources were written."""
        return Timeline(self.accounts, self.entities)

    def texts_with(self, words: Sequence[str], missing: int = 0) -> Iterator[RunningText]:
        """The sources, each as one run of words, that may have all but so many of these folded ones."""
        rarest = sorted(words, key=lambda word: len(self.sources_by_word.get(word, ())))[: missing + 1]
        places = sorted({place for word in rarest for place in self.sources_by_word.get(word, ())})
        texts = (running_text(self.accounts[place]) for place in places)
        return (text for text in texts if sum(word in text.vocabulary for word in words) >= len(words) - missing)

    @cached_property
    def sources_by_word(self) -> Mapping[str, Sequence[int]]:
        """Which sources have a folded word, by their numbers."""
        return _places(running_text(account).vocabulary for account in self.accounts)

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
        return self.uncommon.get(word, 0.0)

    @cached_property
    def uncommon(self) -> Mapping[str, float]:
        """The same for every word that the sources have."""
        counts, names = self._sentence_counts, self._name_stems
        most = log(1 + counts.total())
        shares = {word: 1 - log(count) / most for word, count in counts.items()}
        return {word: share if word in names or not word[0].islower() else share / 2 for word, share in shares.items()}

    @cached_property
    def _name_stems(self) -> frozenset[str]:
        return frozenset(stem(word, entities[0].lexicon.language) for word, entities in self.by_word.items())

    @cached_property
    def _sentence_counts(self) -> Counter[str]:
        return Counter(chain.from_iterable(map(_stems_by_sentence, self.accounts)))

    @cached_property
    def source_counts(self) -> Mapping[str, int]:
        """How many sources have a stem."""
        return Counter(chain.from_iterable(set(_stems_by_sentence(account)) for account in self.accounts))

    @cached_property
    def _by_slot(self) -> Mapping[Slot, tuple[Fact, ...]]:
        told = list(map(_facts, self.accounts))
        return {slot: tuple(chain.from_iterable(facts[slot] for facts in told)) for slot in Slot}

    def named(self, name: Name) -> tuple[Entity, ...]:
        """The entities that a name, so written, may stand for: one of its forms, or its surname alone."""
        words = key_of(name)
        places = set(self._by_form.get(words, ()))
        if self.entities and len(essential(words, self.entities[0].lexicon)) == 1:
            bearers = self._by_surname.get(words[-1], ())
            places.update(place for place in bearers if all(word in self.entities[place].usages for word in words))
        found = (self.entities[place] for place in sorted(places))
        return tuple(entity for entity in found if words[-1] in entity.usages)

    @cached_property
    def _by_form(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        return _places((key_of(form) for form in entity.forms) for entity in self.entities)

    @cached_property
    def _by_surname(self) -> Mapping[str, Sequence[int]]:
        return _places(entity.surnames for entity in self.entities)


def _places(keys: Iterable[Iterable[_Key]]) -> Mapping[_Key, Sequence[int]]:
    """Where in a sequence each key is found."""
    found: dict[_Key, list[int]] = defaultdict(list)
    for place, ones in enumerate(keys):
        for key in ones:
            found[key].append(place)
    return found


def _stems_by_sentence(account: Account) -> Iterator[str]:
    """The stems in each sentence of a source, one sentence after the other."""
    return chain.from_iterable(stems for scanned in account.scans for stems in scanned.stems)


def build(accounts: Iterable[Account], before: Index | None = None) -> Index:
    """An index of what the given sources say; what `before` has of the same accounts is not worked out again."""
    sources = tuple(accounts)
    if not sources:
        return Index((), ())
    lexicon = sources[0].lexicon
    about = _by_subject(fact for account in sources for fact in _held_facts(account))
    names = [fact for account in sources for fact in _name_facts(account)]
    same_names = before.same_names if before else None
    if same_names is None or same_names.lexicon is not lexicon:
        same_names = SameNames(lexicon)
    known = {entity.names[0]: entity for entity in before.entities} if before else {}
    entities = []
    for group in merged(grouped(names), about, same_names):
        entity = Entity(
            tuple(group),
            tuple(fact for form in group for fact in group[form]),
            tuple(dict.fromkeys(fact for form in group for fact in about.get(key_of(form), ()))),
            lexicon,
        )
        old = known.get(entity.names[0])
        entities.append(old if old is not None and old.is_like(entity) else entity)
    return Index(sources, tuple(entities), same_names)


@kept
def _name_facts(account: Account) -> tuple[Fact, ...]:
    """The names that a source uses as names."""
    return tuple(
        Fact(statement)
        for statement in account.about(Slot.NAME)
        if statement.stance is not Stance.CORRECTED and not _is_doubtful(statement.value, account)
    )


@kept
def _facts(account: Account) -> Mapping[Slot, tuple[Fact, ...]]:
    """What a source holds to be right, by its slots."""
    return {slot: tuple(Fact(statement) for statement in account.about(slot) if statement.is_held) for slot in Slot}


@kept
def _held_facts(account: Account) -> tuple[Fact, ...]:
    """What a source says of who holds which office, rank, title or age."""
    return tuple(
        Fact(statement)
        for statement in account.statements
        if statement.slot in (Slot.OFFICE, Slot.RANK, Slot.TITLE, Slot.AGE) and statement.is_held
    )


def _is_doubtful(value: object, account: Account) -> bool:
    """True for a name that only the start of a sentence makes one, of a word that the source also writes small."""
    return (
        isinstance(value, Mention)
        and value.is_weak
        and all(word.casefold() in account.plain_words for word in value.name.words)
    )


def _by_subject(facts: Iterable[Fact]) -> Mapping[tuple[str, ...], Sequence[Fact]]:
    found: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        for name in fact.statement.subject[:1]:
            found[key_of(name)].append(fact)
    return found
