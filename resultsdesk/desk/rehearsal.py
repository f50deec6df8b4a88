"""Playing a real night's results through the desk, at true pace or faster."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from resultsdesk.desk.desk import Desk, Done
from resultsdesk.night.briefing import Briefing, PastResult
from resultsdesk.night.commands import CallRecount, Declare, DeclareUnopposed, Figures, Shared
from resultsdesk.night.stages import Stage

SOURCE = "rehearsal"
"""The source of what nobody keyed, but a rehearsal played."""
LONGEST_NIGHT = timedelta(days=7)
"""A rehearsal's clock follows what is entered and never goes back: a slip in a date must not carry it away."""
RECOUNT_BEFORE = timedelta(minutes=45)
FALLBACK_START = timedelta(hours=4)
FALLBACK_EVERY = timedelta(minutes=2)
FALLBACK_LENGTH = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Cue:
    """Something a rehearsal plays: `recount` calls one, else the result is declared."""

    at: datetime
    result: PastResult
    recount: bool = False


class RehearsalClock:
    """The night's own time, moved on by whoever plays it."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """Return the time of the night being played."""
        return self._now

    def turn(self, moment: datetime) -> None:
        """Turn the clock on to `moment`; it never goes back."""
        self._now = max(self._now, moment)


def cues(briefing: Briefing, results: Iterable[PastResult]) -> tuple[Cue, ...]:
    """Return what is to be played, in time order.

    A recount is called three quarters of an hour before its declaration, since no source says when. Results with no
    known time are played in the briefing's order from four hours after the close of poll, one every two minutes or
    closer together, so that eight hours hold them all.
    """
    played = []
    known = tuple(results)
    untimed = sum(one.declared_at is None for one in known)
    every = min(FALLBACK_EVERY, FALLBACK_LENGTH / max(untimed, 1))
    spare = briefing.election.close_of_poll + FALLBACK_START
    for result in known:
        at = result.declared_at
        if at is None:
            at, spare = spare, spare + every
        if result.recounts:
            played.append(Cue(max(at - RECOUNT_BEFORE, briefing.election.close_of_poll), result, recount=True))
        played.append(Cue(at, result))
    return tuple(sorted(played, key=lambda cue: cue.at))


def play(desk: Desk, cue: Cue) -> Done | None:
    """Commit a cue as an operator would, every warning acknowledged; None where the contest has moved past it.

    The desk's clock must have been turned to the cue's time.
    """
    standing = desk.night.contests[cue.result.contest]
    stages = (Stage.AWAITED, Stage.FLASHED) if cue.recount else (Stage.AWAITED, Stage.FLASHED, Stage.RECOUNT)
    if standing.stage not in stages:
        return None
    if cue.recount:
        return desk.commit(CallRecount(contest=cue.result.contest, after=standing.head, source=SOURCE))
    result = cue.result
    figures = Figures(votes=result.votes, rejected=result.rejected, papers=result.papers, lot=result.lot)
    asked: frozenset[str] = frozenset()
    while True:
        shared: Shared = {
            "contest": result.contest,
            "after": standing.head,
            "accepted": asked,
            "reason": "",
            "source": SOURCE,
            "declared_at": cue.at,
        }
        # Where nobody voted, no more people stood than there were vacancies.
        done = desk.commit(Declare(figures=figures, **shared) if result.votes else DeclareUnopposed(**shared))
        fresh = frozenset(one.code for one in done.verdict.asking)
        if done.entry is not None or done.verdict.errors or not fresh:
            return done
        asked |= fresh
