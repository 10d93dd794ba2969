"""Org: what is prose and what is marks."""

import pytest

from read.pages import kinds, page, prose, read_from


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("*Maj.* Gen. /Ali/\n_Abbas_ +Ali+ */Reza/*", ["Maj. Gen. Ali Abbas Ali Reza"]),
        ("2 * 3 * 4 and/or a/b/c and a_b_c, +1 800 and 2+2", ["2 * 3 * 4 and/or a/b/c and a_b_c, +1 800 and 2+2"]),
        ("=code= and ~more *code*~, a=b", ["\ufffc and \ufffc, a=b"]),
        ("[[https://x.org]] [[file:a][the *page*]] [[open", ["\ufffc the page [[open"]),
        ("said [fn:1], then[fn::a /note/ [1]] and [fn:x:named]", ["said, then and", "a note [1]", "named"]),
        ("said [cite:@key p. 3] and [cite/t:see @a;@b].", ["said and."]),
        (
            "on <2021-05-04 Tue> [2021-05-04 Tue 10:00], done [2/3] [50%]",
            ["on 2021-05-04 Tue 2021-05-04 Tue 10:00, done"],
        ),
        ("$x$ \\(y\\) \\[z\\] costs $5 and $6 more", ["\ufffc \ufffc \ufffc costs $5 and $6 more"]),
        ("one\\\\\ntwo\\nbsp{}three caf\\eacute{} \\AA{}lesund \\unknown", ["one two three café Ålesund \\unknown"]),
        ("4^{th} x_{2} {{{date}}} @@html:<b>@@bold src_sh{ls}", ["4th x2 \ufffc bold \ufffc"]),
        ("<<here>>there <<<radio>>>", ["there radio"]),
        ("* TODO [#A] One :tag:b:\n** DONE\n*** Two\ntext", ["One", "Two", "text"]),
        ("- a\n  b\n- c\n  - d\n+ [X] e\n1. f\n2) [@4] g\n\n  h\n\ni", ["a b", "c", "d", "e", "f", "g", "h", "i"]),
        ("A. Smith said so.", ["A. Smith said so."]),
        ("- Term :: goes on\n  here", ["Term", "goes on here"]),
        ("text\n- a\nmore", ["text", "a", "more"]),
        (
            "#+begin_src sh\nx\n#+end_src\n#+BEGIN_EXAMPLE\nx\n#+END_EXAMPLE\n"
            "#+begin_export html\nx\n#+end_export\ntext",
            ["text"],
        ),
        ("#+begin_center\na\n\n- b\n#+end_center\n#+begin_quote\nopen", ["a", "b", "open"]),
        (
            "* H\nSCHEDULED: <2024-01-01>\n:PROPERTIES:\n:ID: x\n:END:\n:LOG:\nx\n:end:\ntext\n:open:\nmore",
            ["H", "text", "more"],
        ),
        (": fixed\n:\ntext\n-----\nmore\n\\begin{align}\nx\n\\end{align}\nend", ["text", "more", "end"]),
        (
            "#+TITLE: A *b*\n#+AUTHOR: c\n#+CAPTION[s]: d\n#+ATTR_HTML: :x y\n[[file:z.png]]\n#+RESULTS:\ntext",
            ["A b", "d", "text"],
        ),
        ("before\n# remark\n  # more\nbehind\n#nor this", ["before behind #nor this"]),
        ("* COMMENT No\nno\n** no\nno\n* Yes\nyes", ["Yes", "yes"]),
        ("#+begin_comment\nno\n#+end_comment\nyes", ["yes"]),
        ("| a | *b* |\n|---+---|\n| c |  |\n| <l> | <10> |\n#+TBLFM: $1=x", ["a | b", "c"]),
        ("[fn:1] The note\ngoes on.\n[fn:2] Another.", ["The note goes on.", "Another."]),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("org", text) == blocks


def test_what_kind_a_block_is():
    text = (
        "* A\nb\n\n- c\n\n  d\n- term :: e\n\nf\n\n| g | h |\n\n#+begin_quote\ni\n\n- j\n#+end_quote\n"
        "#+begin_verse\nk\n#+end_verse\n"
    )
    assert kinds("org", text) == [
        "heading: A",
        "paragraph: b",
        "item: c",
        "item: d",
        "item: term",
        "item: e",
        "paragraph: f",
        "row: g | h",
        "quotation: i",
        "quotation: j",
        "quotation: k",
    ]


def test_keywords_are_metadata():
    text = (
        "#+TITLE: The visit\n#+title: to Ostvik\n#+AUTHOR: Anne Larsen\n#+DATE: 4 May 2021\n"
        "#+LANGUAGE: no\n#+STARTUP: x\n"
    )
    assert dict(page("org", text).metadata) == {
        "title": "The visit to Ostvik",
        "author": "Anne Larsen",
        "date": "4 May 2021",
        "language": "no",
        "lang": "no",
    }


def test_a_link_that_is_being_written_costs_nothing_else():
    assert prose("org", "- item [[x][y\n- other\n\n* Head\n\nmore") == ["item [[x][y", "other", "Head", "more"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("*⟦Raisi⟧*", "Raisi"),
        ("and ⟦Ebrahim\r\n  Raisi⟧ came", "Ebrahim Raisi"),
        ("and ⟦Ebrahim\n# remark\nRaisi⟧ came", "Ebrahim Raisi"),
        ("- 𝔘 [[x][⟦Raisi⟧]]", "Raisi"),
        ("a ⟦=b c= d⟧", "\ufffc d"),
        ("| a | ⟦Raisi⟧ |", "Raisi"),
        ("* TODO ⟦Raisi⟧ :x:", "Raisi"),
        ("x[fn:: by ⟦Raisi⟧]", "Raisi"),
        ("- Raisi :: ⟦Ebrahim⟧", "Ebrahim"),
        ("#+title: ⟦Raisi⟧", "Raisi"),
        ("⟦Andr\\eacute⟧", "André"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("org", marked, words)
    assert read == marked_text
