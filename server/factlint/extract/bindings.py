"""Who in a block holds which office or rank: titles before names, appositions, "X is the ...", "X served as ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.clauses import Said, said_of
from factlint.extract.noun_phrases import phrase_start
from factlint.extract.office_parts import OfficeParts
from factlint.extract.openings import said_behind
from factlint.values.office import FORMER, PAST, exclude

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.extract.cast import Cast
    from factlint.extract.titles import Title
    from factlint.lexicon import Honorific, Rank
    from factlint.values.age import Age
    from factlint.values.office import Office

_ENDS_OF_APPOSITION = frozenset({",", ".", ")", ";", ":", "—", "–", "!", "?", "”", '"', "|"})
# How long a bracket behind an office is.
_LONGEST_BRACKET = 4


class Holding(Struct, frozen=True):
    """That a person holds an office or a rank, bears a title, is of an age, or is kin to somebody.

    `written` is a number into the block's names; `start` and `end` are the tokens that say so; `of` is the name that a
    kinship is to.
    """

    written: int
    value: Office | Rank | Honorific | Age
    start: int
    end: int
    of: int | None = None


def find_offices(cast: Cast) -> tuple[Holding, ...]:
    """Who holds the offices of a block."""
    return tuple(holding for chain in _chains(cast) for holding in _held(cast, chain))


def find_ranks(cast: Cast) -> tuple[Holding, ...]:
    """Who holds the ranks of a block: the names right behind, or the name that the rank is said of."""
    holdings = []
    for style in cast.styles:
        if style.rank is None:
            continue
        names = [name for name, _ in _names_behind(cast, style.end, style.is_plural)]
        if not names:
            said = said_of(cast, style.start, style.end) or said_behind(cast, style.start, style.end)
            names = list(said.names) if said else []
        holdings += [Holding(name, style.rank, style.start, style.end) for name in names]
    return tuple(holdings)


def _chains(cast: Cast) -> Iterator[list[Title]]:
    """The offices of a block, those together that one person has: "chairman, president and CEO"."""
    chain: list[Title] = []
    for title in cast.titles:
        if chain and not _is_joined(cast, chain[-1], title):
            yield chain
            chain = []
        chain.append(title)
    if chain:
        yield chain


def _is_joined(cast: Cast, first: Title, second: Title) -> bool:
    items, grammar = cast.tokens.items, cast.lexicon.grammar
    if second.start not in cast.tokens.sentence_of(first.start) or items[first.end - 1].is_possessive:
        return False
    between = [items[number] for number in _outside_brackets(cast, first.end, phrase_start(cast, second.start))]
    return bool(between) and all(
        item.folded in grammar["office_joiners"] | grammar["joining_adverbs"] for item in between
    )


def _outside_brackets(cast: Cast, start: int, end: int) -> Iterator[int]:
    number = start
    while number < end:
        if cast.tokens.items[number].text == "(" and number in cast.tokens.brackets:
            number = cast.tokens.brackets[number] + 1
            continue
        yield number
        number += 1


def _held(cast: Cast, chain: Sequence[Title]) -> Iterator[Holding]:
    """The holdings of offices in a row: all of those before, or of those behind, as their names stand."""
    chain = [title for title in chain if not _is_mere_calling(title)]
    if not chain or _is_possessor(cast, chain[-1].end):
        return
    first, last = chain[0], chain[-1]
    behind = _names_behind(cast, last.end, last.is_plural)
    said = said_of(cast, first.start, last.end)
    if behind:
        if said and len(chain) > 1:
            yield from _said_all(chain[:-1], said)
            joined: Sequence[Title] = [last]
        else:
            joined = _of_one_person(cast, chain)
        for name, origin in behind:
            yield from (_holding(chain, title, name, origin=origin) for title in joined)
        return
    if _goes_on(cast, last.end) or (first.office.head.is_relational and _is_bare(first)):
        return
    appointed = _appointed_before(cast, first)
    if appointed is not None:
        office = replace(first.office, body=frozenset(), kinds=frozenset(), qualifiers=first.office.qualifiers | {PAST})
        yield Holding(appointed, office, first.head_start, first.end)
        return
    if said:
        yield from _said_all(chain, said)
        return
    apposed = _name_apposed(cast, last)
    if apposed is not None:
        yield from (_holding(chain, title, apposed) for title in _of_one_person(cast, chain))
        return
    said = said_behind(cast, first.start, last.end)
    if said:
        yield from _said_all(chain, said)
        return
    labelled = _name_labelled(cast, first, last)
    if labelled is not None:
        yield from (_holding(chain, title, labelled) for title in chain)


def _is_possessor(cast: Cast, end: int) -> bool:
    """True for "the minister's" before what is the minister's; "vicar of St Anne's" says it all."""
    items = cast.tokens.items
    return items[end - 1].is_possessive and end < len(items) and items[end].is_word


def _is_bare(title: Title) -> bool:
    """True for an office that the text gives no ministry, country or body."""
    office = title.office
    return not (office.portfolios or office.country or office.body) and title.end == title.head_end


def _is_mere_calling(title: Title) -> bool:
    """True for a profession that the text gives no field, body or seniority: "the French engineer"."""
    office = title.office
    told = office.portfolios or office.body or office.speciality or office.seniority
    return office.head.is_calling and not told and title.end == title.head_end


def _appointed_before(cast: Cast, title: Title) -> int | None:
    """The person whose name reads like that of the office's body: "elected Xiu Chen chairman"."""
    name = cast.person_from(title.start)
    if name is None or cast.written[name].end != title.head_start or cast.is_possessive(name):
        return None
    before = cast.tokens.items[title.start - 1].folded if title.start else ""
    return name if before in cast.lexicon.grammar["appointing"] else None


