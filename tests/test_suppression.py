"""What a draft's own comments hide, and what is said of comments that misfire."""

import pytest

import desk
from factlint.case import Case
from factlint.check import findings_in
from factlint.files import load_rules
from factlint.model import Settings
from factlint.read import read
from factlint.rulebook import Rulebook
from factlint.suppression import suppress

SOURCES = [
    "President Anne Larsen opened the bridge on 4 May 2021.",
    "“We will never forget the help of our true friends,” Larsen said.",
]
WRONG = "President Anne Larssen cut the ribbon."
IGNORE = "factlint-ignore: misspelled-name"


def told(draft, path="draft.md"):
    return [(found.rule, found.text) for found in desk.findings(SOURCES, draft, path)]


def lines(draft, path="draft.md"):
    found = desk.findings(SOURCES, draft, path)
    return [(each.rule, each.document.position(each.span.start).line) for each in found]


def messages(draft, path="draft.md"):
    return [(each.message, each.suggestions) for each in desk.findings(SOURCES, draft, path)]


COMMENTS = [
    pytest.param("draft.md", "<!-- {} -->", id="markdown"),
    pytest.param("draft.md", "[//]: # ({})", id="markdown-definition"),
    pytest.param("draft.md", '[comment]: <> "{}"', id="markdown-comment"),
    pytest.param("draft.html", "<!-- {} -->", id="html"),
    pytest.param("draft.rst", ".. {}", id="rst"),
    pytest.param("draft.tex", "% {}", id="latex"),
    pytest.param("draft.adoc", "// {}", id="asciidoc"),
    pytest.param("draft.org", "# {}", id="org"),
    pytest.param("draft.typ", "// {}", id="typst"),
    pytest.param("draft.typ", "/* {} */", id="typst-block"),
    pytest.param("COMMIT_EDITMSG", "# {}", id="git-commit"),
    pytest.param("draft.txt", "# {}", id="plain"),
    pytest.param("draft.txt", "// {}", id="plain-slashes"),
    pytest.param("draft.txt", "<!-- {} -->", id="plain-html"),
]
PARAGRAPH = {"draft.html": "<p>{}</p>"}


def paragraph(path, text):
    return PARAGRAPH.get(path, "{}").format(text)


@pytest.mark.parametrize(("path", "mark"), COMMENTS)
def test_a_comment_hides_what_is_found_in_the_next_block_alone(path, mark):
    hidden, seen = paragraph(path, WRONG), paragraph(path, "Mayor Larssen left.")
    assert lines(f"{mark.format(IGNORE)}\n\n{hidden}\n\n{seen}\n", path) == [("misspelled-name", 5)]


@pytest.mark.parametrize(("path", "mark"), COMMENTS)
def test_a_stretch_begins_and_ends(path, mark):
    hidden, seen = paragraph(path, WRONG), paragraph(path, "Mayor Larssen left.")
    start, end = (mark.format(f"factlint-ignore-{word}") for word in ("start: misspelled-name", "end"))
    assert lines(f"{start}\n\n{hidden}\n\n{hidden}\n\n{end}\n\n{seen}\n", path) == [("misspelled-name", 9)]


@pytest.mark.parametrize(("path", "mark"), COMMENTS)
def test_a_whole_file(path, mark):
    hidden = paragraph(path, WRONG)
    assert told(f"{hidden}\n\n{hidden}\n\n{mark.format('factlint-ignore-file: misspelled-name -- why')}\n", path) == []


@pytest.mark.parametrize(("path", "mark"), COMMENTS)
def test_a_comment_is_no_prose(path, mark):
    text = f"{mark.format('factlint-ignore-file: wrong-date -- Larssen, 7 June 2021')}\n\nThe crowd left.\n"
    document = read(path, text.encode())
    assert [block.text for block in document.blocks] == ["The crowd left."]
    assert len(document.comments) == 1


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("draft.md", "<!-- {} -->"),
        ("draft.html", "<!-- {} -->"),
        ("draft.tex", "% {}"),
        ("draft.txt", "# {}"),
        ("draft.typ", "// {}"),
        ("draft.typ", "/* {} */"),
    ],
)
def test_a_comment_behind_text_counts_for_its_line_alone(path, mark):
    text = f"{WRONG} {mark.format(IGNORE)}\nMayor Larssen left.\n"
    assert lines(paragraph(path, text), path) == [("misspelled-name", 2)]


