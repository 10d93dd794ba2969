"""Expected findings written into a draft in CriticMarkup."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.text import Span

_MARK = re.compile(r"\{~~(?P<wrong>.*?)~>(?P<right>.*?)~~\}|\{==(?P<marked>.*?)==\}", re.DOTALL)

_LEFT = re.compile(r"\{~~|\{==|~~\}|==\}")


@dataclass(frozen=True)
class Expected:
    """A finding at `span` of the bare draft, with its first suggestion, or None where it has none."""

    span: Span
    text: str
    suggestion: str | None


@dataclass(frozen=True)
class Marked:
    """A draft without its marks, the findings they stand for, and the draft with every fix applied."""

    draft: str
    expected: tuple[Expected, ...]
    fixed: str


def read(text: str) -> Marked:
    """The draft, expectations and fixed draft of a marked text."""
    draft, fixed, here = "", "", 0
    expected = []
    for mark in _MARK.finditer(text):
        between = text[here : mark.start()]
        draft, fixed, here = draft + between, fixed + between, mark.end()
        found = mark["wrong"] if mark["marked"] is None else mark["marked"]
        expected.append(Expected(Span(len(draft), len(draft) + len(found)), found, mark["right"]))
        draft, fixed = draft + found, fixed + (found if mark["right"] is None else mark["right"])
    assert not _LEFT.search(text[here:] + "".join(_MARK.split(text)[::4])), "a mark that is not one"
    return Marked(draft + text[here:], tuple(expected), fixed + text[here:])
