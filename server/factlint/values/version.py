"""Versions of software and other products: their parts, and when one may be a short form of another."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.patterns import compiled

if TYPE_CHECKING:
    from factlint.text import Span

# Three parts name a release fully, fewer may name a series.
_FULL = 3
_STAGES = (
    r"alpha|beta|rc|pre|preview|dev|nightly|snapshot|canary|milestone|final|ga|post|patch|pl|sp|hotfix|update|lts"
    r"|build|rev|[abcprum]"
)
# Figures with dots, a "v" before them or an open end ("3.x") behind, a stage, patch level or packager's count last.
VERSION = compiled(
    rf"""(?P<v>(?<!\w)[vV]\.?)?
         (?P<parts>\d{{1,6}}(?:\.\d{{1,6}})*)
         (?P<open>\.[xX*])?
         (?P<stage>[-.+~_]?(?:{_STAGES})(?:[-.]?\d{{1,6}})?(?!\p{{L}})|(?<=\.\d+\.\d+)-\d[\d\p{{L}}+~]{{0,20}})?""",
    regex.VERBOSE | regex.IGNORECASE,
)
_MARKS = compiled(r"[^\p{L}\d]")


class Version(Struct, frozen=True):
    """A version: its parts, the stage or patch level behind them in lower case, and whether its end is open ("3.x")."""

    parts: tuple[int, ...]
    stage: str = ""
    is_open: bool = False

    @property
    def is_full(self) -> bool:
        """True where it names one release, not a series of them."""
        return not self.is_open and (len(self.parts) >= _FULL or bool(self.stage))

    @property
    def significant(self) -> tuple[int, ...]:
        """The parts without the zeros at the end: 3.0 and 3.0.0 are one."""
        parts = self.parts
        while len(parts) > 1 and parts[-1] == 0:
            parts = parts[:-1]
        return parts


class Bound(StrEnum):
    """Whether a text speaks of a version alone, of it and what came after, or of what came before it."""

    NONE = ""
    FROM = "from"
    UNTIL = "until"


class Release(Struct, frozen=True):
    """A version as a text gives it: of which product, and in which words.

    `product` are the folded words of the product's name, empty where none is beside it, and `named` where in the block
    they stand; `run` holds the versions that it is listed with, itself among them, `reach` the ends of the range
    that it opens or closes; `near` are the stems of the words closest to it or to its list.
    """

    text: str
    version: Version
    product: tuple[str, ...] = ()
    named: Span | None = None
    run: tuple[Version, ...] = ()
    reach: tuple[Version, Version] | None = None
    bound: Bound = Bound.NONE
    near: frozenset[str] = frozenset()


def version(text: str) -> Version | None:
    """The version that a text is; None for other text."""
    found = VERSION.fullmatch(text)
    return version_of(found) if found else None


def version_of(found: regex.Match[str]) -> Version:
    """The version that a match of `VERSION` is."""
    parts = tuple(int(part) for part in found["parts"].split("."))
    return Version(parts, _MARKS.sub("", found["stage"] or "").casefold(), bool(found["open"]))


def is_same(first: Version, second: Version) -> bool:
    """True where both are one version, however many zeros end them."""
    return first.significant == second.significant and first.stage == second.stage and first.is_open == second.is_open


def agrees(first: Version, second: Version) -> bool:
    """True where one may be a shorter form of the other: "3.1" of 3.1.4, "1.9.3" of 1.9.3-p429, "3" of 3.0."""
    if first.stage and second.stage and first.stage != second.stage:
        return False
    if first.significant == second.significant:
        return True
    shared = min(len(first.parts), len(second.parts))
    if first.parts[:shared] != second.parts[:shared]:
        return False
    short = min(first, second, key=lambda one: len(one.parts))
    return not short.stage


def is_vaguer(first: Version, second: Version) -> bool:
    """True where the first names a series or a release less exactly than the second."""
    return len(first.significant) < len(second.significant) or bool(second.stage and not first.stage)


def is_within(one: Version, first: Version, last: Version) -> bool:
    """True for a version from `first` to `last`, both included, and for a series that reaches into them."""
    if agrees(one, first) or agrees(one, last):
        return True
    return first.parts <= one.parts <= last.parts


def is_of_one_series(first: Version, second: Version) -> bool:
    """True where two versions are written alike: as many parts, and both with a stage or neither."""
    return len(first.parts) == len(second.parts) and bool(first.stage) == bool(second.stage)


def share_product(first: Release, second: Release) -> bool:
    """True where one product's name is the other's or its end ("Rails", "Ruby on Rails")."""
    shorter, longer = sorted((first.product, second.product), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter
