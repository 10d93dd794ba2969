"""reStructuredText: what is prose and what is marks."""

import pytest

from read.pages import kinds, page, prose, read_from


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("**Ma**\\ j. Gen. *Ali*\n*Abbas Ali*", ["Maj. Gen. Ali Abbas Ali"]),
        ("*over\nlines* 2 * 3 * 4 esc\\*aped ``li*teral``", ["over lines 2 * 3 * 4 esc*aped \ufffc"]),
        ("`text`_ `text <http://u>`__ word_ :role:`c` `d`:emphasis: `e`", ["text text word c d e"]),
        (":ref:`label` :ref:`Text <label>` :math:`x` :py:func:`f`", ["\ufffc Text \ufffc \ufffc"]),
        ("said [1]_, then [#a]_ and [CIT]_ |sub| _`here`", ["said, then and \ufffc here"]),
        ("https://example.org/a_ and `open", ["\ufffc and `open"]),
        ("Title\n=====\n\n-----\nOver\n-----\n\ntext\n\n----\n\nmore", ["Title", "Over", "text", "more"]),
        ("- a\n  b\n\n  - c\n\n* d\n1. e\n#. f\n(2) g", ["a b", "c", "d", "e", "f", "g"]),
        ("A. Smith said so.", ["A. Smith said so."]),
        ("term\n    definition\n    goes on\n\n    second", ["term", "definition goes on", "second"]),
        ("para\n\n    quoted\n    text\n\nend", ["para", "quoted text", "end"]),
        ("| line\n| *block*\n| end", ["line block end"]),
        ("para::\n\n   code\n\nnext ::\n\n> quoted\n> code\n\n::\n\n   code\n\nend", ["para:", "next", "end"]),
        (">>> x\n1\n\ntext", ["text"]),
        (".. comment\n   more\n\n..\n\n    quoted\n\n.. _target: http://x\n\n__ http://y\n\ntext", ["quoted", "text"]),
        (".. note:: starts\n   goes on\n\n   second", ["starts goes on", "second"]),
        (".. note::\n\n   body", ["body"]),
        (".. admonition:: My title\n   :class: x\n\n   Body.", ["My title", "Body."]),
        (".. code-block:: python\n   :caption: x\n\n   x = 1\n\ntext", ["text"]),
        (".. figure:: x.png\n   :alt: the alt\n\n   Caption.\n\n   Legend.", ["the alt", "Caption.", "Legend."]),
        (".. image:: x.png\n   :alt: the alt\n   :width: 3", ["the alt"]),
        (".. [1] A *note*\n   goes on\n.. [CIT] B", ["A note goes on", "B"]),
        (".. |x| replace:: Ebrahim Raisi\n.. |y| image:: z.png", ["Ebrahim Raisi"]),
        (".. unknown:: argument\n   :option: x\n\n   body", ["body"]),
        ("+---+-----+\n| a | b   |\n+===+=====+\n| c | *d* |\n|   | e   |\n+---+-----+", ["a | b", "c | d e"]),
        ("+---+---+\n| a | b |\n| c | d |\n+---+---+", ["a c", "b d"]),
        (
            "=== =====\na   b\n=== =====\nc   d\n    e\n    more\nf\n=== =====\n\nend",
            ["a | b", "c | d e more", "f", "end"],
        ),
        (
            ".. list-table:: Title\n   :header-rows: 1\n\n"
            "   * - When\n     - *What\n       is it*\n   * - 1979\n     -\n     - x",
            ["Title", "When | What is it", "1979 | | x"],
        ),
        ('.. csv-table::\n   :header: a, "b, c"\n\n   1, "2, 3"\n   x,y', ["a | b, c", "1 | 2, 3", "x | y"]),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("rst", text) == blocks


def test_what_kind_a_block_is():
    text = "A\n=\n\nb\n\n- c\n\n    d\n\nterm\n  e\n\n=== ===\nf   g\n=== ==="
    assert kinds("rst", text) == [
        "heading: A",
        "paragraph: b",
        "item: c",
        "item: d",
        "item: term",
        "item: e",
        "row: f | g",
    ]


def test_fields_are_blocks_and_at_the_top_metadata():
    document = page(
        "rst", "Title\n=====\n\n:Status: approved\n:Updated: 12 May\n   2023\n:orphan:\n\nText\n\n:Other: x\n"
    )
    assert [block.text for block in document.blocks] == [
        "Title",
        "Status: approved",
        "Updated: 12 May 2023",
        "Text",
        "Other: x",
    ]
    assert dict(document.metadata) == {"status": "approved", "updated": "12 May 2023", "date": "12 May 2023"}


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("*⟦Ra*\\ isi⟧", "Raisi"),
        ("   and ⟦Ebrahim\r\n   Raisi⟧ came", "Ebrahim Raisi"),
        ("- 𝔘 :role:`⟦Raisi⟧`", "Raisi"),
        ("``a`` ⟦``b c`` d⟧", "\ufffc d"),
        (".. note::\n   the ⟦Raisi⟧ visit", "Raisi"),
        ("| and ⟦Ebrahim\n| Raisi⟧", "Ebrahim Raisi"),
        ("+----+-------+\n| a  | ⟦Raisi⟧ |\n+----+-------+", "Raisi"),
        (":Status: ⟦approved⟧", "approved"),
        ("=====\n⟦Raisi⟧\n=====", "Raisi"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("rst", marked, words)
    assert read == marked_text
