"""What an acronym is said to stand for, set against what it does stand for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from factlint.extract.mentions import is_ordinary
from factlint.kept import kept
from factlint.model import Evidence, Slot, Stance, Statement
from factlint.text import Span
from factlint.values.acronym import (
    Difference,
    Expansion,
    Gloss,
    content,
    difference,
    is_small,
    reading_cost,
    same_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from factlint.case import Case
    from factlint.extract.account import Account
    from factlint.index import Index
    from factlint.lexicon import Lexicon
    from factlint.text import Document

# Of fewer words than the long form two are a short name ("Chief Executive"); three are rather the name itself.
_LEAST_WORDS = 3


class LongForm(Struct, frozen=True):
    """The words that an acronym stands for, the acronym as written, and where that is said, place by place.

    `is_spelled` is false for an acronym in other letters, as of a name in another language: others may translate it
    otherwise. `is_plain` where its letters are the initials.
    """

    words: tuple[str, ...]
    short: str
    key: str
    is_spelled: bool
    is_plain: bool
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> int:
        """In how many places it is said."""
        return len(self.evidence)


class Slip(Struct, frozen=True):
    """Words of a gloss, a range of its words, in which it differs from a long form; `expected` is right there."""

    wrong: range
    expected: str


def gloss_of(statement: Statement) -> Gloss:
    """The gloss that a statement about an expansion holds."""
    assert isinstance(statement.value, Gloss)
    return statement.value


def span_of(statement: Statement, first: Span, last: Span) -> Span:
    """The span of the file from one place in the prose of the statement's block to the end of another."""
    block = statement.document.block_at(statement.span.start)
    assert block is not None
    return block.file_span(Span(first.start, last.end))


def span_of_words(statement: Statement, numbers: range) -> Span:
    """Where some words of a statement's gloss stand in the file."""
    spans = gloss_of(statement).spans
    return span_of(statement, spans[numbers.start], spans[numbers.stop - 1])


def short_of(statement: Statement) -> Span:
    """Where the acronym of a statement's gloss stands in the file."""
    short = gloss_of(statement).short
    return span_of(statement, short, short)


def name_of(gloss: Gloss) -> tuple[str, ...]:
    """The words of a gloss that surely belong together."""
    return gloss.words[gloss.name.start : gloss.name.stop]


def long_form_of(statement: Statement, lexicon: Lexicon) -> LongForm | None:
    """What a statement expands its acronym to; None where its words may be anything else.

    They are an expansion where the acronym's letters are read off them, or where they are the name of a body.
    """
    gloss, small = gloss_of(statement), lexicon.passed_over
    words = name_of(gloss)
    is_body = any(word.casefold() in lexicon.organisation_heads for word in words)
    is_spelled = isinstance(gloss, Expansion)
    is_plain = isinstance(gloss, Expansion) and gloss.is_plain
    if not content(words, small) or not (is_spelled or is_body):
        return None
    said = span_of_words(statement, gloss.name)
    short = short_of(statement).of(statement.document.text)
    return LongForm(words, short, gloss.key, is_spelled, is_plain, (Evidence(statement.document, said),))


def is_own_word(statement: Statement) -> bool:
    """True where the draft itself expands the acronym: in nobody's mouth and not in jest."""
    return statement.stance is not Stance.QUOTED and not gloss_of(statement).is_scared


def is_contrasted(statement: Statement, words: Sequence[str], draft: Account) -> bool:
    """True where the same sentence has the acronym stand for these words too: it speaks of two bodies."""
    glosses = [other.value for other in draft.beside(statement) if isinstance(other.value, Gloss)]
    small = draft.lexicon.passed_over
    return any(other.key == gloss_of(statement).key and says(other, words, small) for other in glosses)


def says(gloss: Gloss, words: Sequence[str], small: Set[str]) -> bool:
    """True where the gloss has these words somewhere among its own, one after the other."""
    here = range(len(gloss.words))
    return any(
        difference(gloss.words[start:stop], words, small) is None
        for start in here
        for stop in range(start + 1, len(here) + 1)
    )


def slip(gloss: Gloss, known: LongForm, lexicon: Lexicon) -> Slip | None:
    """Where a gloss that must mean a known long form differs from it; None where it may mean something else."""
    small = lexicon.passed_over
    near = _nearest(gloss, known, lexicon) if known.is_spelled else None
    if near is None:
        return None
    candidate, found = near
    mine = gloss.words[candidate.start : candidate.stop]
    if not _is_meant(gloss, mine, found, known, lexicon):
        return None
    return _marked(candidate, mine, found, known, small)


