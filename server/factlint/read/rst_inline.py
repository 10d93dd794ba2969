"""reStructuredText within a paragraph: emphasis, literals, roles, references, substitutions, notes, escapes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from factlint.read.links import address_end
from factlint.read.names import names
from factlint.read.prose import PLACEHOLDER, Prose
from factlint.read.scan import Scan

if TYPE_CHECKING:
    from factlint.read.excerpt import Excerpt
    from factlint.text import Span

_TOKEN = re.compile(
    r"""(?P<escape>\\(?:.|\Z))
      | (?P<literal>``)
      | (?P<role>:(?P<role_name>[A-Za-z][\w.+-]*(?::[\w.+-]+)*):(?=`))
      | (?P<target>_`)
      | (?P<phrase>`)
      | (?P<strong>\*\*)
      | (?P<emphasis>\*)
      | (?P<substitution>\|(?=\S)[^|\r\n]{0,100}(?<=[^\s|])\|_{0,2})
      | (?P<note>[^\S\r\n]?\[(?:\#?[\w.-]{0,100}|\*)\]_(?!\w))
      | (?P<reference>(?<=[^\W_])__?(?![\w`]))
      | (?P<address>https?://[^\s<>`]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_SUFFIX = re.compile(r"__?(?!\w)|:(?P<role_name>[A-Za-z][\w.+-]*(?::[\w.+-]+)*):")
_WITH_TARGET = re.compile(r"\s*<[^<>]*>\Z")

# Roles whose text is code or a formula, and those whose text is a label unless it is given as `text <label>`.
_CODE_ROLES = names(
    """
    code command envvar eq file kbd literal mailheader makevar manpage math mimetype newsgroup option program raw
    regexp samp token
    """
)
_LABEL_ROLES = names(
    """
    any attr class const data doc download envvar exc external func keyword meth mod numref obj ref type
    """
)


def read(excerpt: Excerpt, span: Span, prose: Prose) -> None:
    """Append the prose in `span` of an excerpt to `prose`."""
    _Scan(excerpt.text, span, prose).run()


class _Scan(Scan):
    """One pass over a span of reStructuredText."""

    token = _TOKEN

    def _escape(self, found: re.Match[str]) -> int:
        character = self._text[found.start() + 1 : found.end()]
        return self._put("" if character.isspace() else character, *found.span())

    def _address(self, found: re.Match[str]) -> int:
        return self._put(PLACEHOLDER, found.start(), max(found.start() + 1, address_end(self._text, *found.span())))

    def _substitution(self, found: re.Match[str]) -> int:
        return self._put(PLACEHOLDER, *found.span()) if self._may_open(found.start(), found.start() + 1) else 0

    def _note(self, found: re.Match[str]) -> int:
        return found.end()

    def _reference(self, found: re.Match[str]) -> int:
        return found.end() if self._may_close(found.start(), found.end()) else 0

    def _strong(self, found: re.Match[str]) -> int:
        return self._marked(found, "**")

    def _emphasis(self, found: re.Match[str]) -> int:
        return self._marked(found, "*")

    def _marked(self, found: re.Match[str], mark: str) -> int:
        close = self._end_of(mark, found.start(), found.end())
        if close < 0:
            return 0
        self._closes[close] = close + len(mark)
        return found.end()

    def _literal(self, found: re.Match[str]) -> int:
        close = self._end_of("``", found.start(), found.end())
        return self._put(PLACEHOLDER, found.start(), close + 2) if close >= 0 else 0

    def _target(self, found: re.Match[str]) -> int:
        return self._interpreted(found.start(), found.end(), "")

    def _phrase(self, found: re.Match[str]) -> int:
        return self._interpreted(found.start(), found.end(), "")

    def _role(self, found: re.Match[str]) -> int:
        return self._interpreted(found.start(), found.end() + 1, found["role_name"])

    def _interpreted(self, start: int, inner: int, role: str) -> int:
        """Text in backquotes: what a role makes of it, or a reference with or without its target."""
        close = self._end_of("`", start, inner)
        if close < 0:
            return 0
        suffix = _SUFFIX.match(self._text, close + 1, self._span.end)
        end = suffix.end() if suffix else close + 1
        role = (role or (suffix["role_name"] if suffix else "") or "").rpartition(":")[2].lower()
        with_target = _WITH_TARGET.search(self._text, max(inner, self._text.rfind("<", inner, close)), close)
        if role in _CODE_ROLES or (role in _LABEL_ROLES and not with_target):
            return self._put(PLACEHOLDER, start, end)
        shown = with_target.start() if with_target else close
        self._prose.keep(inner, shown)
        return end

    def _end_of(self, mark: str, start: int, inner: int) -> int:
        """The offset of the mark that closes what opens at `start` with its text from `inner` on, or -1."""
        if mark in self._absent or not self._may_open(start, inner):
            return -1
        at = self._text.find(mark, inner, self._span.end)
        while at >= 0:
            end = at + len(mark)
            is_plain = mark != "*" or self._text[at : at + 2] != "**"
            if at > inner and not self._text[at - 1].isspace() and is_plain and self._closes_at(mark, at, end):
                return at
            at = self._text.find(mark, end if is_plain else at + 2, self._span.end)
        self._absent.add(mark)
        return -1

    def _closes_at(self, mark: str, at: int, end: int) -> bool:
        if mark != "``" and self._text[at - 1] == "\\":
            return False
        return self._may_close(at, end) or (mark == "`" and bool(_SUFFIX.match(self._text, end, self._span.end)))

    def _may_open(self, start: int, inner: int) -> bool:
        before = self._before(start)
        return not self._behind(inner).isspace() and (before.isspace() or _is_mark(before))

    def _may_close(self, start: int, end: int) -> bool:
        after = self._behind(end)
        return start > self._span.start and (after.isspace() or _is_mark(after))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
