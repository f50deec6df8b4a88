"""The families of lines in their order, and which scopes have to be told anew."""

from collections.abc import Callable, Iterable, Iterator

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night, Scope
from resultsdesk.story.contests.counting import counting, uncounted
from resultsdesk.story.contests.level import level
from resultsdesk.story.contests.people import people
from resultsdesk.story.contests.seats import seats
from resultsdesk.story.contests.targets import targets
from resultsdesk.story.contests.upsets import upsets
from resultsdesk.story.ground import Ground
from resultsdesk.story.lines import Line
from resultsdesk.story.ranks import DECLARED, ENOUGH, Ranks
from resultsdesk.story.result import Result
from resultsdesk.story.scopes.complete import complete
from resultsdesk.story.scopes.control import controlled
from resultsdesk.story.scopes.firsts import firsts
from resultsdesk.story.scopes.milestones import milestones
from resultsdesk.story.scopes.records import records
from resultsdesk.story.scopes.remaining import remaining
from resultsdesk.story.scopes.totals import totals
from resultsdesk.story.scopes.view import View

OF_A_RESULT: tuple[Callable[[Result], Iterator[Line]], ...] = (seats, people, upsets, level, counting)
OF_A_SCOPE: tuple[Callable[[View], Iterator[Line]], ...] = (firsts, records, milestones, controlled, complete)
SUMS: tuple[Callable[[View], Iterator[Line]], ...] = (totals, remaining)
"""Families whose lines pass as the night goes on and name no contest: none of them is ever withdrawn."""


def of_a_contest(night: Night, ground: Ground, contest: ContestId, result: Result | None) -> Iterator[Line]:
    """Yield the lines about one contest."""
    if result is None:
        yield from uncounted(night.briefing, night.contests[contest])
        return
    for family in OF_A_RESULT:
        yield from family(result)
    yield from targets(result, ground)


def of_a_scope(view: View) -> Iterator[Line]:
    """Yield the lines about a scope but for its sums."""
    return (line for family in OF_A_SCOPE for line in family(view))


def sums_of(view: View) -> Iterator[Line]:
    """Yield the sums of a scope."""
    return (line for family in SUMS for line in family(view))


def scopes_moved(before: Ranks, after: Ranks, ground: Ground, contests: Iterable[ContestId]) -> list[Scope]:
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
