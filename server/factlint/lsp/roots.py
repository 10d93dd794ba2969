"""The folders that the client has open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factlint.files import absolute
from factlint.lsp import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lsprotocol import types


class Roots:
    """The open folders in the client's order.

    A document that is no file belongs to the first of them, whatever else is being looked at, so that its findings
    stay the same; without any it belongs to the folder that the server was started in.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._folders = tuple(dict.fromkeys(folders))

    def __iter__(self) -> Iterator[Path]:
        return iter(self._folders)

    @property
    def first(self) -> Path:
        """Where documents belong that are no files."""
        return self._folders[0] if self._folders else Path.cwd()

    def changed(self, event: types.WorkspaceFoldersChangeEvent) -> Roots:
        """The folders after the client has closed some and opened others."""
        removed = set(_paths(folder.uri for folder in event.removed))
        added = _paths(folder.uri for folder in event.added)
        return Roots([*(folder for folder in self if folder not in removed), *added])


def roots_of(params: types.InitializeParams) -> Roots:
    """The folders that are open at the start; older clients name one, as a URI or as a path."""
    named = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
    folders = _paths(named)
    if not folders and params.root_path:
        folders = [absolute(Path(params.root_path))]
    return Roots(folders)


def _paths(uris: Iterable[str]) -> list[Path]:
    return [absolute(path) for path in map(convert.path_of, uris) if path]
