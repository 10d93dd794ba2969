"""Settling findings from the editor: accepting what is written, and preferring a spelling, as the command line does.

A file that the editor has open is edited there, and a new one created there where it can; any other is written here.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from msgspec import Struct

from factlint import config, decisions
from factlint.accepting import Grounds
from factlint.config import Config, ConfigError
from factlint.deciding import Way, acceptance_of, with_acceptance, with_preference
from factlint.files import FileError, shown
from factlint.lsp import commands, edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.lsp.checking import Checked
    from factlint.lsp.documents import Snapshot
    from factlint.lsp.server import Server
    from factlint.model import Finding
    from factlint.project import Project

ACCEPT, PREFER = "factlint.server.accept", "factlint.server.prefer"
_WANTED = [("uri", str), ("fingerprint", str)]


def commands_for(checked: Checked, finding: Finding) -> Iterator[types.Command]:
    """How a finding can be settled."""
    project = checked.project
    acceptance = project and acceptance_of(finding, project.rule_named(finding.rule))
    if not acceptance:
        return
    arguments = (checked.snapshot.uri, finding.fingerprint)
    yield commands.command(acceptance.title, ACCEPT, *arguments)
    if acceptance.way is Way.SPELLING:
        yield commands.command(f"Prefer the spelling “{acceptance.written}”", PREFER, *arguments)


def register(server: Server) -> None:
    """Offers the commands."""

    async def accept(uri: str, fingerprint: str) -> None:
        project, finding = await _finding(server, uri, fingerprint)
        acceptance = acceptance_of(finding, project.rule_named(finding.rule))
        if acceptance is None:
            raise edits.refusal(f"a finding of {finding.rule} cannot be accepted; mend the comment that it is about")
        path = decisions.relative(Path(finding.document.path), project.config.root)

        def change(text: str) -> str:
            return with_acceptance(text, acceptance, finding, path, Grounds(by=decisions.author(), on=date.today()))

        what = f"“{acceptance.written}” is right"
        what += f" for “{acceptance.meant}”" if acceptance.meant else ""
        await _settle(server, acceptance.title, _Settling(decisions.accepted_file(project.config), change, what))

    async def prefer(uri: str, fingerprint: str) -> None:
        project, finding = await _finding(server, uri, fingerprint)
        acceptance = acceptance_of(finding, project.rule_named(finding.rule))
        if acceptance is None or acceptance.way is not Way.SPELLING:
            raise edits.refusal(f"a finding of {finding.rule} is about no spelling that could be preferred")
        written, wanted = acceptance.meant, acceptance.written
        file = project.config.file or project.config.root / config.FILE_NAMES[0]
        change = partial(_preferring, project.config, file, written, wanted)
        what = f"“{wanted}” is preferred to “{written}”"
        await _settle(server, f"Prefer the spelling “{wanted}”", _Settling(file, change, what))

    commands.offer(server, ACCEPT, _WANTED, accept)
    commands.offer(server, PREFER, _WANTED, prefer)


class _Settling(Struct, frozen=True):
    """A file with what is to become of its text, and what that settles."""

    file: Path
    change: Callable[[str], str]
    what: str

    def changed(self, text: str) -> str:
        """The file's text as it is to be. Raises ConfigError where what is there cannot be read."""
        return decisions.rewritten(self.file, text, self.change)


async def _finding(server: Server, uri: str, fingerprint: str) -> tuple[Project, Finding]:
    """The finding of this fingerprint in an open document, and its project. Raises a refusal where there is none."""
    checked = await server.checking.newest(uri)
    if checked is None or checked.project is None:
        raise edits.refusal("that document is not open, or cannot be checked")
    finding = next((each for each in checked.findings if each.fingerprint == fingerprint), None)
    if finding is None:
        raise edits.moved_on()
    return checked.project, finding


def _preferring(settings: Config, file: Path, written: str, wanted: str, text: str) -> str:
    """The configuration with a preferred spelling. Raises ConfigError where it cannot be put in."""
    if settings.prefer.get(written) == wanted:
        return text
    if written in settings.prefer.values():
        raise ConfigError(f"{shown(file)}: “{written}” is preferred there; change that by hand")
    changed = with_preference(text, written, wanted, is_pyproject=file.name == config.FILE_NAMES[1])
    by_hand = f"put “{written}” = “{wanted}” under “prefer” by hand"
    try:
        found = config.parse(file, changed)
    except ConfigError as error:
        raise ConfigError(f"{shown(file)}: {by_hand}") from error
    if found is None or found.prefer.get(written) != wanted:
        raise ConfigError(f"{shown(file)}: {by_hand}")
    return changed


async def _settle(server: Server, label: str, settling: _Settling) -> None:
    """Changes the file, in the editor or on disk, and has what is shown brought up to date."""
    try:
        snapshot = next((each for each in server.documents if each.file == settling.file), None)
        if snapshot:
            await _edit(server, label, settling, snapshot)
        elif server.client.creates_files and not settling.file.exists():
            text = await server.checking.apart(partial(settling.changed, ""))
            await edits.make(server, label, edits.new_file(server.documents.uri_of(settling.file), text))
            _tell(server, f"{shown(settling.file)}: {settling.what} once it is saved")
        else:
            is_new = await server.checking.apart(partial(decisions.rewrite, settling.file, settling.change))
            _tell(server, f"{shown(settling.file)}: {settling.what} {'from now on' if is_new else 'already'}")
    except (ConfigError, FileError) as error:
        raise edits.refusal(str(error)) from error
    server.watching.notice()


async def _edit(server: Server, label: str, settling: _Settling, snapshot: Snapshot) -> None:
    """Changes the file's text in the editor, which has it open."""
    text = await server.checking.apart(partial(settling.changed, snapshot.text))
    if text == snapshot.text:
        _tell(server, f"{shown(settling.file)}: {settling.what} already; save the file")
        return
    if server.documents.get(snapshot.uri) is not snapshot:
        raise edits.moved_on()
    await edits.make(server, label, edits.to_text(server, snapshot, text))
    _tell(server, f"{shown(settling.file)}: {settling.what} once it is saved")


def _tell(server: Server, line: str) -> None:
    server.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"factlint: {line}"))
