"""Client settings: what is understood of them, and that nothing else in them does harm."""

import pytest

from factlint.lsp.preferences import Preferences, preferences_from
from lsp.peer import Peer


def test_without_settings_everything_is_as_usual():
    for settings in (None, {}, {"factlint": None}, {"factlint": {}}, {"other": {"inlayHints": True}}):
        assert preferences_from(settings) == (Preferences(), ())


def test_settings_may_stand_under_the_name_of_the_server_or_by_themselves():
    given = {"enable": False, "debounce": 0, "codeLens": False, "inlayHints": True, "semanticTokens": True}
    wanted = Preferences(enable=False, debounce=0, code_lens=False, inlay_hints=True, semantic_tokens=True)
    assert preferences_from(given) == preferences_from({"factlint": given}) == (wanted, ())


def test_what_is_the_clients_own_is_left_to_it():
    assert preferences_from({"trace": {"server": "off"}, "path": 3, "log": None}) == (Preferences(), ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inlayHints", "yes"),
        ("enable", 1),
        ("semanticTokens", {}),
        ("debounce", True),
        ("debounce", -1),
        ("debounce", 60_001),
        ("debounce", 0.5),
    ],
)
def test_an_invalid_value_is_passed_over_with_one_line(name, value):
    found, [problem] = preferences_from({name: value, "codeLens": False})
    assert found == Preferences(code_lens=False)
    assert problem.startswith(f"the setting “factlint.{name}” is passed over")


@pytest.mark.parametrize("settings", [3, "factlint", [], {"factlint": True}])
def test_settings_that_are_no_table_are_passed_over_with_one_line(settings):
    found, [problem] = preferences_from(settings)
    assert (found, problem) == (Preferences(), "the setting “factlint” is passed over: it should be a table")


def is_log(message):
    return message.get("method") == "window/logMessage"


def test_the_server_tells_an_invalid_setting_in_the_log_once(workspace):
    with Peer(workspace) as peer:
        peer.initialize(initializationOptions={"debounce": "slow"})
        peer.notify("workspace/didChangeConfiguration", {"settings": {"factlint": {"inlayHints": 3}}})
        peer.notify("workspace/didChangeConfiguration", {"settings": 3})
        peer.request("shutdown", None)
        told = [message["params"]["message"] for message in peer.passed if is_log(message)]
        assert [line.split("”")[0] for line in told] == [
            "the setting “factlint.debounce",
            "the setting “factlint.inlayHints",
            "the setting “factlint",
        ]


def test_a_client_that_can_be_asked_is_asked(workspace):
    with Peer(workspace) as peer:
        peer.initialize(capabilities={"workspace": {"configuration": True}})
        peer.notify("workspace/didChangeConfiguration", {"settings": None})
        asked = peer.expect(lambda message: message.get("method") == "workspace/configuration")
        assert asked["params"]["items"] == [{"section": "factlint"}]
