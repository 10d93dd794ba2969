"""An editor's side of a conversation with the real server, under the profile of one of several editors."""

import asyncio

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities

from factlint.lsp.convert import Encoding, span_of, uri_of
from factlint.text import Document
from lsp.peer import PATIENCE


def converter():
    """How messages are read: lsprotocol takes every code action that has a command for that command."""
    made = default_converter()

    def action_of(read, _):
        kind = types.Command if isinstance(read.get("command"), str) else types.CodeAction
        return made.structure(read, kind)

    made.register_structure_hook(types.Command | types.CodeAction, action_of)
    return made


class Editor(LanguageClient):
    """What it has open, what it was told, and how it learns of diagnostics: by asking, or by being sent them."""

    def __init__(self):
        super().__init__(converter_factory=converter)
        self.published = {}
        self.registered = []
        self.shown = []
        self.logged = []
        self.edits = []
        self.opened = []
        self.makes_edits = True
        self.preferences = {}
        self._news = asyncio.Event()
        self._texts = {}

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams):
            self.published[params.uri] = params
            self._news.set()

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams):
            self.registered += [each.method for each in params.registrations]
            self._news.set()

        @self.feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)
        def create(_: types.WorkDoneProgressCreateParams):
            return None

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def show(params: types.ShowMessageParams):
            self.shown.append(params)
            self._news.set()

        @self.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: types.LogMessageParams):
            self.logged.append(params)
            self._news.set()

        @self.feature(types.WORKSPACE_APPLY_EDIT)
        def edit(params: types.ApplyWorkspaceEditParams):
            self.edits.append(params)
            return types.ApplyWorkspaceEditResult(self.makes_edits, None if self.makes_edits else "the text is locked")

        @self.feature(types.WINDOW_SHOW_DOCUMENT)
        def show_document(params: types.ShowDocumentParams):
            self.opened.append(params)
            self._news.set()
            return types.ShowDocumentResult(success=True)

        @self.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
        def choose(params: types.ShowMessageRequestParams):
            return params.actions[0]

        @self.feature(types.WORKSPACE_CONFIGURATION)
        def configuration(params: types.ConfigurationParams):
            return [self.preferences if item.section == "factlint" else None for item in params.items]

        @self.feature(types.WORKSPACE_CODE_LENS_REFRESH)
        @self.feature(types.WORKSPACE_INLAY_HINT_REFRESH)
        @self.feature(types.WORKSPACE_SEMANTIC_TOKENS_REFRESH)
        def refresh(_):
            self._news.set()

    async def start(self, profile, folder):
        """Begins the conversation as the editor of this profile would, with a folder open."""
        self.profile = profile
        mine = client_capabilities(profile)
        self.versions_edits = get_capability(mine, "workspace.workspace_edit.document_changes")
        self.nests_symbols = get_capability(mine, "text_document.document_symbol.hierarchical_document_symbol_support")
        result = await self.initialize_session(
            types.InitializeParams(
                capabilities=mine,
                workspace_folders=[types.WorkspaceFolder(uri=uri_of(folder), name="story")],
            )
        )
        self.capabilities = result.capabilities
        self.encoding = Encoding(result.capabilities.position_encoding)
        self.pulls = result.capabilities.diagnostic_provider is not None

    def turn_to(self, folder):
        """Closes what is open; from now on names are those of files in this folder."""
        for name in list(self._texts):
            self.close(name)
        self.folder = folder
        self.published.clear()
        self.shown.clear()
        self.logged.clear()
        self.edits.clear()
        self.opened.clear()
        self.makes_edits = True

    def uri(self, name):
        return name if ":" in name else f"{uri_of(self.folder)}/{name}"

    def version_of(self, name):
        """The newest version of an open document."""
        return self._texts[name][0]

    def identifier(self, name):
        return types.TextDocumentIdentifier(self.uri(name))

    async def until(self, is_so):
        """Returns once something is so, which is looked at again at each message."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                self._news.clear()
                await self._news.wait()

    async def open(self, name, text, language="markdown"):
        """The diagnostics of a document that is opened."""
        self._texts[name] = (1, text)
        item = types.TextDocumentItem(self.uri(name), language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics_of(name)

    async def change(self, name, text):
        """The diagnostics of a document that gets another text."""
        version = self._texts[name][0] + 1
        self._texts[name] = (version, text)
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, self.uri(name)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return await self.diagnostics_of(name)

    def save(self, name):
        self.text_document_did_save(types.DidSaveTextDocumentParams(self.identifier(name)))

    async def diagnostics_of(self, name):
        """The diagnostics of the newest version of a document."""
        if self.pulls:
            return (
                await self.text_document_diagnostic_async(types.DocumentDiagnosticParams(self.identifier(name)))
            ).items
        uri, version = self.uri(name), self._texts[name][0]
        await self.until(lambda: uri in self.published and self.published[uri].version == version)
        return self.published[uri].diagnostics

    async def comes_to_have(self, name, number):
        """Returns once a document, itself unchanged, has this many diagnostics."""
        if not self.pulls:
            await self.until(lambda: len(self.published[self.uri(name)].diagnostics) == number)
            return
        async with asyncio.timeout(PATIENCE):
            while len(await self.diagnostics_of(name)) != number:
                pass

    def close(self, name):
        del self._texts[name]
        self.text_document_did_close(types.DidCloseTextDocumentParams(self.identifier(name)))

    async def actions(self, name, place, only=None):
        # Editors send diagnostics back in part, or those of the whole line; this one sends none at all.
        context = types.CodeActionContext(diagnostics=[], only=only)
        return await self.text_document_code_action_async(types.CodeActionParams(self.identifier(name), place, context))

    async def fixes(self, name, place, only=None):
        """The actions that put other words in the place of those that are marked."""
        return [each for each in await self.actions(name, place, only) or () if each.title.startswith("Replace")]

    async def run(self, command):
        """The result of a command of the server's."""
        return await self.workspace_execute_command_async(
            types.ExecuteCommandParams(command.command, arguments=command.arguments)
        )

    async def hover(self, name, place):
        return await self.text_document_hover_async(types.HoverParams(self.identifier(name), place))

    def text_of(self, name):
        return self._texts[name][1]

    def marked(self, name, place):
        """The text at a range of an open document."""
        return self.text_at(self._texts[name][1], place)

    def text_at(self, text, place):
        return span_of(Document("", text, ()), place, self.encoding).of(text)


def edits_of(edit):
    """The edits, each with the URI and, where one is named, the version of the text that it is for."""
    for change in edit.document_changes or ():
        yield from ((change.text_document.uri, change.text_document.version, each) for each in change.edits)
    for uri, changes in (edit.changes or {}).items():
        yield from ((uri, None, each) for each in changes)
