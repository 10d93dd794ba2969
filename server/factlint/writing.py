"""Writes files whole: at any time there is the old one or the new one, never a part."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from factlint.files import FileError, reason_of, shown

_NEW_FILE = 0o666


def write_whole(path: Path, data: bytes, expected: bytes | None = None) -> None:
    """Puts `data` in place of what a file holds; its mode and links to it stay, a new file gets the usual mode.

    Where `expected` is given and the file holds something else by now, nothing is written. Raises FileError.
    """
    try:
        _write(path, data, expected)
    except OSError as error:
        raise FileError(f"{shown(path)}: {reason_of(error)}") from error


def write_new(path: Path, text: str) -> bool:
    """Writes a file that is not there yet, as UTF-8; False where it is. Raises FileError where it cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        raise FileError(f"{shown(path)}: {reason_of(error)}") from error
    return True


def _write(path: Path, data: bytes, expected: bytes | None) -> None:
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(data)
        return
    # What a link stands for is replaced, not the link.
    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(stat.S_IMODE(mode) if mode is not None else _usual_mode())
        if expected is not None and path.read_bytes() != expected:
            raise FileError(f"{shown(path)}: it was changed meanwhile; run factlint again")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE & ~mask
