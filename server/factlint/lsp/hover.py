"""Hover: what the sources say about the name under the cursor, with links to the passages."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.card import Card, Line, card_at
from factlint.files import FileError
from factlint.lsp import convert, evidence
from factlint.stories import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Evidence

# A link ends at the first parenthesis that is not paired.
_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&~|#]")


def register(server: Server) -> None:
    """Answers when the writer asks about a name."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        checked = await server.checking.newest(params.text_document.uri)
        if checked is None or checked.document is None:
            return None
        encoding = server.client.encoding
        place = convert.offset(checked.document, params.position, encoding)
        card = await server.checking.apart(partial(_card, checked, place))
        if card is None:
            return None
        return types.Hover(_contents(server, checked, card), convert.range_of(checked.document, card.span, encoding))


def _card(checked: Checked, offset: int) -> Card | None:
    account = checked.report.account
    if checked.project is None or account is None:
        return None
    try:
        index = checked.project.story_of(Path(account.document.path)).index
    except (SourceError, FileError):
        return None
    return card_at(account, index, offset)


def _contents(server: Server, checked: Checked, card: Card) -> types.MarkupContent:
    places = [evidence.place(each, checked) for each in passages_of(card)]
    if not server.client.reads_markdown:
        return types.MarkupContent(types.MarkupKind.PlainText, plain(card, places))
    addresses = [
        f"{evidence.uri(each, checked, server.documents)}#L{evidence.line(each)}" for each in passages_of(card)
    ]
    return types.MarkupContent(types.MarkupKind.Markdown, markdown(card, places, addresses))


def markdown(card: Card, places: Sequence[str], addresses: Sequence[str]) -> str:
    """A card in Markdown; `places` and `addresses` say where each of its passages stands, to people and to editors."""
    passages = [
        f"[{_escaped(place)}]({address.translate(_PARENTHESES)}) “{_escaped(evidence.passage(each))}”"
        for each, place, address in zip(passages_of(card), places, addresses, strict=True)
    ]
    roles = "\n".join(f"- {_escaped(_counted(line))}" for line in card.roles)
    return _paragraphs([f"**{_escaped(card.title)}**", _escaped(_spelled(card)), roles, *passages])


def plain(card: Card, places: Sequence[str]) -> str:
    """A card as plain text; `places` say where each of its passages stands."""
    passages = [f"{place}: “{evidence.passage(each)}”" for each, place in zip(passages_of(card), places, strict=True)]
    roles = "\n".join(f"- {_counted(line)}" for line in card.roles)
    return _paragraphs([card.title, _spelled(card), roles, *passages])


def passages_of(card: Card) -> list[Evidence]:
    """The first few passages that a card rests on, each sentence once: first those of offices, then of spellings."""
    found: dict[tuple[str, str], Evidence] = {}
    for line in (*card.roles, *card.spellings):
        for each in line.evidence:
            found.setdefault((each.document.path, evidence.passage(each)), each)
    return list(found.values())[: evidence.MOST_PASSAGES]


def _spelled(card: Card) -> str:
    return f"Spelled {', '.join(_counted(line) for line in card.spellings)}" if card.spellings else ""


def _counted(line: Line) -> str:
    return f"{line.text} ({line.sources} source{'s' * (line.sources != 1)})"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)
