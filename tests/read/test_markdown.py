"""Markdown: what is prose and what is marks."""

import pytest

from read.pages import kinds, page, prose, read_from


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("**Ma**j. Gen. *Ali*\n_Abbas_", ["Maj. Gen. Ali Abbas"]),
        ("“**Raisi**” **“Ali”** said", ["“Raisi” “Ali” said"]),
        ("2 * 3 * 4, snake_case_name, \\*no\\* ~10", ["2 * 3 * 4, snake_case_name, *no* ~10"]),
        ("***both*** ~~old~~ *one **two***", ["both old one two"]),
        ("*spread\nover* lines", ["spread over lines"]),
        ("the `code` and ``a ` b``word", ["the \ufffc and \ufffcword"]),
        ('[text *x*](http://u.v "title") [a](b(c)d) [e](<f g>)', ["text x a e"]),
        ("[a][ref] [ref][] [ref] [sic] [He] said\n\n[ref]: http://x 'y'", ["a ref ref [sic] [He] said"]),
        ("see <http://x.y> http://c.d/e_f_g. a@b.org", ["see \ufffc \ufffc. \ufffc"]),
        ("See ![the *alt* text](u) here", ["See here", "the alt text"]),
        ("[![alt text](u)](v)", ["alt text"]),
        (
            "said[^1] so\n\n[^1]: The note\n    goes on\n\n    further\n\n[^2]: Short",
            ["said so", "The note goes on", "further", "Short"],
        ),
        ("said^[An inline *note*] so", ["said so", "An inline note"]),
        ("said [@smith2020, p. 3] so [@ab] [[1]](u)", ["said so [1]"]),
        ("[@ab] is known\n\n[@ab]: http://x", ["@ab is known"]),
        ("[[page|Ebrahim Raisi]] in [[Tehran]] ![[x.png]]", ["Ebrahim Raisi in Tehran"]),
        ("a<br>b <b>Rai</b>si <!-- c --> <code>x y</code> &amp; &nbsp;&#x41;&shy;B", ["a b Raisi \ufffc & AB"]),
        ("x<sup>1</sup> 5<sup>th</sup>", ["x 5th"]),
        (
            "$x^2$ and $$y$$ paid $5 million and $6 million, US$7",
            ["\ufffc and \ufffc paid $5 million and $6 million, US$7"],
        ),
        ("{% include x %} {{ page.title }} said", ["\ufffc said"]),
        ("line  \nhard\\\nbreak", ["line hard break"]),
        ("# A *b* #\n\nC\n===\n\n### D {#id .e}", ["A b", "C", "D"]),
        ("> a\n> b\nc\n>\n> d", ["a b c", "d"]),
        ("> [!NOTE]\n> body", ["body"]),
        ("- a\n  b\n  1. c\n\n     d\n- [x] e", ["a b", "c", "d", "e"]),
        ("| a | b |\n|---|:-:|\n| `c` | **d** e |\n| | f |", ["a | b", "\ufffc | d e", "| f"]),
        ("```\ncode\n```\n\n    indented\n\ntext\n\n~~~ py\nx\n~~~", ["text"]),
        ("Term\n: one\n: two", ["Term", "one", "two"]),
        ("::: note\nbody\n:::", ["body"]),
        (
            "<div>\nraw <b>x</b>\n\n*text*\n\n<script>\nno\n</script>\n\n<!-- no\n\nno -->\n\nend",
            ["raw x", "text", "end"],
        ),
        ("---\n\nNot front matter\n\n---\n\nText", ["Not front matter", "Text"]),
        ("[\\- He said\n\nmore", ["[- He said", "more"]),
        ("[R&amp;D](u) He\n\nmore", ["R&D He", "more"]),
        ("Larsen | mayor\n---\n\nmore", ["Larsen | mayor", "more"]),
        ("a\r\nb\r\n\r\nc\rd", ["a b", "c d"]),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("md", text) == blocks


def test_what_kind_a_block_is():
    text = "# A\n\nb\n\n- c\n\n> d\n>\n> - e\n\n| f | g |\n|---|---|\n"
    assert kinds("md", text) == ["heading: A", "paragraph: b", "item: c", "quotation: d", "item: e", "row: f | g"]


@pytest.mark.parametrize("suffix", ["md", "markdown", "qmd", "Rmd"])
def test_front_matter_is_metadata(suffix):
    entries = 'title: "A: b"\nDate: 2023-05-12 # day\nauthors:\n  - Anne\n  - \'Arne\'\ntags: [x, "y"]\nlang: en'
    text = f"---\n{entries}\n---\n\nText"
    document = page(suffix, text)
    assert [block.text for block in document.blocks] == ["Text"]
    assert document.metadata["title"] == "A: b"
    assert document.metadata["date"] == "2023-05-12"
    assert document.metadata["author"] == "Anne, Arne"
    assert document.metadata["tags"] == "x, y"
    assert document.metadata["lang"] == "en"


def test_toml_front_matter_is_metadata():
    document = page("md", "+++\r\ntitle = 'A'\r\ndate = 2023-05-12\r\n[params]\r\n+++\r\nText")
    assert dict(document.metadata) == {"title": "A", "date": "2023-05-12"}
    assert [block.text for block in document.blocks] == ["Text"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("a **⟦Ma**j. Gen⟧.", "Maj. Gen"),
        ("> and ⟦Ebrahim\n> Raisi⟧ came", "Ebrahim Raisi"),
        ("- and ⟦Ebrahim\r\n  Raisi⟧ came", "Ebrahim Raisi"),
        ("the [⟦Raisi⟧](u) visit", "Raisi"),
        ("⟦Rai&shy;si⟧", "Raisi"),
        ("⟦Mr&nbsp;Raisi⟧", "Mr Raisi"),
        ("see ⟦`code`⟧", "\ufffc"),
        ("| x | ⟦Raisi⟧ |\n|---|---|\n", "Raisi"),
        ("𝔘 é *⟦Raisi⟧*", "Raisi"),
        ("![x ⟦Raisi⟧](u)", "Raisi"),
        ("x[^1]\n\n[^1]: ⟦Raisi⟧", "Raisi"),
        ("<div>\n⟦Ra<b>i</b>si⟧\n</div>", "Raisi"),
        ("> <p>and ⟦Ebrahim\n> Raisi⟧</p>", "Ebrahim Raisi"),
        ("---\ntitle: x\n---\n# ⟦Raisi⟧", "Raisi"),
        ("a\u2028b ⟦R\\_x⟧", "R_x"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("md", marked, words)
    assert read == marked_text
