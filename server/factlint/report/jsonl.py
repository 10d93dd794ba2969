"""The report for programs that read line by line: a finding a line, each as in the JSON contract."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from factlint.report.json import entry

if TYPE_CHECKING:
    from factlint.report.outcome import Outcome, View

# What some readers take for line ends, though JSON does not.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def render(outcome: Outcome, view: View) -> str:
    """A JSON object a line, in the order of the drafts; nothing at all where nothing was found."""
    return "".join(f"{_line(entry(finding, view))}\n" for finding in outcome.findings)


def _line(found: dict[str, object]) -> str:
    return _LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", json.dumps(found, ensure_ascii=False))
