"""What a writer may be about to write at a place of a draft: names of the sources, and words that they quote."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from factlint.before_cursor import Opened, closing_mark, is_within_word, opened_quotation, words_before
from factlint.catalogue import Catalogue, Known, Quoted, catalogue
from factlint.identity import fold
from factlint.model import Slot
from factlint.prefixes import keys_of, plain
from factlint.right_name import full_name, short_name
from factlint.text import Span
from factlint.values.ascii import in_ascii
from factlint.values.quote import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from factlint.case import Case
    from factlint.index import Entity
    from factlint.text import Document
    from factlint.values.quote import QuotedWord

_MOST_NAMES, _MOST_QUOTATIONS, _MOST_UNASKED = 60, 30, 20
# Fewer small letters may become any word, or are an acronym by chance; fewer within a quotation find too many.
_LEAST_SMALL, _LEAST_WHOLE, _LEAST_WITHIN = 3, 4, 4
_MOST_TYPED = 12
# With fewer words left a quotation is not worth being offered.
_LEAST_LEFT = 3
# What may stand before a word that has not been begun.
_OPENING = " \t\u00a0\r\n([{—–-/*_"


class Offer(Struct, frozen=True):
    """A text to put in place of `span` of the draft, and whom or what it is.

    `typed_as` begins as what stands there now and goes on as the offer does: editors go by it as the writer types on.
    """

    text: str
    span: Span
    typed_as: str
    entry: Known | Quoted


class Offers(Struct, frozen=True):
    """Offers, best first; `is_whole` where typing on can only leave fewer of them."""

    offers: tuple[Offer, ...]
    is_whole: bool


class _Typed(NamedTuple):
    """The words before the cursor, each with its place; the words of a name may begin as one of the keys says."""

    words: tuple[tuple[str, Span], ...]
    keys: frozenset[str] = frozenset()

    @property
    def last(self) -> str:
        return self.words[-1][0]


def offers_at(case: Case, offset: int, *, is_asked: bool) -> Offers:
    """The offers at a code point offset of the draft; where no word is begun only if the writer has asked.

    None are made within a word, outside of the prose, or where small letters may become an ordinary word.
    """
    document, known = case.draft.document, catalogue(case.index)
    if is_within_word(document.text, offset) or not _is_prose(document, offset):
        return Offers((), is_whole=True)
    opened = opened_quotation(document.text, offset)
    quotations = tuple(_quotations(case, known, opened, offset)) if opened else ()
    names = _names(case, known, offset, is_asked=is_asked and not (opened and opened.start == offset))
    return Offers((*quotations, *names.offers), is_whole=names.is_whole and opened is None)


def _is_prose(document: Document, offset: int) -> bool:
    """False where the last word or number before the cursor, on its line, was not read as prose."""
    line = document.line_starts[document.position(offset).line - 1]
    last = next((at for at in range(offset - 1, line - 1, -1) if document.text[at].isalnum()), None)
    if last is None:
        return True
    block = document.block_at(last)
    return block is not None and block.has_read(last) and bool(document.prose(Span(last, last + 1)))


def _names(case: Case, known: Catalogue, offset: int, *, is_asked: bool) -> Offers:
    typed = _Typed(words_before(case.draft.document.text, offset))
    if not typed.words:
        is_free = not case.draft.document.text[max(0, offset - 1) : offset].strip(_OPENING)
        return _best_known(case, known, offset) if is_asked and is_free else Offers((), is_whole=True)
    if _may_be_plain(typed.last, known):
        return Offers((), is_whole=False)
    # What may be an ordinary word is not taken for a slip.
    alike = known.beginnings_like(typed.last) if not known.is_plain_word(typed.last) else frozenset()
    exact = known.names_with(typed.last)
    near = known.names_beginning(alike) - exact
    introduced = _introduced(case, typed.words[-1][1].start)
    offers = _once(
        [
            offer
            for keys, numbers in ((frozenset({plain(typed.last)}), exact), (alike, near))
            for number in sorted(numbers)
            for offer in _of_name(known.names[number], typed._replace(keys=keys), case.settings.prefer, introduced)
        ]
    )
    # A further letter may bring what is spelled nearly so.
    return Offers(offers[:_MOST_NAMES], is_whole=False)


def _may_be_plain(word: str, known: Catalogue) -> bool:
    """True for small letters that may become an ordinary word, rather than being a whole word of a name."""
    if not word[0].islower():
        return False
    is_whole = len(word) >= _LEAST_WHOLE and known.is_name_word(word)
    return len(word) < _LEAST_SMALL or known.is_plain_word(word) or (known.is_plain(word) and not is_whole)


def _best_known(case: Case, known: Catalogue, offset: int) -> Offers:
    here = Span(offset, offset)
    names = ((one, full_name(one.entity, case.settings.prefer)) for one in known.names[:_MOST_UNASKED])
    return Offers(tuple(Offer(name, here, name, one) for one, name in names), is_whole=False)


def _of_name(known: Known, typed: _Typed, prefer: Mapping[str, str], introduced: Set[Entity]) -> Iterator[Offer]:
    """The whole name, and the surname where no word before it was typed: that one first after the whole."""
    whole, short = full_name(known.entity, prefer), short_name(known.entity, prefer)
    words = whole.split()
    at, before = _aligned(words, typed, known.entity)
    start = typed.words[-1 - before][1].start
    span = Span(start, typed.words[-1][1].end)
    written = " ".join(word for word, _ in typed.words[len(typed.words) - 1 - before :])
    offers = [Offer(whole, span, _typed_as(written, words[at - before :] if at is not None else ()), known)]
    # At the last word, or where another form of it is begun.
    if short is not None and not before and (at is None or at > 0) and _begins(typed, short, known.entity):
        offers.append(Offer(short, span, _typed_as(written, (short,)), known))
    yield from reversed(offers) if known.entity in introduced else offers


def _aligned(words: Sequence[str], typed: _Typed, entity: Entity) -> tuple[int | None, int]:
    """Which word of a name is begun, None for one of another form of it; and how many words before it were typed."""
    found: tuple[int | None, int] = (None, 0)
    for at, word in enumerate(words):
        if not _begins(typed, word, entity):
            continue
        pairs = zip(reversed(words[:at]), (each for each, _ in reversed(typed.words[:-1])), strict=False)
        before = 0
        for mine, theirs in pairs:
            if plain(mine) != plain(theirs):
                break
            before += 1
        if found[0] is None or before > found[1]:
            found = (at, before)
    return found


def _begins(typed: _Typed, word: str, entity: Entity) -> bool:
    """True where a word of a name, in one of its spellings, begins as was typed."""
    spellings = (word, *(usage.written for usage in entity.spellings(fold(word))))
    return any(key.startswith(begun) for each in spellings for key in keys_of(each) for begun in typed.keys)


def _typed_as(written: str, words: Sequence[str]) -> str:
    """What was typed, gone on with as the words go on; what was typed alone where they begin otherwise."""
    whole = " ".join(words)
    if whole.casefold().startswith(written.casefold()):
        return whole
    bare = in_ascii(whole)
    return written + bare[len(written) :] if bare.casefold().startswith(in_ascii(written).casefold()) else written


def _once(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    found: dict[tuple[str, Span], Offer] = {}
    for offer in offers:
        found.setdefault((offer.text, offer.span), offer)
    return tuple(found.values())


def _introduced(case: Case, offset: int) -> frozenset[Entity]:
    """Who has been named in full before an offset."""
    named = (said for said in case.draft.about(Slot.NAME) if said.span.end < offset and _is_full(case, said.span))
    identities = (case.identities.get(said.span) for said in named)
    return frozenset(identity.entity for identity in identities if identity is not None)


def _is_full(case: Case, span: Span) -> bool:
    return " " in case.draft.document.prose(span)


def _quotations(case: Case, known: Catalogue, opened: Opened, offset: int) -> Iterator[Offer]:
    """What the sources quote in these words, from where they begin; first what those say whom the paragraph names."""
    text = case.draft.document.text
    written = text[opened.start : offset]
    typed = words_of(written)
    if len(typed) > _MOST_TYPED:
        return
    choices = [known.quotations_with(word.folded) for word in typed]
    numbers = frozenset.intersection(*choices) if choices else range(len(known.quotations))
    begun = ((known.quotations[each], _begun_at(known.quotations[each], typed, written)) for each in sorted(numbers))
    close, named = closing_mark(opened, text, offset), _named_near(case, offset)
    found = [(quoted, at) for quoted, at in begun if at is not None]
    found.sort(key=lambda one: (one[0].speaker not in named, one[1] > 0))
    for quoted, at in islice(found, _MOST_QUOTATIONS):
        yield Offer(
            quoted.text[at:] + close, Span(opened.start, offset), _typed_as(written, (quoted.text[at:],)), quoted
        )


def _begun_at(quoted: Quoted, typed: Sequence[QuotedWord], written: str) -> int | None:
    """Where in a quotation the typed words stand together, as an offset; None where they do not."""
    if not typed:
        return 0
    words = words_of(quoted.text)
    is_open = written[-1].isalnum()
    for at in range(min(len(words) - len(typed), len(words) - _LEAST_LEFT) + 1):
        run = words[at : at + len(typed)]
        last = plain(run[-1].folded)
        is_last = last.startswith(plain(typed[-1].folded)) if is_open else last == plain(typed[-1].folded)
        is_run = is_last and all(plain(a.folded) == plain(b.folded) for a, b in zip(run[:-1], typed, strict=False))
        if is_run and (at == 0 or len(typed) > 1 or len(typed[0].folded) >= _LEAST_WITHIN):
            return 0 if at == 0 else run[0].start
    return None


def _named_near(case: Case, offset: int) -> frozenset[Entity]:
    """Whom the paragraph names, before the cursor or behind it."""
    block = case.draft.document.block_at(max(0, offset - 1)) or case.draft.document.block_at(offset)
    if block is None:
        return frozenset()
    around = Span(block.runs[0].file, block.runs[-1].file_end)
    return frozenset(each.entity for span, each in case.identities.items() if around.contains(span))
