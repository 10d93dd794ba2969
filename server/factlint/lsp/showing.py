"""Showing places: the editor opens them where it lets itself be told to, else the writer is told of them in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from lsprotocol import types

from factlint.lsp import commands, evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Evidence, Finding

SHOW_EVIDENCE = "factlint.server.showEvidence"
# As many places as a person is asked to choose from.
_MOST_CHOICES = 12

_Place: TypeAlias = "tuple[types.Location, str]"


def register(server: Server) -> None:
    """Offers the command that shows a passage."""

    async def show_evidence(place: dict[str, Any]) -> types.Location:
        told = _place(place, SHOW_EVIDENCE)
        await _show(server, told)
        return told[0]

    commands.offer(server, SHOW_EVIDENCE, [("place", dict)], show_evidence)


def commands_for(server: Server, checked: Checked, finding: Finding) -> Iterator[types.Command]:
    """A command for each passage that a finding rests on, which shows it."""
    for each in finding.evidence[: evidence.MOST_PASSAGES]:
        title = f"Show evidence in {evidence.place(each, checked)}"
        yield commands.command(title, SHOW_EVIDENCE, _argument(_told(server, checked, each)))


def show_all(server: Server, checked: Checked, title: str, passages: Sequence[Evidence]) -> list[types.Location]:
    """Lets the writer choose among passages; gives where they are, for clients that have lists of their own."""
    places = [_told(server, checked, each) for each in passages]
    # Nobody waits for the answer: a person may take their time.
    server.start(_choose(server, title, places[:_MOST_CHOICES]))
    return [location for location, _ in places]


def _told(server: Server, checked: Checked, passage: Evidence) -> _Place:
    where = evidence.location(passage, checked, server.documents, server.client.encoding)
    return where, evidence.described(passage, checked)


def _argument(place: _Place) -> dict[str, Any]:
    """A passage as it goes to the client and comes back."""
    location, line = place
    ends = {"start": location.range.start, "end": location.range.end}
    plain = {name: {"line": at.line, "character": at.character} for name, at in ends.items()}
    return {"uri": location.uri, "range": plain, "line": line}


def _place(argument: object, where: str) -> _Place:
    """A passage that has come back. Raises a refusal where it is none."""
    table = commands.table(argument, "place", where)
    ends = commands.field(table, "range", dict, where)
    start, end = (_position(commands.field(ends, name, dict, where), where) for name in ("start", "end"))
    location = types.Location(commands.field(table, "uri", str, where), types.Range(start, end))
    return location, commands.field(table, "line", str, where)


def _position(table: dict[str, Any], where: str) -> types.Position:
    return types.Position(*(commands.field(table, name, int, where) for name in ("line", "character")))


async def _show(server: Server, place: _Place) -> None:
    location, line = place
    if not await _is_shown(server, location):
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, line))


async def _is_shown(server: Server, location: types.Location) -> bool:
    if not server.client.shows_documents:
        return False
    wanted = types.ShowDocumentParams(location.uri, take_focus=True, selection=location.range)
    return (await server.window_show_document_async(wanted)).success


async def _choose(server: Server, title: str, places: Sequence[_Place]) -> None:
    """Lets the writer choose a place to be shown; where the client can show none, tells of them all."""
    if not places:
        return
    if not server.client.shows_documents:
        lines = "\n".join(line for _, line in places)
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"{title}\n{lines}"))
        return
    if len(places) == 1:
        await _show(server, places[0])
        return
    choices = [types.MessageActionItem(line) for _, line in places]
    asked = types.ShowMessageRequestParams(types.MessageType.Info, title, choices)
    chosen = await server.window_show_message_request_async(asked)
    for place in places:
        if chosen and place[1] == chosen.title:
            await _show(server, place)
            return
