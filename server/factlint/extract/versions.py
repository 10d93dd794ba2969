"""The versions in a block, each with the product that it is of and the versions that it is listed with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factlint.extract.mentions import is_calendar_word, is_ordinary
from factlint.extract.pieces import words_of
from factlint.extract.relation import stem, stem_of
from factlint.identity import fold
from factlint.text import Span
from factlint.values.version import VERSION, Bound, Release, Version, version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import regex

    from factlint.extract.tokens import Token, Tokens
    from factlint.lexicon import Lexicon

# What stands in prose for a code span: `read` puts it there.
CODE = "\N{OBJECT REPLACEMENT CHARACTER}"
_FULL, _SERIES = 3, 2
_ADDRESS_PARTS, _LEAST_ADDRESS, _MOST_ADDRESS, _YEAR = 4, 10, 255, 1000
_REACH, _NAME_WORDS, _NEAR, _LIST_WORDS, _PHRASE = 5, 3, 5, 3, 3
# What may stand right before or behind a version without making it part of something else.
_ATTACHED_BEFORE, _ATTACHED_BEHIND = frozenset("$€£¥₹#§:@.,/%&^"), frozenset("%°/:@_")
_ARCHIVES = ("tar", "tgz", "zip", "gz", "bz2", "xz", "whl", "deb", "rpm", "exe", "msi", "dmg", "pkg", "jar")
_PASSED = frozenset("-–<>=≤≥~()[]\"'“”‘’|:*_")
_CELL = "|"
_BREAKS = frozenset({";", ":", "(", ")", "—", "|", ","})


class Versioned(Struct, frozen=True):
    """A version where it stands: its span in the prose, and the tokens that it takes."""

    value: Release
    span: Span
    place: range


class _Words(Struct, frozen=True):
    lists: Mapping[str, frozenset[str]]
    bounds: Mapping[str, Bound]
    openings: Mapping[str, Bound]


class _Seen(Struct, frozen=True):
    """What looks like a version: `name` is the range of tokens that name its product."""

    version: Version
    span: Span
    place: range
    name: range
    is_sure: bool


@lru_cache(maxsize=16)
def _words(lexicon: Lexicon) -> _Words:
    tables = lexicon.tables.get("versions", {})
    bounds, openings = (
        {form: Bound(bound) for bound, forms in tables.get(table, {}).items() for form in forms}
        for table in ("bounds", "openings")
    )
    lists = {name: frozenset(forms) for name, forms in tables.get("words", {}).items()}
    return _Words(lists, bounds, openings)


def find_versions(tokens: Tokens, lexicon: Lexicon, dates: Iterable[Span]) -> list[Versioned]:
    """The versions of a block in the order of the text: "Ruby 3.2", "v2.1.0-rc1", "version 4 of the protocol".

    Dates, amounts, numbers of sections and addresses of machines are none.
    """
    words = _words(lexicon)
    if not words.lists:
        return []
    reader = _Reader(tokens, lexicon, words)
    taken = list(dates)
    seen = [one for one in reader.seen() if not any(one.span.overlaps(date) for date in taken)]
    return [found for run in reader.runs(seen) for found in reader.releases(run)]


class _Reader:
    """Reads the versions of one block."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, words: _Words) -> None:
        self.tokens, self.items, self.lexicon = tokens, tokens.items, lexicon
        self.lists, self.words, self.numbers = words.lists, words, words_of(lexicon)

    def seen(self) -> Iterator[_Seen]:
        """All that looks like a version."""
        for found in VERSION.finditer(self.tokens.text):
            if self._is_part(found):
                continue
            place = range(self.tokens.at(found.start()), self.tokens.at(found.end() - 1) + 1)
            value = version_of(found)
            if self._is_number_of_something(value, place):
                continue
            name, is_adjacent = self._name(place, value)
            is_sure = value.is_full or value.is_open or (bool(found["v"]) and found["v"][0].islower())
            is_named = bool(name) and is_adjacent and (len(value.parts) >= _SERIES or self._is_in_whole(name))
            is_sure = is_sure or self._is_called_version(value, place) or (is_named and not self._counts(place))
            yield _Seen(value, Span(*found.span()), place, name, is_sure)

    def _is_part(self, found: regex.Match[str]) -> bool:
        """True for figures within a word, a code, an amount or a longer number."""
        text, start, end = self.tokens.text, found.start(), found.end()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if before in _ATTACHED_BEFORE and before:
            return True
        if before.isalnum() and not (before.isalpha() and "." in found["parts"]):
            return True
        if before in "-_" and before and not text[start - 2 : start - 1].isalpha():
            return True
        beyond = text[end + 1 : end + 5].casefold()
        if behind in (".", ",") and behind and beyond[:1].isalnum():
            return not beyond.startswith(_ARCHIVES)
        if behind in ("-", "–") and behind:
            return beyond[:1].isalnum() and "." not in found["parts"]
        return behind.isalnum() or (behind in _ATTACHED_BEHIND and bool(behind))

    def _is_number_of_something(self, value: Version, place: range) -> bool:
        """True for the number of a section, a day, or the address of a machine."""
        before = self._before(place.start)
        if before is not None:
            labels = self.numbers.lists.get("labels", frozenset()) - self.lists["version"] - self.lists["kinds"]
            if before.folded in labels or before.folded in self.numbers.currencies:
                return True
        elif place.start == 0 and place.stop < len(self.items) and self.items[place.stop].is_capital:
            return True
        parts = value.parts
        is_address = len(parts) == _ADDRESS_PARTS and parts[0] >= _LEAST_ADDRESS and max(parts) <= _MOST_ADDRESS
        return is_address or (len(parts) == _FULL and parts[2] >= _YEAR and parts[1] <= 12)

    def _before(self, number: int) -> Token | None:
        """The token before another in its sentence."""
        sentence = self.tokens.sentence_of(number)
        return self.items[number - 1] if number > sentence.start else None

    def _is_called_version(self, value: Version, place: range) -> bool:
        """True where a word beside it says that it is a version: "version 2", "the 3.1 series"."""
        before = self._before(place.start)
        names = self.lists["version"] if len(value.parts) >= _SERIES else self.lists["numbered"]
        if before is not None and before.folded in names:
            return True
        is_dotted = len(value.parts) >= _SERIES and place.stop < len(self.items)
        return is_dotted and self.items[place.stop].folded in self.lists["version"] - {"v"}

    def _counts(self, place: range) -> bool:
        """True for a number with a unit, a currency, a scale or a noun that is counted in parts behind it."""
        sentence = self.tokens.sentence_of(place.start)
        ahead = [token.folded for token in self.items[place.stop : min(place.stop + _REACH, sentence.stop)]]
        if not ahead:
            return False
        if self.numbers.unit(ahead) or self.numbers.currency(ahead) or ahead[0] in self.numbers.multipliers:
            return True
        return ahead[0] in self.lists["counted"]

    def _name(self, place: range, value: Version) -> tuple[range, bool]:
        """The tokens that name the product of a version, and whether only words for versions stand between."""
        sentence, is_adjacent, is_passed = self.tokens.sentence_of(place.start), True, False
        for number in range(place.start - 1, max(sentence.start, place.start - _REACH - 2) - 1, -1):
            token = self.items[number]
            if token.text == CODE:
                return range(number, number + 1), is_adjacent
            if self._is_name_word(number):
                return self._whole_name(number, sentence.start), is_adjacent
            if self._is_passed(token) or self._ends_word(number):
                continue
            if is_adjacent and token.is_word and self._may_be_product(number, sentence, value):
                return range(number, number + 1), True
            is_small = token.folded in self.lexicon.function_words
            if not token.is_word or (not is_small and (is_adjacent or is_passed)):
                break
            is_adjacent, is_passed = False, is_passed or not is_small
        return self._name_behind(place), True

    def _ends_word(self, number: int) -> bool:
        """True for the figures that end a word: "base64"."""
        token, before = self.items[number], self.items[number - 1] if number else None
        is_joined = before is not None and before.is_word and before.span.end == token.span.start
        return is_joined and token.text.isdigit()

    def _is_passed(self, token: Token) -> bool:
        """True for what may stand between a product and its version: "the Kestrel gem, version" and marks."""
        return token.folded in self.lists["version"] or token.folded in self.lists["kinds"] or token.text in _PASSED

    def _is_name_word(self, number: int) -> bool:
        token, lexicon = self.items[number], self.lexicon
        if not token.is_capital or token.folded in lexicon.function_words or self._is_passed(token):
            return False
        if is_calendar_word(self.tokens, number, lexicon):
            return False
        is_opening = self.tokens.starts_sentence(number) and is_ordinary(token.folded, lexicon)
        return not (is_opening and self._is_verb(number))

    def _is_in_whole(self, name: range) -> bool:
        """True for a product whose versions often have no dot: "Windows 11", "Java 21"."""
        return self.items[name[-1]].folded in self.lists["whole"]

    def _is_verb(self, number: int) -> bool:
        """True for an ordinary word that opens a sentence and does not stand right before figures: "Update to 1.2"."""
        return not self.items[number + 1].text[0].isdigit()

    def _whole_name(self, last: int, start: int) -> range:
        first = last
        while first - 1 >= start and last - first + 1 < _NAME_WORDS and self._is_name_word(first - 1):
            if self.items[first - 1].span.end + 1 < self.items[first].span.start or self.items[first - 1].is_possessive:
                break
            first -= 1
        return range(first, last + 1)

    def _may_be_product(self, number: int, sentence: range, value: Version) -> bool:
        """True for a small word that is no ordinary one, or begins its line, right before a version."""
        token, after = self.items[number], self.items[number + 1]
        function_words = self.lexicon.function_words
        is_small = token.folded in function_words or stem(token.folded, self.lexicon.language) in function_words
        if len(value.parts) < _SERIES or is_small:
            return False
        is_first = all(not item.is_word for item in self.items[sentence.start : number])
        is_line = sentence.stop - sentence.start <= _REACH + 1
        is_file = after.text in "-_" and after.span.start == token.span.end
        is_code = after.text == _CELL or self.tokens.text[token.span.start - 1 : token.span.start] == "_"
        return (is_first and is_line) or is_file or is_code or not is_ordinary(token.folded, self.lexicon)

    def _name_behind(self, place: range) -> range:
        """The name in "version 2 of the Kestrel protocol"."""
        sentence = self.tokens.sentence_of(place.start)
        number = place.stop
        while number < sentence.stop and self.items[number].folded in self.lists["version"]:
            number += 1
        if number >= sentence.stop or self.items[number].folded not in ("of", "for"):
            return range(0)
        number += 1
        while number < sentence.stop and self.items[number].folded in self.lexicon.grammar["articles"]:
            number += 1
        end = number
        while end < sentence.stop and end - number < _NAME_WORDS and self._is_name_word(end):
            end += 1
        if end == number and number < sentence.stop and self.items[number].text == CODE:
            end += 1
        return range(number, end)

    def runs(self, seen: Sequence[_Seen]) -> Iterator[list[_Seen]]:
        """The versions, those of one list together; what is sure of one is sure of all."""
        run: list[_Seen] = []
        for one in seen:
            if run and self._is_listed(run[-1], one):
                run.append(replace(one, name=run[-1].name, is_sure=one.is_sure or run[-1].is_sure))
                continue
            yield from self._sure(run)
            run = [one]
        yield from self._sure(run)

    def _sure(self, run: Sequence[_Seen]) -> Iterator[list[_Seen]]:
        first = next((number for number, one in enumerate(run) if one.is_sure), None)
        if first is not None:
            yield list(run[first:])

    def _is_listed(self, first: _Seen, second: _Seen) -> bool:
        """True where only joiners stand between two versions, and no product of its own before the second."""
        between = self.items[first.place.stop : second.place.start]
        if self._is_next_file(first, second):
            return True
        is_far = not between or len(between) > _LIST_WORDS + 1 or second.place.start not in self._sentence(first)
        if is_far or self._has_own_name(first, second):
            return False
        joins = self.lists["joiners"] | self.lists["ranges"]
        fillers = joins | self.lists["fillers"] | self.lists["version"]
        is_joined = any(token.folded in joins or token.text in joins for token in between)
        may_be_one = first.version.is_full == second.version.is_full or second.is_sure or len(second.version.parts) > 1
        return is_joined and may_be_one and all((token.folded or token.text) in fillers for token in between)

    def _sentence(self, one: _Seen) -> range:
        return self.tokens.sentence_of(one.place.start)

    def _has_own_name(self, first: _Seen, second: _Seen) -> bool:
        return bool(second.name) and second.name.start >= first.place.stop

    def _is_next_file(self, first: _Seen, second: _Seen) -> bool:
        """True for the files of one product in a row: "kestrel-1.0.zip kestrel-1.1.zip"."""
        names = [self._words_of(one.name) for one in (first, second)]
        is_near = second.place.start - first.place.stop <= _REACH + _LIST_WORDS
        marks = [self.tokens.text[one.span.start - 1 : one.span.start] for one in (first, second)]
        return is_near and bool(names[0]) and names[0] == names[1] and marks == ["-", "-"]

    def _words_of(self, name: range) -> tuple[str, ...]:
        return tuple(fold(self.items[number].text) for number in name)

    def releases(self, run: Sequence[_Seen]) -> Iterator[Versioned]:
        """The versions of one list, each with the words around the list."""
        near = self._near(run)
        versions = tuple(dict.fromkeys(one.version for one in run))
        for number, one in enumerate(run):
            named = self.tokens.span(one.name.start, one.name.stop) if one.name else None
            text = one.span.of(self.tokens.text)
            release = Release(
                text,
                one.version,
                self._words_of(one.name),
                named,
                versions,
                self._range(run, number),
                self._bound(run, one),
                near,
            )
            yield Versioned(release, one.span, one.place)

    def _range(self, run: Sequence[_Seen], number: int) -> tuple[Version, Version] | None:
        """The ends of the range that a version of a list opens or closes."""
        for first in (number, number - 1):
            if 0 <= first < len(run) - 1 and self._is_range(run[first], run[first + 1]):
                return run[first].version, run[first + 1].version
        return None

    def _is_range(self, first: _Seen, second: _Seen) -> bool:
        between = self.items[first.place.stop : second.place.start]
        return len(between) <= _LIST_WORDS and any(token.folded in self.lists["ranges"] for token in between)

    def _bound(self, run: Sequence[_Seen], one: _Seen) -> Bound:
        sentence = self._sentence(one)
        last = run[-1].place.stop
        if one is run[-1]:
            ahead = [token.folded for token in self.items[last : min(last + _PHRASE, sentence.stop)]]
            for length in range(len(ahead), 0, -1):
                bound = self.words.bounds.get(" ".join(ahead[:length]))
                if bound:
                    return bound
        start = one.name.start if one.name and one.name.stop <= one.place.start else one.place.start
        for first in (one.place.start, start):
            back = [(t.folded or t.text) for t in self.items[max(sentence.start, first - _PHRASE) : first]]
            back = [word for word in back if word not in self.lists["version"] and word not in ("the", "=")]
            for length in range(len(back), 0, -1):
                bound = self.words.openings.get(" ".join(back[-length:]))
                if bound:
                    return bound
        return Bound.NONE

    def _near(self, run: Sequence[_Seen]) -> frozenset[str]:
        """The stems of the words nearest to a list of versions, up to a mark or other figures."""
        sentence = self._sentence(run[0])
        name = {number for one in run for number in one.name}
        before = range(run[0].place.start - 1, sentence.start - 1, -1)
        behind = range(run[-1].place.stop, sentence.stop)
        return frozenset(self._reach(before, name)) | frozenset(self._reach(behind, name))

    def _reach(self, places: range, name: set[int]) -> Iterator[str]:
        met = 0
        for number in places:
            token = self.items[number]
            if number in name or token.text == CODE:
                continue
            if token.text in _BREAKS or token.text in ".!?" or token.text[0].isdigit() or met == _NEAR:
                return
            if token.is_word and len(token.text) > 2 and token.folded not in self.lexicon.function_words:
                met += 1
                yield stem_of(token.folded, self.lexicon)
