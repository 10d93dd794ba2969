"""What people decide about findings holds in the editor, and changes of it are noticed."""

from time import monotonic

import pytest

from factlint.cli import main
from factlint.lsp.convert import uri_of
from lsp.peer import PATIENCE, Peer

WRONG = "President Anne Larssen spoke.\n"


@pytest.fixture
def ask(workspace):
    """Opens the draft with a text, or changes it, and gives the rules and marked columns of its diagnostics."""
    with Peer(workspace) as peer:
        peer.initialize(capabilities={"textDocument": {"diagnostic": {}}})
        uri = uri_of(workspace / "draft.md")
        versions = iter(range(1, 100))

        def rules(text):
            version = next(versions)
            if version == 1:
                document = {"uri": uri, "languageId": "markdown", "version": version, "text": text}
                peer.notify("textDocument/didOpen", {"textDocument": document})
            else:
                identifier = {"uri": uri, "version": version}
                peer.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": text}]})
            return asked()

        def asked():
            report = peer.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]
            return [item["code"] for item in report["items"]]

        def save_until(codes):
            """Saves the draft, with which the server looks at other files, and asks until the answer is this."""
            peer.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
            end = monotonic() + PATIENCE
            while (found := asked()) != codes and monotonic() < end:
                pass
            assert found == codes

        rules.save_until = save_until
        yield rules


def run(workspace, monkeypatch, *arguments):
    with monkeypatch.context() as context:
        context.chdir(workspace)
        assert main([*arguments]) == 0


def test_comments_hide_findings_and_are_looked_after(ask):
    assert ask(WRONG) == ["misspelled-name"]
    assert ask(f"<!-- factlint-ignore: misspelled-name -->\n{WRONG}") == []
    assert ask("<!-- factlint-ignore: misspelled-name -->\nShe spoke.\n") == ["unused-ignore"]
    assert ask(f"<!-- factlint-ignore: mispelled-name -->\n{WRONG}") == ["broken-ignore", "misspelled-name"]


def test_what_is_accepted_is_noticed_and_so_is_its_end(ask, workspace, monkeypatch):
    assert ask(WRONG) == ["misspelled-name"]
    run(workspace, monkeypatch, "accept", "Larssen", "--as", "Larsen", "--by", "Ö")
    ask.save_until([])
    (workspace / "factlint.accepted.toml").unlink()
    ask.save_until(["misspelled-name"])


def test_what_is_rejected_is_noticed(ask, workspace, monkeypatch):
    assert ask(WRONG) == ["misspelled-name"]
    for source in ("seeds/bridge.txt", "seeds/thanks.txt:1"):
        words = ["--says", "President Anne Larsen", "--because", "misheard", "--by", "Ö"]
        run(workspace, monkeypatch, "reject", source, *words)
    run(workspace, monkeypatch, "reject", "seeds/thanks.txt:2", "--because", "misheard", "--by", "Ö")
    ask.save_until([])


def test_the_baseline_is_noticed(ask, workspace, monkeypatch):
    (workspace / "draft.md").write_text(WRONG, "utf-8")
    assert ask(WRONG) == ["misspelled-name"]
    run(workspace, monkeypatch, "baseline", "draft.md")
    ask.save_until([])
    assert ask(f"It rained. {WRONG}") == []
    assert ask(f"{WRONG}\n{WRONG}") == ["misspelled-name"]


def test_a_file_that_cannot_be_read_is_told_and_mended(ask, workspace):
    (workspace / "factlint.accepted.toml").write_text("[[nam]]\n", "utf-8")
    assert ask(WRONG) == []
    (workspace / "factlint.accepted.toml").write_text('[[name]]\nname = "Bo"\n', "utf-8")
    ask.save_until(["misspelled-name"])
