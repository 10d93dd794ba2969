"""An identifier ("Section 230", "Flight 370", a telephone number) of which the sources have another in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.case import Case, finding
from factlint.kept import kept
from factlint.model import Evidence, Slot
from factlint.sentences import tellings_without
from factlint.values.identifier import Identifier, is_short, is_slip_of_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.model import Finding, Statement
    from factlint.rule import Rule
    from factlint.sentences import Sentence, Telling

# The part of what the draft's sentence tells that the source's must tell: more where no slip explains the change.
_SHARE, _MOST = 0.35, 0.7


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Identifiers that no source has where the sentence that tells the same has one other of the same label."""
    for sentence in case.sentences:
        for statement in sentence.about(Slot.IDENTIFIER):
            mine = statement.value
            if isinstance(mine, Identifier) and statement.is_held and not _is_known(mine, case.index):
                right = _right(case, sentence, mine)
                if right is not None:
                    other, theirs = right
                    evidence = (Evidence(other.document, other.span),)
                    yield finding(rule, case, statement.span, evidence, (theirs.text,), number=theirs.text)


def _is_known(mine: Identifier, index: Index) -> bool:
    """True where a source has the identifier of whatever, or its number stands in one."""
    return mine.code in _codes(index)


@kept
def _codes(index: Index) -> frozenset[str]:
    codes = (value.code for account in index.accounts for _, value in _identifiers(account))
    words = (token.folded for account in index.accounts for scanned in account.scans for token in scanned.tokens.items)
    return frozenset((*codes, *words))


@kept
def _identifiers(account: Account) -> tuple[tuple[Statement, Identifier], ...]:
    return tuple((said, said.value) for said in account.about(Slot.IDENTIFIER) if isinstance(said.value, Identifier))


def _right(case: Case, sentence: Sentence, mine: Identifier) -> tuple[Statement, Identifier] | None:
    """The one identifier of the same label in what tells the same, a slip away or of what says nearly all."""
    own = {value.code for _, value in _identifiers(case.draft)}
    found: dict[str, tuple[Statement, Identifier]] = {}
    for telling in tellings_without(sentence, frozenset({mine.label}), case.index):
        for said in telling.sentence.about(Slot.IDENTIFIER):
            theirs = said.value
            if not isinstance(theirs, Identifier) or theirs.label != mine.label or theirs.code in own:
                continue
            is_slip = is_slip_of_code(mine.code, theirs.code) and telling.overlap.is_familiar
            is_told = (
                is_short(mine.code) and _is_told(sentence, telling, mine) and _is_only(telling.sentence.account, theirs)
            )
            is_other = _codes_of(sentence) - {mine.code} - _codes_of(telling.sentence)
            if said.is_held and not is_other and ((is_slip and telling.overlap.share >= _SHARE) or is_told):
                found.setdefault(theirs.code, (said, theirs))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_only(account: Account, theirs: Identifier) -> bool:
    """True for a short identifier that is the only one of its label in its document."""
    return is_short(theirs.code) and {v.code for _, v in _identifiers(account) if v.label == theirs.label} == {
        theirs.code
    }


def _codes_of(sentence: Sentence) -> frozenset[str]:
    values = (said.value for said in sentence.about(Slot.IDENTIFIER))
    return frozenset(value.code for value in values if isinstance(value, Identifier))


def _is_told(sentence: Sentence, telling: Telling, mine: Identifier) -> bool:
    """True where a sentence of the sources names all that the draft's does and has most of its words."""
    words = {each for each in sentence.stems if not each[0].isdigit() and each != mine.label}
    shared = words & telling.sentence.stems
    names = frozenset().union(*(named.key for named in sentence.names)) & words
    return telling.overlap.is_familiar and names <= shared and len(shared) >= _MOST * len(words)
