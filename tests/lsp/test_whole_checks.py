"""What an edit changes is told at once; what only a check of the whole draft finds follows once it is left alone."""

import asyncio
import contextlib
import random
from threading import Event

import pytest
from lsprotocol import types

from factlint import Checker
from factlint.lsp.convert import Encoding, span_of, uri_of
from factlint.lsp.lane import Lane
from factlint.text import Document
from lsp.peer import Peer

SENT = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
ASKS = {"textDocument": {"diagnostic": {"relatedInformation": True}}}
ASKS_AGAIN = {**ASKS, "workspace": {"diagnostics": {"refreshSupport": True}}}

AGREES = "\n\n".join(
    (
        "The Bridge Safety Board (BSB) met.",
        "President Anne Larssen spoke.",
        "It rained.",
        "People came from afar.",
        "Then the Bridge Safety Board (BSB) met again.\n",
    )
)
DISAGREES = AGREES.replace("Then the Bridge Safety", "Then the Bridge Security")
BOTH = ["misspelled-name", "inconsistent-expansion"]


@pytest.fixture
def peer(workspace):
    with Peer(workspace) as peer:
        yield peer


def open_draft(peer, uri):
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": AGREES}
    peer.notify("textDocument/didOpen", {"textDocument": document})


def change_draft(peer, uri, version, text):
    identifier = {"uri": uri, "version": version}
    peer.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": text}]})


def rules(items):
    return [each["code"] for each in items]


def asked(peer, uri):
    return rules(peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"])


def publication(version, number):
    """A message that so many diagnostics of a version come with."""
    return lambda message: (
        message.get("params", {}).get("version") == version and len(message["params"]["diagnostics"]) == number
    )


def test_an_editor_that_is_sent_diagnostics_is_sent_those_of_the_whole_draft(workspace, peer):
    peer.initialize(capabilities=SENT)
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    assert rules(peer.expect(publication(1, 1))["params"]["diagnostics"]) == BOTH[:1]
    change_draft(peer, uri, 2, DISAGREES)
    assert rules(peer.expect(publication(2, 2))["params"]["diagnostics"]) == BOTH


def test_an_editor_that_can_be_told_to_ask_again_is_told_so(workspace, peer):
    peer.initialize(capabilities=ASKS_AGAIN)
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    assert asked(peer, uri) == BOTH[:1]
    change_draft(peer, uri, 2, DISAGREES)
    if asked(peer, uri) != BOTH:
        peer.expect(lambda message: message.get("method") == "workspace/diagnostic/refresh")
    assert asked(peer, uri) == BOTH


def test_any_other_editor_is_given_all_of_it_at_once(workspace, peer):
    peer.initialize(capabilities=ASKS)
    uri = uri_of(workspace / "draft.md")
    open_draft(peer, uri)
    assert asked(peer, uri) == BOTH[:1]
    change_draft(peer, uri, 2, DISAGREES)
    assert asked(peer, uri) == BOTH
    change_draft(peer, uri, 3, AGREES)
    assert asked(peer, uri) == BOTH[:1]


@pytest.mark.parametrize("seed", range(3))
def test_a_text_that_is_left_alone_comes_to_have_what_a_fresh_check_finds(workspace, peer, seed):
    peer.initialize(capabilities={**SENT, "general": {"positionEncodings": ["utf-32"]}})
    chance, path = random.Random(seed), workspace / "draft.md"
    uri, text, version = uri_of(path), AGREES, 1
    open_draft(peer, uri)
    with contextlib.chdir(workspace):
        checker = Checker.from_folder(config=workspace)
        for _ in range(6):
            for _ in range(chance.choice((1, 3, 9))):
                place, version = chance.randrange(len(text)), version + 1
                put = chance.choice(("x", " Larsen ", "\n\n", "Bridge Security Board (BSB)", "BSB", ". ", ""))
                text = text[:place] + put + text[place + chance.choice((0, 0, 1, 9)) :]
                change_draft(peer, uri, version, text)
            wanted = [(found.span, found.rule, found.message) for found in checker.check(text, path)]
            peer.expect(
                lambda message, version=version, text=text, wanted=wanted: (
                    message.get("params", {}).get("version") == version
                    and told(text, message["params"]["diagnostics"]) == wanted
                )
            )


def told(text, items):
    document = Document("", text, ())
    return [(span_of(document, place(each["range"]), Encoding.Utf32), each["code"], each["message"]) for each in items]


def place(range_):
    return types.Range(types.Position(**range_["start"]), types.Position(**range_["end"]))


def test_what_somebody_waits_for_is_done_in_between():
    async def conversation():
        lane, has_begun, has_come, done = Lane(), Event(), Event(), []

        def long():
            has_begun.set()
            has_come.wait()
            lane.give_way()
            done.append("long")

        filling = asyncio.ensure_future(lane.fill_in(long))
        await asyncio.to_thread(has_begun.wait)
        later = asyncio.ensure_future(lane.fill_in(lambda: done.append("long too")))
        waiting = asyncio.ensure_future(lane.run(lambda: done.append("can wait"), can_wait=True))
        awaited = asyncio.ensure_future(lane.run(lambda: done.append("awaited")))
        await asyncio.sleep(0)
        has_come.set()
        await asyncio.gather(filling, later, waiting, awaited)
        return done

    assert asyncio.run(conversation()) == ["awaited", "can wait", "long", "long too"]


def test_what_goes_wrong_in_between_is_not_the_long_work_s():
    async def conversation():
        lane, has_begun, has_come = Lane(), Event(), Event()

        def long():
            has_begun.set()
            has_come.wait()
            lane.give_way()
            return "done"

        filling = asyncio.ensure_future(lane.fill_in(long))
        await asyncio.to_thread(has_begun.wait)
        wrong = asyncio.ensure_future(lane.run(lambda: {}["nothing"]))
        await asyncio.sleep(0)
        has_come.set()
        with pytest.raises(KeyError):
            await wrong
        return await filling

    assert asyncio.run(conversation()) == "done"
