"""A quotation of a few words in whose place a source has others: both sentences tell the same around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from factlint.checks.voices import entities_of, entity_of_speaker, may_be_one
from factlint.extract.relation import stem, stem_of
from factlint.extract.utterances import Naming
from factlint.model import Slot
from factlint.overlap import Overlap, shared
from factlint.running_text import Taken, running_text
from factlint.values.quote import Change, Quotation, changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.extract.utterances import Utterance
    from factlint.model import Claim
    from factlint.running_text import Passage
    from factlint.text import Span
    from factlint.values.quote import QuotedWord

# Longer quotations have enough words of their own to be found by.
_MOST_WORDS = 4
# How many words of a passage a short quotation may leave out.
_MOST_LEFT_OUT = 3
# Words so like each other are one word in two spellings or forms.
_ALIKE = 0.8
# How many telling words before or behind a quotation say what place it has in its sentence.
_REACH = 3
# How many words make a passage sure, and how many tokens of who speaks may break it off.
_LEAST_BEGINNING, _LONGEST_BREAK = 5, 9
# How many paragraphs either side of a source's words make a scene, and what a paragraph of the draft that tells of it
# shares with them.
_SCENE, _SCENE_WEIGHT, _SCENE_WORDS, _SCENE_SHARE = 2, 3.0, 5, 0.2


class _Near(Struct, frozen=True):
    """The stems of the telling words right before and right behind a quotation in its sentence, the nearest first."""

    before: tuple[str, ...]
    behind: tuple[str, ...]

    def is_beside(self, other: _Near) -> bool:
        """True where the nearest telling word on one side is one."""
        return bool(
            (self.before and self.before[:1] == other.before[:1])
            or (self.behind and self.behind[:1] == other.behind[:1])
        )

    def is_near(self, other: _Near) -> bool:
        """True where a telling word on one side is one."""
        return not (set(self.before).isdisjoint(other.before) and set(self.behind).isdisjoint(other.behind))


def taken_briefly(claim: Claim, part: Sequence[QuotedWord], case: Case) -> Taken | None:
    """The passage of the sources that a short part of a quotation stands for, with other words; None where it is not
    sure which that is, or where a source has the part."""
    span = claim.statement.span
    if len(part) > _MOST_WORDS or _is_word_as_word(span, case.draft):
        return None
    texts = case.index.texts_with(_folded(part))
    if any(text.has(part) or text.has_in_order(part, len(part) + _MOST_LEFT_OUT) for text in texts):
        return None
    found = list(_behind_its_beginning(span, part, case))
    found = found or list(_with_another_word(span, part, case)) or list(_at_the_same_place(span, part, case))
    rights = {tuple(word.folded for word in taken.passage.words) for taken in found}
    return found[0] if len(rights) == 1 else None


def _folded(part: Sequence[QuotedWord]) -> list[str]:
    return [word.folded for word in part]


def _is_word_as_word(span: Span, draft: Account) -> bool:
    """True for words that the draft speaks of as words: "the term “...”"."""
    place = draft.place_of(span)
    if place is None:
        return True
    tokens = draft.scans[place.block].tokens
    number = place.tokens.start - 1
    while number >= 0 and not tokens.items[number].is_word:
        number -= 1
    return number >= 0 and tokens.items[number].folded in draft.lexicon.speech_words["words_as_words"]


def _behind_its_beginning(span: Span, part: Sequence[QuotedWord], case: Case) -> Iterator[Taken]:
    """The words that go on in the sources where the part goes on from a quotation that only who speaks breaks off:
    some are the part's, others not."""
    beginning = _beginning(span, case.draft)
    if len(beginning) < _LEAST_BEGINNING:
        return
    for text in case.index.texts_with(_folded(beginning)):
        for passage in text.behind(beginning, len(part)):
            found = changes(part, passage.words)
            if 0 < sum(len(change.mine) for change in found) < len(part):
                yield Taken(passage, found)


