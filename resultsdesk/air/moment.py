"""Who asks, when, and what is known: what every act on air is told."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from resultsdesk.air.programme import AirTrouble, Locked, OnAir, Output, OutputName, Programme, Way
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.scene import contests_in, legible_in
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night

ContestsIn = Callable[[Night, SceneRequest], frozenset[ContestId]]


@dataclass(frozen=True, slots=True)
class Moment:
    """`at` is the night's time, `wall` the time on the wall: a rehearsal's night runs faster. `aired` tells whether any
    of some entries has been on air; `contests` is what a scene's figures come from.
    """

    night: Night
    by: str
    at: datetime
    wall: datetime
    aired: Callable[[Collection[int]], bool] = lambda _: False
    contests: ContestsIn = contests_in

    def entries(self, scene: SceneRequest) -> tuple[int, ...]:
        """Return the numbers of the entries that can be read off a scene."""
        shown = legible_in(self.night, scene)
        standings = [self.night.contests[one] for one in shown if one in self.night.contests]
        return tuple(sorted(one.entries[-1].seq for one in standings if one.entries))

    def comes_on(self, output: Output, scene: SceneRequest, way: Way) -> OnAir:
        """Return a scene as it comes on: marked as corrected where an earlier figure of its contest was on air."""
        standing = self.night.contests.get(scene.contest) if scene.contest else None
        earlier = [one.seq for one in standing.entries[:-1]] if standing and standing.revision > 1 else []
        corrected = bool(earlier) and self.aired(earlier)
        return OnAir(scene, self.at, self.entries(scene), corrected, way, output.taken + 1)

    def output(self, programme: Programme, name: OutputName) -> Output:
        """Return an output that may be changed by whoever asks. Raises AirTrouble for another."""
        output = programme.outputs.get(name)
        if output is None:
            raise AirTrouble(f"There is no output called {name}.", f"There are {', '.join(programme.outputs)}.")
        if output.lock and output.lock != self.by:
            raise Locked(f"{output.locked_by} has locked {name}.", "Ask there, or break the lock.")
        return output
