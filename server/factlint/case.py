"""What a mechanism works on: a draft, the index of its sources, the settings, and who is who between them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.identify import Identity, go_on, identify_all, is_contrasted
from factlint.identity import fold
from factlint.model import Claim, Evidence, Finding, FixSafety, Settings, Slot, Stance, Statement, mention_of
from factlint.post import Posts
from factlint.right_name import preferred
from factlint.rule import WORDS
from factlint.sentences import sentences_of
from factlint.settled import Settled, are_written_alike, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.extract.account import Account
    from factlint.index import Entity, Index
    from factlint.rule import Rule
    from factlint.sentences import Sentence
    from factlint.text import Document, Span
    from factlint.values.name import Name
    from factlint.values.office import Office


# Code points of a passage in a message.
_MOST_TOLD = 90
# What may stand at either end of a word of a quotation.
_MARKS = ".,;:!?…()[]“”‘\"'"


class Case(Struct, frozen=True, eq=False, dict=True):
    """One draft against its sources.

    Of a `focus`, the numbers of some blocks, only the claims and sentences in them are to be judged. `known` says who
    the names of the draft are where that has been found out. `heed` is called every few milliseconds of the work: what
    it raises ends it.
    """

    draft: Account
    index: Index
    settings: Settings
    focus: frozenset[int] | None = None
    known: Mapping[Span, Identity] | None = None
    heed: Callable[[], None] = go_on

    def post_of(self, statement: Statement) -> Office | None:
        """The office of a statement of the draft or a source, its country filled in where its text lets it be told."""
        if statement.document not in self._posts:
            is_own = statement.document is self.draft.document
            self._posts[statement.document] = Posts(self.draft if is_own else self.index.account_of(statement.document))
        return self._posts[statement.document].of(statement)

    @cached_property
    def _posts(self) -> dict[Document, Posts]:
        return {}

    def claims(self, slot: Slot) -> Iterator[Claim]:
        """What the draft itself says about a slot: claims that it denies or corrects are left out."""
        for statement in self.draft.about(slot):
            if statement.is_held and self.is_to_be_judged(statement):
                yield Claim(statement)

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the draft that tell something."""
        for sentence in sentences_of(self.draft):
            self.heed()
            if self.focus is None or sentence.block in self.focus:
                yield sentence

    def is_to_be_judged(self, statement: Statement) -> bool:
        """True for a statement in the blocks that are judged."""
        self.heed()
        place = self.draft.sentence_of(statement) if self.focus is not None else None
        return self.focus is None or (place is not None and place[0] in self.focus)

    @cached_property
    def names(self) -> tuple[Claim, ...]:
        """The names that the draft uses, denied statements among them: not those that it speaks of as mistakes."""
        said = self.draft.about(Slot.NAME)
        return tuple(Claim(statement) for statement in said if statement.stance is not Stance.CORRECTED)

    def known_names(self) -> Iterator[tuple[Claim, Identity]]:
        """The names that the draft uses of what the sources know, with who or what that is."""
        for claim in self.names:
            self.heed()
            identity = self.identities.get(claim.statement.span)
            if identity is not None:
                yield claim, identity

    @cached_property
    def words_of_names(self) -> frozenset[str]:
        """The folded words of all names that the draft uses."""
        return frozenset(fold(word) for claim in self.names for word in mention_of(claim).name.words)

    @cached_property
    def words_of_strong_names(self) -> frozenset[str]:
        """The folded words of the names that more than the start of a sentence shows to be names."""
        mentions = (mention_of(claim) for claim in self.names)
        return frozenset(fold(word) for mention in mentions if not mention.is_weak for word in mention.name.words)

    def is_set_beside(self, claim: Claim) -> bool:
        """True for a name that is set beside another spelling."""
        return any(is_contrasted(fold(word), claim.statement, self.draft) for word in mention_of(claim).name.words)

    def is_accepted(self, name: Name) -> bool:
        """True for a name all of whose words the user accepts or prefers as they are written."""
        return self._settled.has(name.words)

    def settled_words(self, claim: Claim) -> frozenset[int]:
        """The numbers of the words of a name that the user accepts or prefers as they are written.

        A word of a full name that is settled is so where it stands for the whole, as a surname does.
        """
        words, full = mention_of(claim).name.words, claim.statement.subject[:1]
        of_whole = {name.words[number] for name in full for number in self._settled.words_of(name.words)}
        return self._settled.words_of(words) | {number for number, word in enumerate(words) if word in of_whole}

    @cached_property
    def _settled(self) -> Settled:
        settings = self.settings
        return Settled(frozenset({*settings.accept, *settings.prefer.values(), *settings.aliases.values()}))

    def may_stand_for(self, written: str, theirs: str) -> bool:
        """True where the user accepts what the draft writes for these words of a source."""
        mine, other = (tuple(word.strip(_MARKS) for word in text.split()) for text in (written, theirs))
        return any(
            are_written_alike(mine, words_in(alias)) and other == words_in(meant)[-len(other) :]
            for alias, meant in self.settings.aliases.items()
        )

    def preferred(self, *spellings: str) -> str | None:
        """The spelling that the user prefers to any of these folded ones, or prefers as one of them."""
        return preferred(self.settings.prefer, *spellings)

    @cached_property
    def identities(self) -> Mapping[Span, Identity]:
        """Who the names of the draft are in the sources, by where they stand; unknown names are left out."""
        return self.known if self.known is not None else identify_all(self.draft, self.index, self.heed)

    @cached_property
    def _entities(self) -> Mapping[Name, Entity]:
        by_name: dict[Name, Entity] = {}
        for statement in self.draft.about(Slot.NAME):
            identity = self.identities.get(statement.span)
            if identity is not None:
                by_name.setdefault(statement.subject[0], identity.entity)
        return by_name

    def entity_of(self, statement: Statement) -> Entity | None:
        """The entity of the sources that a statement of the draft is about, where it is about one that they know."""
        return self._entities.get(statement.subject[0]) if statement.subject else None


