"""Seats that changed hands, or did not: the latest first."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.keyed_rows import Key, KeyedRows
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.changes import Changes
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.wording import outcome_words


@dataclass(frozen=True, slots=True)
class GainFilter:
    """Which results to list: gains or holds; by a party, which then gained, or with `lost` lost, or held."""

    holds: bool = False
    party: PartyId | None = None
    lost: bool = False

    def passes(self, outcome: Outcome) -> bool:
        """Return whether a result is listed."""
        if self.holds:
            return not outcome.is_gain and bool(outcome.holds) and self._is_of(outcome.holds)
        return outcome.is_gain and self._is_of(outcome.losses if self.lost else outcome.gains)

    def _is_of(self, parties: tuple[PartyId, ...]) -> bool:
        return self.party is None or self.party in parties


@dataclass(frozen=True, slots=True)
class Gained:
    """A row: the contest and its outcome by the baseline that is shown."""

    standing: Standing
    outcome: Outcome


class GainList(KeyedRows[ContestId]):
    """Declared contests of the scope looked at whose outcome passes the filter."""

    def __init__(self, feed: NightFeed, viewing: Viewing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed, self._viewing = feed, viewing
        self.filter = GainFilter()
        self._fill()
        feed.changed.connect(self._take_in)
        viewing.changed.connect(self._look)

    def show_only(self, chosen: GainFilter) -> None:
        """List other results."""
        self.filter = chosen
        self._fill()

    def subject(self, one: ContestId) -> Gained | None:
        standing = self._feed.night.contests[one]
        outcome = standing.outcome(self._viewing.now.measure)
        return None if outcome is None else Gained(standing, outcome)

    def contest(self, one: ContestId) -> str:
        return one

    def words(self, one: ContestId) -> str:
        gained = self.subject(one)
        if gained is None:
            return ""
        won = outcome_words(gained.outcome, self._feed.night.briefing.parties)
        said = (gained.standing.contest.name, won, margin_words(gained.standing, "majority"))
        return ", ".join(one for one in said if one)

    def _fill(self) -> None:
        shown = ((self._key(one), one.contest.id) for one in self._feed.night.within(self._viewing.now.scope))
        self.fill((key, one) for key, one in shown if key is not None)

    def _look(self, before: View, now: View) -> None:
        if (before.scope, before.measure) != (now.scope, now.measure):
            self._fill()

    def _take_in(self, changes: Changes) -> None:
        for contest in changes.contests:
            standing = changes.after.contests.get(contest)
            if standing is None or not changes.after.holds(self._viewing.now.scope, contest):
                continue
            key = self._key(standing)
            if key is not None or self.row_of(contest) is not None:
                self.put(contest, key)

    def _key(self, standing: Standing) -> Key | None:
        outcome = standing.outcome(self._viewing.now.measure)
        if outcome is None or not self.filter.passes(outcome):
            return None
        return (-standing.entries[-1].seq,)
