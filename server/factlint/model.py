"""What the checker talks about: statements, claims and facts, verdicts, evidence, findings."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.text import Document, Span
    from factlint.values import Value
    from factlint.values.date import DateRange
    from factlint.values.name import Name

_MOST_EVIDENCE = 3


class Slot(StrEnum):
    """The checkable part of a statement."""

    NAME = "name"
    OFFICE = "office"
    RELATIVE = "relative"
    POST = "post"
    RANK = "rank"
    TITLE = "title"
    AGE = "age"
    DATE = "date"
    WEEKDAY = "weekday"
    DISTANCE = "distance"
    NUMBER = "number"
    SCORE = "score"
    IDENTIFIER = "identifier"
    VERSION = "version"
    EXPANSION = "expansion"
    QUOTATION = "quotation"
    PLACE = "place"
    ORGANISATION = "organisation"


class Stance(StrEnum):
    """How a document stands to what it states."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"
    CORRECTED = "corrected"
    QUOTED = "quoted"


class Severity(StrEnum):
    """How loud a finding is, loudest first."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"

    @property
    def loudness(self) -> int:
        """3 for an error down to 0 for a hint."""
        return len(Severity) - 1 - list(Severity).index(self)


class FixSafety(StrEnum):
    """Whether a fix may be applied unseen (`safe`) or only by a person (`offer`)."""

    SAFE = "safe"
    OFFER = "offer"


class Mention(Struct, frozen=True):
    """A name where it stands in a file: the value of a statement about a name.

    `words` are the places of the words of `name`, one each; `is_titled` where a rank, honorific or office stands
    before it; `is_weak` where only the start of a sentence or a line of capitals makes it look like a name.
    `introduction` and `description` are the folded words that introduce it: "my neighbour X", "X, a plumber".
    """

    name: Name
    words: tuple[Span, ...]
    is_titled: bool
    is_weak: bool
    introduction: frozenset[str] = frozenset()
    description: frozenset[str] = frozenset()


class Statement(Struct, frozen=True):
    """One thing that a document says.

    `subject` holds the candidates of whom or what it is about, best first, each the fullest name the document
    gives; `relation` the stems of the words that name the event or property, empty where the slot itself names
    it; `value` the checkable part as parsed; `period` when it holds, as far as the text tells; `speaker` who
    says it where the document puts it in somebody's mouth; `span` where the value stands in the file.
    """

    subject: tuple[Name, ...]
    relation: frozenset[str]
    slot: Slot
    value: Value
    stance: Stance
    speaker: Name | None
    period: DateRange | None
    span: Span
    document: Document

    def __hash__(self) -> int:
        # What stands where tells statements apart as well as all that they say, and is reckoned faster.
        return hash((self.document, self.span, self.slot))

    @property
    def is_held(self) -> bool:
        """True where the document itself says so: it neither denies nor corrects it."""
        return self.stance not in (Stance.CORRECTED, Stance.DENIED)


class Fact(Struct, frozen=True):
    """What a source says."""

    statement: Statement


class Claim(Struct, frozen=True):
    """What the draft says."""

    statement: Statement


class Evidence(Struct, frozen=True):
    """A passage that a finding rests on; `span` covers the telling words in the document."""

    document: Document
    span: Span

    @property
    def place(self) -> str:
        """Where the telling words begin, lines and columns from 1: "seeds/visit.txt:14:3"."""
        return _place(self.document, self.span)


def _place(document: Document, span: Span) -> str:
    position = document.position(span.start)
    return f"{document.path}:{position.line}:{position.column}"


def mention_of(said: Fact | Claim) -> Mention:
    """The mention that a fact or claim about a name holds."""
    value = said.statement.value
    assert isinstance(value, Mention)
    return value


def evidence_of(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """The words in which sources say it: of each source the first passage, of three sources at most."""
    first: dict[Document, Fact] = {}
    for fact in facts:
        first.setdefault(fact.statement.document, fact)
    chosen = list(first.values())[:_MOST_EVIDENCE]
    return tuple(Evidence(fact.statement.document, fact.statement.span) for fact in chosen)


class Finding(Struct, frozen=True):
    """One place where the draft says something else than its sources, or than itself.

    `span` is the smallest wrong run of words; each of `suggestions` replaces exactly that text, best first.
    `brief` is the message without the passage that it quotes, empty where it quotes none: see `without_passage`.
    """

    rule: str
    severity: Severity
    message: str
    document: Document
    span: Span
    suggestions: tuple[str, ...] = ()
    fix: FixSafety = FixSafety.OFFER
    evidence: tuple[Evidence, ...] = ()
    brief: str = ""

    @property
    def place(self) -> str:
        """Where the marked text begins, lines and columns from 1: "draft.md:3:19"."""
        return _place(self.document, self.span)

    @property
    def last(self) -> int:
        """The offset of the last marked character."""
        return max(self.span.start, self.span.end - 1)

    @property
    def without_passage(self) -> str:
        """The message with the place of the passage that it rests on, and none of the passage's words."""
        return self.brief or self.message

    @property
    def text(self) -> str:
        """The marked text, as the file has it."""
        return self.span.of(self.document.text)

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits for rule, text and passage: they survive edits elsewhere and another name of the file.

        Findings of one rule on the same words in the same passage have the same.
        """
        import hashlib  # noqa: PLC0415  only for the reports that name findings

        passage = " ".join(self.document.passage(self.span).split())
        key = "\x1f".join((self.rule, " ".join(self.text.split()), passage))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Standing(StrEnum):
    """How a claim of the draft stands with the sources."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"


class Verdict(Struct, frozen=True):
    """What the sources say of one checkable claim of the draft: how it stands, and the passages that show it.

    `slot` is None for a finding that marks no claim of its own, such as a list with too few items; `findings` are
    those that mark the claim or a part of it.
    """

    document: Document
    span: Span
    slot: Slot | None
    standing: Standing
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The words of the claim, as the file has them."""
        return self.span.of(self.document.text)


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


def _no_severities() -> Mapping[str, Severity]:
    return MappingProxyType({})


class Settings(Struct, frozen=True):
    """What the user decides about checking: spellings to prefer (written -> preferred), to accept, and severities.

    `aliases` are written names that stand for names of the sources (written -> meant) and are right as they are.
    """

    prefer: Mapping[str, str] = field(default_factory=_nothing)
    accept: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=_no_severities)
    aliases: Mapping[str, str] = field(default_factory=_nothing)
