"""What the sources answer at one place of a draft, and where they lead."""

from __future__ import annotations

import pytest

import desk
from factlint.answer import answer_at, answer_in_source, leads_at, leads_in_source
from factlint.case import Case
from factlint.check import findings_in
from factlint.model import Finding, Settings, Severity, Slot, Standing
from factlint.text import Span

SOURCES = [
    "Mayor Ingrid Solheim opened the Varde bridge on 4 May 2021. It is 312 metres long. "
    "“We waited forty years for this bridge,” Solheim said.",
    "The Varde bridge cost 41 million euros, said the engineer Pål Brekke. Solheim left. Solheim and Brekke had met. "
    "The newspaper printed: “We waited forty years for this bridge.”",
]


def case_of(draft, sources=SOURCES):
    return Case(desk.account(draft), desk.index(sources), Settings())


def answer(draft, word, sources=SOURCES):
    case = case_of(draft, sources)
    return answer_at(case, findings_in(case, desk.chosen()), draft.index(word) + 1)


def leads(draft, word, sources=SOURCES):
    case = case_of(draft, sources)
    found = leads_at(case, findings_in(case, desk.chosen()), draft.index(word) + 1)
    return found and [(each.document.path, each.span.of(each.document.text)) for each in found.passages]


def sentences(found):
    return [each.evidence.document.passage(each.evidence.span) for each in found.passages]


class TestAnswer:
    def test_a_name_has_a_card_where_it_stands(self):
        draft = "Then Ingrid Solheim left."
        found = answer(draft, "Ingrid")
        assert (found.card.title, found.span.of(draft), found.findings) == ("Ingrid Solheim", "Ingrid Solheim", ())
        assert found.verdict is None
        assert sentences(found)[0] == "Mayor Ingrid Solheim opened the Varde bridge on 4 May 2021."

    @pytest.mark.parametrize("word", ["Ingrid", "Solhiem"])
    def test_a_wrong_name_has_the_finding_with_the_card(self, word):
        found = answer("Mayor Ingrid Solhiem opened it.", word)
        assert ([each.rule for each in found.findings], found.card.title) == (["misspelled-name"], "Ingrid Solheim")

    @pytest.mark.parametrize(
        ("word", "slot", "passage"),
        [
            ("4 May", Slot.DATE, "Mayor Ingrid Solheim opened the Varde bridge on 4 May 2021."),
            ("312", Slot.NUMBER, "It is 312 metres long."),
            ("Mayor", Slot.OFFICE, "Mayor Ingrid Solheim opened the Varde bridge on 4 May 2021."),
        ],
    )
    def test_a_right_claim_has_the_passages_that_bear_it_out(self, word, slot, passage):
        found = answer("Mayor Ingrid Solheim opened the Varde bridge, 312 metres long, on 4 May 2021.", word)
        assert (found.verdict.slot, found.verdict.standing) == (slot, Standing.SUPPORTED)
        assert (found.findings, sentences(found)[:1]) == ((), [passage])

    def test_a_wrong_claim_has_the_finding_and_what_the_sources_say_instead(self):
        found = answer("The Varde bridge cost 17 million euros.", "17")
        assert ([each.rule for each in found.findings], found.verdict.standing) == (
            ["wrong-number"],
            Standing.CONTRADICTED,
        )
        assert sentences(found) == ["The Varde bridge cost 41 million euros, said the engineer Pål Brekke."]

    def test_a_claim_that_no_source_makes_has_the_nearest_that_they_say(self):
        found = answer("Engineer Pål Brekke painted the Varde bridge for 3 kroner.", "3")
        assert found.verdict.standing is Standing.UNSUPPORTED
        assert sentences(found) == ["The Varde bridge cost 41 million euros, said the engineer Pål Brekke."]

    def test_a_quotation_has_the_passages_with_who_says_them(self):
        draft = "“We waited forty years for this bridge,” she said."
        for word in ("waited", "forty"):
            found = answer(draft, word)
            assert (found.verdict.slot, found.verdict.standing) == (Slot.QUOTATION, Standing.SUPPORTED)
            assert [each.speaker for each in found.passages] == ["Ingrid Solheim", None]

    def test_an_altered_quotation_has_the_words_of_the_source(self):
        found = answer("“We waited fourteen years for this bridge,” Solheim said.", "waited")
        assert [each.rule for each in found.findings] == ["altered-quote"]
        assert [each.speaker for each in found.passages] == ["Ingrid Solheim"]

    def test_a_name_in_a_quotation_is_asked_about_before_the_quotation(self):
        draft = "“We love Varde and its long bridge,” she said."
        assert answer(draft, "Varde").card.title == "Varde"
        assert answer(draft, "long").verdict.slot is Slot.QUOTATION

    def test_a_name_that_no_source_has_is_told_to_be_so(self):
        found = answer("We met Karl Nygaard there.", "Karl")
        assert (found.verdict.slot, found.verdict.standing) == (Slot.NAME, Standing.UNSUPPORTED)
        assert found.passages == ()

    def test_a_finding_on_no_claim_is_told_by_itself(self):
        draft = "Solheim left. It rained."
        found = Finding("some-rule", Severity.WARNING, "Look.", desk.account(draft).document, Span(14, 16))
        told = answer_at(case_of(draft), [found], 15)
        assert (told.findings, told.span, told.card, told.verdict) == ((found,), found.span, None, None)

    @pytest.mark.parametrize("word", ["left", "not 400"])
    def test_other_words_have_no_answer(self, word):
        assert answer("Solheim left; the bridge is not 400 metres long, for two reasons.", word) is None

    def test_a_cursor_behind_the_last_letter_still_asks_about_the_word(self):
        draft = "We saw Solheim, Brekke."
        case = case_of(draft)
        for name in ("Solheim", "Brekke"):
            assert name in answer_at(case, (), draft.index(name) + len(name)).card.title

    def test_a_name_in_a_source_has_a_card(self):
        index = desk.index(SOURCES)
        account = index.accounts[1]
        text = account.document.text
        found = answer_in_source(account, index, text.index("Solheim left"))
        assert (found.card.title, found.span.of(text)) == ("Ingrid Solheim", "Solheim")
        assert answer_in_source(account, index, text.index("41")) is None


