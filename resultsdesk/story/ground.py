"""What a briefing alone says about its scopes: which contests are in each, who defended what, who ran the place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from resultsdesk.night.briefing import BodyId, Briefing, ContestId, Target
from resultsdesk.night.control import Control, control_before
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId


@dataclass(frozen=True)
class Ground:
    """The scopes the story is told of. `top` is the whole of the night: its one body, or everything.

    Nations are left out: each is a region too, or nearly all of the night. So is a body that is the whole night.
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
    def no_electorate(self) -> Mapping[Scope, int]:
        """Return of how many contests of each scope the electorate is not known."""
        contests = self.briefing.contests
        return {scope: sum(not contests[one].electorate for one in there) for scope, there in self.members.items()}

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
    members: dict[Scope, list[ContestId]] = {one: [] for one in (top, *bodies, *regions)}
    for contest in briefing.contests.values():
        for scope in {top, Scope(ScopeKind.BODY, contest.body), Scope(ScopeKind.REGION, contest.region)}:
            if scope in members:
                members[scope].append(contest.id)
    for group in briefing.groups:
        members[Scope(ScopeKind.GROUP, group.id)] = list(group.contests)
    scopes: dict[ContestId, list[Scope]] = {one: [] for one in briefing.contests}
    for scope, there in members.items():
        for one in there:
            scopes[one].append(scope)
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
