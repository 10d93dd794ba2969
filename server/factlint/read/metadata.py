"""What a document says of itself outside its prose: front matter and the like, by lower-case key."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.text import Comment, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LINE_END = r"(?:\r\n|\n|\r)"
_FRONT_MATTER = re.compile(
    rf"""(?:---[ \t]*{_LINE_END}(?P<yaml>(?:(?!(?:---|\.\.\.)[ \t]*(?:[\r\n]|\Z))[^\r\n]*+{_LINE_END})*+)(?:---|\.\.\.)
       | \+\+\+[ \t]*{_LINE_END}(?P<toml>(?:(?!\+\+\+[ \t]*(?:[\r\n]|\Z))[^\r\n]*+{_LINE_END})*+)\+\+\+)
       [ \t]*(?=[\r\n]|\Z)""",
    re.VERBOSE,
)
_ENTRY = re.compile(r"""["']?([A-Za-z][\w .:-]{0,60}?)["']?[ \t]*[:=](?=\s|["'\[]|\Z)[ \t]*(.*)""")
_FRONT_MATTER_LINE = re.compile(rf"\s|-[ \t]|[#\[\]{{}}]|$|{_ENTRY.pattern}")
_LISTED = re.compile(r"[ \t]*-[ \t]+(\S.*)")
_COMMENT = re.compile(r"""(?:^|[ \t])#.*|^(?P<quoted>"[^"]*"|'[^']*')[ \t]*#.*""")
_COMMENT_LINE = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*(?P<mark>#)(?P<inner>[^\r\n]*)")
# Names under which pages give the day they are of, the most telling first.
_DATE_NAMES = (
    "date",
    "article:published_time",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "updated",
    "last-modified",
)
_LANGUAGE_NAMES = ("lang", "language", "content-language", "og:locale", "dc.language")
_TITLE_NAMES = ("title", "og:title", "dc.title")
_AUTHOR_NAMES = ("author", "authors", "byline", "article:author", "dc.creator")
_STANDARD = {"date": _DATE_NAMES, "lang": _LANGUAGE_NAMES, "title": _TITLE_NAMES, "author": _AUTHOR_NAMES}


def front_matter(text: str) -> tuple[Mapping[str, str], int]:
    """The entries of YAML (`---`) or TOML (`+++`) front matter, and the offset at which the document proper begins.

    Prose between two rules is not front matter: every line has a key, or goes on with the entry before it.
    """
    found = _FRONT_MATTER.match(text)
    lines = (found["yaml"] or found["toml"] or "").splitlines() if found else []
    if found is None or not all(_FRONT_MATTER_LINE.match(line) for line in lines):
        return MappingProxyType({}), 0
    return standard(_entries(lines)), found.end()


def front_matter_comments(text: str, end: int) -> Iterator[Comment]:
    """The comments in the front matter that reaches from the start of a text up to `end`: lines that begin with #."""
    for found in _COMMENT_LINE.finditer(text, 0, end):
        yield Comment(Span(found.start("mark"), found.end()), Span(*found.span("inner")))


def standard(entries: Mapping[str, str]) -> Mapping[str, str]:
    """The entries with "date", "lang", "title" and "author" filled in from the other names that these go by."""
    filled = dict(entries)
    for key, names in _STANDARD.items():
        value = next((entries[name] for name in names if entries.get(name)), None)
        if value is not None:
            filled[key] = value
    return MappingProxyType(filled)


def _entries(lines: list[str]) -> dict[str, str]:
    """Flat `key: value` and `key = value` lines; a list below a key is joined by commas, deeper levels are left out."""
    entries: dict[str, str] = {}
    key = ""
    for line in lines:
        found, listed = _ENTRY.fullmatch(line.rstrip()), _LISTED.fullmatch(line.rstrip())
        if listed and key and not _ENTRY.fullmatch(listed[1]):
            entries[key] = ", ".join(filter(None, (entries[key], _unquoted(listed[1]))))
        elif found:
            key = found[1].lower()
            entries[key] = _value(found[2])
        elif line.strip() and not line[0].isspace():
            key = ""
    return {name: value for name, value in entries.items() if value}


def _value(written: str) -> str:
    if written.startswith("[") and written.endswith("]"):
        return ", ".join(filter(None, (_unquoted(part) for part in written[1:-1].split(","))))
    return "" if written in {"|", ">", "|-", ">-", "{}"} else _unquoted(written)


def _unquoted(written: str) -> str:
    value = _COMMENT.sub(lambda found: found["quoted"] or "", written.strip()).strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
