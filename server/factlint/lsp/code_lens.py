"""Code lenses at the top: of a draft how its claims stand, of a source what it tells and where others disagree.

A lens comes without a title, so that nothing waits for it; the client asks for the title of one that is to be seen.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from msgspec import Struct

from factlint.files import FileError
from factlint.lsp import commands, edits, showing
from factlint.model import Evidence, Standing
from factlint.stories import SourceError
from factlint.verdicts import checkable, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factlint.extract.account import Account
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Verdict
    from factlint.project import Project

SHOW_CLAIMS, SHOW_FACTS = "factlint.server.showClaims", "factlint.server.showFacts"
SHOW_CONFLICTS = "factlint.server.showConflicts"
_TOP = types.Range(types.Position(0, 0), types.Position(0, 0))
# With more sources than these one is compared with them only when somebody asks.
_MOST_SOURCES = 300


class _Told(Struct, frozen=True):
    """A lens, once it is known what it says: its title, and the passages that its command lists."""

    title: str
    passages: tuple[Evidence, ...]


def register(server: Server) -> None:
    """Offers lenses, and the commands behind them."""

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=True))
    async def code_lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        checked = await server.checking.newest(params.text_document.uri)
        if checked is None or not server.preferences.code_lens:
            return []
        names = await server.checking.apart(partial(_names, checked))
        data = {"uri": checked.snapshot.uri, "version": checked.snapshot.version}
        return [types.CodeLens(_TOP, data={**data, "command": name}) for name in names]

    @server.feature(types.CODE_LENS_RESOLVE)
    async def resolve(lens: types.CodeLens) -> types.CodeLens:
        where = "codeLens/resolve"
        data = commands.table(lens.data, "data", where)
        uri, version = commands.field(data, "uri", str, where), commands.field(data, "version", int, where)
        name = commands.field(data, "command", str, where)
        checked = await server.checking.newest(uri)
        if checked is None or checked.snapshot.version != version or name not in _LENSES:
            raise edits.moved_on()
        lens.command = commands.command(await _title(server, checked, name), name, uri)
        return lens

    async def show(name: str, uri: str) -> list[types.Location]:
        checked = await server.checking.newest(uri)
        if checked is None:
            raise edits.refusal("that document is not open")
        told = await _LENSES[name](server, checked)
        return showing.show_all(server, checked, told.title, told.passages)

    for name in _LENSES:
        commands.offer(server, name, [("uri", str)], partial(show, name))


def _names(checked: Checked) -> list[str]:
    """The lenses that a document has, by their commands."""
    if checked.report.case:
        return [SHOW_CLAIMS]
    return [SHOW_FACTS, SHOW_CONFLICTS] if _account(checked) else []


def _account(checked: Checked) -> Account | None:
    """What an open source says; None for what is no source, or in a language without a lexicon."""
    project, file = checked.project, checked.snapshot.file
    if project is None or file is None or not project.is_source(file):
        return None
    try:
        return project.shelf.account(project.document(file, checked.snapshot.text))
    except FileError:
        return None


async def _title(server: Server, checked: Checked, name: str) -> str:
    if name == SHOW_CONFLICTS and checked.project:
        number = await server.checking.apart(partial(_sources, checked.project))
        if number > _MOST_SOURCES:
            return f"Compare with {number - 1} other sources"
    told: _Told = await _LENSES[name](server, checked)
    return told.title


def _sources(project: Project) -> int:
    try:
        return len(project.library().sources)
    except (SourceError, FileError):
        return 0


async def _claims(server: Server, checked: Checked) -> _Told:
    verdicts = await server.judging.verdicts(checked)
    open_ones = [verdict for verdict in verdicts if verdict.standing is not Standing.SUPPORTED]
    # What a source contradicts comes first.
    open_ones.sort(key=lambda verdict: verdict.standing is not Standing.CONTRADICTED)
    return _Told(claims_title(verdicts), tuple(Evidence(verdict.document, verdict.span) for verdict in open_ones))


def claims_title(verdicts: Sequence[Verdict]) -> str:
    """How the claims of a draft stand, in a line."""
    told = ", ".join(f"{number} {standing}" for standing, number in tally(verdicts).items() if number)
    return f"{counted(len(verdicts), 'claim')}: {told}" if told else "no claims to check"


async def _facts(server: Server, checked: Checked) -> _Told:
    account = await server.checking.apart(partial(_account, checked))
    told = checkable(account) if account else ()
    return _Told(counted(len(told), "fact"), tuple(Evidence(said.document, said.span) for said in told))


async def _conflicts(server: Server, checked: Checked) -> _Told:
    account = await server.checking.apart(partial(_account, checked))
    found = await server.judging.conflicts(checked, account) if account else ()
    # Each place is followed by the first that says otherwise.
    sides = (side for each in found for side in (Evidence(each.document, each.span), each.evidence[0]))
    return _Told(counted(len(found), "conflict"), tuple(sides))


def counted(number: int, thing: str) -> str:
    """A number of things: "no facts", "1 fact", "2 facts"."""
    return f"{number or 'no'} {thing}{'s' * (number != 1)}"


_LENSES: dict[str, Callable[[Server, Checked], Any]] = {
    SHOW_CLAIMS: _claims,
    SHOW_FACTS: _facts,
    SHOW_CONFLICTS: _conflicts,
}


def refresh(server: Server) -> None:
    """Has the client ask for lenses anew, where it can be told to."""
    if server.client.refreshes_lenses:
        server.start(server.workspace_code_lens_refresh_async(None))
