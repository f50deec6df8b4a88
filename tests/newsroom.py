"""A night that is served: a real night file, a desk without a window on it, and the server around that."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from night_files import BRIEFING

from resultsdesk.app.serving import HeadlessDesk
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.commands import Correct, Declare, Figures
from resultsdesk.night.rules import Author
from resultsdesk.outputs.connections import Connections
from resultsdesk.outputs.opening import Opening
from resultsdesk.outputs.server import OutputServer, Served
from resultsdesk.outputs.tokens import Tokens
from resultsdesk.store.night_file import Mode, NightFile, create_night

TOKENS = Tokens("not-a-secret-of-anyone")


@dataclass(frozen=True)
class Said:
    """An answer of the server."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - an answer is whatever the test says it is
        return json.loads(self.body)


@dataclass
class Newsroom:
    """A served night, and the hands at its desk."""

    file: NightFile
    desk: HeadlessDesk
    server: OutputServer
    at: Served

    def declare(self, contest: str, *votes: int) -> None:
        """Declare a contest, or where it is declared already, correct it; warnings are acknowledged."""
        standing = self.desk.desk.night.contests[ContestId(contest)]
        figures = Figures(votes={one.id: cast for one, cast in zip(standing.contest.candidacies, votes, strict=True)})
        said: dict[str, Any] = {"contest": standing.contest.id, "after": standing.head}
        kind = Correct if standing.decided else Declare
        if standing.decided:
            said["reason"] = "Read again"
        asking = self.desk.desk.weigh(kind(**said, figures=figures)).asking
        accepted = frozenset(one.code for one in asking)
        done = self.desk.desk.commit(kind(**said, figures=figures, accepted=accepted))
        assert done.entry, done.verdict.objections

    def air(self, name: str, output: str = "presenter", **what: Any) -> None:  # noqa: ANN401 - a request's fields
        """Put a scene on air."""
        self.desk.station.air(SceneRequest(SceneName(name), **what), output)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Said:
        """Ask the server over a connection of its own; an underscore in a header's name stands for a hyphen."""
        line = http.client.HTTPConnection("127.0.0.1", self.at.port, timeout=20)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            line.request(method, path, body, names)
            answer = line.getresponse()
            return Said(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            line.close()

    def press(self, path: str, token: str = TOKENS.control, body: bytes | None = None, **headers: str) -> Said:
        """Press a key of a control surface: the desk works until it is answered."""
        said: list[Said] = []
        asking = threading.Thread(
            target=lambda: said.append(self.ask(path, "POST", body, Authorization=f"Bearer {token}", **headers))
        )
        asking.start()
        while asking.is_alive():
            self.desk.work(0.02)
        asking.join()
        return said[0]

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return self.at.url + path

    @property
    def host(self) -> str:
        """Return the server's host and port."""
        return urlsplit(self.at.url).netloc


@contextmanager
def newsroom(
    folder: Path,
    briefing: Briefing = BRIEFING,
    mode: Mode = "live",
    opening: Opening | None = None,
    connections: Connections | None = None,
    feeds: Path | None = None,
    troubled: Callable[[], object] = lambda: None,
) -> Iterator[Newsroom]:
    """Serve a new night until the end of a `with`."""
    folder.mkdir(exist_ok=True)
    with (
        create_night(folder / f"{mode}.night", briefing, mode) as file,
        served(file, opening, connections, feeds, troubled) as one,
    ):
        yield one


@contextmanager
def served(
    file: NightFile,
    opening: Opening | None = None,
    connections: Connections | None = None,
    feeds: Path | None = None,
    troubled: Callable[[], object] = lambda: None,
) -> Iterator[Newsroom]:
    """Serve an open night file until the end of a `with`."""
    desk = HeadlessDesk(file, Author("AB", "Desk 1"))
    server = OutputServer(
        desk.source,
        opening or Opening(port=0),
        TOKENS,
        connections=connections or Connections(),
        folder=feeds,
        troubled=troubled,
    )
    at = server.start()
    try:
        yield Newsroom(file, desk, server, at)
    finally:
        server.stop()
