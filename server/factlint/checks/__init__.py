"""The mechanisms that rules name: one file each, found by the file's name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.checks import (
    conflict,
    consistency,
    date,
    expansion,
    given_name,
    name_variant,
    quotation,
    rank,
    role,
    weekday,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.case import Case
    from factlint.model import Finding
    from factlint.rule import Rule

MECHANISMS: Mapping[str, Callable[[Case, Rule], Iterator[Finding]]] = MappingProxyType(
    {
        "conflict": conflict.check,
        "consistency": consistency.check,
        "date": date.check,
        "expansion": expansion.check,
        "given_name": given_name.check,
        "name_variant": name_variant.check,
        "quotation": quotation.check,
        "rank": rank.check,
        "role": role.check,
        "weekday": weekday.check,
    }
)
