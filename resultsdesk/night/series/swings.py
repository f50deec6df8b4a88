"""Swing between two parties, place by place: a region's own, and that of each contest in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.night.series.movements import shares_of
from resultsdesk.night.standing import Standing
from resultsdesk.night.sums import empty, tallied
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.shares import swing


@dataclass(frozen=True, slots=True)
class PlaceSwing:
    """A place's swing from the first party to the second, over the declared contests of it that can be compared.

    None where one of the two had no votes there last time, as neither large party has in Northern Ireland.
    `contests` have each its own, as parts of 1; `declared` are all that have their result, of `of`.
    """

    name: str
    swing: Fraction | None
    contests: tuple[tuple[Standing, float], ...]
    declared: int
    of: int


def swings_by_place(night: Night, scope: Scope, loser: PartyId, gainer: PartyId) -> tuple[PlaceSwing, ...]:
    """Return the swing in each place of a scope that has a result, the largest first."""
    found = []
    for name, inside in places(night, scope).items():
        declared = [one for one in inside if one.decided]
        if not declared:
            continue
        tally = tallied(empty(declared), declared)
        each = tuple((one, moved) for one in declared if (moved := contest_swing(one, loser, gainer)) is not None)
        stood = tally.before.get(loser) and tally.before.get(gainer)
        by = swing(tally.change(loser), tally.change(gainer)) if stood else None
        found.append(PlaceSwing(name, by, each, len(declared), len(inside)))
    return tuple(sorted(found, key=lambda one: (one.swing is None, -(one.swing or Fraction(0)))))


def places(night: Night, scope: Scope) -> dict[str, list[Standing]]:
    """Return what a scope divides into by name: regions, else nations, groups or bodies, else the scope alone."""
    inside = night.within(scope)
    bodies = night.briefing.bodies
    for name_of in (
        lambda one: one.contest.region,
        lambda one: one.contest.nation,
        lambda one: bodies[one.contest.body].name,
    ):
        divided: dict[str, list[Standing]] = {}
        for standing in inside:
            if name := name_of(standing):
                divided.setdefault(name, []).append(standing)
        if len(divided) > 1:
            return divided
    return _groups(night, scope, inside) or {scope_name(night.briefing, scope): list(inside)}


def contest_swing(standing: Standing, loser: PartyId, gainer: PartyId) -> float | None:
    """Return the swing in one contest, or None where one of the parties cannot be compared or has several seats."""
    if standing.contest.vacancies > 1:
        return None
    first, second = shares_of(standing, loser), shares_of(standing, gainer)
    if first is None or second is None:
        return None
    return ((second[1] - second[0]) - (first[1] - first[0])) / 2


def _groups(night: Night, scope: Scope, inside: Sequence[Standing]) -> dict[str, list[Standing]]:
    """Return the groups that lie in a scope, unless there is but one."""
    by_id = {one.contest.id: one for one in inside}
    found = {}
    for group in night.briefing.groups:
        members = [by_id[one] for one in group.contests if one in by_id]
        if members and scope != Scope(ScopeKind.GROUP, group.id):
            found[group.name] = members
    return found if len(found) > 1 else {}
