"""Completion: names of the sources as they are rightly spelled, and behind an opening mark what the sources quote."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability

from factlint.before_cursor import OPENING_MARKS
from factlint.card import card_of
from factlint.catalogue import Known, Quoted, catalogue
from factlint.lsp import card_text, convert, evidence, hover
from factlint.lsp.symbols import shortened
from factlint.offers import Offer, offers_at
from factlint.right_name import full_name
from factlint.values.name import Kind

if TYPE_CHECKING:
    from factlint.case import Case
    from factlint.index import Index
    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server

# Of the kinds that every client knows; there are none for people, bodies and places.
_KINDS = {
    Kind.PERSON: types.CompletionItemKind.Class,
    Kind.ORGANISATION: types.CompletionItemKind.Module,
    Kind.PLACE: types.CompletionItemKind.Reference,
    Kind.UNKNOWN: types.CompletionItemKind.Value,
}
_URI, _NAME, _QUOTATION = "uri", "name", "quotation"
# How many digits the places of items in the list are written with.
_DIGITS = 3


def register(server: Server) -> None:
    """Offers names and quotations as the writer types, and tells more of the one that is looked at."""

    options = types.CompletionOptions(trigger_characters=list(OPENING_MARKS), resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    async def complete(params: types.CompletionParams) -> types.CompletionList:
        before = server.documents.get(params.text_document.uri)
        checked = await server.checking.newest(params.text_document.uri)
        if before is None or checked is None or checked.report.case is None or checked.document is None:
            return types.CompletionList(is_incomplete=False, items=[])
        if checked.snapshot.version != before.version:
            # The place was one of an older text; the client asks again.
            return types.CompletionList(is_incomplete=True, items=[])
        offset = convert.offset(checked.document, params.position, server.client.encoding)
        kind = params.context.trigger_kind if params.context else types.CompletionTriggerKind.Invoked
        is_asked = kind == types.CompletionTriggerKind.Invoked
        return await server.checking.apart(
            partial(_list, server, checked, checked.report.case, offset, is_asked=is_asked)
        )

    @server.feature(types.COMPLETION_ITEM_RESOLVE)
    async def resolve(item: types.CompletionItem) -> types.CompletionItem:
        data = item.data if isinstance(item.data, dict) else {}
        checked = await server.checking.newest(str(data.get(_URI, "")))
        if checked is not None and checked.report.case is not None:
            work = partial(_documentation, server, checked, checked.report.case, data)
            item.documentation = await server.checking.apart(work)
        return item


def _list(server: Server, checked: Checked, case: Case, offset: int, *, is_asked: bool) -> types.CompletionList:
    offers = offers_at(case, offset, is_asked=is_asked)
    items = [_item(server, checked, case, offer, place) for place, offer in enumerate(offers.offers)]
    return types.CompletionList(is_incomplete=not offers.is_whole, items=items)


def _item(server: Server, checked: Checked, case: Case, offer: Offer, place: int) -> types.CompletionItem:
    document, entry = case.draft.document, offer.entry
    detail = _detail(case, entry)
    has_details = get_capability(
        server.client_capabilities, "text_document.completion.completion_item.label_details_support"
    )
    key, value = (_NAME, str(entry.entity.name)) if isinstance(entry, Known) else (_QUOTATION, entry.text)
    return types.CompletionItem(
        label=offer.text if isinstance(entry, Known) else shortened(offer.text),
        label_details=types.CompletionItemLabelDetails(description=detail) if has_details and detail else None,
        kind=_KINDS[entry.entity.kind] if isinstance(entry, Known) else types.CompletionItemKind.Text,
        detail=detail or None,
        sort_text=str(place).zfill(_DIGITS),
        filter_text=offer.typed_as,
        text_edit=types.TextEdit(convert.range_of(document, offer.span, server.client.encoding), offer.text),
        documentation=None if _asks_later(server) else _documentation(server, checked, case, {key: value}),
        data={_URI: checked.snapshot.uri, key: value},
    )


def _asks_later(server: Server) -> bool:
    """True where the client asks for the documentation of an item when it shows it: unless it lists other things."""
    listed = get_capability(server.client_capabilities, "text_document.completion.completion_item.resolve_support")
    return listed is None or "documentation" in listed.properties


def _detail(case: Case, entry: Known | Quoted) -> str:
    """The office or rank of whom a name names, the speaker of a quotation."""
    if isinstance(entry, Known):
        return catalogue(case.index).office_of(entry)
    return full_name(entry.speaker, case.settings.prefer) if entry.speaker else ""


def _documentation(
    server: Server, checked: Checked, case: Case, data: dict[str, Any]
) -> types.MarkupContent | str | None:
    known = catalogue(case.index)
    if _QUOTATION in data:
        quoted = known.quoted_as(str(data[_QUOTATION]))
        return "\n\n".join(evidence.described(each, checked) for each in quoted.evidence) if quoted else None
    named = known.known_as(str(data.get(_NAME, "")))
    return _card(server, checked, named, case.index) if named else None


def _card(server: Server, checked: Checked, known: Known, index: Index) -> types.MarkupContent | str:
    card = card_of(known.entity, index)
    can = "text_document.completion.completion_item.documentation_format"
    formats = get_capability(server.client_capabilities, can) or ()
    is_marked = types.MarkupKind.Markdown in formats
    style = hover.markdown(server, checked) if is_marked else hover.plain(server, checked)
    text = card_text.of_card(card, card.evidence[: evidence.MOST_PASSAGES], style)
    if is_marked:
        return types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.MarkupContent(types.MarkupKind.PlainText, text) if types.MarkupKind.PlainText in formats else text
