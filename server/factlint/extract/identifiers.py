"""Identifiers in a block: "Section 230(c)", "Flight 370", "RFC 9110", "CVE-2025-27221", telephone numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from factlint.extract.pieces import words_of
from factlint.extract.relation import stem
from factlint.patterns import compiled
from factlint.text import Span
from factlint.values.identifier import Identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

_PHONE = "phone"
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
_CALLED = compiled(
    r"(?<![\w.,/–-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{2,5}){1,4}(?![\w–-]|[.,]\d)"
)
_REST = r"\d[\p{L}\d]*(?:[.:/–-]\d[\p{L}\d]*|[-–][\p{L}\d]*\d[\p{L}\d]*)*(?:-\p{L}{1,2}(?!\p{L}))?"
_REST += r"(?:\(\p{L}{1,3}\)|\(\d{1,3}\))*"
_DIGIT = compiled(r"\d")
_PLAIN = compiled(r"[^\p{L}\d]")


class Identified(Struct, frozen=True):
    """An identifier where it stands: its span in the prose, and the tokens that it takes."""

    value: Identifier
    span: Span
    place: range


def find_identifiers(tokens: Tokens, lexicon: Lexicon, taken: Sequence[Span]) -> list[Identified]:
    """The identifiers of a block that are no part of what is taken, in the order of the text."""
    found: list[Identified] = []
    for label, span in sorted(_all(tokens.text, lexicon), key=lambda one: one[1].start):
        if any(span.overlaps(other) for other in (*taken, *(one.span for one in found))):
            continue
        text = span.of(tokens.text)
        place = range(tokens.at(span.start), tokens.at(span.end - 1) + 1)
        value = Identifier(text, stem(label, lexicon.language), _PLAIN.sub("", text.casefold()))
        found.append(Identified(value, span, place))
    return found


def _all(text: str, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    table = lexicon.tables.get("identifiers", {})
    if not table or _DIGIT.search(text) is None:
        return
    small = words_of(lexicon).lists.get("labels", frozenset())
    for match in _labelled(lexicon).finditer(text):
        # "Order 12" is a label, "order 12 boxes" none; of "section 12" there is no doubt.
        if not match["label"].islower() or match["label"] in small:
            yield match["label"].casefold(), Span(*match.span("rest"))
    phones = frozenset(table.get("phones", ()))
    for match in _CALLED.finditer(text):
        before = text[: match.start()].rstrip(" :.(").rpartition(" ")[2].casefold()
        is_written_so = match.group().startswith("+") or "(" in match.group()
        digits = sum(each.isdigit() for each in match.group())
        if (is_written_so or before in phones) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
            yield _PHONE, Span(*match.span())


@lru_cache(maxsize=16)
def _labelled(lexicon: Lexicon) -> regex.Pattern[str]:
    table = lexicon.tables["identifiers"]
    labels, codes, fillers = (
        "|".join(map(regex.escape, sorted(table.get(kind, ()), key=len, reverse=True))) or "(?!)"
        for kind in ("labels", "codes", "fillers")
    )
    return compiled(
        rf"(?i)(?<![\p{{L}}\d])(?:(?P<label>{labels})s?(?:[.\s~]+(?:{fillers})\.?)?[\s~]{{1,2}}|(?P<label>{codes})[\s~-]?)"
        rf"(?P<rest>{_REST})(?![\p{{L}}\d]|\s?%|[.,]\d)"
    )
