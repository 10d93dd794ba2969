"""An acronym that the draft expands unlike the sources, or that is not the one the sources have for a body."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.long_form import (
    LongForm,
    gloss_of,
    is_contrasted,
    is_own_word,
    known_forms,
    name_of,
    says,
    short_of,
    slip,
    span_of_words,
)
from factlint.kept import kept
from factlint.model import Claim, Evidence, Finding, Slot, evidence_of, mention_of
from factlint.values.acronym import Expansion, content, difference, initials, is_near
from factlint.values.name import Kind, Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.index import Entity, Index
    from factlint.lexicon import Lexicon
    from factlint.rule import Rule
    from factlint.text import Span

_MOST_EVIDENCE = 3
# From this many letters on, a name with just these initials is what an acronym stands for.
_TELLING_LETTERS = 3


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Expansions that differ in some words from the one the sources know, and acronyms that differ in a letter."""
    known = known_forms(case)
    for claim in case.claims(Slot.EXPANSION):
        if not is_own_word(claim.statement):
            continue
        form = _other_short(claim, known, case)
        if form is not None:
            yield _finding(rule, case, short_of(claim.statement), form.short, form)
            continue
        gloss = gloss_of(claim.statement)
        forms = known.get(gloss.key) or _unexpanded(gloss.key, case)
        small = case.draft.lexicon.passed_over
        if any(says(gloss, form.words, small) for form in forms) or _is_known_name(claim, case):
            continue
        others = (form for form in forms if not is_contrasted(claim.statement, form.words, case.draft))
        slips = ((slip(gloss, form, case.draft.lexicon), form) for form in others)
        found = next(((each, form) for each, form in slips if each), None)
        if found:
            each, form = found
            yield _finding(rule, case, span_of_words(claim.statement, each.wrong), each.expected, form)


def _finding(rule: Rule, case: Case, span: Span, expected: str, form: LongForm) -> Finding:
    expansion = " ".join(form.words)
    evidence = form.evidence[:_MOST_EVIDENCE]
    return finding(rule, case, span, evidence, (expected,), acronym=form.short, expansion=expansion)


def _unexpanded(key: str, case: Case) -> Sequence[LongForm]:
    """The body that an acronym of the sources stands for though they never say so: the one with its initials."""
    shorts = case.index.by_word.get(key, ())
    if not shorts or len(key) < _TELLING_LETTERS:
        return ()
    bodies = _by_initials(case.index, case.draft.lexicon).get(key, ())
    if len({id(entity) for entity, _ in bodies}) != 1:
        return ()
    entity, name = bodies[0]
    return (LongForm(name.words, shorts[0].usages[key].written, key, True, True, _evidence(entity, name)),)


@kept
def _by_initials(index: Index, lexicon: Lexicon) -> Mapping[str, Sequence[tuple[Entity, Name]]]:
    """The names of the sources that are no person's, by their initials."""
    found: dict[str, list[tuple[Entity, Name]]] = defaultdict(list)
    for entity in index.entities:
        for name in entity.forms:
            if name.kind is not Kind.PERSON:
                found[initials(content(name.words, lexicon.passed_over))].append((entity, name))
    return found


def _evidence(entity: Entity, name: Name) -> tuple[Evidence, ...]:
    return evidence_of(fact for fact in entity.names if mention_of(fact).name.words == name.words)


def _is_known_name(claim: Claim, case: Case) -> bool:
    """True where the sources have the words as a name of something else."""
    words = name_of(gloss_of(claim.statement))
    return len(words) > 1 and bool(case.index.named(Name(words, Kind.UNKNOWN)))


def _other_short(claim: Claim, known: Mapping[str, Sequence[LongForm]], case: Case) -> LongForm | None:
    """The long form that the draft has word for word beside an acronym nearly like its own, or another body's.

    Not where the draft's acronym has the initials too, nor where the sources use it and do not say for what.
    """
    gloss, lexicon = gloss_of(claim.statement), case.draft.lexicon
    small, words = lexicon.passed_over, name_of(gloss)
    is_plain = isinstance(gloss, Expansion) and gloss.is_plain
    if not words or is_plain or gloss.key in lexicon.countries:
        return None
    if gloss.key in case.index.by_word and gloss.key not in known:
        return None
    if any(says(gloss, form.words, small) for form in known.get(gloss.key, ())):
        return None
    is_another_body = gloss.key in known
    near = (form for key, forms in known.items() if is_another_body or is_near(gloss.key, key) for form in forms)
    return next((form for form in near if difference(words, form.words, small) is None), None)
