"""Who a name of the draft is in the sources, and in which words the draft writes it otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.extract.mentions import is_ordinary
from factlint.identity import CERTAIN, LIKELY, SURE, Pair, essential, fold, likeness, pairs_of, surname
from factlint.lexicon import Rank
from factlint.model import Mention, Statement
from factlint.values.name import Kind, Name
from factlint.values.office import Office, agree
from factlint.values.rank import agree as ranks_agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract import Account
    from factlint.index import Entity, Index
    from factlint.lexicon import Lexicon
    from factlint.text import Span

_LEAST_LETTERS, _LONG = 4, 6
# Names with at most this many characters between them are set side by side: "X, Y", "X and Y", "X (now: Y)".
_CLOSE_BY = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """A word of the draft's name, by number, that the sources write otherwise; `theirs` is the folded word there.

    `is_variant` is true for another spelling of the same word, false for another word in its place.
    """

    word: int
    theirs: str
    is_variant: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """The entity that a mention is about, and where the mention's words differ from every name of it."""

    entity: Entity
    differences: tuple[Difference, ...]


def identify(statement: Statement, draft: Account, index: Index) -> Identity | None:
    """The entity that a name of the draft stands for; None where the sources know nobody who must be meant.

    A full name decides for every shorter mention of it. A name with an unknown word is taken for a known one
    only where its other words, or an office, agree, or where the letters leave no doubt.
    """
    mention = statement.value
    assert isinstance(mention, Mention)
    full = statement.subject[0]
    words = mention.name.words
    exact = index.named(mention.name)
    if len(full.words) > len(words):
        whole = _of_full_name(full, statement, draft, index)
        if whole is None:
            return None
        return _for_shorter(whole, full, words)
    if exact and (len(words) == 1 or len(exact) == 1):
        return Identity(_most_written(exact), ())
    if len(words) > 1:
        return _of_full_name(full, statement, draft, index)
    return _of_single_word(mention, statement, draft, index)


def _most_written(entities: Sequence[Entity]) -> Entity:
    return max(entities, key=lambda entity: len(entity.names))


def _for_shorter(whole: Identity, full: Name, words: Sequence[str]) -> Identity:
    """The identity of a short form of a full name: the differences in the words that it has."""
    numbers = {fold(word): number for number, word in enumerate(words)}
    differences = tuple(
        Difference(numbers[fold(full.words[d.word])], d.theirs, d.is_variant)
        for d in whole.differences
        if fold(full.words[d.word]) in numbers
    )
    return Identity(whole.entity, differences)


def _of_full_name(full: Name, statement: Statement, draft: Account, index: Index) -> Identity | None:
    lexicon = draft.lexicon
    options = []
    for entity in _near(full.words, index, lexicon):
        for form in entity.forms:
            if len(form.words) < 2:
                continue
            pairs = pairs_of(full.words, form.words, lexicon)
            rating = _rate(full, form, pairs, entity, statement, draft)
            if rating is not None:
                options.append((rating, len(entity.names), entity, pairs, form))
    if not options:
        return None
    _, _, entity, pairs, form = max(options, key=lambda option: option[:2])
    return Identity(entity, tuple(_differences(full.words, form, pairs, entity)))


def _near(words: Sequence[str], index: Index, lexicon: Lexicon) -> tuple[Entity, ...]:
    """Entities with a word of the name, or one nearly like it."""
    found: dict[Entity, None] = {}
    for word in {fold(words[number]) for number in essential(words, lexicon)}:
        for entity in index.by_word.get(word, ()):
            found[entity] = None
        for entity, _ in _alike(word, index, lexicon, LIKELY):
            found[entity] = None
    return tuple(found)


def _alike(word: str, index: Index, lexicon: Lexicon, least: float) -> Iterator[tuple[Entity, str]]:
    """Entities with a word like `word`, and that word."""
    if len(word) < _LEAST_LETTERS:
        return
    for other in index.words_like(word, least, lexicon):
        if len(other) >= _LEAST_LETTERS:
            yield from ((entity, other) for entity in index.by_word[other])


def _rate(
    full: Name, form: Name, pairs: tuple[Pair, ...], entity: Entity, statement: Statement, draft: Account
) -> float | None:
    """How well a full name fits a form of an entity; None where it is somebody else's."""
    lexicon = draft.lexicon
    mine, theirs = essential(full.words, lexicon), essential(form.words, lexicon)
    if not pairs or len(mine) < 2 or len(theirs) < 2:
        return None
    last = pairs[-1]
    if (last.mine, last.theirs) != (mine[-1], theirs[-1]) or not last.is_variant:
        return None
    equal = sum(pair.is_equal for pair in pairs)
    variant = sum(pair.is_variant for pair in pairs)
    is_person = full.kind is Kind.PERSON and entity.kind is Kind.PERSON
    if not is_person and not all(
        pair.is_equal or _may_be_slip(full, form, pair, draft) for pair in pairs if pair.is_variant
    ):
        return None
    if full.kind in (Kind.ORGANISATION, Kind.PLACE) or entity.kind in (Kind.ORGANISATION, Kind.PLACE):
        is_one = len(mine) == len(theirs) == variant and equal == len(mine) - 1
        return float(variant) if is_one else None
    shorter = min(len(mine), len(theirs))
    begins_alike = (pairs[0].mine, pairs[0].theirs) == (mine[0], theirs[0])
    if variant == shorter and begins_alike and (equal or min(p.likeness for p in pairs) >= SURE):
        return float(equal + variant)
    is_same_but_one = len(mine) == len(theirs) > 2 and variant == len(mine) - 1 and equal >= len(mine) - 1
    if entity.kind is not Kind.PERSON:
        return None
    if is_same_but_one and all(len(full.words[n]) > 1 for n in mine):
        return float(variant)
    if last.is_equal and _has_office_of(entity, statement, draft):
        return float(variant)
    return None


