"""What is found of an account, an index or a case: worked out once and kept with it, as long as it is there."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Of = TypeVar("_Of")
_More = ParamSpec("_More")
_Found = TypeVar("_Found")


def kept(find: Callable[Concatenate[_Of, _More], _Found]) -> Callable[Concatenate[_Of, _More], _Found]:
    """A pure function that keeps what it finds with its first argument, by the others, which can be hashed.

    Unlike a cache beside the functions it neither holds on to what nobody uses any more nor drops what a thousand
    sources need one after the other.
    """
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def ask(of: _Of, /, *more: _More.args, **named: _More.kwargs) -> _Found:
        known: dict[object, _Found] = of.__dict__.setdefault(name, {})
        key = (more, *named.items()) if named else more
        if key not in known:
            known[key] = find(of, *more, **named)
        return known[key]

    return ask
