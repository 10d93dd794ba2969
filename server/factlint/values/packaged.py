"""The tables that come with factlint, read from the package itself."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from factlint import toml
from factlint.values.given_names import GivenNames, given_names
from factlint.values.romanization import Romanization, romanization

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def packaged_table(name: str, language: str = "en") -> Mapping[str, Any]:
    """The packaged lexicon table `name` of a language. Raises FileNotFoundError where there is none."""
    package = files("factlint")
    path = ("rules", "lexicon", language, f"{name}.toml")
    installed, checkout = package.joinpath(*path), package.joinpath("..", "..", *path)
    table = installed if installed.is_file() else checkout
    return MappingProxyType(toml.loads(table.read_text(encoding="utf-8")))


@cache
def packaged_romanization(language: str = "en") -> Romanization:
    """The romanization that comes with a language's lexicon."""
    return romanization(packaged_table("romanization", language))


@cache
def packaged_given_names(language: str = "en") -> GivenNames:
    """The given names that come with a language's lexicon."""
    return given_names(packaged_table("given_names", language), packaged_romanization(language))
