"""vMix and Companion told over HTTP, against programs of our own that answer as they do and remember."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

import pytest
from newsroom import Newsroom, newsroom

from resultsdesk.night.briefing import ContestId
from resultsdesk.outputs.companion import Companion
from resultsdesk.outputs.vmix import TitleInput, Vmix

FIELDS = ("Headline.Text", "Place.Text", "P1Votes", "P2Name.Text", "declared.Text", "Sponsor.Text")


class Program:
    """Another program: `answer` makes a status and a body of a path and what came with it."""

    def __init__(self, answer: Callable[[str, bytes], tuple[int, bytes]], port: int = 0) -> None:
        self.asked: list[str] = []
        self.method = ""  # of what is asked now
        self.heard = threading.Condition()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(handler) -> None:
                length = int(handler.headers.get("Content-Length") or 0)
                with self.heard:
                    self.method = handler.command
                    status, body = answer(handler.path, handler.rfile.read(length))
                    self.asked.append(handler.path)
                    self.heard.notify_all()
                handler.send_response(status)
                handler.end_headers()
                handler.wfile.write(body)

            do_POST = do_GET

            def log_message(handler, *_: Any) -> None:  # noqa: ANN401 - as above
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def wait(self, condition: Callable[[], bool]) -> None:
        with self.heard:
            assert self.heard.wait_for(condition, timeout=20), self.asked

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Title:
    """vMix with one title in it."""

    def __init__(self, fields: tuple[str, ...] = FIELDS) -> None:
        self.texts = dict.fromkeys(fields, "old")
        self.status = 200
        self.program = Program(self.answer)

    def answer(self, path: str, _: bytes) -> tuple[int, bytes]:
        said = {name: value[0] for name, value in parse_qs(urlsplit(path).query, keep_blank_values=True).items()}
        if not said:
            texts = "".join(
                f'<text index="{at}" name="{name}">{escape(text)}</text>'
                for at, (name, text) in enumerate(self.texts.items())
            )
            lower = f'<input key="k-1" number="2" type="GT" title="Lower third">Lower third{texts}</input>'
            return 200, f"<vmix><version>27</version><inputs><input number='1'/>{lower}</inputs></vmix>".encode()
        assert said["Function"] == "SetText"
        assert said["Input"] == "Lower third"
        if self.status == 200:
            self.texts[said["SelectedName"]] = said["Value"]
        return self.status, b""

    def says(self, **texts: str) -> Callable[[], bool]:
        return lambda: all(self.texts[name.replace("_", ".")] == text for name, text in texts.items())


@pytest.fixture
def title() -> Iterator[Title]:
    one = Title()
    yield one
    one.program.close()


def pushing(room: Newsroom, *settles: Any) -> None:  # noqa: ANN401 - coroutine functions
    room.server.stop()
    for one in settles:
        room.server.push(one)
    room.server.start()


def vmix(room: Newsroom, title: Title, input: str = "Lower third") -> Vmix:
    return Vmix(room.desk.source, TitleInput("127.0.0.1", input, title.program.port), "presenter")


def test_a_title_says_what_is_on_air_and_keeps_what_is_its_own(title: Title, room: Newsroom) -> None:
    pushing(room, vmix(room, title).settle)
    title.program.wait(title.says(Headline_Text="", Place_Text="", P1Votes="", declared_Text="0"))
    room.air("contest", contest=ContestId("alpha"))
    title.program.wait(title.says(Place_Text="Alpha ward"))
    room.declare("alpha", 1234, 700, 200)
    title.program.wait(title.says(P1Votes="1,234", declared_Text="1"))
    assert title.texts["P2Name.Text"]
    room.declare("alpha", 1243, 700, 200)
    title.program.wait(title.says(P1Votes="1,243"))
    room.desk.station.clear("presenter")
    title.program.wait(title.says(Place_Text="", P1Votes="", declared_Text="1"))
    assert title.texts["Sponsor.Text"] == "old", "a field that is called nothing of ours is let be"


def test_only_what_differs_is_set(title: Title, room: Newsroom) -> None:
    pushing(room, vmix(room, title).settle)
    title.program.wait(title.says(declared_Text="0"))
    before = sum("SetText" in one for one in title.program.asked)
    assert before == len(FIELDS) - 1
    room.declare("beta", *range(9, 9 - len(room.desk.desk.night.contests[ContestId("beta")].contest.candidacies), -1))
    title.program.wait(title.says(declared_Text="1"))
    assert sum("SetText" in one for one in title.program.asked) == before + 1


def test_a_rehearsal_says_so_in_a_title(title: Title, tmp_path: Path) -> None:
    with newsroom(tmp_path, mode="rehearsal") as room:
        room.air("contest", contest=ContestId("alpha"))
        pushing(room, vmix(room, title).settle)
        title.program.wait(title.says(Place_Text="REHEARSAL Alpha ward"))
        assert title.texts["Headline.Text"].startswith("REHEARSAL")


@pytest.mark.parametrize("input", ["Lower third", "2", "k-1"])
def test_an_input_goes_by_name_number_or_key(title: Title, room: Newsroom, input: str) -> None:
    import asyncio

    fields = asyncio.run(vmix(room, title, input)._fields())
    assert [one.name for one in fields] == list(FIELDS)


def test_what_cannot_be_pushed_is_told_in_a_sentence(title: Title, room: Newsroom) -> None:
    import asyncio

    from resultsdesk.night.trouble import Trouble

    with pytest.raises(Trouble, match="has no input “Upper third”"):
        asyncio.run(vmix(room, title, "Upper third").settle())
    title.status = 500
    with pytest.raises(Trouble, match="did not set"):
        asyncio.run(vmix(room, title).settle())
    title.program.close()
    with pytest.raises(Trouble, match="Nothing answers at"):
        asyncio.run(vmix(room, title).settle())
    title.program = Program(lambda *_: (200, b"<html>no vMix"))
    with pytest.raises(Trouble, match="does not answer as vMix does"):
        asyncio.run(vmix(room, title).settle())


def test_companion_is_told_what_is_on_air(room: Newsroom) -> None:
    kept: dict[str, str] = {}

    def answer(path: str, body: bytes) -> tuple[int, bytes]:
        name = path.removeprefix("/api/custom-variable/").removesuffix("/value")
        if name == "resultsdesk_mode":
            return 404, b"not made"
        if surface.method == "GET":
            return 200, kept.get(name, "").encode()
        kept[name] = body.decode()
        return 200, b"ok"

    surface = Program(answer)
    try:
        pushing(room, Companion(room.desk.source, "127.0.0.1", surface.port).settle)
        surface.wait(lambda: kept.get("resultsdesk_declared") == "0")
        room.air("contest", contest=ContestId("alpha"))
        surface.wait(lambda: "Alpha ward" in kept.get("resultsdesk_presenter_on_air", ""))
        room.declare("alpha", 900, 700, 200)
        room.declare("alpha", 901, 700, 200)
        surface.wait(lambda: kept.get("resultsdesk_presenter_corrected") == "CORRECTED")
        room.desk.station.lock("browser")
        surface.wait(lambda: bool(kept.get("resultsdesk_browser_lock")))
        room.desk.station.clear("presenter")
        surface.wait(lambda: kept["resultsdesk_presenter_on_air"] == "")
        assert "resultsdesk_mode" not in kept, "a variable that has not been made there is left out"
        assert sum("resultsdesk_mode" in one for one in surface.asked) == 1
        kept.clear()  # it is started anew
        room.desk.station.unlock("browser")
        surface.wait(lambda: {"resultsdesk_declared", "resultsdesk_browser_lock"} <= set(kept))
    finally:
        surface.close()
