"""What was polled, worked out once for all that shows it: by a candidacy, and by everybody in a contest."""

from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.shares import change, deposit_lost, share, turnout


@dataclass(frozen=True, slots=True)
class Polled:
    """What a candidacy polled; `share` and `change` are parts of 1. All are None while nothing is counted.

    `change` is its party's since the last election, None also where several candidacies share that, or nothing can be
    compared; `deposit_lost` is None also where the election has no deposits.
    """

    votes: int | None = None
    share: Fraction | None = None
    change: Fraction | None = None
    deposit_lost: bool | None = None


def polled(standing: Standing, one: Candidacy, briefing: Briefing) -> Polled:
    """Return what one of a contest's candidacies polled."""
    poll, contest = standing.poll, standing.contest
    votes = poll.votes.get(one.id) if poll is not None else None
    if poll is None or votes is None:
        return Polled()
    part = share(votes, poll.valid_votes)
    return Polled(
        votes,
        part,
        moved(part, one, contest, briefing),
        deposit_lost(votes, poll.valid_votes) if briefing.election.deposits else None,
    )


def moved(part: Fraction | None, one: Candidacy, contest: Contest, briefing: Briefing) -> Fraction | None:
    """Return how far a candidacy's share is from its party's last time, a part of 1; None where several candidacies
    of a party share that, or nothing can be compared.
    """
    if sum(other.party == one.party for other in contest.candidacies) > 1:
        return None
    return change(part, briefing.parties[one.party], contest.baseline)


def turnout_of(standing: Standing, briefing: Briefing) -> Fraction | None:
    """Return a contest's turnout as the election counts it, a part of 1; None where papers or electors are unknown."""
    contest = standing.contest
    if standing.poll is None:
        return None
    return turnout(standing.poll, contest.electorate, contest.vacancies, briefing.election.count_rejected)


def party_share(standing: Standing, party: PartyId) -> Fraction | None:
    """Return a party's share of a contest's votes, all its candidacies together; None before there are any, and where
    nobody stands for it.
    """
    poll = standing.poll
    if poll is None:
        return None
    votes = [poll.votes.get(one.id, 0) for one in standing.contest.candidacies if one.party == party]
    return share(sum(votes), poll.valid_votes) if votes else None
