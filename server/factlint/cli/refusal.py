"""Input that cannot be used: one line on standard error and exit status 2."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.config import ConfigError
from factlint.files import FileError, reason_of, shown
from factlint.lexicon_files import LexiconError
from factlint.rule import RuleError
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

REFUSALS = (ConfigError, FileError, LexiconError, RuleError, SourceError, OSError)


def line_of(error: Exception) -> str:
    """What to tell of input that cannot be used: the file and the reason."""
    if isinstance(error, OSError) and error.filename:
        return f"{shown(Path(error.filename))}: {reason_of(error)}"
    return str(error)


@contextmanager
def refusing() -> Iterator[None]:
    """Makes a `click.ClickException` of every error that input can be to blame for."""
    try:
        yield
    except REFUSALS as error:
        raise click.ClickException(line_of(error)) from error