def _beginning(span: Span, draft: Account) -> tuple[QuotedWord, ...]:
    """The last words of the quotation before, of the same sentence, where only who speaks stands between: "..., he
    said, ..."."""
    place = draft.place_of(span)
    before = [said for said in draft.about(Slot.QUOTATION) if said.span.end < span.start]
    previous = draft.place_of(before[-1].span) if before else None
    if place is None or previous is None or previous.block != place.block:
        return ()
    tokens = draft.scans[place.block].tokens
    between = tokens.items[previous.tokens.stop : place.tokens.start]
    is_broken = len(between) <= _LONGEST_BREAK and any(item.folded in draft.lexicon.speech_verbs for item in between)
    is_small = not tokens.items[place.tokens.start].is_capital
    value = before[-1].value
    is_one = tokens.sentence_of(previous.tokens.start) == tokens.sentence_of(place.tokens.start)
    return value.parts[-1] if is_broken and is_small and is_one and isinstance(value, Quotation) and value.parts else ()


def _with_another_word(span: Span, part: Sequence[QuotedWord], case: Case) -> Iterator[Taken]:
    """The passages that differ from the part in one word, where a source tells of the same things."""
    telling = [number for number, word in enumerate(part) if _is_telling(word.folded, case)]
    for number in telling if len(telling) > 1 else ():
        others = [word for place, word in enumerate(_folded(part)) if place != number]
        for text in case.index.texts_with(others):
            for passage in text.with_other_word(part, number):
                theirs = passage.words[number].folded
                is_other = _is_telling(theirs, case) and not _are_alike(part[number].folded, theirs, case)
                if is_other and _is_in_company(span, part, passage, case):
                    yield Taken(passage, changes(part, passage.words))


def _is_in_company(span: Span, part: Sequence[QuotedWord], passage: Passage, case: Case) -> bool:
    """True where the sentence of the draft shares more with the source's than the quoted words, and of no other
    speaker."""
    source = case.index.account_of(passage.document)
    mine, theirs = case.draft.stems_at(span), source.stems_at(passage.spans[0])
    if not _is_one_sentence(passage, source) or _may_be_of_another(span, passage.spans[0], source, case):
        return False
    own = _stems((word.folded for word in part), case)
    is_said_around = shared((mine & theirs) - own, case.index).words > 0
    if shared(mine & theirs, case.index).is_familiar and is_said_around:
        return True
    return _is_scene(span, passage.spans[0], source, own, case)


def _is_scene(span: Span, place: Span, source: Account, own: frozenset[str], case: Case) -> bool:
    """True where nobody speaks the words, and the paragraphs around share so much that they tell of one scene."""
    if any(u.speakers for u in (*_around(span, case.draft), *_around(place, source))):
        return False
    mine = _scene_stems(span, case.draft, 0) - own
    both = mine & _scene_stems(place, source, _SCENE)
    overlap = shared(both, case.index)
    is_enough = overlap.weight >= _SCENE_WEIGHT and overlap.words >= _SCENE_WORDS
    return is_enough and len(both) >= _SCENE_SHARE * len(mine)


def _scene_stems(span: Span, account: Account, reach: int) -> frozenset[str]:
    """The stems of the block at a span and of `reach` blocks either side."""
    place = account.place_of(span)
    if place is None:
        return frozenset()
    scanned = account.scans[max(0, place.block - reach) : place.block + reach + 1]
    return frozenset().union(*(stems for each in scanned for stems in each.stems))


def _at_the_same_place(span: Span, part: Sequence[QuotedWord], case: Case) -> Iterator[Taken]:
    """The source quotations of about as many words that stand where the part does in a sentence that tells the same."""
    mine = case.draft.stems_at(span)
    own = _stems((word.folded for word in part if _is_telling(word.folded, case)), case)
    if not own:
        return
    for fact in case.index.facts(Slot.QUOTATION):
        value, place = fact.statement.value, fact.statement.span
        if not isinstance(value, Quotation) or len(value.parts) != 1 or abs(len(value.parts[0]) - len(part)) > 1:
            continue
        source = case.index.account_of(fact.statement.document)
        theirs = source.stems_at(place)
        right = _stems((word.folded for word in value.parts[0] if _is_telling(word.folded, case)), case)
        if not right or not right.isdisjoint(mine):
            continue
        overlap = shared((mine - own) & (theirs - right), case.index)
        if not overlap.is_familiar or not _is_placed(overlap, _near(span, case.draft), _near(place, source)):
            continue
        if not own.isdisjoint(_all_stems(source)):
            continue
        passage = running_text(source).within(place)
        if passage is not None and not _may_be_of_another(span, place, source, case):
            yield Taken(passage, (Change(range(len(part)), range(len(passage.words))),))


