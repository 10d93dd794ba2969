"""A connection over TCP: which addresses are served, and the one client that is waited for."""

from __future__ import annotations

import ipaddress
import re
import socket

from msgspec import Struct

LOOPBACK = "127.0.0.1"
_ADDRESS = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^\s:\[\]/@]*)):(?P<port>\d{1,5})", re.ASCII)
_HIGHEST_PORT = 65535


class AddressError(ValueError):
    """An address that cannot be served; the message says why."""


class Address(Struct, frozen=True):
    """Where to wait for a client; port 0 is any that is free."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def address(text: str) -> Address:
    """The address that HOST:PORT, [HOST]:PORT or :PORT names; without a host, this machine's loopback."""
    match = _ADDRESS.fullmatch(text)
    if not match or int(match["port"]) > _HIGHEST_PORT:
        raise AddressError(f"“{text}” is not HOST:PORT or :PORT, with a port from 0 to {_HIGHEST_PORT}")
    return Address(match["v6"] or match["host"] or LOOPBACK, int(match["port"]))


def listen(at: Address, allow_remote: bool = False) -> socket.socket:
    """A socket that waits at an address.

    Raises AddressError where there is no such host, the port is taken, or other machines can reach it uninvited.
    """
    try:
        family, _, _, _, place = socket.getaddrinfo(at.host, at.port, type=socket.SOCK_STREAM)[0]
        if not allow_remote and not is_loopback(str(place[0])):
            raise AddressError(f"other machines can reach {at}; if that is meant, add --allow-remote")
        return socket.create_server(place[:2], family=family, backlog=1)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such host"
        raise AddressError(f"{at}: {reason}") from error


def is_loopback(host: str) -> bool:
    """True where only this machine can reach a numeric address."""
    return ipaddress.ip_address(host.partition("%")[0]).is_loopback


def address_of(listener: socket.socket) -> Address:
    """Where a socket waits, with its true port."""
    return Address(*listener.getsockname()[:2])


def accept(listener: socket.socket) -> socket.socket:
    """The connection to the first client that comes; from then on no other is let in."""
    with listener:
        connection, _ = listener.accept()
    # Messages are small, and each is waited for.
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection
