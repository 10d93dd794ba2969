"""The report in SARIF 2.1.0: what the official schema asks, and what the specification asks beside it."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Schema

import desk
from factlint.model import Severity
from factlint.report.outcome import Outcome, View
from factlint.report.sarif import render

SOURCES = (
    ("seeds/visit.txt", "President Ebrahim Raisi said so.", "Raisi"),
    ("seeds/talks.txt", "He met\nMr Raisi.", "Mr Raisi"),
)


def log(*findings, rules=(), problems=(), view=None):
    report = render(Outcome(findings, ("draft.md",), rules=rules, problems=problems), view or View())
    Schema.model_validate_json(report, strict=True)
    return json.loads(report)


def run(*findings, **options):
    (only,) = log(*findings, **options)["runs"]
    return only


def result(finding, **options):
    (only,) = run(finding, **options)["results"]
    return only


@pytest.fixture(scope="module")
def checked():
    """A run over sentences that rules of many kinds mark."""
    sources = [
        "On 12 May 2023 President Anne Larsen opened the bridge. “It will carry trains,” Larsen said.",
        "General Lars Holm inspected 12 ships. Larsen thanked the engineers.",
    ]
    draft = (
        "On Sunday, 12 May 2023, President Anne Larssen opened the bridge.\n\nColonel Lars Holm inspected 13 ships.\n"
    )
    findings = desk.findings(sources, draft)
    assert len(findings) > 2
    return findings


def test_a_run_over_all_rules_fits_the_schema(checked):
    told = run(*checked, rules=desk.rules(), problems=("gone.md: no such file or folder",))
    assert len(told["results"]) == len(checked)


@pytest.mark.parametrize("broken", [{"version": "2.0.0"}, {"runs": [{}]}, {"runs": [], "findings": []}])
def test_the_schema_refuses_what_breaks_it(broken):
    with pytest.raises(ValidationError):
        Schema.model_validate_json(json.dumps(log() | broken), strict=True)


def test_it_says_what_it_is_and_how_it_counts():
    told = log()
    assert told["version"] == "2.1.0"
    assert told["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert told["runs"][0]["columnKind"] == "unicodeCodePoints"
    assert told["runs"][0]["tool"]["driver"]["name"] == "factlint"
    assert told["runs"][0]["results"] == []


def test_a_finding_is_a_result_at_its_place(find):
    found = find("Yes.\nPresident 😀 Rayeesi left.", "Rayeesi")
    told = result(found)
    assert (told["ruleId"], told["level"]) == ("misspelled-name", "error")
    assert told["message"]["text"] == "The sources spell this name “Raisi”."
    assert told["partialFingerprints"] == {"factlint/v1": found.fingerprint}
    assert told["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "draft.md"},
                "region": {
                    "startLine": 2,
                    "startColumn": 13,
                    "endLine": 2,
                    "endColumn": 20,
                    "snippet": {"text": "Rayeesi"},
                },
            }
        }
    ]
    assert "fixes" not in told
    assert "relatedLocations" not in told


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("information", "note"), ("hint", "note")]
)
def test_levels_are_sarifs(find, severity, level):
    assert result(find("Rayeesi", "Rayeesi", severity=Severity(severity)))["level"] == level


def test_passages_are_related_locations_that_the_message_links_to(find):
    told = result(find("Rayeesi", "Rayeesi", sources=SOURCES))
    related = told["relatedLocations"]
    assert [each["id"] for each in related] == [1, 2]
    assert [each["message"]["text"] for each in related] == [
        "President Ebrahim Raisi said so.",
        "He met Mr Raisi.",
    ]
    place = related[1]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "seeds/talks.txt"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (2, 1)
    assert told["message"]["text"] == (
        "The sources spell this name “Raisi”. See [seeds/visit.txt:1:19](1), [seeds/talks.txt:2:1](2)."
    )


def test_a_place_that_the_message_names_is_the_link(find):
    message = "The sources say Raisi (seeds/visit.txt:1:19), not Rayeesi."
    told = result(find("Rayeesi", "Rayeesi", sources=SOURCES[:1], message="...", brief=message))
    assert told["message"]["text"] == "The sources say Raisi ([seeds/visit.txt:1:19](1)), not Rayeesi."


def test_links_to_files_with_brackets_in_their_names_stay_whole(find):
    source = ("a[1]\\b.txt", "Raisi", "Raisi")
    text = result(find("Rayeesi", "Rayeesi", sources=(source,)))["message"]["text"]
    assert text.endswith(r"See [a\[1\]\\b.txt:1:1](1).")


def test_braces_in_messages_are_doubled_and_those_in_fixes_are_not(find):
    told = result(find("Rayeesi", "Rayeesi", message="It is {0}.", suggestions=("{Raisi}",)))
    assert told["message"]["text"] == "It is {{0}}."
    (fix,) = told["fixes"]
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "{Raisi}"}


def test_each_suggestion_is_a_fix_of_the_marked_words(find):
    told = result(find("Mr Rayeesi left.", "Rayeesi", suggestions=("Raisi", "Raeisi"), path="a b.md"))
    assert len(told["fixes"]) == 2
    (change,) = told["fixes"][1]["artifactChanges"]
    assert change == {
        "artifactLocation": {"uri": "a%20b.md"},
        "replacements": [
            {
                "deletedRegion": {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 11},
                "insertedContent": {"text": "Raeisi"},
            }
        ],
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("stories/a.md", "stories/a.md"),
        ("a b#c?d%e:f.md", "a%20b%23c%3Fd%25e%3Af.md"),
        ("ø.md", "%C3%B8.md"),
        ("\udcff.md", "%FF.md"),
        (Path("a b.md").absolute().as_posix(), Path("a b.md").absolute().as_uri()),
    ],
)
def test_paths_are_uris(find, path, uri):
    told = result(find("Rayeesi", "Rayeesi", path=path))
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_like_findings_in_one_passage_have_fingerprints_of_their_own(find):
    found = find("Rayeesi", "Rayeesi")
    first, second = (each["partialFingerprints"]["factlint/v1"] for each in run(found, found)["results"])
    assert first == found.fingerprint
    assert first != second


def test_rules_explain_themselves_in_the_words_of_their_files(find):
    rules = desk.rules()
    told = run(find("Rayeesi", "Rayeesi"), rules=rules)
    listed = told["tool"]["driver"]["rules"]
    assert [each["id"] for each in listed] == [rule.id for rule in rules]
    number = told["results"][0]["ruleIndex"]
    assert listed[number]["id"] == "misspelled-name"
    assert listed[number]["shortDescription"]["text"] == "Misspelled name"
    assert listed[number]["help"]["text"] == listed[number]["fullDescription"]["text"]
    assert " ".join(rules[number].why.split()).startswith(listed[number]["help"]["text"])
    assert "Marked: “Larssen”. Fix: “Larsen”." in listed[number]["help"]["markdown"]


def test_input_that_could_not_be_used_makes_the_run_no_success():
    (good,), (bad,) = run()["invocations"], run(problems=("gone.md: no such file or folder",))["invocations"]
    assert good == {"executionSuccessful": True}
    assert bad["executionSuccessful"] is False
    (told,) = bad["toolExecutionNotifications"]
    assert told == {"level": "error", "message": {"text": "gone.md: no such file or folder"}}