def _may_be_slip(full: Name, form: Name, pair: Pair, draft: Account) -> bool:
    """True unless the draft's word is another word for sure: an ordinary one, a country's, a derived one."""
    lexicon, mine, theirs = draft.lexicon, fold(full.words[pair.mine]), fold(form.words[pair.theirs])
    is_known = (
        mine in lexicon.countries or mine in lexicon.demonyms or mine in lexicon.places or mine in lexicon.capitals
    )
    return not is_known and not is_ordinary(mine, lexicon) and not _is_derived(mine, theirs, lexicon)


def _has_office_of(entity: Entity, statement: Statement, draft: Account) -> bool:
    """True where the draft gives the name an office of the entity's, named by more than its head or with its rank."""
    mine = [other.value for other in draft.statements if other.subject[:1] == statement.subject[:1]]
    theirs = [fact.statement.value for fact in entity.facts]
    offices = [
        (one, other)
        for one in mine
        for other in theirs
        if isinstance(one, Office) and isinstance(other, Office) and agree(one, other)
    ]
    if any(_is_specific(one, other) for one, other in offices):
        return True
    has_rank = any(
        isinstance(one, Rank) and isinstance(other, Rank) and ranks_agree(one, other)
        for one in mine
        for other in theirs
    )
    return has_rank and any(one.head == other.head and one.head.sole for one, other in offices)


def _is_specific(one: Office, other: Office) -> bool:
    """True where the two share more than the head: the ministry, the body or the country."""
    return bool(one.portfolios & other.portfolios or one.body & other.body or (one.country and other.country))


def _differences(words: Sequence[str], form: Name, pairs: Sequence[Pair], entity: Entity) -> Iterator[Difference]:
    for pair in pairs:
        mine, theirs = fold(words[pair.mine]), fold(form.words[pair.theirs])
        is_initial = len(mine) == 1 or len(theirs) == 1
        if mine != theirs and mine not in entity.usages and not is_initial:
            yield Difference(pair.mine, theirs, pair.is_variant)


def _of_single_word(mention: Mention, statement: Statement, draft: Account, index: Index) -> Identity | None:
    lexicon, word = draft.lexicon, fold(mention.name.words[0])
    if len(word) < _LEAST_LETTERS or not _is_open(word, mention, draft, index) or is_contrasted(word, statement, draft):
        return None
    options = [
        (likeness(word, other, lexicon), len(entity.names), entity, other)
        for entity, other in _alike(word, index, lexicon, LIKELY)
        if likeness(word, other, lexicon) >= _least(mention, other, lexicon)
        and _may_be(entity, other, mention)
        and not _is_derived(word, other, lexicon)
    ]
    if not options:
        return None
    _, _, entity, other = max(options, key=lambda option: option[:2])
    return Identity(entity, (Difference(0, other, is_variant=True),))


def _least(mention: Mention, other: str, lexicon: Lexicon) -> float:
    """How alike a lone word must be to a word of the sources to be taken for it.

    A title says that a person is meant, and well-known places are few: a long word that is none of them but nearly one
    is that one. Otherwise the letters must leave no doubt.
    """
    is_place = len(other) >= _LONG and (other in lexicon.places or other in lexicon.countries)
    return LIKELY if (mention.is_titled and not mention.is_weak) or is_place else CERTAIN


def _is_open(word: str, mention: Mention, draft: Account, index: Index) -> bool:
    """True where the word could be a slip: no name of its own that sources, draft or general tables know."""
    lexicon = draft.lexicon
    if word in index.by_word or word in lexicon.countries or word in lexicon.demonyms or word in lexicon.places:
        return False
    if word in lexicon.capitals or is_ordinary(word, lexicon):
        return False
    if mention.is_weak and (word in draft.plain_words or word in index.plain_words):
        return False
    return mention.is_titled or word not in lexicon.given_names


def _may_be(entity: Entity, word: str, mention: Mention) -> bool:
    """True where a lone word can stand for the entity: as a person's surname, or as its whole name."""
    if any(surname(form.words, entity.lexicon) == word and len(form.words) > 1 for form in entity.forms):
        return entity.kind in (Kind.PERSON, Kind.UNKNOWN) and mention.name.kind is not Kind.ORGANISATION
    is_whole = any(len(form.words) == 1 and fold(form.words[0]) == word for form in entity.forms)
    return is_whole and not (mention.is_titled and entity.kind in (Kind.PLACE, Kind.ORGANISATION))


def _is_derived(first: str, second: str, lexicon: Lexicon) -> bool:
    """True where one word is the other with an ending: its plural, its people, its adjective."""
    short, long = sorted((first, second), key=len)
    stems = (short, short[:-1]) if len(short) > _LEAST_LETTERS else (short,)
    return len(long) > len(short) and any(
        long == stem + ending for stem in stems for ending in lexicon.grammar["name_endings"]
    )


def is_contrasted(word: str, statement: Statement, draft: Account) -> bool:
    """True where the draft sets a name nearly like `word` beside it: it tells the two apart, or lists spellings."""
    return any(
        word != (other := fold(written)) and likeness(word, other, draft.lexicon) >= LIKELY
        for beside in draft.beside(statement)
        if isinstance(beside.value, Mention) and _gap(beside.span, statement.span) <= _CLOSE_BY
        for written in beside.value.name.words
    )


def _gap(first: Span, second: Span) -> int:
    """How many characters of the file lie between two spans."""
    return max(first.start, second.start) - min(first.end, second.end)
