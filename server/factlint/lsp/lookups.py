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

from factlint.conflicts import conflicts
from factlint.lsp import evidence
from factlint.lsp.commands import offer
from factlint.model import Evidence, Standing
from factlint.profile import profiles
from factlint.report.sheet import Sheet, page

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

    async def sheet(uri: str, command: str) -> str | None:
        checked = await server.checking.newest(uri)
        if checked is None or checked.document is None:
            return None
        return await server.checking.apart(partial(_sheet, server, checked, command))

    offer(server, FACTS, (("query", str), ("uri", str)), facts)
    offer(server, CONFLICTS, (("uri", str),), disagreements)
    offer(server, CLAIMS, (("uri", str),), claims)
    offer(server, SHEET, (("uri", str), ("command", str)), sheet)