def _nearest(gloss: Gloss, known: LongForm, lexicon: Lexicon) -> tuple[range, Difference] | None:
    """The words next to the acronym that share most with the long form, and how they differ."""
    small = lexicon.passed_over
    count = len(gloss.words)
    ranges = [range(n, count) for n in range(count)] if gloss.is_before else [range(n) for n in range(1, count + 1)]
    options = []
    for candidate in ranges:
        outer = gloss.words[candidate[0] if gloss.is_before else candidate[-1]]
        mine = gloss.words[candidate.start : candidate.stop]
        if is_small(outer, small) or _has_other_owner(mine, known.words, lexicon):
            continue
        found = difference(mine, known.words, small)
        if found is None:
            return None
        wrong = len(content([mine[n] for n in found.wrong], small))
        right = len(content([known.words[n] for n in found.right], small))
        belongs = _belongs(gloss, candidate)
        options.append((found.shared, -max(wrong, right), belongs, len(candidate) if belongs else 0, candidate, found))
    if not options:
        return None
    *_, candidate, found = max(options, key=lambda option: option[:4])
    return candidate, found


def _has_other_owner(words: Sequence[str], known: Sequence[str], lexicon: Lexicon) -> bool:
    """True where somebody named whom the long form does not name owns what follows: "Iran's Guards"."""
    owners = [word for word in words if word.endswith("'s") and not is_ordinary(word[:-2].casefold(), lexicon)]
    return any(not any(same_word(owner, word) for word in known) for owner in owners)


def _belongs(gloss: Gloss, candidate: range) -> bool:
    """True where a candidate's outermost word is one of the expansion by its capital or initial."""
    outer = candidate[0] if gloss.is_before else candidate[-1]
    word = gloss.words[outer]
    return outer in gloss.name or (gloss.is_before and word[0].casefold() == gloss.key[0])


def _is_meant(gloss: Gloss, mine: Sequence[str], found: Difference, known: LongForm, lexicon: Lexicon) -> bool:
    """True where words that differ from a long form can only be a slip for it."""
    small = lexicon.passed_over
    wrong = content([mine[number] for number in found.wrong], small)
    right = content([known.words[number] for number in found.right], small)
    said, meant = content(mine, small), content(known.words, small)
    cost = reading_cost(gloss.key, mine, small)
    is_spelled = cost is not None and cost <= len(gloss.key)
    if 2 * found.shared < max(len(said), len(meant)) or (found.shared < 2 and is_spelled):
        return False
    if len(wrong) == len(said):
        return False
    if _are_of_two_countries(wrong, right, lexicon) and is_spelled:
        return False
    if cost != 0 and _is_lower(said) and not _is_lower(meant):
        return False
    if not right and _is_lower(said):
        return False
    if is_spelled and _is_common_noun_of_name(said[-1], meant[-1]):
        return False
    if _is_cut_short(said, meant, wrong, right, gloss.key):
        return False
    return is_spelled or not _is_other_thing(said, meant, lexicon)


def _are_of_two_countries(wrong: Sequence[str], right: Sequence[str], lexicon: Lexicon) -> bool:
    """True where two countries, or their people, are all that differs: each has such a body."""
    known = [lexicon.countries.keys() | lexicon.demonyms.keys(), lexicon.places]
    sides = [" ".join(words).casefold() for words in (wrong, right)]
    return all(any(side in table for table in known) for side in sides)


def _is_common_noun_of_name(said: str, meant: str) -> bool:
    """True where one of two last words is a name's and the other a plain noun: an Organization is no officer."""
    return not same_word(said, meant) and said[0].isupper() != meant[0].isupper()


def _is_lower(words: Sequence[str]) -> bool:
    return sum(word[0].islower() for word in words) * 2 > len(words)


def _is_cut_short(
    said: Sequence[str], meant: Sequence[str], wrong: Sequence[str], right: Sequence[str], key: str
) -> bool:
    """True for a short name in common use: words of the long form left off at its ends ("the Health Organization")."""
    if len(said) >= len(meant):
        return False
    if len(said) < _LEAST_WORDS or (said[0][0].casefold() != key[0] and not same_word(said[0], meant[0])):
        return True
    is_end_off = not wrong and same_word(said[-1], meant[len(said) - 1])
    return is_end_off and len(right) > 1


