"""Connections that cannot crowd each other out: a bound on all, and a short wait for the first words of each."""

import asyncio
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST = 2_400
"""Connections at one time, event streams included."""
MOST_SILENT = 128
"""Connections that have not asked for anything yet; beyond that those silent longest are dropped."""
GRACE = 0.1
"""Seconds nobody is dropped before: a request takes that long to be read when many come at once."""
PATIENCE = 5.0
"""Seconds until a whole request must have come."""


class Connections:
    """Every connection of one server. Lives in the server's loop alone."""

    def __init__(self, most: int = MOST, most_silent: int = MOST_SILENT, patience: float = PATIENCE) -> None:
        self.most, self.most_silent, self.patience = most, most_silent, patience
        self.silent: dict[BoundedConnection, float] = {}  # since when, in that order
        self._sweeping: asyncio.Handle | None = None
        self.open: set[BoundedConnection] = set()
        self.refused = 0
        self.closing = False

    def made(self, one: "BoundedConnection") -> bool:
        """Take in a connection; False where there are too many."""
        if self.closing or len(self.open) >= self.most:
            self.refused += 1
            return False
        self.open.add(one)
        self.wait_for(one)
        return True

    def wait_for(self, one: "BoundedConnection") -> None:
        """Note that a connection has nothing to say yet."""
        self.silent[one] = one.loop.time()
        if len(self.silent) > self.most_silent and self._sweeping is None:
            self._sweeping = one.loop.call_later(GRACE, self._sweep, one.loop)

    def _sweep(self, loop: asyncio.AbstractEventLoop, rounds: int = 2) -> None:
        """Drop those silent longest, as many as are too many."""
        if rounds:  # a loop that is late reads first what has come meanwhile
            self._sweeping = loop.call_soon(self._sweep, loop, rounds - 1)
            return
        self._sweeping = None
        too_many = max(len(self.silent) - self.most_silent, 0)
        now = loop.time()
        for one, since in list(self.silent.items())[:too_many]:
            if now - since < GRACE:
                self._sweeping = loop.call_later(GRACE, self._sweep, loop)
                break
            self.refused += 1
            one.drop()

    def asked(self, one: "BoundedConnection") -> None:
        """Note that a connection has made its request."""
        self.silent.pop(one, None)

    def close(self) -> None:
        """Drop every connection and take no more."""
        self.closing = True
        for one in tuple(self.open):
            one.drop()

    def lost(self, one: "BoundedConnection") -> None:
        """Forget a connection."""
        self.silent.pop(one, None)
        self.open.discard(one)


class BoundedConnection(H11Protocol):
    """One connection; `bounds` is set by `bounded_by`, one class for each server."""

    bounds: Connections

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - uvicorn's own, passed on
        super().__init__(*arguments, **named)
        self._deadline: asyncio.TimerHandle | None = None
        self._dropped = False
        self._paused_at: float | None = None
        self.drained: Callable[[], object] | None = None  # called when what was sent has been taken

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        super().connection_made(transport)
        self.app_state = {**self.app_state, "line": self}  # an answer that does not end is written to directly
        if not self.bounds.made(self):
            self.drop()
            return
        self._deadline = self.loop.call_later(self.bounds.patience, self._too_late)

    def connection_lost(self, exc: Exception | None) -> None:
        self.bounds.lost(self)
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._dropped:
            return
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE and self.conn.their_state is not h11.ERROR:
            self.bounds.asked(self)
            self._stop_waiting()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._paused_at = self.loop.time()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._paused_at = None
        if self.drained is not None:
            self.drained()

    @property
    def late(self) -> float:
        """Return for how many seconds what was sent has not been taken; 0 where more may be sent."""
        return 0.0 if self._paused_at is None else max(self.loop.time() - self._paused_at, 0.001)

    def push(self, data: bytes) -> None:
        """Send bytes as they are: the parts of an answer that has begun."""
        if not self._dropped:
            self.transport.write(data)

    def drop(self) -> None:
        """Close at once, whatever was still to be said."""
        self._dropped = True
        self.bounds.lost(self)
        self._stop_waiting()
        self.transport.abort()

    def _too_late(self) -> None:
        self._deadline = None
        self.bounds.refused += 1
        self.drop()

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def make_room(most: int = MOST) -> None:
    """Have the system let this process hold so many connections, where it lets a process ask."""
    try:
        import resource  # not on Windows, which sets no such limit
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = most + 512
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most_allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most_allowed, hard))


def bounded_by(bounds: Connections) -> type[BoundedConnection]:
    """Return the class of connections of one server."""
    return type("ServedConnection", (BoundedConnection,), {"bounds": bounds})
