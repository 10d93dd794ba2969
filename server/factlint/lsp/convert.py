"""The door between the checker and LSP: positions, URIs, severities; nothing else translates them.

Inside, an offset counts code points from 0 and lines end at CR LF, LF and CR only. Outside, a position is a line from 0
and a number of units of the encoding that the client chose: bytes of UTF-8, halves of UTF-16, or code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path, PurePath, PureWindowsPath
from typing import TypeVar
from urllib.parse import quote, unquote, urlsplit

from lsprotocol import types

from factlint.model import Severity
from factlint.text import Document, Span

_PathKind = TypeVar("_PathKind", bound=PurePath)
Encoding = types.PositionEncodingKind

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}
# What editors call the formats that have a reader, each with the suffix by which that reader is found.
_SUFFIXES = {
    "markdown": ".md",
    "html": ".html",
    "restructuredtext": ".rst",
    "rst": ".rst",
    "latex": ".tex",
    "tex": ".tex",
    "plaintex": ".tex",
    "plaintext": ".txt",
    "text": ".txt",
    "asciidoc": ".adoc",
    "adoc": ".adoc",
    "org": ".org",
    "typst": ".typ",
    "git-commit": ".gitcommit",
    "gitcommit": ".gitcommit",
}
_DRIVE = re.compile(r"/?([A-Za-z]):(?=/|$)")
# Left as they are in the paths of URIs that are made here; every other mark is escaped.
_PLAIN_IN_PATH = "/~!$&'()*+,=@"


def severity(of: Severity) -> types.DiagnosticSeverity:
    """The LSP severity of a finding's severity."""
    return _SEVERITIES[of]


def suffix(language: str) -> str | None:
    """The suffix of files in an editor's language ("markdown": ".md"), or None where it has no reader."""
    return _SUFFIXES.get(language.lower())


def position(document: Document, offset: int, encoding: Encoding) -> types.Position:
    """The LSP position of a code point offset; one within a CR LF or past the text is moved back to the line's end."""
    line = bisect_right(document.line_starts, offset) - 1
    before = document.text[document.line_starts[line] : min(offset, _end_of_line(document, line))]
    return types.Position(line, _units(before, encoding))


def offset(document: Document, at: types.Position, encoding: Encoding) -> int:
    """The code point offset of an LSP position.

    A column past the end of its line means the end of that line, a line past the last one the end of the text;
    a column within a character means the start of that character.
    """
    if at.line >= len(document.line_starts):
        return len(document.text)
    start = document.line_starts[at.line]
    line = document.text[start : _end_of_line(document, at.line)]
    return start + _code_points(line, at.character, encoding)


def range_of(document: Document, span: Span, encoding: Encoding) -> types.Range:
    """The LSP range of a span."""
    return types.Range(position(document, span.start, encoding), position(document, span.end, encoding))


def table_of(within: types.Range) -> dict[str, dict[str, int]]:
    """An LSP range as a plain table, for what goes to the client outside of the protocol's own types."""
    ends = {"start": within.start, "end": within.end}
    return {name: {"line": at.line, "character": at.character} for name, at in ends.items()}


def span_of(document: Document, within: types.Range, encoding: Encoding) -> Span:
    """The span of an LSP range; an empty range gives an empty span."""
    start = offset(document, within.start, encoding)
    return Span(start, max(start, offset(document, within.end, encoding)))


def _end_of_line(document: Document, line: int) -> int:
    """Where line `line` (from 0) ends, its line end left out."""
    if line + 1 == len(document.line_starts):
        return len(document.text)
    end = document.line_starts[line + 1] - 1
    return end - 1 if document.text[max(0, end - 1) : end + 1] == "\r\n" else end


def _units(text: str, encoding: Encoding) -> int:
    if encoding == Encoding.Utf32 or text.isascii():
        return len(text)
    if encoding == Encoding.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(line: str, units: int, encoding: Encoding) -> int:
    """How many whole characters of `line` fit into `units` units."""
    if encoding == Encoding.Utf32 or line.isascii():
        return min(units, len(line))
    if encoding == Encoding.Utf8:
        return _fitting_in_utf8(line.encode("utf-8", "surrogatepass"), units)
    return _fitting_in_utf16(line.encode("utf-16-le", "surrogatepass"), 2 * units)


def _fitting_in_utf8(line: bytes, length: int) -> int:
    end = min(length, len(line))
    while end < len(line) and line[end] & 0xC0 == 0x80:
        end -= 1
    return len(line[:end].decode("utf-8", "surrogatepass"))


def _fitting_in_utf16(line: bytes, length: int) -> int:
    end = min(length, len(line))
    # The high byte of each half comes second: D8 to DB begin a pair, DC to DF end one.
    if 0 < end < len(line) and line[end - 1] & 0xFC == 0xD8 and line[end + 1] & 0xFC == 0xDC:
        end -= 2
    return len(line[:end].decode("utf-16-le", "surrogatepass"))


def path_of(uri: str) -> Path | None:
    """The path that a file URI names on this system, or None where it names no file."""
    path = parse_file_uri(uri, type(Path()))
    return path and Path(path)


def uri_of(path: PurePath) -> str:
    """The file URI of an absolute path of either system, with a Windows drive in lower case as editors write it."""
    name = path.as_posix()
    drive = _DRIVE.match(name) if isinstance(path, PureWindowsPath) else None
    if drive:
        return f"file:///{drive[1].lower()}%3A{_quoted(name[drive.end() :])}"
    if name.startswith("//"):
        return "file:" + _quoted(name)
    return "file://" + _quoted(name)


def parse_file_uri(uri: str, kind: type[_PathKind]) -> _PathKind | None:
    """The path, of the wanted kind, that a file URI names; None where the URI has another scheme or cannot be read."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file":
        return None
    name = unquote(parts.path, errors="surrogateescape")
    if "\0" in name:
        return None
    if parts.netloc not in ("", "localhost"):
        return kind(f"//{unquote(parts.netloc)}{name}")
    drive = _DRIVE.match(name) if issubclass(kind, PureWindowsPath) else None
    return kind(f"{drive[1]}:{name[drive.end() :] or '/'}" if drive else name)


def _quoted(name: str) -> str:
    return quote(name, safe=_PLAIN_IN_PATH, errors="surrogateescape")
