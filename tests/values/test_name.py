"""How alike names are."""

from itertools import combinations
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lexicon_files import LexiconError
from factlint.values.name import (
    Kind,
    Name,
    are_different_names,
    same_but_for_diacritics,
    similarity,
    word_similarity,
)
from factlint.values.packaged import packaged_given_names, packaged_romanization, packaged_table
from factlint.values.romanization import folded, reading, romanization

ENGLISH = packaged_romanization()
KNOWN_NAMES = packaged_given_names()
GROUPS = [frozenset(group.split()) for group in packaged_table("given_names")["groups"]]
GIVEN_NAMES = {spelling: group for group in GROUPS for spelling in group}

NAMES = st.text(alphabet="abcdehijkmnorstuyzAÉøşЖ漢ع' -3", max_size=24) | st.text(max_size=24)


def pairs(text):
    """The pairs of names in a text: "Raisi/Rayeesi Kim/Kin"."""
    return [tuple(pair.split("/")) for pair in text.split()]


def alike(first, second):
    return word_similarity(first, second, ENGLISH)


def test_a_name_reads_as_written():
    assert str(Name(("Anne", "Larsen"), Kind.PERSON)) == "Anne Larsen"


@pytest.mark.parametrize(
    ("first", "second"),
    pairs("""Rayeesi/Raisi Ashtiyani/Ashtiani Bagheri/Baqeri Ghalibaf/Qalibaf Gaddafi/Qadhafi Hezbollah/Hizbullah
    Zelenskiy/Zelenskyy Tchaikovsky/Chaikovsky Zhirinovskij/Zhirinovsky Gorbatschow/Gorbachev Lavrow/Lavrov
    Mychajlo/Mykhailo Kulikowski/Kulikovsky Yitzhak/Itzhak Hyeon/Hyun Khamanei/Khamenei Netanyaho/Netanyahu
    Tehren/Tehran Cathrine/Catherine Byson/Bison TypeProof/TypeProf Larssen/Larsen Milosevic/Milošević
    Erdogan/Erdoğan al-Assad/Assad"""),
)
def test_romanizations_of_one_name_are_surely_one(first, second):
    assert alike(first, second) >= 0.9


@pytest.mark.parametrize(
    ("first", "second"),
    pairs("Deash/Daesh Damacus/Damascus Jumondville/Jumonville Macron/Marcon Washignton/Washington Kemnedy/Kennedy"),
)
def test_a_slip_of_the_pen_is_forgiven(first, second):
    assert alike(first, second) >= 0.85


@pytest.mark.parametrize(("first", "second"), pairs("Hanson/Hansen Kyiv/Kiev Johnson/Johnston Ivanov/Ivanova"))
def test_names_that_only_the_context_tells_apart_are_probable(first, second):
    assert 0.8 <= alike(first, second) < 0.9


@pytest.mark.parametrize(
    ("first", "second"), pairs("Iran/Iraq Mali/Malta Bush/Bash Lee/Leo Kim/Kin Cole/Sole Omar/Amir")
)
def test_short_words_forgive_little(first, second):
    assert alike(first, second) < 0.8


@pytest.mark.parametrize(
    ("first", "second"),
    pairs("""Khatami/Hatami Clinton/Clifton Austria/Australia Slovakia/Slovenia Niger/Nigeria Trent/Brent Marin/Martin
    Jensen/Hansen Ahmad/Hamad Zarif/Sharif Karimi/Kazemi Jong-un/Jong-il"""),
)
def test_near_names_of_others_stay_low(first, second):
    assert alike(first, second) < 0.8


def test_the_first_letter_says_more_than_the_others():
    assert alike("Trenton", "Brenton") < alike("Trenton", "Trenbon")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian"),
        ("Hossein Amir-Abdollahian", "Hossein Amir Abdollahian"),
        ("Abdul Karim", "Abdulkarim"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Ebrahim Raisi", "Ibrahim Rayeesi"),
        ("Mohammad Baqeri", "Mohammad Hossein Bagheri"),
        ("Xi Jinping", "Jinping Xi"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Владимир Путин", "Vladimir Putin"),
        ("François Hollande", "FRANCOIS HOLLANDE"),
        ("O’Brien", "O'Brien"),
        ("John F. Kennedy", "John Kennedy"),
        ("Jean-Paul Sartre", "Jean Sartre"),
    ],
)
def test_one_full_name_in_two_forms(first, second):
    assert similarity(first, second, ENGLISH, KNOWN_NAMES) >= 0.85


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ebrahim Raisi", "Hassan Rouhani"),
        ("Anne Larsen", "Arne Larssen"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("North Korea", "South Korea"),
        ("Foreign Ministry", "Interior Ministry"),
        ("Boeing 737", "Boeing 747"),
        ("John Paul II", "John Paul I"),
    ],
)
def test_full_names_of_different_things(first, second):
    assert similarity(first, second, ENGLISH, KNOWN_NAMES) < 0.8


