"""A word that holds a number ("trilateral", "quartet") where the sources' sentence of the same has another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.model import Evidence
from factlint.sentences import Sentence, likest, tellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.extract.tokens import Token
    from factlint.index import Index
    from factlint.model import Finding
    from factlint.rule import Rule

# The part of what the draft's sentence tells that the source's must tell.
_SHARE = 0.4


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Words with a number in them where all that tells the same has one other such word in their place."""
    for sentence in case.sentences:
        for word, value in _words(sentence):
            right = _right(value, sentence, case.index)
            if right is not None and not sentence.is_own and not sentence.is_doubted:
                source, theirs = right
                span = sentence.file_span(word)
                evidence = (Evidence(source.account.document, source.file_span(theirs)),)
                yield finding(rule, case, span, evidence, (theirs.text,), number=theirs.text)


def _words(sentence: Sentence) -> Iterator[tuple[Token, int]]:
    """The words of a sentence that hold a number, with the number."""
    table: Mapping[str, int] = sentence.account.lexicon.tables.get("numbers", {}).get("holding", {})
    for token in sentence.tokens:
        if token.folded in table and not (token.is_capital and not token.is_shouted):
            yield token, table[token.folded]


def _right(value: int, sentence: Sentence, index: Index) -> tuple[Sentence, Token] | None:
    """The one other such word in the sentences of the sources that tell most of the same."""
    likely = [
        telling for telling in tellings(sentence, index) if telling.overlap.is_same and telling.overlap.share >= _SHARE
    ]
    near = [telling.sentence for telling in likest(likely)]
    found = [(source, theirs, other) for source in near for theirs, other in _words(source)]
    values = {other for _, _, other in found}
    if len(values) != 1 or value in values:
        return None
    return found[0][0], found[0][1]
