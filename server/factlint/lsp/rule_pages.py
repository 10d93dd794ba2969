"""Where a rule is explained: what an editor opens when somebody clicks on its name."""

from __future__ import annotations

from functools import lru_cache
from importlib import metadata
from typing import TYPE_CHECKING

from factlint import files
from factlint.lsp import convert

if TYPE_CHECKING:
    from pathlib import Path

_LABEL = "documentation"
_PAGE = "rules.md"


@lru_cache(maxsize=512)
def page_of(rule: str, folders: tuple[Path, ...]) -> str | None:
    """The address of a rule's explanation; `folders` are those that have rules beside the ones that come with factlint.

    A rule's own file explains it. Those that come with factlint have a section each in the documentation too, which
    is pleasanter to read, where the package says where that is.
    """
    file = files.rule_files(folders).get(rule)
    if file is None:
        return None
    documentation = documentation_address()
    if documentation and file.parent == files.packaged_rules():
        return section_of(rule, documentation)
    return convert.uri_of(file)


def section_of(rule: str, documentation: str) -> str:
    """The address of a rule's section on the page of rules, below the address of the documentation."""
    return f"{documentation.rstrip('/')}/{_PAGE}#{rule}"


@lru_cache(maxsize=1)
def documentation_address() -> str | None:
    """The address of the documentation, from the urls in pyproject.toml; None where they name none."""
    try:
        urls = metadata.metadata("factlint").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return None
    labelled = (url.partition(",") for url in urls)
    return next((address.strip() for label, _, address in labelled if label.strip().lower() == _LABEL), None)
