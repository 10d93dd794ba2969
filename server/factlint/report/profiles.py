"""What the sources say about names: a list of all, or a card for each that is asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from factlint.report.line import visible
from factlint.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.card import Held, Line
    from factlint.model import Evidence
    from factlint.profile import Profile

_MOST = 5
_PASSAGE = 160


def as_list(found: Sequence[Profile]) -> str:
    """A line a name: what it is, in how many sources it stands and how often."""
    if not found:
        return "The sources have no names.\n"
    room = min(40, max(len(profile.name) for profile in found))
    lines = [
        f"{visible(profile.name):<{room}}  {profile.kind:<12}  {_counts(profile.sources, profile.mentions)}"
        for profile in found
    ]
    return (
        "\n".join([*lines, "", f"{counted(len(found), 'name')}; factlint facts NAME tells what the sources say."])
        + "\n"
    )


def as_cards(found: Sequence[Profile], is_whole: bool) -> str:
    """A card a name; of statements and quotations the first few unless all are asked for."""
    return "\n\n".join("\n".join(_card(profile, None if is_whole else _MOST)) for profile in found) + "\n"


def as_json(found: Sequence[Profile]) -> str:
    """Everything for programs."""
    return json.dumps({"version": 1, "names": [_object(p) for p in found]}, ensure_ascii=False, indent=2) + "\n"


def _card(profile: Profile, most: int | None) -> Iterator[str]:
    counts = _counts(profile.sources, profile.mentions)
    yield f"{click.style(visible(profile.name), bold=True)}  {profile.kind}, {counts}"
    yield from _section("spelled", [_line(line) for line in profile.spellings])
    yield from _section("offices", [text for held in profile.held for text in _held(held)])
    yield from _passages("statements", profile.statements, most)
    yield from _passages("says", profile.quotations, most)


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"  {title if number == 0 else '':<10}  {line}"


def _passages(title: str, evidence: Sequence[Evidence], most: int | None) -> Iterator[str]:
    shown = evidence if most is None else evidence[:most]
    yield from _section(title, [f"{visible(each.place)}  {_passage(each)}" for each in shown])
    if len(shown) < len(evidence):
        yield f"  {'':<10}  and {len(evidence) - len(shown)} more; --all shows them"


def _line(line: Line) -> str:
    return f"{visible(line.text)}  {_counts(line.sources, line.mentions)}, first {visible(line.evidence[0].place)}"


def _held(held: Held) -> Iterator[str]:
    when = ""
    if held.years:
        first, last = held.years
        when = f", {first}" if first == last else f", {first} to {last}"
    yield f"{visible(held.line.text)}  {_counts(held.line.sources, held.line.mentions)}{when}"
    for each in held.line.evidence[:1]:
        yield f"  {visible(each.place)}  {_passage(each)}"


def _passage(evidence: Evidence) -> str:
    return visible(evidence.document.passage(evidence.span, _PASSAGE))


def _counts(sources: int, mentions: int) -> str:
    return f"{counted(mentions, 'time')} in {counted(sources, 'source')}"


def _object(profile: Profile) -> dict[str, object]:
    return {
        "name": profile.name,
        "kind": profile.kind,
        "sources": profile.sources,
        "mentions": profile.mentions,
        "spellings": [_line_object(line) for line in profile.spellings],
        "offices": [_line_object(held.line) | {"years": held.years} for held in profile.held],
        "statements": [_evidence_object(each) for each in profile.statements],
        "quotations": [_evidence_object(each) for each in profile.quotations],
    }


def _line_object(line: Line) -> dict[str, object]:
    evidence = [_evidence_object(each) for each in line.evidence]
    return {"text": line.text, "sources": line.sources, "mentions": line.mentions, "evidence": evidence}


def _evidence_object(evidence: Evidence) -> dict[str, object]:
    position = evidence.document.position(evidence.span.start)
    return {
        "path": evidence.document.path,
        "line": position.line,
        "column": position.column,
        "offset": evidence.span.start,
        "text": evidence.span.of(evidence.document.text),
        "excerpt": evidence.document.passage(evidence.span),
    }
