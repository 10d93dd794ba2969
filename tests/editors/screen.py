"""A terminal for programs that draw on it: what they show as lines of text, and keys for them."""

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time

import pyte

PATIENCE = 60.0


class _Display(pyte.Screen):
    """A screen that passes over the private questions of newer programs, to which it has no answer."""

    def report_device_status(self, mode=0, **_):
        super().report_device_status(mode)


class Screen:
    """A program that runs in a terminal of this many columns and lines."""

    def __init__(self, command, columns=120, lines=24, **options):
        self._screen = _Display(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._terminal, inner = pty.openpty()
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

    def text(self):
        """What the screen shows, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

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
                    self._stream.feed(os.read(self._terminal, 65536))
