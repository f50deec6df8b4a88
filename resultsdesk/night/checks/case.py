"""What a check looks at."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property

from resultsdesk.night.briefing import Contest
from resultsdesk.night.commands import Command, Figures
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
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

    @cached_property
    def likely(self) -> dict[CandidacyId, Fraction]:
        """Return the share each candidacy might expect: its party's last time and its change in the nation tonight.

        Only parties that stood last time with one candidacy then and now; others are not in it.
        """
        baseline = self.contest.baseline
        if baseline is None:
            return {}
        once = _alone(self.contest)
        tally = self.night.tally(Scope(ScopeKind.NATION, self.contest.nation) if self.contest.nation else Scope())
        expected = {}
        for candidacy in once:
            share = baseline.share(candidacy.party)
            if share is None or not self.night.briefing.parties[candidacy.party].compares:
                continue
            change = tally.line(candidacy.party, Measure.LAST).change or Fraction(0)
            expected[candidacy.id] = max(share + change, share / 4)
        return expected


def _alone(contest: Contest) -> tuple[Candidacy, ...]:
    """Return the candidacies that are the only one of their party."""
    parties = [one.party for one in contest.candidacies]
    return tuple(one for one in contest.candidacies if parties.count(one.party) == 1)
