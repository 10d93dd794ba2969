"""A word that no source has, where a source's passage has one that rules it out."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.case import Case, finding
from factlint.extract.relation import stem
from factlint.kept import kept
from factlint.model import Evidence, Finding
from factlint.values.contrast import Contrasts, calling, contrasts, is_form_of
from factlint.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.rule import Rule
    from factlint.text import Document, Span

# How many content words either side of a word make its company, and how near before it a negation governs it.
_COMPANY, _REACH_OF_NEGATION = 2, 3
_LEAST_LETTERS = 3


class _Word(Struct, frozen=True):
    """A content word in its sentence: `before` and `behind` are the stems of its company, nearest first."""

    written: str
    stem: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    sentence: frozenset[str]
    is_negated: bool
    document: Document
    span: Span


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Words that no source has where a passage of one, in the same company, has an opposite or another of its kind."""
    known, lexicon = vocabulary(case.index), case.draft.lexicon
    if known is None:
        return
    opposed, told = contrasts_of(lexicon), _by_stem(case.index)
    for mine in _words(case.draft):
        case.heed()
        if not mine.written.islower() or len(mine.written) < _LEAST_LETTERS or known.has(mine.written):
            continue
        theirs = _contrasted(mine, opposed, told) or _other_calling(mine, told, lexicon)
        if theirs is not None:
            evidence = Evidence(theirs.document, theirs.span)
            yield finding(rule, case, mine.span, (evidence,), expected=theirs.written)


def _contrasted(mine: _Word, opposed: Contrasts, told: Mapping[str, Sequence[_Word]]) -> _Word | None:
    """The source's word in the same company that rules out the draft's, unless another there says the same as it."""
    sides = opposed.of(mine.written)
    if mine.is_negated or any(_said_with(mine, other, opposed, told) for other in sides.alike):
        return None
    found = (_said_with(mine, other, opposed, told) for other in sorted(sides.others))
    return next((theirs for theirs in found if theirs is not None), None)


def _said_with(mine: _Word, other: str, opposed: Contrasts, told: Mapping[str, Sequence[_Word]]) -> _Word | None:
    """Where a source says another word in the company in which the draft says its own."""
    for theirs in told.get(opposed.stem(other), ()):
        is_it = theirs.stem not in mine.sentence and is_form_of(theirs.written.casefold(), other)
        if is_it and not theirs.is_negated and _is_in_company(mine, theirs):
            return theirs
    return None


def _is_in_company(mine: _Word, theirs: _Word) -> bool:
    """True where a word stands near both on the same side."""
    is_before = not set(mine.before).isdisjoint(theirs.before)
    return is_before or not set(mine.behind).isdisjoint(theirs.behind)


def _other_calling(mine: _Word, told: Mapping[str, Sequence[_Word]], lexicon: Lexicon) -> _Word | None:
    """The source's other office or calling with the same word right beside it: "sales manager", "sales clerk"."""
    own = calling(mine.written, lexicon)
    if not own:
        return None
    for beside in (*mine.before[:1], *mine.behind[:1]):
        for near in told.get(beside, ()):
            for theirs in _callings_beside(near, mine, told):
                other = calling(theirs.written.casefold(), lexicon)
                if other and other != own and theirs.stem not in mine.sentence:
                    return theirs
    return None


def _callings_beside(near: _Word, mine: _Word, told: Mapping[str, Sequence[_Word]]) -> Iterator[_Word]:
    """The words of the sentence of `near` that stand on the same side of it as the draft's word does."""
    is_before = mine.before[:1] == (near.stem,)
    for place in near.behind[:1] if is_before else near.before[:1]:
        for theirs in told.get(place, ()):
            beside = theirs.before[:1] if is_before else theirs.behind[:1]
            if beside == (near.stem,) and theirs.sentence is near.sentence:
                yield theirs


@lru_cache(maxsize=16)
def contrasts_of(lexicon: Lexicon) -> Contrasts:
    """The contrasts of a language, made ready once."""
    return contrasts(lexicon, partial(stem, language=lexicon.language))


@kept
def _by_stem(index: Index) -> Mapping[str, Sequence[_Word]]:
    """The content words of the sources by their stems."""
    found: dict[str, list[_Word]] = defaultdict(list)
    for account in index.accounts:
        for word in _words(account):
            found[word.stem].append(word)
    return found


def _words(account: Account) -> Iterator[_Word]:
    """The content words of a document, sentence by sentence."""
    lexicon = account.lexicon
    negations = lexicon.cues.get("negation", frozenset())
    for block, scanned in zip(account.document.blocks, account.scans, strict=True):
        items = scanned.tokens.items
        for sentence in scanned.tokens.sentences:
            places = [n for n in sentence if items[n].is_word and items[n].folded not in lexicon.function_words]
            stems = [stem(items[n].folded, lexicon.language) for n in places]
            about = frozenset(stems)
            for number, place in enumerate(places):
                before = items[max(sentence.start, place - _REACH_OF_NEGATION) : place]
                yield _Word(
                    items[place].text,
                    stems[number],
                    tuple(reversed(stems[max(0, number - _COMPANY) : number])),
                    tuple(stems[number + 1 : number + 1 + _COMPANY]),
                    about,
                    any(token.folded in negations for token in before),
                    account.document,
                    block.file_span(items[place].span),
                )
