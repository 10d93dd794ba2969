"""Compiled patterns, taken from the build where it has compiled them: doing that again takes a sixth of a short run.

The build writes the module `patterns_ahead`: what the package's own patterns compile to, each under its text and flags,
and the version of `regex` that reads it. Any other pattern, as one of a user's words, is compiled as ever.
"""

from __future__ import annotations

import copyreg
import marshal
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import regex
from regex import _regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    _Codes = Mapping[tuple[str, int], tuple[Any, ...]]

# What pickle calls.
_restore: Any = vars(_regex)["compile"]
AHEAD = "factlint.patterns_ahead"
_made: dict[tuple[str, int], regex.Pattern[str]] = {}


def compiled(text: str, flags: int = 0) -> regex.Pattern[str]:
    """What `regex.compile` gives, each pattern once."""
    key = text, int(flags)
    if key not in _made:
        code = codes().get(key)
        _made[key] = regex.compile(text, flags) if code is None else restored(code)
    return _made[key]


def restored(code: tuple[Any, ...]) -> regex.Pattern[str]:
    """The pattern that `code_of` has taken apart, by the same version of `regex`."""
    pattern: regex.Pattern[str] = _restore(*code)
    return pattern


def code_of(pattern: regex.Pattern[str]) -> tuple[Any, ...]:
    """What a pattern compiles to, in plain values: what pickle writes of it."""
    reduce: Any = copyreg.dispatch_table[regex.Pattern]
    code: tuple[Any, ...] = reduce(pattern)[1]
    return code


def ahead() -> str:
    """The text of a module that holds every pattern made so far."""
    made = {key: code_of(pattern) for key, pattern in sorted(_made.items())}
    return (
        f'"""What the build has compiled."""\n\nVERSION = {regex.__version__!r}\nCODES = {marshal.dumps(made, 4)!r}\n'
    )


@cache
def codes() -> _Codes:
    """What the build has compiled, by text and flags; nothing where it cannot be read or is for another `regex`."""
    try:
        module = import_module(AHEAD)
        if regex.__version__ == module.VERSION:
            found: _Codes = marshal.loads(module.CODES)
            return found
    except (ImportError, AttributeError, ValueError, EOFError, TypeError):
        pass
    return {}
