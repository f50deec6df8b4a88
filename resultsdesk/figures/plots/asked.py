"""What somebody asked to see as a chart."""

from dataclasses import dataclass
from enum import StrEnum

from resultsdesk.night.night import Night, Scope
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId


class ChartName(StrEnum):
    """Every chart there is."""

    SEATS = "seats"
    SHARES = "shares"
    CHANGE = "change"
    SWING = "swing"
    TURNOUT = "turnout"
    MAJORITIES = "majorities"
    FLOW = "flow"


TITLES = {
    ChartName.SEATS: "Seats over the night",
    ChartName.SHARES: "Share so far",
    ChartName.CHANGE: "Change by previous share",
    ChartName.SWING: "Swing by region",
    ChartName.TURNOUT: "Turnout and change",
    ChartName.MAJORITIES: "Majorities",
    ChartName.FLOW: "Flow of seats",
}
OF_A_PARTY = frozenset({ChartName.CHANGE, ChartName.SWING, ChartName.TURNOUT})
AGAINST_A_HOLDER = frozenset({ChartName.FLOW})


@dataclass(frozen=True, slots=True)
class Asked:
    """A chart and what it is of. `party` None is the one with most votes; `measure` is the baseline gains go by."""

    chart: ChartName
    scope: Scope
    measure: Measure
    party: PartyId | None = None


def parties_offered(night: Night, scope: Scope) -> tuple[PartyId, ...]:
    """Return the parties that can be compared with last time in a scope, those with most votes first."""
    tally = night.tally(scope)
    before: dict[PartyId, None] = {}
    for standing in night.within(scope):
        if standing.contest.baseline is not None:
            before |= dict.fromkeys(standing.contest.baseline.votes)
    standing_now = dict.fromkeys(one.party for each in night.within(scope) for one in each.contest.candidacies)
    parties = night.briefing.parties
    both = [one for one in standing_now if one in before and parties[one].compares]
    return tuple(sorted(both, key=lambda one: (-tally.votes.get(one, 0), parties[one].order)))


def party_of(night: Night, asked: Asked) -> PartyId | None:
    """Return the party a chart is of: the one asked for where it can be compared, else the first that can."""
    offered = parties_offered(night, asked.scope)
    if asked.party in offered:
        return asked.party
    return offered[0] if offered else None
