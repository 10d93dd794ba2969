"""AsciiDoc: what is prose and what is marks."""

import pytest

from read.pages import kinds, page, prose, read_from


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("*Maj.* Gen. _Ali_\nAb**b**as #Ali# [.lead]#Reza#", ["Maj. Gen. Ali Abbas Ali Reza"]),
        ("2 * 3 * 4, a_b_c, C# and F#, C++ and #1", ["2 * 3 * 4, a_b_c, C# and F#, C++ and #1"]),
        ("4^th^ H~2~O \\*not* `co*de` ``x`y``", ["4th H2O *not* \ufffc \ufffc"]),
        ('say "`Peace is near`" and \'`so`\'; Olaf`\'s `"x"`', ["say “Peace is near” and ‘so’; Olaf’s \ufffc"]),
        ("+*shown*+ and ++a*b++ and +++<u>x</u>+++ pass:[x]", ["*shown* and a*b and \ufffc \ufffc"]),
        ("one +\ntwo{nbsp}three {version} &amp; {empty}four", ["one two three \ufffc & four"]),
        ("<<deal>> <<deal,the deal>> xref:deal[that *deal*] [[here]]there", ["\ufffc the deal that deal there"]),
        ("https://example.org/a_b. link:x.html[a page,window=_blank] https://x.org[there^]", ["\ufffc. a page there"]),
        ('link:x[] mailto:a@b.org[Anne, "Hi"] link:y["Anne, Bo",role=z]', ['\ufffc Anne, "Hi" Anne, Bo']),
        (
            "said footnote:[By *letter*.] and footnote:x[] image:a.png[Anne,20] kbd:[Ctrl]",
            ["said and Anne \ufffc", "By letter."],
        ),
        ("stem:[x^2] ((tiger)) is(((big cats,tiger))) here", ["\ufffc tiger is here"]),
        ("`open and *open and link:x", ["`open and *open and link:x"]),
        ("= Title\nAnne Larsen <a@b.org>\nv1, 2024-05-04\n:lang: en\n\ntext", ["Title", "text"]),
        ("== One ==\n\n=== Two\n\nThree\n-----\n\n.Four\nfive", ["One", "Two", "Three", "Four", "five"]),
        ("* a\nb\n\n** c\n. d\n- [x] e\n1. f\n\n<1> g", ["a b", "c", "d", "e", "f", "g"]),
        ("A. Smith said so.", ["A. Smith said so."]),
        ("Term:: goes on\nhere\nOther::\nthat", ["Term", "goes on here", "Other", "that"]),
        ("* a\n+\nattached\n\nafter", ["a", "attached", "after"]),
        ("----\ncode\n----\n\n....\nx\n....\n\n```js\ny\n```\n\n++++\n<b>\n++++\n\ntext", ["text"]),
        ("[source,python]\nx = 1\n\n[stem]\n++++\nx\n++++\n\n[listing]\n--\nx\n--\n\n indented\n\ntext", ["text"]),
        ("====\nexample\n\n****\nside\n****\n====\n\n--\nopen\n--", ["example", "side", "open"]),
        ("[NOTE]\n====\nMind it.\n====\n\nTIP: And this.", ["Mind it.", "And this."]),
        ("image::x.png[The alt, 300]\n\nvideo::y[]\n\ninclude::z[]\n\ntoc::[]\n\ntext", ["The alt", "text"]),
        ("ifdef::env[]\ntext\nendif::[]\n'''\nmore\n\n<<<", ["text", "more"]),
        ("before\n// a remark\nbehind\n\n////\nno\n////\n\n//// \nno\n", ["before behind"]),
        ("|===\n|a |b\n\n|c\n|d *e*\n|===", ["a | b", "c | d e"]),
        ('[cols="1,2"]\n|===\n2+|wide\n|a\n|b\nc\n// no\n|d | e\n|===', ["wide", "a | b c", "d | e"]),
        ('[cols="3*",%header]\n|===\n|a|b\n|c\n|===', ["a | b | c"]),
        (',===\na,"b, c"\n,d\n,===\n\n:===\na:b\n:===', ["a | b, c", "| d", "a | b"]),
        ("---\ntitle: x\n---\n= Head\n\ntext", ["Head", "text"]),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("adoc", text) == blocks


def test_what_kind_a_block_is():
    text = (
        "= A\n\nb\n\n* c\n+\nd\n\nterm:: e\n\n|===\n|f |g\n|===\n\n____\nh\n\n* i\n____\n\n[quote]\nj\n\n> k\n> l\n\n"
        '"m n"\n-- Anne\n\n[verse]\n____\no\n____\n'
    )
    assert kinds("adoc", text) == [
        "heading: A",
        "paragraph: b",
        "item: c",
        "item: d",
        "item: term",
        "item: e",
        "row: f | g",
        "quotation: h",
        "quotation: i",
        "quotation: j",
        "quotation: k l",
        'quotation: "m n"',
        "paragraph: Anne",
        "quotation: o",
    ]


def test_the_header_is_metadata():
    text = (
        "// remark\n= The visit\nAnne Larsen <a@b.org>; Bo Berg\nv1.2, 4 May 2021: first\n:lang: no\n"
        ":description: goes \\\n  on\n:!toc:\n\nText\n"
    )
    assert dict(page("adoc", text).metadata) == {
        "title": "The visit",
        "author": "Anne Larsen, Bo Berg",
        "date": "4 May 2021",
        "lang": "no",
        "description": "goes on",
    }


def test_what_is_not_closed_reaches_to_the_end():
    assert prose("adoc", "text\n\n----\ncode\n\n== more") == ["text"]
    assert prose("adoc", "text\n\n____\nquoted\n\nmore") == ["text", "quoted", "more"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**⟦Ra**isi⟧", "Raisi"),
        ("and ⟦Ebrahim\r\nRaisi⟧ came", "Ebrahim Raisi"),
        ("and ⟦Ebrahim\n// remark\nRaisi⟧ came", "Ebrahim Raisi"),
        ("* 𝔘 link:x[⟦Raisi⟧]", "Raisi"),
        ("a ⟦`b c` d⟧", "\ufffc d"),
        ("[cols=2*]\n|===\n|a\n|⟦Raisi⟧\n|===", "Raisi"),
        ("== ⟦Raisi⟧ ==", "Raisi"),
        ("x footnote:[by ⟦Raisi⟧]", "Raisi"),
        ('"`⟦Raisi⟧`"', "Raisi"),
        ("Raisi:: ⟦Ebrahim⟧", "Ebrahim"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("adoc", marked, words)
    assert read == marked_text
