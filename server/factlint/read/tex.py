"""LaTeX: one pass over commands, groups and environments; what they do to prose is in `tex_commands`.

There is no grammar for it among the dependencies, and none is needed: only what a command leaves of its arguments
matters here. What comes before `\\begin{document}` counts for its title, author and date alone.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.read import tex_commands as commands
from factlint.read.excerpt import Excerpt
from factlint.read.metadata import standard
from factlint.read.prose import PLACEHOLDER, Content, Prose, in_file_order, once
from factlint.text import Block, BlockKind, Comment

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = r"(?>\r\n|\n|\r)"
_TOKEN = re.compile(
    rf"""(?P<comment>(?P<remark>%[^\r\n]*+)(?:{_LINE_END}[ \t]*+(?![\r\n]))?)
       | \\(?P<command>[A-Za-z@]++\*?|.|\Z)
       | (?P<open>\{{)
       | (?P<close>\}})
       | (?P<bracket>\])
       | (?P<formula>\$\$?)
       | (?P<cell>&)
       | (?P<ligature>``?|''?|---?|~)
       | (?P<blank>{_LINE_END}[^\S\r\n]*+[\r\n]\s*+)
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACE = re.compile(r"%[^\r\n]*|\\begin\{([A-Za-z]+\*?)\}|\\verb\*?([^\sA-Za-z])|\\.|[{}]", re.DOTALL)
_SPACE = re.compile(rf"[ \t]*+(?:{_LINE_END}[ \t]*+(?![\r\n]))?")
_OPTIONAL = re.compile(r"\[(?:[^\[\]{}]|\{[^{}]{0,300}\}){0,500}\]")
_CONTROL_WORD = re.compile(r"\\(?:[A-Za-z@]+\*?|.)", re.DOTALL)
_ACCENTED = re.compile(r"\s*(?:\{\s*(?:\\?([ij])|([^\W\d_]))?\s*\}|\\([ij])(?![A-Za-z])\s*|([^\W\d_]))")
_ENVIRONMENT = re.compile(r"\s*\{([^{}\r\n]{0,60})\}")
_VERBATIM = re.compile(r"([^\sA-Za-z*])[^\r\n]*?\1")
_FORMULA = re.compile(rf"(?:[^$\\\r\n]|\\.|{_LINE_END}(?![ \t]*[\r\n]))*+\$\$?", re.DOTALL)
_FORMULA_ENDS = {"(": "\\)", "[": "\\]"}
_IN_PREAMBLE = re.compile(rf"%[^\r\n]*|\\(?:{'|'.join(sorted(commands.METADATA))})(?![A-Za-z])")
_COMMENT = re.compile(r"\\.|(%[^\r\n]*)", re.DOTALL)
_DOCUMENT = "\\begin{document}"


class _Group(Struct, frozen=True):
    """An open group: the command whose argument it is, and the mark that ends it."""

    command: str = ""
    end: str = "}"


def content(text: str) -> Content:
    """The blocks of a LaTeX text; `\\title`, `\\author` and `\\date` are its metadata and blocks as well."""
    source = _Source(Excerpt(text))
    start = text.find(_DOCUMENT)
    if start >= 0:
        for at, end in _in_preamble(text, start):
            source.read(at, source.group_end(end, start))
    end = text.find("\\end{document}", max(0, start))
    source.read(start + len(_DOCUMENT) if start >= 0 else 0, end if end >= 0 else len(text))
    comments = [*source.comments, *_comments_in_preamble(source.excerpt, start)]
    return Content(in_file_order(source.blocks), standard(source.metadata), once(comments))


