"""Acronyms and the words they stand for."""

import pytest

from factlint.values.acronym import difference, is_near, is_slip, key_of, reading_cost, same_word

SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de"})


@pytest.mark.parametrize(
    ("written", "key"),
    [("U.N.", "un"), ("NGOs", "ngo"), ("R&D", "rd"), ("COVID-19", "covid19"), ("DoD", "dod"), ("OS", "os")],
)
def test_an_acronym_is_known_by_its_letters(written, key):
    assert key_of(written) == key


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("irgc", "Islamic Revolution Guards Corps"),
        ("undp", "United Nations Development Programme"),
        ("dod", "Department of Defense"),
        ("oecd", "Organisation for Economic Co-operation and Development"),
        ("redos", "Regular expression Denial of Service"),
        ("g20", "Group of 20"),
        ("w3c", "World Wide Web Consortium"),
        ("psoe", "Partido Socialista Obrero Español"),
        ("fia", "Fédération Internationale de l'Automobile"),
        ("xml", "Extensible Markup Language"),
        ("csp", "Comité de Salut Public"),
    ],
)
def test_initials_cost_nothing(key, words):
    assert reading_cost(key, words.split(), SMALL) == 0


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("tv", "Television"),
        ("dna", "deoxyribonucleic acid"),
        ("asean", "Association of Southeast Asian Nations"),
        ("afp", "Agence Nationale France Presse"),
    ],
)
def test_inner_letters_and_words_passed_over_cost_something(key, words):
    cost = reading_cost(key, words.split(), SMALL)
    assert cost is not None
    assert 0 < cost <= len(key)


@pytest.mark.parametrize(
    ("key", "words"),
    [("cern", "European Organization"), ("irgc", "Islamic Guards Corps"), ("eu", "Union of Europe"), ("", "A B")],
)
def test_letters_that_words_do_not_have_cannot_be_read(key, words):
    assert reading_cost(key, words.split(), SMALL) is None


@pytest.mark.parametrize(
    ("claim", "fact", "wrong", "right", "shared"),
    [
        ("Islamic Resistance Guards Corps", "Islamic Revolution Guards Corps", "Resistance", "Revolution", 3),
        ("World Trade Group", "World Trade Organization", "Group", "Organization", 2),
        (
            "Atomic International Agency",
            "International Atomic Agency",
            "Atomic International",
            "International Atomic",
            3,
        ),
        ("Regular Denial of Service", "Regular expression Denial of Service", "", "expression", 3),
        ("World Wide Health Union", "World Health Union", "Wide", "", 3),
        ("Bank of the North Sea", "Bank of the South Sea", "North", "South", 2),
    ],
)
def test_differing_words(claim, fact, wrong, right, shared):
    mine, theirs = claim.split(), fact.split()
    found = difference(mine, theirs, SMALL)
    assert found is not None
    assert [mine[n] for n in found.wrong] == wrong.split()
    assert [theirs[n] for n in found.right] == right.split()
    assert found.shared == shared


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("World Health Organisation", "World Health Organization"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Bank of the West", "Bank of West"),
        ("Centre for Labour Programmes", "Center for Labor Program"),
        ("Anti-Corruption Commission", "Anti Corruption Commission"),
        ("Co-operation Council", "Cooperation Council"),
        ("UN Development Programme", "United Nations Development Programme"),
        ("World's Children Fund", "World Children Fund"),
        ("Médecins Sans Frontières", "Medecins sans Frontieres"),
    ],
)
def test_one_expansion_in_two_spellings(claim, fact):
    assert difference(claim.split(), fact.split(), SMALL) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("defence", "defense"),
        ("theatre", "theater"),
        ("ageing", "ageing"),
        ("agencies", "agency"),
        ("environment", "environmental"),
        ("Africa", "African"),
        ("paediatric", "pediatric"),
    ],
)
def test_british_and_american_words_are_one(first, second):
    assert same_word(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Commission", "Commissioner"), ("Health", "Heath"), ("Iran", "Iraq"), ("Medical", "Medicine")],
)
def test_other_words_are_two(first, second):
    assert not same_word(first, second)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("IRCG", "IRGC", True),
        ("IIRGC", "IRGC", True),
        ("IRG", "IRGC", False),
        ("IRXC", "IRGC", False),
        ("UE", "EU", False),
    ],
)
def test_a_slip_is_a_swap_or_a_letter_twice(first, second, expected):
    assert is_slip(first, second) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("EMEA", "EMA", True),
        ("WTO", "WHO", True),
        ("IRCG", "IRGC", True),
        ("EU", "EUR", False),
        ("OTAN", "NATO", False),
    ],
)
def test_near_acronyms_differ_in_a_letter_or_a_swap(first, second, expected):
    assert is_near(first, second) is expected
