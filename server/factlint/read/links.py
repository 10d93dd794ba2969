"""Addresses in prose: web and mail addresses and file paths, which are not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from factlint.patterns import compiled
from factlint.read.runs import masked
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text import Block

_ADDRESS = compiled(
    r"""
    (?<![\w@/\\.+-])
    (?: (?:[a-z][a-z0-9+.-]{1,20}:// | www\. | mailto:) [^\s<>"“”«»|]++
      | (?:[a-z0-9-]++\.)++[a-z]{2,24}/ [^\s<>"“”«»|]*+                   # example.org/page
      | [\w+-]++(?:\.[\w+-]++)*+ @ [\w-]++ (?:\.[\w-]++)++                # somebody@example.org
      | [A-Za-z]:\\ [^\s<>"“”|]++ | \\\\\w [^\s<>"“”|]++                  # C:\folder\file
      | (?:~|\.{1,2})?/ (?:[\w.+-]++/)++ [\w.+-]++                        # /folder/file
      | (?:\.{1,2}|~)/ [\w.+-]++                                          # ./file
      | (?:[\w.+-]++/)++ [\w+-]++ (?:\.[\w+-]++)*? \.[a-z][a-z0-9]{0,4}\b # folder/file.txt
    )
    """,
    regex.VERBOSE,
)
# What follows an address more often than it belongs to it.
_TRAILING = ".,;:!?'’\"*_)]}"
_TELLTALE = ("/", "@", "\\", "www.", "mailto:")


def address_end(text: str, start: int, end: int) -> int:
    """Where an address that reaches from `start` to `end` ends once the sentence's own marks are left out."""
    unopened = text.count(")", start, end) - text.count("(", start, end)
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")":
            if unopened <= 0:
                break
            unopened -= 1
        end -= 1
    return end


def without_addresses(block: Block, placeholder: str) -> Block:
    """The block with `placeholder`, one character, for each web or mail address and each file path."""
    if not any(mark in block.text for mark in _TELLTALE):
        return block
    return masked(block, _addresses(block), placeholder)


def _addresses(block: Block) -> Iterator[Span]:
    for found in _ADDRESS.finditer(block.text):
        yield Span(found.start(), address_end(block.text, *found.span()))
