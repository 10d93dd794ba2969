"""The words of the draft's own names: where each stands, and when two of them are one word in two spellings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz.distance import OSA

from factlint.extract.relation import stem_of
from factlint.full_name import is_derived, is_known
from factlint.identify import gap
from factlint.identity import CERTAIN, LIKELY, SURE, essential, fold, letters_alike, likeness
from factlint.model import Claim, Mention, Slot, Stance, mention_of
from factlint.text import BlockKind
from factlint.values.ascii import in_ascii
from factlint.values.name import Kind, same_but_for_diacritics
from factlint.values.office import Office, agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Entity
    from factlint.lexicon import Lexicon
    from factlint.values.name import Name

# From so many letters on: what a word needs to be compared at all; to be a surname without a sign that a person is
# meant; for one letter to be a slip; to be a name of its own that needs no other word beside it.
_LEAST, _TELLING, _LONG, _UNMISTAKABLE = 3, 5, 6, 7
# So many characters may lie between two names that are set against each other ("X beat Y in the final").
_A_FEW_WORDS = 30
# Letters at the end of a word that may make another word of it.
_ENDING = 2


class Use(Struct, frozen=True):
    """One word of a name where the draft uses it: its number among the mention's words.

    `entity` is whom the sources know by the name as the draft writes it.
    """

    claim: Claim
    number: int
    lexicon: Lexicon
    entity: Entity | None

    @property
    def sources(self) -> int:
        """How many sources have the word as a name's of the same bearer."""
        usage = self.entity.usages.get(self.word) if self.entity else None
        return len(usage.documents) if usage else 0

    @property
    def mention(self) -> Mention:
        """The mention that the word is part of."""
        return mention_of(self.claim)

    @property
    def name(self) -> Name:
        """The name as it stands there."""
        return self.mention.name

    @property
    def word(self) -> str:
        """The word, folded."""
        return fold(self.name.words[self.number])

    @property
    def start(self) -> int:
        """Where the name begins in the file."""
        return self.claim.statement.span.start

    @property
    def is_full(self) -> bool:
        """True where other words of the name stand beside it."""
        return len(essential(self.name.words, self.lexicon)) > 1

    @property
    def rest(self) -> tuple[str, ...]:
        """The other words that make the name, folded and without marks, with nothing in its own place."""
        return tuple(
            "" if number == self.number else in_ascii(fold(word)) for number, word in enumerate(self.name.words)
        )

    @property
    def is_of_person(self) -> bool:
        """True where a title or a verb of speech shows that a person is meant."""
        speaker = self.claim.statement.speaker
        is_speaking = speaker is not None and speaker.words[-1] == self.name.words[-1]
        return self.mention.is_titled or is_speaking or (self.is_full and self.name.kind is Kind.PERSON)


def uses_by_word(case: Case) -> Mapping[str, tuple[Use, ...]]:
    """Where the draft itself, not somebody whom it quotes, uses each folded word of names."""
    found: dict[str, list[Use]] = defaultdict(list)
    for claim in case.names:
        case.heed()
        identity, mention = case.identities.get(claim.statement.span), mention_of(claim)
        is_misspelled = identity is not None and bool(identity.differences)
        is_apart = case.draft.is_distinguished(claim.statement)
        if is_misspelled or is_apart or claim.statement.stance is Stance.QUOTED or case.is_set_beside(claim):
            continue
        settled = case.settled_words(claim)
        for number in essential(mention.name.words, case.draft.lexicon):
            if number in settled:
                continue
            use = Use(claim, number, case.draft.lexicon, identity.entity if identity else None)
            found[use.word].append(use)
    return {word: tuple(uses) for word, uses in found.items()}


def one_name(mine: Sequence[Use], theirs: Sequence[Use], case: Case) -> tuple[list[Use], list[Use]] | None:
    """The uses of two words that are one name in two spellings; None where they may be two names."""
    word, other, lexicon = mine[0].word, theirs[0].word, case.draft.lexicon
    if min(len(word), len(other)) < _LEAST or not _may_be_spellings(word, other, lexicon):
        return None
    is_told_apart = _meet(mine, other, case.draft)
    if _are_inflected(word, other) or (is_told_apart and not _is_titled_alone(mine, theirs)):
        return None
    # "Not Do-hoon!" tells the two apart.
    if any(_is_denied(use) for use in (*mine, *theirs)):
        return None
    if any(use.entity for use in mine):
        return (list(mine), list(theirs)) if _is_open_among_sources(mine, theirs) else None
    pairs = [(a, b) for a in mine for b in theirs if a.is_full and b.is_full and _is_one_bearer(a, b, case)]
    if pairs:
        rests = {use.rest for pair in pairs for use in pair}
        return [u for u in mine if not u.is_full or u.rest in rests], [
            u for u in theirs if not u.is_full or u.rest in rests
        ]
    if not _is_new(word, case) or is_derived(word, other, lexicon):
        return None
    is_one = _is_surname(mine, theirs, case) or _is_unmistakable(mine, theirs, lexicon)
    return (list(mine), list(theirs)) if is_one else None


