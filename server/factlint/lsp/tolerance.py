"""Messages of clients that are newer than the protocol's types here, or take its words otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from cattrs import Converter

_TRACES = {each.value for each in types.TraceValue}


def tolerated(message: dict[str, Any], converter: Converter) -> dict[str, Any]:
    """A call as it can be read: nothing that a client says of itself keeps it from being served."""
    params = message.get("params")
    if not isinstance(params, dict):
        return message
    if message["method"] == types.INITIALIZE:
        known = _known(params.get("capabilities"), converter)
        return {**message, "params": {**params, "capabilities": known, "trace": _trace(params.get("trace"))}}
    if message["method"] == types.SET_TRACE:
        return {**message, "params": {**params, "value": _trace(params.get("value"))}}
    return message


def _trace(value: object) -> object:
    """A trace value; VS Code has one more, for which what is nearest stands."""
    return types.TraceValue.Messages.value if value == "compact" else value if value in _TRACES else None


def _known(capabilities: object, converter: Converter) -> object:
    """Capabilities without those that have a value which the protocol did not know when these types were made."""
    if not isinstance(capabilities, dict) or _is_known(capabilities, converter):
        return capabilities
    return {
        group: {name: value for name, value in members.items() if _is_known({group: {name: value}}, converter)}
        for group, members in capabilities.items()
        if isinstance(members, dict)
    }


def _is_known(capabilities: dict[str, Any], converter: Converter) -> bool:
    try:
        converter.structure(capabilities, types.ClientCapabilities)
    except Exception:
        return False
    return True
