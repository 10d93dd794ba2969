"""Which passages of the sources bear a claim out, and which have its words or figures for something else."""

from __future__ import annotations

import pytest

import desk
from factlint.case import Case
from factlint.model import Settings, Slot, Standing
from factlint.verdicts import verdicts


def _passages(draft: str, *sources: str, slot: Slot) -> list[tuple[str, str, tuple[str, ...]]]:
    """The claims of a kind, each with how it stands and the telling words of its evidence."""
    case = Case(desk.account(draft), desk.index(sources), Settings())
    return [
        (found.text, str(found.standing), tuple(each.span.of(each.document.text) for each in found.evidence))
        for found in verdicts(case, ())
        if found.slot is slot
    ]


def _standing(draft: str, *sources: str, slot: Slot) -> list[str]:
    return [standing for _, standing, _ in _passages(draft, *sources, slot=slot)]


class TestNumber:
    SOURCE = (
        "The ferry Havørn carries 480 passengers, and in 40 weeks it crossed the Salten fjord more than 33 times. "
        "It is 220 feet long."
    )

    @pytest.mark.parametrize(
        "draft",
        [
            "The ferry Havørn crossed the Salten fjord 48 times in all.",
            "The ferry Havørn, which carries 220 passengers, crosses the Salten fjord.",
            "The ferry Havørn carries 40 passengers over the Salten fjord.",
        ],
    )
    def test_a_number_of_something_else_in_the_same_sentence_bears_nothing_out(self, draft: str) -> None:
        assert _standing(draft, self.SOURCE, slot=Slot.NUMBER) == ["unsupported"]

    @pytest.mark.parametrize(
        "draft",
        [
            "The ferry Havørn carries nearly five hundred passengers over the Salten fjord.",
            "Over 450 passengers fit on the ferry Havørn, which crosses the Salten fjord.",
            "The ferry Havørn on the Salten fjord carries 480 travellers.",
            "The ferry Havørn crossed the Salten fjord more than 33 times.",
        ],
    )
    def test_rounding_bounds_and_another_word_for_what_is_counted_are_borne_out(self, draft: str) -> None:
        assert _standing(draft, self.SOURCE, slot=Slot.NUMBER) == ["supported"]

    def test_the_number_itself_is_the_evidence_and_not_one_beside_it(self) -> None:
        source = (
            "At the Grimsel mine up to 300 kilograms (660 pounds) of quartz were found, 12 kilometers below ground."
        )
        draft = "At the Grimsel mine 300 kilograms of quartz were found."
        assert _passages(draft, source, slot=Slot.NUMBER) == [("300", "supported", ("300",))]

    def test_a_number_in_a_name_counts_nothing(self) -> None:
        source = "Historians in Basel call the quarrel over the toll bridge the Seven Years' Feud ever since."
        draft = "The quarrel over the toll bridge in Basel went on for seven years."
        assert "supported" not in _standing(draft, source, slot=Slot.NUMBER)


class TestDate:
    SOURCES = (
        "The Orsa paper mill was built in 1931. It closed in March 1974, and a museum moved in on 2 May 1980.",
        "In 1974 the Basel opera staged Fidelio.",
    )

    @pytest.mark.parametrize(
        "draft",
        [
            "The Orsa paper mill, built in 1931, is a museum.",
            "The Orsa mill was closed in March 1974.",
            "The museum in the Orsa mill opened on 2 May 1980.",
            "A museum moved into the Orsa mill in the spring of 1980.",
        ],
    )
    def test_a_date_of_the_same_event_bears_it_out(self, draft: str) -> None:
        assert _standing(draft, *self.SOURCES, slot=Slot.DATE) == ["supported"]

    @pytest.mark.parametrize(
        "draft",
        [
            "The Falun bakery burned down in 1974.",
            "The Orsa mill was closed on 3 March 1974.",
            "The Orsa paper mill, built in the spring of 1931, is a museum.",
        ],
    )
    def test_the_year_of_something_else_and_a_more_exact_date_are_not_borne_out(self, draft: str) -> None:
        assert _standing(draft, *self.SOURCES, slot=Slot.DATE) == ["unsupported"]

    def test_the_day_of_the_draft_itself_is_no_claim_about_the_sources(self) -> None:
        draft = "BASEL, Friday, 12 May 2023 – Ingrid Solheim opened the bridge."
        assert _passages(draft, "Mayor Ingrid Solheim opened the bridge.", slot=Slot.WEEKDAY) == []


