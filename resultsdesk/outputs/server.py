"""The local server: in a thread of its own, reading frozen nights, never in the desk's way."""

import asyncio
import logging
import socket
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from resultsdesk.air.programme import OutputName
from resultsdesk.assets.palette import palette
from resultsdesk.night.trouble import Trouble
from resultsdesk.outputs.application import application
from resultsdesk.outputs.caspar import Place
from resultsdesk.outputs.caspar_follow import CasparFollower
from resultsdesk.outputs.channels import HEARTBEAT, Channels
from resultsdesk.outputs.connections import Connections, bounded_by, make_room
from resultsdesk.outputs.drawing import Drawer
from resultsdesk.outputs.feeds.folder import FeedFolder
from resultsdesk.outputs.feeds.shelf import NAMES, Feeds
from resultsdesk.outputs.opening import Opening, address_on_the_network
from resultsdesk.outputs.pusher import Follower, Pusher
from resultsdesk.outputs.services import Services
from resultsdesk.outputs.source import Source
from resultsdesk.outputs.tokens import Tokens, tokens

TOGETHER = 0.002
"""Seconds in which changes that are told of are shown as one."""
BACKLOG = 1_024
GREATEST_HEAD = 16_384  # bytes of a request's headers

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Served:
    """Where a server is reached; `url` ends in a stroke and bears the token to look where one is needed."""

    port: int
    url: str


class OutputServer:
    """Serves one open night until it is stopped."""

    def __init__(
        self,
        source: Source,
        opening: Opening | None = None,
        secrets: Tokens | None = None,
        theme: str = "dark",
        connections: Connections | None = None,
        folder: Path | None = None,
        troubled: Callable[[], object] = lambda: None,
    ) -> None:
        self.source = source
        self._troubled = troubled  # called, on the server's own thread, when `troubles` has changed
        self.opening = opening or Opening()
        self.tokens = secrets or tokens()
        self.connections = connections or Connections()
        look = palette(theme)
        drawer, self._feeds = Drawer(look), Feeds()
        self.channels = Channels(source, drawer)
        services = Services(source, self.channels, look, drawer, self._feeds)
        self._app = application(services, self.opening, self.tokens)
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._uvicorn: uvicorn.Server | None = None
        self._folder = FeedFolder(folder) if folder else None
        self._layers: list[tuple[Place, OutputName]] = []
        self._pushed: list[Callable[[], Awaitable[None]]] = []
        self._followers: list[Follower] = []
        self._due = False

    def start(self) -> Served:
        """Listen and return where. Raises Trouble where the port cannot be had, or a rehearsal's feeds would replace a
        live night's.
        """
        if self._folder is not None and self.source.night().rehearsal:
            self._folder.refuse_rehearsal()
        self.connections.closing = False
        make_room(self.connections.most)
        listening = self._listen()
        port = int(listening.getsockname()[1])
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(listening, ready), name="outputs", daemon=True)
        self._thread.start()
        ready.wait()
        return Served(port, self._url(port))

    def stop(self) -> None:
        """Close every connection and end the thread."""
        thread, loop = self._thread, self._loop
        if thread is None:
            return
        if loop is not None and thread.is_alive():
            loop.call_soon_threadsafe(self._close)
        thread.join()
        self._thread = None

    def follow_on_caspar(self, place: Place, output: OutputName) -> None:
        """Have a layer of CasparCG show an output, from the next start on."""
        self._layers.append((place, output))

    def push(self, settle: Callable[[], Awaitable[None]]) -> None:
        """Have another program kept as the night is, from the next start on; `settle` as a Pusher has it."""
        self._pushed.append(settle)

    @property
    def troubles(self) -> tuple[str, ...]:
        """Return why other programs, or a folder of feeds, are not kept as the night is, of those that are not."""
        folder = [self._folder.trouble] if self._folder is not None else []
        return tuple(one for one in (*(follower.trouble for follower in self._followers), *folder) if one)

    def changed(self) -> None:
        """Note, on any thread, that the night or the programme has changed."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._refresh_soon)

    def _url(self, port: int) -> str:
        host = address_on_the_network() if self.opening.lan else "127.0.0.1"
        return f"http://{host}:{port}/" + (f"t/{self.tokens.view}/" if self.opening.lan else "")

    def _listen(self) -> socket.socket:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((self.opening.address, self.opening.port))
            listening.listen(BACKLOG)
        except OSError as error:
            listening.close()
            raise Trouble(
                f"Port {self.opening.port} cannot be had for the outputs: {error.strerror}.",
                "Another program or desk has it: close that, or choose another port.",
            ) from error
        return listening

    def _run(self, listening: socket.socket, ready: threading.Event) -> None:
        try:
            asyncio.run(self._serve(listening, ready))
        except Exception:  # the desk goes on without its outputs, and the log says why they are gone
            log.exception("the outputs have stopped")
        finally:
            ready.set()
            listening.close()

    async def _serve(self, listening: socket.socket, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # what strangers send is no news
        self._uvicorn = uvicorn.Server(
            uvicorn.Config(
                self._app,
                http=bounded_by(self.connections),
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=5,
                timeout_graceful_shutdown=2,
                backlog=BACKLOG,
                h11_max_incomplete_event_size=GREATEST_HEAD,
            )
        )
        unsubscribe = self.source.subscribe(self.changed)
        url = self._url(int(listening.getsockname()[1]))
        self._followers = [
            *(
                CasparFollower(self.source, place, output, f"{url}screen/{output}", self._troubled)
                for place, output in self._layers
            ),
            *(Pusher(one, self._troubled) for one in self._pushed),
        ]
        following = [
            asyncio.ensure_future(self._beat()),
            *(asyncio.ensure_future(one.run()) for one in self._followers),
        ]
        try:
            self._loop.call_soon(ready.set)
            self._loop.call_soon(self._write_feeds)
            await self._uvicorn.serve(sockets=[listening])
        finally:
            unsubscribe()
            for one in following:
                one.cancel()
            await asyncio.gather(*following, return_exceptions=True)
            self._loop = None

    def _refresh_soon(self) -> None:
        if not self._due and self._loop is not None:
            self._due = True
            self._loop.call_later(TOGETHER, self._refresh)

    def _refresh(self) -> None:
        self._due = False
        self.channels.refresh()
        for one in self._followers:
            one.stir()
        self._write_feeds()

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            self.channels.beat()

    def _write_feeds(self) -> None:
        if self._folder is not None:
            night = self.source.night()
            made = ((name, self._feeds.feed(name, night)) for name in NAMES)
            before = self._folder.trouble
            self._folder.write([(name, one.body) for name, one in made if one is not None])
            if self._folder.trouble != before:
                self._troubled()

    def _close(self) -> None:
        if self._uvicorn is not None:
            self._uvicorn.should_exit = True
        self.connections.close()
