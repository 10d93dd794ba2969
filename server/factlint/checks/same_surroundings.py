"""A name that no source has where the sources have one other, amid the same words: "exile in X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.comparable import are_comparable
from factlint.extract.frames import frame_of
from factlint.extract.relation import stems_in
from factlint.kept import kept
from factlint.overlap import NEAREST, RELATED, shared, weight_of
from factlint.sentences import Named, Sentence, is_there, sentences_with, tellings

if TYPE_CHECKING:
    from factlint.extract.frames import Frame
    from factlint.extract.tokens import Token
    from factlint.index import Index
    from factlint.lexicon import Lexicon

# How many telling words on either side of a name are around it, and how many may say what it is ("the Dutch group X").
_REACH, _LABEL = 5, 3
# The part of what the draft's sentence tells that the source's must tell: where the names depend on one word in the
# same way, of the plain words around them, and else.
_TIED, _HALF, _MOST = 0.4, 0.5, 0.75
# The part that it must tell of a sentence with few words.
_WHOLE = 0.8
# What the second best of two may have of what the best has.
_LESS = 0.5
# How many words and other names the draft's clause must have in common with the source's.
_FEW = 2


def rival_in_surroundings(named: Named, sentence: Sentence, index: Index) -> Named | None:
    """The one name that the sources have amid the words where the draft has another."""
    about = sentence.stems - named.stems
    whole = weight_of(about, index)
    found = [(_told(telling.sentence, about, index) / whole, telling.sentence) for telling in tellings(sentence, index)]
    most = max((share for share, _ in found), default=0.0)
    for share, told in found:
        is_enough = share >= _WHOLE or len(about & (told.stems | told.named_around)) > _FEW
        is_likest = is_enough and share >= max(_TIED, NEAREST * most) and not named.key <= told.stems_around
        if is_likest and is_of_same(named, sentence, told):
            rival = _rival_in(named, sentence, told, share, index)
            if rival is not None:
                return rival
    return None


def is_of_same(named: Named, sentence: Sentence, told: Sentence) -> bool:
    """True where the clause of a name may tell of the same people, things and time as a source's sentence."""
    is_of_others = not _are_others_told(named, sentence, told) or _is_of_another(named, sentence, told)
    return _may_be_one(sentence, told) and not is_of_others


def _rival_in(named: Named, sentence: Sentence, told: Sentence, share: float, index: Index) -> Named | None:
    nearest = _nearest_rival(named, sentence, told, index)
    if nearest is None:
        return None
    other, weight = nearest
    near = words_around(sentence, named)
    is_like = share >= _MOST and _tells_half(near - _names(sentence, told), told, index)
    is_enough = _is_tied(named, other, sentence, told) or is_like
    return other if is_enough and not _is_told_so(named, near, weight, index) else None


def _told(told: Sentence, about: frozenset[str], index: Index) -> float:
    """What a sentence tells of some words, with whom those beside it name, as "he" may be one of them."""
    common = about & (told.stems | told.named_around)
    return weight_of(common, index) if common else 0.0


def _names(mine: Sentence, theirs: Sentence) -> frozenset[str]:
    return mine.named_stems | theirs.named_stems


def _tells_half(plain: frozenset[str], told: Sentence, index: Index) -> bool:
    common = plain & told.stems
    return bool(common) and weight_of(common, index) >= _HALF * weight_of(plain, index)


