"""A name that no source has in any form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.set_apart import set_apart
from factlint.extract.mentions import is_ordinary
from factlint.extract.pieces import words_of
from factlint.full_name import is_derived
from factlint.identity import fold
from factlint.model import Finding, Mention, Slot, Stance, evidence_of, mention_of
from factlint.text import Span
from factlint.vocabulary import Vocabulary, parts_of, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule

# Marks behind which a phrase may begin with a capital as a sentence does.
_QUOTES = frozenset("“”‘’\"'«»„")
_OPENINGS = frozenset(":|•–—-/(") | _QUOTES | {""}


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names with words that no source has; the words are marked."""
    known = vocabulary(case.index)
    if known is None:
        return
    for claim in (*case.names, *set_apart(case, Slot.NAME)):
        mention, identity = mention_of(claim), case.identities.get(claim.statement.span)
        is_known = identity is not None and not identity.differences
        if is_known or claim.statement.stance is Stance.DENIED or case.is_set_beside(claim):
            continue
        settled = case.settled_words(claim)
        unknown = [number for number in _unknown_words(mention, known, case) if number not in settled]
        if unknown:
            span = Span(mention.words[unknown[0]].start, mention.words[unknown[-1]].end)
            yield finding(rule, case, span, evidence_of(identity.entity.names[:1]) if identity else ())


def is_surely_name(mention: Mention, case: Case) -> bool:
    """True unless the words may be plain ones that only their place gives a capital."""
    return not _may_be_plain(mention, case) and (not mention.is_weak or _is_sure(mention, case))


def _unknown_words(mention: Mention, known: Vocabulary, case: Case) -> list[int]:
    """The numbers of the words of a name that no source has; none where the whole stands for what a source names."""
    words, lexicon = mention.name.words, case.draft.lexicon
    if known.has_country(words) or known.shortens(words) or not is_surely_name(mention, case):
        return []
    unknown = [number for number, word in enumerate(words) if not _is_known(word, known, case)]
    heads = lexicon.organisation_heads | lexicon.place_heads | lexicon.legal_forms
    # A head that says what the rest is the name of: "Labour" and the "Labour Party" are one.
    is_head_alone = len(words) > 1 and all(fold(words[number]) in heads for number in unknown)
    return [] if is_head_alone else unknown


def _may_be_plain(mention: Mention, case: Case) -> bool:
    """True for words of the language that have their capitals before a figure, or one behind a mark, as an item has."""
    words, document = mention.name.words, case.draft.document
    block = document.block_at(mention.words[0].start)
    if block is None or not all(is_ordinary(fold(word), case.draft.lexicon) for word in words):
        return False
    start, end = block.prose_span(mention.words[0]).start, block.prose_span(mention.words[-1]).end
    before, behind = block.text[:start].rstrip()[-1:], block.text[end:].lstrip()[:1]
    is_alone_in_quotes = before in _QUOTES and behind in _QUOTES
    return behind.isdigit() or (len(words) == 1 and before in _OPENINGS and not is_alone_in_quotes)


def _is_sure(mention: Mention, case: Case) -> bool:
    """True where a name that only its place gives a capital is one in general tables or elsewhere in the draft."""
    lexicon = case.draft.lexicon
    if all(is_ordinary(part, lexicon) for word in mention.name.words for part in parts_of(word)):
        return False
    tables = (lexicon.given_names, lexicon.places, lexicon.countries, lexicon.demonyms, lexicon.capitals)
    return any(
        fold(word) in case.words_of_strong_names or (not is_ordinary(fold(word), lexicon) and fold(word) in table)
        for word in mention.name.words
        for table in tables
    )


def _is_known(word: str, known: Vocabulary, case: Case) -> bool:
    folded, lexicon = fold(word), case.draft.lexicon
    if folded in lexicon.loose_words or folded in lexicon.function_words or len(folded) == 1:
        return True
    # Plain words that only a hyphen makes a name must be joined or side by side in a source too.
    is_coined = len(parts_of(word)) > 1 and all(is_ordinary(part, lexicon) for part in parts_of(word))
    is_there = known.has_joined(word) if is_coined else known.has(word)
    if is_there or known.has_country((word,)) or _is_said_otherwise(word, folded, case):
        return True
    return _is_acronym(word) and known.expands(word)


def _is_said_otherwise(word: str, folded: str, case: Case) -> bool:
    """True for a number or unit, another form of a known name ("Cumbrian"), and how one sounds ("bah-geh-REE")."""
    numbers, lexicon = words_of(case.draft.lexicon), case.draft.lexicon
    parts = parts_of(folded)
    is_number = any(part in numbers.cardinals or part in numbers.ordinals for part in parts)
    is_number = is_number and all(part in numbers.ordinals or is_ordinary(part, lexicon) for part in parts)
    groups = lexicon.name_forms.get(folded, frozenset())
    names = case.index.by_word
    is_other_form = any(
        is_derived(folded, other, lexicon) or not groups.isdisjoint(lexicon.name_forms.get(other, ()))
        for other in names
    )
    syllables = word.split("-")
    is_spoken = len(syllables) > 1 and any(s.isupper() for s in syllables) and any(s.islower() for s in syllables)
    return (
        is_number
        or folded in numbers.units
        or folded in numbers.currencies
        or is_other_form
        or (is_spoken and word[0].islower())
    )


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1
