"""Preferences: the few client settings there are, all of what the editor shows and none of how a text is checked."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lsprotocol import types
from msgspec import Struct
from msgspec.structs import replace
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.lsp.server import Server

_log = logging.getLogger(__name__)

SECTION = "factlint"
_MOST_MILLISECONDS = 60_000


class Preferences(Struct, frozen=True):
    """What the person at the editor wants to see.

    `enable` is false where there are to be no diagnostics; `debounce` is how many milliseconds pass after a change
    before they are worked out.
    """

    enable: bool = True
    debounce: int = 100
    code_lens: bool = True
    inlay_hints: bool = False
    semantic_tokens: bool = False


def _yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _milliseconds(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_MILLISECONDS


# The settings by the names that clients use, each with its field, what it can be, and how that is told.
_SETTINGS: Mapping[str, tuple[str, Callable[[object], bool], str]] = {
    "enable": ("enable", _yes_or_no, "true or false"),
    "debounce": ("debounce", _milliseconds, f"a whole number of milliseconds from 0 to {_MOST_MILLISECONDS}"),
    "codeLens": ("code_lens", _yes_or_no, "true or false"),
    "inlayHints": ("inlay_hints", _yes_or_no, "true or false"),
    "semanticTokens": ("semantic_tokens", _yes_or_no, "true or false"),
}


def preferences_from(settings: object) -> tuple[Preferences, tuple[str, ...]]:
    """The preferences that a client's settings ask for, and a line for each that cannot be.

    `settings` is a table, or has one under "factlint"; a setting that is missing, null or invalid is as if never given.
    What else is there is the client's own.
    """
    if isinstance(settings, dict) and SECTION in settings:
        settings = settings[SECTION]
    if settings is None:
        return Preferences(), ()
    if not isinstance(settings, dict):
        return Preferences(), (f"the setting “{SECTION}” is passed over: it should be a table",)
    found, problems = Preferences(), []
    for name, (field, is_valid, wanted) in _SETTINGS.items():
        value = settings.get(name)
        if value is None:
            continue
        if is_valid(value):
            found = replace(found, **{field: value})
        else:
            problems.append(f"the setting “{SECTION}.{name}” is passed over: it can be {wanted}")
    return found, tuple(problems)


def register(server: Server, changed: Callable[[], None]) -> None:
    """Follows the client's settings; `changed` is called behind each that gives other preferences."""

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        settings: object = params.settings
        # A client that lets itself be asked says only that something has changed.
        if server.client.configures and not (isinstance(settings, dict) and SECTION in settings):
            server.start(_ask(server, changed))
        else:
            _put(server, settings, changed)


def begin(server: Server, changed: Callable[[], None]) -> None:
    """Asks a client for its settings that tells them so, and to tell when they change."""
    if server.client.configures:
        server.start(_ask(server, changed))
    if server.client.announces_settings:
        server.start(_subscribe(server))


async def _ask(server: Server, changed: Callable[[], None]) -> None:
    settings = await _asked(server)
    # Where nothing is set, what was given at the start holds.
    if settings is not None:
        _put(server, settings, changed)


def _put(server: Server, settings: object, changed: Callable[[], None]) -> None:
    before = server.preferences
    take(server, settings)
    if server.preferences != before:
        changed()


def take(server: Server, settings: object) -> None:
    """Makes the server's preferences those of a client's settings; what cannot be is told in the log."""
    server.preferences, problems = preferences_from(settings)
    for problem in problems:
        server.window_log_message(types.LogMessageParams(types.MessageType.Warning, problem))


async def _subscribe(server: Server) -> None:
    options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
    settings = types.Registration("settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, options)
    await server.client_register_capability_async(types.RegistrationParams([settings]))


async def _asked(server: Server) -> object:
    """The client's settings for this server; nothing where it does not tell them."""
    wanted = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
    try:
        answer = await server.workspace_configuration_async(wanted)
    except JsonRpcException:
        _log.warning("the client does not tell its settings")
        return None
    return answer[0] if answer else None
