"""All that is known before the polls close."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cached_property
from typing import NewType

from resultsdesk.psephology.baseline import Baseline, Measure
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import Party, PartyId

ContestId = NewType("ContestId", str)
BodyId = NewType("BodyId", str)
GroupId = NewType("GroupId", str)

Ring = tuple[tuple[float, float], ...]


class Lattice(StrEnum):
    """HexJSON's four ways to lay hexagons: pointy tops in rows, or flat tops in columns; odd or even shifted."""

    ODD_R = "odd-r"
    EVEN_R = "even-r"
    ODD_Q = "odd-q"
    EVEN_Q = "even-q"


@dataclass(frozen=True, slots=True)
class Election:
    """The night itself. `count_rejected` makes turnout count rejected papers, as the Electoral Commission does."""

    id: str
    title: str
    day: date
    close_of_poll: datetime
    zone: tzinfo
    zone_name: str
    area: str = "constituency"
    areas: str = "constituencies"
    deposits: bool = False
    count_rejected: bool = False
    shown: Measure = Measure.LAST
    lattice: Lattice = Lattice.ODD_R
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A chamber. `continuing` are seats not up tonight by party; `majority` the seats a party needs for control.

    `majority` is None where nobody told whose the seats not up are: then nobody can say tonight who controls it.
    """

    id: BodyId
    name: str
    seats: int
    majority: int | None
    continuing: Mapping[PartyId, int]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contest:
    """One ballot in one area.

    `defended` and `holders` name a party for each seat up, or are empty where that is not known: `defended` won the
    seats at the last election (or its notional recount), `holders` have them now. `party_since` and `member_since` are
    the years from which the party that holds the seat, and the sitting member, have had it; `lost_last` names the
    parties that lost it at the last election. All three are unknown where nobody told.
    """

    id: ContestId
    name: str
    body: BodyId
    candidacies: tuple[Candidacy, ...]
    region: str = ""
    nation: str = ""
    vacancies: int = 1
    electorate: int | None = None
    expected: datetime | None = None
    defended: tuple[PartyId, ...] = ()
    holders: tuple[PartyId, ...] = ()
    baseline: Baseline | None = None
    note: str = ""
    former_names: tuple[str, ...] = ()
    party_since: int | None = None
    member_since: int | None = None
    lost_last: tuple[PartyId, ...] = ()

    def before(self, measure: Measure) -> tuple[PartyId, ...]:
        """Return the parties that had the seats by one of the two baselines; empty where not known."""
        return self.defended if measure is Measure.LAST else self.holders

    @property
    def contested(self) -> bool:
        """Return whether more people stand than there are vacancies, so that there has to be a poll."""
        return len(self.candidacies) > self.vacancies

    def candidacy(self, candidacy: CandidacyId) -> Candidacy | None:
        """Return one of the contest's candidacies, or None."""
        return next((one for one in self.candidacies if one.id == candidacy), None)


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of contests that is neither region nor nation: a broadcaster's patch, a city."""

    id: GroupId
    name: str
    contests: tuple[ContestId, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A seat a party set out to win: `rank` is its place on that party's list."""

    party: PartyId
    contest: ContestId
    rank: int


@dataclass(frozen=True, slots=True)
class Hex:
    """A contest's place in the hexagon layout: column and row, rows counting upwards."""

    contest: ContestId
    q: int
    r: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A contest's area: rings of (longitude, latitude)."""

    contest: ContestId
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class PastResult:
    """A result as it was declared, for a rehearsal to play. `recounts` were called before `declared_at`.

    `votes` is empty where all were elected unopposed; `lot` names those a returning officer drew, in that order.
    """

    contest: ContestId
    declared_at: datetime | None
    votes: Mapping[CandidacyId, int]
    rejected: int | None = None
    papers: int | None = None
    recounts: int = 0
    lot: tuple[CandidacyId, ...] = ()


@dataclass(frozen=True)
class Briefing:
    """Everything above, for one night."""

    election: Election
    parties: Mapping[PartyId, Party]
    bodies: Mapping[BodyId, Body]
    contests: Mapping[ContestId, Contest]
    groups: tuple[Group, ...] = ()
    targets: tuple[Target, ...] = ()
    hexes: tuple[Hex, ...] = ()

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Return the regions' names in order of first appearance."""
        return tuple(dict.fromkeys(one.region for one in self.contests.values() if one.region))

    @cached_property
    def nations(self) -> tuple[str, ...]:
        """Return the nations' names in order of first appearance."""
        return tuple(dict.fromkeys(one.nation for one in self.contests.values() if one.nation))

    def local(self, moment: datetime) -> datetime:
        """Return a moment on the clock of the place where the votes are counted."""
        return moment.astimezone(self.election.zone)

    def clock(self, moment: datetime | None) -> str:
        """Return a moment as `04:47`, before the close of poll or a day after it as `18:00 Sat`; nothing for none."""
        if moment is None:
            return ""
        local = self.local(moment)
        tonight = timedelta() <= moment - self.election.close_of_poll < timedelta(days=1)
        return f"{local:%H:%M}" if tonight else f"{local:%H:%M %a}"

    def moment(self, clock: time) -> datetime:
        """Return when a wall clock first shows `clock` at or after the close of poll."""
        return first_at(clock, self.local(self.election.close_of_poll))


def first_at(clock: time, start: datetime) -> datetime:
    """Return when a wall clock in the zone of `start` first shows `clock`, then or later."""
    first = datetime.combine(start.date(), clock, start.tzinfo)
    if first >= start:
        return first
    return datetime.combine(date.fromordinal(start.toordinal() + 1), clock, start.tzinfo)
