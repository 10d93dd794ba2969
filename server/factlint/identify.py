"""Who a name of the draft is in the sources, and in which words the draft writes it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from factlint.context import company, is_described_apart, is_told_apart
from factlint.full_name import Bearer, fit, fits_in_company, has_other_titles, is_derived, is_known
from factlint.identity import (
    CERTAIN,
    LIKELY,
    NEAR,
    Pair,
    are_forms_of_one,
    are_in_two_scripts,
    essential,
    fold,
    letters_alike,
    likeness,
    pairs_of,
    surname,
)
from factlint.model import Mention, Slot, Statement
from factlint.values.acronym import Expansion, is_slip, key_of
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set

    from factlint.extract.account import Account
    from factlint.index import Entity, Index
    from factlint.lexicon import Lexicon
    from factlint.text import Span

_LEAST_LETTERS, _LONG = 4, 6
# Names with at most this many characters between them are set side by side: "X, Y", "X and Y", "X (now: Y)".
_CLOSE_BY = 20


class Difference(Struct, frozen=True):
    """A word of the draft's name, by number, that the sources write otherwise; `theirs` is the folded word there.

    `is_variant` is true for another spelling of the same word, false for another word in its place.
    """

    word: int
    theirs: str
    is_variant: bool


class Identity(Struct, frozen=True):
    """The entity that a mention is about, and where the mention's words differ from every name of it."""

    entity: Entity
    differences: tuple[Difference, ...]


Wholes: TypeAlias = dict[Name, "Identity | None"]


def go_on() -> None:
    """Stands for what may end a piece of work, where nothing ends it."""


def identify_all(draft: Account, index: Index, heed: Callable[[], None] = go_on) -> Mapping[Span, Identity]:
    """Who the names of a draft are in the sources, by where they stand; unknown names are left out.

    `heed` is called before each name; what it raises ends the work.
    """
    wholes: Wholes = {}
    found: dict[Span, Identity] = {}
    for said in draft.about(Slot.NAME):
        heed()
        identity = identify(said, draft, index, wholes)
        if identity is not None:
            found[said.span] = identity
    return found


def identify(statement: Statement, draft: Account, index: Index, wholes: Wholes) -> Identity | None:
    """The entity that a name of the draft stands for; None where the sources know nobody who must be meant.

    `wholes` keeps who the full names of the draft are.

    A full name decides for every shorter mention of it. A name with an unknown word is taken for a known one
    only where its other words, or an office, agree, or where the letters leave no doubt.
    """
    mention = statement.value
    assert isinstance(mention, Mention)
    full = statement.subject[0]
    words = mention.name.words
    exact = index.named(mention.name)
    is_lone = len(essential(words, draft.lexicon)) == 1
    if len(full.words) > len(words):
        whole = _of_whole(full, draft, index, wholes)
        if whole is None:
            return None
        return _for_shorter(whole, full, words)
    if exact and (is_lone or len(exact) == 1):
        return Identity(_most_written(exact), ())
    if len(words) > 1:
        whole = _of_whole(full, draft, index, wholes)
        if whole is not None or not is_lone:
            return whole
    return (
        _of_acronym(words[-1], draft, index)
        or _of_single_word(mention, statement, draft, index)
        or _of_given_name(statement, words, draft, index)
    )


def _most_written(entities: Sequence[Entity]) -> Entity:
    return max(entities, key=lambda entity: len(entity.names))


def _for_shorter(whole: Identity, full: Name, words: Sequence[str]) -> Identity:
    """The identity of a short form of a full name: the differences in the words that it has."""
    numbers = {fold(word): number for number, word in enumerate(words)}
    differences = tuple(
        Difference(numbers[fold(full.words[d.word])], d.theirs, d.is_variant)
        for d in whole.differences
        if fold(full.words[d.word]) in numbers and (d.is_variant or len(words) > 1)
    )
    return Identity(whole.entity, differences)


def _of_whole(full: Name, draft: Account, index: Index, wholes: Wholes) -> Identity | None:
    if full not in wholes:
        wholes[full] = _of_full_name(full, draft, index)
    return wholes[full]


def _of_full_name(full: Name, draft: Account, index: Index) -> Identity | None:
    lexicon = draft.lexicon
    bearer = Bearer(full, [said.value for said in draft.of(full)], lexicon)
    options = []
    for entity in _near(full.words, index, lexicon):
        for form in entity.forms:
            pairs = pairs_of(full.words, form.words, lexicon) if len(form.words) > 1 else ()
            rating = fit(bearer, form, pairs, entity)
            if rating is not None:
                options.append((rating, len(entity.names), entity, pairs, form))
    if not options:
        return _of_full_name_in_company(bearer, draft, index)
    _, _, entity, pairs, form = max(options, key=lambda option: option[:2])
    differences, said = tuple(_differences(full.words, form, pairs, entity)), draft.of(full)
    if not differences or entity.kind not in (Kind.PERSON, Kind.UNKNOWN):
        return Identity(entity, differences)
    # Where no word is the same, the letters alone do not tell that one person is meant.
    is_alone = not any(pair.is_equal for pair in pairs) and not company(said, draft, entity, index).is_related
    return None if is_alone or is_told_apart(said, draft, entity, index) else Identity(entity, differences)


