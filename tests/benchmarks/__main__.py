"""How long the language server takes, and how much memory: `make bench`, or a part of it with BENCH="--keys 50"."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import tempfile
from dataclasses import dataclass
from itertools import chain, cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import factlint
from benchmarks.library import Library, library
from benchmarks.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PROJECT = Path(__file__).parents[2]
_PARTS = ("start", "keys", "hover", "memory")
_WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be measured, on how much text and how often."""

    parts: Sequence[str]
    sources: int
    words: int
    draft: int
    keys: int
    starts: int
    hovers: int
    edits: int
    seed: int
    sent: bool


def main() -> None:
    """Prints a line for each part that is measured, as soon as it is known."""
    task = _task()
    # The server runs in another folder, and must be of the same code nevertheless.
    os.environ["PYTHONPATH"] = str(Path(factlint.__file__).resolve().parents[1])
    texts = library(task.sources, task.words, task.draft, task.seed)
    print(
        f"Python {platform.python_version()}, {platform.machine()}; draft of {len(texts.draft.split()):,} words, ",
        end="",
    )
    print(f"{task.sources:,} sources of {sum(len(text.split()) for text in texts.sources) // task.sources} words\n")
    print(f"{'':44}{'times':>8}{'median':>12}{'99th in 100':>14}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        if "start" in task.parts:
            _report("start to first diagnostics of the demo", _starts(folder / "demo", task))
        if set(task.parts) - {"start"}:
            _measure_writing(folder / "library", texts, task)


def _task() -> Task:
    parser = argparse.ArgumentParser(prog="make bench BENCH=...", description=__doc__)
    parser.add_argument("--parts", nargs="+", choices=_PARTS, default=_PARTS, help="what to measure (all)")
    for name, default, text in (
        ("sources", 1000, "how many sources there are"),
        ("words", 500, "how many words each source has"),
        ("draft", 5000, "how many words the draft has"),
        ("keys", 500, "how many keystrokes are measured"),
        ("starts", 10, "how often the server is started with the demo"),
        ("hovers", 200, "how many hovers are measured"),
        ("edits", 10_000, "after how many edits memory is looked at for the last time"),
        ("seed", 1, "what the texts are drawn from"),
    ):
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N", help=f"{text} ({default:,})")
    parser.add_argument("--sent", action="store_true", help="an editor that is sent diagnostics, not one that asks")
    return Task(**vars(parser.parse_args()))


def _starts(folder: Path, task: Task) -> list[float]:
    """Seconds from the start of a server to the first diagnostics of the demo."""
    shutil.copytree(_PROJECT / "seeds", folder / "seeds")
    draft = folder / "draft.md"
    shutil.copyfile(_PROJECT / "tests" / "drafts" / "demo.md", draft)
    times = []
    for _ in range(task.starts):
        with Writer(folder, draft, asks=not task.sent) as writer:
            times.append(writer.open())
    return times


def _measure_writing(folder: Path, texts: Library, task: Task) -> None:
    draft = texts.write(folder)
    with Writer(folder, draft, asks=not task.sent) as writer:
        _report("start to first diagnostics of the large draft", [writer.open()])
        writer.go_to_the_middle()
        strokes = _strokes(texts)
        for stroke in islice(strokes, _WARM_UP):
            writer.type(stroke)
        if "keys" in task.parts:
            _report("keystroke to diagnostics", [writer.type(stroke) for stroke in islice(strokes, task.keys)])
        if "hover" in task.parts:
            names = list(writer.names())
            places = names[:: max(1, len(names) // task.hovers)][: task.hovers]
            _report("hover over a capitalized word", [writer.hover(*place) for place in places])
        if "memory" in task.parts:
            _watch_memory(writer, texts, task.edits)
    # Started once more: what the first start has kept on disk is there now.
    with Writer(folder, draft, asks=not task.sent) as writer:
        _report("the same, started once more", [writer.open()])


def _strokes(texts: Library) -> Iterator[str]:
    """The characters of sentences, one after the other, for as long as wanted."""
    return chain.from_iterable(f" {sentence}" for sentence in cycle(texts.typed))


def _watch_memory(writer: Writer, texts: Library, edits: int) -> None:
    """Types sentences and takes each back again, and prints now and then how much memory the server has in use."""
    _report_memory(writer, 0)
    for number, _ in enumerate(islice(_edits(writer, texts), edits), start=1):
        if number % max(1, edits // 10) == 0:
            _report_memory(writer, number)


def _edits(writer: Writer, texts: Library) -> Iterator[float]:
    """Edits without end that leave the draft about as long as it is; how long each takes."""
    for sentence in cycle(texts.typed):
        yield from map(writer.type, f" {sentence}")
        yield writer.take_back(len(sentence) + 1)


def _report_memory(writer: Writer, number: int) -> None:
    memory = writer.memory()
    print(
        f"{'memory after edits':44}{number:>8,}{'unknown' if memory is None else f'{memory:,.0f} MB':>12}", flush=True
    )


def _report(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    highest = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    median = f"{1000 * statistics.median(ordered):,.1f} ms"
    print(f"{name:44}{len(ordered):>8,}{median:>12}{f'{1000 * highest:,.1f} ms':>14}", flush=True)


if __name__ == "__main__":
    main()
