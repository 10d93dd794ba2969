"""Where the evidence of a finding stands, as an editor opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.files import absolute
from factlint.lsp import convert

if TYPE_CHECKING:
    from factlint.lsp.checking import Checked
    from factlint.lsp.documents import Documents
    from factlint.model import Evidence

# As many passages as are shown where all are read at once, in a message or a hover.
MOST_PASSAGES = 3


def location(evidence: Evidence, checked: Checked, documents: Documents, encoding: convert.Encoding) -> types.Location:
    """The file and range of a passage that a finding in `checked` rests on: in a source, or in the draft itself."""
    return types.Location(
        uri=uri(evidence, checked, documents),
        range=convert.range_of(evidence.document, evidence.span, encoding),
    )


def uri(evidence: Evidence, checked: Checked, documents: Documents) -> str:
    """The URI of the document that a passage stands in."""
    if checked.document and evidence.document.path == checked.document.path:
        return checked.snapshot.uri
    return documents.uri_of(absolute(Path(evidence.document.path)))


def passage(evidence: Evidence) -> str:
    """The sentence that the evidence stands in, as a person reads it."""
    return evidence.document.passage(evidence.span)


def line(evidence: Evidence) -> int:
    """The line, from 1, on which the evidence begins."""
    return evidence.document.position(evidence.span.start).line


def place(evidence: Evidence, checked: Checked) -> str:
    """File and line of a passage, the file named from the root of the project."""
    path = absolute(Path(evidence.document.path))
    return place_below(checked.project.config.root if checked.project else path.parent, evidence)


def place_below(root: Path, evidence: Evidence) -> str:
    """File and line of a passage, the file named from a folder where it lies below that."""
    path = absolute(Path(evidence.document.path))
    name = path.relative_to(root) if path.is_relative_to(root) else path
    return f"{name.as_posix()}:{line(evidence)}"


def described(evidence: Evidence, checked: Checked) -> str:
    """File, line and passage in one line."""
    return f"{place(evidence, checked)}: “{passage(evidence)}”"
