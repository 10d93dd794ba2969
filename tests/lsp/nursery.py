"""Servers that are ready at once: forked, each for itself, from one process that has imported what a server needs.

Most of what a server takes to start is the import of its libraries. How a server starts and ends is tested with one
that is started as editors start it, and where processes cannot be forked every server is.
"""

import gc
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from contextlib import contextmanager, suppress
from pathlib import Path

from lsp.relay import LENGTH

_RELAY = Path(__file__).with_name("relay.py")
_TEND = "import sys; from factlint.lsp import server; from lsp.nursery import tend; tend(sys.argv[1])"


def ready(*arguments):
    """The command of a server that is ready at once: of factlint with these arguments, or Python's own -c."""
    if hasattr(os, "fork"):
        return (sys.executable, "-I", "-S", str(_RELAY), *arguments)
    return (sys.executable, *arguments) if arguments[0] == "-c" else (sys.executable, "-m", "factlint", *arguments)


@contextmanager
def nursery():
    """Has such servers ready."""
    if not hasattr(os, "fork"):
        yield
        return
    tests = str(Path(__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*filter(None, [os.environ.get("PYTHONPATH")]), tests])}
    with tempfile.TemporaryDirectory() as folder:
        place = os.environ["FACTLINT_NURSERY"] = str(Path(folder, "nursery"))
        command = (sys.executable, "-c", _TEND, place)
        with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout.readline() == b"ready\n"
            yield


def tend(place):
    """Serves every relay that comes, until standard input ends."""
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(place)
        listener.listen()
        print("ready", flush=True)
        while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
            relay, _ = listener.accept()
            with relay:
                if not os.fork():
                    listener.close()
                    _mind(relay)
            _reap(os.WNOHANG)
    _reap(0)


def _reap(options):
    """Takes note of who has ended, or waits for all."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, options) != (0, 0):
            pass


def _mind(relay):
    """Starts a server and tells the relay how it ends; where the relay is ended, so is the server."""
    length, streams, _, _ = socket.recv_fds(relay, LENGTH, 3)
    wish = relay.makefile("rb").read(int.from_bytes(length, "big"))
    ends, lives = os.pipe()
    server = os.fork()
    if not server:
        os.close(ends)
        relay.close()
        _become_a_server(streams, wish.decode("utf-8", "surrogateescape").split("\0"))
    for each in (0, 1, 2, lives, *streams):
        os.close(each)
    if ends not in select.select([ends, relay], [], [])[0]:
        os.kill(server, signal.SIGKILL)
    _, status = os.waitpid(server, 0)
    with suppress(BrokenPipeError):
        relay.send((os.waitstatus_to_exitcode(status) & 255).to_bytes(LENGTH, "big"))
    os._exit(0)


def _become_a_server(streams, wish):
    from factlint.cli import main  # noqa: PLC0415  the side of the tests needs none of it

    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # Those that it has from before are for streams of another kind.
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(each, mode, closefd=False) for each, mode in enumerate("rww"))
    number = int(wish[0])
    arguments, folder, environment = wish[1 : number + 1], wish[number + 1], wish[number + 2 :]
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(each.split("=", 1) for each in environment)
    status = 1
    try:
        if arguments[0] == "-c":
            sys.argv = ["-c", *arguments[2:]]
            exec(arguments[1], {"__name__": "__main__"})
        else:
            status = main(arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
