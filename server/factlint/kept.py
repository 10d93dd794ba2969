"""What is found of an account, an index or a case: worked out once and kept with it, as long as it is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakValueDictionary

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


def kept_in_use(lately: int) -> Callable[[Callable[_More, _Found]], Callable[_More, _Found]]:
    """A pure function that gives all who ask the same one and the same answer, as long as somebody has it.

    So many of the last answers are held on to besides.
    """

    def keeping(find: Callable[_More, _Found]) -> Callable[_More, _Found]:
        known = WeakValueDictionary[object, _Found]()
        last = deque[_Found](maxlen=lately)

        @wraps(find)
        def ask(*asked: _More.args, **named: _More.kwargs) -> _Found:
            assert not named, "asked by place alone"
            found = known.get(asked)
            if found is None:
                found = known[asked] = find(*asked, **named)
                last.append(found)
            return found

        return ask

    return keeping


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
