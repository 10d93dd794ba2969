"""The keys of a configuration: what each says, with its default and an example; for help, docs and `factlint init`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence


class Key(Struct, frozen=True):
    """A key of factlint.toml: `default` and `example` as TOML values, tables as the lines below their header."""

    name: str
    says: str
    default: str
    example: str
    is_table: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The example as it stands in a file."""
        if not self.is_table:
            return (f"{self.name} = {self.example}",)
        return (f"[{self.name}]", *self.example.splitlines())


KEYS = (
    Key(
        "sources",
        "Folders of source documents, and single ones, below this file.",
        '["seeds"]',
        '["sources", "day-1.txt"]',
    ),
    Key(
        "drafts",
        "What factlint check without paths checks, as patterns like those of .gitignore. Without it: every document "
        "that is no source. Tables give several stories sources of their own: [[drafts]] with paths and sources.",
        "[]",
        '["stories/*.md"]',
    ),
    Key("exclude", "Patterns of files and folders that are never checked.", "[]", '["archive/"]'),
    Key(
        "rules",
        "Folders of your own rules and words, which extend factlint's; a rule of the same name replaces it.",
        '["rules"]',
        '["house-rules"]',
    ),
    Key(
        "select",
        "Only these rules; ALL stands for every one, DEFAULT for those on by default, * for any letters.",
        '["DEFAULT"]',
        '["DEFAULT", "unsupported-*"]',
    ),
    Key("ignore", "Rules to leave off.", "[]", '["minority-spelling"]'),
    Key(
        "fail-on",
        "The exit status is 1 from this severity on: error, warning, information, hint or never.",
        '"warning"',
        '"error"',
    ),
    Key("accept", "Names, and words of names, that are right as they are written.", "[]", '["Jon Dough"]'),
    Key(
        "baseline",
        "A file of findings that were there before, which factlint check hides; factlint baseline writes it.",
        '"factlint-baseline.json", where it is there',
        '"known.json"',
    ),
    Key("language", "The language of the drafts and sources. Without it the text decides.", "the text's", '"en"'),
    Key(
        "prefer",
        "Spellings that win over what most sources write: written = wanted.",
        "none",
        'Rayeesi = "Raisi"',
        is_table=True,
    ),
    Key(
        "severities",
        "How loud a rule is: error, warning, information or hint.",
        "the rules'",
        'inconsistent-spelling = "error"',
        is_table=True,
    ),
)

_HEAD = """\
# What factlint checks, and against what. Every key is shown; those with # before them hold their defaults
# or an example. factlint config tells what is in force, factlint rules what is checked.
"""


def template(sources: Sequence[str]) -> str:
    """A factlint.toml with the given sources and every other key explained in a comment."""
    listed = ", ".join(f'"{_escaped(source)}"' for source in sources)
    parts = [_HEAD]
    for key in KEYS:
        lines = (f"{key.name} = [{listed}]",) if key.name == "sources" else tuple(f"# {line}" for line in key.lines)
        parts.append("\n".join((*_comment(key), *lines)) + "\n")
    return "\n".join(parts)


def _escaped(text: str) -> str:
    return text.replace("\\", "/").replace('"', '\\"')


def _comment(key: Key) -> tuple[str, ...]:
    import textwrap  # noqa: PLC0415  only for a new file

    says = f"{key.says} Default: {key.default}."
    return tuple(textwrap.wrap(says, 100, initial_indent="# ", subsequent_indent="# "))
