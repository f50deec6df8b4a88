"""Hexagon layouts: a column and a row in one of HexJSON's four lattices become a hexagon in the plane.

Rows count upwards. In `odd-r` and `even-r` hexagons stand on a point and the odd or even rows are shifted
half a hexagon to the right; in `odd-q` and `even-q` they lie flat and the odd or even columns are shifted
half a hexagon up. Parity is that of floor-mod, so row −1 is odd. (HexJSON 1.1, Open Innovations.)
"""

from collections.abc import Iterable
from math import ceil, cos, pi, sin, sqrt

from resultsdesk.figures.place import Place, Placing
from resultsdesk.figures.shapes import Point
from resultsdesk.night.briefing import ContestId, Hex, Lattice

RADIUS = 20.0
_GAP = 0.95  # a tile's own share of its hexagon: the rest is the line of ground between two
_MARK = 0.78 * RADIUS
_ACROSS = sqrt(3)


def centre(lattice: Lattice, q: int, r: int) -> Point:
    """Return the centre of a hexagon of radius 1, x to the right and y downwards."""
    parity = r if lattice in (Lattice.ODD_R, Lattice.EVEN_R) else q
    shifted = (parity % 2 == 1) == (lattice in (Lattice.ODD_R, Lattice.ODD_Q))
    shift = 0.5 if shifted else 0.0
    if lattice in (Lattice.ODD_R, Lattice.EVEN_R):
        return _ACROSS * (q + shift), -1.5 * r
    return 1.5 * q, -_ACROSS * (r + shift)


def corners(lattice: Lattice, middle: Point, radius: float) -> tuple[Point, ...]:
    """Return the six corners clockwise, the first at the top or, lying flat, at the top right."""
    turn = -pi / 2 if lattice in (Lattice.ODD_R, Lattice.EVEN_R) else -pi / 3
    x, y = middle
    return tuple((x + radius * cos(turn + side * pi / 3), y + radius * sin(turn + side * pi / 3)) for side in range(6))


def hexes_placed(hexes: Iterable[Hex], lattice: Lattice, contests: Iterable[ContestId], head: float = 0.0) -> Placing:
    """Return a place for every contest, so that none is ever out of sight.

    A contest without a hexagon, or with one where another lies already, goes to a block below the map.
    `head` is room kept free above it.
    """
    wanted = {one.contest: (one.q, one.r) for one in hexes}
    spots: dict[ContestId, tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    homeless = []
    for contest in contests:
        spot = wanted.get(contest)
        if spot is None or spot in taken:
            homeless.append(contest)
            continue
        taken.add(spot)
        spots[contest] = spot
    spots |= zip(homeless, _below(taken, len(homeless)), strict=True)
    return _staged(lattice, spots, head)


def _staged(lattice: Lattice, spots: dict[ContestId, tuple[int, int]], head: float) -> Placing:
    """Return the hexagons on a stage with a margin of one radius, and `head` more at the top."""
    centres = [centre(lattice, *spot) for spot in spots.values()]
    shape = corners(lattice, (0.0, 0.0), RADIUS * _GAP)
    reach_x, reach_y = (max(abs(point[axis]) for point in shape) for axis in (0, 1))
    left, right = _ends([x * RADIUS for x, _ in centres], reach_x)
    top, bottom = _ends([y * RADIUS for _, y in centres], reach_y)
    dx, dy = RADIUS - left, RADIUS + head - top
    places = {}
    for contest, (unit_x, unit_y) in zip(spots, centres, strict=True):
        x, y = unit_x * RADIUS + dx, unit_y * RADIUS + dy
        places[contest] = Place((tuple([(x + px, y + py) for px, py in shape]),), (x, y), _MARK)
    return Placing(right - left + 2 * RADIUS, bottom - top + 2 * RADIUS + head, places)


def _ends(values: list[float], reach: float) -> tuple[float, float]:
    return min(values, default=0.0) - reach, max(values, default=0.0) + reach


def _below(taken: set[tuple[int, int]], how_many: int) -> list[tuple[int, int]]:
    """Return so many spots in rows below those taken, as wide as they are; in a block where none is."""
    if taken:
        columns = [q for q, _ in taken]
        left, across = min(columns), max(columns) - min(columns) + 1
        top = min(r for _, r in taken) - 2
    else:
        left, across, top = 0, max(1, ceil(sqrt(how_many))), 0
    return [(left + one % across, top - one // across) for one in range(how_many)]
