"""The projects that open documents belong to, each opened once and again when its files have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class OpenProjects:
    """Projects by the folders of drafts; unsaved texts of open sources count in place of their files.

    `generation` counts how often a project gave way to a newer one: whoever sees it grow knows that what was found
    in other documents may no longer hold. To be asked from one thread at a time.
    """

    def __init__(self) -> None:
        self.generation = 0
        self._roots: dict[Path, Path] = {}
        self._projects: dict[Path, Project] = {}
        self._failed: set[Path] = set()

    def of(self, folder: Path, unsaved: Mapping[Path, str]) -> Project:
        """The project of drafts in a folder. Raises what `Project.open` raises."""
        root = self._roots.get(folder)
        if root is None or self._projects[root].is_stale():
            root = self._roots[folder] = self._opened(folder)
        self._put(root, self._projects[root].overlaid(unsaved))
        return self._projects[root]

    def _opened(self, folder: Path) -> Path:
        """The root of the folder's project, which is opened unless a draft in another folder has done so."""
        try:
            project = Project.open(folder)
        except ValueError:
            self._failed.add(folder)
            raise
        root = project.config.root
        if root not in self._projects or self._projects[root].is_stale():
            self._put(root, project)
        if folder in self._failed:
            self._failed.discard(folder)
            self.generation += 1
        return root

    def _put(self, root: Path, project: Project) -> None:
        self.generation += self._projects.get(root, project) is not project
        self._projects[root] = project
