"""The file of what people have settled: read, and with an entry more."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desk
from factlint.accepted import AcceptedError, parse
from factlint.accepting import Grounds, with_finding, with_name, with_rejection, with_spelling
from factlint.read import read
from factlint.rejection import Rejection, places_of, without
from factlint.text import Span

NOBODY = Grounds()
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: text.strip()
)


def test_a_new_file_says_what_it_is_and_has_its_first_entry():
    text = with_name("", "Jon Dough", Grounds("he signs so", "Ines", date(2026, 3, 2)))
    assert text.startswith("# factlint.accepted.toml: ")
    assert tomllib.loads(text) == {
        "name": [{"name": "Jon Dough", "because": "he signs so", "by": "Ines", "on": date(2026, 3, 2)}]
    }


@given(written=TEXT, meant=TEXT, name=TEXT)
def test_whatever_is_added_is_read_again_and_added_once(written, meant, name):
    text = with_name(with_spelling("", written, meant, NOBODY), name, Grounds(name, meant))
    found = parse(text)
    assert found.spellings == {" ".join(written.split()): " ".join(meant.split())}
    assert found.names == {" ".join(name.split())}
    assert with_name(text, " ".join(name.split()), NOBODY) == text


def test_an_entry_is_added_at_the_end_and_nothing_else_changes():
    before = "# ours\n\n[[name]]\nname = 'Bo'  # he\n\n\n"
    text = with_spelling(before, "Rayeesi", "Raisi", NOBODY)
    assert text == '# ours\n\n[[name]]\nname = \'Bo\'  # he\n\n[[spelling]]\nwritten = "Rayeesi"\nas = "Raisi"\n'


def test_a_spelling_that_is_settled_otherwise_now_stands_for_the_later_name():
    text = with_spelling(with_spelling("", "Rayeesi", "Raisi", NOBODY), "Rayeesi", "Raissi", NOBODY)
    assert parse(text).spellings == {"Rayeesi": "Raissi"}


def test_a_finding_and_a_rejection_are_added_once():
    [finding] = desk.findings(["President Anne Larsen spoke."], "President Anne Larssen slept.")
    text = with_finding("", finding, "draft.md", NOBODY)
    assert with_finding(text, finding, "draft.md", NOBODY) == text
    assert [(entry.fingerprint, entry.rule, entry.path) for entry in parse(text).findings] == [
        (finding.fingerprint, "misspelled-name", "draft.md")
    ]
    rejection = Rejection("seeds/a.txt", "7 May", "It was on 7 May.")
    text = with_rejection(text, rejection, NOBODY)
    assert with_rejection(text, rejection, NOBODY) == text
    assert [(entry.source, entry.says, entry.passage) for entry in parse(text).rejections] == [
        ("seeds/a.txt", "7 May", "It was on 7 May.")
    ]


def test_a_broken_file_is_not_added_to():
    with pytest.raises(AcceptedError) as refused:
        with_name('# ours\n[[nam]]\nname = "Bo"\n', "Jon", NOBODY)
    assert refused.value.line == 2


def test_entries_are_told_by_the_line_that_they_begin_on():
    text = '\n[[finding]]\nfingerprint = "a"\n[[name]]\nname = "x"\n  [[ finding ]]\nfingerprint = "b"\n'
    assert [entry.line for entry in parse(text).findings] == [2, 6]


def test_the_example_of_the_documentation_is_a_file():
    page = Path(__file__).parent.parent / "docs" / "suppressing.md"
    [example] = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    found = parse(example)
    assert (found.spellings, found.names) == ({"Rayeesi": "Raisi"}, {"Jon Dough"})
    assert (len(found.findings), len(found.rejections)) == (1, 1)


# What a rejection leaves of a source.


def test_only_the_rejected_words_are_left_out_and_every_span_stays():
    document = read("a.md", b"It rained. *She* left on 7 May, not on 7 May 2020.\n\nShe left on 7 May.\n")
    first, second, other = places_of(document, "7 May")
    believed, stale = without(document, [Rejection("a.md", "7 May", other.passage)])
    assert stale == ()
    assert [block.text for block in believed.blocks] == [document.blocks[0].text, "She left on \ufffc."]
    assert believed.blocks[1].file_span(Span(12, 13)) == other.span
    assert believed.blocks[1].file_span(Span(13, 14)).of(document.text) == "."
    assert believed.passage(other.span) == "She left on 7 May."
    assert (believed.is_left_out(other.span), believed.is_left_out(first.span)) == (True, False)
    both, _ = without(document, [Rejection("a.md", "7 May", second.passage)])
    assert both.blocks[0].text == "It rained. She left on \ufffc, not on \ufffc 2020."


def test_words_are_looked_for_whole_across_folds_and_markup():
    document = read("a.md", b"He came on the **7**\nMay 2020 at 17 May Street; 7 Mayor, 7 May.\n")
    assert [place.span.of(document.text) for place in places_of(document, "7 May")] == ["7**\nMay", "7 May"]
    assert places_of(document, "  ") == ()
    assert places_of(document, "(") == ()


@given(says=TEXT, passage=TEXT, text=TEXT)
def test_no_rejection_is_too_strange(says, passage, text):
    document = read("a.md", text.encode())
    believed, _ = without(document, [Rejection("a.md", says, passage), Rejection("a.md", text, text)])
    assert len(believed.blocks) == len(document.blocks)
    assert believed.text == document.text
