"""One decided contest with everything its lines stand on, worked out once for each standing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from resultsdesk.night.briefing import Briefing, Contest, ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.history import Step, history
from resultsdesk.night.polled import turnout_of
from resultsdesk.night.standing import Standing
from resultsdesk.night.swings import Swing, swing_of
from resultsdesk.psephology.baseline import Baseline, Measure
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import Party, PartyId, PartyKind
from resultsdesk.psephology.shares import change, deposit_lost, share
from resultsdesk.story.lines import Evidence, Line


@dataclass(frozen=True)
class Result:
    """A contest that has its result, seen by one of the two baselines."""

    standing: Standing
    briefing: Briefing
    measure: Measure
    shown: dict[str, tuple[Evidence, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Evidence already put into words, since most of a contest's lines show the same."""
    said: dict[tuple[object, ...], Line | None] = field(default_factory=dict, compare=False, repr=False)
    """Lines of scopes that are about this result, already told: a scope told anew says most of them as before."""

    @property
    def contest(self) -> Contest:
        """Return the contest."""
        return self.standing.contest

    @property
    def id(self) -> ContestId:
        """Return the contest's id."""
        return self.standing.contest.id

    @property
    def baseline(self) -> Baseline | None:
        """Return what shares are compared with."""
        return self.standing.contest.baseline

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Return the contest's history."""
        return history(self.standing)

    @cached_property
    def entry(self) -> Entry:
        """Return the entry the present figures are from."""
        if len(self.standing.entries) == 1:
            return self.standing.entries[0]
        poll, revision = self.standing.poll, self.standing.revision
        return next(one.entry for one in self.steps if one.standing.revision == revision and one.standing.poll == poll)

    @cached_property
    def declaration(self) -> Entry:
        """Return the entry the contest was first declared by, since it was last awaited."""
        if len(self.standing.entries) == 1:
            return self.standing.entries[0]
        found = self.steps[0].entry
        before = False
        for step in self.steps:
            if step.standing.decided and not before:
                found = step.entry
            before = step.standing.decided
        return found

    @cached_property
    def order(self) -> tuple[float, int]:
        """Return the place in the night: when it was declared, then the number of the entry."""
        at = self.standing.declared_at or self.declaration.declared_at
        return at.timestamp(), self.declaration.seq

    @cached_property
    def outcome(self) -> Outcome:
        """Return hold or gain by the baseline shown."""
        return self._outcome(self.measure)

    @cached_property
    def other(self) -> Outcome:
        """Return hold or gain by the other baseline."""
        return self._outcome(Measure.HOLDER if self.measure is Measure.LAST else Measure.LAST)

    def _outcome(self, measure: Measure) -> Outcome:
        found = self.standing.outcome(measure)
        if found is None:
            raise ValueError(f"{self.id} has no result")
        return found

    @cached_property
    def ranked(self) -> tuple[Candidacy, ...]:
        """Return the candidacies, most votes first; those elected unopposed in ballot order."""
        order = self.standing.count.ranked if self.standing.count else self.standing.winners
        return tuple(self._by_id[one] for one in order)

    @cached_property
    def _by_id(self) -> Mapping[str, Candidacy]:
        return {one.id: one for one in self.contest.candidacies}

    @cached_property
    def elected(self) -> tuple[Candidacy, ...]:
        """Return who is elected, most votes first."""
        return self.standing.elected

    @property
    def single(self) -> bool:
        """Return whether there was one vacancy, and somebody has it."""
        return self.contest.vacancies == 1 and len(self.elected) == 1

    @property
    def polled(self) -> bool:
        """Return whether one vacancy was filled by a poll of at least two candidacies."""
        return self.single and self.standing.poll is not None and len(self.ranked) > 1

    @property
    def winner(self) -> Candidacy:
        """Return the first of those elected."""
        return self.elected[0]

    @property
    def majority(self) -> int | None:
        """Return the majority, None where nobody was beaten."""
        return self.standing.count.majority if self.standing.count else None

    def votes(self, one: Candidacy) -> int | None:
        """Return a candidacy's votes, None where there was no poll."""
        return self.standing.poll.votes.get(one.id) if self.standing.poll else None

    def share(self, one: Candidacy) -> Fraction | None:
        """Return a candidacy's share of the valid votes."""
        votes = self.votes(one)
        return share(votes, self.valid_votes) if votes is not None else None

    @cached_property
    def valid_votes(self) -> int:
        """Return the valid votes, 0 without a poll."""
        return self.standing.poll.valid_votes if self.standing.poll else 0

    @cached_property
    def majority_share(self) -> Fraction | None:
        """Return the majority as a part of the valid votes."""
        return share(self.majority, self.valid_votes) if self.majority is not None else None

    def party(self, one: PartyId) -> Party:
        """Return a party of the briefing."""
        return self.briefing.parties[one]

    @cached_property
    def party_votes(self) -> Mapping[PartyId, int]:
        """Return votes by party, candidacies of one party added together; empty without a poll."""
        sums: dict[PartyId, int] = {}
        if self.standing.poll is not None:
            for one in self.contest.candidacies:
                sums[one.party] = sums.get(one.party, 0) + self.standing.poll.votes.get(one.id, 0)
        return sums

    @cached_property
    def changes(self) -> Mapping[PartyId, Fraction]:
        """Return the changes in share since last time of the parties that stood both times, independents never.

        None are known where several votes were cast on one paper: then shares are no shares of the voters.
        """
        if self.contest.vacancies > 1:
            return {}
        found = {}
        for party, votes in self.party_votes.items():
            moved = change(share(votes, self.valid_votes), self.party(party), self.baseline)
            if moved is not None and self.party(party).kind is PartyKind.PARTY:
                found[party] = moved
        return found

    @cached_property
    def swing(self) -> Swing | None:
        """Return the swing between the first two."""
        return swing_of(self.standing, self.briefing.parties)

    @cached_property
    def turnout(self) -> Fraction | None:
        """Return turnout, None where the electorate or the papers are not known."""
        return turnout_of(self.standing, self.briefing)

    @cached_property
    def turnout_change(self) -> Fraction | None:
        """Return how much turnout is above last time's, None where either is not known or they count differently."""
        base = self.baseline
        if base is None or self.turnout is None or self.contest.vacancies > 1:
            return None
        if self.briefing.election.count_rejected or base.turnout is None:
            return None
        return self.turnout - base.turnout

    @cached_property
    def deposits(self) -> tuple[Candidacy, ...]:
        """Return the candidacies that lost their deposits, most votes first; none where there are no deposits."""
        poll = self.standing.poll
        if poll is None or not self.briefing.election.deposits:
            return ()
        return tuple(one for one in self.ranked if deposit_lost(poll.votes[one.id], self.valid_votes))

    @cached_property
    def overturned(self) -> int | Fraction | None:
        """Return last time's majority where the party that had it lost the seat, else None."""
        base = self.baseline
        if base is None or not self.polled or not base.ranked or base.majority is None:
            return None
        lost = self._outcome(Measure.LAST)
        return base.majority if lost.is_gain and base.ranked[0].party == lost.losses[0] else None
