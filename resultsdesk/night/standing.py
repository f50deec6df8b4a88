"""How one contest stands: its stage, its figures and who is elected, from its entries alone."""

from dataclasses import dataclass, replace
from datetime import datetime

from resultsdesk.night.briefing import Contest
from resultsdesk.night.commands import EntryId
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.stages import DECIDED, MOVES, Stage
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.count import Count, count
from resultsdesk.psephology.outcome import Outcome, outcome
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.poll import Poll


@dataclass(frozen=True, slots=True)
class Standing:
    """A contest at a moment. `revision` is 0 before a declaration, 1 at the first, one more at each correction."""

    contest: Contest
    stage: Stage = Stage.AWAITED
    entries: tuple[Entry, ...] = ()
    poll: Poll | None = None
    count: Count | None = None
    winners: tuple[CandidacyId, ...] = ()
    parties: tuple[PartyId, ...] = ()
    flash: CandidacyId | None = None
    revision: int = 0
    declared_at: datetime | None = None

    @property
    def decided(self) -> bool:
        """Return whether the contest has its result."""
        return self.stage in DECIDED

    @property
    def head(self) -> EntryId | None:
        """Return the entry the next one must supersede, or None where there is none yet."""
        return self.entries[-1].entry_id if self.entries else None

    @property
    def tied(self) -> bool:
        """Return whether a seat waits for the drawn lot."""
        return self.count is not None and bool(self.count.tied)

    @property
    def by_lot(self) -> bool:
        """Return whether the drawn lot decided the last seat."""
        return self.count is not None and self.count.majority == 0 and not self.tied

    @property
    def elected(self) -> tuple[Candidacy, ...]:
        """Return who is elected, most votes first; those elected unopposed in ballot order."""
        by_id = {one.id: one for one in self.contest.candidacies}
        return tuple(by_id[one] for one in self.winners)

    @property
    def runner_up(self) -> Candidacy | None:
        """Return the first who is not elected, None where nobody is left, nothing is counted, or a tie is open."""
        if self.count is None or self.tied:
            return None
        beaten = next((one for one in self.count.ranked if one not in self.winners), None)
        return self.contest.candidacy(beaten) if beaten is not None else None

    @property
    def recounts(self) -> tuple[Entry, ...]:
        """Return the entries that called a recount since the contest was last awaited, oldest first."""
        calls: list[Entry] = []
        for one in self.entries:
            if one.kind is Kind.RETRACTED:
                calls.clear()
            elif one.kind is Kind.RECOUNT:
                calls.append(one)
        return tuple(calls)

    @property
    def first_count(self) -> Entry | None:
        """Return the recount entry with the figures of the count before it, where they were kept."""
        if self.stage is not Stage.RECOUNT:
            return None
        return next((one for one in reversed(self.recounts) if one.votes), None)

    def outcome(self, measure: Measure) -> Outcome | None:
        """Return hold or gain by one of the two baselines, or None where nobody is elected yet."""
        if not self.decided:
            return None
        return outcome(self.parties, self.contest.before(measure), self.contest.vacancies, measure)

    def heard(self, measure: Measure) -> Outcome | None:
        """Return the outcome a flash announces, or None where the contest is not flashed."""
        candidacy = self.contest.candidacy(self.flash) if self.flash and self.stage is Stage.FLASHED else None
        if candidacy is None or self.contest.vacancies > 1:
            return None
        return outcome((candidacy.party,), self.contest.before(measure), 1, measure)


def follows(stage: Stage, kind: Kind) -> Stage | None:
    """Return the stage an entry of this kind leads to, or None where it may not come now."""
    return MOVES[stage].get(kind)


def advanced(standing: Standing, entry: Entry) -> Standing:
    """Return the contest after `entry`. An entry that may not come now is kept in the history and moves nothing."""
    stage = follows(standing.stage, entry.kind)
    entries = (*standing.entries, entry)
    if stage is None or entry.supersedes != standing.head:
        return replace(standing, entries=entries)
    if entry.kind in (Kind.DECLARED, Kind.CORRECTED) and entry.votes is not None:
        return _declared(standing, entry, entries)
    if entry.kind is Kind.UNOPPOSED:
        return _unopposed(standing, entry, entries)
    flash = entry.winner if entry.kind is Kind.FLASHED else None
    return Standing(standing.contest, stage, entries, flash=flash)


def _declared(standing: Standing, entry: Entry, entries: tuple[Entry, ...]) -> Standing:
    contest = standing.contest
    poll = Poll(entry.votes or {}, entry.rejected, entry.papers)
    counted = count(poll.votes, contest.vacancies, entry.lot)
    parties = tuple(one.party for one in contest.candidacies if one.id in counted.elected)
    return Standing(
        contest,
        Stage.DECLARED,
        entries,
        poll,
        counted,
        counted.elected,
        parties,
        revision=standing.revision + 1,
        declared_at=standing.declared_at if standing.revision else entry.declared_at,
    )


def _unopposed(standing: Standing, entry: Entry, entries: tuple[Entry, ...]) -> Standing:
    elected = standing.contest.candidacies[: standing.contest.vacancies]
    return Standing(
        standing.contest,
        Stage.UNOPPOSED,
        entries,
        winners=tuple(one.id for one in elected),
        parties=tuple(one.party for one in elected),
        revision=1,
        declared_at=entry.declared_at,
    )
