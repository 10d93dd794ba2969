"""A rule file is used as written or refused with the reason."""

import re

import pytest

from factlint.checks import problem_with
from factlint.model import FixSafety, Severity
from factlint.rule import RuleError, parse

WHOLE = """
check = "name_variant"
severity = "warning"
message = "The sources write “{expected}”."
why = "Readers look."
fix = "safe"
[when]
spelling = "minority"
[[example]]
sources = ["Anne Larsen came."]
draft = "Anne Larsen left."
"""


def test_whole_rule():
    rule = parse("house-spelling", WHOLE)
    assert (rule.id, rule.severity, rule.fix, rule.is_default) == (
        "house-spelling",
        Severity.WARNING,
        FixSafety.SAFE,
        True,
    )
    assert rule.examples[0].draft == "Anne Larsen left."
    assert problem_with(rule) is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("check =", "chek =", "unknown key “chek”"),
        ('why = "Readers look."', "", "“why” is missing"),
        ('"warning"', '"loud"', "“severity” is “loud”; it can be error"),
        ('"safe"', '"maybe"', "“fix” is “maybe”; it can be safe, offer"),
        ("{expected}", "{expcted}", "unknown word {expcted}"),
        ("{expected}", "{", "“message” cannot be read"),
        ('sources = ["Anne Larsen came."]', "sources = 3", "an example has “sources”"),
        ("[[example]]", "[example]", "“example” should be [[example]] tables"),
        ('[when]\nspelling = "minority"', "when = 3", "“when” should be a table"),
        ("check =", "check ==", "not valid TOML"),
    ],
)
def test_broken_rule_is_refused_with_the_reason(old, new, reason):
    with pytest.raises(RuleError, match=r"^.*" + re.escape(reason)):
        parse("house-spelling", WHOLE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("name_variant", "name_varient", "“check” is “name_varient”"),
        ("spelling =", "speling =", "“when” has the unknown key “speling”"),
        ('"minority"', '"few"', "“spelling” is “few”; it can be minority, unknown"),
    ],
)
def test_a_rule_that_cannot_be_applied_says_why(old, new, reason):
    assert reason in problem_with(parse("house-spelling", WHOLE.replace(old, new)))
