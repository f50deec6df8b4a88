"""The line above every answer of `show`: what night, known when, measured against what."""

from datetime import datetime

from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import BaselineKind, Measure


def heading(night: Night, at: datetime | None, measure: Measure) -> str:
    """Return what night this is, from when, and what its gains and its changes in share are measured against."""
    briefing = night.briefing
    parts = [briefing.election.title]
    if night.rehearsal:
        parts.append("REHEARSAL")
    if at is not None:
        local = briefing.local(at)
        clock = f"{local:%H:%M:%S}".removesuffix(":00")
        parts.append(f"as known at {clock} on {local.day} {local:%B}")
    last = _last_named(night)
    if measure is Measure.HOLDER:
        parts.append("gains against the holder now")
        if last:
            parts.append(f"changes since {last}")
    else:
        parts.append(f"gains against the last election{f' ({last})' if last else ''}")
    return " · ".join(parts)


def _last_named(night: Night) -> str:
    """Return what the last election is called where it is one and the same for all; a contest names its own."""
    baselines = (one.baseline for one in night.briefing.contests.values() if one.baseline is not None)
    named = {f"{one.election}{', notional' if one.kind is BaselineKind.NOTIONAL else ''}" for one in baselines}
    return named.pop() if len(named) == 1 else ""
