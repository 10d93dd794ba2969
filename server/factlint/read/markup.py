"""HTML as a stream of tokens, with the tokenisation rules of the HTML standard (section 13.2.5).

A stream rather than a tree: drafts and saved pages have unclosed and stray tags, `1 < 2`, CDATA and processing
instructions, where the tree-sitter grammar takes text for a tag or loses what follows, and takes time that grows
with the square of the number of unclosed comments. Every piece of the text is looked at once.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COMMENT_OPENS, COMMENT_CLOSES = "<!--", "-->"

_MARK = re.compile(r"[<&]")
_TAG = re.compile(
    r"""</?([A-Za-z][^\s/>]*+)                       # the name
        ((?:=\s*+"[^"]*"|=\s*+'[^']*'|[^>])*+)>      # attributes; a quoted value may hold ">"
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s/>="'][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?""")
_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,8})|[A-Za-z][A-Za-z0-9]{0,31});?")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


class TokenKind(Enum):
    """What a token is; RAW is the inside of a script, style, title and the like."""

    TEXT = auto()
    ENTITY = auto()
    OPEN = auto()
    CLOSE = auto()
    RAW = auto()
    COMMENT = auto()


class Token(Struct, frozen=True):
    """A piece of the page; `value` is a tag's lower-case name or the text of a character reference."""

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    is_closed: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The tokens of an HTML text in order; declarations and processing instructions are left out.

    `is_closed` marks a tag written `<name/>`.
    """
    at, last = 0, text.rfind(">")
    while at < len(text):
        mark = _MARK.search(text, at)
        start = mark.start() if mark else len(text)
        if at < start:
            yield Token(TokenKind.TEXT, at, start)
        if mark is None:
            return
        token = entity(text, start) if mark.group() == "&" else tag(text, start, last)
        at = token.end if token else _skipped(text, start)
        if token:
            yield token
        elif text.startswith(COMMENT_OPENS, start):
            yield Token(TokenKind.COMMENT, start, at)
        elif at == start:
            at = start + 1
            yield Token(TokenKind.TEXT, start, at)
        if token and token.kind is TokenKind.OPEN and token.value in _RAW and not token.is_closed:
            end = _RAW_ENDS[token.value].search(text, at)
            yield Token(TokenKind.RAW, at, end.start() if end else len(text))
            at = end.start() if end else len(text)


def entity(text: str, start: int) -> Token | None:
    """The character reference at `start`, or None; one without its semicolon ends where its name does."""
    found = _ENTITY.match(text, start)
    if found is None:
        return None
    from html import unescape  # noqa: PLC0415  a table of two thousand names, for texts with character references
    from html.entities import html5  # noqa: PLC0415  likewise

    written = found.group()
    if not written.endswith(";") and not written.startswith("&#"):
        name = next((written[1:end] for end in range(len(written), 1, -1) if written[1:end] in html5), "")
        return Token(TokenKind.ENTITY, start, start + 1 + len(name), html5[name]) if name else None
    value = unescape(written)
    return Token(TokenKind.ENTITY, start, found.end(), value) if value != written else None


def tag(text: str, start: int, last: int) -> Token | None:
    """The tag at `start`, or None; `last` is the offset of the text's last ">", beyond which no tag ends."""
    found = _TAG.match(text, start) if start < last else None
    if found is None:
        return None
    kind = TokenKind.CLOSE if text[start + 1] == "/" else TokenKind.OPEN
    return Token(kind, start, found.end(), found[1].lower(), text[found.end() - 2] == "/")


def attributes(text: str, token: Token) -> Mapping[str, Span]:
    """Where in the text the values of a tag's attributes are, by lower-case name; an empty span for none."""
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(text, token.start + 1 + len(token.value), token.end - 1):
        group = next((number for number in (2, 3, 4) if match[number] is not None), None)
        found.setdefault(match[1].lower(), Span(*match.span(group)) if group else Span(match.end(), match.end()))
    return found


def _skipped(text: str, start: int) -> int:
    """Where a comment, declaration or instruction that begins at `start` ends; `start` itself where none does."""
    if text.startswith(COMMENT_OPENS, start):
        if text.startswith(("<!-->", "<!--->"), start):
            return text.index(">", start) + 1
        return _past(text, COMMENT_CLOSES, start + 4)
    if text.startswith("<![CDATA[", start):
        return _past(text, "]]>", start)
    return _past(text, ">", start) if text.startswith(("<!", "<?"), start) else start


def _past(text: str, mark: str, start: int) -> int:
    at = text.find(mark, start)
    return at + len(mark) if at >= 0 else len(text)
