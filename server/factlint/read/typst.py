"""Typst: one pass over markup and code, which lie within each other; content in brackets is prose wherever it stands.

Written by hand after the reference: the package that binds Typst's own parser has neither a licence nor an author. Code
is not run, so that what it makes of values is not known; what it shows between brackets is. The marks are in
`typst_marks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.read import typst_marks as marks
from factlint.read.excerpt import Excerpt
from factlint.read.links import address_end
from factlint.read.metadata import standard
from factlint.read.prose import PLACEHOLDER, Content, Prose, in_file_order, once
from factlint.read.typst_marks import Call, Code, Markup, Table
from factlint.text import BlockKind

if TYPE_CHECKING:
    import re

    from factlint.text import Block, Comment


def content(text: str) -> Content:
    """The blocks of a Typst text; the title, author, language and date that its code sets are its metadata."""
    source = _Source(text)
    source.read()
    day = marks.DAY.search(text)
    if day:
        source.metadata["date"] = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return Content(in_file_order(source.blocks), standard(source.metadata), once(source.comments))


class _Source:
    """A Typst text being read: what is open of markup and code, the blocks in the making, and what is done."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.metadata: dict[str, str] = {}
        self._text = text
        self._excerpt = Excerpt(text)
        self._frames: list[Markup | Code] = [Markup(Prose(self._excerpt))]
        self._absent: set[str] = set()

    def read(self) -> None:
        """Read the text to its last block."""
        at = 0
        while at < len(self._text):
            frame = self._frames[-1]
            at = self._markup(frame, at) if isinstance(frame, Markup) else self._code_in(frame, at)
        while self._frames:
            self._leave(len(self._text))

    def _markup(self, frame: Markup, at: int) -> int:
        found = marks.MARKUP.search(self._text, at)
        frame.prose.keep(at, found.start() if found else len(self._text))
        if found is None:
            return len(self._text)
        end: int = getattr(self, f"_{found.lastgroup}")(frame, found)
        return end

    def _code_in(self, frame: Code, at: int) -> int:
        found = marks.CODE.search(self._text, at)
        if found is None:
            return len(self._text)
        end: int = getattr(self, f"_{found.lastgroup}")(frame, found)
        if found.lastgroup not in {"callee", "named", "end"}:
            frame.callee = frame.named = ""
        return end

    # What stands in markup and code alike.

    def _remark(self, _: object, found: re.Match[str]) -> int:
        self._comment(found.start(), found.end(), 0)
        return found.end()

    def _comment(self, start: int, end: int, closing: int) -> None:
        self.comments.append(self._excerpt.comment(start, end, 2, closing))

    def _block_comment(self, _: object, found: re.Match[str]) -> int:
        """A comment between two marks, in which others may lie; one without an end reaches to that of the text."""
        depth, at = 1, found.end()
        while depth and (edge := marks.COMMENT_EDGE.search(self._text, at)):
            depth += 1 if edge.group() == "/*" else -1
            at = edge.end()
        at = len(self._text) if depth else at
        self._comment(found.start(), at, 0 if depth else 2)
        return at

    def _raw(self, frame: Markup | Code, found: re.Match[str]) -> int:
        fence = found.group()
        close = -1 if fence in self._absent or len(fence) == 2 else self._text.find(fence, found.end())
        if close < 0:
            self._absent.add(fence)
            return found.end()
        if isinstance(frame, Markup) and len(fence) > 2 and marks.LINE_END.search(self._text, found.end(), close):
            self._flush(frame)
            return close + len(fence)
        return self._object(frame, found.start(), close + len(fence))

    def _formula(self, frame: Markup | Code, found: re.Match[str]) -> int:
        close = marks.FORMULA.match(self._text, found.end())
        if close is not None:
            return self._object(frame, found.start(), close.end())
        if isinstance(frame, Markup):
            frame.prose.keep(*found.span())
        return found.end()

    def _object(self, frame: Markup | Code, start: int, end: int) -> int:
        if isinstance(frame, Markup):
            frame.prose.put(PLACEHOLDER, start, end)
        return end

    # What stands in markup.

    def _address(self, frame: Markup, found: re.Match[str]) -> int:
        return self._object(frame, found.start(), max(found.start() + 1, address_end(self._text, *found.span())))

    def _blank(self, frame: Markup, found: re.Match[str]) -> int:
        self._flush(frame)
        behind = marks.WHITE_SPACE.match(self._text, found.end())
        is_indented = behind is not None and behind.group().endswith((" ", "\t"))
        if not (frame.line_kind is BlockKind.ITEM and is_indented):
            frame.line_kind = None
        return found.end()

    def _line_end(self, frame: Markup, found: re.Match[str]) -> int:
        is_item = frame.line_kind is BlockKind.ITEM and self._text[found.end() : found.end() + 1] in {" ", "\t"}
        if frame.line_kind and not is_item:
            self._flush(frame)
            frame.line_kind = None
        frame.prose.keep(*found.span())
        return found.end()

    def _heading(self, frame: Markup, found: re.Match[str]) -> int:
        self._flush(frame)
        frame.line_kind, frame.line_level = BlockKind.HEADING, len(found["signs"])
        return found.end()

    def _item(self, frame: Markup, found: re.Match[str]) -> int:
        self._flush(frame)
        frame.line_kind, frame.line_level = BlockKind.ITEM, 0
        return found.end()

    def _code_point(self, frame: Markup, found: re.Match[str]) -> int:
        number = int(found["code_point"], 16)
        is_shown = 31 < number < 0xD800 or 0xDFFF < number < 0x110000
        frame.prose.put(chr(number) if is_shown else PLACEHOLDER, *found.span())
        return found.end()

    def _escape(self, frame: Markup, found: re.Match[str]) -> int:
        """A backslash with the mark that it makes text of; before white space it ends a line."""
        character = found.group()[1:]
        if character.isspace() or not character:
            frame.prose.put(" ", found.start(), found.start() + 1)
            return found.start() + 1
        frame.prose.put(character, *found.span())
        return found.end()

    def _ligature(self, frame: Markup, found: re.Match[str]) -> int:
        frame.prose.put(marks.LIGATURES[found.group()], *found.span())
        return found.end()

    def _label(self, _: Markup, found: re.Match[str]) -> int:
        return found.end()

    def _reference(self, frame: Markup, found: re.Match[str]) -> int:
        return self._object(frame, *found.span())

    def _mark(self, frame: Markup, found: re.Match[str]) -> int:
        """The mark of emphasis, which is text between two letters."""
        start, end = found.span()
        if self._text[start - 1 : start].isalnum() and self._text[end : end + 1].isalnum():
            frame.prose.keep(start, end)
        return end

    def _open(self, frame: Markup, found: re.Match[str]) -> int:
        frame.brackets += 1
        frame.prose.keep(*found.span())
        return found.end()

    def _close(self, frame: Markup, found: re.Match[str]) -> int:
        if frame.closing and not frame.brackets:
            return self._leave(found.start())
        frame.brackets = max(0, frame.brackets - 1)
        frame.prose.keep(*found.span())
        return found.end()

    def _code(self, frame: Markup, found: re.Match[str]) -> int:
        """What begins with `#`: a statement, a call, content, or a value, of which text and numbers are shown."""
        start, at = found.span()
        if self._text[at] in "({":
            self._object(frame, start, at)
            self._frames.append(Code(")" if self._text[at] == "(" else "}"))
            return at + 1
        if self._text[at] == "[":
            return self._enter(frame, Call("", start), at)
        name = marks.NAME.match(self._text, at)
        if name is None:
            shown = marks.NUMBER.match(self._text, at)
            frame.prose.keep(at, shown.end() if shown else at)
            return shown.end() if shown else at
        if name.group() in marks.STATEMENTS:
            self._frames.append(Code("", name.group()))
            return name.end()
        if name.group() in marks.BLOCKS and name.group() not in {"quote", "footnote", "box"}:
            self._flush(frame)
        return self._behind(frame, Call(name.group(), start), name.end())

    def _behind(self, frame: Markup, call: Call, at: int) -> int:
        """Go on behind the name of a call or one of its arguments: with the next one, or with the text."""
        method = marks.METHOD.match(self._text, at) if call.name else None
        at = method.end() if method else at
        following = self._text[at : at + 1]
        if following == "(" and call.name:
            table = Table(Prose(self._excerpt), self._columns(at)) if call.name in marks.TABLES else None
            self._frames.append(Code(")", call.name, call, table))
            return at + 1
        if following == "[":
            return self._enter(frame, call, at)
        if not call.is_shown and call.name not in marks.NOTHING:
            self._object(frame, call.start, call.start + 1 + len(call.name))
        return at + (following == ";")

    def _enter(self, frame: Markup, call: Call, at: int) -> int:
        """Go into content that a call is given behind its parentheses."""
        call.is_shown = True
        arguments = self._text[call.start : at]
        is_block = call.name in marks.BLOCKS and (
            call.name != "quote" or marks.BLOCK_ARGUMENT.search(arguments) is not None
        )
        if is_block:
            level = self._level(call.name, arguments)
            self._frames.append(Markup(Prose(self._excerpt), marks.BLOCKS[call.name], level, call=call, closing="]"))
            return at + 1
        kind = frame.line_kind or frame.kind
        level = frame.line_level if frame.line_kind else frame.level
        inner = Markup(frame.prose, kind, level, is_block=False, table=frame.table, call=call, closing="]")
        self._frames.append(inner)
        if call.name == "quote":
            frame.prose.put("“", at, at + 1)
        return at + 1

    def _level(self, name: str, arguments: str) -> int:
        told = marks.LEVEL.search(arguments)
        return 0 if name != "heading" else int(told[1]) if told else 1

    def _columns(self, at: int) -> int:
        """How many columns the table has whose arguments begin at `at`."""
        found = marks.COLUMNS.search(self._text, at, at + 400)
        if found is None:
            return 1
        if found[1]:
            return max(1, int(found[1]))
        return max(1, sum(bool(part.strip()) for part in found[2].split(",")) * int(found[3] or 1))

    # What stands in code.

    def _string(self, _: Code, found: re.Match[str]) -> int:
        return found.end()

    def _group(self, frame: Code, found: re.Match[str]) -> int:
        self._frames.append(Code(")" if found.group() == "(" else "}", table=frame.table))
        return found.end()

    def _callee(self, frame: Code, found: re.Match[str]) -> int:
        frame.callee, name = found.group(), found.group()
        if self._text[found.end()] == "[":
            return found.end()
        own = Table(Prose(self._excerpt), self._columns(found.end())) if name in marks.TABLES else None
        self._frames.append(Code(")", name, table=own or frame.table))
        return found.end() + 1

    def _named(self, frame: Code, found: re.Match[str]) -> int:
        value = marks.VALUE.match(self._text, found.end())
        if value:
            self.metadata.setdefault(found.group(), value[1])
        frame.named = found.group() if marks.TITLE.match(self._text, found.end()) else ""
        return found.end()

    def _content(self, frame: Code, found: re.Match[str]) -> int:
        """Content in code: the cell of a table, or a block by itself."""
        table, kind = frame.table, marks.BLOCKS.get(frame.callee, BlockKind.PARAGRAPH)
        if table and frame.callee not in marks.BLOCKS:
            if table.cells:
                table.prose.cell(table.last)
            self._frames.append(Markup(table.prose, is_block=False, table=table, is_cell=True, closing="]"))
        else:
            kind = BlockKind.HEADING if frame.named == "title" else kind
            level = self._level(frame.callee, "")
            self._frames.append(Markup(Prose(self._excerpt), kind, level, closing="]", metadata=frame.named))
        return found.end()

    def _end(self, frame: Code, found: re.Match[str]) -> int:
        """A closing bracket: of what is being read, or of something around it whose other brackets are not closed."""
        if found.group() == frame.end:
            return self._leave(found.start())
        if found.group() == "]" and any(isinstance(each, Markup) and each.closing for each in self._frames):
            self._leave(found.start())
            return found.start()
        return found.end()

    def _statement_end(self, frame: Code, found: re.Match[str]) -> int:
        if frame.end:
            return found.end()
        self._frames.pop()
        return found.end() if found.group() == ";" else found.start()

    # What ends.

    def _leave(self, at: int) -> int:
        """End what is being read at the bracket at `at`; returns where the text goes on."""
        frame = self._frames.pop()
        outer = self._frames[-1] if self._frames else None
        if isinstance(frame, Markup):
            self._leave_markup(frame, at)
        elif frame.table and frame.name in marks.TABLES:
            self._row(frame.table)
        if isinstance(outer, Markup) and frame.call and at < len(self._text):
            return self._behind(outer, frame.call, at + 1)
        if isinstance(outer, Code):
            outer.callee = frame.name if isinstance(frame, Code) else outer.callee
            is_done = not outer.end and outer.name in marks.SHOWING and (isinstance(frame, Markup) or frame.end == "}")
            if is_done and not marks.ELSE.match(self._text, at + 1):
                self._frames.pop()
        return at + 1

    def _leave_markup(self, frame: Markup, at: int) -> None:
        if frame.is_block:
            block = self._flush(frame)
            if block and frame.metadata:
                self.metadata.setdefault(frame.metadata, block.text)
        elif frame.is_cell and frame.table:
            frame.table.cells += 1
            frame.table.last = at
            if frame.table.cells >= frame.table.columns:
                self._row(frame.table)
        elif frame.call and frame.call.name == "quote" and at < len(self._text):
            frame.prose.put("”", at, at + 1)

    def _row(self, table: Table) -> None:
        block = table.prose.take(BlockKind.ROW)
        if block is not None:
            self.blocks.append(block)
        table.cells = 0

    def _flush(self, frame: Markup) -> Block | None:
        """End a block, but for one in the cell of a table, which ends with its row."""
        if frame.table:
            return None
        kind = frame.line_kind or frame.kind
        block = frame.prose.take(kind, frame.line_level if frame.line_kind else frame.level)
        if block is not None:
            self.blocks.append(block)
        return block
