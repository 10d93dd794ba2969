"""Commands that tell an editor's own views what the sources and a draft say: facts, conflicts, claims, the fact sheet.

The answers are plain tables. A passage is one with `uri`, `range`, `place` ("seeds/visit.txt:14") and `passage`, the
sentence that it stands in. An empty text stands for "no draft": all sources of the first folder together.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pygls.exceptions import JsonRpcInvalidParams

from factlint.conflicts import conflicts
from factlint.files import FileError, absolute
from factlint.lsp import convert, evidence
from factlint.lsp.commands import offer
from factlint.model import Evidence, Standing
from factlint.profile import profiles
from factlint.report.sheet import Sheet, markdown, page
from factlint.report.sheet import json as sheet_as_json
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factlint.card import Held, Line
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Finding, Verdict
    from factlint.profile import Profile
    from factlint.project import Project
    from factlint.stories import Story

FACTS, CONFLICTS = "factlint.server.facts", "factlint.server.conflicts"
CLAIMS, SHEET = "factlint.server.claims", "factlint.server.sheet"

_FORMS = {"html": page.render, "markdown": markdown.render, "json": sheet_as_json.render}
_Table = dict[str, Any]


def register(server: Server) -> None:
    """Answers these commands."""

    async def facts(query: str, uri: str) -> list[_Table]:
        projects = await server.checking.open_projects()
        return await server.checking.apart(partial(_facts, server, projects, query, uri))

    async def disagreements(uri: str) -> list[_Table]:
        projects = await server.checking.open_projects()
        found: list[_Table] = []
        # With many sources a long piece of work: whatever else is asked comes between.
        parts = _conflicts(server, projects, uri)
        while (part := await server.checking.lane.run(partial(next, parts, None), can_wait=True)) is not None:
            found += part
        return found

    async def claims(uri: str) -> dict[str, int] | None:
        checked = await server.checking.newest(uri)
        if checked is None or checked.document is None:
            return None
        verdicts = await server.judging.verdicts(checked)
        return {str(each): sum(verdict.standing is each for verdict in verdicts) for each in Standing}

    async def sheet(uri: str, form: str, command: str) -> str | None:
        if form not in _FORMS:
            raise JsonRpcInvalidParams(f"{SHEET}: “form” should be one of {', '.join(_FORMS)}")
        checked = await server.checking.newest(uri)
        if checked is None or checked.document is None:
            return None
        verdicts = await server.judging.verdicts(checked)
        return await server.checking.apart(partial(_sheet, server, checked, verdicts, form, command))

    offer(server, FACTS, (("query", str), ("uri", str)), facts)
    offer(server, CONFLICTS, (("uri", str),), disagreements)
    offer(server, CLAIMS, (("uri", str),), claims)
    offer(server, SHEET, (("uri", str), ("form", str), ("command", str)), sheet)


def _facts(server: Server, projects: Sequence[Project], query: str, uri: str) -> list[_Table]:
    return [
        _profile(each, partial(_passage, server, project))
        for project, story in _libraries(server, projects, uri)
        for each in profiles(story.index, query)
    ]


def _conflicts(server: Server, projects: Sequence[Project], uri: str) -> Iterator[list[_Table]]:
    """Where the sources disagree, source by source."""
    for project, story in _libraries(server, projects, uri):
        place = partial(_passage, server, project)
        for findings in conflicts(story.index.accounts, project.rules, project.settings):
            yield [_conflict(finding, place) for finding in findings]


def _libraries(server: Server, projects: Sequence[Project], uri: str) -> Iterator[tuple[Project, Story]]:
    """The sources of a draft, or all of the projects that are open; those that cannot be read are left out."""
    snapshot = server.documents.get(uri)
    path = snapshot.path_within(server.checking.folder) if snapshot else None
    for project in projects:
        is_own = path is None or path.is_relative_to(project.config.root)
        # A document that is itself a source asks for all of them.
        draft = path if path and not project.is_source(path) else None
        with suppress(SourceError, FileError):
            if is_own:
                yield project, project.library(draft)


def _passage(server: Server, project: Project, passage: Evidence) -> _Table:
    document = passage.document
    within = convert.range_of(document, passage.span, server.client.encoding)
    path, root = absolute(Path(document.path)), project.config.root
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return {
        "uri": server.documents.uri_of(path),
        "range": {
            "start": {"line": within.start.line, "character": within.start.character},
            "end": {"line": within.end.line, "character": within.end.character},
        },
        "place": f"{shown.as_posix()}:{evidence.line(passage)}",
        "passage": evidence.passage(passage),
    }


def _conflict(finding: Finding, place: Callable[[Evidence], _Table]) -> _Table:
    return {
        **place(Evidence(finding.document, finding.span)),
        "rule": finding.rule,
        "message": finding.without_passage,
        "evidence": _places(finding.evidence, place),
    }


def _sheet(server: Server, checked: Checked, verdicts: tuple[Verdict, ...], form: str, command: str) -> str | None:
    """The sheet; the passages of a page are links to a client's command that gets the passage, where one is named."""
    project = checked.project
    if project is None or checked.document is None:
        return None
    story = project.story_of(Path(checked.document.path))

    def address(passage: Evidence) -> str:
        place = {key: value for key, value in _passage(server, project, passage).items() if key in ("uri", "range")}
        return f"command:{command}?{quote(json.dumps([place]))}"

    linked = address if command else None
    return _FORMS[form](Sheet(checked.document, verdicts, story.sources, address=linked))


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
