"""Seats and shares against the clock."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from resultsdesk.night.briefing import BodyId
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.series.told import told, told_minutes
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.party import PartyId

Course = tuple[tuple[float, float], ...]  # minutes after the close of poll, and how much it is from then on


@dataclass(frozen=True, slots=True)
class OverTime:
    """A course for each party and the declarations it follows, both in the order of the clock.

    Courses hold a pair for each minute at which something was declared; a party with none has no course.
    """

    courses: Mapping[PartyId, Course]
    declarations: tuple[Standing, ...]


def seats_over_time(night: Night, scope: Scope) -> OverTime:
    """Return each party's seats over the night; of a body they begin with the seats that are not up."""
    declarations = told(night, scope)
    seats: dict[PartyId, int] = {}
    if scope.kind is ScopeKind.BODY and BodyId(scope.name) in night.briefing.bodies:
        seats |= night.briefing.bodies[BodyId(scope.name)].continuing
    courses: dict[PartyId, list[tuple[float, float]]] = {one: [(0.0, float(held))] for one, held in seats.items()}
    for at, together in _by_minute(night, declarations):
        for party in (party for one in together for party in one.parties):
            seats[party] = seats.get(party, 0) + 1
            courses.setdefault(party, [(0.0, 0.0)])
        for party in dict.fromkeys(party for one in together for party in one.parties):
            courses[party].append((at, float(seats[party])))
    return OverTime({one: tuple(course) for one, course in courses.items()}, declarations)


def shares_over_time(night: Night, scope: Scope, parties: Collection[PartyId]) -> OverTime:
    """Return these parties' shares (0 to 1) of all votes declared until then, each from its first vote on."""
    declarations = tuple(one for one in told(night, scope) if one.poll is not None)
    votes: dict[PartyId, int] = {}
    courses: dict[PartyId, list[tuple[float, float]]] = {}
    total = 0
    for at, together in _by_minute(night, declarations):
        for one in together:
            if one.poll is None:
                continue
            total += one.poll.valid_votes
            for candidacy in one.contest.candidacies:
                if candidacy.party in parties:
                    votes[candidacy.party] = votes.get(candidacy.party, 0) + one.poll.votes.get(candidacy.id, 0)
        if total:
            for party, some in votes.items():
                courses.setdefault(party, []).append((at, some / total))
    return OverTime({one: tuple(course) for one, course in courses.items()}, declarations)


def largest(courses: Mapping[PartyId, Course], how_many: int) -> tuple[PartyId, ...]:
    """Return the parties that ended highest, or stood highest where they ended level."""
    ranked = sorted(courses, key=lambda one: (-courses[one][-1][1], -max(value for _, value in courses[one])))
    return tuple(ranked[:how_many])


def _by_minute(night: Night, declarations: Sequence[Standing]) -> Iterable[tuple[float, tuple[Standing, ...]]]:
    """Yield the contests declared at one time together."""
    for at, together in groupby(declarations, key=lambda one: told_minutes(night, one)):
        yield at, tuple(together)