def _is_placed(overlap: Overlap, mine: _Near, theirs: _Near) -> bool:
    """True where two quotations have one place in sentences that tell the same: the nearer the word that they stand
    beside, the less else need be shared."""
    if mine.is_beside(theirs):
        return overlap.is_familiar
    return overlap.is_same and mine.is_near(theirs)


def _near(span: Span, account: Account) -> _Near:
    """What stands around a quotation in its sentence."""
    place = account.place_of(span)
    if place is None:
        return _Near((), ())
    tokens = account.scans[place.block].tokens
    sentence = tokens.sentence_of(place.tokens.start)

    def nearest(numbers: range) -> tuple[str, ...]:
        words = [tokens.items[n].folded for n in numbers if tokens.items[n].is_word]
        telling = [word for word in words if word not in account.lexicon.function_words]
        return tuple(stem_of(word, account.lexicon) for word in telling[:_REACH])

    before = range(place.tokens.start - 1, sentence.start - 1, -1)
    return _Near(nearest(before), nearest(range(place.tokens.stop, sentence.stop)))


def _all_stems(account: Account) -> frozenset[str]:
    return frozenset().union(*(stems for scanned in account.scans for stems in scanned.stems))


def _is_one_sentence(passage: Passage, source: Account) -> bool:
    places = [source.place_of(span) for span in (passage.spans[0], passage.spans[-1])]
    first, last = (
        (place.block, source.scans[place.block].tokens.sentence_of(place.tokens.start)) if place else None
        for place in places
    )
    return first is not None and first == last


def _is_telling(word: str, case: Case) -> bool:
    return word not in case.draft.lexicon.function_words and not word[0].isdigit()


def _are_alike(first: str, second: str, case: Case) -> bool:
    """True for two forms or spellings of one word."""
    language = case.draft.lexicon.language
    return stem(first, language) == stem(second, language) or Levenshtein.normalized_similarity(first, second) >= _ALIKE


def _stems(words: Iterator[str], case: Case) -> frozenset[str]:
    return frozenset(stem_of(word, case.draft.lexicon) for word in words)


def _may_be_of_another(span: Span, place: Span, source: Account, case: Case) -> bool:
    """True where the draft may speak at a span of another speaker, thing or time than the source at a place."""
    another = case.draft.lexicon.speech_words["another"]
    if not _words_of(span, case.draft, another) <= _words_of(place, source, another):
        return True
    mine = [speaker for utterance in _around(span, case.draft) for speaker in utterance.speakers]
    theirs = [entity for utterance in _around(place, source) for entity in entities_of(utterance, case)]
    if theirs and len(mine) == 1 and mine[0].naming is not Naming.PRONOUN:
        entity = entity_of_speaker(mine[0], case)
        if entity is not None:
            return not any(may_be_one(entity, other, case) for other in theirs)
        if mine[0].naming is Naming.NAME:
            return True
    people = case.draft.lexicon.people_nouns
    return not _words_of(span, case.draft, people) <= _words_of(place, source, people)


def _words_of(span: Span, account: Account, words: AbstractSet[str]) -> frozenset[str]:
    """The stems of those of the words that stand in the sentence of a quotation outside it, none as a name."""
    place = account.place_of(span)
    if place is None:
        return frozenset()
    tokens = account.scans[place.block].tokens
    outside = (number for number in tokens.sentence_of(place.tokens.start) if number not in place.tokens)
    plain = (tokens.items[n].folded for n in outside if tokens.items[n].text.islower() or tokens.starts_sentence(n))
    return frozenset(stem(word, account.lexicon.language) for word in plain if word in words)


def _around(span: Span, account: Account) -> list[Utterance]:
    """The utterance that a span is the words of, or lies in: quoted ones before reported ones."""
    around = [u for u in account.utterances if u.span.start <= span.start and span.end <= u.span.end]
    return sorted(around, key=lambda utterance: len(utterance.span))[:1]
