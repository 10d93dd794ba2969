"""The kinds of value that statements hold, one file a kind: parse and compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from factlint.lexicon import Honorific, Rank
    from factlint.model import Mention
    from factlint.values.acronym import Gloss
    from factlint.values.age import Age
    from factlint.values.identifier import Identifier
    from factlint.values.office import Office
    from factlint.values.quantity import Quantity
    from factlint.values.quote import Quotation
    from factlint.values.score import Score
    from factlint.values.version import Release
    from factlint.values.when import When

    Value: TypeAlias = (
        Mention | Office | Rank | Honorific | Age | When | Gloss | Identifier | Quantity | Quotation | Release | Score
    )
