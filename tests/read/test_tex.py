"""LaTeX: what is prose and what is marks."""

import pytest

from read.pages import kinds, page, prose, read_from


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Ma\\emph{j}.\\ Gen. {\\bf Ali}\n\\textbf{Abbas}", ["Maj. Gen. Ali Abbas"]),
        (
            "10~May---``quoted'' `single' it's -- 50\\% \\& \\$5 10\\,000",
            ["10 May—“quoted” ‘single’ it’s – 50% & $5 10 000"],
        ),
        (
            "\\'el\\`eve \\\"{o} Stra\\ss e \\c{c}a \\v S \\'{\\i} \\o rsted Ibr{\\aa}him \\LaTeX{} x",
            ["élève ö Straße ça Š í ørsted Ibråhim LaTeX x"],
        ),
        ("one % comment\ntwo\n% whole line\nthree % four\n\nfive", ["one two three", "five"]),
        (
            "a \\cite[p.~3]{x}, \\url{http://a_b} \\verb|x{| \\texttt{y} $x^2$ \\(z\\) b",
            ["a \ufffc, \ufffc \ufffc \ufffc \ufffc \ufffc b"],
        ),
        ("See\\label{x} \\href{http://x}{the text}\\index{y} \\textcolor{red}{here}", ["See the text here"]),
        ("The end.\\footnote{A \\emph{note}.\n\nSecond.} More", ["The end. More", "A note.", "Second."]),
        (
            "\\section[short]{One \\& \\emph{two}}\\label{a} text \\paragraph{Head.} more",
            ["One & two", "text", "Head.", "more"],
        ),
        (
            "\\begin{itemize}\\item one \\item[Term] two\n\\begin{enumerate}\\item x\\end{enumerate}\\end{itemize}",
            ["one", "Term", "two", "x"],
        ),
        ("a\\begin{equation} x \\end{equation}b\\begin{verbatim} { % \\end{verbatim}c", ["a", "b", "c"]),
        (
            "\\begin{tabular}{l|l}\\hline a & b \\\\ \\hline\nc & \\multicolumn{2}{c}{d e} \\\\[2pt]\\end{tabular}",
            ["a | b", "c | d e"],
        ),
        ("\\begin{figure}[ht]\\includegraphics[width=3cm]{x}\\caption{The caption}\\end{figure}", ["The caption"]),
        ("\\newcommand{\\x}[1]{bar #1}\\def\\y#1{z}\\renewcommand\\z{q} text", ["text"]),
        ("a\\\\b \\\\[2ex] c\\newline d\\par e", ["a b c d", "e"]),
        ("He \\enquote{said \\emph{so}}.", ["He “said so”."]),
        ("costs $5 today\n\nand $6 tomorrow", ["costs $5 today", "and $6 tomorrow"]),
        ("\\begin{frame}{Title} text \\end{frame}\\begin{letter}{To Ali} Dear", ["Title", "text", "To Ali", "Dear"]),
        ("a \\iffalse hidden \\fi b", ["a b"]),
        ("a } b { c", ["a b c"]),
        ("", []),
    ],
)
def test_blocks(text, blocks):
    assert prose("tex", text) == blocks


def test_the_preamble_counts_for_title_author_and_date():
    document = page(
        "tex",
        "\\documentclass[a4paper]{article}\n\\usepackage{babel}\n% \\title{No}\n"
        "\\title{The \\emph{Title}\\thanks{All}}\n"
        "\\author{Anne}\\date{12~May 2023}\n\\newcommand{\\a}{x}\n\\begin{document}\nText\n\\end{document}\nAfter",
    )
    assert [block.text for block in document.blocks] == ["The Title", "All", "Anne", "12 May 2023", "Text"]
    assert dict(document.metadata) == {"title": "The Title", "author": "Anne", "date": "12 May 2023"}


def test_what_kind_a_block_is():
    text = (
        "\\section{A}b\\begin{quote}c\\end{quote}\\begin{itemize}\\item d\\end{itemize}"
        "\\begin{tabular}{ll}e & f\\end{tabular}"
    )
    assert kinds("tex", text) == ["heading: A", "paragraph: b", "quotation: c", "item: d", "row: e | f"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("x \\emph{⟦Ra}isi⟧", "Raisi"),
        ("⟦Maj.\\ Gen⟧.", "Maj. Gen"),
        ("⟦10~May⟧", "10 May"),
        ("𝔘 ⟦R\\'esi⟧", "Rési"),
        ("⟦Stra\\ss e⟧", "Straße"),
        ("and ⟦Ebrahim % x\r\n  Raisi⟧", "Ebrahim Raisi"),
        ("see ⟦\\url{x}⟧", "\ufffc"),
        ("a\\footnote{⟦Raisi⟧}", "Raisi"),
    ],
)
def test_where_words_were_read_from(marked, words):
    read, marked_text = read_from("tex", marked, words)
    assert read == marked_text
