"""The story of a night, told whole or carried on by what came since.

The story is kept in cells: one for each contest and one for each scope. A step works out again the cells of the
contests it touched and of the scopes they are in, and those of scopes whose line another says or does not say any more
because it was the same; every other cell stays as it is.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from operator import itemgetter

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night, Scope, begin, step
from resultsdesk.psephology.baseline import Measure
from resultsdesk.story.contests.counting import counting, uncounted
from resultsdesk.story.contests.level import level
from resultsdesk.story.contests.people import people
from resultsdesk.story.contests.seats import seats
from resultsdesk.story.contests.targets import targets
from resultsdesk.story.contests.upsets import upsets
from resultsdesk.story.ground import Ground, survey
from resultsdesk.story.lines import Line, Story, Withdrawn
from resultsdesk.story.ranks import DECLARED, ENOUGH, Ranks, ranked
from resultsdesk.story.result import Result
from resultsdesk.story.scopes.complete import complete
from resultsdesk.story.scopes.control import controlled
from resultsdesk.story.scopes.firsts import firsts
from resultsdesk.story.scopes.milestones import milestones
from resultsdesk.story.scopes.records import records
from resultsdesk.story.scopes.remaining import remaining
from resultsdesk.story.scopes.totals import totals
from resultsdesk.story.scopes.view import View
from resultsdesk.story.withdrawing import TAKES_BACK, still_untrue, withdrawn

OF_A_RESULT: tuple[Callable[[Result], Iterator[Line]], ...] = (seats, people, upsets, level, counting)
OF_A_SCOPE: tuple[Callable[[View], Iterator[Line]], ...] = (
    firsts,
    records,
    milestones,
    controlled,
    complete,
    totals,
    remaining,
)
MANY = 20
"""Where more than one line in so many changes, sorting is quicker than putting each at its place."""
LAST = datetime.max.replace(tzinfo=UTC)

Cell = ContestId | Scope
Placed = tuple[int, datetime, int, str, Line]
"""A line at its place: the heaviest first, then as they were declared and entered; no two have the same id."""


@dataclass(frozen=True)
class Telling:
    """A night and its story, with all it takes to carry the story on. Frozen: any reader may keep one.

    `untrue` is all that was ever withdrawn, what has become true again too.
    """

    night: Night
    ground: Ground
    results: Mapping[ContestId, Result] = field(default_factory=dict)
    ranks: Ranks = field(default_factory=dict)
    cells: Mapping[Cell, tuple[Placed, ...]] = field(default_factory=dict)
    placed: tuple[Placed, ...] = ()
    untrue: tuple[Withdrawn, ...] = ()

    @cached_property
    def story(self) -> Story:
        """Return the story as it is now."""
        lines = tuple(map(_line, self.placed))
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
    now, waiting = told.night, set[ContestId]()
    for at, entry in enumerate(fresh[: last + 1]):
        if entry.kind in TAKES_BACK:
            told = _advanced(told, now, waiting)
            waiting = set()
        now = night if at + 1 == len(fresh) else step(now, entry)
        if entry.kind in TAKES_BACK:
            told = _taken_back(told, now, entry)
        else:
            waiting.add(entry.contest)
    return _advanced(told, night, {one.contest for one in fresh[last + 1 :]})


def _taken_back(told: Telling, night: Night, entry: Entry) -> Telling:
    """Return the story after an entry that may make untrue what was said before it."""
    after = _advanced(told, night, {entry.contest})
    if after.placed == told.placed or entry.contest not in night.contests:
        return after
    touched = [cell for cell, lines in after.cells.items() if lines is not told.cells.get(cell)]
    before, now = _lines_in(told, touched), _lines_in(after, touched)
    return replace(after, untrue=(*told.untrue, *withdrawn(night, before, now, entry)))


def _lines_in(told: Telling, cells: Iterable[Cell]) -> dict[str, Line]:
    """Return the lines of some cells by id, in the story's order."""
    lines = sorted((one for cell in cells for one in told.cells.get(cell, ())), key=_place)
    return {one[3]: one[-1] for one in lines}


