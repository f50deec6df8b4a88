"""A story of the town's night for tests: keyed at a desk, told at any moment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from town import TOWN, HandClock, ListJournal, by_order

from resultsdesk.desk.desk import Desk
from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.commands import Command, Correct, Declare, Figures, Retract
from resultsdesk.night.entries import Kind, NewEntry
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.story.lines import Line, Story
from resultsdesk.story.telling import tell

EVERYTHING = frozenset({
    "total-differs", "majority-differs", "transposed-digits", "rejected-high", "papers-missing", "digit-count",
    "swap-suspected", "same-figure", "share-moved", "winner-unlikely", "flash-differs", "flash-unlikely",
    "turnout-far", "same-as-other",
})  # fmt: skip
"""Every warning there is, acknowledged."""


class Storied:
    """A desk whose night is told."""

    def __init__(self, briefing: Briefing = TOWN) -> None:
        self.briefing, self.clock, self.journal = briefing, HandClock(), ListJournal()
        self.desk = Desk(begin(briefing), self.journal, self.clock, Author("AB", "desk 1"))

    def commit(self, command: Command) -> None:
        """Commit a command that is to be accepted; a minute goes by."""
        done = self.desk.commit(command)
        assert done.entry, done.verdict.objections
        self.clock.at += timedelta(minutes=1)

    def declare(self, contest: str, *votes: int, lot: Sequence[str] = (), minutes: int = 0) -> None:
        """Declare a contest with votes in ballot order, so many minutes ago."""
        at, id = self.clock.now() - timedelta(minutes=minutes), ContestId(contest)
        self.commit(
            Declare(
                contest=id,
                after=self.desk.night.contests[id].head,
                accepted=EVERYTHING,
                declared_at=at,
                figures=self._figures(contest, votes, lot),
            )
        )

    def keep(self, contest: str, *votes: int) -> None:
        """Have the journal keep a declaration that came from elsewhere, a tie without its lot even."""
        id, at = ContestId(contest), self.clock.now()
        head = self.desk.night.contests[id].head
        figures = {key: number or 0 for key, number in self._figures(contest, votes, ()).votes.items()}
        said = NewEntry(
            contest=id, kind=Kind.DECLARED, supersedes=head, keyed_at=at, declared_at=at, keyed_by="CD", desk="desk 2",
            votes=figures,
        )  # fmt: skip
        self.journal.append(said)
        self.desk.catch_up()

    def correct(
        self,
        contest: str,
        *votes: int,
        lot: Sequence[str] = (),
        rejected: int | None = None,
        reason: str = "Read again",
    ) -> None:
        """Correct a contest."""
        figures, id = replace(self._figures(contest, votes, lot), rejected=rejected), ContestId(contest)
        head = self.desk.night.contests[id].head
        self.commit(Correct(contest=id, after=head, reason=reason, accepted=EVERYTHING, figures=figures))

    def retract(self, contest: str, reason: str = "Keyed for another ward") -> None:
        """Retract a contest."""
        id = ContestId(contest)
        self.commit(Retract(contest=id, after=self.desk.night.contests[id].head, reason=reason, accepted=EVERYTHING))

    def _figures(self, contest: str, votes: Sequence[int], lot: Sequence[str]) -> Figures:
        there = self.briefing.contests[ContestId(contest)]
        return Figures(votes=by_order(there, *votes), lot=tuple(CandidacyId(one) for one in lot))

    def story(self, measure: Measure | None = None) -> Story:
        """Return the story as it is now."""
        return tell(self.desk.night, measure)

    def said(self, kind: str, measure: Measure | None = None) -> list[str]:
        """Return the sentences of one kind."""
        return [one.sentence for one in self.story(measure).lines if one.kind == kind]

    def line_about(self, kind: str, contest: str) -> Line:
        """Return the one line of a kind about a contest."""
        (found,) = [one for one in self.story().lines if one.kind == kind and one.contests == (contest,)]
        return found

    def line(self, kind: str) -> Line:
        """Return the one line of a kind."""
        (found,) = [one for one in self.story().lines if one.kind == kind]
        return found
