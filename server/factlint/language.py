"""Which language a document is written in, as far as the lexica can tell."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

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


def language_of(document: Document, lexica: Mapping[str, Lexicon]) -> str | None:
    """The code of the lexicon that fits the document, or None where its language has no lexicon.

    What the document declares decides; else the share of a lexicon's function and common words among its own. A
    text too short to tell, or one of names alone, is taken to be in the first language that is written in its script.
    """
    declared = _CODE.fullmatch(document.metadata.get("lang", ""))
    if declared:
        return declared[1].lower() if declared[1].lower() in lexica else None
    words = list(islice(_words(document), _WORDS_READ))
    script = _script_of(words)
    fitting = {
        code: lexicon for code, lexicon in lexica.items() if script in (None, _script_of(lexicon.function_words))
    }
    telling = [word.casefold() for word in words if len(word) >= _SHORTEST and not word[0].isupper()]
    if len(telling) < max(_FEW_WORDS, _LEAST_SMALL * len(words)):
        return next(iter(fitting), None)
    fits = {code: _fit(telling, lexicon) for code, lexicon in fitting.items()}
    best = max(fits, key=lambda code: fits[code], default=None)
    return best if best and fits[best] >= 1 else None


def _words(document: Document) -> Iterator[str]:
    return (word for block in document.blocks for word in _words_of(block.text))


@lru_cache(maxsize=512)
def _words_of(text: str) -> tuple[str, ...]:
    """The words of a block; those of a draft stay the same from one edit to the next."""
    return tuple(word[0] for word in _WORD.finditer(text))


def _fit(words: list[str], lexicon: Lexicon) -> float:
    """How well words fit a language: 1 or more where they are in it."""
    function = sum(word in lexicon.function_words for word in words)
    common = sum(word in lexicon.common_words and word not in lexicon.function_words for word in words)
    return max(function / _LEAST_FUNCTION, (function + common) / _LEAST_KNOWN) / len(words)


def _script_of(words: Iterable[str]) -> str | None:
    """The script that most words begin in, as Unicode's character names have it ("LATIN"), or None without words."""
    scripts: Counter[str] = Counter()
    for letter, count in Counter(word[0] for word in words).items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += count
    return scripts.most_common(1)[0][0] if scripts else None
