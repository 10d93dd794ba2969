"""Addresses in prose: web and mail addresses and file paths, which are not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from factlint.read.runs import moved, run_at
from factlint.text import Block, Run, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = regex.compile(
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
    parts: list[str] = []
    runs: list[Run] = []
    length = done = 0
    for span in _addresses(block):
        parts += (block.text[done : span.start], placeholder)
        runs += moved(block.runs, Span(done, span.start), length - done)
        length += span.start - done
        file = block.file_span(span)
        runs.append(Run(length, file.start, 1, len(file)))
        length, done = length + 1, span.end
    runs += moved(block.runs, Span(done, len(block.text)), length - done)
    return Block("".join((*parts, block.text[done:])), tuple(runs), block.kind) if done else block


def _addresses(block: Block) -> Iterator[Span]:
    """The spans of addresses, widened so that they split no run that stands for something else."""
    done = 0
    for found in _ADDRESS.finditer(block.text):
        end = address_end(block.text, *found.span())
        if found.start() < done or end == found.start():
            continue
        first = run_at(block.runs, found.start())
        last = run_at(block.runs, end - 1)
        start = found.start() if block.runs[first].is_even else block.runs[first].prose
        done = end if block.runs[last].is_even else block.runs[last].prose_end
        yield Span(start, done)
