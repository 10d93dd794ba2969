"""What holds for every format and every text."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factlint.read import ReadError, read
from read.pages import assert_leads_back, page

WORDS = ["Raisi", "Ebrahim", "al-Assad", "Gen.", "Ålesund", "حسن", "北京市", "𝔘nited", "10", "May,", "“said”", "it's"]
GAPS = [
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\t",
    "\n    ",
    "\n  ",
    "\u2028",
    "\f",
    "\x85",
    "\u00a0",
    "\u00ad",
]
MARKS = {
    "txt": ["- ", "1. ", "SLUG: ", "---", "   ", "https://example.org/a_b).", "a@example.org", "/usr/lib/x", "C:\\x"],
    "md": [
        *(
            "*",
            "**",
            "_",
            "~~",
            "`",
            "``",
            "# ",
            "> ",
            "- ",
            "1. ",
            "|",
            "|-|-|",
            "===",
            "---",
            "```",
            "[",
            "]",
            "](u)",
            "]:",
        ),
        *(
            "![",
            "[^1]",
            "[^1]: ",
            "^[",
            "[[",
            "]]",
            "<b>",
            "</b>",
            "<div>",
            "</div>",
            "<!--",
            "-->",
            "<",
            ">",
            "&amp;",
            "&",
        ),
        *(
            "\\",
            "\\*",
            "$",
            "$$",
            "{{",
            "}}",
            "{#x}",
            ": ",
            ":::",
            "[x]: y",
            "[x]",
            "https://example.org/a_b",
            "<sup>1</sup>",
        ),
    ],
    "html": [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<br>",
            "<li>",
            "<ul>",
            "</ul>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
        ),
        *(
            "</tr>",
            "</table>",
            "<h1>",
            "</h1>",
            "<q>",
            "</q>",
            "<code>",
            "</code>",
            "<pre>",
            "</pre>",
            "<script>",
            "</script>",
        ),
        *(
            "<!--",
            "-->",
            "<![CDATA[",
            "<?",
            "<",
            ">",
            "&amp;",
            "&nbsp;",
            "&copy",
            "&#x41;",
            "&",
            '<img alt="a b">',
            "<p hidden>",
        ),
        *(
            "<sup>1</sup>",
            "<title>",
            "</title>",
            '<a href="',
            '">',
            "<blockquote>",
            "<span style='display:none'>",
            "</span>",
        ),
    ],
    "rst": [
        *(
            "*",
            "**",
            "`",
            "``",
            "`_",
            "_",
            "|",
            "| ",
            ":a:`",
            "[1]_",
            ".. ",
            ".. note:: ",
            ".. code::",
            ".. list-table::",
            "::",
        ),
        *(
            "   * - ",
            "     - ",
            "=====",
            "-----",
            "=== ===",
            "+---+---+",
            ".. csv-table::",
            ":Date: ",
            "- ",
            "#. ",
            "\\",
            ">>> ",
        ),
        *(".. image:: x\n   :alt: ", ".. [1] ", ".. _x: ", "    ", '"', ","),
    ],
    "tex": [
        *(
            "\\emph{",
            "{",
            "}",
            "\\section{",
            "\\footnote{",
            "\\item ",
            "\\item[",
            "]",
            "\\begin{itemize}",
            "\\end{itemize}",
        ),
        *(
            "\\begin{tabular}{ll}",
            "\\end{tabular}",
            "&",
            "\\\\",
            "$",
            "$$",
            "\\(",
            "\\)",
            "%",
            "~",
            "``",
            "''",
            "`",
            "--",
            "\\'e",
        ),
        *(
            '\\"{o}',
            "\\ss ",
            "\\&",
            "\\ ",
            "\\verb|",
            "|",
            "\\url{",
            "\\cite{",
            "\\begin{document}",
            "\\end{document}",
            "\\date{",
        ),
        *("\\begin{verbatim}", "\\end{verbatim}", "\\newcommand{\\x}[1]{", "\\", "\\enquote{", "\\title{"),
    ],
    "adoc": [
        *("*", "**", "_", "__", "#", "`", "``", "+", "++", "+++", "^", "~", '"`', '`"', "\\", "[.a]#", "{x}", "{nbsp}"),
        *(
            "= ",
            "== ",
            "====",
            "----",
            "....",
            "____",
            "****",
            "////",
            "++++",
            "--",
            "```",
            "// ",
            "|===",
            "|",
            "2+|",
            ",===",
        ),
        *(
            "[source]",
            "[quote, a]",
            "[[a]]",
            "<<a>>",
            "<<a,",
            ">>",
            "link:u[",
            "footnote:[",
            "]",
            "image::x[a]",
            "\n+\n",
        ),
        *(
            "* ",
            "** ",
            ". ",
            "- ",
            ":: ",
            ":a: ",
            ".Title",
            "NOTE: ",
            " +\n",
            "https://example.org/a[",
            "&amp;",
            "((",
            "))",
        ),
    ],
    "org": [
        *(
            "*",
            "/",
            "_",
            "+",
            "=",
            "~",
            "* ",
            "** TODO ",
            "- ",
            "1. ",
            " :: ",
            "[[",
            "]]",
            "][",
            "[fn:1]",
            "[fn::",
            "]",
        ),
        *(
            "#+title: ",
            "#+begin_quote",
            "#+end_quote",
            "#+begin_src",
            "#+end_src",
            "# ",
            ": ",
            ":A:",
            ":END:",
            "| ",
            "|-",
        ),
        *(
            "<2024-05-04 Sat>",
            "$",
            "\\(",
            "\\)",
            "\\",
            "\\alpha",
            "\\nbsp{}",
            "{{{a}}}",
            "@@html:",
            "@@",
            "_{",
            "}",
            "<<a>>",
        ),
        *("[cite:@a]", "\\begin{a}", "\\end{a}", "src_a{", "-----", "SCHEDULED: ", "[ ]", "[1/2]"),
    ],
    "typ": [
        *(
            "*",
            "_",
            "`",
            "```",
            "$",
            "= ",
            "== ",
            "- ",
            "+ ",
            "/ ",
            "\\",
            "\\u{41}",
            "~",
            "---",
            "...",
            "<a>",
            "@a",
            "[",
            "]",
        ),
        *(
            "#",
            "#a",
            "#a(",
            ")",
            "#(",
            "#{",
            "}",
            "#[",
            "#let x = ",
            "#set a(",
            "#show: ",
            "#if x [",
            "] else [",
            "#quote[",
        ),
        *(
            "#footnote[",
            "#table(columns: 2, [",
            "], [",
            "#figure(caption: [",
            "#quote(block: true)[",
            "#heading(level: 2)[",
        ),
        *("//", "/*", "*/", '"', ";", "https://example.org/a_b", "#set document(title: [", "#5"),
    ],
    "gitcommit": [
        "# ",
        "#",
        "- ",
        "Signed-off-by: a",
        "Fixes: ",
        "# ------------------------ >8 ------------------------",
    ],
}
SUFFIXES = sorted(MARKS)


def texts(suffix):
    return st.lists(st.sampled_from(WORDS + GAPS + MARKS[suffix] * 2), max_size=40).map("".join)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(st.data())
def test_blocks_lead_back_to_the_file(suffix, data):
    assert_leads_back(page(suffix, data.draw(texts(suffix))))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_any_text_is_read(suffix, text):
    assert_leads_back(page(suffix, text))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(st.lists(st.sampled_from(["Raisi", "Ebrahim", "Ålesund", "北京市", "𝔘nited", "visit"]), min_size=1), st.data())
def test_prose_without_marks_is_kept_whole(suffix, words, data):
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", "\r\n", "\n\n", "\u00a0"]), min_size=len(words)))
    document = page(suffix, "".join(word + gap for word, gap in zip(words, gaps, strict=False)))
    assert " ".join(block.text for block in document.blocks).split() == words


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(st.binary(max_size=200))
@example(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf\xff")
def test_bytes_are_text_or_refused(suffix, data):
    with suppress(ReadError):
        assert_leads_back(read(f"page.{suffix}", data))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "mark",
    [
        "[",
        "*",
        "_a ",
        "<",
        "{",
        "`",
        "> ",
        "- ",
        "\\",
        "|",
        "<!--",
        "<div>",
        "\\emph{",
        "$a ",
        "\n",
        "[[",
        "#a(",
        "#a[",
        "/*",
    ],
)
def test_a_mark_repeated_without_end_is_read(suffix, mark):
    assert_leads_back(page(suffix, "Raisi " + mark * 2000))
