"""A long session of edits: after each, the server has the editor's text and finds what a check of that text finds.

`make fuzz` makes the sessions long, and many.
"""

import contextlib
import os
import random
import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factlint import Checker
from factlint.lsp.convert import uri_of
from lsp.peer import Peer

EDITS = int(os.environ.get("FACTLINT_EDITS", "30"))
SESSIONS = int(os.environ.get("FACTLINT_SESSIONS", "1"))

SOURCES = {
    "bridge.txt": """KARVIK, 3 March 2021

President Anne Larsen opened the Kestrel Bridge in Karvik on 3 March 2021 before 1,400 guests. “It was a long road
home,” Larsen told the engineers. The bridge is 640 metres long and cost 85 million crowns.
""",
    "harbour.txt": """KARVIK, 9 April 2021

Transport Minister Kenji Yamada (山田 健二) met the dockers of Karvik. The Karvik Harbour Authority (KHA) employs 2,300
people. President Anne Larsen thanked Yamada for his work on the Kestrel Bridge.
""",
}
# What is put in: claims that are right and wrong, marks of markup, and whatever counts differently in some encoding.
PIECES = (
    "President Anne Larsen opened the Kestrel Bridge.",
    "President Anne Larssen opened the Kestrel Bridge before 1,500 guests.",
    "The Kestrel Bridge is 460 metres long.",
    "It opened on 4 March 2021.",
    "Finance Minister Kenji Yamada met the dockers.",
    "Kenji Yamadda thanked her.",
    "The Karvik Harbour Agency (KHA) employs 2,300 people.",
    "“It was a long way home,” Larsen said.",
    "Larssen",
    " Yamada",
    "1,400",
    "“",
    "”",
    "**",
    "# ",
    "> ",
    "- ",
    "`",
    "[a](b)",
    "<!-- factlint-ignore -->",
    " ",
    ". ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\f",
    "\x85",
    "\x1c",
    "\N{LINE SEPARATOR}",
    "\N{PARAGRAPH SEPARATOR}",
    "\N{GRINNING FACE}",
    "\N{WAVING WHITE FLAG}\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}\N{RAINBOW}",
    "日本 ",
    "山田 健二",
    "e\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING DIAERESIS}",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "\N{RIGHT-TO-LEFT MARK}",
)
# Half a character, as only editors have it that count such halves.
HALF = "\ud83d"
START = "Larssen: \N{GRINNING FACE}\r\n\r\nPresident Anne Larssen came. 日本\f\n\nThe last was Kenji Yamadda"
UNIT = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.fixture(scope="module", params=UNIT)
def session(request, tmp_path_factory):
    """A server that was told this encoding, the encoding, and its folder."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "seeds").mkdir()
    for name, text in SOURCES.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    with Peer(folder) as peer:
        capabilities = {
            "general": {"positionEncodings": [request.param]},
            "textDocument": {"diagnostic": {"relatedInformation": True}},
        }
        result = peer.initialize(capabilities=capabilities, rootUri=uri_of(folder))
        assert result["capabilities"]["positionEncoding"] == request.param
        yield peer, request.param, folder


def edited(text, chance, pieces):
    """The text with something taken out and pieces put in, often at its start or end."""
    place = chance.choice((0, len(text), *(chance.randrange(len(text) + 1) for _ in range(4))))
    gone = chance.choice((0, 0, 0, 1, 2, chance.randrange(30)))
    if len(text) > 3000:
        gone += 1000
    put = "".join(chance.choices(pieces, k=chance.choice((0, 1, 1, 1, 2, 5))))
    return text[:place] + put + text[place + gone :]


def offset(text, position, encoding):
    """The offset of a position, by the book: lines end at three marks only, columns count units of the encoding."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    codec, width = UNIT[encoding]
    line = lines[position["line"]].encode(codec, "surrogatepass")
    before = line[: width * position["character"]].decode(codec, "surrogatepass")
    return len("".join(lines[: position["line"]])) + len(before)


def found(peer, uri, text, encoding):
    """What the server marks now, as offsets in a text."""
    report = peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]
    peer.passed.clear()
    return sorted(
        (
            offset(text, each["range"]["start"], encoding),
            offset(text, each["range"]["end"], encoding),
            each["code"],
            each["message"],
        )
        for each in report["items"]
    )


def checked(checker, text, path):
    """What a check of the text marks, for comparison."""
    findings = checker.check(text, path)
    return sorted((each.span.start, each.span.end, each.rule, each.message) for each in findings)


# A seed says little when it is made smaller.
@settings(
    max_examples=SESSIONS,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32))
def test_the_server_finds_after_each_edit_what_a_fresh_check_finds(session, seed):
    peer, encoding, folder = session
    chance = random.Random(seed)
    pieces = (*PIECES, HALF) if encoding == "utf-16" else PIECES
    path = folder / chance.choice(("draft.md", "draft.txt", "draft.rst"))
    uri, text, version = uri_of(path), START, 1
    item = {"uri": uri, "languageId": "markdown", "version": version, "text": text}
    peer.notify("textDocument/didOpen", {"textDocument": item})
    states = [(text, found(peer, uri, text, encoding))]
    for _ in range(EDITS):
        for _ in range(chance.choice((1, 1, 1, 3))):
            text, version = edited(text, chance, pieces), version + 1
            identifier = {"uri": uri, "version": version}
            peer.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": text}]})
        states.append((text, found(peer, uri, text, encoding)))
    peer.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    # From the last to the first: what is remembered from one text to the next must make no difference.
    # From where the server runs too, since messages name files from there.
    with contextlib.chdir(folder):
        checker = Checker.from_folder(config=folder)
        for number, (state, marked) in reversed(list(enumerate(states))):
            assert marked == checked(checker, state, path), f"after edit {number} of seed {seed}"
    assert any(marked for _, marked in states)
