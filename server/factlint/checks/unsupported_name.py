"""A name that no source has in any form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.set_apart import set_apart
from factlint.extract.mentions import is_ordinary
from factlint.extract.quantities import words_of
from factlint.identity import fold
from factlint.model import Finding, Mention, Slot, evidence_of, mention_of
from factlint.text import Span
from factlint.vocabulary import Vocabulary, parts_of, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rule import Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names with words that no source has; the words are marked."""
    known = vocabulary(case.index)
    if known is None:
        return
    for claim in (*case.names, *set_apart(case, Slot.NAME)):
        mention, identity = mention_of(claim), case.identities.get(claim.statement.span)
        if case.is_left_alone(claim) or (identity is not None and not identity.differences):
            continue
        unknown = _unknown_words(mention, known, case)
        if unknown:
            span = Span(mention.words[unknown[0]].start, mention.words[unknown[-1]].end)
            yield finding(rule, case, span, evidence_of(identity.entity.names[:1]) if identity else ())


def _unknown_words(mention: Mention, known: Vocabulary, case: Case) -> list[int]:
    """The numbers of the words of a name that no source has; none where the whole stands for what a source names."""
    words = mention.name.words
    if known.has_country(words) or known.shortens(words) or (mention.is_weak and not _is_sure(mention, case)):
        return []
    return [number for number, word in enumerate(words) if not _is_known(word, known, case)]


def _is_sure(mention: Mention, case: Case) -> bool:
    """True where a name that only its place gives a capital is one in general tables or elsewhere in the draft."""
    lexicon = case.draft.lexicon
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
    if known.has(word) or known.has_country((word,)) or _is_said_otherwise(word, folded, case):
        return True
    return _is_acronym(word) and known.expands(word)


def _is_said_otherwise(word: str, folded: str, case: Case) -> bool:
    """True for numbers and units, another form of a known given name, and how a name is spoken ("bah-geh-REE")."""
    numbers, lexicon = words_of(case.draft.lexicon), case.draft.lexicon
    is_number = all(part in numbers.cardinals or part in numbers.ordinals for part in parts_of(folded))
    groups = lexicon.name_forms.get(folded, frozenset())
    is_short_form = any(not groups.isdisjoint(lexicon.name_forms.get(other, ())) for other in case.index.by_word)
    syllables = word.split("-")
    is_spoken = len(syllables) > 1 and any(s.isupper() for s in syllables) and any(s.islower() for s in syllables)
    return is_number or folded in numbers.units or is_short_form or (is_spoken and word[0].islower())


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1
