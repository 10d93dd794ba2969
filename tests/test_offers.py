"""What is offered to a writer at a place of a draft."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import desk
from factlint.case import Case
from factlint.catalogue import Known
from factlint.model import Settings
from factlint.offers import offers_at

SOURCES = [
    "Finance Minister Esther Tessalin said: “The ferries will sail before the winter comes, and they will be free.”",
    "Finance Minister Esther Tessalin met Zoë Åkerlund in Marrowick. Tessalin left early. Åkerlund stayed.",
    "Esther Tessaleen was there. In Marrowick the ferries lay idle, and they ran a marathon.",
]
INDEX = desk.index(SOURCES)


def offers(marked, *, is_asked=False, prefer=None):
    """The offers at the bar in a draft, with the draft."""
    offset, draft = marked.index("|"), marked.replace("|", "", 1)
    wanted = Settings(prefer=prefer or {})
    return offers_at(Case(desk.account(draft), INDEX, wanted), offset, is_asked=is_asked), draft


def put(marked, **asked):
    """The drafts that the offers make."""
    found, draft = offers(marked, **asked)
    return [draft[: each.span.start] + each.text + draft[each.span.end :] for each in found.offers]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("We saw Esth|", ["We saw Esther Tessalin"]),
        ("We saw Tess|", ["We saw Esther Tessalin", "We saw Tessalin"]),
        ("We saw Esther Tess|", ["We saw Esther Tessalin"]),
        ("We saw TESS| there", ["We saw Esther Tessalin there", "We saw Tessalin there"]),
        ("We saw Tesal|", ["We saw Esther Tessalin", "We saw Tessalin"]),
        ("We saw Zoe|", ["We saw Zoë Åkerlund"]),
        ("We saw Aker|", ["We saw Zoë Åkerlund", "We saw Åkerlund"]),
        ("We saw Tessalee|", ["We saw Esther Tessalin", "We saw Tessalin"]),
        ("We saw tessalin|", ["We saw Esther Tessalin", "We saw Tessalin"]),
        ("In Marr|", ["In Marrowick"]),
        ("(Marr|)", ["(Marrowick)"]),
        ("*Marr|*", ["*Marrowick*"]),
    ],
)
def test_names_that_begin_as_was_typed(marked, whole):
    assert put(marked) == whole


@pytest.mark.parametrize(
    "marked",
    [
        "We saw Te|ssalin",
        "They ran a mar|",
        "we saw te|",
        "see `Tess|` there",
        "<!-- Tess| -->",
        "We saw |",
        "Tessalin'|",
        "Quorr|",
        "",
    ],
)
def test_no_name_is_offered(marked):
    assert put(marked or "|") == []


def test_whoever_was_named_in_full_goes_by_the_surname_first():
    assert put("Esther Tessalin came. Tess|") == [
        "Esther Tessalin came. Tessalin",
        "Esther Tessalin came. Esther Tessalin",
    ]


def test_a_preferred_spelling_is_what_is_offered():
    assert put("Tess|", prefer={"Tessalin": "Tessaleen"}) == ["Esther Tessaleen", "Tessaleen"]


def test_the_best_known_names_when_the_writer_asks():
    assert put("We saw |", is_asked=True)[:2] == ["We saw Esther Tessalin", "We saw Marrowick"]


@pytest.mark.parametrize(
    "typed", ["Esth", "Tess", "Tessalee", "tessalin", "TESS", "Zoe", "Aker", "Esther Tess", "Tesal"]
)
def test_an_editor_that_filters_by_what_was_typed_keeps_every_offer(typed):
    for each in offers(f"We saw {typed}|")[0].offers:
        assert each.typed_as.casefold().startswith(typed.casefold())


FERRIES = "The ferries will sail before the winter comes, and they will be free."


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        *[("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"), ("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹")],
        *[("„", "“"), ("‚", "‘"), ("”", "”"), ("「", "」"), ("『", "』"), ("``", "''")],
    ],
)
def test_what_the_sources_quote_behind_an_opening_mark(opening, closing):
    assert put(f"She said {opening}|") == [f"She said {opening}{FERRIES}{closing}"]
    assert put(f"She said {opening}the fer|") == [f"She said {opening}{FERRIES}{closing}"]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("“|”", [f"“{FERRIES}”"]),
        ("“The ferries w|” she said", [f"“{FERRIES}” she said"]),
        ("“wint|", ["“winter comes, and they will be free.”"]),
        ("“and they|", ["“and they will be free.”"]),
        ("“Now.” “|", [f"“Now.” “{FERRIES}”"]),
        ("“be free|", []),
        ("“Now” the fer|", []),
        ("the year’s fer|", []),
        ("“The ferry|", []),
    ],
)
def test_quotations_that_go_on_as_was_typed(marked, whole):
    assert put(marked) == whole


def test_a_mark_on_an_earlier_line_offers_nothing():
    assert put("“The ferries\nwill|") == []


def test_names_are_offered_in_a_quotation_too():
    found, _ = offers("“Tess|")
    assert [each.text for each in found.offers if isinstance(each.entry, Known)] == ["Esther Tessalin", "Tessalin"]
    assert not found.is_whole


def test_what_the_named_speaker_says_comes_first():
    sources = ["Zoë Åkerlund said: “We know nothing of it at all.”", *SOURCES]
    draft = "Zoë Åkerlund had come. Esther Tessalin told them: “"
    case = Case(desk.account("Esther Tessalin told them: “"), desk.index(sources), Settings())
    assert offers_at(case, len("Esther Tessalin told them: “"), is_asked=False).offers[0].text == f"{FERRIES}”"
    case = Case(desk.account(draft.partition(". ")[0] + ": “"), desk.index(sources), Settings())
    assert offers_at(case, len(draft.partition(". ")[0]) + 3, is_asked=False).offers[0].text.startswith("We know")


def test_an_offer_may_be_followed_by_others_as_the_writer_types_on():
    assert not offers("Tess|")[0].is_whole
    assert not offers("te|")[0].is_whole
    assert offers("Te|ss")[0].is_whole


PIECES = st.sampled_from(
    [
        "Tess",
        "Esther ",
        "Zoe\u0308",
        "the fer",
        " ",
        "\n",
        "\r\n",
        "\u2028",
        "\f",
        *"“”„\"'’‘«»›‹「」`-.*[]<>#|&;",
        "😀",
        "日本",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 60), st.booleans())
def test_an_offer_stands_at_the_cursor_on_its_line_in_any_text(draft, offset, is_asked):
    offset = min(offset, len(draft))
    found = offers_at(Case(desk.account(draft), INDEX, Settings()), offset, is_asked=is_asked)
    for each in found.offers:
        replaced = each.span.of(draft)
        assert each.span.end == offset
        assert not {"\n", "\r"} & set(replaced + each.text)
        assert each.typed_as.casefold().startswith(replaced.casefold())
