"""The documentation: pages made from the code are fresh, links lead somewhere, commands and options are real."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from factlint.cli import factlint, main

_ROOT = Path(__file__).parents[1]
_PAGES = sorted([*_ROOT.glob("docs/*.md"), _ROOT / "README.md", _ROOT / "CONTRIBUTING.md"])
_LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
_CODE = re.compile(r"^```.*?^```|^    [^\n]*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^|[`|$] ?|run: |- )factlint ([a-z]+)([^`\n#]*)", re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "command"), [("rules", ["rules", "--format", "markdown"]), ("configuration", ["config", "--keys"])]
)
def test_a_page_made_from_the_code_is_fresh(page, command, capsys, monkeypatch):
    monkeypatch.chdir(_ROOT)
    assert main(command) == 0
    made = capsys.readouterr().out
    assert (_ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8") == made, "make docs"


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target, anchor in _LINK.findall(page.read_text(encoding="utf-8")):
        file = page.parent / target if target else page
        assert file.exists(), f"{page.name}: {target}"
        if anchor:
            assert anchor in _anchors(file.read_text(encoding="utf-8")), f"{page.name}: #{anchor}"


def _anchors(text):
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_command_and_option_that_is_named_is_there(page):
    code = "\n".join(_CODE.findall(page.read_text(encoding="utf-8")))
    for name, rest in _COMMAND.findall(code):
        command = factlint.commands.get(name)
        assert isinstance(command, click.Command), f"{page.name}: factlint {name}"
        known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
        for option in re.findall(r"(?<= )--[a-z-]+", rest):
            assert option in {*known, "--help"}, f"{page.name}: factlint {name} {option}"


def test_every_command_has_examples():
    for name, command in factlint.commands.items():
        assert name == "lsp" or "Examples:" in (command.help or ""), name
