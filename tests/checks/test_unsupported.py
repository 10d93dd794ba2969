"""What no source says, shown by rules that are off by default: and what the sources do say in other words is not."""

import pytest

import desk
from factlint.check import check
from factlint.model import Settings

PLANT = (
    "LISBON, 4 March 2022 - Chancellor Ingrid Solheim opened the Tagus tidal plant on Wednesday with Energy "
    "Minister Rui Falcão. The plant, begun in spring 2017, cost 84 million euros, 12 million more than planned, "
    "and feeds 31,500 homes. “We were told the river was too slow, and too shallow, for this,” Solheim said. "
    "Seven of the 19 turbines were made by Nordkraft AS. The European Investment Bank lent the rest. The United "
    "States sent an ambassador. Robert Lund watched."
)
REITER = (
    "Curator Eva Blum, born in 1965, found the lost violin concerto by Anton Reiter. It has three movements. "
    "Reiter was born in Linz in 1801 and died in Vienna on 3 May 1866. The colour of the ink faded. Everybody was "
    "excited by the twenty - five pages. The singers of Cumbria, of the 1940s, liked it."
)


def marked(rule: str, source: str, draft: str) -> list[str]:
    """The texts that a rule marks in a draft."""
    return [finding.text for finding in desk.findings([source], draft, also=rule) if finding.rule == rule]


@pytest.mark.parametrize(
    "draft",
    [
        "The EIB lent. So did the Portuguese's ally in Washington, for the US and the Americans were there.",
        "# Tides Come to Town\n\nSOLHEIM OPENS PLANT\n\nWork: Turbines turn. Critics grumble.",
        "Solheim did not mention Iberdrola. Bob Lund watched from the Nordkraft stand.",
        "See Option 2 and Passage 3. Twenty-eight people came. Falcão (fal-KOW) is a minister.",
    ],
)
def test_what_sources_name_in_another_form_is_no_unsupported_name(draft):
    source = f"{PLANT} The Portuguese were proud."
    assert marked("unsupported-name", source, draft) == []


@pytest.mark.parametrize(
    ("draft", "names"),
    [
        ("Solheim opened the Douro plant with Maria Falcão.", ["Douro", "Maria"]),
        ("The banner said “Thunder” and the choir sang.", ["Thunder"]),
        ("The IMF paid, and Tom Ek.", ["IMF", "Tom Ek"]),
    ],
)
def test_only_the_unknown_words_of_a_name_are_marked(draft, names):
    assert marked("unsupported-name", PLANT, draft) == names


def test_one_spelling_stands_for_the_other_and_an_adjective_for_its_place():
    assert marked("unsupported-name", REITER, "The Color, a Cumbrian review, praised it.") == []


@pytest.mark.parametrize(
    "draft",
    [
        "It opened on 2 March 2022, in March, in 2022, on a Wednesday. Work had begun in 2017.",
        "---\ndate: 2024-05-06\n---\n\nThis was written on 6 May 2024 about 2022.",
    ],
)
def test_a_vaguer_or_reckoned_date_is_supported(draft):
    assert marked("unsupported-date", PLANT, draft) == []


def test_another_date_a_more_exact_one_and_another_weekday_are_not():
    draft = "Work began on 3 April 2017; it had been begun in 2015. The plant opened on Sunday."
    assert marked("unsupported-date", PLANT, draft) == ["3 April 2017", "2015", "Sunday"]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (PLANT, "It was to cost €72 million; it cost about 80 million. Over 30,000 homes profit."),
        (PLANT, "Twelve turbines came from elsewhere; some 37 percent did not. Two people shook hands."),
        (PLANT, "In 2022 the work was over, after five years."),
        (REITER, "Reiter died in 1866, aged 64. The '40s loved his twenty-five pages. See Fig. 2."),
    ],
)
def test_a_number_that_the_sources_make_is_supported(source, draft):
    assert marked("unsupported-number", source, draft) == []


@pytest.mark.parametrize(
    ("source", "draft", "numbers"),
    [
        (PLANT, "It feeds 41,500 homes for 94 million euros.", ["41,500", "94 million"]),
        (REITER, "The twenty pages have four movements.", ["twenty", "four"]),
        (PLANT, "It costs exactly 85 euros to see, by lift B77.", ["85", "77"]),
    ],
)
def test_a_number_of_its_own_is_not(source, draft, numbers):
    assert marked("unsupported-number", source, draft) == numbers


def test_a_quotation_may_leave_words_out_but_not_change_their_order():
    assert marked("unsupported-quote", PLANT, "“We were told … for this,” and “the river was slow, and shallow”.") == []
    assert marked("unsupported-quote", PLANT, "“Shallow and slow was the river,” she said.") == [
        "Shallow and slow was the river,"
    ]


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("The river was too fast for this, they were told.", ["fast"]),
        ("The river was not too fast for this, they were told.", []),
        ("The river was too sluggish for this, they were told.", []),
        ("Trains are fast.", []),
    ],
)
def test_the_opposite_of_a_source_s_word_in_its_company_is_shown(draft, words):
    assert marked("unsupported-word", PLANT, draft) == words


def test_support_wins_over_an_opposite():
    source = "Sales of ice rose in May, climbed in June and fell in July."
    assert marked("unsupported-word", source, "Sales of ice grew in May.") == []


def test_another_thing_of_one_kind_and_another_calling_are_shown():
    source = f"{REITER} The museum manager smiled."
    assert marked("unsupported-word", source, "The lost cello concerto pleased the museum director.") == [
        "cello",
        "director",
    ]


def test_without_sources_nothing_is_unsupported():
    draft = desk.account("Ingrid Solheim opened it on Sunday in 2022 for 84 million euros: “We were told so.”")
    rules = [rule for rule in desk.rules() if rule.id.startswith("unsupported-")]
    assert check(draft, desk.index([]), rules, Settings()) == ()