def _is_other_thing(said: Sequence[str], meant: Sequence[str], lexicon: Lexicon) -> bool:
    """True where the last word makes no body of what is one: "the World Health Report" of an organisation."""
    heads = lexicon.organisation_heads
    last, other = said[-1].casefold(), meant[-1].casefold()
    return not same_word(last, other) and other in heads and last not in heads


def _marked(candidate: range, mine: Sequence[str], found: Difference, known: LongForm, small: Set[str]) -> Slip:
    """The differing words and the right ones; a word too many or too few with the word before it."""
    wrong, right = found.wrong, found.right
    if not wrong or not right:
        wrong, right = _with_neighbour(wrong, mine, small), _with_neighbour(right, known.words, small)
    expected = [known.words[number] for number in right]
    place = range(candidate.start + wrong.start, candidate.start + wrong.stop)
    right_words = " ".join(_cased(word, mine, known.words) for word in expected)
    # What the whole body owns stays its own: "the Agency's (ESA) probe".
    return Slip(place, right_words + "'s" * (wrong.stop == len(mine) and mine[-1].endswith("'s")))


def _with_neighbour(run: range, words: Sequence[str], small: Set[str]) -> range:
    """The run with the telling word before it, or behind it where it begins the words."""
    before = [number for number in range(run.start) if not is_small(words[number], small)]
    if before:
        return range(before[-1], max(run.stop, before[-1] + 1))
    behind = (number for number in range(run.stop, len(words)) if not is_small(words[number], small))
    return range(run.start, next(behind, len(words) - 1) + 1)


def _cased(word: str, mine: Sequence[str], theirs: Sequence[str]) -> str:
    """A word of `theirs` in lower or title case where that is how `mine` writes the words that both have."""
    pairs = [(one, other) for one in mine for other in theirs if same_word(one, other) and one.lower() != one.upper()]
    lowered = sum(one[0].islower() and other[0].isupper() for one, other in pairs)
    raised = sum(one[0].isupper() and other[0].islower() for one, other in pairs)
    if 2 * lowered > len(pairs) and not word.isupper():
        return word.lower()
    return word[0].upper() + word[1:] if 2 * raised > len(pairs) else word


def known_forms(case: Case) -> Mapping[str, Sequence[LongForm]]:
    """What the sources expand each acronym to, what most of them say first."""
    return _known_forms(case.index, case.draft.lexicon)


@kept
def _known_forms(index: Index, lexicon: Lexicon) -> Mapping[str, Sequence[LongForm]]:
    found: dict[str, list[LongForm]] = defaultdict(list)
    for account in index.accounts:
        for form in _forms_of(account, lexicon):
            found[form.key].append(form)
    return {key: merged(forms, lexicon.passed_over) for key, forms in found.items()}


@kept
def _forms_of(account: Account, lexicon: Lexicon) -> Sequence[LongForm]:
    """The long forms that a source gives."""
    said = (statement for statement in account.about(Slot.EXPANSION) if statement.is_held)
    forms = (long_form_of(statement, lexicon) for statement in said)
    return [form for form in forms if form is not None]


def merged(forms: Iterable[LongForm], small: Set[str]) -> tuple[LongForm, ...]:
    """Long forms of one acronym with those that are one put together, those said in most documents first."""
    return tuple(sorted(map(_joined, grouped(forms, small)), key=lambda form: -form.weight))


def grouped(forms: Iterable[LongForm], small: Set[str]) -> list[list[LongForm]]:
    """Long forms of one acronym by what they are, in the order in which they come."""
    groups: list[list[LongForm]] = []
    for form in forms:
        home = next((group for group in groups if difference(form.words, group[0].words, small) is None), None)
        if home is None:
            groups.append([form])
        else:
            home.append(form)
    return groups


def _joined(group: Sequence[LongForm]) -> LongForm:
    first: dict[Document, Evidence] = {}
    for form in group:
        for evidence in form.evidence:
            first.setdefault(evidence.document, evidence)
    return LongForm(
        group[0].words, group[0].short, group[0].key, group[0].is_spelled, group[0].is_plain, tuple(first.values())
    )