def _in_preamble(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of the commands before offset `end` that say title, author and date."""
    for found in _IN_PREAMBLE.finditer(text, 0, end):
        if found.group().startswith("\\"):
            yield found.span()


def _comments_in_preamble(excerpt: Excerpt, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(excerpt.text, 0, max(0, end)):
        if found[1]:
            yield excerpt.comment(*found.span(1), 1, 0)


class _Source:
    """A LaTeX text being read: open groups and environments, the blocks in the making, and what is done."""

    def __init__(self, excerpt: Excerpt) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.metadata: dict[str, str] = {}
        self.excerpt = excerpt
        self._text = excerpt.text
        self._end = len(excerpt.text)
        self._group_ends = dict(_matched_braces(excerpt.text))
        self._groups: list[_Group] = []
        self._environments: list[str] = []
        self._proses = [Prose(excerpt)]
        self._absent: set[str] = set()

    def group_end(self, at: int, otherwise: int) -> int:
        """Where the first group at or behind offset `at`, after options and spaces, ends."""
        at = self._past_options(at)
        return self._group_ends.get(at, otherwise - 1) + 1

    def read(self, start: int, end: int) -> None:
        """Read the text from `start` to `end` to its last block."""
        self._end = end
        at = start
        while at < end:
            found = _TOKEN.search(self._text, at, end)
            self._proses[-1].keep(at, found.start() if found else end)
            if found is None:
                break
            at = getattr(self, f"_{found.lastgroup}")(found)
        while len(self._proses) > 1:
            self._leave_aside()
        self._flush()
        self._groups.clear()
        self._environments.clear()

    def _comment(self, found: re.Match[str]) -> int:
        self.comments.append(self.excerpt.comment(*found.span("remark"), 1, 0))
        return found.end()

    def _blank(self, found: re.Match[str]) -> int:
        self._flush()
        return found.end()

    def _ligature(self, found: re.Match[str]) -> int:
        return self._put(commands.LIGATURES[found.group()], *found.span())

    def _cell(self, found: re.Match[str]) -> int:
        if self._in_table:
            self._proses[-1].cell(found.start())
        return found.end()

    def _formula(self, found: re.Match[str]) -> int:
        close = _FORMULA.match(self._text, found.end(), self._end)
        if close is None:
            return self._put(found.group(), *found.span())
        return self._put(PLACEHOLDER, found.start(), close.end())

    def _open(self, found: re.Match[str]) -> int:
        self._groups.append(_Group())
        return found.end()

    def _close(self, found: re.Match[str]) -> int:
        while self._groups and self._groups[-1].end != "}":
            self._groups.pop()
        if self._groups:
            self._leave(self._groups.pop(), found.start(), found.end())
        return found.end()

    def _bracket(self, found: re.Match[str]) -> int:
        if self._groups and self._groups[-1].end == "]":
            self._groups.pop()
            self._flush()
        else:
            self._proses[-1].keep(*found.span())
        return found.end()

    def _leave(self, group: _Group, start: int, end: int) -> None:
        if group.command in commands.ASIDES:
            self._leave_aside()
        elif group.command in commands.QUOTING:
            self._put("”", start, end)
        elif group.command in commands.BLOCKS:
            block = self._flush(commands.BLOCKS[group.command], commands.LEVELS.get(group.command, 0))
            if block is not None and group.command in commands.METADATA:
                self.metadata.setdefault(group.command, block.text)
        elif group.command == "begin":
            self._flush()

    def _leave_aside(self) -> None:
        if len(self._proses) > 1:
            self._flush(BlockKind.PARAGRAPH)
            self._proses.pop()

    def _command(self, found: re.Match[str]) -> int:
        name, start = found["command"], found.start()
        plain = name.rstrip("*") if len(name) > 1 else name
        # TeX takes the spaces behind a command made of letters for its end.
        end = self._past_space(found.end()) if name[:1].isalpha() else found.end()
        if plain in commands.ACCENTS:
            return self._accent(plain, start, found.end())
        if plain in commands.SYMBOLS:
            end += 2 if self._text.startswith("{}", end) else 0
            return self._put(commands.SYMBOLS[plain], start, min(end, self._end))
        if plain == "verb":
            return self._verbatim(start, found.end())
        if plain in {"(", "[", "iffalse", "def"}:
            return self._to_its_end(plain, start, found.end())
        if plain in {"begin", "end"}:
            return self._environment(plain, found.end())
        if plain == "\\" or plain in {"par", "item", "tabularnewline"}:
            return self._break(plain, start, end)
        if plain in commands.OBJECTS:
            end = self._past_arguments(end, 2 if plain == "mintinline" else 1)
            return self._put(PLACEHOLDER, start, end)
        end = self._past_arguments(end, commands.ARGUMENTS_LEFT_OUT.get(plain, 0))
        return self._enter(plain, start, end)

    def _enter(self, name: str, start: int, end: int) -> int:
        """Go into the argument of a command that makes more of it than running text."""
        is_special = name in commands.BLOCKS or name in commands.ASIDES or name in commands.QUOTING
        if not is_special or not self._text.startswith("{", end, self._end):
            return end
        if name in commands.ASIDES:
            self._proses.append(Prose(self.excerpt))
        elif name in commands.QUOTING:
            self._put("“", start, end + 1)
        else:
            self._flush()
        self._groups.append(_Group(name))
        return end + 1

    def _accent(self, name: str, start: int, end: int) -> int:
        found = _ACCENTED.match(self._text, end, self._end)
        if found is None or (name.isalpha() and found[4] and found.end() == end + 1):
            return end
        letter = next((part for part in found.groups() if part), "")
        accented = unicodedata.normalize("NFC", letter + commands.ACCENTS[name]) if letter else name * (name in "~^")
        return self._put(accented, start, found.end())

    def _to_its_end(self, name: str, start: int, end: int) -> int:
        """A formula, a definition, text that is switched off: left behind as a whole."""
        if name in _FORMULA_ENDS:
            close = self._find(_FORMULA_ENDS[name], end)
            return self._put(PLACEHOLDER, start, close + 2) if close >= 0 else end
        if name == "iffalse":
            close = self._find("\\fi", end)
            return close + 3 if close >= 0 else end
        brace = self._text.find("{", end, min(self._end, end + 200))
        return self._group_ends.get(brace, end - 1) + 1

    def _verbatim(self, start: int, end: int) -> int:
        """Code between two equal marks on one line."""
        found = _VERBATIM.match(self._text, end, self._end)
        return self._put(PLACEHOLDER, start, found.end()) if found else end

    def _environment(self, command: str, at: int) -> int:
        found = _ENVIRONMENT.match(self._text, at, self._end)
        if found is None:
            return at
        name, end = found[1], found.end()
        self._flush()
        if command == "end":
            if name in self._environments[-20:]:
                while self._environments.pop() != name:
                    pass
            return end
        if name in commands.ENVIRONMENTS_NOT_PROSE:
            close = self._find(f"\\end{{{name}}}", end)
            return close + len(name) + 6 if close >= 0 else end
        self._environments.append(name)
        end = self._past_arguments(end, commands.ENVIRONMENT_ARGUMENTS_LEFT_OUT.get(name, 0))
        if self._text.startswith("{", end, self._end):
            self._groups.append(_Group("begin"))
            end += 1
        return end

    def _break(self, name: str, start: int, end: int) -> int:
        """A new paragraph, list item or table row; a line break elsewhere goes on with the paragraph."""
        if name in {"par", "item"} or self._in_table:
            self._flush()
        else:
            self._put(" ", start, end)
        if name == "item" and self._text.startswith("[", end, self._end):
            self._groups.append(_Group("item", "]"))
            return end + 1
        return self._past_options(self._past_star(end)) if name == "\\" else end

    def _past_space(self, at: int) -> int:
        found = _SPACE.match(self._text, at, self._end)
        return found.end() if found else at

    def _past_star(self, at: int) -> int:
        return at + self._text.startswith("*", at, self._end)

    def _past_options(self, at: int) -> int:
        while found := _OPTIONAL.match(self._text, at, self._end):
            at = found.end()
        return at

    def _past_arguments(self, at: int, number: int) -> int:
        """Where what follows a command goes on behind its options and its first `number` arguments."""
        at = self._past_options(at)
        for _ in range(number):
            begin = self._past_options(self._past_space(at))
            word = _CONTROL_WORD.match(self._text, begin, self._end)
            if self._group_ends.get(begin, self._end) < self._end:
                at = self._past_options(self._group_ends[begin] + 1)
            elif word:
                at = self._past_options(word.end())
            else:
                break
        return at

    def _find(self, mark: str, start: int) -> int:
        """The offset of `mark` at or behind `start`, or -1; a mark that is not there is looked for only once."""
        at = -1 if mark in self._absent else self._text.find(mark, start, self._end)
        if at < 0:
            self._absent.add(mark)
        return at

    def _put(self, prose: str, start: int, end: int) -> int:
        if prose:
            self._proses[-1].put(prose, start, end)
        return end

    @property
    def _in_table(self) -> bool:
        return bool(self._environments) and self._environments[-1] in commands.TABLES

    def _flush(self, kind: BlockKind | None = None, level: int = 0) -> Block | None:
        if kind is None:
            known = (commands.ENVIRONMENT_KINDS.get(name) for name in reversed(self._environments[-20:]))
            kind = next((each for each in known if each), BlockKind.PARAGRAPH)
        block = self._proses[-1].take(kind, level)
        if block is not None:
            self.blocks.append(block)
        return block


def _matched_braces(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of opening braces with those of the braces that close them; none in comments or verbatim text."""
    waiting: list[int] = []
    absent: set[str] = set()
    at = 0
    while found := _BRACE.search(text, at):
        at = found.end()
        if found.group() == "{":
            waiting.append(found.start())
        elif found.group() == "}" and waiting:
            yield waiting.pop(), found.start()
        elif found[1] in commands.VERBATIM and found[1] not in absent:
            close = text.find(f"\\end{{{found[1]}}}", at)
            at = close if close >= 0 else at
            absent |= {found[1]} if close < 0 else set()
        elif found[2]:
            close = text.find(found[2], at, at + 300)
            at = close + 1 if close >= 0 else at
