"""Several maps on one stage: in as many rows as let them be drawn largest in a view of a given shape."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from resultsdesk.figures.place import Place, Placing, moved
from resultsdesk.night.briefing import ContestId

Row = Sequence[Placing]


def packed(maps: Sequence[Placing], shape: float) -> Placing:
    """Return the maps in their order, in rows that fill a view best whose width is `shape` times its height.

    The maps of a row begin at one height, and each row is in the middle of the stage. With more than a dozen maps
    there are thousands of ways to divide them: not for that many.
    """
    rows = max(_divided(maps), key=lambda rows: _scale(rows, shape))
    across = max((_width(row) for row in rows), default=0.0)
    places: dict[ContestId, Place] = {}
    y = 0.0
    for row in rows:
        x = (across - _width(row)) / 2
        for one in row:
            places |= {contest: moved(place, x, y) for contest, place in one.places.items()}
            x += one.width
        y += _height(row)
    return Placing(across, y, places)


def _divided(maps: Sequence[Placing]) -> Iterator[tuple[Row, ...]]:
    """Yield every way to divide the maps into rows, the fewest rows first."""
    for breaks in range(max(len(maps), 1)):
        for at in combinations(range(1, len(maps)), breaks):
            ends = (0, *at, len(maps))
            yield tuple(maps[start:end] for start, end in pairwise(ends))


def _scale(rows: Sequence[Row], shape: float) -> float:
    """Return how large the rows can be drawn in a view of height 1."""
    width, height = max(map(_width, rows)), sum(map(_height, rows))
    return min(shape / width if width else 1.0, 1 / height if height else 1.0)


def _width(row: Row) -> float:
    return sum(one.width for one in row)


def _height(row: Row) -> float:
    return max((one.height for one in row), default=0.0)
