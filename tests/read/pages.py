"""Reads small pages, and says whether a document's blocks lead back to its file."""

import re
from bisect import bisect_left, bisect_right

from factlint.read import read
from factlint.text import Span

_WORD = re.compile(r"[^\W_]+")


def page(suffix, text):
    return read(f"page.{suffix}", text.encode("utf-8", "surrogatepass"))


def prose(suffix, text):
    return [block.text for block in page(suffix, text).blocks]


def kinds(suffix, text):
    return [f"{block.kind}: {block.text}" for block in page(suffix, text).blocks]


def read_from(suffix, marked, words):
    """What the file has where `words` were read from, and what is marked in it with ⟦ ⟧."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    document = page(suffix, marked.replace("⟦", "").replace("⟧", ""))
    block = next(block for block in document.blocks if words in block.text)
    at = block.text.index(words)
    return block.file_span(Span(at, at + len(words))).of(document.text), document.text[start:end]


def assert_leads_back(document):
    """Every block covers its prose with runs that rise through the file and say truly what stands there."""
    starts = [block.runs[0].file for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        assert block.text == block.text.strip() != ""
        assert not re.search(r"[^\S ]|  ", block.text)
        assert "".join(block.text[run.prose : run.prose_end] for run in block.runs) == block.text
        at = 0
        for run in block.runs:
            assert run.prose_length > 0
            assert at <= run.file <= run.file_end <= len(document.text)
            at = run.file_end
            if run.is_even and run.prose_length > 1:
                assert _same(block.text[run.prose : run.prose_end], document.text[run.file : run.file_end])
        for word in _WORD.finditer(block.text):
            assert_word_leads_back(document, block, word)


def assert_word_leads_back(document, block, word):
    """The file has the word's letters in order where it was read from; markup and entities may stand between."""
    span = block.file_span(Span(*word.span()))
    written = document.text[span.start : span.end]
    first = bisect_right(block.runs, word.start(), key=lambda run: run.prose) - 1
    runs = block.runs[first : bisect_left(block.runs, word.end(), key=lambda run: run.prose)]
    if all(run.is_even and run.prose_length > 1 for run in runs):
        assert written[0] == word.group()[0]
        assert written[-1] == word.group()[-1]
        letters = iter(written)
        assert all(letter in letters for letter in word.group())
    if len(runs) == 1 and runs[0].is_even and runs[0].prose_length > 1:
        assert written == word.group()


def _same(prose, written):
    return len(prose) == len(written) and all(
        one == other or (one == " " and other.isspace()) for one, other in zip(prose, written, strict=True)
    )