def test_a_comment_within_a_paragraph_covers_the_rest_of_it():
    text = f"{WRONG}\n% {IGNORE}\n{WRONG}\n{WRONG}\n\n{WRONG}\n"
    assert lines(text, "draft.tex") == [("misspelled-name", 1), ("misspelled-name", 6)]


@pytest.mark.parametrize(
    ("path", "mark"), [("draft.adoc", "////\n{}\n////"), ("draft.org", "#+begin_comment\n{}\n#+end_comment")]
)
def test_a_comment_of_several_lines_counts_as_one(path, mark):
    assert told(f"{mark.format(IGNORE)}\n{WRONG}\n", path) == []


def test_the_folds_of_plain_text_run_on_over_a_comment():
    text = f"The crowd saw that on this fine day President Anne\n# {IGNORE}\nLarssen cut the ribbon, and it cheered.\n"
    assert [block.text for block in read("draft.txt", text.encode()).blocks] == [
        "The crowd saw that on this fine day President Anne Larssen cut the ribbon, and it cheered."
    ]
    assert told(text, "draft.txt") == []


def test_comments_stand_in_lists_tables_quotations_and_front_matter():
    assert told(f"- The fair.\n- {WRONG} <!-- {IGNORE} -->\n- The rain.\n") == []
    assert told(f"| Who | What |\n|---|---|\n| President Anne Larssen <!-- {IGNORE} --> | tea |\n") == []
    quotation = "> We will never forgive the help of our true friends\n"
    assert told(quotation) == [("altered-quote", "forgive")]
    assert told(f"> <!-- factlint-ignore: altered-quote -->\n{quotation}") == []
    assert told(f"---\n# factlint-ignore-file: misspelled-name\ntitle: Tea\n---\n\n{WRONG}\n") == []


def test_a_comment_in_the_preamble_of_latex_counts():
    preamble = "% factlint-ignore-file: misspelled-name\n\\documentclass{x}\n\\begin{document}\n"
    assert told(preamble + WRONG, "draft.tex") == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("draft.md", "`<!-- factlint-ignore-file -->`\n\n"),
        ("draft.md", "```\n<!-- factlint-ignore-file -->\n```\n\n"),
        ("draft.md", "    <!-- factlint-ignore-file -->\n\n"),
        ("draft.html", "<script><!-- factlint-ignore-file --></script>"),
        ("draft.rst", "Thus::\n\n   .. factlint-ignore-file\n\n"),
        ("draft.tex", "\\begin{verbatim}\n% factlint-ignore-file\n\\end{verbatim}\n"),
        ("draft.adoc", "----\n// factlint-ignore-file\n----\n\n"),
        ("draft.adoc", "Text // factlint-ignore-file\n\n"),
        ("draft.org", "#+begin_src sh\n# factlint-ignore-file\n#+end_src\n"),
        ("draft.org", "#factlint-ignore-file\n\n"),
        ("draft.typ", "```\n// factlint-ignore-file\n```\n"),
        ("draft.typ", "https://example.org//factlint-ignore-file\n\n"),
        ("COMMIT_EDITMSG", "See # factlint-ignore-file\n\n"),
        ("draft.tex", "Half, 50\\% factlint-ignore-file.\n\n"),
    ],
)
def test_what_only_shows_a_comment_is_none(path, text):
    assert ("misspelled-name", "Larssen") in told(text + paragraph(path, WRONG), path)


@pytest.mark.parametrize(
    "names", ["", ": misspelled-name, wrong-date", ": misspelled-*", ": wrong-date misspelled-name"]
)
def test_rules_are_named_one_by_one_by_pattern_or_not_at_all(names):
    draft = f"<!-- factlint-ignore{names} -->\nPresident Anne Larssen opened the bridge on 5 May 2021.\n"
    left = {"misspelled-name", "wrong-date"} - {rule for rule, _ in told(draft)}
    assert "misspelled-name" in left
    assert ("wrong-date" in left) == (names != ": misspelled-*")


