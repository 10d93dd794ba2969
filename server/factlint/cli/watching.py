"""Checks again whenever a draft, a source or the configuration changes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from factlint import files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# Seconds between two looks at the files: short of what a writer notices.
_PAUSE = 0.3


def watch(check: Callable[[], int], drafts: Callable[[], Sequence[Path]], is_stale: Callable[[], bool]) -> int:
    """Runs `check` at once and after every change, until the user interrupts; the exit status is the last one's."""
    status = 0
    try:
        while True:
            seen = _state(drafts())
            click.clear()
            status = check()
            click.echo("Watching for changes; Ctrl-C ends.", err=True)
            while _state(drafts()) == seen and not is_stale():
                time.sleep(_PAUSE)
    except (KeyboardInterrupt, click.Abort):
        return status


def _state(drafts: Sequence[Path]) -> tuple[frozenset[tuple[Path, int, int]], int]:
    """What changes when a draft is changed, added or taken away."""
    return files.stamps(drafts), len(drafts)
