"""Org within a paragraph: emphasis, code, links, notes, citations, time stamps, formulas, entities, macros."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from factlint.read.prose import PLACEHOLDER, Prose
from factlint.read.scan import Scan
from factlint.read.tex_commands import SYMBOLS
from factlint.text import Span

if TYPE_CHECKING:
    from factlint.read.excerpt import Excerpt

_TOKEN = re.compile(
    r"""(?P<link>\[\[(?P<target>[^\[\]]{1,1000})\](?:\[(?P<shown>(?:(?!\]\]).){1,1000})\])?\])
      | (?P<note>\s?\[fn:(?P<label>[\w-]{0,60})(?P<inner>:)?)
      | (?P<citation>\s?\[cite(?:/[\w/-]{1,20})?:[^\[\]]{0,500}\])
      | (?P<stamp>(?P<open>[<\[])(?P<day>\d{4}-\d\d-\d\d[^<>\[\]\r\n]{0,40})[>\]])
      | (?P<cookie>\[\d{0,4}(?:%|/\d{0,4})\])
      | (?P<radio><<(?P<again><)?(?P<place>[^<>\r\n]{1,200})>>>?)
      | (?P<macro>\{\{\{[A-Za-z][^{}]{0,500}\}\}\})
      | (?P<snippet>@@[\w-]{1,20}:(?:(?!@@).){0,500}@@)
      | (?P<formula>\\\((?:(?!\\\)).){0,1000}\\\)|\\\[(?:(?!\\\]).){0,1000}\\\]|\$\$[^$]{1,1000}\$\$
          |(?<!\w)\$(?=[^\s$,.;])[^$]{0,200}?(?<=[^\s$,.])\$(?=[\s.,?!;:'")-]|\Z))
      | (?P<call>(?<!\w)(?:src_[\w+-]{1,20}(?:\[[^\[\]\r\n]{0,200}\])?\{[^{}\r\n]{0,500}\}
          |call_[\w-]{1,40}(?:\[[^\[\]\r\n]{0,200}\])?\([^()\r\n]{0,500}\)))
      | (?P<entity>\\(?P<name>[A-Za-z]{1,30})(?:\{\}|(?![A-Za-z])))
      | (?P<forced>\\\\(?=[ \t]*(?:[\r\n]|\Z)))
      | (?P<raised>(?<=\S)[_^]\{(?P<low>[^{}\r\n]{1,100})\})
      | (?P<code>[=~])
      | (?P<emphasis>[*/_+])
    """,
    re.VERBOSE | re.DOTALL,
)
_ENTITIES = {
    "nbsp": "\u00a0", "mdash": "—", "ndash": "–", "hellip": "…", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "laquo": "«", "raquo": "»", "quot": '"', "apos": "'", "amp": "&", "lt": "<", "gt": ">", "deg": "°", "euro": "€",
    "EUR": "€", "pound": "£", "yen": "¥", "cent": "¢", "copy": "©", "reg": "®", "trade": "™", "para": "¶", "sect": "§",
    "frac12": "½", "frac14": "¼", "times": "×", "minus": "−", "shy": "\u00ad", "slash": "/", "dollar": "$",
    "under": "_", "plus": "+", "equal": "=", "vert": "|", "star": "*", "ast": "*", "tilde": "~",
    "Aring": "Å", "aring": "å", "AElig": "Æ", "aelig": "æ", "Oslash": "Ø", "oslash": "ø", "szlig": "ß",
}  # fmt: skip
_ACCENTED = re.compile(r"[A-Za-z](?:grave|acute|circ|tilde|uml|cedil|caron)\Z")
_NOTE_EDGE = re.compile(r"[\[\]]")
_DEEPEST = 3
_DEEPEST_BRACKET = 10
_BEFORE = frozenset("-–—('\"{“‘«[|")
_BEHIND = frozenset("-–—.,:!?;'\")}\\[]”’»|…")


def read(excerpt: Excerpt, span: Span, prose: Prose) -> list[Span]:
    """Append the prose in `span` of an excerpt to `prose`; returns the notes in it, which are paragraphs themselves."""
    scan = _Scan(excerpt.text, span, prose)
    scan.run()
    return scan.notes


class _Scan(Scan):
    """One pass over a span of Org."""

    token = _TOKEN

    def __init__(self, text: str, span: Span, prose: Prose) -> None:
        super().__init__(text, span, prose)
        self.notes: list[Span] = []
        # Where emphasis begins, with how many others begin right before it.
        self._opened: dict[int, int] = {}

    def _link(self, found: re.Match[str]) -> int:
        if not found["shown"]:
            return self._put(PLACEHOLDER, *found.span())
        return self._inside(Span(*found.span("shown")), found.end())

    def _inside(self, span: Span, end: int) -> int:
        """Append the prose of a part with marks of its own; returns `end`."""
        inner = _Scan(self._text, span, self._prose)
        inner.run()
        self.notes += inner.notes
        return end

    def _note(self, found: re.Match[str]) -> int:
        """A note, or the mark of one; the note within the text is a paragraph itself."""
        depth, at = 1, found.end()
        while 0 < depth < _DEEPEST_BRACKET and (
            edge := _NOTE_EDGE.search(self._text, at, min(self._span.end, found.end() + 3000))
        ):
            depth += 1 if edge.group() == "[" else -1
            at = edge.end()
        if depth or not (found["inner"] or at == found.end() + 1):
            return 0
        if found["inner"]:
            self.notes.append(Span(found.end(), at - 1))
        return at

    def _citation(self, found: re.Match[str]) -> int:
        return found.end()

    def _stamp(self, found: re.Match[str]) -> int:
        self._prose.keep(*found.span("day"))
        return found.end()

    def _cookie(self, found: re.Match[str]) -> int:
        return found.end()

    def _radio(self, found: re.Match[str]) -> int:
        """A place that links lead to: one in three brackets is shown."""
        if found["again"]:
            self._prose.keep(*found.span("place"))
        return found.end()

    def _macro(self, found: re.Match[str]) -> int:
        return self._put(PLACEHOLDER, *found.span())

    def _snippet(self, found: re.Match[str]) -> int:
        return found.end()

    def _formula(self, found: re.Match[str]) -> int:
        return self._put(PLACEHOLDER, *found.span())

    def _call(self, found: re.Match[str]) -> int:
        return self._put(PLACEHOLDER, *found.span())

    def _entity(self, found: re.Match[str]) -> int:
        name = found["name"]
        shown = _ENTITIES.get(name) or SYMBOLS.get(name) or (html5.get(f"{name};") if _ACCENTED.match(name) else None)
        return self._put(shown, *found.span()) if shown else 0

    def _forced(self, found: re.Match[str]) -> int:
        return self._put(" ", *found.span())

    def _raised(self, found: re.Match[str]) -> int:
        self._prose.keep(*found.span("low"))
        return found.end()

    def _code(self, found: re.Match[str]) -> int:
        close = self._closing(found.group(), *found.span())
        return self._put(PLACEHOLDER, found.start(), close + 1) if close >= 0 else 0

    def _emphasis(self, found: re.Match[str]) -> int:
        return self._pair(found.group(), *found.span())

    def _may_open(self, start: int, inner: int) -> bool:
        before = self._before(start)
        behind = self._behind(inner)
        is_free = before.isspace() or before in _BEFORE or self._opened.get(start - 1, _DEEPEST) < _DEEPEST
        return is_free and not behind.isspace() and behind != self._text[start]

    def _may_close(self, start: int, end: int) -> bool:
        behind = self._behind(end)
        is_free = behind.isspace() or behind in _BEHIND or end in self._closes
        return is_free and not self._text[start - 1].isspace()

    def _pair(self, mark: str, start: int, inner: int) -> int:
        end = super()._pair(mark, start, inner)
        if end:
            self._opened[start] = self._opened.get(start - 1, -1) + 1
        return end
