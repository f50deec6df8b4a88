"""A rehearsal in progress: what is still to be played, and the desk's clock turned as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from resultsdesk.desk.desk import Desk, Done
from resultsdesk.desk.protocols import Clock, WallClock
from resultsdesk.desk.rehearsal import Cue, RehearsalClock, cues, play
from resultsdesk.night.briefing import PastResult
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night

RESULT = frozenset({Kind.DECLARED, Kind.UNOPPOSED, Kind.POSTPONED})
LEAD = timedelta(minutes=5)
"""How long before the first declaration a rehearsal begins that does not go at true pace."""


@dataclass(frozen=True, slots=True)
class Played:
    """A cue and what became of it; `done` is None where the contest had moved past it by other hands."""

    cue: Cue
    done: Done | None


def clock_of(night: Night) -> Clock:
    """Return the clock a night goes by: a rehearsal's stands where its last entry left it, else the wall's."""
    if not night.rehearsal:
        return WallClock()
    close = night.briefing.election.close_of_poll
    return RehearsalClock(max(night.last_keyed or close, close))


def already_played(night: Night, cue: Cue) -> bool:
    """Return whether a cue's contest has had the entry the cue would make, or one that comes after it.

    What an operator retracted stays retracted: it was played once.
    """
    kinds = {one.kind for one in night.contests[cue.result.contest].entries}
    return bool(kinds & RESULT) or (cue.recount and Kind.RECOUNT in kinds)


class Player:
    """Plays a night's cues in order. Nothing here waits: whoever holds it decides how fast time goes."""

    def __init__(self, desk: Desk, clock: RehearsalClock, results: Iterable[PastResult]) -> None:
        self.desk, self.clock = desk, clock
        self._cues = tuple(one for one in cues(desk.night.briefing, results) if not already_played(desk.night, one))
        self._next = 0

    @property
    def next_cue(self) -> Cue | None:
        """Return what comes next, or None at the end."""
        return self._cues[self._next] if self._next < len(self._cues) else None

    @property
    def left(self) -> int:
        """Return how many declarations are still to come; a recount is none."""
        return sum(not one.recount for one in self._cues[self._next :])

    def due_by(self, moment: datetime) -> int:
        """Return how many of the cues to come are due at or before `moment`."""
        return sum(one.at <= moment for one in self._cues[self._next :])

    def skip_wait(self, speed: float, end: datetime | None = None) -> datetime | None:
        """Turn the clock on over the hours before the first declaration, and return to when; None where it stands.

        Only a night in which nothing has been entered is begun late, and at true pace or slower it is played whole.
        """
        cue = self.next_cue
        if cue is None or speed <= 1 or self.desk.night.seq:
            return None
        start = cue.at - LEAD
        if start <= self.clock.now() or (end is not None and end < cue.at):
            return None
        self.clock.turn(start)
        return start

    def step(self) -> Played | None:
        """Turn the clock on to the next cue and play it; None at the end.

        Raises what the journal raises; the cue is then still the next one.
        """
        cue = self.next_cue
        if cue is None:
            return None
        self.clock.turn(cue.at)
        done = None if already_played(self.desk.night, cue) else play(self.desk, cue)
        self._next += 1
        return Played(cue, done)
