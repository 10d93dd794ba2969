"""XML: elements, and text that any reader of XML takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Characters that XML 1.0 cannot hold, not even as references.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, text: str = "", /, **attributes: object) -> Element:
    """An element; what XML cannot hold is replaced."""
    made = ElementTree.Element(name, {key: writable(str(value)) for key, value in attributes.items()})
    made.text = writable(text) or None
    return made


def writable(text: str) -> str:
    """The text with a replacement character for each that XML cannot hold."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def written(root: Element) -> str:
    """A whole document, which ends in a line end."""
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
