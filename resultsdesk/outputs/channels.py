"""What is pushed to screens: a channel for each thing that is looked at, drawn and written out once however many look.

Everything here lives in the server's loop. A screen that is slow is sent the latest when it is ready, never a queue.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from resultsdesk.air.programme import OutputName
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.outputs.drawing import Drawer, Picture
from resultsdesk.outputs.events import Event, event
from resultsdesk.outputs.source import Source
from resultsdesk.outputs.viewer import Viewer

HEARTBEAT = 2.0
"""Seconds between heartbeats; a screen that hears nothing for five says that it is out of date."""
PATIENCE = 10.0
"""Seconds a screen may take to accept what is sent to it."""
MOST_CHANNELS = 300


@dataclass(frozen=True, slots=True)
class Look:
    """What a channel shows at one moment. While `serial` stays the same the scene has not come on anew."""

    picture: Picture | None
    serial: int = 0
    way: str = "move"


class Channel:
    """One output or one scene, as it is sent."""

    def __init__(self, look: Callable[[], Look], is_test: bool) -> None:
        self._look = look
        self._is_test = is_test
        self._shown = look()
        self.version = 1
        self.viewers: dict[Viewer, int] = {}  # and the version each has
        self._whole: Event | None = None
        self._change: Event | None = None
        self.seq = 0

    def refresh(self, seq: int) -> bool:
        """Draw anew and send what is new; return whether anything is."""
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
        for viewer, has in self.viewers.items():
            self._bring(viewer, has)
        return True

    def add(self, viewer: Viewer) -> None:
        """Take in somebody who looks, and send them what there is to see."""
        self.viewers[viewer] = 0
        self._bring(viewer, 0)

    def drained(self, viewer: Viewer) -> None:
        """Send somebody who was slow and is ready again what they have not seen."""
        has = self.viewers.get(viewer, self.version)
        if has != self.version:
            self._bring(viewer, has)

    def beat(self) -> None:
        """Tell everybody that this is still the latest, and let go of those who take nothing any more."""
        heart = self.heartbeat()
        for viewer in tuple(self.viewers):
            if viewer.late > PATIENCE:
                viewer.drop()
            else:
                viewer.send(heart)

    def _bring(self, viewer: Viewer, has: int) -> None:
        if viewer.send(self.message(has)):
            self.viewers[viewer] = self.version

    def message(self, has: int) -> Event:
        """Return what brings somebody who has a version up to date: the change alone where that is enough."""
        if has == self.version - 1 and self._change is not None:
            return self._change
        if self._whole is None:
            picture = self._shown.picture
            self._whole = event("figure", {**self._said(), **(picture.whole() if picture else {"figure": None})})
        return self._whole

    def heartbeat(self) -> Event:
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

    def beat(self) -> None:
        """Tell every screen that what it has is still the latest."""
        for channel in tuple(self._open.values()):
            channel.beat()

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
