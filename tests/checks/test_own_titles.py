"""Two offices or ranks that the draft gives one person and that nobody has at one time."""

import pytest

import desk

NOTHING = ["The council met."]


def told(draft, sources=NOTHING):
    return [(f.rule, f.text, f.suggestions) for f in desk.findings(sources, draft)]


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("Colonel Pavel Hruby came. Major Hruby left.", "Major", ("Colonel",)),
        ("Lt. Rosa Díaz led. Sgt. Díaz slept. Lt. Díaz woke.", "Sgt.", ("Lt.",)),
        ("Rear Admiral Tove Lind steered. Vice Admiral Lind slept.", "Vice", ("Rear",)),
        ("President Carl Boye spoke. Vice President Boye left.", "Vice President", ("President",)),
        ("Foreign Minister Ola Ruud flew. The trade minister, Ola Ruud, landed.", "trade", ("foreign",)),
        ("Iceland's prime minister, Ari Thor, spoke. Norway's prime minister Thor left.", "Norway", ("Iceland",)),
        (
            "Ute Lang is the chief executive of Borealis. Lang, its chief financial officer, left.",
            "chief financial officer",
            ("chief executive officer",),
        ),
    ],
)
def test_the_rarer_or_later_of_two_is_marked(draft, wrong, right):
    assert told(draft) == [("inconsistent-role", wrong, right)]


@pytest.mark.parametrize(
    "draft",
    [
        "Mayor Ines Coelho spoke. Coelho, who was deputy mayor until 2019, left.",
        "Captain Lena Dorn was promoted to major in May. Major Dorn left.",
        "In 2010 Captain Lena Dorn came. In 2020 Major Dorn left.",
        "Captain Lena Dorn came. Ten years later, Major Dorn left.",
        "Acting mayor Ute Lang spoke. Deputy mayor Lang left.",
        "President-elect Carl Boye spoke. Vice President Boye left.",
        "Former mayor Ines Coelho spoke. Deputy mayor Coelho left.",
        "Prime Minister Eva Roth came. Roth, who is also defence minister, left.",
        "Mayor Ines Coelho, chairwoman of the choir, spoke. Chairwoman Coelho sang.",
        "Mayor Ines Coelho and deputy mayor Rui Coelho spoke. Deputy mayor Coelho left.",
        "The Swedish ambassador, Ulf Berg, spoke. Ulf Berg, ambassador to Norway, left.",
        "Chair of the rowing club Ida Moe spoke. Moe, chair of the chess club, left.",
        "Vice President Jo Hart spoke. Hart, president of the union, left.",
        "General Ole Vik came. Major General Vik left.",
        "Captains Lena Dorn and Ole Vik came. Major Dorn left.",
        "Colonel Pavel Hruby came. “Major Hruby was kind,” she said.",
    ],
)
def test_what_can_be_said_of_one_person_is_left_alone(draft):
    assert told(draft) == []


def test_where_the_sources_say_which_they_decide():
    sources = ["Major Pavel Hruby came."]
    assert told("Colonel Pavel Hruby came. Major Hruby left.", sources) == [("wrong-rank", "Colonel", ("Major",))]
