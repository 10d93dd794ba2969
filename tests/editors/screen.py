"""A terminal for programs that draw on it: what they show as lines of text, and keys for them."""

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time

import pyte

PATIENCE = 60.0
# What programs ask of terminals that the emulator does not know and would draw; and one whose end is still to come.
_STRING = re.compile(rb"\x1bP.*?\x1b\\", re.DOTALL)
_BEGUN = re.compile(rb"\x1b(?:P.*)?\Z", re.DOTALL)


class _Display(pyte.Screen):
    """A screen that answers what a program asks the terminal, and passes over the private questions of newer ones."""

    def __init__(self, columns, lines, terminal):
        super().__init__(columns, lines)
        self._terminal = terminal

    def write_process_input(self, data):
        os.write(self._terminal, data.encode())

    def report_device_status(self, mode=0, **_):
        super().report_device_status(mode)


class Screen:
    """A program that runs in a terminal of this many columns and lines."""

    def __init__(self, command, columns=120, lines=24, **options):
        self._begun = b""
        self._terminal, inner = pty.openpty()
        self._screen = _Display(columns, lines, self._terminal)
        self._stream = pyte.ByteStream(self._screen)
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=inner, stdout=inner, stderr=inner, start_new_session=True, **options
        )
        os.close(inner)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._terminal)

    def press(self, keys):
        """Types keys; "\\x1b" is Escape."""
        os.write(self._terminal, keys.encode())

    def shows(self, text):
        """Returns once the text stands on the screen."""
        self._until(lambda: text in self.text(), f"“{text}”")

    def hides(self, text):
        """Returns once the text stands on the screen no more."""
        self._until(lambda: text not in self.text(), f"no “{text}”")

    def settles(self, pause=1.0):
        """Returns once the program has drawn nothing for so many seconds."""
        while select.select([self._terminal], [], [], pause)[0]:
            self._read()

    def text(self):
        """What the screen shows, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def cells(self):
        """What the screen shows, line by line, as cells with their colours."""
        columns = range(self._screen.columns)
        return [
            [line[column] for column in columns]
            for line in map(self._screen.buffer.__getitem__, range(self._screen.lines))
        ]

    def ended(self):
        """The exit status, once the program has ended by itself."""
        self._until(lambda: self.process.poll() is not None, "the end of the program")
        return self.process.returncode

    def _until(self, is_so, what):
        end = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what} on this screen:\n{self.text()}")
            readable, _, _ = select.select([self._terminal], [], [], 0.1)
            # A terminal whose program has ended cannot be read any more.
            with contextlib.suppress(OSError):
                if readable:
                    self._read()

    def _read(self):
        drawn = _STRING.sub(b"", self._begun + os.read(self._terminal, 65536))
        begun = _BEGUN.search(drawn)
        self._begun = drawn[begun.start() :] if begun else b""
        self._stream.feed(drawn.removesuffix(self._begun))
