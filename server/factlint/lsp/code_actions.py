"""Quick fixes: one for each suggestion of a finding, matched by place since editors may drop what came with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import convert
from factlint.lsp.diagnostics import diagnostic
from factlint.model import Finding, FixSafety

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.text import Span

_KIND = types.CodeActionKind.QuickFix


def register(server: Server) -> None:
    """Offers quick fixes."""

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[_KIND]))
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        if not is_wanted(_KIND, params.context.only):
            return []
        checked = await server.checking.newest(params.text_document.uri)
        if checked is None or checked.document is None:
            return []
        place = convert.span_of(checked.document, params.range, server.client.encoding)
        touched = [finding for finding in checked.findings if touches(finding.span, place)]
        return [action for finding in touched for action in _fixes(server, checked, finding)]


def is_wanted(kind: types.CodeActionKind, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """True where a client that asks for `only` these kinds, or for all, wants `kind`; "a" stands for "a.b" too."""
    names = [wanted.value if isinstance(wanted, types.CodeActionKind) else wanted for wanted in only or ()]
    return only is None or any(name in ("", kind.value) or kind.value.startswith(f"{name}.") for name in names)


def touches(span: Span, place: Span) -> bool:
    """True where a cursor or selection meets a span; a cursor just behind the last character still does."""
    return place.start <= span.end and span.start <= place.end


def _fixes(server: Server, checked: Checked, finding: Finding) -> Iterator[types.CodeAction]:
    is_clear = finding.fix is FixSafety.SAFE or len(finding.suggestions) == 1
    for number, suggestion in enumerate(finding.suggestions):
        yield types.CodeAction(
            title=_title(finding, suggestion),
            kind=_KIND,
            diagnostics=[diagnostic(server, checked, finding)],
            is_preferred=is_clear and number == 0,
            edit=_edit(server, checked, finding, suggestion),
        )


def _title(finding: Finding, suggestion: str) -> str:
    text = " ".join(finding.text.split())
    return f"Replace “{finding.text}” with “{suggestion}”" if suggestion else f"Remove “{text}”"


def _edit(server: Server, checked: Checked, finding: Finding, suggestion: str) -> types.WorkspaceEdit:
    snapshot = checked.snapshot
    change = types.TextEdit(convert.range_of(finding.document, finding.span, server.client.encoding), suggestion)
    if not server.client.versions_edits:
        return types.WorkspaceEdit(changes={snapshot.uri: [change]})
    text = types.OptionalVersionedTextDocumentIdentifier(uri=snapshot.uri, version=snapshot.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=text, edits=[change])])
