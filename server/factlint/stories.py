"""Stories: the sources of a draft, what each of them says, and an index of it all, each worked out once."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint import files, rejection
from factlint.extract import extract
from factlint.files import FileError, absolute, identity, shown
from factlint.index import Index, build
from factlint.language import language_of
from factlint.read import ReadError, read
from factlint.read.again import read_again

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.rejection import Rejection
    from factlint.text import Document


class SourceError(ValueError):
    """Sources that are missing or empty; the message names them and says how to name others."""


@dataclass(frozen=True, slots=True)
class Story:
    """The sources of a draft, an index of what they say, and lines to tell the user about them."""

    sources: tuple[Document, ...]
    index: Index
    notes: tuple[str, ...]


class Shelf:
    """Documents and what they say, each worked out once for one state of its text."""

    def __init__(self, lexica: Mapping[str, Lexicon], language: str | None) -> None:
        self._lexica = lexica
        self._language = language
        self._documents: dict[Path, tuple[object, Document]] = {}
        self._accounts: dict[tuple[str, bool], tuple[object, Account | None]] = {}

    def read(self, path: Path) -> Document:
        """The document in a file. Raises FileError, which names the file."""
        path = absolute(path)
        state = files.stamps([path])
        kept = self._documents.get(path)
        return kept[1] if kept and kept[0] == state else self._keep(path, state, files.read_bytes(path))

    def document(self, path: Path, text: str) -> Document:
        """The document in an unsaved text. Raises FileError, which names the file."""
        path = absolute(path)
        kept = self._documents.get(path)
        edited = read_again(kept[1], text) if kept and kept[0] != text else None
        if edited is not None:
            self._documents[path] = (text, edited)
            return edited
        # With a byte-order mark before it the text is read as it is, whatever character set it declares.
        data = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
        return kept[1] if kept and kept[0] == text else self._keep(path, text, data)

    def account(self, document: Document) -> Account | None:
        """What a document says, or None where its language has no lexicon."""
        # A document may be a source, without what is rejected in it, and a draft.
        key, state = (document.path, bool(document.left_out)), (document.text, document.metadata)
        kept = self._accounts.get(key)
        if kept is None or kept[0] != state:
            language = self._language or language_of(document, self._lexica)
            account = extract(document, self._lexica[language]) if language else None
            kept = self._accounts[key] = (state, account)
        return kept[1]

    def unknown_language(self, document: Document) -> str:
        """The line that tells why a document without an account has none."""
        known = ", ".join(sorted(self._lexica))
        return f"{document.path}: left out: it is in a language that factlint has no lexicon for (there is: {known})"

    def _keep(self, path: Path, state: object, data: bytes) -> Document:
        try:
            document = read(shown(path), data)
        except ReadError as error:
            raise FileError(f"{shown(path)}: {error}") from error
        self._documents[path] = (state, document)
        return document


@dataclass(frozen=True, slots=True)
class Rejected:
    """What people have rejected in the sources, by `identity` of the source, and the file that says so."""

    file: Path | None = None
    by_source: Mapping[str, tuple[Rejection, ...]] = field(default_factory=dict)

    def without(self, source: str, document: Document) -> tuple[Document, tuple[str, ...]]:
        """A source as it is to be believed, and lines on rejections that nothing in it answers to any more."""
        believed, stale = rejection.without(document, self.by_source.get(source, ()))
        return believed, tuple(
            self._note(entry, f"{document.path} says “{entry.says}” no more in the sentence that is rejected")
            for entry in stale
        )

    def missing(self) -> tuple[str, ...]:
        """Lines on rejections in sources that are not there."""
        entries = (entry for entries in self.by_source.values() for entry in entries)
        return tuple(
            self._note(entry, f"there is no {entry.source}, in which it rejects “{entry.says}”")
            for entry in entries
            if self.file and not (self.file.parent / entry.source).exists()
        )

    def _note(self, entry: Rejection, why: str) -> str:
        where = shown(self.file) if self.file else ""
        return f"{where}:{entry.line}: {why}; take the entry out, or reject it anew"


class Stories:
    """The stories of a project by the folders and files given as their sources, without what is `rejected` in them.

    `unsaved` holds texts that stand for files on disk, by `identity` of the path.
    """

    def __init__(self, shelf: Shelf, unsaved: Mapping[str, str], rejected: Rejected) -> None:
        self._rejected = rejected
        self.unsaved = unsaved
        self._shelf = shelf
        self._files: dict[tuple[Path, ...], dict[str, Path]] = {}
        self._stamps: dict[tuple[Path, ...], frozenset[tuple[Path, int, int]]] = {}
        self._stories: dict[tuple[tuple[Path, ...], str | None], Story] = {}

    def story(self, entries: tuple[Path, ...], draft: Path) -> Story:
        """The story of these sources, without the draft itself. Raises SourceError, or FileError for a broken one."""
        own = identity(draft)
        sources = self._files_of(entries)
        key = (entries, own if own in sources else None)
        if key not in self._stories:
            self._stories[key] = self._read({name: path for name, path in sources.items() if name != own}, entries)
        return self._stories[key]

    def is_stale(self) -> bool:
        """True where a source was added, removed or changed on disk since it was read."""
        try:
            return any(files.stamps(_listed(entries).values()) != seen for entries, seen in self._stamps.items())
        except ValueError:
            return True

    def overlaid(self, unsaved: Mapping[str, str]) -> Stories:
        """The same stories with other unsaved texts; what is known of unchanged sources is kept."""
        other = Stories(self._shelf, unsaved, self._rejected)
        other._files, other._stamps = self._files, self._stamps
        return other

    def _files_of(self, entries: tuple[Path, ...]) -> dict[str, Path]:
        if entries not in self._files:
            found = _listed(entries)
            self._stamps[entries] = files.stamps(found.values())
            self._files[entries] = found
        return self._files[entries]

    def _read(self, sources: Mapping[str, Path], entries: tuple[Path, ...]) -> Story:
        if not sources:
            raise SourceError(f"{_shown(entries)}: the draft is the only source; {_REMEDY}")
        documents = []
        notes = [*self._rejected.missing()]
        for name, path in sources.items():
            text = self.unsaved.get(name)
            document = self._shelf.read(path) if text is None else self._shelf.document(path, text)
            believed, stale = self._rejected.without(name, document)
            documents.append(believed)
            notes += stale
        accounts = [(document, self._shelf.account(document)) for document in documents]
        notes += [self._shelf.unknown_language(document) for document, account in accounts if account is None]
        return Story(tuple(documents), build(account for _, account in accounts if account), tuple(notes))


_REMEDY = "name a folder of source documents with --sources, or with “sources” in factlint.toml"


def _listed(entries: tuple[Path, ...]) -> dict[str, Path]:
    try:
        found = files.source_files(entries)
    except FileError as error:
        raise SourceError(f"{error}; {_REMEDY}") from error
    if not found:
        kinds = ", ".join(sorted(files.SUFFIXES))
        raise SourceError(f"{_shown(entries)}: no source documents there ({kinds}); {_REMEDY}")
    return found


def _shown(entries: tuple[Path, ...]) -> str:
    return ", ".join(shown(entry) for entry in entries) or "sources"
