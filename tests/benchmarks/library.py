"""A library of sources and a draft on them, as large as wanted; the same seed always gives the same texts."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

from benchmarks import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# One story to so many sources: as where several papers report of the same day.
_SOURCES_A_STORY = 4
_SENTENCES_A_PARAGRAPH = 4
_WORDS_A_PARAGRAPH = 70
# Of the draft's sentences, one in so many says something else than the sources.
_RIGHT_TO_WRONG = 12


@dataclass(frozen=True, slots=True)
class Library:
    """The texts of sources, a draft on what they tell, and sentences that go on with it, to be typed."""

    sources: tuple[str, ...]
    draft: str
    typed: tuple[str, ...]

    def write(self, folder: Path) -> Path:
        """Lays the sources into `folder`/seeds; the path of the draft, which is written too."""
        seeds = folder / "seeds"
        seeds.mkdir(parents=True)
        for number, text in enumerate(self.sources):
            (seeds / f"{number:04}.txt").write_text(text, "utf-8")
        draft = folder / "draft.md"
        draft.write_text(self.draft, "utf-8")
        return draft


@dataclass(frozen=True, slots=True)
class _Person:
    given: str
    surname: str
    rank: str
    office: str
    body: str

    @property
    def full(self) -> str:
        return f"{self.rank} {self.given} {self.surname}".lstrip()


@dataclass(frozen=True, slots=True)
class _Story:
    """What happened once: who did what, where, when, and with how many."""

    actor: _Person
    guest: _Person
    thing: str
    place: str
    day: int
    month: str
    year: int
    people: str
    crowd: int
    unit: str
    amount: int
    share: int
    said: str


def library(sources: int = 1000, words_each: int = 500, draft_words: int = 5000, seed: int = 1) -> Library:
    """A library with so many sources of so many words, and a draft of so many words on them."""
    chance = random.Random(seed)
    people = _people(chance, max(12, sources // 3))
    stories = [_story(chance, people) for _ in range(max(3, sources // _SOURCES_A_STORY))]
    told = cycle(stories)
    texts = tuple(_source(chance, next(told), stories, words_each) for _ in range(sources))
    draft = _text(partial(_drafted, chance, stories), draft_words)
    typed = tuple(_drafted(chance, stories) for _ in range(200))
    return Library(texts, f"# What the {len(stories)} stories come to\n\n{draft}", typed)


def _people(chance: random.Random, number: int) -> list[_Person]:
    names = [(start, end) for start in words.SURNAME_STARTS for end in words.SURNAME_ENDS]
    bodies = [
        f"{place} {subject.title()} {chance.choice(words.BODIES)}"
        for place in _places()[:40]
        for subject in chance.sample(words.SUBJECTS, 3)
    ]
    return [
        _Person(
            chance.choice(words.GIVEN),
            start + end,
            chance.choice(words.RANKS),
            chance.choice(words.OFFICES),
            chance.choice(bodies),
        )
        for start, end in chance.sample(names, min(number, len(names)))
    ]


def _places() -> list[str]:
    return [start + end for end in words.PLACE_ENDS for start in words.PLACE_STARTS]


def _story(chance: random.Random, people: list[_Person]) -> _Story:
    # A few people are in most stories, most people in a few.
    [actor] = chance.choices(people, [1 / (rank + 5) for rank in range(len(people))])
    guest = chance.choice([person for person in people if person is not actor])
    return _Story(
        actor=actor,
        guest=guest,
        thing=chance.choice(words.THINGS),
        place=chance.choice(_places()),
        day=chance.randint(1, 28),
        month=chance.choice(words.MONTHS),
        year=chance.randint(2009, 2023),
        people=chance.choice(words.PEOPLE),
        crowd=chance.randint(12, 4800),
        unit=chance.choice(words.UNITS),
        amount=chance.randint(3, 900),
        share=chance.randint(4, 96),
        said=f"We {chance.choice(words.VERBS)} the {_thing(chance)}, and {_remark(chance)}",
    )


def _source(chance: random.Random, story: _Story, stories: list[_Story], length: int) -> str:
    tellings = iter(chance.sample(_TELLINGS, len(_TELLINGS)))

    def sentence() -> str:
        draw = chance.random()
        telling = next(tellings, None) if draw < 0.5 else None
        if telling:
            return telling(story)
        return _telling(chance, chance.choice(stories)) if draw > 0.8 else _filler(chance)

    headline = f"{story.place.upper()}, {story.day} {story.month} {story.year}"
    return f"{headline}\n\n{_first(story)}\n\n{_text(sentence, length)}"


def _drafted(chance: random.Random, stories: list[_Story]) -> str:
    if chance.random() < 0.4:
        return _filler(chance)
    story = chance.choice(stories)
    sentence = _telling(chance, story)
    if chance.randrange(_RIGHT_TO_WRONG):
        return sentence
    wrong = chance.choice(
        [
            (story.actor.surname, story.actor.surname[:-2] + story.actor.surname[-1]),
            (str(story.crowd), str(story.crowd + 11)),
            (f"{story.day} {story.month}", f"{story.day % 28 + 1} {story.month}"),
        ]
    )
    return sentence.replace(*wrong)


def _text(sentence: Callable[[], str], length: int) -> str:
    """Paragraphs of about so many words together."""
    return "\n\n".join(_paragraphs(sentence, length)) + "\n"


def _paragraphs(sentence: Callable[[], str], length: int) -> Iterator[str]:
    while length > 0.5 * _WORDS_A_PARAGRAPH:
        paragraph = " ".join(sentence() for _ in range(_SENTENCES_A_PARAGRAPH))
        length -= len(paragraph.split())
        yield paragraph


def _telling(chance: random.Random, story: _Story) -> str:
    return chance.choice(_TELLINGS)(story)


def _first(story: _Story) -> str:
    actor = story.actor
    return (
        f"{actor.full}, {actor.office} of the {actor.body}, opened the {story.thing} in {story.place} on "
        f"{story.day} {story.month} {story.year}."
    )


_TELLINGS: tuple[Callable[[_Story], str], ...] = (
    _first,
    lambda s: f"{s.actor.surname} said: “{s.said}.”",
    lambda s: f"“{s.said},” {s.actor.given} {s.actor.surname} told reporters in {s.place}.",
    lambda s: f"Some {s.crowd} {s.people} came to {s.place} to see the {s.thing}.",
    lambda s: f"The {s.thing} in {s.place} takes {s.amount} {s.unit} a year, {s.share} percent of what was promised.",
    lambda s: f"Among the guests in {s.place} was {s.guest.full}, {s.guest.office} of the {s.guest.body}.",
    lambda s: f"{s.guest.surname} had asked the {s.actor.body} for the {s.thing} in {s.month} {s.year - 1}.",
    lambda s: f"Work on the {s.thing} of {s.place} began in {s.year - 3} and cost {s.amount + 40} million crowns.",
    lambda s: f"In {s.place}, {s.actor.given} {s.actor.surname} thanked {s.guest.given} {s.guest.surname} for it.",
    lambda s: f"{s.share} percent of the {s.people} in {s.place} had voted for the {s.thing}.",
    lambda s: f"The {s.guest.body} lent {s.crowd} {s.people} to the {s.actor.body} until {s.month} {s.year}.",
)


def _filler(chance: random.Random) -> str:
    """A sentence without names and numbers, as most are."""
    return f"{chance.choice(words.OPENINGS)} the {_thing(chance)} {_remark(chance)} and {_remark(chance)}."


def _thing(chance: random.Random) -> str:
    return f"{chance.choice(words.ADJECTIVES)} {_noun(chance)}"


def _remark(chance: random.Random) -> str:
    return f"{chance.choice(words.VERBS)} the {_thing(chance)} of the {_noun(chance)}"


def _noun(chance: random.Random) -> str:
    """Mostly a plain noun, at times one put together of two: as in any text, most words are rare."""
    first = chance.choice(words.NOUNS)
    return first if chance.random() < 0.7 else first + chance.choice(words.NOUNS)
