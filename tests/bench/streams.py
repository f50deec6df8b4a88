"""A thousand screens in one small program: reads event streams and tells when each number of the night arrived.

Started with a port, a path, how many streams, the last number to wait for, and the one there is; answers with one
JSON object.
"""

import json
import re
import selectors
import socket
import sys
import time

SEQ = re.compile(rb'event: (?:figure|change)\ndata: \{"version":\d+,"seq":(\d+)')


def main(port: int, path: str, count: int, last: int, first: int) -> None:
    """Open the streams, say so, read until each has heard the last number, and tell."""
    chosen = selectors.DefaultSelector()
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    tails: dict[socket.socket, bytes] = {}
    for _ in range(count):
        line = socket.create_connection(("127.0.0.1", port))
        line.sendall(request)
        line.setblocking(False)
        chosen.register(line, selectors.EVENT_READ)
        tails[line] = b""
    arrived: dict[int, list[float]] = {}
    ready, done = 0, 0
    while done < count:
        for key, _ in chosen.select():
            line = key.fileobj
            assert isinstance(line, socket.socket)
            data = line.recv(1 << 20)
            now = time.time()
            assert data, "the server closed a stream"
            text = tails[line] + data
            for found in SEQ.finditer(text):
                seq = int(found[1])
                times = arrived.setdefault(seq, [])
                times.append(now)
                ready += seq == first
                done += seq == last
            cut = max((found.end() for found in SEQ.finditer(text)), default=0)
            tails[line] = text[cut:][-200:]
            if ready == count:
                ready = -1
                say("ready")
    say(json.dumps({str(seq): times for seq, times in arrived.items()}))


def say(line: str) -> None:
    """Tell whoever started this."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
