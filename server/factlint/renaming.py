"""A name of a draft under another name, wherever the draft speaks of the same person, body or place.

What a writer expects of it:

- The name under the cursor, as it is written there, is renamed wherever it stands for the same: "Larsen" of Anne
  Larsen, not of her brother Carl. A possessive ending stays; a name in capitals stays in capitals.
- Within a longer name of the same it is renamed too, word for word: "Larsen" to "Larssen" makes "Anne Larssen". A name
  that gets more or fewer words changes no longer name.
- A shorter name goes with the whole one, word for word: "Anne Larsen" to "Anna Berg" makes "Larsen" "Berg". With more
  or fewer words the surname alone does, where it changes.
- Another spelling elsewhere in the draft is another written form, and stays: it is for the checks to find.
- Only words that change are touched, so that what markup stands in a name stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.checks.name_variant import in_case_of
from factlint.identity import essential
from factlint.model import Mention, Slot
from factlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.case import Case
    from factlint.model import Statement

_Words = tuple[str, ...]


class Renaming(NamedTuple):
    """A piece of the draft and what is to stand there."""

    span: Span
    text: str


class Renamable(NamedTuple):
    """A name of the draft as it is written, and where."""

    text: str
    span: Span


class RenameError(ValueError):
    """Why a name cannot be renamed, in a line for people."""


def renamable_at(case: Case, offset: int) -> Renamable:
    """The name at an offset of the draft, also right behind it. Raises RenameError where there is none."""
    statement = _name_at(case, offset)
    return Renamable(" ".join(_written(statement)), _whole(statement))


def renamed(case: Case, offset: int, name: str) -> tuple[Renaming, ...]:
    """What to change so that the name at an offset becomes `name`, in the order of the draft. Raises RenameError."""
    if not name.strip():
        raise RenameError("The new name is empty.")
    if len(name.splitlines()) > 1 or not name.isprintable():
        raise RenameError("A name is written in one line, without line breaks and tabs.")
    statement, new = _name_at(case, offset), tuple(name.split())
    old = _written(statement)
    found: dict[Span, Renaming] = {}
    for other in case.draft.about(Slot.NAME):
        if _is_same(statement, other, case):
            found.update((each.span, each) for each in _changes(other, old, new, case))
    return tuple(sorted(found.values()))


def _name_at(case: Case, offset: int) -> Statement:
    names = [each for each in case.draft.about(Slot.NAME) if _whole(each).start <= offset <= _whole(each).end]
    if not names:
        raise RenameError("There is no name here.")
    return min(names, key=lambda each: (_whole(each).end == offset, len(each.span)))


def _is_same(one: Statement, other: Statement, case: Case) -> bool:
    """True where two names of the draft stand for one entity: in its own words, or in those of the sources."""
    if one is other or (one.subject[:1] == other.subject[:1] and one.subject):
        return True
    mine, theirs = (case.identities.get(each.span) for each in (one, other))
    return mine is not None and theirs is not None and mine.entity is theirs.entity


def _changes(statement: Statement, old: _Words, new: _Words, case: Case) -> Iterator[Renaming]:
    spans, written = _spans(statement), _written(statement)
    at = _place(old, written)
    if at is not None and len(old) == len(written):
        yield from _replaced(spans, written, new)
    elif at is not None and len(old) == len(new):
        yield from _replaced(spans[at : at + len(old)], written[at : at + len(old)], new)
    elif at is None and (inside := _place(written, old)) is not None:
        if len(old) == len(new):
            yield from _replaced(spans, written, new[inside : inside + len(written)])
        elif len(written) == 1 and inside == essential(old, case.draft.lexicon)[-1]:
            yield from _replaced(spans, written, (new[essential(new, case.draft.lexicon)[-1]],))


def _place(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where the words of a name stand in another, in any case."""
    wanted, words = [each.casefold() for each in part], [each.casefold() for each in whole]
    places = range(len(words) - len(wanted) + 1)
    return next((at for at in places if words[at : at + len(wanted)] == wanted), None)


def _replaced(spans: Sequence[Span], written: _Words, new: _Words) -> Iterator[Renaming]:
    """The words that change; further words go before the last one, and with fewer the name is replaced as a whole."""
    if len(new) < len(spans):
        yield Renaming(Span(spans[0].start, spans[-1].end), in_case_of(" ".join(written), " ".join(new)))
        return
    more = len(new) - len(spans)
    texts = (" ".join(new[: more + 1]), *new[more + 1 :])
    for span, word, text in zip(spans, written, texts, strict=True):
        fitting = in_case_of(word, text)
        if fitting != word:
            yield Renaming(span, fitting)


def _spans(statement: Statement) -> tuple[Span, ...]:
    assert isinstance(statement.value, Mention)
    return tuple(sorted(set(statement.value.words)))


def _whole(statement: Statement) -> Span:
    spans = _spans(statement)
    return Span(spans[0].start, spans[-1].end)


def _written(statement: Statement) -> _Words:
    return tuple(statement.document.prose(span) for span in _spans(statement))
