"""What in a reStructuredText directive is prose: its argument, one of its options, its body, or nothing."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factlint.read.names import names
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.read.rst_tables import Line

# Nothing in these is prose: code, formulas, drawings, lists of files, settings.
_NOT_PROSE = names(
    """
    autoattribute autoclass autofunction automethod automodule autosummary bibliography class code code-block contents
    csv-filter date default-domain default-role digraph doctest graph graphviz highlight highlightlang ifconfig image
    include index inheritance-diagram jinja literalinclude math mermaid meta nbplot parsed-literal plantuml plot
    productionlist program prompt raw role sectionauthor sectnum sourcecode tabularcolumns target-notes testcleanup
    testcode testoutput testsetup toctree uml unicode versions youtube
    """
)
# The text may begin on the directive's own line and go on below it.
_FLOWING = names(
    """
    attention caution centered danger deprecated epigraph error glossary highlights hint important note pull-quote
    replace seealso tip todo versionadded versionchanged versionremoved warning
    """
)
# The argument is a title.
_TITLED = frozenset({"admonition", "csv-table", "list-table", "rubric", "sidebar", "table", "topic"})
_FORMS = {"list-table": "list", "csv-table": "csv"}

_OPTION = re.compile(r":([A-Za-z][\w -]{0,60}):(?:\s+|\Z)")


class Body(Struct, frozen=True):
    """The prose of a directive: how its lines are to be read ("list" and "csv" are tables), and what goes before them.

    `title` and `alternative` (the text for a picture) are the spans of their lines; `header` those of a table's
    header row.
    """

    form: str
    lines: list[Line]
    title: list[Span] = field(default_factory=list)
    alternative: list[Span] = field(default_factory=list)
    header: list[Span] = field(default_factory=list)
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def body_of(text: str, name: str, lines: list[Line]) -> Body:
    """What is to be read of the directive `name`; `lines` begin behind its `::` and reach to its end."""
    head = next((number for number, line in enumerate(lines) if number and line.is_blank), len(lines))
    first = next((number for number in range(1, head) if _OPTION.match(text, lines[number].start)), head)
    options = _options(text, lines[first:head])
    name = name.rpartition(":")[2]
    alternative = [options["alt"]] if "alt" in options else []
    if name == "meta":
        values = {key: " ".join(span.of(text).split()) for key, span in options.items()}
        return Body("", [], metadata=MappingProxyType({key: value for key, value in values.items() if value}))
    if name in _NOT_PROSE:
        return Body("", [], alternative=alternative)
    if name in _FLOWING:
        return Body("", [*lines[:first], *lines[head:]])
    argument = [Span(line.start, line.end) for line in lines[:first] if not line.is_blank]
    header = [options["header"]] if "header" in options else []
    rest = [line for line in lines[head:] if not line.is_blank] if name in _FORMS else lines[head:]
    return Body(_FORMS.get(name, ""), rest, argument if name in _TITLED else [], alternative, header)


def _options(text: str, lines: list[Line]) -> dict[str, Span]:
    """The spans of the values of `:name: value` lines, each with the lines that go on with it."""
    options: dict[str, Span] = {}
    name = ""
    for line in lines:
        found = _OPTION.match(text, line.start, line.end)
        if found:
            name = found[1].lower()
            options[name] = Span(min(found.end(), line.end), line.end)
        elif name:
            options[name] = Span(options[name].start, line.end)
    return {name: span for name, span in options.items() if len(span)}
