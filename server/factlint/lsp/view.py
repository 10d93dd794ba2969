"""An open document as one asks about places in it: a draft with its case, or a source with all of the sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from factlint import answer, occurrences
from factlint.files import FileError, shown
from factlint.lsp import convert
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lsprotocol import types

    from factlint.answer import Answer, Leads
    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Finding
    from factlint.occurrences import Sought
    from factlint.text import Document

_Answer = TypeVar("_Answer")


class View(Struct, frozen=True):
    """What one version of an open document says; `case` is None for a source. Offsets are code points."""

    checked: Checked
    account: Account
    index: Index
    case: Case | None

    @property
    def document(self) -> Document:
        """The document whose places are asked about."""
        return self.account.document

    def answer(self, offset: int) -> Answer | None:
        """What the sources say of what stands at an offset."""
        if self.case is None:
            return answer.answer_in_source(self.account, self.index, offset)
        return answer.answer_at(self.case, self._findings, offset)

    def leads(self, offset: int) -> Leads | None:
        """Where the sources speak of what stands at an offset."""
        if self.case is None:
            return answer.leads_in_source(self.account, self.index, offset)
        return answer.leads_at(self.case, self._findings, offset)

    def sought(self, offset: int) -> Sought | None:
        """The name or quotation at an offset, of which all places can be looked for."""
        if self.case is None:
            return occurrences.sought_in_source(self.account, self.index, offset)
        return occurrences.sought_at(self.case, offset)

    @property
    def _findings(self) -> tuple[Finding, ...]:
        """What is wrong in a draft, also where the baseline keeps quiet about it."""
        return (*self.checked.findings, *self.checked.report.known)


async def asked(
    server: Server, uri: str, position: types.Position, work: Callable[[View, int], _Answer]
) -> _Answer | None:
    """What `work` gives for a place of an open document; None where the document says nothing."""
    checked = await server.checking.newest(uri)
    if checked is None:
        return None
    return await server.checking.apart(partial(_worked, server, checked, position, work))


def _worked(
    server: Server, checked: Checked, position: types.Position, work: Callable[[View, int], _Answer]
) -> _Answer | None:
    view = view_of(checked, server.checking.folder)
    return work(view, convert.offset(view.document, position, server.client.encoding)) if view else None


def view_of(checked: Checked, folder: Path) -> View | None:
    """The view of a document, which may lie in `folder`; None where it is neither a draft nor a source that is read."""
    case = checked.report.case
    if case is not None:
        return View(checked, case.draft, case.index, case)
    if checked.project is None or checked.document is not None or checked.problem is not None:
        return None
    path = checked.snapshot.path_within(folder)
    try:
        story = checked.project.story_with(path)
    except (SourceError, FileError):
        return None
    accounts = story.index.accounts if story else ()
    account = next((each for each in accounts if each.document.path == shown(path)), None)
    # What is not the text in the editor has other places.
    if story is None or account is None or account.document.text != checked.snapshot.text:
        return None
    return View(checked, account, story.index, None)
