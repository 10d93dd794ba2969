"""Sheets of drafts with verdicts at chosen words, and pages read back."""

from __future__ import annotations

from html.parser import HTMLParser

from factlint.model import Evidence, Finding, FixSafety, Severity, Slot, Standing, Verdict
from factlint.read import read
from factlint.report.sheet import Sheet
from factlint.text import Document, Span

_VOID = {"meta", "link", "input", "br", "img", "hr"}


def document(text: str, path: str = "draft.md") -> Document:
    return read(path, text.encode("utf-8", "replace"))


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def evidence(text: str, words: str, path: str = "seeds/a.txt") -> Evidence:
    return Evidence(document(text, path), span_of(text, words))


def claim(
    draft: Document,
    words: str,
    standing: Standing = Standing.SUPPORTED,
    *passages: Evidence,
    slot: Slot | None = Slot.NAME,
) -> Verdict:
    return Verdict(draft, span_of(draft.text, words), slot, standing, passages)


def contradicted(draft: Document, words: str, fault: str, fix: str, *passages: Evidence) -> Verdict:
    message = f"The sources spell this name “{fix}”."
    finding = Finding(
        "misspelled-name",
        Severity.ERROR,
        message,
        draft,
        span_of(draft.text, fault),
        (fix,),
        FixSafety.SAFE,
        passages,
    )
    return Verdict(draft, span_of(draft.text, words), Slot.NAME, Standing.CONTRADICTED, passages, (finding,))


def sheet(draft: Document, *verdicts: Verdict, sources: tuple[Document, ...] = ()) -> Sheet:
    return Sheet(draft, tuple(sorted(verdicts, key=lambda verdict: verdict.span)), sources)


class Page(HTMLParser):
    """A page as a browser would take it apart: its elements, and the text in those that are asked for."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[int] = []
        self.feed(source)
        self.close()
        assert not self._open, "an element is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")
        if tag not in _VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for number in self._open:
            self.texts[number] += data

    def all(self, name: str, **attributes: str) -> list[tuple[dict[str, str | None], str]]:
        """The elements of a name that have the attributes; of `class_` one of its words suffices."""
        wanted = {key.rstrip("_"): value for key, value in attributes.items()}
        return [
            (given, text)
            for (tag, given), text in zip(self.elements, self.texts, strict=True)
            if tag == name and all(_has(given, key, value) for key, value in wanted.items())
        ]

    def one(self, name: str, **attributes: str) -> tuple[dict[str, str | None], str]:
        (found,) = self.all(name, **attributes)
        return found

    def marked(self) -> dict[str, str]:
        """The words that are marked as each claim, by its number."""
        found: dict[str, str] = {}
        for given, text in self.all("a", class_="claim"):
            number = given["data-claim"] or ""
            found[number] = f"{found[number]} {text}" if number in found else text
        return found


def _has(given: dict[str, str | None], key: str, value: str) -> bool:
    if key == "class":
        return value in (given.get("class") or "").split()
    return given.get(key) == value
