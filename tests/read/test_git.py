"""Messages of commits: what is written, and what git and its tools add."""

import pytest

from factlint.read import read
from read.pages import kinds, prose, read_from

SCISSORS = "# ------------------------ >8 ------------------------\n"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Tell of the visit\n\nIt was long.\n", ["Tell of the visit", "It was long."]),
        ("Subject\n\nText\n# remark\nmore of it\n#nor this\n", ["Subject", "Text more of it"]),
        (
            f"Subject\n\nText.\n\n# Please enter\n{SCISSORS}# Do not touch\ndiff --git a/x b/x\n+Raisi\n",
            ["Subject", "Text."],
        ),
        (f"Subject\n\n{SCISSORS.replace('#', ';')}diff\n", ["Subject"]),
        ("Subject\n\nText.\n\nSigned-off-by: Anne Larssen <a@b.org>\nFixes: #3\n\n# status\n", ["Subject", "Text."]),
        (
            "Subject\n\nText.\n\nCo-authored-by: Anne\n Larssen\n(cherry picked from commit 0123abc)\n",
            ["Subject", "Text."],
        ),
        ("Subject\n\nNote: Anne Larsen came.\n", ["Subject", "Note: Anne Larsen came."]),
        ("Subject\n\nText with\nSigned-off-by: Anne\n", ["Subject", "Text with", "Signed-off-by: Anne"]),
        ("Signed-off-by: Anne\n", ["Signed-off-by: Anne"]),
        ("Subject\n\n- one\n- two\n", ["Subject", "one", "two"]),
        ("# nothing but remarks\n", []),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("gitcommit", text) == blocks


def test_what_kind_a_block_is():
    assert kinds("gitcommit", "Subject\n\nText of it.\n\n- item\n") == [
        "heading: Subject",
        "paragraph: Text of it.",
        "item: item",
    ]


@pytest.mark.parametrize("name", ["COMMIT_EDITMSG", ".git/MERGE_MSG", r"C:\a\.git\TAG_EDITMSG", "x.gitcommit"])
def test_git_names_its_messages_without_a_suffix(name):
    assert [block.text for block in read(name, b"Subject\n# remark\n").blocks] == ["Subject"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Subject\r\n\r\nOn the fourth of May all of the council saw ⟦Ebrahim\r\nRaisi⟧", "Ebrahim Raisi"),
        ("a\n\n𝔘 On the fourth of May all of the council saw ⟦Ebrahim\n# no\nRaisi⟧", "Ebrahim Raisi"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read_words, marked_text = read_from("gitcommit", marked, words)
    assert read_words == marked_text
