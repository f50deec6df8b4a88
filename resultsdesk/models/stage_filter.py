"""The finder's filters, and how many contests each would show, kept up to date without counting them all again."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from resultsdesk.night.due import SOON, WAITING, Lateness, lateness
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing


class StageFilter(StrEnum):
    """Which contests to list."""

    AWAITED = "awaited"
    DUE = "due"
    OVERDUE = "overdue"
    RECOUNT = "recount"
    DECLARED = "declared"
    HALF_TYPED = "half typed"


def passes(standing: Standing, chosen: StageFilter | None, now: datetime, half_typed: bool = False) -> bool:
    """Return whether a contest is listed under a filter; all are under none. A night does not know what is half
    typed, so that is told besides.
    """
    match chosen:
        case None:
            return True
        case StageFilter.AWAITED:
            return standing.stage in WAITING
        case StageFilter.DUE:
            return standing.stage in WAITING and lateness(standing, now).lateness is Lateness.DUE
        case StageFilter.OVERDUE:
            return standing.stage in WAITING and lateness(standing, now).lateness is Lateness.OVERDUE
        case StageFilter.RECOUNT:
            return standing.stage is Stage.RECOUNT
        case StageFilter.DECLARED:
            return standing.decided
        case StageFilter.HALF_TYPED:
            return half_typed


class StageCounts:
    """How many contests pass each filter but that of what is half typed."""

    def __init__(self, standings: Iterable[Standing]) -> None:
        self._counts: Counter[StageFilter] = Counter()
        self._expected: list[datetime] = []
        for one in standings:
            self._add(one)
        self._expected.sort()

    def move(self, before: Standing, after: Standing) -> None:
        """Take in that a contest moved."""
        self._add(before, -1)
        self._add(after)

    def of(self, one: StageFilter, now: datetime) -> int:
        """Return how many contests a filter shows."""
        if one is StageFilter.OVERDUE:
            return bisect_left(self._expected, now)
        if one is StageFilter.DUE:
            return bisect_right(self._expected, now + SOON) - bisect_left(self._expected, now)
        return self._counts[one]

    def _add(self, standing: Standing, sign: int = 1) -> None:
        if standing.stage in WAITING:
            self._counts[StageFilter.AWAITED] += sign
            self._expect(standing.contest.expected, sign)
        if standing.stage is Stage.RECOUNT:
            self._counts[StageFilter.RECOUNT] += sign
        if standing.decided:
            self._counts[StageFilter.DECLARED] += sign

    def _expect(self, at: datetime | None, sign: int) -> None:
        if at is None:
            return
        if sign > 0:
            insort(self._expected, at)
        else:
            del self._expected[bisect_left(self._expected, at)]
