"""Seats, gains, losses and votes added up over a scope: a body, a region, a nation, a group, or everything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from resultsdesk.night.briefing import Body
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

Amount = int | Fraction
Amounts = dict[PartyId, Amount]


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One party's line of a tally.

    `gains`, `losses` and `net` are None where no decided contest of the scope says who had the seats before; `change`
    is None where last time's votes are not known, and `new` says that the party had none.
    """

    party: PartyId
    seats: int
    won: int
    continuing: int
    gains: int | None
    losses: int | None
    net: int | None
    votes: int
    share: Fraction | None
    change: Fraction | None
    new: bool


@dataclass(frozen=True)
class Tally:
    """Sums over a scope's contests.

    Everything is an integer sum (notional votes may be fractions), so adding and taking away a contest's part is
    exact; `seats` and `majority` are the body's, None in any other scope. `known` counts the decided contests of which
    the holders are known, by each baseline. `papers` are valid ballot papers, or all of them with `count_rejected`.
    """

    contests: int = 0
    seats_up: int = 0
    declared: int = 0
    heard: int = 0
    recounts: int = 0
    postponed: int = 0
    known: Mapping[Measure, int] = field(default_factory=dict)
    won: Mapping[PartyId, int] = field(default_factory=dict)
    gains: Mapping[Measure, Mapping[PartyId, int]] = field(default_factory=dict)
    losses: Mapping[Measure, Mapping[PartyId, int]] = field(default_factory=dict)
    votes: Mapping[PartyId, int] = field(default_factory=dict)
    compared: Mapping[PartyId, int] = field(default_factory=dict)
    before: Mapping[PartyId, Amount] = field(default_factory=dict)
    papers: int = 0
    electorate: int = 0
    before_papers: Amount = 0
    before_electorate: int = 0
    continuing: Mapping[PartyId, int] = field(default_factory=dict)
    seats: int | None = None
    majority: int | None = None
    count_rejected: bool = False

    @property
    def filled(self) -> int:
        """Return the seats that have a party: those won tonight and those not up."""
        return sum(self.won.values()) + sum(self.continuing.values())

    @property
    def all_seats(self) -> int:
        """Return the body's seats, or in any other scope the seats up tonight."""
        return self.seats if self.seats is not None else self.seats_up

    @property
    def to_come(self) -> int:
        """Return the seats nobody has yet."""
        return self.all_seats - self.filled

    @cached_property
    def valid_votes(self) -> int:
        """Return all votes of the declared contests."""
        return sum(self.votes.values())

    @cached_property
    def _comparison(self) -> tuple[int, Amount]:
        """Return all votes now and all votes before in the contests that have both."""
        return sum(self.compared.values()), sum(self.before.values())

    def change(self, party: PartyId) -> Fraction | None:
        """Return the change in a party's share over the contests that can be compared, or None where it had no share.

        Of an independent this says nothing: see `Party.compares`.
        """
        now, then = self._comparison
        if not now or not then or party not in self.before:
            return None
        return Fraction(self.compared.get(party, 0), now) - Fraction(self.before[party]) / Fraction(then)

    def trend(self, party: PartyId) -> float:
        """Return the change in a party's share as a guess to judge figures by, 0 where nothing can be compared."""
        now, then = self._comparison
        if not now or not then or party not in self.before:
            return 0.0
        return self.compared.get(party, 0) / now - float(self.before[party] / then)

    @property
    def turnout(self) -> Fraction | None:
        """Return turnout over the declared contests whose electorate and papers are known, or None."""
        return Fraction(self.papers, self.electorate) if self.electorate else None

    @property
    def turnout_before(self) -> Fraction | None:
        """Return last time's turnout over the declared contests for which it is known, or None.

        It is of valid votes alone: unknown where tonight's counts rejected papers too.
        """
        if self.count_rejected or not self.before_electorate:
            return None
        return Fraction(self.before_papers) / self.before_electorate

    def turnout_trend(self, contests: int) -> float:
        """Return how far turnout is above last time's, to judge figures by; 0 until so many contests are declared."""
        if self.declared < contests or not self.electorate or not self.before_electorate:
            return 0.0
        return self.papers / self.electorate - float(self.before_papers / self.before_electorate)

    @property
    def complete(self) -> bool:
        """Return whether every contest that is not postponed has its result."""
        return self.declared + self.postponed == self.contests

    def party_seats(self, party: PartyId) -> int:
        """Return a party's seats, those not up included."""
        return self.won.get(party, 0) + self.continuing.get(party, 0)

    def to_majority(self, party: PartyId) -> int | None:
        """Return how many seats a party still needs for the majority line, 0 once it is reached; None without one."""
        return None if self.majority is None else max(0, self.majority - self.party_seats(party))

    def line(self, party: PartyId, measure: Measure, compares: bool = True) -> TallyLine:
        """Return one party's line by one of the two baselines."""
        known = self.known.get(measure, 0) > 0
        gains = self.gains.get(measure, {}).get(party, 0)
        losses = self.losses.get(measure, {}).get(party, 0)
        votes = self.votes.get(party, 0)
        return TallyLine(
            party,
            self.party_seats(party),
            self.won.get(party, 0),
            self.continuing.get(party, 0),
            gains if known else None,
            losses if known else None,
            gains - losses if known else None,
            votes,
            Fraction(votes, self.valid_votes) if self.valid_votes else None,
            self.change(party) if compares else None,
            new=bool(compares and self.before and votes and party not in self.before),
        )

    @cached_property
    def parties(self) -> tuple[PartyId, ...]:
        """Return every party with a seat, a vote, or a loss, most seats first, then most votes."""
        named = dict.fromkeys((*self.won, *self.continuing, *self.votes))
        for losses in self.losses.values():
            named |= dict.fromkeys(losses)
        won, continuing, votes = self.won, self.continuing, self.votes
        return tuple(sorted(named, key=lambda one: (-won.get(one, 0) - continuing.get(one, 0), -votes.get(one, 0))))


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
        self.known: dict[Measure, int] = dict(tally.known)
        self.won = dict(tally.won)
        self.gains = {one: dict(tally.gains.get(one, {})) for one in Measure}
        self.losses = {one: dict(tally.losses.get(one, {})) for one in Measure}
        self.votes, self.compared = dict(tally.votes), dict(tally.compared)
        self.before: Amounts = dict(tally.before)
        self.count_rejected = tally.count_rejected
        self.papers, self.electorate = tally.papers, tally.electorate
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
            self.known[measure] = self.known.get(measure, 0) + sign
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
            for party, votes_before in baseline.votes.items():
                self.before[party] = self.before.get(party, 0) + sign * votes_before
                if not self.before[party]:
                    del self.before[party]
            if baseline.electorate and contest.vacancies == 1:  # with more, votes are not papers
                self.before_papers += sign * baseline.valid_votes
                self.before_electorate += sign * baseline.electorate
        seats = contest.vacancies
        papers = poll.all_papers(seats) if self.count_rejected else poll.valid_papers(seats)
        if papers is not None and contest.electorate:
            self.papers += sign * papers
            self.electorate += sign * contest.electorate

    def done(self, tally: Tally) -> Tally:
        """Return the sums as a tally of the same scope."""
        return replace(
            tally,
            declared=self.declared,
            heard=self.heard,
            recounts=self.recounts,
            postponed=self.postponed,
            known=self.known,
            won=self.won,
            gains=self.gains,
            losses=self.losses,
            votes=self.votes,
            compared=self.compared,
            before=self.before,
            papers=self.papers,
            electorate=self.electorate,
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