@pytest.mark.parametrize(
    ("short", "long"), [("Raisi", "Ebrahim Raisi"), ("Abdollahian", "Amir-Abdollahian"), ("Python", "Python 3")]
)
def test_a_part_of_a_name_stays_just_below_likely(short, long):
    assert 0.7 <= similarity(short, long, ENGLISH) < 0.8


def test_the_packaged_tables_are_the_default():
    first, second = "Ebrahim Raisi", "Ibrahim Rayeesi"
    assert similarity(first, second) == similarity(first, second, ENGLISH, KNOWN_NAMES)


@pytest.mark.parametrize(
    ("first", "second"),
    pairs("Hassan/Hussein Ahmad/Hamad Mohammad/Mahmoud Mary/Maria Ali/Alia Anna/Anne Samir/Samer"),
)
def test_different_given_names_make_different_names(first, second):
    assert similarity(first, second) < 0.5
    assert similarity(f"{first} Nikbakhtian", f"{second} Nikbakhtian") < 0.8


@pytest.mark.parametrize(
    ("first", "second"), pairs("Bob/Robert Kate/Katherine Bill/William Sergei/Serhii Volodymyr/Vladimir Pepe/José")
)
def test_forms_of_a_given_name_are_near_each_other(first, second):
    assert 0.8 < similarity(first, second) < 0.9
    assert similarity(f"{first} Tornquist", f"{second} Tornquist") >= 0.9


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Abdelrahim Wardani Saqqaf", "Abdel Rahim Wardani"),
        ("Nurmagul Tokarbekov", "Nur Magul Sadyk Tokarbekov"),
        ("Qari Wardani Saqqaf", "Wardani Saqqaf"),
        ("Oleksii Hordiienko", "Oleksii Stepanovych Hordiienko"),
    ],
)
def test_words_are_joined_and_left_out_at_once(first, second):
    assert similarity(first, second) >= 0.9


def test_another_first_word_is_the_name_of_a_relative():
    siblings = similarity("Dinara Talgat Osmonbek", "Ermek Talgat Osmonbek")
    surnames = similarity("Dinara Talgat Osmonbek", "Dinara Talgat Zhumaly")
    assert siblings < surnames


def test_a_shared_given_name_says_less_than_a_shared_surname():
    assert similarity("Robert Brackenfeld", "Robert Brickanfild") < similarity(
        "Quorin Brackenfeld", "Quorin Brickanfild"
    )


def test_a_shared_patronymic_says_little():
    shared = similarity("Larko Petrovych Hordiienko", "Larko Petrovych Skoryk")
    assert shared < similarity("Larko Petrenko Hordiienko", "Larko Petrenko Skoryk")


def test_a_patronymic_is_no_form_of_the_name_in_it():
    assert similarity("Borysko Romanovych Zhadan", "Roman Zhadan") < 0.8


def test_half_a_name_says_little():
    assert similarity("Abdul Wardani", "Abdul Saqqaf") < similarity("Sabri Wardani", "Sabri Saqqaf")


def test_syllables_forgive_little():
    assert similarity("Pak Chol Ho", "Pak Chan Ho") < 0.8


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Антон Павлович Чехов", "Anton Chekhov"),
        ("Юлія Тимошенко", "Yulia Tymoshenko"),
        ("Νίκος Καζαντζάκης", "Nikos Kazantzakis"),
        ("최은희", "Choi Eun-hee"),
        ("문재인", "Jae-in Moon"),
        ("江泽民", "Jiang Zemin"),
        ("محمد", "Mohammad"),
        ("بشار الأسد", "Bashar al-Assad"),
        ("حسن روحاني", "Hassan Rouhani"),
        ("בנימין נתניהו", "Benjamin Netanyahu"),
    ],
)
def test_one_name_in_two_scripts(first, second):
    assert similarity(first, second) >= 0.8


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Антон Чехов", "Anton Denikin"),
        ("김정은", "Kim Jong-il"),
        ("毛泽东", "Jiang Zemin"),
        ("محمود عباس", "Bashar al-Assad"),
        ("יצחק רבין", "Yitzhak Shamir"),
    ],
)
def test_different_names_in_two_scripts(first, second):
    assert similarity(first, second) < 0.75


def test_long_vowels_are_written_in_every_script():
    assert similarity("محمد", "Mahmoud") < similarity("محمد", "Mohammad") - 0.05


