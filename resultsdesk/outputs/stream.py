"""An answer that never ends: a channel's events to one screen, until one of the two goes."""

import asyncio
from contextlib import suppress

from starlette.types import Receive, Scope, Send

from resultsdesk.outputs.channels import HEARTBEAT, Channel, Channels, Viewer

PATIENCE = 10.0
"""Seconds a screen may take to accept what is sent to it."""

_HEAD = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class EventStream:
    """The ASGI answer. Kept small: a thousand of them wake at one declaration."""

    def __init__(self, channels: Channels, channel: Channel, heartbeat: float = HEARTBEAT) -> None:
        self._channels, self._channel, self._heartbeat = channels, channel, heartbeat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send events until the screen goes away."""
        viewer = Viewer(asyncio.Event())
        viewer.stirred.set()
        self._channel.viewers.add(viewer)
        sending = asyncio.ensure_future(self._send(viewer, send))
        # A screen that takes nothing any more would not tell: then its connection is closed from here.
        sending.add_done_callback(lambda done: None if done.cancelled() else scope["state"]["drop"]())
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._channel.viewers.discard(viewer)
            self._channels.let_go(self._channel)
            sending.cancel()
            with suppress(asyncio.CancelledError, TimeoutError):
                await sending

    async def _send(self, viewer: Viewer, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(_HEAD)})
        await _sent(send, b"retry: 1000\n\n")
        has = 0
        while True:
            if has != self._channel.version:
                viewer.stirred.clear()
                message, has = self._channel.message(has), self._channel.version
                await _sent(send, message)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._heartbeat):
                    await viewer.stirred.wait()
            if not viewer.stirred.is_set():
                await _sent(send, self._channel.heartbeat())


async def _sent(send: Send, body: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await send({"type": "http.response.body", "body": body, "more_body": True})
