"""Files that change on disk: reported by the client where it can, and looked for by the server itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import uuid4

from lsprotocol import types

from factlint.baseline import FILE_NAME
from factlint.files import SUFFIXES
from factlint.lsp import convert

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.lsp.server import Server

# Formats of drafts and sources, what a project is configured with, and its baseline.
_KINDS = ",".join(sorted(suffix.removeprefix(".") for suffix in (*SUFFIXES, ".toml")))
_PATTERNS = (f"**/*.{{{_KINDS}}}", f"**/{FILE_NAME}")
# Seconds between two looks of the server's own, where the client does not report every file and where it does.
_PAUSE, _LONG_PAUSE = 1.5, 15.0
# A look may take at most this share of one processor's time.
_SHARE = 0.02


class Watching:
    """Has changed files noticed."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._registered: str | None = None

    def start(self) -> None:
        """Begins to look, and asks the client to report what changes in the open folders."""
        self._server.start(self._look_on())
        self.renew()

    def renew(self) -> None:
        """Asks the client to report what changes in the folders that are open now."""
        if self._server.client.watches:
            self._server.start(self._register())

    def notice(self) -> None:
        """Has projects renewed whose files have changed."""
        self._server.checking.indexing.wake(looks=True)

    async def _register(self) -> None:
        before, self._registered = self._registered, str(uuid4())
        registered = self._registered
        if before:
            gone = types.Unregistration(before, types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
            await self._server.client_unregister_capability_async(types.UnregistrationParams([gone]))
        options = types.DidChangeWatchedFilesRegistrationOptions(self._watchers())
        watch = types.Registration(registered, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await self._server.client_register_capability_async(types.RegistrationParams([watch]))

    def _watchers(self) -> list[types.FileSystemWatcher]:
        roots = list(self._server.checking.roots)
        if not self._server.client.watches_relatively or not roots:
            return [types.FileSystemWatcher(pattern) for pattern in _PATTERNS]
        return [_watcher(root, pattern) for root in roots for pattern in _PATTERNS]

    async def _look_on(self) -> None:
        """Looks at the stamps of files now and then while documents are open, beside everything else."""
        now = asyncio.get_running_loop().time
        pause = _PAUSE
        while True:
            await asyncio.sleep(pause)
            began = now()
            if any(self._server.documents) and await asyncio.to_thread(self._server.checking.projects.is_stale):
                self.notice()
            pause = max(_LONG_PAUSE if self._is_told() else _PAUSE, (now() - began) / _SHARE)

    def _is_told(self) -> bool:
        """True where the client reports every file that matters: it may keep to the folders that it has open."""
        checking = self._server.checking
        return self._server.client.watches and checking.projects.lie_below(tuple(checking.roots))


def _watcher(root: Path, pattern: str) -> types.FileSystemWatcher:
    return types.FileSystemWatcher(types.RelativePattern(convert.uri_of(root), pattern))
