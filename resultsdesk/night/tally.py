"""Seats, gains, losses and votes added up over a scope: a body, a region, a nation, a group, or everything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

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
    the holders are known, by each baseline, `matched` those with votes tonight and last time. `papers` are valid ballot
    papers, or all of them with `count_rejected`; those `compared` are of the contests whose turnout is known tonight
    and last time, as all of `before_` are.
    """

    contests: int = 0
    seats_up: int = 0
    declared: int = 0
    heard: int = 0
    recounts: int = 0
    postponed: int = 0
    known: Mapping[Measure, int] = field(default_factory=dict)
    matched: int = 0
    won: Mapping[PartyId, int] = field(default_factory=dict)
    gains: Mapping[Measure, Mapping[PartyId, int]] = field(default_factory=dict)
    losses: Mapping[Measure, Mapping[PartyId, int]] = field(default_factory=dict)
    votes: Mapping[PartyId, int] = field(default_factory=dict)
    compared: Mapping[PartyId, int] = field(default_factory=dict)
    before: Mapping[PartyId, Amount] = field(default_factory=dict)
    papers: int = 0
    electorate: int = 0
    compared_papers: int = 0
    compared_electorate: int = 0
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
    def _all_compared(self) -> tuple[int, Amount]:
        """Return all votes now and all votes before in the contests that have both."""
        return sum(self.compared.values()), sum(self.before.values())

    def _compared(self, party: PartyId) -> tuple[int, int, Amount, Amount] | None:
        """Return a party's votes and all votes now, and the same before, or None where it cannot be compared."""
        now, then = self._all_compared
        if not now or not then or party not in self.before:
            return None
        return self.compared.get(party, 0), now, self.before[party], then

    def change(self, party: PartyId) -> Fraction | None:
        """Return the change in a party's share over the contests that can be compared, or None where it had no share.

        Of an independent this says nothing: see `Party.compares`.
        """
        parts = self._compared(party)
        if parts is None:
            return None
        votes, now, before, then = parts
        # One fraction of two products: subtracting one fraction from another costs four times as much.
        return Fraction(votes * then - before * now, now * then)

    def trend(self, party: PartyId) -> float:
        """Return the change in a party's share as a guess to judge figures by, 0 where nothing can be compared."""
        parts = self._compared(party)
        if parts is None:
            return 0.0
        votes, now, before, then = parts
        # The first few places say little about the rest of the night.
        return self.declared / (self.declared + 3) * (votes / now - float(before / then))

    @property
    def turnout(self) -> Fraction | None:
        """Return turnout over the declared contests whose electorate and papers are known, or None."""
        return Fraction(self.papers, self.electorate) if self.electorate else None

    @property
    def turnout_before(self) -> Fraction | None:
        """Return last time's turnout over the declared contests for which it and tonight's are known, or None.

        It is of valid votes alone: unknown where tonight's counts rejected papers too.
        """
        if self.count_rejected or not self.before_electorate:
            return None
        return Fraction(self.before_papers) / self.before_electorate

    @property
    def turnout_change(self) -> Fraction | None:
        """Return how far turnout is above last time's where both are known, or None."""
        before = self.turnout_before
        return None if before is None else Fraction(self.compared_papers, self.compared_electorate) - before

    def turnout_trend(self, contests: int) -> float:
        """Return how far turnout is above last time's, to judge figures by; 0 until so many contests are declared."""
        if self.declared < contests or not self.compared_electorate or not self.before_electorate:
            return 0.0
        return self.compared_papers / self.compared_electorate - float(self.before_papers / self.before_electorate)

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
