"""What is due next: the contests still to come, in the order they are expected."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from resultsdesk.night.night import Night, Scope
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing

SOON = timedelta(minutes=15)
WAITING = frozenset({Stage.AWAITED, Stage.FLASHED, Stage.RECOUNT})


class Lateness(StrEnum):
    """How a contest's expected time stands to the clock."""

    LATER = "later"
    DUE = "due"
    OVERDUE = "overdue"
    UNKNOWN = "no time known"


@dataclass(frozen=True, slots=True)
class Due:
    """A contest still to come. `minutes` is how far off it is, below 0 when overdue, None where no time is known."""

    standing: Standing
    lateness: Lateness
    minutes: int | None


def lateness(standing: Standing, now: datetime) -> Due:
    """Return how a contest's expected time stands to `now`: due from a quarter of an hour before."""
    expected = standing.contest.expected
    if expected is None:
        return Due(standing, Lateness.UNKNOWN, None)
    wait = expected - now
    minutes = int(wait.total_seconds() // 60)
    if wait < timedelta():
        return Due(standing, Lateness.OVERDUE, minutes)
    return Due(standing, Lateness.DUE if wait <= SOON else Lateness.LATER, minutes)


def due(night: Night, now: datetime, scope: Scope | None = None) -> tuple[Due, ...]:
    """Return the contests of a scope still to come, longest overdue first, those of unknown time last."""
    waiting = (one for one in night.within(scope or Scope()) if one.stage in WAITING)
    found = [lateness(one, now) for one in waiting]
    return tuple(sorted(found, key=lambda one: (one.minutes is None, one.minutes or 0, one.standing.contest.name)))
