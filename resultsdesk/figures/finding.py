"""Which tile lies at a point, in a box, or next in a direction: a grid made once for a layout."""

from collections.abc import Iterable, Mapping
from enum import Enum
from math import hypot

from resultsdesk.figures.outline import holds
from resultsdesk.figures.place import bounds
from resultsdesk.figures.shapes import Point, Shape, ShapeId, Tile

Bounds = tuple[float, float, float, float]


class Way(Enum):
    """A direction to go on a map, as a step in x and y downwards."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


class Grid:
    """An index of tiles by where they lie. It knows places only: new inks need no new grid."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        tiles = [one for one in shapes if isinstance(one, Tile)]
        self.boxes: Mapping[ShapeId, Bounds] = {one.id: bounds(one.rings) for one in tiles}
        self._tiles = {one.id: one for one in tiles}
        self._order = {one.id: place for place, one in enumerate(tiles)}
        self._bounds = bounds(((left, top), (right, bottom)) for left, top, right, bottom in self.boxes.values())
        spans = sorted(max(box[2] - box[0], box[3] - box[1]) for box in self.boxes.values())
        self.span = max(spans[len(spans) // 2], 1e-6) if spans else 1.0  # of the middling tile, the longer way
        self._cells: dict[tuple[int, int], list[ShapeId]] = {}
        for one, box in self.boxes.items():
            for cell in self._covered(box):
                self._cells.setdefault(cell, []).append(one)

    def at(self, x: float, y: float) -> ShapeId | None:
        """Return the tile at a point, or None."""
        cell = (int(x // self.span), int(y // self.span))
        for one in reversed(self._cells.get(cell, ())):
            if holds(self._tiles[one].rings, x, y):
                return one
        return None

    def within(self, box: Bounds) -> list[ShapeId]:
        """Return the tiles whose box meets a box, in the order they are painted in."""
        known = self._bounds
        box = max(box[0], known[0]), max(box[1], known[1]), min(box[2], known[2]), min(box[3], known[3])
        met = {one for cell in self._covered(box) for one in self._cells.get(cell, ())}
        return sorted((one for one in met if _meet(self.boxes[one], *box)), key=self._order.__getitem__)

    def next_to(self, tile: ShapeId, way: Way) -> ShapeId | None:
        """Return the nearest tile in a direction, straight ahead before sideways; None at the edge."""
        here = self._tiles[tile].centre
        best, nearest = None, float("inf")
        for one in self._tiles.values():
            distance = _distance(here, one.centre, way)
            if one.id != tile and distance < nearest:
                best, nearest = one.id, distance
        return best

    def _covered(self, box: Bounds) -> Iterable[tuple[int, int]]:
        left, top, right, bottom = (int(edge // self.span) for edge in box)
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _meet(box: Bounds, left: float, top: float, right: float, bottom: float) -> bool:
    return box[0] <= right and box[2] >= left and box[1] <= bottom and box[3] >= top


def _distance(here: Point, there: Point, way: Way) -> float:
    """Return how far a point is in a direction, what is aside counted half again; infinite behind."""
    dx, dy = there[0] - here[0], there[1] - here[1]
    ahead = dx * way.value[0] + dy * way.value[1]
    aside = abs(dx * way.value[1]) + abs(dy * way.value[0])
    if ahead <= 1e-6 or aside > 1.8 * ahead:
        return float("inf")
    return hypot(ahead, aside) + aside / 2
