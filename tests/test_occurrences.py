"""Every place of sources and drafts with one name or one quotation."""

from __future__ import annotations

import desk
from factlint.case import Case
from factlint.model import Settings
from factlint.occurrences import in_draft, in_sources, sought_at, sought_in_source

SOURCES = [
    "Mayor Ingrid Solheim opened the bridge. Oslo slept. “It took us years,” Solheim said.",
    "It took us years, she wrote. Pål Brekke and Solheim left. “It took us years,” it said.",
]
DRAFT = "Mayor Ingrid Solhiem came. Solhiem said “it took us years”. Karl Nygaard left with Nygaard's dog.\n"


def case_of(draft, sources=SOURCES):
    return Case(desk.account(draft), desk.index(sources), Settings())


def words(passages):
    return [(each.document.path, each.span.of(each.document.text)) for each in passages]


def found(draft, word, other=None):
    """The places in the sources and in a draft, or another one, of what stands at a word."""
    case = case_of(draft)
    sought = sought_at(case, draft.index(word) + 1)
    return words(in_sources(sought, case.index)), words(in_draft(sought, other or case))


def test_a_person_is_found_however_the_name_is_written():
    sources, draft = found(DRAFT, "Ingrid")
    assert sources == [("seeds/0.txt", "Ingrid Solheim"), ("seeds/0.txt", "Solheim"), ("seeds/1.txt", "Solheim")]
    assert draft == [("draft.md", "Ingrid Solhiem"), ("draft.md", "Solhiem")]


def test_a_person_is_found_in_a_draft_with_other_sources_that_know_the_full_name():
    other = case_of("Solheim slept. Brekke did not.", ["Ingrid Solheim and Pål Brekke left."])
    assert found("Mayor Ingrid Solheim came.", "Ingrid", other)[1] == [("draft.md", "Solheim")]
    namesake = case_of("Solheim slept.", ["Harald Solheim left."])
    assert found("Mayor Ingrid Solheim came.", "Ingrid", namesake)[1] == []


def test_somebody_whom_no_source_knows_is_found_in_the_draft():
    assert found(DRAFT, "Karl") == ([], [("draft.md", "Karl Nygaard"), ("draft.md", "Nygaard")])


def test_a_quotation_is_found_wherever_the_words_stand_quoted_ones_first():
    sources, draft = found(DRAFT, "took")
    assert sources == [
        ("seeds/0.txt", "It took us years"),
        ("seeds/1.txt", "It took us years"),
        ("seeds/1.txt", "It took us years"),
    ]
    case = case_of(DRAFT)
    first, second, last = in_sources(sought_at(case, DRAFT.index("took")), case.index)
    assert (first.span.start > 0, second.span.start > 0, last.span.start) == (True, True, 0)
    assert draft == [("draft.md", "it took us years")]


def test_a_quotation_in_parts_is_found_where_every_part_stands():
    assert found("“Us years … took it,” she said.", "years")[0] == []
    draft = "“It took … years,” she said."
    assert {text for _, text in found(draft, "took")[0]} == {"It took", "years"}


def test_a_number_is_sought_nowhere_else():
    draft = "It is 312 metres long."
    assert sought_at(case_of(draft), draft.index("312")) is None


def test_a_name_in_a_source_is_found():
    case = case_of(DRAFT)
    account = case.index.accounts[1]
    sought = sought_in_source(account, case.index, account.document.text.index("Solheim"))
    assert len(in_sources(sought, case.index)) == 3
    assert len(in_draft(sought, case)) == 2
