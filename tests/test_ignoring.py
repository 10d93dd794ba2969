"""Where a comment goes that hides a finding: in each format at a place where it does no harm."""

import pytest

from factlint.changes import applied
from factlint.ignoring import ignored_here, ignored_in_file
from factlint.model import Finding, Severity
from factlint.read import read
from factlint.text import Span

RULE = "misspelled-name"
HERE = f"factlint-ignore: {RULE}"
IN_FILE = f"factlint-ignore-file: {RULE}"


def finding(path, text, word="Larssen"):
    document = read(path, b"\xef\xbb\xbf" + text.encode())
    start = document.text.index(word)
    return Finding(RULE, Severity.ERROR, "", document, Span(start, start + len(word)))


def with_comment(path, text, put=ignored_here):
    change = put(finding(path, text))
    return change and applied(text, [change])


MARKDOWN = {
    "a paragraph on one line": (
        "It rained.\n\nLarssen left.\n",
        f"It rained.\n\n<!-- {HERE} -->\nLarssen left.\n",
    ),
    "a line of a paragraph": (
        "It rained.\nLarssen left.\nNobody came.\n",
        f"It rained.\nLarssen left. <!-- {HERE} -->\nNobody came.\n",
    ),
    "a forced line end": (
        "It rained.\nLarssen left.  \nNobody came.\\\nNo.\n",
        f"It rained.\nLarssen left. <!-- {HERE} -->  \nNobody came.\\\nNo.\n",
    ),
    "a forced line end by a mark": ("Larssen left.\\\nNo.\n", f"Larssen left. <!-- {HERE} -->\\\nNo.\n"),
    "a heading": ("# Larssen left #\n\nNo.\n", f"<!-- {HERE} -->\n# Larssen left #\n\nNo.\n"),
    "an underlined heading": ("Larssen left\n===\n", f"<!-- {HERE} -->\nLarssen left\n===\n"),
    "an item": ("- One\n- Larssen\n- Three\n", f"- One\n- Larssen <!-- {HERE} -->\n- Three\n"),
    "a row": (
        "| a | b |\n|---|---|\n| Larssen | c |\n| d | e |\n",
        f"| a | b |\n|---|---|\n| Larssen | c <!-- {HERE} --> |\n| d | e |\n",
    ),
    "a block behind code": ("    code\n\nLarssen left.\n", f"    code\n\n<!-- {HERE} -->\nLarssen left.\n"),
    "an indented block": ("1. One\n\n   Larssen\n   left.\n", f"1. One\n\n   Larssen <!-- {HERE} -->\n   left.\n"),
    "front matter": (
        "---\ntitle: No\n---\nLarssen left.\n",
        f"---\ntitle: No\n---\n<!-- {HERE} -->\nLarssen left.\n",
    ),
    "line ends of Windows": ("No.\r\n\r\nLarssen left.\r\n", f"No.\r\n\r\n<!-- {HERE} -->\r\nLarssen left.\r\n"),
    "a comment that names another rule": (
        "<!-- factlint-ignore: wrong-date -- so on the plaque -->\nLarssen left.\n",
        f"<!-- factlint-ignore: wrong-date, {RULE} -- so on the plaque -->\nLarssen left.\n",
    ),
}
OTHERS = {
    "HTML": (
        "a.html",
        "<body>\n  <p>Larssen</p>\n</body>\n",
        f"<body>\n  <!-- {HERE} -->\n  <p>Larssen</p>\n</body>\n",
    ),
    "an item of HTML": (
        "a.html",
        "<ul>\n<li>One\n<li>Larssen\n</ul>\n",
        f"<ul>\n<li>One\n<li>Larssen <!-- {HERE} -->\n</ul>\n",
    ),
    "reStructuredText": ("a.rst", "No.\n\nLarssen\nleft.\n", f"No.\n\n.. {HERE}\n\nLarssen\nleft.\n"),
    "an indented block of reStructuredText": (
        "a.rst",
        ".. note::\n\n   Larssen left.\n",
        f".. note::\n\n   .. {HERE}\n\n   Larssen left.\n",
    ),
    "a title under a line": ("a.rst", "===\nLarssen\n===\n\nNo.\n", f".. {HERE}\n\n===\nLarssen\n===\n\nNo.\n"),
    "LaTeX": ("a.tex", "It rained.\nLarssen left\nthen.\n", f"It rained.\nLarssen left % {HERE}\nthen.\n"),
    "AsciiDoc": (
        "a.adoc",
        "No.\n\nIt rained.\nLarssen left\nthen.\n",
        f"No.\n\nIt rained.\n// {HERE}\nLarssen left\nthen.\n",
    ),
    "an indented item of AsciiDoc": ("a.adoc", "* One\n  ** Larssen\n", f"* One\n// {HERE}\n  ** Larssen\n"),
    "a row of AsciiDoc": ("a.adoc", "|===\n|a |b\n|Larssen |c\n|===\n", f"|===\n|a |b\n// {HERE}\n|Larssen |c\n|===\n"),
    "Org": ("a.org", "It rained.\nLarssen left\nthen.\n", f"It rained.\n# {HERE}\nLarssen left\nthen.\n"),
    "an indented item of Org": ("a.org", "- One\n  - Larssen\n", f"- One\n  # {HERE}\n  - Larssen\n"),
    "a heading of Org": ("a.org", "* Larssen\nleft\n", f"# {HERE}\n* Larssen\nleft\n"),
    "Typst": ("a.typ", "It rained.\nLarssen left\nthen.\n", f"It rained.\nLarssen left // {HERE}\nthen.\n"),
    "a cell of Typst": (
        "a.typ",
        "#table(columns: 2,\n  [a], [b],\n  [Larssen], [c],\n)\n",
        f"#table(columns: 2,\n  [a], [b],\n  [Larssen], [c], // {HERE}\n)\n",
    ),
    "a commit message": (
        "COMMIT_EDITMSG",
        "Tell more\n\nIt rained.\nLarssen left.\n",
        f"Tell more\n\nIt rained.\n# {HERE}\nLarssen left.\n",
    ),
    "plain text": ("a.txt", "It rained.\n\nLarssen left.\n", f"It rained.\n\n# {HERE}\nLarssen left.\n"),
}


