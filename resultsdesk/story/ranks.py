"""Ordered indexes over the results: who is first by each measure of each scope, without counting again.

An index is a sorted tuple of marks; to step, a mark is taken out and another put in. The first mark has the record.
"""

from bisect import insort
from collections.abc import Iterator, Mapping

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope
from resultsdesk.psephology.party import PartyId
from resultsdesk.story.ground import Ground
from resultsdesk.story.result import Result

Mark = tuple[float, float, int, ContestId, int]
"""The value to sort by, the smallest first; when it was declared; its entry; the contest; which of several seats."""

Key = tuple[str, PartyId | None]
Index = Mapping[Key, tuple[Mark, ...]]
Ranks = Mapping[Scope, Index]

DECLARED: Key = ("declared", None)
SEATS, DEPOSITS, GAINS = "seats", "deposits", "gains"
CLOSEST: Key = ("closest", None)
LARGEST: Key = ("largest-majority", None)
FALL: Key = ("fall", None)
RISE: Key = ("rise", None)
OVERTURNED: Key = ("overturned", None)
SWING: Key = ("swing", None)
HIGHEST: Key = ("turnout-highest", None)
LOWEST: Key = ("turnout-lowest", None)
UP: Key = ("turnout-up", None)
DOWN: Key = ("turnout-down", None)
ENOUGH = 4
"""Of fewer results nobody says which is most."""
RECORDS = (CLOSEST, LARGEST, FALL, RISE, OVERTURNED, SWING, HIGHEST, LOWEST, UP, DOWN)


def marks(result: Result | None) -> Iterator[tuple[Key, Mark]]:
    """Yield a result's place in every index; nothing for a contest without one."""
    if result is None:
        return
    at, seq = result.order

    def mark(value: float = 0.0, seat: int = 0) -> Mark:
        return value, at, seq, result.id, seat

    yield DECLARED, mark()
    for seat, one in enumerate(result.elected):
        yield (SEATS, one.party), mark(seat=seat)
    for seat, party in enumerate(result.outcome.gains):
        yield (GAINS, party), mark(seat=seat)
    for seat, one in enumerate(result.deposits):
        yield (DEPOSITS, one.party), mark(seat=seat)
    for key, value in _records(result):
        yield key, mark(value)


def _records(result: Result) -> Iterator[tuple[Key, float]]:
    """Yield what a result may be first in. Floats are exact enough to sort by; what is said is worked out exactly."""
    if result.majority is not None and len(result.elected) == result.contest.vacancies:
        yield CLOSEST, result.majority
        yield LARGEST, -result.majority
    if result.changes:
        yield FALL, float(min(result.changes.values()))
        yield RISE, -float(max(result.changes.values()))
    if result.overturned is not None:
        yield OVERTURNED, -float(result.overturned)
    if result.swing is not None:
        yield SWING, -float(result.swing.by)
    if result.turnout is not None:
        yield HIGHEST, -float(result.turnout)
        yield LOWEST, float(result.turnout)
    if result.turnout_change is not None:
        yield UP, -float(result.turnout_change)
        yield DOWN, float(result.turnout_change)


def ranked(
    ranks: Ranks, ground: Ground, moved: Mapping[ContestId, tuple[Result | None, Result | None]]
) -> dict[Scope, Index]:
    """Return the indexes after these contests came from their first result to their second."""
    lists: dict[Scope, dict[Key, list[Mark]]] = {}
    for contest, (before, after) in moved.items():
        old, new = dict.fromkeys(marks(before)), dict.fromkeys(marks(after))
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        for scope in ground.scopes[contest]:
            there = lists.setdefault(scope, {})
            for key, mark in gone:
                _list(there, ranks, scope, key).remove(mark)
            for key, mark in come:
                insort(_list(there, ranks, scope, key), mark)
    found = dict(ranks)
    for scope, there in lists.items():
        index = dict(ranks.get(scope, {}))
        for key, marked in there.items():
            index[key] = tuple(marked)
            if not marked:
                del index[key]
        found[scope] = index
    return found


def _list(there: dict[Key, list[Mark]], ranks: Ranks, scope: Scope, key: Key) -> list[Mark]:
    if key not in there:
        there[key] = list(ranks.get(scope, {}).get(key, ()))
    return there[key]


def first(index: Index, key: Key) -> ContestId | None:
    """Return the contest that is first in an index, or None for none."""
    found = index.get(key)
    return found[0][3] if found else None


def parties(index: Index, what: str) -> tuple[PartyId, ...]:
    """Return the parties that have an index of this name."""
    return tuple(party for name, party in index if name == what and party is not None)