def _nearest_rival(named: Named, sentence: Sentence, told: Sentence, index: Index) -> tuple[Named, float] | None:
    """The name that shares most of the words around it with the draft's, by far, and what they weigh."""
    near, names = words_around(sentence, named), _names(sentence, told)
    best: dict[frozenset[str], tuple[Named, float]] = {}
    for other in told.names:
        common = (near & words_around(told, other)) - named.stems - other.stems
        if _could_be(named, sentence, other, told, index):
            overlap = shared(common, index)
            is_enough = overlap.words + len(_others(named, sentence)) >= _FEW or not _is_aside(named, sentence)
            weight = overlap.weight if common - names and is_enough else 0.0
            if other.key not in best or weight > best[other.key][1]:
                best[other.key] = (other, weight)
    ranked = sorted(best.values(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < RELATED or (len(ranked) > 1 and ranked[1][1] > _LESS * ranked[0][1]):
        return None
    return ranked[0]


@kept
def words_around(sentence: Sentence, named: Named) -> frozenset[str]:
    """The stems of the nearest telling words of its clause on either side of a name.

    They end where another name is told of in the same way.
    """
    tokens, lexicon = sentence.account.scans[sentence.block].tokens, sentence.account.lexicon
    clause, found = sentence.clause_of(named), set[str]()
    alike = [
        each for each in sentence.names if each is not named and _are_links_alike(named.frame, each.frame, lexicon)
    ]
    ends = {number for each in alike if each.frame.link for number in range(each.start, each.end)}
    for side in (range(named.start - 1, clause.start - 1, -1), range(named.end, clause.stop)):
        left = _REACH
        for number in side:
            if number in ends:
                break
            stems = stems_in(tokens, lexicon, range(number, number + 1))
            found |= stems
            left -= bool(stems)
            if not left:
                break
    return frozenset(found)


def _may_be_one(mine: Sentence, theirs: Sentence) -> bool:
    """True unless each sentence has numbers or days that the other has not: they tell of two occasions or things."""
    parts = ((mine.numbers, theirs.numbers), (mine.days, theirs.days))
    return all(first <= second or second <= first for first, second in parts)


def _is_of_another(named: Named, sentence: Sentence, told: Sentence) -> bool:
    """True where the clause of a name is of somebody's own that is not told of there: "her brother"."""
    tokens, lexicon = sentence.account.scans[sentence.block].tokens, sentence.account.lexicon
    stems = told.stems | told.named_around
    owners = (lexicon.grammar["anaphors"] | lexicon.grammar["possessives"]) & lexicon.grammar["determiners"]
    for number in range(sentence.clause_of(named).start, named.start):
        if tokens.items[number].folded in owners:
            owned = stems_in(tokens, lexicon, range(number + 1, number + 2))
            return bool(owned) and not owned & stems
    return False


def _are_others_told(named: Named, sentence: Sentence, told: Sentence) -> bool:
    """True where a sentence tells of all other names in the clause of one: it may else be of someone else's deeds.

    They can stand beside it where it has a pronoun for them.
    """
    stems = told.stems | told.named_stems | (told.named_around if told.has_pronoun else frozenset())
    return all(other.stems & stems for other in _others(named, sentence))


def _is_aside(named: Named, sentence: Sentence) -> bool:
    """True for a name in a relative clause, which may tell of anyone: "whose wife comes from X"."""
    tokens, lexicon = sentence.account.scans[sentence.block].tokens, sentence.account.lexicon
    first = tokens.items[sentence.clause_of(named).start]
    return any(first.folded in lexicon.grammar[table] for table in ("relatives", "thing_relatives", "possessives"))


def _others(named: Named, sentence: Sentence) -> list[Named]:
    """The other names in the clause of one."""
    clause = sentence.clause_of(named)
    return [other for other in sentence.names if other is not named and other.start in clause]


def _could_be(mine: Named, sentence: Sentence, theirs: Named, told: Sentence, index: Index) -> bool:
    lexicon = sentence.account.lexicon
    return (
        not is_there(theirs, mine, sentence.named_stems - mine.stems)
        and (_is_tied(mine, theirs, sentence, told) or _stand_alike(mine, sentence, theirs, told))
        and are_comparable(mine, theirs, index, lexicon)
    )


def _is_tied(mine: Named, theirs: Named, sentence: Sentence, told: Sentence) -> bool:
    """True where both depend on one word in the same way: also as its agent, as "run by X" and "X runs"."""
    if any(mine in names for names in sentence.lists):
        return _is_one_of_same(mine, sentence, theirs, told)
    first, second = _frame(mine, sentence), _frame(theirs, told)
    is_governed = first.is_governed_like(second) and _are_links_alike(first, second, sentence.account.lexicon)
    return is_governed or _is_agent(first, second) or _is_agent(second, first)


def _is_one_of_same(mine: Named, sentence: Sentence, theirs: Named, told: Sentence) -> bool:
    """True for names of two lists that have all other names in common."""
    rest, others = (
        next(({each.key for each in names} - {own.key} for names in its.lists if own in names), None)
        for own, its in ((mine, sentence), (theirs, told))
    )
    return bool(rest) and rest == others


def _is_agent(passive: Frame, active: Frame) -> bool:
    return passive.link == "by" and bool(passive.governor) and not active.link and passive.governor == active.head


def _frame(named: Named, sentence: Sentence) -> Frame:
    """The frame of a name, with the words before it that say what it is: "by the Dutch group X" is "by X"."""
    if named.frame.link or not named.frame.governor:
        return named.frame
    tokens, lexicon = sentence.account.scans[sentence.block].tokens, sentence.account.lexicon
    floor, start = tokens.sentences[sentence.number].start, named.start
    while start > floor and named.start - start <= _LABEL and _is_label(tokens.items[start - 1], lexicon):
        start -= 1
    is_phrase = start > floor and tokens.items[start - 1].folded in lexicon.grammar["determiners"]
    return frame_of(tokens, lexicon, start, named.end) if is_phrase else named.frame


def _is_label(token: Token, lexicon: Lexicon) -> bool:
    is_plain = not token.is_capital or token.folded in lexicon.demonyms
    return token.is_word and is_plain and not token.is_possessive and token.folded not in lexicon.function_words


def _stand_alike(mine: Named, sentence: Sentence, theirs: Named, told: Sentence) -> bool:
    """True where both stand behind the same small word or words that say where, or before one word."""
    if any(mine in names for names in sentence.lists):
        return False
    first, second = _frame(mine, sentence), _frame(theirs, told)
    if not first.link and not second.link:
        is_object = bool(first.governor) and first.governor == second.governor and not (first.head or second.head)
        return is_object or first.is_owner_like(second)
    return _are_links_alike(first, second, sentence.account.lexicon)


def _are_links_alike(first: Frame, second: Frame, lexicon: Lexicon) -> bool:
    """True for one small word, and for two that say where something is or goes."""
    return first.link == second.link or {first.link, second.link} <= lexicon.grammar["goals"]


def _is_told_so(named: Named, near: frozenset[str], weight: float, index: Index) -> bool:
    """True where the sources tell much of the same around the draft's name, or tie it to the same word."""
    for sentence in sentences_with(named.key, index):
        if shared((near & sentence.stems_around) - named.stems, index).weight > _LESS * weight:
            return True
        links = {other.frame.link for other in sentence.names if named.key <= other.stems}
        if named.frame.governor in sentence.stems and named.frame.link in links:
            return True
    return False


def is_amid_same_words(mine: Named, sentence: Sentence, theirs: Named, told: Sentence) -> bool:
    """True where some plain word is around both names, or, but for asides, some are in both sentences."""
    plain = words_around(sentence, mine) & words_around(told, theirs) - _names(sentence, told)
    common = sentence.stems & told.stems - _names(sentence, told)
    return bool(plain) or (len(common) >= _FEW and not _is_aside(mine, sentence))
