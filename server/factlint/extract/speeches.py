"""What is spoken in one block, in quotation marks, behind a colon or reported, and by whom as far as it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.attribution import answer, asks_for_speaker, before, behind, credited, signature, signed
from factlint.extract.speakers import Clauses, Speech, Voice
from factlint.text import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.extract.quotations import Quoted

# How many tokens may stand between a verb of speech and the colon that it leads to ("said in reply:").
_NEAR_COLON = 4
# How long the name of a transcript's speaker may be with its titles ("The Chairman, Ola Berg:").
_LONGEST_LABEL = 10
_CLOSING = frozenset({"”", "»"})
_MARKS = _CLOSING | {"“", "«", "„", '"'}


class Focus(Struct, frozen=True):
    """One sentence as what a later pronoun may refer to: its subject, and everybody named in it, subjects first."""

    sentence: range
    subject: Voice | None
    people: tuple[Voice, ...]


class Spoken(Struct, frozen=True):
    """All speech of a block, the focus of each sentence, whom its end leads over to, and whom it signs for.

    `closes` is the token of a mark that closes a quotation of an earlier block; `answer` is whom the first sentence
    names and no more.
    """

    speeches: tuple[Speech, ...] = ()
    focuses: tuple[Focus, ...] = ()
    lead: Voice | None = None
    signature: Voice | None = None
    closes: int | None = None
    answer: Voice | None = None


def find_spoken(clauses: Clauses, kind: BlockKind) -> Spoken:
    """What is spoken in the block; quotations come first, then what is spoken without marks."""
    items = clauses.cast.tokens.items
    if not items or kind is BlockKind.ROW:
        return Spoken()
    quoted = tuple(_quoted(clauses, kind))
    led = tuple(_led(clauses)) if not quoted else tuple(_led_sentences(clauses))
    reported = tuple(_reported(clauses))
    lead = None
    if items[-1].text == ":":
        sentence = clauses.cast.tokens.sentences[-1]
        lead = before(clauses, range(sentence.start, sentence.stop - 1), is_led=True)
    speeches = (*quoted, *led, *reported)
    return Spoken(
        speeches, tuple(_focuses(clauses, speeches)), lead, signature(clauses, 0), _closes(clauses), answer(clauses, 0)
    )


def _closes(clauses: Clauses) -> int | None:
    """The first quotation mark of the block where it is a closing one."""
    marks = (number for number, item in enumerate(clauses.cast.tokens.items) if item.text in _MARKS)
    first = next(marks, None)
    return first if first and clauses.cast.tokens.items[first].text in _CLOSING else None


def _quoted(clauses: Clauses, kind: BlockKind) -> Iterator[Speech]:
    previous: Speech | None = None
    quotations = clauses.quotations
    for number, quoted in enumerate(quotations):
        stop = quotations[number + 1].start - 1 if number + 1 < len(quotations) else len(clauses.cast.tokens.items)
        speech = _attributed(clauses, quoted, previous, stop)
        signer = signed(clauses, kind)
        if quoted.start == 0 and signer is not None:
            speech = replace(speech, voices=(signer[1],))
        previous = speech
        yield speech


def _attributed(clauses: Clauses, quoted: Quoted, previous: Speech | None, stop: int) -> Speech:
    """A quotation with whom the words behind it, before it or around it give it to."""
    tokens = clauses.cast.tokens
    floor = previous.end + 1 if previous else 0
    mark = max(quoted.start - 1, 0)
    sentence = tokens.sentence_of(mark)
    tokens_before = range(max(floor, sentence.start), mark)
    is_led = bool(tokens_before) and tokens.items[mark - 1].text == ":"
    leading = before(clauses, tokens_before, is_led=is_led)
    is_fragment = tokens.items[quoted.end - 1].is_word and bool(clauses.verbs_in(tokens_before))
    voice = leading if is_fragment and leading else behind(clauses, quoted, stop) or leading
    speech = Speech(quoted.start, quoted.end, is_quoted=True, voices=(voice,) if voice else ())
    if voice is not None:
        return speech
    if asks_for_speaker(clauses, quoted, tokens_before):
        found = answer(clauses, tokens.sentence_of(quoted.end - 1).stop)
        return replace(speech, voices=(found,)) if found else replace(speech, is_asked=True)
    if clauses.verbs_in(tokens_before):
        return speech
    source = credited(clauses, quoted)
    if source is not None:
        return replace(speech, voices=(source,))
    if previous and (_runs_on(clauses, previous, quoted) or _goes_on(clauses, tokens_before, floor)):
        return replace(speech, voices=previous.voices, is_carried=previous.is_carried)
    whole = tokens.sentence_of(quoted.start)
    around = clauses.verbs_in(whole)
    speaker = clauses.subject(around[0]) if len(around) == 1 and clauses.is_own(around[0]) else None
    if speaker is not None:
        return replace(speech, voices=(speaker,))
    is_alone = not around and not tokens_before and floor == 0 and mark == 0
    return replace(speech, is_carried=is_alone)


def _goes_on(clauses: Clauses, between: range, floor: int) -> bool:
    """True where a sentence goes on from one quotation to the next with nobody else for its subject."""
    is_within = bool(between) and clauses.cast.tokens.sentence_of(floor).start < floor
    return is_within and between.start == floor and clauses.opening(between) is None


def _runs_on(clauses: Clauses, previous: Speech, quoted: Quoted) -> bool:
    """True where only who speaks stands between two quotations, so that the second goes on from the first."""
    tokens = clauses.cast.tokens
    between = range(previous.end + 1, quoted.start - 1)
    if not between:
        return True
    return between.stop == tokens.sentence_of(between.start).stop and tokens.sentence_of(between[-1]) == (
        tokens.sentence_of(between.start)
    )


def _led(clauses: Clauses) -> Iterator[Speech]:
    """Words without quotation marks behind "X says:" or behind a transcript's "X:", to the end of the block."""
    tokens = clauses.cast.tokens
    for sentence in tokens.sentences:
        for number in range(sentence.start + 1, sentence.stop - 1):
            if tokens.items[number].text != ":":
                continue
            lead = range(sentence.start, number)
            verbs = clauses.verbs_in(lead)
            is_near = bool(verbs) and number - verbs[-1] <= _NEAR_COLON
            is_label = sentence.start == 0 and len(lead) <= _LONGEST_LABEL and not verbs
            voice = before(clauses, lead, is_led=False) if is_near else None
            if is_label:
                opening = clauses.opening(lead)
                voice = opening if opening and opening.name is not None and opening.start == 0 else None
            if voice is not None:
                yield Speech(number + 1, len(tokens.items), is_quoted=True, voices=(voice,))
                return