def _goes_on(cast: Cast, end: int) -> bool:
    """True where more words in capitals follow at once: the office is another one ("Chief Market Leader")."""
    items = cast.tokens.items
    return end < len(items) and items[end].is_capital and items[end - 1].is_capital


def _said_all(chain: Sequence[Title], said: Said) -> Iterator[Holding]:
    for title in chain:
        for name in said.names:
            yield _holding(chain, title, name, said)


def _of_one_person(cast: Cast, chain: Sequence[Title]) -> Sequence[Title]:
    """The offices of a row before a name that are theirs: "chairman and CEO", not "the king and the queen"."""
    start = len(chain) - 1
    while start and _is_of_one_person(cast, chain[start - 1], chain[start]):
        start -= 1
    return chain[start:]


def _is_of_one_person(cast: Cast, first: Title, second: Title) -> bool:
    items, articles = cast.tokens.items, cast.lexicon.grammar["determiners"]
    before = items[first.start - 1].folded if first.start else ""
    joiners = items[first.end : second.start]
    has_article = before in cast.lexicon.grammar["articles"] or any(item.folded in articles for item in joiners)
    has_joiner = any(item.text in {"and", "&", "/"} for item in joiners)
    return has_joiner and not has_article and not exclude(first.office, second.office) and not first.is_plural


def _holding(
    chain: Sequence[Title],
    title: Title,
    name: int,
    said: Said | None = None,
    origin: OfficeParts | None = None,
) -> Holding:
    """One holding; an office without a body has that of the row ("chairman and chief executive of the Port Board")."""
    office = title.office
    if origin and not office.country and not office.body:
        office = _placed(office, origin.office(office.head))
    if not office.country and not office.body and not office.portfolios:
        others = [other.office for other in chain if other is not title and _shares_body(chain, other, title)]
        office = _placed(office, others[0]) if others else office
    if said and (said.is_past or said.is_over):
        office = replace(office, qualifiers=office.qualifiers | ({FORMER, PAST} if said.is_over else {PAST}))
    return Holding(name, office, title.start, title.end)


def _placed(office: Office, other: Office) -> Office:
    return replace(office, country=other.country, body=other.body, kinds=other.kinds)


def _shares_body(chain: Sequence[Title], other: Title, title: Title) -> bool:
    """True where the body named before the row's first office, or behind its last, is that of all."""
    is_before = other is chain[0] and other.start < other.head_start and other.start < title.start
    is_behind = other is chain[-1] and other.end > other.head_end and other.start > title.start
    return is_before or is_behind


def _names_behind(cast: Cast, token: int, is_plural: bool) -> list[tuple[int, OfficeParts]]:
    """The person named right behind an office or rank, with where they hold it ("Governor X of Y"); several people
    behind a plural ("Presidents A of Iran and B of Syria")."""
    items, found = cast.tokens.items, []
    if is_bracketed(cast, token):
        token += 1
    while (name := cast.person_from(token)) is not None:
        origin, end = OfficeParts(cast.lexicon), cast.written[name].end
        if end < len(items) and items[end].text == "of" and not cast.is_possessive(name):
            end = origin.take_complement(cast.tokens, end)
        found.append((name, origin))
        if not is_plural:
            break
        token = end
        while token < len(items) and items[token].text in {",", "and", "&"}:
            token += 1
        if token == end:
            break
    return found if not is_plural or len(found) > 1 else []


def is_bracketed(cast: Cast, end: int) -> bool:
    """True where a bracket closes before token `end` that opens a sentence or phrase: "(director) Ola Berg"."""
    items = cast.tokens.items
    if end >= len(items) or items[end].text != ")":
        return False
    opened = cast.tokens.brackets.get(end)
    return opened is not None and cast.person_to(opened) is None


def _name_apposed(cast: Cast, title: Title) -> int | None:
    """The name set behind an office between pauses: "the minister, Gen. X, ...", "head of the Board (HB), X.", and
    behind the colon of a list ("Treasurer: X")."""
    items, number = cast.tokens.items, title.end
    if number < len(items) and items[number].text == "(":
        inside = range(number, min(number + _LONGEST_BRACKET, len(items)))
        number = next((n + 1 for n in inside if items[n].text == ")"), number)
    if number >= len(items) or not _is_apposing(cast, title, number):
        return None
    name = cast.person_from(number + 1)
    if name is None or number + 1 not in cast.tokens.sentence_of(title.start):
        return None
    end = cast.written[name].end
    is_over = end == len(items) or items[end].text in _ENDS_OF_APPOSITION or _is_of_origin(cast, end)
    return name if is_over else None


def _name_labelled(cast: Cast, first: Title, last: Title) -> int | None:
    """The full name that begins a table cell or block which goes on in an office at once and ends in these:
    "Ola Berg President, Fisk Inc. and Treasurer |"."""
    items, start = cast.tokens.items, first.start
    if last.end < len(items) and items[last.end].text not in {"|", "("}:
        return None
    while start > 0 and items[start - 1].text != "|":
        start -= 1
    name = cast.person_from(start)
    if name is None or len(cast.written[name].name.words) == 1 or cast.is_possessive(name):
        return None
    is_led = any(title.start == cast.written[name].end for title in cast.titles)
    return name if is_led and items[first.start].is_capital else None


def _is_of_origin(cast: Cast, end: int) -> bool:
    """True for "of" between a person and where they are from: "the manager, Ola Berg of the Port Board, ..."."""
    items = cast.tokens.items
    return items[end].text in {"of", "from"} and not items[end - 1].is_possessive


def _is_apposing(cast: Cast, title: Title, number: int) -> bool:
    mark = cast.tokens.items[number].text
    if mark in {":", "|"}:
        start = phrase_start(cast, title.start)
        return start == cast.tokens.sentence_of(title.start).start
    return mark == ","
