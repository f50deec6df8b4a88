"""Lines at their places in a story, and how a few are put in and taken out."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope
from resultsdesk.story.lines import Line
from resultsdesk.story.result import Result

Placed = tuple[int, datetime, int, str, Line]
"""A line at its place: the heaviest first, then as they were declared and entered; no two have the same id."""

Sums = tuple[Scope, str]
Cell = ContestId | Scope | Sums
"""What lines are told of together: a contest, a scope, and apart from the rest of it the scope's passing sums."""
Cells = Mapping[Cell, tuple[Placed, ...]]

MANY = 20
"""Where more than one line in so many changes, sorting is quicker than putting each at its place."""
LAST = datetime.max.replace(tzinfo=UTC)


def placed(lines: Iterable[Line], results: Mapping[ContestId, Result]) -> tuple[Placed, ...]:
    """Return lines with their places."""
    found = []
    for line in lines:
        result = results.get(line.contests[0]) if line.contests else None
        seq = result.declaration.seq if result is not None else 0
        found.append((-line.weight, line.at or LAST, seq, line.id, line))
    return tuple(found)


def by_id(cells: Iterable[tuple[Placed, ...]]) -> dict[str, Line]:
    """Return the lines of some cells by id, in the story's order."""
    return {one[3]: one[-1] for one in sorted((one for lines in cells for one in lines), key=_place)}


def replaced(every: tuple[Placed, ...], before: Cells, after: Cells) -> tuple[Placed, ...]:
    """Return all lines in their order, after some cells changed from what was in them to what is."""
    old, new = dict(_with_id(before)), dict(_with_id(after))
    gone = [one for id, one in old.items() if new.get(id) != one]
    come = [one for id, one in new.items() if old.get(id) != one]
    found = list(every)
    if len(found) < MANY * (len(gone) + len(come)):
        ids = {one[3] for one in gone}
        return tuple(sorted((*(one for one in found if one[3] not in ids), *come), key=_place))
    for one in gone:
        del found[bisect_left(found, one[:4], key=_place)]
    for one in come:
        insort(found, one, key=_place)
    return tuple(found)


def _with_id(cells: Cells) -> Iterator[tuple[str, Placed]]:
    return ((one[3], one) for lines in cells.values() for one in lines)


def _place(one: Placed) -> tuple[int, datetime, int, str]:
    return one[:4]
