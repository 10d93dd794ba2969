"""Which dates of the sources are of the same event as a date of the draft."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain
from math import fsum, log
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.dated import Dated, dates_of, reckoned, title_words
from factlint.extract.events import BIRTH, DEATH
from factlint.extract.mentions import is_ordinary
from factlint.extract.relation import stem
from factlint.identity import fold
from factlint.kept import kept
from factlint.model import Fact, Slot, mention_of
from factlint.name_words import is_name, telling_names, words_of_names
from factlint.overlap import Measure, Overlap, Passage, heard, most_added, overlap, telling, with_unheard
from factlint.postings import Postings, by_key
from factlint.values.when import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.text import Document
    from factlint.values.when import Parts, Slip

# Events of which a thing has one, and those that exclude each other.
_ONCE = frozenset({BIRTH, DEATH})
_OPPOSITES = frozenset({"begin", "end"})
# How many days and months there are to choose from, one day in how many has such figures, and how telling any slip is.
_DAYS, _MONTHS, _FIGURES, _SOME = 30, 12, 8, 0.2
# How telling it is that two dates are of a birth or a death both.
ONE_EVENT = 1.0
# How many words of names tell what a source is about.
_SUBJECTS = 3


class Alike(Struct, frozen=True):
    """A date of the sources beside one of the draft: what the passages share, and what tells the events apart.

    `is_flanked` where both sentences have other dates in common, `is_naming` where they share any name, `is_named` one
    that few sources have, `is_anchored` where the passages share such a one, `is_known` where the draft anywhere names
    what the source is about most; `is_one_event` where both are its birth or its death. `deeds` is the number of shared
    words that are no names, `near_deeds` that of those in both clauses, and `is_of_other` is true where the two
    sentences name other things.
    """

    dated: Dated
    overlap: Overlap
    deeds: int
    near_deeds: int
    is_flanked: bool
    is_naming: bool
    is_named: bool
    is_anchored: bool
    is_known: bool
    is_one_event: bool
    is_of_other: bool

    @property
    def fact(self) -> Fact:
        """The statement of the source."""
        return Fact(self.dated.statement)


@kept
def dates_in(index: Index) -> tuple[Dated, ...]:
    """All dates of the sources."""
    return tuple(told.dated for account in index.accounts for told in _dates_of(account))


def alike(
    mine: Dated, index: Index, wanted: Callable[[Dated], bool] | None = None, least: float = 0.0
) -> Sequence[Alike]:
    """The dates of the sources whose passages share a word with that of the draft's, the likest first.

    Where not all are needed, only those that are `wanted` and share so much in all.
    """
    return [compared(mine, theirs, shared, index) for theirs, shared in sharing(mine, index, wanted, least)]


def sharing(
    mine: Dated, index: Index, wanted: Callable[[Dated], bool] | None = None, least: float = 0.0
) -> Sequence[tuple[Dated, Overlap]]:
    """The same dates, each with what the passages share: topic, names and cast of the draft's do not matter to that."""
    found: list[tuple[Dated, Overlap, tuple[str, int, int]]] = []
    passage, known = _passage(mine), dates_told(index)
    measure = Measure(passage, index)
    for told, source in known.reaching(_weights(mine, passage, index, least), least).items():
        if passage.around.isdisjoint(told.words) or (wanted and not wanted(told.dated)):
            continue
        ties = _ties(mine, told.dated)
        # Most share too little, which is seen sooner than what it is that they share.
        if measure.total(told.passage, ties) >= least:
            shared = measure.overlap(told.passage, ties)
            found.append((told.dated, shared, (min(passage.around & told.words), source, told.number)))
    ranked = sorted(found, key=lambda one: (-one[1].total, -one[1].share, *one[2]))
    return [(theirs, shared) for theirs, shared, _ in ranked]


def without_wording(mine: Dated, index: Index) -> Dated:
    """A date of the draft for `sharing`: what words are that no source has does not count, only how many there are."""
    known = heard(mine.words | mine.near | mine.around, index, dates_told(index))
    people = mine.people if mine.event in _ONCE else frozenset[str]()
    return replace(
        mine,
        words=with_unheard(mine.words, known),
        near=mine.near & known,
        around=mine.around & known,
        people=people,
    )


def _weights(mine: Dated, passage: Passage, index: Index, least: float) -> Mapping[Hashable, float]:
    """What each word of a passage, or each thing beside its date, may add to what it shares with another one."""
    if not least:
        return dict.fromkeys(passage.around, 1.0)
    found: dict[Hashable, float] = {parts: _exactness(parts) for parts in mine.beside}
    if mine.event in _ONCE:
        found[mine.event,] = ONE_EVENT
    return {**found, **most_added(passage, index)}


def compare(mine: Dated, theirs: Dated, index: Index) -> Alike:
    """What the passages of a date of the draft and one of the sources share."""
    return compared(mine, theirs, overlap(_passage(mine), _passage(theirs), index, _ties(mine, theirs)), index)


def _ties(mine: Dated, theirs: Dated) -> float:
    """What else stands beside two dates, by weight, and whether both are of a birth or a death."""
    return fsum(map(_exactness, mine.beside & theirs.beside)) + ONE_EVENT * _are_one_event(mine, theirs)


def _are_one_event(mine: Dated, theirs: Dated) -> bool:
    return mine.event in _ONCE and mine.event == theirs.event


