"""VS Code's window in a browser, as somebody at its keyboard uses it."""

import re
from contextlib import contextmanager

from playwright.sync_api import expect, sync_playwright

from editors import install
from editors.stories import installed

PATIENCE = 60_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"]
EDITOR = ".monaco-editor .view-lines"


@contextmanager
def browser():
    """A browser without a window."""
    chromium = installed(install.chromium)
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium.command[0], args=FLAGS, env=chromium.environment or None)
        yield opened
        opened.close()


class Workbench:
    """One window with a folder open."""

    def __init__(self, page):
        self.page = page
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)

    def open(self, server, folder, *files):
        """Opens a folder and files of it, and waits until the last of them is shown."""
        self.page.goto(server.address(folder, *files))
        self.page.wait_for_selector(".monaco-workbench")
        for file in files[-1:]:
            self.page.get_by_role("tab", name=file.name).wait_for()

    def squiggles(self, kind, number):
        """Waits until so many places are underlined as errors, warnings and the like."""
        expect(self.page.locator(f".squiggly-{kind}")).to_have_count(number)

    def command(self, title):
        """Runs a command of the palette."""
        self.page.keyboard.press("F1")
        box = self.page.locator(".quick-input-widget input[type=text]").first
        box.fill(f">{title}")
        self.row(title).wait_for()
        self.page.keyboard.press("Enter")

    def trust(self, host):
        """Says that the folder is trusted."""
        host.start("await vscode.commands.executeCommand('workbench.trust.manage')")
        self.page.get_by_role("button", name="Trust", exact=True).click()
        host.finish()

    def row(self, text):
        """A row of the list that has come up over the window."""
        return self.page.locator(".quick-input-list .monaco-list-row", has_text=text).first

    def problems(self):
        """Opens the Problems panel; its rows."""
        self.page.locator("#status\\.problems").click()
        return self.page.locator(".markers-panel .monaco-list-row")

    def click_word(self, word):
        """Puts the cursor on the first occurrence of a word in the editor in front."""
        place = self._box_of(word)
        self.page.mouse.click(place["x"] + 3, place["y"] + place["height"] / 2)

    def hover(self, word):
        """Points at the first occurrence of a word; the card that comes up."""
        place = self._box_of(word)
        self.page.mouse.move(place["x"] + 4, place["y"] + place["height"] / 2)
        card = self.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first
        card.wait_for()
        return card

    def text(self):
        """What the editor in front shows, with plain spaces."""
        return self.page.locator(EDITOR).first.inner_text().replace("\N{NO-BREAK SPACE}", " ")

    def shows(self, text):
        """Waits until an editor shows a text."""
        words = re.compile(re.escape(text).replace(r"\ ", "[ \N{NO-BREAK SPACE}]"))
        self.page.locator(EDITOR, has_text=words).first.wait_for()

    def tab(self, name):
        """The tab of a file."""
        return self.page.get_by_role("tab", name=name).first

    def notice(self, text):
        """The message in the corner with a text."""
        return self.page.locator(".notification-list-item", has_text=text).first

    def status(self):
        """The extension's item in the status bar."""
        return self.page.locator(".statusbar-item[id^='factlint']").first

    def webview(self, text):
        """The frame of the page within the window that has a text."""
        outer = self.page.frame_locator("iframe.webview.ready").first
        inner = outer.frame_locator("iframe#active-frame")
        inner.get_by_text(text).first.wait_for()
        return inner

    def _box_of(self, word):
        script = """word => {
            for (const line of document.querySelectorAll('.monaco-editor .view-line span span')) {
                const at = line.textContent.indexOf(word);
                if (at < 0 || !line.firstChild) continue;
                const range = document.createRange();
                range.setStart(line.firstChild, at);
                range.setEnd(line.firstChild, at + word.length);
                const { x, y, width, height } = range.getBoundingClientRect();
                if (width) return { x, y, width, height };
            }
            return null;
        }"""
        return self.page.wait_for_function(script, arg=word).json_value()
