"""The programme: what each output shows and will show, and the rundown they all draw on. Values alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope
from resultsdesk.night.trouble import Trouble

OutputName = str
ItemId = int
Holder = str
"""Who holds an output: words to read, and after a tab what tells one desk from another that is called alike."""

PRESENTER, BROWSER = "presenter", "browser"
OUTPUTS = (PRESENTER, BROWSER)
"""The outputs every night has."""

DWELL = 12
"""Seconds a line of the rundown stays, unless it says otherwise."""
INTERRUPTION = 12
"""Seconds a new declaration takes of an automatic run."""


class Way(StrEnum):
    """How a scene comes on."""

    CUT = "cut"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class OnAir:
    """A scene on an output. `entries` are the numbers of the journal's entries that can be read off it, `since` is by
    the night's clock. While `serial` stays the same a repaint is an update, and no entrance is played.
    """

    scene: SceneRequest
    since: datetime
    entries: tuple[int, ...] = ()
    corrected: bool = False
    way: Way = Way.MOVE
    serial: int = 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """A declaration that is to interrupt an automatic run for so many seconds."""

    contest: ContestId
    seconds: int = INTERRUPTION


@dataclass(frozen=True, slots=True)
class Run:
    """An automatic run. `until` is when it goes on, by the clock on the wall; None while it is held. `left` is what
    remains of the line that is held or interrupted.
    """

    until: datetime | None
    left: timedelta = timedelta()
    interrupting: ContestId | None = None
    waiting: tuple[Waiting, ...] = ()

    @property
    def held(self) -> bool:
        """Return whether somebody has stopped the time."""
        return self.until is None


@dataclass(frozen=True, slots=True)
class Output:
    """One screen. `lock` is who alone may change it, empty where anybody may. `cue` is the rundown's line that is in
    preview, `item` the one that was taken last; `taken` counts the scenes that came on.
    """

    name: OutputName
    preview: SceneRequest | None = None
    program: OnAir | None = None
    lock: Holder = ""
    cue: ItemId | None = None
    item: ItemId | None = None
    run: Run | None = None
    taken: int = 0

    @property
    def locked_by(self) -> str:
        """Return who has locked it, to be read; empty where nobody has."""
        return words_of(self.lock)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the rundown; it stays `dwell` seconds when the rundown runs by itself."""

    id: ItemId
    scene: SceneRequest
    dwell: int = DWELL


@dataclass(frozen=True, slots=True)
class Interrupt:
    """A rule: a new declaration in `scope` interrupts an automatic run for so many seconds."""

    scope: Scope
    seconds: int = INTERRUPTION


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that is on air or planned."""

    outputs: Mapping[OutputName, Output] = field(default_factory=lambda: {one: Output(one) for one in OUTPUTS})
    rundown: tuple[Item, ...] = ()
    interrupts: tuple[Interrupt, ...] = ()

    @property
    def on_air(self) -> Mapping[OutputName, OnAir]:
        """Return what is on air, by output."""
        return {one.name: one.program for one in self.outputs.values() if one.program is not None}

    def item(self, id: ItemId | None) -> Item | None:
        """Return a line of the rundown, or None."""
        return next((one for one in self.rundown if one.id == id), None)

    def after(self, id: ItemId | None) -> Item | None:
        """Return the line after this one, the first after the last; the first where the line is not there."""
        if not self.rundown:
            return None
        place = next((at for at, one in enumerate(self.rundown) if one.id == id), -1)
        return self.rundown[(place + 1) % len(self.rundown)]


def holder(words: str, place: str) -> Holder:
    """Return a holder that is called `words`, at a place no other desk has."""
    return f"{words}\t{place}"


def words_of(holder: Holder) -> str:
    """Return what a holder is called."""
    return holder.partition("\t")[0]


class AirTrouble(Trouble):
    """What cannot be done on air now, and why. Nothing has changed."""


class Locked(AirTrouble):
    """Somebody else holds the output."""


def with_output(programme: Programme, output: Output) -> Programme:
    """Return the programme with an output in the place of the one of that name."""
    if programme.outputs.get(output.name) == output:
        return programme
    return replace(programme, outputs={**programme.outputs, output.name: output})
