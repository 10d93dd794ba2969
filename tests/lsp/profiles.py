"""Sessions with the real server under the profiles of four editors, one server for many tests."""

from pytest_lsp import ClientServerConfig

from factlint.lsp.convert import Encoding
from lsp.editor import Editor
from lsp.peer import SERVER

VSCODE, EMACS, NEOVIM_10, NEOVIM_11 = "visual_studio_code", "emacs", "neovim@0.10", "neovim@0.11"
ENCODINGS = {VSCODE: Encoding.Utf16, EMACS: Encoding.Utf32, NEOVIM_10: Encoding.Utf16, NEOVIM_11: Encoding.Utf8}
CONFIG = ClientServerConfig(server_command=list(SERVER), client_factory=Editor)
