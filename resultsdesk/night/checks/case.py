"""What a check looks at."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from resultsdesk.night.briefing import Contest
from resultsdesk.night.commands import Command, Figures
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.count import Count, count
from resultsdesk.psephology.poll import Poll


@dataclass(frozen=True)
class Case:
    """One command before the night it would change. `poll` and `counted` are None until every figure is there."""

    night: Night
    standing: Standing
    command: Command
    now: datetime
    figures: Figures | None

    @property
    def contest(self) -> Contest:
        """Return the contest in question."""
        return self.standing.contest

    @property
    def noun(self) -> str:
        """Return what the briefing calls an area."""
        return self.night.briefing.election.area

    @cached_property
    def poll(self) -> Poll | None:
        """Return the figures as a poll once there is one for every candidacy, or None."""
        if self.figures is None:
            return None
        votes = {one.id: self.figures.votes.get(one.id) for one in self.contest.candidacies}
        whole = {one: number for one, number in votes.items() if number is not None and number >= 0}
        if not votes or len(whole) < len(votes):
            return None
        return Poll(whole, self.figures.rejected, self.figures.papers)

    @cached_property
    def counted(self) -> Count | None:
        """Return who would be elected, or None where a figure is missing."""
        if self.poll is None or self.figures is None:
            return None
        return count(self.poll.votes, self.contest.vacancies, self.figures.lot)

    def votes(self, candidacy: CandidacyId) -> int:
        """Return the votes keyed for a candidacy, 0 for an empty box."""
        return (self.figures.votes.get(candidacy) if self.figures else None) or 0

    def name(self, candidacy: CandidacyId) -> str:
        """Return a candidacy's name as spoken."""
        one = self.contest.candidacy(candidacy)
        return one.name if one else candidacy

    def rank_before(self, candidacy: Candidacy) -> int | None:
        """Return the place last time of a candidacy's party, of an independent that of the same person, or None."""
        baseline = self.contest.baseline
        if baseline is None:
            return None
        if self.night.briefing.parties[candidacy.party].compares:
            return baseline.rank(candidacy.party)
        names = (place for place, line in enumerate(baseline.ranked, start=1) if line.name == candidacy.name)
        return next(names, None)

    @cached_property
    def likely(self) -> dict[CandidacyId, float]:
        """Return the share each candidacy might expect: its party's last time and its change in the nation tonight.

        Only parties that stood last time with one candidacy then and now; others are not in it. A guess to judge
        slips by, never a figure to show: hence no fractions.
        """
        baseline = self.contest.baseline
        if baseline is None or not baseline.valid_votes:
            return {}
        tally = self.night.tally(Scope(ScopeKind.NATION, self.contest.nation) if self.contest.nation else Scope())
        expected = {}
        for candidacy in _alone(self.contest):
            votes = baseline.votes.get(candidacy.party)
            if votes is None or not self.night.briefing.parties[candidacy.party].compares:
                continue
            before = float(votes / baseline.valid_votes)
            expected[candidacy.id] = max(before + tally.trend(candidacy.party), before / 4)
        return expected

    @cached_property
    def shares(self) -> dict[CandidacyId, float]:
        """Return the share of each candidacy as keyed, to judge slips by; empty until every figure is there."""
        if self.poll is None or not self.poll.valid_votes:
            return {}
        return {one: votes / self.poll.valid_votes for one, votes in self.poll.votes.items()}


def _alone(contest: Contest) -> tuple[Candidacy, ...]:
    """Return the candidacies that are the only one of their party."""
    stood = Counter(one.party for one in contest.candidacies)
    return tuple(one for one in contest.candidacies if stood[one.party] == 1)
