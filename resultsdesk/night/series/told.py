"""The results of a scope in the order in which they were told."""

from datetime import datetime, timedelta

from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing

_MINUTE = timedelta(minutes=1)


def told(night: Night, scope: Scope) -> tuple[Standing, ...]:
    """Return the decided contests of a scope by the time of their declaration, as they stand now.

    A corrected result has its corrected figures from its first declaration on: what was wrong makes no bump.
    """
    found = [one for one in night.within(scope) if one.decided and one.declared_at is not None]
    return tuple(sorted(found, key=lambda one: (one.declared_at, one.contest.id)))


def minutes(night: Night, moment: datetime) -> float:
    """Return how many whole minutes after the close of poll a moment is."""
    return float((moment - night.briefing.election.close_of_poll) // _MINUTE)


def told_minutes(night: Night, standing: Standing) -> float:
    """Return how many minutes after the close of poll a contest was declared, 0 for one that is not.

    A return nobody opposed is known days before; it counts from the close of poll on, as every result does.
    """
    return max(minutes(night, standing.declared_at), 0.0) if standing.declared_at else 0.0
