"""Behaviour of single mechanisms that the rules' own examples do not show."""

import pytest

import desk
from factlint.model import FixSafety


def told(sources, draft, path="draft.md"):
    return [(f.rule, f.text, f.suggestions[0] if f.suggestions else None) for f in desk.findings(sources, draft, path)]


def test_sources_that_give_two_ranks_are_a_conflict_and_a_broader_rank_is_none():
    sources = ["Major General Lars Holm came.", "Brigadier General Lars Holm left.", "General Lars Holm spoke."]
    assert told(sources, "Major General Lars Holm slept.") == [("conflicting-sources", "Major General", None)]
    assert told([sources[0], sources[2]], "Major General Lars Holm slept.") == []


def test_an_exact_rank_outweighs_a_broad_one():
    sources = ["Major General Lars Holm came.", "General Lars Holm spoke."]
    assert told(sources, "Brigadier General Lars Holm slept.") == [("wrong-rank", "Brigadier General", "Major General")]


def test_a_sentence_with_two_dates_supports_either():
    source = "Founded in Oslo in 2009, the Fjord Cup has had a Danish team since the season of 2017."
    assert told([source], "The Fjord Cup has had a Danish team since 2017.") == []


def test_a_date_line_dates_the_document_and_no_event():
    source = "date 2023-05-12 Oslo Times - Major General Lars Holm received the Danish minister on Wednesday."
    assert told([source], "On 10 May 2023, Major General Lars Holm received the Danish minister.") == []


def test_a_country_is_one_under_any_of_its_names():
    source = "The US and its allies imposed sanctions on Damascus in 2011."
    draft = "In 2012 the United States and its allies imposed sanctions on Syria."
    assert told([source], draft) == [("wrong-date", "2012", "2011")]


def test_what_the_next_sentence_takes_back_is_not_stated():
    sources = ["Major General Lars Holm came."]
    assert told(sources, "A memo had Brigadier General Lars Holm in it. It was wrong.") == []


def test_a_byline_in_the_front_matter_counts_as_a_spelling_and_is_not_marked():
    draft = "---\nauthor: Lena Hartmann\n---\n\nThe fair opened. Lena Hartman covers it."
    assert told(["The council met."], draft) == [("inconsistent-spelling", "Hartman", "Hartmann")]


def test_a_calling_in_capitals_is_no_part_of_a_name():
    sources = ["City Engineer Rajiv Chandran spoke.", "Rajiv Chandran left."]
    assert told(sources, "Rajiv Chandram slept.") == [("misspelled-name", "Chandram", "Chandran")]


@pytest.mark.parametrize(
    "draft",
    [
        "It was in the '90s. In the end we shall never forget the help of our best friends.",
        "'Tis done: we will never forget the help of our old friends, I fear.",
    ],
)
def test_an_apostrophe_opens_no_quotation(draft):
    assert told(["“We will never forget the help of our true friends,” he said."], draft) == []


def test_a_quotation_that_adds_much_is_another_one():
    source = "“We will never forget the help of our true friends,” he said."
    draft = "“We will all surely always try hard to never forget the great help given of our true friends,” she said."
    assert told([source], draft) == []


@pytest.mark.parametrize(("one", "other"), [("Ma‘ruf", "Ma’ruf"), ("O'Neill", "O’Neill")])
def test_marks_of_apostrophe_are_one(one, other):
    assert told([f"Minister Anne {one} spoke."], f"Minister Anne {other} slept.") == []


def test_a_fix_across_markup_is_only_offered():
    [finding] = desk.findings(["Maj. Gen. Lars Holm came."], "Brig. **Gen.** Lars Holm slept.")
    assert (finding.rule, finding.fix) == ("wrong-rank", FixSafety.OFFER)


def test_an_entity_in_an_expansion_does_not_widen_what_is_marked():
    sources = ["The Islamic Revolution Guards Corps (IRGC) came."]
    draft = "<p>The Islamic R&eacute;sistance Guards Corps (IRGC) left.</p>"
    assert told(sources, draft, "draft.html") == [("wrong-expansion", "R&eacute;sistance", "Revolution")]


def test_a_country_of_two_words_is_replaced_whole():
    sources = ["South Korean Foreign Minister Kim Min-jae spoke."]
    draft = "North Korean Foreign Minister Kim Min-jae slept."
    assert told(sources, draft) == [("wrong-role", "North Korean", "South Korean")]


def test_capitals_are_kept_in_a_ministry():
    sources = ["Danish Foreign Minister Anne Larsen spoke."]
    assert told(sources, "Danish DEFENCE Minister Anne Larsen slept.") == [("wrong-role", "DEFENCE", "FOREIGN")]


@pytest.mark.parametrize("text", ["( in May 2020 " * 400, " ".join(f"Nym{n}a" for n in range(1500)), "Bo Ek " * 1500])
def test_strange_long_text_is_checked(text):
    assert told(["Anne Larsen came in May 2020."], text) == []


@pytest.mark.parametrize(
    ("marks", "path"),
    [
        ('"{}," he said.', "draft.md"),
        ("'{},' he said.", "draft.md"),
        ("‘{},’ he said.", "draft.md"),
        ("«{}», he said.", "draft.md"),
        ("»{}«, he said.", "draft.md"),
        ("»{}», he said.", "draft.md"),
        ("„{}“, he said.", "draft.md"),
        ("„{}”, he said.", "draft.md"),
        ("‚{}‘, he said.", "draft.md"),
        ("‹{}›, he said.", "draft.md"),
        ("> {}\n", "draft.md"),
        ("She said: “He told me, ‘{}.’”", "draft.md"),
        ("\\enquote{{{}}}, he said.", "draft.tex"),
        ("<p><q>{}</q>, he said.</p>", "draft.html"),
    ],
)
def test_a_quotation_in_any_marks_is_compared(marks, path):
    source = "“We will never forget the help of our true friends in the northern towns,” he said."
    draft = marks.format("We will never forgive the help of our true friends")
    assert told([source], draft, path) == [("altered-quote", "forgive", "forget")]


def test_a_letter_in_brackets_is_a_fair_change():
    source = "“We will never forget the help of our true friends,” he said."
    assert told([source], "“[W]e will never forget the help of our true friend[s],” he said.") == []
