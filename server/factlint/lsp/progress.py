"""Work-done progress: how far work in the background has come, where the client shows that; it can be cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from factlint.lsp.server import Server

_HUNDRED = 100


class Progress:
    """One piece of work as the client shows it: begun once the client has agreed, ended once the work is done."""

    def __init__(self, server: Server, title: str) -> None:
        self._server = server
        self._title = title
        self._token = str(uuid4())
        self._percentage = 0
        self._is_begun = False
        self._is_over = False

    @property
    def is_cancelled(self) -> bool:
        """True once somebody has cancelled the work."""
        future = self._server.work_done_progress.tokens.get(self._token)
        return future is not None and future.cancelled()

    async def begin(self) -> None:
        """Asks the client to show the work, and shows it unless it is over by then."""
        progress = self._server.work_done_progress
        try:
            await progress.create_async(self._token)
        except JsonRpcException:
            return
        if self._is_over:
            progress.tokens.pop(self._token, None)
            return
        self._is_begun = True
        begin = types.WorkDoneProgressBegin(title=self._title, cancellable=True, percentage=self._percentage)
        progress.begin(self._token, begin)

    def report(self, done: int, total: int) -> None:
        """Says how far the work has come; the percentage never goes back."""
        percentage = _HUNDRED * done // max(1, total)
        if percentage <= self._percentage:
            return
        self._percentage = percentage
        if self._is_begun and not self.is_cancelled:
            report = types.WorkDoneProgressReport(message=f"{done:,} of {total:,}", percentage=percentage)
            self._server.work_done_progress.report(self._token, report)

    def end(self) -> None:
        """Says that the work is over, and forgets its token."""
        self._is_over = True
        if self._is_begun:
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd())
        self._server.work_done_progress.tokens.pop(self._token, None)
