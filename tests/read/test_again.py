"""Reading an edited text again: whatever the edit, the document is that of a fresh reading."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factlint.read import read
from factlint.read.again import read_again
from factlint.text import Document

PIECES = (
    "The quick minister met Anne Larsen in Oslo, she said.",
    "On 12 May 2020 the bridge opened (at last): 21 members came.",
    "\n\n",
    "\n",
    "\r\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "---",
    "===",
    "```",
    "`x`",
    "*",
    "_",
    "[a](b)",
    "[a]: http://x.org",
    "[^1]: Note",
    "<div>",
    "<!-- ",
    " -->",
    "| a | b |",
    "|---|---|",
    ": term",
    ":::",
    "$",
    "{#id}",
    "&amp;",
    "www.x.org",
    "title: x",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map(lambda pieces: "Some words first.\n\n" + "".join(pieces))
PUT = st.sampled_from(("a", "é", " ", "s.", "ww", ".", "12", "word, ", "", "\n", "*", "[", "<", "`", "|"))


def same(one: Document, other: Document) -> bool:
    return (one.path, one.text, one.blocks, one.comments) == (other.path, other.text, other.blocks, other.comments)


@settings(max_examples=1500, deadline=None)
@given(TEXTS, st.floats(0, 1), st.integers(0, 6), PUT)
@example("The old man.\n\nSee ww.x.org today\n", 0.5, 0, "w")
def test_an_edited_text_reads_as_it_does_afresh(text: str, where: float, cut: int, put: str) -> None:
    at = int(where * len(text))
    edited = text[:at] + put + text[at + cut :]
    found = read_again(read("draft.md", text.encode()), edited)
    assert found is None or same(found, read("draft.md", edited.encode()))


def test_a_letter_in_a_paragraph_costs_that_paragraph_alone() -> None:
    text = "# Title\n\nThe minister met Anne Larsen\nin Oslo.\n\nA second paragraph <!-- aside --> stands here.\n"
    edited = text.replace("Larsen", "Larssen")
    old = read("draft.md", text.encode())
    found = read_again(old, edited)
    assert found is not None
    assert same(found, read("draft.md", edited.encode()))
    assert found.blocks[0] is old.blocks[0]


def test_other_formats_and_marks_are_read_as_a_whole() -> None:
    plain = read("draft.txt", b"Anne Larsen came to Oslo.")
    assert read_again(plain, "Anne Larssen came to Oslo.") is None
    marked = read("draft.md", b"Anne Larsen *came* to Oslo.")
    assert read_again(marked, "Anne Larsen *came* to Osslo.") is None
