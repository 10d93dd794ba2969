"""Where a click on a rule's name leads."""

from pathlib import Path

import pytest

from factlint import files
from factlint.lsp.convert import path_of
from factlint.lsp.rule_pages import page_of, section_of

DOCUMENTATION = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("rule", sorted(files.rule_files([])))
def test_every_rule_has_the_section_that_its_address_names(rule):
    page, _, anchor = section_of(rule, "https://example.org/docs/").rpartition("#")
    assert page == "https://example.org/docs/rules.md"
    assert f"\n## {anchor}\n" in (DOCUMENTATION / "rules.md").read_text("utf-8")


def test_a_rule_of_the_writers_own_leads_to_its_file(tmp_path):
    own = tmp_path / "our-style.toml"
    own.write_text("", "utf-8")
    assert path_of(page_of("our-style", (tmp_path,))) == own


def test_a_rule_that_there_is_no_more_leads_nowhere(tmp_path):
    assert page_of("gone", (tmp_path,)) is None