@pytest.mark.parametrize(("text", "wanted"), MARKDOWN.values(), ids=MARKDOWN)
def test_the_place_in_markdown(text, wanted):
    assert with_comment("a.md", text) == wanted


@pytest.mark.parametrize(("path", "text", "wanted"), OTHERS.values(), ids=OTHERS)
def test_the_place_in_other_formats(path, text, wanted):
    assert with_comment(path, text) == wanted


def test_where_no_comment_can_stand_there_is_none():
    assert with_comment("a.rst", "==== ====\na    b\n==== ====\nLarssen c\n==== ====\n") is None


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("a.md", "Larssen left.\n", f"<!-- {IN_FILE} -->\n\nLarssen left.\n"),
        ("a.md", "---\na: b\n---\n\nLarssen\n", f"---\na: b\n---\n<!-- {IN_FILE} -->\n\nLarssen\n"),
        ("a.md", "+++\r\na = 1\r\n+++\r\nLarssen", f"+++\r\na = 1\r\n+++\r\n<!-- {IN_FILE} -->\r\n\r\nLarssen"),
        ("a.html", "<!doctype html>\n<p>Larssen", f"<!doctype html>\n<!-- {IN_FILE} -->\n\n<p>Larssen"),
        ("a.html", '<?xml version="1.0"?><p>Larssen', f'<?xml version="1.0"?>\n<!-- {IN_FILE} -->\n\n<p>Larssen'),
        ("a.rst", "Larssen\n=======\n", f".. {IN_FILE}\n\nLarssen\n=======\n"),
        ("a.tex", "% !TEX root = a.tex\nLarssen\n", f"% !TEX root = a.tex\n% {IN_FILE}\nLarssen\n"),
        ("a.txt", "Larssen", f"# {IN_FILE}\nLarssen"),
        ("a.adoc", "= Larssen\nAnne\n\nNo.\n", f"// {IN_FILE}\n= Larssen\nAnne\n\nNo.\n"),
        ("a.org", "#+title: Larssen\n", f"# {IN_FILE}\n#+title: Larssen\n"),
        ("a.typ", "= Larssen\n", f"// {IN_FILE}\n= Larssen\n"),
        ("MERGE_MSG", "Larssen left\n", f"# {IN_FILE}\nLarssen left\n"),
        (
            "a.md",
            "<!-- factlint-ignore-file: wrong-date -->\n\nLarssen\n",
            f"<!-- factlint-ignore-file: wrong-date, {RULE} -->\n\nLarssen\n",
        ),
    ],
)
def test_the_comment_for_a_whole_file_stands_at_its_head(path, text, wanted):
    assert with_comment(path, text, ignored_in_file) == wanted
