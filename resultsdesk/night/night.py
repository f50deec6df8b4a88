"""The night: the briefing with the journal folded over it. Frozen, so any thread may keep one and read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from resultsdesk.night.briefing import BodyId, Briefing, ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.standing import Standing, advanced
from resultsdesk.night.sums import empty, moved, tallied
from resultsdesk.night.tally import Tally


class ScopeKind(StrEnum):
    """What contests can be added up over."""

    NIGHT = "night"
    BODY = "body"
    NATION = "nation"
    REGION = "region"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of contests by name: a body, nation, region or group; `Scope()` is the whole night."""

    kind: ScopeKind = ScopeKind.NIGHT
    name: str = ""


@dataclass(frozen=True)
class Night:
    """What is known at one moment. `contests` keeps the briefing's order; `journal` is every entry so far."""

    briefing: Briefing
    contests: Mapping[ContestId, Standing]
    journal: tuple[Entry, ...] = ()
    rehearsal: bool = False
    _tallies: dict[Scope, Tally] = field(default_factory=dict, compare=False, repr=False)
    _totals: Mapping[int, tuple[ContestId, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def seq(self) -> int:
        """Return the number of the last entry, 0 where there is none."""
        return self.journal[-1].seq if self.journal else 0

    @property
    def last_keyed(self) -> datetime | None:
        """Return when the last entry was keyed, or None before the first."""
        return self.journal[-1].keyed_at if self.journal else None

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Return every scope the briefing names, the whole night first."""
        briefing = self.briefing
        return (
            Scope(),
            *(Scope(ScopeKind.BODY, one) for one in briefing.bodies),
            *(Scope(ScopeKind.NATION, one) for one in briefing.nations),
            *(Scope(ScopeKind.REGION, one) for one in briefing.regions),
            *(Scope(ScopeKind.GROUP, one.id) for one in briefing.groups),
        )

    @property
    def main_scope(self) -> Scope:
        """Return the scope a desk opens on: the body where there is one, else the whole night."""
        bodies = tuple(self.briefing.bodies)
        return Scope(ScopeKind.BODY, bodies[0]) if len(bodies) == 1 else Scope()

    def within(self, scope: Scope) -> tuple[Standing, ...]:
        """Return the contests of a scope in the briefing's order; none for a name nobody knows."""
        members = _members(self.briefing, scope)
        return tuple(self.contests[one] for one in members)

    def holds(self, scope: Scope, contest: ContestId) -> bool:
        """Return whether a contest belongs to a scope."""
        one = self.briefing.contests.get(contest)
        if one is None:
            return False
        match scope.kind:
            case ScopeKind.NIGHT:
                return True
            case ScopeKind.BODY:
                return one.body == scope.name
            case ScopeKind.NATION:
                return one.nation == scope.name
            case ScopeKind.REGION:
                return one.region == scope.name
            case ScopeKind.GROUP:
                return any(group.id == scope.name and contest in group.contests for group in self.briefing.groups)

    def with_total(self, valid_votes: int) -> tuple[Standing, ...]:
        """Return the declared contests in which so many votes were cast: an index, for whoever looks for a double."""
        return tuple(self.contests[one] for one in self._totals.get(valid_votes, ()))

    def tally(self, scope: Scope) -> Tally:
        """Return the sums over a scope: counted once, then carried from night to night by what moved."""
        known = self._tallies.get(scope)
        if known is None:
            standings = self.within(scope)
            known = self._tallies[scope] = tallied(_begun(self.briefing, scope, standings), standings)
        return known


def scope_name(briefing: Briefing, scope: Scope) -> str:
    """Return a scope's name to show."""
    match scope.kind:
        case ScopeKind.BODY:
            return briefing.bodies[BodyId(scope.name)].name
        case ScopeKind.GROUP:
            return next((one.name for one in briefing.groups if one.id == scope.name), scope.name)
        case ScopeKind.NIGHT:
            return "Everywhere"
        case _:
            return scope.name


def begin(briefing: Briefing, rehearsal: bool = False) -> Night:
    """Return the night before the first entry."""
    return Night(briefing, {one.id: Standing(one) for one in briefing.contests.values()}, (), rehearsal)


def step(night: Night, entry: Entry) -> Night:
    """Return the night after one more entry. An entry for a contest the briefing does not know moves nothing."""
    journal = (*night.journal, entry)
    before = night.contests.get(entry.contest)
    if before is None:
        return Night(night.briefing, night.contests, journal, night.rehearsal, night._tallies, night._totals)
    after = advanced(before, entry)
    contests = {**night.contests, entry.contest: after}
    tallies = {
        scope: moved(tally, before, after) if night.holds(scope, entry.contest) else tally
        for scope, tally in night._tallies.items()
    }
    totals = dict(night._totals)
    _index(totals, before, -1)
    _index(totals, after, 1)
    return Night(night.briefing, contests, journal, night.rehearsal, tallies, totals)


def replay(briefing: Briefing, entries: Iterable[Entry], rehearsal: bool = False) -> Night:
    """Return the night after all these entries, in their order: the same as stepping through them one by one."""
    start = begin(briefing, rehearsal)
    contests = dict(start.contests)
    journal = tuple(entries)
    for entry in journal:
        standing = contests.get(entry.contest)
        if standing is not None:
            contests[entry.contest] = advanced(standing, entry)
    totals: dict[int, tuple[ContestId, ...]] = {}
    for standing in contests.values():
        _index(totals, standing, 1)
    return Night(briefing, contests, journal, rehearsal, {}, totals)


def known_at(night: Night, moment: datetime) -> Night:
    """Return the night as it was known at `moment`: every entry up to the first one keyed later."""
    known = []
    for entry in night.journal:
        if entry.keyed_at > moment:
            break
        known.append(entry)
    return replay(night.briefing, known, night.rehearsal)


def _index(totals: dict[int, tuple[ContestId, ...]], standing: Standing, sign: int) -> None:
    """Put a contest under its total of votes, or with sign −1 take it away."""
    if standing.poll is None:
        return
    total, contest = standing.poll.valid_votes, standing.contest.id
    others = tuple(one for one in totals.get(total, ()) if one != contest)
    totals[total] = (*others, contest) if sign > 0 else others
    if not totals[total]:
        del totals[total]


def _members(briefing: Briefing, scope: Scope) -> tuple[ContestId, ...]:
    contests = briefing.contests.values()
    match scope.kind:
        case ScopeKind.NIGHT:
            return tuple(briefing.contests)
        case ScopeKind.BODY:
            return tuple(one.id for one in contests if one.body == scope.name)
        case ScopeKind.NATION:
            return tuple(one.id for one in contests if one.nation == scope.name)
        case ScopeKind.REGION:
            return tuple(one.id for one in contests if one.region == scope.name)
        case ScopeKind.GROUP:
            return next((group.contests for group in briefing.groups if group.id == scope.name), ())


def _begun(briefing: Briefing, scope: Scope, standings: tuple[Standing, ...]) -> Tally:
    body = briefing.bodies.get(BodyId(scope.name)) if scope.kind is ScopeKind.BODY else None
    return empty(standings, body, briefing.election.count_rejected)
