"""What the sources say of every checkable claim of a draft."""

from __future__ import annotations

import itertools

import desk
from factlint.case import Case
from factlint.check import findings_in
from factlint.model import Settings, Slot, Standing, Verdict
from factlint.verdicts import verdicts

_SOURCES = (
    "Mayor Ingrid Solheim opened the Varde bridge on 4 May 2021. It is 312 metres long. "
    "“We waited forty years for this bridge,” Solheim said.",
    "The Varde bridge cost 41 million euros, said the engineer Pål Brekke.",
)


def _judged(draft: str, sources: tuple[str, ...] = _SOURCES) -> tuple[Verdict, ...]:
    case = Case(desk.account(draft), desk.index(sources), Settings())
    return verdicts(case, findings_in(case, desk.chosen()))


def _standings(draft: str) -> dict[str, Standing]:
    return {verdict.text: verdict.standing for verdict in _judged(draft)}


def test_a_claim_is_supported_where_the_sources_say_the_same_of_the_same_thing() -> None:
    draft = "The Varde bridge, 312 metres long, was opened on 4 May 2021 by Mayor Ingrid Solheim."
    assert set(_standings(draft).values()) == {Standing.SUPPORTED}
    assert {"312", "4 May 2021", "Ingrid Solheim"} <= set(_standings(draft))


def test_the_evidence_is_the_sentence_that_tells_the_same() -> None:
    (cost,) = [each for each in _judged("The Varde bridge cost 41 million euros.") if each.slot is Slot.NUMBER]
    assert "cost 41 million euros" in cost.evidence[0].document.passage(cost.evidence[0].span)


def test_a_value_that_the_sources_have_of_something_else_bears_nothing_out() -> None:
    assert _standings("Every ticket for the concert costs 312 crowns.") == {"312": Standing.UNSUPPORTED}


def test_a_finding_makes_its_claim_contradicted_and_lends_it_its_evidence() -> None:
    (wrong,) = [each for each in _judged("Ingrid Solhiem opened the bridge.") if each.standing is Standing.CONTRADICTED]
    assert wrong.text == "Ingrid Solhiem"
    assert [finding.rule for finding in wrong.findings] == ["misspelled-name"]
    assert wrong.evidence == wrong.findings[0].evidence


def test_what_no_source_speaks_of_is_unsupported() -> None:
    assert _standings("Torvald Aune cut the ribbon in August 2019.") == {
        "Torvald Aune": Standing.UNSUPPORTED,
        "August 2019": Standing.UNSUPPORTED,
    }


def test_a_name_counts_once_for_each_way_that_it_is_written() -> None:
    draft = "Ingrid Solheim came. Solheim spoke. Then Solheim left, and Ingrid Solheim was driven home."
    assert [verdict.text for verdict in _judged(draft)] == ["Ingrid Solheim", "Solheim"]


def test_a_quotation_stands_for_the_numbers_and_names_in_it() -> None:
    draft = "“We waited forty years for this bridge,” Solheim said."
    assert [verdict.slot for verdict in _judged(draft)] == [Slot.QUOTATION, Slot.NAME]


def test_a_small_count_of_its_own_is_no_claim_about_the_sources() -> None:
    assert _standings("There are two reasons to doubt all this.") == {}


def test_a_finding_that_marks_no_claim_has_a_verdict_of_its_own() -> None:
    sources = ("Norway, Sweden and Finland held trilateral talks on fishing quotas in Bergen.",)
    draft = "The bilateral talks on fishing quotas in Bergen were held by Norway, Sweden and Finland."
    (verdict,) = [each for each in _judged(draft, sources) if each.findings]
    assert (verdict.text, verdict.slot, verdict.standing) == ("bilateral", None, Standing.CONTRADICTED)


def test_verdicts_stand_in_the_order_of_the_text_and_do_not_overlap() -> None:
    draft = "On 4 May 2021 Mayor Ingrid Solhiem said: “We waited forty years for this road.” It cost 40 million euros."
    found = _judged(draft)
    assert [verdict.span for verdict in found] == sorted(verdict.span for verdict in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