class TestWeekday:
    SOURCE = "The Falun choir gave its first concert on 4 May 2021 in the old copper hall, under Pål Brekke."

    def test_a_day_that_falls_on_it_bears_it_out_where_the_sentence_tells_the_same(self) -> None:
        draft = "On Tuesday Pål Brekke led the first concert of the Falun choir in the old copper hall."
        assert _standing(draft, self.SOURCE, slot=Slot.WEEKDAY) == ["supported"]

    def test_a_day_that_falls_on_it_by_chance_does_not(self) -> None:
        draft = "The bus strike in Falun began on Tuesday."
        assert _standing(draft, self.SOURCE, slot=Slot.WEEKDAY) == ["unsupported"]


class TestVersion:
    def test_a_release_of_the_same_product_bears_it_out(self) -> None:
        source = "We are pleased to announce Kestrel 4.2.1. It mends the parser."
        assert _standing("Kestrel 4.2.1 is what we run.", source, slot=Slot.VERSION) == ["supported"]

    def test_the_same_version_of_another_product_does_not(self) -> None:
        source = "We are pleased to announce Kestrel 4.2.1. It mends the parser."
        assert _standing("Heron 4.2.1 is what we run.", source, slot=Slot.VERSION) == ["unsupported"]


class TestName:
    def test_the_people_of_a_country_are_known_where_the_country_is(self) -> None:
        told = _passages("The Norwegians paid for it.", "Norway paid for the bridge.", slot=Slot.NAME)
        assert told == [("Norwegians", "supported", ("Norway",))]

    def test_a_person_who_has_the_name_of_a_country_is_not(self) -> None:
        assert _standing("Then Evan Jordan spoke.", "The talks in Jordan went on.", slot=Slot.NAME) == ["unsupported"]

    def test_a_name_that_stands_by_itself_in_a_table_is_known(self) -> None:
        table = "| 1 | Casimir Wouters | Gilera | 30 |\n| 2 | Aldo Prezzi | Derbi | 30 |\n"
        assert _standing("Aldo Prezzi came second.", table, slot=Slot.NAME) == ["supported"]

    def test_a_part_of_a_longer_name_is_somebody_else(self) -> None:
        source = "General Farid Anwar Haddad came to Basel with his staff."
        draft = "The index also has Anwar Haddad Salem, who paints."
        assert _standing(draft, source, slot=Slot.NAME) == ["unsupported"]

    def test_a_word_that_may_be_no_name_is_no_claim(self) -> None:
        draft = "| Day | Guest |\n| --- | --- |\n| Monday | Ingrid Solheim |\n"
        assert [text for text, _, _ in _passages(draft, "Ingrid Solheim came.", slot=Slot.NAME)] == ["Ingrid Solheim"]


class TestRank:
    SOURCE = "General Salim Haddad met the mayor."

    def test_a_broader_rank_is_borne_out_by_a_more_exact_one(self) -> None:
        source = "Major General Salim Haddad met the mayor."
        assert _standing("General Salim Haddad came.", source, slot=Slot.RANK) == ["supported"]

    def test_a_more_exact_rank_is_not_borne_out_by_a_broader_one(self) -> None:
        assert _standing("Major General Salim Haddad came.", self.SOURCE, slot=Slot.RANK) == ["unsupported"]


def test_letters_in_brackets_that_are_short_for_nothing_are_no_claim() -> None:
    assert _passages("OSLO (Agencies) – The mayor spoke.", "The mayor spoke.", slot=Slot.EXPANSION) == []


def test_every_finding_has_a_verdict() -> None:
    sources = ("President Anne Larsen opened the Varde bridge on 4 May 2021.",)
    draft = "“President Anne Larssen opened the Varde bridge on 5 May 2021,” it says."
    case = Case(desk.account(draft), desk.index(sources), Settings())
    found = desk.findings(sources, draft)
    judged = verdicts(case, found)
    assert {finding for verdict in judged for finding in verdict.findings} == set(found)
    assert found
    assert all(verdict.standing is Standing.CONTRADICTED for verdict in judged if verdict.findings)
