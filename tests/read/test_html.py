"""HTML: what a browser would show, block by block."""

import pytest

from read.pages import kinds, page, prose, read_from


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<p>one<p>two</p>three<div>four</div>", ["one", "two", "three", "four"]),
        ("<p>Maj. <b>Ra</b>i&shy;si,\n  <i>Mr&nbsp;Ali</i></p>", ["Maj. Raisi, Mr Ali"]),
        ("a &amp; b &eacute; &#233;&#xe9; &copy 2023 R&D AT&T", ["a & b é éé © 2023 R&D AT&T"]),
        ("<p>a<br>b<br><br>c</p>", ["a b", "c"]),
        ("1 < 2 and 3 > 2 <3 <p>x <b", ["1 < 2 and 3 > 2 <3", "x <b"]),
        ("<ul><li>a<ul><li>b</ul>c<li>d</ul>", ["a", "b", "c", "d"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["a", "b", "c"]),
        ("<table><caption>t</caption><tr><th>a<th>b<tr><td><p>c</p><td>d <b>e</b></table>", ["t", "a | b", "c | d e"]),
        ("<table><tr><td></td><td>a</td><td></td><td>b</td><td></td></tr></table>", ["| a | | b"]),
        ("<table><tr><td>Anne<div>mayor</div></td><td>5</td></tr></table>", ["Anne mayor | 5"]),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", ["One.", "Two."]),
        ("<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>", ["a", "b | c", "d | e"]),
        (
            "<blockquote><p>a</p></blockquote><figure><img alt='the alt &amp; text'><figcaption>b",
            ["a", "the alt & text", "b"],
        ),
        ("<img alt='x.png'><img alt=''><p>a <img alt='two words'> b", ["a b", "two words"]),
        ("<title>T</title><script>var a='<p>x';</script><style>p{}</style><p>a<noscript>b</noscript>", ["a"]),
        ("<p hidden>a</p><p style='display: none'>b<p>c<span hidden>d<span>e</span></span>f</p>", ["cf"]),
        ("<ix:header><div>a</div></ix:header><template>b</template><svg><title>c</title></svg>d", ["d"]),
        ("a<!-- b --><!-->c<![CDATA[d]]><?x e?><!doctype f>g", ["acg"]),
        ("see <code>a <b>b</b></code> and <kbd>c</kbd><pre><code>d</code></pre>", ["see \ufffc and \ufffc"]),
        ("<pre>a\nb\r\n\r\nc</pre>", ["a b", "c"]),
        ("He said <q>yes</q> on <time datetime='2023'>1 May</time>", ["He said “yes” on 1 May"]),
        ("Ali<sup>1</sup> and <sup><a href='#n'>[2]</a></sup>the 5<sup>th</sup>", ["Ali and the 5th"]),
        ("<a href='x>y' title=\"it's\">t</a> https://example.org/?a=1&amp;b=2", ["t \ufffc"]),
        ("</p></td></b>a</div><td>b", ["a | b"]),
        ("<textarea>a</textarea><select><option>b</select>c", ["c"]),
        ("<p>one <!-- never closed <p>two", ["one"]),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    if blocks == ["a | b"]:
        assert prose("html", text) == ["a", "b"]
    else:
        assert prose("html", text) == blocks


def test_what_kind_a_block_is():
    text = "<h2>a</h2><p>b<ul><li><p>c</ul><blockquote>d</blockquote><table><tr><td>e<td>f</table>"
    assert kinds("html", text) == ["heading: a", "paragraph: b", "item: c", "quotation: d", "row: e | f"]


def test_long_cells_side_by_side_are_a_layout_not_a_row():
    cells = [f"<td><p>{'Words of one side. ' * 20}</p><p>And more.</p></td>" for _ in range(2)]
    found = kinds("html", f"<table><tr>{''.join(cells)}</tr></table>")
    assert len(found) == 4
    assert found[1] == "row: And more."


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("<html lang='en-GB'><title>A &amp;\n b</title>", "lang", "en-GB"),
        ("<title>A &amp;\n b</title>", "title", "A & b"),
        ("<html xml:lang='fr'>", "lang", "fr"),
        ("<meta name='Author' content='Anne'>", "author", "Anne"),
        ("<meta name=date content=2023-05-12>", "date", "2023-05-12"),
        ("<meta property='article:published_time' content='2023-05-12T10:00Z'>", "date", "2023-05-12T10:00Z"),
        ('<script type="application/ld+json">{"datePublished": "2023-05-12"}</script>', "date", "2023-05-12"),
        ("<svg><title>icon</title></svg><title>Page</title>", "title", "Page"),
    ],
)
def test_metadata(text, key, value):
    assert page("html", text).metadata[key] == value


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<p>x <b>⟦Ra</b>isi⟧</p>", "Raisi"),
        ("⟦Rai&shy;si⟧", "Raisi"),
        ("⟦Mr&nbsp;Raisi⟧", "Mr Raisi"),
        ("a\r\n<p>𝔘 ⟦Ebrahim\r\n   Raisi⟧", "Ebrahim Raisi"),
        ("see ⟦<code>a<i>b</i></code>⟧", "\ufffc"),
        ("<tr><td>⟦a</td>\n<td>b⟧</td>", "a | b"),
        ("<img alt='of ⟦R&eacute;si⟧'>", "Rési"),
        ("x ⟦&lt;⟧ y", "<"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("html", marked, words)
    assert read == marked_text


@pytest.mark.parametrize("suffix", ["html", "htm", "xhtml", "HTML"])
def test_suffixes(suffix):
    assert prose(suffix, "<p>a</p><br/><div/>b") == ["a", "b"]
