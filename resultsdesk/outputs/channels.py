"""What is pushed to screens: a channel for each thing that is looked at, drawn once however many look.

Everything here lives in the server's loop. A screen that is slow is sent the latest when it is ready, never a queue.
"""

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from resultsdesk.air.programme import OutputName
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.outputs.drawing import Drawer, Picture, compact
from resultsdesk.outputs.source import Source

HEARTBEAT = 2.0
"""Seconds between heartbeats; a screen that hears nothing for five says that it is out of date."""
MOST_CHANNELS = 300


@dataclass(frozen=True, slots=True)
class Look:
    """What a channel shows at one moment. While `serial` stays the same the scene has not come on anew."""

    picture: Picture | None
    serial: int = 0
    way: str = "move"


@dataclass(frozen=True, slots=True, eq=False)
class Viewer:
    """Somebody at a channel; the event is set whenever there is something to send."""

    stirred: asyncio.Event


class Channel:
    """One output or one scene, as it is sent."""

    def __init__(self, look: Callable[[], Look], is_test: bool) -> None:
        self._look = look
        self._is_test = is_test
        self._shown = look()
        self.version = 1
        self.viewers: set[Viewer] = set()
        self._whole: bytes | None = None
        self._change: bytes | None = None
        self.seq = 0

    def refresh(self, seq: int) -> bool:
        """Draw anew; return whether there is anything to send."""
        before, after = self._shown, self._look()
        self.seq = seq
        if after == before:
            return False
        self._shown = after
        self.version += 1
        self._whole = self._change = None
        change = None
        if before.picture is not None and after.picture is not None and before.serial == after.serial:
            change = after.picture.since(before.picture)
        if change is not None:
            self._change = event("change", {**self._said(), **change})
        for viewer in self.viewers:
            viewer.stirred.set()
        return True

    def message(self, has: int) -> bytes:
        """Return what brings somebody who has a version up to date: the change alone where that is enough."""
        if has == self.version - 1 and self._change is not None:
            return self._change
        if self._whole is None:
            picture = self._shown.picture
            self._whole = event("figure", {**self._said(), **(picture.whole() if picture else {"figure": None})})
        return self._whole

    def heartbeat(self) -> bytes:
        """Return what tells a screen that this is still the latest."""
        return event("heart", {"version": self.version, "seq": self.seq})

    def _said(self) -> dict[str, object]:
        look = self._shown
        return {
            "version": self.version,
            "seq": self.seq,
            "isTest": self._is_test,
            "serial": look.serial,
            "way": look.way,
        }


class Channels:
    """Every channel somebody looks at; one nobody looks at any more is let go."""

    def __init__(self, source: Source, drawer: Drawer) -> None:
        self._source, self._drawer = source, drawer
        self._open: dict[Hashable, Channel] = {}

    def screen(self, output: OutputName) -> Channel | None:
        """Return the channel of an output; None where there is none of that name."""
        if output not in self._source.programme().outputs:
            return None
        return self._channel(("screen", output), lambda: self._on_air(output))

    def scene(self, request: SceneRequest) -> Channel:
        """Return the channel of one scene, whatever is on air."""
        return self._channel(request, lambda: Look(self._drawer.picture(self._source.night(), request)))

    def let_go(self, channel: Channel) -> None:
        """Close a channel at which nobody is left."""
        if not channel.viewers:
            self._open = {key: one for key, one in self._open.items() if one is not channel}

    def refresh(self) -> None:
        """Draw every channel anew and stir those who look."""
        seq = self._source.night().seq
        for channel in tuple(self._open.values()):
            channel.refresh(seq)

    @property
    def viewers(self) -> int:
        """Return how many look, at all channels together."""
        return sum(len(one.viewers) for one in self._open.values())

    def full(self) -> bool:
        """Return whether no further channel may be opened."""
        return len(self._open) >= MOST_CHANNELS

    def _channel(self, key: Hashable, look: Callable[[], Look]) -> Channel:
        known = self._open.get(key)
        if known is None:
            night = self._source.night()
            known = Channel(look, night.rehearsal)
            known.seq = night.seq
            self._open[key] = known
        return known

    def _on_air(self, output: OutputName) -> Look:
        one = self._source.programme().outputs.get(output)
        on = one.program if one else None
        if on is None:
            return Look(None, one.taken if one else 0)
        picture = self._drawer.picture(self._source.night(), on.scene, on.corrected)
        return Look(picture, on.serial, str(on.way))


def event(name: str, data: object) -> bytes:
    """Return a server-sent event."""
    return f"event: {name}\ndata: {compact(data)}\n\n".encode("ascii")
