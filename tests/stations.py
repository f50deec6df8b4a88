"""A station for tests: a shelf in memory with the promises of the file, clocks turned by hand."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from town import LATER, by_order, sit

from resultsdesk.air.aired import AiredEntry
from resultsdesk.air.left import Left
from resultsdesk.air.programme import OnAir, Programme
from resultsdesk.air.protocols import Shelf
from resultsdesk.air.screening import Screening
from resultsdesk.air.station import Station
from resultsdesk.desk.desk import Desk, Done
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Correct, Declare, Figures
from resultsdesk.night.night import Night
from resultsdesk.night.trouble import Trouble
from resultsdesk.psephology.candidacy import CandidacyId

ALPHA, BETA = ContestId("alpha"), ContestId("beta")
MAP = SceneRequest(SceneName.MAP)
TITLE = SceneRequest(SceneName.TITLE)


def result(contest: str) -> SceneRequest:
    """Return the scene of one contest's result."""
    return SceneRequest(SceneName.CONTEST, contest=ContestId(contest))


def shown_in(night: Night, scene: SceneRequest) -> frozenset[ContestId]:
    """Return what a scene's figures come from: its contest's, a map's from all."""
    if scene.contest:
        return frozenset({scene.contest})
    return frozenset(night.contests) if scene.name is SceneName.MAP else frozenset()


@dataclass
class Line:
    """A line of the ledger."""

    entry: int
    output: str
    since: datetime
    until: datetime | None = None


@dataclass
class MemoryShelf:
    """Keeps a programme in memory; `full` refuses to keep anything, as a full disk does. `seq` tells the number of the
    night's last entry.
    """

    kept: Programme = field(default_factory=Programme)
    lines: list[Line] = field(default_factory=list)
    full: bool = False
    shown: list[Screening] = field(default_factory=list)
    answers: list[Left] = field(default_factory=list)
    seq: Callable[[], int] = lambda: 0

    def load(self) -> Programme:
        return self.kept

    def change(self, edit: Callable[[Programme], Programme], at: datetime) -> Programme:
        after = edit(self.kept)
        if self.full:
            raise Trouble("The disk is full.")
        self.kept = after
        shown = {(entry, name) for name, on in after.on_air.items() for entry in on.entries}
        open_now = {(one.entry, one.output): one for one in self.lines if one.until is None}
        for key, line in open_now.items():
            if key not in shown:
                line.until = at
        self.lines += [Line(*key, at) for key in sorted(shown - set(open_now))]
        self._settle(after.on_air, at)
        return after

    def _settle(self, on_air: Mapping[str, OnAir], at: datetime) -> None:
        last = self.seq()
        there = set()
        for place, one in enumerate(self.shown):
            on = on_air.get(one.output)
            if one.until is None and (on is None or (on.serial, on.scene) != (one.serial, one.scene)):
                self.shown[place] = replace(one, until=at, last=last)
            elif one.until is None:
                there.add(one.output)
        self.shown += [
            Screening(name, on.scene, at, None, last, None, on.serial)
            for name, on in on_air.items()
            if name not in there
        ]

    def screenings(self) -> Sequence[Screening]:
        return tuple(self.shown)

    def left(self) -> Collection[Left]:
        return tuple(self.answers)

    def leave(self, output: str, what: str, at: datetime, by: str) -> None:
        if self.full:
            raise Trouble("The disk is full.")
        self.answers.append(Left(output, what, at, by))

    def ledger(self) -> Sequence[AiredEntry]:
        return tuple(self.lines)

    def was_aired(self, entries: Collection[int]) -> bool:
        return any(one.entry in entries for one in self.lines)


@dataclass
class OnStage:
    """A desk and a station on the town's night. `seconds` pass on both clocks; `file` keeps the programme where it is
    not to be kept in memory.
    """

    desk: Desk = field(default_factory=sit)
    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    now: datetime = LATER
    by: str = "Desk 1"
    troubles: list[Trouble] = field(default_factory=list)
    file: Shelf | None = None

    def __post_init__(self) -> None:
        self.shelf.seq = lambda: self.desk.night.seq
        self.station = self.another(self.by)

    def another(self, by: str) -> Station:
        """Return a further desk's station on the same shelf."""
        station = Station(
            self.file or self.shelf, lambda: self.desk.night, lambda: self.now, lambda: self.now, lambda: by, shown_in,
            self.troubles.append,
        )  # fmt: skip
        self.desk.subscribe(station.take_in)
        return station

    def wait(self, seconds: float) -> None:
        """Let time pass, looking five times a second."""
        for _ in range(round(seconds * 5)):
            self.now += timedelta(milliseconds=200)
            self.station.tick()

    def declare(self, contest: str, *votes: int) -> Done:
        """Declare a contest, every warning acknowledged."""
        return self._commit(Declare, contest, votes)

    def correct(self, contest: str, *votes: int, lot: str = "") -> Done:
        """Correct a contest; `lot` is whom the lot fell on where that is part of it."""
        return self._commit(Correct, contest, votes, lot)

    def _commit(self, kind: type[Declare] | type[Correct], contest: str, votes: tuple[int, ...], lot: str = "") -> Done:
        one = self.desk.night.briefing.contests[ContestId(contest)]
        after = self.desk.night.contests[one.id].head
        asked: frozenset[str] = frozenset()
        while True:
            done = self.desk.commit(
                kind(
                    contest=one.id,
                    after=after,
                    reason="read out again",
                    figures=Figures(votes=by_order(one, *votes), lot=(CandidacyId(lot),) if lot else ()),
                    accepted=asked,
                )
            )
            fresh = frozenset(objection.code for objection in done.verdict.asking) - asked
            if done.entry is not None or not fresh:
                assert done.entry is not None, done.verdict
                return done
            asked |= fresh

    def on(self, output: str = "presenter") -> SceneRequest | None:
        """Return the scene on an output."""
        program = self.station.programme.outputs[output].program
        return program.scene if program else None
