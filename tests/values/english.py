"""The English calendar, compiled once for the tests of dates."""

import tomllib
from pathlib import Path

from factlint.values.calendar import calendar

_LEXICON = Path(__file__).parents[2] / "rules" / "lexicon" / "en"

ENGLISH = calendar(
    {name: tomllib.loads((_LEXICON / f"{name}.toml").read_text(encoding="utf-8")) for name in ("calendar", "numbers")}
)
