"""The open documents: their texts exactly as the editor has them, saved or not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from factlint.files import absolute, is_readable_kind
from factlint.lsp import convert
from factlint.lsp.caret import caret_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lsprotocol import types


class Snapshot(Struct, frozen=True, eq=False):
    """The text of an open document at one version; `uri` as the client writes it.

    `caret` is the offset behind the word that is being typed, None where none is.
    """

    uri: str
    language: str
    version: int
    text: str
    caret: int | None = None

    @property
    def file(self) -> Path | None:
        """The file that the document is, or None where it has not been saved yet or is none."""
        path = convert.path_of(self.uri)
        return path and absolute(path)

    def path_within(self, folder: Path) -> Path:
        """The path under which the document is read: its own, or one in `folder` where it is no file.

        A suffix without a reader is followed by that of the editor's language for it.
        """
        path = self.file or folder / (unquote(self.uri).replace(":", "/").rstrip("/").rpartition("/")[2] or "draft")
        suffix = convert.suffix(self.language)
        return path if is_readable_kind(path) or not suffix else path.with_name(path.name + suffix)


class Documents:
    """The open documents by URI. Changes come from the event loop; any thread may look."""

    def __init__(self) -> None:
        # Never changed but replaced, so that another thread may walk over it meanwhile.
        self._snapshots: Mapping[str, Snapshot] = {}

    def __iter__(self) -> Iterator[Snapshot]:
        return iter(self._snapshots.values())

    def get(self, uri: str) -> Snapshot | None:
        """The newest text of a document, or None where it is not open; escapes in the URI may be written either way."""
        return self._snapshots.get(unquote(uri))

    def open(self, item: types.TextDocumentItem) -> None:
        """Takes in a document that the client has opened."""
        self._put(Snapshot(item.uri, item.language_id, item.version, item.text))

    def change(self, uri: str, version: int, text: str) -> None:
        """Takes in the next version of an open document; of any other there is nothing to change."""
        before = self.get(uri)
        if before:
            self._put(replace(before, version=version, text=text, caret=caret_after(before.text, text)))

    def settle(self, snapshot: Snapshot) -> bool:
        """Takes the word that is being typed in a snapshot for finished; False where the text has gone on meanwhile."""
        if snapshot.caret is None or self.get(snapshot.uri) is not snapshot:
            return False
        self._put(replace(snapshot, caret=None))
        return True

    def close(self, uri: str) -> None:
        """Lets a document go."""
        self._snapshots = {key: each for key, each in self._snapshots.items() if key != unquote(uri)}

    def texts(self) -> dict[Path, str]:
        """The texts of open files by path."""
        return {each.file: each.text for each in self if each.file}

    def uri_of(self, path: Path) -> str:
        """The URI of a file: as the client writes it where it has the file open."""
        return next((each.uri for each in self if each.file == path), None) or convert.uri_of(path)

    def _put(self, snapshot: Snapshot) -> None:
        self._snapshots = {**self._snapshots, unquote(snapshot.uri): snapshot}
