"""Code actions: what can be done about the findings at a place, which are found again there: editors drop their data.

Edits that take a while to work out are left to codeAction/resolve where the client asks that way, and clients that know
no code actions get commands which do the same.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from lsprotocol import types
from msgspec import Struct
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from factlint.changes import Change
from factlint.deciding import is_about_comments
from factlint.fixes import is_safe
from factlint.ignoring import ignored_here, ignored_in_file
from factlint.lsp import commands, convert, edits, settling, showing
from factlint.lsp.diagnostics import diagnostic
from factlint.lsp.fix_all import FixAll
from factlint.model import Finding, FixSafety

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.text import Span

APPLY = "factlint.server.apply"
_FIX = types.CodeActionKind.QuickFix
_FIX_ALL = "source.fixAll.factlint"
_REPLACE, _EVERYTHING, _HERE, _IN_FILE = "replace", "fixAll", "ignoreHere", "ignoreInFile"


class Offer(Struct, frozen=True):
    """One thing that can be done: either an edit, told by what it is worked out from, or a command."""

    title: str
    kind: str
    finding: Finding | None = None
    edit: dict[str, Any] | None = None
    command: types.Command | None = None
    is_preferred: bool = False
    is_slow: bool = False


def register(server: Server) -> None:
    """Offers code actions, and the commands behind them."""
    maker = _Maker(server)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[_FIX, _FIX_ALL], resolve_provider=True),
    )
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction | types.Command]:
        only = params.context.only
        if not (is_wanted(_FIX, only) or is_wanted(_FIX_ALL, only)):
            return []
        checked = await server.checking.newest(params.text_document.uri)
        if checked is None or checked.document is None:
            return []
        place = convert.span_of(checked.document, params.range, server.client.encoding)
        offers = [offer for offer in _offers(server, checked, place, only) if is_wanted(offer.kind, only)]
        asks_for_fixes = bool(only) and is_wanted(_FIX_ALL, only) and not is_wanted(_FIX, only)
        return await server.checking.apart(partial(maker.actions, checked, offers, tells_why_not=asks_for_fixes))

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        if action.edit is None and action.data is not None:
            action.edit = await maker.edit_of(action.data, "codeAction/resolve")
        return action

    async def apply(data: dict[str, Any]) -> None:
        await edits.make(server, "factlint", await maker.edit_of(data, APPLY))

    commands.offer(server, APPLY, [("action", dict)], apply)
    settling.register(server)
    showing.register(server)


_Kinds: TypeAlias = "Sequence[types.CodeActionKind | str] | None"


def is_wanted(kind: types.CodeActionKind | str, only: _Kinds) -> bool:
    """True where a client that asks for `only` these kinds, or for all, wants `kind`; "a" stands for "a.b" too."""
    name = _named(kind)
    wanted = map(_named, only or ())
    return only is None or any(each in ("", name) or name.startswith(f"{each}.") for each in wanted)


def _named(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def touches(span: Span, place: Span) -> bool:
    """True where a cursor or selection meets a span; a cursor just behind the last character still does."""
    return place.start <= span.end and span.start <= place.end


def _offers(server: Server, checked: Checked, place: Span, only: _Kinds) -> Iterator[Offer]:
    """What can be done about the findings at a place: their fixes first; what is done in the whole file last.

    The whole file is offered elsewhere only to those who ask for it: no light bulb is to shine all over the text.
    """
    touched = [finding for finding in checked.findings if touches(finding.span, place)]
    for finding in touched:
        yield from _fixes(checked, finding)
    for finding in touched:
        yield from _other_ways(server, checked, finding)
    if any(map(is_safe, touched if only is None else checked.findings)):
        yield Offer("Fix all in this file that is safe to fix", _FIX_ALL, edit=_all_of(checked), is_slow=True)


def _all_of(checked: Checked) -> dict[str, Any]:
    return {"edit": _EVERYTHING, "uri": checked.snapshot.uri, "version": checked.snapshot.version}


def _one_of(checked: Checked, finding: Finding, edit: str) -> dict[str, Any]:
    return {**_all_of(checked), "edit": edit, "rule": finding.rule, "start": finding.span.start}


def _fixes(checked: Checked, finding: Finding) -> Iterator[Offer]:
    is_clear = finding.fix is FixSafety.SAFE or len(finding.suggestions) == 1
    for number, suggestion in enumerate(finding.suggestions):
        edit = {**_one_of(checked, finding, _REPLACE), "suggestion": number}
        yield Offer(_title(finding, suggestion), _FIX.value, finding, edit, is_preferred=is_clear and number == 0)


def _title(finding: Finding, suggestion: str) -> str:
    text = " ".join(finding.text.split())
    return f"Replace “{finding.text}” with “{suggestion}”" if suggestion else f"Remove “{text}”"


def _other_ways(server: Server, checked: Checked, finding: Finding) -> Iterator[Offer]:
    """What can be done about a finding but to change the text that it marks."""
    kind = _FIX.value
    for made in settling.commands_for(checked, finding):
        yield Offer(made.title, kind, finding, command=made)
    if checked.project and not is_about_comments(checked.project.rule_named(finding.rule)):
        here, in_file = (_one_of(checked, finding, edit) for edit in (_HERE, _IN_FILE))
        yield Offer(f"Ignore {finding.rule} here", kind, finding, here, is_slow=True)
        yield Offer(f"Ignore {finding.rule} in this file", kind, finding, in_file, is_slow=True)
    for shown in showing.commands_for(server, checked, finding):
        yield Offer(shown.title, kind, finding, command=shown)


class _Maker:
    """Makes of offers what this client understands."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._fix_all = FixAll()

    def actions(
        self, checked: Checked, offers: Sequence[Offer], *, tells_why_not: bool
    ) -> list[types.CodeAction | types.Command]:
        """The offers as code actions, or as commands; with `tells_why_not` also that there is nothing to fix."""
        client = self._server.client
        if not client.knows_actions:
            return [offer.command or commands.command(offer.title, APPLY, offer.edit) for offer in offers]
        made: list[types.CodeAction | types.Command] = []
        for offer in offers:
            action = self._action(checked, offer)
            if client.knows_disabled or action.disabled is None:
                made.append(action)
        if tells_why_not and not made and client.knows_disabled:
            reason = types.CodeActionDisabled("factlint finds nothing in this file that is safe to fix")
            made.append(types.CodeAction("Fix all in this file that is safe to fix", _FIX_ALL, disabled=reason))
        return made

    def _action(self, checked: Checked, offer: Offer) -> types.CodeAction:
        is_mark = offer.finding is not None
        action = types.CodeAction(
            title=offer.title,
            kind=offer.kind,
            diagnostics=[diagnostic(self._server, checked, offer.finding)] if offer.finding else None,
            is_preferred=offer.is_preferred if is_mark else None,
            command=offer.command,
        )
        if offer.edit is None:
            return action
        if offer.is_slow and self._server.client.resolves_edits:
            action.data = offer.edit
            return action
        try:
            action.edit = self._edit(checked, offer.edit, offer.title)
        except JsonRpcException as error:
            action.disabled = types.CodeActionDisabled(str(error))
        return action

    async def edit_of(self, data: object, where: str) -> types.WorkspaceEdit:
        """The edit that was offered with this data. Raises a refusal where the text has moved on or data is wrong."""
        told = commands.table(data, "data", where)
        uri, version = commands.field(told, "uri", str, where), commands.field(told, "version", int, where)
        checked = await self._server.checking.newest(uri)
        if checked is None or checked.document is None or checked.snapshot.version != version:
            raise edits.moved_on()
        edit: types.WorkspaceEdit = await self._server.checking.apart(partial(self._edit, checked, told, where))
        # What is worked out for a text that is another one by now must not be put into that.
        snapshot = self._server.documents.get(uri)
        if snapshot is None or snapshot.version != version:
            raise edits.moved_on()
        return edit

    def _edit(self, checked: Checked, data: dict[str, Any], where: str) -> types.WorkspaceEdit:
        assert checked.document is not None
        return edits.of_snapshot(
            self._server, checked.snapshot, checked.document, list(self._changes(checked, data, where))
        )

    def _changes(self, checked: Checked, data: dict[str, Any], where: str) -> Iterator[Change]:
        name = commands.field(data, "edit", str, where)
        if name == _EVERYTHING:
            yield from self._fix_all.changes(checked)
            return
        rule, start = commands.field(data, "rule", str, where), commands.field(data, "start", int, where)
        finding = next((each for each in checked.findings if (each.rule, each.span.start) == (rule, start)), None)
        if finding is None:
            raise edits.moved_on()
        if name == _REPLACE:
            number = commands.field(data, "suggestion", int, where)
            if not 0 <= number < len(finding.suggestions):
                raise JsonRpcInvalidParams(f"{where}: there is no suggestion {number}")
            yield Change(finding.span, finding.suggestions[number])
        elif name in (_HERE, _IN_FILE):
            change = (ignored_here if name == _HERE else ignored_in_file)(finding)
            if change is None:
                raise edits.refusal("no comment can stand there; use “Ignore in this file”, or accept it")
            yield change
        else:
            raise JsonRpcInvalidParams(f"{where}: there is no edit “{name}”")
