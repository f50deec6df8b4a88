"""The story of a night, told whole or carried on by what came since.

The story is kept in cells: one for each contest and one for each scope. A step works out again the cells of the
contests it touched and of the scopes they are in, and those of scopes whose line another says or does not say any more
because it was the same; every other cell stays as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night, Scope, begin, step
from resultsdesk.psephology.baseline import Measure
from resultsdesk.story.families import of_a_contest, of_a_scope, scopes_moved, sums_of
from resultsdesk.story.ground import Ground, survey
from resultsdesk.story.lines import Story, Withdrawn
from resultsdesk.story.placing import Cell, Cells, Placed, by_id, placed, replaced
from resultsdesk.story.ranks import Ranks, ranked
from resultsdesk.story.result import Result
from resultsdesk.story.scopes.view import View
from resultsdesk.story.withdrawing import TAKES_BACK, still_untrue, withdrawn


@dataclass(frozen=True)
class Telling:
    """A night and its story, with all it takes to carry the story on. Frozen: any reader may keep one.

    `untrue` is all that was ever withdrawn, what has become true again too.
    """

    night: Night
    ground: Ground
    results: Mapping[ContestId, Result] = field(default_factory=dict)
    ranks: Ranks = field(default_factory=dict)
    cells: Cells = field(default_factory=dict)
    placed: tuple[Placed, ...] = ()
    untrue: tuple[Withdrawn, ...] = ()

    @cached_property
    def story(self) -> Story:
        """Return the story as it is now."""
        lines = tuple(map(itemgetter(-1), self.placed))
        return Story(lines, still_untrue(self.untrue, lines))


def tell(night: Night, measure: Measure | None = None) -> Story:
    """Return the story of a night; gains go by `measure`, or by the baseline the briefing shows."""
    return telling(night, measure).story


def telling(night: Night, measure: Measure | None = None) -> Telling:
    """Return the story of a night as it can be carried on."""
    start = begin(night.briefing, night.rehearsal)
    ground = survey(start, measure or night.briefing.election.shown)
    return continued(Telling(start, ground), night)


def continued(told: Telling, night: Night) -> Telling:
    """Return the story after what the journal of `night` has more than the one told of.

    It is the same as telling the whole night. A night that does not go on from the one told of is told anew.
    """
    seen = len(told.night.journal)
    if night.briefing is not told.night.briefing or night.journal[:seen] != told.night.journal:
        return telling(night, told.ground.measure)
    fresh = night.journal[seen:]
    last = max((at for at, one in enumerate(fresh) if one.kind in TAKES_BACK), default=-1)
    steps, now, waiting = _Steps(told), told.night, set[ContestId]()
    for at, entry in enumerate(fresh[: last + 1]):
        if entry.kind in TAKES_BACK:
            steps.advance(now, waiting)
            waiting = set()
        now = night if at + 1 == len(fresh) else step(now, entry)
        if entry.kind in TAKES_BACK:
            steps.take_back(now, entry)
        else:
            waiting.add(entry.contest)
    steps.advance(night, {one.contest for one in fresh[last + 1 :]})
    return steps.done()


class _Steps:
    """A story on its way from one night to a later one, mutable only here.

    What no entry takes back is worked out once, on arrival: the sums of the scopes, and the order of the lines.
    """

    def __init__(self, told: Telling) -> None:
        self.start, self.ground = told, told.ground
        self.night, self.ranks = told.night, told.ranks
        self.results, self.cells = dict(told.results), dict(told.cells)
        self.views: dict[Scope, View | None] = {}  # of the scopes told anew: None where it has been overtaken
        self.before: dict[Cell, tuple[Placed, ...]] = {}  # what was in each cell told anew, at the start
        self.untrue = list(told.untrue)

    def advance(self, night: Night, touched: Iterable[ContestId]) -> Cells:
        """Go on to a night that differs in the contests touched; return what was in the cells that are told anew."""
        contests = [one for one in touched if night.contests.get(one) is not self.night.contests.get(one)]
        self.night = night
        self.views = dict.fromkeys(self.views)
        if not contests:
            return {}
        moved = {one: (self.results.pop(one, None), self._result(one)) for one in contests}
        self.results |= {one: now for one, (_, now) in moved.items() if now is not None}
        before, self.ranks = self.ranks, ranked(self.ranks, self.ground, moved)
        told: dict[Cell, tuple[Placed, ...]] = {
            one: placed(of_a_contest(night, self.ground, one, now), self.results) for one, (_, now) in moved.items()
        }
        for scope in scopes_moved(before, self.ranks, self.ground, contests):
            view = self.views[scope] = self._view(scope)
            told[scope] = placed(of_a_scope(view), self.results)
        return self._put(told)

    def take_back(self, night: Night, entry: Entry) -> None:
        """Go on by an entry that may make untrue what was said before it."""
        before = self.advance(night, {entry.contest})
        if before:
            after = by_id(self.cells[cell] for cell in before)
            self.untrue += withdrawn(night, by_id(before.values()), after, entry)

    def done(self) -> Telling:
        """Return the story at the night arrived at."""
        views = {scope: view or self._view(scope) for scope, view in self.views.items()}
        self._put({(scope, "sums"): placed(sums_of(view), self.results) for scope, view in views.items()})
        after = {cell: self.cells[cell] for cell in self.before}
        lines = replaced(self.start.placed, self.before, after)
        return Telling(self.night, self.ground, self.results, self.ranks, self.cells, lines, tuple(self.untrue))

    def _result(self, contest: ContestId) -> Result | None:
        standing = self.night.contests[contest]
        return Result(standing, self.night.briefing, self.ground.measure) if standing.decided else None

    def _view(self, scope: Scope) -> View:
        return View(self.night, self.ground, self.results, scope, self.ranks)

    def _put(self, told: Cells) -> Cells:
        """Fill cells and return what was in them."""
        old = {cell: self.cells.get(cell, ()) for cell in told}
        self.before = {**old, **self.before}
        self.cells |= told
        return old
