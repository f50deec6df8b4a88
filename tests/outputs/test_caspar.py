"""CasparCG over AMCP, against a server that keeps every line it is sent."""

import asyncio
import queue
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from newsroom import newsroom

from resultsdesk.night.briefing import ContestId
from resultsdesk.outputs import pusher
from resultsdesk.outputs.caspar import Caspar, CasparTrouble, Place, quoted


class Playout:
    """A CasparCG of our own: answers as the real one does, and remembers."""

    def __init__(self, answer: Callable[[str], bytes] = lambda _: b"202 CG OK\r\n", port: int = 0) -> None:
        self.lines: list[str] = []
        self.heard = threading.Condition()
        self._answer = answer
        self._listening = socket.create_server(("127.0.0.1", port))
        self.port = int(self._listening.getsockname()[1])
        self._lines: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept)
        self._thread.start()

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self._lines.append(line)
            with suppress(ConnectionError), line, line.makefile("rb") as said:  # until one of the two hangs up
                for raw in said:
                    with self.heard:
                        self.lines.append(raw.decode("ascii"))
                        self.heard.notify_all()
                    line.sendall(self._answer(raw.decode()))

    def wait(self, count: int) -> list[str]:
        """Return the lines once there are so many."""
        with self.heard:
            assert self.heard.wait_for(lambda: len(self.lines) >= count, timeout=20), self.lines
            return list(self.lines)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for one in self._lines:
            with suppress(OSError):  # whoever asked has hung up already
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._thread.join()


@pytest.fixture
def playout() -> Iterator[Playout]:
    one = Playout()
    yield one
    one.close()


def test_commands_are_said_as_amcp_has_them(playout: Playout) -> None:
    url = "http://127.0.0.1:8642/template/contest.html"

    async def run() -> None:
        caspar = Caspar(Place("127.0.0.1", playout.port, 1, 20))
        await caspar.add(url, {"f0": 'Ynys Môn "é"'})
        await caspar.update({"f0": "a\nb"})
        for command in (caspar.play, caspar.next, caspar.stop, caspar.remove):
            assert (await command()).code == 202
        await caspar.close()

    asyncio.run(run())
    assert playout.lines == [
        f'CG 1-20 ADD 0 "{url}" 1 "{{\\"f0\\":\\"Ynys M\\\\u00f4n \\\\\\"\\\\u00e9\\\\\\"\\"}}"\r\n',
        'CG 1-20 UPDATE 0 "{\\"f0\\":\\"a\\\\nb\\"}"\r\n',
        "CG 1-20 PLAY 0\r\n",
        "CG 1-20 NEXT 0\r\n",
        "CG 1-20 STOP 0\r\n",
        "CG 1-20 REMOVE 0\r\n",
    ]


def test_a_parameter_cannot_end_its_line() -> None:
    assert quoted('a"b\\c\r\nQUIT') == '"a\\"b\\\\c\\nQUIT"'
    with pytest.raises(ValueError, match="one line"):
        asyncio.run(Caspar(Place("127.0.0.1")).command("CG 1-20 PLAY 0\r\nKILL"))


@pytest.mark.parametrize(
    ("answer", "data"),
    [
        (b"200 INFO OK\r\n1 PAL PLAYING\r\n2 PAL PLAYING\r\n\r\n", ("1 PAL PLAYING", "2 PAL PLAYING")),
        (b"201 VERSION OK\r\n2.3.3\r\n", ("2.3.3",)),
        (b"202 OK\r\n", ()),
    ],
)
def test_answers_are_read_to_their_end(answer: bytes, data: tuple[str, ...]) -> None:
    playout = Playout(lambda _: answer)

    async def run() -> None:
        caspar = Caspar(Place("127.0.0.1", playout.port))
        for _ in range(2):
            assert (await caspar.command("INFO")).data == data
        await caspar.close()

    try:
        asyncio.run(run())
    finally:
        playout.close()


def test_refusals_and_silence_are_told_in_words() -> None:
    playout = Playout(lambda _: b"404 CG ERROR\r\n")

    async def refused() -> None:
        caspar = Caspar(Place("127.0.0.1", playout.port))
        try:
            await caspar.play()
        finally:
            await caspar.close()

    try:
        with pytest.raises(CasparTrouble, match="CasparCG refused: 404 CG ERROR"):
            asyncio.run(refused())
    finally:
        playout.close()
    with pytest.raises(CasparTrouble, match="does not answer"):
        asyncio.run(Caspar(Place("127.0.0.1", playout.port)).play())


def test_a_layer_shows_what_an_output_shows(playout: Playout, tmp_path: Path) -> None:
    with newsroom(tmp_path) as room:
        room.server.stop()
        room.server.follow_on_caspar(Place("127.0.0.1", playout.port, 2, 30), "presenter")
        at = room.server.start()
        room.air("contest", contest=ContestId("alpha"))
        assert playout.wait(1) == [f'CG 2-30 ADD 0 "{at.url}screen/presenter" 1\r\n']
        room.air("title")
        room.declare("alpha", 900, 700, 200)
        room.desk.station.clear("presenter")
        assert playout.wait(2)[1:] == ["CG 2-30 STOP 0\r\n"], "a change of scene needs no command"
        room.air("title")
        playout.wait(3)
    assert playout.wait(4)[3] == "CG 2-30 STOP 0\r\n", "a server that stops leaves nothing on the layer"


def test_a_server_that_was_started_anew_is_given_its_layer_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pusher, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(pusher, "AGAIN_AFTER", 0.05)
    playout, said = Playout(), queue.SimpleQueue[tuple[str, ...]]()
    port = playout.port
    try:
        with newsroom(tmp_path, troubled=lambda: said.put(room.server.troubles)) as room:
            room.server.stop()
            room.server.follow_on_caspar(Place("127.0.0.1", port), "presenter")
            at = room.server.start()
            room.air("title")
            added = f'CG 1-20 ADD 0 "{at.url}screen/presenter" 1\r\n'
            assert playout.wait(3) == [added, "VERSION\r\n", "VERSION\r\n"], "one that is there keeps what it shows"
            playout.close()
            assert said.get(timeout=20) == (
                f"CasparCG at 127.0.0.1:{port} does not answer. Is it running, and reached?",
            )
            playout = Playout(port=port)
            assert playout.wait(1)[0] == added
            assert said.get(timeout=20) == ()
    finally:
        playout.close()
