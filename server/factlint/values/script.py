"""Scripts: what names in other letters than Latin ones leave unsaid."""

from __future__ import annotations

from factlint.patterns import compiled

# No letter before this one, the first of the Hebrew block, is in a script that is treated here.
_FIRST = "\u0590"
_VOWELLESS = compiled(r"[\p{Arabic}\p{Hebrew}]")
_SYLLABLE = compiled(r"[\p{Han}\p{Hangul}]")
_ARABIC_ARTICLE = compiled(r"(?<!\p{L})ال(?=\p{L}{2})")


def leaves_out_vowels(name: str) -> bool:
    """True for a name in a script that writes consonants, and vowels only where they are long."""
    return max(name) >= _FIRST and _VOWELLESS.search(name) is not None


def parted_words(name: str) -> str:
    """A name with its Chinese and Korean syllables set apart, and without the Arabic article."""
    if max(name) < _FIRST:
        return name
    return _ARABIC_ARTICLE.sub("", _SYLLABLE.sub(r"\g<0> ", name))
