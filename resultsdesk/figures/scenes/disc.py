"""Round tiles: the seats of a chamber and of a swingometer."""

from functools import lru_cache
from math import cos, pi, sin

from resultsdesk.figures.place import Rings
from resultsdesk.figures.shapes import Ink, Pattern, Point, ShapeId, Tile

_SIDES = 18


def disc(id: ShapeId, at: Point, radius: float, ink: Ink) -> Tile:
    """Return a round tile; without an ink it is one that nobody has yet."""
    if not ink:
        return Tile(id, _ring(at, radius), at, radius, "awaited-edge", Pattern.HOLLOW, "awaited")
    return Tile(id, _ring(at, radius), at, radius, ink)


# A tile that keeps its rings is painted from a path that is kept, and is the same tile to whatever compares it.
@lru_cache(maxsize=8192)
def _ring(at: Point, radius: float) -> Rings:
    turn = 2 * pi / _SIDES
    return (tuple((at[0] + radius * cos(side * turn), at[1] + radius * sin(side * turn)) for side in range(_SIDES)),)
