"""The swing in one contest, between the two parties that came first and second."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.night.standing import Standing
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.shares import change, share, swing


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
    votes = {party: sum(poll.votes[one] for one in party_of if party_of[one] == party) for party in (first, second)}
    changes = (
        change(share(votes[party], poll.valid_votes), parties[party], contest.baseline) for party in (second, first)
    )
    by = swing(*changes)
    if by is None:
        return None
    return Swing(second, first, by) if by >= 0 else Swing(first, second, -by)
