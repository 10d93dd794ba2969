"""Cutting blocks: a part of a block's prose with the runs that lead back to the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factlint.text import Run, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.text import Block


def part_of(block: Block, span: Span) -> Block:
    """The block that `span` of the prose makes by itself."""
    return replace(block, text=span.of(block.text), runs=tuple(moved(block.runs, span, -span.start)))


def masked(block: Block, spans: Iterable[Span], mark: str) -> Block:
    """The block with `mark`, one character, for each of the spans of its prose, which are in order.

    They are widened so that they split no run that stands for something else.
    """
    parts: list[str] = []
    runs: list[Run] = []
    length = done = 0
    for span in spans:
        if not len(span) or span.start < done:
            continue
        start, end = _widened(block.runs, span)
        parts += (block.text[done:start], mark)
        runs += moved(block.runs, Span(done, start), length - done)
        length += start - done
        file = block.file_span(Span(start, end))
        runs.append(Run(length, file.start, 1, len(file)))
        length, done = length + 1, end
    runs += moved(block.runs, Span(done, len(block.text)), length - done)
    return replace(block, text="".join((*parts, block.text[done:])), runs=tuple(runs)) if done else block


def _widened(runs: tuple[Run, ...], span: Span) -> tuple[int, int]:
    first, last = runs[run_at(runs, span.start)], runs[run_at(runs, span.end - 1)]
    return (span.start if first.is_even else first.prose), (span.end if last.is_even else last.prose_end)


def moved(runs: tuple[Run, ...], span: Span, by: int) -> Iterator[Run]:
    """The runs that cover `span` of the prose, cut to it, with their prose offsets moved by `by`."""
    number = run_at(runs, span.start)
    while number < len(runs) and runs[number].prose < span.end:
        run = runs[number]
        start, end = max(run.prose, span.start), min(run.prose_end, span.end)
        if start < end:
            length = end - start if run.is_even else run.file_length
            yield Run(start + by, run.file_start_of(start), end - start, length)
        number += 1


def run_at(runs: tuple[Run, ...], offset: int) -> int:
    """The number of the run that covers prose offset `offset`."""
    return bisect_right(runs, offset, key=lambda run: run.prose) - 1
