"""Adding to `factlint.accepted.toml`: the text of the file becomes the new text, with all that people wrote in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.accepted import FILE_NAME, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from factlint.model import Finding
    from factlint.rejection import Rejection

HEADER = f"""\
# {FILE_NAME}: what people have settled about these texts and their sources.
#
# Every check reads it: the command line, the commit hook and the editor. `factlint accept` and `factlint reject` add
# entries at the end; correct and remove them here by hand, in any order, with comments of your own. It is a file of its
# own, apart from factlint.toml, because it grows as people write: keep it under version control beside the text.
#
# [[spelling]]  “written” is right in drafts and stands for what the sources call “as”
# [[name]]      “name” is right as it is written, whatever the sources have
# [[finding]]   one finding that is not to be shown again as long as its sentence stays as it is
# [[rejected]]  words of a source that are wrong: they neither support nor contradict anything
"""


class Grounds(Struct, frozen=True):
    """Why something is settled, by whom and when, as far as that is told."""

    because: str = ""
    by: str = ""
    on: date | None = None


def with_spelling(text: str, written: str, meant: str, grounds: Grounds) -> str:
    """The file's text with an entry that lets a written name stand for one of the sources.

    The text itself where it says so already. Raises accepted.AcceptedError where the text cannot be read.
    """
    if parse(text).spellings.get(written) == meant:
        return text
    return _added(text, "spelling", {"written": written, "as": meant}, grounds)


def with_name(text: str, name: str, grounds: Grounds) -> str:
    """The file's text with an entry for a name that is right; the text itself where it has one. Raises likewise."""
    return text if name in parse(text).names else _added(text, "name", {"name": name}, grounds)


def with_finding(text: str, finding: Finding, path: str, grounds: Grounds) -> str:
    """The file's text with an entry for one finding in the draft at `path`, which is relative to the file's folder.

    The text itself where it has one. Raises likewise.
    """
    if any(entry.fingerprint == finding.fingerprint for entry in parse(text).findings):
        return text
    values = {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "path": path,
        "text": " ".join(finding.text.split()),
        "passage": finding.document.passage(finding.span),
    }
    return _added(text, "finding", values, grounds)


def with_rejection(text: str, rejection: Rejection, grounds: Grounds) -> str:
    """The file's text with an entry for words of a source that are wrong; the text itself where it has one.

    Raises likewise.
    """
    values = {"source": rejection.source, "says": rejection.says, "passage": rejection.passage}
    known = [(entry.source, entry.says, entry.passage) for entry in parse(text).rejections]
    return text if tuple(values.values()) in known else _added(text, "rejected", values, grounds)


def _added(text: str, kind: str, values: Mapping[str, str], grounds: Grounds) -> str:
    """The text with an entry at its end, in the line ends that it has."""
    told = {**values, "because": grounds.because, "by": grounds.by}
    lines = [f"[[{kind}]]", *(f"{key} = {quoted(value)}" for key, value in told.items() if value.strip())]
    if grounds.on:
        lines.append(f"on = {grounds.on.isoformat()}")
    entry = "\n".join(lines) + "\n"
    before = text if text.strip() else HEADER
    end = "\r\n" if "\r\n" in before else "\n"
    return before.rstrip("\r\n") + end + end + entry.replace("\n", end)


def quoted(value: str) -> str:
    """A text as TOML writes it on one line; JSON differs only in that it leaves the delete character as it is."""
    return json.dumps(" ".join(value.split()), ensure_ascii=False).replace("\x7f", "\\u007f")
