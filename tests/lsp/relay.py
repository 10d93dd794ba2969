"""Started in the place of a server: has the nursery fork one upon this process's streams, and ends as that one ends."""

# Every start of a server waits for what is imported here: pathlib would double it.
import os
import socket
import sys

LENGTH = 8


def main(place, *arguments):
    """The exit status of the server."""
    environment = [f"{name}={value}" for name, value in os.environ.items()]
    folder = os.getcwd()  # noqa: PTH109
    wish = "\0".join([str(len(arguments)), *arguments, folder, *environment]).encode("utf-8", "surrogateescape")
    with socket.socket(socket.AF_UNIX) as nursery:
        nursery.connect(place)
        socket.send_fds(nursery, [len(wish).to_bytes(LENGTH, "big")], [0, 1, 2])
        nursery.sendall(wish)
        for stream in (0, 1, 2):
            os.close(stream)
        return int.from_bytes(nursery.recv(LENGTH), "big")


if __name__ == "__main__":
    raise SystemExit(main(os.environ["FACTLINT_NURSERY"], *sys.argv[1:]))
