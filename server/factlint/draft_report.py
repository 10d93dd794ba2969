"""What checking one draft gives, as every front end gets it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.verdicts import verdicts

if TYPE_CHECKING:
    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.model import Finding, Verdict
    from factlint.recheck import Judged


class Report(Struct, frozen=True, eq=False, dict=True):
    """What checking one draft gives: findings in the order of the text, lines to tell the user, the draft's case.

    `case` is None where the draft is in a language without a lexicon, and so was not checked. `ignored` are the
    findings that comments of the draft hide or that somebody has accepted, `known` those that the baseline hides;
    `gone` is how many more it has. `judged` is what the next check may go by: see `Project.recheck`.
    """

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    case: Case | None
    ignored: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    gone: int = 0
    judged: Judged | None = None

    @property
    def is_whole(self) -> bool:
        """True where all of the draft has been judged together, false where only what an edit had changed."""
        return self.judged is None or self.judged.is_whole

    @property
    def account(self) -> Account | None:
        """What the draft says."""
        return self.case.draft if self.case else None

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every checkable claim of the draft with what the sources say of it, in the order of the text."""
        return verdicts(self.case, (*self.findings, *self.known)) if self.case else ()