def compared(mine: Dated, theirs: Dated, found: Overlap, index: Index) -> Alike:
    """How a date of the draft compares with one of the sources with whose passage its own shares so much."""
    names = telling_names(index)
    return Alike(
        dated=theirs,
        overlap=found,
        deeds=len(_deeds(found.stems, index)),
        near_deeds=len(_deeds(found.near_stems, index)),
        is_flanked=not mine.beside.isdisjoint(theirs.beside),
        is_naming=any(each in words_of_names(index) or is_name(each) for each in found.stems),
        is_named=not found.stems.isdisjoint(names),
        is_anchored=bool((mine.topic | mine.around) & (theirs.topic | theirs.around) & names),
        is_known=not mine.cast.isdisjoint(_subjects(index, theirs.statement.document)),
        is_one_event=_are_one_event(mine, theirs),
        is_of_other=_is_of_other(mine, theirs),
    )


def _deeds(stems: frozenset[str], index: Index) -> frozenset[str]:
    """The words that are no names, and the numbers."""
    return stems - words_of_names(index)


def _is_of_other(mine: Dated, theirs: Dated) -> bool:
    """True where most of what the draft's sentence names is not named near the source's, which names something else."""
    known = theirs.around | theirs.topic
    strange = mine.names - known
    return 2 * len(strange) > len(mine.names) and bool(theirs.names - mine.around - mine.topic)


def rarity(slip: Slip, mine: Parts, index: Index) -> float:
    """How seldom dates that have nothing to do with the draft's would include one that is so like it.

    It is the logarithm of how many such the sources may be expected to have, by how many dates they have at all.
    """
    if not slip.is_exact:
        return 0.0
    others = [part for part in PARTS if part != slip.part and mine.gives(part)]
    if (slip.part == "day" and not slip.is_figure) or slip.same != len(others):
        return _SOME
    known = _known_dates(index)
    is_year_kept = "year" in others
    like = known[mine.exactness, mine.year] if is_year_kept else known[mine.exactness]
    if slip.is_figure:
        like = known["month", mine.year, mine.month]
        return max(_SOME, log(_FIGURES / like)) if like else _SOME
    days, months = (_DAYS if mine.day is not None else 1), (_MONTHS if mine.month is not None else 1)
    chances = days * (1 if is_year_kept else months)
    return max(_SOME, log(chances / like)) if like else _SOME


@kept
def _known_dates(index: Index) -> Counter[Hashable]:
    """How many different dates the sources have of each exactness, of each in one year, and in each month."""
    known = frozenset(dated.parts for dated in dates_in(index))
    keys = (((each.exactness, each.year), each.exactness, ("month", each.year, each.month)) for each in known)
    return Counter(chain.from_iterable(keys))


def are_of_two_events(mine: Dated, theirs: Dated) -> bool:
    """True where one date is of a birth or a death and the other is not, or one of a beginning and one of an end."""
    kinds = {mine.event, theirs.event}
    return len(kinds) > 1 and (bool(kinds & _ONCE) or kinds == _OPPOSITES)


def are_of_two_instances(mine: Dated, theirs: Dated) -> bool:
    """True where what two dates are of has other versions or figures, or where other people are born or die."""
    if mine.figures and theirs.figures and mine.figures.isdisjoint(theirs.figures):
        return True
    return mine.event in _ONCE and bool(mine.people - theirs.around - theirs.topic)


def _exactness(parts: Parts) -> float:
    """How telling it is that two sentences have one date beside others."""
    given = sum(part is not None for part in (parts.year, parts.month, parts.day))
    return {1: 0.5, 2: 0.8, 3: 1.0}[given] if given else 0.0


class _Told(Struct, frozen=True, eq=False):
    """A date of a source with what it is told in, the words around it and those of its topic, and its own number."""

    dated: Dated
    passage: Passage
    words: frozenset[str]
    number: int


@kept
def dates_told(index: Index) -> Postings[_Told]:
    """All dates of the sources by what they are told in."""
    return Postings(dates_by_key(account) for account in index.accounts)


@kept
def dates_by_key(account: Account) -> Mapping[Hashable, Sequence[_Told]]:
    """The dates of a source by the words of their passages, the dates beside them and what they date."""
    return by_key(
        (one, {*one.words, *one.passage.sentence, *one.passage.near, *one.dated.beside, (one.dated.event,)})
        for one in _dates_of(account)
    )


@kept
def _dates_of(account: Account) -> Sequence[_Told]:
    dates = (*dates_of(account), *reckoned(account))
    known: dict[frozenset[str], frozenset[str]] = {}
    return [_told(one, number, known) for number, one in enumerate(dates)]


def _told(dated: Dated, number: int, known: dict[frozenset[str], frozenset[str]]) -> _Told:
    sets = (telling(dated.words), telling(dated.near), telling(dated.around), dated.around | dated.topic)
    *passage, words = (known.setdefault(each, each) for each in sets)
    return _Told(dated, Passage(*passage), words, number)


def _passage(dated: Dated) -> Passage:
    """What a date is told in."""
    return _passage_of(dated.words, dated.near, dated.around)


@lru_cache(maxsize=1024)
def _passage_of(words: frozenset[str], near: frozenset[str], around: frozenset[str]) -> Passage:
    return Passage(telling(words), telling(near), telling(around))


@kept
def _subjects(index: Index, document: Document) -> frozenset[str]:
    """The words of names that a source has most often, of those that few sources have, and those in its title."""
    account, telling = index.account_of(document), telling_names(index)
    common = Counter({word: count for word, count in _name_counts(account).items() if word in telling})
    usual = {word for word, _ in common.most_common(_SUBJECTS)}
    return frozenset(usual) | (title_words(account) & telling)


@kept
def _name_counts(account: Account) -> Counter[str]:
    """How often a source has each word of names that is no word of the language."""
    said = account.about(Slot.NAME)
    words = (fold(word) for statement in said for word in mention_of(Fact(statement)).name.words)
    return Counter(stem(word, account.lexicon.language) for word in words if not is_ordinary(word, account.lexicon))