@given(NAMES, NAMES)
def test_similarity_is_a_symmetric_share(first, second):
    score = similarity(first, second, ENGLISH, KNOWN_NAMES)
    assert 0.0 <= score <= 1.0
    assert score == similarity(second, first, ENGLISH, KNOWN_NAMES)


@given(NAMES, NAMES)
def test_word_similarity_is_a_symmetric_share(first, second):
    score = word_similarity(first, second, ENGLISH)
    assert 0.0 <= score <= 1.0
    assert score == word_similarity(second, first, ENGLISH)


@given(NAMES)
def test_a_name_is_like_itself(name):
    assert similarity(name, name, ENGLISH) == 1.0
    assert word_similarity(name, name, ENGLISH) == 1.0


def test_text_too_long_for_a_name_is_compared_by_its_letters():
    assert similarity("ab " * 3000, "AB " * 3000, ENGLISH) == 1.0
    assert 0.8 < word_similarity("abdulkarim" * 300, "abdulkarem" * 300, ENGLISH) < 1.0


@given(st.text(alphabet=ascii_lowercase + "'-", min_size=1, max_size=16))
def test_case_does_not_count(word):
    assert word_similarity(word, word.upper(), ENGLISH) == 1.0


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Erdoğan", "Erdogan", True),
        ("Łódź", "Lodz", True),
        ("Brontë", "BRONTE", True),
        ("Erdoğan", "Erdoğan", False),
        ("Brontë", "Bronte\u0308", False),
        ("Ba’asyir", "Ba'asyir", False),
        ("Müller", "Mueller", False),
        ("Путин", "Putin", False),
        ("Milošević", "Milosevich", False),
    ],
)
def test_only_the_marks_differ(first, second, expected):
    assert same_but_for_diacritics(first, second) is expected
    assert same_but_for_diacritics(second, first) is expected


@pytest.mark.parametrize(
    ("first", "second"),
    pairs("""Hassan/Hussein Ahmad/Hamad Mohammad/Mahmoud Mary/Maria Ali/Alia Daniel/Danielle Marion/Marian
    Anna/Anne Jan/Juan"""),
)
def test_different_given_names(first, second):
    assert are_different_names(first, second, GIVEN_NAMES)


@pytest.mark.parametrize(
    ("first", "second"),
    pairs("""Mohammad/Muhammed Mahmoud/Mahmood Hossein/Hussein Sergei/Sergey Ebrahim/Ibrahim José/Jose HASSAN/hasan
    Raisi/Rayeesi Hassan/Khatami"""),
)
def test_spellings_of_one_given_name_and_words_that_are_none(first, second):
    assert not are_different_names(first, second, GIVEN_NAMES)


def test_no_spelling_stands_for_two_given_names():
    assert sum(map(len, GROUPS)) == len(GIVEN_NAMES)


def test_given_names_are_written_small():
    assert all(spelling == spelling.casefold() for spelling in GIVEN_NAMES)


def test_each_sound_that_lies_near_another_can_be_spelled():
    table = packaged_table("romanization")
    spelled = {sound for sounds in table["graphemes"] for sound in sounds.split()}
    assert {sound for pair in table["near"] for sound in pair.split()} <= spelled


def test_no_spelling_has_two_entries():
    spellings = [
        spelling for group in packaged_table("romanization")["graphemes"].values() for spelling in group.split()
    ]
    assert len(spellings) == len(set(spellings))


def test_differences_cost_the_same_both_ways():
    numbers = range(len(ENGLISH.costs))
    assert all(ENGLISH.costs[one][other] == ENGLISH.costs[other][one] for one, other in combinations(numbers, 2))


def test_every_letter_is_read():
    assert all(reading(letter, ENGLISH).graphemes for letter in ascii_lowercase)


def test_marked_letters_are_spelled_as_they_sound():
    assert folded("Šakić", ENGLISH) == "shakich"


def test_without_a_table_letters_stand_for_themselves():
    plain = romanization({})
    assert word_similarity("Larsen", "larsen", plain) == 1.0
    assert word_similarity("Bagheri", "Baqeri", plain) < word_similarity("Bagheri", "Baqeri", ENGLISH)
    assert word_similarity("Larsen", "Petersen", plain) < 0.8


@pytest.mark.parametrize("table", [{"graphemes": ["a"]}, {"article": "("}, {"near": {"a b": "c"}}, {"rewrites": ["k"]}])
def test_a_table_of_another_form_is_refused(table):
    with pytest.raises(LexiconError, match=r"romanization\.toml"):
        romanization(table)
