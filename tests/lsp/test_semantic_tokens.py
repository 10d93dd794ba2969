"""Claims as tokens: exact in every encoding, and none over the end of a line."""

import pytest

from factlint.lsp.convert import Encoding
from factlint.lsp.semantic_tokens import tokens
from factlint.model import Slot, Standing, Verdict
from factlint.text import Document, Span

SUPPORTED, CONTRADICTED, UNSUPPORTED = 1, 2, 4
TEXT = "\N{GRINNING FACE} Bo, 日本 and\r\n  Zoe\N{COMBINING DIAERESIS}\N{LINE SEPARATOR}\fcame.\rBo left"


def verdict(text, words, standing=Standing.SUPPORTED, after=0):
    start = text.index(words, after)
    return Verdict(Document("", text, ()), Span(start, start + len(words)), Slot.NAME, standing, ())


@pytest.mark.parametrize(
    ("encoding", "bo", "land", "land_length", "zoe_length"),
    [(Encoding.Utf8, 5, 4, 6, 5), (Encoding.Utf16, 3, 4, 2, 4), (Encoding.Utf32, 2, 4, 2, 4)],
)
def test_tokens_are_told_from_the_one_before(encoding, bo, land, land_length, zoe_length):
    document = Document("", TEXT, ())
    verdicts = [
        verdict(TEXT, "Bo left", Standing.UNSUPPORTED),
        verdict(TEXT, "日本", Standing.CONTRADICTED),
        verdict(TEXT, "Bo"),
        verdict(TEXT, "Zoe\N{COMBINING DIAERESIS}"),
    ]
    assert tokens(document, verdicts, encoding) == [
        *(0, bo, 2, 0, SUPPORTED),
        *(0, land, land_length, 0, CONTRADICTED),
        *(1, 2, zoe_length, 0, SUPPORTED),
        *(1, 0, 7, 0, UNSUPPORTED),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_claim_over_several_lines_is_a_token_on_each(end):
    text = f"“it took {end}{end}  ten years” {end}"
    document = Document("", text, ())
    claim = verdict(text, f"it took {end}{end}  ten years")
    assert tokens(document, [claim], Encoding.Utf16) == [0, 1, 7, 0, SUPPORTED, 2, 2, 9, 0, SUPPORTED]
    assert tokens(document, [verdict(text, f"took {end}")], Encoding.Utf16) == [0, 4, 4, 0, SUPPORTED]


def test_only_claims_that_a_part_touches_are_told():
    text = "one two three"
    document = Document("", text, ())
    verdicts = [verdict(text, word) for word in text.split()]
    assert tokens(document, verdicts, Encoding.Utf8, Span(4, 7)) == [0, 4, 3, 0, SUPPORTED]
    assert tokens(document, verdicts, Encoding.Utf8, Span(3, 3)) == []
