"""What the marks of Typst's markup and code are, what its functions make of prose, and what may be open in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.read.names import names
from factlint.text import BlockKind

if TYPE_CHECKING:
    from factlint.read.prose import Prose

_LINE_END = r"(?>\r\n|\n|\r)"
_LINE_START = r"(?:\A|(?<=[\r\n]))[ \t]*+"
_SHARED = r"""(?P<remark>//[^\r\n]*)
       | (?P<block_comment>/\*)
       | (?P<raw>`+)
       | (?P<formula>\$)
"""
MARKUP = re.compile(
    rf"""(?P<address>https?://[^\s<>"\[\]`]+)
       | {_SHARED}
       | (?P<blank>{_LINE_END}[ \t]*+(?=[\r\n]|\Z))
       | (?P<heading>{_LINE_START}(?P<signs>=+)(?:[ \t]+|(?=[\r\n]|\Z)))
       | (?P<item>{_LINE_START}(?:[-+/]|\d{{1,4}}\.)(?:[ \t]+|(?=[\r\n]|\Z)))
       | (?P<line_end>{_LINE_END})
       | \\u\{{(?P<code_point>[0-9A-Fa-f]{{1,6}})\}}
       | (?P<escape>\\(?:.|\Z))
       | (?P<ligature>---?|\.\.\.|-\?|~)
       | (?P<label>[ ]?<[\w.:-]{{1,200}}>)
       | (?P<reference>(?<!\w)@\w[\w-]*)
       | (?P<mark>[*_])
       | (?P<code>\#(?=[\w({{\["]))
       | (?P<open>\[)
       | (?P<close>\])
    """,
    re.VERBOSE | re.DOTALL,
)
CODE = re.compile(
    rf"""{_SHARED}
       | (?P<string>"(?:[^"\\]|\\.){{0,9999}}+")
       | (?P<content>\[)
       | (?P<group>[(\{{])
       | (?P<end>[)\}}\]])
       | (?P<callee>(?<![\w-])[A-Za-z_][\w-]*+(?:\.[A-Za-z_][\w-]*+)*+(?=[(\[]))
       | (?P<named>(?<![\w-])(?:title|author|lang)(?=:))
       | (?P<statement_end>;|{_LINE_END})
    """,
    re.VERBOSE | re.DOTALL,
)
LINE_END = re.compile(_LINE_END)
WHITE_SPACE = re.compile(r"\s*")
COMMENT_EDGE = re.compile(r"/\*|\*/")
FORMULA = re.compile(rf"(?:[^$\\\r\n]|\\.|{_LINE_END}(?![ \t]*[\r\n]))*+\$", re.DOTALL)
NAME = re.compile(r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*")
METHOD = re.compile(r"\.[A-Za-z_][\w-]*")
VALUE = re.compile(r':\s*"((?:[^"\\]|\\.){1,500})"', re.DOTALL)
TITLE = re.compile(r":\s*(?=\[)")
NUMBER = re.compile(r"[\d.]*\d")
COLUMNS = re.compile(r"columns:\s*(?:(\d{1,3})\b|\(([^()\[\]]{0,300})\)(?:\s*\*\s*(\d{1,3}))?)")
DAY = re.compile(r"\bdate:\s*datetime\(\s*year:\s*(\d{4}),\s*month:\s*(\d{1,2}),\s*day:\s*(\d{1,2})")
LEVEL = re.compile(r"[(,]\s*(?:level|depth):\s*(\d)")
BLOCK_ARGUMENT = re.compile(r"[(,]\s*block:\s*true")
ELSE = re.compile(r"\s*else\b")
STATEMENTS = names("let set show import include return if for while context break continue")
# Statements that end with what they show, behind which the sentence goes on.
SHOWING = names("if for while context")
# What stands by itself, with the kind of block it is; all else is part of the sentence that it stands in.
BLOCKS = {
    **dict.fromkeys(
        names("align block box columns figure footnote grid pad page par place rect stack table title"),
        BlockKind.PARAGRAPH,
    ),
    **dict.fromkeys(names("list enum terms list.item enum.item terms.item"), BlockKind.ITEM),
    "heading": BlockKind.HEADING,
    "quote": BlockKind.QUOTATION,
}
TABLES = names("table grid")
NOTHING = names("bibliography colbreak h label linebreak outline pagebreak parbreak v")
LIGATURES = {"---": "—", "--": "–", "...": "…", "-?": "\u00ad", "~": "\u00a0"}


class Table(Struct):
    """The row that a table is at: its prose, how many cells it has and is to have, and where the last one ends."""

    prose: Prose
    columns: int
    cells: int = 0
    last: int = 0


class Call(Struct):
    """A function that is called in markup: where its `#` stands, and whether any of its content is shown there."""

    name: str
    start: int
    is_shown: bool = False


class Markup(Struct):
    """Markup between two brackets, or the whole text: where its prose goes, and what kind of block that makes."""

    prose: Prose
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    # True for what ends with its bracket and is a block itself.
    is_block: bool = True
    # The cell of a table that it is or lies in, and the call in markup that it belongs to.
    table: Table | None = None
    is_cell: bool = False
    call: Call | None = None
    closing: str = ""
    metadata: str = ""
    # How many brackets are open that are text.
    brackets: int = 0
    # What the line is that is being read, where it is no part of a paragraph.
    line_kind: BlockKind | None = None
    line_level: int = 0


class Code(Struct):
    """Code up to the bracket that ends it, or to the end of a statement ("")."""

    end: str
    name: str = ""
    call: Call | None = None
    table: Table | None = None
    # The function called last, which content that follows is given to; the name that content is given for.
    callee: str = ""
    named: str = ""