def _of_full_name_in_company(bearer: Bearer, draft: Account, index: Index) -> Identity | None:
    """The entity all but one of whose words a full name has, where what it is spoken of with is the same."""
    words, said = bearer.name.words, draft.of(bearer.name)
    options = []
    for entity in dict.fromkeys(entity for word in words for entity in index.by_word.get(fold(word), ())):
        for form in entity.forms:
            pairs = _in_place(words, form.words, draft.lexicon)
            if pairs:
                # Two of one name often follow each other, so quite another word needs the sentence itself.
                is_near = all(_are_near(words, form, pair, draft.lexicon) for pair in pairs)
                if not is_near and _is_surname_of_another(words, pairs[-1], index, draft.lexicon):
                    continue
                before = int(is_near)
                said_with = company(said, draft, entity, index, before)
                if fits_in_company(bearer, form, pairs, entity, said_with):
                    options.append((said_with, len(entity.names), entity, pairs, form))
    if not options:
        return None
    said_with, _, entity, pairs, form = max(options, key=lambda option: (option[0].weight, option[1]))
    is_described = not said_with.is_same and is_described_apart(said, draft, entity, index)
    if is_described or is_told_apart(said, draft, entity, index) or _is_named(entity, draft):
        return None
    return Identity(entity, tuple(_differences(words, form, pairs, entity)))


def _is_surname_of_another(words: Sequence[str], last: Pair, index: Index, lexicon: Lexicon) -> bool:
    """True where the sources have others who bear the surname: it is the given name that may be wrong then."""
    word = surname(words, lexicon)
    bearers = (form for entity in index.by_word.get(word, ()) for form in entity.forms if len(form.words) > 1)
    return not last.is_equal and any(surname(form.words, lexicon) == word for form in bearers)


def _are_near(words: Sequence[str], form: Name, pair: Pair, lexicon: Lexicon) -> bool:
    return pair.is_equal or letters_alike(fold(words[pair.mine]), fold(form.words[pair.theirs]), lexicon) >= NEAR


def _is_named(entity: Entity, draft: Account) -> bool:
    """True where the draft gives an entity's full name as the sources do: a name near it is then somebody else's."""
    forms = {tuple(map(fold, form.words)) for form in entity.forms if len(form.words) > 1}
    return not forms.isdisjoint(draft.full_names)


def _in_place(mine: Sequence[str], theirs: Sequence[str], lexicon: Lexicon) -> tuple[Pair, ...]:
    """All words of two names paired in their order, else the essential ones, where there are as many; else nothing."""
    left, right = tuple(range(len(mine))), tuple(range(len(theirs)))
    if len(left) != len(right):
        left, right = essential(mine, lexicon), essential(theirs, lexicon)
    if len(left) != len(right):
        return ()
    return tuple(
        Pair(i, j, likeness(fold(mine[i]), fold(theirs[j]), lexicon)) for i, j in zip(left, right, strict=True)
    )


def _near(words: Sequence[str], index: Index, lexicon: Lexicon) -> tuple[Entity, ...]:
    """Entities with the last word of the name, or one nearly like it: only they can bear it."""
    last = surname(words, lexicon)
    words_of_last = (last, *index.words_like(last, LIKELY, lexicon))
    return tuple(dict.fromkeys(entity for word in words_of_last for entity in index.by_word.get(word, ())))


def _alike(word: str, index: Index, lexicon: Lexicon, least: float) -> Iterator[tuple[Entity, str]]:
    """Entities with a word like `word`, and that word."""
    if len(word) < _LEAST_LETTERS:
        return
    for other in index.words_like(word, least, lexicon):
        if len(other) >= _LEAST_LETTERS:
            yield from ((entity, other) for entity in index.by_word[other])


def _differences(words: Sequence[str], form: Name, pairs: Sequence[Pair], entity: Entity) -> Iterator[Difference]:
    for pair in pairs:
        mine, theirs = fold(words[pair.mine]), fold(form.words[pair.theirs])
        is_initial = (len(mine) == 1) != (len(theirs) == 1)
        is_other_form = is_initial or are_forms_of_one(mine, theirs, entity.lexicon)
        if mine not in entity.usages and not is_other_form and not are_in_two_scripts(mine, theirs):
            yield Difference(pair.mine, theirs, _is_spelling(pair, words, entity))
    if len(words) == len(form.words):
        yield from _other_particles(words, form, {pair.mine for pair in pairs}, entity)


def _other_particles(words: Sequence[str], form: Name, paired: Set[int], entity: Entity) -> Iterator[Difference]:
    """Small words in a name in the place of others: "van de" for "van der"."""
    particles = entity.lexicon.particles
    for number, (mine, theirs) in enumerate(zip(map(fold, words), map(fold, form.words), strict=True)):
        is_other = mine != theirs and mine not in entity.usages
        if number not in paired and is_other and mine in particles:
            yield Difference(number, theirs, is_variant=True)


