"""The sheet for people: one HTML page that needs nothing beside it, and no script to be read."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from factlint import __version__
from factlint.model import Standing
from factlint.report.sheet import claims, kind, percentage
from factlint.report.sheet.cards import cards
from factlint.report.sheet.draft import article
from factlint.report.sheet.markup import element, text

if TYPE_CHECKING:
    from factlint.report.sheet import Sheet

# In the order of what a reader looks for; the key beside each shows it alone.
_ORDER = ((Standing.CONTRADICTED, 1), (Standing.UNSUPPORTED, 2), (Standing.SUPPORTED, 3))
_NO_CLAIMS = "This draft makes no claim that could be checked against sources."
_NONE_SHOWN = "No claim is like that."


def render(sheet: Sheet) -> str:
    """The page. Its policy (CSP) lets no other style and script run than its own, and nothing load."""
    style, script = _packaged("page.css"), _packaged("page.js")
    return Template(_packaged("page.html")).substitute(
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        version=text(__version__),
        title=text(f"{_headline(sheet)}: {sheet.draft.path}"),
        style=style,
        script=script,
        path=text(sheet.draft.path),
        figure=_figure(sheet),
        headline=text(_headline(sheet)),
        against=text(_against(sheet)),
        strip=_strip(sheet),
        filters=_filters(sheet),
        kinds=_kinds(sheet),
        draft=article(sheet),
        cards=cards(sheet),
        none=_none(sheet),
        sources=_sources(sheet),
    )


def _packaged(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    """The source expression of a policy that stands for this very content."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _figure(sheet: Sheet) -> str:
    part = sheet.part(Standing.SUPPORTED)
    return "–" if part is None else percentage(part)


def _headline(sheet: Sheet) -> str:
    """ "24 of 31 claims supported"."""
    if not sheet.verdicts:
        return "no checkable claims"
    return f"{sheet.count(Standing.SUPPORTED):,} of {claims(len(sheet.verdicts))} supported"


def _against(sheet: Sheet) -> str:
    count = len(sheet.sources)
    return "checked against " + ("1 source" if count == 1 else f"{count:,} sources")


def _strip(sheet: Sheet) -> str:
    """The whole draft at a glance: a field for each claim, in the order of the text."""
    fields = "".join(
        element("rect", "", class_=str(verdict.standing), x=at, width=1, height=1)
        for at, verdict in enumerate(sheet.verdicts)
    )
    counts = ", ".join(f"{sheet.count(standing)} {standing}" for standing, _ in _ORDER)
    view = f"0 0 {max(1, len(sheet.verdicts))} 1"
    return element(
        "svg",
        fields,
        class_="strip",
        viewBox=view,
        preserveAspectRatio="none",
        role="img",
        aria_label=f"The claims in the order of the text: {counts}",
    )


def _filters(sheet: Sheet) -> str:
    """A button for each verdict, which is also the legend; without a script they only show the counts."""
    buttons = []
    for standing, key in _ORDER:
        swatch = element("span", "", class_="swatch", aria_hidden="true")
        words = f"{swatch}<span>{str(standing).capitalize()}</span> <b>{sheet.count(standing):,}</b>"
        buttons.append(
            f'<button type="button" class="{standing}" data-standing="{standing}" aria-pressed="false" '
            f'aria-keyshortcuts="{key}" title="Only these ({key})" disabled>{words}</button>'
        )
    return "\n".join(buttons)


def _kinds(sheet: Sheet) -> str:
    counts = Counter(kind(verdict.slot) for verdict in sheet.verdicts)
    return "\n".join(element("option", f"{name} ({count:,})", value=name) for name, count in sorted(counts.items()))


def _none(sheet: Sheet) -> str:
    """What stands in place of cards: from the start where there are none, else where a filter leaves none."""
    words = _NONE_SHOWN if sheet.verdicts else _NO_CLAIMS
    return f'<p class="none" id="none"{" hidden" * bool(sheet.verdicts)}>{words}</p>'


def _sources(sheet: Sheet) -> str:
    """The sources, each with how many claims cite it."""
    cited = Counter(
        document for verdict in sheet.verdicts for document in {evidence.document for evidence in verdict.evidence}
    )
    return "\n".join(_source(document.path, cited[document]) for document in sheet.sources)


def _source(path: str, cited: int) -> str:
    use = f"cited for {claims(cited)}" if cited else "not cited"
    return element("li", element("code", text(path)) + " " + element("span", use))
