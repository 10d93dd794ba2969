"""Whether two written names are names of one person, body or place, and in which words they then differ."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from factlint.patterns import compiled
from factlint.values.ascii import in_ascii
from factlint.values.name import are_different_names, are_words_alike, word_similarity
from factlint.values.romanization import Romanization, romanization

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lexicon import Lexicon

# On the documented scale of `word_similarity`: from CERTAIN on, the letters of a bare word leave no doubt; from SURE
# on, they do not where all words of a name are so alike; from LIKELY on, where a word, title or office agrees.
# From NEAR on they could be, where the passages around them or an office speak for it.
CERTAIN, SURE, LIKELY, NEAR = 0.94, 0.9, 0.85, 0.5
_PREFIXES = ("al-", "el-", "ash-", "as-", "an-", "ar-", "ad-")
# An initial, or another form of a given name, says as much as a sure variant, and is never a misspelling.
_INITIAL = 0.95
# In per cent of equal letters: spellings of one name have more, so words below it need not be compared by sound.
_LEAST_RATIO = 50
_GAP = -0.3
_MARKS = str.maketrans({**dict.fromkeys("’ʼ‘`ʿʾ", "'"), "‑": "-", "‐": "-", ".": ""})
_LATIN = compiled(r"\p{Latin}")


class Pair(Struct, frozen=True):
    """A word of one name and the word of the other in its place, by number, and how alike they are.

    `likeness` is 1.0 for equal words, 0.0 for words that are known to be different names.
    """

    mine: int
    theirs: int
    likeness: float

    @property
    def is_equal(self) -> bool:
        """True for one word in one spelling."""
        return self.likeness == 1.0

    @property
    def is_variant(self) -> bool:
        """True for one word, perhaps in two spellings."""
        return self.likeness >= LIKELY


@lru_cache(maxsize=16)
def romanization_of(lexicon: Lexicon) -> Romanization:
    """The romanization classes of a lexicon, compiled once."""
    return romanization(lexicon.tables.get("romanization", {}))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word of a name as it is compared: lower case, no article prefix, one kind of apostrophe; marks are kept."""
    folded = word.casefold().translate(_MARKS)
    for prefix in _PREFIXES:
        if folded.startswith(prefix) and len(folded) > len(prefix) + 2:
            return folded[len(prefix) :]
    return folded


@lru_cache(maxsize=65536)
def likeness(first: str, second: str, lexicon: Lexicon) -> float:
    """How alike two folded words of names are: 1.0 only for equal ones.

    It is 0.0 for two different given names. A name in another script is one name or none, never a misspelling.
    """
    if first == second:
        return 1.0
    if len(first) == 1 or len(second) == 1:
        return _INITIAL if first[0] == second[0] else 0.0
    if are_in_two_scripts(first, second):
        return _INITIAL if letters_alike(first, second, lexicon) >= LIKELY else 0.0
    if are_forms_of_one(first, second, lexicon):
        return _INITIAL
    if is_different(first, second, lexicon):
        return 0.0
    return letters_alike(first, second, lexicon)


@lru_cache(maxsize=1 << 18)
def are_likely(first: str, second: str, lexicon: Lexicon) -> bool:
    """True where the likeness of two folded words of names is at least LIKELY, without reckoning out how much it is."""
    is_plain = first != second and len(first) > 1 and len(second) > 1 and not are_in_two_scripts(first, second)
    if not is_plain:
        return likeness(first, second, lexicon) >= LIKELY
    if are_forms_of_one(first, second, lexicon):
        return True
    if is_different(first, second, lexicon):
        return False
    return are_words_alike(first, second, romanization_of(lexicon), LIKELY)


def are_forms_of_one(first: str, second: str, lexicon: Lexicon) -> bool:
    """True for two folded given names that one person may go by: Robert and Bob."""
    forms = lexicon.name_forms
    return first != second and not forms.get(first, frozenset()).isdisjoint(forms.get(second, frozenset()))


def is_different(first: str, second: str, lexicon: Lexicon) -> bool:
    """True for two folded words that are known to be different given names (Hassan, Hussein)."""
    return are_different_names(first, second, lexicon.given_names)


@lru_cache(maxsize=65536)
def letters_alike(first: str, second: str, lexicon: Lexicon) -> float:
    """How alike the letters and sounds of two different folded words are, below 1.0, whatever names they are."""
    return min(0.999, word_similarity(first, second, romanization_of(lexicon)))


