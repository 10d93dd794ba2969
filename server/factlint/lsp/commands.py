"""Commands: what a client may have the server do, by name, and what is wrong with a call of one.

Their names begin with "factlint.server.": a client registers each under its own name, and an extension has names too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from factlint.lsp.server import Server

# What an argument can be, as a person reads it.
_KINDS = {str: "a text", int: "a whole number", list: "a list", dict: "a table"}


def offer(
    server: Server,
    name: str,
    wanted: Sequence[tuple[str, type]],
    run: Callable[..., Awaitable[object]],
) -> None:
    """Registers a command that gets these arguments in this order, each of its kind; others are refused."""

    @server.command(name)
    async def called(ls: object, *arguments: object) -> object:  # noqa: ARG001  pygls gives the server to it
        usage = ", ".join(f"{argument} ({_KINDS[kind]})" for argument, kind in wanted)
        if len(arguments) != len(wanted):
            raise JsonRpcInvalidParams(f"{name}: it takes {usage}, and got {_counted(len(arguments))}")
        for value, (argument, kind) in zip(arguments, wanted, strict=True):
            if not isinstance(value, kind) or isinstance(value, bool):
                raise JsonRpcInvalidParams(f"{name}: “{argument}” should be {_KINDS[kind]}")
        return await run(*arguments)


def table(value: object, name: str, where: str) -> dict[str, Any]:
    """A table that a client has sent back. Raises a refusal where it is none."""
    if not isinstance(value, dict):
        raise JsonRpcInvalidParams(f"{where}: “{name}” should be {_KINDS[dict]}")
    return value


def field(table: Mapping[str, Any], name: str, kind: type, where: str) -> Any:
    """An entry of a table that a client has sent back. Raises a refusal where it is missing or of another kind."""
    value = table.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise JsonRpcInvalidParams(f"{where}: “{name}” should be {_KINDS[kind]}")
    return value


def command(title: str, name: str, *arguments: Any) -> types.Command:
    """A command with its title."""
    return types.Command(title, name, arguments=list(arguments))


def _counted(number: int) -> str:
    return f"{number} argument{'s' * (number != 1)}" if number else "none"
