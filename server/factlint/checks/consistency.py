"""One name that the draft itself spells in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.checks.name_variant import in_case_of
from factlint.checks.own_names import Use, neighbours, one_name, uses_by_word
from factlint.identity import words_like
from factlint.model import Evidence, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rule import Rule

# Words less alike than this are no spellings of one name whatever else speaks for it.
_LEAST = 0.6


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Names written otherwise than the draft writes them more often or first, or as the sources do."""
    by_word = uses_by_word(case)
    words, beside = tuple(by_word), neighbours(by_word)
    for word, uses in by_word.items():
        case.heed()
        near = dict.fromkeys((*words_like(word, words, _LEAST, case.draft.lexicon), *beside[word]))
        found = [both for other in near if (both := one_name(uses, by_word[other], case))]
        wrong = [(mine, theirs) for mine, theirs in found if _weight(mine) < _weight(theirs)]
        if wrong:
            yield from _marked(case, rule, *max(wrong, key=lambda both: _weight(both[1])))


def _weight(uses: Sequence[Use]) -> tuple[int, int, int]:
    """What makes a spelling the one to keep: more sources have it, the draft uses it more often, or first."""
    return max(use.sources for use in uses), len(uses), -min(use.start for use in uses)


def _marked(case: Case, rule: Rule, uses: Sequence[Use], others: Sequence[Use]) -> Iterator[Finding]:
    other = others[0]
    for use in uses:
        span = use.mention.words[use.number]
        if case.draft.document.block_at(span.start) is None:
            continue
        expected = in_case_of(use.name.words[use.number], other.name.words[other.number])
        evidence = Evidence(case.draft.document, other.mention.words[other.number])
        yield finding(rule, case, span, (evidence,), (expected,))
