"""Adding contests up into a tally, and carrying a tally on when one of them moves."""

from collections.abc import Iterable
from dataclasses import replace

from resultsdesk.night.briefing import Body
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.night.tally import Amounts, Tally
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId


def empty(standings: Iterable[Standing], body: Body | None = None, count_rejected: bool = False) -> Tally:
    """Return the tally of these contests with none of them begun, over the whole of a body where one is given."""
    vacancies = [one.contest.vacancies for one in standings]
    tally = Tally(len(vacancies), sum(vacancies), count_rejected=count_rejected)
    if body is None:
        return tally
    return replace(tally, continuing=body.continuing, seats=body.seats, majority=body.majority)


def tallied(start: Tally, standings: Iterable[Standing]) -> Tally:
    """Return `start` with these contests' parts added, in one pass."""
    sums = _Sums(start)
    for standing in standings:
        sums.add(standing, 1)
    return sums.done(start)


def moved(tally: Tally, before: Standing, after: Standing) -> Tally:
    """Return `tally` after one contest moved from `before` to `after`."""
    sums = _Sums(tally)
    sums.add(before, -1)
    sums.add(after, 1)
    return sums.done(tally)


class _Sums:
    """Running sums, mutable only here."""

    def __init__(self, tally: Tally) -> None:
        self.declared, self.heard = tally.declared, tally.heard
        self.recounts, self.postponed = tally.recounts, tally.postponed
        self.known = {one: tally.known.get(one, 0) for one in Measure}
        self.matched = tally.matched
        self.won = dict(tally.won)
        self.gains = {one: dict(tally.gains.get(one, {})) for one in Measure}
        self.losses = {one: dict(tally.losses.get(one, {})) for one in Measure}
        self.votes, self.compared = dict(tally.votes), dict(tally.compared)
        self.before: Amounts = dict(tally.before)
        self.count_rejected = tally.count_rejected
        self.papers, self.electorate = tally.papers, tally.electorate
        self.compared_papers, self.compared_electorate = tally.compared_papers, tally.compared_electorate
        self.before_papers, self.before_electorate = tally.before_papers, tally.before_electorate

    def add(self, standing: Standing, sign: int) -> None:
        """Add a contest's part, or with sign −1 take it away."""
        stage = standing.stage
        self.heard += sign * (stage is Stage.FLASHED)
        self.recounts += sign * (stage is Stage.RECOUNT)
        self.postponed += sign * (stage is Stage.POSTPONED)
        if not standing.decided:
            return
        self.declared += sign
        for party in standing.parties:
            _add(self.won, party, sign)
        for measure in Measure:
            outcome = standing.outcome(measure)
            if outcome is None or not outcome.known:
                continue
            self.known[measure] += sign
            for party in outcome.gains:
                _add(self.gains[measure], party, sign)
            for party in outcome.losses:
                _add(self.losses[measure], party, sign)
        self._add_votes(standing, sign)

    def _add_votes(self, standing: Standing, sign: int) -> None:
        poll, contest = standing.poll, standing.contest
        if poll is None:
            return
        baseline = contest.baseline
        for candidacy in contest.candidacies:
            votes = sign * poll.votes.get(candidacy.id, 0)
            _add(self.votes, candidacy.party, votes)
            if baseline is not None:
                _add(self.compared, candidacy.party, votes)
        if baseline is not None:
            self.matched += sign
            for party, votes_before in baseline.votes.items():
                self.before[party] = self.before.get(party, 0) + sign * votes_before
                if not self.before[party]:
                    del self.before[party]
        seats = contest.vacancies
        papers = poll.all_papers(seats) if self.count_rejected else poll.valid_papers(seats)
        if papers is None or not contest.electorate:
            return
        self.papers += sign * papers
        self.electorate += sign * contest.electorate
        if baseline is not None and baseline.electorate and seats == 1:  # with more, last time's votes are not papers
            self.compared_papers += sign * papers
            self.compared_electorate += sign * contest.electorate
            self.before_papers += sign * baseline.valid_votes
            self.before_electorate += sign * baseline.electorate

    def done(self, tally: Tally) -> Tally:
        """Return the sums as a tally of the same scope."""
        return replace(
            tally,
            declared=self.declared,
            heard=self.heard,
            recounts=self.recounts,
            postponed=self.postponed,
            known=self.known,
            matched=self.matched,
            won=self.won,
            gains=self.gains,
            losses=self.losses,
            votes=self.votes,
            compared=self.compared,
            before=self.before,
            papers=self.papers,
            electorate=self.electorate,
            compared_papers=self.compared_papers,
            compared_electorate=self.compared_electorate,
            before_papers=self.before_papers,
            before_electorate=self.before_electorate,
        )


def _add(sums: dict[PartyId, int], party: PartyId, amount: int) -> None:
    """Add to one party's sum; a sum that comes to nothing leaves, so that equal nights have equal tallies."""
    total = sums.get(party, 0) + amount
    if total:
        sums[party] = total
    else:
        sums.pop(party, None)
