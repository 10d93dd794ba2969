"""Sessions with the real server under the profiles of four editors, one server for many tests."""

import pytest_lsp
from pytest_lsp import ClientServerConfig

from factlint.lsp.convert import Encoding
from lsp.editor import Editor
from lsp.peer import READY

VSCODE, EMACS, NEOVIM_10, NEOVIM_11 = "visual_studio_code", "emacs", "neovim@0.10", "neovim@0.11"
ENCODINGS = {VSCODE: Encoding.Utf16, EMACS: Encoding.Utf32, NEOVIM_10: Encoding.Utf16, NEOVIM_11: Encoding.Utf8}
CONFIG = ClientServerConfig(server_command=list(READY), client_factory=Editor)


def sessions(*profiles):
    """The fixture `session` of a module: the editor at a server that serves all of its tests, under each profile.

    Each test has a folder of its own: to start a server takes longer than any test.
    """

    @pytest_lsp.fixture(scope="module", params=list(profiles), config=CONFIG)
    async def session(request, lsp_client: Editor, opened_folder):
        await lsp_client.start(request.param, opened_folder)
        yield
        await lsp_client.shutdown_session()

    return session
