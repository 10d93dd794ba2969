"""The mechanisms that rules name: one file each, found by the file's name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.checks import (
    age,
    agent,
    announced_list,
    attribution,
    conflict,
    consistency,
    date,
    duration,
    expansion,
    held_number,
    identifier,
    kinship,
    known_age,
    left_over,
    name_variant,
    number,
    ordinal,
    other_end,
    other_word,
    own_expansion,
    own_quantities,
    own_sums,
    own_titles,
    post_holder,
    quotation,
    rank,
    role,
    score,
    substitution,
    title,
    told_day,
    told_length,
    unsupported_date,
    unsupported_name,
    unsupported_number,
    unsupported_quote,
    unsupported_word,
    version,
    weekday,
)
from factlint.suppression import BROKEN, UNUSED, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.case import Case
    from factlint.model import Finding
    from factlint.rule import Rule

MECHANISMS: Mapping[str, Callable[[Case, Rule], Iterator[Finding]]] = MappingProxyType(
    {
        "age": age.check,
        "agent": agent.check,
        "announced_list": announced_list.check,
        "attribution": attribution.check,
        "conflict": conflict.check,
        "consistency": consistency.check,
        "date": date.check,
        "duration": duration.check,
        "expansion": expansion.check,
        "held_number": held_number.check,
        "kinship": kinship.check,
        "identifier": identifier.check,
        "known_age": known_age.check,
        "left_over": left_over.check,
        "name_variant": name_variant.check,
        "number": number.check,
        "ordinal": ordinal.check,
        "other_end": other_end.check,
        "other_word": other_word.check,
        "own_expansion": own_expansion.check,
        "own_quantities": own_quantities.check,
        "own_sums": own_sums.check,
        "own_titles": own_titles.check,
        "post_holder": post_holder.check,
        "quotation": quotation.check,
        "rank": rank.check,
        "role": role.check,
        "score": score.check,
        "substitution": substitution.check,
        "told_day": told_day.check,
        "title": title.check,
        "told_length": told_length.check,
        "unsupported_date": unsupported_date.check,
        "unsupported_name": unsupported_name.check,
        "unsupported_number": unsupported_number.check,
        "unsupported_quote": unsupported_quote.check,
        "unsupported_word": unsupported_word.check,
        "version": version.check,
        "weekday": weekday.check,
    }
)

# Checks of the draft's comments, which `suppression` answers once all findings are known.
AFTERWARDS = frozenset({BROKEN, UNUSED})

# The parameters that a rule may give a mechanism in its `when` table, with their values.
PARAMETERS: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "left_over": {"slot": frozenset({"number", "date"})},
        "name_variant": {"spelling": frozenset({"unknown", "minority"})},
        "substitution": {"kind": frozenset({"place", "organisation", "name"})},
        "other_word": {"kind": frozenset({"person", "organisation"})},
    }
)

# The kinds of fault that a mechanism tells apart, which a rule may word in its `messages` table.
FAULTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "age": frozenset(age.Fault),
        "announced_list": frozenset(announced_list.Fault),
        BROKEN: frozenset(Fault) - {Fault.NAME},
        "duration": frozenset(duration.Fault),
        "kinship": frozenset(kinship.Fault),
        "own_quantities": frozenset(own_quantities.Fault),
        "own_sums": frozenset(own_sums.Fault),
        "post_holder": frozenset(post_holder.Fault),
        "role": frozenset(role.Fault),
        "told_length": frozenset(told_length.Fault),
        UNUSED: frozenset({Fault.NAME}),
    }
)


def problem_with(rule: Rule) -> str | None:
    """Why a rule cannot be applied, in words that can follow its file's name; None where it can."""
    known_checks = MECHANISMS.keys() | AFTERWARDS
    unknown = next((name for name in rule.checks if name not in known_checks), None)
    if unknown is not None:
        return f"“check” is “{unknown}”; it can be {', '.join(sorted(known_checks))}"
    names = ", ".join(rule.checks)
    faults = frozenset().union(*(FAULTS.get(name, frozenset()) for name in rule.checks))
    for fault in rule.messages:
        if fault not in faults:
            words = ", ".join(sorted(faults)) or "none"
            return f"“messages” has the unknown key “{fault}”; for {names} it can have {words}"
    known = {key: values for name in rule.checks for key, values in PARAMETERS.get(name, {}).items()}
    for key, value in rule.when.items():
        if key not in known:
            return f"“when” has the unknown key “{key}”; for {names} it can have {', '.join(sorted(known)) or 'none'}"
        if str(value) not in known[key]:
            return f"“{key}” is “{value}”; it can be {', '.join(sorted(known[key]))}"
    return None
