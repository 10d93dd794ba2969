"""AsciiDoc within a paragraph: formatting, macros, links, references, notes, quotation marks, escapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.links import address_end
from factlint.read.markup import entity
from factlint.read.names import names
from factlint.read.prose import PLACEHOLDER, Prose
from factlint.read.scan import Scan
from factlint.text import Span

if TYPE_CHECKING:
    from factlint.read.excerpt import Excerpt

_TOKEN = re.compile(
    r"""(?P<escape>\\(?=[*_`#^~+\[{<&:(\\'"a-zA-Z]))
      | (?P<quote>["']`|`["'])
      | (?P<code>``?)
      | (?P<raw>\+\+\+)
      | (?P<literal>\+\+?(?=\S))
      | (?P<forced>[ \t]+\+(?=[\r\n]|\Z))
      | (?P<role>\[(?:[.\#%][^\[\]\r\n]{0,100}|[a-z-]{1,30}(?:[ ][a-z-]{1,30}){0,5})\](?=[\#*_`]))
      | (?P<bold>\*\*?)
      | (?P<italic>__?)
      | (?P<marked>\#\#?)
      | (?P<raised>[\^~](?=[^\s^~]))
      | (?P<anchor>\[\[\[?[^\[\]\r\n]{1,200}\]\]\]?)
      | (?P<index>\(\(\([^()]{1,300}\)\)\)|(?<!\()\(\((?=[^\s(]))
      | (?P<reference><<(?P<id>[^<>,\[\]]{1,200})(?:,(?P<shown>[^<>]{0,300}))?>>)
      | (?P<attribute>\{(?P<name>[\w-]{1,60}|(?:set|counter2?):[^{}\r\n]{1,100})\})
      | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
      | (?P<address>(?:https?|ftp|irc)://[^\s<>\[\]`]+)
      | (?P<macro>(?<![\w:])(?P<macro_name>[a-z][a-z0-9_-]{0,20}):(?P<target>(?!:)[^\s\[\]]{0,500})(?=\[))
    """,
    re.VERBOSE,
)
_ARGUMENTS = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,300}\]){0,3000})\]", re.DOTALL)
# Where what is shown of a macro ends: at the caret of a new window or at the first named attribute.
_SHOWN_END = re.compile(r"\^?(?:(?:,\s*|(?<=\[))[\w-]+=.*)?\Z", re.DOTALL)
_FIRST = re.compile(r",|(?<=\[)[\w-]+=")
_RAISED = {mark: re.compile(rf"\S{{1,60}}?\{mark}") for mark in "^~"}
_QUOTED = re.compile(r'\s*"([^"]*)"')
_LINKS = names("link mailto xref https http")
_DROPPED = names("anchor indexterm bibanchor")
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
_NAMED = {
    "amp": "&", "apos": "'", "asterisk": "*", "backslash": "\\", "backtick": "`", "brvbar": "¦", "caret": "^",
    "deg": "°", "empty": "", "gt": ">", "ldquo": "“", "lsquo": "‘", "lt": "<", "nbsp": "\u00a0", "plus": "+",
    "quot": '"', "rdquo": "”", "rsquo": "’", "sp": " ", "startsb": "[", "endsb": "]", "tilde": "~", "vbar": "|",
    "wj": "", "zwsp": "",
}  # fmt: skip


def read(excerpt: Excerpt, span: Span, prose: Prose) -> list[Span]:
    """Append the prose in `span` of an excerpt to `prose`; returns the notes in it, which are paragraphs themselves."""
    scan = _Scan(excerpt.text, span, prose)
    scan.run()
    return scan.notes


def shown_in(text: str, arguments: Span, *, is_first_alone: bool) -> Span:
    """What is shown of a macro's arguments: all but named ones, or the first alone; without quotation marks."""
    quoted = _QUOTED.match(text, arguments.start, arguments.end)
    if quoted:
        return Span(*quoted.span(1))
    cut = (_FIRST if is_first_alone else _SHOWN_END).search(text, arguments.start, arguments.end)
    return Span(arguments.start, cut.start() if cut else arguments.end)


class _Scan(Scan):
    """One pass over a span of AsciiDoc."""

    token = _TOKEN

    def __init__(self, text: str, span: Span, prose: Prose) -> None:
        super().__init__(text, span, prose)
        self.notes: list[Span] = []

    def _escape(self, found: re.Match[str]) -> int:
        """A backslash before what would mean something, which then is text."""
        token = _TOKEN.match(self._text, found.end(), self._span.end)
        if token is None or token.lastgroup == "escape":
            return 0
        self._prose.keep(found.end(), token.end())
        return token.end()

    def _quote(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if found.group()[0] == "`" and self._before(start).isspace():
            return self._code_at(start, start + 1)
        if found.group()[1] == "`" and (self._before(start).isalnum() or self._behind(end).isspace()):
            return 0
        return self._put(_QUOTES[found.group()], start, end)

    def _code(self, found: re.Match[str]) -> int:
        return self._code_at(*found.span())

    def _code_at(self, start: int, inner: int) -> int:
        close = self._closing(self._text[start:inner], start, inner)
        return self._put(PLACEHOLDER, start, close + inner - start) if close >= 0 else 0

    def _raw(self, found: re.Match[str]) -> int:
        close = self._text.find("+++", found.end(), self._span.end) if "raw" not in self._absent else -1
        if close < 0:
            self._absent.add("raw")
            return 0
        return self._put(PLACEHOLDER, found.start(), close + 3)

    def _literal(self, found: re.Match[str]) -> int:
        """Text that is shown as it stands, whatever marks are in it."""
        close = self._closing(found.group(), *found.span())
        if close < 0:
            return 0
        self._prose.keep(found.end(), close)
        return close + len(found.group())

    def _forced(self, found: re.Match[str]) -> int:
        return self._put(" ", *found.span())

    def _role(self, found: re.Match[str]) -> int:
        return found.end()

    def _bold(self, found: re.Match[str]) -> int:
        return self._pair(found.group(), *found.span())

    def _italic(self, found: re.Match[str]) -> int:
        return self._pair(found.group(), *found.span())

    def _marked(self, found: re.Match[str]) -> int:
        return self._pair(found.group(), *found.span())

    def _raised(self, found: re.Match[str]) -> int:
        """What is set higher or lower, which has no white space in it."""
        word = _RAISED[found.group()].match(self._text, found.end(), self._span.end)
        if word is None:
            return 0
        self._prose.keep(found.end(), word.end() - 1)
        return word.end()

    def _anchor(self, found: re.Match[str]) -> int:
        return found.end()

    def _index(self, found: re.Match[str]) -> int:
        """An entry of the index: three brackets hide it, two show it."""
        if found.group().startswith("((("):
            return found.end()
        close = self._text.find("))", found.end(), min(self._span.end, found.end() + 300))
        if close < 0:
            return 0
        self._prose.keep(found.end(), close)
        return close + 2

    def _reference(self, found: re.Match[str]) -> int:
        if not (found["shown"] or "").strip():
            return self._put(PLACEHOLDER, *found.span())
        self._prose.keep(*found.span("shown"))
        return found.end()

    def _attribute(self, found: re.Match[str]) -> int:
        return self._put(_NAMED.get(found["name"].lower(), PLACEHOLDER), *found.span())

    def _entity(self, found: re.Match[str]) -> int:
        token = entity(self._text, found.start())
        return self._put(token.value, *found.span()) if token and token.end == found.end() else 0

    def _address(self, found: re.Match[str]) -> int:
        arguments = _ARGUMENTS.match(self._text, found.end(), self._span.end)
        if arguments:
            return self._shown(found.start(), arguments)
        return self._put(PLACEHOLDER, found.start(), max(found.start() + 1, address_end(self._text, *found.span())))

    def _macro(self, found: re.Match[str]) -> int:
        name = found["macro_name"]
        arguments = _ARGUMENTS.match(self._text, found.end(), self._span.end)
        if arguments is None or (not found["target"] and name in _LINKS):
            return 0
        if name in _LINKS or name == "image":
            return self._shown(found.start(), arguments, is_first_alone=name == "image")
        if name.startswith("footnote"):
            self.notes.append(Span(*arguments.span(1)))
            return arguments.end()
        return self._put("" if name in _DROPPED else PLACEHOLDER, found.start(), arguments.end())

    def _shown(self, start: int, arguments: re.Match[str], *, is_first_alone: bool = False) -> int:
        """What a link or image shows: its text, or nothing that is prose."""
        span = shown_in(self._text, Span(*arguments.span(1)), is_first_alone=is_first_alone)
        if not span.of(self._text).strip():
            return self._put(PLACEHOLDER, start, arguments.end())
        inner = _Scan(self._text, span, self._prose)
        inner.run()
        self.notes += inner.notes
        return arguments.end()

    def _may_open(self, start: int, inner: int) -> bool:
        if inner - start > 1:
            return True
        before = self._before(start)
        return not self._behind(inner).isspace() and not before.isalnum() and before not in "_;:}"

    def _may_close(self, start: int, end: int) -> bool:
        if end - start > 1:
            return True
        behind = self._behind(end)
        return not self._text[start - 1].isspace() and not behind.isalnum() and behind != "_"
