"""Who controls a body: a party with a majority of its seats, or nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from resultsdesk.night.briefing import BodyId
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId


class ControlKind(StrEnum):
    """What is known of control."""

    PARTY = "control"
    NONE = "no overall control"
    OPEN = "not yet known"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Control:
    """Control of a body. `largest` are the parties with most seats, more than one where they are level."""

    kind: ControlKind
    party: PartyId | None
    largest: tuple[PartyId, ...]


def control(night: Night, body: BodyId) -> Control:
    """Return who controls a body on the seats known now; a party past the majority line need not wait for the rest.

    Nothing is known of a body without a majority line. A postponed poll does not keep the answer open: until it is
    held, nobody has its seats.
    """
    tally = night.tally(Scope(ScopeKind.BODY, body))
    seats = {one: tally.party_seats(one) for one in tally.parties if _is_party(night, one)}
    most, largest = _largest(seats)
    line = night.briefing.bodies[body].majority
    if line is None:
        return Control(ControlKind.UNKNOWN, None, ())
    if len(largest) == 1 and most >= line:
        return Control(ControlKind.PARTY, largest[0], largest)
    within_reach = most + tally.to_come >= line
    if within_reach and not tally.complete:
        return Control(ControlKind.OPEN, None, largest)
    return Control(ControlKind.NONE, None, largest)


def control_before(night: Night, body: BodyId, measure: Measure) -> Control | None:
    """Return who controlled a body by one of the two baselines, or None where any of its seats is not known."""
    chamber = night.briefing.bodies[body]
    if chamber.majority is None:
        return None
    seats = dict(chamber.continuing)
    for standing in night.within(Scope(ScopeKind.BODY, body)):
        before = standing.contest.before(measure)
        if len(before) != standing.contest.vacancies:
            return None
        for party in before:
            seats[party] = seats.get(party, 0) + 1
    if sum(seats.values()) != chamber.seats:
        return None
    parties = {one: held for one, held in seats.items() if _is_party(night, one)}
    most, largest = _largest(parties)
    if len(largest) == 1 and most >= chamber.majority:
        return Control(ControlKind.PARTY, largest[0], largest)
    return Control(ControlKind.NONE, None, largest)


def _largest(seats: Mapping[PartyId, int]) -> tuple[int, tuple[PartyId, ...]]:
    """Return the most seats a party has, and the parties that have so many; none where nobody has any."""
    most = max(seats.values(), default=0)
    return most, tuple(one for one, held in seats.items() if held == most and most)


def _is_party(night: Night, party: PartyId) -> bool:
    return night.briefing.parties[party].compares
