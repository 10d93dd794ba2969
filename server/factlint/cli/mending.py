"""Drafts that are mended: how they are read and written back without harm to the file, and what changes."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, NamedTuple

import click

from factlint.files import FileError, read_bytes, shown
from factlint.read import ReadError
from factlint.read.decode import Decoded, decode
from factlint.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path


_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class Original(NamedTuple):
    """A draft as its file holds it: the bytes, and their text with how it was written."""

    data: bytes
    decoded: Decoded


def read(path: Path) -> Original:
    """A draft that is to be changed. Raises FileError where they could not be kept."""
    data = read_bytes(path)
    try:
        decoded = decode(data, may_declare=path.suffix.lower() in (".html", ".htm", ".xhtml"))
    except ReadError as error:
        raise FileError(f"{shown(path)}: {error}") from error
    return Original(data, decoded)


def write(path: Path, data: bytes, decoded: Decoded, text: str) -> None:
    """Replaces a draft's text in one step; encoding, byte-order mark, line ends, mode and links stay as they are.

    Raises FileError, and leaves the file alone, where it was changed since `data` was read, may not be written, or
    holds bytes or needs characters that its encoding cannot keep.
    """
    if decoded.encode(decoded.text) != data:
        raise FileError(f"{shown(path)}: not fixed: it is not {decoded.encoding} throughout; save it as UTF-8 first")
    try:
        changed = decoded.encode(text)
    except UnicodeEncodeError as error:
        letter = error.object[error.start : error.end]
        raise FileError(
            f"{shown(path)}: not fixed: {decoded.encoding} has no “{letter}”; save it as UTF-8 first"
        ) from error
    # The mode decides, not what the user may do: whoever may write everything has marked it on purpose too.
    if not path.stat().st_mode & _WRITABLE:
        raise FileError(f"{shown(path)}: not fixed: it is read-only; make it writable, or use --diff to see the fixes")
    try:
        write_whole(path, changed, data)
    except FileError as error:
        raise FileError(str(error).replace(": ", ": not fixed: ", 1)) from error


def difference(name: str, before: str, after: str) -> str:
    """The changes as a unified diff with ANSI colours, which `git apply` takes."""
    import difflib  # noqa: PLC0415  only for --diff

    old, new = (text.splitlines(keepends=True) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(_coloured(line) for line in lines)


def _coloured(line: str) -> str:
    ended = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
    text = ended.rstrip("\n")
    if line.startswith(("+++", "---")):
        return click.style(text, bold=True) + "\n"
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return (click.style(text, fg=colour) if colour else text) + "\n"
