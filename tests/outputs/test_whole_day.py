"""A night of twenty-four hours in a minute: thousands of entries, and hundreds of screens that come and go."""

import gc
import socket
from collections import deque
from pathlib import Path

import psutil
from newsroom import Newsroom, newsroom

from resultsdesk.night.briefing import ContestId

ENTRIES = 2_000
STAY = 12  # screens at one time
PATHS = (
    "/events/screen/presenter", "/events/scene/contest?contest=alpha", "/events/scene/map",
    "/events/scene/strap?contest=beta",
    "/events/several?of=screen/browser&of=scene/tally&of=scene/contest%3Fcontest%3Dgamma",
)  # fmt: skip
CONTESTS = ("alpha", "beta", "gamma")


def screen(room: Newsroom, path: str) -> socket.socket:
    """Open a screen that asks, and reads what it is sent when it is asked to."""
    line = socket.create_connection(("127.0.0.1", room.at.port), timeout=20)
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    line.setblocking(False)
    return line


def read(line: socket.socket) -> int:
    """Return how much a screen was sent since it last looked."""
    length = 0
    while True:
        try:
            more = line.recv(1 << 20)
        except BlockingIOError:
            return length
        assert more, "the server closed a screen"
        length += len(more)


def test_a_day_leaks_neither_memory_nor_screens(tmp_path: Path) -> None:
    with newsroom(tmp_path, feeds=tmp_path / "feeds") as room:
        screens: deque[socket.socket] = deque()
        heard = 0
        here = psutil.Process()

        def night(first: int, last: int) -> None:
            nonlocal heard
            for number in range(first, last):
                contest = CONTESTS[number % len(CONTESTS)]
                count = len(room.desk.desk.night.contests[ContestId(contest)].contest.candidacies)
                room.declare(contest, *(300 + number * 7 % 197 + place for place in range(count)))
                if number % 9 == 0:
                    room.air("map" if number % 2 else "contest", contest=None if number % 2 else ContestId(contest))
                if number % 10 == 0:
                    screens.append(screen(room, PATHS[number // 10 % len(PATHS)]))
                    heard += sum(read(one) for one in screens)
                if len(screens) > STAY:
                    screens.popleft().close()

        night(0, ENTRIES // 3)
        gc.collect()
        memory, threads, files = here.memory_info().rss, here.num_threads(), here.num_fds()
        night(ENTRIES // 3, ENTRIES)
        gc.collect()
        assert heard > 1_000_000, "they were sent what happened"
        assert here.num_threads() == threads
        assert here.num_fds() <= files + 2
        # The journal itself grows: about a kilobyte an entry and what the file keeps of it.
        assert here.memory_info().rss < memory + 40_000_000
        for one in screens:
            one.close()
        for _ in range(400):
            if not room.server.channels._open and not room.server.connections.open:
                break
            room.desk.work(0.05)
        assert room.server.channels._open == {}
        assert room.server.connections.open == set()
        assert room.desk.desk.night.seq == ENTRIES