def finding(
    rule: Rule,
    case: Case,
    span: Span,
    evidence: tuple[Evidence, ...],
    suggestions: tuple[str, ...] = (),
    fault: str = "",
    **words: object,
) -> Finding:
    """A finding of `rule` at a span of the draft, in its words for `fault`, filled with `words`."""
    document = case.draft.document
    expected = suggestions[0] if suggestions else ""
    told = {"found": document.prose(span), "expected": expected, **words}
    place = evidence[0].place if evidence else ""
    message, brief = (_worded(rule, fault, told, where) for where in (_where(evidence), place))
    severity = case.settings.severities.get(rule.id, rule.severity)
    # What markup stands in cannot be replaced unseen.
    is_plain = " ".join(span.of(document.text).split()) == document.prose(span)
    fix = rule.fix if is_plain else FixSafety.OFFER
    return Finding(rule.id, severity, message, document, span, suggestions, fix, evidence, brief)


def _worded(rule: Rule, fault: str, told: Mapping[str, object], where: str) -> str:
    message = rule.messages.get(fault, rule.message)
    return " ".join(message.format(**(dict.fromkeys(WORDS, "") | {"where": where, **told})).split())


def _where(evidence: tuple[Evidence, ...]) -> str:
    """Where the first passage stands and how it reads: "seeds/visit.txt:14: “…”"; empty without one."""
    if not evidence:
        return ""
    document, span = evidence[0].document, evidence[0].span
    return f"{document.path}:{document.position(span.start).line}: “{document.passage(span, _MOST_TOLD)}”"


def told_again(found: Finding, before: Finding) -> Finding:
    """A finding that has moved in its draft with the rest of its words, in which the place of its passage is told."""
    first = found.evidence[:1]
    if not first or first[0].document is not found.document:
        return found
    message = found.message.replace(_where(before.evidence), _where(found.evidence), 1)
    return replace(found, message=message, brief=found.brief.replace(before.evidence[0].place, first[0].place, 1))
