"""An acronym that no source expands and that the draft itself expands, or writes, in two ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.long_form import (
    LongForm,
    gloss_of,
    grouped,
    is_contrasted,
    is_own_word,
    long_form_of,
    name_of,
    says,
    short_of,
    slip,
    span_of_words,
)
from factlint.model import Claim, Finding, Slot, mention_of
from factlint.values.acronym import Expansion, difference, is_near, is_slip, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from factlint.rule import Rule
    from factlint.text import Span


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Long forms and acronyms that differ from the ones that the draft gives oftener, or first."""
    lexicon, small = case.draft.lexicon, case.draft.lexicon.passed_over
    theirs = {gloss_of(fact.statement).key for fact in case.index.facts(Slot.EXPANSION)}
    claims = [c for c in case.claims(Slot.EXPANSION) if is_own_word(c.statement)]
    own = _own([claim for claim in claims if gloss_of(claim.statement).key not in theirs], case)
    for claim in claims:
        gloss = gloss_of(claim.statement)
        main = own.get(gloss.key)
        if main and not says(gloss, main.words, small) and not is_contrasted(claim.statement, main.words, case.draft):
            found = slip(gloss, main, lexicon)
            if found:
                yield _finding(rule, case, span_of_words(claim.statement, found.wrong), found.expected, main)
        other = _other_short(claim, own, small)
        if other:
            yield _finding(rule, case, short_of(claim.statement), other.short, other)
    yield from _slipped(case, rule, own)


def _finding(rule: Rule, case: Case, span: Span, expected: str, form: LongForm) -> Finding:
    expansion = " ".join(form.words)
    return finding(rule, case, span, form.evidence, (expected,), acronym=form.short, expansion=expansion)


def _own(claims: Sequence[Claim], case: Case) -> Mapping[str, LongForm]:
    """What the draft expands each acronym to: letter by letter rather than not, more often, or first."""
    small = case.draft.lexicon.passed_over
    by_key: dict[str, list[LongForm]] = defaultdict(list)
    for claim in claims:
        form = long_form_of(claim.statement, case.draft.lexicon)
        if form is not None:
            by_key[form.key].append(form)
    return {key: max(grouped(forms, small), key=_weight)[0] for key, forms in by_key.items()}


def _weight(group: Sequence[LongForm]) -> tuple[bool, int]:
    return group[0].is_plain, len(group)


def _other_short(claim: Claim, own: Mapping[str, LongForm], small: Set[str]) -> LongForm | None:
    """The long form that is expanded here too, to an acronym nearly like its own that lacks its initials."""
    gloss = gloss_of(claim.statement)
    if not gloss.name or (isinstance(gloss, Expansion) and gloss.is_plain):
        return None
    near = (form for key, form in own.items() if is_near(gloss.key, key))
    return next((form for form in near if difference(name_of(gloss), form.words, small) is None), None)


def _slipped(case: Case, rule: Rule, own: Mapping[str, LongForm]) -> Iterator[Finding]:
    """Acronyms standing alone that have two letters of one that the draft expands swapped, or one doubled."""
    for claim in case.claims(Slot.NAME):
        mention = mention_of(claim)
        written = key_of(mention.name.words[0])
        form = next((form for key, form in own.items() if is_slip(written, key)), None)
        is_alone = len(mention.words) == 1 and mention.name.words[0].isupper()
        if form and is_alone and written not in own and claim.statement.span not in case.identities:
            yield _finding(rule, case, mention.words[0], form.short, form)
