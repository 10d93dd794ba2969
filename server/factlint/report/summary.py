"""What a run comes to, in words: the line that ends a report for people, and the counts that may stand above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.fixes import is_safe
from factlint.model import Severity, Standing

if TYPE_CHECKING:
    from factlint.report.outcome import Outcome

_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "remark", Severity.HINT: "hint"}
_SAID = {
    Standing.SUPPORTED: "borne out",
    Standing.CONTRADICTED: "contradicted",
    Standing.UNSUPPORTED: "found in no source",
}


def summary(outcome: Outcome) -> str:
    """How many findings there are, and of how many claims the sources say what: silence is no verification."""
    if not outcome.drafts:
        return "No draft was checked."
    drafts, sources = counted(len(outcome.drafts), "draft"), counted(len(outcome.sources), "source")
    counts = ((outcome.count(severity), name) for severity, name in _NAMES.items())
    found = ", ".join(counted(count, name) for count, name in counts if count)
    if not found:
        new = "new " if outcome.known else ""
        return f"No {new}disagreement with the {sources} in {drafts}: {_claims(outcome)}.{_hidden(outcome)}"
    told = f"{found} in {drafts}, checked against {sources}: {_claims(outcome)}."
    return f"{told}{_mendable(outcome)}{_hidden(outcome)}"


def _hidden(outcome: Outcome) -> str:
    """How many findings the baseline keeps from being shown, where there are any."""
    return f" {counted(outcome.known, 'known finding')} hidden by the baseline." if outcome.known else ""


def _mendable(outcome: Outcome) -> str:
    """How many of the findings a program may mend, where there are any."""
    safe = sum(map(is_safe, outcome.findings))
    return f" --fix mends {counted(safe, 'finding')}." if safe else ""


def _claims(outcome: Outcome) -> str:
    """How the claims of the drafts stand: "31 of its 42 checkable claims are borne out, 11 found in no source"."""
    their = "its" if len(outcome.drafts) == 1 else "their"
    total = sum(outcome.claims.values())
    if not total:
        return f"nothing in {'it' if their == 'its' else 'them'} could be checked"
    supported = outcome.claims.get(Standing.SUPPORTED, 0)
    if total == 1:
        (standing,) = (standing for standing, count in outcome.claims.items() if count)
        return f"{their} one checkable claim is {_SAID[standing]}"
    if supported == total:
        every = "both" if total == 2 else f"all {total:,}"
        return f"{every} of {their} checkable claims are {_SAID[Standing.SUPPORTED]}"
    others = (Standing.CONTRADICTED, Standing.UNSUPPORTED)
    rest = "".join(f", {outcome.claims[each]:,} {_SAID[each]}" for each in others if outcome.claims.get(each))
    borne_out = "none" if not supported else f"{supported:,}"
    verb = "is" if supported <= 1 else "are"
    return f"{borne_out} of {their} {total:,} checkable claims {verb} {_SAID[Standing.SUPPORTED]}{rest}"


def statistics(outcome: Outcome) -> str:
    """A line for each rule with findings, that with most first, and one for each standing that claims have."""
    rules = list(outcome.by_rule.items())
    claims = [(f"claims {_SAID[standing]}", outcome.claims.get(standing, 0)) for standing in Standing]
    width = max(len(f"{count:,}") for _, count in (*rules, *claims))
    blocks = ("\n".join(f"{count:>{width},}  {name}" for name, count in block) for block in (rules, claims) if block)
    return "\n\n".join(blocks)


def counted(count: int, name: str) -> str:
    """A number with what it counts: "1 draft", "1,200 drafts"."""
    return f"{count:,} {name}" + ("" if count == 1 else "s")
