"""What is found of an account, an index or a case: worked out once and kept with it, as long as it is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

_Of = TypeVar("_Of")
_More = ParamSpec("_More")
_Found = TypeVar("_Found")
_Find = Callable[Concatenate[_Of, _More], _Found]


def kept(find: _Find[_Of, _More, _Found]) -> _Find[_Of, _More, _Found]:
    """A pure function that keeps what it finds with its first argument, by the others, which can be hashed.

    Unlike a cache beside the functions it neither holds on to what nobody uses any more nor drops what a thousand
    sources need one after the other.
    """
    return _keeping(find, None)


def kept_lately(most: int) -> Callable[[_Find[_Of, _More, _Found]], _Find[_Of, _More, _Found]]:
    """The same for what is asked of ever new texts: the oldest of more than so many answers is let go."""
    return lambda find: _keeping(find, most)


def _keeping(find: _Find[_Of, _More, _Found], most: int | None) -> _Find[_Of, _More, _Found]:
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def ask(of: _Of, /, *more: _More.args, **named: _More.kwargs) -> _Found:
        known: dict[object, _Found] = of.__dict__.setdefault(name, {})
        key = (more, *named.items()) if named else more
        if key in known:
            return known[key]
        found = known[key] = find(of, *more, **named)
        if most is not None and len(known) > most:
            known.pop(next(iter(known)), None)
        return found

    return ask
