"""Whole checks of drafts of which only what an edit had changed has been judged: made when there is nothing else."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factlint.lsp import code_lens, inlay_hints, semantic_tokens

if TYPE_CHECKING:
    from factlint.draft_report import Report
    from factlint.lsp.checking import Checked, Checking
    from factlint.lsp.server import Server

# Seconds for which a text has to be left as it is before it is judged as a whole unasked.
_PAUSE = 0.4


class _OutdatedError(Exception):
    """There is a newer text, or newer sources."""


class WholeChecks:
    """Makes them a step at a time: whatever somebody waits for comes in between, and a newer text ends them."""

    def __init__(self, server: Server, checking: Checking) -> None:
        self._server = server
        self._checking = checking
        self._planned: dict[str, Report] = {}

    def plan(self, checked: Checked) -> None:
        """Has a draft judged as a whole where it was not, once it is left alone for a moment."""
        key, report = unquote(checked.snapshot.uri), checked.report
        if not report.is_whole and self._planned.get(key) is not report:
            self._planned[key] = report
            self._server.start(self._make_later(key, checked))

    async def make(self, checked: Checked) -> None:
        """Judges a draft as a whole unless its text moves on, and tells the client if that makes a difference."""
        try:
            is_news = await self._checking.lane.fill_in(partial(self._complete, checked))
        except _OutdatedError:
            return
        if is_news:
            self._server.publisher.update(checked.snapshot.uri)
            for feature in (code_lens, inlay_hints, semantic_tokens):
                feature.refresh(self._server)

    async def _make_later(self, key: str, checked: Checked) -> None:
        await asyncio.sleep(_PAUSE)
        await self.make(checked)
        if self._planned.get(key) is checked.report:
            del self._planned[key]

    def _complete(self, checked: Checked) -> bool:
        """Puts the report of a whole check in place of the one that there is; True where it says something else."""

        def heed() -> None:
            self._checking.lane.give_way()
            if not self._checking.stands(checked):
                raise _OutdatedError

        heed()
        if checked.project is None or checked.document is None:
            return False
        whole = checked.project.check(checked.document, heed)
        heed()
        self._checking.put(checked, whole)
        return _told(whole) != _told(checked.report)


def _told(report: Report) -> tuple[object, ...]:
    return report.findings, report.notes, report.ignored, report.known, report.gone
