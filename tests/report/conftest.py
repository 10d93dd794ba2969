"""A draft, its sources, and findings on it."""

import pytest

from factlint.model import Evidence, Finding, FixSafety, Severity
from factlint.text import Block, Document, Run, Span


def document(path, text):
    return Document(path, text, (Block(text.replace("\n", " "), (Run(0, 0, len(text), len(text)),)),))


def span_of(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def find():
    """Makes a finding: the draft's text, the words in it, and whatever else it should say."""

    def make(text, words, *, suggestions=(), sources=(), severity=Severity.ERROR, path="draft.md", **told):
        evidence = tuple(
            Evidence(document(name, source), span_of(source, telling)) for name, source, telling in sources
        )
        said = {"rule": "misspelled-name", "message": "The sources spell this name “Raisi”."} | told
        return Finding(
            severity=severity,
            document=document(path, text),
            span=span_of(text, words),
            suggestions=suggestions,
            fix=FixSafety.SAFE,
            evidence=evidence,
            **said,
        )

    return make
