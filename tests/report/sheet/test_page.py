"""The sheet as a page: complete, readable without a script, safe, and true to the draft."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model import Slot, Standing, Verdict
from factlint.report.sheet.page import render
from factlint.text import Span
from sheets import Page, claim, contradicted, document, evidence, sheet

SOURCE = "President Anne Larsen opened the bridge. It cost 41 million euros."
DRAFT = document("President Anne Larssen came. It cost 41 million euros. Torvald Aune sang.")


@pytest.fixture(scope="module")
def page():
    wrong = contradicted(DRAFT, "Anne Larssen", "Larssen", "Larsen", evidence(SOURCE, "Anne Larsen"))
    cost = claim(DRAFT, "41 million euros", Standing.SUPPORTED, evidence(SOURCE, "41 million euros"), slot=Slot.NUMBER)
    unknown = claim(DRAFT, "Torvald Aune", Standing.UNSUPPORTED)
    return Page(render(sheet(DRAFT, wrong, cost, unknown, sources=(wrong.evidence[0].document,))))


class TestClaims:
    def test_each_is_marked_where_it_stands_and_leads_to_its_evidence(self, page):
        assert page.marked() == {"1": "Anne Larssen", "2": "41 million euros", "3": "Torvald Aune"}
        for number in "123":
            mark, _ = page.one("a", id=f"claim-{number}")
            page.one("li", id=(mark["href"] or "")[1:])

    def test_the_mark_says_how_it_stands(self, page):
        for standing, number in (("contradicted", "1"), ("supported", "2"), ("unsupported", "3")):
            mark, _ = page.one("a", id=f"claim-{number}")
            assert standing in mark["class"]
            assert page.one("strong", id=mark["aria-describedby"])[1] == standing

    def test_the_draft_is_whole(self, page):
        assert " ".join(page.one("article")[1].split()) == DRAFT.text

    def test_the_words_that_a_finding_marks_are_set_apart(self, page):
        assert page.one("span", class_="fault")[1] == "Larssen"

    def test_a_claim_over_two_paragraphs_is_marked_in_both_and_has_one_place(self):
        draft = document("He said: “One thing\n\nand another” twice.")
        found = Verdict(draft, Span(10, draft.text.index("”")), Slot.QUOTATION, Standing.UNSUPPORTED, ())
        page = Page(render(sheet(draft, found)))
        assert page.marked() == {"1": "One thing and another"}
        page.one("a", id="claim-1")


class TestEvidence:
    def test_a_contradicted_claim_shows_message_fix_rule_and_passage(self, page):
        _, card = page.one("li", id="evidence-1")
        assert "The sources spell this name “Larsen”." in card
        assert "Larssen → Larsen" in card
        assert "misspelled-name" in card
        assert "President Anne Larsen opened the bridge." in card
        assert "seeds/a.txt:1" in card

    def test_the_telling_words_are_marked(self, page):
        assert [text for _, text in page.all("mark")] == ["Anne Larsen", "41 million euros"]

    def test_an_unsupported_claim_says_so(self, page):
        assert "No source says this." in page.one("li", id="evidence-3")[1]

    def test_further_passages_of_a_supported_claim_are_folded_away(self):
        draft = document("Anne Larsen came.")
        passages = [evidence("Anne Larsen spoke.", "Anne Larsen", f"seeds/{number}.txt") for number in range(3)]
        page = Page(render(sheet(draft, claim(draft, "Anne Larsen", Standing.SUPPORTED, *passages))))
        assert page.one("details", class_="more")[1].startswith("2 more passages")
        assert len(page.all("cite")) == 3

    def test_every_source_is_named_with_how_often_it_is_cited(self, page):
        assert page.one("footer")[1].split("Supported:")[0].split() == [
            "Sources",
            "seeds/a.txt",
            "cited",
            "for",
            "1",
            "claim",
        ]


class TestHeadline:
    def test_it_is_the_share_of_claims_supported_with_the_counts(self, page):
        assert page.one("h1")[1] == "1 of 3 claims supported"
        assert page.one("p", class_="figure")[1] == "33%"
        counts = [
            (given["data-standing"], text.split()) for given, text in page.all("button", **{"aria-pressed": "false"})
        ]
        assert counts == [
            ("contradicted", ["Contradicted", "1"]),
            ("unsupported", ["Unsupported", "1"]),
            ("supported", ["Supported", "1"]),
        ]

    def test_the_strip_has_a_field_for_each_claim_in_their_order(self, page):
        assert [given["class"] for given, _ in page.all("rect")] == ["contradicted", "supported", "unsupported"]

    def test_a_draft_without_claims_says_so(self):
        page = Page(render(sheet(document("Nothing happened."))))
        assert page.one("h1")[1] == "no checkable claims"
        assert page.one("p", class_="figure")[1] == "–"
        assert "no claim" in page.one("p", id="none")[1]

    @pytest.mark.parametrize(
        ("supported", "of", "figure"), [(0, 400, "0%"), (1, 400, "1%"), (399, 400, "99%"), (2, 2, "100%")]
    )
    def test_only_all_is_a_hundred_per_cent_and_only_none_is_zero(self, supported, of, figure):
        draft = document("a " * of)
        standings = [Standing.SUPPORTED] * supported + [Standing.UNSUPPORTED] * (of - supported)
        found = [
            Verdict(draft, Span(2 * at, 2 * at + 1), Slot.NAME, standing, ()) for at, standing in enumerate(standings)
        ]
        assert Page(render(sheet(draft, *found))).one("p", class_="figure")[1] == figure


class TestLayout:
    def test_headings_lists_tables_and_quotations_stay_what_they_are(self):
        text = (
            "# Title\n\n## Part\n\n- one\n- two\n  - inner\n\n3. three\n4. four\n\n> quoted\n\n"
            "| A | B | C |\n|---|---|---|\n| x | | y |\n"
        )
        page = Page(render(sheet(document(text))))
        article = [text for _, text in page.all("h2")]
        assert "Title" in article
        assert "Part" in [text for _, text in page.all("h3")]
        assert [text.split() for given, text in page.all("ul") if given.get("class") in (None, "depth-1")][:2] == [
            ["one", "two"],
            ["inner"],
        ]
        assert page.one("ol", start="3")[1].split() == ["three", "four"]
        assert page.one("blockquote")[1] == "quoted"
        assert [text for _, text in page.all("th")] == ["A", "B", "C"]
        assert [text for _, text in page.all("td")] == ["x", "", "y"]

    def test_code_and_addresses_in_the_prose_are_shown_as_they_are_written(self):
        page = Page(render(sheet(document("Run `make it` or see <https://example.org/a?b=1&c=2>."))))
        assert page.one("article")[1].strip() == "Run make it or see https://example.org/a?b=1&c=2."

    def test_lines_that_were_not_checked_are_there_and_say_so(self):
        page = Page(render(sheet(document("First.\n\n```\nprint(1)\n```\n\nLast."))))
        folded = page.one("details", class_="unread")[1]
        assert folded.startswith("Not prose, not checked: line 4")
        assert "print(1)" in folded

    def test_a_claim_in_a_table_cell_is_marked_there(self):
        draft = document("| Who | When |\n|---|---|\n| Anne Larsen | 2021 |\n")
        found = [claim(draft, "Anne Larsen"), claim(draft, "2021", slot=Slot.DATE)]
        page = Page(render(sheet(draft, *found)))
        assert page.marked() == {"1": "Anne Larsen", "2": "2021"}
        assert [text for _, text in page.all("td")] == ["Anne Larsen", "2021"]


class TestOneFile:
    def test_nothing_is_loaded_from_elsewhere(self, page):
        for tag, attributes in page.elements:
            assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
            assert "src" not in attributes
            assert "style" not in attributes
            assert not [name for name in attributes if name.startswith("on")]
            assert (attributes.get("href") or "#").startswith("#")
        assert "url(" not in page.one("style")[1]
        assert "@import" not in page.one("style")[1]

    def test_every_link_within_the_page_leads_somewhere(self, page):
        names = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(names) == len(set(names))
        targets = {attributes["href"][1:] for _, attributes in page.elements if attributes.get("href")}
        referred = {
            attributes[name]
            for _, attributes in page.elements
            for name in ("aria-describedby", "aria-labelledby")
            if name in attributes
        }
        assert targets | referred <= set(names)

    def test_the_policy_lets_its_own_style_and_script_run_and_nothing_else(self, page):
        policy = page.one("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"]
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
        for kind in ("style", "script"):
            digest = hashlib.sha256(page.one(kind)[1].encode()).digest()
            assert rules[f"{kind}-src"] == f"'sha256-{base64.b64encode(digest).decode()}'"

    def test_what_works_by_script_alone_is_off_without_it(self, page):
        assert all("disabled" in given for given, _ in page.all("button", **{"aria-pressed": "false"}))
        assert re.search(r":root:not\(\.live\) \.tools \{ display: none; \}", page.one("style")[1])

    def test_colours_are_told_by_words_and_lines_too(self, page):
        assert {text for _, text in page.all("strong", class_="verdict")} == {
            "supported",
            "contradicted",
            "unsupported",
        }


HOSTILE = [
    "</article>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&amp;",
    '"',
    "'",
    "]]>",
    "\x01\x0b",
    "\ufffe",
    "﻿",
    "$style",
    "\u2028",
]
WORDS = st.lists(
    st.sampled_from([*HOSTILE, "Anne", "Larsen", "came.", "2021", "\n\n", "| ", "# ", "`", "“", "- "]),
    min_size=1,
    max_size=12,
)


class TestAnyText:
    @given(WORDS, st.sampled_from(["draft.txt", "draft.md", "draft.html", "draft.rst", "draft.tex"]), st.data())
    def test_every_claim_stands_in_the_page_and_no_script_of_the_draft_does(self, words, path, data):
        draft = document(" ".join(words), path)
        spans = []
        for block in draft.blocks:
            start = data.draw(st.integers(0, len(block.text) - 1))
            end = data.draw(st.integers(start + 1, len(block.text)))
            span = block.file_span(Span(start, end))
            if not spans or spans[-1].end <= span.start:
                spans.append(span)
        found = [Verdict(draft, span, Slot.NAME, Standing.UNSUPPORTED, ()) for span in spans]
        page = Page(render(sheet(draft, *found)))
        for number, span in enumerate(spans, 1):
            # What parts the cells of a row is drawn by the page.
            said = _shown(draft.prose(span)).replace("|", "")
            if said:
                assert said in _shown(page.marked()[str(number)]).replace("|", "")
        assert [tag for tag, _ in page.elements].count("script") == 1
        assert not [tag for tag, _ in page.elements if tag == "img"]
        assert "alert" not in page.one("script")[1]
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", render(sheet(draft, *found)))

    @given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
    def test_any_path_and_passage_is_shown_as_text(self, text):
        draft = document("Anne came.", "draft.md")
        source = document(f"{text} Anne", f"{text}.txt") if text.strip() else document("Anne", "a.txt")
        at = source.text.rindex("Anne")
        passage = evidence(source.text, source.text[at:], source.path)
        found = Verdict(draft, Span(0, 4), Slot.NAME, Standing.SUPPORTED, (passage,))
        page = Page(render(sheet(draft, found, sources=(source,))))
        assert page.one("a", id="claim-1")[1] == "Anne"
        assert page.one("mark")[1] == "Anne"
        assert len(page.all("script")) == 1


def _shown(text):
    """Text as the page may show it: without what is no character, white space and the file's own code aside."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ufffc�]", "", text)
    return re.sub(r"\s", "", text)
