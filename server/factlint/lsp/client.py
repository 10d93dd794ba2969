"""What the editor at the other end can do, read once from what it says of itself."""

from __future__ import annotations

from lsprotocol import types
from msgspec import Struct
from pygls.capabilities import ServerCapabilitiesBuilder, get_capability

from factlint.lsp.convert import Encoding


class Client(Struct, frozen=True):
    """What a client can do, as far as an answer depends on it.

    `pulls`: it asks for diagnostics, so none are sent unasked; `refreshes`: it can be told to ask again;
    `relates`: it shows places in other files with a diagnostic; `versions_edits`: an edit may name the version of
    the text that it is for; `reads_markdown`: hovers may be Markdown; `links`: a place that it is led to may come with
    what led there; `watches`: it reports files that change; `watches_relatively`: and does so below given folders;
    `configures`: it can be asked for its settings; `announces_settings`: it has to be asked to tell when they change;
    `describes_codes`: it leads to the page of a rule; `shows_progress`: it shows how far work has come;
    `knows_actions`, `knows_disabled`: a code action may be more than a command, and one that is greyed out;
    `resolves_edits`: it asks for the edit of a code action once that is chosen; `creates_files`: an edit may create
    one; `shows_documents`: it opens what it is told to; `refreshes_lenses`, `refreshes_hints`, `refreshes_tokens`: it
    can be told to ask for these again.
    """

    encoding: Encoding
    pulls: bool
    refreshes: bool
    relates: bool
    versions_edits: bool
    reads_markdown: bool
    links: bool
    watches: bool
    watches_relatively: bool
    configures: bool
    knows_actions: bool
    knows_disabled: bool
    resolves_edits: bool
    creates_files: bool
    shows_documents: bool
    announces_settings: bool
    describes_codes: bool
    shows_progress: bool
    refreshes_lenses: bool
    refreshes_hints: bool
    refreshes_tokens: bool


def client_of(capabilities: types.ClientCapabilities) -> Client:
    """The client that declares these capabilities."""

    def has(name: str) -> bool:
        return bool(get_capability(capabilities, name))

    formats = get_capability(capabilities, "text_document.hover.content_format") or ()
    return Client(
        encoding=Encoding(ServerCapabilitiesBuilder.choose_position_encoding(capabilities)),
        pulls=get_capability(capabilities, "text_document.diagnostic") is not None,
        refreshes=bool(get_capability(capabilities, "workspace.diagnostics.refresh_support")),
        relates=bool(
            get_capability(capabilities, "text_document.publish_diagnostics.related_information")
            or get_capability(capabilities, "text_document.diagnostic.related_information")
        ),
        versions_edits=bool(get_capability(capabilities, "workspace.workspace_edit.document_changes")),
        reads_markdown=types.MarkupKind.Markdown in formats,
        links=bool(get_capability(capabilities, "text_document.definition.link_support")),
        watches=bool(get_capability(capabilities, "workspace.did_change_watched_files.dynamic_registration")),
        configures=has("workspace.configuration"),
        knows_actions=get_capability(capabilities, "text_document.code_action.code_action_literal_support") is not None,
        knows_disabled=has("text_document.code_action.disabled_support"),
        resolves_edits=has("text_document.code_action.data_support")
        and "edit" in (get_capability(capabilities, "text_document.code_action.resolve_support.properties") or ()),
        creates_files=has("workspace.workspace_edit.document_changes")
        and types.ResourceOperationKind.Create
        in (get_capability(capabilities, "workspace.workspace_edit.resource_operations") or ()),
        shows_documents=has("window.show_document.support"),
        watches_relatively=has("workspace.did_change_watched_files.relative_pattern_support"),
        announces_settings=has("workspace.did_change_configuration.dynamic_registration"),
        describes_codes=has("text_document.publish_diagnostics.code_description_support")
        or has("text_document.diagnostic.code_description_support"),
        shows_progress=has("window.work_done_progress"),
        refreshes_lenses=has("workspace.code_lens.refresh_support"),
        refreshes_hints=has("workspace.inlay_hint.refresh_support"),
        refreshes_tokens=has("workspace.semantic_tokens.refresh_support"),
    )
