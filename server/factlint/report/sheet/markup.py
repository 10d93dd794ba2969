"""HTML in the making: text escaped, elements written."""

from __future__ import annotations

import re
from html import escape

# What no HTML document may hold, escaped or not; a lone surrogate cannot be written at all.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def text(words: str) -> str:
    """Words as HTML shows them, safe in an element and in an attribute; a mark stands for what cannot be shown."""
    return escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words))


def element(name: str, inner: str, **attributes: str | int | None) -> str:
    """An element around finished HTML; `class_` is the class, "_" in a name stands for "-", None leaves one out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inner}</{name}>"
