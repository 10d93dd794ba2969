"""Which language a document is written in, as far as the lexica can tell."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factlint.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factlint.lexicon import Lexicon
    from factlint.text import Document

_WORD = compiled(r"\p{L}[\p{L}\p{M}]*")
_CODE = compiled(r"(\p{L}{2,3})(?:[-_][\p{L}\d_-]+)?")

_WORDS_READ = 2000
_FEW_WORDS = 20
# Words of one or two letters are no evidence: "in", "am", "a" and "no" belong to many languages.
_SHORTEST = 3
# English prose has a share of .28 or more of function words here, other European languages .08 or less;
# lists without function words have .5 or more of function and common words together, other languages .28 or less.
_LEAST_FUNCTION = 0.12
_LEAST_KNOWN = 0.4
# Below this share of words in small letters a text is a list of names or a table, and tells nothing.
_LEAST_SMALL = 0.25
# Of how many blocks it is remembered what was counted in them.
_BLOCKS = 1024


def language_of(document: Document, lexica: Mapping[str, Lexicon]) -> str | None:
    """The code of the lexicon that fits the document, or None where its language has no lexicon.

    What the document declares decides; else the share of a lexicon's function and common words among its own. A
    text too short to tell, or one of names alone, is taken to be in the first language that is written in its script.
    """
    declared = _CODE.fullmatch(document.metadata.get("lang", ""))
    if declared:
        return declared[1].lower() if declared[1].lower() in lexica else None
    texts = list(_beginning(document))
    counts = list(map(_counts, texts))
    script = _commonest(count.scripts for count in counts)
    fitting = {code: lexicon for code, lexicon in lexica.items() if script in (None, _script_of(lexicon))}
    telling = sum(count.telling for count in counts)
    if telling < max(_FEW_WORDS, _LEAST_SMALL * sum(count.words for count in counts)):
        return next(iter(fitting), None)
    fits = {code: _fit(texts, telling, lexicon) for code, lexicon in fitting.items()}
    best = max(fits, key=lambda code: fits[code], default=None)
    return best if best and fits[best] >= 1 else None


def _beginning(document: Document) -> Iterator[str]:
    """The texts of the blocks that a document begins with, up to so many words."""
    left = _WORDS_READ
    for block in document.blocks:
        words = _counts(block.text).words
        if words > left:
            last = next(islice(_WORD.finditer(block.text), left, None))
            yield block.text[: last.start()]
            return
        yield block.text
        left -= words


class _Counts(NamedTuple):
    """How many words a text has, how many of them may tell a language, and how many begin in each script."""

    words: int
    telling: int
    scripts: Mapping[str, int]


# What is counted in the blocks of a draft stays the same from one edit to the next.
@lru_cache(maxsize=_BLOCKS)
def _counts(text: str) -> _Counts:
    words = _WORD.findall(text)
    return _Counts(len(words), len(_telling(words)), _scripts(words))


@lru_cache(maxsize=_BLOCKS)
def _known(text: str, lexicon: Lexicon) -> tuple[int, int]:
    """How many of the telling words of a text are a lexicon's function words, and how many others it lists."""
    words = _telling(_WORD.findall(text))
    function = sum(word in lexicon.function_words for word in words)
    return function, sum(word in lexicon.common_words and word not in lexicon.function_words for word in words)


def _telling(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words if len(word) >= _SHORTEST and not word[0].isupper()]


def _fit(texts: Iterable[str], telling: int, lexicon: Lexicon) -> float:
    """How well texts with so many telling words fit a language: 1 or more where they are in it."""
    known = [_known(text, lexicon) for text in texts]
    function, common = sum(each for each, _ in known), sum(each for _, each in known)
    return max(function / _LEAST_FUNCTION, (function + common) / _LEAST_KNOWN) / telling


def _scripts(words: Iterable[str]) -> Counter[str]:
    """How many words begin in each script, as Unicode's character names have it ("LATIN")."""
    scripts: Counter[str] = Counter()
    for letter, count in Counter(word[0] for word in words).items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += count
    return scripts


@lru_cache(maxsize=16)
def _script_of(lexicon: Lexicon) -> str | None:
    """The script that a language is written in."""
    return _commonest([_scripts(lexicon.function_words)])


def _commonest(counts: Iterable[Mapping[str, int]]) -> str | None:
    """The script that most words begin in, by how many of several texts begin in each; None without words."""
    scripts: Counter[str] = Counter()
    for count in counts:
        scripts.update(count)
    return max(scripts, key=lambda script: scripts[script], default=None)
