"""What a line about a scope is worked out from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from resultsdesk.night.briefing import BodyId, Briefing, ContestId
from resultsdesk.night.control import Control, control
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.night.stages import Stage
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import with_article
from resultsdesk.psephology.party import Party, PartyId, PartyKind
from resultsdesk.psephology.rounding import number, signed
from resultsdesk.story.about import place_of
from resultsdesk.story.evidence import clock, election_named, time_of
from resultsdesk.story.grammar import party_named
from resultsdesk.story.ground import Ground
from resultsdesk.story.lines import Evidence, Line, Source
from resultsdesk.story.ranks import DECLARED, Index, Key, Ranks, first
from resultsdesk.story.result import Result
from resultsdesk.story.weights import SMALLER, WEIGHTS

REGIONS_WITH_ARTICLE = frozenset({
    "North East", "North West", "South East", "South West", "East Midlands", "West Midlands", "Midlands",
    "East of England",
})  # fmt: skip

REMEMBERED = 4096
"""Sums already put into words, since a step changes few of them."""


@dataclass(frozen=True)
class View:
    """One scope of a night. `ranks` order the results of every scope."""

    night: Night
    ground: Ground
    results: Mapping[ContestId, Result]
    scope: Scope
    ranks: Ranks

    @cached_property
    def briefing(self) -> Briefing:
        """Return the briefing."""
        return self.night.briefing

    @cached_property
    def index(self) -> Index:
        """Return the order of the scope's results by each measure."""
        return self.ranks.get(self.scope, {})

    @cached_property
    def whole(self) -> bool:
        """Return whether the scope is the whole night."""
        return self.scope == self.ground.top

    def said_before(self, key: Key, contest: ContestId, says: Callable[[Scope, Index], bool]) -> bool:
        """Return whether a contest is first by a measure in another scope, more telling, that says so too."""
        for scope in self.ground.scopes[contest]:
            if scope == self.scope:
                return False
            index = self.ranks.get(scope, {})
            if first(index, key) == contest and says(scope, index):
                return True
        return False

    def once(self, result: Result, about: tuple[object, ...], make: Callable[[], Line | None]) -> Line | None:
        """Return a line that only the result decides, and whether the scope is complete: made the first time."""
        key = (self.scope, self.complete, *about)
        if key not in result.said:
            result.said[key] = make()
        return result.said[key]

    @cached_property
    def tally(self) -> Tally:
        """Return the sums over the scope."""
        return self.night.tally(self.scope)

    @property
    def body(self) -> BodyId | None:
        """Return the body where the scope is one."""
        return BodyId(self.scope.name) if self.scope.kind is ScopeKind.BODY else None

    @property
    def members(self) -> tuple[ContestId, ...]:
        """Return the scope's contests."""
        return self.ground.members[self.scope]

    @cached_property
    def declared(self) -> int:
        """Return how many contests have their result."""
        return len(self.index.get(DECLARED, ()))

    @cached_property
    def complete(self) -> bool:
        """Return whether every contest that is not postponed has its result."""
        waiting = len(self.members) - self.declared
        return not waiting or waiting == len(self.postponed)

    @cached_property
    def postponed(self) -> tuple[ContestId, ...]:
        """Return the scope's contests whose polls are postponed."""
        if not self.night.tally(self.ground.top).postponed:
            return ()
        return tuple(one for one in self.members if self.night.contests[one].stage is Stage.POSTPONED)

    def postponed_evidence(self) -> Iterator[Evidence]:
        """Yield which entry postponed each of those polls."""
        for one in self.postponed:
            entry = self.night.contests[one].entries[-1]
            clock = time_of(self.briefing, entry.declared_at)
            yield Evidence(f"{self.place(one)} postponed", clock, Source.ENTRY, one, entry.entry_id)

    @property
    def so_far(self) -> str:
        """Return ` so far` until everything is declared."""
        return "" if self.complete else " so far"

    @cached_property
    def name(self) -> str:
        """Return the scope's name as it stands in a sentence."""
        name = scope_name(self.briefing, self.scope)
        return f"the {name}" if name.partition(" and ")[0] in REGIONS_WITH_ARTICLE else with_article(name)

    @cached_property
    def where(self) -> str:
        """Return ` in Birmingham`, or nothing for the whole night."""
        return "" if self.whole else f" in {self.name}"

    @cached_property
    def election(self) -> str:
        """Return what last time is called in this scope."""
        contests = self.briefing.contests
        found = (contests[one].baseline for one in self.members if contests[one].baseline)
        return election_named(next(found, None))

    @property
    def before(self) -> str:
        """Return what the shown baseline is called; empty for the holder now."""
        return self.election if self.ground.measure is Measure.LAST else ""

    @cached_property
    def seated(self) -> tuple[PartyId, ...]:
        """Return the parties with a seat in the scope or with one lost, most seats first."""
        tally, losses = self.tally, self.tally.losses.get(self.ground.measure, {})
        some = [one for one in tally.parties if tally.party_seats(one) or losses.get(one)]
        # However the tally was come by: parties that are level stand in the briefing's order.
        order = self.in_order(some)
        return tuple(sorted(order, key=lambda one: (-tally.party_seats(one), -tally.votes.get(one, 0))))

    def in_order(self, some: Iterable[PartyId]) -> list[PartyId]:
        """Return parties in the briefing's order."""
        return sorted(some, key=lambda one: (self.party(one).order, one))

    def net(self, one: PartyId) -> int | None:
        """Return a party's gains less its losses, None where nobody knows who had the seats before."""
        tally, measure = self.tally, self.ground.measure
        if not tally.known.get(measure):
            return None
        return tally.gains.get(measure, {}).get(one, 0) - tally.losses.get(measure, {}).get(one, 0)

    def party(self, one: PartyId) -> Party:
        """Return a party of the briefing."""
        return self.briefing.parties[one]

    def is_party(self, one: PartyId) -> bool:
        """Return whether a label is a party, not independents or the Speaker."""
        return self.party(one).kind is PartyKind.PARTY

    def clock(self, contest: ContestId) -> str:
        """Return when a contest was declared."""
        return clock(self.briefing, self.results[contest])

    def place(self, contest: ContestId) -> str:
        """Return a contest's name, without its body's where the scope is that."""
        found = self.briefing.contests[contest]
        return found.name if self.scope.kind is ScopeKind.BODY else place_of(self.briefing, found)

    def areas(self, how_many: int) -> str:
        """Return the noun of so many contests' areas."""
        election = self.briefing.election
        return election.area if how_many == 1 else election.areas

    def line(
        self,
        kind: str,
        sentence: str,
        evidence: Iterable[Evidence],
        *,
        contest: ContestId | None = None,
        party: PartyId | None = None,
        about: str = "",
        missing: tuple[str, ...] = (),
        weight: int | None = None,
    ) -> Line:
        """Return a line about the scope; `contest` is the one it names, `about` tells apart two lines of one kind."""
        smaller = 0 if self.whole else SMALLER[self.scope.kind]
        return Line(
            "/".join(part for part in (kind, str(self.scope.kind), self.scope.name, about) if part),
            kind,
            sentence,
            max((WEIGHTS[kind] if weight is None else weight) - smaller, 1),
            self.results[contest].standing.declared_at if contest else None,
            (contest,) if contest else (),
            self.scope,
            party,
            tuple(evidence),
            missing,
        )

    @cached_property
    def seats_evidence(self) -> tuple[Evidence, ...]:
        """Return every party's seats in the scope, most first."""
        tally = self.tally
        return tuple(_seats(party_named(self.party(one)), tally.party_seats(one), self.net(one)) for one in self.seated)

    @cached_property
    def control(self) -> Control:
        """Return who controls the body that the scope is."""
        if self.body is None:
            raise ValueError(f"{self.scope} is no body")
        return control(self.night, self.body)


@lru_cache(REMEMBERED)
def _seats(party: str, seats: int, net: int | None) -> Evidence:
    return counted(party, f"{number(seats)}{'' if net is None else f' ({signed(net)})'}")


@lru_cache(REMEMBERED)
def sum_of(label: str, value: int) -> Evidence:
    """Return a sum over tonight's entries that is a whole number."""
    return counted(label, number(value))


def counted(label: str, value: str) -> Evidence:
    """Return a sum over tonight's entries."""
    return Evidence(label[:1].upper() + label[1:], value, Source.ENTRY)


def told(label: str, value: str) -> Evidence:
    """Return what the briefing says of a scope."""
    return Evidence(label, value, Source.BRIEFING)
