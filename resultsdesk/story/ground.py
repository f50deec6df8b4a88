"""What a briefing alone says about its scopes: which contests are in each, who defended what, who ran the place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from resultsdesk.night.briefing import BodyId, Briefing, ContestId, Target
from resultsdesk.night.control import Control, control_before
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

RANK = (ScopeKind.NIGHT, ScopeKind.BODY, ScopeKind.GROUP, ScopeKind.REGION)
"""The kinds of scopes the story is told of. Of two with the same contests the one that has more to say comes first."""


@dataclass(frozen=True)
class Ground:
    """The scopes the story is told of. `top` is the whole of the night: its one body, or everything.

    Nations are left out: each is a region too, or nearly all of the night. So is the night where it has one body, and
    a group or region that has the same contests as a body or as a group before it. `scopes` of a contest are the
    whole, then bodies and groups by their size, then regions: what two would say alike is said of the first.
    """

    briefing: Briefing
    measure: Measure
    top: Scope
    members: Mapping[Scope, tuple[ContestId, ...]]
    scopes: Mapping[ContestId, tuple[Scope, ...]]
    targets: Mapping[ContestId, tuple[Target, ...]]
    before: Mapping[BodyId, Control | None]

    @cached_property
    def defended(self) -> Mapping[Scope, Mapping[PartyId, int] | None]:
        """Return how many seats each party had in a scope by the shown baseline; None where not all are known."""
        return {scope: self.defended_in(there) for scope, there in self.members.items()}

    @cached_property
    def within_a_group(self) -> frozenset[Scope]:
        """Return the groups all of whose contests are in another, larger one."""
        groups = {scope: frozenset(there) for scope, there in self.members.items() if scope.kind is ScopeKind.GROUP}
        return frozenset(one for one, there in groups.items() if any(there < other for other in groups.values()))

    @cached_property
    def no_electorate(self) -> Mapping[Scope, int]:
        """Return of how many contests of each scope the electorate is not known."""
        contests = self.briefing.contests
        return {scope: sum(not contests[one].electorate for one in there) for scope, there in self.members.items()}

    @cached_property
    def wanted(self) -> Mapping[PartyId, tuple[Target, ...]]:
        """Return the targets of each party."""
        found: dict[PartyId, list[Target]] = {}
        for target in self.briefing.targets:
            found.setdefault(target.party, []).append(target)
        return {party: tuple(there) for party, there in found.items()}

    def had(self, scope: Scope, party: PartyId) -> int | None:
        """Return how many of a scope's seats a party had, those not up included; None where that is not known."""
        defended = self.defended[scope]
        if defended is None:
            return None
        continuing = self.briefing.bodies[BodyId(scope.name)].continuing if scope.kind is ScopeKind.BODY else {}
        return defended.get(party, 0) + continuing.get(party, 0)

    def defended_in(self, contests: Iterable[ContestId]) -> Mapping[PartyId, int] | None:
        """Return how many seats of some contests each party had; None where not all are known."""
        seats: dict[PartyId, int] = {}
        for one in contests:
            contest = self.briefing.contests[one]
            before = contest.before(self.measure)
            if len(before) != contest.vacancies:
                return None
            for party in before:
                seats[party] = seats.get(party, 0) + 1
        return seats


def survey(night: Night, measure: Measure) -> Ground:
    """Return the ground of a night, worked out once for each briefing."""
    briefing, top = night.briefing, night.main_scope
    bodies = [Scope(ScopeKind.BODY, one) for one in briefing.bodies]
    regions = [Scope(ScopeKind.REGION, one) for one in briefing.regions] if len(briefing.regions) > 1 else []
    parts: dict[Scope, list[ContestId]] = {one: [] for one in (top, *bodies, *regions)}
    for contest in briefing.contests.values():
        for scope in {top, Scope(ScopeKind.BODY, contest.body), Scope(ScopeKind.REGION, contest.region)}:
            if scope in parts:
                parts[scope].append(contest.id)
    groups = {Scope(ScopeKind.GROUP, one.id): one.contests for one in briefing.groups}
    members = _unlike(top, {**parts, **groups})
    scopes: dict[ContestId, list[Scope]] = {one: [] for one in briefing.contests}
    for scope in sorted(members, key=lambda one: (one != top, one.kind is ScopeKind.REGION, -len(members[one]))):
        for contest_id in members[scope]:
            scopes[contest_id].append(scope)
    targets: dict[ContestId, list[Target]] = {}
    for target in briefing.targets:
        targets.setdefault(target.contest, []).append(target)
    return Ground(
        briefing,
        measure,
        top,
        {scope: tuple(there) for scope, there in members.items()},
        {one: tuple(there) for one, there in scopes.items()},
        {one: tuple(there) for one, there in targets.items()},
        {one: control_before(night, one, measure) for one in briefing.bodies},
    )


def _unlike(top: Scope, parts: Mapping[Scope, Sequence[ContestId]]) -> dict[Scope, Sequence[ContestId]]:
    """Return the scopes without those groups and regions that have the contests of a body or of a group before."""
    seen: set[frozenset[ContestId]] = set()
    kept = set()
    for scope in sorted(parts, key=lambda one: (one != top, RANK.index(one.kind))):
        there = frozenset(parts[scope])
        if there not in seen or scope.kind is ScopeKind.BODY:
            kept.add(scope)
        seen.add(there)
    return {scope: there for scope, there in parts.items() if scope in kept}
