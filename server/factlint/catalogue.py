"""The names and quotations of the sources, sorted so that what people begin to type finds them at once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from factlint.card import lines_of
from factlint.identity import LIKELY, fold, words_like
from factlint.kept import kept
from factlint.model import Evidence, Slot, evidence_of, mention_of
from factlint.prefixes import Prefixes, keys_of, plain
from factlint.values.name import Kind
from factlint.values.quote import Quotation, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factlint.index import Entity, Index
    from factlint.model import Fact, Statement
    from factlint.values.name import Name

# With fewer words something is set in quotation marks rather than quoted.
_LEAST_WORDS = 3
# Fewer letters are near to too many words.
_LEAST_LETTERS = 3
# How many letters more than were typed a word may begin with to begin nearly so.
_MOST_LONGER = 2
# What a quotation ends with because of the sentence around it.
_ENDS = ",;:—–- "


class Known(Struct, frozen=True, eq=False):
    """A name of the sources, with how many of them speak of it and how often."""

    entity: Entity
    sources: int
    mentions: int


class Quoted(Struct, frozen=True, eq=False):
    """Words that sources quote: as the first one has them, who says them, and where the sources quote them."""

    text: str
    speaker: Entity | None
    evidence: tuple[Evidence, ...]
    sources: int


Entry: TypeAlias = Known | Quoted


class Catalogue(Struct, frozen=True, eq=False, dict=True):
    """What the sources of an index name and quote, best known first."""

    index: Index

    @cached_property
    def names(self) -> tuple[Known, ...]:
        """The people, bodies and places of the sources, and other names: not what only begins a sentence."""
        known = (
            Known(entity, len({fact.statement.document for fact in entity.names}), len(entity.names))
            for entity in self.index.entities
            if self._is_name(entity)
        )
        return tuple(sorted(known, key=lambda one: (-one.sources, -one.mentions, str(one.entity.forms[0]))))

    @cached_property
    def quotations(self) -> tuple[Quoted, ...]:
        """What the sources quote, each text once."""
        facts: dict[tuple[str, ...], list[Fact]] = {}
        for fact in self.index.facts(Slot.QUOTATION):
            value = fact.statement.value
            assert isinstance(value, Quotation)
            words = tuple(word.folded for part in value.parts for word in part)
            if len(words) >= _LEAST_WORDS:
                facts.setdefault(words, []).append(fact)
        return tuple(sorted(map(self._quoted, facts.values()), key=lambda one: -one.sources))

    def names_with(self, word: str) -> frozenset[int]:
        """The numbers of the names with a word that begins so, in any case and without the marks on letters."""
        return self.names_beginning({plain(word)})

    def names_beginning(self, keys: Iterable[str]) -> frozenset[int]:
        """The numbers of the names with a word that begins as one of the keys."""
        return frozenset(number for key in keys for number in self._name_words.starting(key))

    def beginnings_like(self, word: str) -> frozenset[str]:
        """What words of names begin with that is nearly `word`, in another romanization or by a slip."""
        key = plain(fold(word))
        if not self.names or len(key) < _LEAST_LETTERS:
            return frozenset()
        lexicon, words = self.names[0].entity.lexicon, self._name_words
        lengths = range(max(_LEAST_LETTERS, len(key) - 1), len(key) + _MOST_LONGER + 1)
        return frozenset(
            other for length in lengths for other in words_like(key, words.beginnings(length), LIKELY, lexicon)
        )

    def quotations_with(self, word: str) -> frozenset[int]:
        """The numbers of the quotations with a word that begins so."""
        return self._quoted_words.starting(plain(word))

    def is_plain(self, word: str) -> bool:
        """True where a word that the sources, or the language, write small begins so."""
        return self._plain_words.has(plain(word))

    def is_plain_word(self, word: str) -> bool:
        """True for a word that the sources, or the language, write small."""
        return self._plain_words.has_whole(plain(word))

    def is_name_word(self, word: str) -> bool:
        """True where a name has just this word."""
        return plain(word) in self._whole_words

    def search(self, query: str, most: int) -> tuple[Entry, ...]:
        """The best known names and quotations that have every word of a query, which may be begun or nearly so spelled.

        Spellings that are near count only where no word begins so; without a query, all count.
        """
        words = query.split()
        names = self._all_of([self._names_for(word) for word in words], len(self.names))
        quotations = self._all_of([self.quotations_with(word) for word in words], len(self.quotations))
        found: list[Entry] = [self.names[number] for number in names]
        found += (self.quotations[number] for number in quotations)
        return tuple(sorted(found, key=_rank)[:most])

    def known_as(self, name: str) -> Known | None:
        """The name of the sources that is called so in full."""
        return self._by_name.get(name)

    def quoted_as(self, text: str) -> Quoted | None:
        """The quotation with this text."""
        return next((quoted for quoted in self.quotations if quoted.text == text), None)

    def office_of(self, known: Known) -> str:
        """The office, else the rank, that most sources give to the bearer of a name; empty without one."""
        if known not in self._offices:
            entity = known.entity
            lines = lines_of(entity.of(Slot.OFFICE)) or lines_of(entity.of(Slot.RANK))
            self._offices[known] = lines[0].text if lines else ""
        return self._offices[known]

    def _quoted(self, facts: list[Fact]) -> Quoted:
        name = next((fact.statement.speaker for fact in facts if fact.statement.speaker), None)
        speaker = self.index.entity_named(name) if name else None
        sources = len({fact.statement.document for fact in facts})
        return Quoted(quoted_text(facts[0].statement), speaker, evidence_of(facts), sources)

    @staticmethod
    def _all_of(choices: list[frozenset[int]], number: int) -> Iterable[int]:
        return sorted(frozenset.intersection(*choices)) if choices else range(number)

    def _names_for(self, word: str) -> frozenset[int]:
        return self.names_with(word) or self.names_beginning(self.beginnings_like(word))

    def _is_name(self, entity: Entity) -> bool:
        """False for what only the start of a sentence makes a name, or of which the sources' words are no names."""
        if all(mention_of(fact).is_weak for fact in entity.names):
            return False
        words = {word for form in entity.forms for word in form.words}
        return entity.kind is not Kind.UNKNOWN or not all(word.casefold() in self.index.plain_words for word in words)

    @cached_property
    def _by_name(self) -> Mapping[str, Known]:
        # Of two with one name the better known one counts.
        return {str(known.entity.name): known for known in reversed(self.names)}

    @cached_property
    def _offices(self) -> dict[Known, str]:
        return {}

    @cached_property
    def _name_words(self) -> Prefixes:
        return Prefixes((key, number) for key, number in self._keys())

    @cached_property
    def _whole_words(self) -> frozenset[str]:
        return frozenset(key for key, _ in self._keys())

    def _keys(self) -> Iterator[tuple[str, int]]:
        for number, known in enumerate(self.names):
            for word in {word for form in known.entity.forms for word in form.words}:
                yield from ((key, number) for key in keys_of(word))

    @cached_property
    def _quoted_words(self) -> Prefixes:
        return Prefixes(
            (plain(word.folded), number)
            for number, quoted in enumerate(self.quotations)
            for word in words_of(quoted.text)
        )

    @cached_property
    def _plain_words(self) -> Prefixes:
        lexicon = next((entity.lexicon for entity in self.index.entities), None)
        of_language = lexicon.common_words | lexicon.function_words if lexicon else frozenset()
        return Prefixes((plain(word), 0) for word in (*self.index.plain_words, *of_language))


@kept
def catalogue(index: Index) -> Catalogue:
    """The catalogue of an index, made once."""
    return Catalogue(index)


def quoted_text(statement: Statement) -> str:
    """The prose of a quotation as another text would quote it: without the comma that leads out of it."""
    return statement.document.prose(statement.span).rstrip(_ENDS)


def passage_of(known: Known) -> Evidence:
    """Where the sources tell best who a name is: its whole name with an office, a rank or a description beside it."""
    return evidence_of([max(known.entity.names, key=lambda fact: _tells(fact, known.entity.name))])[0]


def _tells(fact: Fact, name: Name) -> tuple[bool, bool, bool]:
    mention = mention_of(fact)
    is_introduced = mention.is_titled or bool(mention.introduction or mention.description)
    return mention.name.words == name.words, fact.statement.is_held, is_introduced


def _rank(entry: Entry) -> tuple[int, bool, int]:
    is_quoted = isinstance(entry, Quoted)
    return -entry.sources, is_quoted, 0 if isinstance(entry, Quoted) else -entry.mentions
