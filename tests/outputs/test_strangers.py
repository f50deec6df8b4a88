"""Strangers: refused, told little, and never in the desk's way."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import TOKENS, Newsroom, newsroom

from resultsdesk.outputs.connections import Connections
from resultsdesk.outputs.opening import Opening
from resultsdesk.outputs.tokens import Tokens, tokens

PAGES = (
    "/", "/screen/presenter", "/scene/title", "/display/presenter", "/theme.json", "/feed/night.json",
    "/feed/flat.json", "/assets/painter.js", "/fonts/SourceSansPro-Bold.ttf", "/template/strap.html",
    "/ograf/strap/strap.ograf.json",
    "/rundown/presenter.json", "/events/screen/nowhere",
)  # fmt: skip


@pytest.fixture
def open_room(tmp_path: Path) -> Iterator[Newsroom]:
    """A night served to the network."""
    with newsroom(tmp_path / "open", opening=Opening(port=0, lan=True, names=("desk.example",))) as one:
        yield one


@pytest.mark.parametrize("path", PAGES)
def test_on_the_network_everything_wants_a_token(open_room: Newsroom, path: str) -> None:
    assert open_room.ask(path).status == 401
    assert open_room.ask(f"/t/wrong{path}").status == 401
    assert open_room.ask(path, Authorization="Bearer wrong").status == 401
    for said in (
        open_room.ask(f"/t/{TOKENS.view}{path}"),
        open_room.ask(f"/t/{TOKENS.control}{path}"),
        open_room.ask(path, Authorization=f"Bearer {TOKENS.view}"),
    ):
        assert said.status == (404 if "nowhere" in path else 200)


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_bears_the_policies(room: Newsroom, path: str) -> None:
    said = room.ask(path)
    policy = said.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert said.headers["x-content-type-options"] == "nosniff"
    assert said.headers["referrer-policy"] == "no-referrer"
    assert "server" not in said.headers


def test_looking_is_not_controlling(open_room: Newsroom) -> None:
    assert open_room.press("/control/clear", token=TOKENS.view).status == 401
    assert open_room.ask(f"/t/{TOKENS.view}/control/clear", "POST").status == 401
    assert open_room.press("/control/clear?output=presenter").status == 200
    assert TOKENS.view not in TOKENS.control
    assert not TOKENS.may_control("")
    assert not TOKENS.may_view("")


def test_control_wants_a_token_on_this_machine_too(room: Newsroom) -> None:
    assert room.ask("/control/take", "POST").status == 401
    assert room.press("/control/take", token="wrong").status == 401


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.", "192.0.2.7:80"])
def test_a_wrong_host_is_refused(room: Newsroom, host: str) -> None:
    assert room.ask("/feed/flat.json", Host=host).status in (400, 421)


def test_right_hosts_are_answered(room: Newsroom, open_room: Newsroom) -> None:
    for host in ("localhost", f"127.0.0.1:{room.at.port}", "[::1]:80", "LOCALHOST:1"):
        assert room.ask("/feed/flat.json", Host=host).status == 200
    token = f"Bearer {TOKENS.view}"
    assert open_room.ask("/feed/flat.json", Host="desk.example:8642", Authorization=token).status == 200
    assert open_room.ask("/feed/flat.json", Host="evil.example", Authorization=token).status == 421


def test_a_page_elsewhere_may_not_read(room: Newsroom) -> None:
    for origin in ("https://evil.example", "null", "file://", "http://localhost.evil.example"):
        said = room.ask("/feed/flat.json", Origin=origin)
        assert said.status == 403
        assert "access-control-allow-origin" not in said.headers
    assert room.ask("/feed/flat.json", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors").status == 403
    graphics = room.ask("/feed/flat.json", Origin="http://localhost:5656")
    assert graphics.status == 200
    assert graphics.headers["access-control-allow-origin"] == "http://localhost:5656"
    assert room.press("/control/clear", Origin="http://localhost:5656").status == 403


def test_on_the_network_only_pages_that_were_named_may_read(tmp_path: Path) -> None:
    opening = Opening(port=0, lan=True, origins=("http://graphics.example:5656",))
    with newsroom(tmp_path, opening=opening) as room:
        token = f"Bearer {TOKENS.view}"
        assert room.ask("/feed/flat.json", Authorization=token, Origin="http://localhost:5656").status == 403
        named = room.ask("/feed/flat.json", Authorization=token, Origin="http://graphics.example:5656")
        assert named.headers["access-control-allow-origin"] == "http://graphics.example:5656"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../pyproject.toml", "/assets/%2e%2e/pyproject.toml", "/assets/..%2f..%2fpyproject.toml",
        "/fonts/%2fetc%2fpasswd", "/assets/", "/assets", "/fonts/", "/feed/", "/ograf/strap/", "/ograf/../x/y",
        "/assets/painter.js%00.html", "/assets/..\\painter.js", "/t/x", "//etc/passwd", "/assets/screen.html",
    ],
)  # fmt: skip
def test_there_is_no_way_out_and_no_listing(room: Newsroom, path: str) -> None:
    assert room.ask(path).status == 404


def test_what_is_too_large_is_refused(room: Newsroom) -> None:
    token = {"Authorization": f"Bearer {TOKENS.control}"}
    assert room.ask("/control/clear", "POST", b"x" * 20_000, **token).status == 413
    assert room.ask("/feed/flat.json?" + "x" * 3_000).status == 414
    assert room.ask("/" + "x" * 400).status == 414
    assert raw(room, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 40_000 + b"\r\n\r\n").startswith(
        (b"HTTP/1.1 400", b"HTTP/1.1 431")
    )
    chunked = (
        b"POST /control/clear HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        b"Authorization: Bearer "
        + TOKENS.control.encode()
        + b"\r\n\r\n"
        + b"4e20\r\n"
        + b"x" * 20_000
        + b"\r\n0\r\n\r\n"
    )
    assert raw(room, chunked).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_only_reading_is_done_outside_control(room: Newsroom, method: str) -> None:
    assert room.ask("/feed/night.json", method).status == 405


def test_what_is_no_request_gets_no_answer_of_ours(room: Newsroom) -> None:
    for said in (b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/1.1\r\n\r\n", b"\r\n" * 4_000):
        assert not raw(room, said).startswith(b"HTTP/1.1 200")
    assert room.ask("/feed/flat.json").status == 200


def raw(room: Newsroom, said: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", room.at.port), timeout=20) as line:
        heard = b""
        with contextlib.suppress(ConnectionError):
            line.sendall(said)
            while more := line.recv(65_536):
                heard += more
                if b"\r\n\r\n" in heard:
                    break
        return heard


def test_those_who_never_finish_asking_are_dropped(tmp_path: Path) -> None:
    with newsroom(tmp_path, connections=Connections(patience=0.3)) as room:
        assert raw(room, b"GET / HTTP/1.1\r\nHost: local") == b""
        slow_body = b"POST /control/clear HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n"
        assert raw(room, slow_body).startswith(b"HTTP/1.1 401"), "without a token nobody waits for a body"
        assert room.ask("/feed/flat.json").status == 200


def test_ten_thousand_slow_connections_keep_nobody_waiting(tmp_path: Path) -> None:
    """They are dropped from the oldest on; a screen that was there keeps its stream, and the night goes on.

    What they cost a declaration is measured in tests/bench.
    """
    with newsroom(tmp_path) as room:
        screen = socket.create_connection(("127.0.0.1", room.at.port), timeout=20)
        screen.sendall(b"GET /events/scene/contest?contest=alpha HTTP/1.1\r\nHost: localhost\r\n\r\n")
        stream = screen.makefile("rb")
        read_until(stream, b"event: figure")

        done = threading.Event()

        def crowd() -> None:
            lines: list[socket.socket] = []
            for number in range(10_000):
                with contextlib.suppress(OSError):
                    line = socket.create_connection(("127.0.0.1", room.at.port), timeout=5)
                    line.sendall(b"GET / HTTP/1.1\r\nHos")
                    lines.append(line)
                if len(lines) > 400 or number == 9_999:
                    with contextlib.suppress(OSError, IndexError):
                        lines[200].recv(1)  # returns when it is dropped, as all that came before it were
                    for old in lines:
                        old.close()
                    lines.clear()
            done.set()

        strangers = threading.Thread(target=crowd)
        strangers.start()
        declared = 0
        while not done.is_set() and declared < 400:
            room.declare("alpha", 2_000 + declared, 700, 200)
            declared += 1
            if declared % 50 == 0:
                assert room.ask("/feed/flat.json").status == 200
        strangers.join()
        assert room.desk.desk.night.seq == declared
        read_until(stream, f'"seq":{room.desk.desk.night.seq},'.encode())
        stream.close()
        screen.close()
        assert len(room.server.connections.open) <= room.server.connections.most
        assert room.server.connections.refused > 1_000


def read_until(stream: object, wanted: bytes) -> None:
    for line in stream:  # type: ignore[attr-defined]  # a socket's file
        if wanted in line:
            return
    raise AssertionError(f"the stream ended before {wanted!r}")


def test_tokens_are_made_once_for_their_owners_eyes(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "control-token"
    made = tokens(path)
    assert tokens(path) == made
    assert path.stat().st_mode & 0o077 == 0
    path.write_text("short\n")
    assert len(tokens(path).control) >= 24
    assert Tokens("a" * 24).view != Tokens("b" * 24).view