def _led_sentences(clauses: Clauses) -> Iterator[Speech]:
    """Sentences without quotation marks behind "X says:" in a block that has marks elsewhere."""
    tokens = clauses.cast.tokens
    for sentence in tokens.sentences:
        for number in range(sentence.start + 1, sentence.stop - 1):
            lead = range(sentence.start, number)
            if tokens.items[number].text != ":" or not tokens.items[number + 1].is_capital:
                continue
            verbs = clauses.verbs_in(lead)
            is_near = bool(verbs) and number - verbs[-1] <= _NEAR_COLON
            voice = before(clauses, lead, is_led=False) if is_near else None
            if voice is not None:
                yield Speech(number + 1, sentence.stop, is_quoted=True, voices=(voice,))
            break


def _reported(clauses: Clauses) -> Iterator[Speech]:
    """Sentences with verbs of speech; nobody is their speaker where one of the verbs has no sure subject."""
    for sentence in clauses.cast.tokens.sentences:
        verbs = clauses.verbs_in(sentence)
        source = clauses.source_in(sentence)
        if not verbs and source is None:
            continue
        subjects = [_inverted(clauses, verb, sentence) or clauses.subject(verb) for verb in verbs]
        voices = [*subjects, source] if source else subjects
        known = tuple(dict.fromkeys(voice for voice in voices if voice is not None))
        yield Speech(sentence.start, sentence.stop, is_quoted=False, voices=known if None not in voices else ())


def _inverted(clauses: Clauses, verb: int, sentence: range) -> Voice | None:
    """The subject behind its verb: "..., said X"."""
    items = clauses.cast.tokens.items
    is_behind_mark = verb > sentence.start and not items[verb - 1].is_word
    return clauses.phrase_from(verb + 1, sentence.stop) if is_behind_mark else None


def _focuses(clauses: Clauses, speeches: tuple[Speech, ...]) -> Iterator[Focus]:
    voices = [voice for speech in speeches for voice in speech.voices[:1]]
    for sentence in clauses.cast.tokens.sentences:
        spoken = next((voice for voice in voices if voice.start in sentence), None)
        people = tuple(sorted(clauses.people_in(sentence), key=lambda person: not clauses.is_subject(person)))
        yield Focus(sentence, spoken or clauses.opening(sentence), people)