def _is_spelling(pair: Pair, words: Sequence[str], entity: Entity) -> bool:
    """True where the draft's word is the sources' in another spelling, false where it is another word.

    In the place of the word that a person is called by there is no other, only a wrong one; a word of the language
    in the name of a body is a word, not a slip of the pen.
    """
    if entity.kind is Kind.ORGANISATION:
        return pair.is_variant and not is_known(fold(words[pair.mine]), entity.lexicon)
    return pair.is_variant or pair.mine == essential(words, entity.lexicon)[-1]


def _of_acronym(written: str, draft: Account, index: Index) -> Identity | None:
    """The body whose acronym the draft has with two letters swapped or one doubled, unless the draft expands it so."""
    own = (expanded.value for expanded in draft.about(Slot.EXPANSION))
    if not written.isupper() or any(isinstance(each, Expansion) and each.key == key_of(written) for each in own):
        return None
    near = ((entities[0], other) for other, entities in index.by_word.items() if len(written) - len(other) in (0, 1))
    found = ((entity, other) for entity, other in near if is_slip(written, entity.usages[other].written))
    return next((Identity(entity, (Difference(0, other, is_variant=True),)) for entity, other in found), None)


def _of_single_word(mention: Mention, statement: Statement, draft: Account, index: Index) -> Identity | None:
    lexicon, number = draft.lexicon, essential(mention.name.words, draft.lexicon)[0]
    word = fold(mention.name.words[number])
    if len(word) < _LEAST_LETTERS or not _is_open(word, mention, draft, index) or is_contrasted(word, statement, draft):
        return None
    options = [
        (likeness(word, other, lexicon), len(entity.names), entity, other)
        for entity, other in _alike(word, index, lexicon, LIKELY)
        if _may_be(entity, other, mention) and not is_derived(word, other, lexicon)
    ]
    if not options:
        return None
    alike, _, entity, other = max(options, key=lambda option: option[:2])
    bearer = Bearer(mention.name, [said.value for said in draft.of(statement.subject[0])], lexicon)
    is_clear = alike >= _least(mention, other, lexicon) and not has_other_titles(bearer, entity)
    said = (statement,)
    if is_told_apart(said, draft, entity, index):
        return None
    if not is_clear and not company(said, draft, entity, index).is_familiar:
        return None
    is_spelled_otherwise = not are_in_two_scripts(word, other)
    return Identity(entity, (Difference(number, other, is_variant=True),) if is_spelled_otherwise else ())


def _of_given_name(statement: Statement, words: Sequence[str], draft: Account, index: Index) -> Identity | None:
    """The one person whom the sources call so first, where the draft tells of them what the sources tell."""
    known = [entity for entity in index.by_word.get(fold(words[0]), ()) if _begins_with(entity, fold(words[0]))]
    if len(words) > 1 or len(known) != 1 or not company((statement,), draft, known[0], index).is_familiar:
        return None
    return Identity(known[0], ())


def _begins_with(entity: Entity, word: str) -> bool:
    full = [form for form in entity.forms if len(form.words) > 1]
    return entity.kind in (Kind.PERSON, Kind.UNKNOWN) and any(fold(form.words[0]) == word for form in full)


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
    if word in index.by_word or is_known(word, lexicon):
        return False
    if mention.is_weak and (word in draft.plain_words or word in index.plain_words):
        return False
    return mention.is_titled or word not in lexicon.given_names


def _may_be(entity: Entity, word: str, mention: Mention) -> bool:
    """True where a lone word can stand for the entity: as a person's surname, or as its whole name."""
    if any(surname(form.words, entity.lexicon) == word and len(form.words) > 1 for form in entity.forms):
        return entity.kind in (Kind.PERSON, Kind.UNKNOWN) and mention.name.kind is not Kind.ORGANISATION
    is_whole = any(len(form.words) == 1 and fold(form.words[0]) == word for form in entity.forms)
    is_whole = is_whole or (entity.kind is not Kind.PERSON and not is_known(word, entity.lexicon))
    return is_whole and not (mention.is_titled and entity.kind in (Kind.PLACE, Kind.ORGANISATION))


def is_contrasted(word: str, statement: Statement, draft: Account) -> bool:
    """True where the draft sets a name nearly like `word` beside it: it tells the two apart, or lists spellings."""
    return any(
        word != (other := fold(written)) and likeness(word, other, draft.lexicon) >= LIKELY
        for beside in draft.beside(statement)
        if isinstance(beside.value, Mention) and gap(beside.span, statement.span) <= _CLOSE_BY
        for written in beside.value.name.words
    )


def gap(first: Span, second: Span) -> int:
    """How many characters of the file lie between two spans."""
    return max(first.start, second.start) - min(first.end, second.end)
