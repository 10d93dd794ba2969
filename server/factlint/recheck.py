"""Checking an edited draft anew where the edit made a difference; what was found elsewhere is carried over.

`judged` is the whole check. `rejudged` judges only the blocks of which the edit changed the text or what they state,
among those around them, and moves the findings of the others to where their words now stand. Its result is that of the
whole check but for what passages far from each other have to do with one another, which the whole check then tells.
Where most blocks are to be judged it is the whole check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.aliases import read_as
from factlint.case import Case, told_again
from factlint.check import found_in, strongest
from factlint.edit import Edit, kept_blocks
from factlint.identify import identify
from factlint.model import Evidence, Slot
from factlint.values.name import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from factlint.extract.account import Account
    from factlint.extract.resolve import Told
    from factlint.identify import Identity
    from factlint.model import Finding
    from factlint.rule import Rule
    from factlint.text import Block, Document, Span

# Mechanisms that weigh all of a draft: what they find in a part of it means nothing.
_OF_THE_WHOLE = frozenset({"consistency", "own_expansion", "own_quantities", "own_titles"})
# How many blocks are judged at most because of what other blocks state.
_MOST_OTHERS = 6


class Judged(Struct, frozen=True, eq=False, dict=True):
    """A draft with all that was found in it, what its comments hide included, and who the names of each block are.

    `account` is what it says as it is written, without the spellings that the user accepts for others; `names` are
    given by where they stand in the prose of their block. `is_whole` where all of the draft has been judged together.
    """

    account: Account
    case: Case
    findings: tuple[Finding, ...]
    names: tuple[Mapping[Span, Identity], ...]
    is_whole: bool


def judged(account: Account, case: Case, rules: Sequence[Rule]) -> Judged:
    """All that is found in a draft, whose `account` the case reads with the spellings that the user accepts."""
    findings = strongest(found_in(case, rules))
    blocks = zip(account.document.blocks, account.told, strict=True)
    names = tuple(
        {place: case.identities[span] for span, place in _names_in(block, told).items() if span in case.identities}
        for block, told in blocks
    )
    # Who the names are is known from here on; what ended this work is to end no other.
    known = Case(case.draft, case.index, case.settings, known=case.identities)
    return Judged(account, known, findings, names, is_whole=True)


def _names_in(block: Block, told: Told) -> dict[Span, Span]:
    """Where in the file the names of a block stand, each with its place in the prose."""
    names = (sighting.span for sighting in told.scan.sightings if sighting.slot is Slot.NAME)
    return {block.file_span(place): place for place in names}


def rejudged(before: Judged, account: Account, rules: Sequence[Rule]) -> Judged:
    """What is found in a draft that is an edit of one that was judged by the same sources, settings and rules."""
    work = _Rejudging(before, account, rules)
    case = Case(work.read(account), before.case.index, before.case.settings)
    if 2 * len(work.focus) > len(account.told):
        return judged(account, case, rules)
    return Judged(account, case, strongest((*work.carried(), *work.found())), tuple(work.names), is_whole=False)


class _Rejudging:
    """An edit of a draft: which of its blocks are to be judged, what is found in them, and what is carried over."""

    def __init__(self, before: Judged, account: Account, rules: Sequence[Rule]) -> None:
        self.before, self.account, self.rules = before, account, rules
        old, new = before.account, account
        self.edit = Edit.between(old.document.text, new.document.text)
        self.kept = kept_blocks(old.document, new.document, self.edit)
        self.names = [before.names[self.kept[n]] if n in self.kept else {} for n in range(len(new.told))]
        resolved = [n for n, before_it in self.kept.items() if new.told[n] != old.told[before_it]]
        changed = [n for n in range(len(new.told)) if n not in self.kept]
        focus = {*changed, *resolved[:_MOST_OTHERS]}
        focus.update(before_list for n in changed if (before_list := new.before_list(n)) is not None)
        gone = [old.told[n] for n in set(range(len(old.told))) - set(self.kept.values())]
        doubtful = self._doubtful([*gone, *(new.told[n] for n in focus)])
        spoken = {n for n, told in enumerate(new.told) if any(people[0] in doubtful for people in told.people)}
        self._take(focus, spoken)
        renamed = self._identify(doubtful)
        if not renamed <= focus:
            self._take(focus | renamed, spoken)

    def _take(self, focus: AbstractSet[int], spoken: AbstractSet[int]) -> None:
        """Take the blocks in `focus` to be judged, among those that tell what they speak of, and of whom."""
        self.focus = frozenset(focus)
        self.numbers = tuple(sorted({*self.account.around(focus), *spoken, *(n - 1 for n in spoken if n)}))
        self.part = self.read(self.account.part(self.numbers))

    def read(self, account: Account) -> Account:
        """What is said in the spellings that the user accepts."""
        return read_as(account, self.before.case.settings.aliases)

    def _doubtful(self, blocks: Iterable[Told]) -> frozenset[Name]:
        """The full names in some blocks that the sources do not know as one: all that is said of them decides."""
        names = {people[0] for told in blocks for people in told.people if len(people[0].words) > 1}
        return frozenset(name for name in names if len(self.before.case.index.named(name)) != 1)

    def _identify(self, doubtful: frozenset[Name]) -> set[int]:
        """Finds out who the names in the blocks to judge are, and the doubtful ones elsewhere; returns where others."""
        blocks = self.part.document.blocks
        wholes = dict[Name, "Identity | None"]()
        places = [_names_in(block, told) for block, told in zip(blocks, self.part.told, strict=True)]
        found = {n: {} if n in self.focus else dict(self.names[n]) for n in self.numbers}
        for statement in self.part.about(Slot.NAME):
            where = self.part.sentence_of(statement)
            number = self.numbers[where[0]] if where is not None else -1
            if where is None or not (number in self.focus or statement.subject[0] in doubtful):
                continue
            identity = identify(statement, self.part, self.before.case.index, wholes)
            place = places[where[0]][statement.span]
            found[number].pop(place, None)
            if identity is not None:
                found[number][place] = identity
        others = {number for number, names in found.items() if names != self.names[number]}
        for number in others:
            self.names[number] = found[number]
        return others

    def found(self) -> Iterator[Finding]:
        """What is found in the blocks that are judged, by those around them."""
        if not self.focus:
            return
        part, numbers = self.part, self.numbers
        known = {
            block.file_span(place): identity
            for number, block in zip(numbers, part.document.blocks, strict=True)
            for place, identity in self.names[number].items()
        }
        focus = frozenset(place for place, number in enumerate(numbers) if number in self.focus)
        case = Case(part, self.before.case.index, self.before.case.settings, focus, known)
        judged_blocks = {id(part.document.blocks[place]) for place in focus}
        for found in found_in(case, self.rules, without=_OF_THE_WHOLE):
            if id(part.document.block_at(found.span.start)) in judged_blocks:
                yield _in(self.account.document, found)

    def carried(self) -> Iterator[Finding]:
        """What was found in the other blocks, and what the words of the draft that the edit left say of one another."""
        document, judged_before = self.before.account.document, self.before.findings
        untouched = {id(document.blocks[old]) for new, old in self.kept.items() if new not in self.focus}
        of_whole = {rule.id for rule in self.rules if not _OF_THE_WHOLE.isdisjoint(rule.checks)}
        for found in judged_before:
            block = document.block_at(found.span.start)
            own = [passage.span for passage in found.evidence if passage.document is document]
            is_carried = block is None or id(block) in untouched or bool(own) or found.rule in of_whole
            if id(block) not in untouched:
                is_carried = is_carried and not any(self.edit.touches(span) for span in (found.span, *own))
            moved = self._moved(found) if is_carried else None
            if moved is not None:
                yield moved

    def _moved(self, found: Finding) -> Finding | None:
        """A finding where its words now stand; None where the edit touched them."""
        old, new = self.before.account.document, self.account.document
        span, evidence = self.edit.moved(found.span), []
        for passage in found.evidence:
            where = self.edit.moved(passage.span) if passage.document is old else passage.span
            if where is not None:
                evidence.append(Evidence(new if passage.document is old else passage.document, where))
        if span is None or len(evidence) < len(found.evidence):
            return None
        return told_again(replace(found, document=new, span=span, evidence=tuple(evidence)), found)


def _in(document: Document, found: Finding) -> Finding:
    """A finding in a part of a document as one in the whole."""
    evidence = tuple(
        replace(each, document=document) if each.document is found.document else each for each in found.evidence
    )
    return replace(found, document=document, evidence=evidence)