@lru_cache(maxsize=4096)
def words_like(word: str, words: tuple[str, ...], least: float, lexicon: Lexicon) -> tuple[str, ...]:
    """Those of `words`, folded, other than `word` itself, whose likeness to it is at least `least`.

    A letter ratio, cheap over many words, leaves few for the comparison by sound.
    """
    near = extract(in_ascii(word), _in_ascii(words), scorer=ratio, score_cutoff=_LEAST_RATIO, limit=None)
    others = (words[place] for _, _, place in near)
    return tuple(other for other in others if other != word and likeness(word, other, lexicon) >= least)


@lru_cache(maxsize=16)
def _in_ascii(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the marks on their letters, which a letter ratio would count as other letters."""
    return tuple(map(in_ascii, words))


def are_in_two_scripts(first: str, second: str) -> bool:
    """True where one word is in Latin letters and the other is not."""
    return _is_latin(first) != _is_latin(second)


def _is_latin(word: str) -> bool:
    return word.isascii() or bool(_LATIN.match(word))


def essential(words: Sequence[str], lexicon: Lexicon) -> tuple[int, ...]:
    """The numbers of the words that make a name: honorifics inside it, particles and suffixes may be left out.

    No name ends in a particle: "Van" is a name in "Hồng Van". One that begins a name in a capital and is a given name
    too is one there ("Ben Nelson", not "Ben Ali").
    """
    last = len(words) - 1
    kept = tuple(
        number
        for number, word in enumerate(words)
        if fold(word) not in lexicon.loose_words
        or (number == last > 0 and word[0].isupper() and fold(word) not in lexicon.suffixed_words)
        or (number == 0 < last and _is_given(word, words[1], lexicon))
    )
    return kept or tuple(range(len(words)))


def _is_given(word: str, following: str, lexicon: Lexicon) -> bool:
    is_name = word[0].isupper() and word.casefold() in lexicon.given_names
    return is_name and following.casefold() not in lexicon.given_names and following[0].isupper()


def surname(words: Sequence[str], lexicon: Lexicon) -> str:
    """The folded word by which a person is called alone: the last one that is no suffix."""
    return fold(words[essential(words, lexicon)[-1]])


def align(mine: Sequence[str], theirs: Sequence[str], lexicon: Lexicon) -> tuple[Pair, ...]:
    """The pairing of words in order that makes two names most alike; words without a partner are left out.

    Needleman and Wunsch's alignment over the likeness of words, filled from the ends of the names.
    """
    left = [fold(word) for word in mine]
    right = [fold(word) for word in theirs]
    nothing: tuple[Pair, ...] = ()
    below = [(_GAP * (len(right) - j), nothing) for j in range(len(right) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row = [(_GAP * (len(left) - i), nothing)]
        for j in range(len(right) - 1, -1, -1):
            alike = likeness(left[i], right[j], lexicon)
            score, pairs = below[j + 1]
            row.append(
                max(
                    (score + alike, (Pair(i, j, alike), *pairs)),
                    (below[j][0] + _GAP, below[j][1]),
                    (row[-1][0] + _GAP, row[-1][1]),
                    key=lambda option: option[0],
                )
            )
        below = row[::-1]
    return below[0][1]


def pairs_of(mine: Sequence[str], theirs: Sequence[str], lexicon: Lexicon) -> tuple[Pair, ...]:
    """The pairing of the essential words of two names; numbers are those of the whole names."""
    left, right = essential(mine, lexicon), essential(theirs, lexicon)
    pairs = align([mine[n] for n in left], [theirs[n] for n in right], lexicon)
    return tuple(Pair(left[pair.mine], right[pair.theirs], pair.likeness) for pair in pairs)


def is_same_person(mine: Sequence[str], theirs: Sequence[str], lexicon: Lexicon) -> bool:
    """True where both are full names of one person in two spellings or lengths.

    The first and the last essential words are variants, the shorter name's words all have a partner, and at
    least one pair is equal or all are sure.
    """
    left, right = essential(mine, lexicon), essential(theirs, lexicon)
    if min(len(left), len(right)) < 2:
        return False
    if len(left) == len(right) == 2:
        # Two likely pairs make names more alike than any other pairing does.
        first, last = (likeness(fold(mine[i]), fold(theirs[j]), lexicon) for i, j in zip(left, right, strict=True))
        return min(first, last) >= LIKELY and (max(first, last) == 1.0 or min(first, last) >= SURE)
    pairs = pairs_of(mine, theirs, lexicon)
    if len(pairs) < min(len(left), len(right)):
        return False
    ends = (pairs[0].mine, pairs[0].theirs) == (left[0], right[0]) and (pairs[-1].mine, pairs[-1].theirs) == (
        left[-1],
        right[-1],
    )
    if not ends or not all(pair.is_variant for pair in pairs):
        return False
    return any(pair.is_equal for pair in pairs) or all(pair.likeness >= SURE for pair in pairs)
