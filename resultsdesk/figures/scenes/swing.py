"""Which two parties a swing is between, how large it is, and at what swing each seat between them falls."""

from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Baseline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.shares import swing


@dataclass(frozen=True, slots=True)
class Marginal:
    """A seat between two parties: it falls at a swing of `needed` towards `to`."""

    standing: Standing
    to: PartyId
    needed: Fraction


def two_parties(night: Night, scope: Scope, party: PartyId | None) -> tuple[PartyId, PartyId] | None:
    """Return the two parties with most votes last time in a scope, or `party` and the largest of the others.

    The first is the one that comes first in the briefing's order. None where last time is not known.
    """
    votes: dict[PartyId, int | Fraction] = {}
    for standing in night.within(scope):
        for one, some in standing.contest.baseline.votes.items() if standing.contest.baseline else ():
            if night.briefing.parties[one].compares:
                votes[one] = votes.get(one, 0) + some
    ranked = sorted(votes, key=lambda one: -votes[one])
    if party is not None and party in votes:
        ranked = [party, *(one for one in ranked if one != party)]
    if len(ranked) < 2:
        return None
    left, right = sorted(ranked[:2], key=lambda one: night.briefing.parties[one].order)
    return left, right


def scope_swing(night: Night, scope: Scope, left: PartyId, right: PartyId) -> Fraction | None:
    """Return the swing from `left` to `right` over the declared contests that can be compared, or None."""
    tally = night.tally(scope)
    return swing(tally.change(left), tally.change(right))


def marginals(night: Night, scope: Scope, left: PartyId, right: PartyId) -> tuple[Marginal, ...]:
    """Return the seats in which these two were first and second last time, the closest first."""
    found = []
    for standing in night.within(scope):
        base = standing.contest.baseline
        if base is None or standing.contest.vacancies > 1 or len(base.ranked) < 2:
            continue
        first, second = base.ranked[0].party, base.ranked[1].party
        if {first, second} == {left, right}:
            found.append(Marginal(standing, second, needed(base, second)))
    return tuple(sorted(found, key=lambda one: (one.needed, one.standing.contest.name)))


def needed(baseline: Baseline, party: PartyId) -> Fraction:
    """Return the swing from the party that was first at which `party` draws level."""
    first = baseline.share(baseline.ranked[0].party) or Fraction(0)
    return (first - (baseline.share(party) or Fraction(0))) / 2
