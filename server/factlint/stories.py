"""Stories: the sources of a draft, what each of them says, and an index of it all, each worked out once."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct, field

from factlint import files, rejection
from factlint.ahead import ask_of_all, ask_of_each
from factlint.extract import extract
from factlint.files import FileError, absolute, identity, shown
from factlint.index import Index, build
from factlint.language import language_of
from factlint.read import ReadError, read
from factlint.read.again import read_again

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from factlint.extract.account import Account
    from factlint.lexicon import Lexicon
    from factlint.rejection import Rejection
    from factlint.text import Document


class SourceError(ValueError):
    """Sources that are missing or empty; the message names them and says how to name others."""


class Story(Struct, frozen=True):
    """The sources of a draft, an index of what they say, and lines to tell the user about them."""

    sources: tuple[Document, ...]
    index: Index
    notes: tuple[str, ...]


class Shelf:
    """Documents and what they say, each worked out once for one state of its text."""

    def __init__(self, lexica: Mapping[str, Lexicon], language: str | None) -> None:
        self.lexica = lexica
        self.language = language
        self._documents: dict[Path, tuple[object, Document]] = {}
        self._accounts: dict[tuple[str, bool], tuple[object, Account | None]] = {}

    def has(self, path: Path) -> bool:
        """True where the document in a file has been read, be it as it is now or not."""
        return absolute(path) in self._documents

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
        key, state = (document.path, bool(document.left_out)), (document.text, document.metadata, document.left_out)
        kept = self._accounts.get(key)
        if kept is None or kept[0] != state:
            language = self.language or language_of(document, self.lexica)
            account = extract(document, self.lexica[language]) if language else None
            kept = self._accounts[key] = (state, account)
        return kept[1]

    def unknown_language(self, document: Document) -> str:
        """The line that tells why a document without an account has none."""
        known = ", ".join(sorted(self.lexica))
        return f"{document.path}: left out: it is in a language that factlint has no lexicon for (there is: {known})"

    def retain(self, paths: Collection[Path]) -> None:
        """Lets go of every document but those in these files, and of what it says."""
        wanted = set(map(absolute, paths))
        self._documents = {path: kept for path, kept in self._documents.items() if path in wanted}
        names = {document.path for _, document in self._documents.values()}
        self._accounts = {key: kept for key, kept in self._accounts.items() if key[0] in names}

    def _keep(self, path: Path, state: object, data: bytes) -> Document:
        try:
            document = read(shown(path), data)
        except ReadError as error:
            raise FileError(f"{shown(path)}: {error}") from error
        self._documents[path] = (state, document)
        return document


class Progress(NamedTuple):
    """How many sources have been read, of how many; `new` ones of those left have never been read before."""

    done: int
    total: int
    new: int


class Rejected(Struct, frozen=True):
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


_Entries: TypeAlias = "tuple[Path, ...]"
_Key: TypeAlias = "tuple[_Entries, str | None]"


class Stories:
    """The stories of a project by the folders and files given as their sources, without what is `rejected` in them.

    `unsaved` holds texts that stand for files on disk, by `identity` of the path. Sources are looked up once: a story
    stays as it is, and so does the lack of one, until `renewed` or `overlaid` gives other stories.
    """

    def __init__(self, shelf: Shelf, unsaved: Mapping[str, str], rejected: Rejected) -> None:
        self._rejected = rejected
        self.unsaved = unsaved
        self._shelf = shelf
        self._files: dict[_Entries, dict[str, Path] | SourceError] = {}
        self._stamps: dict[_Entries, frozenset[tuple[str, int, int]]] = {}
        self._stories: dict[_Key, Story | SourceError | FileError] = {}
        self._earlier: Mapping[_Key, Story | SourceError | FileError] = {}

    def story(self, entries: _Entries, draft: Path) -> Story:
        """The story of these sources, without the draft itself. Raises SourceError, or FileError for a broken one."""
        for _ in self._steps(entries, draft, is_ahead=False):
            pass
        story = self._stories[self._key(entries, draft)]
        if isinstance(story, Story):
            return story
        raise story.with_traceback(None)

    def steps(self, entries: _Entries, draft: Path) -> Iterator[Progress]:
        """Works out the story of these sources, one source a step, and last an index of them; raises nothing.

        What almost every draft asks of them is worked out too. Nothing is left to do where the story is known already.
        """
        return self._steps(entries, draft, is_ahead=True)

    def _steps(self, entries: _Entries, draft: Path, *, is_ahead: bool) -> Iterator[Progress]:
        key = self._key(entries, draft)
        if key in self._stories:
            return
        try:
            self._stories[key] = yield from self._read(key, is_ahead=is_ahead)
        except (SourceError, FileError) as error:
            self._stories[key] = error

    def is_known(self, entries: _Entries, draft: Path) -> bool:
        """True where the story of these sources is worked out, or known not to be there."""
        return self._key(entries, draft) in self._stories

    def retain(self, keys: Collection[tuple[_Entries, Path]]) -> frozenset[Path]:
        """Lets go of all but the stories of these sources and drafts; tells the files that are left."""
        wanted = {self._key(*key) for key in keys}
        entries = {key[0] for key in wanted}
        self._stories = {key: story for key, story in self._stories.items() if key in wanted}
        self._files = {key: found for key, found in self._files.items() if key in entries}
        self._stamps = {key: stamps for key, stamps in self._stamps.items() if key in entries}
        self._earlier = {}
        return frozenset(path for key in self._files for path in self._sources(key).values())

    def is_stale(self) -> bool:
        """True where a source was added, removed or changed on disk since it was read."""
        return any(files.tree_stamps(entries) != seen for entries, seen in list(self._stamps.items()))

    def renewed(self, rejected: Rejected | None = None) -> Stories:
        """Stories of the sources as they are on disk now, and of what is `rejected` in them where that is given anew.

        What is known of unchanged sources is kept.
        """
        other = Stories(self._shelf, self.unsaved, self._rejected if rejected is None else rejected)
        other._earlier = self._stories
        return other

    def overlaid(self, unsaved: Mapping[str, str]) -> Stories:
        """The same stories with other unsaved texts; what is known of unchanged sources is kept."""
        other = Stories(self._shelf, unsaved, self._rejected)
        other._files, other._stamps, other._earlier = self._files, self._stamps, self._stories
        return other

    def _key(self, entries: _Entries, draft: Path) -> _Key:
        """What a story is kept by: the draft counts only where it is one of its own sources."""
        if entries not in self._files:
            self._stamps[entries] = files.tree_stamps(entries)
            self._files[entries] = _listed(entries)
        own = identity(draft)
        return entries, own if own in self._sources(entries) else None

    def _sources(self, entries: _Entries) -> dict[str, Path]:
        found = self._files[entries]
        return {} if isinstance(found, SourceError) else found

    def _read(self, key: _Key, *, is_ahead: bool) -> Generator[Progress, None, Story]:
        entries, own = key
        found = self._files[entries]
        if isinstance(found, SourceError):
            raise found.with_traceback(None)
        sources = {name: path for name, path in found.items() if name != own}
        if not sources:
            raise SourceError(f"{_shown(entries)}: the draft is the only source; {_REMEDY}")
        accounts = []
        notes = [*self._rejected.missing()]
        new = [path for path in sources.values() if not self._shelf.has(path)]
        read = 0
        for number, (name, path) in enumerate(sources.items()):
            yield Progress(number, len(sources), len(new) - read)
            read += path in new[read : read + 1]
            text = self.unsaved.get(name)
            document = self._shelf.read(path) if text is None else self._shelf.document(path, text)
            believed, stale = self._rejected.without(name, document)
            notes += stale
            account = self._shelf.account(believed)
            accounts.append((believed, account))
            if account and is_ahead:
                ask_of_each(account)
        notes += [self._shelf.unknown_language(document) for document, account in accounts if account is None]
        done = Progress(len(sources), len(sources), 0)
        yield done
        documents = tuple(document for document, _ in accounts)
        earlier = self._earlier.get(key)
        if isinstance(earlier, Story) and _are_same(earlier.sources, documents):
            return Story(documents, earlier.index, tuple(notes))
        before = earlier.index if isinstance(earlier, Story) else None
        index = build((account for _, account in accounts if account), before)
        for _ in ask_of_all(index) if is_ahead else ():
            yield done
        return Story(documents, index, tuple(notes))


def _are_same(some: Sequence[Document], others: Sequence[Document]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


_REMEDY = "name a folder of source documents with --sources, or with “sources” in factlint.toml"


def _listed(entries: _Entries) -> dict[str, Path] | SourceError:
    """The source documents there are, or why there are none."""
    try:
        found = files.source_files(entries)
    except FileError as error:
        return SourceError(f"{error}; {_REMEDY}")
    kinds = ", ".join(sorted(files.SUFFIXES))
    return found or SourceError(f"{_shown(entries)}: no source documents there ({kinds}); {_REMEDY}")


def _shown(entries: tuple[Path, ...]) -> str:
    return ", ".join(shown(entry) for entry in entries) or "sources"