@pytest.mark.parametrize(
    "reason", [" -- as on the plaque", " -- wrong-date -- no rule", " – an en dash", " — an em dash"]
)
def test_a_reason_names_no_rule(reason):
    assert told(f"<!-- {IGNORE}{reason} -->\n{WRONG}\n") == []


def test_an_unknown_rule_is_told_where_it_stands_with_the_one_that_was_meant():
    draft = f"<!-- factlint-ignore: mispelled-name, nonsense, misspelled-name -->\n{WRONG}\n"
    assert told(draft) == [("broken-ignore", "mispelled-name"), ("broken-ignore", "nonsense")]
    assert messages(draft) == [
        ("There is no rule “mispelled-name”; did you mean “misspelled-name”?", ("misspelled-name",)),
        ("There is no rule “nonsense”; `factlint rules` lists those that there are.", ()),
    ]


@pytest.mark.parametrize(
    ("comment", "marked", "suggestions"),
    [
        ("factlint-ignore-nextline", "factlint-ignore-nextline", None),
        ("factlint-ingore: wrong-date", "factlint-ingore", ("factlint-ignore",)),
        ("factlint-ignore-begin", "factlint-ignore-begin", None),
        ("factlint: ignore", "factlint", None),
        ("factlint-ignore wrong-date", "wrong-date", ()),
        ("factlint-ignore:", ":", ()),
        ("factlint-ignore-start", "factlint-ignore-start", ("factlint-ignore",)),
    ],
)
def test_a_comment_that_cannot_be_followed_is_told(comment, marked, suggestions):
    found = [each for each in desk.findings(SOURCES, f"<!-- {comment} -->\n{WRONG}\n") if each.rule == "broken-ignore"]
    assert [each.text for each in found] == [marked]
    assert suggestions is None or found[0].suggestions == suggestions


def test_a_comment_about_factlint_is_no_order():
    assert told("<!-- factlint finds nothing here; factlint-ignore is not needed -->\nThe crowd left.\n") == []


def test_an_end_without_a_start_is_told():
    assert told("The crowd left.\n\n<!-- factlint-ignore-end -->\n") == [
        ("broken-ignore", "<!-- factlint-ignore-end -->\n")
    ]


def test_an_end_closes_the_nearest_start_and_says_where_it_names_other_rules():
    draft = (
        "<!-- factlint-ignore-start: misspelled-name -->\n\n<!-- factlint-ignore-start: wrong-date -->\n\n"
        "President Anne Larssen opened the bridge on 5 May 2021.\n\n"
        "<!-- factlint-ignore-end: misspelled-name -->\n\nMayor Larssen left.\n\n<!-- factlint-ignore-end -->\n"
    )
    assert messages(draft) == [("This ends the stretch that begins on line 3, which names other rules.", ())]


def applied(draft, path="draft.md"):
    """The draft with the first suggestion of every finding applied."""
    for found in reversed(desk.findings(SOURCES, draft, path)):
        draft = draft[: found.span.start] + found.suggestions[0] + draft[found.span.end :]
    return draft


