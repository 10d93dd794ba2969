"""Findings as diagnostics, and a name for each state of a document's diagnostics."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.files import absolute
from factlint.lsp import convert, evidence
from factlint.lsp.rule_pages import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lsp.checking import Checked
    from factlint.lsp.server import Server
    from factlint.model import Finding

SOURCE = "factlint"


def diagnostics(server: Server, checked: Checked) -> list[types.Diagnostic]:
    """The diagnostics of a checked document, in the order of the text; none where they are turned off.

    A word that is still being typed has none, where the client can be told of it afterwards.
    """
    if not server.preferences.enable:
        return []
    client = server.client
    findings = checked.settled if client.refreshes or not client.pulls else checked.findings
    return [diagnostic(server, checked, finding) for finding in findings]


def diagnostic(server: Server, checked: Checked, finding: Finding) -> types.Diagnostic:
    """One finding as a diagnostic; evidence goes into the message where the client cannot show other places."""
    client = server.client
    related = [
        types.DiagnosticRelatedInformation(
            location=evidence.location(each, checked, server.documents, client.encoding),
            message=evidence.passage(each),
        )
        for each in finding.evidence
    ]
    page = _page(checked, finding) if client.describes_codes else None
    return types.Diagnostic(
        range=convert.range_of(finding.document, finding.span, client.encoding),
        severity=convert.severity(finding.severity),
        source=SOURCE,
        code=finding.rule,
        code_description=types.CodeDescription(page) if page else None,
        message=finding.message if client.relates else "\n".join((finding.message, *_evidence_lines(checked, finding))),
        related_information=related if client.relates and related else None,
        data={
            "suggestions": list(finding.suggestions),
            "fix": finding.fix.value,
            "fingerprint": finding.fingerprint,
        },
    )


def result_id(items: Sequence[types.Diagnostic], version: int | None = None) -> str:
    """A name that two results share only where they say the same of the same version of a text.

    The same diagnostics of another version have another name: an editor moves marks about as somebody types, so that
    those it shows may not be those it was given.
    """
    digest = blake2b(digest_size=12)
    for part in (str(version), *(part for item in items for part in _parts(item))):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def _parts(item: types.Diagnostic) -> Iterator[str]:
    yield from (_place(item.range), f"{item.severity} {item.code}", item.message, repr(item.data))
    for related in item.related_information or ():
        yield from (related.location.uri, _place(related.location.range), related.message)


def _place(place: types.Range) -> str:
    return f"{place.start.line}:{place.start.character}-{place.end.line}:{place.end.character}"


def _page(checked: Checked, finding: Finding) -> str | None:
    config = checked.project.config if checked.project else None
    folders = tuple(absolute(config.root / name) for name in config.rules) if config else ()
    return page_of(finding.rule, folders)


def _evidence_lines(checked: Checked, finding: Finding) -> list[str]:
    return [evidence.described(each, checked) for each in finding.evidence[: evidence.MOST_PASSAGES]]
