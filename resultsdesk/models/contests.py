"""The finder's list: contests in the order an operator needs them, or as a search found them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from resultsdesk.models.feed import NightFeed
from resultsdesk.models.keyed_rows import Key, KeyedRows
from resultsdesk.models.stage_filter import StageCounts, StageFilter, passes
from resultsdesk.models.viewing import Viewing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.changes import Changes
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.wording import outcome_words

NEVER = datetime.max.replace(tzinfo=UTC)
GROUPS = {Stage.RECOUNT: 0, Stage.FLASHED: 1, Stage.AWAITED: 2, Stage.DECLARED: 3, Stage.UNOPPOSED: 3}
LAST_GROUP = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the finder: how the contest stands, what besides its name was found, such as a candidate, and whether
    something is half typed for it.
    """

    standing: Standing
    found: str = ""
    half_typed: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A search's answer for one contest: `rank` counts from 0, best first."""

    rank: int
    what: str = ""


class ContestList(KeyedRows[ContestId]):
    """Without a search: recounts, flashed, awaited by expected time (so the longest overdue first), then the declared,
    latest first. A declaration moves one row.
    """

    def __init__(self, feed: NightFeed, viewing: Viewing, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed, self._viewing = feed, viewing
        self._now = now
        self._found: Mapping[ContestId, Found] | None = None
        self._filter: StageFilter | None = None
        self._half_typed: frozenset[ContestId] = frozenset()
        self.counts = StageCounts(feed.night.contests.values())
        self._place = {one: place for place, one in enumerate(feed.night.contests)}
        self._fill()
        feed.changed.connect(self._take_in)

    @property
    def now(self) -> datetime:
        """Return the time the rows are shown for."""
        return self._now

    def count(self, one: StageFilter) -> int:
        """Return how many contests a filter lists."""
        return len(self._half_typed) if one is StageFilter.HALF_TYPED else self.counts.of(one, self._now)

    def mark(self, half_typed: AbstractSet[ContestId]) -> None:
        """Mark the contests for which something is half typed, and no other."""
        moved, self._half_typed = self._half_typed ^ half_typed, frozenset(half_typed)
        for contest in moved:
            self._show(self._feed.night.contests[contest])

    def search(self, found: Mapping[ContestId, Found] | None) -> None:
        """Show what a search found, best first; None shows everything again."""
        self._found = found
        self._fill()

    def show_only(self, chosen: StageFilter | None) -> None:
        """Show only what passes a filter."""
        self._filter = chosen
        self._fill()

    def tick(self, now: datetime) -> None:
        """Take in that it is later: lateness is in the rows' words, and a contest may have become due."""
        self._now = now
        if self._filter in (StageFilter.DUE, StageFilter.OVERDUE):
            for standing in self._feed.night.contests.values():
                self._show(standing)
        else:
            self.all_changed()

    def subject(self, one: ContestId) -> Listed:
        found = self._found.get(one) if self._found is not None else None
        return Listed(self._feed.night.contests[one], found.what if found else "", one in self._half_typed)

    def contest(self, one: ContestId) -> str:
        return one

    def words(self, one: ContestId) -> str:
        standing = self._feed.night.contests[one]
        outcome = standing.outcome(self._viewing.now.measure)
        state = outcome_words(outcome, self._feed.night.briefing.parties) if outcome else str(standing.stage)
        return f"{standing.contest.name}, {state}{', half typed' if one in self._half_typed else ''}"

    def _fill(self) -> None:
        night = self._feed.night
        standings = night.contests.values() if self._found is None else (night.contests[one] for one in self._found)
        shown = ((self._key(one), one.contest.id) for one in standings)
        self.fill((key, one) for key, one in shown if key is not None)

    def _take_in(self, changes: Changes) -> None:
        for contest in changes.contests:
            before, after = changes.before.contests.get(contest), changes.after.contests.get(contest)
            if before is not None and after is not None:
                self.counts.move(before, after)
                self._show(after)

    def _show(self, standing: Standing) -> None:
        key = self._key(standing)
        if key is None and self.row_of(standing.contest.id) is None:
            return
        self.put(standing.contest.id, key)

    def _key(self, standing: Standing) -> Key | None:
        contest = standing.contest
        if not passes(standing, self._filter, self._now, contest.id in self._half_typed):
            return None
        if self._found is not None:
            found = self._found.get(contest.id)
            return None if found is None else (found.rank, self._place[contest.id])
        group = GROUPS.get(standing.stage, LAST_GROUP)
        when = -standing.entries[-1].seq if group == GROUPS[Stage.DECLARED] else contest.expected or NEVER
        return (group, when, contest.name, self._place[contest.id])