class TestLeads:
    def test_a_name_leads_to_its_first_mention_in_each_source_the_fullest_first(self):
        assert leads("We saw Solheim.", "Solheim") == [("seeds/0.txt", "Ingrid Solheim"), ("seeds/1.txt", "Solheim")]

    def test_of_sources_that_name_somebody_alike_the_one_that_does_so_most_is_first(self):
        sources = ["Anna Moen left.", "Anna Moen spoke. Moen sang.", "President Anna Moen came."]
        assert [path for path, _ in leads("Anna Moen left.", "Moen", sources)] == [
            "seeds/2.txt",
            "seeds/1.txt",
            "seeds/0.txt",
        ]

    def test_a_claim_leads_to_its_evidence(self):
        assert leads("The Varde bridge is 312 metres long.", "312") == [("seeds/0.txt", "312")]
        assert leads("The Varde bridge cost 17 million euros.", "17") == [("seeds/1.txt", "41 million")]
        assert leads("Engineer Pål Brekke painted the Varde bridge for 3 kroner.", "3") is None

    def test_a_quotation_leads_to_every_source_that_has_it(self):
        words = "We waited forty years for this bridge"
        assert leads(f"“{words},” she said.", "waited") == [("seeds/0.txt", words), ("seeds/1.txt", words)]
        altered = leads("“We waited fourteen years for this bridge,” Solheim said.", "waited")
        assert [path for path, _ in altered] == ["seeds/0.txt"]

    def test_a_name_in_a_source_leads_to_the_others(self):
        index = desk.index(SOURCES)
        account = index.accounts[1]
        found = leads_in_source(account, index, account.document.text.index("Solheim left"))
        assert [each.document.path for each in found.passages] == ["seeds/0.txt", "seeds/1.txt"]

    def test_other_words_lead_nowhere(self):
        assert leads("Solheim left early.", "early") is None
