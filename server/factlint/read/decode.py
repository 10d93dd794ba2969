"""The text in a file's bytes."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Bytes that no text in Windows-1252 holds: most controls, and the five that the code page leaves empty.
_NOT_WESTERN = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_MOST_ACCENTED = 0.3

_DECLARED = re.compile(
    rb"""<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)
       | <\?xml\s[^>]{0,500}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_DECLARED_WITHIN = 1024
_ONE_OF_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
_SAFE_CHARSET = re.compile(
    r"utf-?8|(iso-?8859|windows|cp|ibm|mac)-?[0-9a-z-]+|koi8-[ru]|gbk|gb2312|gb18030|big5|euc-(jp|kr)|shift[-_]jis",
    re.IGNORECASE,
)


class ReadError(ValueError):
    """A file that cannot be read as text; the message says why, in words that can follow the file's name."""


class Decoded(Struct, frozen=True):
    """A file's text without its byte-order mark, and how it was written."""

    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of `text` in the file's own encoding, with its byte-order mark. Raises UnicodeEncodeError."""
        return self.mark + text.encode(self.encoding)


def decode(data: bytes, *, may_declare: bool = False) -> Decoded:
    """The text in `data`: by its byte-order mark, as UTF-8, by its own word, or as Windows-1252.

    `may_declare` is true for HTML, which may name its character set in its first 1,024 bytes. Text that is
    UTF-8 but for a few bytes keeps U+FFFD in their place. Raises ReadError where the bytes are not text.
    """
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return _wide(data, mark, encoding)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if b"\0" in data:
        raise _not_text(data, data.index(b"\0"))
    try:
        return Decoded(data[len(mark) :].decode("utf-8"), "utf-8", mark)
    except UnicodeDecodeError as error:
        declared = _as_declared(data) if may_declare and not mark else None
        return declared or _as_damaged(data, mark, len(mark) + error.start)


def _wide(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(data, len(mark) + error.start) from None
    if "\0" in text:
        raise _not_text(data, len(mark) + len(text[: text.index("\0")].encode(encoding)))
    return Decoded(text, encoding, mark)


def _as_declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    name = (found[1] or found[2]).decode("ascii").lower() if found else ""
    # Browsers read Latin-1 as Windows-1252, which only adds to it.
    name = "cp1252" if name in _ONE_OF_LATIN_1 else name
    if not _SAFE_CHARSET.fullmatch(name):
        return None
    try:
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError):
        return None


def _as_damaged(data: bytes, mark: bytes, offset: int) -> Decoded:
    """UTF-8 where most of what is not ASCII is well-formed, else Windows-1252 where it can be that.

    `offset` is that of the first byte that is not UTF-8.
    """
    text = data[len(mark) :].decode("utf-8", "replace")
    if mark or len(_SEQUENCE.findall(data)) > text.count("\N{REPLACEMENT CHARACTER}"):
        return Decoded(text, "utf-8", mark)
    accented = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if accented > _MOST_ACCENTED * len(data) or _NOT_WESTERN.search(data):
        raise _not_text(data, offset)
    return Decoded(data.decode("cp1252"), "cp1252")


def _not_text(data: bytes, offset: int) -> ReadError:
    return ReadError(f"it is not text: byte 0x{data[offset]:02x} at offset {offset}; if it should be, save it as UTF-8")
