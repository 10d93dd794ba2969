"""Typst: what is prose and what is marks or code."""

import pytest

from read.pages import kinds, page, prose, read_from


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("*Maj.* Gen. _Ali_\n*_Abbas_* snake_case 2*3", ["Maj. Gen. Ali Abbas snake_case 2*3"]),
        ("`co*de` and ```sh x``` and ``", ["\ufffc and \ufffc and"]),
        ("$x^2$ costs \\$5 and $ y $, \\#1 \\u{41}nne", ["\ufffc costs $5 and \ufffc, #1 Anne"]),
        ("one \\\ntwo~three 1914--18 --- so... soft-?hyphen", ["one two three 1914–18 — so… softhyphen"]),
        ("see @deal and <deal>, a@example.org, https://example.org/a_b.", ["see \ufffc and, \ufffc, \ufffc."]),
        ("text // remark https://x\nmore /* no /* nor */ this */here", ["text more here"]),
        ("[sic] and [[brackets]", ["[sic] and [[brackets]"]),
        ("= One <one>\ntext\n== Two\n=three", ["One", "text", "Two", "=three"]),
        ("- a\n  b\n\n  c\n+ d\n1. e\n/ Term: f\ng", ["a b", "c", "d", "e", "Term: f", "g"]),
        ("A. Smith said so.", ["A. Smith said so."]),
        ('#set text(font: "Raisi")\n#let x = 5\n#import "a.typ": *\n#show link: underline\ntext', ["text"]),
        ("#let x = [shown #emph[here]]\n#set page(header: [Head])", ["shown here", "Head"]),
        (
            '#emph[Anne] #text(fill: red)[Larsen]; #x.y #v(1em) #5 #"said" #lorem(5).',
            ['Anne Larsen \ufffc 5 "said" \ufffc.'],
        ),
        ('#link("https://x.org")[there] #link("https://x.org")', ["there \ufffc"]),
        ("said#footnote[By _letter_.] so", ["said so", "By letter."]),
        ("He said #quote[peace is near] and left.", ["He said “peace is near” and left."]),
        ("#quote(block: true, attribution: [Anne])[Peace.]", ["Anne", "Peace."]),
        ('#figure(image("x.png", alt: "no"), caption: [The _caption_.]) <fig>', ["The caption."]),
        ("#if x { [a] } else [b] then #for y in z [c]#context [d]", ["a", "b", "then", "c", "d"]),
        ('#{ let x = "[no]"; [yes] } #(1 + 2) #[inner *text*]', ["\ufffc \ufffc inner text", "yes"]),
        ("#table(columns: 2, [*A*], [B], table.header([C], [d]), [e\n\nf])", ["A | B", "C | d", "e f"]),
        ('#table(columns: (1fr,) * 3, [a], link("x")[b], [c], [d])', ["a | b | c", "d"]),
        ("#grid(columns: (auto, 1fr))[a][b]", ["a", "b"]),
        ("#align(center)[Title]\ntext #strong(delta: 1)[here]", ["Title", "text here"]),
        ("#heading(level: 3)[Deep]\n#list([a], [b])", ["Deep", "a", "b"]),
        ("```\n= no\n```\ntext", ["text"]),
        ("open `code and $formula and /* the rest\n\nis no prose", ["open code and $formula and"]),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("typ", text) == blocks


def test_what_kind_a_block_is():
    text = "= A\nb\n\n- c\n\n  d\n\n#quote(block: true)[e]\n\n#table(columns: 2, [f], [g])\n#heading[h]\n"
    assert kinds("typ", text) == [
        "heading: A",
        "paragraph: b",
        "item: c",
        "item: d",
        "quotation: e",
        "row: f | g",
        "heading: h",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '#set document(title: "The visit", author: "Anne", date: datetime(year: 2021, month: 5, day: 4))\n'
        '#set text(lang: "no")',
        '#show: paper.with(title: [The _visit_], author: "Anne", lang: "no",\n'
        "  date: datetime(year: 2021, month: 5, day: 4))",
    ],
)
def test_what_code_sets_is_metadata(text):
    assert dict(page("typ", text).metadata) == {
        "title": "The visit",
        "author": "Anne",
        "date": "2021-05-04",
        "lang": "no",
    }


def test_a_bracket_that_is_not_closed_yet_costs_little():
    assert prose("typ", "#emph[one #text(size: 2pt[two] three") == ["one", "two"]
    assert prose("typ", "one] two") == ["one] two"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("*⟦Raisi⟧*", "Raisi"),
        ("and ⟦Ebrahim\r\nRaisi⟧ came", "Ebrahim Raisi"),
        ("and ⟦Ebrahim /* no */ Raisi⟧ came", "Ebrahim Raisi"),
        ('- 𝔘 #link("x")[⟦Raisi⟧]', "Raisi"),
        ("a ⟦`b c` d⟧", "\ufffc d"),
        ("#table(columns: 2, [a], [⟦Raisi⟧])", "Raisi"),
        ("== ⟦Raisi⟧ <x>", "Raisi"),
        ("x#footnote[by ⟦Raisi⟧]", "Raisi"),
        ("#set page(header: [⟦Raisi⟧])", "Raisi"),
        ("⟦\\u{41}nne⟧", "Anne"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("typ", marked, words)
    assert read == marked_text
