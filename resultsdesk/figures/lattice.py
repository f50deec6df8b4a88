"""Hexagon layouts: a column and a row in one of HexJSON's four lattices become a hexagon in the plane.

Rows count upwards. In `odd-r` and `even-r` hexagons stand on a point and the odd or even rows are shifted
half a hexagon to the right; in `odd-q` and `even-q` they lie flat and the odd or even columns are shifted
half a hexagon up. Parity is that of floor-mod, so row −1 is odd. (HexJSON 1.1, Open Innovations.)
"""

from collections.abc import Iterable
from math import ceil, cos, pi, sin, sqrt

from resultsdesk.figures.place import Place, Placing, staged
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


def hexes_placed(hexes: Iterable[Hex], lattice: Lattice, contests: Iterable[ContestId]) -> Placing:
    """Return a place for every contest, so that none is ever out of sight.

    A contest without a hexagon, or with one where another lies already, goes to a block below the map.
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
    return staged({contest: _place(lattice, *spot) for contest, spot in spots.items()}, RADIUS)


def _place(lattice: Lattice, q: int, r: int) -> Place:
    x, y = centre(lattice, q, r)
    middle = (x * RADIUS, y * RADIUS)
    return Place((corners(lattice, middle, RADIUS * _GAP),), middle, _MARK)


def _below(taken: set[tuple[int, int]], how_many: int) -> list[tuple[int, int]]:
    """Return so many spots in rows below those taken, as wide as they are; in a block where none is."""
    if taken:
        columns = [q for q, _ in taken]
        left, across = min(columns), max(columns) - min(columns) + 1
        top = min(r for _, r in taken) - 2
    else:
        left, across, top = 0, max(1, ceil(sqrt(how_many))), 0
    return [(left + one % across, top - one // across) for one in range(how_many)]
