"""Tables of names, written as running words."""

from __future__ import annotations


def names(listed: str) -> frozenset[str]:
    """The set of the words in `listed`, which are parted by white space."""
    return frozenset(listed.split())
