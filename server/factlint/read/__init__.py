"""Readers: the bytes of a file become a Document, prose with an exact map back to the file."""

from __future__ import annotations

import importlib
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from factlint.read.decode import ReadError, decode
from factlint.text import Document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.read.prose import Content

__all__ = ["MESSAGES", "ReadError", "format_of", "read"]

# Each format's module has content(text) -> Content; it is imported when the first file of its format is read.
_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "md": "markdown",
        "markdown": "markdown",
        "qmd": "markdown",
        "rmd": "markdown",
        "html": "html",
        "htm": "html",
        "xhtml": "html",
        "rst": "rst",
        "tex": "tex",
        "adoc": "adoc",
        "asciidoc": "adoc",
        "org": "org",
        "typ": "typst",
        "gitcommit": "git",
    }
)
# What git calls the files in which it has people write messages.
MESSAGES = frozenset({"COMMIT_EDITMSG", "MERGE_MSG", "NOTES_EDITMSG", "SQUASH_MSG", "TAG_EDITMSG"})
_PLAIN = "plain"


def read(path: str, data: bytes) -> Document:
    """The document in `data`, read by the suffix of `path`; a suffix unknown here is plain text.

    Offsets count from the first character after a byte-order mark. Raises ReadError where it is not text.
    """
    form = format_of(path)
    text = decode(data, may_declare=form == "html").text
    content = _content(form, text)
    return Document(path, text, content.blocks, content.metadata, content.comments)


def format_of(path: str) -> str:
    """The format that a file of this name is read in: the name of its reader, "plain" for what has none of its own."""
    name = path.replace("\\", "/").rpartition("/")[2]
    if name in MESSAGES:
        return "git"
    return _FORMATS.get(name.rpartition(".")[2].lower() if "." in name else "", _PLAIN)


def _content(form: str, text: str) -> Content:
    module = importlib.import_module(f"factlint.read.{form}")
    return cast("Content", module.content(text))
