"""The projects that open documents belong to: those that are ready to be asked, and how others get ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from factlint import files
from factlint.config import ConfigError, candidates, find
from factlint.files import is_readable_kind
from factlint.lexicon_files import LexiconError
from factlint.project import Project, state_of
from factlint.rule import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from factlint.stories import Progress

_Stamps: TypeAlias = "frozenset[tuple[Path, int, int]]"
BROKEN = (ConfigError, RuleError, LexiconError)
# As many projects without open documents are kept: documents are often closed and opened again.
_SPARE = 2


class Wanted(Struct, frozen=True):
    """What projects are to be ready for: open documents by the paths they are read under, and the texts of open files.

    `looks` is true where files may have changed on disk.
    """

    paths: tuple[Path, ...] = ()
    texts: Mapping[Path, str] | None = None
    looks: bool = False


class _Home(Struct, frozen=True):
    """To which project the drafts of a folder belong, by its root, and the state of the files that tell it."""

    root: Path
    told_by: _Stamps


class _Failure(Struct, frozen=True):
    """Why the project of a folder cannot be opened, and the state of the files that it would be opened from."""

    error: ValueError
    opened_from: _Stamps


class OpenProjects:
    """Projects by the folders of drafts; unsaved texts of open sources count in place of their files.

    A project answers as it is until its successor is ready. `generation` counts the successions: whoever sees it grow
    knows that what was found in documents may no longer hold. To be asked from one thread at a time, but for
    `is_stale`.
    """

    def __init__(self) -> None:
        self.generation = 0
        self._homes: dict[Path, _Home] = {}
        self._failures: dict[Path, _Failure] = {}
        self._ready: dict[Path, Project] = {}
        self._coming: dict[Path, Project] = {}
        # Those whose configuration is broken at the moment: with its repair, what they know of their sources is back.
        self._broken: dict[Path, Project] = {}

    def of(self, folder: Path) -> Project | None:
        """The project of drafts in a folder, None where it is not opened yet. Raises what `Project.open` raises."""
        if folder in self._failures:
            raise self._failures[folder].error.with_traceback(None)
        home = self._homes.get(folder)
        return self._ready.get(home.root) if home else None

    def opened(self, folder: Path) -> Project | None:
        """The project of drafts in a folder, opened where it is not yet; None where it cannot be."""
        project = self._candidate(folder)
        if project:
            self._ready.setdefault(project.config.root, project)
        return project

    def is_current(self, project: Project) -> bool:
        """True until a project has given way to a newer one, or is kept no more."""
        return self._ready.get(project.config.root) is project

    def is_stale(self) -> bool:
        """True where a file has changed on disk that a project rests on, or that one could not be opened for."""
        return (
            any(project.is_stale() for project in list(self._ready.values()))
            or any(home.told_by != _telling(folder) for folder, home in list(self._homes.items()))
            or any(failure.opened_from != state_of(folder) for folder, failure in list(self._failures.items()))
        )

    def lie_below(self, folders: tuple[Path, ...]) -> bool:
        """True where there are projects, and all of them and their sources are in one of these folders."""
        places = [place for project in list(self._ready.values()) for place in project.places]
        return bool(places) and all(any(place.is_relative_to(folder) for folder in folders) for place in places)

    def renewal(self, wanted: Wanted) -> Iterator[Progress]:
        """Gets the projects of documents ready, a source a step; at the end they take the places of the earlier ones.

        It may be left at any step, and what has been read until then is not read again.
        """
        if wanted.looks:
            self._look()
        for path in wanted.paths:
            project = self._candidate(path.parent)
            if project is None:
                continue
            project = self._coming[project.config.root] = project.overlaid(wanted.texts or {})
            if is_checked(project, path):
                yield from project.steps(path)
        self._succeed(wanted)

    def _look(self) -> None:
        """Looks at what has changed on disk."""
        for folder, home in list(self._homes.items()):
            if home.told_by != _telling(folder):
                del self._homes[folder]
        for folder, failure in list(self._failures.items()):
            if failure.opened_from != state_of(folder):
                del self._failures[folder]
                self.generation += 1
        for root, project in {**self._ready, **self._coming}.items():
            try:
                renewed = project.renewed()
            except BROKEN as error:
                self._broken[root] = project
                self._drop(root, error)
                continue
            if renewed.config.root == root:
                self._coming[root] = renewed
            else:
                self._drop(root)

    def _drop(self, root: Path, error: ValueError | None = None) -> None:
        """Lets go of a project, because of an error where one is given."""
        self.generation += root in self._ready
        self._ready.pop(root, None)
        self._coming.pop(root, None)
        for folder in [folder for folder, home in self._homes.items() if home.root == root]:
            del self._homes[folder]
            if error:
                self._failures[folder] = _Failure(error, state_of(folder))

    def _candidate(self, folder: Path) -> Project | None:
        """The newest project of drafts in a folder, ready or not."""
        if folder in self._failures:
            return None
        try:
            root = self._root(folder)
            project = self._coming.get(root) or self._ready.get(root) or self._reopened(root, folder)
        except BROKEN as error:
            self._failures[folder] = _Failure(error, state_of(folder))
            return None
        self._coming.setdefault(root, project)
        return project

    def _reopened(self, root: Path, folder: Path) -> Project:
        earlier = self._broken.get(root)
        project = earlier.renewed() if earlier else Project.open(folder)
        self._broken.pop(root, None)
        return project

    def _root(self, folder: Path) -> Path:
        if folder not in self._homes:
            told_by = _telling(folder)
            self._homes[folder] = _Home(find(folder).root, told_by)
        return self._homes[folder].root

    def _succeed(self, wanted: Wanted) -> None:
        folders = {path.parent for path in wanted.paths}
        used = {self._homes[folder].root for folder in folders if folder in self._homes}
        spare = [root for root in {**self._ready, **self._coming} if root not in used][-_SPARE:]
        kept = {root: self._coming.get(root) or self._ready[root] for root in (*spare, *used)}
        self.generation += any(self._ready.get(root) is not project for root, project in kept.items())
        self._ready, self._coming = kept, {}
        self._broken = dict(list(self._broken.items())[-_SPARE:])
        self._homes = {folder: home for folder, home in self._homes.items() if folder in folders or home.root in spare}
        self._failures = {folder: failure for folder, failure in self._failures.items() if folder in folders}
        for root in used:
            homes = ((path, self._homes.get(path.parent)) for path in wanted.paths)
            mine = [path for path, home in homes if home and home.root == root]
            kept[root].retain([path for path in mine if is_checked(kept[root], path)])


def is_checked(project: Project, path: Path) -> bool:
    """True where a file has a reader, the configuration does not rule it out, and it is not itself a source."""
    is_source = any(path.is_relative_to(entry) for entry in project.sources_of(path))
    return is_readable_kind(path) and project.is_draft(path) and not project.is_excluded(path) and not is_source


def _telling(folder: Path) -> _Stamps:
    """The state of the files that tell to which project a folder belongs."""
    return files.stamps(candidates(folder))
