"""What tests of the command line share: files to write, and the real process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def write(name: str | Path, text: str) -> Path:
    """Writes a file below the working folder, with the folders that it needs and the line ends of the text."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess:
    """Runs a command line in a process of its own, and gives its status and what it printed."""
    command = [sys.executable, "-m", "factlint", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)
