"""How a party moved contest by contest, against its share last time or against turnout."""

from dataclasses import dataclass

from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.party import PartyId


@dataclass(frozen=True, slots=True)
class Movement:
    """One contest: where it stands on the way across, and by how much of 1 the party's share changed."""

    standing: Standing
    across: float
    change: float


@dataclass(frozen=True, slots=True)
class Movements:
    """The contests that can be compared, and how many declared ones cannot, by the reason.

    `absent` did not have the party tonight or last time, `no_baseline` have no last time, `no_turnout` have no
    electorate or no number of papers, `unopposed` had no poll.
    """

    points: tuple[Movement, ...]
    absent: int = 0
    no_baseline: int = 0
    no_turnout: int = 0
    unopposed: int = 0


def by_share(night: Night, scope: Scope, party: PartyId) -> Movements:
    """Return a party's changes against its share last time (0 to 1). None of an independent can be compared."""
    return _movements(night, scope, party, by_turnout=False)


def by_turnout(night: Night, scope: Scope, party: PartyId) -> Movements:
    """Return a party's changes against turnout tonight (0 to 1), as the election counts turnout."""
    return _movements(night, scope, party, by_turnout=True)


def shares_of(standing: Standing, party: PartyId) -> tuple[float, float] | None:
    """Return a party's share last time and tonight (0 to 1), or None where one of the two is not known."""
    poll, baseline = standing.poll, standing.contest.baseline
    if poll is None or baseline is None or not poll.valid_votes or not baseline.valid_votes:
        return None
    before = baseline.votes.get(party)
    tonight = [poll.votes.get(one.id, 0) for one in standing.contest.candidacies if one.party == party]
    if before is None or not tonight:
        return None
    return float(before / baseline.valid_votes), sum(tonight) / poll.valid_votes


def turnout_of(standing: Standing, count_rejected: bool) -> float | None:
    """Return turnout (0 to 1), or None where the papers or the electorate are not known."""
    poll, contest = standing.poll, standing.contest
    if poll is None or not contest.electorate:
        return None
    papers = poll.all_papers(contest.vacancies) if count_rejected else poll.valid_papers(contest.vacancies)
    return None if papers is None else papers / contest.electorate


def _movements(night: Night, scope: Scope, party: PartyId, by_turnout: bool) -> Movements:
    compares = night.briefing.parties[party].compares
    count_rejected = night.briefing.election.count_rejected
    points: list[Movement] = []
    absent = no_baseline = no_turnout = unopposed = 0
    for standing in night.within(scope):
        if not standing.decided:
            continue
        if standing.poll is None:
            unopposed += 1
            continue
        if standing.contest.baseline is None:
            no_baseline += 1
            continue
        shares = shares_of(standing, party) if compares else None
        if shares is None:
            absent += 1
            continue
        before, now = shares
        across = turnout_of(standing, count_rejected) if by_turnout else before
        if across is None:
            no_turnout += 1
            continue
        points.append(Movement(standing, across, now - before))
    return Movements(tuple(points), absent, no_baseline, no_turnout, unopposed)
