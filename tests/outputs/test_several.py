"""More screens in one browser than it keeps connections: over the network there is but one name for the server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Chromium, Page, chromium
from newsroom import TOKENS, Newsroom, newsroom

from resultsdesk.outputs.opening import Opening

SCREENS = 14
NAME = "desk.example"
WORDS = "Array.from(document.querySelectorAll('#stage svg[role=img] text')).map(one => one.textContent).join(' ')"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A night served to the network, found there by a name of its own."""
    with newsroom(tmp_path, opening=Opening(port=0, lan=True, names=(NAME,))) as one:
        yield one


@pytest.fixture
def elsewhere(room: Newsroom) -> Iterator[Chromium]:
    """A browser that reaches the desk as another machine does."""
    with chromium(f"--host-resolver-rules=MAP {NAME} 127.0.0.1") as one:
        yield one


def open_screens(browser: Chromium, room: Newsroom) -> list[Page]:
    """Open more screens than there can be connections; some show the same."""
    base = f"http://{NAME}:{room.at.port}/t/{TOKENS.view}/"
    scenes = [f"scene/contest?contest={('alpha', 'beta', 'gamma')[at % 3]}&page={at % 7}" for at in range(SCREENS)]
    return [browser.open(f"{base}{one}", 640, 360) for one in ("screen/presenter", *scenes)]


def wait_for_all(pages: list[Page], condition: str, seconds: float = 30) -> None:
    for page in pages:
        page.wait(condition, seconds)


def wait_in(room: Newsroom, holds: Callable[[], bool]) -> None:
    """Let the desk work until something holds of it."""
    for _ in range(400):
        if holds():
            return
        room.desk.work(0.05)
    assert holds()


def test_every_screen_of_a_browser_follows(elsewhere: Chromium, room: Newsroom) -> None:
    room.air("title")
    pages = open_screens(elsewhere, room)
    wait_for_all(pages, "window.follower && follower.version > 0 && !follower.painter.empty")
    room.declare("alpha", 1234, 700, 200)
    wait_for_all(pages, "follower.seq === 1", 10)
    wait_for_all(pages[1::3], f"({WORDS}).includes('1,234')")
    assert not any("1,234" in page.ask(WORDS) for page in (*pages[2::3], *pages[3::3]))
    wait_in(room, lambda: len(following(room)) == 1)  # one connection for all: those it took the place of are closed
    assert all(page.ask("follower.stream.shares") for page in pages)
    assert [page.trouble() for page in pages] == [[]] * len(pages)


def test_they_come_back_with_the_server_and_leave_nothing_behind(elsewhere: Chromium, room: Newsroom) -> None:
    first, *rest = open_screens(elsewhere, room)
    wait_for_all(rest, "window.follower && !follower.painter.empty")
    room.server.stop()
    room.declare("alpha", 222, 111, 99)
    wait_for_all(rest, "document.querySelector('.out-of-date') !== null", 15)
    room.server.opening = Opening(port=room.at.port, lan=True, names=(NAME,))
    room.server.start()
    wait_for_all(rest, "follower.seq === 1 && document.querySelector('.out-of-date') === null", 20)
    for page in rest:
        page.close()
    wait_in(room, lambda: room.server.channels.viewers == 1)
    assert len(room.server.channels._open) == 1
    room.air("title")
    first.wait(f"({WORDS}).includes('Town council 2016')")


def following(room: Newsroom) -> list[object]:
    return [one for one in room.server.connections.open if one.drained is not None]


def test_what_cannot_be_shown_is_left_out(room: Newsroom) -> None:
    several = "of=screen/nowhere&of=scene/juggling&of=scene/contest%3Fcontest%3Dnowhere"
    said = room.ask(f"/t/{TOKENS.view}/events/several?{several}", "HEAD")
    assert said.status == 200
    assert room.server.channels.viewers == 0
    assert room.server.channels._open == {}
    assert room.ask(f"/events/several?{several}").status == 401
