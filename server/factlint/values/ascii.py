"""Text of any script in ASCII letters."""

from __future__ import annotations


def in_ascii(text: str) -> str:
    """The text with the nearest ASCII for every other character: "Łódź" is "Lodz", "Киев" is "Kiev"."""
    if text.isascii():
        return text
    from anyascii import anyascii  # noqa: PLC0415  reads its tables when it is first needed

    return str(anyascii(text))
