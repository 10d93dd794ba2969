"""What LaTeX's commands and environments do to prose, as tables; a command in none of them leaves its arguments."""

from __future__ import annotations

from factlint.read.names import names
from factlint.text import BlockKind

# How many arguments at the front are not prose; those after them, if any, are.
ARGUMENTS_LEFT_OUT = {
    **dict.fromkeys(
        names(
            """
            addbibresource addtocontents bibliography bibliographystyle bibitem captionsetup cline cmidrule color
            counterwithin definecolor documentclass eqref externaldocument fancyfoot fancyhead geometry
            graphicspath hspace hyphenation hypersetup include includegraphics includeonly includepdf index input
            label linespread lstinputlisting lstset nocite pagecolor pagenumbering pagestyle phantom
            RequirePackage selectlanguage setlist setmainfont setmainlanguage setotherlanguage setsansfont sisetup
            stepcounter subfile thispagestyle todo usepackage usetheme usetikzlibrary vphantom vspace
            foreignlanguage hyperlink hypertarget parbox raisebox rotatebox scalebox textcolor
            """
        ),
        1,
    ),
    **dict.fromkeys(
        names(
            """
            addcontentsline addtolength DeclareMathOperator fontsize multicolumn multirow newcommand newcounter
            newlength newtheorem pdfbookmark providecommand renewcommand resizebox rule setcounter setlength
            settowidth fcolorbox
            """
        ),
        2,
    ),
    **dict.fromkeys(names("newenvironment renewenvironment newacronym"), 3),
    "colorbox": 1,
    "href": 1,
    "newglossaryentry": 2,
}
# The whole command stands for something that is not a word: an address, code, a reference, a formula.
OBJECTS = names(
    """
    autocite autoref cite citeauthor citep citet citeyear Cref cref ensuremath footcite gls glspl Gls lstinline
    mintinline nameref nolinkurl pageref parencite path qrcode ref textcite texttt url vref
    """
)
# The argument is a block by itself.
BLOCKS = {
    **dict.fromkeys(
        names(
            """
            part chapter section subsection subsubsection paragraph subparagraph title subtitle frametitle
            framesubtitle addchap addsec
            """
        ),
        BlockKind.HEADING,
    ),
    **dict.fromkeys(
        names(
            """
            address author caption cc closing date encl institute name opening publishers signature subject telephone
            titlehead
            """
        ),
        BlockKind.PARAGRAPH,
    ),
}
# How deep each of the headings is.
LEVELS = {
    "title": 1,
    "part": 2,
    **dict.fromkeys(("chapter", "addchap"), 3),
    **dict.fromkeys(("section", "addsec"), 4),
    "subsection": 5,
    "subsubsection": 6,
    "paragraph": 7,
    "subparagraph": 8,
}
# The argument is a block that stands within another.
ASIDES = names("endnote footnote footnotetext marginnote marginpar sidenote tablefootnote thanks")
QUOTING = frozenset({"enquote", "textquote"})
METADATA = frozenset({"author", "date", "subtitle", "title"})

ENVIRONMENT_ARGUMENTS_LEFT_OUT = {
    **dict.fromkeys(
        names(
            """
            array column longtable minipage multicols spacing subfigure supertabular tabbing tabular thebibliography
            wraptable
            """
        ),
        1,
    ),
    **dict.fromkeys(names("adjustwidth tabular* tabularx tabulary wrapfigure xltabular"), 2),
}
ENVIRONMENTS_NOT_PROSE = names(
    """
    align align* alignat alignat* asy comment displaymath eqnarray eqnarray* equation equation* filecontents
    filecontents* flalign flalign* gather gather* listing lstlisting math minted multline multline* picture pgfpicture
    pspicture thebibliography tikzpicture verbatim verbatim* Verbatim
    """
)
# In these no brace, percent sign or backslash means anything.
VERBATIM = names("comment filecontents filecontents* lstlisting minted verbatim verbatim* Verbatim")
TABLES = names("array longtable supertabular tabular tabular* tabularx tabulary xltabular")
ENVIRONMENT_KINDS = {
    **dict.fromkeys(names("itemize enumerate description compactitem compactenum"), BlockKind.ITEM),
    **dict.fromkeys(names("quote quotation verse displayquote"), BlockKind.QUOTATION),
    **dict.fromkeys(TABLES, BlockKind.ROW),
}

SYMBOLS = {
    "AA": "Å", "AE": "Æ", "DH": "Ð", "DJ": "Đ", "IJ": "Ĳ", "L": "Ł", "LaTeX": "LaTeX", "NG": "Ŋ", "O": "Ø", "OE": "Œ",
    "P": "¶", "S": "§", "SS": "ẞ", "TH": "Þ", "TeX": "TeX", "aa": "å", "ae": "æ", "copyright": "©", "dag": "†",
    "ddag": "‡", "degree": "°", "dh": "ð", "dj": "đ", "dots": "…", "euro": "€", "glq": "‚", "glqq": "„", "grq": "‘",
    "grqq": "“", "guillemotleft": "«", "guillemotright": "»", "i": "ı", "ij": "ĳ", "j": "ȷ", "l": "ł", "ldots": "…",
    "lq": "‘", "newline": " ", "ng": "ŋ", "o": "ø", "oe": "œ", "pounds": "£", "qquad": " ", "quad": " ", "rq": "’",
    "slash": "/", "space": " ", "ss": "ß", "textbackslash": "\\", "textbullet": "•", "textcent": "¢",
    "textdegree": "°", "textdollar": "$", "textellipsis": "…", "textemdash": "—", "textendash": "–", "texteuro": "€",
    "textgreater": ">", "textless": "<", "textquotedbl": '"', "textquotedblleft": "“", "textquotedblright": "”",
    "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'", "textregistered": "®",
    "textsterling": "£", "texttrademark": "™", "textunderscore": "_", "textasciitilde": "~", "th": "þ",
    " ": " ", "\n": " ", "\r": " ", "\t": " ", ",": " ", ":": " ", ";": " ", "&": "&", "%": "%", "$": "$", "#": "#",
    "_": "_", "{": "{", "}": "}",
}  # fmt: skip
ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
LIGATURES = {"``": "“", "''": "”", "`": "‘", "'": "’", "---": "—", "--": "–", "~": " "}
