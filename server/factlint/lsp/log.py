"""The server's log, in which the draft's text never stands below level "debug"."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

_LINE = "factlint: %(levelname)s: %(message)s"
_LINE_IN_FILE = "%(asctime)s %(levelname)s: %(message)s"


class Log(Struct, frozen=True):
    """Where the log goes, to standard error without a file, and down to which level: error, warning, info, debug."""

    file: Path | None = None
    level: str = "warning"

    def start(self) -> None:
        """Logs to this log from now on. Raises OSError where the file cannot be written."""
        handler = logging.FileHandler(self.file, encoding="utf-8") if self.file else logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter(_LINE_IN_FILE if self.file else _LINE))
        logging.basicConfig(handlers=[handler], level=logging.WARNING)
        logging.getLogger("factlint").setLevel(self.level.upper())
        # pygls logs whole messages, and so the draft; what matters of it is logged by this package.
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
