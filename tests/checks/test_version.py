"""When a version is said of the same thing as one in the sources, and when it is not."""

import pytest

import desk

NOTES = [
    f"# Lantern 2.{minor}\n\nLantern 2.{minor}.0 is out. It adds {what}.\n\n- Python {python} or newer is required.\n"
    f"- The bundled Ember is now {ember}.\n"
    for minor, what, python, ember in (
        (3, "a dark theme", "3.9", "1.4.2"),
        (4, "a search index", "3.10", "1.5.0"),
        (5, "the sharing of folders", "3.11", "1.6.3"),
    )
]
ADVISORY = (
    "Security advisory: CVE-2031-11873\n\nA flaw in the session handling of Kestrel lets a remote user read other "
    "sessions. It affects Kestrel 3.8 and 3.9 and was fixed in 3.8.7 and 3.9.4. The flaw was introduced in 3.7.2.\n"
)
TRIAL = "In the Bergen trial the autopilot ran build 4.8.1 of the Pilot software."


def told(sources, draft):
    return [(f.text, *f.suggestions) for f in desk.findings(sources, draft) if f.rule == "wrong-version"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Lantern 2.5 requires Python 3.12 or newer.", ("3.12", "3.11")),
        ("Lantern 2.5 bundles Ember 1.6.2 and shares folders.", ("1.6.2", "1.6.3")),
    ],
)
def test_another_version_of_what_a_release_needs_is_wrong(draft, expected):
    assert told(NOTES, draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "Lantern 2.3 brought the dark theme, 2.4 the search index and 2.5 the sharing of folders.",
        "Since Lantern 2.4, Python 3.10 or newer is required; Lantern 2.5 raises this to 3.11.",
        "Lantern 2.6 is expected in the autumn and will need Python 3.12.",
        "Python 3.13 works well with Lantern 2.5, although only 3.11 is required.",
        "# Lantern 2.6\n\nIt is out.\n\n- Python 3.12 or newer is required.\n- The bundled Ember is now 1.7.0.",
    ],
)
def test_each_release_has_numbers_of_its_own(draft):
    assert told(NOTES, draft) == []


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("CVE-2031-11873 affects Kestrel 3.7 and 3.8.", ("3.7", "3.9")),
        ("The session flaw in Kestrel was fixed in 3.8.7 and 3.9.5, the project says.", ("3.9.5", "3.9.4")),
        ("The flaw in the session handling was introduced in Kestrel 3.7.1.", ("3.7.1", "3.7.2")),
    ],
)
def test_one_wrong_member_of_a_list_is_marked(draft, expected):
    assert told([ADVISORY], draft) == [expected]


@pytest.mark.parametrize(
    "draft",
    [
        "CVE-2031-11873 affects Kestrel 3.9 and 3.8, and was fixed in 3.9.4.",
        "Users of Kestrel 3.8.2 should update to 3.8.7, and those of 3.9.1 to 3.9.4.",
        "CVE-2032-00417 affects Kestrel 4.1 and 4.2 and was fixed in 4.1.9 and 4.2.3. It was introduced in 4.0.2.",
        "We ran Kestrel 3.6 with the flaw in the session handling for years.",
    ],
)
def test_parts_of_a_list_other_cases_and_what_is_ones_own_are_right(draft):
    assert told([ADVISORY], draft) == []


def test_another_place_has_another_version():
    assert told([TRIAL], "In the Bergen trial the autopilot ran build 4.8.2 of the Pilot software.") == [
        ("4.8.2", "4.8.1")
    ]
    assert told([TRIAL], "In the trial at Tampere the autopilot ran build 4.9.1 of the Pilot software.") == []


def test_a_part_that_is_lost_counts_where_the_source_has_both():
    source = "* For Kestrel 3.1 users: update to `lark` 6.4.1.1\n* For Kestrel 3.2 users: update to `lark` 6.5.1.1\n\n"
    source += "Note: 6.4.1 and 6.5.1 mend only a part of it.\n"
    assert told([source], "Kestrel 3.2 users want `lark` 6.5.1.") == [("6.5.1", "6.5.1.1")]
    assert told(["Update to `lark` 6.5.1.1 soon, users."], "Users want `lark` 6.5.1 soon.") == []


def test_where_sources_disagree_either_side_is_right():
    sources = ["The probe Ladybird flies with Kestrel 4.2.", "Kestrel 4.3 flies with the probe Ladybird."]
    assert told(sources, "The probe Ladybird flies with Kestrel 4.2.") == []
