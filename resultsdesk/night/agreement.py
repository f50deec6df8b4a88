"""Whether accounts of a contest agree, with each other and with what this desk has, figure by figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from resultsdesk.night.accounts import HEARD, SETTLED, Account
from resultsdesk.night.briefing import Contest
from resultsdesk.night.commands import Figures
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.stages import DECIDED, Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.count import count
from resultsdesk.psephology.poll import Poll

OURS = "ours"


class Agreement(StrEnum):
    """How the accounts of a contest stand to each other and to the night."""

    SILENT = "not told"
    NEW = "new"
    SAME = "the same"
    MORE = "the same, and more"
    INCOMPLETE = "incomplete"
    DIFFERS = "disagreement"


@dataclass(frozen=True, slots=True)
class Side:
    """What one of them says: `whose` is `ours` or a source's name. `entry` is ours, `account` a source's."""

    whose: str
    kind: Kind
    figures: Figures
    winner: CandidacyId | None = None
    entry: Entry | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One figure by each side in turn; None where a side does not say. `candidacy` is None for check figures."""

    label: str
    values: tuple[int | None, ...]
    candidacy: CandidacyId | None = None

    @property
    def differs(self) -> bool:
        """Return whether two sides say two figures; one that says none contradicts nobody."""
        return len({one for one in self.values if one is not None}) > 1

    @property
    def lacking(self) -> bool:
        """Return whether one side says a figure that another does not."""
        return None in self.values and any(one is not None for one in self.values)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A contest, the sides that say anything of it, ours first where we do, and every figure side by side."""

    contest: Contest
    sides: tuple[Side, ...]
    lines: tuple[Told, ...]
    agreement: Agreement

    @property
    def ours(self) -> Side | None:
        """Return what this desk has, or None while it has no result."""
        return next((one for one in self.sides if one.entry is not None), None)

    @property
    def theirs(self) -> tuple[Side, ...]:
        """Return the sides of the sources."""
        return tuple(one for one in self.sides if one.account is not None)

    @property
    def differing(self) -> tuple[Told, ...]:
        """Return the figures on which the sides differ."""
        return tuple(one for one in self.lines if one.differs)

    def elected(self, side: Side) -> tuple[CandidacyId, ...] | None:
        """Return whom a side's figures elect, or None where they cannot tell: some are missing, or a lot was drawn."""
        votes = {one: cast for one, cast in side.figures.votes.items() if cast is not None}
        if side.kind is not Kind.DECLARED or len(votes) < len(self.contest.candidacies):
            return None
        counted = count(votes, self.contest.vacancies, side.figures.lot)
        return None if counted.tied else counted.elected

    def agree(self, one: Side, other: Side) -> bool:
        """Return whether no figure of one side contradicts the other's."""
        at = [self.sides.index(side) for side in (one, other)]
        told = [{line.values[place] for place in at} - {None} for line in self.lines]
        lots = {frozenset(side.figures.lot) for side in (one, other) if side.figures.lot}
        same = one.kind is other.kind and one.winner == other.winner and len(lots) < 2
        return same and all(len(values) < 2 for values in told)

    @property
    def elect_others(self) -> bool:
        """Return whether the sides' figures elect different people: then it is not a matter of figures alone."""
        known = [one for one in map(self.elected, self.sides) if one is not None]
        return len({frozenset(one) for one in known}) > 1


def compare(standing: Standing, accounts: Sequence[Account]) -> Comparison:
    """Return how accounts of one contest agree with each other and with the contest as it stands here.

    A recount or a flash is news only of a contest nobody has declared: beside a result, it says nothing. That somebody
    took everything back is news only where nothing has been entered.
    """
    contest = standing.contest
    ours = _ours(standing)
    settled = [one for one in accounts if one.kind in SETTLED]
    unsettled = (one for one in accounts if one.kind not in SETTLED)
    heard = [] if ours or settled else [one for one in unsettled if one.kind in HEARD or not standing.entries]
    theirs = tuple(
        Side(one.source, one.kind, one.figures, one.winner, account=one) for one in accounts if one in settled + heard
    )
    sides = (*((ours,) if ours else ()), *theirs)
    lines = _lines(contest, sides)
    return Comparison(contest, sides, lines, _agreement(standing, sides, lines))


def _ours(standing: Standing) -> Side | None:
    """Return this desk's side, or None while the contest has neither a result nor a poll put off."""
    entry = standing.entries[-1] if standing.entries else None
    if entry is None or standing.stage not in DECIDED | {Stage.POSTPONED}:
        return None
    kind = Kind.DECLARED if entry.kind is Kind.CORRECTED else entry.kind
    figures = Figures(votes=entry.votes or {}, rejected=entry.rejected, papers=entry.papers, lot=entry.lot)
    return Side(OURS, kind, figures, entry=entry)


def _lines(contest: Contest, sides: Sequence[Side]) -> tuple[Told, ...]:
    lines = [
        Told(one.name, tuple(side.figures.votes.get(one.id) for side in sides), one.id) for one in contest.candidacies
    ]
    lines.append(Told("Rejected papers", tuple(side.figures.rejected for side in sides)))
    lines.append(Told("Ballot papers", tuple(_papers(contest, side) for side in sides)))
    return tuple(lines)


def _papers(contest: Contest, side: Side) -> int | None:
    """Return all ballot papers of a side, as told or as they follow from the votes and the papers rejected."""
    votes = {one: cast for one, cast in side.figures.votes.items() if cast is not None}
    if side.kind is not Kind.DECLARED or len(votes) < len(contest.candidacies):
        return side.figures.papers
    return Poll(votes, side.figures.rejected, side.figures.papers).all_papers(contest.vacancies)


def _agreement(standing: Standing, sides: Sequence[Side], lines: Sequence[Told]) -> Agreement:
    theirs = [one for one in sides if one.account is not None]
    if not theirs:
        return Agreement.SILENT
    lots = {frozenset(one.figures.lot) for one in sides if one.figures.lot}
    winners = {one.winner for one in sides}
    if len({one.kind for one in sides}) > 1 or len(lots) > 1 or len(winners) > 1 or any(one.differs for one in lines):
        return Agreement.DIFFERS
    faulty = [one for one in theirs if one.account and any(objection.blocks for objection in one.account.objections)]
    if faulty and len(faulty) < len(theirs):
        return Agreement.DIFFERS  # one of them has people here, or a place, that the others have not
    if theirs[0].kind is Kind.DECLARED and (faulty or not any(_whole(standing.contest, one) for one in theirs)):
        return Agreement.INCOMPLETE
    if any(one.entry is not None for one in sides):
        lacking = any(one.values[0] is None and one.lacking for one in lines)
        return Agreement.MORE if lacking else Agreement.SAME
    if theirs[0].kind is Kind.FLASHED and standing.stage is Stage.FLASHED:
        return Agreement.SAME if standing.flash in winners else Agreement.DIFFERS
    same = theirs[0].kind is Kind.RECOUNT and standing.stage is Stage.RECOUNT
    return Agreement.SAME if same else Agreement.NEW


def _whole(contest: Contest, side: Side) -> bool:
    """Return whether a source has a figure for every candidacy."""
    return all(side.figures.votes.get(one.id) is not None for one in contest.candidacies)