def _may_be_spellings(first: str, second: str, lexicon: Lexicon) -> bool:
    return letters_alike(first, second, lexicon) >= LIKELY or _is_slip(first, second)


def _is_open_among_sources(mine: Sequence[Use], theirs: Sequence[Use]) -> bool:
    """True for two spellings of one word that as many sources have: either is right, both in one text are not."""
    first, entities = mine[0], {use.entity for use in (*mine, *theirs)}
    if first.entity is None or len(entities) > 1 or first.sources != theirs[0].sources:
        return False
    return first.sources > 0 and theirs[0].word in {fold(usage.written) for usage in first.entity.spellings(first.word)}


def _is_denied(use: Use) -> bool:
    """True for a name right behind "not"."""
    document = use.claim.statement.document
    before = document.text[: use.start].rstrip().rpartition(" ")[2]
    return before.casefold() in use.lexicon.cues.get("negation", frozenset())


def _is_new(word: str, case: Case) -> bool:
    """True for what is no word of the language, of the draft or of the sources, with its marks or without."""
    lexicon, plain = case.draft.lexicon, case.draft.plain_words
    return word not in case.index.by_word and not any(
        is_known(form, lexicon) or form in plain for form in (word, in_ascii(word))
    )


def _are_inflected(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return long in (short + "s", short + "es")


def _is_titled_alone(mine: Sequence[Use], theirs: Sequence[Use]) -> bool:
    """True where one word has a full name and the other only a title: whoever has that must have been introduced."""
    sides = (mine, theirs) if any(use.is_full for use in theirs) else (theirs, mine)
    return any(use.is_full for use in sides[1]) and all(use.mention.is_titled and not use.is_full for use in sides[0])


def _meet(uses: Sequence[Use], other: str, draft: Account) -> bool:
    """True where one sentence has both words, a few words apart: it tells two apart."""
    return any(
        other in map(fold, beside.value.name.words) and gap(beside.span, use.claim.statement.span) <= _A_FEW_WORDS
        for use in uses
        for beside in draft.beside(use.claim.statement)
        if isinstance(beside.value, Mention)
    )


def _is_one_bearer(one: Use, other: Use, case: Case) -> bool:
    """True for two names of several words that differ in this one, by no more than a spelling."""
    lexicon = case.draft.lexicon
    if one.rest != other.rest or not _is_spelling(one, other, lexicon):
        return False
    earlier, later = sorted((one, other), key=lambda use: use.start)
    return not _are_two(earlier, later, case)


def _is_spelling(one: Use, other: Use, lexicon: Lexicon) -> bool:
    """True where two words in the same place of a name are spellings of one.

    The letters of two given names, and those of what is not a person's, must leave no doubt.
    """
    first, second = one.word, other.word
    if one.number == 0 and one.is_of_person and not same_but_for_diacritics(first, second):
        # The last letter of a given name often tells a man from a woman.
        return letters_alike(first, second, lexicon) >= CERTAIN and first[-1] == second[-1]
    is_word = is_known(first, lexicon) or is_known(second, lexicon)
    if is_word and Kind.PERSON not in (one.name.kind, other.name.kind):
        return False
    alike = likeness(first, second, lexicon)
    if alike >= SURE or (alike >= LIKELY and _differ_inside(first, second)):
        return True
    return _is_slip(first, second) and not is_derived(first, second, lexicon)


def _is_slip(first: str, second: str) -> bool:
    """True for long words that differ inside."""
    return min(len(first), len(second)) >= _LONG and _differ_inside(first, second)


def _differ_inside(first: str, second: str) -> bool:
    """True for words that differ in one letter, or in the order of two, neither first nor last."""
    return first[0] == second[0] and first[-1] == second[-1] and OSA.distance(first, second, score_cutoff=1) == 1


def _are_two(earlier: Use, later: Use, case: Case) -> bool:
    """True where the draft itself tells two of near names: in a list, as kin, by other offices, or by who they are."""
    if all(_is_listed(use, case.draft) for use in (earlier, later)):
        return True
    if any(_is_told_of_kin(use, case.draft) for use in (earlier, later)):
        return True
    return _have_other_offices(earlier, later, case.draft) or _is_introduced_apart(later, earlier, case.draft)


def _is_listed(use: Use, draft: Account) -> bool:
    block = draft.document.block_at(use.start)
    return block is not None and block.kind in (BlockKind.ITEM, BlockKind.ROW)


def _is_told_of_kin(use: Use, draft: Account) -> bool:
    lexicon, mention = draft.lexicon, use.mention
    kin = {*lexicon.kin, *lexicon.plural_kin}
    return draft.is_distinguished(use.claim.statement) or not kin.isdisjoint(mention.introduction | mention.description)


def _have_other_offices(one: Use, other: Use, draft: Account) -> bool:
    offices = [(a, b) for a, _ in _offices(one, draft) for b, _ in _offices(other, draft)]
    return bool(offices) and not any(agree(a, b) for a, b in offices)


def _offices(use: Use, draft: Account) -> list[tuple[Office, int]]:
    """The offices that the draft gives the bearer of a name, with where it says so."""
    held = (said for said in draft.of(use.name) if said.slot is Slot.OFFICE)
    return [(said.value, said.span.start) for said in held if isinstance(said.value, Office)]


def _is_introduced_apart(use: Use, other: Use, draft: Account) -> bool:
    """True where a name is introduced, in words or by an office behind it, unlike the other."""
    said = use.mention.introduction | use.mention.description
    stems = {stem_of(word, draft.lexicon) for word in said}
    if stems and stems.isdisjoint(draft.stems_of(other.claim.statement, 1)):
        return True
    mine = [office for office, start in _offices(use, draft) if start > use.start]
    theirs = [office for office, _ in _offices(other, draft)]
    return bool(mine) and not any(agree(a, b) for a in mine for b in theirs)


def _is_surname(mine: Sequence[Use], theirs: Sequence[Use], case: Case) -> bool:
    """True where one word stands alone for whom the other, in a full name, is the surname."""
    lexicon, uses = case.draft.lexicon, [*mine, *theirs]
    full = max(uses, key=lambda use: len(use.rest))
    lone = mine if full in theirs else theirs
    is_last = all(use.number == essential(use.name.words, lexicon)[-1] for use in uses)
    is_person = full.name.kind in (Kind.PERSON, Kind.UNKNOWN)
    if not is_last or not is_person or not all(_is_short_for(use, full) for use in lone):
        return False
    if any(_is_introduced_apart(use, full, case.draft) or _is_body(use) for use in lone):
        return False
    first, second = mine[0].word, theirs[0].word
    alike, shortest = likeness(first, second, lexicon), min(len(first), len(second))
    if any(use.is_of_person for use in lone) and shortest > _LEAST and (alike >= LIKELY or _is_slip(first, second)):
        return True
    is_plain = any(use.is_of_person for use in uses) and _is_doubled(first, second)
    return is_plain or same_but_for_diacritics(first, second) or (shortest >= _TELLING and alike >= CERTAIN)


def _is_short_for(use: Use, full: Use) -> bool:
    """True for a name without the given name: its other words are some of the full name's."""
    return full.is_full and len(use.rest) < len(full.rest) and set(use.rest) <= set(full.rest)


def _is_body(use: Use) -> bool:
    """True for a name that is a body's or a place's, or in capitals throughout as an acronym is."""
    return use.name.kind in (Kind.ORGANISATION, Kind.PLACE) or use.name.words[use.number].isupper()


def _is_doubled(first: str, second: str) -> bool:
    """True where one word has a letter twice that the other has once."""
    short, long = sorted((first, second), key=len)
    return any(short == long[:n] + long[n + 1 :] and long[n] == long[n + 1] for n in range(len(long) - 1))


def _is_unmistakable(mine: Sequence[Use], theirs: Sequence[Use], lexicon: Lexicon) -> bool:
    """True for two long words, names by themselves, that differ in a spelling inside: their ends make no other word."""
    first, second = mine[0].word, theirs[0].word
    if any(use.is_full for use in mine) and any(use.is_full for use in theirs):
        return False
    if min(len(first), len(second)) < _UNMISTAKABLE or first[0] != second[0] or first[-_ENDING:] != second[-_ENDING:]:
        return False
    is_sure = any(not use.mention.is_weak for use in mine) and any(not use.mention.is_weak for use in theirs)
    return is_sure and (likeness(first, second, lexicon) >= CERTAIN or _is_slip(first, second))


def neighbours(by_word: Mapping[str, Sequence[Use]]) -> Mapping[str, frozenset[str]]:
    """For each word the others that stand in its place in a name whose other words are the same."""
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for word, uses in by_word.items():
        for use in uses:
            if use.is_full:
                places[use.rest].add(word)
    return {word: frozenset(_in_places(uses, places)) - {word} for word, uses in by_word.items()}


def _in_places(uses: Sequence[Use], places: Mapping[tuple[str, ...], set[str]]) -> Iterator[str]:
    for use in uses:
        if use.is_full:
            yield from places[use.rest]
