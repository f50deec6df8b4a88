"""The swing in one contest, between the two parties that came first and second."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.night.polled import party_share
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.shares import change, swing


@dataclass(frozen=True, slots=True)
class Swing:
    """A swing `by` a part of 1, never below 0, of all votes."""

    loser: PartyId
    gainer: PartyId
    by: Fraction


def swing_of(standing: Standing, parties: Mapping[PartyId, Party]) -> Swing | None:
    """Return the conventional swing between the first two parties tonight since the last election.

    None where one of them has no share last time to compare with, as independents never have, where the first two are
    of one party, and where several votes were cast on one paper.
    """
    poll, counted, contest = standing.poll, standing.count, standing.contest
    if poll is None or counted is None or contest.vacancies > 1 or len(counted.ranked) < 2:
        return None
    party_of = {one.id: one.party for one in contest.candidacies}
    first, second = (party_of[one] for one in counted.ranked[:2])
    if first == second:
        return None
    by = _between(second, first, standing, parties)
    if by is None:
        return None
    return Swing(second, first, by) if by >= 0 else Swing(first, second, -by)


def swing_told(standing: Standing, parties: Mapping[PartyId, Party], measure: Measure) -> Swing | None:
    """Return the swing to tell beside an outcome: of a seat gained from whoever lost it to whoever gained it, where
    both can be compared with last time; of others between the first two.
    """
    outcome = standing.outcome(measure)
    if outcome is not None and len(outcome.gains) == len(outcome.losses) == 1:
        loser, gainer = outcome.losses[0], outcome.gains[0]
        if {loser, gainer} <= {one.party for one in standing.contest.candidacies}:
            by = _between(loser, gainer, standing, parties)
            if by is not None and by >= 0:
                return Swing(loser, gainer, by)
    return swing_of(standing, parties)


def _between(one: PartyId, other: PartyId, standing: Standing, parties: Mapping[PartyId, Party]) -> Fraction | None:
    """Return the swing from one party to another, below 0 where it is the other way; None where one has no change."""
    base = standing.contest.baseline
    return swing(*(change(party_share(standing, party), parties[party], base) for party in (one, other)))
