"""An answer that never ends: the events of one or more channels to one connection, until one of the two goes."""

from collections.abc import Sequence

from starlette.types import Receive, Scope, Send

from resultsdesk.outputs.channels import Channel, Channels
from resultsdesk.outputs.connections import BoundedConnection
from resultsdesk.outputs.events import said
from resultsdesk.outputs.viewer import Viewer

Look = tuple[str, Channel]
"""A channel, and the `id` its events bear; empty where there is only one."""

_HEAD = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
_RETRY = said(b"retry: 1000\n\n")


class EventStream:
    """The ASGI answer. Once it has begun, events go from their channel to the connection without passing here: at a
    declaration there may be a thousand to be written.
    """

    def __init__(self, channels: Channels, looks: Sequence[Look]) -> None:
        self._channels, self._looks = channels, looks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send events until the screen goes away."""
        try:
            await send({"type": "http.response.start", "status": 200, "headers": list(_HEAD)})
            if scope["method"] == "HEAD":
                await send({"type": "http.response.body", "body": b""})
            else:
                await self._follow(scope["state"]["line"], scope["http_version"] == "1.1", receive)
        finally:
            for _, channel in self._looks:
                self._channels.let_go(channel)

    async def _follow(self, line: BoundedConnection, chunked: bool, receive: Receive) -> None:
        viewers = [
            (channel, Viewer(line, chunked, f"id: {id}\n".encode("ascii") if id else b""))
            for id, channel in self._looks
        ]

        def drained() -> None:
            for channel, viewer in viewers:
                channel.drained(viewer)

        line.drained = drained
        Viewer(line, chunked).send(_RETRY)
        for channel, viewer in viewers:
            channel.add(viewer)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            line.drained = None
            for channel, viewer in viewers:
                channel.viewers.pop(viewer, None)
