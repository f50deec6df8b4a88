"""Ten thousand slow connections, as a program of its own: each asks for something and never finishes saying so.

Started with a port and how many; says `begun`, and at the end how many it made.
"""

import contextlib
import socket
import sys

TOGETHER = 400


def main(port: int, count: int) -> None:
    """Make the connections, some hundreds at a time."""
    lines: list[socket.socket] = []
    made = 0
    print("begun", flush=True)  # noqa: T201 - for whoever started this
    for _ in range(count):
        with contextlib.suppress(OSError):
            line = socket.create_connection(("127.0.0.1", port), timeout=5)
            line.sendall(b"GET / HTTP/1.1\r\nHos")
            lines.append(line)
            made += 1
        if len(lines) > TOGETHER:
            for old in lines:
                old.close()
            lines.clear()
    print(made, flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