@pytest.mark.parametrize(
    ("path", "draft", "left"),
    [
        ("draft.md", "The fair.\n\n<!-- factlint-ignore -->\nThe crowd.\n", "The fair.\n\nThe crowd.\n"),
        ("draft.md", "The fair. <!-- factlint-ignore -->\nThe crowd.\n", "The fair.\nThe crowd.\n"),
        ("draft.md", "The fair <!-- factlint-ignore -->was fun.\n", "The fair was fun.\n"),
        ("draft.md", "The fair <!-- factlint-ignore --> was fun.\n", "The fair was fun.\n"),
        ("draft.md", "> <!-- factlint-ignore -->\n> The crowd.\n", ">\n> The crowd.\n"),
        ("draft.html", "<p>The fair.</p><!-- factlint-ignore-file -->", "<p>The fair.</p>"),
        ("draft.rst", "The fair.\r\n\r\n.. factlint-ignore\r\n\r\nRain.\r\n", "The fair.\r\n\r\n\r\nRain.\r\n"),
        ("draft.tex", "The fair. % factlint-ignore\nThe crowd.\n", "The fair.\nThe crowd.\n"),
        ("draft.tex", "The fa% factlint-ignore\nir.\n", "The fa%\nir.\n"),
        ("draft.txt", "The fair. # factlint-ignore\nThe crowd.\n", "The fair.\nThe crowd.\n"),
        ("draft.adoc", "The fair.\n// factlint-ignore\nThe crowd.\n", "The fair.\nThe crowd.\n"),
        ("draft.org", "The fair.\n# factlint-ignore\nThe crowd.\n", "The fair.\nThe crowd.\n"),
        ("draft.typ", "The fair. // factlint-ignore\nThe crowd.\n", "The fair.\nThe crowd.\n"),
        ("draft.typ", "The fair /* factlint-ignore */ was fun.\n", "The fair was fun.\n"),
        ("COMMIT_EDITMSG", "The fair.\n# factlint-ignore\nThe crowd.\n", "The fair.\nThe crowd.\n"),
        (
            "draft.md",
            "<!-- factlint-ignore-start -->\n\nThe fair.\n\n<!-- factlint-ignore-end -->\n",
            "\nThe fair.\n\n",
        ),
        (
            "draft.md",
            f"<!-- factlint-ignore: wrong-date, misspelled-name, wrong-rank, wrong-role -->\n{WRONG}\n",
            f"<!-- factlint-ignore: misspelled-name -->\n{WRONG}\n",
        ),
        (
            "draft.md",
            f"<!-- factlint-ignore-start: wrong-date, misspelled-name -->\n\n{WRONG}\n\n"
            "<!-- factlint-ignore-end: misspelled-name, wrong-date -->\n",
            f"<!-- factlint-ignore-start: misspelled-name -->\n\n{WRONG}\n\n"
            "<!-- factlint-ignore-end: misspelled-name -->\n",
        ),
    ],
)
def test_a_comment_that_hides_nothing_is_removed_with_what_is_left_of_its_line(path, draft, left):
    found = desk.findings(SOURCES, draft, path)
    assert {(each.rule, each.fix, each.severity) for each in found} == {("unused-ignore", "safe", "warning")}
    assert applied(draft, path) == left
    assert told(left, path) == []


def test_what_two_comments_hide_counts_for_both():
    assert told(f"<!-- factlint-ignore-file: misspelled-name -->\n\n<!-- {IGNORE} -->\n{WRONG}\n") == []


def test_a_rule_that_is_off_is_never_unused():
    draft = f"<!-- factlint-ignore: unsupported-date, misspelled-name -->\n{WRONG}\n"
    every = load_rules()
    default = tuple(rule for rule in every if rule.is_default)
    case = Case(desk.account(draft), desk.index(SOURCES), Settings())

    def left(applied):
        found = suppress(case, findings_in(case, applied), Rulebook(every, default, applied)).findings
        return [each.text for each in found]

    assert left(default) == []
    assert left(every) == ["unsupported-date, "]
    assert left(tuple(rule for rule in every if rule.id in {"unused-ignore", "wrong-date"})) == []


@pytest.mark.parametrize(
    "text",
    [
        "<!-- factlint-ignore",
        "<!--factlint-->",
        "<!-- factlint- -->",
        "<!-- factlint-ignore: , , -->",
        "<!-- factlint-ignore: -- -->",
        "<!-- factlint-ignore-end --><!-- factlint-ignore-start -->",
        "<!-- factlint-ignore: [ -->",
        "[//]: # (factlint-ignore: *)",
    ],
)
@pytest.mark.parametrize(
    "path", ["draft.md", "draft.html", "draft.rst", "draft.tex", "draft.adoc", "draft.org", "draft.typ", "draft.txt"]
)
def test_strange_comments_are_read(text, path):
    desk.findings(SOURCES, f"{text}\n{text} x {text}\n\n{text}", path)
