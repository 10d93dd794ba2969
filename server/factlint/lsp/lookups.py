"""Commands that tell an editor's own views what the sources and a draft say: facts, conflicts, claims, the fact sheet.

The answers are plain tables. A passage is one with `uri`, `range`, `place` ("seeds/visit.txt:14") and `passage`, the
sentence that it stands in. An empty text stands for "no draft": all sources of the first folder together.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pygls.exceptions import JsonRpcInvalidParams

from factlint.conflicts import conflicts
from factlint.lsp import evidence
from factlint.lsp.commands import offer
from factlint.model import Evidence, Standing
from factlint.profile import profiles
from factlint.report.sheet import Sheet, markdown, page
from factlint.report.sheet import json as sheet_as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.card import Line
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Finding
    from factlint.profile import Held, Profile
    from factlint.stories import Story

FACTS, CONFLICTS = "factlint.server.facts", "factlint.server.conflicts"
CLAIMS, SHEET = "factlint.server.claims", "factlint.server.sheet"

_FORMS = {"html": page.render, "markdown": markdown.render, "json": sheet_as_json.render}
_Table = dict[str, Any]


def register(server: Server) -> None:
    """Answers these commands."""

    async def facts(query: str, uri: str) -> list[_Table]:
        story, place = await server.checking.library(uri), partial(_passage, server)
        return await server.checking.apart(lambda: [_profile(each, place) for each in profiles(story.index, query)])

    async def disagreements(uri: str) -> list[_Table]:
        return await server.checking.apart(partial(_conflicts, server, uri))

    async def claims(uri: str) -> dict[str, int] | None:
        checked = await server.checking.newest(uri)
        if checked is None or checked.document is None:
            return None
        verdicts = await server.checking.apart(lambda: checked.report.verdicts)
        return {str(each): sum(verdict.standing is each for verdict in verdicts) for each in Standing}

    async def sheet(uri: str, form: str, command: str) -> str | None:
        if form not in _FORMS:
            raise JsonRpcInvalidParams(f"{SHEET}: “form” should be one of {', '.join(_FORMS)}")
        checked = await server.checking.newest(uri)
        if checked is None or checked.document is None:
            return None
        return await server.checking.apart(partial(_sheet, server, checked, form, command))

    offer(server, FACTS, (("query", str), ("uri", str)), facts)
    offer(server, CONFLICTS, (("uri", str),), disagreements)
    offer(server, CLAIMS, (("uri", str),), claims)
    offer(server, SHEET, (("uri", str), ("form", str), ("command", str)), sheet)


def _conflicts(server: Server, uri: str) -> list[_Table]:
    """Where the sources disagree; a long piece of work where they are many."""
    project, story = server.checking.library(uri)
    found = conflicts(story.index.accounts, project.rules, project.settings)
    return [_conflict(server, each) for findings in found for each in findings]


def _conflict(server: Server, finding: Finding) -> _Table:
    own = Evidence(finding.document, finding.span)
    return {
        **_passage(server, own),
        "rule": finding.rule,
        "message": finding.without_passage,
        "evidence": [_passage(server, each) for each in finding.evidence],
    }


def _sheet(server: Server, checked: Checked, form: str, command: str) -> str | None:
    """The sheet; the passages of a page are links to a client's command that gets the passage, where one is named."""
    if checked.project is None or checked.document is None:
        return None
    story = checked.project.story_of(Path(checked.document.path))

    def address(passage: Evidence) -> str:
        place = {key: value for key, value in _passage(server, passage).items() if key in ("uri", "range")}
        return f"command:{command}?{quote(json.dumps([place]))}"

    linked = address if command else None
    return _FORMS[form](Sheet(checked.document, checked.report.verdicts, story.sources, address=linked))


def _profile(profile: Profile, place: Callable[[Evidence], _Table]) -> _Table:
    return {
        "name": profile.name,
        "kind": str(profile.kind),
        "sources": profile.sources,
        "mentions": profile.mentions,
        "spellings": [_line(line, None, place) for line in profile.spellings],
        "held": [_held(held, place) for held in profile.held],
        "statements": _places(profile.statements, place),
        "quotations": _places(profile.quotations, place),
    }


def _held(held: Held, place: Callable[[Evidence], _Table]) -> _Table:
    years = sorted(set(held.years or ()))
    return _line(held.line, " to ".join(map(str, years)) or None, place)


def _line(line: Line, when: str | None, place: Callable[[Evidence], _Table]) -> _Table:
    told = {"text": line.text, "sources": line.sources, "mentions": line.mentions, "when": when}
    return {**told, "passages": _places(line.evidence, place)}


def _places(passages: Iterable[Evidence], place: Callable[[Evidence], _Table]) -> list[_Table]:
    return [place(each) for each in passages]
