"""Verdicts on the claims of open drafts, and where open sources disagree with others: worked out when nothing waits."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factlint.check import strongest
from factlint.conflicts import compare
from factlint.files import FileError
from factlint.lsp.background import piece_by_piece
from factlint.stories import SourceError
from factlint.verdicts import judge, weighed

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from factlint.extract.account import Account
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Finding, Verdict

_Answer = TypeVar("_Answer")


class Judging:
    """Works each of it out once for a state of text and sources, however many ask."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._verdicts: dict[str, tuple[_State, asyncio.Task[tuple[Verdict, ...]]]] = {}
        self._conflicts: dict[str, tuple[_State, asyncio.Task[tuple[Finding, ...]]]] = {}

    async def verdicts(self, checked: Checked) -> tuple[Verdict, ...]:
        """The verdicts on the claims of a draft. Raises a refusal once its text has moved on."""
        return await self._once(self._verdicts, checked, self._judged(checked))

    async def conflicts(self, checked: Checked, account: Account) -> tuple[Finding, ...]:
        """Where a source disagrees with others. Raises a refusal once its text has moved on."""
        return await self._once(self._conflicts, checked, self._compared(checked, account))

    async def _once(
        self,
        kept: dict[str, tuple[_State, asyncio.Task[_Answer]]],
        checked: Checked,
        work: Coroutine[Any, Any, _Answer],
    ) -> _Answer:
        """The answer of work that may be under way already."""
        for uri in [uri for uri in kept if self._server.documents.get(uri) is None]:
            del kept[uri]
        uri, state = checked.snapshot.uri, _state_of(checked)
        if uri not in kept or kept[uri][0] != state or (kept[uri][1].done() and kept[uri][1].exception()):
            task = asyncio.ensure_future(work)
            # It may fail when nobody asks any more.
            task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
            kept[uri] = (state, task)
        else:
            work.close()
        # Who asks may lose interest while others wait.
        return await asyncio.shield(kept[uri][1])

    async def _judged(self, checked: Checked) -> tuple[Verdict, ...]:
        report = checked.report
        if report.case is None:
            return ()
        findings = (*report.findings, *report.known)
        parts = await piece_by_piece(self._server, checked, judge(report.case, findings))
        return weighed([verdict for verdict in parts if verdict is not None], findings)

    async def _compared(self, checked: Checked, account: Account) -> tuple[Finding, ...]:
        project = checked.project
        if project is None:
            return ()
        try:
            index = await self._server.checking.apart(lambda: project.library().index)
        except (SourceError, FileError):
            return ()
        own = Path(account.document.path)
        others = [each for each in index.accounts if Path(each.document.path) != own]
        rules, settings = project.rules, project.settings
        parts = await piece_by_piece(self._server, checked, compare(account, others, rules, settings))
        return strongest(finding for found in parts for finding in found)


_State = tuple[int, str, object, object]


def _state_of(checked: Checked) -> _State:
    return checked.snapshot.version, checked.snapshot.text, checked.project, checked.findings