def _advanced(told: Telling, night: Night, touched: Iterable[ContestId]) -> Telling:
    """Return the story of `night`, which differs from the one told of in the contests touched."""
    contests = [one for one in touched if night.contests.get(one) is not told.night.contests.get(one)]
    if not contests:
        return replace(told, night=night)
    ground = told.ground
    results = dict(told.results)
    for one in contests:
        standing = night.contests[one]
        results.pop(one, None)
        if standing.decided:
            results[one] = Result(standing, night.briefing, ground.measure)
    ranks = ranked(told.ranks, ground, {one: (told.results.get(one), results.get(one)) for one in contests})
    fresh: dict[Cell, tuple[Placed, ...]] = {
        one: _placed(_of_contest(night, ground, one, results.get(one)), results) for one in contests
    }
    for scope in _scopes(told.ranks, ranks, ground, contests):
        view = View(night, ground, results, scope, ranks)
        fresh[scope] = _placed((line for family in OF_A_SCOPE for line in family(view)), results)
    return Telling(night, ground, results, ranks, {**told.cells, **fresh}, _replaced(told, fresh), told.untrue)


def _of_contest(night: Night, ground: Ground, contest: ContestId, result: Result | None) -> Iterator[Line]:
    if result is None:
        yield from uncounted(night.briefing, night.contests[contest])
        return
    for family in OF_A_RESULT:
        yield from family(result)
    yield from targets(result, ground)


def _scopes(before: Ranks, after: Ranks, ground: Ground, contests: Iterable[ContestId]) -> list[Scope]:
    """Return the scopes to tell anew: those of the contests, and those of whoever came first there or was till now.

    Of a scope with few results that is everybody who is first: it may have begun to tell its records.
    """
    touched = dict.fromkeys(scope for one in contests for scope in ground.scopes[one])
    heads: dict[ContestId, None] = {}
    for scope in touched:
        old, new = before.get(scope, {}), after.get(scope, {})
        few = len(old.get(DECLARED, ())) < ENOUGH or len(new.get(DECLARED, ())) < ENOUGH
        for key in {**old, **new}:
            was, now = old.get(key, ()), new.get(key, ())
            if few or (was is not now and (was[:1] != now[:1] or len(was) < ENOUGH or len(now) < ENOUGH)):
                heads.update((one[0][3], None) for one in (was, now) if one)
    return list(dict.fromkeys((*touched, *(scope for one in heads for scope in ground.scopes[one]))))


def _placed(lines: Iterable[Line], results: Mapping[ContestId, Result]) -> tuple[Placed, ...]:
    found = []
    for line in lines:
        result = results.get(line.contests[0]) if line.contests else None
        seq = result.declaration.seq if result is not None else 0
        found.append((-line.weight, line.at or LAST, seq, line.id, line))
    return tuple(found)


def _replaced(told: Telling, fresh: Mapping[Cell, tuple[Placed, ...]]) -> tuple[Placed, ...]:
    """Return all lines in their order, with those of the fresh cells in place of what was in these."""
    old = {one[3]: one for cell in fresh for one in told.cells.get(cell, ())}
    new = {one[3]: one for lines in fresh.values() for one in lines}
    gone = [one for id, one in old.items() if new.get(id) != one]
    come = [one for id, one in new.items() if old.get(id) != one]
    return _merged(told.placed, gone, come)


def _merged(placed: tuple[Placed, ...], gone: list[Placed], come: list[Placed]) -> tuple[Placed, ...]:
    found = list(placed)
    if len(found) < MANY * (len(gone) + len(come)):
        ids = {one[3] for one in gone}
        return tuple(sorted((*(one for one in found if one[3] not in ids), *come), key=_place))
    for one in gone:
        del found[bisect_left(found, one[:4], key=_place)]
    for one in come:
        insort(found, one, key=_place)
    return tuple(found)


_line = itemgetter(-1)


def _place(one: Placed) -> tuple[int, datetime, int, str]:
    return one[:4]
